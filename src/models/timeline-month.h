/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/timeline.h"

G_BEGIN_DECLS

/* What the sections of a timeline are. */
typedef struct
{
  TendInstant start;
  TendInstant end;     /* the next one's start */
} TendTimelineMonth;

TendTimelineMonth tend_timeline_month_of     (TendInstant              at,
                                              GTimeZone               *zone);
gboolean          tend_timeline_month_has    (const TendTimelineMonth *self,
                                              const TendTimelineEntry *entry);

/* Whether anything that stays where it was, beside the @splices that turn @before (NULL: nothing) into @after, has come into
 * another month: an interaction that was dated anew, between the same two. Both (element-type TendTimelineEntry) */
gboolean          tend_timeline_months_moved (GArray                  *before,
                                              GArray                  *after,
                                              GArray                  *splices,
                                              GTimeZone               *zone);

G_END_DECLS
