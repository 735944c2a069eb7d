/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "wall.h"

#include <stdio.h>
#include <string.h>

#define SECONDS_A_DAY (24 * 60 * 60)
#define JULIAN_OF_EPOCH 719163

static gint64
days_since_epoch (const TendWall *wall)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) wall->day, (GDateMonth) wall->month, (GDateYear) wall->year);
  return (gint64) g_date_get_julian (&date) - JULIAN_OF_EPOCH;
}

static void
set_days_since_epoch (TendWall *wall,
                      gint64    days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (days + JULIAN_OF_EPOCH, 1, 3652059));
  wall->year = g_date_get_year (&date);
  wall->month = (int) g_date_get_month (&date);
  wall->day = g_date_get_day (&date);
}

/**
 * tend_wall_is_valid:
 * @wall: a wall time
 *
 * Returns: whether the calendar has such a day, and the clock such a time
 */
gboolean
tend_wall_is_valid (const TendWall *wall)
{
  if (wall->year < 1 || wall->year > 9999 || wall->month < 1 || wall->month > 12 || wall->day < 1 || wall->day > 31)
    return FALSE;

  if (wall->hour < 0 || wall->hour > 23 || wall->minute < 0 || wall->minute > 59)
    return FALSE;

  return g_date_valid_dmy ((GDateDay) wall->day, (GDateMonth) wall->month, (GDateYear) wall->year);
}

static gboolean
parse_digits (const char **text,
              guint        n_digits,
              int         *value)
{
  *value = 0;

  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = 10 * *value + (**text - '0');
    }

  return TRUE;
}

static gboolean
parse_char (const char **text,
            const char  *allowed)
{
  if (**text == '\0' || strchr (allowed, **text) == NULL)
    return FALSE;

  (*text)++;
  return TRUE;
}

/**
 * tend_wall_parse:
 * @text: "2026-12-03" (all day), "2026-12-03T15:00" or "2026-12-03 15:00:00"
 * @wall: (out caller-allocates): where to put it; untouched on failure
 *
 * Seconds may be given and are dropped.
 *
 * Returns: whether @text is such a wall time, and of a real day
 */
gboolean
tend_wall_parse (const char *text,
                 TendWall   *wall)
{
  TendWall parsed = { .all_day = TRUE };
  int seconds;

  if (text == NULL
      || !parse_digits (&text, 4, &parsed.year) || !parse_char (&text, "-")
      || !parse_digits (&text, 2, &parsed.month) || !parse_char (&text, "-")
      || !parse_digits (&text, 2, &parsed.day))
    return FALSE;

  if (*text != '\0')
    {
      parsed.all_day = FALSE;

      if (!parse_char (&text, "Tt ")
          || !parse_digits (&text, 2, &parsed.hour) || !parse_char (&text, ":")
          || !parse_digits (&text, 2, &parsed.minute))
        return FALSE;

      if (parse_char (&text, ":") && (!parse_digits (&text, 2, &seconds) || seconds > 60))
        return FALSE;
    }

  if (*text != '\0' || !tend_wall_is_valid (&parsed))
    return FALSE;

  *wall = parsed;
  return TRUE;
}

/**
 * tend_wall_to_string:
 * @wall: a valid wall time
 *
 * Returns: (transfer full): "2026-12-03" when all day, else "2026-12-03T15:00"; both in the order of time
 */
char *
tend_wall_to_string (const TendWall *wall)
{
  if (wall->all_day)
    return g_strdup_printf ("%04d-%02d-%02d", wall->year, wall->month, wall->day);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", wall->year, wall->month, wall->day, wall->hour, wall->minute);
}

static gint64
offset_at (GTimeZone *zone,
           gint64     utc_seconds)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc_seconds);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

/**
 * tend_wall_from_instant:
 * @wall: (out caller-allocates): where to put it; not all day
 * @instant: microseconds since 1970 UTC
 * @zone: where the wall is
 *
 * Seconds are cut off.
 */
void
tend_wall_from_instant (TendWall  *wall,
                        gint64     instant,
                        GTimeZone *zone)
{
  gint64 seconds, days, rest;

  seconds = instant / G_USEC_PER_SEC - (instant % G_USEC_PER_SEC < 0);
  seconds += offset_at (zone, seconds);
  days = seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
  rest = seconds - days * SECONDS_A_DAY;

  set_days_since_epoch (wall, days);
  wall->hour = (int) (rest / 3600);
  wall->minute = (int) (rest / 60 % 60);
  wall->all_day = FALSE;
}

/**
 * tend_wall_to_instant:
 * @wall: a valid wall time; all day means 00:00
 * @zone: where the wall is
 *
 * A time that the zone skips is taken with the offset before the gap, so it moves forward by the gap; one that occurs
 * twice means the first (RFC 5545 §3.3.5).
 *
 * Returns: microseconds since 1970 UTC
 */
gint64
tend_wall_to_instant (const TendWall *wall,
                      GTimeZone      *zone)
{
  gint64 naive, before, after;

  naive = days_since_epoch (wall) * SECONDS_A_DAY + wall->hour * 3600 + wall->minute * 60;
  before = offset_at (zone, naive - SECONDS_A_DAY);
  after = offset_at (zone, naive + SECONDS_A_DAY);

  /* Where both offsets fit, the time occurs twice and the one before came first; where neither does, it is skipped. */
  if (offset_at (zone, naive - before) != before && offset_at (zone, naive - after) == after)
    return (naive - after) * G_USEC_PER_SEC;

  return (naive - before) * G_USEC_PER_SEC;
}

/**
 * tend_wall_add_days:
 * @wall: a valid wall time
 * @days: how many days later (earlier when negative); the time on the clock stays
 */
void
tend_wall_add_days (TendWall *wall,
                    int       days)
{
  set_days_since_epoch (wall, days_since_epoch (wall) + days);
}

/**
 * tend_wall_add_months:
 * @wall: a valid wall time
 * @months: how many months later, not negative; a day that the month lacks becomes its last
 */
void
tend_wall_add_months (TendWall *wall,
                      int       months)
{
  int month = wall->month - 1 + months;

  wall->year += month / 12;
  wall->month = month % 12 + 1;
  wall->day = MIN (wall->day, g_date_get_days_in_month ((GDateMonth) wall->month, (GDateYear) wall->year));
}

/**
 * tend_wall_get_weekday:
 * @wall: a valid wall time
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
int
tend_wall_get_weekday (const TendWall *wall)
{
  gint64 days = days_since_epoch (wall) + 3;

  return (int) (days % 7 + 7) % 7 + 1;
}

/**
 * tend_wall_compare_days:
 * @a: a valid wall time
 * @b: another
 *
 * Returns: below, equal to or above 0 as the day of @a is before, the same as or after the day of @b
 */
int
tend_wall_compare_days (const TendWall *a,
                        const TendWall *b)
{
  gint64 difference = days_since_epoch (a) - days_since_epoch (b);

  return (difference > 0) - (difference < 0);
}

/* The last zone of a thread stays held, so that GLib finds it at hand. */
static GPrivate last_zone = G_PRIVATE_INIT ((GDestroyNotify) g_time_zone_unref);

GTimeZone *
tend_wall_dup_zone (const char *name)
{
  GTimeZone *last = g_private_get (&last_zone);
  GTimeZone *zone;

  if (name == NULL)
    return NULL;
  if (last != NULL && strcmp (g_time_zone_get_identifier (last), name) == 0)
    return g_time_zone_ref (last);

  zone = g_time_zone_new_identifier (name);
  if (zone != NULL)
    g_private_replace (&last_zone, g_time_zone_ref (zone));

  return zone;
}
