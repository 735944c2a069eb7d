/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

/* What may go along; what always moves is not asked (rules.md, Handing over). */
typedef enum
{
  TEND_REASSIGN_DEFAULT      = 0,
  TEND_REASSIGN_OTHERS_OPEN  = 1 << 0,  /* others' open follow-ups, needs and opportunities on the accounts too */
  TEND_REASSIGN_CLOSED       = 1 << 1,  /* settled ones of the old owner too */
} TendReassignChoices;

/* What a reassignment would do, counted before it is done. */
typedef struct
{
  guint   accounts;        /* that would move */
  guint   present;         /* already the target's: left alone */
  guint   missing;         /* no longer in the book */
  guint   follow_ups;      /* open ones of the old owners, or nobody's: always move */
  guint   needs;           /* the same */
  guint   opportunities;   /* the same */
  guint   others_open;     /* open follow-ups, needs and opportunities of others: asked */
  guint   closed;          /* settled ones of the old owners: asked */
  guint   tier_a;          /* accounts of tier A that would go to an assistant: warned (0 unless the target is one) */
  guint   low_health;      /* accounts with health below health_limit (40): warned */
  guint   renewals;        /* accounts with a renewal within renewal_days (60): warned */
  int     health_limit;
  int     renewal_days;
  gboolean inactive;       /* the target is not active: refused */
  gboolean unknown_target; /* the target is not in the book: refused */
} TendReassignPreview;

/* Whether a person should see the preview before it is done: a warning, or something to choose. */
gboolean       tend_reassign_preview_asks (const TendReassignPreview *preview);

#define TEND_TYPE_REASSIGN_OPERATION (tend_reassign_operation_get_type ())
G_DECLARE_FINAL_TYPE (TendReassignOperation, tend_reassign_operation, TEND, REASSIGN_OPERATION, TendOperation)

/* Hands @accounts to @manager: ownership, the old owner's open follow-ups, needs and opportunities, one handover row an
 * account, one batch. The impression of what had an owner starts again at 4 of 10 (rules.md, Handing over).
 * Refused as a whole: INACTIVE, MISSING (target), PRESENT_OWNER (where nothing would move). Accounts that are the
 * target's already are left alone. @reason may be NULL. */
TendOperation *tend_reassign_operation_new        (const TendId          *accounts,
                                                   gsize                  n_accounts,
                                                   TendId                 manager,
                                                   TendReassignChoices    choices,
                                                   const char            *reason);
/* What it did: valid after it was applied. */
const TendReassignPreview *tend_reassign_operation_get_result (TendReassignOperation *self);

G_END_DECLS
