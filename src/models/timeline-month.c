/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-month.h"

#include "core/rules/wall.h"
#include "list-diff.h"

TendTimelineMonth
tend_timeline_month_of (TendInstant  at,
                        GTimeZone   *zone)
{
  TendWall wall;
  TendTimelineMonth month;

  tend_wall_from_instant (&wall, at, zone);
  wall.day = 1;
  wall.hour = 0;
  wall.minute = 0;
  wall.all_day = FALSE;
  month.start = tend_wall_to_instant (&wall, zone);
  tend_wall_add_months (&wall, 1);
  month.end = tend_wall_to_instant (&wall, zone);

  return month;
}

gboolean
tend_timeline_month_has (const TendTimelineMonth *self,
                         const TendTimelineEntry *entry)
{
  return entry->at >= self->start && entry->at < self->end;
}

static gboolean
has_moved (const TendTimelineEntry *was,
           const TendTimelineEntry *is,
           GTimeZone               *zone)
{
  TendTimelineMonth month;

  if (was->at == is->at)
    return FALSE;

  month = tend_timeline_month_of (was->at, zone);
  return !tend_timeline_month_has (&month, is);
}

gboolean
tend_timeline_months_moved (GArray    *before,
                            GArray    *after,
                            GArray    *splices,
                            GTimeZone *zone)
{
  guint old = 0;
  guint new = 0;

  for (guint i = 0; i <= splices->len; i++)
    {
      const TendSplice *splice = i < splices->len ? &g_array_index (splices, TendSplice, i) : NULL;
      guint end = splice != NULL ? splice->position : before != NULL ? before->len : 0;

      for (; old < end; old++, new++)
        {
          if (has_moved (&g_array_index (before, TendTimelineEntry, old), &g_array_index (after, TendTimelineEntry, new), zone))
            return TRUE;
        }
      if (splice != NULL)
        {
          old += splice->removed;
          new += splice->added;
        }
    }

  return FALSE;
}
