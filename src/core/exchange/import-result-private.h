/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "import-result.h"

G_BEGIN_DECLS

/* The row that is being read, for who has something to report about it. */
typedef struct
{
  TendImportResult *result;
  guint64           row;
  guint64           line;
  gboolean          skipped;    /* a problem was reported that leaves the row out */
} TendImportRow;

TendImportResult *tend_import_result_new    (void);
void              tend_import_result_add    (TendImportResult        *self,
                                             const TendImportProblem *problem);
/* By row, those of the whole file first. */
void              tend_import_result_sort   (TendImportResult        *self);
/* @column, @field, @value and @detail may be NULL; they are copied. */
void              tend_import_row_report    (TendImportRow           *row,
                                             TendImportProblemCode    code,
                                             TendReason               reason,
                                             const char              *column,
                                             const char              *field,
                                             const char              *value,
                                             const char              *detail);

G_END_DECLS
