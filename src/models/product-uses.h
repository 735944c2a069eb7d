/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_PRODUCT_USES (tend_product_uses_get_type ())
G_DECLARE_FINAL_TYPE (TendProductUses, tend_product_uses, TEND, PRODUCT_USES, GObject)

/**
 * TendProductUses:
 *
 * How many accounts have each product of a book, and how well it fits them, as of today. It follows the book; while an
 * answer is under way, however many changes there are, one more question follows it.
 *
 * Signal: `changed ()`, when the numbers are those of the book.
 */
TendProductUses *tend_product_uses_new (TendBook        *book);
/* All zero where nobody has @product, or before the first answer. */
TendProductUse   tend_product_uses_get (TendProductUses *self,
                                        TendId           product);

G_END_DECLS
