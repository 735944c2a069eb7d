/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Products, purchases, invoices, interactions and the rest of the record, out of files as people have them. */

#include <string.h>

#include "core/book.h"
#include "core/entities/account.h"
#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "core/exchange/import-job.h"
#include "core/operations/edit.h"
#include "core/operations/revert.h"
#include "support/import-text.h"
#include "support/temp-book.h"

#define ACCOUNTS "Kundennummer;Firma;Währung;Ansprechpartner\nK1;Abel AG;EUR;Eva Roth\nK2;Kern KG;;\nK3;Zorn & Co;CHF;\n"
#define MANAGERS "ID;Name\n1;Petra Lang\n2;Uwe Kern\n"
#define PRODUCTS "Artikelnummer;Bezeichnung;Art;Listenpreis;Währung;Ausgelaufen\nP1;Wartung;Leistung;1.200,00;;nein\nP2;Pumpe;Produkt;€ 99,50;;ja\nP3;Messer;;10;CHF;\n"

typedef struct
{
  char     *path;
  TendBook *book;
} Fixture;

static void
take (Fixture        *fixture,
      TendImportKind  kind,
      const char     *text)
{
  g_autoptr (TendImportResult) result = tend_test_import_text (fixture->book, kind, text, NULL, TRUE);

  g_assert_cmpuint (result->n_skipping, ==, 0);
  g_assert_cmpuint (result->added, ==, result->read);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  take (fixture, TEND_IMPORT_MANAGERS, MANAGERS);
  take (fixture, TEND_IMPORT_ACCOUNTS, ACCOUNTS);
  take (fixture, TEND_IMPORT_PRODUCTS, PRODUCTS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_check (fixture->book);
  tend_temp_book_free (fixture->book, fixture->path);
}

static GPtrArray *
find_all (Fixture        *fixture,
          const TendNoun *noun)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tend_book_find (fixture->book, query, &error);

  g_assert_no_error (error);

  return found;
}

/* The row whose field says @text; it must be there. (transfer full) */
static TendRecord *
find_row (Fixture        *fixture,
          const TendNoun *noun,
          const char     *field,
          const char     *text)
{
  g_autoptr (GPtrArray) all = find_all (fixture, noun);

  for (guint i = 0; i < all->len; i++)
    {
      const TendRecord *record = tend_entity_get_record (g_ptr_array_index (all, i));
      g_autofree char *value = tend_record_format (record, tend_noun_get_field (noun, field));

      if (g_strcmp0 (value, text) == 0)
        return tend_record_copy (record);
    }
  g_test_message ("no %s with %s %s", noun->name, field, text);
  g_assert_not_reached ();
}

static void
assert_field (Fixture        *fixture,
              const TendNoun *noun,
              const char     *by,
              const char     *text,
              const char     *field,
              const char     *expected)
{
  g_autoptr (TendRecord) record = find_row (fixture, noun, by, text);
  g_autofree char *value = tend_record_format (record, tend_noun_get_field (noun, field));

  g_assert_cmpstr (value, ==, expected);
}

static gint64
add_up (Fixture        *fixture,
        const TendNoun *noun,
        const char     *field)
{
  g_autoptr (GPtrArray) all = find_all (fixture, noun);
  gint64 sum = 0;

  for (guint i = 0; i < all->len; i++)
    sum += tend_record_get_int (tend_entity_get_record (g_ptr_array_index (all, i)), tend_noun_get_field (noun, field));

  return sum;
}

static guint
count (Fixture        *fixture,
       const TendNoun *noun)
{
  g_autoptr (GPtrArray) all = find_all (fixture, noun);

  return all->len;
}

static void
test_products (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;

  assert_field (fixture, &tend_product_noun, "number", "P1", "list_price", "120000");
  assert_field (fixture, &tend_product_noun, "number", "P1", "kind", "service");
  assert_field (fixture, &tend_product_noun, "number", "P1", "active", "yes");
  assert_field (fixture, &tend_product_noun, "number", "P1", "currency", NULL);
  assert_field (fixture, &tend_product_noun, "number", "P2", "list_price", "9950");
  assert_field (fixture, &tend_product_noun, "number", "P2", "active", "no");
  assert_field (fixture, &tend_product_noun, "number", "P3", "currency", "CHF");

  result = tend_test_import_text (fixture->book, TEND_IMPORT_PRODUCTS, PRODUCTS, NULL, TRUE);
  g_assert_cmpuint (result->unchanged, ==, 3);
  g_assert_cmpint (result->batch, ==, 0);
  g_clear_pointer (&result, tend_import_result_unref);

  /* The sign in the cell is the product's currency, row by row. */
  take (fixture, TEND_IMPORT_PRODUCTS, "Artikelnummer;Bezeichnung;Preis\nP7;Uhr;12 £\nP8;Hut;13\nP9;Tee;JPY 1500\n");
  assert_field (fixture, &tend_product_noun, "number", "P7", "currency", "GBP");
  assert_field (fixture, &tend_product_noun, "number", "P8", "currency", NULL);
  assert_field (fixture, &tend_product_noun, "number", "P9", "list_price", "1500");
}

