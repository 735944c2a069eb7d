/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../id.h"
#include "../ids.h"
#include "../storage/children.h"
#include "../storage/invariants.h"
#include "../storage/handover-table.h"
#include "../storage/table.h"
#include "../storage/transaction.h"

struct _TendEditOperation
{
  TendOperation   parent_instance;
  const TendNoun *noun;
  TendRecord     *before;   /* NULL: create */
  TendRecord     *after;    /* NULL: delete */
  GArray         *ids;      /* TendId, of delete */
  TendRecord     *newer;
  TendRecord     *row;      /* the first one, as it was written, or before it was deleted */
};

G_DEFINE_FINAL_TYPE (TendEditOperation, tend_edit_operation, TEND_TYPE_OPERATION)

static char *
label_of (const TendRecord *record)
{
  if (record->noun == &tend_contact_noun)
    return tend_contact_dup_name ((const TendContactRecord *) record);
  return g_strdup (tend_record_get_text (record, tend_noun_get_field (record->noun, record->noun->label_field)));
}

static void
set_row (TendEditOperation *self,
         const TendRecord  *record)
{
  g_autofree char *label = label_of (record);

  if (self->row == NULL)
    self->row = tend_record_copy (record);
  if (tend_operation_get_label (TEND_OPERATION (self)) == NULL)
    tend_operation_set_label (TEND_OPERATION (self), label);
}

static gboolean
fail_missing (const TendNoun  *noun,
              TendId           id,
              GError         **error)
{
  tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, NULL, NULL, "no such %s", noun->name);
  if (error != NULL)
    tend_error_set_id (*error, id);
  return FALSE;
}

static gboolean
create (TendEditOperation  *self,
        TendTransaction    *transaction,
        GError            **error)
{
  g_autoptr(TendRecord) record = tend_record_copy (self->after);

  set_row (self, record);
  tend_operation_set_count (TEND_OPERATION (self), 1);
  return tend_transaction_insert (transaction, record, error);
}

/* Takes over each field that was edited, unless someone else edited it too, and to something else. */
static gboolean
merge (TendEditOperation  *self,
       const TendRecord   *now,
       TendRecord         *merged,
       GError            **error)
{
  for (guint i = 0; i < self->noun->n_fields; i++)
    {
      const TendField *field = &self->noun->fields[i];

      if ((field->flags & TEND_FIELD_DERIVED) || tend_record_same (self->before, self->after, field))
        continue;
      if (!tend_record_same (self->before, now, field) && !tend_record_same (self->after, now, field))
        {
          self->newer = tend_record_copy (now);
          tend_set_error (error, TEND_ERROR_CONFLICT, TEND_REASON_CHANGED_SINCE, field->name, NULL, "%s was changed meanwhile", field->name);
          if (error != NULL)
            tend_error_set_id (*error, now->id);
          return FALSE;
        }
      tend_record_copy_field (merged, self->after, field);
    }
  return TRUE;
}

/* A change of owner is a handover, wherever it is made: one code path (rules.md, Handing over). */
static gboolean
hand_over (TendEditOperation  *self,
           TendTransaction    *transaction,
           TendRecord        **now,
           GError            **error)
{
  TendId owner = ((const TendAccountRecord *) self->after)->owner;
  TendReassignPreview result = { 0 };
  TendHandoverJob job = { .transaction = transaction, .manager = owner, .result = &result };

  if (self->noun != &tend_account_noun || owner == ((const TendAccountRecord *) self->before)->owner)
    return TRUE;
  if (owner == 0)
    {
      tend_set_error (error, TEND_ERROR_REFUSED, TEND_REASON_REQUIRED, "owner", NULL, "an account cannot be taken from everyone");
      return FALSE;
    }
  if (!tend_handover_table_check_target (&job, NULL, error) || !tend_handover_table_move (&job, (*now)->id, error))
    return FALSE;
  tend_record_free (*now);
  *now = tend_table_read (tend_transaction_get_database (transaction), self->noun, self->before->id, error);
  return *now != NULL;
}

static gboolean
update (TendEditOperation  *self,
        TendTransaction    *transaction,
        GError            **error)
{
  g_autoptr(TendRecord) now = tend_table_read (tend_transaction_get_database (transaction), self->noun, self->before->id, error);
  g_autoptr(TendRecord) merged = NULL;

  if (now == NULL)
    return error != NULL && *error != NULL ? FALSE : fail_missing (self->noun, self->before->id, error);
  if (!hand_over (self, transaction, &now, error))
    return FALSE;
  merged = tend_record_copy (now);
  if (!merge (self, now, merged, error))
    return FALSE;
  set_row (self, merged);
  tend_operation_set_count (TEND_OPERATION (self), 1);
  return tend_transaction_update (transaction, now, merged, error);
}

