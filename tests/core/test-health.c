/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/entities/account.h"
#include "core/entities/need.h"
#include "core/rules/health.h"

#define TODAY 20000

static TendRules rules;

/* A point whose band follows from the score. */
typedef struct
{
  TendDay day;
  int     score;
} Point;

static void
test_bands (void)
{
  static const struct { int score; int band; } table[] = {
    { -1, TEND_BAND_UNKNOWN }, { 0, TEND_BAND_AT_RISK }, { 39, TEND_BAND_AT_RISK }, { 40, TEND_BAND_WATCH },
    { 59, TEND_BAND_WATCH }, { 60, TEND_BAND_STEADY }, { 79, TEND_BAND_STEADY }, { 80, TEND_BAND_THRIVING },
    { 100, TEND_BAND_THRIVING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_health_band (&rules, table[i].score), ==, table[i].band);
}

static void
test_needs (void)
{
  static const struct { int load; int score; } table[] = {
    { 0, 100 }, { 1, 90 }, { 2, 80 }, { 3, 70 }, { 4, 60 }, { 5, 50 }, { 6, 44 }, { 8, 32 }, { 10, 20 }, { 11, 17 },
    { 13, 10 }, { 15, 3 }, { 16, 0 }, { 17, 0 }, { 400, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_health_needs_score (&rules, table[i].load), ==, table[i].score);

  g_assert_cmpint (tend_health_need_load (&rules, TEND_PRIORITY_LOW, FALSE), ==, 1);
  g_assert_cmpint (tend_health_need_load (&rules, TEND_PRIORITY_NORMAL, FALSE), ==, 2);
  g_assert_cmpint (tend_health_need_load (&rules, TEND_PRIORITY_HIGH, FALSE), ==, 4);
  g_assert_cmpint (tend_health_need_load (&rules, TEND_PRIORITY_URGENT, FALSE), ==, 8);
  g_assert_cmpint (tend_health_need_load (&rules, TEND_PRIORITY_URGENT, TRUE), ==, 16);
}

static void
test_contact (void)
{
  static const struct { int age; int cadence; int score; } table[] = {
    { 0, 14, 100 }, { 14, 14, 100 }, { 15, 14, 96 }, { 21, 14, 75 }, { 28, 14, 50 }, { 41, 14, 4 }, { 42, 14, 0 },
    { 43, 14, 0 }, { 30, 30, 100 }, { 60, 30, 50 }, { 90, 30, 0 }, { 1, 1, 100 }, { 2, 1, 50 }, { 3, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_health_contact_score (&rules, table[i].age, table[i].cadence), ==, table[i].score);
}

static void
test_trend (void)
{
  static const struct { gint64 now; gint64 ago; int score; int change; } table[] = {
    { 0, 0, -1, 0 }, { 100000, 0, -1, 0 }, { 0, 100000, 0, -100 }, { 49999, 100000, 0, -50 }, { 50000, 100000, 0, -50 },
    { 75000, 100000, 35, -25 }, { 100000, 100000, 70, 0 }, { 110000, 100000, 85, 10 }, { 119000, 100000, 99, 19 },
    { 120000, 100000, 100, 20 }, { 900000, 100000, 100, 800 },
    { G_MAXINT64, 1, 100, 1000 }, { G_MAXINT64 - 1, G_MAXINT64, 70, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (tend_health_trend_score (&rules, table[i].now, table[i].ago), ==, table[i].score);
      g_assert_cmpint (tend_health_value_change (table[i].now, table[i].ago), ==, table[i].change);
    }
}

static void
test_no_data (void)
{
  TendHealthInputs inputs;
  TendHealth health;

  tend_health_inputs_init (&inputs, TODAY);
  tend_health_compute (&rules, &inputs, &health);

  g_assert_cmpint (health.score, ==, -1);
  g_assert_cmpint (health.band, ==, TEND_BAND_UNKNOWN);
  g_assert_cmpuint (health.n_reasons, ==, 0);
}

/* One input alone is the whole health. */
static void
test_alone (void)
{
  static const struct { const char *what; TendHealthInputs inputs; int score; } table[] = {
    { "impression", { .pulse = 7, .pulse_day = TODAY, .survey = -1 }, 70 },
    { "impression, 90 days old", { .pulse = 7, .pulse_day = TODAY - 90, .survey = -1 }, 70 },
    { "impression, 91 days old", { .pulse = 7, .pulse_day = TODAY - 91, .survey = -1 }, -1 },
    { "survey, 365 days old", { .pulse = -1, .survey = 0, .survey_day = TODAY - 365 }, 0 },
    { "survey, 366 days old", { .pulse = -1, .survey = 0, .survey_day = TODAY - 366 }, -1 },
    { "spoken to", { .pulse = -1, .survey = -1, .cadence_days = 14, .last_contact = TODAY - 28 }, 50 },
    { "no rhythm", { .pulse = -1, .survey = -1, .cadence_days = 0, .last_contact = TODAY - 28 }, -1 },
    { "needs, all resolved", { .pulse = -1, .survey = -1, .has_needs = TRUE }, 100 },
    { "needs", { .pulse = -1, .survey = -1, .has_needs = TRUE, .n_needs = 2, .need_load = 10 }, 20 },
    { "fits", { .pulse = -1, .survey = -1, .n_fits = { 1, 0, 0 } }, 100 },
    { "fits partly", { .pulse = -1, .survey = -1, .n_fits = { 0, 1, 0 } }, 50 },
    { "fits, fits partly, does not", { .pulse = -1, .survey = -1, .n_fits = { 1, 1, 1 } }, 50 },
    { "less a year", { .pulse = -1, .survey = -1, .yearly_value = 75, .yearly_value_ago = 100 }, 35 },
    { "more a year", { .pulse = -1, .survey = -1, .yearly_value = 120, .yearly_value_ago = 100 }, 100 },
    { "new", { .pulse = -1, .survey = -1, .yearly_value = 120 }, -1 },
    { "all paid", { .pulse = -1, .survey = -1, .has_invoices = TRUE }, 100 },
    { "overdue for 30 days", { .pulse = -1, .survey = -1, .has_invoices = TRUE, .overdue_since = TODAY - 30 }, 50 },
    { "overdue for 31 days", { .pulse = -1, .survey = -1, .has_invoices = TRUE, .overdue_since = TODAY - 31 }, 0 },
    { "fits, flat and overdue", { .pulse = -1, .survey = -1, .n_fits = { 1, 0, 0 }, .yearly_value = 5, .yearly_value_ago = 5,
                                  .has_invoices = TRUE, .overdue_since = TODAY - 90 }, 57 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendHealthInputs inputs = table[i].inputs;
      TendHealth health;

      g_test_message ("%s", table[i].what);
      inputs.today = TODAY;
      if (inputs.last_contact == 0)
        inputs.last_contact = TEND_DAY_NONE;
      if (inputs.overdue_since == 0)
        inputs.overdue_since = TEND_DAY_NONE;
      tend_health_compute (&rules, &inputs, &health);
      g_assert_cmpint (health.score, ==, table[i].score);
      g_assert_cmpint (health.band, ==, tend_health_band (&rules, table[i].score));
      g_assert_cmpuint (health.n_reasons, ==, table[i].score >= 0);
      if (health.n_reasons == 1)
        {
          g_assert_cmpint (health.reasons[0].share, ==, 100);
          g_assert_cmpint (health.reasons[0].points, ==, health.score);
          g_assert_cmpint (health.reasons[0].points + health.reasons[0].lost, ==, 100);
          g_assert_cmpint (health.reasons[0].lifted, ==, 100);
        }
    }
}

static void
all_inputs (TendHealthInputs *inputs)
{
  tend_health_inputs_init (inputs, TODAY);
  inputs->pulse = 5;
  inputs->pulse_day = TODAY - 10;
  inputs->cadence_days = 14;
  inputs->last_contact = TODAY - 28;
  inputs->has_needs = TRUE;
  inputs->n_needs = 2;
  inputs->n_late_needs = 1;
  inputs->need_load = 10;
  inputs->survey = 8;
  inputs->survey_day = TODAY - 100;
  inputs->has_invoices = TRUE;
}

static const TendHealthReason *
reason_of (const TendHealth *health,
           TendHealthInput   input)
{
  for (guint i = 0; i < health->n_reasons; i++)
    if (health->reasons[i].input == input)
      return &health->reasons[i];
  g_assert_not_reached ();
}

/* (30 × 50 + 20 × 50 + 20 × 20 + 15 × 80 + 15 × 100) / 100 = 56 */
static void
test_reasons (void)
{
  static const struct { TendHealthInput input; int score, share, points, lost, value, detail, age, lift, target, lifted; } table[] = {
    { TEND_HEALTH_NEEDS, 20, 20, 4, 16, 2, 1, 0, 38, 7, 72 },
    { TEND_HEALTH_PULSE, 50, 30, 15, 15, 5, 0, 10, 62, 7, 71 },
    { TEND_HEALTH_CONTACT, 50, 20, 10, 10, 28, 14, 28, 68, 23, 66 },
    { TEND_HEALTH_SURVEY, 80, 15, 12, 3, 8, 0, 100, -1, -1, 59 },
    { TEND_HEALTH_COMMERCIAL, 100, 15, 15, 0, 0, 0, 0, -1, -1, 56 },
  };
  TendHealthInputs inputs;
  TendHealth health;

  all_inputs (&inputs);
  tend_health_compute (&rules, &inputs, &health);

  g_assert_cmpint (health.score, ==, 56);
  g_assert_cmpint (health.band, ==, TEND_BAND_WATCH);
  g_assert_cmpint (health.next_band, ==, TEND_BAND_STEADY);
  g_assert_cmpint (health.to_next, ==, 4);
  g_assert_cmpuint (health.n_reasons, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const TendHealthReason *reason = &health.reasons[i];

      g_test_message ("%s", tend_health_inputs[table[i].input]);
      g_assert_cmpint (reason->input, ==, table[i].input);
      g_assert_cmpint (reason->score, ==, table[i].score);
      g_assert_cmpint (reason->share, ==, table[i].share);
      g_assert_cmpint (reason->points, ==, table[i].points);
      g_assert_cmpint (reason->lost, ==, table[i].lost);
      g_assert_cmpint (reason->value, ==, table[i].value);
      g_assert_cmpint (reason->detail, ==, table[i].detail);
      g_assert_cmpint (reason->age_days, ==, table[i].age);
      g_assert_cmpint (reason->lift, ==, table[i].lift);
      g_assert_cmpint (reason->target, ==, table[i].target);
      g_assert_cmpint (reason->lifted, ==, table[i].lifted);
    }
  g_assert_cmpint (reason_of (&health, TEND_HEALTH_NEEDS)->load, ==, 10);
  g_assert_cmpint (reason_of (&health, TEND_HEALTH_COMMERCIAL)->parts[TEND_COMMERCIAL_INVOICES], ==, 100);
  g_assert_cmpint (reason_of (&health, TEND_HEALTH_COMMERCIAL)->parts[TEND_COMMERCIAL_FIT], ==, -1);
}

static int
band_of (const TendHealthInputs *inputs)
{
  TendHealth health;

  tend_health_compute (&rules, inputs, &health);
  return health.band;
}

/* What a reason says would lift the band does, and the next worse value does not. */
static void
test_lift (void)
{
  TendHealthInputs inputs, other;
  TendHealth health;

  all_inputs (&inputs);
  tend_health_compute (&rules, &inputs, &health);

  other = inputs;
  other.pulse = reason_of (&health, TEND_HEALTH_PULSE)->target;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_STEADY);
  other.pulse--;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_WATCH);

  other = inputs;
  other.last_contact = TODAY - reason_of (&health, TEND_HEALTH_CONTACT)->target;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_STEADY);
  other.last_contact--;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_WATCH);

  other = inputs;
  other.need_load = reason_of (&health, TEND_HEALTH_NEEDS)->target;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_STEADY);
  other.need_load++;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_WATCH);

  other = inputs;
  other.survey = 10;
  g_assert_cmpint (band_of (&other), ==, TEND_BAND_WATCH);
}

