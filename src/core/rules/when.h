/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wall.h"

G_BEGIN_DECLS

gboolean tend_when_parse      (const char *text,
                               gint64      now,
                               GTimeZone  *zone,
                               TendWall   *wall);
gboolean tend_when_parse_past (const char *text,
                               gint64      now,
                               GTimeZone  *zone,
                               TendWall   *wall);

G_END_DECLS