/* Sums as files write them, all in one column where they can be told apart. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *text; gint64 sums[4]; guint rounded; } table[] = {
    { "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag\n1;K1;24.11.2026;1.234,56\n2;K1;24.11.2026;1.234\n3;K1;24.11.2026;-12,00\n",
      { 123456, 123400, -1200 }, 0 },
    { "InvoiceNumber,Customer,Invoice Date,Amount\n1,K1,2026-11-24,\"1,234.56\"\n2,K1,2026-11-24,\"1,234\"\n3,K1,2026-11-24,(12.00)\n",
      { 123456, 123400, -1200 }, 0 },
    { "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag\n1;K1;24.11.2026;€ 12,5\n2;K1;24.11.2026;12-\n3;K1;24.11.2026;1 234,5 EUR\n",
      { 1250, -1200, 123450 }, 0 },
    { "InvoiceNumber;Customer;Invoice Date;Amount\n1;K1;2026-11-24;0.005\n2;K1;2026-11-24;1.0049\n3;K1;2026-11-24;-0.125\n4;K1;2026-11-24;7.10\n",
      { 1, 100, -13, 710 }, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *source = g_strdup_printf ("source %u", i);
      const TendImportOptions options = { .source = source };
      g_autoptr (TendImportResult) result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, table[i].text,
                                                                   &options, TRUE);
      g_autoptr (GError) error = NULL;
      g_autoptr (TendOperation) undo = NULL;

      g_assert_cmpuint (result->rounded, ==, table[i].rounded);
      for (guint j = 0; j < result->read; j++)
        {
          g_autofree char *number = g_strdup_printf ("%u", j + 1);
          g_autofree char *sum = g_strdup_printf ("%" G_GINT64_FORMAT, table[i].sums[j]);

          assert_field (fixture, &tend_invoice_noun, "number", number, "amount", sum);
        }
      undo = tend_revert_operation_new (result->batch);
      tend_book_apply (fixture->book, undo, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (fixture, &tend_invoice_noun), ==, 0);
    }
}

typedef struct
{
  const char     *name;
  TendImportKind  kind;
  const char     *text;
  const char     *problems;
} Bad;

#define INVOICE "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag;Fällig am\n1;K1;24.11.2026;12,50;\n2;"
#define PURCHASE "Kunde;Produkt;Menge;Jahreswert;Beginn;Ende\nK1;P1;1;10,00;01.01.2026;\n"
#define INTERACTION "Kunde;Datum;Betreff;Art\nK1;24.11.2026 10:30;Gespräch;Anruf\n"

static const Bad bad[] = {
  { "no sum", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;viel;\n", "3 0 Betrag" },
  { "half a sum", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;12,5 x 3;\n", "3 0 Betrag" },
  { "too large a sum", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;99999999999999999,00;\n", "3 0 Betrag" },
  { "no such currency", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;12 XYZ;\n", "3 0 Betrag" },
  { "not its currency", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;12 USD;\n", "3 12 Betrag" },
  { "no such day", TEND_IMPORT_INVOICES, INVOICE "K1;31.02.2026;12;\n", "3 0 Rechnungsdatum" },
  { "no such day, the ISO way", TEND_IMPORT_INVOICES, INVOICE "K1;2026-02-30;12;\n", "3 0 Rechnungsdatum" },
  { "a year of two digits", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.26;12;\n", "3 0 Rechnungsdatum" },
  { "no day", TEND_IMPORT_INVOICES, INVOICE "K1;;12;\n", "3 0 Rechnungsdatum" },
  { "due before it is issued", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;12;23.11.2026\n", "3 0 Fällig am" },
  { "an unknown account", TEND_IMPORT_INVOICES, INVOICE "K9;24.11.2026;12;\n", "3 5 Kunde" },
  { "no account", TEND_IMPORT_INVOICES, INVOICE ";24.11.2026;12;\n", "3 0 Kunde" },
  { "a number twice", TEND_IMPORT_INVOICES, INVOICE "K1;24.11.2026;12;\n1;K1;24.11.2026;12;\n", "4 7 Rechnungsnummer" },
  { "two currencies", TEND_IMPORT_INVOICES,
    "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag;Währung\n1;K1;24.11.2026;12 €;USD\n", "2 12 Betrag" },
  { "no currency in its column", TEND_IMPORT_INVOICES,
    "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag;Währung\n1;K1;24.11.2026;12;Taler\n", "2 0 Währung" },
  { "less than one", TEND_IMPORT_PURCHASES, PURCHASE "K1;P2;-3;10,00;;\n", "3 0 Menge" },
  { "half a piece", TEND_IMPORT_PURCHASES, PURCHASE "K1;P2;2,5;10,00;;\n", "3 0 Menge" },
  { "ends before it begins", TEND_IMPORT_PURCHASES, PURCHASE "K1;P2;1;10,00;02.01.2026;01.01.2026\n", "3 0 Ende" },
  { "a negative value", TEND_IMPORT_PURCHASES, PURCHASE "K1;P2;1;-10,00;;\n", "3 0 Jahreswert" },
  { "an unknown product", TEND_IMPORT_PURCHASES, PURCHASE "K1;P77;1;10,00;;\n", "3 5 Produkt" },
  { "no product", TEND_IMPORT_PURCHASES, PURCHASE "K1;;1;10,00;;\n", "3 0 Produkt" },
  { "in the year 2200", TEND_IMPORT_INTERACTIONS, INTERACTION "K1;24.11.2200;Später;Besuch\n", "3 0 Datum" },
  { "before all computers", TEND_IMPORT_INTERACTIONS, INTERACTION "K1;24.11.1969;Früher;Besuch\n", "3 0 Datum" },
  { "at 25 o'clock", TEND_IMPORT_INTERACTIONS, INTERACTION "K1;24.11.2026 25:00;Nachts;Besuch\n", "3 0 Datum" },
  { "no kind of interaction", TEND_IMPORT_INTERACTIONS, INTERACTION "K1;24.11.2026;Rauch;Rauchzeichen\n", "3 0 Art" },
  { "without words", TEND_IMPORT_INTERACTIONS, INTERACTION "K1;24.11.2026;;Besuch\n", "3 0 Betreff" },
  { "probability 140", TEND_IMPORT_OPPORTUNITIES, "Kunde;Titel;Wahrscheinlichkeit\nK1;Ausbau;140\n", "2 0 Wahrscheinlichkeit" },
  { "score 11", TEND_IMPORT_PULSES, "Kunde;Datum;Bewertung\nK1;24.11.2026;11\n", "2 0 Bewertung" },
  { "no title", TEND_IMPORT_NEEDS, "Kunde;Betreff\nK1;\n", "2 11 Betreff" },
  { "a negative price", TEND_IMPORT_PRODUCTS, "Artikelnummer;Bezeichnung;Preis\nP5;Hut;-3\n", "2 0 Preis" },
  { "a number that another product has", TEND_IMPORT_PRODUCTS, "ProductID;Artikelnummer;Bezeichnung\nx;P1;Hut\n",
    "2 8 Artikelnummer" },
};

/* Each is told with row and column, and nothing of the row is in the book. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  const TendImportOptions going = { .keep_going = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const TendNoun *noun = tend_noun_from_name (tend_import_kind_to_string (bad[i].kind));
      guint before = count (fixture, noun);
      g_autoptr (TendImportResult) refused = NULL;
      g_autoptr (TendImportResult) taken = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].name);
      refused = tend_test_import_text (fixture->book, bad[i].kind, bad[i].text, NULL, FALSE);
      tend_test_import_assert_problems (refused, bad[i].problems);
      g_assert_cmpuint (count (fixture, noun), ==, before);

      taken = tend_test_import_text (fixture->book, bad[i].kind, bad[i].text, &going, TRUE);
      tend_test_import_assert_problems (taken, bad[i].problems);
      g_assert_cmpuint (taken->skipped, ==, 1);
      g_assert_cmpuint (taken->added, ==, taken->read - 1);
      g_assert_cmpuint (count (fixture, noun), ==, before + taken->added);
      if (taken->batch != 0)
        {
          g_autoptr (TendOperation) undo = tend_revert_operation_new (taken->batch);

          tend_book_apply (fixture->book, undo, NULL, &error);
          g_assert_no_error (error);
        }
    }
}

/* Sums are in the account's currency. One that has neither a currency nor a sum is given the file's. */
static void
test_currency (Fixture       *fixture,
               gconstpointer  data)
{
  const TendImportOptions trial = { .dry_run = TRUE };
  const TendImportOptions going = { .keep_going = TRUE };
  const TendImportOptions overwrite = { .overwrite = TRUE };
  static const char mixed[] =
    "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag;Währung\n"
    "1;K2;24.11.2026;10,00;USD\n2;K2;24.11.2026;20,00;€\n3;K2;24.11.2026;30,00;\n4;K3;24.11.2026;40,00;CHF\n5;K3;24.11.2026;1;EUR\n";
  g_autoptr (TendImportResult) tried = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, mixed, &trial, TRUE);
  g_autoptr (TendImportResult) done = NULL;
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendOperation) undo = NULL;
  g_autoptr (GError) error = NULL;

  tend_test_import_assert_problems (tried, "3 12 Betrag | 6 12 Betrag");
  assert_field (fixture, &tend_account_noun, "number", "K2", "currency", NULL);
  done = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, mixed, &going, TRUE);
  tend_test_import_assert_problems (done, "3 12 Betrag | 6 12 Betrag");
  g_assert_cmpuint (done->added, ==, 3);
  assert_field (fixture, &tend_account_noun, "number", "K2", "currency", "USD");
  assert_field (fixture, &tend_account_noun, "number", "K3", "currency", "CHF");

  /* A file of accounts does not change it either, now that there are sums. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Währung\nK2;Kern KG;EUR\n",
                                  &overwrite, FALSE);
  tend_test_import_assert_problems (result, "2 0 Währung");
  g_clear_pointer (&result, tend_import_result_unref);

  /* One batch: the invoices go, and the currency with them. */
  undo = tend_revert_operation_new (done->batch);
  tend_book_apply (fixture->book, undo, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &tend_invoice_noun), ==, 0);
  assert_field (fixture, &tend_account_noun, "number", "K2", "currency", NULL);

  /* Sums in the book's currency were there first. */
  take (fixture, TEND_IMPORT_INVOICES, "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag\n1;K2;24.11.2026;10,00\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES,
                                  "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag\n2;K2;24.11.2026;US$ 10,00\n", NULL, FALSE);
  tend_test_import_assert_problems (result, "2 12 Betrag");
}

