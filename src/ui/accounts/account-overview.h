/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-section.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_OVERVIEW (tend_account_overview_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountOverview, tend_account_overview, TEND, ACCOUNT_OVERVIEW, TendAccountSection)

/**
 * TendAccountOverview:
 *
 * How things stand, in sentences; what comes next, who is who, and why the health is as it is.
 */

/* Where a narrow or low window has no room above the pages, @facts stand at the beginning of this one. @here FALSE takes
 * them out again. */
void     tend_account_overview_set_facts (TendAccountOverview *self,
                                          GtkWidget           *facts,
                                          gboolean             here);
/* d and s settle the step that has the keyboard. FALSE where none has it. */
gboolean tend_account_overview_settle    (TendAccountOverview *self,
                                          GtkWidget           *focus,
                                          gboolean             done);
/* What its first account would wait for. */
void     tend_account_overview_prepare   (TendAccountOverview *self);

G_END_DECLS
