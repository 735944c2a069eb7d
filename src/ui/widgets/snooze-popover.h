/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/types.h"

G_BEGIN_DECLS

#define TEND_TYPE_SNOOZE_POPOVER (tend_snooze_popover_get_type ())
G_DECLARE_FINAL_TYPE (TendSnoozePopover, tend_snooze_popover, TEND, SNOOZE_POPOVER, GtkPopover)

/**
 * TendSnoozePopover:
 *
 * Until when a follow-up is snoozed, and why: in an hour, tomorrow morning, next week, or a time as people write it.
 * Activates `win.snooze-follow-up` with what was chosen. A reason for which an account stands on Today is put off by days:
 * tomorrow, next week, in four weeks, or a day as people write it; then it is `win.put-off`.
 */
GtkWidget *tend_snooze_popover_new           (void);
void       tend_snooze_popover_set_follow_up (TendSnoozePopover *self,
                                              TendId             follow_up);
/* @kind: TendAlertKind; @item: the need, purchase or opportunity, 0 = the account itself. */
void       tend_snooze_popover_set_reason    (TendSnoozePopover *self,
                                              TendId             account,
                                              int                kind,
                                              TendId             item);

G_END_DECLS
