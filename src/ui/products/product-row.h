/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/entities/product.h"
#include "models/product-uses.h"

G_BEGIN_DECLS

#define TEND_TYPE_PRODUCT_ROW (tend_product_row_get_type ())
G_DECLARE_FINAL_TYPE (TendProductRow, tend_product_row, TEND, PRODUCT_ROW, GtkBox)

/**
 * TendProductRow:
 *
 * A product of the catalogue: its name, kind and price, how many accounts have it and how well it fits them. It follows the
 * product and the numbers. Signal: `described ()`, when tend_product_row_get_description() reads differently.
 */
GtkWidget  *tend_product_row_new             (TendBook        *book,
                                              TendProductUses *uses);
/* @product: NULL shows nothing. */
void        tend_product_row_set_product     (TendProductRow  *self,
                                              TendProduct     *product);
/* All that the row says, as one text. */
const char *tend_product_row_get_description (TendProductRow  *self);

/* "Service · 1,200.00 €"; the price is left out where there is none. (transfer full) */
char       *tend_product_dup_line            (TendBook                *book,
                                              const TendProductRecord *record);
/* "9 fit, 2 partly, 1 not", what there is of it; "" where nobody has judged it. (transfer full) */
char       *tend_product_dup_fits            (const guint              fits[4]);

G_END_DECLS
