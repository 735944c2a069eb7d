/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/summary.h"

G_BEGIN_DECLS

/**
 * TendSituation:
 * @account: whose
 * @summary: how it stands: `health` with its reasons, `balance` with its ages, `yearly_value` and `yearly_value_ago`,
 *   `cadence`, `last_contact`, `n_needs` by hat, `n_overdue_promises`, `next_renewal` with `renewal` and `notice_by`,
 *   `next_follow_up`, `focus`, `fell_on`
 * @quiet: whether it has gone quiet
 * @currency: of all amounts, ISO 4217; static
 * @history: (array length=n_history): the course of the health over the last year, oldest first; the last is @summary's own
 *   day. A point holds until the next one; a score of -1 is a gap
 * @fell_from: the highest health in the days in which it fell; -1 = it did not
 * @propose_at_risk: whether the status "at risk" is to be proposed (and is not set)
 * @renewal_product: what renews next; 0 = nothing
 * @owner_since: when the present owner got it; 0 = never handed over
 *
 * Everything that Overview says of an account, computed at the moment it is asked for. Money is in minor units.
 */
typedef struct
{
  TendId           account;
  TendSummary      summary;
  TendQuiet        quiet;
  const char      *currency;
  TendHealthPoint *history;
  gsize            n_history;
  int              fell_from;
  gboolean         propose_at_risk;
  TendId           renewal_product;
  TendInstant      owner_since;
} TendSituation;

#define TEND_TYPE_SITUATION (tend_situation_get_type ())
GType          tend_situation_get_type (void);
TendSituation *tend_situation_copy     (const TendSituation *self);
void           tend_situation_free     (TendSituation       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSituation, tend_situation_free)

/* How @account stands now. %TEND_ERROR_NOT_FOUND where there is none. (transfer full) */
TendSituation *tend_book_get_situation        (TendBook             *self,
                                               TendId                account,
                                               GError              **error);
void           tend_book_get_situation_async  (TendBook             *self,
                                               TendId                account,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
TendSituation *tend_book_get_situation_finish (TendBook             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
