/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * TendSearchIndex:
 *
 * The folded texts of all accounts in memory, scanned anew for every query: the fastest way that needs no upkeep in the
 * book (measured.md, Search as you type). Belongs to the reader thread. A row is a number, given out in the order of
 * adding.
 */
typedef struct _TendSearchIndex TendSearchIndex;

TendSearchIndex *tend_search_index_new       (void);
void             tend_search_index_free      (TendSearchIndex    *self);
/* Sets the text of an account, new or known; NULL removes it. */
void             tend_search_index_set       (TendSearchIndex    *self,
                                              TendId              account,
                                              const char         *text);
/* The row of an account; G_MAXUINT where it has none. */
guint            tend_search_index_get_row   (TendSearchIndex    *self,
                                              TendId              account);
guint            tend_search_index_get_n_rows (TendSearchIndex   *self);
/* So much of it is outdated that it should be built anew. */
gboolean         tend_search_index_is_worn   (TendSearchIndex    *self);
/* Marks the rows that hold every word (as tend_fold_query() gives them): a byte a row, 1 where it does.
 * (transfer full) (element-type guint8) */
GByteArray      *tend_search_index_find      (TendSearchIndex    *self,
                                              const char *const  *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSearchIndex, tend_search_index_free)

G_END_DECLS
