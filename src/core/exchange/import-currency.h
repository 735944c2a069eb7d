/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../storage/import-store.h"

G_BEGIN_DECLS

/*
 * In which currency the sums of a file are. Sums are in the account's currency, or in the book's where the account has none.
 * A file that names another is refused, with one exception: an account that has neither a currency nor any sum yet is given
 * the file's. Private to the import.
 */
typedef struct _TendImportCurrency TendImportCurrency;

TendImportCurrency *tend_import_currency_new    (TendImportStore     *store);
void                tend_import_currency_free   (TendImportCurrency  *self);
/* Forgets what a rehearsal has settled. */
void                tend_import_currency_clear  (TendImportCurrency  *self);
/* The code that the account's sums are in, also of an account 0: the book's. Borrowed; NULL on an error of the book. */
const char         *tend_import_currency_get    (TendImportCurrency  *self,
                                                 TendId               account,
                                                 GError             **error);
/* Whether the account can be given @code. */
gboolean            tend_import_currency_allows (TendImportCurrency  *self,
                                                 TendId               account,
                                                 const char          *code);
/* A row with sums is taken: from now on the account's sums are in the currency that it has, or in @code (nullable), which
 * @write writes into the book. */
gboolean            tend_import_currency_settle (TendImportCurrency  *self,
                                                 TendId               account,
                                                 const char          *code,
                                                 gboolean             write,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportCurrency, tend_import_currency_free)

G_END_DECLS
