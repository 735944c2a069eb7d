/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib.h>

#include "core/entities/account.h"
#include "core/rules/balance.h"
#include "core/rules/cadence.h"
#include "core/rules/focus.h"

#define TODAY 20000
#define NONE TEND_DAY_NONE

static TendRules rules;

static void
test_day_text (void)
{
  static const struct { const char *text; TendDay day; } table[] = {
    { "1970-01-01", 0 }, { "1969-12-31", -1 }, { "1970-02-28", 58 }, { "1972-02-29", 789 }, { "2000-02-29", 11016 },
    { "2000-03-01", 11017 }, { "2024-10-04", 20000 }, { "2026-12-03", 20790 }, { "1900-02-28", -25509 }, { "1900-03-01", -25508 },
    { "0001-01-01", -719162 }, { "9999-12-31", 2932896 },
  };
  static const char *const none[] = {
    NULL, "", "2026-02-30", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "2026-01-011", "0000-01-01",
    "2026/01/01", "-026-01-01", "2026-01-01T00:00", "x026-01-01", "2026- 1-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      char text[TEND_DAY_SIZE];

      g_assert_cmpint (tend_day_parse (table[i].text), ==, table[i].day);
      g_assert_cmpstr (tend_day_format (table[i].day, text), ==, table[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (tend_day_parse (none[i]), ==, NONE);
  g_assert_null (tend_day_dup_text (NONE));
}

/* The same calendar as GLib's. */
static void
test_day_calendar (void)
{
  GDate date;

  g_date_clear (&date, 1);
  for (TendDay day = -150000; day < 150000; day += 17)
    {
      g_autofree char *text = tend_day_dup_text (day);
      char expected[32];

      g_date_set_julian (&date, (guint32) (day + 719163));
      g_date_strftime (expected, sizeof expected, "%Y-%m-%d", &date);
      if (strlen (expected) == 10)
        g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (tend_day_parse (text), ==, day);
    }
}

static void
test_day_zone (void)
{
  static const struct { const char *zone; const char *instant; const char *day; } table[] = {
    { "Europe/Berlin", "2026-11-24T22:59:59Z", "2026-11-24" },
    { "Europe/Berlin", "2026-11-24T23:00:00Z", "2026-11-25" },
    { "Europe/Berlin", "2026-07-24T21:59:59Z", "2026-07-24" },
    { "Europe/Berlin", "2026-07-24T22:00:00Z", "2026-07-25" },
    { "America/Los_Angeles", "2026-11-24T07:59:59Z", "2026-11-23" },
    { "UTC", "1969-12-31T23:59:59Z", "1969-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (table[i].zone);
      g_autoptr(GDateTime) instant = g_date_time_new_from_iso8601 (table[i].instant, NULL);
      g_autofree char *text = NULL;
      TendDay day = tend_day_of_instant (g_date_time_to_unix (instant) * G_USEC_PER_SEC, zone);

      text = tend_day_dup_text (day);
      g_assert_cmpstr (text, ==, table[i].day);
      g_assert_cmpint (tend_day_of_instant (tend_day_to_instant (day, zone), zone), ==, day);
      g_assert_cmpint (tend_day_of_instant (tend_day_to_instant (day, zone) - 1, zone), ==, day - 1);
    }
}

/* What rules.md says. */
static void
test_defaults (void)
{
  static const struct { const char *name; int value; } table[] = {
    { "cadence-a", 14 }, { "cadence-b", 30 }, { "cadence-c", 90 }, { "quiet-red-percent", 150 }, { "weight-pulse", 30 },
    { "weight-contact", 20 }, { "weight-needs", 20 }, { "weight-survey", 15 }, { "weight-commercial", 15 }, { "pulse-days", 90 },
    { "survey-days", 365 }, { "band-thriving", 80 }, { "band-steady", 60 }, { "band-watch", 40 }, { "fall-points", 10 },
    { "fall-days", 14 }, { "class-promise-overdue", 100 }, { "class-need-urgent", 95 }, { "class-renewal-at-risk", 90 },
    { "class-follow-up", 80 }, { "class-need", 75 }, { "class-quiet-red", 70 }, { "class-invoice", 60 },
    { "class-band-fell", 55 }, { "class-renewal", 50 }, { "class-quiet-amber", 40 }, { "class-next-step", 30 },
    { "new-owner-score", 4 }, { "handover-health", 40 }, { "handover-renewal-days", 60 },
  };
  guint n_fields;
  const TendRuleField *fields = tend_rules_get_fields (&n_fields);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_rules_get (&rules, tend_rules_find (table[i].name)), ==, table[i].value);
  g_assert_null (tend_rules_find ("no-such-rule"));
  for (guint i = 0; i < n_fields; i++)
    {
      TendRules own = rules;

      g_assert_cmpint (fields[i].initial, >=, fields[i].least);
      g_assert_cmpint (fields[i].initial, <=, fields[i].most);
      g_assert_true (tend_rules_find (fields[i].name) == &fields[i]);
      g_assert_false (tend_rules_set (&own, &fields[i], fields[i].most + 1));
      g_assert_cmpint (tend_rules_get (&own, &fields[i]), ==, fields[i].initial);
      g_assert_true (tend_rules_set (&own, &fields[i], fields[i].least));
      g_assert_cmpint (tend_rules_get (&own, &fields[i]), ==, fields[i].least);
    }
}

static void
test_cadence (void)
{
  static const struct { const char *what; TendCadenceInputs inputs; int days; TendDay due, amber, red; } table[] = {
    { "A", { TEND_TIER_A, 0, FALSE, TODAY, NONE, NONE }, 14, TODAY + 14, TODAY + 14, TODAY + 21 },
    { "B", { TEND_TIER_B, 0, FALSE, TODAY, NONE, NONE }, 30, TODAY + 30, TODAY + 30, TODAY + 45 },
    { "C", { TEND_TIER_C, 0, FALSE, TODAY, NONE, NONE }, 90, TODAY + 90, TODAY + 90, TODAY + 135 },
    { "own", { TEND_TIER_C, 7, FALSE, TODAY, NONE, NONE }, 7, TODAY + 7, TODAY + 7, TODAY + 11 },
    { "never spoken to", { TEND_TIER_A, 0, FALSE, NONE, TODAY - 5, NONE }, 14, TODAY + 9, TODAY + 9, TODAY + 16 },
    { "contact before client", { TEND_TIER_A, 0, FALSE, TODAY, TODAY + 5, NONE }, 14, TODAY + 14, TODAY + 14, TODAY + 21 },
    { "nothing to count from", { TEND_TIER_A, 0, FALSE, NONE, NONE, TODAY }, 14, NONE, NONE, NONE },
    { "paused", { TEND_TIER_A, 0, TRUE, TODAY, NONE, NONE }, 0, NONE, NONE, NONE },
    { "held, but not so long", { TEND_TIER_A, 0, FALSE, TODAY, NONE, TODAY + 13 }, 14, TODAY + 14, TODAY + 14, TODAY + 21 },
    { "amber held", { TEND_TIER_A, 0, FALSE, TODAY, NONE, TODAY + 16 }, 14, TODAY + 14, TODAY + 16, TODAY + 21 },
    { "both held", { TEND_TIER_A, 0, FALSE, TODAY, NONE, TODAY + 40 }, 14, TODAY + 14, TODAY + 40, TODAY + 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendCadence cadence;

      g_test_message ("%s", table[i].what);
      tend_cadence_compute (&rules, &table[i].inputs, &cadence);
      g_assert_cmpint (cadence.days, ==, table[i].days);
      g_assert_cmpint (cadence.due, ==, table[i].due);
      g_assert_cmpint (cadence.amber, ==, table[i].amber);
      g_assert_cmpint (cadence.red, ==, table[i].red);
    }
}

static void
test_quiet (void)
{
  TendCadenceInputs inputs = { TEND_TIER_A, 0, FALSE, TODAY, NONE, NONE };
  TendRules own = rules;
  TendCadence cadence;

  tend_cadence_compute (&rules, &inputs, &cadence);
  g_assert_cmpint (tend_cadence_quiet (&cadence, TODAY + 13), ==, TEND_QUIET_NO);
  g_assert_cmpint (tend_cadence_quiet (&cadence, TODAY + 14), ==, TEND_QUIET_AMBER);
  g_assert_cmpint (tend_cadence_quiet (&cadence, TODAY + 20), ==, TEND_QUIET_AMBER);
  g_assert_cmpint (tend_cadence_quiet (&cadence, TODAY + 21), ==, TEND_QUIET_RED);

  /* 0 is off. */
  own.cadence_days[TEND_TIER_A] = 0;
  tend_cadence_compute (&own, &inputs, &cadence);
  g_assert_cmpint (tend_cadence_quiet (&cadence, TODAY + 1000), ==, TEND_QUIET_NO);
  inputs.cadence_days = 14;
  tend_cadence_compute (&own, &inputs, &cadence);
  g_assert_cmpint (tend_cadence_quiet (&cadence, TODAY + 14), ==, TEND_QUIET_AMBER);
}

static void
test_balance (void)
{
  static const struct { gint64 amount, paid; TendDay due; TendAge age; } table[] = {
    { 100, 0, TODAY + 1, TEND_AGE_NOT_DUE }, { 200, 0, TODAY, TEND_AGE_NOT_DUE }, { 300, 100, TODAY - 1, TEND_AGE_30 },
    { 400, 0, TODAY - 30, TEND_AGE_30 }, { 500, 0, TODAY - 31, TEND_AGE_60 }, { 600, 0, TODAY - 60, TEND_AGE_60 },
    { 700, 0, TODAY - 61, TEND_AGE_OLDER }, { 800, 800, TODAY - 90, TEND_AGE_NOT_DUE }, { -50, 0, TODAY - 90, TEND_AGE_NOT_DUE },
  };
  gint64 ages[TEND_N_AGES] = { 0 };
  gint64 sum = 0;
  TendBalance balance;

  tend_balance_init (&balance);
  g_assert_cmpint (balance.overdue_since, ==, NONE);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      tend_balance_add (&balance, table[i].amount, table[i].paid, table[i].due, TODAY);
      ages[table[i].age] += table[i].amount - table[i].paid;
      sum += table[i].amount - table[i].paid;
    }

  for (int age = 0; age < TEND_N_AGES; age++)
    g_assert_cmpint (balance.ages[age], ==, ages[age]);
  g_assert_cmpint (balance.ages[TEND_AGE_NOT_DUE], ==, 250);
  g_assert_cmpint (balance.open, ==, sum);
  g_assert_cmpint (balance.overdue, ==, 200 + 400 + 500 + 600 + 700);
  g_assert_cmpint (balance.overdue_since, ==, TODAY - 61);
  g_assert_cmpint (balance.n_overdue, ==, 5);
  g_assert_cmpint (balance.n_invoices, ==, G_N_ELEMENTS (table));
  g_assert_cmpint (balance.credit, ==, 50);
}

/* Credits pay what has been overdue longest, and no more than that. */
static void
test_set_off (void)
{
  static const TendDebt owed[] = { { TODAY - 10, 300 }, { TODAY - 70, 100 }, { TODAY - 40, 200 } };
  static const struct { gint64 credit, overdue, ages[TEND_N_AGES]; TendDay since; int n; } table[] = {
    { 0, 600, { 1000, 300, 200, 100 }, TODAY - 70, 3 },
    { 99, 501, { 1000, 300, 200, 1 }, TODAY - 70, 3 },
    { 100, 500, { 1000, 300, 200, 0 }, TODAY - 40, 2 },
    { 250, 350, { 1000, 300, 50, 0 }, TODAY - 40, 2 },
    { 599, 1, { 1000, 1, 0, 0 }, TODAY - 10, 1 },
    { 600, 0, { 1000, 0, 0, 0 }, NONE, 0 },
    { 700, 0, { 900, 0, 0, 0 }, NONE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendDebt debts[G_N_ELEMENTS (owed)];
      TendBalance balance;

      memcpy (debts, owed, sizeof debts);
      tend_balance_init (&balance);
      tend_balance_add (&balance, 0, table[i].credit, TODAY - 90, TODAY);
      for (guint j = 0; j < G_N_ELEMENTS (owed); j++)
        tend_balance_add (&balance, owed[j].open, 0, owed[j].due, TODAY);
      tend_balance_add (&balance, 1000, 0, TODAY + 1, TODAY);
      tend_balance_set_off (&balance, debts, G_N_ELEMENTS (debts), TODAY);

      g_assert_cmpint (balance.open, ==, 1600 - table[i].credit);
      g_assert_cmpint (balance.overdue, ==, table[i].overdue);
      for (int age = 0; age < TEND_N_AGES; age++)
        g_assert_cmpint (balance.ages[age], ==, table[i].ages[age]);
      g_assert_cmpint (balance.overdue_since, ==, table[i].since);
      g_assert_cmpint (balance.n_overdue, ==, table[i].n);
    }
}

static void
test_focus (void)
{
  static const struct { int n; struct { TendHat hat; TendUrgency reason; } items[3]; int focus; } table[] = {
    { 0, { { 0, 0 } }, 0 },
    { 1, { { TEND_HAT_SALES, TEND_URGENCY_NONE } }, 0 },
    { 1, { { TEND_HAT_FINANCE, TEND_URGENCY_INVOICE } }, TEND_HAT_FINANCE + 1 },
    { 3, { { TEND_HAT_SALES, TEND_URGENCY_RENEWAL }, { TEND_HAT_SALES, TEND_URGENCY_NEXT_STEP },
           { TEND_HAT_SERVICE, TEND_URGENCY_NEED } }, TEND_HAT_SALES + 1 },
    { 2, { { TEND_HAT_SALES, TEND_URGENCY_RENEWAL }, { TEND_HAT_SERVICE, TEND_URGENCY_NEED } }, TEND_HAT_SERVICE + 1 },
    /* 30 + 40 and 70: the same, but red quiet is the more urgent. */
    { 3, { { TEND_HAT_SALES, TEND_URGENCY_NEXT_STEP }, { TEND_HAT_SALES, TEND_URGENCY_QUIET_AMBER },
           { TEND_HAT_SERVICE, TEND_URGENCY_QUIET_RED } }, TEND_HAT_SERVICE + 1 },
    { 2, { { TEND_HAT_FINANCE, TEND_URGENCY_FOLLOW_UP }, { TEND_HAT_TECHNICAL, TEND_URGENCY_FOLLOW_UP } }, TEND_HAT_TECHNICAL + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendFocus focus = { 0 };

      for (int j = 0; j < table[i].n; j++)
        tend_focus_add (&focus, &rules, table[i].items[j].hat, table[i].items[j].reason);
      g_assert_cmpint (tend_focus_pick (&focus), ==, table[i].focus);
    }
}

/* As they usually are, and beside neighbours that were moved. */
static void
test_range (void)
{
  static const struct { const char *name, *moved; int to, least, most; } table[] = {
    { "cadence-a", NULL, 0, 0, 3650 },       { "band-watch", NULL, 0, 1, 59 },
    { "band-steady", NULL, 0, 41, 79 },      { "band-thriving", NULL, 0, 61, 100 },
    { "band-steady", "band-watch", 55, 56, 79 },
    /* Out of order already: what it is now stays possible. */
    { "band-steady", "band-watch", 75, 60, 79 },
    { "need-load-80", NULL, 0, 1, 4 },       { "need-load-0", NULL, 0, 11, 1000 },
    { "need-weight-normal", NULL, 0, 1, 4 }, { "need-weight-urgent", NULL, 0, 4, 100 },
    { "renewal-soon-days", NULL, 0, 0, 90 }, { "renewal-near-days", NULL, 0, 30, 3650 },
    { "amber-percent", NULL, 0, 1, 100 },    { "red-percent", NULL, 0, 85, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendRules moved;
      int least, most;

      tend_rules_init (&moved);
      if (table[i].moved != NULL)
        g_assert_true (tend_rules_set (&moved, tend_rules_find (table[i].moved), table[i].to));
      tend_rules_get_range (&moved, tend_rules_find (table[i].name), &least, &most);
      g_assert_cmpint (least, ==, table[i].least);
      g_assert_cmpint (most, ==, table[i].most);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tend_rules_init (&rules);

  g_test_add_func ("/rules/day/text", test_day_text);
  g_test_add_func ("/rules/day/calendar", test_day_calendar);
  g_test_add_func ("/rules/day/zone", test_day_zone);
  g_test_add_func ("/rules/defaults", test_defaults);
  g_test_add_func ("/rules/cadence", test_cadence);
  g_test_add_func ("/rules/quiet", test_quiet);
  g_test_add_func ("/rules/balance", test_balance);
  g_test_add_func ("/rules/set-off", test_set_off);
  g_test_add_func ("/rules/focus", test_focus);
  g_test_add_func ("/rules/range", test_range);

  return g_test_run ();
}
