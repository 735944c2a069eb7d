/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "health.h"

#include "../entities/account.h"

/* Scores are carried in hundredths, so that only the end is rounded. */
#define FINE 100
#define BEST (100 * FINE)


static gint64
divide_rounded (gint64 a,
                gint64 b)
{
  return (2 * a + b) / (2 * b);
}

/* Between (x0, y0) and (x1, y1), where x0 <= x <= x1. */
static int
between (gint64 x,
         gint64 x0,
         int    y0,
         gint64 x1,
         int    y1)
{
  if (x1 <= x0)
    return y1;
  return y0 < y1 ? y0 + (int) divide_rounded ((x - x0) * (y1 - y0), x1 - x0)
                 : y1 + (int) divide_rounded ((x1 - x) * (y0 - y1), x1 - x0);
}

/**
 * tend_health_inputs_init:
 * @inputs: (out caller-allocates): the facts
 * @today: of this day
 *
 * Nothing is known.
 */
void
tend_health_inputs_init (TendHealthInputs *inputs,
                         TendDay           today)
{
  *inputs = (TendHealthInputs) {
    .today = today, .pulse = -1, .pulse_day = TEND_DAY_NONE, .survey = -1, .survey_day = TEND_DAY_NONE,
    .last_contact = TEND_DAY_NONE, .overdue_since = TEND_DAY_NONE,
  };
}

/**
 * tend_health_need_load:
 * @rules: the rules
 * @priority: TendPriority of an open need
 * @late: whether it is past its promise
 *
 * Returns: what it weighs: 1, 2, 4 or 8, twice that when it is late
 */
int
tend_health_need_load (const TendRules *rules,
                       int              priority,
                       gboolean         late)
{
  return rules->need_weights[priority] * (late ? rules->need_late_factor : 1);
}

/**
 * tend_health_band:
 * @rules: the rules
 * @score: 0–100, or -1
 *
 * Returns: TendBand: thriving from 80, steady from 60, watch from 40, at risk below
 */
int
tend_health_band (const TendRules *rules,
                  int              score)
{
  if (score < 0)
    return TEND_BAND_UNKNOWN;
  if (score >= rules->band_thriving)
    return TEND_BAND_THRIVING;
  if (score >= rules->band_steady)
    return TEND_BAND_STEADY;
  return score >= rules->band_watch ? TEND_BAND_WATCH : TEND_BAND_AT_RISK;
}

static int
band_begin (const TendRules *rules,
            int              band)
{
  switch (band)
    {
    case TEND_BAND_THRIVING:
      return rules->band_thriving;
    case TEND_BAND_STEADY:
      return rules->band_steady;
    case TEND_BAND_WATCH:
      return rules->band_watch;
    default:
      return 0;
    }
}

static int
contact_fine (const TendRules *rules,
              int              age,
              int              cadence)
{
  int zero = cadence * rules->contact_zero_percent;

  if (age <= cadence)
    return BEST;
  if (age * 100 >= zero)
    return 0;
  return between (age * 100, cadence * 100, BEST, zero, 0);
}

static int
needs_fine (const TendRules *rules,
            int              load)
{
  static const int scores[] = { 80, 50, 20 };
  int from = 0, from_score = 100;

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      if (load <= rules->need_loads[i])
        return between (load, from, from_score * FINE, rules->need_loads[i], scores[i] * FINE);
      from = rules->need_loads[i];
      from_score = scores[i];
    }
  return load >= rules->need_load_zero ? 0 : between (load, from, from_score * FINE, rules->need_load_zero, 0);
}

/* By how much, in hundredths of a per cent, within a range that no rule reaches beyond. */
static int
change_fine (gint64 now,
             gint64 ago)
{
  double change = ((double) now - (double) ago) / (double) ago * 100 * FINE;

  return (int) (CLAMP (change, -BEST, 1000 * FINE) + (change < 0 ? -0.5 : 0.5));
}

static int
trend_fine (const TendRules *rules,
            gint64           now,
            gint64           ago)
{
  int change = change_fine (now, ago);
  int flat = rules->trend_flat_score * FINE;

  if (change <= -rules->trend_fall_percent * FINE)
    return 0;
  if (change <= 0)
    return between (change, -rules->trend_fall_percent * FINE, 0, 0, flat);
  if (change >= rules->trend_rise_percent * FINE)
    return BEST;
  return between (change, 0, flat, rules->trend_rise_percent * FINE, BEST);
}

