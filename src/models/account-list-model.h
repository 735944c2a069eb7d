/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-view.h"
#include "entity-list-model.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_LIST_MODEL (tend_account_list_model_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountListModel, tend_account_list_model, TEND, ACCOUNT_LIST_MODEL, TendEntityListModel)

/**
 * TendAccountListModel:
 *
 * The accounts of a book: searched, filtered, sorted. Properties: search, sort, descending, scope, manager, statuses,
 * tiers. Sorted by name at first. What it shows as a whole is its view.
 */
TendAccountListModel *tend_account_list_model_new            (TendBook             *book);

/* Words searched for; NULL or "": all. */
void                  tend_account_list_model_set_search     (TendAccountListModel *self,
                                                              const char           *words);
const char           *tend_account_list_model_get_search     (TendAccountListModel *self);
/* A field of the account ("name", "city", "tier", "next_follow_up"), or "newest". */
void                  tend_account_list_model_set_sort       (TendAccountListModel *self,
                                                              const char           *field,
                                                              gboolean              descending);
const char           *tend_account_list_model_get_sort       (TendAccountListModel *self);
gboolean              tend_account_list_model_get_descending (TendAccountListModel *self);
/* @manager counts for OWN and TEAM. */
void                  tend_account_list_model_set_scope      (TendAccountListModel *self,
                                                              TendScope             scope,
                                                              TendId                manager);
TendScope             tend_account_list_model_get_scope      (TendAccountListModel *self);
TendId                tend_account_list_model_get_manager    (TendAccountListModel *self);
/* Bits 1 << TendAccountStatus; 0 = whatever status. */
void                  tend_account_list_model_set_statuses   (TendAccountListModel *self,
                                                              guint                 statuses);
guint                 tend_account_list_model_get_statuses   (TendAccountListModel *self);
/* Bits 1 << TendTier; 0 = whatever tier. */
void                  tend_account_list_model_set_tiers      (TendAccountListModel *self,
                                                              guint                 tiers);
guint                 tend_account_list_model_get_tiers      (TendAccountListModel *self);
/* The whole state at once, for a saved view; health, focus, quiet and product are set this way alone. Notifies all
 * properties. */
void                  tend_account_list_model_set_view       (TendAccountListModel  *self,
                                                              const TendAccountView *view);
const TendAccountView *tend_account_list_model_get_view      (TendAccountListModel  *self);
/* Asks again, where the answer depends on the time and this has gone on. */
void                  tend_account_list_model_refresh        (TendAccountListModel  *self);

G_END_DECLS
