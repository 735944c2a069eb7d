/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "day.h"
#include "rules.h"

G_BEGIN_DECLS

/**
 * TendHealthInputs:
 *
 * What an account's health is computed from: the facts of a day. Made by tend_health_inputs_init(), which knows nothing.
 */
typedef struct
{
  TendDay  today;

  int      pulse;             /* the newest impression or fresh start with a new owner, 0–10; -1 = none */
  TendDay  pulse_day;
  int      survey;            /* the client's newest answer, 0–10; -1 = none */
  TendDay  survey_day;

  int      cadence_days;      /* the rhythm that holds; 0 = none */
  TendDay  last_contact;      /* day of the newest two-way interaction in the past */

  gboolean has_needs;         /* whether it ever had one: none at all is no data */
  int      n_needs;           /* open ones */
  int      n_late_needs;      /* of them past their promise */
  int      need_load;         /* tend_health_need_load() of the open ones, summed */

  int      n_fits[3];         /* running purchases that fit, fit partly, do not fit */
  gint64   yearly_value;      /* now, minor units */
  gint64   yearly_value_ago;  /* a year ago; 0 = no client then, no trend */
  gboolean has_invoices;
  TendDay  overdue_since;     /* oldest due date of what is overdue; %TEND_DAY_NONE = nothing is */
} TendHealthInputs;

/* The parts of the commercial input. */
typedef enum { TEND_COMMERCIAL_FIT, TEND_COMMERCIAL_TREND, TEND_COMMERCIAL_INVOICES } TendCommercialPart;

#define TEND_N_COMMERCIAL_PARTS (TEND_COMMERCIAL_INVOICES + 1)

/**
 * TendHealthReason:
 * @input: which input
 * @score: its own, 0–100
 * @weight: its weight in the rules
 * @share: its weight in per cent of the weights that have data
 * @points: what it brings of the 100
 * @lost: what it costs of the 100
 * @value: PULSE, SURVEY: 0–10; CONTACT: days since the last; NEEDS: how many are open; COMMERCIAL: per cent by which the
 *   yearly value has changed in a year (0 without a trend)
 * @detail: CONTACT: the agreed rhythm in days; NEEDS: how many are past their promise; COMMERCIAL: days since which the
 *   oldest invoice is overdue (0 = none); else 0
 * @load: NEEDS: what the open ones weigh; else 0
 * @parts: COMMERCIAL: score of each part, -1 without data
 * @age_days: how old what it is computed from is; 0 for what holds today
 * @lift: the score with which this input alone would lift the health into the next band; -1 = it cannot
 * @target: the @value that gives it: PULSE, SURVEY: at least so many of 10; CONTACT: at most so many days; NEEDS: at most so
 *   much load; COMMERCIAL: the score itself. -1 = it cannot
 * @lifted: the health with this input at its best
 *
 * Why health is as it is. Points are rounded one by one: their sum may differ from the health by 1 or 2.
 */
typedef struct
{
  TendHealthInput input;
  int             score;
  int             weight;
  int             share;
  int             points;
  int             lost;
  int             value;
  int             detail;
  int             load;
  int             parts[TEND_N_COMMERCIAL_PARTS];
  int             age_days;
  int             lift;
  int             target;
  int             lifted;
} TendHealthReason;

/**
 * TendHealth:
 * @score: 0–100; -1 = unknown, no input has data
 * @band: TendBand
 * @next_band: TendBand, the one above; @band itself where there is none
 * @to_next: how many points are missing for it
 * @n_reasons: how many inputs have data
 * @reasons: them, the one that costs the most first
 */
typedef struct
{
  int              score;
  int              band;
  int              next_band;
  int              to_next;
  guint            n_reasons;
  TendHealthReason reasons[TEND_N_HEALTH_INPUTS];
} TendHealth;

/**
 * TendHealthPoint:
 * @day: the day
 * @score: from that day on; -1 = unknown
 * @band: TendBand
 *
 * A point in the course of an account's health, which holds until the next one.
 */
typedef struct
{
  TendDay day;
  int     score;
  int     band;
} TendHealthPoint;

void     tend_health_inputs_init  (TendHealthInputs       *inputs,
                                   TendDay                 today);
int      tend_health_need_load    (const TendRules        *rules,
                                   int                     priority,
                                   gboolean                late);
int      tend_health_band         (const TendRules        *rules,
                                   int                     score);
int      tend_health_value_change (gint64                  now,
                                   gint64                  ago);
int      tend_health_trend_score  (const TendRules        *rules,
                                   gint64                  now,
                                   gint64                  ago);
int      tend_health_needs_score  (const TendRules        *rules,
                                   int                     load);
int      tend_health_contact_score (const TendRules       *rules,
                                   int                     age_days,
                                   int                     cadence_days);
void     tend_health_compute      (const TendRules        *rules,
                                   const TendHealthInputs *inputs,
                                   TendHealth             *health);
gboolean tend_health_moved        (const TendRules        *rules,
                                   const TendHealthPoint  *before,
                                   const TendHealthPoint  *now);
TendDay  tend_health_fell_on      (const TendRules        *rules,
                                   const TendHealthPoint  *points,
                                   gsize                   n_points,
                                   TendDay                 today);
gboolean tend_health_proposes_at_risk (const TendRules       *rules,
                                   const TendHealthPoint  *points,
                                   gsize                   n_points,
                                   TendDay                 next_renewal,
                                   TendDay                 today);

G_END_DECLS
