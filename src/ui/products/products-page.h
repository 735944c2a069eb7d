/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_PRODUCTS_PAGE (tend_products_page_get_type ())
G_DECLARE_FINAL_TYPE (TendProductsPage, tend_products_page, TEND, PRODUCTS_PAGE, AdwNavigationPage)

/**
 * TendProductsPage:
 *
 * The place of products: the catalogue with a product beside it, and the white-space matrix over both.
 * Property: collapsed: whether the catalogue and the product are one after the other.
 */
TendProductsPage *tend_products_page_new    (TendBook         *book);
/* Shows @product beside the catalogue. */
void              tend_products_page_select (TendProductsPage *self,
                                             TendId            product);

G_END_DECLS
