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
 * What the page of an account begins with: who it is, how it stands in a few small facts, and what matters now in whole
 * sentences. Follows the live objects it is given.
 */
GtkWidget *tend_account_summary_new         (void);
/* @steps: its open follow-ups by due instant; @contacts: its people; @handovers: newest first. Each may be NULL. */
void       tend_account_summary_set_account (TendAccountSummary *self,
                                             TendBook           *book,
                                             TendAccount        *account,
                                             GListModel         *steps,
                                             GListModel         *contacts,
                                             GListModel         *handovers);
/* The clock has moved on. */
void       tend_account_summary_refresh     (TendAccountSummary *self);

G_END_DECLS
