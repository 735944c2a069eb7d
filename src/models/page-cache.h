/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "id-list.h"

G_BEGIN_DECLS

/* Rows a page: reading one takes some 0.2 ms. */
#define TEND_PAGE_SIZE 64u

/**
 * TendPageCache:
 *
 * The live objects of a list that were looked at last, in pages of rows; counted, on the main thread. A page that is not
 * there is read at once, waiting a few milliseconds at most (for all pages of one frame together); after that its
 * objects come unread and fill themselves. The next pages in the direction of scrolling are read ahead.
 */
typedef struct _TendPageCache TendPageCache;

/* @list is borrowed and outlives the cache, or tend_page_cache_clear() is its last call. @noun: of all rows that do not
 * say theirs (tend_id_list_get_row()). */
TendPageCache *tend_page_cache_new       (TendIdList     *list,
                                          TendBook       *book,
                                          const TendNoun *noun);
void           tend_page_cache_unref     (TendPageCache  *self);
/* (transfer full) (nullable): NULL past the end. */
TendEntity    *tend_page_cache_get       (TendPageCache  *self,
                                          guint           position);
/* Rows from @position on are others now, or elsewhere. */
void           tend_page_cache_drop_from (TendPageCache  *self,
                                          guint           position);
void           tend_page_cache_clear     (TendPageCache  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPageCache, tend_page_cache_unref)

G_END_DECLS
