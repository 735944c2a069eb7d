/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"
#include "ladder.h"

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

G_END_DECLS