/**
 * tend_health_value_change:
 * @now: the yearly value now
 * @ago: what it was a year ago; 0 gives 0
 *
 * Returns: by how many per cent it has changed, at most 1000
 */
int
tend_health_value_change (gint64 now,
                          gint64 ago)
{
  int change = ago > 0 ? change_fine (now, ago) : 0;

  return change < 0 ? (int) -divide_rounded (-change, FINE) : (int) divide_rounded (change, FINE);
}

/**
 * tend_health_trend_score:
 * @rules: the rules
 * @now: the yearly value now
 * @ago: what it was a year ago
 *
 * Returns: 0 at half, 70 unchanged, 100 a fifth above it, linear between; -1 where there was none a year ago
 */
int
tend_health_trend_score (const TendRules *rules,
                         gint64           now,
                         gint64           ago)
{
  return ago > 0 ? (int) divide_rounded (trend_fine (rules, now, ago), FINE) : -1;
}

/**
 * tend_health_needs_score:
 * @rules: the rules
 * @load: what the open needs weigh
 *
 * Returns: 100 at 0, 80 at 2, 50 at 5, 20 at 10, 0 from 16 on, linear between
 */
int
tend_health_needs_score (const TendRules *rules,
                         int              load)
{
  return (int) divide_rounded (needs_fine (rules, load), FINE);
}

/**
 * tend_health_contact_score:
 * @rules: the rules
 * @age_days: days since the last contact
 * @cadence_days: the agreed rhythm, above 0
 *
 * Returns: 100 up to the rhythm, falling to 0 at three times that
 */
int
tend_health_contact_score (const TendRules *rules,
                           int              age_days,
                           int              cadence_days)
{
  return (int) divide_rounded (contact_fine (rules, age_days, cadence_days), FINE);
}

/* The mean of the parts that have data; each part's score goes to @parts. */
static int
commercial_fine (const TendRules        *rules,
                 const TendHealthInputs *inputs,
                 int                     parts[TEND_N_COMMERCIAL_PARTS])
{
  int n_known = inputs->n_fits[0] + inputs->n_fits[1] + inputs->n_fits[2];
  int fine[TEND_N_COMMERCIAL_PARTS] = { -1, -1, -1 };
  int sum = 0, n = 0;

  if (n_known > 0)
    fine[TEND_COMMERCIAL_FIT] = (int) divide_rounded ((gint64) inputs->n_fits[0] * BEST
                                                      + (gint64) inputs->n_fits[1] * rules->fit_partly_score * FINE, n_known);
  if (inputs->yearly_value_ago > 0)
    fine[TEND_COMMERCIAL_TREND] = trend_fine (rules, inputs->yearly_value, inputs->yearly_value_ago);
  if (inputs->has_invoices && inputs->overdue_since == TEND_DAY_NONE)
    fine[TEND_COMMERCIAL_INVOICES] = BEST;
  else if (inputs->has_invoices)
    fine[TEND_COMMERCIAL_INVOICES] = inputs->today - inputs->overdue_since <= rules->overdue_days ? rules->overdue_score * FINE : 0;

  for (int i = 0; i < TEND_N_COMMERCIAL_PARTS; i++)
    {
      parts[i] = fine[i] < 0 ? -1 : (int) divide_rounded (fine[i], FINE);
      sum += MAX (fine[i], 0);
      n += fine[i] >= 0;
    }
  return n > 0 ? (int) divide_rounded (sum, n) : -1;
}

static gboolean
is_within (TendDay day,
           TendDay today,
           int     days)
{
  return day != TEND_DAY_NONE && today - day <= days;
}

static int
age_of (TendDay day,
        TendDay today)
{
  return MAX (today - day, 0);
}

