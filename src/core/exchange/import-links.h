/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/invoice.h"
#include "../storage/import-store.h"

G_BEGIN_DECLS

/* Finds whom a cell means: by the source's own key, a number, or a name. Private to the import. */
typedef struct _TendImportLinks TendImportLinks;

typedef enum
{
  TEND_LINK_FOUND,
  TEND_LINK_UNKNOWN,
  TEND_LINK_AMBIGUOUS,
} TendLinkOutcome;

/* @any_source: a key that only one other source has will do, since nobody named the source. */
TendImportLinks *tend_import_links_new     (TendImportStore  *store,
                                            gboolean          any_source);
void             tend_import_links_free    (TendImportLinks  *self);
/* Rows of the file itself that links may mean before they are in the book. */
void             tend_import_links_add_own (TendImportLinks  *self,
                                            const TendNoun   *noun,
                                            const char       *key,
                                            const char       *name,
                                            TendId            id);
/* The id of a row of the file by its key; 0 where none was added. */
TendId           tend_import_links_get_own (TendImportLinks  *self,
                                            const char       *key);
/* The row of the file will not come into the book: another of its name is meant rather, and who means it all the same
 * cannot hang on it. */
void             tend_import_links_drop_own (TendImportLinks *self,
                                            const char       *key);
gboolean         tend_import_links_is_dropped (TendImportLinks *self,
                                            TendId            id);
/* How many were not dropped. */
guint            tend_import_links_count_own (TendImportLinks *self);
/* Calls @function for the key of each row of the file that was not dropped. It may drop rows. */
void             tend_import_links_each_own (TendImportLinks *self,
                                            GFunc             function,
                                            gpointer          data);
/* @account: of a contact; 0 for other nouns. @candidates (transfer full): the names of an ambiguous one, a line each.
 * FALSE on an error of the book. */
gboolean         tend_import_links_find    (TendImportLinks  *self,
                                            const TendNoun   *noun,
                                            const char       *text,
                                            TendId            account,
                                            TendLinkOutcome  *outcome,
                                            TendId           *id,
                                            char            **candidates,
                                            GError          **error);

/* The invoice that was found. Borrowed until the next call; NULL on an error of the book. */
const TendInvoiceRecord *
                 tend_import_links_get_invoice (TendImportLinks *self,
                                            TendId            id,
                                            GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportLinks, tend_import_links_free)

G_END_DECLS
