/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_DATA (tend_account_data_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountData, tend_account_data, TEND, ACCOUNT_DATA, GtkBox)

/**
 * TendAccountData:
 *
 * What the book knows of an account, in groups; what is empty is not shown. Follows the live object, and its rows stay
 * the same widgets, so that nothing loses the keyboard when something changes.
 */
GtkWidget *tend_account_data_new         (void);
/* Makes its rows, which takes some ms; done by itself at the first account, where nobody has done it before. */
void       tend_account_data_prepare     (TendAccountData *self);
void       tend_account_data_set_account (TendAccountData *self,
                                          TendAccount     *account);

G_END_DECLS
