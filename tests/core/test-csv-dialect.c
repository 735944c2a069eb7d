/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/error.h"
#include "core/exchange/csv-dialect.h"
#include "support/shared-data.h"

static GFile *
file_of (const char *bytes,
         gssize      length)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("tend-test-XXXXXX.csv", &stream, &error);

  g_assert_no_error (error);
  g_file_replace_contents (file, bytes, length < 0 ? strlen (bytes) : (gsize) length, NULL, FALSE,
                           G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static TendCsvDialect *
detect (const char             *bytes,
        gssize                  length,
        const TendCsvOverrides *overrides)
{
  g_autoptr (GFile) file = file_of (bytes, length);
  g_autoptr (GError) error = NULL;
  TendCsvDialect *dialect = tend_csv_dialect_detect (file, overrides, NULL, &error);

  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);

  return dialect;
}

static void
assert_refused (const char    *bytes,
                gsize          length,
                TendErrorCode  code,
                TendReason     reason)
{
  g_autoptr (GFile) file = file_of (bytes, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (tend_csv_dialect_detect (file, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, (int) code);
  g_assert_cmpint (tend_error_get_reason (error), ==, reason);
  g_file_delete (file, NULL, NULL);
}

static void
test_encoding (void)
{
  static const struct { const char *bytes; gsize length; const char *encoding; gboolean certain; } tests[] = {
    { "a;b\n", 4, "UTF-8", TRUE },
    { "Stra\xC3\x9F" "e\n", 8, "UTF-8", TRUE },
    { "\xEF\xBB\xBF" "a\n", 5, "UTF-8", TRUE },
    { "Stra\xDF" "e und Ort\n", 16, "ISO-8859-1", TRUE },
    { "Stra\xDF" "e und Ort\r\n", 17, "WINDOWS-1252", TRUE },
    { "Preis \x80 in Stra\xDF" "e\n", 18, "WINDOWS-1252", TRUE },
    { "Preis 5 \xA4 in Stra\xDF" "e\n", 20, "ISO-8859-15", TRUE },
    { "\xFF\xFE" "a\0;\0b\0\n\0", 10, "UTF-16LE", TRUE },
    { "\xFE\xFF\0a\0;\0b\0\n", 10, "UTF-16BE", TRUE },
    { "a\0;\0b\0\n\0", 8, "UTF-16LE", TRUE },
    { "\0a\0;\0b\0\n", 8, "UTF-16BE", TRUE },
    { "1,\xCB\xE5\xF9\xED\xE9\xE4\xE1\xF2\n", 11, "ISO-8859-1", FALSE },
    /* One broken byte in a text full of umlauts is damage, and not another encoding. */
    { "äöüäöüäöüäöü\xE4 aeiou\n", 32, "UTF-8", TRUE },
    { "Grüße aus K\xC3", 14, "UTF-8", TRUE },
    /* A file that was put together of two is not read as one of them in silence. */
    { "Nummer und Name\n1 M\xC3\xBCller\n2 K\xF6ln\n", 33, "ISO-8859-15", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (TendCsvDialect) dialect = detect (tests[i].bytes, tests[i].length, NULL);

      g_test_message ("%u: %s", i, tests[i].encoding);
      g_assert_cmpstr (dialect->encoding, ==, tests[i].encoding);
      g_assert_cmpint (dialect->encoding_certain, ==, tests[i].certain);
    }
}

/* The first umlaut may stand at the end of a long file. */
static void
test_late_umlaut (void)
{
  g_autoptr (GString) text = g_string_new ("Firma;Ort\n");
  g_autoptr (TendCsvDialect) dialect = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "Meier;Berlin\n");
  g_string_append (text, "M\xFCller;K\xF6ln\n");

  dialect = detect (text->str, text->len, NULL);
  g_assert_cmpstr (dialect->encoding, ==, "ISO-8859-1");
}

static void
test_refused (void)
{
  static const char noise[] = "\x01\x02\x03\x00\x05\x06\x07\xFF\x10\x11\x12\x13 abc \x14\x15\x16\x00\x00\x00\x00\x01";

  assert_refused ("", 0, TEND_ERROR_EMPTY, TEND_REASON_NONE);
  assert_refused ("\n\n\r\n", 4, TEND_ERROR_EMPTY, TEND_REASON_NONE);
  assert_refused ("\xEF\xBB\xBF", 3, TEND_ERROR_EMPTY, TEND_REASON_NONE);
  assert_refused ("PK\x03\x04 and so on", 14, TEND_ERROR_INPUT, TEND_REASON_SPREADSHEET);
  assert_refused ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, TEND_ERROR_INPUT, TEND_REASON_SPREADSHEET);
  assert_refused ("%PDF-1.7\n", 9, TEND_ERROR_INPUT, TEND_REASON_BINARY);
  assert_refused (noise, sizeof noise, TEND_ERROR_INPUT, TEND_REASON_BINARY);
}

static void
test_no_file (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (tend_csv_dialect_detect (missing, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tend_csv_dialect_detect (folder, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FOLDER);
}

static void
test_shape (void)
{
  static const struct { const char *what; const char *text; char delimiter; gboolean header; guint skipped; guint columns; }
  tests[] = {
    { "commas", "a,b\n1,2\n", ',', TRUE, 0, 2 },
    { "semicolons with decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", ';', TRUE, 0, 2 },
    { "tabs", "a\tb\n1\t2\n", '\t', TRUE, 0, 2 },
    { "bars", "a|b|\n1|2|\n", '|', TRUE, 0, 2 },
    { "one column", "value\n01\n002\n", ',', TRUE, 0, 1 },
    { "one column of text", "name\nMeier und Co\nMüller\n", ',', TRUE, 0, 1 },
    { "names with commas in quotes", "name;ort\n\"Meier, Hans\";Bonn\n\"Roth, Eva\";Trier\n", ';', TRUE, 0, 2 },
    { "no header", "1,Meier,Bonn\n2,Roth,Trier\n", ',', FALSE, 0, 3 },
    { "no header, an e-mail tells", "Meier,hans@example.com\nRoth,eva@example.com\n", ',', FALSE, 0, 2 },
    { "no header, a value comes again", "Kunde,Meier\nKunde,Roth\nKunde,Abel\n", ',', FALSE, 0, 2 },
    { "years as headings", "Ort,2024,2025\nBonn,1,2\nTrier,3,4\n", ',', TRUE, 0, 3 },
    { "a title", "Kundenliste\nname;ort\nMeier;Bonn\nRoth;Trier\n", ';', TRUE, 1, 2 },
    { "a title filled up", "Kundenliste;;;\nname;ort;plz;tel\nMeier;Bonn;1;2\nRoth;Trier;3;4\n", ';', TRUE, 1, 4 },
    { "comments", "# made by hand\n# twice\na,b\n1,2\n", ',', TRUE, 2, 2 },
    { "Excel says it", "sep=|\na|b\n1|2\n", '|', TRUE, 1, 2 },
    { "a header alone", "Firma;Straße;Ort\n", ';', TRUE, 0, 3 },
    { "too many cells below", "a,b,c\n1,2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8\n", ',', TRUE, 0, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (TendCsvDialect) dialect = detect (tests[i].text, -1, NULL);

      g_test_message ("%s", tests[i].what);
      g_assert_cmpint (dialect->delimiter, ==, tests[i].delimiter);
      g_assert_cmpint (dialect->has_header, ==, tests[i].header);
      g_assert_cmpuint (dialect->n_skipped, ==, tests[i].skipped);
      g_assert_cmpuint (dialect->columns->len, ==, tests[i].columns);
    }
}

static void
test_names (void)
{
  g_autoptr (TendCsvDialect) dialect = detect ("id, name ,id,,ID\n1,2,3,4,5\n", -1, NULL);
  g_autoptr (TendCsvDialect) bare = detect ("1,2\n3,4\n", -1, NULL);

  g_assert_cmpstr (tend_csv_dialect_get_column (dialect, 0)->name, ==, "id");
  g_assert_cmpstr (tend_csv_dialect_get_column (dialect, 1)->name, ==, "name");
  g_assert_cmpstr (tend_csv_dialect_get_column (dialect, 2)->name, ==, "id (2)");
  g_assert_true (tend_csv_dialect_get_column (dialect, 2)->duplicate);
  g_assert_cmpstr (tend_csv_dialect_get_column (dialect, 3)->name, ==, "D");
  g_assert_false (tend_csv_dialect_get_column (dialect, 3)->named);
  g_assert_cmpstr (tend_csv_dialect_get_column (dialect, 4)->name, ==, "ID (3)");
  g_assert_cmpint (tend_csv_dialect_find_column (dialect, "NAME"), ==, 1);
  g_assert_cmpint (tend_csv_dialect_find_column (dialect, "nothing"), ==, -1);
  g_assert_cmpstr (tend_csv_dialect_get_column (bare, 1)->name, ==, "B");
}

static void
test_columns (void)
{
  g_autoptr (TendCsvDialect) german = detect ("n;d;u;t\n1.234,50;31.12.2026;1,234;x\n0,5;01.02.26;2,345;y\n", -1, NULL);
  g_autoptr (TendCsvDialect) english = detect ("n,d,e\n\"1,234.50\",12/31/2026,2026-12-31\n0.5,01/02/2026,2026-01-02\n",
                                               -1, NULL);
  g_autoptr (TendCsvDialect) doubtful = detect ("a,b\n03/04/2026,\"1,234\"\n", -1, NULL);
  const TendCsvOverrides stated = { .decimal = ',', .date_order = TEND_DATE_ORDER_MDY };
  g_autoptr (TendCsvDialect) told = detect ("a,b\n03/04/2026,\"1,234\"\n", -1, &stated);

  g_assert_cmpint (tend_csv_dialect_get_column (german, 0)->decimal, ==, ',');
  g_assert_cmpint (tend_csv_dialect_get_column (german, 1)->date_order, ==, TEND_DATE_ORDER_DMY);
  g_assert_cmpint (tend_csv_dialect_get_column (german, 2)->decimal, ==, ',');
  g_assert_cmpint (tend_csv_dialect_get_column (german, 3)->date_order, ==, TEND_DATE_ORDER_NONE);
  g_assert_cmpint (german->decimal, ==, ',');
  g_assert_cmpint (german->date_order, ==, TEND_DATE_ORDER_DMY);

  g_assert_cmpint (tend_csv_dialect_get_column (english, 0)->decimal, ==, '.');
  g_assert_cmpint (tend_csv_dialect_get_column (english, 1)->date_order, ==, TEND_DATE_ORDER_MDY);
  g_assert_cmpint (tend_csv_dialect_get_column (english, 2)->date_order, ==, TEND_DATE_ORDER_YMD);
  g_assert_false (tend_csv_dialect_get_column (english, 1)->date_ambiguous);

  g_assert_true (tend_csv_dialect_get_column (doubtful, 0)->date_ambiguous);
  g_assert_true (tend_csv_dialect_get_column (doubtful, 1)->decimal_ambiguous);
  g_assert_false (tend_csv_dialect_get_column (told, 0)->date_ambiguous);
  g_assert_cmpint (tend_csv_dialect_get_column (told, 0)->date_order, ==, TEND_DATE_ORDER_MDY);
  g_assert_cmpint (tend_csv_dialect_get_column (told, 1)->decimal, ==, ',');
}

static void
test_overrides (void)
{
  const TendCsvOverrides stated = { .encoding = "ISO-8859-7", .delimiter = ';', .has_header = -1, .n_skipped = 2 };
  g_autoptr (GFile) file = file_of ("x\na,b\n1,\xCB\xE5\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TendCsvDialect) dialect = tend_csv_dialect_detect (file, &stated, NULL, &error);
  g_autoptr (TendCsvReader) reader = NULL;
  TendCsvRecord record;

  g_assert_no_error (error);
  g_assert_cmpstr (dialect->encoding, ==, "ISO-8859-7");
  g_assert_cmpint (dialect->delimiter, ==, ';');
  g_assert_false (dialect->has_header);
  g_assert_cmpuint (dialect->n_skipped, ==, 1);

  reader = tend_csv_dialect_open (dialect, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_cmpuint (record.row, ==, 2);
  g_assert_true (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_cmpstr (record.cells[0].text, ==, "1,Λε");
  g_file_delete (file, NULL, NULL);
}

/* The counts of the data's INDEX.md: rows of data below the header, and columns. */
static const struct
{
  const char *path;
  const char *encoding;
  char        delimiter;
  gboolean    header;
  guint       skipped;
  guint       columns;
  guint       rows;
  guint       faulty;           /* rows with a fault in a cell, or more or fewer cells than headers */
} shared[] = {
  { "csv/pgloader/latin1.csv", "ISO-8859-1", ',', TRUE, 0, 3, 3, 0 },
  { "csv/pgloader/semi.csv", "UTF-8", ';', TRUE, 0, 4, 3, 0 },
  { "csv/pgloader/tab.csv", "UTF-8", '\t', TRUE, 0, 4, 3, 0 },
  { "csv/pgloader/embedded-newline.csv", "UTF-8", ',', FALSE, 0, 3, 3, 0 },
  { "csv/pgloader/projection.csv", "UTF-8", ',', FALSE, 1, 6, 5, 0 },
  { "csv/pgloader/skip2header.csv", "UTF-8", '|', TRUE, 1, 3, 8, 0 },
  { "csv/pgloader/csv-escape-mode.csv", "UTF-8", ',', TRUE, 0, 3, 3, 0 },
  { "csv/pgloader/header.csv", "UTF-8", ',', TRUE, 0, 6, 2, 0 },
  { "csv/pgloader/non-printable.csv", "UTF-8", ',', FALSE, 0, 3, 7, 6 },
  { "csv/frictionless/bom.csv", "UTF-8", ',', TRUE, 0, 2, 2, 0 },
  { "csv/frictionless/latin1.csv", "ISO-8859-1", ',', TRUE, 0, 2, 2, 0 },
  { "csv/frictionless/table-with-accents.csv", "WINDOWS-1252", ';', TRUE, 0, 8, 638, 0 },
  { "csv/frictionless/table-infer-iso-8859-7.csv", "ISO-8859-1", ',', TRUE, 0, 3, 4, 0 },
  { "csv/frictionless/delimiter.csv", "UTF-8", ';', TRUE, 0, 2, 2, 0 },
  { "csv/frictionless/accent.csv", "UTF-8", ';', TRUE, 0, 17, 2, 0 },
  { "csv/frictionless/encoding-issue-274.csv", "UTF-8", ',', TRUE, 0, 17, 507, 0 },
  { "csv/frictionless/issue-1066-largecellsize.csv", "UTF-8", ',', TRUE, 0, 2, 19, 0 },
  { "csv/frictionless/leading-zeros.csv", "UTF-8", ',', TRUE, 0, 1, 3, 0 },
  { "csv/frictionless/issue-1105-timezone.csv", "UTF-8", ';', TRUE, 0, 2, 2, 0 },
  { "csv/frictionless/blank-headers.csv", "UTF-8", ',', TRUE, 0, 3, 2, 0 },
  { "csv/frictionless/duplicate-headers.csv", "UTF-8", ',', TRUE, 0, 5, 2, 0 },
  { "csv/frictionless/defective-rows.csv", "UTF-8", ',', TRUE, 0, 3, 2, 2 },
  { "csv/frictionless/structure-errors.csv", "UTF-8", ',', TRUE, 0, 3, 4, 1 },
  { "csv/frictionless/invalid.csv", "UTF-8", ',', TRUE, 0, 4, 3, 3 },
  { "csv/frictionless/escaping.csv", "UTF-8", ',', TRUE, 0, 2, 3, 1 },
  { "csv/frictionless/skip-rows-before-headers.csv", "UTF-8", ',', TRUE, 1, 2, 2, 0 },
  { "csv/snowfakery/utf_8_bom_csv.csv", "UTF-8", ',', TRUE, 0, 1, 2, 0 },
  { "csv/snowfakery/badcsv.csv", "UTF-8", ',', TRUE, 0, 2, 2, 0 },
  { "csv/snowfakery/badcsv_too_many_columns.csv", "UTF-8", ',', TRUE, 0, 3, 4, 4 },
  { "csv/roundcube-csv2vcard/gmail.csv", "UTF-8", ',', TRUE, 0, 81, 1, 0 },
  { "csv/roundcube-csv2vcard/all.csv", "UTF-8", ',', TRUE, 0, 61, 1, 0 },
  { "csv/roundcube-csv2vcard/email.csv", "UTF-8", ',', TRUE, 0, 1, 4, 0 },
  { "csv/roundcube-csv2vcard/outlook.csv", "UTF-8", ',', TRUE, 0, 3, 1, 0 },
  { "csv/headers/outlook_de_header_utf8.csv", "UTF-8", ',', TRUE, 0, 92, 0, 0 },
  { "csv/headers/outlook_de_header_cp1252.csv", "WINDOWS-1252", ',', TRUE, 0, 92, 0, 0 },
  { "csv/headers/google_contacts_2024_header.csv", "UTF-8", ',', TRUE, 0, 48, 0, 0 },
  { "business/german-companies/companies_de_utf8.csv", "UTF-8", ',', TRUE, 0, 11, 202, 0 },
  { "business/german-companies/kunden_excel_de_windows1252_semikolon.csv", "WINDOWS-1252", ';', TRUE, 0, 10, 201, 0 },
  { "business/german-companies/kunden_excel_unicode_utf16le_tab.txt", "UTF-16LE", '\t', TRUE, 0, 10, 201, 0 },
  { "business/german-companies/kunden_iso8859-1_komma_lf.csv", "ISO-8859-1", ',', TRUE, 0, 10, 193, 0 },
  { "business/german-companies/kunden_utf8_bom_semikolon.csv", "UTF-8", ';', TRUE, 0, 10, 201, 0 },
  { "business/chinook/Customer.csv", "UTF-8", ',', TRUE, 0, 13, 59, 0 },
  { "business/chinook/Employee.csv", "UTF-8", ',', TRUE, 0, 15, 8, 0 },
  { "business/chinook/Invoice.csv", "UTF-8", ',', TRUE, 0, 9, 412, 0 },
  { "business/chinook/InvoiceLine.csv", "UTF-8", ',', TRUE, 0, 5, 2240, 0 },
  { "business/chinook/Track.csv", "UTF-8", ',', TRUE, 0, 9, 3503, 0 },
  { "business/chinook/Album.csv", "UTF-8", ',', TRUE, 0, 3, 347, 0 },
  { "business/chinook/Artist.csv", "UTF-8", ',', TRUE, 0, 2, 275, 0 },
  { "business/northwind/Customers.csv", "UTF-8", ',', TRUE, 0, 11, 93, 0 },
  { "business/northwind/Employees.csv", "UTF-8", ',', TRUE, 0, 17, 9, 0 },
  { "business/northwind/Orders.csv", "UTF-8", ',', TRUE, 0, 14, 830, 0 },
  { "business/northwind/OrderDetails.csv", "UTF-8", ',', TRUE, 0, 5, 2155, 0 },
  { "business/northwind/Suppliers.csv", "UTF-8", ',', TRUE, 0, 12, 29, 0 },
  { "business/northwind/Products.csv", "UTF-8", ',', TRUE, 0, 10, 77, 0 },
  { "business/classicmodels/customers.csv", "UTF-8", ',', TRUE, 0, 13, 122, 0 },
  { "business/classicmodels/employees.csv", "UTF-8", ',', TRUE, 0, 8, 23, 0 },
  { "business/classicmodels/orders.csv", "UTF-8", ',', TRUE, 0, 7, 326, 0 },
  { "business/classicmodels/orderdetails.csv", "UTF-8", ',', TRUE, 0, 5, 2996, 0 },
  { "business/classicmodels/payments.csv", "UTF-8", ',', TRUE, 0, 4, 273, 0 },
  { "business/classicmodels/products.csv", "UTF-8", ',', TRUE, 0, 9, 110, 0 },
};

static gboolean
is_faulty (const TendCsvRecord *record,
           guint                columns)
{
  if ((record->flags & TEND_CSV_FAULTS) != 0 || record->n_cells < columns)
    return TRUE;
  for (guint i = columns; i < record->n_cells; i++)
    if (record->cells[i].length > 0)
      return TRUE;

  return FALSE;
}

static void
test_shared (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_autofree char *path = tend_test_shared_data (shared[i].path);
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TendCsvDialect) dialect = NULL;
      g_autoptr (TendCsvReader) reader = NULL;
      TendCsvRecord record;
      guint rows = 0, faulty = 0;

      if (path == NULL)
        return;

      g_test_message ("%s", shared[i].path);
      file = g_file_new_for_path (path);
      dialect = tend_csv_dialect_detect (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dialect->encoding, ==, shared[i].encoding);
      g_assert_cmpint (dialect->delimiter, ==, shared[i].delimiter);
      g_assert_cmpint (dialect->has_header, ==, shared[i].header);
      g_assert_cmpuint (dialect->n_skipped, ==, shared[i].skipped);
      g_assert_cmpuint (dialect->columns->len, ==, shared[i].columns);

      reader = tend_csv_dialect_open (dialect, file, NULL, &error);
      while (tend_csv_reader_next (reader, &record, NULL, &error))
        {
          rows++;
          faulty += is_faulty (&record, shared[i].columns);
        }
      g_assert_no_error (error);
      g_assert_cmpuint (rows, ==, shared[i].rows);
      g_assert_cmpuint (faulty, ==, shared[i].faulty);
    }
}

static void
test_shared_empty (void)
{
  g_autofree char *path = tend_test_shared_data ("csv/frictionless/empty.csv");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;

  file = g_file_new_for_path (path);
  g_assert_null (tend_csv_dialect_detect (file, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_EMPTY);
}

static GPtrArray *
read_rows (const char *name)
{
  g_autofree char *path = tend_test_shared_data (name);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TendCsvDialect) dialect = NULL;
  g_autoptr (TendCsvReader) reader = NULL;
  GPtrArray *rows;
  TendCsvRecord record;

  if (path == NULL)
    return NULL;

  file = g_file_new_for_path (path);
  rows = g_ptr_array_new_with_free_func (g_free);
  dialect = tend_csv_dialect_detect (file, NULL, NULL, &error);
  reader = tend_csv_dialect_open (dialect, file, NULL, &error);
  while (tend_csv_reader_next (reader, &record, NULL, &error))
    {
      GString *row = g_string_new (NULL);

      for (guint i = 0; i < record.n_cells; i++)
        {
          g_auto (GStrv) lines = g_strsplit (record.cells[i].text, "\r\n", -1);
          g_autofree char *cell = g_strjoinv ("\n", lines);

          g_string_append_printf (row, "<%s>", cell);
        }
      g_ptr_array_add (rows, g_string_free (row, FALSE));
    }
  g_assert_no_error (error);

  return rows;
}

/* The same companies in four encodings are the same companies. */
static void
test_shared_encodings (void)
{
  static const char * const files[] = {
    "business/german-companies/kunden_utf8_bom_semikolon.csv",
    "business/german-companies/kunden_excel_de_windows1252_semikolon.csv",
    "business/german-companies/kunden_excel_unicode_utf16le_tab.txt",
    "business/german-companies/kunden_iso8859-1_komma_lf.csv",
  };
  g_autoptr (GPtrArray) first = read_rows (files[0]);

  for (guint i = 1; first != NULL && i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) other = read_rows (files[i]);
      guint equal = 0;

      for (guint j = 0; j < other->len; j++)
        if (g_ptr_array_find_with_equal_func (first, g_ptr_array_index (other, j), g_str_equal, NULL))
          equal++;
      g_assert_cmpuint (equal, ==, other->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-dialect/encoding", test_encoding);
  g_test_add_func ("/csv-dialect/late-umlaut", test_late_umlaut);
  g_test_add_func ("/csv-dialect/refused", test_refused);
  g_test_add_func ("/csv-dialect/no-file", test_no_file);
  g_test_add_func ("/csv-dialect/shape", test_shape);
  g_test_add_func ("/csv-dialect/names", test_names);
  g_test_add_func ("/csv-dialect/columns", test_columns);
  g_test_add_func ("/csv-dialect/overrides", test_overrides);
  g_test_add_func ("/csv-dialect/shared", test_shared);
  g_test_add_func ("/csv-dialect/shared-empty", test_shared_empty);
  g_test_add_func ("/csv-dialect/shared-encodings", test_shared_encodings);

  return g_test_run ();
}
