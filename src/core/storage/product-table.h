/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../matrix.h"
#include "database.h"

G_BEGIN_DECLS

/* The squares of the matrix, a row an account: @cells has n_accounts × n_products TendCell. What ended before @today
 * (YYYY-MM-DD) counts as not had. */
gboolean    tend_product_table_read_cells (TendDatabase  *database,
                                           const TendId  *accounts,
                                           gsize          n_accounts,
                                           const TendId  *products,
                                           gsize          n_products,
                                           const char    *today,
                                           guint8        *cells,
                                           GError       **error);
/* Product's id by GSIZE_TO_POINTER → TendProductUse; products that nobody has are left out. (transfer full) */
GHashTable *tend_product_table_count_uses (TendDatabase  *database,
                                           const char    *today,
                                           GError       **error);

G_END_DECLS
