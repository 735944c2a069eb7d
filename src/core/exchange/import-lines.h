/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../storage/import-store.h"

G_BEGIN_DECLS

/* Who will hang on whom once a file is in the book: reporting lines of managers, parents of accounts. What the file does
 * not decide is as the book has it. Private to the import. */
typedef struct _TendImportLines TendImportLines;

TendImportLines *tend_import_lines_new     (const TendNoun   *noun,
                                            const TendField  *field,
                                            TendImportStore  *store);
void             tend_import_lines_free    (TendImportLines  *self);
void             tend_import_lines_clear   (TendImportLines  *self);
/* @changed: the book has it otherwise, or has the row not at all. */
void             tend_import_lines_put     (TendImportLines  *self,
                                            const char       *key,
                                            TendId            id,
                                            TendId            upward,
                                            gboolean          changed);
/* Adds to @keys those of the rows that stand in a ring and whose line the file would change. Whether there were any. */
gboolean         tend_import_lines_find_rings (TendImportLines *self,
                                            GHashTable       *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportLines, tend_import_lines_free)

G_END_DECLS
