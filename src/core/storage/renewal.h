/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary-table.h"
#include "transaction.h"

G_BEGIN_DECLS

/* A renewal makes its follow-up by itself: of a purchase, and of an opportunity that renews one. It is written with what
 * causes it, so that one undo takes both back; it moves with the date, and is dropped when there is nothing to renew any
 * more, as long as nobody has touched it. */

/* After a row was written; @before is NULL for a new one. Rows of other nouns are passed over. */
gboolean tend_renewal_follow  (TendTransaction   *transaction,
                               TendSummaryTable  *summaries,
                               const TendRecord  *before,
                               const TendRecord  *after,
                               GError           **error);
/* Before a row is deleted: its follow-up goes with it. */
gboolean tend_renewal_release (TendTransaction   *transaction,
                               TendSummaryTable  *summaries,
                               const TendRecord  *record,
                               GError           **error);

G_END_DECLS
