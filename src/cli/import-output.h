/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/import-result.h"
#include "output.h"

G_BEGIN_DECLS

/* What came of an import. */
char *tend_import_output_sentence (const TendImportProblem *problem);
void  tend_import_output_json     (TendImportResult        *result);
void  tend_import_output_text     (TendImportResult        *result);

G_END_DECLS
