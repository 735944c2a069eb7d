/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "ui/text/money.h"

static const TendMoneySigns english = { ".", ",", "\3\3" };
static const TendMoneySigns german = { ",", ".", "\3\3" };
static const TendMoneySigns swiss = { ".", "’", "\3\3" };
static const TendMoneySigns indian = { ".", ",", "\3\2" };
static const TendMoneySigns none = { ",", ".", "" };

static void
test_number (void)
{
  static const struct { gint64 minor; int digits; const TendMoneySigns *signs; const char *text; } table[] = {
    { 123456, 2, &english, "1,234.56" },
    { 123456, 2, &german, "1.234,56" },
    { 123456, 2, &swiss, "1’234.56" },
    { 0, 2, &english, "0.00" },
    { 5, 2, &german, "0,05" },
    { -5, 2, &german, "−0,05" },
    { 99999, 2, &english, "999.99" },
    { 100000, 2, &english, "1,000.00" },
    { -123456789, 2, &german, "−1.234.567,89" },
    { 1234, 0, &german, "1.234" },
    { 0, 0, &english, "0" },
    { 1234567, 3, &english, "1,234.567" },
    { 1234567890, 2, &indian, "1,23,45,678.90" },
    { 123456789, 2, &none, "1234567,89" },
    { G_MAXINT64, 2, &english, "92,233,720,368,547,758.07" },
    { G_MININT64, 2, &english, "−92,233,720,368,547,758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = tend_money_number (table[i].minor, table[i].digits, table[i].signs);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_text (void)
{
  static const struct { const char *locale; gint64 minor; const char *currency; const char *text; const char *brief; const char *typed; } table[] = {
    { "C.UTF-8", 123456, "EUR", "€ 1,234.56", "€ 1,235", "1234.56" },
    { "C.UTF-8", 123449, "USD", "$ 1,234.49", "$ 1,234", "1234.49" },
    { "C.UTF-8", -123450, "CHF", "CHF −1,234.50", "CHF −1,235", "-1234.50" },
    { "C.UTF-8", 1234, "JPY", "¥ 1,234", "¥ 1,234", "1234" },
    { "C.UTF-8", 1234567, "KWD", "KWD 1,234.567", "KWD 1,235", "1234.567" },
    { "de_DE.UTF-8", 123456, "EUR", "€ 1.234,56", "€ 1.235", "1234,56" },
    { "de_DE.UTF-8", -4820000, "EUR", "€ −48.200,00", "€ −48.200", "-48200,00" },
    { "de_DE.UTF-8", 1234, "JPY", "¥ 1.234", "¥ 1.234", "1234" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *brief = NULL;
      g_autofree char *typed = NULL;

      g_assert_nonnull (setlocale (LC_ALL, table[i].locale));
      text = tend_money_text (table[i].minor, table[i].currency);
      brief = tend_money_short (table[i].minor, table[i].currency);
      typed = tend_money_typed (table[i].minor, table[i].currency);
      g_assert_cmpstr (text, ==, table[i].text);
      g_assert_cmpstr (brief, ==, table[i].brief);
      g_assert_cmpstr (typed, ==, table[i].typed);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_sums (void)
{
  g_autoptr (TendMoneySums) sums = tend_money_sums_new ();
  g_autoptr (TendMoneySums) huge = tend_money_sums_new ();
  g_autofree char *empty = tend_money_sums_text (sums);
  g_autofree char *text = NULL;
  g_autofree char *end = NULL;

  g_assert_cmpstr (empty, ==, "");
  tend_money_sums_add (sums, 100000, "EUR");
  tend_money_sums_add (sums, 50000, "USD");
  tend_money_sums_add (sums, 23456, "EUR");
  text = tend_money_sums_text (sums);
  g_assert_cmpuint (tend_money_sums_get_n (sums), ==, 2);
  g_assert_cmpstr (text, ==, "€ 1,234.56 + $ 500.00");

  tend_money_sums_add (huge, G_MAXINT64, "EUR");
  tend_money_sums_add (huge, 1, "EUR");
  end = tend_money_sums_text (huge);
  g_assert_cmpstr (end, ==, "€ 92,233,720,368,547,758.07");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/money-text/number", test_number);
  g_test_add_func ("/money-text/text", test_text);
  g_test_add_func ("/money-text/sums", test_sums);

  return g_test_run ();
}
