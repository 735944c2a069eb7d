/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/need.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_NEED_DIALOG (tend_need_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendNeedDialog, tend_need_dialog, TEND, NEED_DIALOG, TendEditDialog)

/* Takes up a need of a client, or edits one. @record: the need to edit, or with an id of 0 a new one, whose account is given. */
AdwDialog *tend_need_dialog_new (TendBook             *book,
                                 const TendNeedRecord *record);

G_END_DECLS
