/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_PAGE (tend_account_page_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountPage, tend_account_page, TEND, ACCOUNT_PAGE, AdwNavigationPage)

/**
 * TendAccountPage:
 *
 * Everything about one account: how it stands, what comes next, its people and its data, and one switch away its
 * history. Without one it says that there is none to see. What it does, it does through the window's actions.
 */
TendAccountPage *tend_account_page_new         (TendBook        *book);
TendAccount     *tend_account_page_get_account (TendAccountPage *self);
void             tend_account_page_set_account (TendAccountPage *self,
                                                TendAccount     *account);
/* Makes one more of the parts that an account needs, each in some ms; FALSE: all are there. Whatever lacks is made with the
 * first account. */
gboolean         tend_account_page_prepare     (TendAccountPage *self);

G_END_DECLS
