/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change-set.h"

#include "change.h"

struct _TendChangeSet
{
  GArray   *items;
  gboolean  total;
};

G_DEFINE_BOXED_TYPE (TendChangeSet, tend_change_set, tend_change_set_ref, tend_change_set_unref)

static void
tend_change_set_clear (TendChangeSet *self)
{
  g_array_unref (self->items);
}

TendChangeSet *
tend_change_set_new (void)
{
  TendChangeSet *self = g_atomic_rc_box_new0 (TendChangeSet);

  self->items = g_array_new (FALSE, FALSE, sizeof (TendChangeItem));
  return self;
}

TendChangeSet *
tend_change_set_ref (TendChangeSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tend_change_set_unref (TendChangeSet *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) tend_change_set_clear);
}

void
tend_change_set_add (TendChangeSet  *self,
                     const TendNoun *noun,
                     TendId          id,
                     TendId          account,
                     TendChangeKind  kind)
{
  TendChangeItem item = { noun, id, account, kind };

  g_array_append_val (self->items, item);
}

void
tend_change_set_set_total (TendChangeSet *self)
{
  self->total = TRUE;
}

gboolean
tend_change_set_get_total (const TendChangeSet *self)
{
  return self->total;
}

const TendChangeItem *
tend_change_set_get_items (const TendChangeSet *self,
                           guint               *n_items)
{
  if (n_items != NULL)
    *n_items = self->items->len;
  return (const TendChangeItem *) (gpointer) self->items->data;
}

gboolean
tend_change_set_touches (const TendChangeSet *self,
                         const TendNoun      *noun)
{
  if (self->total)
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, TendChangeItem, i).noun == noun)
      return TRUE;
  return FALSE;
}

gboolean
tend_change_set_touches_account (const TendChangeSet *self,
                                 TendId               account)
{
  if (self->total)
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, TendChangeItem, i).account == account)
      return TRUE;
  return FALSE;
}

gboolean
tend_change_set_is_empty (const TendChangeSet *self)
{
  return !self->total && self->items->len == 0;
}

void
tend_change_free (TendChange *self)
{
  if (self == NULL)
    return;
  g_free (self->operation);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
