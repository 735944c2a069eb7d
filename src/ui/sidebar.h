/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_SIDEBAR (tend_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TendSidebar, tend_sidebar, TEND, SIDEBAR, AdwNavigationPage)

/**
 * TendSidebar:
 *
 * The places, and below them the managers by reporting line: in sight from everywhere, because they are where accounts
 * are dropped.
 * Signals: `chosen (const char *place)`: "today", "accounts", "follow-ups", "products", "nobody" or "manager:<id>" was selected by the user;
 * `activated ()`: and shall be seen (click, tap, Enter), where the columns are folded.
 */
TendSidebar *tend_sidebar_new       (TendBook    *book);
/* Makes the rows of the managers: not before the first frame, which has enough to do. Once. */
void         tend_sidebar_show_managers (TendSidebar *self);
const char  *tend_sidebar_get_place (TendSidebar *self);
/* Shows @place as the selected one, without `chosen`. */
void         tend_sidebar_set_place (TendSidebar *self,
                                     const char  *place);
/* The id in "manager:<id>"; 0 for every other place. */
TendId       tend_place_get_manager (const char  *place);

G_END_DECLS
