/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-plan"

#include "config.h"

#include "import-plan.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../id.h"
#include "../rules/fold.h"
#include "../rules/ladder.h"
#include "import-lines.h"
#include "import-merge.h"

static const TendNoun * const nouns[TEND_IMPORT_N_KINDS] = {
  [TEND_IMPORT_ACCOUNTS] = &tend_account_noun,
  [TEND_IMPORT_MANAGERS] = &tend_manager_noun,
  [TEND_IMPORT_CONTACTS] = &tend_contact_noun,
  [TEND_IMPORT_FOLLOW_UPS] = &tend_follow_up_noun,
};

/* For the note on reporting to the same or a lower role, which is right or wrong only when all rows are known. */
typedef struct
{
  TendId   id;
  TendId   lead;
  TendRole role;
  char    *title;
  guint64  row;
  guint64  line;
} Manager;

static void
manager_clear (gpointer data)
{
  g_free (((Manager *) data)->title);
}

struct _TendImportPlan
{
  const TendNoun        *noun;
  TendImportResult      *result;        /* borrowed */
  TendImportStore       *store;         /* borrowed */
  TendImportPlanOptions  options;
  TendId                 first_id;      /* rows of this import have ids from here on */

  /* Owned References */
  TendImportLinks       *links;
  TendImportLines       *lines;         /* (nullable) */
  TendImportTarget      *target;
  TendImportTarget      *contact;       /* (nullable): the main contact that comes with an account */
  TendImportTemplate    *key_template;  /* (nullable) */
  TendImportTemplate    *line_template; /* (nullable): of reports_to or parent */
  TendImportTemplate    *name_template; /* (nullable) */
  GHashTable            *keys;          /* key → row that had it */
  GHashTable            *numbers;       /* number → row that had it */
  GHashTable            *names;         /* of rows that only a name tells apart → row */
  GArray                *managers;
  gboolean              *used;          /* of each column: some field takes it */
  GString               *key;
  GString               *text;
  TendImportMerge       *merge;
};

void
tend_import_plan_free (TendImportPlan *self)
{
  g_clear_pointer (&self->links, tend_import_links_free);
  g_clear_pointer (&self->lines, tend_import_lines_free);
  g_clear_pointer (&self->target, tend_import_target_free);
  g_clear_pointer (&self->contact, tend_import_target_free);
  g_clear_pointer (&self->key_template, tend_import_template_free);
  g_clear_pointer (&self->line_template, tend_import_template_free);
  g_clear_pointer (&self->name_template, tend_import_template_free);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->names);
  g_array_unref (self->managers);
  g_free (self->used);
  g_string_free (self->key, TRUE);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->merge, tend_import_merge_free);
  g_free (self);
}

static gboolean
make_template (TendImportPlan      *self,
               const char          *field,
               TendImportTemplate **template,
               GError             **error)
{
  const char *source = field != NULL ? tend_import_mapping_get (self->result->mapping, field) : NULL;

  if (source == NULL)
    return TRUE;
  *template = tend_import_template_new (source, self->result->dialect, error);

  return *template != NULL;
}

static const char *
line_field (TendImportPlan *self)
{
  if (self->noun == &tend_manager_noun)
    return "reports_to";

  return self->noun == &tend_account_noun ? "parent" : NULL;
}

/* A row without these is no row: the dialog asks for them before anything is read. */
static gboolean
check_required (TendImportPlan  *self,
                GError         **error)
{
  static const struct { const TendNoun *noun; const char *field; const char *instead; } required[] = {
    { &tend_account_noun, "name", NULL },
    { &tend_manager_noun, "name", NULL },
    { &tend_contact_noun, "account", NULL },
    { &tend_follow_up_noun, "account", NULL },
    { &tend_follow_up_noun, "title", NULL },
    { &tend_follow_up_noun, "due", "due_wall" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      if (required[i].noun != self->noun || tend_import_mapping_get (self->result->mapping, required[i].field) != NULL ||
          (required[i].instead != NULL && tend_import_mapping_get (self->result->mapping, required[i].instead) != NULL))
        continue;
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, required[i].field, NULL,
                      "no column makes the field %s", required[i].field);
      return FALSE;
    }

  return TRUE;
}

