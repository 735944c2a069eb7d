/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/book.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

#define TODAY "2026-11-26"

typedef struct
{
  TendBook *book;
  char     *path;
  TendId    accounts[3];
  TendId    products[3];
} Fixture;

static TendId
add_product (TendBook   *book,
             const char *name)
{
  g_autoptr(TendProductRecord) record = tend_product_record_new ();

  record->name = g_strdup (name);
  return tend_test_add (book, &record->base);
}

static void
add_purchase (Fixture    *fixture,
              guint       account,
              guint       product,
              int         fit,
              const char *ends_on)
{
  g_autoptr(TendPurchaseRecord) record = tend_purchase_record_new ();

  record->account = fixture->accounts[account];
  record->product = fixture->products[product];
  record->fit = fit;
  record->ends_on = g_strdup (ends_on);
  tend_test_add (fixture->book, &record->base);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const accounts[] = { "Adler AG", "Birke GmbH", "Cedar Ltd" };
  static const char *const products[] = { "Cleaning", "Heating", "Support" };
  g_autoptr(TendWhitespaceRecord) stance = tend_whitespace_record_new ();
  g_autoptr(TendOpportunityRecord) opportunity = tend_opportunity_record_new ();

  fixture->book = tend_temp_book_new (&fixture->path);
  for (guint i = 0; i < 3; i++)
    {
      fixture->accounts[i] = tend_test_add_account (fixture->book, accounts[i], 0);
      fixture->products[i] = add_product (fixture->book, products[i]);
    }
  add_purchase (fixture, 0, 0, TEND_FIT_FITS, NULL);
  add_purchase (fixture, 0, 0, TEND_FIT_DOES_NOT, NULL);
  add_purchase (fixture, 1, 0, TEND_FIT_UNKNOWN, TODAY);
  add_purchase (fixture, 2, 0, TEND_FIT_PARTLY, "2026-11-25");
  add_purchase (fixture, 1, 1, TEND_FIT_PARTLY, "2027-01-01");
  stance->account = fixture->accounts[2];
  stance->product = fixture->products[1];
  stance->stance = TEND_STANCE_COMPETITOR;
  tend_test_add (fixture->book, &stance->base);
  opportunity->account = fixture->accounts[2];
  opportunity->product = fixture->products[1];
  opportunity->title = g_strdup ("Win them over");
  tend_test_add (fixture->book, &opportunity->base);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_free (fixture->book, fixture->path);
}

static void
on_cells (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;

  *(GBytes **) data = tend_book_list_cells_finish (TEND_BOOK (source), result, &error);
  g_assert_no_error (error);
}

static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  /* The worse of two fits; the last day still counts; what ended is white space again, and what was said shows. */
  static const guint8 expected[] = {
    TEND_CELL_DOES_NOT, TEND_CELL_BLANK, TEND_CELL_BLANK,
    TEND_CELL_HAS, TEND_CELL_PARTLY, TEND_CELL_BLANK,
    TEND_CELL_BLANK, TEND_CELL_COMPETITOR | TEND_CELL_OPEN, TEND_CELL_BLANK,
  };
  g_autoptr(GBytes) cells = NULL;
  gsize size;
  const guint8 *found;

  tend_book_list_cells_async (fixture->book, fixture->accounts, 3, fixture->products, 3, TODAY, NULL, on_cells, &cells);
  wait_until (cells != NULL);
  found = g_bytes_get_data (cells, &size);
  g_assert_cmpmem (found, size, expected, sizeof expected);
}

static void
test_uses (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) uses = tend_book_count_uses (fixture->book, TODAY, &error);
  const TendProductUse *cleaning;
  const TendProductUse *heating;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (uses), ==, 2);
  cleaning = g_hash_table_lookup (uses, GSIZE_TO_POINTER (fixture->products[0]));
  g_assert_cmpuint (cleaning->accounts, ==, 2);
  g_assert_cmpuint (cleaning->fits[TEND_FIT_UNKNOWN], ==, 1);
  g_assert_cmpuint (cleaning->fits[TEND_FIT_FITS], ==, 1);
  g_assert_cmpuint (cleaning->fits[TEND_FIT_PARTLY], ==, 0);
  g_assert_cmpuint (cleaning->fits[TEND_FIT_DOES_NOT], ==, 1);
  heating = g_hash_table_lookup (uses, GSIZE_TO_POINTER (fixture->products[1]));
  g_assert_cmpuint (heating->accounts, ==, 1);
  g_assert_cmpuint (heating->opportunities, ==, 1);
}

static void
assert_accounts (Fixture    *fixture,
                 TendId      product,
                 gboolean    without,
                 const char *names)
{
  g_autoptr(TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr(TendQuery) copy = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_query_set_sort (query, "name", FALSE));
  tend_query_set_product (query, product, without, TODAY);
  copy = tend_query_copy (query);
  g_assert_true (tend_query_equal (query, copy));
  found = tend_book_find (fixture->book, copy, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%.1s", tend_account_get (found->pdata[i])->name);
  g_assert_cmpstr (text->str, ==, names);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendQuery) all = tend_query_new (&tend_account_noun);
  g_autoptr(TendQuery) with = tend_query_copy (all);

  assert_accounts (fixture, fixture->products[0], FALSE, "AB");
  assert_accounts (fixture, fixture->products[0], TRUE, "C");
  assert_accounts (fixture, fixture->products[2], FALSE, "");
  assert_accounts (fixture, fixture->products[2], TRUE, "ABC");
  assert_accounts (fixture, 0, FALSE, "ABC");
  tend_query_set_product (with, fixture->products[0], FALSE, TODAY);
  g_assert_false (tend_query_equal (all, with));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/products/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/products/uses", Fixture, NULL, set_up, test_uses, tear_down);
  g_test_add ("/products/filter", Fixture, NULL, set_up, test_filter, tear_down);
  return g_test_run ();
}
