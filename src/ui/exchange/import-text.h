/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/import-result.h"

G_BEGIN_DECLS

/* What an import is about, in words. Plain text; what stands in the file is shown as it is, on one line. */

const char *tend_import_text_kind    (TendImportKind           kind);
/* What else its rows may be; "" where there is nothing to say. */
const char *tend_import_text_kind_hint (TendImportKind         kind);
/* "Postal Code", "Main Contact: Family Name". (transfer full) */
char       *tend_import_text_field   (TendImportKind           kind,
                                      const char              *field);
/* "Σ Price × Quantity": a pattern or calculation as people read it. (transfer full) */
char       *tend_import_text_source  (const char              *source);
/* "Row 12, column “PLZ”": where it is; "" for the whole file. (transfer full) */
char       *tend_import_text_place   (const TendImportProblem *problem);
/* What is wrong, as a sentence. (transfer full) */
char       *tend_import_text_problem (TendImportKind           kind,
                                      const TendImportProblem *problem);
/* What was done, or with a dry run would be: a sentence a line. (transfer full) */
char       *tend_import_text_summary (const TendImportResult  *result);

G_END_DECLS
