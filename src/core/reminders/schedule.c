/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule.h"

const char * const tend_leads[] = { "at-time", "10-minutes", "1-hour", "1-day", "1-week", NULL };

/**
 * tend_lead_to_word:
 * @lead: a lead time
 *
 * Returns: its word in the book
 */
const char *
tend_lead_to_word (TendLead lead)
{
  g_return_val_if_fail ((guint) lead < TEND_N_LEADS, tend_leads[0]);

  return tend_leads[lead];
}

/**
 * tend_lead_from_word:
 * @word: (nullable): a word
 * @lead: (out): the lead time that it names; untouched on failure
 *
 * Returns: whether @word names one
 */
gboolean
tend_lead_from_word (const char *word,
                     TendLead   *lead)
{
  for (guint i = 0; i < TEND_N_LEADS; i++)
    if (g_strcmp0 (word, tend_leads[i]) == 0)
      {
        *lead = (TendLead) i;
        return TRUE;
      }

  return FALSE;
}

/* The wall time by which a day counts: of something all-day, the start of the working day. */
static TendWall
at_day_start (const TendWall *due,
              int             day_start)
{
  TendWall wall = *due;

  wall.hour = day_start / 60;
  wall.minute = day_start % 60;
  wall.all_day = FALSE;
  return wall;
}

/**
 * tend_schedule_get_due:
 * @due: the wall time for which something is promised
 * @zone: the zone it was promised in
 * @day_start: the start of the working day, in minutes since midnight
 *
 * Returns: the instant it is due; for a whole day, the start of its working day
 */
gint64
tend_schedule_get_due (const TendWall *due,
                       GTimeZone      *zone,
                       int             day_start)
{
  TendWall wall = due->all_day ? at_day_start (due, day_start) : *due;

  return tend_wall_to_instant (&wall, zone);
}

/**
 * tend_schedule_get_reminder:
 * @due: the wall time for which something is promised
 * @zone: the zone it was promised in
 * @lead: how long before to remind
 * @day_start: the start of the working day, in minutes since midnight
 *
 * Minutes and hours are counted in real time, days and weeks on the calendar: a day before is the start of the working
 * day before, a week before is the same time on the clock. To something all-day minutes and hours make no difference.
 *
 * Returns: the instant it reminds
 */
gint64
tend_schedule_get_reminder (const TendWall *due,
                            GTimeZone      *zone,
                            TendLead        lead,
                            int             day_start)
{
  TendWall wall = due->all_day ? at_day_start (due, day_start) : *due;

  switch (lead)
    {
    case TEND_LEAD_10_MINUTES:
      return tend_wall_to_instant (&wall, zone) - (due->all_day ? 0 : 10 * G_TIME_SPAN_MINUTE);
    case TEND_LEAD_1_HOUR:
      return tend_wall_to_instant (&wall, zone) - (due->all_day ? 0 : G_TIME_SPAN_HOUR);
    case TEND_LEAD_1_DAY:
      wall = at_day_start (due, day_start);
      tend_wall_add_days (&wall, -1);
      return tend_wall_to_instant (&wall, zone);
    case TEND_LEAD_1_WEEK:
      tend_wall_add_days (&wall, -7);
      return tend_wall_to_instant (&wall, zone);
    case TEND_LEAD_AT_TIME:
    default:
      return tend_wall_to_instant (&wall, zone);
    }
}

/**
 * tend_schedule_is_overdue:
 * @due: the wall time for which something is promised
 * @zone: the zone it was promised in
 * @now: the present instant
 *
 * Returns: whether its time has passed; for a whole day, whether the day is over
 */
gboolean
tend_schedule_is_overdue (const TendWall *due,
                          GTimeZone      *zone,
                          gint64          now)
{
  TendWall wall = *due;

  if (due->all_day)
    tend_wall_add_days (&wall, 1);

  return due->all_day ? now >= tend_wall_to_instant (&wall, zone) : now > tend_wall_to_instant (&wall, zone);
}

/**
 * tend_schedule_get_snooze:
 * @snooze: for how long
 * @now: the present instant
 * @zone: the zone of the user
 * @day_start: the start of the working day, in minutes since midnight
 *
 * Returns: the instant until which a follow-up snoozed now is quiet: in an hour, at the start of tomorrow's working day,
 *   or of next week's first
 */
gint64
tend_schedule_get_snooze (TendSnooze  snooze,
                          gint64      now,
                          GTimeZone  *zone,
                          int         day_start)
{
  TendWall wall;

  if (snooze == TEND_SNOOZE_1_HOUR)
    return now + G_TIME_SPAN_HOUR;

  tend_wall_from_instant (&wall, now, zone);
  tend_wall_add_days (&wall, snooze == TEND_SNOOZE_NEXT_WEEK ? 8 - tend_wall_get_weekday (&wall) : 1);
  wall = at_day_start (&wall, day_start);
  return tend_wall_to_instant (&wall, zone);
}

/**
 * tend_schedule_get_pending:
 * @item: a follow-up
 *
 * A snooze puts the reminder in place of the one by the due date, which itself stays. A reminder is sent once; moving
 * the due date (or snoozing again) past the last one sent makes a new one.
 *
 * Returns: the instant of the reminder that is still to be sent, possibly long past, or 0
 */
gint64
tend_schedule_get_pending (const TendScheduleItem *item)
{
  gint64 remind_at = item->snoozed_until != 0 ? item->snoozed_until : item->remind_at;

  if (item->settled || (item->reminded_at != 0 && item->reminded_at >= remind_at))
    return 0;

  return remind_at;
}

/**
 * tend_schedule_get_wake_up:
 * @items: (array length=n_items): follow-ups
 * @n_items: how many
 * @now: the present instant
 *
 * Returns: when to look next: @now if a reminder is due already, the earliest one else, 0 if none is to come
 */
gint64
tend_schedule_get_wake_up (const TendScheduleItem *items,
                           gsize                   n_items,
                           gint64                  now)
{
  gint64 earliest = 0;

  for (gsize i = 0; i < n_items; i++)
    {
      gint64 pending = tend_schedule_get_pending (&items[i]);

      if (pending != 0 && (earliest == 0 || pending < earliest))
        earliest = pending;
    }

  return earliest == 0 ? 0 : MAX (earliest, now);
}

/**
 * tend_schedule_is_digest:
 * @n_due: how many reminders are due at once
 *
 * Returns: whether they are sent as one
 */
gboolean
tend_schedule_is_digest (guint n_due)
{
  return n_due > TEND_SCHEDULE_MAX_SINGLE;
}
