/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity.h"

typedef struct
{
  TendId      id;
  TendRecord *record;
  gboolean    loaded;
  gboolean    deleted;
} TendEntityPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
  PROP_DELETED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendEntity, tend_entity, G_TYPE_OBJECT)

static const TendNoun *
noun_of (TendEntity *self)
{
  return TEND_ENTITY_GET_CLASS (self)->noun;
}

static void
tend_entity_constructed (GObject *object)
{
  TendEntity *self = TEND_ENTITY (object);
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);

  G_OBJECT_CLASS (tend_entity_parent_class)->constructed (object);
  priv->record = tend_record_new (noun_of (self));
  priv->record->id = priv->id;
}

static void
tend_entity_finalize (GObject *object)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (TEND_ENTITY (object));

  g_clear_pointer (&priv->record, tend_record_free);
  G_OBJECT_CLASS (tend_entity_parent_class)->finalize (object);
}

static void
tend_entity_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TendEntity *self = TEND_ENTITY (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, tend_entity_get_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, tend_entity_get_loaded (self));
      break;
    case PROP_DELETED:
      g_value_set_boolean (value, tend_entity_get_deleted (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_entity_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (TEND_ENTITY (object));

  switch (prop_id)
    {
    case PROP_ID:
      priv->id = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_entity_class_init (TendEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_entity_constructed;
  object_class->finalize = tend_entity_finalize;
  object_class->get_property = tend_entity_get_property;
  object_class->set_property = tend_entity_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DELETED] = g_param_spec_boolean ("deleted", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TendEntity::changed:
   *
   * The row was read, has changed or is gone; comes once, after the properties have been notified.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tend_entity_init (TendEntity *self)
{
}

static void
get_field (GObject    *object,
           guint       prop_id,
           GValue     *value,
           GParamSpec *pspec)
{
  TendEntity *self = TEND_ENTITY (object);
  const TendRecord *record = tend_entity_get_record (self);
  const TendField *field = &noun_of (self)->fields[prop_id - 1];

  switch (field->type)
    {
    case TEND_FIELD_BOOLEAN:
      g_value_set_boolean (value, tend_record_get_int (record, field) != 0);
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      g_value_set_int64 (value, tend_record_get_int (record, field));
      break;
    case TEND_FIELD_TEXTS:
      g_value_set_boxed (value, tend_record_get_texts (record, field));
      break;
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_WORD:
    default:
      g_value_set_string (value, tend_record_get_text (record, field));
      break;
    }
}

static GParamSpec *
new_pspec (const TendField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB | G_PARAM_EXPLICIT_NOTIFY;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  switch (field->type)
    {
    case TEND_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case TEND_FIELD_TEXTS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_WORD:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

void
tend_entity_class_install (TendEntityClass *klass,
                           const TendNoun  *noun)
{
  klass->noun = noun;
  klass->field_pspecs = g_new0 (GParamSpec *, noun->n_fields + 1);
  for (guint i = 0; i < noun->n_fields; i++)
    klass->field_pspecs[i + 1] = new_pspec (&noun->fields[i]);
  G_OBJECT_CLASS (klass)->get_property = get_field;
  g_object_class_install_properties (G_OBJECT_CLASS (klass), noun->n_fields + 1, klass->field_pspecs);
}

TendEntity *
tend_entity_new (const TendNoun *noun,
                 TendId          id)
{
  return g_object_new (noun->get_type (), "id", id, NULL);
}

TendId
tend_entity_get_id (TendEntity *self)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);

  g_return_val_if_fail (TEND_IS_ENTITY (self), 0);
  return priv->id;
}

const TendNoun *
tend_entity_get_noun (TendEntity *self)
{
  g_return_val_if_fail (TEND_IS_ENTITY (self), NULL);
  return noun_of (self);
}

const TendRecord *
tend_entity_get_record (TendEntity *self)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);

  g_return_val_if_fail (TEND_IS_ENTITY (self), NULL);
  return priv->record;
}

gboolean
tend_entity_get_loaded (TendEntity *self)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);

  g_return_val_if_fail (TEND_IS_ENTITY (self), FALSE);
  return priv->loaded;
}

gboolean
tend_entity_get_deleted (TendEntity *self)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);

  g_return_val_if_fail (TEND_IS_ENTITY (self), FALSE);
  return priv->deleted;
}

static gboolean
notify_differences (TendEntity       *self,
                    const TendRecord *before,
                    const TendRecord *after)
{
  TendEntityClass *klass = TEND_ENTITY_GET_CLASS (self);
  gboolean differs = FALSE;

  for (guint i = 0; i < klass->noun->n_fields; i++)
    if (!tend_record_same (before, after, &klass->noun->fields[i]))
      {
        g_object_notify_by_pspec (G_OBJECT (self), klass->field_pspecs[i + 1]);
        differs = TRUE;
      }
  return differs;
}

static void
take_deleted (TendEntity *self)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);

  if (priv->deleted)
    return;
  priv->deleted = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELETED]);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tend_entity_take_record (TendEntity *self,
                         TendRecord *record)
{
  TendEntityPrivate *priv = tend_entity_get_instance_private (self);
  g_autoptr(TendRecord) before = NULL;
  gboolean differs;

  g_return_if_fail (TEND_IS_ENTITY (self));

  if (record == NULL)
    {
      take_deleted (self);
      return;
    }
  g_return_if_fail (record->noun == noun_of (self) && record->id == priv->id);
  before = g_steal_pointer (&priv->record);
  priv->record = record;
  differs = !priv->loaded || priv->deleted || before->version != record->version;
  g_object_freeze_notify (G_OBJECT (self));
  if (!priv->loaded)
    {
      priv->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  if (priv->deleted)
    {
      priv->deleted = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELETED]);
    }
  differs |= notify_differences (self, before, record);
  g_object_thaw_notify (G_OBJECT (self));
  if (differs)
    g_signal_emit (self, signals[CHANGED], 0);
}
