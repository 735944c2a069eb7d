/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "focus.h"

/**
 * tend_focus_add:
 * @focus: an account's so far
 * @rules: the rules
 * @hat: which an open item wants
 * @reason: why it stands on Today; %TEND_URGENCY_NONE adds nothing
 *
 * Adds an open item.
 */
void
tend_focus_add (TendFocus       *focus,
                const TendRules *rules,
                TendHat          hat,
                TendUrgency      reason)
{
  int base = reason != TEND_URGENCY_NONE ? rules->class_bases[reason] : 0;

  focus->sums[hat] += base;
  focus->highest[hat] = MAX (focus->highest[hat], base);
}

/**
 * tend_focus_pick:
 * @focus: an account's
 *
 * The hat with the largest sum; of equals the one that has the most urgent item.
 *
 * Returns: an index in tend_focus: 0 where nothing is open, else hat + 1
 */
int
tend_focus_pick (const TendFocus *focus)
{
  int best = -1;

  for (int hat = 0; hat < TEND_N_HATS; hat++)
    if (focus->sums[hat] > 0
        && (best < 0 || focus->sums[hat] > focus->sums[best]
            || (focus->sums[hat] == focus->sums[best] && focus->highest[hat] > focus->highest[best])))
      best = hat;

  return best + 1;
}
