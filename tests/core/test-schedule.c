/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "core/reminders/schedule.h"
#include "core/rules/wall.h"
#include "support/fake-clock.h"
#include "support/shared-data.h"

#define NINE TEND_SCHEDULE_DAY_START

static gint64
instant (const char *text)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) date_time = g_date_time_new_from_iso8601 (text, utc);

  if (date_time == NULL)
    {
      /* The facts write "2026-03-28T08:00Z". */
      g_autofree char *longer = g_strdup_printf ("%.16s:00Z", text);

      date_time = g_date_time_new_from_iso8601 (longer, utc);
    }

  g_assert_nonnull (date_time);
  return g_date_time_to_unix_usec (date_time);
}

static TendWall
wall (const char *text)
{
  TendWall parsed;

  g_assert_true (tend_wall_parse (text, &parsed));
  return parsed;
}

#define assert_instant(is, expected) G_STMT_START { \
    g_autoptr(GDateTime) _is = g_date_time_new_from_unix_utc_usec (is); \
    g_autofree char *_text = g_date_time_format_iso8601 (_is); \
    g_assert_cmpstr (_text, ==, expected); } G_STMT_END

static void
test_wall_text (void)
{
  static const char * const good[] = { "2026-12-03", "2026-12-03T15:00", "0001-01-01T00:00", "9999-12-31T23:59", "2028-02-29" };
  static const char * const bad[] = {
    "", "2026", "2026-13-01", "2026-02-29", "2026-12-03T", "2026-12-03T24:00", "2026-12-03T15:60", "2026-12-03T15:00Z",
    "2026-12-3", "26-12-03", "0000-01-01", "2026-12-03T15:00:99", " 2026-12-03", "2026-12-03x",
  };
  TendWall parsed;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (tend_wall_parse (good[i], &parsed));
      text = tend_wall_to_string (&parsed);
      g_assert_cmpstr (text, ==, good[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (tend_wall_parse (bad[i], &parsed))
      g_error ("“%s” is no wall time", bad[i]);

  g_assert_true (tend_wall_parse ("2026-12-03 15:00:59", &parsed));
  g_assert_false (tend_wall_parse (NULL, &parsed));
}

static void
test_wall_calendar (void)
{
  TendWall day = wall ("2026-12-31T15:00");
  TendWall month_end = wall ("2028-01-31");
  g_autofree char *text = NULL;

  g_assert_cmpint (tend_wall_get_weekday (&day), ==, 4);
  tend_wall_add_days (&day, 60);
  text = tend_wall_to_string (&day);
  g_assert_cmpstr (text, ==, "2027-03-01T15:00");
  g_assert_cmpint (tend_wall_get_weekday (&day), ==, 1);

  tend_wall_add_months (&month_end, 1);
  g_assert_cmpint (month_end.day, ==, 29);
  tend_wall_add_months (&month_end, 12);
  g_assert_cmpint (month_end.day, ==, 28);
  g_assert_cmpint (month_end.year, ==, 2029);
  g_assert_cmpint (tend_wall_compare_days (&day, &month_end), <, 0);
}

/* Every quarter of an hour of three years, there and back, but for the hours that the clock shows twice. */
static void
test_wall_round_trip (void)
{
  static const char * const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC" };

  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zones[z]);
      guint twice = 0;

      for (gint64 t = instant ("2026-01-01T00:00:00Z"); t < instant ("2029-01-01T00:00:00Z"); t += 15 * G_TIME_SPAN_MINUTE)
        {
          TendWall shown;
          gint64 back;

          tend_wall_from_instant (&shown, t, zone);
          back = tend_wall_to_instant (&shown, zone);
          twice += back != t;
          g_assert_cmpint (back, <=, t);
          g_assert_cmpint (t - back, <=, G_TIME_SPAN_HOUR);
        }

      g_assert_cmpuint (twice, <=, 3 * 4);
    }
}

static void
test_before_1970 (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  TendWall shown;
  g_autofree char *text = NULL;

  tend_wall_from_instant (&shown, -1, utc);
  text = tend_wall_to_string (&shown);
  g_assert_cmpstr (text, ==, "1969-12-31T23:59");
}

