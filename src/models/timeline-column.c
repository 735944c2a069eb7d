/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-column.h"

#include "core/rules/wall.h"
#include "list-diff.h"

TendId
tend_timeline_column_id_of (const TendTimelineEntry *entry)
{
  return entry->kind == TEND_TIMELINE_NEED_RESOLVED ? -entry->id : entry->id;
}

TendTimelineColumn
tend_timeline_column_new (GArray *entries)
{
  TendTimelineColumn self = { entries, g_array_sized_new (FALSE, FALSE, sizeof (TendId), entries->len) };

  for (guint i = 0; i < entries->len; i++)
    {
      TendId id = tend_timeline_column_id_of (&g_array_index (entries, TendTimelineEntry, i));

      g_array_append_val (self.ids, id);
    }

  return self;
}

TendTimelineColumn
tend_timeline_column_take (const TendTimelineColumn *self,
                           GArray                   *splices)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (TendTimelineEntry), self->entries->len);
  guint at = 0;

  for (guint i = 0; i <= splices->len; i++)
    {
      const TendSplice *splice = i < splices->len ? &g_array_index (splices, TendSplice, i) : NULL;
      guint end = splice != NULL ? splice->position : self->entries->len;

      if (end > at)
        g_array_append_vals (kept, tend_timeline_column_get (self, at), end - at);
      at = splice != NULL ? end + splice->removed : end;
    }

  return tend_timeline_column_new (kept);
}

void
tend_timeline_column_clear (TendTimelineColumn *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
}

const TendTimelineEntry *
tend_timeline_column_get (const TendTimelineColumn *self,
                          guint                     position)
{
  return &g_array_index (self->entries, TendTimelineEntry, position);
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
tend_timeline_column_months_moved (const TendTimelineColumn *before,
                                   const TendTimelineColumn *after,
                                   GArray                   *splices,
                                   GTimeZone                *zone)
{
  guint old = 0;
  guint new = 0;

  for (guint i = 0; i <= splices->len; i++)
    {
      const TendSplice *splice = i < splices->len ? &g_array_index (splices, TendSplice, i) : NULL;
      guint end = splice != NULL ? splice->position : before->entries->len;

      for (; old < end; old++, new++)
        {
          if (has_moved (tend_timeline_column_get (before, old), tend_timeline_column_get (after, new), zone))
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
