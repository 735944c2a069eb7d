/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_ROW (tend_account_row_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountRow, tend_account_row, TEND, ACCOUNT_ROW, GtkWidget)

/* What stands at the end of the second line. */
typedef enum
{
  TEND_ACCOUNT_ROW_NEXT,     /* the next follow-up */
  TEND_ACCOUNT_ROW_CONTACT,  /* how long ago both sides spoke */
  TEND_ACCOUNT_ROW_VALUE,    /* the yearly value */
  TEND_ACCOUNT_ROW_BALANCE,
  TEND_ACCOUNT_ROW_RENEWAL,
} TendAccountRowFact;

/**
 * TendAccountRow:
 *
 * An account in two lines: name and health; place, tier and owner, and the next follow-up in words. Four lines of text and a drawn
 * avatar, because a list shows two hundred of them (measured.md, Lists).
 * Signal: `described (const char *)`: all of it as one text, for screen readers; again whenever it reads differently.
 */
GtkWidget   *tend_account_row_new             (void);
/* Shows @account of @book, NULL nothing. @owners: the owner is shown beside the place. @book may be NULL for the next
 * follow-up without owners. */
void         tend_account_row_set_account     (TendAccountRow *self,
                                               TendAccount    *account,
                                               TendBook       *book,
                                               gboolean        owners,
                                               TendAccountRowFact fact);
TendAccount *tend_account_row_get_account     (TendAccountRow *self);
/* What a screen reader says. (transfer full) */
char        *tend_account_row_dup_description (TendAccountRow *self);
/* The clock has moved on: "Today 15:00" may be "5 minutes late". */
void         tend_account_row_refresh         (TendAccountRow *self);

G_END_DECLS
