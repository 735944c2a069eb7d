/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "log.h"

#include "../id.h"
#include "../storage/transaction.h"
#include "settle-private.h"

struct _TendLogOperation
{
  TendOperation          parent_instance;
  TendInteractionRecord *interaction;
  TendFollowUpRecord    *next;     /* NULL: none is planned */
  TendId                 done;     /* 0: none is settled */
  char                  *outcome;
};

G_DEFINE_FINAL_TYPE (TendLogOperation, tend_log_operation, TEND_TYPE_OPERATION)

static gboolean
settle (TendLogOperation  *self,
        TendTransaction   *transaction,
        GError           **error)
{
  TendSettling settling = { TEND_SETTLE_DONE, 0, self->outcome != NULL ? self->outcome : self->interaction->summary };
  g_autoptr(TendFollowUpRecord) settled = NULL;

  if (self->done == 0)
    return TRUE;
  settled = tend_settle_one (transaction, self->done, &settling, error);
  if (settled == NULL)
    return FALSE;
  if (settled->account == self->interaction->account)
    return TRUE;
  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_MISSING, "done", NULL, "a follow-up of another account");
  return FALSE;
}

/* Both records have an "account" or a "manager": says which of them is meant. */
static GError *
prefix_field (GError *error)
{
  g_autoptr(GError) owned = error;
  g_autofree char *field = g_strconcat ("next.", tend_error_get_field (owned), NULL);
  GError *prefixed;

  if (owned->domain != TEND_ERROR || tend_error_get_field (owned) == NULL)
    return g_steal_pointer (&owned);
  prefixed = tend_error_new (owned->code, tend_error_get_reason (owned), field, tend_error_get_value (owned), "%s", owned->message);
  tend_error_set_id (prefixed, tend_error_get_id (owned));
  return prefixed;
}

static gboolean
plan (TendLogOperation  *self,
      TendTransaction   *transaction,
      GError           **error)
{
  g_autoptr(TendFollowUpRecord) next = NULL;
  g_autoptr(GError) local = NULL;

  if (self->next == NULL)
    return TRUE;
  next = tend_follow_up_record_copy (self->next);
  if (tend_transaction_insert (transaction, &next->base, &local))
    return TRUE;
  g_propagate_error (error, prefix_field (g_steal_pointer (&local)));
  return FALSE;
}

static gboolean
tend_log_operation_run (TendOperation    *operation,
                        TendTransaction  *transaction,
                        GCancellable     *cancellable,
                        GError          **error)
{
  TendLogOperation *self = TEND_LOG_OPERATION (operation);
  g_autoptr(TendInteractionRecord) interaction = tend_interaction_record_copy (self->interaction);

  tend_operation_set_label (operation, interaction->summary);
  tend_operation_set_count (operation, 1);
  return tend_transaction_insert (transaction, &interaction->base, error) &&
         settle (self, transaction, error) &&
         plan (self, transaction, error);
}

static void
tend_log_operation_finalize (GObject *object)
{
  TendLogOperation *self = TEND_LOG_OPERATION (object);

  tend_interaction_record_free (self->interaction);
  g_clear_pointer (&self->next, tend_follow_up_record_free);
  g_free (self->outcome);
  G_OBJECT_CLASS (tend_log_operation_parent_class)->finalize (object);
}

static void
tend_log_operation_class_init (TendLogOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_log_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "log";
  TEND_OPERATION_CLASS (klass)->run = tend_log_operation_run;
}

static void
tend_log_operation_init (TendLogOperation *self)
{
}

TendOperation *
tend_log_operation_new (const TendInteractionRecord *interaction,
                        const TendFollowUpRecord    *next,
                        TendId                       done,
                        const char                  *outcome)
{
  TendLogOperation *self = g_object_new (TEND_TYPE_LOG_OPERATION, NULL);

  self->interaction = tend_interaction_record_copy (interaction);
  if (self->interaction->base.id == 0)
    self->interaction->base.id = tend_id_new ();
  if (next != NULL)
    {
      self->next = tend_follow_up_record_copy (next);
      self->next->account = interaction->account;
      if (self->next->base.id == 0)
        self->next->base.id = tend_id_new ();
    }
  self->done = done;
  self->outcome = outcome != NULL && *outcome != '\0' ? g_strdup (outcome) : NULL;
  return TEND_OPERATION (self);
}

TendId
tend_log_operation_get_interaction (TendLogOperation *self)
{
  return self->interaction->base.id;
}

TendId
tend_log_operation_get_next (TendLogOperation *self)
{
  return self->next != NULL ? self->next->base.id : 0;
}
