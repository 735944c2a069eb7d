/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/history-model.h"

#include "support/model-checker.h"
#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  TendBook         *book;
  char             *path;
  TendId            account;
  TendId            other;
  TendHistoryModel *model;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->account = tend_test_add_account (fixture->book, "Müller", 0);
  fixture->other = tend_test_add_account (fixture->book, "Other", 0);
  fixture->model = tend_history_model_new (fixture->book, fixture->account);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  wait_idle ();
  tend_temp_book_free (fixture->book, fixture->path);
}

static void
change (Fixture *fixture,
        guint    number)
{
  g_autofree char *notes = g_strdup_printf ("Note %u", number);

  tend_test_set (fixture->book, &tend_account_noun, fixture->account, "notes", notes);
}

static guint
count (Fixture *fixture)
{
  wait_until (!tend_history_model_get_loading (fixture->model));

  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static void
assert_descending (Fixture *fixture)
{
  gint64 last = G_MAXINT64;

  for (guint i = 0; i < count (fixture); i++)
    {
      g_autoptr (TendHistoryEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_assert_cmpint (tend_history_entry_get (entry)->sequence, <, last);
      last = tend_history_entry_get (entry)->sequence;
    }
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  guint n = count (fixture);
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  g_autoptr (TendHistoryEntry) newest = NULL;

  g_assert_cmpuint (n, >=, 1);
  change (fixture, 1);
  g_assert_cmpuint (count (fixture), >, n);
  g_assert_cmpuint (checker->n_removed, ==, 0);
  newest = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_nonnull (strstr (tend_history_entry_get (newest)->after, "Note 1"));
  assert_descending (fixture);

  /* What concerns others is none of its business. */
  model_checker_reset (checker);
  tend_test_set (fixture->book, &tend_account_noun, fixture->other, "notes", "Else");
  count (fixture);
  g_assert_cmpuint (checker->n_signals, ==, 0);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = NULL;
  guint n_all;

  for (guint i = 0; i < 120; i++)
    change (fixture, i);
  g_assert_cmpuint (count (fixture), ==, 50);
  g_assert_true (tend_history_model_get_has_more (fixture->model));

  checker = model_checker_new (G_LIST_MODEL (fixture->model));
  tend_history_model_load_more (fixture->model);
  g_assert_cmpuint (count (fixture), ==, 100);
  g_assert_cmpuint (checker->n_removed, ==, 0);
  tend_history_model_load_more (fixture->model);
  n_all = count (fixture);
  g_assert_cmpuint (n_all, >=, 120);
  g_assert_false (tend_history_model_get_has_more (fixture->model));
  tend_history_model_load_more (fixture->model);
  g_assert_cmpuint (count (fixture), ==, n_all);
  assert_descending (fixture);
}

static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TendHistoryEntry) entry = NULL;
  g_autoptr (NotifyCounter) undone = NULL;
  g_autoptr (TendOperation) revert = NULL;
  g_autoptr (GError) error = NULL;

  change (fixture, 1);
  count (fixture);
  entry = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  undone = notify_counter_new (entry, "notify::undone");
  g_assert_false (tend_history_entry_get_undone (entry));

  revert = tend_revert_operation_new (tend_history_entry_get (entry)->batch);
  tend_book_apply (fixture->book, revert, NULL, &error);
  g_assert_no_error (error);
  count (fixture);
  g_assert_true (tend_history_entry_get_undone (entry));
  g_assert_cmpuint (undone->n, ==, 1);
}

static void
test_heads (Fixture       *fixture,
            gconstpointer  data)
{
  guint n;

  tend_history_model_set_account (fixture->model, 0);
  n = count (fixture);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendHistoryEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_assert_null (tend_history_entry_get (entry)->noun);
    }

  change (fixture, 1);
  g_assert_cmpuint (count (fixture), ==, 3);
}

#define ADD(name, func) g_test_add ("/history-model/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("follows", test_follows);
  ADD ("pages", test_pages);
  ADD ("undone", test_undone);
  ADD ("heads", test_heads);

  return g_test_run ();
}