/* Fills what belongs to the input itself. Returns its score in hundredths, -1 without data. */
static int
score_input (const TendRules        *rules,
             const TendHealthInputs *inputs,
             TendHealthReason       *reason)
{
  switch (reason->input)
    {
    case TEND_HEALTH_PULSE:
      if (inputs->pulse < 0 || !is_within (inputs->pulse_day, inputs->today, rules->pulse_days))
        return -1;
      reason->value = inputs->pulse;
      reason->age_days = age_of (inputs->pulse_day, inputs->today);
      return inputs->pulse * 10 * FINE;
    case TEND_HEALTH_CONTACT:
      if (inputs->cadence_days == 0 || inputs->last_contact == TEND_DAY_NONE)
        return -1;
      reason->value = reason->age_days = age_of (inputs->last_contact, inputs->today);
      reason->detail = inputs->cadence_days;
      return contact_fine (rules, reason->age_days, inputs->cadence_days);
    case TEND_HEALTH_NEEDS:
      if (!inputs->has_needs)
        return -1;
      reason->value = inputs->n_needs;
      reason->detail = inputs->n_late_needs;
      reason->load = inputs->need_load;
      return needs_fine (rules, inputs->need_load);
    case TEND_HEALTH_SURVEY:
      if (inputs->survey < 0 || !is_within (inputs->survey_day, inputs->today, rules->survey_days))
        return -1;
      reason->value = inputs->survey;
      reason->age_days = age_of (inputs->survey_day, inputs->today);
      return inputs->survey * 10 * FINE;
    case TEND_HEALTH_COMMERCIAL:
    default:
      reason->value = tend_health_value_change (inputs->yearly_value, inputs->yearly_value_ago);
      reason->detail = inputs->overdue_since == TEND_DAY_NONE ? 0 : age_of (inputs->overdue_since, inputs->today);
      return commercial_fine (rules, inputs, reason->parts);
    }
}

/* The value that gives an input at least the score @fine; the way back through the rule. */
static int
target_of (const TendRules        *rules,
           const TendHealthReason *reason,
           int                     fine)
{
  int target;

  switch (reason->input)
    {
    case TEND_HEALTH_PULSE:
    case TEND_HEALTH_SURVEY:
      return (fine + 10 * FINE - 1) / (10 * FINE);
    case TEND_HEALTH_CONTACT:
      for (target = reason->value; target > 0 && contact_fine (rules, target, reason->detail) < fine;)
        target--;
      return target;
    case TEND_HEALTH_NEEDS:
      for (target = reason->load; target > 0 && needs_fine (rules, target) < fine;)
        target--;
      return target;
    case TEND_HEALTH_COMMERCIAL:
    default:
      return reason->lift;
    }
}

/* What the input alone could do: @sum is of weight × score in hundredths, @weights of the weights. */
static void
say_lift (const TendRules  *rules,
          const TendHealth *health,
          TendHealthReason *reason,
          int               fine,
          gint64            sum,
          gint64            weights)
{
  gint64 others = sum - (gint64) reason->weight * fine;
  gint64 wanted;

  reason->lifted = (int) divide_rounded (others + (gint64) reason->weight * BEST, weights * FINE);
  reason->lift = reason->target = -1;
  if (health->to_next == 0 || reason->weight == 0)
    return;

  /* The least sum that is rounded up to where the next band begins. */
  wanted = weights * ((gint64) band_begin (rules, health->next_band) * FINE - FINE / 2) - others;
  if (wanted > (gint64) reason->weight * BEST)
    return;
  wanted = (wanted + reason->weight - 1) / reason->weight;
  reason->lift = (int) ((wanted + FINE - 1) / FINE);
  reason->target = target_of (rules, reason, (int) wanted);
}

static void
sort_reasons (TendHealth *health)
{
  for (guint i = 1; i < health->n_reasons; i++)
    for (guint j = i; j > 0 && health->reasons[j].lost > health->reasons[j - 1].lost; j--)
      {
        TendHealthReason reason = health->reasons[j];

        health->reasons[j] = health->reasons[j - 1];
        health->reasons[j - 1] = reason;
      }
}

/**
 * tend_health_compute:
 * @rules: the rules
 * @inputs: the facts of a day
 * @health: (out caller-allocates): the health of that day, with its reasons
 *
 * Σ weight × score / Σ weight over the inputs that have data (rules.md, Health). No data is no health, never 0.
 */
