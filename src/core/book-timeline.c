/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "storage/timeline-table.h"

/* The timeline of an account. */

typedef struct
{
  TendId             account;
  TendTimelineKinds  kinds;
  GTimeZone         *zone;
} TimelineArgs;

static void
timeline_args_free (TimelineArgs *args)
{
  g_time_zone_unref (args->zone);
  g_free (args);
}

static gpointer
timeline_work (gpointer       context,
               TendDatabase  *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  TimelineArgs *args = data;

  return tend_timeline_table_list (database, args->account, args->kinds, args->zone, error);
}

GArray *
tend_book_list_timeline (TendBook           *self,
                         TendId              account,
                         TendTimelineKinds   kinds,
                         GTimeZone          *zone,
                         GError            **error)
{
  TimelineArgs args = { account, kinds, zone };

  return tend_book_call (self, self->reader, timeline_work, &args, error);
}

void
tend_book_list_timeline_async (TendBook            *self,
                               TendId               account,
                               TendTimelineKinds    kinds,
                               GTimeZone           *zone,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  TimelineArgs *args = g_new (TimelineArgs, 1);

  *args = (TimelineArgs) { account, kinds, g_time_zone_ref (zone) };
  tend_book_push (self, self->reader, timeline_work, args, (GDestroyNotify) timeline_args_free,
                  (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

GArray *
tend_book_list_timeline_finish (TendBook      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
