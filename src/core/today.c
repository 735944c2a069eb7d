/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today.h"

#include "rules/day.h"

/**
 * tend_today_query_init:
 * @self: (out caller-allocates): asks for everyone's lines of any hat
 * @now: the instant for which it is asked
 * @zone: where the user is
 */
void
tend_today_query_init (TendTodayQuery *self,
                       TendInstant     now,
                       GTimeZone      *zone)
{
  TendDay day = tend_day_of_instant (now, zone);

  *self = (TendTodayQuery) {
    .hat = -1,
    .now = now,
    .midnight = tend_day_to_instant (day, zone),
    .tomorrow = tend_day_to_instant (day + 1, zone),
    .day = day,
  };
}

void
tend_today_free (TendToday *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_free (self->currency);
  g_free (self);
}
