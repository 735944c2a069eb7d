/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/account-list-model.h"

#include <string.h>

#include "core/entities/interaction.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

static void
test_round_trip (void)
{
  TendAccountView view = { (char *) "müller ulm", (char *) "yearly_value", TRUE, TEND_SCOPE_TEAM, 4711, 1 << TEND_STATUS_AT_RISK,
                           1 << TEND_TIER_A | 1 << TEND_TIER_B, 1 << TEND_BAND_WATCH, 1 << 2, TEND_QUIET_RED,
                           G_GINT64_CONSTANT (1152921504606846977), TRUE };
  g_autofree char *json = tend_account_view_to_json (&view);
  g_autoptr (TendAccountView) again = tend_account_view_from_json (json);
  g_autoptr (TendAccountView) copy = tend_account_view_copy (again);

  g_assert_true (tend_account_view_equal (&view, again));
  g_assert_true (tend_account_view_equal (copy, again));
  g_assert_true (tend_account_view_is_narrow (again));
  /* An id is a string: a reader of numbers would round it. */
  g_assert_nonnull (strstr (json, "\"without\":\"1152921504606846977\""));
  copy->without = FALSE;
  g_assert_false (tend_account_view_equal (copy, again));
}

/* What a newer Tend, another program or an accident has written never keeps the list from showing. */
static void
test_foreign (void)
{
  static const char *const texts[] = {
    NULL, "", "{", "[]", "3", "{\"sort\":\"no_such_field\"}", "{\"tier\":\"A\",\"focus\":[7,null,\"none such\"],\"quiet\":4}",
    "{\"later\":{\"deep\":[1]},\"scope\":\"planet\"}",
  };
  g_autoptr (TendAccountView) all = tend_account_view_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TendAccountView) view = tend_account_view_from_json (texts[i]);

      g_assert_true (tend_account_view_equal (view, all));
      g_assert_false (tend_account_view_is_narrow (view));
    }
}

typedef struct
{
  TendBook             *book;
  char                 *path;
  TendAccountListModel *model;
  TendId                product;
} Fixture;

/* Adler spoke yesterday and has the product; Birke, an A account, has not spoken for a year. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  TendInstant now = g_get_real_time ();
  TendId adler;
  TendId birke;

  fixture->book = tend_temp_book_new (&fixture->path);
  adler = tend_test_add_account (fixture->book, "Adler", 0);
  birke = tend_test_add_account (fixture->book, "Birke", 0);
  tend_test_set (fixture->book, &tend_account_noun, birke, "tier", "A");
  product->name = g_strdup ("Heating");
  fixture->product = tend_test_add (fixture->book, &product->base);
  purchase->account = adler;
  purchase->product = fixture->product;
  purchase->fit = TEND_FIT_FITS;
  tend_test_add (fixture->book, &purchase->base);
  tend_test_add_interactions (fixture->book, adler, 1, now - G_TIME_SPAN_DAY, G_TIME_SPAN_HOUR);
  tend_test_add_interactions (fixture->book, birke, 1, now - 365 * G_TIME_SPAN_DAY, G_TIME_SPAN_HOUR);
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

static void
assert_view (Fixture         *fixture,
             TendAccountView *view,
             const char      *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  tend_account_list_model_set_view (fixture->model, view);
  wait_until (!tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (fixture->model)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr (TendAccount) account = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      wait_until (tend_entity_get_loaded (TEND_ENTITY (account)));
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", tend_account_get (account)->name);
    }
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_true (tend_account_view_equal (tend_account_list_model_get_view (fixture->model), view));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendAccountView) view = tend_account_view_new ();

  assert_view (fixture, view, "Adler Birke");
  view->quiet = TEND_QUIET_RED;
  assert_view (fixture, view, "Birke");
  view->quiet = TEND_QUIET_NO;
  view->product = fixture->product;
  assert_view (fixture, view, "Adler");
  view->without = TRUE;
  assert_view (fixture, view, "Birke");
  view->product = 0;
  view->without = FALSE;
  view->bands = 1 << TEND_BAND_THRIVING;
  assert_view (fixture, view, "Adler");
  view->bands = 1 << TEND_BAND_AT_RISK;
  assert_view (fixture, view, "Birke");
  view->bands = 0;
  g_set_str (&view->sort, "last_contact");
  assert_view (fixture, view, "Birke Adler");
  view->descending = TRUE;
  assert_view (fixture, view, "Adler Birke");
  g_set_str (&view->sort, "health");
  view->descending = FALSE;
  assert_view (fixture, view, "Birke Adler");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/account-view/round-trip", test_round_trip);
  g_test_add_func ("/account-view/foreign", test_foreign);
  g_test_add ("/account-view/list", Fixture, NULL, set_up, test_list, tear_down);
  return g_test_run ();
}
