/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_TIMELINE_ITEM (tend_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (TendTimelineItem, tend_timeline_item, TEND, TIMELINE_ITEM, GObject)

/**
 * TendTimelineItem:
 *
 * An entry of a timeline: a live object, and what about it is told. A need stands in a timeline twice, so its live object
 * alone would not say which entry it is.
 */
TendTimelineItem *tend_timeline_item_new        (TendTimelineKind  kind,
                                                 TendEntity       *entity);
TendTimelineKind  tend_timeline_item_get_kind   (TendTimelineItem *self);
/* Of the noun tend_timeline_noun() says; perhaps not read yet. Borrowed. */
TendEntity       *tend_timeline_item_get_entity (TendTimelineItem *self);

G_END_DECLS
