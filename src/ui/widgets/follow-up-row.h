/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_FOLLOW_UP_ROW (tend_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (TendFollowUpRow, tend_follow_up_row, TEND, FOLLOW_UP_ROW, GtkBox)

/**
 * TendFollowUpRow:
 *
 * A follow-up in two lines: what, and when and for whom; settled in place by its buttons or keys (d done, s snooze,
 * Return edit), through the window's actions. Follows the live object.
 * Properties: `icons` (buttons show icons alone, for long lists). Signal: `described (const char *)`: all of it as one
 * text, for screen readers.
 */
GtkWidget    *tend_follow_up_row_new           (gboolean          icons);
/* @account: shown below the title; may be NULL. */
void          tend_follow_up_row_set_follow_up (TendFollowUpRow  *self,
                                                TendFollowUp     *follow_up,
                                                TendAccount      *account);
TendFollowUp *tend_follow_up_row_get_follow_up (TendFollowUpRow  *self);
/* The clock has moved on. */
void          tend_follow_up_row_refresh       (TendFollowUpRow  *self);
/* What the keys do; the row must stand in a window of Tend's. */
void          tend_follow_up_row_done          (TendFollowUpRow  *self);
void          tend_follow_up_row_snooze        (TendFollowUpRow  *self);
void          tend_follow_up_row_edit          (TendFollowUpRow  *self);
/* Pops the row's menu up at this place of it: what its More button has. */
void          tend_follow_up_row_popup         (TendFollowUpRow  *self,
                                                double            x,
                                                double            y);

G_END_DECLS
