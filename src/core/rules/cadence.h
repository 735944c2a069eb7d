/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "rules.h"

G_BEGIN_DECLS

/**
 * TendCadenceInputs:
 * @tier: TendTier
 * @cadence_days: the account's own; 0 = the tier's
 * @resting: whether nobody need keep in touch (paused and former accounts)
 * @last_contact: day of the newest two-way interaction in the past, or %TEND_DAY_NONE
 * @customer_since: or %TEND_DAY_NONE
 * @held_until: day on which the last of the follow-ups planned with the client is due, or %TEND_DAY_NONE
 */
typedef struct
{
  int      tier;
  int      cadence_days;
  gboolean resting;
  TendDay  last_contact;
  TendDay  customer_since;
  TendDay  held_until;
} TendCadenceInputs;

typedef enum { TEND_QUIET_NO, TEND_QUIET_AMBER, TEND_QUIET_RED } TendQuiet;

/**
 * TendCadence:
 * @days: the rhythm that holds; 0 = none
 * @due: when contact is due by it, whatever is planned
 * @amber: from which day the account counts as gone quiet
 * @red: from which day for good
 *
 * All three days are %TEND_DAY_NONE where there is no rhythm, or nothing to count it from.
 */
typedef struct
{
  int     days;
  TendDay due;
  TendDay amber;
  TendDay red;
} TendCadence;

int       tend_cadence_days    (const TendRules         *rules,
                                int                      tier,
                                int                      own_days);
void      tend_cadence_compute (const TendRules         *rules,
                                const TendCadenceInputs *inputs,
                                TendCadence             *cadence);
TendQuiet tend_cadence_quiet   (const TendCadence       *cadence,
                                TendDay                  today);

G_END_DECLS
