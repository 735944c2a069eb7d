/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/entity-list-model.h"

#include "support/model-checker.h"
#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  TendBook            *book;
  char                *path;
  TendEntityListModel *model;
} Fixture;

static void
wait_loaded (TendEntityListModel *model)
{
  wait_until (!tend_entity_list_model_get_loading (model));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  fixture->book = tend_temp_book_new (&fixture->path);
  tend_test_add_accounts (fixture->book, GPOINTER_TO_UINT (data));

  tend_query_set_sort (query, "name", FALSE);
  fixture->model = tend_entity_list_model_new (fixture->book, query);
  g_assert_true (tend_entity_list_model_get_loading (fixture->model));
  wait_loaded (fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  wait_idle ();
  tend_temp_book_free (fixture->book, fixture->path);
}

static const char *
get_name (TendEntityListModel *model,
          guint                position)
{
  g_autoptr (TendAccount) account = g_list_model_get_item (G_LIST_MODEL (model), position);

  wait_until (tend_entity_get_loaded (TEND_ENTITY (account)));

  return tend_account_get (account)->name;
}

static TendId
get_id (TendEntityListModel *model,
        guint                position)
{
  return tend_id_list_get_id (TEND_ID_LIST (model), position);
}

static void
check_against_book (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tend_book_list (fixture->book, tend_entity_list_model_get_query (fixture->model), &error);
  g_autoptr (GArray) own = tend_id_list_ref_ids (TEND_ID_LIST (fixture->model));

  g_assert_no_error (error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (TendId), own->data, own->len * sizeof (TendId));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TendEntity) entity = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_assert_cmpint (tend_entity_get_id (entity), ==, g_array_index (ids, TendId, i));
      g_assert_cmpint (get_id (fixture->model, i), ==, g_array_index (ids, TendId, i));
    }
}

static void
change_something (Fixture *fixture)
{
  g_autoptr (TendQuery) all = tend_query_new (&tend_account_noun);
  g_autoptr (GArray) ids = tend_book_list (fixture->book, all, NULL);
  TendId id = ids->len > 0 ? g_array_index (ids, TendId, g_test_rand_int_range (0, (gint32) ids->len)) : 0;
  g_autofree char *name = g_strdup_printf ("Account %04d", g_test_rand_int_range (0, 10000));

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      tend_test_add_account (fixture->book, name, 0);
      break;
    case 1:
      if (id != 0)
        tend_test_delete (fixture->book, &tend_account_noun, id);
      break;
    case 2:
      if (id != 0)
        tend_test_set (fixture->book, &tend_account_noun, id, "name", name);
      break;
    default:
      if (id != 0)
        tend_test_set (fixture->book, &tend_account_noun, id, "notes", name);
      break;
    }
}

static void
set_random_query (Fixture *fixture)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  tend_query_set_sort (query, g_test_rand_bit () ? "name" : "newest", g_test_rand_bit ());
  if (g_test_rand_bit ())
    tend_query_set_search (query, g_test_rand_bit () ? "account 00" : "1");
  tend_entity_list_model_set_query (fixture->model, query);
}

/* GTK knows its rows by their objects, also between two signals. */
static void
assert_each_once (TendEntityListModel *model)
{
  g_autoptr (GArray) ids = tend_id_list_ref_ids (TEND_ID_LIST (model));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (G_LIST_MODEL (model)));
  for (guint i = 0; i < ids->len; i++)
    {
      g_assert_true (g_hash_table_add (seen, &g_array_index (ids, TendId, i)));
      g_assert_cmpint (tend_id_list_get_id (TEND_ID_LIST (model), i), ==, g_array_index (ids, TendId, i));
    }
}

/* Every items-changed is replayed and the list compared in the middle of it. */
static void
test_contract (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));

  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (assert_each_once), NULL);
  for (guint i = 0; i < 150; i++)
    {
      guint n_changes = (guint) g_test_rand_int_range (0, 4);

      for (guint j = 0; j < n_changes; j++)
        change_something (fixture);
      if (g_test_rand_int_range (0, 4) == 0)
        set_random_query (fixture);
      if (g_test_rand_bit ())
        {
          wait_loaded (fixture->model);
          model_checker_check (checker);
          check_against_book (fixture);
        }
    }

  wait_loaded (fixture->model);
  check_against_book (fixture);
  g_assert_cmpuint (checker->n_signals, >, 0);
}

