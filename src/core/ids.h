/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/* Several ids in an array. */

/* None yet. (transfer full) (element-type TendId) */
static inline GArray *
tend_ids_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TendId));
}

/* (transfer full) (element-type TendId) */
static inline GArray *
tend_ids_copy (const TendId *ids,
               gsize         n_ids)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (TendId), (guint) n_ids);

  return g_array_append_vals (copy, ids, (guint) n_ids);
}

/* The ids themselves, as many as the array is long. (transfer none) */
static inline const TendId *
tend_ids_get (GArray *ids)
{
  return (const TendId *) (gpointer) ids->data;
}

G_END_DECLS
