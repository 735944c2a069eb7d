/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

#define TEND_TYPE_PUT_OFF_OPERATION (tend_put_off_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendPutOffOperation, tend_put_off_operation, TEND, PUT_OFF_OPERATION, TendOperation)

/* Puts a reason for which @account stands on Today off until a day; it does not show before (rules.md, Contact and cadence).
 * @kind: TendAlertKind; @item: the need, purchase or opportunity, 0 = the account itself; @until: a date, without one it is
 * refused (INPUT, REQUIRED); @reason: may be NULL. One that is put off already gets the new day and reason: there is one
 * alert an account, kind and item. */
TendOperation *tend_put_off_operation_new (TendId      account,
                                           int         kind,
                                           TendId      item,
                                           const char *until,
                                           const char *reason);

G_END_DECLS
