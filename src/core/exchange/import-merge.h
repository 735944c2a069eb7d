/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-target.h"

G_BEGIN_DECLS

/* Brings one row of the file and one row of the book together. Private to the import. */
typedef struct _TendImportMerge TendImportMerge;

/* The row of the book that the row of the file means. */
typedef struct
{
  TendId      id;               /* 0: none, a new one; set to the row's id afterwards */
  TendId      new_id;           /* the id that a new row is to have; 0: any */
  gboolean    known;            /* it came from this source before */
  const char *values;           /* what the file said then, as JSON; NULL where it said nothing yet */
  gboolean    gone;             /* out: it was deleted in Tend, and stays so */
  const TendField *line;        /* (nullable): the field by which rows hang on each other, */
  TendId      upward;           /* out: its value in the end, */
  gboolean    upward_changed;   /* out: and whether the book has another, or no such row */
} TendImportMatch;

typedef enum
{
  TEND_IMPORT_ADDED,
  TEND_IMPORT_UPDATED,
  TEND_IMPORT_UNCHANGED,
  TEND_IMPORT_SKIPPED,
} TendImportOutcome;

TendImportMerge *tend_import_merge_new         (TendImportStore    *store,
                                                gboolean            overwrite);
void             tend_import_merge_free        (TendImportMerge    *self);
/* Copies @match's values, which the store would forget with the next question. */
void             tend_import_merge_keep_values (TendImportMerge    *self,
                                                TendImportMatch    *match);
/* FALSE on an error of the book; what is wrong with the row goes to @row, and @outcome is SKIPPED. @kept is set where
 * something was kept, and left alone else. */
gboolean         tend_import_merge_take        (TendImportMerge    *self,
                                                TendImportTarget   *target,
                                                TendImportMatch    *match,
                                                const char         *key,
                                                gboolean            write,
                                                TendImportRow      *row,
                                                TendImportOutcome  *outcome,
                                                gboolean           *kept,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportMerge, tend_import_merge_free)

G_END_DECLS
