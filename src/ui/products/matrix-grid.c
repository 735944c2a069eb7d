/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-grid.h"

#include "core/entities/product.h"
#include "ui/text/words.h"

#define MAX_CHARS 120

struct _TendMatrixGrid
{
  GObject parent_instance;

  TendBook        *book;
  TendMatrixCells *cells;
  GtkAdjustment   *adjustment;
  GPtrArray       *names;
  guint            column;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendMatrixGrid, tend_matrix_grid, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
emit_changed (TendMatrixGrid *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tend_matrix_grid_finalize (GObject *object)
{
  TendMatrixGrid *self = TEND_MATRIX_GRID (object);

  g_ptr_array_unref (self->names);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->cells);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_matrix_grid_parent_class)->finalize (object);
}

static void
tend_matrix_grid_class_init (TendMatrixGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_matrix_grid_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_matrix_grid_init (TendMatrixGrid *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, TEND_MATRIX_COLUMN_WIDTH, 4 * TEND_MATRIX_COLUMN_WIDTH, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

TendMatrixGrid *
tend_matrix_grid_new (TendBook        *book,
                      TendMatrixCells *cells)
{
  TendMatrixGrid *self = g_object_new (TEND_TYPE_MATRIX_GRID, NULL);

  self->book = g_object_ref (book);
  self->cells = g_object_ref (cells);
  g_signal_connect_object (cells, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  return self;
}

TendBook *
tend_matrix_grid_get_book (TendMatrixGrid *self)
{
  return self->book;
}

TendMatrixCells *
tend_matrix_grid_get_cells (TendMatrixGrid *self)
{
  return self->cells;
}

GtkAdjustment *
tend_matrix_grid_get_adjustment (TendMatrixGrid *self)
{
  return self->adjustment;
}

void
tend_matrix_grid_set_products (TendMatrixGrid *self,
                               GPtrArray      *products)
{
  TendId ids[TEND_MATRIX_COLUMNS];
  guint n = MIN (products->len, TEND_MATRIX_COLUMNS);

  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < n; i++)
    {
      const TendProductRecord *record = tend_product_get (g_ptr_array_index (products, i));

      ids[i] = record->base.id;
      g_ptr_array_add (self->names, tend_words_one_line (record->name, MAX_CHARS));
    }
  self->column = MIN (self->column, n > 0 ? n - 1 : 0);
  gtk_adjustment_set_upper (self->adjustment, n * TEND_MATRIX_COLUMN_WIDTH);
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment));
  tend_matrix_cells_set_products (self->cells, ids, n);
  emit_changed (self);
}

guint
tend_matrix_grid_get_n_columns (TendMatrixGrid *self)
{
  return self->names->len;
}

const char *
tend_matrix_grid_get_name (TendMatrixGrid *self,
                           guint           column)
{
  return column < self->names->len ? g_ptr_array_index (self->names, column) : "";
}

guint
tend_matrix_grid_get_column (TendMatrixGrid *self)
{
  return self->column;
}

/* Before the first row has a width, nothing is in sight. */
static void
show_column (TendMatrixGrid *self)
{
  if (gtk_adjustment_get_page_size (self->adjustment) > 0)
    gtk_adjustment_clamp_page (self->adjustment, self->column * TEND_MATRIX_COLUMN_WIDTH,
                               (self->column + 1) * TEND_MATRIX_COLUMN_WIDTH);
}

void
tend_matrix_grid_set_column (TendMatrixGrid *self,
                             guint           column)
{
  if (self->names->len == 0)
    return;

  self->column = MIN (column, self->names->len - 1);
  show_column (self);
  emit_changed (self);
}

int
tend_matrix_grid_name_width (int width)
{
  return CLAMP (width * 3 / 10, 120, 240);
}

int
tend_matrix_grid_column_x (TendMatrixGrid *self,
                           int             width,
                           guint           column)
{
  return tend_matrix_grid_name_width (width) + (int) column * TEND_MATRIX_COLUMN_WIDTH - (int) gtk_adjustment_get_value (self->adjustment);
}

int
tend_matrix_grid_column_at (TendMatrixGrid *self,
                            int             width,
                            double          x)
{
  double inside = x - tend_matrix_grid_name_width (width);
  guint column;

  if (inside < 0)
    return -1;

  column = (guint) ((inside + gtk_adjustment_get_value (self->adjustment)) / TEND_MATRIX_COLUMN_WIDTH);
  return column < self->names->len ? (int) column : -1;
}

void
tend_matrix_grid_set_width (TendMatrixGrid *self,
                            int             width)
{
  int page = MAX (width - tend_matrix_grid_name_width (width), 1);
  int upper = MAX ((int) self->names->len * TEND_MATRIX_COLUMN_WIDTH, page);
  gboolean is_other = page != (int) gtk_adjustment_get_page_size (self->adjustment);

  gtk_adjustment_configure (self->adjustment, MIN (gtk_adjustment_get_value (self->adjustment), upper - page), 0, upper,
                            TEND_MATRIX_COLUMN_WIDTH, page, page);
  if (is_other)
    show_column (self);
}
