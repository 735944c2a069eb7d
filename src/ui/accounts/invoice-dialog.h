/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/invoice.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_INVOICE_DIALOG (tend_invoice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendInvoiceDialog, tend_invoice_dialog, TEND, INVOICE_DIALOG, TendEditDialog)

/* Enters an invoice of a client, or edits one. @record: with an id of 0 a new one, whose account is given.
 * @currency: of its amounts, see tend_book_get_currency(). */
AdwDialog *tend_invoice_dialog_new (TendBook                *book,
                                    const TendInvoiceRecord *record,
                                    const char              *currency);

G_END_DECLS
