/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_LIST_PAGE (tend_account_list_page_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountListPage, tend_account_list_page, TEND, ACCOUNT_LIST_PAGE, AdwNavigationPage)

/**
 * TendAccountListPage:
 *
 * The list of accounts: search, filters, sort, selection.
 */
TendAccountListPage *tend_account_list_page_new (TendBook *book);

G_END_DECLS
