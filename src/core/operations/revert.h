/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

#define TEND_TYPE_REVERT_OPERATION (tend_revert_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendRevertOperation, tend_revert_operation, TEND, REVERT_OPERATION, TendOperation)

/* Takes a batch back (undo; of an undo: redo), as a batch of its own. Rows that have been changed since are left alone
 * and named. NOTHING where the batch does not exist or is taken back already; CHANGED_SINCE where nothing of it could
 * be taken back. */
TendOperation *tend_revert_operation_new          (TendId               batch);
/* The rows left alone because they have changed since: noun and id. (element-type TendChangeItem), valid when applied. */
GArray        *tend_revert_operation_get_left     (TendRevertOperation *self);
/* The kind of the batch that was taken back ("reassign"), and its label. */
const char    *tend_revert_operation_get_reverted (TendRevertOperation *self);

G_END_DECLS