void
tend_health_compute (const TendRules        *rules,
                     const TendHealthInputs *inputs,
                     TendHealth             *health)
{
  int fine[TEND_N_HEALTH_INPUTS];
  gint64 sum = 0, weights = 0;

  *health = (TendHealth) { .score = -1 };
  for (int i = 0; i < TEND_N_HEALTH_INPUTS; i++)
    {
      TendHealthReason reason = { .input = (TendHealthInput) i, .weight = rules->weights[i], .parts = { -1, -1, -1 } };
      int score = reason.weight > 0 ? score_input (rules, inputs, &reason) : -1;

      if (score < 0)
        continue;
      fine[health->n_reasons] = score;
      reason.score = (int) divide_rounded (score, FINE);
      health->reasons[health->n_reasons++] = reason;
      sum += (gint64) reason.weight * score;
      weights += reason.weight;
    }
  if (weights == 0)
    return;

  health->score = (int) divide_rounded (sum, weights * FINE);
  health->band = tend_health_band (rules, health->score);
  health->next_band = MIN (health->band + 1, TEND_BAND_THRIVING);
  health->to_next = MAX (band_begin (rules, health->next_band) - health->score, 0);
  for (guint i = 0; i < health->n_reasons; i++)
    {
      TendHealthReason *reason = &health->reasons[i];

      reason->share = (int) divide_rounded ((gint64) reason->weight * 100, weights);
      reason->points = (int) divide_rounded ((gint64) reason->weight * fine[i], weights * FINE);
      reason->lost = (int) divide_rounded ((gint64) reason->weight * (BEST - fine[i]), weights * FINE);
      say_lift (rules, health, reason, fine[i], sum, weights);
    }
  sort_reasons (health);
}

/**
 * tend_health_moved:
 * @rules: the rules
 * @before: (nullable): the last point written down
 * @now: a day's health
 *
 * Returns: whether @now is worth a point of its own: the score moved by 2 or more, or the band changed
 */
gboolean
tend_health_moved (const TendRules       *rules,
                   const TendHealthPoint *before,
                   const TendHealthPoint *now)
{
  if (before == NULL)
    return now->score >= 0;

  return before->band != now->band || ABS (before->score - now->score) >= rules->history_step;
}

static gboolean
is_below (const TendRules       *rules,
          const TendHealthPoint *point,
          int                    top_band,
          int                    top_score)
{
  return point->band < top_band || point->score <= top_score - rules->fall_points;
}

/**
 * tend_health_fell_on:
 * @rules: the rules
 * @points: (array length=n_points): the course of the health, oldest first; the last is today's
 * @n_points: how many
 * @today: the day
 *
 * Looks at the last 14 days: was the health in a higher band in them, or 10 points higher, and has not come back? A health
 * that is unknown is not below anything, and what was before it does not count.
 *
 * Returns: the first day on which it stood below, or %TEND_DAY_NONE
 */
TendDay
tend_health_fell_on (const TendRules       *rules,
                     const TendHealthPoint *points,
                     gsize                  n_points,
                     TendDay                today)
{
  const TendHealthPoint *now = n_points > 0 ? &points[n_points - 1] : NULL;
  gsize first = n_points;
  int top_band = 0, top_score = 0;
  TendDay fell = TEND_DAY_NONE;

  if (now == NULL || now->score < 0)
    return TEND_DAY_NONE;

  /* A point holds until the next one: the one that held when the window began is in it. */
  while (first > 0 && points[first - 1].score >= 0)
    if (points[--first].day <= today - rules->fall_days)
      break;
  for (gsize i = first; i < n_points; i++)
    {
      top_band = MAX (top_band, points[i].band);
      top_score = MAX (top_score, points[i].score);
    }
  if (!is_below (rules, now, top_band, top_score))
    return TEND_DAY_NONE;
  for (gsize i = n_points; i > first && is_below (rules, &points[i - 1], top_band, top_score); i--)
    fell = points[i - 1].day;
  return fell;
}

/**
 * tend_health_proposes_at_risk:
 * @rules: the rules
 * @points: (array length=n_points): the course of the health, oldest first; the last is today's
 * @n_points: how many
 * @next_renewal: or %TEND_DAY_NONE
 * @today: the day
 *
 * Returns: whether the status "at risk" is to be proposed: after 28 days below 40, or below 60 with a renewal in 90 days
 */
gboolean
tend_health_proposes_at_risk (const TendRules       *rules,
                              const TendHealthPoint *points,
                              gsize                  n_points,
                              TendDay                next_renewal,
                              TendDay                today)
{
  TendDay since = TEND_DAY_NONE;
  int score = n_points > 0 ? points[n_points - 1].score : -1;

  if (score < 0)
    return FALSE;
  if (next_renewal != TEND_DAY_NONE && next_renewal >= today && next_renewal - today <= rules->propose_renewal_days
      && score < rules->propose_renewal_health)
    return TRUE;

  for (gsize i = n_points; i > 0 && points[i - 1].band == TEND_BAND_AT_RISK; i--)
    since = points[i - 1].day;
  return since != TEND_DAY_NONE && today - since >= rules->propose_days;
}
