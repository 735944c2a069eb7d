/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real firms' data, imported with the counts, owners and reporting lines that two others counted (EXPECTED.json). */

#include <json-glib/json-glib.h>
#include <string.h>

#include "core/book.h"
#include "core/exchange/import-job.h"
#include "support/shared-data.h"
#include "support/temp-book.h"

typedef struct
{
  char       *path;
  TendBook   *book;
  JsonParser *parser;
  JsonObject *expected;         /* borrowed; NULL where the data is not here */
  GHashTable *managers;         /* the file's key → TendManagerRecord */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = tend_test_shared_data ("EXPECTED.json");
  g_autoptr (GError) error = NULL;

  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->parser = json_parser_new ();
  fixture->managers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tend_record_free);
  if (path == NULL)
    return;

  json_parser_load_from_file (fixture->parser, path, &error);
  g_assert_no_error (error);
  fixture->expected = json_object_get_object_member (json_node_get_object (json_parser_get_root (fixture->parser)), data);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_check (fixture->book);
  g_hash_table_unref (fixture->managers);
  g_object_unref (fixture->parser);
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendImportResult *
import (Fixture        *fixture,
        TendImportKind  kind,
        const char     *name,
        const char     *source)
{
  const TendImportOptions options = { .source = source };
  g_autofree char *path = tend_test_shared_data (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TendOperation) job = tend_import_job_new (file, kind, &options);
  g_autoptr (GError) error = NULL;

  g_assert_true (tend_book_apply (fixture->book, job, NULL, &error));
  g_assert_no_error (error);

  return tend_import_result_ref (tend_import_job_get_result (TEND_IMPORT_JOB (job)));
}

static GPtrArray *
find_all (TendBook       *book,
          const TendNoun *noun)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tend_book_find (book, query, &error);

  g_assert_no_error (error);

  return found;
}

static const TendRecord *
record_at (GPtrArray *entities,
           guint      i)
{
  return tend_entity_get_record (g_ptr_array_index (entities, i));
}

/* Which manager of the book each key of the file means, by the names beside the keys. */
static void
learn_managers (Fixture    *fixture,
                const char *name,
                const char *key,
                const char *given,
                const char *family)
{
  g_autofree char *path = tend_test_shared_data (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TendCsvDialect) dialect = tend_csv_dialect_detect (file, NULL, NULL, &error);
  g_autoptr (TendCsvReader) reader = tend_csv_dialect_open (dialect, file, NULL, &error);
  g_autoptr (GPtrArray) managers = find_all (fixture->book, &tend_manager_noun);
  TendCsvRecord row;

  while (tend_csv_reader_next (reader, &row, NULL, &error))
    {
      g_autofree char *full = g_strdup_printf ("%s %s",
                                               row.cells[tend_csv_dialect_find_column (dialect, given)].text,
                                               row.cells[tend_csv_dialect_find_column (dialect, family)].text);

      for (guint i = 0; i < managers->len; i++)
        if (g_strcmp0 (((const TendManagerRecord *) record_at (managers, i))->name, full) == 0)
          g_hash_table_insert (fixture->managers,
                               g_strdup (row.cells[tend_csv_dialect_find_column (dialect, key)].text),
                               tend_record_copy (record_at (managers, i)));
    }
  g_assert_no_error (error);
}

static const TendManagerRecord *
manager_of (Fixture    *fixture,
            const char *key)
{
  const TendManagerRecord *manager = g_hash_table_lookup (fixture->managers, key);

  g_assert_nonnull (manager);

  return manager;
}

static guint
count_reports (Fixture *fixture,
               TendId   lead)
{
  GHashTableIter iter;
  gpointer manager;
  guint n = 0;

  g_hash_table_iter_init (&iter, fixture->managers);
  while (g_hash_table_iter_next (&iter, NULL, &manager))
    n += ((TendManagerRecord *) manager)->reports_to == lead;

  return n;
}

static const TendManagerRecord *
lead_of (Fixture                 *fixture,
         const TendManagerRecord *manager)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, fixture->managers);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (((TendManagerRecord *) other)->base.id == manager->reports_to)
      return other;

  return NULL;
}

