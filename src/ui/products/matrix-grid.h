/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "models/matrix-cells.h"

G_BEGIN_DECLS

#define TEND_TYPE_MATRIX_GRID (tend_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (TendMatrixGrid, tend_matrix_grid, TEND, MATRIX_GRID, GObject)

/**
 * TendMatrixGrid:
 *
 * What the header and the rows of the white-space matrix share: the squares, the names of the products, how far they are
 * scrolled sideways, and in which column the cursor is. Lengths are in px.
 *
 * Signal: `changed ()`: all shall be drawn anew.
 */
TendMatrixGrid  *tend_matrix_grid_new            (TendBook        *book,
                                                  TendMatrixCells *cells);
TendBook        *tend_matrix_grid_get_book       (TendMatrixGrid  *self);
TendMatrixCells *tend_matrix_grid_get_cells      (TendMatrixGrid  *self);
/* Sideways, of the columns: the first of each row stays. */
GtkAdjustment   *tend_matrix_grid_get_adjustment (TendMatrixGrid  *self);
/* (element-type TendProduct); more than the matrix takes are left out. */
void             tend_matrix_grid_set_products   (TendMatrixGrid  *self,
                                                  GPtrArray       *products);
guint            tend_matrix_grid_get_n_columns  (TendMatrixGrid  *self);
/* In one line; "" past the last. */
const char      *tend_matrix_grid_get_name       (TendMatrixGrid  *self,
                                                  guint            column);
guint            tend_matrix_grid_get_column     (TendMatrixGrid  *self);
/* Moves the cursor, at most to the last column, and brings it into sight. */
void             tend_matrix_grid_set_column     (TendMatrixGrid  *self,
                                                  guint            column);
/* Of a row that is @width wide: how wide the names of the accounts are; where a column begins; the column at @x, or -1. */
int              tend_matrix_grid_name_width     (int              width);
int              tend_matrix_grid_column_x       (TendMatrixGrid  *self,
                                                  int              width,
                                                  guint            column);
int              tend_matrix_grid_column_at      (TendMatrixGrid  *self,
                                                  int              width,
                                                  double           x);
/* Tells how wide a row is, so that it is known how much of it there is to scroll. */
void             tend_matrix_grid_set_width      (TendMatrixGrid  *self,
                                                  int              width);

#define TEND_MATRIX_COLUMN_WIDTH 46

G_END_DECLS
