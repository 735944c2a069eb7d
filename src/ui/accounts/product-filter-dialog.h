/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_PRODUCT_FILTER_DIALOG (tend_product_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendProductFilterDialog, tend_product_filter_dialog, TEND, PRODUCT_FILTER_DIALOG, AdwDialog)

/**
 * TendProductFilterDialog:
 *
 * Asks which product the accounts of a list shall have, or shall not have. Signal: `chosen`.
 */
AdwDialog *tend_product_filter_dialog_new         (TendBook                *book,
                                                   TendId                   product,
                                                   gboolean                 without);
/* 0 = none. */
TendId     tend_product_filter_dialog_get_product (TendProductFilterDialog *self,
                                                   gboolean                *without);

G_END_DECLS
