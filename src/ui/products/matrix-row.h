/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matrix-grid.h"

G_BEGIN_DECLS

#define TEND_TYPE_MATRIX_ROW (tend_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (TendMatrixRow, tend_matrix_row, TEND, MATRIX_ROW, GtkWidget)

/**
 * TendMatrixRow:
 *
 * An account of the white-space matrix, or its header: one widget that draws its name and all its squares. With the focus
 * it shows the cursor; left and right move it, Enter, Space and a click open what stands in the square.
 */
/* A row. @grid: outlives it. */
GtkWidget  *tend_matrix_row_new             (TendMatrixGrid *grid);
/* The names of the products, turned. */
GtkWidget  *tend_matrix_row_new_header      (TendMatrixGrid *grid);
/* @position: in the list of accounts. NULL shows nothing. */
void        tend_matrix_row_set_account     (TendMatrixRow  *self,
                                             TendAccount    *account,
                                             guint           position);
/* What a screen reader says of the square that has the cursor: "Adler AG, Heating: fits". (transfer full) */
char       *tend_matrix_row_dup_description (TendMatrixRow  *self);
/* Opens what stands in the square that has the cursor. */
void        tend_matrix_row_open            (TendMatrixRow  *self);

G_END_DECLS
