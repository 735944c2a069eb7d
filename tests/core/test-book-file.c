/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the book when its file is not left alone. */
#include "config.h"

#include <glib/gstdio.h>

#include "core/book.h"
#include "support/temp-book.h"

typedef TendTempBook Fixture;

static TendOperation *
new_account (const char *name)
{
  g_autoptr(TendAccountRecord) record = tend_account_record_new ();

  record->name = g_strdup (name);
  record->base.id = tend_id_new ();
  return tend_edit_operation_new_create (&record->base);
}

static void
add_account (TendBook   *book,
             const char *name)
{
  g_autoptr(TendOperation) operation = new_account (name);
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_book_apply (book, operation, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_gone (TendBook *book)
{
  g_autoptr(TendOperation) operation = new_account ("Nowhere");
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_book_apply (book, operation, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_GONE);
}

static TendBook *
open_with (const char    *path,
           TendBookFlags  flags,
           gint64         n_accounts)
{
  g_autoptr(GError) error = NULL;
  TendBook *book = tend_book_open (path, flags, &error);
  TendBookInfo info;

  g_assert_no_error (error);
  g_assert_true (tend_book_get_info (book, &info, NULL));
  g_assert_cmpint (info.counts[1], ==, n_accounts);
  g_assert_cmpint (info.lost, ==, 0);
  return book;
}

static void
close_book (TendBook *book)
{
  tend_book_close (book);
  g_assert_finalize_object (book);
}

/* As by a file manager, or by what keeps folders alike on two computers. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autofree char *other = g_strconcat (fixture->path, ".other", NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  add_account (fixture->book, "Kept");
  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  assert_gone (fixture->book);

  close_book (open_with (other, TEND_BOOK_CREATE, 0));
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  assert_gone (fixture->book);

  /* The log would be that of whatever stands there now: whoever closes the other leaves it alone. */
  close_book (fixture->book);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  fixture->book = open_with (fixture->path, TEND_BOOK_OPEN, 1);
}

/* A log that a deleted book left behind is not written into the next book of its name. */
static void
test_left_log (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copy = g_strconcat (fixture->path, ".copy", NULL);
  g_autofree char *aside = NULL;
  g_autofree char *log = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (tend_book_backup (fixture->book, copy, NULL));
  add_account (fixture->book, "Deleted");
  g_assert_true (g_file_get_contents (wal, &log, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  close_book (fixture->book);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (wal, log, length, NULL));
  fixture->book = open_with (fixture->path, TEND_BOOK_CREATE, 0);
  add_account (fixture->book, "New");
  close_book (fixture->book);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (g_file_set_contents (wal, log, length, NULL));
  g_assert_true (tend_book_restore (fixture->path, copy, &aside, &error));
  g_assert_no_error (error);
  fixture->book = open_with (fixture->path, TEND_BOOK_OPEN, 0);
}

#define add(name, func) g_test_add ("/book-file/" name, Fixture, NULL, tend_temp_book_set_up, func, tend_temp_book_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("gone", test_gone);
  add ("left-log", test_left_log);
  return g_test_run ();
}
