/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-section.h"

G_BEGIN_DECLS

#define TEND_TYPE_ACCOUNT_PRODUCTS (tend_account_products_get_type ())
G_DECLARE_FINAL_TYPE (TendAccountProducts, tend_account_products, TEND, ACCOUNT_PRODUCTS, TendAccountSection)

/**
 * TendAccountProducts:
 *
 * What the client bought and how well it fits, what it could use besides, and what it does not have.
 */

G_END_DECLS
