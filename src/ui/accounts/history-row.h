/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"
#include "models/history-model.h"

G_BEGIN_DECLS

#define TEND_TYPE_HISTORY_ROW (tend_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TendHistoryRow, tend_history_row, TEND, HISTORY_ROW, GtkListBoxRow)

/**
 * TendHistoryRow:
 *
 * A row of the journal as a sentence, with when it was, and a button that takes its step back. Names that it tells of
 * are read when they are needed, and it follows them.
 */
/* @handovers: those of the account, for their reasons; may be NULL. */
GtkWidget        *tend_history_row_new       (TendBook         *book,
                                              TendHistoryEntry *entry,
                                              GListModel       *handovers);
TendHistoryEntry *tend_history_row_get_entry (TendHistoryRow   *self);

G_END_DECLS
