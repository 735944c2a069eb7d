/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-section.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_NEEDS (tend_account_needs_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountNeeds, tend_account_needs, TEND, ACCOUNT_NEEDS, TendAccountSection)

/**
 * TendAccountNeeds:
 *
 * What the client needs or complains about: what is open, the late and the urgent first, then what was resolved.
 */

G_END_DECLS