#define ORDERS "OrderNumber,Customer,OrderDate\n100,K1,2026-01-05\n101,K2,2026-01-06\n102,K3,2026-01-07\n"
#define LINES "OrderNumber,OrderLineNumber,ProductCode,Quantity,PriceEach\n" \
              "100,1,P1,2,10.005\n101,1,P2,1,1.10\n100,2,P2,3,1.11\n102,1,P3,1,5\n100,3,P3,1,0.10\n"

/* An order and its lines are two files: the lines are added up, and make what was bought. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendRecord) order = NULL;
  g_autoptr (TendRecord) changed = NULL;
  g_autoptr (TendOperation) edit = NULL;
  g_autoptr (GError) error = NULL;

  take (fixture, TEND_IMPORT_INVOICES, ORDERS);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, LINES, NULL, TRUE);
  g_assert_cmpuint (result->read, ==, 5);
  g_assert_cmpuint (result->updated, ==, 3);
  g_assert_cmpuint (result->joined, ==, 2);
  g_assert_cmpuint (result->rounded, ==, 0);
  assert_field (fixture, &tend_invoice_noun, "number", "100", "amount", "2344");
  assert_field (fixture, &tend_invoice_noun, "number", "101", "amount", "110");
  g_clear_pointer (&result, tend_import_result_unref);

  result = tend_test_import_text (fixture->book, TEND_IMPORT_PURCHASES, LINES, NULL, TRUE);
  g_assert_cmpuint (result->added, ==, 5);
  g_assert_cmpuint (result->rounded, ==, 0);
  g_assert_cmpint (add_up (fixture, &tend_purchase_noun, "yearly_value"), ==, 2344 + 110 + 500);
  assert_field (fixture, &tend_purchase_noun, "quantity", "3", "bought_on", "2026-01-05");
  g_clear_pointer (&result, tend_import_result_unref);

  /* Either file again: nothing; what the one said is not forgotten by the other. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, LINES, NULL, TRUE);
  g_assert_cmpuint (result->unchanged, ==, 3);
  g_assert_cmpint (result->batch, ==, 0);
  g_clear_pointer (&result, tend_import_result_unref);
  order = find_row (fixture, &tend_invoice_noun, "number", "100");
  changed = tend_record_copy (order);
  g_set_str (&((TendInvoiceRecord *) changed)->issued_on, "2026-01-31");
  edit = tend_edit_operation_new_update (order, changed);
  tend_book_apply (fixture->book, edit, NULL, &error);
  g_assert_no_error (error);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, ORDERS, NULL, TRUE);
  g_assert_cmpuint (result->kept, ==, 1);
  tend_test_import_assert_problems (result, "2 17 OrderDate");
  assert_field (fixture, &tend_invoice_noun, "number", "100", "amount", "2344");
}

/* Nobody named the source: the dialog calls each file one of its own, and the lines find their orders all the same. */
static void
test_unnamed_source (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GFile) orders = tend_test_import_write (ORDERS);
  g_autoptr (GFile) lines = tend_test_import_write (LINES);

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (TendImportResult) first = tend_test_import_file (fixture->book, orders, TEND_IMPORT_INVOICES, NULL, TRUE);
      g_autoptr (TendImportResult) second = tend_test_import_file (fixture->book, lines, TEND_IMPORT_INVOICES, NULL, TRUE);
      g_autoptr (TendImportResult) third = tend_test_import_file (fixture->book, lines, TEND_IMPORT_PURCHASES, NULL, TRUE);

      g_assert_cmpuint (round == 0 ? first->added : first->unchanged, ==, 3);
      g_assert_cmpuint (round == 0 ? second->updated : second->unchanged, ==, 3);
      g_assert_cmpuint (round == 0 ? third->added : third->unchanged, ==, 5);
    }
  assert_field (fixture, &tend_invoice_noun, "number", "100", "amount", "2344");
  g_file_delete (orders, NULL, NULL);
  g_file_delete (lines, NULL, NULL);
}

