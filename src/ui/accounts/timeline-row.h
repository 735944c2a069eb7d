/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "models/timeline-item.h"
#include "timeline-names.h"

G_BEGIN_DECLS

#define TEND_TYPE_TIMELINE_ROW (tend_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (TendTimelineRow, tend_timeline_row, TEND, TIMELINE_ROW, GtkWidget)

/**
 * TendTimelineRow:
 *
 * An entry of a timeline in two lines: what it was about and when; of what kind, with whom, and how it went. Few widgets,
 * because a list shows two hundred of them (measured.md, Lists).
 * Signal: `described (const char *)`: all of it as one text, for screen readers; again whenever it reads differently.
 */
GtkWidget        *tend_timeline_row_new      (void);
/* Shows @item with the names that @names knows; NULL nothing. */
void              tend_timeline_row_set_item (TendTimelineRow   *self,
                                              TendTimelineItem  *item,
                                              TendTimelineNames *names);
TendTimelineItem *tend_timeline_row_get_item (TendTimelineRow   *self);
/* Names have become known, or the day is another one. */
void              tend_timeline_row_refresh  (TendTimelineRow   *self);

/* The row below @widget that has the keyboard, or whose list item has it; NULL where none has. */
TendTimelineRow  *tend_timeline_row_get_focused (GtkWidget      *widget);

G_END_DECLS
