/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../operations/operation.h"
#include "import-result.h"

G_BEGIN_DECLS

#define TEND_TYPE_IMPORT_JOB (tend_import_job_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendImportJob, tend_import_job, TEND, IMPORT_JOB, TendOperation)

struct _TendImportJobClass
{
  TendOperationClass parent_class;
};

/* How a file is read into the book. The zero value of each means the default. All of it is copied. */
typedef struct
{
  const char        *source;      /* the name that the rows' own keys belong to ("crm"); default: the file's name without
                                   * its ending. Files that refer to each other by keys share it. */
  TendCsvOverrides   overrides;   /* of what would be detected */
  TendImportMapping *mapping;     /* NULL: guessed from the headers */
  gboolean           dry_run;     /* read, compare, report, and write nothing (no backup is made either) */
  gboolean           keep_going;  /* leave out the rows that have a problem; default: all or nothing */
  gboolean           overwrite;   /* take the file's value also where the book was changed since the last import */
} TendImportOptions;

/**
 * TendImportProgress:
 * @done: bytes of the file read so far
 * @total: bytes of the file, 0 where that is not known
 * @rows: rows read so far
 *
 * Called in the main context of the thread that made the job, at most some ten times a second.
 */
typedef void (* TendImportProgress) (TendImportJob *job,
                                     goffset        done,
                                     goffset        total,
                                     guint64        rows,
                                     gpointer       user_data);

/**
 * TendImportJob:
 *
 * Reads a file of separated values into the book: one transaction, one batch in the journal, a backup first, to be taken
 * back like any other batch (tend_revert_operation_new() with the result's batch). The dialog and `tendctl import csv`
 * both make this:
 *
 *   g_autoptr (TendOperation) job = tend_import_job_new (file, TEND_IMPORT_ACCOUNTS, &options);
 *   tend_book_apply_async (book, job, cancellable, on_applied, …);
 *   … tend_import_job_get_result (TEND_IMPORT_JOB (job)) …
 *
 * What a dry run reports is what the run would do, since both are the same code.
 *
 * Applying fails with
 *   TEND_ERROR_INPUT, reason NONE    the file was read, has problems, and all or nothing was asked for: nothing was
 *                                    written, the result is there and lists them (never with keep_going or dry_run)
 *   what tend_csv_dialect_detect()   the file is no table at all; there is no result
 *     fails with
 *   TEND_ERROR_NOT_FOUND, field      the mapping names a column that the file has not (the value is its name)
 *     "column"
 *   TEND_ERROR_INPUT, UNKNOWN_FIELD  the mapping names a field that rows of this kind have not (field is its name)
 *   TEND_ERROR_INPUT, REQUIRED       the mapping lacks a field without which there is no row (field is its name)
 *   G_IO_ERROR_CANCELLED             the cancellable was cancelled; nothing was written
 */
TendOperation    *tend_import_job_new          (GFile                   *file,
                                                TendImportKind           kind,
                                                const TendImportOptions *options);
/* Before it is applied. */
void              tend_import_job_set_progress (TendImportJob           *self,
                                                TendImportProgress       progress,
                                                gpointer                 user_data,
                                                GDestroyNotify           destroy);
/* After it was applied, also where that failed; NULL where the file could not be read at all. Borrowed. */
TendImportResult *tend_import_job_get_result   (TendImportJob           *self);

G_END_DECLS