/* A line with a problem takes the others of its order along: half a sum would be a wrong one. */
static void
test_bad_lines (Fixture       *fixture,
                gconstpointer  data)
{
  const TendImportOptions going = { .keep_going = TRUE };
  static const char lines[] =
    "OrderNumber,Quantity,PriceEach\n100,2,10.00\n101,1,1.10\n100,x,1.11\n999,1,5\n102,,4\n,1,1\n";
  g_autoptr (TendImportResult) result = NULL;

  take (fixture, TEND_IMPORT_INVOICES, ORDERS);
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, lines, &going, TRUE);
  tend_test_import_assert_problems (result, "2 13 OrderNumber | 4 0 Quantity | 5 5 OrderNumber | 6 0 Quantity | 7 0 OrderNumber");
  g_assert_cmpuint (result->updated, ==, 1);
  g_assert_cmpuint (result->skipped, ==, 5);
  assert_field (fixture, &tend_invoice_noun, "number", "100", "amount", "0");
  assert_field (fixture, &tend_invoice_noun, "number", "101", "amount", "110");
  g_assert_cmpuint (count (fixture, &tend_invoice_noun), ==, 3);
  g_clear_pointer (&result, tend_import_result_unref);

  /* The lines of one invoice agree on whose it is. */
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES,
                                  "InvoiceNumber,Customer,InvoiceDate,Quantity,Price\n"
                                  "7,K1,2026-01-05,1,1\n7,K3,2026-01-05,1,1\n", &going, TRUE);
  tend_test_import_assert_problems (result, "2 13 InvoiceNumber | 3 7 InvoiceNumber");
  g_assert_cmpuint (result->skipped, ==, 2);
}

