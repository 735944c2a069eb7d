/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_MATRIX_CHOOSER (tend_matrix_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TendMatrixChooser, tend_matrix_chooser, TEND, MATRIX_CHOOSER, AdwDialog)

/**
 * TendMatrixChooser:
 *
 * Chooses which products stand side by side in the white-space matrix; every choice holds at once and is remembered in the
 * settings. Where as many are chosen as there is room for, another can only come in the place of one.
 */
/* @products: those that are shown now. */
AdwDialog *tend_matrix_chooser_new (TendBook     *book,
                                    const TendId *products,
                                    guint         n_products);

G_END_DECLS
