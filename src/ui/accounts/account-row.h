/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_ROW (tend_account_row_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountRow, tend_account_row, TEND, ACCOUNT_ROW, GtkWidget)

/**
 * TendAccountRow:
 *
 * An account in two lines: name; place, tier and owner, and the next follow-up in words. Three inscriptions and a drawn
 * avatar, because a list shows two hundred of them (measured.md, Lists).
 * Signal: `described (const char *)`: all of it as one text, for screen readers; again whenever it reads differently.
 */
GtkWidget   *tend_account_row_new             (void);
/* Shows @account, NULL nothing. @book: where the owner is from who is shown beside the place; NULL: no owner is shown. */
void         tend_account_row_set_account     (TendAccountRow *self,
                                               TendAccount    *account,
                                               TendBook       *book);
TendAccount *tend_account_row_get_account     (TendAccountRow *self);
/* What a screen reader says. (transfer full) */
char        *tend_account_row_dup_description (TendAccountRow *self);
/* The clock has moved on: "Today 15:00" may be "5 minutes late". */
void         tend_account_row_refresh         (TendAccountRow *self);

G_END_DECLS
