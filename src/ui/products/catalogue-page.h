/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "models/product-uses.h"

G_BEGIN_DECLS

#define TEND_TYPE_CATALOGUE_PAGE (tend_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (TendCataloguePage, tend_catalogue_page, TEND, CATALOGUE_PAGE, AdwNavigationPage)

/**
 * TendCataloguePage:
 *
 * What the firm sells, and what it sold once: searched, by name.
 * Signals: `selected (gint64 product)`: shall be shown beside the list; `activated ()`: and seen, where it is folded.
 */
TendCataloguePage *tend_catalogue_page_new    (TendBook          *book,
                                               TendProductUses   *uses);
void               tend_catalogue_page_select (TendCataloguePage *self,
                                               TendId             product);
/* Whether one click shows a product: where the page of it does not stand beside the list. */
void               tend_catalogue_page_set_folded (TendCataloguePage *self,
                                                   gboolean           folded);

G_END_DECLS
