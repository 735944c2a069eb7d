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
 * Activates `win.snooze-follow-up` with what was chosen.
 */
GtkWidget *tend_snooze_popover_new           (void);
void       tend_snooze_popover_set_follow_up (TendSnoozePopover *self,
                                              TendId             follow_up);

G_END_DECLS
