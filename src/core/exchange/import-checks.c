/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-plan"

#include "config.h"

#include "import-plan-private.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../rules/fold.h"

const char *
tend_import_plan_get_line_field (TendImportPlan *self)
{
  if (self->noun == &tend_manager_noun)
    return "reports_to";

  return self->noun == &tend_account_noun ? "parent" : NULL;
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

void
tend_import_plan_check_cells (TendImportPlan      *self,
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
guint64
tend_import_plan_get_first_row (GHashTable *table,
                                const char *text,
                                guint64     row)
{
  gpointer first;

  if (g_hash_table_lookup_extended (table, text, NULL, &first))
    return GPOINTER_TO_SIZE (first);
  g_hash_table_insert (table, g_strdup (text), GSIZE_TO_POINTER (row));

  return 0;
}

void
tend_import_plan_report_earlier (TendImportRow         *row,
                                 TendImportProblemCode  code,
                                 const char            *column,
                                 const char            *field,
                                 const char            *value,
                                 guint64                earlier)
{
  g_autofree char *detail = g_strdup_printf ("%" G_GUINT64_FORMAT, earlier);

  tend_import_row_report (row, code, TEND_REASON_TAKEN, column, field, value, detail);
}

void
tend_import_plan_check_named (TendImportPlan *self,
                              TendImportRow  *row)
{
  const TendRecord *record = tend_import_target_get_record (self->target);
  const char *field = self->noun == &tend_contact_noun ? "account"
                      : tend_noun_get_field (self->noun, "title") != NULL && self->noun != &tend_manager_noun ? "title"
                                                                                                              : "name";

  /* What else a row cannot be without is checked with its other values. */
  if (tend_noun_get_field (self->noun, field) == NULL)
    return;
  if (!row->skipped && tend_record_is_unset (record, tend_noun_get_field (self->noun, field)))
    tend_import_row_report (row, TEND_IMPORT_NOTHING_NAMED, TEND_REASON_REQUIRED,
                            tend_import_target_find_column (self->target, field), field, NULL, NULL);
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

  if (self->noun != &tend_account_noun ||
      account->city != NULL || account->postcode != NULL || account->street != NULL ||
      account->kind == TEND_ACCOUNT_PERSON)
    return;

  folded = tend_fold_sort_key (account->name);
  earlier = tend_import_plan_get_first_row (self->names, folded, row->row);
  if (earlier != 0)
    {
      TendImportRow other = { .result = row->result, .row = earlier };

      tend_import_plan_report_earlier (row, TEND_IMPORT_REPEATED_NAME, column, "name", account->name, earlier);
      tend_import_plan_report_earlier (&other, TEND_IMPORT_REPEATED_NAME, column, "name", account->name, row->row);
    }
}

const char *
tend_import_plan_get_key_column (TendImportPlan *self)
{
  int column = self->key_template != NULL ? tend_import_template_get_column (self->key_template) : -1;

  return column >= 0 ? column_name (self, column) : NULL;
}

void
tend_import_plan_report_key (TendImportPlan *self,
                             TendImportRow  *row,
                             guint64         earlier)
{
  tend_import_plan_report_earlier (row, TEND_IMPORT_REPEATED_KEY, tend_import_plan_get_key_column (self), "key",
                                   self->key_template != NULL ? self->key->str : strchr (self->key->str, ':') + 1, earlier);
}

static void
check_key (TendImportPlan *self,
           TendImportRow  *row)
{
  guint64 earlier = tend_import_plan_get_first_row (self->keys, self->key->str, row->row);

  if (earlier != 0)
    tend_import_plan_report_key (self, row, earlier);
}

static void
check_line (TendImportPlan *self,
            TendImportRow  *row)
{
  const TendRecord *record = tend_import_target_get_record (self->target);
  TendImportProblemCode code;
  TendReason reason;
  TendId upward;

  if (self->line == NULL || tend_record_is_unset (record, self->line))
    return;

  upward = tend_record_get_int (record, self->line);
  if (upward == tend_import_links_get_own (self->links, self->key->str))
    {
      code = TEND_IMPORT_SELF;
      reason = TEND_REASON_SELF;
    }
  else if (g_hash_table_contains (self->rings, self->key->str))
    {
      code = TEND_IMPORT_RING;
      reason = TEND_REASON_RING;
    }
  else if (tend_import_links_is_dropped (self->links, upward))
    {
      code = TEND_IMPORT_UNKNOWN_LINK;
      reason = TEND_REASON_MISSING;
    }
  else
    {
      return;
    }

  tend_import_row_report (row, code, reason, tend_import_target_find_column (self->target, self->line->name),
                          self->line->name, tend_import_target_get_link (self->target, self->line), NULL);
}

void
tend_import_plan_check_place (TendImportPlan *self,
                              TendImportRow  *row)
{
  check_key (self, row);
  check_line (self, row);
  check_lone_name (self, row);
}

void
tend_import_plan_remember_manager (TendImportPlan *self,
                                   TendId          id,
                                   TendImportRow  *row)
{
  const TendManagerRecord *record = (const TendManagerRecord *) tend_import_target_get_record (self->target);
  TendImportManager manager;

  if (self->noun != &tend_manager_noun)
    return;
  manager = (TendImportManager) { id, record->reports_to, record->role, g_strdup (record->title), row->row, row->line };
  g_array_append_val (self->managers, manager);
}

static gboolean
find_lead (TendImportPlan  *self,
           GHashTable      *managers,
           TendId           id,
           TendImportManager         *lead,
           GError         **error)
{
  const TendImportManager *known = g_hash_table_lookup (managers, &id);
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
  *lead = (TendImportManager) { .id = id, .role = TEND_ROLE_VICE_PRESIDENT };
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
            const TendImportManager  *manager,
            const TendImportManager  *lead)
{
  if (tend_import_mapping_get (self->result->mapping, "role") != NULL)
    return tend_ladder_is_unusual (manager->role, lead->role);

  return manager->title != NULL && g_strcmp0 (manager->title, lead->title) == 0;
}

gboolean
tend_import_plan_note_unusual_lines (TendImportPlan  *self,
                                     GError         **error)
{
  g_autoptr (GHashTable) managers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->managers->len; i++)
    {
      TendImportManager *manager = &g_array_index (self->managers, TendImportManager, i);

      g_hash_table_replace (managers, &manager->id, manager);
    }

  for (guint i = 0; i < self->managers->len; i++)
    {
      const TendImportManager *manager = &g_array_index (self->managers, TendImportManager, i);
      TendImportRow row = { self->result, manager->row, manager->line, FALSE };
      TendImportManager lead;

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
