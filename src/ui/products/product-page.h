/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/entities/product.h"
#include "models/product-uses.h"

G_BEGIN_DECLS

#define TEND_TYPE_PRODUCT_PAGE (tend_product_page_get_type ())
G_DECLARE_FINAL_TYPE (TendProductPage, tend_product_page, TEND, PRODUCT_PAGE, AdwNavigationPage)

/**
 * TendProductPage:
 *
 * A product: what it is, who has it, and who has not. A client that is activated is opened by win.show-account.
 */
TendProductPage *tend_product_page_new         (TendBook        *book,
                                                TendProductUses *uses);
/* @product: NULL shows that none is chosen. */
void             tend_product_page_set_product (TendProductPage *self,
                                                TendProduct     *product);

G_END_DECLS