static void
assert_lines (Fixture    *fixture,
              guint       n_managers)
{
  JsonObject *reports = json_object_get_object_member (fixture->expected, "reports_per_manager");
  g_autoptr (GList) keys = json_object_get_members (reports);
  JsonArray *roots = json_object_get_array_member (fixture->expected, "roots");
  guint n_lines = 0, n_leads = 0, depth = 0;
  GHashTableIter iter;
  gpointer manager;

  g_assert_cmpuint (g_hash_table_size (fixture->managers), ==, n_managers);
  for (GList *l = keys; l != NULL; l = l->next)
    g_assert_cmpuint (count_reports (fixture, manager_of (fixture, l->data)->base.id), ==,
                      json_object_get_int_member (reports, l->data));
  for (guint i = 0; i < json_array_get_length (roots); i++)
    g_assert_cmpint (manager_of (fixture, json_array_get_string_element (roots, i))->reports_to, ==, 0);

  g_hash_table_iter_init (&iter, fixture->managers);
  while (g_hash_table_iter_next (&iter, NULL, &manager))
    {
      guint steps = 1;

      n_lines += ((TendManagerRecord *) manager)->reports_to != 0;
      n_leads += count_reports (fixture, ((TendManagerRecord *) manager)->base.id) > 0;
      for (const TendManagerRecord *up = manager; (up = lead_of (fixture, up)) != NULL; )
        steps++;
      depth = MAX (depth, steps);
    }
  g_assert_cmpuint (n_leads, ==, g_list_length (keys));
  g_assert_cmpuint (n_lines, ==, n_managers - json_array_get_length (roots));
  g_assert_cmpuint (depth, ==, json_object_get_int_member (fixture->expected, "depth"));
}

static void
assert_owners (Fixture    *fixture,
               const char *member)
{
  JsonObject *per_manager = json_object_get_object_member (fixture->expected, member);
  g_autoptr (GList) keys = json_object_get_members (per_manager);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = tend_book_count_accounts (fixture->book, &error);

  g_assert_no_error (error);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      gpointer id = GSIZE_TO_POINTER (manager_of (fixture, l->data)->base.id);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)), ==,
                        json_object_get_int_member (per_manager, l->data));
      g_hash_table_remove (counts, id);
    }
  g_hash_table_remove (counts, NULL);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
}

static guint
count_problems (TendImportResult      *result,
                TendImportProblemCode  code)
{
  guint n = 0;

  for (guint i = 0; i < result->problems->len; i++)
    n += ((TendImportProblem *) result->problems->pdata[i])->code == code;

  return n;
}

/* Importing a file again changes nothing: no row, no problem that was not there, no batch. */
static void
assert_again (Fixture          *fixture,
              TendImportResult *first,
              const char       *name)
{
  g_autoptr (TendImportResult) again = import (fixture, first->kind, name, first->source);

  g_assert_cmpuint (again->read, ==, first->read);
  g_assert_cmpuint (again->unchanged, ==, first->read);
  g_assert_cmpuint (again->n_problems, ==, first->n_problems);
  g_assert_cmpint (again->batch, ==, 0);
}

