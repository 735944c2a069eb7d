/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

/**
 * TendIdTable:
 *
 * Ids to small numbers, by open addressing: quick enough to be made anew for every comparison of two lists, and a
 * fraction of the memory that a GHashTable of boxed ids takes.
 */
typedef struct _TendIdTable TendIdTable;

TendIdTable *tend_id_table_new    (guint              n_expected);
void         tend_id_table_free   (TendIdTable       *self);
/* FALSE where the id was there already; its number is replaced. @id is not 0. */
gboolean     tend_id_table_insert (TendIdTable       *self,
                                   TendId             id,
                                   guint              number);
gboolean     tend_id_table_remove (TendIdTable       *self,
                                   TendId             id);
/* @number may be NULL. */
gboolean     tend_id_table_lookup (const TendIdTable *self,
                                   TendId             id,
                                   guint             *number);
guint        tend_id_table_size   (const TendIdTable *self);
/* One of its ids, whichever; 0 where it has none. Only quick in a small table. */
TendId       tend_id_table_get_any (const TendIdTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendIdTable, tend_id_table_free)

G_END_DECLS