/* In the best band there is nothing to lift. */
static void
test_thriving (void)
{
  TendHealthInputs inputs;
  TendHealth health;

  tend_health_inputs_init (&inputs, TODAY);
  inputs.pulse = 8;
  inputs.pulse_day = TODAY;
  tend_health_compute (&rules, &inputs, &health);

  g_assert_cmpint (health.band, ==, TEND_BAND_THRIVING);
  g_assert_cmpint (health.next_band, ==, TEND_BAND_THRIVING);
  g_assert_cmpint (health.to_next, ==, 0);
  g_assert_cmpint (health.reasons[0].lift, ==, -1);
}

/* An input that weighs nothing is left out, and the book's own numbers hold. */
static void
test_own_rules (void)
{
  TendRules own = rules;
  TendHealthInputs inputs;
  TendHealth health;

  g_assert_true (tend_rules_set (&own, tend_rules_find ("weight-pulse"), 0));
  g_assert_true (tend_rules_set (&own, tend_rules_find ("band-thriving"), 90));
  g_assert_false (tend_rules_set (&own, tend_rules_find ("band-thriving"), 101));
  all_inputs (&inputs);
  inputs.need_load = 0;
  inputs.last_contact = TODAY;
  inputs.survey = 4;
  tend_health_compute (&own, &inputs, &health);

  g_assert_cmpint (health.score, ==, 87);
  g_assert_cmpint (health.band, ==, TEND_BAND_STEADY);
  g_assert_cmpuint (health.n_reasons, ==, 4);
}

