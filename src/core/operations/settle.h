/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

typedef enum { TEND_SETTLE_DONE, TEND_SETTLE_SNOOZE, TEND_SETTLE_DROP, TEND_SETTLE_REOPEN } TendSettleAct;

#define TEND_TYPE_SETTLE_OPERATION (tend_settle_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendSettleOperation, tend_settle_operation, TEND, SETTLE_OPERATION, TendOperation)

/* Settles follow-ups. Done, drop and snooze of a settled one, and reopen of an open one: REFUSED with SETTLED (so that
 * pressing Done twice, in the window and in the notification, does no harm).
 * @until: for snooze, when it reminds again (the due date stays). @note: outcome or reason; may be NULL. */
TendOperation *tend_settle_operation_new (const TendId  *follow_ups,
                                          gsize          n_follow_ups,
                                          TendSettleAct  act,
                                          TendInstant    until,
                                          const char    *note);

G_END_DECLS
