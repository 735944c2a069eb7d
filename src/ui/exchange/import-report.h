/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/import-result.h"

G_BEGIN_DECLS

#define TEND_TYPE_IMPORT_REPORT (tend_import_report_get_type ())
G_DECLARE_FINAL_TYPE (TendImportReport, tend_import_report, TEND, IMPORT_REPORT, AdwBin)

/* What an import did or would do, and every problem by row; those that leave a row out come first. */
void tend_import_report_set_result (TendImportReport *self,
                                    TendImportResult *result);

G_END_DECLS