/* Payments name an invoice, or lower the balance by themselves. */
static void
test_payments (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendImportResult) result = NULL;

  take (fixture, TEND_IMPORT_INVOICES, "InvoiceNumber,Customer,InvoiceDate,Amount\n100,K1,2026-01-05,50\n101,K1,2026-01-06,7\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES,
                                  "InvoiceNumber,PaymentDate,Amount\n100,2026-02-01,20\n100,2026-03-01,15.50\n", NULL, TRUE);
  g_assert_cmpuint (result->updated, ==, 1);
  assert_field (fixture, &tend_invoice_noun, "number", "100", "paid", "3550");
  assert_field (fixture, &tend_invoice_noun, "number", "100", "amount", "5000");
  assert_field (fixture, &tend_invoice_noun, "number", "100", "issued_on", "2026-01-05");

  take (fixture, TEND_IMPORT_INVOICES, "Customer,CheckNumber,PaymentDate,Amount\nK1,HQ1,2026-04-01,3.25\n");
  assert_field (fixture, &tend_invoice_noun, "number", "HQ1", "paid", "325");
  assert_field (fixture, &tend_invoice_noun, "number", "HQ1", "amount", "0");
}

/* An invoice that was written by hand is the same one when a file brings it. */
static void
test_same_invoice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TendRecord) account = find_row (fixture, &tend_account_noun, "number", "K1");
  g_autoptr (TendRecord) record = tend_record_new (&tend_invoice_noun);
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendOperation) create = NULL;
  g_autoptr (GError) error = NULL;

  ((TendInvoiceRecord *) record)->account = account->id;
  ((TendInvoiceRecord *) record)->number = g_strdup ("R-1");
  ((TendInvoiceRecord *) record)->issued_on = g_strdup ("2026-01-05");
  ((TendInvoiceRecord *) record)->amount = 100;
  create = tend_edit_operation_new_create (record);
  tend_book_apply (fixture->book, create, NULL, &error);
  g_assert_no_error (error);

  result = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES,
                                  "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag\nR-1;K1;05.01.2026;1,50\nR-1b;K1;05.01.2026;1\n",
                                  NULL, TRUE);
  g_assert_cmpuint (result->updated, ==, 1);
  g_assert_cmpuint (result->added, ==, 1);
  assert_field (fixture, &tend_invoice_noun, "number", "R-1", "amount", "150");
}

