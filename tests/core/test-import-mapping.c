/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "core/error.h"
#include "core/exchange/import-mapping.h"
#include "support/shared-data.h"

static TendCsvDialect *
dialect_of (const char *text)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("tend-test-XXXXXX.csv", &stream, &error);
  TendCsvDialect *dialect;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  dialect = tend_csv_dialect_detect (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);

  return dialect;
}

/* "field=source field=source", in the order of the fields that rows of this kind have. */
static char *
describe (TendImportMapping *mapping,
          TendImportKind     kind)
{
  const char * const *fields = tend_import_kind_get_fields (kind);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *source = tend_import_mapping_get (mapping, fields[i]);

      if (source == NULL)
        continue;
      g_string_append_printf (text, "%s%s=%s", n > 0 ? "; " : "", fields[i], source);
      n++;
    }
  g_assert_cmpuint (n, ==, tend_import_mapping_get_n (mapping));

  return g_string_free (text, FALSE);
}

static const struct { TendImportKind kind; const char *header; const char *expected; } guesses[] = {
  { TEND_IMPORT_ACCOUNTS, "Kundennummer;Firma;Straße;Hausnummer;PLZ;Ort;Land;Betreuer;Status;ABC\n",
    "key=Kundennummer; number=Kundennummer; name=Firma; tier=ABC; status=Status; owner=Betreuer; "
    "street={Straße} {Hausnummer}; postcode=PLZ; city=Ort; country=Land" },
  { TEND_IMPORT_ACCOUNTS, "KD-NR.;FIRMENNAME;ANSPRECHPARTNER;FUNKTION;MOBIL\n",
    "key=KD-NR.; number=KD-NR.; name=FIRMENNAME; contact.name=ANSPRECHPARTNER; contact.title=FUNKTION; "
    "contact.phones=MOBIL" },
  { TEND_IMPORT_ACCOUNTS, "Vorname;Nachname;E-Mail\nEva;Roth;eva@example.com\n",
    "name={Vorname} {Nachname}; kind==person; email=E-Mail; contact.given=Vorname; contact.family=Nachname" },
  { TEND_IMPORT_ACCOUNTS, "Company,FirstName,LastName\nA,B,C\nD,E,F\n",
    "name=Company; contact.given=FirstName; contact.family=LastName" },
  { TEND_IMPORT_ACCOUNTS, "Company,FirstName,LastName\n,B,C\n,E,F\nG,H,I\n",
    "name={FirstName} {LastName}; kind==person; notes=Company; contact.given=FirstName; contact.family=LastName" },
  { TEND_IMPORT_ACCOUNTS, "nothing,known,here\n", "" },
  { TEND_IMPORT_MANAGERS, "Personalnummer;Name;Position;Vorgesetzter;E-Mail\n",
    "key=Personalnummer; name=Name; email=E-Mail; title=Position; reports_to=Vorgesetzter" },
  { TEND_IMPORT_CONTACTS, "Kundennummer;Vorname;Nachname;E-Mail;E-Mail 2;Telefon;Mobil\n",
    "account=Kundennummer; given=Vorname; family=Nachname; emails={E-Mail}, {E-Mail 2}; phones={Telefon}, {Mobil}" },
  /* The words of Tend itself are understood, as scripts know them. */
  { TEND_IMPORT_CONTACTS, "account;given;family;emails;phones;main\n",
    "account=account; given=given; family=family; emails=emails; phones=phones; main=main" },
  { TEND_IMPORT_FOLLOW_UPS, "Kunde;Betreff;Fällig am;Uhrzeit;Zuständig\n",
    "account=Kunde; manager=Zuständig; title=Betreff; due={Fällig am} {Uhrzeit}" },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr (TendCsvDialect) dialect = dialect_of (guesses[i].header);
      g_autoptr (TendImportMapping) mapping = tend_import_mapping_guess (guesses[i].kind, dialect);
      g_autofree char *found = describe (mapping, guesses[i].kind);

      g_assert_cmpstr (found, ==, guesses[i].expected);
    }
}

