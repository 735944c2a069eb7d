/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * TendClaim:
 *
 * The claim to be the one process that reminds for a book: a lock on "<book>.reminders". Who does not get it waits, without
 * polling, until the holder lets go or dies; then the claim passes on by itself. The file also holds what the desktop was
 * shown and not yet told to take away, so that the next holder can take it away.
 */
typedef struct _TendClaim TendClaim;

/* The claim is held now. Called on the main thread, once, and never from within tend_claim_new(). */
typedef void (*TendClaimFunc) (gpointer user_data);

TendClaim *tend_claim_new     (const char     *path,
                               TendClaimFunc   func,
                               gpointer        user_data,
                               GError        **error);
/* Lets go, or stops waiting. */
void       tend_claim_drop    (TendClaim      *self);
/* What the holder wrote down last; "" where there is nothing. Only for the holder. (transfer full) */
char      *tend_claim_read    (TendClaim      *self);
void       tend_claim_write   (TendClaim      *self,
                               const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendClaim, tend_claim_drop)

G_END_DECLS