static void
test_chinook (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendImportResult) managers = NULL;
  g_autoptr (TendImportResult) accounts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  guint persons = 0, companies = 0, without_phone = 0, without_postcode = 0;

  if (fixture->expected == NULL)
    return;
  managers = import (fixture, TEND_IMPORT_MANAGERS, "business/chinook/Employee.csv", "chinook");
  accounts = import (fixture, TEND_IMPORT_ACCOUNTS, "business/chinook/Customer.csv", "chinook");
  g_assert_cmpuint (managers->added, ==, json_object_get_int_member (fixture->expected, "employees"));
  g_assert_cmpuint (accounts->added, ==, json_object_get_int_member (fixture->expected, "accounts"));
  g_assert_cmpuint (accounts->contacts_added, ==, 59);

  learn_managers (fixture, "business/chinook/Employee.csv", "EmployeeId", "FirstName", "LastName");
  assert_lines (fixture, 8);
  assert_owners (fixture, "accounts_per_rep");

  found = find_all (fixture->book, &tend_account_noun);
  for (guint i = 0; i < found->len; i++)
    {
      const TendAccountRecord *account = (const TendAccountRecord *) record_at (found, i);

      persons += account->kind == TEND_ACCOUNT_PERSON;
      companies += account->notes != NULL;
      without_phone += account->phone == NULL;
      without_postcode += account->postcode == NULL;
      g_hash_table_add (countries, account->country);
    }
  g_assert_cmpuint (persons, ==, 59);
  g_assert_cmpuint (companies, ==, json_object_get_int_member (fixture->expected, "customers_with_company"));
  g_assert_cmpuint (without_phone, ==, json_object_get_int_member (fixture->expected, "no_phone"));
  g_assert_cmpuint (without_postcode, ==, json_object_get_int_member (fixture->expected, "no_postal"));
  g_assert_cmpuint (g_hash_table_size (countries), ==, json_object_get_int_member (fixture->expected, "countries"));

  assert_again (fixture, managers, "business/chinook/Employee.csv");
  assert_again (fixture, accounts, "business/chinook/Customer.csv");
}

static void
assert_postcodes (Fixture    *fixture,
                  GPtrArray  *accounts)
{
  JsonArray *expected = json_object_get_array_member (fixture->expected, "leading_zero_postal");
  guint found = 0;

  for (guint i = 0; i < accounts->len; i++)
    {
      const char *postcode = ((const TendAccountRecord *) record_at (accounts, i))->postcode;

      found += postcode != NULL && *postcode == '0';
    }
  g_assert_cmpuint (found, ==, json_array_get_length (expected));
}

static void
test_northwind (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TendImportResult) managers = NULL;
  g_autoptr (TendImportResult) accounts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint german = 0;

  if (fixture->expected == NULL)
    return;
  managers = import (fixture, TEND_IMPORT_MANAGERS, "business/northwind/Employees.csv", "northwind");
  accounts = import (fixture, TEND_IMPORT_ACCOUNTS, "business/northwind/Customers.csv", "northwind");
  g_assert_cmpuint (managers->added, ==, json_object_get_int_member (fixture->expected, "employees"));
  g_assert_cmpuint (accounts->added, ==, json_object_get_int_member (fixture->expected, "customer_rows"));
  g_assert_cmpuint (accounts->contacts_added, ==, 93);

  /* The two dirty rows are told, and in the book. */
  g_assert_cmpuint (count_problems (accounts, TEND_IMPORT_REPEATED_NAME), ==, 2);
  g_assert_cmpuint (count_problems (accounts, TEND_IMPORT_TRIMMED), ==, 1);
  g_assert_cmpuint (accounts->n_problems, ==, 3);

  learn_managers (fixture, "business/northwind/Employees.csv", "EmployeeID", "FirstName", "LastName");
  assert_lines (fixture, 9);
  found = find_all (fixture->book, &tend_account_noun);
  assert_postcodes (fixture, found);
  for (guint i = 0; i < found->len; i++)
    german += g_strcmp0 (((const TendAccountRecord *) record_at (found, i))->country, "Germany") == 0;
  g_assert_cmpuint (german, ==, json_object_get_int_member (fixture->expected, "german_customers"));

  assert_again (fixture, managers, "business/northwind/Employees.csv");
  assert_again (fixture, accounts, "business/northwind/Customers.csv");
}

