/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"

G_BEGIN_DECLS

/* What an import asks of the book and writes to it, within one transaction. Rows are looked for by where they came from
 * (the table `origin`), by number and by name; rows that this import itself has added need not be found. */
typedef struct _TendImportStore TendImportStore;

TendImportStore *tend_import_store_new           (TendTransaction    *transaction,
                                                  const char         *source,
                                                  GError            **error);
void             tend_import_store_free          (TendImportStore    *self);
/* Before the first row, where there are many accounts to come and nothing will be looked for among them: a book without
 * any makes its indexes when all are there. */
gboolean         tend_import_store_expect_many   (TendImportStore    *self,
                                                  GError            **error);
/* The row that came from @key of the source: its id (0 where none did) and what the file said then (borrowed until the
 * next call). The row itself may be gone. */
gboolean         tend_import_store_find_origin   (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  const char         *key,
                                                  TendId             *id,
                                                  const char        **values,
                                                  GError            **error);
/* Whether a row came from the source under another key. */
gboolean         tend_import_store_has_origin    (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  TendId              id,
                                                  gboolean           *has,
                                                  GError            **error);
/* The rows, at most a few, that came from @key of any source; that have the number; that have the name, or are an
 * account's contact of that name. They are added to @ids. (element-type TendId) */
gboolean         tend_import_store_find_any_key  (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  const char         *key,
                                                  GArray             *ids,
                                                  GError            **error);
gboolean         tend_import_store_find_number   (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  const char         *number,
                                                  GArray             *ids,
                                                  GError            **error);
gboolean         tend_import_store_find_name     (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  const char         *name,
                                                  GArray             *ids,
                                                  GError            **error);
gboolean         tend_import_store_find_contacts (TendImportStore    *self,
                                                  TendId              account,
                                                  GArray             *ids,
                                                  GError            **error);
/* What the account has said of the product already; 0 where it has not. */
gboolean         tend_import_store_find_stance   (TendImportStore    *self,
                                                  TendId              account,
                                                  TendId              product,
                                                  TendId             *id,
                                                  GError            **error);
/* The account's invoice of this number; 0 where it has none. */
gboolean         tend_import_store_find_invoice  (TendImportStore    *self,
                                                  TendId              account,
                                                  const char         *number,
                                                  TendId             *id,
                                                  GError            **error);
/* How many sums the account has, all of them in its currency. */
gboolean         tend_import_store_count_money   (TendImportStore    *self,
                                                  TendId              account,
                                                  gint64             *count,
                                                  GError            **error);
/* The currency of accounts that name none. (transfer full) */
char            *tend_import_store_get_currency  (TendImportStore    *self,
                                                  GError            **error);
gboolean         tend_import_store_count_owned   (TendImportStore    *self,
                                                  TendId              manager,
                                                  gint64             *count,
                                                  GError            **error);
/* (transfer full): NULL without an error where the row is gone. */
TendRecord      *tend_import_store_read          (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  TendId              id,
                                                  GError            **error);
/* Whether the row, which is gone, went because what made it was taken back, and not because someone deleted it. */
gboolean         tend_import_store_was_undone    (TendImportStore    *self,
                                                  TendId              id,
                                                  gboolean           *undone,
                                                  GError            **error);
/* Writing: the row with its journal, search text and origin. Rows may refer to rows that come later in the file. */
gboolean         tend_import_store_insert        (TendImportStore    *self,
                                                  TendRecord         *record,
                                                  GError            **error);
gboolean         tend_import_store_update        (TendImportStore    *self,
                                                  const TendRecord   *before,
                                                  TendRecord         *after,
                                                  GError            **error);
gboolean         tend_import_store_put_origin    (TendImportStore    *self,
                                                  const TendNoun     *noun,
                                                  TendId              id,
                                                  const char         *key,
                                                  const char         *values,
                                                  GError            **error);
/* After the last row. */
gboolean         tend_import_store_finish        (TendImportStore    *self,
                                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportStore, tend_import_store_free)

G_END_DECLS
