/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"
#include "core/situation.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_SECTION (tend_account_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendAccountSection, tend_account_section, TEND, ACCOUNT_SECTION, AdwBin)

/**
 * TendAccountSection:
 *
 * One of the pages of an account. It reads nothing before it is on screen: that an account has thousands of rows costs
 * only the page that shows them. A subclass fills and empties itself.
 */
struct _TendAccountSectionClass
{
  AdwBinClass parent_class;

  /* Shows the account, which is there and on screen; may be called again for another one, after empty(). */
  void (*fill)    (TendAccountSection *self);
  /* Lets go of everything that fill() took. */
  void (*empty)   (TendAccountSection *self);
  /* The account reads differently, or the clock has moved on: what is computed from both is shown anew. */
  void (*refresh) (TendAccountSection *self);
  /* Shows how the account stands, after tend_account_section_read_situation(). Takes @situation. */
  void (*show_situation) (TendAccountSection *self,
                          TendSituation      *situation);
  gpointer padding[3];
};

/* @account: NULL for none. */
void         tend_account_section_set_account  (TendAccountSection *self,
                                                TendBook           *book,
                                                TendAccount        *account);
TendBook    *tend_account_section_get_book     (TendAccountSection *self);
TendAccount *tend_account_section_get_account  (TendAccountSection *self);
TendId       tend_account_section_get_id       (TendAccountSection *self);
/* Of the account's amounts. */
const char  *tend_account_section_get_currency (TendAccountSection *self);
gboolean     tend_account_section_get_filled   (TendAccountSection *self);
void         tend_account_section_refresh      (TendAccountSection *self);
/* Reads how the account stands, and shows it; many calls at once are one reading. A reading that fails leaves what stood there: the
 * book itself reports what is wrong with it. */
void         tend_account_section_read_situation (TendAccountSection *self);
/* The rows of @noun that belong to the account, in the order of @sort. (transfer full) */
TendQuery   *tend_account_section_create_query (TendAccountSection *self,
                                                const TendNoun     *noun,
                                                const char         *sort,
                                                gboolean            descending);

G_END_DECLS
