/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moment.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "words.h"

/* The patterns are the translators': order, points and blanks of a date differ by language, and its names come from the
 * locale. */

static GDateTime *
date_time_new (TendInstant  instant,
               GTimeZone   *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* Days since 1970 of the day that the wall calendar shows. */
static int
day_number (TendInstant  instant,
            GTimeZone   *zone)
{
  g_autoptr (GDateTime) date_time = date_time_new (instant, zone);
  GDate date;

  if (date_time == NULL)
    return 0;

  g_date_set_dmy (&date,
                  (GDateDay) g_date_time_get_day_of_month (date_time),
                  (GDateMonth) g_date_time_get_month (date_time),
                  (GDateYear) g_date_time_get_year (date_time));
  return (int) g_date_get_julian (&date);
}

static char *
format (TendInstant  instant,
        GTimeZone   *zone,
        const char  *pattern)
{
  g_autoptr (GDateTime) date_time = date_time_new (instant, zone);
  char *text = date_time != NULL ? g_date_time_format (date_time, pattern) : NULL;

  return text != NULL ? text : g_strdup ("");
}

static gboolean
same_year (TendInstant  instant,
           TendInstant  now,
           GTimeZone   *zone)
{
  g_autoptr (GDateTime) a = date_time_new (instant, zone);
  g_autoptr (GDateTime) b = date_time_new (now, zone);

  return a != NULL && b != NULL && g_date_time_get_year (a) == g_date_time_get_year (b);
}

int
tend_moment_days_until (TendInstant  instant,
                        TendInstant  now,
                        GTimeZone   *zone)
{
  return day_number (instant, zone) - day_number (now, zone);
}

char *
tend_moment_time (TendInstant  instant,
                  GTimeZone   *zone)
{
  /* Translators: a time of day, for g_date_time_format() */
  return format (instant, zone, C_("time of day", "%H:%M"));
}

static char *
late (TendInstant  instant,
      TendInstant  now,
      int          days)
{
  int minutes = (int) ((now - instant) / G_TIME_SPAN_MINUTE);

  if (days > 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", days), days);
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute late", "%d minutes late", MAX (minutes, 1)), MAX (minutes, 1));

  return g_strdup_printf (ngettext ("%d hour late", "%d hours late", minutes / 60), minutes / 60);
}

char *
tend_moment_short (TendInstant  instant,
                   gboolean     all_day,
                   TendInstant  now,
                   GTimeZone   *zone,
                   gboolean    *overdue)
{
  int days = tend_moment_days_until (instant, now, zone);
  gboolean past = days < 0 || (!all_day && instant < now);

  if (overdue != NULL)
    *overdue = past;
  if (past)
    return late (instant, now, -days);
  if (days == 0)
    /* Translators: a follow-up is due today at a time */
    return all_day ? g_strdup (_("Today")) : format (instant, zone, C_("short date", "Today %H:%M"));
  if (days == 1)
    return all_day ? g_strdup (_("Tomorrow")) : format (instant, zone, C_("short date", "Tomorrow %H:%M"));
  if (days < 7)
    return format (instant, zone, C_("short date", "%a %-d %b"));

  return format (instant, zone,
                 same_year (instant, now, zone) ? C_("short date", "%-d %b") : C_("short date", "%-d %b %Y"));
}

static gboolean
is_midnight (TendInstant  instant,
             GTimeZone   *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_get_hour (local) == 0 && g_date_time_get_minute (local) == 0;
}

char *
tend_moment_next_step (TendInstant  next,
                       TendInstant  now,
                       GTimeZone   *zone,
                       gboolean    *overdue)
{
  return tend_moment_short (next, is_midnight (next, zone), now, zone, overdue);
}

char *
tend_moment_long (TendInstant  instant,
                  gboolean     all_day,
                  TendInstant  now,
                  GTimeZone   *zone)
{
  int days = tend_moment_days_until (instant, now, zone);

  switch (days)
    {
    case -1:
      return all_day ? g_strdup (_("Yesterday")) : format (instant, zone, C_("long date", "Yesterday, %H:%M"));
    case 0:
      return all_day ? g_strdup (_("Today")) : format (instant, zone, C_("long date", "Today, %H:%M"));
    case 1:
      return all_day ? g_strdup (_("Tomorrow")) : format (instant, zone, C_("long date", "Tomorrow, %H:%M"));
    default:
      break;
    }

  if (same_year (instant, now, zone))
    return format (instant, zone,
                   all_day ? C_("long date", "%A %-d %B") : C_("long date", "%A %-d %B, %H:%M"));

  return format (instant, zone,
                 all_day ? C_("long date", "%A %-d %B %Y") : C_("long date", "%A %-d %B %Y, %H:%M"));
}

char *
tend_moment_full (TendInstant  instant,
                  gboolean     all_day,
                  GTimeZone   *zone)
{
  return format (instant, zone, all_day ? C_("full date", "%a, %-d %b %Y") : C_("full date", "%a, %-d %b %Y, %H:%M"));
}

char *
tend_moment_distance (TendInstant  instant,
                      TendInstant  now,
                      GTimeZone   *zone)
{
  int days = tend_moment_days_until (instant, now, zone);

  if (days == 0)
    return g_strdup (C_("distance in time", "today"));
  if (days == 1)
    return g_strdup (C_("distance in time", "tomorrow"));
  if (days == -1)
    return g_strdup (C_("distance in time", "yesterday"));
  if (days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", -days), -days);
}

char *
tend_moment_stamp (TendInstant  instant,
                   TendInstant  now,
                   GTimeZone   *zone)
{
  int days = tend_moment_days_until (instant, now, zone);

  if (days == 0)
    return format (instant, zone, C_("stamp", "Today %H:%M"));
  if (days == -1)
    return format (instant, zone, C_("stamp", "Yesterday %H:%M"));
  if (same_year (instant, now, zone))
    return format (instant, zone, C_("stamp", "%-d %B, %H:%M"));

  return format (instant, zone, C_("stamp", "%-d %B %Y"));
}

char *
tend_moment_day (TendInstant  instant,
                 gboolean     all_day,
                 TendInstant  now,
                 GTimeZone   *zone)
{
  int days = tend_moment_days_until (instant, now, zone);

  if (days == 0)
    return all_day ? g_strdup (_("Today")) : format (instant, zone, C_("stamp", "Today %H:%M"));
  if (days == -1)
    return all_day ? g_strdup (_("Yesterday")) : format (instant, zone, C_("stamp", "Yesterday %H:%M"));

  return format (instant, zone, C_("short date", "%a %-d %b"));
}

char *
tend_moment_date (const char *date)
{
  int year, month, day;
  g_autoptr (GDateTime) date_time = NULL;
  char *text = NULL;

  if (date != NULL && sscanf (date, "%4d-%2d-%2d", &year, &month, &day) == 3)
    date_time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (date_time != NULL)
    text = g_date_time_format (date_time, C_("date", "%-d %B %Y"));

  return text != NULL ? text : g_strdup (date != NULL ? date : "");
}

char *
tend_moment_month (TendInstant  instant,
                   GTimeZone   *zone)
{
  return format (instant, zone, C_("month", "%B %Y"));
}

gboolean
tend_moment_is_overdue (const TendFollowUpRecord *record,
                        TendInstant               now,
                        GTimeZone                *zone)
{
  if (!tend_follow_up_record_is_open (record) || record->due_at == 0)
    return FALSE;
  if (record->all_day)
    return tend_moment_days_until (record->due_at, now, zone) < 0;

  return record->due_at < now;
}

static void
append (GString    *line,
        const char *text)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

static char *
due_text (const TendFollowUpRecord *record,
          TendInstant               now,
          GTimeZone                *zone)
{
  g_autofree char *moment = tend_moment_long (record->due_at, record->all_day, now, zone);

  if (record->state == TEND_FOLLOW_UP_DONE || record->state == TEND_FOLLOW_UP_DROPPED)
    {
      g_autofree char *stamp = tend_moment_stamp (record->done_at != 0 ? record->done_at : record->base.updated_at, now, zone);

      return record->state == TEND_FOLLOW_UP_DONE ? g_strdup_printf (_("Done: %s"), stamp)
                                                  : g_strdup_printf (_("Dropped: %s"), stamp);
    }
  if (tend_moment_is_overdue (record, now, zone))
    /* Translators: %s is a date as in "Sunday 22 November" or "Today, 15:00" */
    return g_strdup_printf (_("Was due: %s"), moment);

  return g_steal_pointer (&moment);
}

char *
tend_moment_follow_up (const TendFollowUpRecord *record,
                       TendInstant               now,
                       GTimeZone                *zone)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *due = due_text (record, now, zone);

  append (line, due);
  if (record->promised)
    append (line, C_("follow-up", "promised"));
  if (record->state == TEND_FOLLOW_UP_SNOOZED && record->snoozed_until > now)
    {
      g_autofree char *until = tend_moment_short (record->snoozed_until, FALSE, now, zone, NULL);
      g_autofree char *snoozed = g_strdup_printf (_("snoozed: %s"), until);

      append (line, snoozed);
      if (record->snooze_reason != NULL)
        {
          g_autofree char *reason = tend_words_one_line (record->snooze_reason, 120);

          append (line, reason);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}
