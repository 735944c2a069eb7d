/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history-entry.h"

G_BEGIN_DECLS

/* @change is taken (transfer full). */
TendHistoryEntry *tend_history_entry_new        (TendChange       *change);
void              tend_history_entry_set_undone (TendHistoryEntry *self,
                                                 gboolean          undone);

G_END_DECLS
