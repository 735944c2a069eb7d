/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

/**
 * TendSplice:
 *
 * @removed ids of the old list from @position on give way to @added ids of the new list from @source on. Positions are
 * those of the old list, and splices ascend: applied from the last to the first, each @position is right as it stands.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint source;
} TendSplice;

/* The splices that turn @before into @after, none where they are the same; both hold every id at most once. The fewest
 * possible as long as that is cheap, else fewer and larger ones, at worst one.
 * (transfer full) (element-type TendSplice) */
GArray *tend_list_diff (const TendId *before,
                        guint         n_before,
                        const TendId *after,
                        guint         n_after);

/* Where an id leaves by one splice and comes by another, it stands in the list twice, or not at all, between the two. This
 * parts them: @splices then only take, and lead to the list that is returned; those in @bringing lead from there to
 * @after. NULL, and nothing is changed, where no id moves so.
 * (transfer full) (nullable) (element-type TendId) */
GArray *tend_list_diff_part (GArray        *before,
                             GArray        *after,
                             GArray        *splices,
                             GArray       **bringing);

G_END_DECLS
