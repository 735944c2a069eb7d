/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/entities/account.h"
#include "core/entities/need.h"
#include "core/rules/rules.h"
#include "core/rules/urgency.h"

#define DAY (24 * G_TIME_SPAN_HOUR)

static TendRules rules;

static void
test_bases (void)
{
  static const struct { TendUrgency urgency; int base; } table[] = {
    { TEND_URGENCY_PROMISE_OVERDUE, 100 }, { TEND_URGENCY_NEED_URGENT, 95 }, { TEND_URGENCY_RENEWAL_AT_RISK, 90 },
    { TEND_URGENCY_FOLLOW_UP, 80 }, { TEND_URGENCY_NEED, 75 }, { TEND_URGENCY_QUIET_RED, 70 }, { TEND_URGENCY_INVOICE, 60 },
    { TEND_URGENCY_BAND_FELL, 55 }, { TEND_URGENCY_RENEWAL, 50 }, { TEND_URGENCY_QUIET_AMBER, 40 },
    { TEND_URGENCY_NEXT_STEP, 30 },
  };

  g_assert_cmpint (G_N_ELEMENTS (table), ==, TEND_N_URGENCIES);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (rules.class_bases[table[i].urgency], ==, table[i].base);
}

static void
test_follow_ups (void)
{
  static const struct { gboolean promised, due, overdue; TendUrgency urgency; } table[] = {
    { TRUE, TRUE, TRUE, TEND_URGENCY_PROMISE_OVERDUE },
    { TRUE, FALSE, TRUE, TEND_URGENCY_PROMISE_OVERDUE },
    { TRUE, TRUE, FALSE, TEND_URGENCY_FOLLOW_UP },
    { FALSE, TRUE, TRUE, TEND_URGENCY_FOLLOW_UP },
    { FALSE, TRUE, FALSE, TEND_URGENCY_FOLLOW_UP },
    { FALSE, FALSE, TRUE, TEND_URGENCY_FOLLOW_UP },
    { TRUE, FALSE, FALSE, TEND_URGENCY_NONE },
    { FALSE, FALSE, FALSE, TEND_URGENCY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_urgency_of_follow_up (table[i].promised, table[i].due, table[i].overdue), ==, table[i].urgency);
}

static void
test_needs (void)
{
  static const struct { int priority, days_late; TendUrgency urgency; } table[] = {
    { TEND_PRIORITY_URGENT, -1, TEND_URGENCY_NONE }, { TEND_PRIORITY_URGENT, 0, TEND_URGENCY_NONE },
    { TEND_PRIORITY_URGENT, 1, TEND_URGENCY_NEED_URGENT }, { TEND_PRIORITY_URGENT, 400, TEND_URGENCY_NEED_URGENT },
    { TEND_PRIORITY_HIGH, 0, TEND_URGENCY_NONE }, { TEND_PRIORITY_HIGH, 1, TEND_URGENCY_NEED },
    { TEND_PRIORITY_NORMAL, 1, TEND_URGENCY_NEED }, { TEND_PRIORITY_LOW, 1, TEND_URGENCY_NEED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_urgency_of_need (table[i].priority, table[i].days_late), ==, table[i].urgency);
}

static void
test_renewals (void)
{
  static const struct { int days_until, health; TendUrgency urgency; } table[] = {
    { -1, 10, TEND_URGENCY_NONE }, { 0, 59, TEND_URGENCY_RENEWAL_AT_RISK }, { 30, 59, TEND_URGENCY_RENEWAL_AT_RISK },
    { 30, 0, TEND_URGENCY_RENEWAL_AT_RISK }, { 31, 59, TEND_URGENCY_RENEWAL }, { 30, 60, TEND_URGENCY_RENEWAL },
    { 30, -1, TEND_URGENCY_RENEWAL }, { 90, 100, TEND_URGENCY_RENEWAL }, { 90, 0, TEND_URGENCY_RENEWAL },
    { 91, 0, TEND_URGENCY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_urgency_of_renewal (&rules, table[i].days_until, table[i].health), ==, table[i].urgency);
  g_assert_cmpint (tend_urgency_days_in_sight (&rules, TEND_URGENCY_RENEWAL, 90), ==, 0);
  g_assert_cmpint (tend_urgency_days_in_sight (&rules, TEND_URGENCY_RENEWAL, 83), ==, 7);
  g_assert_cmpint (tend_urgency_days_in_sight (&rules, TEND_URGENCY_RENEWAL_AT_RISK, 28), ==, 2);
}

static void
test_quiet_and_fall (void)
{
  static const struct { TendInstant amber, red, now; TendUrgency urgency; } table[] = {
    { 0, 0, 100, TEND_URGENCY_NONE }, { 101, 200, 100, TEND_URGENCY_NONE }, { 100, 200, 100, TEND_URGENCY_QUIET_AMBER },
    { 50, 101, 100, TEND_URGENCY_QUIET_AMBER }, { 50, 100, 100, TEND_URGENCY_QUIET_RED }, { 50, 0, 100, TEND_URGENCY_QUIET_AMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_urgency_of_quiet (table[i].amber, table[i].red, table[i].now), ==, table[i].urgency);

  g_assert_cmpint (tend_urgency_of_fall (&rules, -1), ==, TEND_URGENCY_NONE);
  g_assert_cmpint (tend_urgency_of_fall (&rules, 0), ==, TEND_URGENCY_BAND_FELL);
  g_assert_cmpint (tend_urgency_of_fall (&rules, 13), ==, TEND_URGENCY_BAND_FELL);
  g_assert_cmpint (tend_urgency_of_fall (&rules, 14), ==, TEND_URGENCY_NONE);
}

static void
test_statuses (void)
{
  /* Which of the classes an account in each status shows, in their order. */
  static const struct { int status; const char *shown; } table[] = {
    { TEND_STATUS_ONBOARDING, "11111111111" }, { TEND_STATUS_ACTIVE, "11111111111" }, { TEND_STATUS_AT_RISK, "11111111111" },
    { TEND_STATUS_PAUSED, "11111010100" }, { TEND_STATUS_FORMER, "11011010000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int urgency = 0; urgency < TEND_N_URGENCIES; urgency++)
      g_assert_cmpint (tend_urgency_concerns (urgency, table[i].status), ==, table[i].shown[urgency] == '1');
  g_assert_false (tend_urgency_concerns (TEND_URGENCY_NONE, TEND_STATUS_ACTIVE));
}

static void
test_compute (void)
{
  static const struct { TendUrgency urgency; int days_late; gint64 value, top; int thousandths; } table[] = {
    { TEND_URGENCY_PROMISE_OVERDUE, 0, 0, 0, 100000 },
    { TEND_URGENCY_PROMISE_OVERDUE, -3, 0, 0, 100000 },
    { TEND_URGENCY_FOLLOW_UP, 7, 0, 0, 85000 },
    { TEND_URGENCY_FOLLOW_UP, 13, 0, 0, 89285 },
    { TEND_URGENCY_FOLLOW_UP, 14, 0, 0, 90000 },
    { TEND_URGENCY_FOLLOW_UP, 4000, 0, 0, 90000 },
    { TEND_URGENCY_NEXT_STEP, 0, 500, 500, 40000 },
    { TEND_URGENCY_NEXT_STEP, 0, 250, 500, 35000 },
    { TEND_URGENCY_NEXT_STEP, 0, 900, 500, 40000 },
    { TEND_URGENCY_NEXT_STEP, 0, 0, 500, 30000 },
    { TEND_URGENCY_NEXT_STEP, 0, -5, 500, 30000 },
    { TEND_URGENCY_NEXT_STEP, 0, G_MAXINT64, G_MAXINT64, 40000 },
    { TEND_URGENCY_NEXT_STEP, 14, G_MAXINT64 / 2, G_MAXINT64, 45000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_urgency_compute (&rules, table[i].urgency, table[i].days_late, table[i].value, table[i].top), ==,
                     table[i].thousandths);
}

static void
test_rank (void)
{
  static const TendUrgencyItem items[] = {
    { .account = 1, .item = 11, .since = 5 * DAY, .urgency = 50000, .reason = TEND_URGENCY_RENEWAL },
    { .account = 2, .item = 21, .since = 9 * DAY, .urgency = 80000, .reason = TEND_URGENCY_FOLLOW_UP },
    { .account = 3, .item = 0, .since = 2 * DAY, .urgency = 70000, .reason = TEND_URGENCY_QUIET_RED },
    { .account = 1, .item = 12, .since = 7 * DAY, .urgency = 100000, .reason = TEND_URGENCY_PROMISE_OVERDUE },
    { .account = 4, .item = 41, .since = 8 * DAY, .urgency = 80000, .reason = TEND_URGENCY_FOLLOW_UP },
    { .account = 2, .item = 0, .since = 1 * DAY, .urgency = 70000, .reason = TEND_URGENCY_QUIET_RED },
    { .account = 1, .item = 13, .since = 7 * DAY, .urgency = 75000, .reason = TEND_URGENCY_NEED },
    { .account = 1, .item = 14, .since = 6 * DAY, .urgency = 75000, .reason = TEND_URGENCY_NEED },
    { .account = 5, .item = 51, .since = 8 * DAY, .urgency = 80000, .reason = TEND_URGENCY_FOLLOW_UP },
    { .account = 2, .item = 22, .since = 9 * DAY, .urgency = 80000, .reason = TEND_URGENCY_FOLLOW_UP },
  };
  /* The promise takes its account to the top; of three alike the older two come first, and of these the older account. */
  static const struct { TendId account, item; } order[] = {
    { 1, 12 }, { 1, 14 }, { 1, 13 }, { 1, 11 }, { 4, 41 }, { 5, 51 }, { 2, 21 }, { 2, 22 }, { 2, 0 }, { 3, 0 },
  };

  /* Whatever the order they come in. */
  for (guint turn = 0; turn < G_N_ELEMENTS (items); turn++)
    {
      TendUrgencyItem ranked[G_N_ELEMENTS (items)];

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        ranked[i] = items[(i + turn) % G_N_ELEMENTS (items)];
      tend_urgency_rank (ranked, G_N_ELEMENTS (ranked));
      for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        {
          g_assert_cmpint (ranked[i].account, ==, order[i].account);
          g_assert_cmpint (ranked[i].item, ==, order[i].item);
        }
    }
  tend_urgency_rank (NULL, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tend_rules_init (&rules);

  g_test_add_func ("/urgency/bases", test_bases);
  g_test_add_func ("/urgency/follow-ups", test_follow_ups);
  g_test_add_func ("/urgency/needs", test_needs);
  g_test_add_func ("/urgency/renewals", test_renewals);
  g_test_add_func ("/urgency/quiet-and-fall", test_quiet_and_fall);
  g_test_add_func ("/urgency/statuses", test_statuses);
  g_test_add_func ("/urgency/compute", test_compute);
  g_test_add_func ("/urgency/rank", test_rank);

  return g_test_run ();
}
