/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "database.h"

G_BEGIN_DECLS

/* Rows of any noun, by its descriptor. Values are always bound. */

/* "id, version, created_at, updated_at, …" in the order tend_table_read_row() takes them. Borrowed, for ever. */
const char *tend_table_get_columns (const TendNoun    *noun);
/* The record in the row at which @statement stands, whose columns begin at @column. (transfer full) */
TendRecord *tend_table_read_row    (const TendNoun    *noun,
                                    TendStatement     *statement,
                                    int                column);
/* The row @id; NULL without an error where there is none. */
TendRecord *tend_table_read        (TendDatabase      *database,
                                    const TendNoun    *noun,
                                    TendId             id,
                                    GError           **error);
/* The rows of @ids that there are, in their order. (element-type TendRecord) */
GPtrArray  *tend_table_read_many   (TendDatabase      *database,
                                    const TendNoun    *noun,
                                    const TendId      *ids,
                                    gsize              n_ids,
                                    GError           **error);
gboolean    tend_table_insert      (TendDatabase      *database,
                                    const TendRecord  *record,
                                    GError           **error);
/* Writes the fields in which @after differs from @before, and version and updated_at of @after, where the row still has
 * the version of @before; else %TEND_ERROR_CONFLICT. */
gboolean    tend_table_update      (TendDatabase      *database,
                                    const TendRecord  *before,
                                    const TendRecord  *after,
                                    GError           **error);
gboolean    tend_table_delete      (TendDatabase      *database,
                                    const TendNoun    *noun,
                                    TendId             id,
                                    GError           **error);
/* Number of rows. */
gboolean    tend_table_count       (TendDatabase      *database,
                                    const TendNoun    *noun,
                                    gint64            *count,
                                    GError           **error);

G_END_DECLS
