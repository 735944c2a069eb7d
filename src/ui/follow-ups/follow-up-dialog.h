/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_FOLLOW_UP_DIALOG (tend_follow_up_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendFollowUpDialog, tend_follow_up_dialog, TEND, FOLLOW_UP_DIALOG, TendEditDialog)

/* Plans a follow-up, or edits one. @record: the follow-up to edit, or with an id of 0 what a new one begins with; its
 * account may be 0 and is then chosen in the dialog. */
AdwDialog *tend_follow_up_dialog_new (TendBook                 *book,
                                      const TendFollowUpRecord *record);

G_END_DECLS
