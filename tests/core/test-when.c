/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/rules/when.h"

typedef struct
{
  const char *text;
  const char *expected; /* NULL: must not be understood */
} Case;

/* Now is Tuesday, 24 November 2026, 10:30 in Berlin. */
static const Case table[] = {
  { "now", "2026-11-24T10:30" },
  { "jetzt", "2026-11-24T10:30" },
  { "today", "2026-11-24" },
  { "Tomorrow", "2026-11-25" },
  { "tomorrow 15:00", "2026-11-25T15:00" },
  { "tomorrow at 3pm", "2026-11-25T15:00" },
  { "tomorrow at 12 am", "2026-11-25T00:00" },
  { "3:30 pm tomorrow", "2026-11-25T15:30" },
  { "3 am tomorrow", "2026-11-25T03:00" },
  { "tomorrow morning", "2026-11-25T09:00" },
  { "tomorrow in the afternoon", "2026-11-25T14:00" },
  { "tomorrow at noon", "2026-11-25T12:00" },
  { "the day after tomorrow", "2026-11-26" },
  { "yesterday", "2026-11-23" },
  { "yesterday 15:00", "2026-11-23T15:00" },
  { "gestern um 9 Uhr", "2026-11-23T09:00" },
  { "vorgestern", "2026-11-22" },
  { "at 9 o'clock", "2026-11-25T09:00" },
  { "in 2 days", "2026-11-26" },
  { "in two days at 8:15", "2026-11-26T08:15" },
  { "in a week", "2026-12-01" },
  { "in 3 weeks", "2026-12-15" },
  { "in 3 months", "2027-02-24" },
  { "in 90 minutes", "2026-11-24T12:00" },
  { "in an hour", "2026-11-24T11:30" },
  { "Tuesday", "2026-12-01" },
  { "next Tuesday 15:00", "2026-12-01T15:00" },
  { "on Wednesday", "2026-11-25" },
  { "Mon 9:00", "2026-11-30T09:00" },
  { "next week", "2026-11-30" },
  { "next month", "2026-12-01" },
  { "15:00", "2026-11-24T15:00" },
  { "10:30", "2026-11-25T10:30" },
  { "9:00", "2026-11-25T09:00" },
  { "Dec 3", "2026-12-03" },
  { "December 3rd, 2027 at 10:00", "2027-12-03T10:00" },
  { "3rd of December", "2026-12-03" },
  { "3 jan", "2027-01-03" },
  { "24 Nov", "2026-11-24" },
  { "2026-12-03", "2026-12-03" },
  { "2026-12-03 15:00", "2026-12-03T15:00" },
  { "2026-12-03T15:00", "2026-12-03T15:00" },
  { "2026-12-03T15:00:00Z", "2026-12-03T16:00" },
  { "2026-12-03T15:00:00-05:00", "2026-12-03T21:00" },

  { "heute 17 Uhr", "2026-11-24T17:00" },
  { "morgen", "2026-11-25" },
  { "morgen 9 Uhr", "2026-11-25T09:00" },
  { "morgen um 9", "2026-11-25T09:00" },
  { "morgen früh", "2026-11-25T09:00" },
  { "Morgen Nachmittag", "2026-11-25T14:00" },
  { "übermorgen 9 Uhr 30", "2026-11-26T09:30" },
  { "uebermorgen", "2026-11-26" },
  { "in 2 Tagen", "2026-11-26" },
  { "in einer Woche", "2026-12-01" },
  { "in einer Stunde", "2026-11-24T11:30" },
  { "in 2 Monaten", "2027-01-24" },
  { "nächsten Dienstag", "2026-12-01" },
  { "nächsten Dienstag 15 Uhr", "2026-12-01T15:00" },
  { "am Freitag um 15 Uhr", "2026-11-27T15:00" },
  { "um 15 Uhr am Freitag", "2026-11-27T15:00" },
  { "um 9 am Freitag", "2026-11-27T09:00" },
  { "nächste Woche", "2026-11-30" },
  { "Mo. 8:00", "2026-11-30T08:00" },
  { "3.12.", "2026-12-03" },
  { "3.12", "2026-12-03" },
  { "3.12. 15:00", "2026-12-03T15:00" },
  { "3.12. 15 Uhr", "2026-12-03T15:00" },
  { "3.12.2026", "2026-12-03" },
  { "03.12.26, 15:00", "2026-12-03T15:00" },
  { "am 3. Dezember um 15.30 Uhr", "2026-12-03T15:30" },
  { "3. März 2027", "2027-03-03" },
  { "15.30", "2026-11-24T15:30" },
  { "23.11.", "2027-11-23" },
  { "29.2.", "2028-02-29" },

  { "in zehn Tagen", "2026-12-04" },
  { "in vierzehn Tagen um 9:30", "2026-12-08T09:30" },
  { "in six weeks", "2027-01-05" },
  { "tonight", "2026-11-24T18:00" },
  { "heute Abend", "2026-11-24T18:00" },
  { "Montag früh", "2026-11-30T09:00" },
  { "next friday at 10", "2026-11-27T10:00" },
  { "kommenden Mittwoch 14.30 Uhr", "2026-11-25T14:30" },

  /* What is past is no time to promise something for. */
  { "2 days ago", NULL },
  { "vor 2 Tagen", NULL },
  { "letzten Dienstag", NULL },

  { "", NULL },
  { "   ", NULL },
  { "soon", NULL },
  { "tomorrow tomorrow", NULL },
  { "tomorrow 15:00 16:00", NULL },
  { "tomorrow Tuesday", NULL },
  { "25:00", NULL },
  { "9:5", NULL },
  { "13 pm", NULL },
  { "31.2.", NULL },
  { "2026-02-30", NULL },
  { "3.13.", NULL },
  { "3/12/2026", NULL },
  { "in", NULL },
  { "in days", NULL },
  { "in 99999 days", NULL },
  { "next", NULL },
  { "the", NULL },
  { "12", NULL },
  { "3.12.2026 x", NULL },
  { "<b>morgen</b>", NULL },
  { "1 2 3 4 5 6 7 8 9 1 2 3 4 5", NULL },
  { "\xFF\xFE", NULL },
};

