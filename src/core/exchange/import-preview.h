/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-mapping.h"

G_BEGIN_DECLS

/*
 * The first look at a file, before any book is asked: what it is written in, its first rows, and which columns seem to
 * make which fields. For the import dialog's first two pages, and for `tendctl import` to print what it guessed.
 *
 * Change a reading: make the preview again with overrides. Change the mapping: set it in the mapping, and hand that to
 * tend_import_job_new().
 */
typedef struct
{
  TendImportKind     kind;
  TendCsvDialect    *dialect;     /* see csv-dialect.h: encoding, delimiter, decimal, columns with name and kind */
  TendImportMapping *mapping;     /* guessed */
  GPtrArray         *rows;        /* (element-type GStrv): the first rows below the header, a cell for each column */
  goffset            size;        /* of the file, in bytes; 0 where it is not known */
} TendImportPreview;

/* Blocks on the file. Errors as tend_csv_dialect_detect(). */
TendImportPreview *tend_import_preview_new        (GFile                   *file,
                                                   TendImportKind           kind,
                                                   const TendCsvOverrides  *overrides,
                                                   guint                    max_rows,
                                                   GCancellable            *cancellable,
                                                   GError                 **error);
/* The same in a thread. @overrides is copied. */
void               tend_import_preview_new_async  (GFile                   *file,
                                                   TendImportKind           kind,
                                                   const TendCsvOverrides  *overrides,
                                                   guint                    max_rows,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);
TendImportPreview *tend_import_preview_new_finish (GAsyncResult            *result,
                                                   GError                 **error);
void               tend_import_preview_free       (TendImportPreview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportPreview, tend_import_preview_free)

G_END_DECLS
