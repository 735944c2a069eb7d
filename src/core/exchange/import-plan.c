/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-plan"

#include "config.h"

#include "import-kind.h"
#include "import-plan-private.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../id.h"
#include "../rules/fold.h"
#include "../rules/ladder.h"

static void
manager_clear (gpointer data)
{
  g_free (((TendImportManager *) data)->title);
}

void
tend_import_plan_end_rehearsal (TendImportPlan *self)
{
  if (self->told == NULL)
    return;

  self->result->dialect = NULL; /* it is the other's */
  tend_import_result_unref (self->result);
  self->result = g_steal_pointer (&self->told);
  self->options.write = self->writes;
  g_hash_table_remove_all (self->keys);
  g_hash_table_remove_all (self->numbers);
  g_hash_table_remove_all (self->names);
  g_array_set_size (self->managers, 0);
  tend_import_currency_clear (self->currency);
}

void
tend_import_plan_free (TendImportPlan *self)
{
  tend_import_plan_end_rehearsal (self);
  g_clear_pointer (&self->links, tend_import_links_free);
  g_clear_pointer (&self->lines, tend_import_lines_free);
  g_clear_pointer (&self->target, tend_import_target_free);
  g_clear_pointer (&self->contact, tend_import_target_free);
  g_clear_pointer (&self->groups, tend_import_groups_free);
  g_clear_pointer (&self->currency, tend_import_currency_free);
  g_clear_pointer (&self->key_template, tend_import_template_free);
  g_clear_pointer (&self->line_template, tend_import_template_free);
  g_clear_pointer (&self->name_template, tend_import_template_free);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->in_book);
  g_hash_table_unref (self->rings);
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

/* Sums over the rows of a key need a key. */
static gboolean
set_up_groups (TendImportPlan  *self,
               GError         **error)
{
  guint n = tend_import_target_get_n_sums (self->target);

  if (n == 0)
    return TRUE;
  if (self->key_template == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "key", NULL, "sums over rows need a key");
      return FALSE;
    }
  self->groups = tend_import_groups_new (n);

  return TRUE;
}