typedef struct
{
  const char *due;
  const char *zone;
  TendLead lead;
  const char *expected;
} ReminderCase;

static void
test_reminder (void)
{
  static const ReminderCase table[] = {
    { "2026-12-03T15:00", "Europe/Berlin", TEND_LEAD_AT_TIME, "2026-12-03T14:00:00Z" },
    { "2026-12-03T15:00", "Europe/Berlin", TEND_LEAD_10_MINUTES, "2026-12-03T13:50:00Z" },
    { "2026-12-03T15:00", "Europe/Berlin", TEND_LEAD_1_HOUR, "2026-12-03T13:00:00Z" },
    { "2026-12-03T15:00", "Europe/Berlin", TEND_LEAD_1_DAY, "2026-12-02T08:00:00Z" },
    { "2026-12-03T15:00", "Europe/Berlin", TEND_LEAD_1_WEEK, "2026-11-26T14:00:00Z" },
    { "2026-12-03", "Europe/Berlin", TEND_LEAD_AT_TIME, "2026-12-03T08:00:00Z" },
    { "2026-12-03", "Europe/Berlin", TEND_LEAD_1_HOUR, "2026-12-03T08:00:00Z" },
    { "2026-12-03", "Europe/Berlin", TEND_LEAD_1_DAY, "2026-12-02T08:00:00Z" },
    { "2026-12-03", "Europe/Berlin", TEND_LEAD_1_WEEK, "2026-11-26T08:00:00Z" },
    { "2026-03-01", "America/New_York", TEND_LEAD_1_DAY, "2026-02-28T14:00:00Z" },
    /* Across a change of the clock: days by the calendar, hours by the clock's own running. */
    { "2026-03-29T15:00", "Europe/Berlin", TEND_LEAD_1_DAY, "2026-03-28T08:00:00Z" },
    { "2026-03-30T15:00", "Europe/Berlin", TEND_LEAD_1_WEEK, "2026-03-23T14:00:00Z" },
    { "2026-03-29T03:30", "Europe/Berlin", TEND_LEAD_1_HOUR, "2026-03-29T00:30:00Z" },
    { "2026-10-25T02:30", "Europe/Berlin", TEND_LEAD_AT_TIME, "2026-10-25T00:30:00Z" },
    { "2026-10-25T03:00", "Europe/Berlin", TEND_LEAD_1_HOUR, "2026-10-25T01:00:00Z" },
    { "2026-10-04T02:15", "Australia/Lord_Howe", TEND_LEAD_AT_TIME, "2026-10-03T15:45:00Z" },
    { "2027-01-01T00:05", "Europe/Berlin", TEND_LEAD_10_MINUTES, "2026-12-31T22:55:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (table[i].zone);
      TendWall due = wall (table[i].due);

      g_test_message ("%s %s %s", table[i].due, table[i].zone, tend_lead_to_word (table[i].lead));
      assert_instant (tend_schedule_get_reminder (&due, zone, table[i].lead, NINE), table[i].expected);
    }
}

static void
test_day_start (void)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  TendWall due = wall ("2026-12-03");

  assert_instant (tend_schedule_get_reminder (&due, berlin, TEND_LEAD_1_DAY, 7 * 60 + 30), "2026-12-02T06:30:00Z");
  assert_instant (tend_schedule_get_due (&due, berlin, 7 * 60 + 30), "2026-12-03T06:30:00Z");
}

/* The columns of the facts, as far as they are compared here. */
enum { ZONE = 0, DATE = 1, WALL_TIME = 5, RFC5545 = 6, DAY_BEFORE = 8, THAT_DAY = 9, N_COLUMNS = 11 };

