/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cadence.h"

/**
 * tend_cadence_days:
 * @rules: the rules
 * @tier: TendTier
 * @own_days: the account's own cadence; 0 = the tier's
 *
 * Returns: how many days may pass without two-way contact; 0 where the tier's is off
 */
int
tend_cadence_days (const TendRules *rules,
                   int              tier,
                   int              own_days)
{
  return own_days > 0 ? own_days : rules->cadence_days[tier];
}

/**
 * tend_cadence_compute:
 * @rules: the rules
 * @inputs: what is known of the account
 * @cadence: (out caller-allocates): what follows
 *
 * Due is the last contact, or customer since, and the cadence on it. Amber when due, red at 1.5 × the cadence, a half day
 * counting as a whole one; what is planned with the client holds both until it is due (rules.md, Contact and cadence).
 */
void
tend_cadence_compute (const TendRules         *rules,
                      const TendCadenceInputs *inputs,
                      TendCadence             *cadence)
{
  TendDay from = inputs->last_contact != TEND_DAY_NONE ? inputs->last_contact : inputs->customer_since;

  cadence->days = inputs->resting ? 0 : tend_cadence_days (rules, inputs->tier, inputs->cadence_days);
  cadence->due = cadence->amber = cadence->red = TEND_DAY_NONE;
  if (cadence->days == 0 || from == TEND_DAY_NONE)
    return;

  cadence->due = from + cadence->days;
  cadence->amber = MAX (cadence->due, inputs->held_until);
  cadence->red = MAX (from + (cadence->days * rules->quiet_red_percent + 99) / 100, inputs->held_until);
}

/**
 * tend_cadence_quiet:
 * @cadence: an account's
 * @today: a day
 *
 * Returns: how quiet the account is on that day
 */
TendQuiet
tend_cadence_quiet (const TendCadence *cadence,
                    TendDay            today)
{
  if (cadence->amber == TEND_DAY_NONE || today < cadence->amber)
    return TEND_QUIET_NO;

  return today < cadence->red ? TEND_QUIET_AMBER : TEND_QUIET_RED;
}