/* As few rows as possible are told of: that is what keeps focus and place. */
static void
test_smallest (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  TendId id = get_id (fixture->model, 10);
  g_autoptr (GArray) ids = tend_id_list_ref_ids (TEND_ID_LIST (fixture->model));
  g_autoptr (GArray) same = NULL;

  tend_test_set (fixture->book, &tend_account_noun, id, "notes", "Likes tea");
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_signals, ==, 0);
  same = tend_id_list_ref_ids (TEND_ID_LIST (fixture->model));
  g_assert_true (same == ids);

  tend_test_set (fixture->book, &tend_account_noun, id, "name", "Account 0150 b");
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_removed, ==, 1);
  g_assert_cmpuint (checker->n_added, ==, 1);
  g_assert_cmpint (get_id (fixture->model, 150), ==, id);

  model_checker_reset (checker);
  tend_test_add_account (fixture->book, "Account 0042 b", 0);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_removed, ==, 0);
  g_assert_cmpuint (checker->n_added, ==, 1);

  model_checker_reset (checker);
  tend_test_delete (fixture->book, &tend_account_noun, id);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_removed, ==, 1);
  g_assert_cmpuint (checker->n_added, ==, 0);
}

/* A long list in another order comes in two steps, so that nobody looks for a row among all of them. */
static void
test_other_order (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  tend_query_set_sort (query, "name", TRUE);
  tend_entity_list_model_set_query (fixture->model, query);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_signals, ==, 2);
  check_against_book (fixture);
}

static void
test_live (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendAccount) account = g_list_model_get_item (G_LIST_MODEL (fixture->model), 3);
  g_autoptr (NotifyCounter) counter = NULL;
  g_autoptr (TendEntity) again = NULL;

  wait_until (tend_entity_get_loaded (TEND_ENTITY (account)));
  counter = notify_counter_new (account, "notify::notes");
  tend_test_set (fixture->book, &tend_account_noun, get_id (fixture->model, 3), "notes", "Likes tea");
  wait_until (counter->n > 0);
  g_assert_cmpuint (counter->n, ==, 1);
  g_assert_cmpstr (tend_account_get (account)->notes, ==, "Likes tea");

  again = g_list_model_get_item (G_LIST_MODEL (fixture->model), 3);
  g_assert_true ((gpointer) again == (gpointer) account);
}

/* Only the newest query counts, and each that is answered is answered once. */
static void
test_newest_wins (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (NotifyCounter) loaded = notify_counter_new (fixture->model, "loaded");
  g_autoptr (NotifyCounter) loading = notify_counter_new (fixture->model, "notify::loading");
  g_autoptr (NotifyCounter) n_items = notify_counter_new (fixture->model, "notify::n-items");

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
      g_autofree char *words = g_strdup_printf ("%04u", i);

      tend_query_set_search (query, words);
      tend_entity_list_model_set_query (fixture->model, query);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 200);
  wait_loaded (fixture->model);
  g_assert_cmpuint (loaded->n, ==, 1);
  g_assert_cmpuint (loading->n, ==, 2);
  g_assert_cmpuint (n_items->n, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 1);
  g_assert_cmpstr (get_name (fixture->model, 0), ==, "Account 0019");

  tend_entity_list_model_set_query (fixture->model, tend_entity_list_model_get_query (fixture->model));
  g_assert_false (tend_entity_list_model_get_loading (fixture->model));
}

