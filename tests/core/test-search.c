/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/book.h"
#include "core/query.h"

#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

/* Searching a book whose texts are read ahead. */

typedef struct
{
  TendBook *book;
  char     *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  tend_test_add_accounts (fixture->book, 3000);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendQuery *
new_query (const char *words)
{
  TendQuery *query = tend_query_new (&tend_account_noun);

  tend_query_set_sort (query, "name", FALSE);
  tend_query_set_search (query, words);

  return query;
}

static guint
search (TendBook   *book,
        const char *words)
{
  g_autoptr(TendQuery) query = new_query (words);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = tend_book_list (book, query, &error);

  g_assert_no_error (error);

  return ids->len;
}

static void
test_prepared (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *words; guint n; } table[] = {
    { "account", 3000 }, { "account 000", 10 }, { "1234 acc", 1 }, { "zz", 0 },
  };

  tend_book_prepare_search (fixture->book);
  tend_book_prepare_search (fixture->book);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpuint (search (fixture->book, table[i].words), ==, table[i].n);
  tend_book_prepare_search (fixture->book);
  g_assert_cmpuint (search (fixture->book, "account 29"), ==, 100);
}

/* What is changed while the texts are read, and afterwards, is found. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  TendId account;

  tend_book_prepare_search (fixture->book);
  account = tend_test_add_account (fixture->book, "Zwiebelhof", 0);
  g_assert_cmpuint (search (fixture->book, "zwiebel"), ==, 1);
  tend_test_set (fixture->book, &tend_account_noun, account, "name", "Radieschenhof");
  g_assert_cmpuint (search (fixture->book, "zwiebel"), ==, 0);
  g_assert_cmpuint (search (fixture->book, "radies"), ==, 1);
  tend_test_delete (fixture->book, &tend_account_noun, account);
  g_assert_cmpuint (search (fixture->book, "radies"), ==, 0);
}

typedef struct
{
  guint n_answered;
  guint n_cancelled;
  guint n_found;
} Answers;

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answers *answers = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = tend_book_list_finish (TEND_BOOK (source), result, &error);

  answers->n_answered++;
  if (ids == NULL)
    answers->n_cancelled++;
  else
    answers->n_found = ids->len;
}

/* Who types on withdraws a question that waits for the texts; the next one is answered all the same. */
static void
test_withdrawn (Fixture       *fixture,
                gconstpointer  data)
{
  Answers answers = { 0 };

  tend_book_prepare_search (fixture->book);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(TendQuery) query = new_query ("account 00");

      tend_book_list_async (fixture->book, query, cancellable, on_listed, &answers);
      if (i < 19)
        g_cancellable_cancel (cancellable);
    }

  wait_until (answers.n_answered == 20);
  g_assert_cmpuint (answers.n_cancelled, <=, 19);
  g_assert_cmpuint (answers.n_found, ==, 100);
}

static void
test_closed_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  tend_book_prepare_search (fixture->book);
  tend_book_close (fixture->book);
  tend_book_prepare_search (fixture->book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, test) g_test_add ("/search/" name, Fixture, NULL, set_up, test, tear_down)
  add ("prepared", test_prepared);
  add ("changed-meanwhile", test_changed_meanwhile);
  add ("withdrawn", test_withdrawn);
  add ("closed-meanwhile", test_closed_meanwhile);
#undef add

  return g_test_run ();
}
