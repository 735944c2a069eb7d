/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TendWall:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23; 0 when @all_day
 * @minute: 0 to 59; 0 when @all_day
 * @all_day: whether only the day counts
 *
 * What the calendar and the clock on the wall show: a promise is made for 15:00 in Berlin, whatever instant that turns
 * out to be. Proleptic Gregorian.
 */
typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  gboolean all_day;
} TendWall;

gboolean  tend_wall_is_valid     (const TendWall  *wall);
gboolean  tend_wall_parse        (const char      *text,
                                  TendWall        *wall);
char     *tend_wall_to_string    (const TendWall  *wall);
void      tend_wall_from_instant (TendWall        *wall,
                                  gint64           instant,
                                  GTimeZone       *zone);
gint64    tend_wall_to_instant   (const TendWall  *wall,
                                  GTimeZone       *zone);
void      tend_wall_add_days     (TendWall        *wall,
                                  int              days);
/* The zone of an IANA name; NULL: there is none of that name. As g_time_zone_new_identifier(), which reads and understands a
 * file each time unless somebody happens to hold the zone: thousands of follow-ups of one zone are written at once. */
GTimeZone *tend_wall_dup_zone    (const char      *name);
void      tend_wall_add_months   (TendWall        *wall,
                                  int              months);
int       tend_wall_get_weekday  (const TendWall  *wall);
int       tend_wall_compare_days (const TendWall  *a,
                                  const TendWall  *b);

G_END_DECLS
