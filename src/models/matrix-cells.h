/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "id-list.h"

G_BEGIN_DECLS

#define TEND_TYPE_MATRIX_CELLS (tend_matrix_cells_get_type ())
G_DECLARE_FINAL_TYPE (TendMatrixCells, tend_matrix_cells, TEND, MATRIX_CELLS, GObject)

/**
 * TendMatrixCells:
 *
 * The squares of the white-space matrix: how each account of a list stands to each of a few products, as of today. Those
 * of a page of accounts are read together, off the main thread, when one of them is first asked for; what a change of the
 * book concerns is read anew.
 *
 * Signal: `changed ()`, when squares were read, or are to be asked for again.
 */
/* @accounts: a list of accounts; its rows may come and go. */
TendMatrixCells *tend_matrix_cells_new            (TendBook        *book,
                                                   TendIdList      *accounts);
/* At most %TEND_MATRIX_COLUMNS; more are left out. */
void             tend_matrix_cells_set_products   (TendMatrixCells *self,
                                                   const TendId    *products,
                                                   guint            n_products);
guint            tend_matrix_cells_get_n_products (TendMatrixCells *self);
/* The product of a column; 0 past the last. */
TendId           tend_matrix_cells_get_product    (TendMatrixCells *self,
                                                   guint            column);
/* FALSE while the square is not read (it will be, and "changed" says so), and where there is none. */
gboolean         tend_matrix_cells_get            (TendMatrixCells *self,
                                                   guint            position,
                                                   guint            column,
                                                   TendCell        *cell);

G_END_DECLS
