/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib.h>

#include "core/entities/invoice.h"
#include "core/rules/money.h"

#define NBSP "\302\240"
#define NARROW "\342\200\257"
#define MINUS "\342\210\222"
#define DASH "\342\200\223"
#define APOSTROPHE "\342\200\231"

typedef struct
{
  const char *text;
  int         digits;
  char        decimal;
  gint64      minor;
  gboolean    rounded;
  const char *currency;
} Sum;

static const Sum sums[] = {
  { "1.234,56", 2, 0, 123456, FALSE, "" },
  { "1,234.56", 2, 0, 123456, FALSE, "" },
  { "1'234.50", 2, 0, 123450, FALSE, "" },
  { "1" APOSTROPHE "234.50", 2, 0, 123450, FALSE, "" },
  { "1 234,56", 2, 0, 123456, FALSE, "" },
  { "1" NBSP "234,56", 2, 0, 123456, FALSE, "" },
  { "1" NARROW "234" NARROW "567,8", 2, 0, 123456780, FALSE, "" },
  { "1.234.567", 2, 0, 123456700, FALSE, "" },
  { "12", 2, 0, 1200, FALSE, "" },
  { "0", 2, 0, 0, FALSE, "" },
  { ".5", 2, 0, 50, FALSE, "" },
  { ",05", 2, 0, 5, FALSE, "" },
  { "12.", 2, 0, 1200, FALSE, "" },
  { "1234.5", 2, 0, 123450, FALSE, "" },
  { "0001234,5", 2, 0, 123450, FALSE, "" },
  { "00,50", 2, 0, 50, FALSE, "" },

  /* signs */
  { "-12", 2, 0, -1200, FALSE, "" },
  { "12-", 2, 0, -1200, FALSE, "" },
  { "12,50 -", 2, 0, -1250, FALSE, "" },
  { "(12.00)", 2, 0, -1200, FALSE, "" },
  { "( 1.234,00 )", 2, 0, -123400, FALSE, "" },
  { MINUS "12", 2, 0, -1200, FALSE, "" },
  { DASH " 12", 2, 0, -1200, FALSE, "" },
  { "+12", 2, 0, 1200, FALSE, "" },
  { "-0", 2, 0, 0, FALSE, "" },

  /* even sums */
  { "12,-", 2, 0, 1200, FALSE, "" },
  { "12,--", 2, 0, 1200, FALSE, "" },
  { "12." DASH, 2, 0, 1200, FALSE, "" },
  { "-12,-", 2, 0, -1200, FALSE, "" },

  /* currencies */
  { "€ 12", 2, 0, 1200, FALSE, "EUR" },
  { "€12", 2, 0, 1200, FALSE, "EUR" },
  { "12 €", 2, 0, 1200, FALSE, "EUR" },
  { "12" NBSP "€", 2, 0, 1200, FALSE, "EUR" },
  { "EUR 12", 2, 0, 1200, FALSE, "EUR" },
  { "12eur", 2, 0, 1200, FALSE, "EUR" },
  { "12 Euro", 2, 0, 1200, FALSE, "EUR" },
  { "€ 12 EUR", 2, 0, 1200, FALSE, "EUR" },
  { "-€12", 2, 0, -1200, FALSE, "EUR" },
  { "€ -12", 2, 0, -1200, FALSE, "EUR" },
  { "€ (12)", 2, 0, -1200, FALSE, "EUR" },
  { "12,00- €", 2, 0, -1200, FALSE, "EUR" },
  { "CHF 1'200.-", 2, 0, 120000, FALSE, "CHF" },
  { "Fr.12.50", 2, 0, 1250, FALSE, "CHF" },
  { "Fr. 12", 2, 0, 1200, FALSE, "CHF" },
  { "£1,000", 2, 0, 100000, FALSE, "GBP" },
  { "US$ 5.25", 2, 0, 525, FALSE, "USD" },
  { "$ 5.25", 2, 0, 525, FALSE, "" },
  { "1 500 kr", 2, 0, 150000, FALSE, "" },
  { "JPY 1500", 0, 0, 1500, FALSE, "JPY" },
  { "KWD 1.234", 3, 0, 1234, FALSE, "KWD" },

  /* one mark before three digits: the hint, else thousands, else what the currency has */
  { "1.234", 2, 0, 123400, FALSE, "" },
  { "1,234", 2, 0, 123400, FALSE, "" },
  { "1.234", 2, ',', 123400, FALSE, "" },
  { "1.234", 2, '.', 123, TRUE, "" },
  { "1,234", 2, ',', 123, TRUE, "" },
  { "1,234", 2, '.', 123400, FALSE, "" },
  { "123.456", 2, '.', 12346, TRUE, "" },
  { "1.234", 3, 0, 1234, FALSE, "" },
  { "1.234", 3, ',', 1234000, FALSE, "" },
  { "1.234", 0, 0, 1234, FALSE, "" },

  /* what can be read one way only is read so, against the hint */
  { "0.125", 2, ',', 13, TRUE, "" },
  { "12.50", 2, ',', 1250, FALSE, "" },
  { "1,234.5", 2, ',', 123450, FALSE, "" },
  { "1234.567", 2, ',', 123457, TRUE, "" },
  { "1.2345", 2, ',', 123, TRUE, "" },
  { "1'234.567", 2, ',', 123457, TRUE, "" },

  /* rounded half up, on the magnitude */
  { "0.004", 2, 0, 0, TRUE, "" },
  { "0.005", 2, 0, 1, TRUE, "" },
  { "-0.005", 2, 0, -1, TRUE, "" },
  { "-0.004", 2, 0, 0, TRUE, "" },
  { "0.0049999", 2, 0, 0, TRUE, "" },
  { "0.00000000001", 2, 0, 0, FALSE, "" },
  { "2.675", 2, '.', 268, TRUE, "" },
  { "1.005", 2, '.', 101, TRUE, "" },
  { "9.995", 2, '.', 1000, TRUE, "" },
  { "12.5000", 2, 0, 1250, FALSE, "" },
  { "0.5", 0, 0, 1, TRUE, "" },
  { "1.4", 0, 0, 1, TRUE, "" },
  { "440.0000", 2, 0, 44000, FALSE, "" },

  /* borders of what fits */
  { "9999999999999.99", 2, 0, TEND_MONEY_MAX, FALSE, "" },
  { "-9999999999999,99", 2, 0, -TEND_MONEY_MAX, FALSE, "" },
  { "999999999999999", 0, 0, TEND_MONEY_MAX, FALSE, "" },
  { "9.999.999.999.999,994", 2, 0, TEND_MONEY_MAX, TRUE, "" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      const Sum *sum = &sums[i];
      gint64 minor = 77;
      gboolean rounded = 77;
      char currency[4] = "???";
      TendReason reason = tend_money_parse (sum->text, sum->digits, sum->decimal, &minor, &rounded, currency);
      g_autofree char *shown = g_strescape (sum->text, NULL);

      g_test_message ("%s, %d digits, hint %d", shown, sum->digits, sum->decimal);
      g_assert_cmpint (reason, ==, TEND_REASON_NONE);
      g_assert_cmpint (minor, ==, sum->minor);
      g_assert_cmpint (rounded, ==, sum->rounded);
      g_assert_cmpstr (currency, ==, sum->currency);
    }
}

