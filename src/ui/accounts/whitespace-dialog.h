/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/whitespace.h"
#include "ui/widgets/edit-dialog.h"

G_BEGIN_DECLS

#define TEND_TYPE_WHITESPACE_DIALOG (tend_whitespace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendWhitespaceDialog, tend_whitespace_dialog, TEND, WHITESPACE_DIALOG, TendEditDialog)

/* Says why a client does not have a product. @record: with an id of 0 a new one, whose account and product are given. */
AdwDialog *tend_whitespace_dialog_new (TendBook                   *book,
                                       const TendWhitespaceRecord *record);

G_END_DECLS
