/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* What is computed from other columns and can be made anew at any time: summaries, sort keys, searchable texts. */

typedef void (*TendDerivedFunc) (const char *table,
                                 TendId      id,
                                 const char *column,
                                 gpointer    data);

/* Whether the book was folded by the rules of this build. */
gboolean tend_derived_is_current (TendDatabase     *database);
/* Makes all of it anew, inside the caller's transaction; only what differs is written. */
gboolean tend_derived_rebuild    (TendDatabase     *database,
                                  GError          **error);
/* Calls @func for each sort key and searchable text that is not what the rules give. */
gboolean tend_derived_compare    (TendDatabase     *database,
                                  TendDerivedFunc   func,
                                  gpointer          data,
                                  GError          **error);

G_END_DECLS
