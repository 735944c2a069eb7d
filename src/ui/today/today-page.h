/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"
#include "core/reminders/clock.h"
#include "models/today-model.h"

G_BEGIN_DECLS

#define TEND_TYPE_TODAY_PAGE (tend_today_page_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayPage, tend_today_page, TEND, TODAY_PAGE, AdwNavigationPage)

/**
 * TendTodayPage:
 *
 * What needs the user now, a card an account, the most urgent first. Each line is settled in place, by its buttons or by
 * keys: j and k or the arrows go through them, d does it, s puts it off, l logs contact, Return goes to the account. Above
 * are the counts by hat, which filter. What is settled leaves, and the line after it is selected.
 * Signals: `activated (gint64 account)`: the account should be gone to. `selected (gint64 account)`: it may be shown where
 * there is room beside the list.
 */
TendTodayPage *tend_today_page_new      (TendBook      *book,
                                         TendClock     *clock);
/* Whose day it is; 0 = nobody said, and then it is everyone's. */
void           tend_today_page_set_user (TendTodayPage *self,
                                         TendId         manager);
/* The account of the line that is selected; 0 where none is. */
TendId         tend_today_page_get_account (TendTodayPage *self);
TendTodayModel *tend_today_page_get_model (TendTodayPage *self);

G_END_DECLS
