/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rules/money.h"

G_BEGIN_DECLS

/* Amounts of money as people read them where they live: "€ 1,234.56", in German "1.234,56 €". All answers are
 * (transfer full) and plain text; what must not be parted at the end of a line is joined by no-break spaces. */

/**
 * TendMoneySigns:
 *
 * How a country writes numbers. Borrowed texts; @grouping as in localeconv(): sizes of the groups from the right.
 */
typedef struct
{
  const char *decimal;
  const char *group;
  const char *grouping;
} TendMoneySigns;

/* Those of the user's locale (LC_MONETARY); where it has none, as in English. */
void  tend_money_get_signs    (TendMoneySigns       *signs);
/* @minor units as a number with @digits decimals: "1,234.56", "−12.00". */
char *tend_money_number       (gint64                minor,
                               int                   digits,
                               const TendMoneySigns *signs);
/* The sign that people know @currency by ("€"), else its code. Static. */
const char *tend_money_symbol (const char           *currency);
/* "€ 1,234.56", with as many decimals as @currency (an ISO 4217 code) has. */
char *tend_money_text         (gint64                minor,
                               const char           *currency);
/* The same rounded half away from zero to whole units, for where there is little room: "1,235 €". */
char *tend_money_short        (gint64                minor,
                               const char           *currency);
/* The number alone, for an entry: what tend_money_parse() makes @minor of again. */
char *tend_money_typed        (gint64                minor,
                               const char           *currency);

/**
 * TendMoneySums:
 *
 * Sums by currency: amounts of different currencies are never added to each other.
 */
typedef struct _TendMoneySums TendMoneySums;

TendMoneySums *tend_money_sums_new  (void);
void           tend_money_sums_free (TendMoneySums       *self);
void           tend_money_sums_add  (TendMoneySums       *self,
                                     gint64               minor,
                                     const char          *currency);
/* How many currencies there are in it. */
guint          tend_money_sums_get_n (const TendMoneySums *self);
/* "€ 1,234.56 + $ 500.00", in the order in which they came; "" where nothing was added. */
char          *tend_money_sums_text (const TendMoneySums *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMoneySums, tend_money_sums_free)

G_END_DECLS
