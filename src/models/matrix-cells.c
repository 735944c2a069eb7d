/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-cells.h"

#include <string.h>

#include "core/entities/product.h"
#include "core/ids.h"
#include "page-cache.h"
#include "weak-request.h"

/* Accounts whose squares are kept: far more than any window shows. */
#define MAX_ROWS 8192

struct _TendMatrixCells
{
  GObject     parent_instance;

  TendBook   *book;
  TendIdList *accounts;
  GArray     *products;     /* TendId */
  GHashTable *rows;         /* account → guint8[n_products] */
  GHashTable *asked;        /* accounts whose squares are under way */
  guint       generation;   /* answers of an older one are out of date */
  char       *today;        /* of what is in @rows */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendMatrixCells, tend_matrix_cells, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* A question under way. */
typedef struct
{
  gpointer cells;        /* tend_weak_request_new() */
  GArray  *accounts;
  guint    n_products;
  guint    generation;
} Question;

/* What is under way was asked before the change, and may or may not have seen it. */
static void
outdate (TendMatrixCells *self)
{
  self->generation++;
  g_hash_table_remove_all (self->asked);
}

static void
forget_all (TendMatrixCells *self)
{
  outdate (self);
  g_hash_table_remove_all (self->rows);
}

static void
take_answer (TendMatrixCells *self,
             Question        *question,
             GBytes          *answer)
{
  const guint8 *cells = g_bytes_get_data (answer, NULL);

  if (g_hash_table_size (self->rows) + question->accounts->len > MAX_ROWS)
    g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < question->accounts->len; i++)
    {
      TendId account = g_array_index (question->accounts, TendId, i);

      g_hash_table_insert (self->rows, GSIZE_TO_POINTER (account),
                           g_memdup2 (cells + (gsize) i * question->n_products, question->n_products));
      g_hash_table_remove (self->asked, GSIZE_TO_POINTER (account));
    }
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Question *question = data;
  g_autoptr (GBytes) answer = tend_book_list_cells_finish (TEND_BOOK (source), result, NULL);
  g_autoptr (TendMatrixCells) self = tend_weak_request_take (question->cells);

  /* Where nothing could be read the accounts stay asked for, until the next change: not again and again. */
  if (self != NULL && answer != NULL && question->generation == self->generation)
    {
      take_answer (self, question, answer);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  g_array_unref (question->accounts);
  g_free (question);
}

static void
check_day (TendMatrixCells *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  if (g_set_str (&self->today, today))
    forget_all (self);
}

/* Asks for the page of accounts that @position lies in. */
static void
ask (TendMatrixCells *self,
     guint            position)
{
  guint start = position - position % TEND_PAGE_SIZE;
  Question *question;

  check_day (self);
  question = g_new0 (Question, 1);
  question->accounts = tend_ids_new ();
  for (guint i = start; i < start + TEND_PAGE_SIZE; i++)
    {
      TendId account = tend_id_list_get_id (self->accounts, i);

      if (account == 0)
        break;
      if (!g_hash_table_contains (self->rows, GSIZE_TO_POINTER (account)) && g_hash_table_add (self->asked, GSIZE_TO_POINTER (account)))
        g_array_append_val (question->accounts, account);
    }
  question->cells = tend_weak_request_new (self);
  question->n_products = self->products->len;
  question->generation = self->generation;
  tend_book_list_cells_async (self->book, tend_ids_get (question->accounts), question->accounts->len,
                              tend_ids_get (self->products), self->products->len, self->today, NULL, on_listed,
                              question);
}

static void
on_book_changed (TendMatrixCells *self,
                 TendChangeSet   *changes)
{
  guint n_items;
  const TendChangeItem *items = tend_change_set_get_items (changes, &n_items);

  if (tend_change_set_get_total (changes) || tend_change_set_touches (changes, &tend_product_noun))
    {
      forget_all (self);
    }
  else
    {
      outdate (self);
      for (guint i = 0; i < n_items; i++)
        g_hash_table_remove (self->rows, GSIZE_TO_POINTER (items[i].account != 0 ? items[i].account : items[i].id));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tend_matrix_cells_finalize (GObject *object)
{
  TendMatrixCells *self = TEND_MATRIX_CELLS (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->asked);
  g_array_unref (self->products);
  g_free (self->today);
  g_clear_object (&self->accounts);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_matrix_cells_parent_class)->finalize (object);
}

static void
tend_matrix_cells_class_init (TendMatrixCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_matrix_cells_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_matrix_cells_init (TendMatrixCells *self)
{
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->asked = g_hash_table_new (NULL, NULL);
  self->products = tend_ids_new ();
}

TendMatrixCells *
tend_matrix_cells_new (TendBook   *book,
                       TendIdList *accounts)
{
  TendMatrixCells *self = g_object_new (TEND_TYPE_MATRIX_CELLS, NULL);

  self->book = g_object_ref (book);
  self->accounts = g_object_ref (accounts);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);

  return self;
}

void
tend_matrix_cells_set_products (TendMatrixCells *self,
                                const TendId    *products,
                                guint            n_products)
{
  n_products = MIN (n_products, TEND_MATRIX_COLUMNS);
  if (n_products == self->products->len && (n_products == 0 || memcmp (products, self->products->data, n_products * sizeof *products) == 0))
    return;

  g_array_set_size (self->products, 0);
  if (n_products > 0)
    g_array_append_vals (self->products, products, n_products);
  forget_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
tend_matrix_cells_get_n_products (TendMatrixCells *self)
{
  return self->products->len;
}

TendId
tend_matrix_cells_get_product (TendMatrixCells *self,
                               guint            column)
{
  return column < self->products->len ? g_array_index (self->products, TendId, column) : 0;
}

gboolean
tend_matrix_cells_get (TendMatrixCells *self,
                       guint            position,
                       guint            column,
                       TendCell        *cell)
{
  TendId account = tend_id_list_get_id (self->accounts, position);
  const guint8 *row = g_hash_table_lookup (self->rows, GSIZE_TO_POINTER (account));

  if (account == 0 || column >= self->products->len)
    return FALSE;
  if (row == NULL)
    {
      if (!g_hash_table_contains (self->asked, GSIZE_TO_POINTER (account)))
        ask (self, position);
      return FALSE;
    }

  *cell = row[column];
  return TRUE;
}
