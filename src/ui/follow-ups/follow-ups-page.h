/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_FOLLOW_UPS_PAGE (tend_follow_ups_page_get_type ())
G_DECLARE_FINAL_TYPE (TendFollowUpsPage, tend_follow_ups_page, TEND, FOLLOW_UPS_PAGE, AdwNavigationPage)

/**
 * TendFollowUpsPage:
 *
 * The agenda: what is overdue, due today, tomorrow, this week and later, and what is done. Each is settled in place, by
 * its buttons or by keys: d done, s snooze, e edit, Return its account, Delete.
 * Signals: `activated (gint64 account)`: the account of the follow-up should be gone to. `selected (gint64 account)`: it
 * may be shown where there is room beside the list.
 */
TendFollowUpsPage *tend_follow_ups_page_new      (TendBook          *book);
/* Whose follow-ups: a manager's, or (0) everyone's. */
void               tend_follow_ups_page_set_manager (TendFollowUpsPage *self,
                                                  TendId             manager);
TendId             tend_follow_ups_page_get_manager (TendFollowUpsPage *self);
/* Chooses the follow-up and brings it into sight, once it is in the list. */
void               tend_follow_ups_page_select   (TendFollowUpsPage *self,
                                                  TendId             follow_up);

G_END_DECLS