static gboolean
delete_one (TendEditOperation  *self,
            TendTransaction    *transaction,
            TendId              id,
            GError            **error)
{
  g_autoptr(TendRecord) record = tend_table_read (tend_transaction_get_database (transaction), self->noun, id, error);

  if (record == NULL)
    return error != NULL && *error != NULL ? FALSE : fail_missing (self->noun, id, error);
  set_row (self, record);
  /* What forbids it is asked for first: its children would be gone when the row itself is looked at. */
  return tend_invariants_check (transaction, record, NULL, error) && tend_children_release (transaction, record, error) &&
         tend_transaction_delete (transaction, record, error);
}

static gboolean
delete_all (TendEditOperation  *self,
            TendTransaction    *transaction,
            GCancellable       *cancellable,
            GError            **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !delete_one (self, transaction, g_array_index (self->ids, TendId, i), error))
      return FALSE;
  tend_operation_set_count (TEND_OPERATION (self), self->ids->len);
  return TRUE;
}

static gboolean
tend_edit_operation_run (TendOperation    *operation,
                         TendTransaction  *transaction,
                         GCancellable     *cancellable,
                         GError          **error)
{
  TendEditOperation *self = TEND_EDIT_OPERATION (operation);
  g_autoptr(GError) local = NULL;
  gboolean ok;

  if (self->after == NULL)
    ok = delete_all (self, transaction, cancellable, &local);
  else if (self->before == NULL)
    ok = create (self, transaction, &local);
  else
    ok = update (self, transaction, &local);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&local));
  return ok;
}

static void
tend_edit_operation_finalize (GObject *object)
{
  TendEditOperation *self = TEND_EDIT_OPERATION (object);

  g_clear_pointer (&self->before, tend_record_free);
  g_clear_pointer (&self->after, tend_record_free);
  g_clear_pointer (&self->newer, tend_record_free);
  g_clear_pointer (&self->row, tend_record_free);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (tend_edit_operation_parent_class)->finalize (object);
}

static void
tend_edit_operation_class_init (TendEditOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_edit_operation_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "edit";
  TEND_OPERATION_CLASS (klass)->run = tend_edit_operation_run;
}

static void
tend_edit_operation_init (TendEditOperation *self)
{
}

TendOperation *
tend_edit_operation_new_create (const TendRecord *record)
{
  TendEditOperation *self = g_object_new (TEND_TYPE_EDIT_OPERATION, NULL);

  self->noun = record->noun;
  self->after = tend_record_copy (record);
  if (self->after->id == 0)
    self->after->id = tend_id_new ();
  tend_operation_set_kind (TEND_OPERATION (self), "create");
  return TEND_OPERATION (self);
}

TendOperation *
tend_edit_operation_new_update (const TendRecord *before,
                                const TendRecord *after)
{
  TendEditOperation *self = g_object_new (TEND_TYPE_EDIT_OPERATION, NULL);

  g_return_val_if_fail (before->noun == after->noun && before->id == after->id, TEND_OPERATION (self));
  self->noun = before->noun;
  self->before = tend_record_copy (before);
  self->after = tend_record_copy (after);
  return TEND_OPERATION (self);
}

TendOperation *
tend_edit_operation_new_delete (const TendNoun *noun,
                                const TendId   *ids,
                                gsize           n_ids)
{
  TendEditOperation *self = g_object_new (TEND_TYPE_EDIT_OPERATION, NULL);

  self->noun = noun;
  self->ids = tend_ids_copy (ids, n_ids);
  tend_operation_set_kind (TEND_OPERATION (self), "delete");
  return TEND_OPERATION (self);
}

TendId
tend_edit_operation_get_id (TendEditOperation *self)
{
  if (self->after != NULL)
    return self->after->id;
  return self->ids->len > 0 ? g_array_index (self->ids, TendId, 0) : 0;
}

const TendRecord *
tend_edit_operation_get_newer (TendEditOperation *self)
{
  return self->newer;
}

const TendRecord *
tend_edit_operation_get_row (TendEditOperation *self)
{
  return self->row;
}
