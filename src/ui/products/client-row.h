/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"
#include "core/entities/purchase.h"
#include "core/matrix.h"

G_BEGIN_DECLS

#define TEND_TYPE_CLIENT_ROW (tend_client_row_get_type ())
G_DECLARE_FINAL_TYPE (TendClientRow, tend_client_row, TEND, CLIENT_ROW, GtkBox)

/**
 * TendClientRow:
 *
 * A client of a product: one that bought it, with what the purchase says; or one that did not, with why, and buttons to say
 * so and to make an opportunity of it. It follows the account and the purchase.
 * Signal: `described ()`, when tend_client_row_get_description() reads differently.
 */
GtkWidget  *tend_client_row_new             (TendBook      *book);
/* One that bought; NULL shows nothing. */
void        tend_client_row_set_purchase    (TendClientRow *self,
                                             TendPurchase  *purchase);
/* One that did not buy @product. */
void        tend_client_row_set_account     (TendClientRow *self,
                                             TendAccount   *account,
                                             TendId         product);
/* How that account stands to the product. */
void        tend_client_row_set_cell        (TendClientRow *self,
                                             TendCell       cell);
TendId      tend_client_row_get_account     (TendClientRow *self);
const char *tend_client_row_get_description (TendClientRow *self);

G_END_DECLS