static void
test_moved (void)
{
  static const struct { TendHealthPoint before, now; gboolean moved; } table[] = {
    { { 0, 70, TEND_BAND_STEADY }, { 1, 70, TEND_BAND_STEADY }, FALSE },
    { { 0, 70, TEND_BAND_STEADY }, { 1, 71, TEND_BAND_STEADY }, FALSE },
    { { 0, 70, TEND_BAND_STEADY }, { 1, 72, TEND_BAND_STEADY }, TRUE },
    { { 0, 70, TEND_BAND_STEADY }, { 1, 68, TEND_BAND_STEADY }, TRUE },
    { { 0, 60, TEND_BAND_STEADY }, { 1, 59, TEND_BAND_WATCH }, TRUE },
    { { 0, 60, TEND_BAND_STEADY }, { 1, -1, TEND_BAND_UNKNOWN }, TRUE },
    { { 0, -1, TEND_BAND_UNKNOWN }, { 1, 0, TEND_BAND_AT_RISK }, TRUE },
  };
  static const TendHealthPoint unknown = { 0, -1, TEND_BAND_UNKNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_health_moved (&rules, &table[i].before, &table[i].now), ==, table[i].moved);
  g_assert_true (tend_health_moved (&rules, NULL, &table[0].now));
  g_assert_false (tend_health_moved (&rules, NULL, &unknown));
}