static void
test_no_query (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  tend_entity_list_model_reload (fixture->model);
  tend_entity_list_model_set_query (fixture->model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 0);
  g_assert_false (tend_entity_list_model_get_loading (fixture->model));
  wait_idle ();

  tend_test_add_account (fixture->book, "Nobody sees me", 0);
  g_assert_false (tend_entity_list_model_get_loading (fixture->model));

  tend_entity_list_model_set_query (fixture->model, query);
  wait_loaded (fixture->model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 201);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  TendId id = get_id (fixture->model, 123);
  guint position = 0;

  g_assert_true (tend_id_list_find (TEND_ID_LIST (fixture->model), id, &position));
  g_assert_cmpuint (position, ==, 123);
  g_assert_false (tend_id_list_find (TEND_ID_LIST (fixture->model), 17, NULL));
  g_assert_cmpint (get_id (fixture->model, 200), ==, 0);
}

/* Up and down and across, with far more pages than are kept. */
static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));

  g_assert_cmpuint (n, ==, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Account %04u", i);

      g_assert_cmpstr (get_name (fixture->model, i), ==, name);
      if (i % 50 == 0)
        wait_idle ();
    }
  for (guint i = n; i-- > 0;)
    {
      g_autofree char *name = g_strdup_printf ("Account %04u", i);

      g_assert_cmpstr (get_name (fixture->model, i), ==, name);
    }
  for (guint i = 0; i < 300; i++)
    {
      guint at = (guint) g_test_rand_int_range (0, (gint32) n);
      g_autofree char *name = g_strdup_printf ("Account %04u", at);

      g_assert_cmpstr (get_name (fixture->model, at), ==, name);
      wait_idle ();
    }
}

static void
drop_last (TendEntityListModel  *model,
           guint                 position,
           guint                 removed,
           guint                 added,
           TendEntityListModel **held)
{
  g_clear_object (held);
}

/* It may go in the middle of a question, and by the hand of who listens. */
static void
test_finalize (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
  TendEntityListModel *model = tend_entity_list_model_new (fixture->book, query);
  gpointer weak = NULL;

  g_assert_finalize_object (model);
  wait_idle ();

  model = tend_entity_list_model_new (fixture->book, query);
  weak = model;
  g_object_add_weak_pointer (G_OBJECT (model), &weak);
  g_signal_connect (model, "items-changed", G_CALLBACK (drop_last), &model);
  wait_until (weak == NULL);
}

/* A closed book answers nothing: the rows stay, and the error is told. */
static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  tend_book_close (fixture->book);
  tend_entity_list_model_reload (fixture->model);
  wait_loaded (fixture->model);
  g_assert_nonnull (tend_entity_list_model_get_error (fixture->model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 200);
}

static void
note_beginning (TendEntityListModel *model,
                guint                position,
                guint                removed,
                guint                added,
                guint               *n_begun)
{
  if (*n_begun == 0 && added > 0)
    *n_begun = g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* Of a long list the rows that are seen come before the others, and are told of as not all. */
static void
test_head (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
  g_autofree char *first = g_strdup (get_name (fixture->model, 1999));
  guint n_begun = 0;

  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (note_beginning), &n_begun);
  tend_query_set_sort (query, "name", TRUE);
  tend_entity_list_model_set_query (fixture->model, query);
  wait_until (n_begun > 0);
  g_assert_cmpuint (n_begun, <=, 256);
  g_assert_true (tend_entity_list_model_get_loading (fixture->model));
  g_assert_cmpstr (get_name (fixture->model, 0), ==, first);

  wait_loaded (fixture->model);
  check_against_book (fixture);
  assert_each_once (fixture->model);
}

#define ADD(name, n, func) \
  g_test_add ("/entity-list-model/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("contract", 60, test_contract);
  ADD ("contract-long", 400, test_contract);
  ADD ("head", 2000, test_head);
  ADD ("smallest", 200, test_smallest);
  ADD ("other-order", 700, test_other_order);
  ADD ("live", 200, test_live);
  ADD ("newest-wins", 200, test_newest_wins);
  ADD ("no-query", 200, test_no_query);
  ADD ("find", 200, test_find);
  ADD ("scroll", 3000, test_scroll);
  ADD ("finalize", 200, test_finalize);
  ADD ("error", 200, test_error);

  return g_test_run ();
}
