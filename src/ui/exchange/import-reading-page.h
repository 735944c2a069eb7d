/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/import-preview.h"

G_BEGIN_DECLS

#define TEND_TYPE_IMPORT_READING_PAGE (tend_import_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (TendImportReadingPage, tend_import_reading_page, TEND, IMPORT_READING_PAGE, AdwBin)

/**
 * TendImportReadingPage:
 *
 * What a file was read as, with its first rows; everything can be changed, and it is read again.
 * Signals: `read-again ()`: kind or overrides have changed and a new preview is wanted.
 */

/* Borrows @preview until the next call. */
void           tend_import_reading_page_set_preview   (TendImportReadingPage   *self,
                                                       const TendImportPreview *preview);
/* What the user chose; borrowed. */
const TendCsvOverrides *tend_import_reading_page_get_overrides (TendImportReadingPage *self);
TendImportKind tend_import_reading_page_get_kind      (TendImportReadingPage   *self);
void           tend_import_reading_page_set_kind      (TendImportReadingPage   *self,
                                                       TendImportKind           kind);
/* Another file: nothing of it has been chosen yet. */
void           tend_import_reading_page_reset         (TendImportReadingPage   *self);

G_END_DECLS
