/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/manager-tree-model.h"

#include "support/model-checker.h"
#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  TendBook             *book;
  char                 *path;
  TendManagerTreeModel *model;
  TendId                vera;
  TendId                lena;
  TendId                anna;
  TendId                oeztuerk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->vera = tend_test_add_manager (fixture->book, "Vera", 0);
  fixture->lena = tend_test_add_manager (fixture->book, "Lena", fixture->vera);
  fixture->anna = tend_test_add_manager (fixture->book, "Anna", fixture->lena);
  fixture->oeztuerk = tend_test_add_manager (fixture->book, "Öztürk", fixture->vera);
  tend_test_add_manager (fixture->book, "Paul", fixture->vera);
  for (guint i = 0; i < 3; i++)
    tend_test_add_account (fixture->book, "Anna's", fixture->anna);
  tend_test_add_account (fixture->book, "Lena's", fixture->lena);
  tend_test_add_account (fixture->book, "Nobody's", 0);
  fixture->model = tend_manager_tree_model_new (fixture->book);
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
print_nodes (GListModel *list,
             GString    *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TendManagerNode) node = g_list_model_get_item (list, i);
      GListModel *children = tend_manager_node_get_children (node);

      g_assert_cmpint (tend_manager_node_get_leaf (node), ==, g_list_model_get_n_items (children) == 0);
      g_string_append_printf (text, "%s%s %u/%u", i > 0 ? ", " : "", tend_manager_get (tend_manager_node_get_manager (node))->name,
                              tend_manager_node_get_accounts (node), tend_manager_node_get_team_accounts (node));
      if (!tend_manager_node_get_leaf (node))
        {
          g_string_append (text, " (");
          print_nodes (children, text);
          g_string_append (text, ")");
        }
    }
}

