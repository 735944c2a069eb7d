/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "ui/text/moment.h"
#include "ui/text/words.h"

/* Tuesday 24 November 2026, 14:30 in Berlin. */
#define NOW "2026-11-24T14:30:00+01:00"

static TendInstant
instant (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (date_time);
  return g_date_time_to_unix_usec (date_time);
}

static void
test_short (void)
{
  static const struct
  {
    const char *at;
    gboolean    all_day;
    const char *text;
    gboolean    overdue;
  } table[] = {
    { "2026-11-22T15:00:00+01:00", FALSE, "2 days late", TRUE },
    { "2026-11-23T23:59:00+01:00", FALSE, "1 day late", TRUE },
    { "2026-11-24T12:00:00+01:00", FALSE, "2 hours late", TRUE },
    { "2026-11-24T14:29:30+01:00", FALSE, "1 minute late", TRUE },
    { "2026-11-24T14:00:00+01:00", FALSE, "30 minutes late", TRUE },
    { "2026-11-24T09:00:00+01:00", TRUE, "Today", FALSE },
    { "2026-11-23T09:00:00+01:00", TRUE, "1 day late", TRUE },
    { "2026-11-24T15:00:00+01:00", FALSE, "Today 15:00", FALSE },
    { "2026-11-25T00:00:00+01:00", FALSE, "Tomorrow 00:00", FALSE },
    { "2026-11-25T09:00:00+01:00", TRUE, "Tomorrow", FALSE },
    { "2026-11-27T15:00:00+01:00", FALSE, "Fri 27 Nov", FALSE },
    { "2026-12-02T15:00:00+01:00", FALSE, "2 Dec", FALSE },
    { "2027-01-02T15:00:00+01:00", FALSE, "2 Jan 2027", FALSE },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gboolean overdue;
      g_autofree char *text = tend_moment_short (instant (table[i].at), table[i].all_day, instant (NOW), zone, &overdue);

      g_assert_cmpstr (text, ==, table[i].text);
      g_assert_cmpint (overdue, ==, table[i].overdue);
    }
}

static void
test_full (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *timed = tend_moment_full (instant ("2026-12-01T15:00:00+01:00"), FALSE, zone);
  g_autofree char *day = tend_moment_full (instant ("2026-12-01T09:00:00+01:00"), TRUE, zone);

  g_assert_cmpstr (timed, ==, "Tue, 1 Dec 2026, 15:00");
  g_assert_cmpstr (day, ==, "Tue, 1 Dec 2026");
}

static void
test_day (void)
{
  static const struct { const char *at; gboolean all_day; const char *text; } table[] = {
    { "2026-11-24T09:05:00+01:00", FALSE, "Today 09:05" },
    { "2026-11-24T00:00:00+01:00", TRUE, "Today" },
    { "2026-11-23T23:59:00+01:00", FALSE, "Yesterday 23:59" },
    { "2026-11-23T00:00:00+01:00", TRUE, "Yesterday" },
    { "2026-11-22T12:00:00+01:00", FALSE, "Sun 22 Nov" },
    { "2026-11-25T12:00:00+01:00", FALSE, "Wed 25 Nov" },
    { "2024-03-01T00:00:00+01:00", TRUE, "Fri 1 Mar" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = tend_moment_day (instant (table[i].at), table[i].all_day, instant (NOW), zone);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_long (void)
{
  static const struct
  {
    const char *at;
    gboolean    all_day;
    const char *text;
  } table[] = {
    { "2026-11-22T15:00:00+01:00", FALSE, "Sunday 22 November, 15:00" },
    { "2026-11-22T09:00:00+01:00", TRUE, "Sunday 22 November" },
    { "2026-11-23T09:00:00+01:00", FALSE, "Yesterday, 09:00" },
    { "2026-11-24T09:00:00+01:00", TRUE, "Today" },
    { "2026-11-25T10:05:00+01:00", FALSE, "Tomorrow, 10:05" },
    { "2027-03-01T10:05:00+01:00", FALSE, "Monday 1 March 2027, 10:05" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = tend_moment_long (instant (table[i].at), table[i].all_day, instant (NOW), zone);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_distance (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *ahead = tend_moment_distance (instant ("2026-12-18T10:00:00+01:00"), instant (NOW), zone);
  g_autofree char *ago = tend_moment_distance (instant ("2026-10-14T10:00:00+02:00"), instant (NOW), zone);
  g_autofree char *today = tend_moment_distance (instant ("2026-11-24T23:59:59+01:00"), instant (NOW), zone);

  g_assert_cmpstr (ahead, ==, "in 24 days");
  g_assert_cmpstr (ago, ==, "41 days ago");
  g_assert_cmpstr (today, ==, "today");
}

static void
test_date (void)
{
  g_autofree char *date = tend_moment_date ("2024-03-05");
  g_autofree char *none = tend_moment_date ("soon");
  g_autofree char *impossible = tend_moment_date ("2024-02-31");

  g_assert_cmpstr (date, ==, "5 March 2024");
  g_assert_cmpstr (none, ==, "soon");
  g_assert_cmpstr (impossible, ==, "2024-02-31");
}

static void
test_one_line (void)
{
  g_autofree char *line = tend_words_one_line ("a\nb\tc\x01""d", 100);
  g_autofree char *cut = tend_words_one_line ("Müller & Söhne", 6);
  g_autofree char *broken = tend_words_one_line ("a\xff", 10);
  g_autofree char *none = tend_words_one_line (NULL, 10);

  g_assert_cmpstr (line, ==, "a b c d");
  g_assert_cmpstr (cut, ==, "Müller…");
  g_assert_cmpstr (broken, ==, "a\xef\xbf\xbd");
  g_assert_cmpstr (none, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moment/short", test_short);
  g_test_add_func ("/moment/long", test_long);
  g_test_add_func ("/moment/full", test_full);
  g_test_add_func ("/moment/day", test_day);
  g_test_add_func ("/moment/distance", test_distance);
  g_test_add_func ("/moment/date", test_date);
  g_test_add_func ("/words/one-line", test_one_line);

  return g_test_run ();
}
