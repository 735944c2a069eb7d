/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-chooser.h"

#include <glib/gi18n.h>

#include "core/entities/product.h"
#include "core/ids.h"
#include "models/entity-list-model.h"
#include "ui/settings.h"
#include "ui/text/words.h"

#define MAX_CHARS 300

struct _TendMatrixChooser
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *heading;
  GtkSearchEntry *search;
  GtkListView    *list;

  /* Owned References */
  TendEntityListModel *model;
  GArray              *chosen;   /* TendId, in the order of the columns */
  GHashTable          *checks;   /* GtkCheckButton that show a product */
  gboolean             quiet;    /* a check is being set by the program */
};

G_DEFINE_FINAL_TYPE (TendMatrixChooser, tend_matrix_chooser, ADW_TYPE_DIALOG)

static int
find_chosen (TendMatrixChooser *self,
             TendId             product)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      if (g_array_index (self->chosen, TendId, i) == product)
        return (int) i;
    }

  return -1;
}

static TendId
get_product (GtkWidget *check)
{
  TendEntity *product = g_object_get_data (G_OBJECT (check), "product");

  return product != NULL ? tend_entity_get_id (product) : 0;
}

static void
show_checks (TendMatrixChooser *self)
{
  gboolean is_full = self->chosen->len >= TEND_MATRIX_COLUMNS;
  g_autofree char *count = g_strdup_printf (_("%u of at most %d"), self->chosen->len, TEND_MATRIX_COLUMNS);
  GHashTableIter iter;
  gpointer check;

  adw_window_title_set_subtitle (self->heading, count);
  self->quiet = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &check, NULL))
    {
      gboolean is_chosen = find_chosen (self, get_product (check)) >= 0;

      gtk_check_button_set_active (check, is_chosen);
      gtk_widget_set_sensitive (check, is_chosen || !is_full);
    }
  self->quiet = FALSE;
}

static void
remember (TendMatrixChooser *self)
{
  tend_settings_set_matrix_products (tend_settings_get_default (), tend_ids_get (self->chosen), self->chosen->len);
  show_checks (self);
}

static void
on_toggled (TendMatrixChooser *self,
            GtkCheckButton    *check)
{
  TendId product = get_product (GTK_WIDGET (check));
  int column = find_chosen (self, product);

  if (self->quiet || product == 0)
    return;

  if (gtk_check_button_get_active (check) && column < 0 && self->chosen->len < TEND_MATRIX_COLUMNS)
    g_array_append_val (self->chosen, product);
  else if (!gtk_check_button_get_active (check) && column >= 0)
    g_array_remove_index (self->chosen, (guint) column);
  remember (self);
}

static void
on_reset (TendMatrixChooser *self)
{
  g_array_set_size (self->chosen, 0);
  remember (self);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
show_name (GtkWidget  *check,
           TendEntity *product)
{
  g_autofree char *name = tend_words_one_line (tend_product_get (TEND_PRODUCT (product))->name, MAX_CHARS);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), name);
}

static void
on_setup (TendMatrixChooser *self,
          GtkListItem       *item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, check);
}

static void
on_bind (TendMatrixChooser *self,
         GtkListItem       *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  TendEntity *product = gtk_list_item_get_item (item);

  g_object_set_data_full (G_OBJECT (check), "product", g_object_ref (product), g_object_unref);
  g_signal_connect_object (product, "changed", G_CALLBACK (show_name), check, G_CONNECT_SWAPPED);
  show_name (check, product);
  g_hash_table_add (self->checks, check);
  show_checks (self);
}

static void
on_unbind (TendMatrixChooser *self,
           GtkListItem       *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_name, check);
  g_object_set_data (G_OBJECT (check), "product", NULL);
  g_hash_table_remove (self->checks, check);
}

static void
on_query (TendMatrixChooser *self)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_product_noun);

  if (self->model == NULL)
    return;

  tend_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  tend_query_set_sort (query, "name", FALSE);
  tend_entity_list_model_set_query (self->model, query);
}

static void
tend_matrix_chooser_dispose (GObject *object)
{
  TendMatrixChooser *self = TEND_MATRIX_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_MATRIX_CHOOSER);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (tend_matrix_chooser_parent_class)->dispose (object);
}

static void
tend_matrix_chooser_finalize (GObject *object)
{
  TendMatrixChooser *self = TEND_MATRIX_CHOOSER (object);

  g_array_unref (self->chosen);
  g_hash_table_unref (self->checks);
  G_OBJECT_CLASS (tend_matrix_chooser_parent_class)->finalize (object);
}

static void
tend_matrix_chooser_class_init (TendMatrixChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_matrix_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_matrix_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/products/matrix-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TendMatrixChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, TendMatrixChooser, search);
  gtk_widget_class_bind_template_child (widget_class, TendMatrixChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, on_query);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
tend_matrix_chooser_init (TendMatrixChooser *self)
{
  self->chosen = tend_ids_new ();
  self->checks = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tend_matrix_chooser_new (TendBook     *book,
                         const TendId *products,
                         guint         n_products)
{
  TendMatrixChooser *self = g_object_new (TEND_TYPE_MATRIX_CHOOSER, NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  if (n_products > 0)
    g_array_append_vals (self->chosen, products, n_products);
  self->model = tend_entity_list_model_new (book, NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  on_query (self);
  show_checks (self);

  return ADW_DIALOG (self);
}
