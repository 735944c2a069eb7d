/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "models/manager-node.h"

G_BEGIN_DECLS

#define TEND_TYPE_MANAGER_ROW (tend_manager_row_get_type ())
G_DECLARE_FINAL_TYPE (TendManagerRow, tend_manager_row, TEND, MANAGER_ROW, GtkWidget)

/**
 * TendManagerRow:
 *
 * A manager in the tree of the sidebar, and where accounts are dropped: it lights up, says how many she would have then,
 * or why she cannot take them.
 * Signals: `dropped (TendAccountIds *)`: accounts were let go here which she may take; `refused (int reason)`: which she
 * may not (a TendReason); `chosen ()`: a click or a tap; `menu (double x, double y)`: what else can be done with her.
 */
GtkWidget   *tend_manager_row_new         (void);
/* Shows what stands in @row (item: a TendManagerNode); NULL nothing. */
void         tend_manager_row_set_row     (TendManagerRow  *self,
                                           GtkTreeListRow  *row);
TendManager *tend_manager_row_get_manager (TendManagerRow  *self);
/* What a screen reader says. (transfer full) */
char        *tend_manager_row_dup_description (TendManagerRow *self);

G_END_DECLS
