/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-section.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_FINANCES (tend_account_finances_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountFinances, tend_account_finances, TEND, ACCOUNT_FINANCES, TendAccountSection)

/**
 * TendAccountFinances:
 *
 * What the client owes and is worth, and how content it is, as a curve and as a table.
 */

G_END_DECLS
