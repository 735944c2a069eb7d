/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/import-preview.h"

G_BEGIN_DECLS

#define TEND_TYPE_IMPORT_COLUMNS_PAGE (tend_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (TendImportColumnsPage, tend_import_columns_page, TEND, IMPORT_COLUMNS_PAGE, AdwBin)

/* Which column makes which field: those found first, the others behind a row that unfolds, and below the columns that
 * make none. The mapping of @preview is changed as the user chooses; @preview is borrowed until the next call. */
void tend_import_columns_page_set_preview (TendImportColumnsPage   *self,
                                           const TendImportPreview *preview);

G_END_DECLS
