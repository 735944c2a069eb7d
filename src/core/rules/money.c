/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "money.h"

#include <stdlib.h>
#include <string.h>

/* ISO 4217, currencies in use; iso-codes knows their names, but not the decimals of their minor units. Sorted. */
static const char currencies[][5] = {
  "AED2", "AFN2", "ALL2", "AMD2", "AOA2", "ARS2", "AUD2", "AWG2", "AZN2", "BAM2", "BBD2", "BDT2", "BGN2", "BHD3",
  "BIF0", "BMD2", "BND2", "BOB2", "BRL2", "BSD2", "BTN2", "BWP2", "BYN2", "BZD2", "CAD2", "CDF2", "CHF2", "CLP0",
  "CNY2", "COP2", "CRC2", "CUP2", "CVE2", "CZK2", "DJF0", "DKK2", "DOP2", "DZD2", "EGP2", "ERN2", "ETB2", "EUR2",
  "FJD2", "FKP2", "GBP2", "GEL2", "GHS2", "GIP2", "GMD2", "GNF0", "GTQ2", "GYD2", "HKD2", "HNL2", "HTG2", "HUF2",
  "IDR2", "ILS2", "INR2", "IQD3", "IRR2", "ISK0", "JMD2", "JOD3", "JPY0", "KES2", "KGS2", "KHR2", "KMF0", "KPW2",
  "KRW0", "KWD3", "KYD2", "KZT2", "LAK2", "LBP2", "LKR2", "LRD2", "LSL2", "LYD3", "MAD2", "MDL2", "MGA2", "MKD2",
  "MMK2", "MNT2", "MOP2", "MRU2", "MUR2", "MVR2", "MWK2", "MXN2", "MYR2", "MZN2", "NAD2", "NGN2", "NIO2", "NOK2",
  "NPR2", "NZD2", "OMR3", "PAB2", "PEN2", "PGK2", "PHP2", "PKR2", "PLN2", "PYG0", "QAR2", "RON2", "RSD2", "RUB2",
  "RWF0", "SAR2", "SBD2", "SCR2", "SDG2", "SEK2", "SGD2", "SHP2", "SLE2", "SOS2", "SRD2", "SSP2", "STN2", "SVC2",
  "SYP2", "SZL2", "THB2", "TJS2", "TMT2", "TND3", "TOP2", "TRY2", "TTD2", "TWD2", "TZS2", "UAH2", "UGX0", "USD2",
  "UYU2", "UZS2", "VES2", "VND0", "VUV0", "WST2", "XAF0", "XCD2", "XCG2", "XOF0", "XPF0", "YER2", "ZAR2", "ZMW2",
  "ZWG2",
};

static int
compare_code (gconstpointer code,
              gconstpointer row)
{
  return strncmp (code, row, 3);
}

static const char *
find_row (const char *code)
{
  if (code == NULL || strlen (code) != 3)
    return NULL;

  return bsearch (code, currencies, G_N_ELEMENTS (currencies), sizeof currencies[0], compare_code);
}

int
tend_currency_get_digits (const char *code)
{
  const char *row = find_row (code);

  return row != NULL ? row[3] - '0' : -1;
}

gint64
tend_money_divide (gint64 value,
                   gint64 divisor)
{
  gint64 rest = value % divisor;

  value /= divisor;
  if (ABS (rest) >= divisor - ABS (rest))
    value += rest < 0 ? -1 : 1;

  return value;
}

char *
tend_money_format_plain (gint64 minor,
                         int    digits)
{
  guint64 magnitude = minor < 0 ? -(guint64) minor : (guint64) minor;
  const char *sign = minor < 0 ? "-" : "";
  guint64 unit = 1;

  for (int i = 0; i < digits; i++)
    unit *= 10;
  if (digits <= 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, magnitude / unit, digits, magnitude % unit);
}

static gboolean
scale_up (TendDecimal *value,
          int          scale)
{
  for (; value->scale < scale; value->scale++)
    if (__builtin_mul_overflow (value->mantissa, 10, &value->mantissa))
      return FALSE;

  return TRUE;
}

static void
trim (TendDecimal *value)
{
  while (value->scale > 0 && value->mantissa % 10 == 0)
    {
      value->mantissa /= 10;
      value->scale--;
    }
}

gboolean
tend_decimal_add (TendDecimal       *result,
                  const TendDecimal *a,
                  const TendDecimal *b)
{
  TendDecimal x = *a;
  TendDecimal y = *b;

  if (!scale_up (&x, y.scale) || !scale_up (&y, x.scale) ||
      __builtin_add_overflow (x.mantissa, y.mantissa, &x.mantissa))
    return FALSE;
  trim (&x);
  *result = x;

  return TRUE;
}

gboolean
tend_decimal_multiply (TendDecimal       *result,
                       const TendDecimal *a,
                       const TendDecimal *b)
{
  TendDecimal product = { 0, a->scale + b->scale };

  if (__builtin_mul_overflow (a->mantissa, b->mantissa, &product.mantissa))
    return FALSE;
  trim (&product);
  if (product.scale > TEND_DECIMAL_PLACES)
    return FALSE;
  *result = product;

  return TRUE;
}

gboolean
tend_decimal_to_minor (const TendDecimal *value,
                       int                digits,
                       gint64            *minor,
                       gboolean          *rounded)
{
  TendDecimal scaled = *value;
  gint64 divisor = 1;

  *minor = 0;
  *rounded = FALSE;
  if (!scale_up (&scaled, digits))
    return FALSE;
  for (; scaled.scale > digits; scaled.scale--)
    divisor *= 10;
  *rounded = scaled.mantissa % divisor != 0;
  scaled.mantissa = tend_money_divide (scaled.mantissa, divisor);
  if (scaled.mantissa > TEND_MONEY_MAX || scaled.mantissa < -TEND_MONEY_MAX)
    return FALSE;
  *minor = scaled.mantissa;

  return TRUE;
}
