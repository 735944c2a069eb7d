/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_SUMMARY (tend_account_summary_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountSummary, tend_account_summary, TEND, ACCOUNT_SUMMARY, GtkBox)

/**
 * TendAccountSummary:
 *
 * Who an account is: its name, tier and status, and who looks after it since when.
 */
GtkWidget *tend_account_summary_new         (void);
/* @account: NULL for none. */
void       tend_account_summary_set_account (TendAccountSummary *self,
                                             TendBook           *book,
                                             TendAccount        *account);
void       tend_account_summary_refresh     (TendAccountSummary *self);

G_END_DECLS