static const struct { TendImportKind kind; const char *path; const char *expected; } shared[] = {
  { TEND_IMPORT_ACCOUNTS, "business/chinook/Customer.csv",
    "key=CustomerId; number=CustomerId; name={FirstName} {LastName}; kind==person; owner=SupportRepId; phone=Phone; "
    "email=Email; street=Address; postcode=PostalCode; city=City; region=State; country=Country; notes=Company; "
    "contact.given=FirstName; contact.family=LastName" },
  { TEND_IMPORT_ACCOUNTS, "business/northwind/Customers.csv",
    "key=CustomerID; number=CustomerID; name=CompanyName; phone=Phone; street=Address; postcode=PostalCode; city=City; "
    "region=Region; country=Country; contact.name=ContactName; contact.title=ContactTitle" },
  { TEND_IMPORT_ACCOUNTS, "business/classicmodels/customers.csv",
    "key=customerNumber; number=customerNumber; name=customerName; owner=salesRepEmployeeNumber; phone=phone; "
    "street={addressLine1}, {addressLine2}; postcode=postalCode; city=city; region=state; country=country; "
    "contact.given=contactFirstName; contact.family=contactLastName" },
  { TEND_IMPORT_ACCOUNTS, "business/german-companies/kunden_excel_de_windows1252_semikolon.csv",
    "key=Kundennummer; number=Kundennummer; name=Firma; website=Webseite; phone=Telefon; email=E-Mail; street=Straße; "
    "postcode=PLZ; city=Ort; country=Land" },
  { TEND_IMPORT_ACCOUNTS, "csv/headers/outlook_de_header_cp1252.csv",
    "name=Firma; website=Webseite; phone=Telefon Firma; email=E-Mail-Adresse; "
    "street={Straße geschäftlich}, {Straße geschäftlich 2}, {Straße geschäftlich 3}; "
    "postcode=Postleitzahl geschäftlich; city=Ort geschäftlich; region=Region geschäftlich; "
    "country=Land/Region geschäftlich; language=Sprache; notes=Notizen; contact.given=Vorname; "
    "contact.family=Nachname; contact.title=Position; contact.phones=Mobiltelefon" },
  { TEND_IMPORT_ACCOUNTS, "csv/headers/salesforce_contact_report_header.csv",
    "name=Account Name; phone=Phone; email=Email; postcode=Mailing Zip/Postal Code; city=Mailing City; "
    "region=Mailing State/Province; contact.given=First Name; contact.family=Last Name" },
  { TEND_IMPORT_MANAGERS, "business/chinook/Employee.csv",
    "key=EmployeeId; name={FirstName} {LastName}; email=Email; phone=Phone; title=Title; reports_to=ReportsTo" },
  { TEND_IMPORT_MANAGERS, "business/northwind/Employees.csv",
    "key=EmployeeID; name={FirstName} {LastName}; phone=HomePhone; title=Title; reports_to=ReportsTo" },
  { TEND_IMPORT_MANAGERS, "business/classicmodels/employees.csv",
    "key=employeeNumber; name={firstName} {lastName}; email=email; phone=extension; title=jobTitle; "
    "reports_to=reportsTo" },
  { TEND_IMPORT_CONTACTS, "csv/headers/hubspot_contacts_header.csv",
    "key=Record ID; account=Company Name; given=First Name; family=Last Name; title=Job Title; emails=Email; "
    "phones=Phone Number" },
  { TEND_IMPORT_CONTACTS, "csv/headers/pipedrive_people_header.csv",
    "key=Person - ID; account=Organization - Name; name=Person - Name; emails=Person - Email; phones=Person - Phone" },
  { TEND_IMPORT_CONTACTS, "csv/headers/google_contacts_2024_header.csv",
    "account=Organization Name; given=First Name; family=Last Name; title=Organization Title; "
    "emails={E-mail 1 - Value}, {E-mail 2 - Value}, {E-mail 3 - Value}, {E-mail 4 - Value}; "
    "phones={Phone 1 - Value}, {Phone 2 - Value}, {Phone 3 - Value}; birthday=Birthday; notes=Notes" },
  { TEND_IMPORT_FOLLOW_UPS, "csv/headers/pipedrive_activities_header.csv",
    "account=Organization - Name; contact=Person - Name; manager=Activity - Assigned to user; "
    "title=Activity - Subject; notes=Activity - Note; due={Activity - Due date} {Activity - Due time}; "
    "state=Activity - Done" },
};

