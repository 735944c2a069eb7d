/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today-line.h"

G_BEGIN_DECLS

/* The id under which @item stands in the list. */
TendId          tend_today_line_make_id  (const TendUrgencyItem *item);
/* The noun of the row that a line is about; NULL where it is about the account. */
const TendNoun *tend_today_line_noun     (const TendUrgencyItem *item);
/* The noun and id of what a row has to do with; NULL where it has nothing. */
const TendNoun *tend_today_line_relation (TendEntity            *entity,
                                          TendId                *id);

TendTodayLine  *tend_today_line_new      (TendBook              *book,
                                          const TendUrgencyItem *item);
/* The line stays, but stands for another reason now, or is more urgent. */
void            tend_today_line_set_item (TendTodayLine         *self,
                                          const TendUrgencyItem *item);

G_END_DECLS
