/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation.h"

typedef struct
{
  TendId  batch;
  TendId  by;
  TendId  undoes;
  guint   count;
  char   *kind;
  char   *label;
} TendOperationPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendOperation, tend_operation, G_TYPE_OBJECT)

static void
tend_operation_finalize (GObject *object)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (TEND_OPERATION (object));

  g_free (priv->kind);
  g_free (priv->label);
  G_OBJECT_CLASS (tend_operation_parent_class)->finalize (object);
}

static void
tend_operation_class_init (TendOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_operation_finalize;
}

static void
tend_operation_init (TendOperation *self)
{
}

const char *
tend_operation_get_kind (TendOperation *self)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  return priv->kind != NULL ? priv->kind : TEND_OPERATION_GET_CLASS (self)->kind;
}

void
tend_operation_set_kind (TendOperation *self,
                         const char    *kind)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  g_set_str (&priv->kind, kind);
}

TendId
tend_operation_get_batch (TendOperation *self)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  return priv->batch;
}

void
tend_operation_set_batch (TendOperation *self,
                          TendId         batch)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  priv->batch = batch;
}

TendId
tend_operation_get_undoes (TendOperation *self)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  return priv->undoes;
}

void
tend_operation_set_undoes (TendOperation *self,
                           TendId         batch)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  priv->undoes = batch;
}

guint
tend_operation_get_count (TendOperation *self)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  return priv->count;
}

void
tend_operation_set_count (TendOperation *self,
                          guint          count)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  priv->count = count;
}

const char *
tend_operation_get_label (TendOperation *self)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  return priv->label;
}

void
tend_operation_set_label (TendOperation *self,
                          const char    *label)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  g_set_str (&priv->label, label);
}

TendId
tend_operation_get_by (TendOperation *self)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  return priv->by;
}

void
tend_operation_set_by (TendOperation *self,
                       TendId         manager)
{
  TendOperationPrivate *priv = tend_operation_get_instance_private (self);

  priv->by = manager;
}

gboolean
tend_operation_run (TendOperation    *self,
                    TendTransaction  *transaction,
                    GCancellable     *cancellable,
                    GError          **error)
{
  return TEND_OPERATION_GET_CLASS (self)->run (self, transaction, cancellable, error);
}
