/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "follow-up-list-model.h"

G_BEGIN_DECLS

/* The part of the agenda that a query can ask for, in the order of the list. Whole-day items have their due instant at
 * the start of work, so they are asked for apart from what is due at a time, and are overdue only when the day is over. */
typedef enum
{
  TEND_AGENDA_PART_EARLIER,      /* due before today */
  TEND_AGENDA_PART_PASSED,       /* due today at a time that has passed */
  TEND_AGENDA_PART_TODAY,        /* due today, some time */
  TEND_AGENDA_PART_STILL_TODAY,  /* due today at a time to come */
  TEND_AGENDA_PART_TOMORROW,
  TEND_AGENDA_PART_THIS_WEEK,
  TEND_AGENDA_PART_LATER,
  TEND_AGENDA_PART_DONE,
  TEND_N_AGENDA_PARTS
} TendAgendaPart;

/* Instants at which a part ends and another begins. */
typedef struct
{
  TendInstant now;
  TendInstant today;
  TendInstant tomorrow;
  TendInstant day_after;
  TendInstant next_week;   /* not before day_after */
} TendAgendaBounds;

void        tend_agenda_find_bounds (TendClock              *clock,
                                     TendAgendaBounds       *bounds);
TendAgenda  tend_agenda_of_part     (TendAgendaPart          part);
/* NULL where the part has nothing to show. @manager 0: everyone's. (transfer full) (nullable) */
TendQuery  *tend_agenda_new_query   (TendAgendaPart          part,
                                     const TendAgendaBounds *bounds,
                                     TendId                  manager,
                                     gboolean                show_done);

G_END_DECLS
