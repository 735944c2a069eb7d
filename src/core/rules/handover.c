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
