/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "transaction.h"

G_BEGIN_DECLS

/* Before a row is deleted: deletes what belongs to it (an account's contacts, follow-ups and handovers) and unties what
 * only refers to it (a contact's follow-ups, an account's subsidiaries); all of it journaled. */
gboolean tend_children_release (TendTransaction   *transaction,
                                const TendRecord  *record,
                                GError           **error);

G_END_DECLS
