/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

typedef enum { TEND_RESOLVE_RESOLVE, TEND_RESOLVE_WAIT, TEND_RESOLVE_REOPEN, TEND_RESOLVE_WIN, TEND_RESOLVE_LOSE } TendResolveAct;

#define TEND_TYPE_RESOLVE_OPERATION (tend_resolve_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendResolveOperation, tend_resolve_operation, TEND, RESOLVE_OPERATION, TendOperation)

/* Brings needs to another state: RESOLVE (how: @note, may be NULL), WAIT for a colleague (@liaison, of the same account;
 * 0 = for somebody else), REOPEN (also what waits; how it was resolved last stays on the row, and all of it in the
 * journal). RESOLVE of a resolved need and REOPEN of an open one are REFUSED with SETTLED, WAIT for a liaison of another
 * account with MISSING. */
TendOperation *tend_resolve_operation_new_need        (const TendId   *needs,
                                                       gsize           n_needs,
                                                       TendResolveAct  act,
                                                       TendId          liaison,
                                                       const char     *note);
/* Closes an opportunity on @day (YYYY-MM-DD, the user's today): WIN, or LOSE with the reason @note, which is REQUIRED.
 * REOPEN puts a closed one back into negotiation. One that is closed already is REFUSED with SETTLED, as is reopening an
 * open one. */
TendOperation *tend_resolve_operation_new_opportunity (TendId          opportunity,
                                                       TendResolveAct  act,
                                                       const char     *day,
                                                       const char     *note);

G_END_DECLS
