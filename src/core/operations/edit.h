/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

#define TEND_TYPE_EDIT_OPERATION (tend_edit_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendEditOperation, tend_edit_operation, TEND, EDIT_OPERATION, TendOperation)

/* Creates a row from @record (transfer none; its id may be 0 and is then made here). */
TendOperation    *tend_edit_operation_new_create (const TendRecord  *record);
/* Writes what differs between @before (as it was read) and @after; both copied. Only changed fields are written, so two
 * people may edit different fields of a row one after the other. Where a field that differs here was changed by someone
 * else since @before: %TEND_ERROR_CONFLICT, and tend_edit_operation_get_newer() gives the row as it is.
 * A manager: refused to deactivate with accounts (HAS_ACCOUNTS), to report to herself or in a ring (SELF, RING). */
TendOperation    *tend_edit_operation_new_update (const TendRecord  *before,
                                                  const TendRecord  *after);
/* Deletes the row with what belongs to it (an account's contacts, follow-ups and handovers). A manager with accounts or
 * reports is refused (HAS_ACCOUNTS, HAS_REPORTS). */
TendOperation    *tend_edit_operation_new_delete (const TendNoun    *noun,
                                                  const TendId      *ids,
                                                  gsize              n_ids);
/* The id of the (first) row concerned; known from the start. */
TendId            tend_edit_operation_get_id     (TendEditOperation *self);
/* After a conflict: the row as it is now; borrowed. NULL otherwise. */
const TendRecord *tend_edit_operation_get_newer  (TendEditOperation *self);
/* The (first) row concerned as it was written, or as it was before it was deleted, for those who say what was done;
 * borrowed. NULL while nothing is written. */
const TendRecord *tend_edit_operation_get_row    (TendEditOperation *self);

G_END_DECLS
