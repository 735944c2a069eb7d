/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_DIALOG (tend_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountDialog, tend_account_dialog, TEND, ACCOUNT_DIALOG, TendEditDialog)

/**
 * TendAccountDialog:
 *
 * Creates an account, or edits one. The owner is chosen on creating alone: later it changes by handing over, which
 * takes along what belongs to it.
 */

/* @record: the account to edit, or with an id of 0 what a new one begins with. */
AdwDialog *tend_account_dialog_new (TendBook                *book,
                                    const TendAccountRecord *record);

G_END_DECLS
