/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import-links.h"
#include "import-result-private.h"

G_BEGIN_DECLS

/* The reporting lines (or the parents of accounts) that a file states among its own rows: read once before anything is
 * written, so that a row may name one that comes later, and rings are seen as a whole. Private to the import. */
typedef struct _TendImportLines TendImportLines;

TendImportLines *tend_import_lines_new    (const TendNoun    *noun,
                                           const TendField   *field,
                                           TendImportStore   *store,
                                           TendImportLinks   *links);
void             tend_import_lines_free   (TendImportLines   *self);
/* A row and the text of the one it hangs on. */
void             tend_import_lines_add    (TendImportLines   *self,
                                           TendId             id,
                                           const char        *text);
/* After the last row was added: finds whom the texts mean. */
gboolean         tend_import_lines_settle (TendImportLines   *self,
                                           GError           **error);
/* Whether the row's line is fit; else why, as a problem's code. */
gboolean         tend_import_lines_check  (TendImportLines   *self,
                                           TendId             id,
                                           TendImportProblemCode *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportLines, tend_import_lines_free)

G_END_DECLS
