/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/account-list-model.h"

#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  TendBook             *book;
  char                 *path;
  TendAccountListModel *model;
  TendId                lead;
  TendId                anna;
} Fixture;

static void
add_account (Fixture    *fixture,
             const char *name,
             TendId      owner,
             const char *tier,
             const char *status,
             const char *city)
{
  TendId id = tend_test_add_account (fixture->book, name, owner);

  tend_test_set (fixture->book, &tend_account_noun, id, "tier", tier);
  tend_test_set (fixture->book, &tend_account_noun, id, "status", status);
  tend_test_set (fixture->book, &tend_account_noun, id, "city", city);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->lead = tend_test_add_manager (fixture->book, "Lena Lead", 0);
  fixture->anna = tend_test_add_manager (fixture->book, "Anna Berg", fixture->lead);
  add_account (fixture, "Müller", fixture->anna, "A", "active", "Ulm");
  add_account (fixture, "Bäcker", fixture->lead, "B", "at-risk", "Aachen");
  add_account (fixture, "Zander", fixture->anna, "C", "active", "");
  add_account (fixture, "Ahrens", 0, "A", "paused", "Köln");
  fixture->model = tend_account_list_model_new (fixture->book);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  wait_idle ();
  tend_temp_book_free (fixture->book, fixture->path);
}

/* Names of the rows, joined, once the list stands. */
static void
assert_names (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GListModel *list = G_LIST_MODEL (fixture->model);

  wait_until (!tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (fixture->model)));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TendAccount) account = g_list_model_get_item (list, i);

      wait_until (tend_entity_get_loaded (TEND_ENTITY (account)));
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", tend_account_get (account)->name);
    }

  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  assert_names (fixture, "Ahrens Bäcker Müller Zander");
  tend_account_list_model_set_sort (fixture->model, "name", TRUE);
  assert_names (fixture, "Zander Müller Bäcker Ahrens");
  tend_account_list_model_set_sort (fixture->model, "city", FALSE);
  assert_names (fixture, "Bäcker Ahrens Müller Zander");
  tend_account_list_model_set_sort (fixture->model, "newest", FALSE);
  assert_names (fixture, "Ahrens Zander Bäcker Müller");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  tend_account_list_model_set_tiers (fixture->model, 1 << TEND_TIER_A | 1 << TEND_TIER_C);
  assert_names (fixture, "Ahrens Müller Zander");
  tend_account_list_model_set_statuses (fixture->model, 1 << TEND_STATUS_ACTIVE);
  assert_names (fixture, "Müller Zander");
  tend_account_list_model_set_search (fixture->model, "muell");
  assert_names (fixture, "Müller");
  tend_account_list_model_set_search (fixture->model, "");
  tend_account_list_model_set_tiers (fixture->model, 0);
  tend_account_list_model_set_statuses (fixture->model, 0);
  assert_names (fixture, "Ahrens Bäcker Müller Zander");
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  tend_account_list_model_set_scope (fixture->model, TEND_SCOPE_OWN, fixture->lead);
  assert_names (fixture, "Bäcker");
  tend_account_list_model_set_scope (fixture->model, TEND_SCOPE_TEAM, fixture->lead);
  assert_names (fixture, "Bäcker Müller Zander");
  tend_account_list_model_set_scope (fixture->model, TEND_SCOPE_NOBODY, 0);
  assert_names (fixture, "Ahrens");

  /* Who reports to whom decides over a team. */
  tend_account_list_model_set_scope (fixture->model, TEND_SCOPE_TEAM, fixture->lead);
  tend_test_set (fixture->book, &tend_manager_noun, fixture->anna, "reports_to", "");
  assert_names (fixture, "Bäcker");
}

static void
test_notify (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (NotifyCounter) search = notify_counter_new (fixture->model, "notify::search");
  g_autoptr (NotifyCounter) sort = notify_counter_new (fixture->model, "notify::sort");
  g_autoptr (NotifyCounter) scope = notify_counter_new (fixture->model, "notify::scope");

  tend_account_list_model_set_search (fixture->model, "x");
  tend_account_list_model_set_search (fixture->model, "x");
  tend_account_list_model_set_search (fixture->model, "");
  tend_account_list_model_set_search (fixture->model, NULL);
  g_assert_cmpuint (search->n, ==, 2);
  g_assert_null (tend_account_list_model_get_search (fixture->model));

  tend_account_list_model_set_sort (fixture->model, "name", FALSE);
  tend_account_list_model_set_sort (fixture->model, "city", FALSE);
  g_assert_cmpuint (sort->n, ==, 1);

  g_object_set (fixture->model, "manager", fixture->anna, "scope", TEND_SCOPE_OWN, "sort", "name", "descending", TRUE, NULL);
  g_assert_cmpuint (scope->n, ==, 1);
  assert_names (fixture, "Zander Müller");
}

#define ADD(name, func) g_test_add ("/account-list-model/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sort", test_sort);
  ADD ("filter", test_filter);
  ADD ("scope", test_scope);
  ADD ("notify", test_notify);

  return g_test_run ();
}
