/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../timeline.h"
#include "database.h"

G_BEGIN_DECLS

/* What happened on an account, newest first. Days (of purchases) begin at midnight in @zone.
 * (transfer full) (element-type TendTimelineEntry) */
GArray *tend_timeline_table_list (TendDatabase       *database,
                                  TendId              account,
                                  TendTimelineKinds   kinds,
                                  GTimeZone          *zone,
                                  GError            **error);

G_END_DECLS
