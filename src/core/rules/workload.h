/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules.h"

G_BEGIN_DECLS

/**
 * TendWorkloadInputs:
 * @tier: TendTier
 * @band: TendBand of its health
 * @renews_soon: whether a renewal lies within the days of "near" (rules.md: 90)
 * @open_needs: how many needs wait
 *
 * What an account asks of whoever looks after it.
 */
typedef struct
{
  int      tier;
  int      band;
  gboolean renews_soon;
  gint64   open_needs;
} TendWorkloadInputs;

typedef enum { TEND_WORKLOAD_EASY, TEND_WORKLOAD_AMBER, TEND_WORKLOAD_RED } TendWorkloadLevel;

double            tend_workload_hours    (const TendRules          *rules,
                                          const TendWorkloadInputs *inputs);
double            tend_workload_capacity (const TendRules          *rules,
                                          gint64                    full_time_share);
TendWorkloadLevel tend_workload_level    (const TendRules          *rules,
                                          double                    hours,
                                          double                    capacity);

G_END_DECLS
