/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/day.h"
#include "../types.h"

G_BEGIN_DECLS

/**
 * TendSummaryPass:
 * @zone: the zone of the user, in which days are counted from now on
 * @now: the time
 * @day: of the steps so far; %TEND_DAY_NONE before the first
 * @after: the account that was computed last
 * @done: nothing is left to do
 *
 * The pass over all accounts that a new day makes, or new rules, or another zone: a few hundred at a time, each step a
 * transaction of the caller's, so that nobody waits long for the lock. Without journal: what has changed is told by the
 * generation of the summaries, which counts up.
 */
typedef struct
{
  const char  *zone;
  TendInstant  now;
  TendDay      day;
  TendId       after;
  gboolean     done;
} TendSummaryPass;

/* Whether there is anything to do: @done says it. Only reads. */
gboolean tend_summary_pass_look           (TendSummaryPass  *self,
                                           TendDatabase     *database,
                                           GError          **error);
/* Computes the next accounts. Any number of processes may take turns. */
gboolean tend_summary_pass_step           (TendSummaryPass  *self,
                                           TendDatabase     *database,
                                           GError          **error);
/* All summaries are to be computed anew by the next pass. */
gboolean tend_summary_pass_require        (TendDatabase     *database,
                                           GError          **error);
/* Counts up with every pass that has changed something. */
gboolean tend_summary_pass_get_generation (TendDatabase     *database,
                                           gint64           *generation,
                                           GError          **error);

G_END_DECLS
