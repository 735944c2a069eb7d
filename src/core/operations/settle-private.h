/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/follow-up.h"
#include "../storage/transaction.h"
#include "settle.h"

G_BEGIN_DECLS

/* How a follow-up is settled, for operations that do so beside other things. */
typedef struct
{
  TendSettleAct  act;
  TendInstant    until;   /* of a snooze */
  const char    *note;    /* outcome or reason; may be NULL */
} TendSettling;

/* Settles one follow-up within @transaction: as it stands then. Errors as tend_settle_operation_new() tells them.
 * (transfer full) */
TendFollowUpRecord *tend_settle_one (TendTransaction     *transaction,
                                     TendId               id,
                                     const TendSettling  *settling,
                                     GError             **error);

G_END_DECLS
