/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "revert.h"

#include <string.h>

#include "../change.h"
#include "../change-set.h"
#include "../storage/handover-table.h"
#include "../storage/journal.h"
#include "../storage/json-text.h"
#include "../storage/table.h"
#include "../storage/transaction.h"

struct _TendRevertOperation
{
  TendOperation  parent_instance;
  TendId         batch;
  GArray        *left;      /* TendChangeItem */
  char          *reverted;
  guint          n_done;
};

G_DEFINE_FINAL_TYPE (TendRevertOperation, tend_revert_operation, TEND_TYPE_OPERATION)

typedef enum { OUTCOME_FAILED, OUTCOME_DONE, OUTCOME_LEFT } Outcome;

/* A refusal by a rule or a reference means that the book has moved on; anything else is a failure. */
static Outcome
outcome_of (gboolean   ok,
            GError    *local,
            GError   **error)
{
  if (ok)
    return OUTCOME_DONE;
  if (local->domain == TEND_ERROR && (local->code == TEND_ERROR_REFUSED || local->code == TEND_ERROR_INPUT ||
                                      local->code == TEND_ERROR_CONFLICT))
    {
      g_error_free (local);
      return OUTCOME_LEFT;
    }
  g_propagate_error (error, local);
  return OUTCOME_FAILED;
}

static Outcome
revert_insert (TendTransaction   *transaction,
               const TendChange  *change,
               GError           **error)
{
  TendDatabase *database = tend_transaction_get_database (transaction);
  GError *local = NULL;
  g_autoptr(TendRecord) now = tend_table_read (database, change->noun, change->id, &local);
  gboolean ok;

  if (local != NULL)
    return outcome_of (FALSE, local, error);
  if (now == NULL || tend_journal_changed_since (database, change->id, change->sequence, change->batch))
    return OUTCOME_LEFT;
  ok = tend_transaction_delete (transaction, now, &local);
  return outcome_of (ok, local, error);
}

static Outcome
revert_delete (TendTransaction   *transaction,
               const TendChange  *change,
               GError           **error)
{
  g_autoptr(TendRecord) record = tend_record_new (change->noun);
  GError *local = NULL;
  gboolean ok;

  if (!tend_json_read_fields (change->before, record, NULL))
    return OUTCOME_LEFT;
  record->id = change->id;
  ok = tend_transaction_insert (transaction, record, &local);
  return outcome_of (ok, local, error);
}

static Outcome
revert_update (TendTransaction   *transaction,
               const TendChange  *change,
               GError           **error)
{
  TendDatabase *database = tend_transaction_get_database (transaction);
  GError *local = NULL;
  g_autoptr(GPtrArray) touched = g_ptr_array_new ();
  g_autoptr(TendRecord) now = tend_table_read (database, change->noun, change->id, &local);
  g_autoptr(TendRecord) then = NULL;
  g_autoptr(TendRecord) back = NULL;
  gboolean ok;

  if (local != NULL)
    return outcome_of (FALSE, local, error);
  if (now == NULL)
    return OUTCOME_LEFT;
  then = tend_record_copy (now);
  back = tend_record_copy (now);
  if (!tend_json_read_fields (change->after, then, touched) || !tend_json_read_fields (change->before, back, NULL))
    return OUTCOME_LEFT;
  for (guint i = 0; i < touched->len; i++)
    if (!tend_record_same (now, then, touched->pdata[i]))
      return OUTCOME_LEFT;
  ok = tend_transaction_update (transaction, now, back, &local);
  return outcome_of (ok, local, error);
}

static Outcome
revert_change (TendTransaction   *transaction,
               const TendChange  *change,
               GError           **error)
{
  if (strcmp (change->operation, "insert") == 0)
    return revert_insert (transaction, change, error);
  if (strcmp (change->operation, "delete") == 0)
    return revert_delete (transaction, change, error);
  return revert_update (transaction, change, error);
}

static gboolean
revert_all (TendRevertOperation  *self,
            TendTransaction      *transaction,
            GPtrArray            *changes,
            GCancellable         *cancellable,
            GError              **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TendChange *change = changes->pdata[i];
      TendChangeItem item = { change->noun, change->id, change->account, TEND_CHANGE_UPDATED };
      Outcome outcome;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (change->noun == NULL)
        continue;
      outcome = revert_change (transaction, change, error);
      if (outcome == OUTCOME_FAILED)
        return FALSE;
      if (outcome == OUTCOME_LEFT)
        g_array_append_val (self->left, item);
      else
        self->n_done++;
    }
  return TRUE;
}

static gboolean
fail (TendReason   reason,
      GError     **error)
{
  tend_set_error (error, TEND_ERROR_REFUSED, reason, NULL, NULL, "the batch cannot be taken back");
  return FALSE;
}

static void
adopt_head (TendRevertOperation *self,
            const TendChange    *head)
{
  TendOperation *operation = TEND_OPERATION (self);

  self->reverted = g_strdup (head->operation);
  tend_operation_set_kind (operation, strcmp (head->operation, "undo") == 0 ? "redo" : "undo");
  tend_operation_set_undoes (operation, self->batch);
  if (head->after != NULL)
    {
      g_autofree char *label = tend_json_get_text (head->after, "label");

      tend_operation_set_label (operation, label);
    }
}

static gboolean
tend_revert_operation_run (TendOperation    *operation,
                           TendTransaction  *transaction,
                           GCancellable     *cancellable,
                           GError          **error)
{
  TendRevertOperation *self = TEND_REVERT_OPERATION (operation);
  TendDatabase *database = tend_transaction_get_database (transaction);
  g_autoptr(TendChange) head = tend_journal_read_head (database, self->batch, error);
  g_autoptr(GPtrArray) changes = NULL;

  if (head == NULL || tend_journal_is_undone (database, self->batch))
    return error != NULL && *error != NULL ? FALSE : fail (TEND_REASON_NOTHING, error);
  adopt_head (self, head);
  tend_transaction_set_literal (transaction);
  changes = tend_journal_read_batch (database, self->batch, error);
  if (changes == NULL || !revert_all (self, transaction, changes, cancellable, error))
    return FALSE;
  if (self->n_done == 0)
    return fail (TEND_REASON_CHANGED_SINCE, error);
  tend_operation_set_count (operation, self->n_done);
  return tend_handover_table_mark (database, self->batch, tend_transaction_get_batch (transaction), error);
}

static void
tend_revert_operation_finalize (GObject *object)
{
  TendRevertOperation *self = TEND_REVERT_OPERATION (object);

  g_clear_pointer (&self->left, g_array_unref);
  g_free (self->reverted);
  G_OBJECT_CLASS (tend_revert_operation_parent_class)->finalize (object);
}

static void
tend_revert_operation_class_init (TendRevertOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_revert_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "undo";
  TEND_OPERATION_CLASS (klass)->run = tend_revert_operation_run;
}

static void
tend_revert_operation_init (TendRevertOperation *self)
{
  self->left = g_array_new (FALSE, FALSE, sizeof (TendChangeItem));
}

TendOperation *
tend_revert_operation_new (TendId batch)
{
  TendRevertOperation *self = g_object_new (TEND_TYPE_REVERT_OPERATION, NULL);

  self->batch = batch;
  return TEND_OPERATION (self);
}

GArray *
tend_revert_operation_get_left (TendRevertOperation *self)
{
  return self->left;
}

const char *
tend_revert_operation_get_reverted (TendRevertOperation *self)
{
  return self->reverted;
}