static void
assert_tree (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  wait_until (!tend_manager_tree_model_get_loading (fixture->model));
  print_nodes (G_LIST_MODEL (fixture->model), text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  assert_tree (fixture, "Vera 0/4 (Lena 1/4 (Anna 3/3), Öztürk 0/0, Paul 0/0)");
  g_assert_cmpuint (tend_manager_tree_model_get_total (fixture->model), ==, 5);
  g_assert_cmpuint (tend_manager_tree_model_get_unassigned (fixture->model), ==, 1);
  g_assert_null (tend_manager_tree_model_lookup (fixture->model, 17));
  g_assert_cmpint (tend_manager_node_get_id (tend_manager_tree_model_lookup (fixture->model, fixture->anna)), ==, fixture->anna);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (NotifyCounter) team = NULL;
  g_autoptr (NotifyCounter) unassigned = NULL;
  TendId id;

  assert_tree (fixture, "Vera 0/4 (Lena 1/4 (Anna 3/3), Öztürk 0/0, Paul 0/0)");
  team = notify_counter_new (tend_manager_tree_model_lookup (fixture->model, fixture->vera), "notify::team-accounts");
  unassigned = notify_counter_new (fixture->model, "notify::unassigned");
  id = tend_test_add_account (fixture->book, "New", fixture->oeztuerk);
  assert_tree (fixture, "Vera 0/5 (Lena 1/4 (Anna 3/3), Öztürk 1/1, Paul 0/0)");
  g_assert_cmpuint (team->n, ==, 1);
  g_assert_cmpuint (unassigned->n, ==, 0);

  tend_test_delete (fixture->book, &tend_account_noun, id);
  tend_test_add_account (fixture->book, "Nobody's either", 0);
  assert_tree (fixture, "Vera 0/4 (Lena 1/4 (Anna 3/3), Öztürk 0/0, Paul 0/0)");
  g_assert_cmpuint (unassigned->n, ==, 1);
  g_assert_cmpuint (tend_manager_tree_model_get_unassigned (fixture->model), ==, 2);
}

/* Nodes stay the same objects wherever they go, and only what differs is told. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ModelChecker) roots = NULL;
  g_autoptr (ModelChecker) reports = NULL;
  g_autoptr (NotifyCounter) leaf = NULL;
  g_autofree char *paul = NULL;
  TendManagerNode *anna;

  assert_tree (fixture, "Vera 0/4 (Lena 1/4 (Anna 3/3), Öztürk 0/0, Paul 0/0)");
  anna = tend_manager_tree_model_lookup (fixture->model, fixture->anna);
  roots = model_checker_new (G_LIST_MODEL (fixture->model));
  reports = model_checker_new (tend_manager_node_get_children (tend_manager_tree_model_lookup (fixture->model, fixture->vera)));
  leaf = notify_counter_new (tend_manager_tree_model_lookup (fixture->model, fixture->lena), "notify::leaf");

  tend_test_set (fixture->book, &tend_manager_noun, fixture->anna, "reports_to", "");
  assert_tree (fixture, "Anna 3/3, Vera 0/1 (Lena 1/1, Öztürk 0/0, Paul 0/0)");
  g_assert_true (tend_manager_tree_model_lookup (fixture->model, fixture->anna) == anna);
  g_assert_cmpuint (leaf->n, ==, 1);
  g_assert_cmpuint (roots->n_added, ==, 1);
  g_assert_cmpuint (roots->n_removed, ==, 0);
  g_assert_cmpuint (reports->n_signals, ==, 0);

  tend_test_set (fixture->book, &tend_manager_noun, fixture->anna, "name", "Zoe");
  assert_tree (fixture, "Vera 0/1 (Lena 1/1, Öztürk 0/0, Paul 0/0), Zoe 3/3");

  paul = tend_id_to_text (fixture->oeztuerk);
  tend_test_set (fixture->book, &tend_manager_noun, fixture->anna, "reports_to", paul);
  assert_tree (fixture, "Vera 0/4 (Lena 1/1, Öztürk 0/3 (Zoe 3/3), Paul 0/0)");
}

/* Whoever reports to somebody left out stands under the next one above. */
static void
test_inactive (Fixture       *fixture,
               gconstpointer  data)
{
  TendId account = 0;

  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr (GArray) ids = NULL;

  tend_query_add_int (query, "owner", TEND_QUERY_IS, fixture->lena);
  ids = tend_book_list (fixture->book, query, NULL);
  account = g_array_index (ids, TendId, 0);
  tend_test_delete (fixture->book, &tend_account_noun, account);

  tend_test_set (fixture->book, &tend_manager_noun, fixture->lena, "active", "no");
  assert_tree (fixture, "Vera 0/3 (Anna 3/3, Öztürk 0/0, Paul 0/0)");
  g_assert_null (tend_manager_tree_model_lookup (fixture->model, fixture->lena));

  tend_manager_tree_model_set_include_inactive (fixture->model, TRUE);
  assert_tree (fixture, "Vera 0/3 (Lena 0/3 (Anna 3/3), Öztürk 0/0, Paul 0/0)");
  tend_manager_tree_model_set_include_inactive (fixture->model, FALSE);
  assert_tree (fixture, "Vera 0/3 (Anna 3/3, Öztürk 0/0, Paul 0/0)");

  tend_test_delete (fixture->book, &tend_manager_noun, fixture->oeztuerk);
  assert_tree (fixture, "Vera 0/3 (Anna 3/3, Paul 0/0)");
}

static void
test_children (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendManagerNode) root = NULL;
  g_autoptr (GListModel) children = NULL;

  wait_until (!tend_manager_tree_model_get_loading (fixture->model));
  root = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  children = tend_manager_tree_model_create_children (root, NULL);
  g_assert_true (children == tend_manager_node_get_children (root));
}

#define ADD(name, func) g_test_add ("/manager-tree-model/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("tree", test_tree);
  ADD ("counts", test_counts);
  ADD ("move", test_move);
  ADD ("inactive", test_inactive);
  ADD ("children", test_children);

  return g_test_run ();
}
