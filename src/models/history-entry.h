/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/change.h"

G_BEGIN_DECLS

#define TEND_TYPE_HISTORY_ENTRY (tend_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (TendHistoryEntry, tend_history_entry, TEND, HISTORY_ENTRY, GObject)

/* A row of the journal as an object. Property: undone, the only thing of it that can change. */
const TendChange *tend_history_entry_get        (TendHistoryEntry *self);
gboolean          tend_history_entry_get_undone (TendHistoryEntry *self);

G_END_DECLS
