/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "models/today-model.h"

G_BEGIN_DECLS

#define TEND_TYPE_TODAY_ROW (tend_today_row_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayRow, tend_today_row, TEND, TODAY_ROW, GtkBox)

/**
 * TendTodayRow:
 *
 * A line of Today: what, for which hat and why, and three buttons that settle it in place through the window's actions.
 * Follows the line. Signal: `described (const char *)`: all of it as one text, for screen readers.
 */
GtkWidget     *tend_today_row_new      (TendBook       *book,
                                        TendTodayModel *model);
/* NULL: nothing. */
void           tend_today_row_set_line (TendTodayRow  *self,
                                        TendTodayLine *line);
TendTodayLine *tend_today_row_get_line (TendTodayRow  *self);
/* The clock has moved on. */
void           tend_today_row_refresh  (TendTodayRow  *self);
/* What the buttons and keys do. */
void           tend_today_row_act      (TendTodayRow  *self);
void           tend_today_row_snooze   (TendTodayRow  *self);
void           tend_today_row_log      (TendTodayRow  *self);

G_END_DECLS
