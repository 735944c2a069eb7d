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

G_END_DECLS
