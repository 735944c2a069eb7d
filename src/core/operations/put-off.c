/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "put-off.h"

#include "../entities/account.h"
#include "../entities/alert.h"
#include "../storage/table.h"
#include "../storage/today-table.h"
#include "../storage/transaction.h"

struct _TendPutOffOperation
{
  TendOperation    parent_instance;
  TendAlertRecord *alert;
};

G_DEFINE_FINAL_TYPE (TendPutOffOperation, tend_put_off_operation, TEND_TYPE_OPERATION)

/* The journal calls the batch by the account. */
static gboolean
set_label (TendPutOffOperation  *self,
           TendDatabase         *database,
           GError              **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(TendRecord) account = tend_table_read (database, &tend_account_noun, self->alert->account, &local);

  if (account != NULL)
    {
      tend_operation_set_label (TEND_OPERATION (self), ((TendAccountRecord *) account)->name);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, NULL, NULL, "no such account");
  return FALSE;
}

static gboolean
put_off_again (TendPutOffOperation  *self,
               TendTransaction      *transaction,
               TendId                id,
               GError              **error)
{
  g_autoptr(TendRecord) before = tend_table_read (tend_transaction_get_database (transaction), &tend_alert_noun, id, error);
  g_autoptr(TendRecord) after = NULL;

  if (before == NULL)
    return FALSE;
  after = tend_record_copy (before);
  g_set_str (&((TendAlertRecord *) after)->until, self->alert->until);
  g_set_str (&((TendAlertRecord *) after)->reason, self->alert->reason);
  return tend_transaction_update (transaction, before, after, error);
}

static gboolean
tend_put_off_operation_run (TendOperation    *operation,
                            TendTransaction  *transaction,
                            GCancellable     *cancellable,
                            GError          **error)
{
  TendPutOffOperation *self = TEND_PUT_OFF_OPERATION (operation);
  TendDatabase *database = tend_transaction_get_database (transaction);
  TendId id;

  if (self->alert->until == NULL || *self->alert->until == '\0')
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "until", NULL, "what is put off needs a day");
      return FALSE;
    }
  if (!set_label (self, database, error) ||
      !tend_today_table_find_alert (database, self->alert->account, self->alert->kind, self->alert->item, &id, error))
    return FALSE;
  tend_operation_set_count (operation, 1);
  return id != 0 ? put_off_again (self, transaction, id, error)
                 : tend_transaction_insert (transaction, (TendRecord *) self->alert, error);
}

static void
tend_put_off_operation_finalize (GObject *object)
{
  g_clear_pointer (&TEND_PUT_OFF_OPERATION (object)->alert, tend_alert_record_free);
  G_OBJECT_CLASS (tend_put_off_operation_parent_class)->finalize (object);
}

static void
tend_put_off_operation_class_init (TendPutOffOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_put_off_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "put-off";
  TEND_OPERATION_CLASS (klass)->run = tend_put_off_operation_run;
}

static void
tend_put_off_operation_init (TendPutOffOperation *self)
{
  self->alert = tend_alert_record_new ();
}

TendOperation *
tend_put_off_operation_new (TendId      account,
                            int         kind,
                            TendId      item,
                            const char *until,
                            const char *reason)
{
  TendPutOffOperation *self = g_object_new (TEND_TYPE_PUT_OFF_OPERATION, NULL);

  self->alert->account = account;
  self->alert->kind = kind;
  self->alert->item = item;
  self->alert->until = g_strdup (until);
  self->alert->reason = reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
  return TEND_OPERATION (self);
}
