/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-merge"

#include "config.h"

#include "import-merge.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/follow-up.h"
#include "../entities/interaction.h"
#include "../entities/manager.h"
#include "../entities/need.h"
#include "../id.h"
#include "import-values.h"

struct _TendImportMerge
{
  TendImportStore *store;       /* borrowed */
  gboolean         overwrite;

  /* Owned References */
  GString         *json;
  char            *values;      /* what the file said then */
  GHashTable      *inactive;    /* TendId → gboolean: of the managers asked for so far */
};

TendImportMerge *
tend_import_merge_new (TendImportStore *store,
                       gboolean         overwrite)
{
  TendImportMerge *self = g_new0 (TendImportMerge, 1);

  self->store = store;
  self->overwrite = overwrite;
  self->json = g_string_new (NULL);
  self->inactive = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
tend_import_merge_free (TendImportMerge *self)
{
  g_string_free (self->json, TRUE);
  g_free (self->values);
  g_hash_table_unref (self->inactive);
  g_free (self);
}

void
tend_import_merge_keep_values (TendImportMerge *self,
                               TendImportMatch *match)
{
  g_set_str (&self->values, match->values);
  match->values = self->values;
}

static void
round_off_need (TendNeedRecord *need)
{
  if (need->state != TEND_NEED_RESOLVED)
    need->resolved_at = 0;
  else if (need->resolved_at == 0)
    need->resolved_at = g_get_real_time ();
}

/* What a state brings with it. */
static void
round_off (TendRecord *record)
{
  TendFollowUpRecord *follow_up = (TendFollowUpRecord *) record;

  if (record->noun == &tend_need_noun)
    round_off_need ((TendNeedRecord *) record);
  if (record->noun != &tend_follow_up_noun)
    return;

  if (follow_up->state != TEND_FOLLOW_UP_DONE)
    follow_up->done_at = 0;
  else if (follow_up->done_at == 0)
    follow_up->done_at = g_get_real_time ();
  if (follow_up->state != TEND_FOLLOW_UP_SNOOZED)
    follow_up->snoozed_until = 0;
}

/* What a file of interactions does not say: without a kind a row is a note, which never counts as contact; and who was
 * reached follows from the kind. */
static void
complete_interaction (TendImportTarget *target,
                      TendRecord       *record)
{
  TendInteractionRecord *interaction = (TendInteractionRecord *) record;

  if (record->noun != &tend_interaction_noun)
    return;
  if (!tend_import_target_has (target, "kind"))
    interaction->kind = TEND_INTERACTION_NOTE;
  if (tend_import_target_has (target, "two_way"))
    return;
  if (interaction->kind == TEND_INTERACTION_E_MAIL || interaction->kind == TEND_INTERACTION_LETTER)
    interaction->two_way = interaction->direction == TEND_DIRECTION_INCOMING;
  else
    interaction->two_way = interaction->kind != TEND_INTERACTION_NOTE;
}

static gboolean
is_fit (TendImportTarget *target,
        const TendRecord *record,
        TendImportRow    *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *field;

  if (tend_record_validate (record, &error))
    return TRUE;

  field = tend_error_get_field (error);
  text = field != NULL ? tend_import_target_dup_text (target, field) : NULL;
  tend_import_row_report (row, TEND_IMPORT_VALUE, tend_error_get_reason (error),
                          field != NULL ? tend_import_target_find_column (target, field) : NULL, field,
                          text != NULL ? text : tend_error_get_value (error), NULL);

  return FALSE;
}

static gboolean
is_inactive (TendImportMerge  *self,
             TendId            manager,
             gboolean         *inactive,
             GError          **error)
{
  GError *failure = NULL;
  g_autoptr (TendRecord) record = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (self->inactive, &manager, NULL, &known))
    {
      *inactive = GPOINTER_TO_INT (known);
      return TRUE;
    }

  record = tend_import_store_read (self->store, &tend_manager_noun, manager, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *inactive = record != NULL && !((TendManagerRecord *) record)->active;
  g_hash_table_insert (self->inactive, g_memdup2 (&manager, sizeof manager), GINT_TO_POINTER (*inactive));

  return TRUE;
}

/* Nobody is given accounts who is no longer there to look after them. */
static gboolean
check_owner (TendImportMerge   *self,
             TendImportTarget  *target,
             const TendRecord  *before,
             const TendRecord  *after,
             TendImportRow     *row,
             GError           **error)
{
  const TendAccountRecord *old = (const TendAccountRecord *) before;
  const TendAccountRecord *new = (const TendAccountRecord *) after;
  const TendField *field;
  gboolean inactive;

  if (after->noun != &tend_account_noun || new->owner == 0 || (old != NULL && old->owner == new->owner))
    return TRUE;
  if (!is_inactive (self, new->owner, &inactive, error))
    return FALSE;

  field = tend_noun_get_field (after->noun, "owner");
  if (inactive)
    tend_import_row_report (row, TEND_IMPORT_VALUE, TEND_REASON_INACTIVE,
                            tend_import_target_find_column (target, "owner"), "owner",
                            tend_import_target_get_link (target, field), NULL);

  return TRUE;
}

/* @field cannot be what the file says, where @count rows stand in the way. */
static void
report_count (TendImportTarget *target,
              TendReason        reason,
              const char       *field,
              gint64            count,
              TendImportRow    *row)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  if (count > 0)
    tend_import_row_report (row, TEND_IMPORT_VALUE, reason, tend_import_target_find_column (target, field), field, text, NULL);
}

