/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_MANAGER_DIALOG (tend_manager_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendManagerDialog, tend_manager_dialog, TEND, MANAGER_DIALOG, TendEditDialog)

/**
 * TendManagerDialog:
 *
 * Creates an account manager, or edits one. Offers to report only to those who make no ring, and says why she cannot be
 * deactivated while she has accounts.
 */
AdwDialog *tend_manager_dialog_new (TendBook                *book,
                                    const TendManagerRecord *record);

G_END_DECLS
