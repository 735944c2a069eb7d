/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/timeline.h"

G_BEGIN_DECLS

/* The entries of a timeline and, beside them, the ids that the list is compared and selected by. */
typedef struct
{
  GArray *entries;   /* TendTimelineEntry, newest first */
  GArray *ids;       /* TendId */
} TendTimelineColumn;

typedef struct
{
  TendInstant start;
  TendInstant end;     /* the next one's start */
} TendTimelineMonth;

/* The id of an entry within its list: a need's resolution has the negative of the need's. */
TendId                   tend_timeline_column_id_of (const TendTimelineEntry *entry);
/* Takes @entries. */
TendTimelineColumn       tend_timeline_column_new   (GArray                   *entries);
/* @self without what @splices take from it; they bring nothing. */
TendTimelineColumn       tend_timeline_column_take  (const TendTimelineColumn *self,
                                                     GArray                   *splices);
void                     tend_timeline_column_clear (TendTimelineColumn       *self);
const TendTimelineEntry *tend_timeline_column_get   (const TendTimelineColumn *self,
                                                     guint                     position);
/* Whether anything that stays where it was, beside the @splices that turn @before into @after, has come into another
 * month: an interaction that was dated anew, between the same two. */
gboolean                 tend_timeline_column_months_moved (const TendTimelineColumn *before,
                                                            const TendTimelineColumn *after,
                                                            GArray                   *splices,
                                                            GTimeZone                *zone);

TendTimelineMonth        tend_timeline_month_of     (TendInstant               at,
                                                     GTimeZone                *zone);
gboolean                 tend_timeline_month_has    (const TendTimelineMonth  *self,
                                                     const TendTimelineEntry  *entry);

G_END_DECLS