static void
test_guess_shared (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_autofree char *path = tend_test_shared_data (shared[i].path);
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TendCsvDialect) dialect = NULL;
      g_autoptr (TendImportMapping) mapping = NULL;
      g_autofree char *found = NULL;

      if (path == NULL)
        return;

      file = g_file_new_for_path (path);
      dialect = tend_csv_dialect_detect (file, NULL, NULL, &error);
      g_assert_no_error (error);
      mapping = tend_import_mapping_guess (shared[i].kind, dialect);
      found = describe (mapping, shared[i].kind);
      g_test_message ("%s", shared[i].path);
      g_assert_cmpstr (found, ==, shared[i].expected);
    }
}

/* What rows are is seen by the names of their columns. */
static void
test_kind (void)
{
  static const struct { TendImportKind kind; const char *path; } files[] = {
    { TEND_IMPORT_ACCOUNTS, "business/chinook/Customer.csv" },
    { TEND_IMPORT_ACCOUNTS, "business/northwind/Customers.csv" },
    { TEND_IMPORT_ACCOUNTS, "business/classicmodels/customers.csv" },
    { TEND_IMPORT_ACCOUNTS, "business/german-companies/companies_de_utf8.csv" },
    { TEND_IMPORT_ACCOUNTS, "business/german-companies/kunden_excel_unicode_utf16le_tab.txt" },
    { TEND_IMPORT_ACCOUNTS, "csv/headers/outlook_de_header_cp1252.csv" },
    { TEND_IMPORT_MANAGERS, "business/chinook/Employee.csv" },
    { TEND_IMPORT_MANAGERS, "business/northwind/Employees.csv" },
    { TEND_IMPORT_MANAGERS, "business/classicmodels/employees.csv" },
    { TEND_IMPORT_PRODUCTS, "business/northwind/Products.csv" },
    { TEND_IMPORT_PRODUCTS, "business/classicmodels/products.csv" },
    { TEND_IMPORT_PRODUCTS, "business/chinook/Track.csv" },
    { TEND_IMPORT_INVOICES, "business/chinook/Invoice.csv" },
    { TEND_IMPORT_INVOICES, "business/classicmodels/orders.csv" },
    { TEND_IMPORT_INVOICES, "business/classicmodels/payments.csv" },
    { TEND_IMPORT_INVOICES, "business/northwind/Orders.csv" },
    { TEND_IMPORT_PURCHASES, "business/northwind/OrderDetails.csv" },
    { TEND_IMPORT_PURCHASES, "business/chinook/InvoiceLine.csv" },
    { TEND_IMPORT_PURCHASES, "business/classicmodels/orderdetails.csv" },
    { TEND_IMPORT_FOLLOW_UPS, "csv/headers/pipedrive_activities_header.csv" },
    { TEND_IMPORT_CONTACTS, "csv/headers/pipedrive_people_header.csv" },
    /* Persons with their firms: accounts take both in. */
    { TEND_IMPORT_ACCOUNTS, "csv/headers/hubspot_contacts_header.csv" },
    { TEND_IMPORT_ACCOUNTS, "csv/headers/google_contacts_2024_header.csv" },
    { TEND_IMPORT_ACCOUNTS, "csv/frictionless/defective-rows.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr (TendCsvDialect) dialect = dialect_of (guesses[i].header);

      g_assert_cmpstr (tend_import_kind_to_string (tend_import_kind_guess (dialect)), ==,
                       tend_import_kind_to_string (guesses[i].kind));
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = tend_test_shared_data (files[i].path);
      g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TendCsvDialect) dialect = NULL;

      if (file == NULL)
        return;
      dialect = tend_csv_dialect_detect (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (tend_import_kind_to_string (tend_import_kind_guess (dialect)), ==,
                       tend_import_kind_to_string (files[i].kind));
    }
}

static void
test_mapping (void)
{
  g_autoptr (TendCsvDialect) dialect = dialect_of ("a,b,c\n1,2,3\n");
  g_autoptr (TendImportMapping) mapping = tend_import_mapping_new ();

  tend_import_mapping_set (mapping, "name", "a");
  tend_import_mapping_set (mapping, "city", "{b}");
  tend_import_mapping_set (mapping, "name", "A");
  g_assert_cmpuint (tend_import_mapping_get_n (mapping), ==, 2);
  g_assert_cmpstr (tend_import_mapping_get (mapping, "name"), ==, "A");
  g_assert_true (tend_import_mapping_uses_column (mapping, dialect, 0));
  g_assert_true (tend_import_mapping_uses_column (mapping, dialect, 1));
  g_assert_false (tend_import_mapping_uses_column (mapping, dialect, 2));
  tend_import_mapping_set (mapping, "name", NULL);
  g_assert_null (tend_import_mapping_get (mapping, "name"));
}

static void
test_template (void)
{
  static const struct { const char *source; const char *expected; } tests[] = {
    { "a", "Eva" },
    { "{a} {b}", "Eva Roth" },
    { "{b}, {a}", "Roth, Eva" },
    { "{a}, {c}, {b}", "Eva, Roth" },
    { "{c} {a}", "Eva" },
    { "{a} {c}", "Eva" },
    { "{c}", "" },
    { "Frau {a}", "Frau Eva" },
    { "{a}!", "Eva!" },
    { "=person", "person" },
    { "{d}{a}", "Eva" },
  };
  g_autoptr (TendCsvDialect) dialect = dialect_of ("a,b,c,d\nEva,Roth,,x\n");
  const TendCsvCell cells[] = { { " Eva ", 5, 0 }, { "Roth\n", 5, 0 }, { "  ", 2, 0 } };
  const TendCsvRecord record = { .cells = cells, .n_cells = 3 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TendImportTemplate) template = tend_import_template_new (tests[i].source, dialect, &error);

      g_assert_no_error (error);
      tend_import_template_fill (template, &record, text);
      g_assert_cmpstr (text->str, ==, tests[i].expected);
    }
}

