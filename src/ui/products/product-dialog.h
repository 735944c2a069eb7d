/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/product.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_PRODUCT_DIALOG (tend_product_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendProductDialog, tend_product_dialog, TEND, PRODUCT_DIALOG, TendEditDialog)

/* Adds a product to the catalogue, or edits one. @record: with an id of 0 a new one. Its price is in the currency that it
 * has, else in the book's. */
AdwDialog *tend_product_dialog_new (TendBook                *book,
                                    const TendProductRecord *record);

G_END_DECLS
