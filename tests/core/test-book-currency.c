/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/book.h"
#include "support/temp-book.h"

/* An account's own currency, else the book's, else the default; what is none counts as not said. */
static void
test_currency (void)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TendAccountRecord) account = tend_account_record_new ();
  TendBook *book = tend_temp_book_new (&path);

  g_assert_cmpstr (tend_book_get_currency (book, NULL), ==, "EUR");
  g_assert_cmpstr (tend_book_get_currency (book, account), ==, "EUR");
  account->currency = g_strdup ("USD");
  g_assert_cmpstr (tend_book_get_currency (book, account), ==, "USD");

  g_assert_true (tend_book_set_setting (book, "currency", "CHF", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tend_book_get_currency (book, NULL), ==, "CHF");
  g_assert_cmpstr (tend_book_get_currency (book, account), ==, "USD");

  copy = g_strdup (tend_book_get_path (book));
  tend_book_close (book);
  g_object_unref (book);
  book = tend_book_open (copy, TEND_BOOK_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tend_book_get_currency (book, NULL), ==, "CHF");

  g_assert_true (tend_book_set_setting (book, "currency", "DM", &error));
  g_assert_cmpstr (tend_book_get_currency (book, NULL), ==, "EUR");
  tend_temp_book_free (book, g_steal_pointer (&path));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book-currency", test_currency);
  return g_test_run ();
}
