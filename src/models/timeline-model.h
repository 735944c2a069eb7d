/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "id-list.h"
#include "timeline-item.h"

G_BEGIN_DECLS

#define TEND_TYPE_TIMELINE_MODEL (tend_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (TendTimelineModel, tend_timeline_model, TEND, TIMELINE_MODEL, GObject)

/**
 * TendTimelineModel:
 *
 * What happened on an account, newest first: a #GListModel of #TendTimelineItem and a #TendIdList, whose sections are the
 * months. An array of small structs and a cache of pages, like #TendEntityListModel, but over the rows of several nouns;
 * a change becomes the smallest splice. An id of the list is the row's own; that of a need's resolution is its negative.
 * An entry has one item as long as anyone holds it.
 *
 * Properties: account, kinds, loading, n-items. Signal: `loaded ()`, when the list is as the book has it.
 */
/* @zone: of days and months. */
TendTimelineModel *tend_timeline_model_new         (TendBook          *book,
                                                    GTimeZone         *zone);
/* Another account's entries are gone at once. 0: none. */
void               tend_timeline_model_set_account (TendTimelineModel *self,
                                                    TendId             account);
TendId             tend_timeline_model_get_account (TendTimelineModel *self);
void               tend_timeline_model_set_kinds   (TendTimelineModel *self,
                                                    TendTimelineKinds  kinds);
TendTimelineKinds  tend_timeline_model_get_kinds   (TendTimelineModel *self);
gboolean           tend_timeline_model_get_loading (TendTimelineModel *self);
/* FALSE past the end. */
gboolean           tend_timeline_model_get_entry   (TendTimelineModel *self,
                                                    guint              position,
                                                    TendTimelineEntry *entry);

G_END_DECLS
