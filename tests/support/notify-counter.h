/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Counts how often a signal ("notify::name", "loaded") came. The object may end first. */
typedef struct
{
  GWeakRef object;
  gulong   handler;
  guint    n;
} NotifyCounter;

static inline void
notify_counter_count (NotifyCounter *self)
{
  self->n++;
}

static inline NotifyCounter *
notify_counter_new (gpointer    object,
                    const char *signal)
{
  NotifyCounter *self = g_new0 (NotifyCounter, 1);

  g_weak_ref_init (&self->object, object);
  self->handler = g_signal_connect_swapped (object, signal, G_CALLBACK (notify_counter_count), self);

  return self;
}

static inline void
notify_counter_free (NotifyCounter *self)
{
  g_autoptr (GObject) object = g_weak_ref_get (&self->object);

  if (object != NULL)
    g_signal_handler_disconnect (object, self->handler);
  g_weak_ref_clear (&self->object);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotifyCounter, notify_counter_free)

G_END_DECLS
