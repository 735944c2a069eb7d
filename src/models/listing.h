/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/types.h"
#include "list-diff.h"

G_BEGIN_DECLS

/**
 * TendListing:
 *
 * What a list model lists: the ids of its rows and, where there is more to know of each than its id, what the book says of
 * it. It goes over from one answer of the book to the next by the fewest items-changed, and reads as the list then is in
 * the middle of it. No id ever stands in it twice, not even between two signals, since GTK knows its rows by their objects.
 */
typedef struct _TendListing TendListing;

/* Emits items-changed, and whatever else the list has to say of it. */
typedef void (*TendListingFunc) (gpointer list,
                                 guint    position,
                                 guint    removed,
                                 guint    added);

/* An empty one. @list is borrowed and outlives it. */
TendListing   *tend_listing_new      (TendListingFunc    tell,
                                      gpointer           list);
void           tend_listing_free     (TendListing       *self);
guint          tend_listing_count    (const TendListing *self);
/* 0 past the end. */
TendId         tend_listing_get_id   (const TendListing *self,
                                      guint              position);
/* What the book says of a row; NULL past the end. (transfer none) */
gconstpointer  tend_listing_get      (const TendListing *self,
                                      guint              position);
/* All ids, in an array that is not changed afterwards; the same one as long as no row comes, goes or moves. (transfer full)
 * (element-type TendId) */
GArray        *tend_listing_ref_ids  (const TendListing *self);
/* What the book says of all rows; while nothing is going over. (transfer none) (nullable) */
GArray        *tend_listing_get_rows (const TendListing *self);
/* The splices that lead from here to @ids. (transfer full) (element-type TendSplice) */
GArray        *tend_listing_compare  (const TendListing *self,
                                      GArray            *ids);
/* Takes @ids and @rows (NULL: there is no more to know), to which @splices lead; they are used up. Whether the number of rows
 * is another one. */
gboolean       tend_listing_take     (TendListing       *self,
                                      GArray            *ids,
                                      GArray            *rows,
                                      GArray            *splices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendListing, tend_listing_free)

G_END_DECLS
