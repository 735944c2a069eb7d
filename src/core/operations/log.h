/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/follow-up.h"
#include "../entities/interaction.h"
#include "operation.h"

G_BEGIN_DECLS

#define TEND_TYPE_LOG_OPERATION (tend_log_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendLogOperation, tend_log_operation, TEND, LOG_OPERATION, TendOperation)

/* Logs contact with a client: the interaction, and in the same batch, so that one undo takes all of it back,
 * @next: the follow-up that was promised on the way, of the same account; may be NULL.
 * @done: an open follow-up of the account that this settled; 0 = none. @outcome: how; NULL = the interaction's summary.
 * Fields of %TEND_ERROR_INPUT are those of the interaction ("at", "summary", …), those of @next begin with "next."
 * ("next.title"). A @done that is settled already: %TEND_ERROR_REFUSED with SETTLED; of another account:
 * %TEND_ERROR_INPUT with MISSING. Records are copied; those without an id get one. */
TendOperation *tend_log_operation_new             (const TendInteractionRecord *interaction,
                                                   const TendFollowUpRecord    *next,
                                                   TendId                       done,
                                                   const char                  *outcome);
TendId         tend_log_operation_get_interaction (TendLogOperation            *self);
/* 0 where none was planned. */
TendId         tend_log_operation_get_next        (TendLogOperation            *self);

G_END_DECLS
