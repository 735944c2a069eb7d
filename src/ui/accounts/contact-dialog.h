/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_CONTACT_DIALOG (tend_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendContactDialog, tend_contact_dialog, TEND, CONTACT_DIALOG, TendEditDialog)

/* Creates a person at an account, or edits one. @record: the contact to edit, or with an id of 0 a new one, whose
 * account is given. */
AdwDialog *tend_contact_dialog_new (TendBook                *book,
                                    const TendContactRecord *record);

G_END_DECLS
