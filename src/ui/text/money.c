/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "money.h"

#include <limits.h>
#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

/* A locale without signs of its own, as C, is read as English. */
static const TendMoneySigns english = { ".", ",", "\3" };

#define MINUS "−"
#define MAX_NUMBER 80

void
tend_money_get_signs (TendMoneySigns *signs)
{
  const struct lconv *locale = localeconv ();

  *signs = english;
  if (*locale->mon_decimal_point == '\0')
    return;

  signs->decimal = locale->mon_decimal_point;
  signs->group = locale->mon_thousands_sep;
  signs->grouping = locale->mon_grouping;
}

/* How many digits the group has that begins @grouping; the last one is repeated, and CHAR_MAX ends grouping. */
static int
take_group (const char **grouping)
{
  int size = **grouping;

  if (size <= 0 || size == CHAR_MAX)
    return INT_MAX;
  if ((*grouping)[1] != '\0')
    (*grouping)++;

  return size;
}

static void
prepend_digit (GString *number,
               guint64  digit)
{
  g_string_prepend_c (number, (char) ('0' + digit));
}

char *
tend_money_number (gint64                minor,
                   int                   digits,
                   const TendMoneySigns *signs)
{
  g_autoptr (GString) number = g_string_sized_new (MAX_NUMBER);
  guint64 rest = minor < 0 ? (guint64) 0 - (guint64) minor : (guint64) minor;
  const char *grouping = signs->grouping;
  int left = take_group (&grouping);

  for (int i = 0; i < digits; i++, rest /= 10)
    prepend_digit (number, rest % 10);
  if (digits > 0)
    g_string_prepend (number, signs->decimal);

  do
    {
      if (left == 0)
        {
          g_string_prepend (number, signs->group);
          left = take_group (&grouping);
        }
      prepend_digit (number, rest % 10);
      rest /= 10;
      left--;
    }
  while (rest > 0);

  if (minor < 0)
    g_string_prepend (number, MINUS);
  return g_string_free_and_steal (g_steal_pointer (&number));
}

const char *
tend_money_symbol (const char *currency)
{
  /* Only those that mean one currency to everybody; the dollars of the world but one go by their codes. */
  static const char *const symbols[][2] = {
    { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" },
    { "KRW", "₩" }, { "ILS", "₪" }, { "PLN", "zł" }, { "TRY", "₺" }, { "UAH", "₴" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (g_strcmp0 (symbols[i][0], currency) == 0)
        return symbols[i][1];
    }

  return currency != NULL ? g_intern_string (currency) : "";
}

static int
get_digits (const char *currency)
{
  int digits = tend_currency_get_digits (currency);

  return digits >= 0 ? digits : 2;
}

static char *
with_symbol (const char *number,
             const char *currency)
{
  /* Translators: an amount of money and its currency ("€ 1,234.56"), with a no-break space between them */
  return g_strdup_printf (C_("amount of money", "%2$s %1$s"), number, tend_money_symbol (currency));
}

char *
tend_money_text (gint64      minor,
                 const char *currency)
{
  TendMoneySigns signs;
  g_autofree char *number = NULL;

  tend_money_get_signs (&signs);
  number = tend_money_number (minor, get_digits (currency), &signs);
  return with_symbol (number, currency);
}

char *
tend_money_short (gint64      minor,
                  const char *currency)
{
  TendMoneySigns signs;
  gint64 unit = 1;
  gint64 whole;
  g_autofree char *number = NULL;

  for (int i = 0; i < get_digits (currency); i++)
    unit *= 10;
  whole = minor / unit;
  if (ABS (minor % unit) * 2 >= unit && unit > 1)
    whole += minor < 0 ? -1 : 1;

  tend_money_get_signs (&signs);
  number = tend_money_number (whole, 0, &signs);
  return with_symbol (number, currency);
}

char *
tend_money_typed (gint64      minor,
                  const char *currency)
{
  TendMoneySigns signs;
  g_autofree char *number = NULL;

  tend_money_get_signs (&signs);
  /* Without groups: "1,234" of a currency without decimals would be read as less than two. */
  signs.grouping = "";
  number = tend_money_number (minor, get_digits (currency), &signs);
  return minor < 0 ? g_strconcat ("-", number + strlen (MINUS), NULL) : g_steal_pointer (&number);
}

typedef struct
{
  char   currency[4];
  gint64 minor;
} Sum;

struct _TendMoneySums
{
  GArray *sums;  /* of Sum */
};

TendMoneySums *
tend_money_sums_new (void)
{
  TendMoneySums *self = g_new0 (TendMoneySums, 1);

  self->sums = g_array_new (FALSE, TRUE, sizeof (Sum));
  return self;
}

void
tend_money_sums_free (TendMoneySums *self)
{
  g_array_unref (self->sums);
  g_free (self);
}

/* A sum beyond what the book can hold stands at its end rather than at the other one. */
static gint64
add (gint64 a,
     gint64 b)
{
  gint64 sum;

  if (!__builtin_add_overflow (a, b, &sum))
    return sum;
  return a > 0 ? G_MAXINT64 : G_MININT64;
}

void
tend_money_sums_add (TendMoneySums *self,
                     gint64         minor,
                     const char    *currency)
{
  Sum sum = { "", minor };

  g_return_if_fail (currency != NULL);

  for (guint i = 0; i < self->sums->len; i++)
    {
      Sum *present = &g_array_index (self->sums, Sum, i);

      if (g_str_equal (present->currency, currency))
        {
          present->minor = add (present->minor, minor);
          return;
        }
    }

  g_strlcpy (sum.currency, currency, sizeof sum.currency);
  g_array_append_val (self->sums, sum);
}

guint
tend_money_sums_get_n (const TendMoneySums *self)
{
  return self->sums->len;
}

char *
tend_money_sums_text (const TendMoneySums *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);
      g_autofree char *amount = tend_money_text (sum->minor, sum->currency);

      if (i > 0)
        g_string_append (text, " + ");
      g_string_append (text, amount);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
