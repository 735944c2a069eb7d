/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "renewal.h"

/**
 * tend_renewal_lead_day:
 * @rules: the rules
 * @renews_on: when it renews, or %TEND_DAY_NONE
 * @ends_on: its last day, or %TEND_DAY_NONE
 * @notice_days: how long before that notice has to be given
 *
 * Returns: when somebody should begin to talk about it: 90 days before the last day for notice; %TEND_DAY_NONE where it does
 *   not renew
 */
TendDay
tend_renewal_lead_day (const TendRules *rules,
                       TendDay          renews_on,
                       TendDay          ends_on,
                       int              notice_days)
{
  if (renews_on == TEND_DAY_NONE || (ends_on != TEND_DAY_NONE && ends_on <= renews_on))
    return TEND_DAY_NONE;

  return renews_on - notice_days - rules->renewal_lead_days;
}

/**
 * tend_renewal_follow_up:
 * @rules: the rules
 * @renews_on: when it renews, or %TEND_DAY_NONE
 * @ends_on: its last day, or %TEND_DAY_NONE
 * @notice_days: how long before that notice has to be given
 * @today: a day
 *
 * Returns: for which day a renewal makes its follow-up: today where it should have been before; %TEND_DAY_NONE where it is
 *   past, or there is none
 */
TendDay
tend_renewal_follow_up (const TendRules *rules,
                        TendDay          renews_on,
                        TendDay          ends_on,
                        int              notice_days,
                        TendDay          today)
{
  TendDay lead = tend_renewal_lead_day (rules, renews_on, ends_on, notice_days);

  return lead == TEND_DAY_NONE || renews_on < today ? TEND_DAY_NONE : MAX (lead, today);
}
