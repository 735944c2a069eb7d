/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"
#include "core/exchange/import-job.h"

G_BEGIN_DECLS

#define TEND_TYPE_IMPORT_DIALOG (tend_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendImportDialog, tend_import_dialog, TEND, IMPORT_DIALOG, AdwDialog)

/**
 * TendImportDialog:
 *
 * Brings a file of separated values into the book: what it was read as, which column is what, what would happen, then
 * it happens, and can be taken back. Nothing is written before the last step but one.
 * Signal: `failed (GError *)`: the book or the file failed, for a reason that nothing here can mend.
 */

/* @file: goes on with this one at once; may be NULL. */
AdwDialog *tend_import_dialog_new      (TendBook         *book,
                                        GFile            *file);
void       tend_import_dialog_set_file (TendImportDialog *self,
                                        GFile            *file);
/* What was imported; NULL: nothing, or it was taken back here already. (transfer none) */
const TendImportResult *tend_import_dialog_get_result (TendImportDialog *self);

G_END_DECLS