static void
test_interactions (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char text[] =
    "ID;Kunde;Ansprechpartner;Betreuer;Datum;Uhrzeit;Art;Richtung;Minuten;Betreff;Notiz\n"
    "a;K1;Eva Roth;1;24.11.2026;10:30;Anruf;ein;15;Gefragt;\"Zeile 1\nZeile 2\"\n"
    "b;K2;;Uwe Kern;25.11.2026;;E-Mail;aus;;Geschickt;\n"
    "c;K2;;;26.11.2026;8:05;Brief;ein;;Bekommen;\n"
    "d;K2;;;27.11.2026;;Notiz;;;Gemerkt;\n"
    "e;K2;;;28.11.2026;;Besuch;;;Besucht;\n";
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (TendRecord) call = NULL;

  take (fixture, TEND_IMPORT_INTERACTIONS, text);
  call = find_row (fixture, &tend_interaction_noun, "summary", "Gefragt");
  g_assert_cmpint (((TendInteractionRecord *) call)->contact, !=, 0);
  g_assert_cmpint (((TendInteractionRecord *) call)->manager, !=, 0);
  g_assert_cmpint (((TendInteractionRecord *) call)->minutes, ==, 15);
  g_assert_cmpstr (((TendInteractionRecord *) call)->body, ==, "Zeile 1\nZeile 2");
  /* The tests' clock hangs in Berlin; a day without a time is its noon. */
  assert_field (fixture, &tend_interaction_noun, "summary", "Gefragt", "at", "2026-11-24T09:30:00Z");
  assert_field (fixture, &tend_interaction_noun, "summary", "Geschickt", "at", "2026-11-25T11:00:00Z");
  assert_field (fixture, &tend_interaction_noun, "summary", "Gefragt", "direction", "incoming");
  assert_field (fixture, &tend_interaction_noun, "summary", "Gefragt", "two_way", "yes");
  assert_field (fixture, &tend_interaction_noun, "summary", "Geschickt", "two_way", "no");
  assert_field (fixture, &tend_interaction_noun, "summary", "Bekommen", "two_way", "yes");
  assert_field (fixture, &tend_interaction_noun, "summary", "Gemerkt", "two_way", "no");
  assert_field (fixture, &tend_interaction_noun, "summary", "Besucht", "two_way", "yes");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_INTERACTIONS, text, NULL, TRUE);
  g_assert_cmpuint (result->unchanged, ==, 5);
  g_assert_cmpint (result->batch, ==, 0);

  /* Without a kind a row claims no contact. */
  take (fixture, TEND_IMPORT_INTERACTIONS, "Customer,When,Subject\nK1,2026-11-24T23:30:00-05:00,Wrote down\n");
  assert_field (fixture, &tend_interaction_noun, "summary", "Wrote down", "kind", "note");
  assert_field (fixture, &tend_interaction_noun, "summary", "Wrote down", "two_way", "no");
  assert_field (fixture, &tend_interaction_noun, "summary", "Wrote down", "at", "2026-11-25T04:30:00Z");
}

