/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workload.h"

#include "../entities/account.h"

/**
 * tend_workload_hours:
 * @rules: the book's rules
 * @inputs: an account
 *
 * The base of its tier, times its risk, times what a renewal soon adds, and for every open need some time on top
 * (rules.md, Workload).
 *
 * Returns: hours a quarter
 */
double
tend_workload_hours (const TendRules          *rules,
                     const TendWorkloadInputs *inputs)
{
  double hours = rules->tier_hours[inputs->tier];

  if (inputs->band == TEND_BAND_AT_RISK)
    hours *= rules->risk_percent / 100.0;
  else if (inputs->band == TEND_BAND_WATCH)
    hours *= rules->watch_percent / 100.0;

  if (inputs->renews_soon)
    hours *= rules->renewal_percent / 100.0;

  return hours + (double) inputs->open_needs * rules->need_minutes / 60.0;
}

/**
 * tend_workload_capacity:
 * @rules: the book's rules
 * @full_time_share: the manager's, in per cent
 *
 * Returns: the hours a quarter that a manager has for clients (rules.md: 331.5 full time)
 */
double
tend_workload_capacity (const TendRules *rules,
                        gint64           full_time_share)
{
  return (double) rules->week_hours * rules->quarter_weeks * rules->work_percent * rules->client_percent * (double) full_time_share /
         1e6;
}

/**
 * tend_workload_level:
 * @rules: the book's rules
 * @hours: what a manager's accounts ask for
 * @capacity: what the manager has
 *
 * Returns: amber from its percentage on, red only above its own (rules.md: ≥ 85 %, > 100 %)
 */
TendWorkloadLevel
tend_workload_level (const TendRules *rules,
                     double           hours,
                     double           capacity)
{
  /* In thousandths: the borders are met by whole numbers, which fractions of an hour are not. */
  gint64 used = (gint64) (hours * 100 * 1000 + 0.5);
  gint64 full = (gint64) (capacity * 1000 + 0.5);

  if (used > full * rules->red_percent)
    return TEND_WORKLOAD_RED;
  return used >= full * rules->amber_percent ? TEND_WORKLOAD_AMBER : TEND_WORKLOAD_EASY;
}
