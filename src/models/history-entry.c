/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history-entry-private.h"

struct _TendHistoryEntry
{
  GObject     parent_instance;

  TendChange *change;
};

enum
{
  PROP_0,
  PROP_UNDONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TendHistoryEntry, tend_history_entry, G_TYPE_OBJECT)

static void
tend_history_entry_finalize (GObject *object)
{
  g_clear_pointer (&TEND_HISTORY_ENTRY (object)->change, tend_change_free);

  G_OBJECT_CLASS (tend_history_entry_parent_class)->finalize (object);
}

static void
tend_history_entry_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_UNDONE:
      g_value_set_boolean (value, tend_history_entry_get_undone (TEND_HISTORY_ENTRY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_history_entry_class_init (TendHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tend_history_entry_finalize;
  object_class->get_property = tend_history_entry_get_property;

  properties[PROP_UNDONE] =
    g_param_spec_boolean ("undone", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_history_entry_init (TendHistoryEntry *self)
{
}

TendHistoryEntry *
tend_history_entry_new (TendChange *change)
{
  TendHistoryEntry *self = g_object_new (TEND_TYPE_HISTORY_ENTRY, NULL);

  self->change = change;

  return self;
}

const TendChange *
tend_history_entry_get (TendHistoryEntry *self)
{
  g_return_val_if_fail (TEND_IS_HISTORY_ENTRY (self), NULL);

  return self->change;
}

gboolean
tend_history_entry_get_undone (TendHistoryEntry *self)
{
  g_return_val_if_fail (TEND_IS_HISTORY_ENTRY (self), FALSE);

  return self->change->undone;
}

void
tend_history_entry_set_undone (TendHistoryEntry *self,
                               gboolean          undone)
{
  if (self->change->undone == undone)
    return;

  self->change->undone = undone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE]);
}
