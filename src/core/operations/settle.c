/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settle.h"
#include "settle-private.h"

#include "../entities/follow-up.h"
#include "../ids.h"
#include "../storage/table.h"
#include "../storage/transaction.h"

struct _TendSettleOperation
{
  TendOperation  parent_instance;
  GArray        *ids;
  TendSettleAct  act;
  TendInstant    until;
  char          *note;
};

G_DEFINE_FINAL_TYPE (TendSettleOperation, tend_settle_operation, TEND_TYPE_OPERATION)

static const char *const kinds[] = { "done", "snooze", "drop", "reopen" };

static void
set_state (TendFollowUpRecord *record,
           int                 state)
{
  record->state = state;
  record->done_at = 0;
  record->snoozed_until = 0;
  g_clear_pointer (&record->snooze_reason, g_free);
}

static void
act_on (TendFollowUpRecord  *record,
        const TendSettling  *settling,
        TendInstant          now)
{
  switch (settling->act)
    {
    case TEND_SETTLE_DONE:
      set_state (record, TEND_FOLLOW_UP_DONE);
      record->done_at = now;
      g_set_str (&record->outcome, settling->note);
      break;
    case TEND_SETTLE_SNOOZE:
      set_state (record, TEND_FOLLOW_UP_SNOOZED);
      record->snoozed_until = settling->until;
      record->snooze_reason = g_strdup (settling->note);
      break;
    case TEND_SETTLE_DROP:
      set_state (record, TEND_FOLLOW_UP_DROPPED);
      g_set_str (&record->outcome, settling->note);
      break;
    case TEND_SETTLE_REOPEN:
    default:
      set_state (record, TEND_FOLLOW_UP_OPEN);
      g_clear_pointer (&record->outcome, g_free);
      break;
    }
}

TendFollowUpRecord *
tend_settle_one (TendTransaction     *transaction,
                 TendId               id,
                 const TendSettling  *settling,
                 GError             **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(TendRecord) before = tend_table_read (tend_transaction_get_database (transaction), &tend_follow_up_noun, id, &local);
  g_autoptr(TendRecord) after = NULL;
  TendFollowUpRecord *record = (TendFollowUpRecord *) before;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (before == NULL)
    {
      tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, NULL, NULL, "no such follow-up");
      return NULL;
    }
  if (tend_follow_up_record_is_open (record) == (settling->act == TEND_SETTLE_REOPEN))
    {
      tend_set_error (error, TEND_ERROR_REFUSED, TEND_REASON_SETTLED, "state", tend_follow_up_states[record->state], "already so");
      return NULL;
    }
  after = tend_record_copy (before);
  act_on ((TendFollowUpRecord *) after, settling, tend_transaction_get_at (transaction));
  if (!tend_transaction_update (transaction, before, after, error))
    return NULL;
  return (TendFollowUpRecord *) g_steal_pointer (&after);
}

static gboolean
settle_one (TendSettleOperation  *self,
            TendTransaction      *transaction,
            TendId                id,
            GError              **error)
{
  TendSettling settling = { self->act, self->until, self->note };
  g_autoptr(TendFollowUpRecord) settled = tend_settle_one (transaction, id, &settling, error);

  if (settled == NULL)
    return FALSE;
  if (tend_operation_get_label (TEND_OPERATION (self)) == NULL)
    tend_operation_set_label (TEND_OPERATION (self), settled->title);
  return TRUE;
}

static gboolean
tend_settle_operation_run (TendOperation    *operation,
                           TendTransaction  *transaction,
                           GCancellable     *cancellable,
                           GError          **error)
{
  TendSettleOperation *self = TEND_SETTLE_OPERATION (operation);

  if (self->act == TEND_SETTLE_SNOOZE && self->until <= 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "snoozed_until", NULL, "a snooze needs an end");
      return FALSE;
    }
  for (guint i = 0; i < self->ids->len; i++)
    if (!settle_one (self, transaction, g_array_index (self->ids, TendId, i), error))
      return FALSE;
  tend_operation_set_count (operation, self->ids->len);
  return TRUE;
}

static void
tend_settle_operation_finalize (GObject *object)
{
  TendSettleOperation *self = TEND_SETTLE_OPERATION (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->note);
  G_OBJECT_CLASS (tend_settle_operation_parent_class)->finalize (object);
}

static void
tend_settle_operation_class_init (TendSettleOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_settle_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "settle";
  TEND_OPERATION_CLASS (klass)->run = tend_settle_operation_run;
}

static void
tend_settle_operation_init (TendSettleOperation *self)
{
}

TendOperation *
tend_settle_operation_new (const TendId  *follow_ups,
                           gsize          n_follow_ups,
                           TendSettleAct  act,
                           TendInstant    until,
                           const char    *note)
{
  TendSettleOperation *self = g_object_new (TEND_TYPE_SETTLE_OPERATION, NULL);

  self->ids = tend_ids_copy (follow_ups, n_follow_ups);
  self->act = act;
  self->until = until;
  self->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  tend_operation_set_kind (TEND_OPERATION (self), kinds[act]);
  return TEND_OPERATION (self);
}
