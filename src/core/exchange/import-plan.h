/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-job.h"
#include "import-result-private.h"
#include "import-target.h"

G_BEGIN_DECLS

/*
 * Decides row by row what a file does to a book, and does it. Private to the import.
 *
 * A row that is new is added. A row that came from the same key of the same source before is compared three ways, field
 * by field: what the file said then, what it says now, what the book says. Only what the file changed and the book did
 * not is written; what was changed in Tend is kept and told.
 */
typedef struct _TendImportPlan TendImportPlan;

typedef struct
{
  gboolean overwrite;           /* take the file's value where both changed */
  gboolean any_source;          /* links may mean another source's key */
  gboolean write;               /* FALSE: decide and report alone */
} TendImportPlanOptions;

/* @result: with dialect, mapping and kind; counts and problems go there. Borrows both for its life. Errors as
 * tend_import_job_new() says of mappings. */
TendImportPlan *tend_import_plan_new         (TendImportResult             *result,
                                              TendImportStore              *store,
                                              const TendImportPlanOptions  *options,
                                              GError                      **error);
void            tend_import_plan_free        (TendImportPlan               *self);
/* Whether rows may hang on rows of the same file, and also on later ones. Then every row is scanned first; then all are
 * rehearsed (taken without writing or reporting), again and again, while tend_import_plan_learn() finds more rows that
 * will be left out: what goes wrong with a row is known only when it is taken, and others may hang on it. */
gboolean        tend_import_plan_needs_scan  (TendImportPlan               *self);
gboolean        tend_import_plan_scan        (TendImportPlan               *self,
                                              const TendCsvRecord          *record,
                                              GError                      **error);
void            tend_import_plan_rehearse    (TendImportPlan               *self);
/* Ends a rehearsal. TRUE where another is needed; else all is ready for taking the rows. */
gboolean        tend_import_plan_learn       (TendImportPlan               *self);
/* Whether sums are added up over the rows of a key. Then every row is added up between begin and end, before all others. */
gboolean        tend_import_plan_needs_sums  (TendImportPlan               *self);
void            tend_import_plan_begin_sums  (TendImportPlan               *self);
gboolean        tend_import_plan_add_sums    (TendImportPlan               *self,
                                              const TendCsvRecord          *record,
                                              GError                      **error);
void            tend_import_plan_end_sums    (TendImportPlan               *self);
/* Takes one row. FALSE on an error of the book alone; what is wrong with the row goes to the result. */
gboolean        tend_import_plan_take        (TendImportPlan               *self,
                                              const TendCsvRecord          *record,
                                              GError                      **error);
/* After the last row. */
gboolean        tend_import_plan_finish      (TendImportPlan               *self,
                                              GError                      **error);
/* From now on nothing is written any more, since it would be taken back anyway. */
void            tend_import_plan_stop_writing (TendImportPlan              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportPlan, tend_import_plan_free)

G_END_DECLS
