/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda.h"

#include "core/entities/follow-up.h"
#include "core/rules/wall.h"

#define MAX_DONE 200

static TendInstant
midnight (const TendWall *now,
          int             days,
          GTimeZone      *zone)
{
  TendWall wall = *now;

  wall.hour = 0;
  wall.minute = 0;
  wall.all_day = FALSE;
  tend_wall_add_days (&wall, days);

  return tend_wall_to_instant (&wall, zone);
}

void
tend_agenda_find_bounds (TendClock        *clock,
                         TendAgendaBounds *bounds)
{
  g_autoptr (GTimeZone) zone = tend_clock_dup_zone (clock);
  TendWall wall;

  bounds->now = tend_clock_now (clock);
  tend_wall_from_instant (&wall, bounds->now, zone);
  bounds->today = midnight (&wall, 0, zone);
  bounds->tomorrow = midnight (&wall, 1, zone);
  bounds->day_after = midnight (&wall, 2, zone);
  bounds->next_week = MAX (bounds->day_after, midnight (&wall, 8 - tend_wall_get_weekday (&wall), zone));
}

static TendQuery *
new_query (TendId manager)
{
  TendQuery *query = tend_query_new (&tend_follow_up_noun);

  if (manager != 0)
    tend_query_add_int (query, "manager", TEND_QUERY_IS, manager);

  return query;
}

/* Open follow-ups due in [from, to); 0: no bound. */
static TendQuery *
new_open_query (TendId      manager,
                TendInstant from,
                TendInstant to)
{
  TendQuery *query = new_query (manager);

  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_OPEN);
  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_SNOOZED);
  tend_query_set_sort (query, "due_at", FALSE);
  if (from != 0)
    tend_query_add_int (query, "due_at", TEND_QUERY_FROM, from);
  if (to != 0)
    tend_query_add_int (query, "due_at", TEND_QUERY_BEFORE, to);

  return query;
}

static TendQuery *
new_day_query (TendId      manager,
               TendInstant from,
               TendInstant to,
               gboolean    all_day)
{
  TendQuery *query = new_open_query (manager, from, to);

  tend_query_add_int (query, "all_day", TEND_QUERY_IS, all_day);

  return query;
}

static TendQuery *
new_done_query (TendId manager)
{
  TendQuery *query = new_query (manager);

  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_DONE);
  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_DROPPED);
  tend_query_set_sort (query, "settled", TRUE);
  tend_query_set_range (query, 0, MAX_DONE);

  return query;
}

TendQuery *
tend_agenda_new_query (TendAgendaPart          part,
                       const TendAgendaBounds *bounds,
                       TendId                  manager,
                       gboolean                show_done)
{
  switch (part)
    {
    case TEND_AGENDA_PART_EARLIER:
      return new_open_query (manager, 0, bounds->today);
    case TEND_AGENDA_PART_PASSED:
      return new_day_query (manager, bounds->today, bounds->now, FALSE);
    case TEND_AGENDA_PART_TODAY:
      return new_day_query (manager, bounds->today, bounds->tomorrow, TRUE);
    case TEND_AGENDA_PART_STILL_TODAY:
      return new_day_query (manager, bounds->now, bounds->tomorrow, FALSE);
    case TEND_AGENDA_PART_TOMORROW:
      return new_open_query (manager, bounds->tomorrow, bounds->day_after);
    case TEND_AGENDA_PART_THIS_WEEK:
      return bounds->next_week > bounds->day_after
               ? new_open_query (manager, bounds->day_after, bounds->next_week)
               : NULL;
    case TEND_AGENDA_PART_LATER:
      return new_open_query (manager, bounds->next_week, 0);
    case TEND_AGENDA_PART_DONE:
      return show_done ? new_done_query (manager) : NULL;
    case TEND_N_AGENDA_PARTS:
    default:
      g_assert_not_reached ();
    }
}

TendAgenda
tend_agenda_of_part (TendAgendaPart part)
{
  static const TendAgenda agendas[TEND_N_AGENDA_PARTS] = {
    TEND_AGENDA_OVERDUE, TEND_AGENDA_OVERDUE, TEND_AGENDA_TODAY, TEND_AGENDA_TODAY,
    TEND_AGENDA_TOMORROW, TEND_AGENDA_THIS_WEEK, TEND_AGENDA_LATER, TEND_AGENDA_DONE,
  };

  g_return_val_if_fail (part < TEND_N_AGENDA_PARTS, TEND_AGENDA_DONE);

  return agendas[part];
}
