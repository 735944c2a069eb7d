/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "models/today-model.h"

G_BEGIN_DECLS

#define TEND_TYPE_TODAY_HATS (tend_today_hats_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayHats, tend_today_hats, TEND, TODAY_HATS, AdwBin)

/**
 * TendTodayHats:
 *
 * How many lines of Today ask for each hat: buttons, of which the active one filters the list. A hat that nothing asks for has
 * none, and where no line is left there are none at all.
 */
/* Shows what @model counts, now and whenever it has loaded. */
void tend_today_hats_set_model (TendTodayHats  *self,
                                TendTodayModel *model);
/* Takes the filter away. */
void tend_today_hats_show_all  (TendTodayHats  *self);

G_END_DECLS
