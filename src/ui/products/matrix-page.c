/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-page.h"

#include <glib/gi18n.h>

#include "cell-sign.h"
#include "core/entities/product.h"
#include "matrix-chooser.h"
#include "matrix-grid.h"
#include "matrix-row.h"
#include "models/entity-list-model.h"
#include "ui/settings.h"

struct _TendMatrixPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkSearchEntry *search;
  GtkStack       *stack;
  GtkBox         *header;
  GtkListView    *list;
  GtkScrollbar   *scrollbar;
  AdwWrapBox     *legend;

  /* Owned References */
  TendBook            *book;
  TendEntityListModel *accounts;
  TendMatrixGrid      *grid;
  GCancellable        *cancellable;  /* of the products that are being read */
};

G_DEFINE_FINAL_TYPE (TendMatrixPage, tend_matrix_page, ADW_TYPE_NAVIGATION_PAGE)

/* Rows. */

/* A row may keep its widget and stand elsewhere. */
static void
on_position (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL && gtk_list_item_get_item (item) != NULL)
    tend_matrix_row_set_account (TEND_MATRIX_ROW (row), gtk_list_item_get_item (item), gtk_list_item_get_position (item));
}

static void
on_setup (TendMatrixPage *self,
          GtkListItem    *item)
{
  /* The row takes the focus itself, because it has a cursor. */
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, tend_matrix_row_new (self->grid));
  g_signal_connect_object (item, "notify::position", G_CALLBACK (on_position), item, G_CONNECT_DEFAULT);
}

static void
on_bind (TendMatrixPage *self,
         GtkListItem    *item)
{
  tend_matrix_row_set_account (TEND_MATRIX_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                               gtk_list_item_get_position (item));
}

static void
on_unbind (TendMatrixPage *self,
           GtkListItem    *item)
{
  tend_matrix_row_set_account (TEND_MATRIX_ROW (gtk_list_item_get_child (item)), NULL, 0);
}

static gboolean
on_scroll (TendMatrixPage           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GtkAdjustment *adjustment = tend_matrix_grid_get_adjustment (self->grid);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double by = dx != 0 ? dx : state & GDK_SHIFT_MASK ? dy : 0;

  if (by == 0)
    return FALSE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    by *= TEND_MATRIX_COLUMN_WIDTH;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);

  return TRUE;
}

/* Products. */

static void
show_products (TendMatrixPage *self,
               GPtrArray      *products)
{
  tend_matrix_grid_set_products (self->grid, products);
  gtk_widget_queue_allocate (gtk_widget_get_first_child (GTK_WIDGET (self->header)));
  gtk_stack_set_visible_child_name (self->stack, products->len > 0 ? "matrix" : "empty");
}

/* Where the question was cancelled, the page is gone or asks anew, even if an answer came all the same. */
static gboolean
is_cancelled (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) products = tend_book_find_finish (TEND_BOOK (source), result, &error);

  if (products != NULL && !is_cancelled (result))
    show_products (data, products);
}

/* Those chosen that are still there; in this book none may be. */
static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) products = tend_book_load_finish (TEND_BOOK (source), result, &error);
  TendMatrixPage *self = data;
  g_autoptr (TendQuery) query = NULL;

  if (products == NULL || is_cancelled (result))
    return;

  if (products->len > 0)
    {
      show_products (self, products);
      return;
    }

  query = tend_query_new (&tend_product_noun);
  tend_query_add_int (query, "active", TEND_QUERY_IS, 1);
  tend_query_set_sort (query, "name", FALSE);
  tend_query_set_range (query, 0, TEND_MATRIX_COLUMNS);
  tend_book_find_async (self->book, query, self->cancellable, on_found, self);
}

static void
read_products (TendMatrixPage *self)
{
  gsize n_ids;
  g_autofree TendId *ids = tend_settings_dup_matrix_products (tend_settings_get_default (), &n_ids);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tend_book_load_async (self->book, &tend_product_noun, ids, MIN (n_ids, TEND_MATRIX_COLUMNS), self->cancellable, on_loaded, self);
}

static void
on_book_changed (TendMatrixPage *self,
                 TendChangeSet  *changes)
{
  if (tend_change_set_touches (changes, &tend_product_noun))
    read_products (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendMatrixPage *self = TEND_MATRIX_PAGE (widget);
  TendMatrixCells *cells = tend_matrix_grid_get_cells (self->grid);
  TendId ids[TEND_MATRIX_COLUMNS];
  guint n = tend_matrix_cells_get_n_products (cells);

  for (guint i = 0; i < n; i++)
    ids[i] = tend_matrix_cells_get_product (cells, i);
  adw_dialog_present (tend_matrix_chooser_new (self->book, ids, n), widget);
}

static void
on_query (TendMatrixPage *self)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  if (self->accounts == NULL)
    return;

  tend_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  tend_query_add_int (query, "status", TEND_QUERY_NOT, TEND_STATUS_FORMER);
  tend_query_set_sort (query, "name", FALSE);
  tend_entity_list_model_set_query (self->accounts, query);
}

static void
add_legend (TendMatrixPage *self)
{
  static const TendCell cells[] = {
    TEND_CELL_FITS, TEND_CELL_PARTLY, TEND_CELL_DOES_NOT, TEND_CELL_HAS, TEND_CELL_IN_HOUSE, TEND_CELL_COMPETITOR, TEND_CELL_NOT_NEEDED,
  };
  GtkWidget *label;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", tend_cell_sign (cells[i]), tend_cell_word (cells[i]));

      label = gtk_label_new (text);
      gtk_widget_add_css_class (label, "caption");
      adw_wrap_box_append (self->legend, label);
    }
  label = gtk_label_new (_("▁ Opportunity open"));
  gtk_widget_add_css_class (label, "caption");
  adw_wrap_box_append (self->legend, label);
}

static void
tend_matrix_page_dispose (GObject *object)
{
  TendMatrixPage *self = TEND_MATRIX_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_MATRIX_PAGE);
  g_clear_object (&self->grid);
  g_clear_object (&self->accounts);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_matrix_page_parent_class)->dispose (object);
}

#define CHILDREN(X) X (search) X (stack) X (header) X (list) X (scrollbar) X (legend)

static void
tend_matrix_page_class_init (TendMatrixPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_matrix_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/products/matrix-page.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendMatrixPage, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_query);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_install_action (widget_class, "matrix.choose", NULL, choose_action);
}

static void
tend_matrix_page_init (TendMatrixPage *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), scroll);
  add_legend (self);
}

TendMatrixPage *
tend_matrix_page_new (TendBook *book)
{
  TendMatrixPage *self = g_object_new (TEND_TYPE_MATRIX_PAGE, NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (TendMatrixCells) cells = NULL;
  GtkWidget *names;

  self->book = g_object_ref (book);
  self->accounts = tend_entity_list_model_new (book, NULL);
  cells = tend_matrix_cells_new (book, TEND_ID_LIST (self->accounts));
  self->grid = tend_matrix_grid_new (book, cells);
  gtk_scrollbar_set_adjustment (self->scrollbar, tend_matrix_grid_get_adjustment (self->grid));
  names = tend_matrix_row_new_header (self->grid);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (self->header, names);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->accounts)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tend_settings_get_default (), "changed::matrix-products", G_CALLBACK (read_products), self, G_CONNECT_SWAPPED);
  on_query (self);
  read_products (self);

  return self;
}
