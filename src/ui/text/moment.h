/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/follow-up.h"

G_BEGIN_DECLS

/* Instants and dates as people say them, in the user's language. Pure: @now and @zone are arguments. Instants are
 * microseconds since 1970 UTC. All answers are (transfer full) and plain text. */

/* Days from the day of @now to the day of @instant in @zone: 0 = today, -1 = yesterday. */
int   tend_moment_days_until  (TendInstant  instant,
                               TendInstant  now,
                               GTimeZone   *zone);
/* "15:00" */
char *tend_moment_time        (TendInstant  instant,
                               GTimeZone   *zone);
/* For lists: "2 days late", "Today 15:00", "Tomorrow", "Fri 27 Nov", "2 Dec 2027". @overdue: it lies in the past. */
char *tend_moment_short       (TendInstant  instant,
                               gboolean     all_day,
                               TendInstant  now,
                               GTimeZone   *zone,
                               gboolean    *overdue);
/* For a line of its own: "Today", "Thursday 3 December, 10:00"; with the year where it is not this one. */
char *tend_moment_long        (TendInstant  instant,
                               gboolean     all_day,
                               TendInstant  now,
                               GTimeZone   *zone);
/* When the next step of an account asks, as tend_moment_short() says it. An account knows the instant alone: what is due for
 * a whole day is due at its midnight. */
char *tend_moment_next_step   (TendInstant  next,
                               TendInstant  now,
                               GTimeZone   *zone,
                               gboolean    *overdue);
/* Says a date back so that nobody can mistake it: "Tue, 1 Dec 2026, 15:00"; short enough for the title
 * of a row in a narrow window. */
char *tend_moment_full        (TendInstant  instant,
                               gboolean     all_day,
                               GTimeZone   *zone);
/* "today", "tomorrow", "in 24 days", "41 days ago" */
char *tend_moment_distance    (TendInstant  instant,
                               TendInstant  now,
                               GTimeZone   *zone);
/* When something was done: "Today 14:05", "Yesterday 09:12", "12 November 2026" */
char *tend_moment_stamp       (TendInstant  instant,
                               TendInstant  now,
                               GTimeZone   *zone);
/* When something happened, for a list by months: "Today 14:05", "Yesterday 09:12", "Tue 24 Nov"; without the time where
 * @all_day. */
char *tend_moment_day         (TendInstant  instant,
                               gboolean     all_day,
                               TendInstant  now,
                               GTimeZone   *zone);
/* A date of the book (YYYY-MM-DD) as "12 November 2026"; the text itself where it is none. */
char *tend_moment_date        (const char  *date);
/* The same as "March 2024". */
char *tend_moment_month       (TendInstant  instant,
                               GTimeZone   *zone);
/* Whether the follow-up waits and its time has come: a day counts until it is over. */
gboolean tend_moment_is_overdue (const TendFollowUpRecord *record,
                                 TendInstant               now,
                                 GTimeZone                *zone);
/* What stands below a follow-up: "Was due Sunday 22 November · promised · snoozed until tomorrow 09:00". */
char *tend_moment_follow_up   (const TendFollowUpRecord *record,
                               TendInstant               now,
                               GTimeZone                *zone);

G_END_DECLS
