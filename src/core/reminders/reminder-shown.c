/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reminder-private.h"

/* Whether its reminder is true: what the book answers, asked again of a row as it is now. */
gboolean
tend_reminder_holds (TendReminder *self,
                     TendFollowUp *follow_up)
{
  const TendFollowUpRecord *record = tend_follow_up_get (follow_up);

  return !tend_entity_get_deleted (TEND_ENTITY (follow_up)) &&
         tend_follow_up_record_is_open (record) &&
         record->remind_at != 0 &&
         record->remind_at <= tend_clock_now (self->clock) &&
         (self->manager == 0 || record->manager == 0 || record->manager == self->manager);
}

void
tend_reminder_write_shown (TendReminder *self)
{
  g_autofree char *text = tend_shown_to_text (self->shown);

  tend_claim_write (self->claim, text);
}

static void
tend_reminder_withdraw (TendReminder *self,
                        TendId        follow_up)
{
  g_autoptr(GArray) digest = NULL;
  gboolean in_digest;

  if (!tend_shown_remove (self->shown, follow_up, &in_digest))
    return;

  if (!in_digest)
    {
      tend_reminder_emit_withdraw (self, follow_up);
      return;
    }

  digest = tend_shown_list (self->shown, TRUE);
  if (digest->len == 0)
    tend_reminder_emit_withdraw_digest (self);
}

/* Some of what is shown, while the book is asked about it. */
typedef struct
{
  TendReminder *reminder;
  GArray *ids;
} Check;

static void
check_free (Check *check)
{
  g_object_unref (check->reminder);
  g_array_unref (check->ids);
  g_free (check);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, check_free)

static gboolean
tend_reminder_holds_in (TendReminder *self,
                        GPtrArray    *rows,
                        TendId        id)
{
  for (guint i = 0; i < rows->len; i++)
    if (tend_reminder_id (rows, i) == id)
      return tend_reminder_holds (self, g_ptr_array_index (rows, i));

  return FALSE;
}

static void
tend_reminder_checked (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(Check) check = user_data;
  TendReminder *self = check->reminder;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = tend_book_load_finish (TEND_BOOK (object), result, &error);

  if (!self->active)
    return;
  if (rows == NULL)
    {
      tend_reminder_fail (self, error);
      return;
    }

  for (guint i = 0; i < check->ids->len; i++)
    {
      TendId id = g_array_index (check->ids, TendId, i);

      if (!tend_reminder_holds_in (self, rows, id))
        tend_reminder_withdraw (self, id);
    }

  tend_reminder_write_shown (self);
}

/* Looks whether what is shown still holds. */
void
tend_reminder_check (TendReminder *self,
                     GArray       *ids)
{
  Check *check;

  if (ids->len == 0)
    return;

  check = g_new0 (Check, 1);
  check->reminder = g_object_ref (self);
  check->ids = g_array_ref (ids);
  tend_book_load_async (self->book, &tend_follow_up_noun, tend_reminder_ids (ids), ids->len,
                        self->cancellable, tend_reminder_checked, check);
}

void
tend_reminder_check_all (TendReminder *self)
{
  g_autoptr(GArray) ids = tend_shown_list (self->shown, FALSE);

  tend_reminder_check (self, ids);
}

/* Adds to what is due what an earlier digest holds. */
void
tend_reminder_add_digest (TendReminder *self,
                          GArray       *ids)
{
  g_autoptr(GArray) earlier = tend_shown_list (self->shown, TRUE);
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (listed, g_memdup2 (&g_array_index (ids, TendId, i), sizeof (TendId)));

  for (guint i = 0; i < earlier->len; i++)
    if (!g_hash_table_contains (listed, &g_array_index (earlier, TendId, i)))
      g_array_append_val (ids, g_array_index (earlier, TendId, i));
}
