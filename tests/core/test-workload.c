/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/entities/account.h"
#include "core/rules/workload.h"

static TendRules rules;

static void
test_hours (void)
{
  static const struct { TendWorkloadInputs inputs; double hours; } table[] = {
    { { TEND_TIER_A, TEND_BAND_THRIVING, FALSE, 0 }, 16 },
    { { TEND_TIER_B, TEND_BAND_STEADY, FALSE, 0 }, 5 },
    { { TEND_TIER_C, TEND_BAND_UNKNOWN, FALSE, 0 }, 1 },
    { { TEND_TIER_A, TEND_BAND_AT_RISK, FALSE, 0 }, 24 },
    { { TEND_TIER_A, TEND_BAND_WATCH, FALSE, 0 }, 20 },
    { { TEND_TIER_B, TEND_BAND_WATCH, FALSE, 0 }, 6.25 },
    { { TEND_TIER_A, TEND_BAND_STEADY, TRUE, 0 }, 20 },
    { { TEND_TIER_A, TEND_BAND_AT_RISK, TRUE, 0 }, 30 },
    { { TEND_TIER_C, TEND_BAND_AT_RISK, TRUE, 0 }, 1.875 },
    /* A need is not multiplied. */
    { { TEND_TIER_C, TEND_BAND_STEADY, FALSE, 1 }, 1.5 },
    { { TEND_TIER_C, TEND_BAND_AT_RISK, TRUE, 3 }, 3.375 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat (tend_workload_hours (&rules, &table[i].inputs), ==, table[i].hours);
}

static void
test_capacity (void)
{
  g_assert_cmpfloat_with_epsilon (tend_workload_capacity (&rules, 100), 331.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (tend_workload_capacity (&rules, 50), 165.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (tend_workload_capacity (&rules, 1), 3.315, 1e-9);
}

static void
test_levels (void)
{
  static const struct { double hours; double capacity; TendWorkloadLevel level; } table[] = {
    { 0, 100, TEND_WORKLOAD_EASY },
    { 84.9, 100, TEND_WORKLOAD_EASY },
    { 85, 100, TEND_WORKLOAD_AMBER },
    { 100, 100, TEND_WORKLOAD_AMBER },
    { 100.1, 100, TEND_WORKLOAD_RED },
    { 281.774, 331.5, TEND_WORKLOAD_EASY },
    { 281.775, 331.5, TEND_WORKLOAD_AMBER },
    { 331.5, 331.5, TEND_WORKLOAD_AMBER },
    { 331.501, 331.5, TEND_WORKLOAD_RED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_workload_level (&rules, table[i].hours, table[i].capacity), ==, table[i].level);
}

/* The numbers are the book's, none of the rule's own. */
static void
test_other_rules (void)
{
  TendRules other = rules;
  TendWorkloadInputs inputs = { TEND_TIER_B, TEND_BAND_AT_RISK, TRUE, 2 };

  other.tier_hours[TEND_TIER_B] = 8;
  other.risk_percent = 200;
  other.renewal_percent = 150;
  other.need_minutes = 90;
  other.week_hours = 35;
  g_assert_cmpfloat (tend_workload_hours (&other, &inputs), ==, 27);
  g_assert_cmpfloat_with_epsilon (tend_workload_capacity (&other, 100), 290.0625, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tend_rules_init (&rules);

  g_test_add_func ("/workload/hours", test_hours);
  g_test_add_func ("/workload/capacity", test_capacity);
  g_test_add_func ("/workload/levels", test_levels);
  g_test_add_func ("/workload/other-rules", test_other_rules);

  return g_test_run ();
}
