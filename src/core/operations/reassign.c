/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reassign.h"

#include "../ids.h"
#include "../storage/handover-table.h"
#include "../storage/transaction.h"

struct _TendReassignOperation
{
  TendOperation        parent_instance;
  GArray              *accounts;
  TendId               manager;
  TendReassignChoices  choices;
  char                *reason;
  TendReassignPreview  result;
};

G_DEFINE_FINAL_TYPE (TendReassignOperation, tend_reassign_operation, TEND_TYPE_OPERATION)

gboolean
tend_reassign_preview_asks (const TendReassignPreview *preview)
{
  return preview->tier_a > 0 || preview->low_health > 0 || preview->renewals > 0 || preview->others_open > 0 ||
         preview->closed > 0;
}

static gboolean
refuse (TendReason   reason,
        const char  *name,
        GError     **error)
{
  tend_set_error (error, TEND_ERROR_REFUSED, reason, "owner", name, "the accounts cannot go there");
  return FALSE;
}

static gboolean
tend_reassign_operation_run (TendOperation    *operation,
                             TendTransaction  *transaction,
                             GCancellable     *cancellable,
                             GError          **error)
{
  TendReassignOperation *self = TEND_REASSIGN_OPERATION (operation);
  TendHandoverJob job = { .transaction = transaction, .manager = self->manager, .choices = self->choices,
                          .reason = self->reason, .result = &self->result };

  g_autofree char *name = NULL;

  if (!tend_handover_table_check_target (&job, &name, error))
    return FALSE;
  tend_operation_set_label (operation, name);
  for (guint i = 0; i < self->accounts->len; i++)
    {
      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!tend_handover_table_move (&job, g_array_index (self->accounts, TendId, i), error))
        return FALSE;
    }
  tend_operation_set_count (operation, self->result.accounts);
  if (self->result.accounts == 0)
    return refuse (self->result.present > 0 ? TEND_REASON_PRESENT_OWNER : TEND_REASON_MISSING,
                   tend_operation_get_label (operation), error);
  return TRUE;
}

static void
tend_reassign_operation_finalize (GObject *object)
{
  TendReassignOperation *self = TEND_REASSIGN_OPERATION (object);

  g_clear_pointer (&self->accounts, g_array_unref);
  g_free (self->reason);
  G_OBJECT_CLASS (tend_reassign_operation_parent_class)->finalize (object);
}

static void
tend_reassign_operation_class_init (TendReassignOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_reassign_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "reassign";
  TEND_OPERATION_CLASS (klass)->run = tend_reassign_operation_run;
}

static void
tend_reassign_operation_init (TendReassignOperation *self)
{
}

TendOperation *
tend_reassign_operation_new (const TendId        *accounts,
                             gsize                n_accounts,
                             TendId               manager,
                             TendReassignChoices  choices,
                             const char          *reason)
{
  TendReassignOperation *self = g_object_new (TEND_TYPE_REASSIGN_OPERATION, NULL);

  self->accounts = tend_ids_copy (accounts, n_accounts);
  self->manager = manager;
  self->choices = choices;
  self->reason = reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
  return TEND_OPERATION (self);
}

const TendReassignPreview *
tend_reassign_operation_get_result (TendReassignOperation *self)
{
  return &self->result;
}
