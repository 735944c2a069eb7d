/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TendDay:
 *
 * A day of the calendar: days since 1970-01-01, proleptic Gregorian, of the years 1 to 9999. Days are added and compared
 * as numbers; what a book says about days ("YYYY-MM-DD") becomes one of these before a rule sees it.
 */
typedef int TendDay;

#define TEND_DAY_NONE (G_MININT / 2)  /* half of it, so that the difference to a day is a number too */
/* Bytes of "YYYY-MM-DD" with its end. */
#define TEND_DAY_SIZE 11

TendDay     tend_day_parse       (const char *text);
const char *tend_day_format      (TendDay     day,
                                  char        text[TEND_DAY_SIZE]);
char       *tend_day_dup_text    (TendDay     day);
TendDay     tend_day_of_instant  (gint64      instant,
                                  GTimeZone  *zone);
gint64      tend_day_to_instant  (TendDay     day,
                                  GTimeZone  *zone);

G_END_DECLS
