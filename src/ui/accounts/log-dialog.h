/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/follow-up.h"
#include "core/entities/interaction.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_LOG_DIALOG (tend_log_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendLogDialog, tend_log_dialog, TEND, LOG_DIALOG, TendEditDialog)

/**
 * TendLogDialog:
 *
 * Logs contact with a client, or edits what was logged. The common case is a line of text and Enter; what is seldom needed
 * stands behind "More". The next step is planned in the same dialog, and the follow-up that the contact settles is done by
 * it: all of it is one #TendLogOperation.
 */
/* @record: the interaction to edit, or with an id of 0 what a new one begins with. Of a new one:
 * @next: what the next step begins with (its manager, its reminder, its hat); may be NULL.
 * @done: the follow-up that it settles, offered as done; 0 = none. */
AdwDialog *tend_log_dialog_new (TendBook                    *book,
                                const TendInteractionRecord *record,
                                const TendFollowUpRecord    *next,
                                TendId                       done);

G_END_DECLS
