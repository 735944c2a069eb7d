/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "../rules/wall.h"

G_BEGIN_DECLS

/* When a follow-up reminds. Pure: the time, the zone and the working day are arguments. Instants are microseconds since
 * 1970 UTC, 0 is none. */

/* Up to so many reminders due at once are sent one by one; more are sent as one digest. */
#define TEND_SCHEDULE_MAX_SINGLE 3

/* The start of the working day that a book begins with, in minutes since midnight: 09:00. */
#define TEND_SCHEDULE_DAY_START (9 * 60)

/**
 * TendLead:
 *
 * How long before it is due a follow-up reminds. In the book and on the command line they are the words
 * "at-time", "10-minutes", "1-hour", "1-day", "1-week".
 */
typedef enum
{
  TEND_LEAD_AT_TIME,
  TEND_LEAD_10_MINUTES,
  TEND_LEAD_1_HOUR,
  TEND_LEAD_1_DAY,
  TEND_LEAD_1_WEEK
} TendLead;

#define TEND_N_LEADS (TEND_LEAD_1_WEEK + 1)

/* The words of the lead times, by lead time; NULL-terminated. */
extern const char * const tend_leads[];

typedef enum
{
  TEND_SNOOZE_1_HOUR,
  TEND_SNOOZE_TOMORROW,
  TEND_SNOOZE_NEXT_WEEK
} TendSnooze;

/**
 * TendScheduleItem:
 * @settled: whether the follow-up is done or dropped
 * @remind_at: when it reminds, from tend_schedule_get_reminder()
 * @snoozed_until: until when it is snoozed, or 0
 * @reminded_at: when it reminded last, or 0
 *
 * What the schedule must know of a follow-up that is kept in the book.
 */
typedef struct
{
  gboolean settled;
  gint64 remind_at;
  gint64 snoozed_until;
  gint64 reminded_at;
} TendScheduleItem;

const char *tend_lead_to_word           (TendLead                lead);
gboolean    tend_lead_from_word         (const char             *word,
                                         TendLead               *lead);

gint64      tend_schedule_get_due       (const TendWall         *due,
                                         GTimeZone              *zone,
                                         int                     day_start);
gint64      tend_schedule_get_reminder  (const TendWall         *due,
                                         GTimeZone              *zone,
                                         TendLead                lead,
                                         int                     day_start);
gboolean    tend_schedule_is_overdue    (const TendWall         *due,
                                         GTimeZone              *zone,
                                         gint64                  now);
gint64      tend_schedule_get_snooze    (TendSnooze              snooze,
                                         gint64                  now,
                                         GTimeZone              *zone,
                                         int                     day_start);

gint64      tend_schedule_get_pending   (const TendScheduleItem *item);
gint64      tend_schedule_get_wake_up   (const TendScheduleItem *items,
                                         gsize                   n_items,
                                         gint64                  now);
gboolean    tend_schedule_is_digest     (guint                   n_due);

G_END_DECLS
