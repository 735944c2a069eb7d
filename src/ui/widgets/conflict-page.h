/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_CONFLICT_PAGE (tend_conflict_page_get_type ())
G_DECLARE_FINAL_TYPE (TendConflictPage, tend_conflict_page, TEND, CONFLICT_PAGE, AdwBin)

/**
 * TendConflictPage:
 *
 * Someone else changed what this user was changing: both values of every field concerned, and the choice of one. What
 * only one of the two changed is nobody's conflict and is kept.
 */

/* @before: as both read it; @own: as this user wants it; @newer: as it is now. All are copied.
 * @currency: of the amounts, an ISO 4217 code. */
GtkWidget  *tend_conflict_page_new         (TendBook         *book,
                                            const TendRecord *before,
                                            const TendRecord *own,
                                            const TendRecord *newer,
                                            const char       *currency);
/* The newer row with this user's changes and choices. (transfer full) */
TendRecord *tend_conflict_page_dup_chosen  (TendConflictPage *self);
/* How many fields are to be chosen; and the choice of one of them, for tests and the keyboard alike. */
guint       tend_conflict_page_get_n       (TendConflictPage *self);
void        tend_conflict_page_choose      (TendConflictPage *self,
                                            guint             index,
                                            gboolean          own);

G_END_DECLS
