/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

/**
 * TendIdSet:
 *
 * Which rows are selected: a set of ids, so that it is the same whatever order or filter the list has. "All" is a
 * reference to the list's ids as they were, with exceptions: rows that come into the list later are not in it (else
 * "select all, then clear the search" would select the book).
 */
typedef struct _TendIdSet TendIdSet;

TendIdSet *tend_id_set_new         (void);
void       tend_id_set_free        (TendIdSet       *self);
void       tend_id_set_clear       (TendIdSet       *self);
gboolean   tend_id_set_is_empty    (const TendIdSet *self);
/* Its only member; 0 where there are none or several, or it was made by "all". */
TendId     tend_id_set_get_only    (const TendIdSet *self);
/* FALSE where nothing changed. @ids: the list that @id is from (may be NULL), which makes it quick. */
gboolean   tend_id_set_add         (TendIdSet       *self,
                                    GArray          *ids,
                                    TendId           id);
gboolean   tend_id_set_remove      (TendIdSet       *self,
                                    GArray          *ids,
                                    TendId           id);
/* Makes it exactly @ids, which must not be changed afterwards; takes a reference. (element-type TendId) */
void       tend_id_set_set_all     (TendIdSet       *self,
                                    GArray          *ids);
gboolean   tend_id_set_contains    (TendIdSet       *self,
                                    GArray          *ids,
                                    TendId           id);
/* How many of @ids are in it, and which, in their order (transfer full) (element-type TendId). */
guint      tend_id_set_count_in    (TendIdSet       *self,
                                    GArray          *ids);
GArray    *tend_id_set_pick        (TendIdSet       *self,
                                    GArray          *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendIdSet, tend_id_set_free)

G_END_DECLS
