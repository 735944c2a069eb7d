/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "models/account-list-model.h"
#include "ui/widgets/selection.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_LIST_PAGE (tend_account_list_page_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountListPage, tend_account_list_page, TEND, ACCOUNT_LIST_PAGE, AdwNavigationPage)

/**
 * TendAccountListPage:
 *
 * The list of accounts: search, filters, sort, selection, and what can be done with what is selected. Actions with the
 * prefix `accounts.`, filters with `filter.`.
 * Properties: selected-id (int64: the id of the only selected account, else 0), sort (the word of the settings).
 * Signal: `activated (int64)`: an account was asked for, by click, tap or Enter.
 */
TendAccountListPage  *tend_account_list_page_new             (TendBook            *book);
/* Whose accounts are listed; @manager counts for OWN and TEAM. */
void                  tend_account_list_page_set_scope       (TendAccountListPage *self,
                                                              TendScope            scope,
                                                              TendId               manager);
TendId                tend_account_list_page_get_manager     (TendAccountListPage *self);
TendAccountListModel *tend_account_list_page_get_model       (TendAccountListPage *self);
TendSelection        *tend_account_list_page_get_selection   (TendAccountListPage *self);
TendId                tend_account_list_page_get_selected_id (TendAccountListPage *self);
/* Selects an account, whether or not its row is there yet, and scrolls to it. */
void                  tend_account_list_page_select          (TendAccountListPage *self,
                                                              TendId               account);
/* Puts the keyboard into the search entry. */
void                  tend_account_list_page_begin_search    (TendAccountListPage *self);

G_END_DECLS
