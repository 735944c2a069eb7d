/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"
#include "day.h"
#include "ladder.h"
#include "rules.h"

G_BEGIN_DECLS

/**
 * TendHandoverTarget:
 * @id: the manager; 0 for nobody
 * @known: whether the book has such a manager
 * @active: whether she is active
 * @role: her role
 *
 * To whom accounts shall be handed.
 */
typedef struct
{
  TendId id;
  gboolean known;
  gboolean active;
  TendRole role;
} TendHandoverTarget;

TendReason tend_handover_refuse_target (const TendHandoverTarget *target);
TendReason tend_handover_refuse        (const TendHandoverTarget *target,
                                        TendId                    owner);
gboolean   tend_handover_warns_of_tier (const TendHandoverTarget *target,
                                        gboolean                  tier_a);
gboolean   tend_handover_warns_of_health  (const TendRules       *rules,
                                        int                       health);
gboolean   tend_handover_warns_of_renewal (const TendRules       *rules,
                                        TendDay                   next_renewal,
                                        TendDay                   today);

G_END_DECLS
