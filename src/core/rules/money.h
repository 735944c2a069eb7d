/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"

G_BEGIN_DECLS

/* Money is whole minor units of a currency of ISO 4217, never a floating point number. */

/* The largest sum that a field takes, in minor units either way: what is larger was mistyped, and a thousand times a
 * thousand of them still add up. */
#define TEND_MONEY_MAX G_GINT64_CONSTANT (999999999999999)
/* Of a book that says nothing else. */
#define TEND_DEFAULT_CURRENCY "EUR"

/* Decimals of the minor unit of @code ("EUR": 2, "JPY": 0, "KWD": 3); -1 where there is no such currency. */
int         tend_currency_get_digits  (const char *code);
/* What @word means, in any case: "eur", "Euro", "€", "Fr.", "US$": a code (static); "" where several currencies are
 * written so ("$", "kr"); NULL where none is. */
const char *tend_currency_from_word   (const char *word);

/* A number as it was written, exactly: @mantissa / 10^@scale. For what is multiplied and added up before it is rounded. */
typedef struct
{
  gint64 mantissa;
  int    scale;         /* decimals, 0 to %TEND_DECIMAL_PLACES */
} TendDecimal;

#define TEND_DECIMAL_PLACES 12

TendReason  tend_decimal_parse        (const char  *text,
                                       char         decimal,
                                       TendDecimal *value,
                                       char         currency[4]);
/* The result may be one of the operands. FALSE where it does not fit; the result is then as it was. */
gboolean    tend_decimal_add          (TendDecimal       *result,
                                       const TendDecimal *a,
                                       const TendDecimal *b);
gboolean    tend_decimal_multiply     (TendDecimal       *result,
                                       const TendDecimal *a,
                                       const TendDecimal *b);
/* In minor units of @digits decimals, rounded half up on the magnitude. FALSE above %TEND_MONEY_MAX. */
gboolean    tend_decimal_to_minor     (const TendDecimal *value,
                                       int                digits,
                                       gint64            *minor,
                                       gboolean          *rounded);

TendReason  tend_money_parse          (const char *text,
                                       int         digits,
                                       char        decimal,
                                       gint64     *minor,
                                       gboolean   *rounded,
                                       char        currency[4]);
/* As programs write it: "1234.56", "-0.05", "12" where the currency has no minor unit. (transfer full) */
char       *tend_money_format_plain   (gint64      minor,
                                       int         digits);
/* @value/@divisor, halves away from zero (the magnitude is rounded half up). @divisor > 0. */
gint64      tend_money_divide         (gint64      value,
                                       gint64      divisor);

G_END_DECLS
