/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * TendUrgency:
 *
 * Why an account stands on Today, the most urgent reason first (rules.md, Today's order).
 */
typedef enum
{
  TEND_URGENCY_PROMISE_OVERDUE,  /* a follow-up that was promised to the client is overdue */
  TEND_URGENCY_NEED_URGENT,      /* an urgent need is past its promise */
  TEND_URGENCY_RENEWAL_AT_RISK,  /* a renewal within 30 days, with health below 60 */
  TEND_URGENCY_FOLLOW_UP,        /* a follow-up is due today, or overdue */
  TEND_URGENCY_NEED,             /* a need is past its promise */
  TEND_URGENCY_QUIET_RED,
  TEND_URGENCY_INVOICE,          /* invoices are overdue */
  TEND_URGENCY_BAND_FELL,
  TEND_URGENCY_RENEWAL,          /* a renewal within 90 days */
  TEND_URGENCY_QUIET_AMBER,
  TEND_URGENCY_NEXT_STEP,        /* an open opportunity has no next step */
  TEND_N_URGENCIES,
  TEND_URGENCY_NONE = -1
} TendUrgency;

typedef struct _TendUrgencyItem TendUrgencyItem;

/* Urgencies are counted in thousandths, so that they need no fractions: a class base of 100 is 100,000. */
#define TEND_URGENCY_SCALE 1000

/**
 * TendUrgencyItem:
 * @account: whom it is about
 * @item: the follow-up, need, purchase or opportunity; 0 = the account itself
 * @since: the instant or day that it is about (due, promised for, renews, quiet, overdue, fell); days at 00:00 UTC
 * @alert: what puts it off, or once did; 0 = nothing, or a follow-up, which is snoozed itself
 * @value: of a fall the health from which it fell, -1 unknown; else 0
 * @urgency: in thousandths
 * @reason: TendUrgency
 * @hat: TendHat
 *
 * A line of Today.
 */
struct _TendUrgencyItem
{
  TendId      account;
  TendId      item;
  TendId      alert;
  TendInstant since;
  gint32      value;
  gint32      urgency;
  gint16      reason;
  gint16      hat;
};

TendUrgency tend_urgency_of_follow_up  (gboolean         promised,
                                        gboolean         due,
                                        gboolean         overdue);
TendUrgency tend_urgency_of_need       (int              priority,
                                        int              days_late);
TendUrgency tend_urgency_of_renewal    (const TendRules *rules,
                                        int              days_until,
                                        int              health);
TendUrgency tend_urgency_of_quiet      (TendInstant      amber_from,
                                        TendInstant      red_from,
                                        TendInstant      now);
TendUrgency tend_urgency_of_fall       (const TendRules *rules,
                                        int              days_since);
gboolean    tend_urgency_concerns      (TendUrgency      reason,
                                        int              status);
int         tend_urgency_days_in_sight (const TendRules *rules,
                                        TendUrgency      reason,
                                        int              days_until);
int         tend_urgency_compute       (const TendRules *rules,
                                        TendUrgency      reason,
                                        int              days_late,
                                        gint64           value,
                                        gint64           top_value);
void        tend_urgency_rank          (TendUrgencyItem *items,
                                        gsize            n_items);

G_END_DECLS
