/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_MATRIX_PAGE (tend_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (TendMatrixPage, tend_matrix_page, TEND, MATRIX_PAGE, AdwNavigationPage)

/**
 * TendMatrixPage:
 *
 * The white-space matrix: the accounts of the book down, as many as there are, and at most twenty chosen products across.
 * Which, the settings remember; until some are chosen they are the first by name that are still sold.
 */
TendMatrixPage *tend_matrix_page_new (TendBook *book);

G_END_DECLS
