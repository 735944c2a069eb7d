/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "transaction.h"

G_BEGIN_DECLS

/* What must hold between rows before one is written: references exist, reporting lines form a forest, no accounts are
 * left with an inactive manager, one main contact an account. @before NULL: an insertion; @after NULL: a deletion.
 * Making a contact the main one takes the mark from the other. %TEND_ERROR_INPUT or %TEND_ERROR_REFUSED. */
gboolean tend_invariants_check (TendTransaction  *transaction,
                                const TendRecord *before,
                                const TendRecord *after,
                                GError          **error);

/* How many sums the account has, all of them in its currency; -1 on failure. */
gint64   tend_invariants_count_money (TendDatabase      *database,
                                      TendId             account,
                                      GError           **error);

G_END_DECLS
