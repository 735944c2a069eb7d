/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue-page.h"

#include "core/entities/product.h"
#include "models/entity-list-model.h"
#include "product-row.h"
#include "ui/widgets/selection.h"

struct _TendCataloguePage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkSearchEntry *search;
  AdwToggleGroup *scope;
  GtkStack       *stack;
  GtkListView    *list;

  /* Owned References */
  TendBook            *book;
  TendProductUses     *uses;
  TendEntityListModel *model;
  TendSelection       *selection;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendCataloguePage, tend_catalogue_page, ADW_TYPE_NAVIGATION_PAGE)

static guint signals[N_SIGNALS];

/* Rows. */

static void
on_described (GtkListItem    *item,
              TendProductRow *row)
{
  gtk_list_item_set_accessible_label (item, tend_product_row_get_description (row));
}

static void
on_setup (TendCataloguePage *self,
          GtkListItem       *item)
{
  GtkWidget *row = tend_product_row_new (self->book, self->uses);

  g_signal_connect_object (row, "described", G_CALLBACK (on_described), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TendCataloguePage *self,
         GtkListItem       *item)
{
  tend_product_row_set_product (TEND_PRODUCT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (TendCataloguePage *self,
           GtkListItem       *item)
{
  tend_product_row_set_product (TEND_PRODUCT_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The list. */

static gboolean
shows_sold (TendCataloguePage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->scope), "retired") != 0;
}

static gboolean
is_searching (TendCataloguePage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void
show_state (TendCataloguePage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  if (!is_empty || tend_entity_list_model_get_loading (self->model))
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, is_searching (self) || !shows_sold (self) ? "nothing" : "empty");
}

static void
on_query (TendCataloguePage *self)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_product_noun);

  if (self->model == NULL)
    return;

  tend_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  tend_query_add_int (query, "active", TEND_QUERY_IS, shows_sold (self) ? 1 : 0);
  tend_query_set_sort (query, "name", FALSE);
  tend_entity_list_model_set_query (self->model, query);
}

static void
on_stop_search (TendCataloguePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_activate (TendCataloguePage *self,
             guint              position)
{
  g_signal_emit (self, signals[SELECTED], 0, tend_id_list_get_id (TEND_ID_LIST (self->model), position));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_selected (TendCataloguePage *self)
{
  TendId id = tend_selection_get_selected_id (self->selection);

  if (id != 0)
    g_signal_emit (self, signals[SELECTED], 0, id);
}

/* Something is shown from the start. */
static void
on_loaded (TendCataloguePage *self)
{
  show_state (self);
  if (tend_selection_get_selected_id (self->selection) == 0 && !is_searching (self))
    tend_selection_select_id (self->selection, tend_id_list_get_id (TEND_ID_LIST (self->model), 0));
}

static void
tend_catalogue_page_dispose (GObject *object)
{
  TendCataloguePage *self = TEND_CATALOGUE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_CATALOGUE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->uses);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_catalogue_page_parent_class)->dispose (object);
}

static void
tend_catalogue_page_class_init (TendCataloguePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_catalogue_page_dispose;

  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/products/catalogue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendCataloguePage, search);
  gtk_widget_class_bind_template_child (widget_class, TendCataloguePage, scope);
  gtk_widget_class_bind_template_child (widget_class, TendCataloguePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendCataloguePage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_query);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
tend_catalogue_page_init (TendCataloguePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

TendCataloguePage *
tend_catalogue_page_new (TendBook        *book,
                         TendProductUses *uses)
{
  TendCataloguePage *self = g_object_new (TEND_TYPE_CATALOGUE_PAGE, NULL);

  self->book = g_object_ref (book);
  self->uses = g_object_ref (uses);
  self->model = tend_entity_list_model_new (book, NULL);
  self->selection = tend_selection_new (TEND_ID_LIST (self->model));
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  on_query (self);

  return self;
}

void
tend_catalogue_page_select (TendCataloguePage *self,
                            TendId             product)
{
  g_return_if_fail (TEND_IS_CATALOGUE_PAGE (self));

  tend_selection_select_id (self->selection, product);
}

void
tend_catalogue_page_set_folded (TendCataloguePage *self,
                                gboolean           folded)
{
  g_return_if_fail (TEND_IS_CATALOGUE_PAGE (self));

  gtk_list_view_set_single_click_activate (self->list, folded);
}