static void
check_transition (const char *line)
{
  g_auto(GStrv) cells = g_strsplit (line, ",", -1);
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *at = NULL;
  TendWall odd, day;

  g_assert_cmpuint (g_strv_length (cells), ==, N_COLUMNS);
  zone = g_time_zone_new_identifier (cells[ZONE]);
  at = g_strdup_printf ("%sT%s", cells[DATE], cells[WALL_TIME]);
  odd = wall (at);
  day = wall (cells[DATE]);

  g_assert_cmpint (tend_wall_to_instant (&odd, zone), ==, instant (cells[RFC5545]));
  g_assert_cmpint (tend_schedule_get_reminder (&odd, zone, TEND_LEAD_1_DAY, NINE), ==, instant (cells[DAY_BEFORE]));
  g_assert_cmpint (tend_schedule_get_due (&day, zone, NINE), ==, instant (cells[THAT_DAY]));
}

static void
test_transitions (void)
{
  check_transition ("Europe/Berlin,2026-03-29,gap,60,120,02:30,2026-03-29T01:30:00Z,,2026-03-28T08:00Z,2026-03-29T07:00Z,1380");
  check_transition ("America/New_York,2026-11-01,overlap,-240,-300,01:30,2026-11-01T05:30:00Z,,2026-10-31T13:00Z,2026-11-01T14:00Z,1500");
}

static void
test_transitions_of_the_facts (void)
{
  g_autofree char *path = tend_test_shared_data ("facts/dst_2026_2027.csv");
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (path == NULL)
    return;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 9);

  for (guint i = 1; lines[i] != NULL; i++)
    check_transition (g_strchomp (lines[i]));
}

static void
test_overdue (void)
{
  g_autoptr(TendFakeClock) clock = tend_fake_clock_new ("2026-12-03T15:00", "Europe/Berlin");
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (TEND_CLOCK (clock));
  TendWall at_three = wall ("2026-12-03T15:00");
  TendWall all_day = wall ("2026-12-03");

  g_assert_false (tend_schedule_is_overdue (&at_three, zone, tend_clock_now (TEND_CLOCK (clock))));
  tend_fake_clock_advance (clock, 1);
  g_assert_true (tend_schedule_is_overdue (&at_three, zone, tend_clock_now (TEND_CLOCK (clock))));
  tend_fake_clock_set (clock, "2026-12-03T23:59");
  g_assert_false (tend_schedule_is_overdue (&all_day, zone, tend_clock_now (TEND_CLOCK (clock))));
  tend_fake_clock_set (clock, "2026-12-04T00:00");
  g_assert_true (tend_schedule_is_overdue (&all_day, zone, tend_clock_now (TEND_CLOCK (clock))));
}

static void
test_snooze (void)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 saturday = instant ("2026-10-24T14:20:30Z");
  gint64 monday = instant ("2026-11-23T05:00:00Z");

  assert_instant (tend_schedule_get_snooze (TEND_SNOOZE_1_HOUR, saturday, berlin, NINE), "2026-10-24T15:20:30Z");
  assert_instant (tend_schedule_get_snooze (TEND_SNOOZE_TOMORROW, saturday, berlin, NINE), "2026-10-25T08:00:00Z");
  assert_instant (tend_schedule_get_snooze (TEND_SNOOZE_NEXT_WEEK, saturday, berlin, NINE), "2026-10-26T08:00:00Z");
  assert_instant (tend_schedule_get_snooze (TEND_SNOOZE_NEXT_WEEK, monday, berlin, NINE), "2026-11-30T08:00:00Z");
}