/* Years of two digits are taken when somebody says that they are meant. */
static void
test_short_years (Fixture       *fixture,
                  gconstpointer  data)
{
  const TendImportOptions stated = { .overrides = { .date_order = TEND_DATE_ORDER_DMY, .short_years = TRUE } };
  static const char text[] = "Rechnungsnummer;Kunde;Rechnungsdatum;Betrag\n1;K1;24.11.26;1\n2;K1;31.12.99;1\n";
  g_autoptr (TendImportResult) refused = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, text, NULL, FALSE);
  g_autoptr (TendImportResult) taken = NULL;

  tend_test_import_assert_problems (refused, "2 0 Rechnungsdatum | 3 0 Rechnungsdatum");
  g_assert_cmpint (((TendImportProblem *) refused->problems->pdata[0])->reason, ==, TEND_REASON_SHORT_YEAR);
  g_assert_true (refused->dialect->short_dates);
  taken = tend_test_import_text (fixture->book, TEND_IMPORT_INVOICES, text, &stated, TRUE);
  g_assert_cmpuint (taken->added, ==, 2);
  assert_field (fixture, &tend_invoice_noun, "number", "1", "issued_on", "2026-11-24");
  assert_field (fixture, &tend_invoice_noun, "number", "2", "issued_on", "1999-12-31");
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { TendImportKind kind; const char *text; } files[] = {
    { TEND_IMPORT_NEEDS, "Ticketnummer;Kunde;Ansprechpartner;Betreuer;Art;Priorität;Betreff;Zugesagt bis;Status;Lösung\n"
                         "T1;K1;Eva Roth;1;Störung;dringend;Steht;01.12.2026;offen;\nT2;K2;;;Frage;;Wie?;;erledigt;So.\n" },
    { TEND_IMPORT_OPPORTUNITIES, "ID;Kunde;Titel;Produkt;Art;Phase;Betrag;Wahrscheinlichkeit;Abschlussdatum\n"
                                 "O1;K1;Ausbau;P1;Erweiterung;Verhandlung;12.000,00;75 %;31.03.2027\n" },
    { TEND_IMPORT_PULSES, "ID;Kunde;Datum;Bewertung;Quelle;Kommentar\nS1;K1;24.11.2026;9;Umfrage;Gut\n" },
    { TEND_IMPORT_LIAISONS, "ID;Kunde;Name;Abteilung;E-Mail;Wofür\nL1;K1;Ina Post;Labor;ina@example.org;Messungen\n" },
    { TEND_IMPORT_WHITESPACE, "Kunde;Produkt;Stand;Wettbewerber;Bis\nK1;P1;Wettbewerber;Muster AG;31.03.2027\nK2;P1;kein Bedarf;;\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TendImportResult) again = NULL;

      take (fixture, files[i].kind, files[i].text);
      again = tend_test_import_text (fixture->book, files[i].kind, files[i].text, NULL, TRUE);
      g_assert_cmpuint (again->unchanged, ==, again->read);
      g_assert_cmpint (again->batch, ==, 0);
    }

  assert_field (fixture, &tend_need_noun, "title", "Steht", "kind", "fault");
  assert_field (fixture, &tend_need_noun, "title", "Steht", "hat", "technical");
  assert_field (fixture, &tend_need_noun, "title", "Steht", "priority", "urgent");
  assert_field (fixture, &tend_need_noun, "title", "Wie?", "state", "resolved");
  assert_field (fixture, &tend_opportunity_noun, "title", "Ausbau", "amount", "1200000");
  assert_field (fixture, &tend_opportunity_noun, "title", "Ausbau", "probability", "75");
  assert_field (fixture, &tend_opportunity_noun, "title", "Ausbau", "stage", "negotiating");
  assert_field (fixture, &tend_pulse_noun, "comment", "Gut", "score", "9");
  assert_field (fixture, &tend_pulse_noun, "comment", "Gut", "source", "survey");
  assert_field (fixture, &tend_liaison_noun, "name", "Ina Post", "team", "Labor");
  assert_field (fixture, &tend_whitespace_noun, "competitor", "Muster AG", "stance", "competitor");
  assert_field (fixture, &tend_whitespace_noun, "competitor", "Muster AG", "until", "2027-03-31");
}

