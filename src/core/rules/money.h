/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"

G_BEGIN_DECLS

/* Money is whole minor units of a currency of ISO 4217, never a floating point number. */

/* Decimals of the minor unit of @code ("EUR": 2, "JPY": 0, "KWD": 3); -1 where there is no such currency. */
int      tend_currency_get_digits (const char *code);

G_END_DECLS
