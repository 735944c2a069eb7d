/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "ids.h"
#include "storage/product-table.h"

/* What the book can be asked about products: who has what. */

typedef struct
{
  GArray *accounts;
  GArray *products;
  char   *today;
} CellsArgs;

static void
cells_args_free (CellsArgs *args)
{
  g_array_unref (args->accounts);
  g_array_unref (args->products);
  g_free (args->today);
  g_free (args);
}

static gpointer
cells_work (gpointer       context,
            TendDatabase  *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  CellsArgs *args = data;
  g_autofree guint8 *cells = g_new0 (guint8, (gsize) args->accounts->len * args->products->len + 1);

  if (!tend_product_table_read_cells (database, tend_ids_get (args->accounts), args->accounts->len,
                                      tend_ids_get (args->products), args->products->len, args->today,
                                      cells, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&cells), (gsize) args->accounts->len * args->products->len);
}

void
tend_book_list_cells_async (TendBook            *self,
                            const TendId        *accounts,
                            gsize                n_accounts,
                            const TendId        *products,
                            gsize                n_products,
                            const char          *today,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CellsArgs *args = g_new0 (CellsArgs, 1);

  args->accounts = tend_ids_copy (accounts, n_accounts);
  args->products = tend_ids_copy (products, n_products);
  args->today = g_strdup (today);
  tend_book_push (self, self->loader, cells_work, args, (GDestroyNotify) cells_args_free, (GDestroyNotify) g_bytes_unref,
                  cancellable, callback, user_data);
}

GBytes *
tend_book_list_cells_finish (TendBook      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
uses_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return tend_product_table_count_uses (database, data, error);
}

GHashTable *
tend_book_count_uses (TendBook    *self,
                      const char  *today,
                      GError     **error)
{
  return tend_book_call (self, self->reader, uses_work, (gpointer) today, error);
}

void
tend_book_count_uses_async (TendBook            *self,
                            const char          *today,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  tend_book_push (self, self->reader, uses_work, g_strdup (today), g_free, (GDestroyNotify) g_hash_table_unref,
                  cancellable, callback, user_data);
}

GHashTable *
tend_book_count_uses_finish (TendBook      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
