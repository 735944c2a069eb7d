/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/purchase.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_PURCHASE_DIALOG (tend_purchase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendPurchaseDialog, tend_purchase_dialog, TEND, PURCHASE_DIALOG, TendEditDialog)

/* Notes what an account bought, or edits that. @record: with an id of 0 a new one, whose account is given.
 * @currency: of its amounts, see tend_book_get_currency(). */
AdwDialog *tend_purchase_dialog_new (TendBook                 *book,
                                     const TendPurchaseRecord *record,
                                     const char               *currency);

G_END_DECLS
