/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-item.h"

struct _TendTimelineItem
{
  GObject           parent_instance;

  TendEntity       *entity;
  TendTimelineKind  kind;
};

G_DEFINE_FINAL_TYPE (TendTimelineItem, tend_timeline_item, G_TYPE_OBJECT)

static void
tend_timeline_item_finalize (GObject *object)
{
  g_object_unref (TEND_TIMELINE_ITEM (object)->entity);

  G_OBJECT_CLASS (tend_timeline_item_parent_class)->finalize (object);
}

static void
tend_timeline_item_class_init (TendTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_timeline_item_finalize;
}

static void
tend_timeline_item_init (TendTimelineItem *self)
{
}

TendTimelineItem *
tend_timeline_item_new (TendTimelineKind  kind,
                        TendEntity       *entity)
{
  TendTimelineItem *self;

  g_return_val_if_fail (TEND_IS_ENTITY (entity), NULL);

  self = g_object_new (TEND_TYPE_TIMELINE_ITEM, NULL);
  self->kind = kind;
  self->entity = g_object_ref (entity);

  return self;
}

TendTimelineKind
tend_timeline_item_get_kind (TendTimelineItem *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_ITEM (self), 0);

  return self->kind;
}

TendEntity *
tend_timeline_item_get_entity (TendTimelineItem *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_ITEM (self), NULL);

  return self->entity;
}
