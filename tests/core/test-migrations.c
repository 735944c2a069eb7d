/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/book.h"
#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "support/temp-book.h"
#include "support/wait.h"

/* A second step as a later release might bring it, which never ends: it can only be killed. */
static const char *
endless_step (int number)
{
  return number == 2 ? "CREATE TABLE later (id INTEGER PRIMARY KEY); DROP TABLE origin;"
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n"
                     : tend_migrations_get_sql (number);
}

static const char *
failing_step (int number)
{
  return number == 2 ? "CREATE TABLE later (id INTEGER PRIMARY KEY); DROP TABLE origin; SELECT no_such_function ()"
                     : tend_migrations_get_sql (number);
}

static void
assert_whole (const char *path)
{
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_book_open (path, TEND_BOOK_OPEN, &error);

  g_assert_no_error (error);
  tend_temp_book_check (book);
  g_assert_finalize_object (book);
}

static void
test_failing (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(TendDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  gint64 version;

  tend_book_close (book);
  database = tend_database_open (path, TEND_DATABASE_WRITE, NULL);
  g_assert_false (tend_migrations_run (database, 1, 2, failing_step, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_true (tend_database_get_int (database, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 1);
  g_clear_pointer (&database, tend_database_close);
  assert_whole (path);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

/* The child of fork() must not use what threads of the parent may hold: it runs nothing but SQLite on its own file. */
static void
test_killed (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  int status;
  pid_t child;

  tend_book_close (book);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      TendDatabase *database = tend_database_open (path, TEND_DATABASE_WRITE, NULL);

      tend_migrations_run (database, 1, 2, endless_step, NULL);
      _exit (0);
    }
  /* It is in the middle once it holds the write lock: the recursion never lets go of it. */
  for (;;)
    {
      g_autoptr(TendDatabase) probe = tend_database_open (path, TEND_DATABASE_WRITE, NULL);

      if (!tend_database_exec (probe, "PRAGMA busy_timeout = 0; BEGIN IMMEDIATE", NULL))
        break;
      tend_database_exec (probe, "ROLLBACK", NULL);
      g_usleep (1000);
    }
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  assert_whole (path);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

static void
test_foreign_trigger (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(TendDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  TendBook *again;

  tend_book_close (book);
  database = tend_database_open (path, TEND_DATABASE_WRITE, NULL);
  g_assert_true (tend_database_exec (database, "CREATE TRIGGER sly AFTER UPDATE ON account BEGIN DELETE FROM contact; END", NULL));
  g_clear_pointer (&database, tend_database_close);
  again = tend_book_open (path, TEND_BOOK_OPEN, &error);
  g_assert_null (again);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_CORRUPT);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

/* Packed books of every released schema, made by `tendctl generate`, are opened by every later build. */
static void
test_packed (void)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "schema", "0001.tend", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_temp_book_new (&path);
  TendBookInfo info;
  gsize length;

  g_assert_true (g_file_get_contents (source, &contents, &length, &error));
  g_assert_no_error (error);
  tend_book_close (book);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, &error));
  assert_whole (path);
  g_assert_finalize_object (book);
  book = tend_book_open (path, TEND_BOOK_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (tend_book_get_info (book, &info, &error));
  g_assert_cmpint (info.schema, ==, TEND_SCHEMA_VERSION);
  g_assert_cmpint (info.counts[1], ==, 12);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

/* A log that was deleted leaves a consistent older state: only the number kept beside the book tells. */
static void
test_lost_log (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autoptr(TendManagerRecord) record = tend_manager_record_new ();
  g_autoptr(TendOperation) create = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *old = NULL;
  TendBookInfo info;
  gsize length;

  g_assert_true (g_file_get_contents (path, &old, &length, NULL));
  record->name = g_strdup ("Vera Lindqvist");
  create = tend_edit_operation_new_create (&record->base);
  g_assert_true (tend_book_apply (book, create, NULL, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (book);
  g_assert_true (g_file_set_contents (path, old, (gssize) length, NULL));
  book = tend_book_open (path, TEND_BOOK_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (tend_book_get_info (book, &info, NULL));
  g_assert_cmpint (info.lost, ==, 2);
  tend_temp_book_free (book, g_steal_pointer (&path));
}

static void
on_failed (TendBook *book,
           GError   *error,
           GError  **seen)
{
  *seen = g_error_copy (error);
}

static void
test_lost_log_is_told (void)
{
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr(GError) seen = NULL;

  g_assert_finalize_object (book);
  g_assert_true (g_file_set_contents (lock, "0000000000000000007\n", -1, NULL));
  book = tend_book_open (path, TEND_BOOK_WATCH, NULL);
  g_signal_connect (book, "failed", G_CALLBACK (on_failed), &seen);
  wait_until (seen != NULL);
  g_assert_error (seen, TEND_ERROR, TEND_ERROR_LOST);
  g_assert_cmpstr (tend_error_get_value (seen), ==, "7");
  tend_temp_book_free (book, g_steal_pointer (&path));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrations/failing", test_failing);
  g_test_add_func ("/migrations/killed", test_killed);
  g_test_add_func ("/migrations/foreign-trigger", test_foreign_trigger);
  g_test_add_func ("/migrations/packed", test_packed);
  g_test_add_func ("/migrations/lost-log", test_lost_log);
  g_test_add_func ("/migrations/lost-log-is-told", test_lost_log_is_told);
  return g_test_run ();
}
