/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "models/entity-list-model.h"
#include "models/matrix-cells.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

#define N_ACCOUNTS 150

typedef struct
{
  TendBook            *book;
  char                *path;
  TendEntityListModel *accounts;
  TendMatrixCells     *cells;
  TendId               products[3];
  guint                changed;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->changed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const names[] = { "Cleaning", "Heating", "Support" };
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  fixture->book = tend_temp_book_new (&fixture->path);
  tend_test_add_accounts (fixture->book, N_ACCOUNTS);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TendProductRecord) record = tend_product_record_new ();

      record->name = g_strdup (names[i]);
      fixture->products[i] = tend_test_add (fixture->book, &record->base);
    }
  tend_query_set_sort (query, "name", FALSE);
  fixture->accounts = tend_entity_list_model_new (fixture->book, query);
  wait_until (!tend_entity_list_model_get_loading (fixture->accounts));
  fixture->cells = tend_matrix_cells_new (fixture->book, TEND_ID_LIST (fixture->accounts));
  tend_matrix_cells_set_products (fixture->cells, fixture->products, 3);
  g_signal_connect_swapped (fixture->cells, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->cells);
  g_object_unref (fixture->accounts);
  wait_idle ();
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendId
account_at (Fixture *fixture,
            guint    position)
{
  return tend_id_list_get_id (TEND_ID_LIST (fixture->accounts), position);
}

static TendId
buy (Fixture *fixture,
     guint    position,
     guint    column,
     TendFit  fit)
{
  g_autoptr (TendPurchaseRecord) record = tend_purchase_record_new ();

  record->account = account_at (fixture, position);
  record->product = fixture->products[column];
  record->fit = fit;
  return tend_test_add (fixture->book, &record->base);
}

/* The square, once it is read. */
static TendCell
read_cell (Fixture *fixture,
           guint    position,
           guint    column)
{
  TendCell cell = TEND_CELL_OPEN;

  wait_until (tend_matrix_cells_get (fixture->cells, position, column, &cell));
  return cell;
}

static void
test_reads_pages (Fixture       *fixture,
                  gconstpointer  data)
{
  TendCell cell;

  buy (fixture, 3, 0, TEND_FIT_FITS);
  buy (fixture, 140, 2, TEND_FIT_DOES_NOT);
  wait_idle ();

  /* It answers at once that it does not know, then reads; and a neighbour came with it. */
  g_assert_false (tend_matrix_cells_get (fixture->cells, 3, 0, &cell));
  g_assert_cmpint (read_cell (fixture, 3, 0), ==, TEND_CELL_FITS);
  g_assert_true (tend_matrix_cells_get (fixture->cells, 63, 2, &cell));
  g_assert_cmpint (cell, ==, TEND_CELL_BLANK);
  g_assert_false (tend_matrix_cells_get (fixture->cells, 64, 0, &cell));

  /* The last page is shorter. */
  g_assert_cmpint (read_cell (fixture, 140, 2), ==, TEND_CELL_DOES_NOT);
  g_assert_cmpint (read_cell (fixture, N_ACCOUNTS - 1, 1), ==, TEND_CELL_BLANK);
  g_assert_false (tend_matrix_cells_get (fixture->cells, N_ACCOUNTS, 0, &cell));
  g_assert_false (tend_matrix_cells_get (fixture->cells, 3, 3, &cell));
}

static void
test_one_question_a_page (Fixture       *fixture,
                          gconstpointer  data)
{
  TendCell cell;

  fixture->changed = 0;
  for (guint i = 0; i < 64; i++)
    g_assert_false (tend_matrix_cells_get (fixture->cells, i, 0, &cell));
  read_cell (fixture, 0, 0);
  g_assert_cmpuint (fixture->changed, ==, 1);
  for (guint i = 0; i < 64; i++)
    g_assert_true (tend_matrix_cells_get (fixture->cells, i, 0, &cell));
}

static void
test_follows_the_book (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TendWhitespaceRecord) stance = tend_whitespace_record_new ();
  TendCell cell;
  TendId purchase;

  g_assert_cmpint (read_cell (fixture, 5, 1), ==, TEND_CELL_BLANK);
  stance->account = account_at (fixture, 5);
  stance->product = fixture->products[1];
  stance->stance = TEND_STANCE_IN_HOUSE;
  tend_test_add (fixture->book, &stance->base);
  wait_until (!tend_matrix_cells_get (fixture->cells, 5, 1, &cell) || cell != TEND_CELL_BLANK);
  /* Others stay as they were read. */
  g_assert_true (tend_matrix_cells_get (fixture->cells, 6, 1, &cell));
  g_assert_cmpint (read_cell (fixture, 5, 1), ==, TEND_CELL_IN_HOUSE);

  purchase = buy (fixture, 5, 1, TEND_FIT_PARTLY);
  wait_until (read_cell (fixture, 5, 1) == TEND_CELL_PARTLY);
  tend_test_delete (fixture->book, &tend_purchase_noun, purchase);
  wait_until (read_cell (fixture, 5, 1) == TEND_CELL_IN_HOUSE);
}

static void
test_changed_while_asked (Fixture       *fixture,
                          gconstpointer  data)
{
  TendCell cell;

  /* The answer that is under way when something changes is not believed. */
  g_assert_false (tend_matrix_cells_get (fixture->cells, 0, 0, &cell));
  buy (fixture, 0, 0, TEND_FIT_FITS);
  wait_until (read_cell (fixture, 0, 0) == TEND_CELL_FITS);
}

static void
test_products (Fixture       *fixture,
               gconstpointer  data)
{
  TendId many[TEND_MATRIX_COLUMNS + 4];
  TendCell cell;

  buy (fixture, 0, 2, TEND_FIT_UNKNOWN);
  g_assert_cmpint (read_cell (fixture, 0, 2), ==, TEND_CELL_HAS);
  tend_matrix_cells_set_products (fixture->cells, &fixture->products[2], 1);
  g_assert_false (tend_matrix_cells_get (fixture->cells, 0, 0, &cell));
  g_assert_cmpint (read_cell (fixture, 0, 0), ==, TEND_CELL_HAS);
  g_assert_cmpint (tend_matrix_cells_get_product (fixture->cells, 0), ==, fixture->products[2]);
  g_assert_cmpint (tend_matrix_cells_get_product (fixture->cells, 1), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = fixture->products[0] + i;
  tend_matrix_cells_set_products (fixture->cells, many, G_N_ELEMENTS (many));
  g_assert_cmpuint (tend_matrix_cells_get_n_products (fixture->cells), ==, TEND_MATRIX_COLUMNS);
  tend_matrix_cells_set_products (fixture->cells, NULL, 0);
  g_assert_false (tend_matrix_cells_get (fixture->cells, 0, 0, &cell));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/matrix-cells/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("reads-pages", test_reads_pages);
  ADD ("one-question-a-page", test_one_question_a_page);
  ADD ("follows-the-book", test_follows_the_book);
  ADD ("changed-while-asked", test_changed_while_asked);
  ADD ("products", test_products);
#undef ADD
  return g_test_run ();
}
