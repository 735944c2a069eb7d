/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "core/book.h"
#include "core/storage/migrations.h"
#include "support/temp-book.h"

/* A migration that ends in the middle leaves the old book whole. The steps of the migration are made up here; this program
 * starts itself again to run them, and dies between two. */

#define N_ACCOUNTS 300

static const char *
destroy (int number)
{
  if (number == TEND_SCHEMA_VERSION + 1)
    return "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;"
           "DELETE FROM follow_up;"
           "UPDATE account SET name = 'lost', name_key = 'lost';";

  return NULL;
}

static const char *
destroy_and_die (int number)
{
  const char *sql = destroy (number);

  if (sql == NULL)
    raise (SIGKILL);
  return sql;
}

static const char *
destroy_and_fail (int number)
{
  const char *sql = destroy (number);

  return sql != NULL ? sql : "INSERT INTO nowhere VALUES (1)";
}

static int
migrate (const char *path,
         const char *(*get_sql) (int number))
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDatabase) database = tend_database_open (path, TEND_DATABASE_WRITE, &error);

  if (database == NULL)
    g_error ("%s", error->message);
  /* So small a cache writes what is not committed yet into the log. */
  if (!tend_database_exec (database, "PRAGMA cache_size = 1", &error))
    g_error ("%s", error->message);

  return tend_migrations_run (database, TEND_SCHEMA_VERSION, TEND_SCHEMA_VERSION + 2, get_sql, &error) ? EXIT_SUCCESS
                                                                                                     : EXIT_FAILURE;
}

static void
fill (TendBook *book)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_ACCOUNTS; i++)
    {
      g_autoptr(TendAccountRecord) record = tend_account_record_new ();
      g_autoptr(TendOperation) operation = NULL;

      record->name = g_strdup_printf ("Account %u", i);
      operation = tend_edit_operation_new_create (&record->base);
      tend_book_apply (book, operation, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
check (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) book = tend_book_open (path, TEND_BOOK_OPEN, &error);
  g_autoptr(TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr(GPtrArray) accounts = NULL;
  TendBookInfo info;

  g_assert_no_error (error);
  accounts = tend_book_find (book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, N_ACCOUNTS);
  for (guint i = 0; i < accounts->len; i++)
    g_assert_true (g_str_has_prefix (tend_account_get (g_ptr_array_index (accounts, i))->name, "Account "));

  tend_temp_book_check (book);
  tend_book_get_info (book, &info, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info.schema, ==, TEND_SCHEMA_VERSION);
}

static int
run_migration (const char *path,
               const char *how)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *arguments[] = { self, (char *) how, (char *) path, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  return status;
}

static void
test_migration (gconstpointer how)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  int status;

  fill (book);
  tend_book_close (book);
  status = run_migration (path, how);
  if (g_str_equal (how, "--die"))
    g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == EXIT_FAILURE);

  check (path);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--die") == 0)
    return migrate (argv[2], destroy_and_die);
  if (argc == 3 && strcmp (argv[1], "--fail") == 0)
    return migrate (argv[2], destroy_and_fail);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/migration/killed", "--die", test_migration);
  g_test_add_data_func ("/migration/failed", "--fail", test_migration);
  return g_test_run ();
}
