/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../change.h"
#include "../change-set.h"
#include "database.h"

G_BEGIN_DECLS

/* The table "change": what was done, in the order it was done. A row of the table 'batch' is the head of a batch; its
 * id is the batch that it takes back (0 where it takes none back). */

/* Appends a row; @before and @after are JSON or NULL. */
gboolean    tend_journal_append       (TendDatabase   *database,
                                       const TendChange *change,
                                       GError        **error);
gboolean    tend_journal_get_last     (TendDatabase   *database,
                                       gint64         *sequence,
                                       GError        **error);
/* Adds what was changed after @since to @changes; @last is the newest sequence seen. More than @most rows: total. */
gboolean    tend_journal_collect      (TendDatabase   *database,
                                       gint64          since,
                                       guint           most,
                                       TendChangeSet  *changes,
                                       gint64         *last,
                                       GError        **error);
GPtrArray  *tend_journal_list         (TendDatabase   *database,
                                       TendId          account,
                                       gboolean        heads,
                                       gint64          before,
                                       guint           limit,
                                       GError        **error);
/* The rows of a batch, newest first, without its head. (element-type TendChange) */
GPtrArray  *tend_journal_read_batch   (TendDatabase   *database,
                                       TendId          batch,
                                       GError        **error);
/* The head of a batch; NULL without an error where there is none. */
TendChange *tend_journal_read_head    (TendDatabase   *database,
                                       TendId          batch,
                                       GError        **error);
/* Whether a batch has been taken back (and not brought back since). FALSE also on errors. */
gboolean    tend_journal_is_undone    (TendDatabase   *database,
                                       TendId          batch);
/* Whether the row @id was changed after @sequence by a batch that stands, undos and redos left out. */
gboolean    tend_journal_changed_since (TendDatabase  *database,
                                       TendId          id,
                                       gint64          sequence,
                                       TendId          batch);
TendId      tend_journal_find_undo    (TendDatabase   *database,
                                       TendId          by,
                                       GError        **error);
TendId      tend_journal_find_redo    (TendDatabase   *database,
                                       TendId          by,
                                       GError        **error);

G_END_DECLS
