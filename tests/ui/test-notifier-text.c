/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "support/fake-clock.h"
#include "ui/notifier-text.h"

#define assert_takes(expected, text) G_STMT_START { \
    g_autofree char *_text = text; \
    g_assert_cmpstr (_text, ==, expected); \
    g_assert_true (g_utf8_validate (_text, -1, NULL)); } G_STMT_END

static void
test_line (void)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  g_autofree char *cut = tend_notifier_text_line (long_name, 120);
  g_autofree char *exact = g_strnfill (120, 'x');

  assert_takes ("Send the offer", tend_notifier_text_line ("Send the offer", 120));
  assert_takes ("one two three", tend_notifier_text_line ("  one\n\ttwo\r\n\u2028three \n", 120));
  assert_takes ("ab", tend_notifier_text_line ("a\a\x1b\x7f" "b", 120));
  assert_takes ("evil txt.exe", tend_notifier_text_line ("evil \u202etxt.exe\u2066", 120));
  assert_takes ("bad \uFFFD", tend_notifier_text_line ("bad \xff", 120));
  assert_takes ("ab…", tend_notifier_text_line ("abc", 2));
  assert_takes ("ab", tend_notifier_text_line ("ab", 2));
  assert_takes ("🦊🦊…", tend_notifier_text_line ("🦊🦊🦊", 2));
  assert_takes ("", tend_notifier_text_line ("", 2));
  assert_takes (exact, tend_notifier_text_line (exact, 120));
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 121);
}

static void
test_plain (void)
{
  assert_takes ("‹b›Bold‹/b›", tend_notifier_text_plain ("<b>Bold</b>", 80));
  assert_takes ("Müller + Söhne", tend_notifier_text_plain ("Müller & Söhne", 80));
  assert_takes ("‹img src=\"x\"›+lt;", tend_notifier_text_plain ("<img src=\"x\">&lt;", 80));
}

static void
check_when (TendFakeClock *clock,
            const char    *wall,
            const char    *instant,
            const char    *expected)
{
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (TEND_CLOCK (clock));
  g_autoptr(GDateTime) due = g_date_time_new_from_iso8601 (instant, NULL);
  TendFollowUpRecord record = { .due_wall = (char *) wall, .all_day = wall[10] == '\0' };

  record.due_at = g_date_time_to_unix_usec (due);
  assert_takes (expected, tend_notifier_text_when (&record, tend_clock_now (TEND_CLOCK (clock)), zone));
}

static void
test_when (void)
{
  g_autoptr(TendFakeClock) clock = tend_fake_clock_new ("2026-12-03T14:55", "Europe/Berlin");

  check_when (clock, "2026-12-03T15:00", "2026-12-03T14:00:00Z", "Today, 15:00");
  check_when (clock, "2026-12-03T23:30", "2026-12-03T22:30:00Z", "Today, 23:30");
  check_when (clock, "2026-12-04T00:00", "2026-12-03T23:00:00Z", "Tomorrow, 00:00");
  check_when (clock, "2026-12-02T09:00", "2026-12-02T08:00:00Z", "Yesterday, 09:00");
  check_when (clock, "2026-11-30T09:00", "2026-11-30T08:00:00Z", "Monday 30 November, 09:00");
  check_when (clock, "2026-12-10T09:00", "2026-12-10T08:00:00Z", "Thursday 10 December, 09:00");
  /* Promised in Tokyo: the time is told as it is here, the day of something all-day as it was promised. */
  check_when (clock, "2026-12-03T23:00", "2026-12-03T14:00:00Z", "Today, 15:00");
  check_when (clock, "2026-12-03", "2026-12-03T00:00:00Z", "Today");
  check_when (clock, "2026-12-04", "2026-12-03T21:00:00Z", "Tomorrow");
}

static void
test_body (void)
{
  g_autoptr(TendFakeClock) clock = tend_fake_clock_new ("2026-12-03T14:55", "Europe/Berlin");
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (TEND_CLOCK (clock));
  TendInstant now = tend_clock_now (TEND_CLOCK (clock));
  TendFollowUpRecord record = { .due_wall = (char *) "2026-12-03T15:00", .due_at = now + 5 * G_TIME_SPAN_MINUTE };

  assert_takes ("Nordlicht ‹b› + Co · Today, 15:00", tend_notifier_text_body (&record, "Nordlicht <b> & Co", now, zone));
  assert_takes ("Today, 15:00", tend_notifier_text_body (&record, NULL, now, zone));
  assert_takes ("\u2068شركة الشمال\u2069 · Today, 15:00", tend_notifier_text_body (&record, "شركة الشمال", now, zone));
}

static void
test_digest (void)
{
  static const char * const titles[] = { "Send the offer", "Call <back>", "Visit", NULL };

  assert_takes ("Send the offer,\nCall ‹back›,\nVisit\nand 2 more", tend_notifier_text_digest (titles, 5));
  assert_takes ("Send the offer,\nCall ‹back›,\nVisit", tend_notifier_text_digest (titles, 3));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notifier-text/line", test_line);
  g_test_add_func ("/notifier-text/plain", test_plain);
  g_test_add_func ("/notifier-text/when", test_when);
  g_test_add_func ("/notifier-text/body", test_body);
  g_test_add_func ("/notifier-text/digest", test_digest);
  return g_test_run ();
}