/* Nor does anybody leave before her accounts have gone to someone. */
static gboolean
check_leaving (TendImportMerge   *self,
               TendImportTarget  *target,
               const TendRecord  *before,
               const TendRecord  *after,
               TendImportRow     *row,
               GError           **error)
{
  gint64 count;

  if (after->noun != &tend_manager_noun || !((const TendManagerRecord *) before)->active ||
      ((const TendManagerRecord *) after)->active)
    return TRUE;
  if (!tend_import_store_count_owned (self->store, after->id, &count, error))
    return FALSE;

  report_count (target, TEND_REASON_HAS_ACCOUNTS, "active", count, row);
  return TRUE;
}

/* Amounts carry no currency of their own: another currency would change what they are worth. */
static gboolean
check_currency (TendImportMerge   *self,
                TendImportTarget  *target,
                const TendRecord  *before,
                const TendRecord  *after,
                TendImportRow     *row,
                GError           **error)
{
  const TendAccountRecord *old = (const TendAccountRecord *) before;
  const TendAccountRecord *new = (const TendAccountRecord *) after;
  gint64 count;

  if (after->noun != &tend_account_noun || g_strcmp0 (old->currency, new->currency) == 0)
    return TRUE;
  if (!tend_import_store_count_money (self->store, after->id, &count, error))
    return FALSE;

  report_count (target, TEND_REASON_HAS_MONEY, "currency", count, row);
  return TRUE;
}

static void
write_values (TendImportMerge  *self,
              TendImportTarget *target)
{
  guint n;
  const TendField **fields = tend_import_target_get_fields (target, &n);

  tend_import_values_write (self->json, tend_import_target_get_record (target), fields, n);
}

static gboolean
add (TendImportMerge   *self,
     TendImportTarget  *target,
     TendImportMatch   *match,
     const char        *key,
     gboolean           write,
     TendImportRow     *row,
     TendImportOutcome *outcome,
     GError           **error)
{
  TendRecord *record = tend_import_target_get_record (target);

  record->id = match->id != 0 ? match->id : match->new_id != 0 ? match->new_id : tend_id_new ();
  record->version = 0;
  record->created_at = 0;
  complete_interaction (target, record);
  round_off (record);

  *outcome = TEND_IMPORT_SKIPPED;
  if (!check_owner (self, target, NULL, record, row, error))
    return FALSE;
  if (!is_fit (target, record, row) || row->skipped)
    return TRUE;

  *outcome = TEND_IMPORT_ADDED;
  match->id = record->id;
  if (match->line != NULL)
    match->upward = tend_record_get_int (record, match->line);
  match->upward_changed = TRUE;
  if (!tend_import_target_settle (target, write, error))
    return FALSE;
  if (!write)
    return TRUE;

  write_values (self, target);

  return tend_import_store_insert (self->store, record, error) &&
         tend_import_store_put_origin (self->store, record->noun, record->id, key, self->json->str, error);
}

static void
report_kept (TendImportTarget *target,
             const TendField  *field,
             TendImportRow    *row)
{
  g_autofree char *value = tend_import_target_dup_value (target, field);

  tend_import_row_report (row, TEND_IMPORT_KEPT, TEND_REASON_CHANGED_SINCE,
                          tend_import_target_find_column (target, field->name), field->name, value, NULL);
}

/* Field by field: what the file says now against what it said then and what the book says. Sets in @after what is to be
 * written; TRUE where there is such a thing. */
