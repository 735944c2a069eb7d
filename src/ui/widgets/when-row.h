/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/rules/wall.h"

G_BEGIN_DECLS

#define TEND_TYPE_WHEN_ROW (tend_when_row_get_type ())
G_DECLARE_FINAL_TYPE (TendWhenRow, tend_when_row, TEND, WHEN_ROW, AdwEntryRow)

/**
 * TendWhenRow:
 *
 * Takes a time as people write it ("tomorrow 15:00", "morgen 15 Uhr") and says in its title which day and time that is;
 * a calendar and a clock stand behind a button. Signal: `changed` of #GtkEditable.
 */

/* FALSE while the text is empty or not understood. */
gboolean    tend_when_row_get_wall  (TendWhenRow    *self,
                                     TendWall       *wall);
void        tend_when_row_set_wall  (TendWhenRow    *self,
                                     const TendWall *wall);
/* The zone in which it is meant; the local one at first. */
void        tend_when_row_set_zone  (TendWhenRow    *self,
                                     GTimeZone      *zone);

/* Whether it is for something that has happened, most likely: what is left open in the text is the last such day or time, not
 * the next. FALSE at first. */
void        tend_when_row_set_past  (TendWhenRow    *self,
                                     gboolean        past);

G_END_DECLS