static void
test_refuse (void)
{
  static const struct { const char *text; TendReason reason; } table[] = {
    { "", TEND_REASON_NOT_AN_AMOUNT },
    { "-", TEND_REASON_NOT_AN_AMOUNT },
    { "EUR", TEND_REASON_NOT_AN_AMOUNT },
    { "n/a", TEND_REASON_NOT_AN_AMOUNT },
    { "12 Stück", TEND_REASON_NOT_AN_AMOUNT },
    { "12 %", TEND_REASON_NOT_AN_AMOUNT },
    { "12 €/Monat", TEND_REASON_NOT_AN_AMOUNT },
    { "1e5", TEND_REASON_NOT_AN_AMOUNT },
    { "1-2", TEND_REASON_NOT_AN_AMOUNT },
    { "--12", TEND_REASON_NOT_AN_AMOUNT },
    { "-12-", TEND_REASON_NOT_AN_AMOUNT },
    { "-(12)", TEND_REASON_NOT_AN_AMOUNT },
    { "(12", TEND_REASON_NOT_AN_AMOUNT },
    { "12)", TEND_REASON_NOT_AN_AMOUNT },
    { "((12))", TEND_REASON_NOT_AN_AMOUNT },
    { "1.23.45", TEND_REASON_NOT_AN_AMOUNT },
    { "1.2345.678", TEND_REASON_NOT_AN_AMOUNT },
    { "1.23,456.78", TEND_REASON_NOT_AN_AMOUNT },
    { "1,23.45", TEND_REASON_NOT_AN_AMOUNT },
    { "12 34", TEND_REASON_NOT_AN_AMOUNT },
    { "1'234,567.00", TEND_REASON_NOT_AN_AMOUNT },
    { "1 234'567", TEND_REASON_NOT_AN_AMOUNT },
    { "1,5,", TEND_REASON_NOT_AN_AMOUNT },
    { "..5", TEND_REASON_NOT_AN_AMOUNT },
    { "1.234,56,7", TEND_REASON_NOT_AN_AMOUNT },
    { "0x12", TEND_REASON_NOT_AN_AMOUNT },
    { "2026-02-03", TEND_REASON_NOT_AN_AMOUNT },
    { "\331\241\331\242", TEND_REASON_NOT_AN_AMOUNT },
    { "12\377", TEND_REASON_NOT_AN_AMOUNT },
    { "XYZ 12", TEND_REASON_NOT_A_CURRENCY },
    { "12 DEM", TEND_REASON_NOT_A_CURRENCY },
    { "€ 12 USD", TEND_REASON_NOT_A_CURRENCY },
    { "10000000000000", TEND_REASON_OUT_OF_RANGE },
    { "9999999999999.995", TEND_REASON_OUT_OF_RANGE },
    { "-99999999999999999999999999", TEND_REASON_OUT_OF_RANGE },
    { "92233720368547758.08", TEND_REASON_OUT_OF_RANGE },
    { "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111",
      TEND_REASON_NOT_AN_AMOUNT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gint64 minor = 77;
      gboolean rounded;
      char currency[4];
      g_autofree char *shown = g_strescape (table[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (tend_money_parse (table[i].text, 2, 0, &minor, &rounded, currency), ==, table[i].reason);
      g_assert_cmpint (minor, ==, 0);
    }
}

/* What is written plainly is read back, whatever the hint. */
static void
test_round_trip (void)
{
  static const gint64 minors[] = { 0, 1, -1, 9, 10, 99, 100, -100, 12345, 99999, 123456, TEND_MONEY_MAX, -TEND_MONEY_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (minors); i++)
    for (int digits = 0; digits <= 3; digits++)
      {
        g_autofree char *text = tend_money_format_plain (minors[i], digits);
        gint64 minor;
        gboolean rounded;
        char currency[4];

        g_assert_cmpint (tend_money_parse (text, digits, '.', &minor, &rounded, currency), ==, TEND_REASON_NONE);
        g_assert_cmpint (minor, ==, minors[i]);
        g_assert_false (rounded);
      }
}

static void
test_format (void)
{
  static const struct { gint64 minor; int digits; const char *text; } table[] = {
    { 123456, 2, "1234.56" }, { -5, 2, "-0.05" }, { 0, 2, "0.00" }, { 12, 0, "12" }, { -1234, 3, "-1.234" },
    { 7, 3, "0.007" }, { G_MAXINT64, 2, "92233720368547758.07" }, { G_MININT64, 2, "-92233720368547758.08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = tend_money_format_plain (table[i].minor, table[i].digits);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
test_divide (void)
{
  static const struct { gint64 value; gint64 divisor; gint64 result; } table[] = {
    { 5, 10, 1 }, { 4, 10, 0 }, { -5, 10, -1 }, { -4, 10, 0 }, { 15, 10, 2 }, { 25, 10, 3 }, { 1, 3, 0 }, { 2, 3, 1 },
    { 7, 1, 7 }, { G_MAXINT64, 1, G_MAXINT64 }, { G_MININT64 + 1, 2, -4611686018427387904 }, { 0, 7, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (tend_money_divide (table[i].value, table[i].divisor), ==, table[i].result);
}

/* What is multiplied and added up is rounded once, at the end. */
static void
test_decimal (void)
{
  static const struct { const char *a; const char *b; const char *c; gint64 minor; gboolean rounded; } table[] = {
    { "30", "136.00", "0", 408000, FALSE },
    { "9,8", "10", "0", 9800, FALSE },
    { "16.8", "6", "0.85", 10165, FALSE },
    { "1.3330", "0.5", "0", 67, TRUE },
    { "-1.3330", "0.5", "0", -67, TRUE },
    { "0.1000000015", "3", "0", 30, TRUE },
    { "0.10", "0.10", "0.005", 2, TRUE },
  };
  TendDecimal large = { G_MAXINT64 / 2, 0 };
  TendDecimal fine = { 1, TEND_DECIMAL_PLACES };
  TendDecimal result = { 7, 0 };
  gboolean rounded;
  gint64 minor;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      TendDecimal a, b, c;
      char currency[4];

      g_assert_cmpint (tend_decimal_parse (table[i].a, '\0', &a, currency), ==, TEND_REASON_NONE);
      g_assert_cmpint (tend_decimal_parse (table[i].b, '.', &b, currency), ==, TEND_REASON_NONE);
      g_assert_cmpint (tend_decimal_parse (table[i].c, '.', &c, currency), ==, TEND_REASON_NONE);
      g_assert_true (tend_decimal_multiply (&a, &a, &b));
      g_assert_true (tend_decimal_add (&a, &c, &a));
      g_assert_true (tend_decimal_to_minor (&a, 2, &minor, &rounded));
      g_assert_cmpint (minor, ==, table[i].minor);
      g_assert_cmpint (rounded, ==, table[i].rounded);
    }

  g_assert_false (tend_decimal_multiply (&result, &large, &large));
  g_assert_false (tend_decimal_multiply (&result, &fine, &fine));
  g_assert_true (tend_decimal_add (&result, &large, &large));
  g_assert_false (tend_decimal_add (&result, &result, &large));
  g_assert_false (tend_decimal_add (&result, &large, &fine));
  g_assert_false (tend_decimal_to_minor (&large, 0, &minor, &rounded));
  g_assert_false (tend_decimal_to_minor (&large, 2, &minor, &rounded));
}

static void
test_currencies (void)
{
  static const struct { const char *word; const char *code; } table[] = {
    { "EUR", "EUR" }, { "eur", "EUR" }, { "Euro", "EUR" }, { "€", "EUR" }, { "CHF", "CHF" }, { "sFr.", "CHF" },
    { "KČ", "CZK" }, { "$", "" }, { "kr.", "" }, { "DM", NULL }, { "XYZ", NULL }, { "", NULL }, { "E", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpstr (tend_currency_from_word (table[i].word), ==, table[i].code);

  g_assert_cmpint (tend_currency_get_digits ("EUR"), ==, 2);
  g_assert_cmpint (tend_currency_get_digits ("JPY"), ==, 0);
  g_assert_cmpint (tend_currency_get_digits ("KWD"), ==, 3);
  g_assert_cmpint (tend_currency_get_digits ("AED"), ==, 2);
  g_assert_cmpint (tend_currency_get_digits ("ZWG"), ==, 2);
  g_assert_cmpint (tend_currency_get_digits ("eur"), ==, -1);
  g_assert_cmpint (tend_currency_get_digits ("EURO"), ==, -1);
  g_assert_cmpint (tend_currency_get_digits (NULL), ==, -1);
}

/* No sum that is too large to be added up enters a book, whoever writes it. */
static void
test_record (void)
{
  g_autoptr (TendRecord) record = tend_record_new (&tend_invoice_noun);
  TendInvoiceRecord *invoice = (TendInvoiceRecord *) record;
  g_autoptr (GError) error = NULL;

  invoice->account = 7;
  invoice->issued_on = g_strdup ("2026-01-31");
  invoice->amount = -TEND_MONEY_MAX;
  invoice->paid = TEND_MONEY_MAX;
  g_assert_true (tend_record_validate (record, &error));
  g_assert_no_error (error);
  invoice->paid++;
  g_assert_false (tend_record_validate (record, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  g_assert_cmpint (tend_error_get_reason (error), ==, TEND_REASON_OUT_OF_RANGE);
  g_assert_cmpstr (tend_error_get_field (error), ==, "paid");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/refuse", test_refuse);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/divide", test_divide);
  g_test_add_func ("/money/decimal", test_decimal);
  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/record", test_record);

  return g_test_run ();
}
