/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "handover.h"

/**
 * tend_handover_refuse_target:
 * @target: a manager
 *
 * Returns: why nothing may be handed to @target (%TEND_REASON_MISSING, %TEND_REASON_INACTIVE), or %TEND_REASON_NONE
 */
TendReason
tend_handover_refuse_target (const TendHandoverTarget *target)
{
  if (target->id == 0 || !target->known)
    return TEND_REASON_MISSING;

  return target->active ? TEND_REASON_NONE : TEND_REASON_INACTIVE;
}

/**
 * tend_handover_refuse:
 * @target: a manager
 * @owner: the present owner of an account; 0 for nobody
 *
 * Returns: why this account may not be handed to @target (also %TEND_REASON_PRESENT_OWNER), or %TEND_REASON_NONE
 */
TendReason
tend_handover_refuse (const TendHandoverTarget *target,
                      TendId                    owner)
{
  TendReason reason = tend_handover_refuse_target (target);

  if (reason == TEND_REASON_NONE && owner == target->id)
    return TEND_REASON_PRESENT_OWNER;

  return reason;
}

/**
 * tend_handover_warns_of_tier:
 * @target: a manager
 * @tier_a: whether the account is of tier A
 *
 * Returns: whether to warn that so large an account would go to an assistant
 */
gboolean
tend_handover_warns_of_tier (const TendHandoverTarget *target,
                             gboolean                  tier_a)
{
  return tier_a && target->role == TEND_ROLE_ASSISTANT;
}

/**
 * tend_handover_warns_of_health:
 * @rules: the rules
 * @health: of the account; -1 = unknown
 *
 * Returns: whether to warn that an account in so bad a state would change hands: below 40
 */
gboolean
tend_handover_warns_of_health (const TendRules *rules,
                               int              health)
{
  return health >= 0 && health < rules->handover_health;
}

/**
 * tend_handover_warns_of_renewal:
 * @rules: the rules
 * @next_renewal: of the account, or %TEND_DAY_NONE
 * @today: a day
 *
 * Returns: whether to warn that it would change hands so shortly before a renewal: within 60 days
 */
gboolean
tend_handover_warns_of_renewal (const TendRules *rules,
                                TendDay          next_renewal,
                                TendDay          today)
{
  return next_renewal != TEND_DAY_NONE && next_renewal >= today && next_renewal - today <= rules->handover_renewal_days;
}
