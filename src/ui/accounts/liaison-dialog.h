/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/liaison.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_LIAISON_DIALOG (tend_liaison_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendLiaisonDialog, tend_liaison_dialog, TEND, LIAISON_DIALOG, TendEditDialog)

/* Adds a colleague of another team to an account, or edits one. @record: with an id of 0 a new one, whose account is given. */
AdwDialog *tend_liaison_dialog_new (TendBook                *book,
                                    const TendLiaisonRecord *record);

G_END_DECLS