static void
test_table (void)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  TendWall now = { .year = 2026, .month = 11, .day = 24, .hour = 10, .minute = 30 };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendWall wall;
      g_autofree char *found = NULL;

      if (tend_when_parse (table[i].text, tend_wall_to_instant (&now, berlin), berlin, &wall))
        found = tend_wall_to_string (&wall);

      if (g_strcmp0 (found, table[i].expected) != 0)
        g_error ("“%s” is %s, not %s", table[i].text, found, table[i].expected);
    }
}

/* The same now. */
static const Case past[] = {
  { "now", "2026-11-24T10:30" },
  { "10:30", "2026-11-24T10:30" },
  { "9:15", "2026-11-24T09:15" },
  { "11:00", "2026-11-23T11:00" },
  { "at 9", "2026-11-24T09:00" },
  { "today 9 Uhr", "2026-11-24T09:00" },
  { "yesterday", "2026-11-23" },
  { "yesterday 15:00", "2026-11-23T15:00" },
  { "gestern um 9", "2026-11-23T09:00" },
  { "vorgestern Nachmittag", "2026-11-22T14:00" },
  { "2 hours ago", "2026-11-24T08:30" },
  { "an hour ago", "2026-11-24T09:30" },
  { "20 minutes ago", "2026-11-24T10:10" },
  { "3 days ago at 8:15", "2026-11-21T08:15" },
  { "a week ago", "2026-11-17" },
  { "vor 2 Tagen", "2026-11-22" },
  { "vor einer Stunde", "2026-11-24T09:30" },
  { "vor zwei Monaten", "2026-09-24" },
  { "last Tuesday", "2026-11-17" },
  { "last Monday 15:00", "2026-11-23T15:00" },
  { "letzten Freitag 15 Uhr", "2026-11-20T15:00" },
  { "Friday", "2026-11-20" },
  { "am Montag", "2026-11-23" },
  { "3.12.", "2025-12-03" },
  { "3.11.", "2026-11-03" },
  { "24.11.", "2026-11-24" },
  { "29.2.", "2024-02-29" },
  { "3.12.2026 15:00", "2026-12-03T15:00" },
  { "1.1.2200", "2200-01-01" },
  { "tomorrow 9:00", "2026-11-25T09:00" },
  { "in 2 days", "2026-11-26" },
  { "next Tuesday", "2026-12-01" },
  { "ago", NULL },
  { "vor", NULL },
  { "last", NULL },
  { "days ago", NULL },
  { "yesterday today", NULL },
};

static void
test_past (void)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  TendWall now = { .year = 2026, .month = 11, .day = 24, .hour = 10, .minute = 30 };

  for (gsize i = 0; i < G_N_ELEMENTS (past); i++)
    {
      TendWall wall;
      g_autofree char *found = NULL;

      if (tend_when_parse_past (past[i].text, tend_wall_to_instant (&now, berlin), berlin, &wall))
        found = tend_wall_to_string (&wall);

      if (g_strcmp0 (found, past[i].expected) != 0)
        g_error ("“%s” was %s, not %s", past[i].text, found, past[i].expected);
    }
}

static void
test_nothing (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  TendWall wall = { .year = 7 };

  g_assert_false (tend_when_parse (NULL, 0, utc, &wall));
  g_assert_cmpint (wall.year, ==, 7);
}

/* An hour is an hour, also across the end of summer time. */
static void
test_hours_across_dst (void)
{
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  TendWall before = { .year = 2026, .month = 10, .day = 25, .hour = 1, .minute = 30 };
  TendWall wall;
  g_autofree char *found = NULL;

  g_assert_true (tend_when_parse ("in 3 hours", tend_wall_to_instant (&before, berlin), berlin, &wall));
  found = tend_wall_to_string (&wall);
  g_assert_cmpstr (found, ==, "2026-10-25T03:30");
}

/* Nothing that is typed, in whatever order, is more than refused. */
static void
test_any_input (void)
{
  static const char * const pieces[] = {
    "in", "next", "morgen", "12", "3.", ":", "-", "2026", "am", "pm", "uhr", " ", " ", "um", "ä", "dec", "1.1", "ago", "vor", "last", "gestern", "\xCC\x88", "'",
  };
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      TendWall wall;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      if (tend_when_parse (text->str, G_GINT64_CONSTANT (1795512345000000), utc, &wall))
        g_assert_true (tend_wall_is_valid (&wall));
      if (tend_when_parse_past (text->str, G_GINT64_CONSTANT (1795512345000000), utc, &wall))
        g_assert_true (tend_wall_is_valid (&wall));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/when/table", test_table);
  g_test_add_func ("/when/past", test_past);
  g_test_add_func ("/when/nothing", test_nothing);
  g_test_add_func ("/when/hours-across-dst", test_hours_across_dst);
  g_test_add_func ("/when/any-input", test_any_input);

  return g_test_run ();
}
