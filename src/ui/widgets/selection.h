/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "models/id-list.h"

G_BEGIN_DECLS

#define TEND_TYPE_SELECTION (tend_selection_get_type ())
G_DECLARE_FINAL_TYPE (TendSelection, tend_selection, TEND, SELECTION, GObject)

/**
 * TendSelection:
 *
 * A GtkSelectionModel over the ids of a #TendIdList: selecting everything, sorting anew or a change never asks for an
 * object, and what is selected stays selected wherever its row goes. GTK's own selections call get_item for every row.
 * A row that a filter hides stays chosen and is selected again when it comes back, but does not count meanwhile.
 * Sections of the list show as GtkSectionModel.
 *
 * Properties: model (TendIdList), n-selected (guint: rows of the list that are selected), selected-id (int64: the id of
 * the only selected row, else 0).
 */
TendSelection *tend_selection_new            (TendIdList    *model);  /* (transfer none) (nullable) */
void           tend_selection_set_model      (TendSelection *self,
                                              TendIdList    *model);
TendIdList    *tend_selection_get_model      (TendSelection *self);
guint          tend_selection_get_n_selected (TendSelection *self);
/* The selected rows' ids in the order of the list. (transfer full) (element-type TendId) */
GArray        *tend_selection_dup_ids        (TendSelection *self);
TendId         tend_selection_get_selected_id (TendSelection *self);
gboolean       tend_selection_contains       (TendSelection *self,
                                              TendId         id);
/* Makes @id the only one selected, whether or not its row is in the list already; 0 selects nothing. */
void           tend_selection_select_id      (TendSelection *self,
                                              TendId         id);

G_END_DECLS