static void
test_pending (void)
{
  static const struct { TendScheduleItem item; gint64 expected; } table[] = {
    { { FALSE, 100, 0, 0 }, 100 },
    { { TRUE, 100, 0, 0 }, 0 },
    { { TRUE, 100, 200, 100 }, 0 },
    { { FALSE, 100, 0, 100 }, 0 },
    { { FALSE, 100, 0, 105 }, 0 },
    { { FALSE, 300, 0, 105 }, 300 },   /* the due date was moved after it had reminded */
    { { FALSE, 100, 200, 105 }, 200 }, /* snoozed from the notification */
    { { FALSE, 100, 200, 0 }, 200 },   /* snoozed before it reminded */
    { { FALSE, 100, 200, 205 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_schedule_get_pending (&table[i].item), ==, table[i].expected);
}

static void
test_wake_up (void)
{
  static const TendScheduleItem items[] = {
    { FALSE, 500, 0, 0 }, { FALSE, 100, 0, 100 }, { TRUE, 150, 0, 0 }, { FALSE, 100, 300, 100 },
  };

  g_assert_cmpint (tend_schedule_get_wake_up (items, G_N_ELEMENTS (items), 200), ==, 300);
  g_assert_cmpint (tend_schedule_get_wake_up (items, G_N_ELEMENTS (items), 400), ==, 400);
  g_assert_cmpint (tend_schedule_get_wake_up (items, 1, 200), ==, 500);
  g_assert_cmpint (tend_schedule_get_wake_up (items + 1, 2, 200), ==, 0);
  g_assert_cmpint (tend_schedule_get_wake_up (NULL, 0, 200), ==, 0);
}

static void
test_digest (void)
{
  g_assert_false (tend_schedule_is_digest (1));
  g_assert_false (tend_schedule_is_digest (3));
  g_assert_true (tend_schedule_is_digest (4));
}

static void
test_lead_words (void)
{
  TendLead lead = TEND_LEAD_1_HOUR;

  for (int i = 0; i < TEND_N_LEADS; i++)
    {
      g_assert_true (tend_lead_from_word (tend_lead_to_word ((TendLead) i), &lead));
      g_assert_cmpint (lead, ==, i);
    }

  g_assert_false (tend_lead_from_word ("2-days", &lead));
  g_assert_false (tend_lead_from_word (NULL, &lead));
}

static void
test_real_clock (void)
{
  TendClock *clock = tend_clock_new ();
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (clock);
  gint64 before = g_get_real_time ();
  gint64 now = tend_clock_now (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_nonnull (zone);
  g_assert_finalize_object (clock);
}

/* A zone that is asked for again and again is read once. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) berlin = tend_wall_dup_zone ("Europe/Berlin");
  GTimeZone *first = berlin;
  g_autoptr (GTimeZone) other = NULL;
  g_autoptr (GTimeZone) again = NULL;

  g_assert_cmpstr (g_time_zone_get_identifier (berlin), ==, "Europe/Berlin");
  g_clear_pointer (&berlin, g_time_zone_unref);
  berlin = tend_wall_dup_zone ("Europe/Berlin");
  g_assert_true (berlin == first);
  g_assert_null (tend_wall_dup_zone ("Nowhere/At All"));
  g_assert_null (tend_wall_dup_zone (NULL));
  other = tend_wall_dup_zone ("America/New_York");
  g_assert_cmpstr (g_time_zone_get_identifier (other), ==, "America/New_York");
  again = tend_wall_dup_zone ("Europe/Berlin");
  g_assert_cmpstr (g_time_zone_get_identifier (again), ==, "Europe/Berlin");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/wall-text", test_wall_text);
  g_test_add_func ("/schedule/wall-calendar", test_wall_calendar);
  g_test_add_func ("/schedule/wall-round-trip", test_wall_round_trip);
  g_test_add_func ("/schedule/before-1970", test_before_1970);
  g_test_add_func ("/schedule/reminder", test_reminder);
  g_test_add_func ("/schedule/day-start", test_day_start);
  g_test_add_func ("/schedule/transitions", test_transitions);
  g_test_add_func ("/schedule/transitions-of-the-facts", test_transitions_of_the_facts);
  g_test_add_func ("/schedule/overdue", test_overdue);
  g_test_add_func ("/schedule/snooze", test_snooze);
  g_test_add_func ("/schedule/pending", test_pending);
  g_test_add_func ("/schedule/wake-up", test_wake_up);
  g_test_add_func ("/schedule/digest", test_digest);
  g_test_add_func ("/schedule/lead-words", test_lead_words);
  g_test_add_func ("/schedule/real-clock", test_real_clock);
  g_test_add_func ("/schedule/zone", test_zone);

  return g_test_run ();
}
