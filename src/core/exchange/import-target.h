/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "import-currency.h"
#include "import-groups.h"
#include "import-links.h"
#include "import-result-private.h"

G_BEGIN_DECLS

/* A row of a noun that a row of the file makes: which fields it sets, and what it would set them to. A row of accounts
 * may make two, the account and its main contact. Private to the import. */
typedef struct _TendImportTarget TendImportTarget;

/* Makes a target of the mapping's fields that begin with @prefix ("" or "contact."). NULL without an error where there
 * are none and @prefix is not empty. @currency (nullable) is borrowed. */
TendImportTarget  *tend_import_target_new         (const TendNoun       *noun,
                                                   const char           *prefix,
                                                   TendImportMapping    *mapping,
                                                   TendCsvDialect       *dialect,
                                                   TendImportCurrency   *currency,
                                                   GError              **error);
void               tend_import_target_free        (TendImportTarget     *self);
/* Sets the record from @record; problems go to @row. */
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
/* Whether the file decides the field of this name, blank cells or not. */
gboolean           tend_import_target_has         (TendImportTarget     *self,
                                                   const char           *field);
/* The column that makes the field, for problems. (nullable) */
const char        *tend_import_target_find_column (TendImportTarget     *self,
                                                   const char           *field);
/* What the last row said for the field, as it stands in the file. (transfer full) (nullable) */
char              *tend_import_target_dup_text    (TendImportTarget     *self,
                                                   const char           *field);
/* What the last row called the one that a reference means. (nullable) */
const char        *tend_import_target_get_link    (TendImportTarget     *self,
                                                   const TendField      *field);

/* What the last row says for the field, as people would write it. (transfer full) (nullable) */
char              *tend_import_target_dup_value   (TendImportTarget     *self,
                                                   const TendField      *field);

/* Sums over rows. How many fields are added up over all rows of a key: */
guint              tend_import_target_get_n_sums  (TendImportTarget     *self);
/* The rows to come are read for their sums alone, or, with @totals (nullable), for the record, whose sums they are. */
void               tend_import_target_collect     (TendImportTarget     *self,
                                                   gboolean              collecting,
                                                   const TendImportSum  *totals);
/* Adds the last row's to @sums. */
void               tend_import_target_add_sums    (TendImportTarget     *self,
                                                   TendImportSum        *sums);
/* What the last row said of all but the sums, as JSON. */
void               tend_import_target_write_rest  (TendImportTarget     *self,
                                                   GString              *json);

/* The last row is in the book, or would be: settles in which currency its account's sums are. */
gboolean           tend_import_target_settle      (TendImportTarget     *self,
                                                   gboolean              write,
                                                   GError              **error);
/* Whose currency the sums are in, where no column says whom the row belongs to. 0 = the book's. */
void               tend_import_target_set_account (TendImportTarget     *self,
                                                   TendId                account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportTarget, tend_import_target_free)

G_END_DECLS
