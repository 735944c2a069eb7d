/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/opportunity.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_OPPORTUNITY_DIALOG (tend_opportunity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendOpportunityDialog, tend_opportunity_dialog, TEND, OPPORTUNITY_DIALOG, TendEditDialog)

/* Opens an opportunity, or edits one. @record: with an id of 0 a new one, whose account is given, perhaps with its product.
 * @currency: of its amounts, see tend_book_get_currency(). */
AdwDialog *tend_opportunity_dialog_new (TendBook                    *book,
                                        const TendOpportunityRecord *record,
                                        const char                  *currency);

G_END_DECLS
