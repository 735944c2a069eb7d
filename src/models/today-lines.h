/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today-line-private.h"

G_BEGIN_DECLS

/**
 * TendTodayLines:
 *
 * The lines of a list that were looked at last, made a page at a time: what a page is about is read together, waiting a
 * few milliseconds at most; after that its objects come unread and fill themselves. A line that somebody holds stays the
 * same wherever it moves.
 */
typedef struct _TendTodayLines TendTodayLines;

/* The line at @position as the book ranked it. */
typedef const TendUrgencyItem *(*TendTodayGetItem) (gpointer list,
                                                    guint    position);

/* @list is borrowed and outlives it. */
TendTodayLines *tend_today_lines_new    (TendBook         *book,
                                         TendTodayGetItem  get_item,
                                         gpointer          list);
void            tend_today_lines_free   (TendTodayLines   *self);
/* The line at @position of @n_items. (transfer full) */
TendTodayLine  *tend_today_lines_get    (TendTodayLines   *self,
                                         guint             position,
                                         guint             n_items);
/* Lines that somebody holds learn what is new about them. @items: TendUrgencyItem. */
void            tend_today_lines_update (TendTodayLines   *self,
                                         GArray           *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTodayLines, tend_today_lines_free)

G_END_DECLS