static gboolean
set_up (TendImportPlan  *self,
        GError         **error)
{
  GError *failure = NULL;

  self->target = tend_import_target_new (self->noun, "", self->result->mapping, self->result->dialect, self->currency,
                                         error);
  if (self->target == NULL)
    return FALSE;

  if (self->noun == &tend_account_noun)
    self->contact = tend_import_target_new (&tend_contact_noun, "contact.", self->result->mapping,
                                            self->result->dialect, NULL, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (!make_template (self, "key", &self->key_template, error) ||
      !make_template (self, "name", &self->name_template, error) ||
      !make_template (self, tend_import_plan_get_line_field (self), &self->line_template, error))
    return FALSE;

  find_used_columns (self);
  if (self->line_template != NULL)
    {
      self->line = tend_noun_get_field (self->noun, tend_import_plan_get_line_field (self));
      self->lines = tend_import_lines_new (self->noun, self->line, self->store);
    }

  self->account_follows = self->key_template != NULL && tend_noun_get_field (self->noun, "account") != NULL &&
                          !tend_import_target_has (self->target, "account");

  return set_up_groups (self, error) && tend_import_kind_check (self->result->kind, self->result->mapping, error);
}

TendImportPlan *
tend_import_plan_new (TendImportResult             *result,
                      TendImportStore              *store,
                      const TendImportPlanOptions  *options,
                      GError                      **error)
{
  g_autoptr (TendImportPlan) self = g_new0 (TendImportPlan, 1);

  self->noun = tend_import_kind_get_noun (result->kind);
  self->result = result;
  self->store = store;
  self->options = *options;
  self->first_id = tend_id_new ();
  self->links = tend_import_links_new (store, options->any_source);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->in_book = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->managers = g_array_new (FALSE, FALSE, sizeof (TendImportManager));
  g_array_set_clear_func (self->managers, manager_clear);
  self->key = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->currency = tend_import_currency_new (store);
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

gboolean
tend_import_plan_is_blank (const TendCsvRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    for (gsize j = 0; j < record->cells[i].length; j++)
      if (!g_ascii_isspace (record->cells[i].text[j]))
        return FALSE;

  return TRUE;
}

/* The source's own id of the row, or, where it has none, what else tells it from the others. */
void
tend_import_plan_make_key (TendImportPlan      *self,
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
  else if (self->noun != &tend_follow_up_noun)
    {
      tend_import_kind_write_key (self->result->kind, row, self->key);
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

/* The id that the row has or will have, and whether it stands in the book. */
static gboolean
scan_id (TendImportPlan  *self,
         TendId          *id,
         gboolean        *in_book,
         GError         **error)
{
  g_autoptr (TendRecord) record = NULL;
  GError *failure = NULL;
  const char *values;

  if (!tend_import_store_find_origin (self->store, self->noun, self->key->str, id, &values, error))
    return FALSE;
  if (*id != 0)
    record = tend_import_store_read (self->store, self->noun, *id, &failure);
  else
    *id = tend_id_new ();
  *in_book = record != NULL;
  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

gboolean
tend_import_plan_scan (TendImportPlan       *self,
                       const TendCsvRecord  *record,
                       GError              **error)
{
  gboolean in_book;
  TendId id;

  if (tend_import_plan_is_blank (record))
    return TRUE;
  g_string_truncate (self->text, 0);
  if (self->name_template != NULL)
    tend_import_template_fill (self->name_template, record, self->text);
  tend_import_plan_make_key (self, record);
  if (self->key->len == 0 && self->noun == &tend_manager_noun)
    g_string_printf (self->key, "name:%s", self->text->str);
  if (self->key->len == 0 || tend_import_links_get_own (self->links, self->key->str) != 0)
    return TRUE;                /* without a key, or with one that the row will be told for */

  if (!scan_id (self, &id, &in_book, error))
    return FALSE;
  if (in_book)
    g_hash_table_add (self->in_book, g_strdup (self->key->str));

  tend_import_links_add_own (self->links, self->noun, self->key->str, self->text->str, id);
  return TRUE;
}

void
tend_import_plan_begin_rehearsal (TendImportPlan *self)
{
  TendImportResult *quiet = tend_import_result_new ();

  quiet->kind = self->result->kind;
  quiet->dialect = self->result->dialect;
  quiet->mapping = tend_import_mapping_ref (self->result->mapping);
  self->told = self->result;
  self->result = quiet;
  self->writes = self->options.write;
  self->options.write = FALSE;
}

void
tend_import_plan_rehearse (TendImportPlan *self)
{
  tend_import_plan_begin_rehearsal (self);
  g_hash_table_remove_all (self->taken);
  tend_import_lines_clear (self->lines);
}

static void
drop_left_out (gpointer key,
               gpointer data)
{
  TendImportPlan *self = data;

  if (!g_hash_table_contains (self->taken, key) && !g_hash_table_contains (self->in_book, key))
    tend_import_links_drop_own (self->links, key);
}

gboolean
tend_import_plan_learn (TendImportPlan *self)
{
  guint left = tend_import_links_count_own (self->links);
  gboolean more;

  tend_import_links_each_own (self->links, drop_left_out, self);
  more = tend_import_links_count_own (self->links) < left;
  more |= tend_import_lines_find_rings (self->lines, self->rings);
  tend_import_plan_end_rehearsal (self);

  return more;
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
      if ((match.id == 0 && !tend_import_plan_find_same_contact (self, contact, &match.id, error)) ||
          !tend_import_plan_has_main_contact (self, account, &has_main, error))
        return FALSE;
    }
  contact->main = !has_main;

  return tend_import_merge_take (self->merge, self->contact, &match, self->key->str, self->options.write, row, outcome,
                                 kept, error);
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

/* A row that names no account but is known by its key has that row's. */
static gboolean
learn_account (TendImportPlan  *self,
               GError         **error)
{
  g_autoptr (TendRecord) record = NULL;
  GError *failure = NULL;
  const char *values;
  TendId account = 0;
  TendId id;

  if (!self->account_follows)
    return TRUE;
  if (!tend_import_plan_find_known (self, &id, &values, error))
    return FALSE;
  if (id != 0)
    record = tend_import_store_read (self->store, self->noun, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (record != NULL)
    account = tend_record_get_int (record, tend_noun_get_field (self->noun, "account"));
  tend_import_target_set_account (self->target, account);

  return TRUE;
}

gboolean
tend_import_plan_fill (TendImportPlan       *self,
                       const TendCsvRecord  *record,
                       TendImportRow        *row,
                       GError              **error)
{
  tend_import_plan_make_key (self, record);
  tend_import_plan_check_cells (self, record, row);

  return learn_account (self, error) && tend_import_target_fill (self->target, record, self->links, row, error) &&
         (self->contact == NULL || tend_import_target_fill (self->contact, record, self->links, row, error));
}

static gboolean
take_values (TendImportPlan       *self,
             const TendCsvRecord  *record,
             TendImportRow        *row,
             GError              **error)
{
  if (!tend_import_plan_fill (self, record, row, error))
    return FALSE;

  tend_import_plan_check_named (self, row);
  if (row->skipped)
    return TRUE;

  if (self->key->len == 0)
    make_key_of_values (self);
  tend_import_plan_check_place (self, row);

  return TRUE;
}

/* What cannot be said of the values alone: that the book knows the key, that the other rows of the key are sound. */
static void
check_key_known (TendImportPlan        *self,
                 const TendImportGroup *group,
                 const TendImportMatch *match,
                 TendImportRow         *row)
{
  const char *column = tend_import_plan_get_key_column (self);

  if (row->skipped)
    return;
  if (self->groups != NULL && group == NULL)
    tend_import_row_report (row, TEND_IMPORT_VALUE, TEND_REASON_REQUIRED, column, "key", NULL, NULL);
  else if (group != NULL && group->bad != 0)
    {
      g_autofree char *bad = g_strdup_printf ("%" G_GUINT64_FORMAT, group->bad);

      tend_import_row_report (row, TEND_IMPORT_GROUP_LEFT_OUT, TEND_REASON_NONE, column, "key", self->key->str, bad);
    }
  else if (self->account_follows && match->id == 0)
    tend_import_row_report (row, TEND_IMPORT_UNKNOWN_LINK, TEND_REASON_MISSING, column, "key", self->key->str, NULL);
}

static gboolean
take_main_contact (TendImportPlan     *self,
                   TendId              account,
                   gboolean           *kept,
                   TendImportOutcome  *outcome,
                   TendImportRow      *row,
                   GError            **error)
{
  TendImportOutcome contact = TEND_IMPORT_UNCHANGED;

  if (!take_contact (self, account, *outcome == TEND_IMPORT_ADDED, kept, &contact, row, error))
    return FALSE;

  self->result->contacts_added += contact == TEND_IMPORT_ADDED;
  self->result->contacts_updated += contact == TEND_IMPORT_UPDATED;
  if (*outcome == TEND_IMPORT_UNCHANGED && (contact == TEND_IMPORT_ADDED || contact == TEND_IMPORT_UPDATED))
    *outcome = TEND_IMPORT_UPDATED;
  if (contact == TEND_IMPORT_SKIPPED)
    *outcome = TEND_IMPORT_SKIPPED;

  return TRUE;
}

gboolean
tend_import_plan_take (TendImportPlan       *self,
                       const TendCsvRecord  *record,
                       GError              **error)
{
  TendImportRow row = { self->result, record->row, record->line, FALSE };
  TendImportMatch match = { .line = self->line };
  TendImportOutcome outcome = TEND_IMPORT_SKIPPED;
  TendImportGroup *group;
  gboolean kept = FALSE;

  if (tend_import_plan_is_blank (record))
    return TRUE;
  self->result->read++;

  if (!tend_import_plan_is_first (self, record, &group))
    return tend_import_plan_take_joined (self, group, record, &row, error);
  if (!take_values (self, record, &row, error))
    return FALSE;
  if (!row.skipped && !tend_import_plan_find_match (self, &match, &row, error))
    return FALSE;
  check_key_known (self, group, &match, &row);
  if (!row.skipped && !tend_import_merge_take (self->merge, self->target, &match, self->key->str, self->options.write,
                                               &row, &outcome, &kept, error))
    return FALSE;

  if (outcome != TEND_IMPORT_SKIPPED)
    {
      tend_import_plan_remember_manager (self, match.id, &row);
      if (self->lines != NULL && !match.gone)
        {
          g_hash_table_add (self->taken, g_strdup (self->key->str));
          tend_import_lines_put (self->lines, self->key->str, match.id, match.upward, match.upward_changed);
        }
      if (names_contact (self) && !match.gone &&
          !take_main_contact (self, match.id, &kept, &outcome, &row, error))
        return FALSE;
    }
  count_outcome (self->result, outcome, kept);

  return TRUE;
}

gboolean
tend_import_plan_finish (TendImportPlan  *self,
                         GError         **error)
{
  return tend_import_plan_note_unusual_lines (self, error);
}
