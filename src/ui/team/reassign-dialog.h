/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_REASSIGN_DIALOG (tend_reassign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendReassignDialog, tend_reassign_dialog, TEND, REASSIGN_DIALOG, AdwDialog)

/**
 * TendReassignDialog:
 *
 * Two pages: to whom (a searchable list of the active managers), and what goes along (counts, choices, warnings). It
 * shows and asks; handing over is the caller's (reassign.c).
 * Signals: `chosen (int64 manager)` on the first page, `accepted ()` on the second.
 */
TendReassignDialog  *tend_reassign_dialog_new         (TendBook                  *book,
                                                       const TendId              *accounts,
                                                       guint                      n_accounts);
TendBook            *tend_reassign_dialog_get_book    (TendReassignDialog        *self);
/* Shows the second page for @manager: the first one, where nobody had to be chosen. */
void                 tend_reassign_dialog_ask         (TendReassignDialog        *self,
                                                       TendId                     manager,
                                                       const TendReassignPreview *preview);
TendReassignChoices  tend_reassign_dialog_get_choices (TendReassignDialog        *self);
/* Why, as the history will say it; NULL where nothing was written. */
const char          *tend_reassign_dialog_get_reason  (TendReassignDialog        *self);

G_END_DECLS
