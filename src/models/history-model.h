/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "history-entry.h"

G_BEGIN_DECLS

#define TEND_TYPE_HISTORY_MODEL (tend_history_model_get_type ())
G_DECLARE_FINAL_TYPE (TendHistoryModel, tend_history_model, TEND, HISTORY_MODEL, GObject)

/**
 * TendHistoryModel:
 *
 * The journal, newest first: a #GListModel of #TendHistoryEntry, of one account and what belongs to it, or the heads of
 * all batches. Starts with one page of 50; tend_history_model_load_more() adds one. Follows the book.
 * Properties: account, loading, has-more. Signal: `loaded ()`.
 */
/* @account 0: the heads of all batches. */
TendHistoryModel *tend_history_model_new          (TendBook         *book,
                                                   TendId            account);
void              tend_history_model_set_account  (TendHistoryModel *self,
                                                   TendId            account);
TendId            tend_history_model_get_account  (TendHistoryModel *self);
gboolean          tend_history_model_get_loading  (TendHistoryModel *self);
/* Whether there are older entries than those listed. */
gboolean          tend_history_model_get_has_more (TendHistoryModel *self);
void              tend_history_model_load_more    (TendHistoryModel *self);

G_END_DECLS
