/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "resolve.h"

#include "../entities/liaison.h"
#include "../entities/need.h"
#include "../entities/opportunity.h"
#include "../ids.h"
#include "../storage/table.h"
#include "../storage/transaction.h"

struct _TendResolveOperation
{
  TendOperation   parent_instance;
  const TendNoun *noun;
  GArray         *ids;
  TendResolveAct  act;
  TendId          liaison;
  char           *day;
  char           *note;
};

G_DEFINE_FINAL_TYPE (TendResolveOperation, tend_resolve_operation, TEND_TYPE_OPERATION)

static const char *const kinds[] = { "resolve", "wait", "reopen", "win", "lose" };

static gboolean
refuse_settled (const char  *field,
                GError     **error)
{
  tend_set_error (error, TEND_ERROR_REFUSED, TEND_REASON_SETTLED, field, NULL, "already so");
  return FALSE;
}

static TendRecord *
read_row (TendTransaction  *transaction,
          const TendNoun   *noun,
          TendId            id,
          GError          **error)
{
  g_autoptr(GError) local = NULL;
  TendRecord *record = tend_table_read (tend_transaction_get_database (transaction), noun, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (record == NULL)
    tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, NULL, NULL, "no such %s", noun->name);
  return record;
}

/* A need waits for a colleague on its own account only. */
static gboolean
check_liaison (TendResolveOperation  *self,
               TendTransaction       *transaction,
               TendId                 account,
               GError               **error)
{
  g_autoptr(TendRecord) liaison = NULL;

  if (self->liaison == 0)
    return TRUE;
  liaison = read_row (transaction, &tend_liaison_noun, self->liaison, error);
  if (liaison == NULL)
    return FALSE;
  if (((TendLiaisonRecord *) liaison)->account == account)
    return TRUE;
  tend_set_error (error, TEND_ERROR_REFUSED, TEND_REASON_MISSING, "liaison", NULL, "a liaison of another account");
  return FALSE;
}

static gboolean
act_on_need (TendResolveOperation  *self,
             TendTransaction       *transaction,
             TendNeedRecord        *need,
             GError               **error)
{
  switch ((int) self->act)
    {
    case TEND_RESOLVE_RESOLVE:
      if (need->state == TEND_NEED_RESOLVED)
        return refuse_settled ("state", error);
      need->state = TEND_NEED_RESOLVED;
      need->resolved_at = tend_transaction_get_at (transaction);
      g_set_str (&need->resolution, self->note);
      return TRUE;
    case TEND_RESOLVE_WAIT:
      if (need->state == TEND_NEED_RESOLVED)
        return refuse_settled ("state", error);
      need->state = TEND_NEED_WAITING;
      need->liaison = self->liaison;
      return check_liaison (self, transaction, need->account, error);
    case TEND_RESOLVE_REOPEN:
    default:
      if (need->state == TEND_NEED_OPEN)
        return refuse_settled ("state", error);
      need->state = TEND_NEED_OPEN;
      need->resolved_at = 0;
      need->liaison = 0;
      return TRUE;
    }
}

static gboolean
act_on_opportunity (TendResolveOperation   *self,
                    TendOpportunityRecord  *opportunity,
                    GError                **error)
{
  if (tend_opportunity_record_is_open (opportunity) == (self->act == TEND_RESOLVE_REOPEN))
    return refuse_settled ("stage", error);
  if (self->act == TEND_RESOLVE_REOPEN)
    {
      opportunity->stage = TEND_STAGE_NEGOTIATING;
      opportunity->probability = 50;
      g_clear_pointer (&opportunity->lost_reason, g_free);
      return TRUE;
    }
  if (self->act == TEND_RESOLVE_LOSE && self->note == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "lost_reason", NULL, "a loss has a reason");
      return FALSE;
    }
  opportunity->stage = self->act == TEND_RESOLVE_WIN ? TEND_STAGE_WON : TEND_STAGE_LOST;
  opportunity->probability = self->act == TEND_RESOLVE_WIN ? 100 : 0;
  g_set_str (&opportunity->close_on, self->day);
  g_set_str (&opportunity->lost_reason, self->act == TEND_RESOLVE_LOSE ? self->note : NULL);
  return TRUE;
}

static gboolean
resolve_one (TendResolveOperation  *self,
             TendTransaction       *transaction,
             TendId                 id,
             GError               **error)
{
  g_autoptr(TendRecord) before = read_row (transaction, self->noun, id, error);
  g_autoptr(TendRecord) after = NULL;
  gboolean ok;

  if (before == NULL)
    return FALSE;
  after = tend_record_copy (before);
  if (self->noun == &tend_need_noun)
    ok = act_on_need (self, transaction, (TendNeedRecord *) after, error);
  else
    ok = act_on_opportunity (self, (TendOpportunityRecord *) after, error);
  if (!ok)
    return FALSE;
  if (tend_operation_get_label (TEND_OPERATION (self)) == NULL)
    tend_operation_set_label (TEND_OPERATION (self),
                              tend_record_get_text (before, tend_noun_get_field (self->noun, self->noun->label_field)));
  return tend_transaction_update (transaction, before, after, error);
}

static gboolean
tend_resolve_operation_run (TendOperation    *operation,
                            TendTransaction  *transaction,
                            GCancellable     *cancellable,
                            GError          **error)
{
  TendResolveOperation *self = TEND_RESOLVE_OPERATION (operation);

  for (guint i = 0; i < self->ids->len; i++)
    if (!resolve_one (self, transaction, g_array_index (self->ids, TendId, i), error))
      return FALSE;
  tend_operation_set_count (operation, self->ids->len);
  return TRUE;
}

static void
tend_resolve_operation_finalize (GObject *object)
{
  TendResolveOperation *self = TEND_RESOLVE_OPERATION (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->day);
  g_free (self->note);
  G_OBJECT_CLASS (tend_resolve_operation_parent_class)->finalize (object);
}

static void
tend_resolve_operation_class_init (TendResolveOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_resolve_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "resolve";
  TEND_OPERATION_CLASS (klass)->run = tend_resolve_operation_run;
}

static void
tend_resolve_operation_init (TendResolveOperation *self)
{
}

static TendResolveOperation *
resolve_operation_new (const TendNoun *noun,
                       const TendId   *ids,
                       gsize           n_ids,
                       TendResolveAct  act,
                       const char     *note)
{
  TendResolveOperation *self = g_object_new (TEND_TYPE_RESOLVE_OPERATION, NULL);

  self->noun = noun;
  self->ids = tend_ids_copy (ids, n_ids);
  self->act = act;
  self->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  tend_operation_set_kind (TEND_OPERATION (self), kinds[act]);
  return self;
}

TendOperation *
tend_resolve_operation_new_need (const TendId   *needs,
                                 gsize           n_needs,
                                 TendResolveAct  act,
                                 TendId          liaison,
                                 const char     *note)
{
  TendResolveOperation *self;

  g_return_val_if_fail (act <= TEND_RESOLVE_REOPEN, NULL);

  self = resolve_operation_new (&tend_need_noun, needs, n_needs, act, note);
  self->liaison = liaison;
  return TEND_OPERATION (self);
}

TendOperation *
tend_resolve_operation_new_opportunity (TendId          opportunity,
                                        TendResolveAct  act,
                                        const char     *day,
                                        const char     *note)
{
  TendResolveOperation *self;

  g_return_val_if_fail (act >= TEND_RESOLVE_REOPEN, NULL);

  self = resolve_operation_new (&tend_opportunity_noun, &opportunity, 1, act, note);
  self->day = g_strdup (day);
  return TEND_OPERATION (self);
}