static void
test_classicmodels (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TendImportResult) managers = NULL;
  g_autoptr (TendImportResult) accounts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  guint owned = 0;

  if (fixture->expected == NULL)
    return;
  managers = import (fixture, TEND_IMPORT_MANAGERS, "business/classicmodels/employees.csv", "classicmodels");
  accounts = import (fixture, TEND_IMPORT_ACCOUNTS, "business/classicmodels/customers.csv", "classicmodels");
  g_assert_cmpuint (managers->added, ==, 23);
  g_assert_cmpuint (accounts->added, ==, json_object_get_int_member (fixture->expected, "accounts"));
  g_assert_cmpuint (accounts->contacts_added, ==, 122);
  g_assert_cmpuint (count_problems (accounts, TEND_IMPORT_TRIMMED), ==,
                    json_object_get_int_member (fixture->expected, "fields_with_edge_spaces"));
  g_assert_cmpuint (accounts->n_skipping, ==, 0);

  /* 1625 reports to 1621, both sales representatives. */
  g_assert_cmpuint (managers->n_problems, ==, 1);
  g_assert_cmpuint (count_problems (managers, TEND_IMPORT_UNUSUAL_LINE), ==, 1);

  learn_managers (fixture, "business/classicmodels/employees.csv", "employeeNumber", "firstName", "lastName");
  assert_lines (fixture, 23);
  assert_owners (fixture, "accounts_per_manager");
  found = find_all (fixture->book, &tend_account_noun);
  for (guint i = 0; i < found->len; i++)
    {
      const TendAccountRecord *account = (const TendAccountRecord *) record_at (found, i);

      owned += account->owner != 0;
      g_hash_table_add (countries, account->country);
    }
  g_assert_cmpuint (owned, ==, json_object_get_int_member (fixture->expected, "accounts_with_manager"));
  g_assert_cmpuint (g_hash_table_size (countries), ==, json_object_get_int_member (fixture->expected, "countries"));

  assert_again (fixture, managers, "business/classicmodels/employees.csv");
  assert_again (fixture, accounts, "business/classicmodels/customers.csv");
}

static char *
describe_account (const TendAccountRecord *account)
{
  return g_strjoin ("|", account->number, account->name, account->street != NULL ? account->street : "",
                    account->postcode != NULL ? account->postcode : "", account->city != NULL ? account->city : "",
                    account->country != NULL ? account->country : "", account->phone != NULL ? account->phone : "",
                    account->email != NULL ? account->email : "", account->website != NULL ? account->website : "", NULL);
}

/* The same companies come out the same, whichever of the four encodings they come in. */
static void
test_german_companies (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct { const char *path; guint rows; } files[] = {
    { "business/german-companies/kunden_utf8_bom_semikolon.csv", 201 },
    { "business/german-companies/kunden_excel_de_windows1252_semikolon.csv", 201 },
    { "business/german-companies/kunden_excel_unicode_utf16le_tab.txt", 201 },
    { "business/german-companies/kunden_iso8859-1_komma_lf.csv", 193 },
  };
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = tend_test_shared_data (files[i].path);
      g_autoptr (TendImportResult) result = NULL;
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      guint zeros = 0, lines = 0;

      if (path == NULL)
        return;
      result = import (fixture, TEND_IMPORT_ACCOUNTS, files[i].path, "kunden");
      g_assert_cmpuint (result->read, ==, files[i].rows);
      g_assert_cmpuint (result->n_skipping, ==, 0);
      g_assert_cmpuint (i == 0 ? result->added : result->unchanged, ==, files[i].rows);

      found = find_all (fixture->book, &tend_account_noun);
      g_assert_cmpuint (found->len, ==, 201);
      for (guint j = 0; j < found->len; j++)
        {
          const TendAccountRecord *account = (const TendAccountRecord *) record_at (found, j);
          g_autofree char *text = describe_account (account);

          if (i > 0)
            g_assert_true (g_hash_table_contains (first, text));
          zeros += account->postcode != NULL && *account->postcode == '0';
          lines += account->street != NULL && strchr (account->street, '\n') != NULL;
          g_hash_table_add (first, g_steal_pointer (&text));
        }
      g_assert_cmpuint (zeros, ==, 3);
      g_assert_cmpuint (lines, ==, 18);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/import-shared/" name, Fixture, name, set_up, function, tear_down)
  ADD ("chinook", test_chinook);
  ADD ("northwind", test_northwind);
  ADD ("classicmodels", test_classicmodels);
#undef ADD
  g_test_add ("/import-shared/german-companies", Fixture, "chinook", set_up, test_german_companies, tear_down);

  return g_test_run ();
}