static void
find_used_columns (TendImportPlan *self)
{
  guint n = self->result->dialect->columns->len;

  self->used = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    self->used[i] = tend_import_target_uses (self->target, i) ||
                    (self->contact != NULL && tend_import_target_uses (self->contact, i)) ||
                    (self->key_template != NULL && tend_import_template_uses (self->key_template, i));
}

static gboolean
set_up (TendImportPlan  *self,
        GError         **error)
{
  GError *failure = NULL;

  self->target = tend_import_target_new (self->noun, "", self->result->mapping, self->result->dialect, error);
  if (self->target == NULL)
    return FALSE;

  if (self->noun == &tend_account_noun)
    self->contact = tend_import_target_new (&tend_contact_noun, "contact.", self->result->mapping,
                                            self->result->dialect, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (!make_template (self, "key", &self->key_template, error) ||
      !make_template (self, "name", &self->name_template, error) ||
      !make_template (self, line_field (self), &self->line_template, error))
    return FALSE;

  find_used_columns (self);
  if (self->line_template != NULL)
    self->lines = tend_import_lines_new (self->noun, tend_noun_get_field (self->noun, line_field (self)),
                                         self->store, self->links);

  return check_required (self, error);
}

TendImportPlan *
tend_import_plan_new (TendImportResult             *result,
                      TendImportStore              *store,
                      const TendImportPlanOptions  *options,
                      GError                      **error)
{
  g_autoptr (TendImportPlan) self = g_new0 (TendImportPlan, 1);

  self->noun = nouns[result->kind];
  self->result = result;
  self->store = store;
  self->options = *options;
  self->first_id = tend_id_new ();
  self->links = tend_import_links_new (store, options->any_source);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->managers = g_array_new (FALSE, FALSE, sizeof (Manager));
  g_array_set_clear_func (self->managers, manager_clear);
  self->key = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->merge = tend_import_merge_new (store, options->overwrite);

  if (!set_up (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_import_plan_stop_writing (TendImportPlan *self)
{
  self->options.write = FALSE;
}

static gboolean
is_blank_row (const TendCsvRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    for (gsize j = 0; j < record->cells[i].length; j++)
      if (!g_ascii_isspace (record->cells[i].text[j]))
        return FALSE;

  return TRUE;
}

/* The source's own id of the row, or, where it has none, what else tells it from the others. */
static void
make_key (TendImportPlan      *self,
          const TendCsvRecord *record)
{
  g_string_truncate (self->key, 0);
  if (self->key_template != NULL)
    tend_import_template_fill (self->key_template, record, self->key);
}

static void
make_key_of_values (TendImportPlan *self)
{
  const TendRecord *row = tend_import_target_get_record (self->target);

  if (self->noun == &tend_account_noun)
    {
      const TendAccountRecord *account = (const TendAccountRecord *) row;

      if (account->number != NULL)
        g_string_printf (self->key, "number:%s", account->number);
      else
        g_string_printf (self->key, "name:%s|%s", account->name, account->postcode != NULL ? account->postcode : "");
    }
  else if (self->noun == &tend_manager_noun)
    {
      g_string_printf (self->key, "name:%s", ((const TendManagerRecord *) row)->name);
    }
  else if (self->noun == &tend_contact_noun)
    {
      const TendContactRecord *contact = (const TendContactRecord *) row;
      g_autofree char *name = tend_contact_dup_name (contact);

      g_string_printf (self->key, "name:%" G_GINT64_FORMAT "|%s", contact->account, name);
    }
  else
    {
      const TendFollowUpRecord *follow_up = (const TendFollowUpRecord *) row;

      g_string_printf (self->key, "title:%" G_GINT64_FORMAT "|%s|%s", follow_up->account, follow_up->title,
                       follow_up->due_wall);
    }
}

gboolean
tend_import_plan_needs_scan (TendImportPlan *self)
{
  return self->lines != NULL;
}

gboolean
tend_import_plan_scan (TendImportPlan       *self,
                       const TendCsvRecord  *record,
                       GError              **error)
{
  const char *values;
  TendId id;

  make_key (self, record);
  if (self->key->len == 0 || is_blank_row (record))
    return TRUE;
  if (tend_import_links_get_own (self->links, self->key->str) != 0)
    return TRUE;                /* a repeated key, which the row will be told for */

  if (!tend_import_store_find_origin (self->store, self->noun, self->key->str, &id, &values, error))
    return FALSE;
  if (id == 0)
    id = tend_id_new ();

  g_string_truncate (self->text, 0);
  if (self->name_template != NULL)
    tend_import_template_fill (self->name_template, record, self->text);
  tend_import_links_add_own (self->links, self->noun, self->key->str, self->text->str, id);
  tend_import_template_fill (self->line_template, record, self->text);
  tend_import_lines_add (self->lines, id, self->text->str);

  return TRUE;
}

gboolean
tend_import_plan_finish_scan (TendImportPlan  *self,
                              GError         **error)
{
  return tend_import_lines_settle (self->lines, error);
}

static const char *
column_name (TendImportPlan *self,
             guint           index)
{
  const TendCsvColumn *column = tend_csv_dialect_get_column (self->result->dialect, index);

  return column != NULL ? column->name : NULL;
}

static void
check_faults (TendImportPlan    *self,
              const TendCsvCell *cell,
              guint              index,
              TendImportRow     *row)
{
  static const struct { TendCsvFlags flag; TendImportProblemCode code; } faults[] = {
    { TEND_CSV_UNTERMINATED, TEND_IMPORT_OPEN_QUOTE },
    { TEND_CSV_UNDECODABLE, TEND_IMPORT_UNDECODABLE },
    { TEND_CSV_STRAY_QUOTE, TEND_IMPORT_STRAY_QUOTE },
    { TEND_CSV_CONTROL, TEND_IMPORT_CONTROL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if ((cell->flags & faults[i].flag) != 0 && (self->used[index] || faults[i].flag == TEND_CSV_UNTERMINATED))
      tend_import_row_report (row, faults[i].code, TEND_REASON_NONE, column_name (self, index), NULL, cell->text, NULL);
}

static gboolean
has_outer_blanks (const TendCsvCell *cell)
{
  return cell->length > 0 &&
         (g_ascii_isspace (cell->text[0]) || g_ascii_isspace (cell->text[cell->length - 1]));
}

static void
check_cells (TendImportPlan      *self,
             const TendCsvRecord *record,
             TendImportRow       *row)
{
  guint n_columns = self->result->dialect->columns->len;
  guint n_cells = record->n_cells;

  for (guint i = 0; i < MIN (n_cells, n_columns); i++)
    {
      if ((record->cells[i].flags & TEND_CSV_FAULTS) != 0)
        check_faults (self, &record->cells[i], i, row);
      if (self->used[i] && has_outer_blanks (&record->cells[i]))
        tend_import_row_report (row, TEND_IMPORT_TRIMMED, TEND_REASON_NONE, column_name (self, i), NULL,
                                record->cells[i].text, NULL);
    }

  /* What a trailing delimiter leaves is no cell too many. */
  while (n_cells > n_columns && record->cells[n_cells - 1].length == 0)
    n_cells--;
  if (n_cells != n_columns)
    {
      g_autofree char *cells = g_strdup_printf ("%u", n_cells);
      g_autofree char *columns = g_strdup_printf ("%u", n_columns);

      tend_import_row_report (row, n_cells > n_columns ? TEND_IMPORT_TOO_MANY_CELLS : TEND_IMPORT_TOO_FEW_CELLS,
                              TEND_REASON_NONE, NULL, NULL, cells, columns);
    }
}

/* The row of the file that had @text first; 0 when this is it. */
static guint64
first_row_of (GHashTable *table,
              const char *text,
              guint64     row)
{
  gpointer first;

  if (g_hash_table_lookup_extended (table, text, NULL, &first))
    return GPOINTER_TO_SIZE (first);
  g_hash_table_insert (table, g_strdup (text), GSIZE_TO_POINTER (row));

  return 0;
}

static void
report_earlier (TendImportRow         *row,
                TendImportProblemCode  code,
                const char            *column,
                const char            *field,
                const char            *value,
                guint64                earlier)
{
  g_autofree char *detail = g_strdup_printf ("%" G_GUINT64_FORMAT, earlier);

  tend_import_row_report (row, code, TEND_REASON_TAKEN, column, field, value, detail);
}

/* Two rows of one name and no place: one of them is likely a mistake, and both are shown. */
static void
check_lone_name (TendImportPlan *self,
                 TendImportRow  *row)
{
  const TendAccountRecord *account = (const TendAccountRecord *) tend_import_target_get_record (self->target);
  const char *column = tend_import_target_find_column (self->target, "name");
  g_autofree char *folded = NULL;
  guint64 earlier;

  if (self->noun != &tend_account_noun || account->city != NULL || account->postcode != NULL || account->street != NULL ||
      account->kind == TEND_ACCOUNT_PERSON)
    return;

  folded = tend_fold_sort_key (account->name);
  earlier = first_row_of (self->names, folded, row->row);
  if (earlier != 0)
    {
      TendImportRow other = { .result = row->result, .row = earlier };

      report_earlier (row, TEND_IMPORT_REPEATED_NAME, column, "name", account->name, earlier);
      report_earlier (&other, TEND_IMPORT_REPEATED_NAME, column, "name", account->name, row->row);
    }
}

static void
check_named (TendImportPlan *self,
             TendImportRow  *row)
{
  const TendRecord *record = tend_import_target_get_record (self->target);
  const char *field = self->noun == &tend_contact_noun ? "account"
                      : self->noun == &tend_follow_up_noun ? "title" : "name";

  if (!row->skipped && tend_record_is_unset (record, tend_noun_get_field (self->noun, field)))
    tend_import_row_report (row, TEND_IMPORT_NOTHING_NAMED, TEND_REASON_REQUIRED,
                            tend_import_target_find_column (self->target, field), field, NULL, NULL);
}

static void
check_key (TendImportPlan *self,
           TendImportRow  *row)
{
  const char *source = tend_import_mapping_get (self->result->mapping, "key");
  int column = source != NULL ? tend_csv_dialect_find_column (self->result->dialect, source) : -1;
  guint64 earlier = first_row_of (self->keys, self->key->str, row->row);

  if (earlier != 0)
    report_earlier (row, TEND_IMPORT_REPEATED_KEY, column >= 0 ? column_name (self, column) : NULL, "key",
                    self->key_template != NULL ? self->key->str : strchr (self->key->str, ':') + 1, earlier);
}

static void
check_line (TendImportPlan *self,
            TendImportRow  *row)
{
  TendId id = tend_import_links_get_own (self->links, self->key->str);
  const TendRecord *record = tend_import_target_get_record (self->target);
  TendImportProblemCode code;
  g_autofree char *name = NULL;

  if (self->lines == NULL || id == 0 || tend_import_lines_check (self->lines, id, &code))
    return;

  name = tend_record_format (record, tend_noun_get_field (self->noun, self->noun->label_field));
  tend_import_row_report (row, code, code == TEND_IMPORT_SELF ? TEND_REASON_SELF : TEND_REASON_RING,
                          tend_import_target_find_column (self->target, line_field (self)), line_field (self), name, NULL);
}

static gboolean
report_number_taken (TendImportPlan  *self,
                     TendId           id,
                     const char      *number,
                     TendImportRow   *row,
                     GError         **error)
{
  GError *failure = NULL;
  g_autoptr (TendRecord) other = tend_import_store_read (self->store, &tend_account_noun, id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  tend_import_row_report (row, TEND_IMPORT_NUMBER_TAKEN, TEND_REASON_TAKEN,
                          tend_import_target_find_column (self->target, "number"), "number", number,
                          other != NULL ? ((TendAccountRecord *) other)->name : NULL);

  return TRUE;
}

/* An account that is in the book by its number already, and came from elsewhere or was made by hand: the same firm is
 * the same account, and two firms of one number are a mistake. */
static gboolean
find_by_number (TendImportPlan  *self,
                TendId           own,
                TendId          *id,
                TendImportRow   *row,
                GError         **error)
{
  const TendAccountRecord *account = (const TendAccountRecord *) tend_import_target_get_record (self->target);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TendRecord) other = NULL;
  g_autofree char *name = NULL;
  gboolean has_origin;
  TendId found;

  if (self->noun != &tend_account_noun || account->number == NULL)
    return TRUE;
  if (strcmp (account->number, self->key->str) != 0)
    {
      guint64 earlier = first_row_of (self->numbers, account->number, row->row);

      if (earlier != 0)
        {
          report_earlier (row, TEND_IMPORT_REPEATED_KEY, tend_import_target_find_column (self->target, "number"), "number",
                          account->number, earlier);
          return TRUE;
        }
    }

  ids = g_array_new (FALSE, FALSE, sizeof (TendId));
  if (!tend_import_store_find_number (self->store, account->number, ids, error))
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  found = g_array_index (ids, TendId, 0);
  if (found == own)
    return TRUE;
  if (own != 0)
    return report_number_taken (self, found, account->number, row, error);

  if (!tend_import_store_has_origin (self->store, self->noun, found, &has_origin, error))
    return FALSE;
  other = tend_import_store_read (self->store, self->noun, found, error);
  if (other == NULL)
    return FALSE;
  name = tend_fold_sort_key (account->name);
  if (has_origin || g_strcmp0 (((TendAccountRecord *) other)->name_key, name) != 0)
    return report_number_taken (self, found, account->number, row, error);
  *id = found;

  return TRUE;
}

/* A contact of the same name at the account, made by hand or with the account, is the same person. */
static gboolean
find_same_contact (TendImportPlan           *self,
                   const TendContactRecord  *contact,
                   TendId                   *id,
                   GError                  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TendId));
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (!tend_import_store_find_contacts (self->store, contact->account, ids, error))
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  name = tend_contact_dup_name (contact);
  folded = tend_fold_search (name);

  for (guint i = 0; i < ids->len && *id == 0; i++)
    {
      TendId other_id = g_array_index (ids, TendId, i);
      g_autoptr (TendRecord) other = NULL;
      g_autofree char *other_name = NULL;
      g_autofree char *other_folded = NULL;

      /* Those that this import has added are rows of their own. */
      if (other_id >= self->first_id)
        continue;
      other = tend_import_store_read (self->store, &tend_contact_noun, other_id, error);
      if (other == NULL)
        return FALSE;
      other_name = tend_contact_dup_name ((TendContactRecord *) other);
      other_folded = tend_fold_search (other_name);
      if (strcmp (folded, other_folded) == 0)
        *id = other_id;
    }

  return TRUE;
}

static void
count_outcome (TendImportResult  *result,
               TendImportOutcome  outcome,
               gboolean           kept)
{
  result->added += outcome == TEND_IMPORT_ADDED;
  result->updated += outcome == TEND_IMPORT_UPDATED;
  result->unchanged += outcome == TEND_IMPORT_UNCHANGED && !kept;
  result->kept += kept;
  result->skipped += outcome == TEND_IMPORT_SKIPPED;
}

static gboolean
has_main_contact (TendImportPlan  *self,
                  TendId           account,
                  gboolean        *has,
                  GError         **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TendId));

  *has = FALSE;
  if (!tend_import_store_find_contacts (self->store, account, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len && !*has; i++)
    {
      g_autoptr (TendRecord) other = NULL;

      other = tend_import_store_read (self->store, &tend_contact_noun, g_array_index (ids, TendId, i), error);
      if (other == NULL)
        return FALSE;
      *has = ((TendContactRecord *) other)->main;
    }

  return TRUE;
}

/* The main contact of an account is a row of its own, whose key is the account's. */
static gboolean
take_contact (TendImportPlan     *self,
              TendId              account,
              gboolean            fresh,
              gboolean           *kept,
              TendImportOutcome  *outcome,
              TendImportRow      *row,
              GError            **error)
{
  TendContactRecord *contact = (TendContactRecord *) tend_import_target_get_record (self->contact);
  TendImportMatch match = { 0, };
  gboolean has_main = FALSE;

  contact->account = account;
  g_string_prepend (self->key, "main:");

  if (!fresh)
    {
      if (!tend_import_store_find_origin (self->store, &tend_contact_noun, self->key->str, &match.id, &match.values,
                                          error))
        return FALSE;
      match.known = match.id != 0;
      tend_import_merge_keep_values (self->merge, &match);
      if ((match.id == 0 && !find_same_contact (self, contact, &match.id, error)) ||
          !has_main_contact (self, account, &has_main, error))
        return FALSE;
    }
  contact->main = !has_main;

  return tend_import_merge_take (self->merge, self->contact, &match, self->key->str, self->options.write, row, outcome,
                                 kept, error);
}

static gboolean
find_match (TendImportPlan   *self,
            TendImportMatch  *match,
            TendImportRow    *row,
            GError          **error)
{
  if (!tend_import_store_find_origin (self->store, self->noun, self->key->str, &match->id, &match->values, error))
    return FALSE;
  match->known = match->id != 0;
  match->new_id = tend_import_links_get_own (self->links, self->key->str);

  /* What the file said then lies in the store's hands: keep it before it is asked the next thing. */
  tend_import_merge_keep_values (self->merge, match);
  if (!find_by_number (self, match->id, &match->id, row, error))
    return FALSE;
  if (self->noun == &tend_contact_noun && match->id == 0 && !row->skipped)
    return find_same_contact (self, (TendContactRecord *) tend_import_target_get_record (self->target), &match->id, error);

  return TRUE;
}

static void
remember_manager (TendImportPlan *self,
                  TendId          id,
                  TendImportRow  *row)
{
  const TendManagerRecord *record = (const TendManagerRecord *) tend_import_target_get_record (self->target);
  Manager manager;

  if (self->noun != &tend_manager_noun)
    return;
  manager = (Manager) { id, record->reports_to, record->role, g_strdup (record->title), row->row, row->line };
  g_array_append_val (self->managers, manager);
}

/* A title alone makes no person. */
static gboolean
names_contact (TendImportPlan *self)
{
  const TendContactRecord *contact;

  if (self->contact == NULL || tend_import_target_is_blank (self->contact))
    return FALSE;
  contact = (const TendContactRecord *) tend_import_target_get_record (self->contact);

  return contact->given != NULL || contact->family != NULL || contact->emails != NULL || contact->phones != NULL;
}

static gboolean
take_values (TendImportPlan       *self,
             const TendCsvRecord  *record,
             TendImportRow        *row,
             GError              **error)
{
  check_cells (self, record, row);
  if (!tend_import_target_fill (self->target, record, self->links, row, error))
    return FALSE;
  if (self->contact != NULL && !tend_import_target_fill (self->contact, record, self->links, row, error))
    return FALSE;

  check_named (self, row);
  if (row->skipped)
    return TRUE;

  make_key (self, record);
  if (self->key->len == 0)
    make_key_of_values (self);
  check_key (self, row);
  check_line (self, row);
  check_lone_name (self, row);

  return TRUE;
}

gboolean
tend_import_plan_take (TendImportPlan       *self,
                       const TendCsvRecord  *record,
                       GError              **error)
{
  TendImportRow row = { self->result, record->row, record->line, FALSE };
  TendImportMatch match = { 0, };
  TendImportOutcome outcome = TEND_IMPORT_SKIPPED;
  TendImportOutcome contact_outcome = TEND_IMPORT_UNCHANGED;
  gboolean kept = FALSE;

  if (is_blank_row (record))
    return TRUE;
  self->result->read++;

  if (!take_values (self, record, &row, error))
    return FALSE;
  if (!row.skipped && !find_match (self, &match, &row, error))
    return FALSE;
  if (!row.skipped && !tend_import_merge_take (self->merge, self->target, &match, self->key->str, self->options.write,
                                               &row, &outcome, &kept, error))
    return FALSE;

  if (outcome != TEND_IMPORT_SKIPPED)
    {
      remember_manager (self, match.id, &row);
      if (names_contact (self) && !match.gone &&
          !take_contact (self, match.id, outcome == TEND_IMPORT_ADDED, &kept, &contact_outcome, &row, error))
        return FALSE;
      self->result->contacts_added += contact_outcome == TEND_IMPORT_ADDED;
      self->result->contacts_updated += contact_outcome == TEND_IMPORT_UPDATED;
      if (outcome == TEND_IMPORT_UNCHANGED &&
          (contact_outcome == TEND_IMPORT_ADDED || contact_outcome == TEND_IMPORT_UPDATED))
        outcome = TEND_IMPORT_UPDATED;
      if (contact_outcome == TEND_IMPORT_SKIPPED)
        outcome = TEND_IMPORT_SKIPPED;
    }
  count_outcome (self->result, outcome, kept);

  return TRUE;
}

static gboolean
find_lead (TendImportPlan  *self,
           GHashTable      *managers,
           TendId           id,
           Manager         *lead,
           GError         **error)
{
  const Manager *known = g_hash_table_lookup (managers, &id);
  GError *failure = NULL;
  g_autoptr (TendRecord) record = NULL;

  if (known != NULL)
    {
      *lead = *known;
      lead->title = g_strdup (known->title);
      return TRUE;
    }

  record = tend_import_store_read (self->store, &tend_manager_noun, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *lead = (Manager) { .id = id, .role = TEND_ROLE_VICE_PRESIDENT };
  if (record != NULL)
    {
      lead->role = ((TendManagerRecord *) record)->role;
      lead->title = g_strdup (((TendManagerRecord *) record)->title);
    }

  return TRUE;
}

/* Real firms have managers who report to one of their own rank: worth a look, and no fault. Roles that were read out of
 * titles are too coarse to tell; there the same title says it. */
static gboolean
is_unusual (TendImportPlan *self,
            const Manager  *manager,
            const Manager  *lead)
{
  if (tend_import_mapping_get (self->result->mapping, "role") != NULL)
    return tend_ladder_is_unusual (manager->role, lead->role);

  return manager->title != NULL && g_strcmp0 (manager->title, lead->title) == 0;
}

static gboolean
note_unusual_lines (TendImportPlan  *self,
                    GError         **error)
{
  g_autoptr (GHashTable) managers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->managers->len; i++)
    {
      Manager *manager = &g_array_index (self->managers, Manager, i);

      g_hash_table_replace (managers, &manager->id, manager);
    }

  for (guint i = 0; i < self->managers->len; i++)
    {
      const Manager *manager = &g_array_index (self->managers, Manager, i);
      TendImportRow row = { self->result, manager->row, manager->line, FALSE };
      Manager lead;

      if (manager->lead == 0)
        continue;
      if (!find_lead (self, managers, manager->lead, &lead, error))
        return FALSE;
      if (is_unusual (self, manager, &lead))
        tend_import_row_report (&row, TEND_IMPORT_UNUSUAL_LINE, TEND_REASON_NONE,
                                tend_import_target_find_column (self->target, "reports_to"), "reports_to",
                                manager->title != NULL ? manager->title : tend_role_to_word (manager->role), NULL);
      g_free (lead.title);
    }

  return TRUE;
}

gboolean
tend_import_plan_finish (TendImportPlan  *self,
                         GError         **error)
{
  return note_unusual_lines (self, error);
}