static gboolean
merge_fields (TendImportMerge  *self,
              TendImportTarget *target,
              const TendRecord *then,
              const gboolean   *known,
              const TendRecord *book,
              TendRecord       *after,
              TendImportRow    *row,
              gboolean         *kept)
{
  const TendRecord *now = tend_import_target_get_record (target);
  gboolean changed = FALSE;
  guint n;
  const TendField **fields = tend_import_target_get_fields (target, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean take;

      if (!tend_import_target_is_given (target, i) || tend_record_same (book, now, fields[i]))
        continue;

      if (self->overwrite)
        take = TRUE;
      else if (known[i])
        take = !tend_record_same (now, then, fields[i]) && tend_record_same (book, then, fields[i]);
      else
        take = !tend_record_is_unset (now, fields[i]);

      if (take)
        {
          tend_record_copy_field (after, now, fields[i]);
          changed = TRUE;
        }
      else if (known[i])
        {
          report_kept (target, fields[i], row);
          *kept = TRUE;
        }
    }

  return changed;
}

static gboolean
put_origin (TendImportMerge   *self,
            TendImportTarget  *target,
            TendImportMatch   *match,
            const char        *key,
            GError           **error)
{
  guint n;
  const TendField **fields = tend_import_target_get_fields (target, &n);

  /* Another file of the same source may have said the rest: an order and its lines. */
  write_values (self, target);
  if (match->values != NULL)
    tend_import_values_keep_others (self->json, match->values, fields, n);
  if (g_strcmp0 (self->json->str, match->values) == 0)
    return TRUE;

  return tend_import_store_put_origin (self->store, tend_import_target_get_record (target)->noun, match->id, key,
                                       self->json->str, error);
}

static gboolean
update (TendImportMerge    *self,
        TendImportTarget   *target,
        TendImportMatch    *match,
        const TendRecord   *book,
        const char         *key,
        gboolean            write,
        TendImportRow      *row,
        TendImportOutcome  *outcome,
        gboolean           *kept,
        GError            **error)
{
  g_autoptr (TendRecord) then = tend_record_new (book->noun);
  g_autoptr (TendRecord) after = tend_record_copy (book);
  g_autofree gboolean *known = NULL;
  guint n;
  const TendField **fields = tend_import_target_get_fields (target, &n);

  known = g_new0 (gboolean, n + 1);
  tend_import_values_read (match->values, then, fields, n, known);

  *outcome = TEND_IMPORT_UNCHANGED;
  if (merge_fields (self, target, then, known, book, after, row, kept))
    {
      round_off (after);
      if (!check_owner (self, target, book, after, row, error) ||
          !check_leaving (self, target, book, after, row, error) ||
          !check_currency (self, target, book, after, row, error))
        return FALSE;
      *outcome = is_fit (target, after, row) && !row->skipped ? TEND_IMPORT_UPDATED : TEND_IMPORT_SKIPPED;
    }
  if (match->line != NULL)
    {
      match->upward = tend_record_get_int (after, match->line);
      match->upward_changed = !tend_record_same (book, after, match->line);
    }
  if (*outcome == TEND_IMPORT_UPDATED && !tend_import_target_settle (target, write, error))
    return FALSE;
  if (!write || *outcome == TEND_IMPORT_SKIPPED)
    return TRUE;

  if (*outcome == TEND_IMPORT_UPDATED && !tend_import_store_update (self->store, book, after, error))
    return FALSE;

  return put_origin (self, target, match, key, error);
}

gboolean
tend_import_merge_take (TendImportMerge    *self,
                        TendImportTarget   *target,
                        TendImportMatch    *match,
                        const char         *key,
                        gboolean            write,
                        TendImportRow      *row,
                        TendImportOutcome  *outcome,
                        gboolean           *kept,
                        GError            **error)
{
  const TendNoun *noun = tend_import_target_get_record (target)->noun;
  g_autoptr (TendRecord) book = NULL;
  GError *failure = NULL;
  gboolean undone;

  if (match->id == 0)
    return add (self, target, match, key, write, row, outcome, error);

  book = tend_import_store_read (self->store, noun, match->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (book != NULL)
    return update (self, target, match, book, key, write, row, outcome, kept, error);

  if (!tend_import_store_was_undone (self->store, match->id, &undone, error))
    return FALSE;
  if (undone || self->overwrite)
    return add (self, target, match, key, write, row, outcome, error);

  /* Deleted in Tend: that is a change like any other, and is kept. */
  match->gone = TRUE;
  *kept = TRUE;
  *outcome = TEND_IMPORT_UNCHANGED;
  tend_import_row_report (row, TEND_IMPORT_KEPT, TEND_REASON_MISSING, NULL, NULL, key, NULL);

  return TRUE;
}
