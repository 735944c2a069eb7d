/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "import-links.h"
#include "import-result-private.h"

G_BEGIN_DECLS

/* A row of a noun that a row of the file makes: which fields it sets, and what it would set them to. A row of accounts
 * may make two, the account and its main contact. Private to the import. */
typedef struct _TendImportTarget TendImportTarget;

/* Makes a target of the mapping's fields that begin with @prefix ("" or "contact."). NULL without an error where there
 * are none and @prefix is not empty. */
TendImportTarget  *tend_import_target_new         (const TendNoun       *noun,
                                                   const char           *prefix,
                                                   TendImportMapping    *mapping,
                                                   TendCsvDialect       *dialect,
                                                   GError              **error);
void               tend_import_target_free        (TendImportTarget     *self);
/* Sets the record from @record; problems go to @row. @account: whose contacts a contact is looked for among. */
gboolean           tend_import_target_fill        (TendImportTarget     *self,
                                                   const TendCsvRecord  *record,
                                                   TendImportLinks      *links,
                                                   TendImportRow        *row,
                                                   GError              **error);
/* The record with what the file says; it is used again for the next row. */
TendRecord        *tend_import_target_get_record  (TendImportTarget     *self);
/* The fields that the file decides, those of a blank cell of words and numbers left out. */
const TendField  **tend_import_target_get_fields  (TendImportTarget     *self,
                                                   guint                *n_fields);
/* Whether the last row said something for the field at @index. */
gboolean           tend_import_target_is_given    (TendImportTarget     *self,
                                                   guint                 index);
/* Whether the last row said anything at all. */
gboolean           tend_import_target_is_blank    (TendImportTarget     *self);
gboolean           tend_import_target_uses        (TendImportTarget     *self,
                                                   guint                 column);
/* The column that makes the field, for problems. (nullable) */
const char        *tend_import_target_find_column (TendImportTarget     *self,
                                                   const char           *field);
/* What the last row called the one that a reference means. (nullable) */
const char        *tend_import_target_get_link    (TendImportTarget     *self,
                                                   const TendField      *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportTarget, tend_import_target_free)

G_END_DECLS
