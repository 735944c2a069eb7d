/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "day.h"

#include <string.h>

#include "wall.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define DAYS_OF_400_YEARS 146097
#define FIRST_DAY (-719162)  /* 0001-01-01 */
#define LAST_DAY 2932896     /* 9999-12-31 */

/* Years are counted from March, so that the day that a leap year adds is its last. */
static TendDay
day_of (int year,
        int month,
        int day)
{
  int from_march = (month + 9) % 12;
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int of_era = y - era * 400;
  int of_year = (153 * from_march + 2) / 5 + day - 1;

  return era * DAYS_OF_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
split (TendDay  day,
       int     *year,
       int     *month,
       int     *of_month)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - (DAYS_OF_400_YEARS - 1)) / DAYS_OF_400_YEARS;
  int of_era = z - era * DAYS_OF_400_YEARS;
  int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / (DAYS_OF_400_YEARS - 1)) / 365;
  int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int from_march = (5 * of_year + 2) / 153;

  *of_month = of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static int
digits (const char *text,
        int         n_digits)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = 10 * value + (text[i] - '0');
    }
  return value;
}

/**
 * tend_day_parse:
 * @text: (nullable): "2026-12-03"
 *
 * Returns: the day, or %TEND_DAY_NONE where @text is none that the calendar has
 */
TendDay
tend_day_parse (const char *text)
{
  int year, month, day;

  if (text == NULL || strnlen (text, TEND_DAY_SIZE) != TEND_DAY_SIZE - 1 || text[4] != '-' || text[7] != '-')
    return TEND_DAY_NONE;

  year = digits (text, 4);
  month = digits (text + 5, 2);
  day = digits (text + 8, 2);

  if (year < 1 || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return TEND_DAY_NONE;

  return day_of (year, month, day);
}

/**
 * tend_day_format:
 * @day: a day
 * @text: (out caller-allocates): where to write it
 *
 * Returns: @text, or %NULL for %TEND_DAY_NONE
 */
const char *
tend_day_format (TendDay day,
                 char    text[TEND_DAY_SIZE])
{
  int year, month, of_month;

  if (day < FIRST_DAY || day > LAST_DAY)
    return NULL;

  split (day, &year, &month, &of_month);
  for (int i = 3; i >= 0; i--, year /= 10)
    text[i] = (char) ('0' + year % 10);
  text[4] = text[7] = '-';
  text[5] = (char) ('0' + month / 10);
  text[6] = (char) ('0' + month % 10);
  text[8] = (char) ('0' + of_month / 10);
  text[9] = (char) ('0' + of_month % 10);
  text[10] = '\0';
  return text;
}

/**
 * tend_day_dup_text:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): it as "2026-12-03"; %NULL for %TEND_DAY_NONE
 */
char *
tend_day_dup_text (TendDay day)
{
  char text[TEND_DAY_SIZE];

  return g_strdup (tend_day_format (day, text));
}

/**
 * tend_day_of_instant:
 * @instant: microseconds since 1970 UTC
 * @zone: where the calendar hangs
 *
 * Returns: the day that it is there
 */
TendDay
tend_day_of_instant (gint64     instant,
                     GTimeZone *zone)
{
  gint64 seconds = instant / G_USEC_PER_SEC - (instant % G_USEC_PER_SEC < 0);
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  gint64 days;

  if (interval >= 0)
    seconds += g_time_zone_get_offset (zone, interval);
  days = seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
  return (TendDay) CLAMP (days, FIRST_DAY, LAST_DAY);
}

/**
 * tend_day_to_instant:
 * @day: a day
 * @zone: where the calendar hangs
 *
 * Returns: when it begins there, in microseconds since 1970 UTC; 0 for %TEND_DAY_NONE
 */
gint64
tend_day_to_instant (TendDay    day,
                     GTimeZone *zone)
{
  TendWall wall = { .all_day = TRUE };

  if (day < FIRST_DAY || day > LAST_DAY)
    return 0;

  split (day, &wall.year, &wall.month, &wall.day);
  return tend_wall_to_instant (&wall, zone);
}