static void
test_unknown_column (void)
{
  g_autoptr (TendCsvDialect) dialect = dialect_of ("a,b\n1,2\n");
  const char * const sources[] = { "zip", "{a} {zip}" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tend_import_template_new (sources[i], dialect, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
      g_assert_cmpstr (tend_error_get_value (error), ==, "zip");
    }
}

static void
test_dates (void)
{
  static const struct { const char *text; TendDateOrder order; const char *expected; } tests[] = {
    { "2026-12-31", TEND_DATE_ORDER_DMY, "2026-12-31" },
    { "31.12.2026", TEND_DATE_ORDER_MDY, "2026-12-31" },
    { "31.12.26", TEND_DATE_ORDER_NONE, "2026-12-31" },
    { "1.2.99", TEND_DATE_ORDER_DMY, "1999-02-01" },
    { "03/04/2026", TEND_DATE_ORDER_DMY, "2026-04-03" },
    { "03/04/2026", TEND_DATE_ORDER_MDY, "2026-03-04" },
    { "20261231", TEND_DATE_ORDER_YMD, "2026-12-31" },
    { "20261231", TEND_DATE_ORDER_DMY, NULL },
    { "2026-02-29", TEND_DATE_ORDER_YMD, NULL },
    { "29.02.2028", TEND_DATE_ORDER_DMY, "2028-02-29" },
    { "31.12.", TEND_DATE_ORDER_DMY, NULL },
    { "12/13/2026", TEND_DATE_ORDER_DMY, NULL },
    { "1996-07-04 00:00:00.000", TEND_DATE_ORDER_DMY, "1996-07-04 00:00:00" },
    { "2020-01-01T15:00:00Z", TEND_DATE_ORDER_DMY, "2020-01-01 15:00:00+0" },
    { "2020-01-01T15:00:00+03:00", TEND_DATE_ORDER_DMY, "2020-01-01 15:00:00+10800" },
    { "24.11.2026 15:30", TEND_DATE_ORDER_DMY, "2026-11-24 15:30:00" },
    { "24.11.2026, 15:30 Uhr", TEND_DATE_ORDER_DMY, "2026-11-24 15:30:00" },
    { "11/24/2026 3:30 PM", TEND_DATE_ORDER_MDY, "2026-11-24 15:30:00" },
    { "11/24/2026 12:30 am", TEND_DATE_ORDER_MDY, "2026-11-24 00:30:00" },
    { "24.11.2026 25:00", TEND_DATE_ORDER_DMY, NULL },
    { "soon", TEND_DATE_ORDER_DMY, NULL },
    { "", TEND_DATE_ORDER_DMY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *found = NULL;
      TendParsedDate d;

      if (tend_value_parse_date (tests[i].text, tests[i].order, &d))
        {
          g_autofree char *time = d.has_time ? g_strdup_printf (" %02d:%02d:%02d", d.hour, d.minute, d.second) : NULL;
          g_autofree char *offset = d.has_offset ? g_strdup_printf ("+%d", d.offset) : NULL;

          found = g_strdup_printf ("%04d-%02d-%02d%s%s", d.year, d.month, d.day, time != NULL ? time : "",
                                   offset != NULL ? offset : "");
        }
      g_test_message ("%s", tests[i].text);
      g_assert_cmpstr (found, ==, tests[i].expected);
    }
}

static void
test_numbers (void)
{
  static const struct { const char *text; char decimal; gint64 expected; } tests[] = {
    { "1234", '.', 1234000 }, { "1,234.50", '.', 1234500 }, { "1.234,50", ',', 1234500 }, { "-0,5", ',', -500 },
    { "1 234,5", ',', 1234500 }, { "0.0004", '.', 0 }, { "0.0005", '.', 1 }, { "12'345.6", '.', 12345600 },
    { "1,23.4", '.', -1 }, { "1.2.3", '.', -1 }, { "abc", '.', -1 }, { "", '.', -1 }, { "12 000 €", ',', -1 },
    { "99999999999999999999", '.', -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      gint64 value;

      if (!tend_value_parse_number (tests[i].text, tests[i].decimal, &value))
        value = -1;
      g_test_message ("%s", tests[i].text);
      g_assert_cmpint (value, ==, tests[i].expected);
    }
}

static void
test_orders (void)
{
  static const struct { const char *text; TendDateOrder order; } tests[] = {
    { "iso", TEND_DATE_ORDER_YMD }, { "YYYY-MM-DD", TEND_DATE_ORDER_YMD }, { "DD.MM.YYYY", TEND_DATE_ORDER_DMY },
    { "TT.MM.JJJJ", TEND_DATE_ORDER_DMY }, { "%m/%d/%Y", TEND_DATE_ORDER_MDY }, { "d/m/y", TEND_DATE_ORDER_DMY },
    { "german", TEND_DATE_ORDER_DMY }, { "US", TEND_DATE_ORDER_MDY }, { "whatever", TEND_DATE_ORDER_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      TendDateOrder order;

      g_assert_cmpint (tend_date_order_parse (tests[i].text, &order, NULL), ==, tests[i].order != TEND_DATE_ORDER_NONE);
      g_assert_cmpint (order, ==, tests[i].order);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-mapping/guess", test_guess);
  g_test_add_func ("/import-mapping/guess-shared", test_guess_shared);
  g_test_add_func ("/import-mapping/kind", test_kind);
  g_test_add_func ("/import-mapping/mapping", test_mapping);
  g_test_add_func ("/import-mapping/template", test_template);
  g_test_add_func ("/import-mapping/unknown-column", test_unknown_column);
  g_test_add_func ("/value-parse/dates", test_dates);
  g_test_add_func ("/value-parse/numbers", test_numbers);
  g_test_add_func ("/value-parse/orders", test_orders);

  return g_test_run ();
}
