/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-table.h"

#include "../entities/purchase.h"
#include "../entities/whitespace.h"

#define HAD "(ends_on IS NULL OR ends_on >= ?2)"

typedef struct
{
  const TendId *products;
  gsize         n_products;
  guint8       *cells;      /* of the account */
} Row;

static guint8 *
find_cell (const Row *row,
           TendId     product)
{
  for (gsize i = 0; i < row->n_products; i++)
    if (row->products[i] == product)
      return &row->cells[i];
  return NULL;
}

typedef void (*CellFunc) (guint8        *cell,
                          TendStatement *statement);

/* Of several purchases of one product the one that fits worst is shown: it is the one to care about. */
static void
mark_purchase (guint8        *cell,
               TendStatement *statement)
{
  int fit = tend_word_find (tend_fits, tend_statement_get_text (statement, 1));

  *cell = (guint8) MAX (*cell, TEND_CELL_HAS + MAX (fit, 0));
}

static void
mark_stance (guint8        *cell,
             TendStatement *statement)
{
  int stance = tend_word_find (tend_stances, tend_statement_get_text (statement, 1));

  if (*cell == TEND_CELL_BLANK && stance > TEND_STANCE_UNKNOWN)
    *cell = (guint8) (TEND_CELL_IN_HOUSE + stance - TEND_STANCE_IN_HOUSE);
}

static void
mark_opportunity (guint8        *cell,
                  TendStatement *statement)
{
  *cell |= TEND_CELL_OPEN;
}

static gboolean
mark_row (TendStatement  *statement,
          TendId          account,
          const char     *today,
          const Row      *row,
          CellFunc        func,
          GError        **error)
{
  TendStep step;

  tend_statement_bind_int (statement, 1, account);
  if (today != NULL)
    tend_statement_bind_text (statement, 2, today);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      guint8 *cell = find_cell (row, tend_statement_get_int (statement, 0));

      if (cell != NULL)
        func (cell, statement);
    }
  tend_statement_reset (statement);
  return step == TEND_STEP_DONE;
}

gboolean
tend_product_table_read_cells (TendDatabase  *database,
                               const TendId  *accounts,
                               gsize          n_accounts,
                               const TendId  *products,
                               gsize          n_products,
                               const char    *today,
                               guint8        *cells,
                               GError       **error)
{
  g_autoptr(TendStatement) purchases = tend_database_prepare (database,
    "SELECT product, fit FROM purchase WHERE account = ?1 AND " HAD, error);
  g_autoptr(TendStatement) stances = purchases == NULL ? NULL : tend_database_prepare (database,
    "SELECT product, stance FROM whitespace WHERE account = ?1", error);
  g_autoptr(TendStatement) opportunities = stances == NULL ? NULL : tend_database_prepare (database,
    "SELECT product FROM opportunity WHERE account = ?1 AND stage NOT IN ('won', 'lost')", error);

  if (opportunities == NULL)
    return FALSE;
  for (gsize i = 0; i < n_accounts; i++)
    {
      Row row = { products, n_products, cells + i * n_products };

      if (!mark_row (purchases, accounts[i], today, &row, mark_purchase, error) ||
          !mark_row (stances, accounts[i], NULL, &row, mark_stance, error) ||
          !mark_row (opportunities, accounts[i], NULL, &row, mark_opportunity, error))
        return FALSE;
    }
  return TRUE;
}

static TendProductUse *
ensure_use (GHashTable *uses,
            TendId      product)
{
  TendProductUse *use = g_hash_table_lookup (uses, GSIZE_TO_POINTER (product));

  if (use == NULL)
    {
      use = g_new0 (TendProductUse, 1);
      use->product = product;
      g_hash_table_insert (uses, GSIZE_TO_POINTER (product), use);
    }
  return use;
}

static gboolean
count_purchases (TendDatabase  *database,
                 const char    *today,
                 GHashTable    *uses,
                 GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT product, count(DISTINCT account), count(*) FILTER (WHERE fit = 'unknown'), count(*) FILTER (WHERE fit = 'fits'),"
    " count(*) FILTER (WHERE fit = 'partly'), count(*) FILTER (WHERE fit = 'does-not')"
    " FROM purchase WHERE " HAD " GROUP BY product", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 2, today);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendProductUse *use = ensure_use (uses, tend_statement_get_int (statement, 0));

      use->accounts = (guint) tend_statement_get_int (statement, 1);
      for (int i = 0; i < 4; i++)
        use->fits[i] = (guint) tend_statement_get_int (statement, 2 + i);
    }
  return step == TEND_STEP_DONE;
}

static gboolean
count_opportunities (TendDatabase  *database,
                     GHashTable    *uses,
                     GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT product, count(*) FROM opportunity WHERE product IS NOT NULL AND stage NOT IN ('won', 'lost') GROUP BY product", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    ensure_use (uses, tend_statement_get_int (statement, 0))->opportunities = (guint) tend_statement_get_int (statement, 1);
  return step == TEND_STEP_DONE;
}

GHashTable *
tend_product_table_count_uses (TendDatabase  *database,
                               const char    *today,
                               GError       **error)
{
  g_autoptr(GHashTable) uses = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (!count_purchases (database, today, uses, error) || !count_opportunities (database, uses, error))
    return NULL;
  return g_steal_pointer (&uses);
}