/* An account has one stance to a product: another file says it of the same row, and so does a row that was made by hand. */
static void
test_one_stance (Fixture       *fixture,
                 gconstpointer  data)
{
  const TendImportOptions options = { .source = "another" };
  g_autoptr (TendQuery) query = tend_query_new (&tend_whitespace_noun);
  g_autoptr (TendImportResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  take (fixture, TEND_IMPORT_WHITESPACE, "Customer,Product,Stance\nK1,P1,in-house\n");
  result = tend_test_import_text (fixture->book, TEND_IMPORT_WHITESPACE, "Customer,Product,Stance,Competitor\nK1,P1,competitor,Muster AG\n",
                                  &options, TRUE);
  g_assert_cmpuint (result->added, ==, 0);
  ids = tend_book_list (fixture->book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
}

/* What a map may calculate, and what it may not. */
static void
test_calculations (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct { const char *source; const char *amount; } table[] = {
    { "{A} * {B}", "2000" },
    { "{A} * {B} * (1 - {C})", "1800" },
    { "{A} + {B} - {C}", "1190" },
    { "2 * ({A} + {B})", "2400" },
    { "+{A}", "1000" },
    { "+A", "1000" },
    { "A", "1000" },
    { "{A}.{B}", "1020" },
    { "{A} * ", NULL },
    { "({A} * {B}", NULL },
    { "{A} * {Z}", NULL },
    { "+{A} * {Z}", NULL },
    { "+Z", NULL },
    { "+{A", NULL },
    { "+", NULL },
    { "+{A}{B}", NULL },
    { "{A} * 1.2.3", NULL },
    { "((((((((((((((((({A} * 2)))))))))))))))))", NULL },
    { "{A} - -{B}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TendImportMapping) mapping = tend_import_mapping_new ();
      const TendImportOptions options = { .source = "test", .mapping = mapping, .overwrite = TRUE };
      g_autoptr (GFile) file = tend_test_import_write ("N,K,D,A,B,C\n1,K1,2026-01-05,10,2,0.1\n");
      g_autoptr (TendOperation) job = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", table[i].source);
      tend_import_mapping_set (mapping, "key", "N");
      tend_import_mapping_set (mapping, "number", "N");
      tend_import_mapping_set (mapping, "account", "K");
      tend_import_mapping_set (mapping, "issued_on", "D");
      tend_import_mapping_set (mapping, "amount", table[i].source);
      job = tend_import_job_new (file, TEND_IMPORT_INVOICES, &options);
      tend_book_apply (fixture->book, job, NULL, &error);
      g_file_delete (file, NULL, NULL);
      if (table[i].amount == NULL)
        {
          g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
          g_assert_cmpstr (tend_error_get_field (error), ==, "column");
          continue;
        }
      g_assert_no_error (error);
      assert_field (fixture, &tend_invoice_noun, "number", "1", "amount", table[i].amount);
    }
}

/* Without a key nothing can be added up, and without an account there is no new row. */
static void
test_required (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { TendImportKind kind; const char *header; const char *field; } table[] = {
    { TEND_IMPORT_INVOICES, "Menge;Preis;Kunde;Rechnungsdatum\n1;1;K1;24.11.2026\n", "key" },
    { TEND_IMPORT_INVOICES, "Rechnungsnummer;Rechnungsdatum\n1;24.11.2026\n", "account" },
    { TEND_IMPORT_INVOICES, "Rechnungsnummer;Kunde\n1;K1\n", "issued_on" },
    { TEND_IMPORT_PURCHASES, "Produkt;Menge\nP1;1\n", "account" },
    { TEND_IMPORT_PURCHASES, "Kunde;Menge\nK1;1\n", "product" },
    { TEND_IMPORT_INTERACTIONS, "Kunde;Betreff\nK1;x\n", "at" },
    { TEND_IMPORT_PRODUCTS, "Preis\n1\n", "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GFile) file = tend_test_import_write (table[i].header);
      g_autoptr (TendOperation) job = tend_import_job_new (file, table[i].kind, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", table[i].field);
      tend_book_apply (fixture->book, job, NULL, &error);
      g_file_delete (file, NULL, NULL);
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
      g_assert_cmpint (tend_error_get_reason (error), ==, TEND_REASON_REQUIRED);
      g_assert_cmpstr (tend_error_get_field (error), ==, table[i].field);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/import-nouns/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("products", test_products);
  ADD ("sums", test_sums);
  ADD ("bad", test_bad);
  ADD ("currency", test_currency);
  ADD ("lines", test_lines);
  ADD ("unnamed-source", test_unnamed_source);
  ADD ("bad-lines", test_bad_lines);
  ADD ("payments", test_payments);
  ADD ("same-invoice", test_same_invoice);
  ADD ("interactions", test_interactions);
  ADD ("short-years", test_short_years);
  ADD ("others", test_others);
  ADD ("one-stance", test_one_stance);
  ADD ("calculations", test_calculations);
  ADD ("required", test_required);
#undef ADD

  return g_test_run ();
}
