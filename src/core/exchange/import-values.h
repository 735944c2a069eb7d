/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "csv-dialect.h"

G_BEGIN_DECLS

/* Sets a field from what a file says, as files say it: other words, other dates, other numbers than the book's own. A
 * blank text takes the value back to its default. For all types but references. NONE where it can be. */
TendReason tend_import_value_set     (TendRecord           *record,
                                      const TendField      *field,
                                      const char           *text,
                                      const TendCsvColumn  *column);

/* A date as a column writes it; NOT_A_DATE, or SHORT_YEAR where its year has two digits and nobody said that they may. */
TendReason tend_import_value_parse_date (const char       *text,
                                      const TendCsvColumn *column,
                                      TendParsedDate      *date);

/* What a file said is kept beside the row as a JSON object of strings, field by field: see the table `origin`. */
void       tend_import_values_write  (GString              *json,
                                      const TendRecord     *record,
                                      const TendField     **fields,
                                      guint                 n_fields);
/* Adds to @json what @before says of other fields than @fields. */
void       tend_import_values_keep_others (GString        *json,
                                      const char           *before,
                                      const TendField     **fields,
                                      guint                 n_fields);
/* Sets the fields of @record that @json names; @known tells for each of @fields whether it did. */
void       tend_import_values_read   (const char           *json,
                                      TendRecord           *record,
                                      const TendField     **fields,
                                      guint                 n_fields,
                                      gboolean             *known);

G_END_DECLS