static void
test_fell (void)
{
  static const struct { const char *what; Point points[4]; int n; TendDay fell; } table[] = {
    { "nothing known", { { 0, 0 } }, 0, TEND_DAY_NONE },
    { "steady", { { TODAY - 50, 70 }, { TODAY, 70 } }, 2, TEND_DAY_NONE },
    { "9 points", { { TODAY - 50, 75 }, { TODAY, 66 } }, 2, TEND_DAY_NONE },
    { "10 points", { { TODAY - 50, 75 }, { TODAY, 65 } }, 2, TODAY },
    { "a band", { { TODAY - 50, 60 }, { TODAY, 59 } }, 2, TODAY },
    { "10 points in 14 days", { { TODAY - 14, 75 }, { TODAY - 7, 70 }, { TODAY, 65 } }, 3, TODAY },
    { "10 points in 15 days", { { TODAY - 20, 75 }, { TODAY - 14, 70 }, { TODAY, 65 } }, 3, TEND_DAY_NONE },
    { "13 days ago", { { TODAY - 50, 60 }, { TODAY - 13, 50 }, { TODAY, 50 } }, 3, TODAY - 13 },
    { "14 days ago", { { TODAY - 50, 60 }, { TODAY - 14, 50 }, { TODAY, 50 } }, 3, TEND_DAY_NONE },
    { "came back", { { TODAY - 50, 60 }, { TODAY - 5, 50 }, { TODAY, 61 } }, 3, TEND_DAY_NONE },
    { "fell again", { { TODAY - 9, 60 }, { TODAY - 8, 50 }, { TODAY - 5, 62 }, { TODAY, 55 } }, 4, TODAY },
    { "goes on falling", { { TODAY - 9, 60 }, { TODAY - 8, 50 }, { TODAY - 5, 45 }, { TODAY, 30 } }, 4, TODAY - 8 },
    { "unknown now", { { TODAY - 9, 60 }, { TODAY, -1 } }, 2, TEND_DAY_NONE },
    { "unknown between", { { TODAY - 9, 90 }, { TODAY - 5, -1 }, { TODAY, 50 } }, 3, TEND_DAY_NONE },
    { "new and low", { { TODAY, 10 } }, 1, TEND_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendHealthPoint points[4];

      g_test_message ("%s", table[i].what);
      for (int j = 0; j < table[i].n; j++)
        points[j] = (TendHealthPoint) { table[i].points[j].day, table[i].points[j].score,
                                        tend_health_band (&rules, table[i].points[j].score) };
      g_assert_cmpint (tend_health_fell_on (&rules, points, (gsize) table[i].n, TODAY), ==, table[i].fell);
    }
}

static void
test_propose (void)
{
  static const struct { Point points[3]; int n; TendDay renewal; gboolean proposes; } table[] = {
    { { { TODAY - 28, 39 }, { TODAY, 38 } }, 2, TEND_DAY_NONE, TRUE },
    { { { TODAY - 27, 39 }, { TODAY, 38 } }, 2, TEND_DAY_NONE, FALSE },
    { { { TODAY - 40, 39 }, { TODAY - 20, 41 }, { TODAY - 1, 30 } }, 3, TEND_DAY_NONE, FALSE },
    { { { TODAY, 59 } }, 1, TODAY + 90, TRUE },
    { { { TODAY, 60 } }, 1, TODAY + 90, FALSE },
    { { { TODAY, 59 } }, 1, TODAY + 91, FALSE },
    { { { TODAY, 59 } }, 1, TODAY - 1, FALSE },
    { { { TODAY, -1 } }, 1, TODAY + 1, FALSE },
    { { { 0, 0 } }, 0, TODAY + 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendHealthPoint points[3];

      for (int j = 0; j < table[i].n; j++)
        points[j] = (TendHealthPoint) { table[i].points[j].day, table[i].points[j].score,
                                        tend_health_band (&rules, table[i].points[j].score) };
      g_assert_cmpint (tend_health_proposes_at_risk (&rules, points, (gsize) table[i].n, table[i].renewal, TODAY),
                       ==, table[i].proposes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tend_rules_init (&rules);

  g_test_add_func ("/health/bands", test_bands);
  g_test_add_func ("/health/needs", test_needs);
  g_test_add_func ("/health/contact", test_contact);
  g_test_add_func ("/health/trend", test_trend);
  g_test_add_func ("/health/no-data", test_no_data);
  g_test_add_func ("/health/alone", test_alone);
  g_test_add_func ("/health/reasons", test_reasons);
  g_test_add_func ("/health/lift", test_lift);
  g_test_add_func ("/health/thriving", test_thriving);
  g_test_add_func ("/health/own-rules", test_own_rules);
  g_test_add_func ("/health/moved", test_moved);
  g_test_add_func ("/health/fell", test_fell);
  g_test_add_func ("/health/propose", test_propose);

  return g_test_run ();
}
