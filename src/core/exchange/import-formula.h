/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"
#include "../rules/money.h"
#include "import-mapping.h"

G_BEGIN_DECLS

/* A calculation with columns, `{UnitPrice} * {Quantity} * (1 - {Discount})`, exact until its result is rounded. Each column
 * is one number, whatever stands in it. Private to the import. */
typedef struct _TendImportFormula TendImportFormula;

typedef struct
{
  TendDecimal          value;
  gboolean             filled;          /* FALSE where all columns were blank */
  char                 currency[4];     /* that a cell named; "" = none */
  TendReason           reason;          /* why there is no value */
  const TendCsvColumn *column;          /* (nullable): where it went wrong, or which named the currency */
} TendImportNumber;

/* NULL without an error where @source is no calculation, but a column or a pattern. @adds_up: a plus stands in front: it is to
 * be added up over the rows of a key, and then a lone column will do. Errors as tend_import_template_new(). */
TendImportFormula *tend_import_formula_new      (const char               *source,
                                                 TendCsvDialect           *dialect,
                                                 gboolean                 *adds_up,
                                                 GError                  **error);
void               tend_import_formula_free     (TendImportFormula        *self);
/* The first column that it takes: what people mean by its result. */
const TendCsvColumn *
                   tend_import_formula_get_column (const TendImportFormula *self);
void               tend_import_formula_evaluate (const TendImportFormula  *self,
                                                 const TendCsvRecord      *record,
                                                 TendImportNumber         *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportFormula, tend_import_formula_free)

G_END_DECLS
