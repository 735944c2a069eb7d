/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-page.h"

#include <glib/gi18n.h>

#include "client-row.h"
#include "models/entity-list-model.h"
#include "models/matrix-cells.h"
#include "product-row.h"
#include "ui/text/words.h"

struct _TendProductPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkMenuButton  *menu_button;
  GtkWidget      *edit_button;
  GtkStack       *stack;
  GtkLabel       *name;
  GtkLabel       *facts;
  GtkLabel       *description;
  AdwToggleGroup *side;
  AdwToggle      *has;
  AdwToggle      *lacks;
  GtkStack       *lists;
  GtkListView    *buyers;
  GtkListView    *others;

  /* Owned References */
  TendBook            *book;
  TendProductUses     *uses;
  TendProduct         *product;
  TendEntityListModel *purchases;
  TendEntityListModel *accounts;
  TendMatrixCells     *cells;
  GHashTable          *rows;       /* GtkListItem of the white space that are bound */
};

G_DEFINE_FINAL_TYPE (TendProductPage, tend_product_page, ADW_TYPE_NAVIGATION_PAGE)

/* Rows. */

static void
on_described (GtkListItem   *item,
              TendClientRow *row)
{
  gtk_list_item_set_accessible_label (item, tend_client_row_get_description (row));
}

static void
on_setup (TendProductPage *self,
          GtkListItem     *item)
{
  GtkWidget *row = tend_client_row_new (self->book);

  g_signal_connect_object (row, "described", G_CALLBACK (on_described), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind_buyer (TendProductPage *self,
               GtkListItem     *item)
{
  tend_client_row_set_purchase (TEND_CLIENT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
show_cell (TendProductPage *self,
           GtkListItem     *item)
{
  TendCell cell;

  if (tend_matrix_cells_get (self->cells, gtk_list_item_get_position (item), 0, &cell))
    tend_client_row_set_cell (TEND_CLIENT_ROW (gtk_list_item_get_child (item)), cell);
}

static void
on_bind_other (TendProductPage *self,
               GtkListItem     *item)
{
  tend_client_row_set_account (TEND_CLIENT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                               tend_matrix_cells_get_product (self->cells, 0));
  g_hash_table_add (self->rows, item);
  show_cell (self, item);
}

static void
on_unbind (TendProductPage *self,
           GtkListItem     *item)
{
  g_hash_table_remove (self->rows, item);
  tend_client_row_set_purchase (TEND_CLIENT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_cells_changed (TendProductPage *self)
{
  g_autoptr (GPtrArray) items = g_hash_table_get_keys_as_ptr_array (self->rows);

  for (guint i = 0; i < items->len; i++)
    show_cell (self, g_ptr_array_index (items, i));
}

static void
open_account (TendProductPage *self,
              TendId           account)
{
  if (account != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-account", "x", account);
}

static void
on_buyer (TendProductPage *self,
          guint            position)
{
  g_autoptr (TendPurchase) purchase = g_list_model_get_item (G_LIST_MODEL (self->purchases), position);

  open_account (self, purchase != NULL ? tend_purchase_get (purchase)->account : 0);
}

static void
on_other (TendProductPage *self,
          guint            position)
{
  open_account (self, tend_id_list_get_id (TEND_ID_LIST (self->accounts), position));
}

/* The page. */

static guint
count (TendEntityListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
on_side (TendProductPage *self)
{
  gboolean lacks = g_strcmp0 (adw_toggle_group_get_active_name (self->side), "lacks") == 0;
  TendEntityListModel *model = lacks ? self->accounts : self->purchases;

  if (model == NULL)
    return;

  if (count (model) > 0 || tend_entity_list_model_get_loading (model))
    gtk_stack_set_visible_child_name (self->lists, lacks ? "lacks" : "has");
  else
    gtk_stack_set_visible_child_name (self->lists, lacks ? "everybody" : "nobody");
}

static void
show_counts (TendProductPage *self)
{
  g_autofree char *has = NULL;
  g_autofree char *lacks = g_strdup_printf (_("White Space (%'u)"), count (self->accounts));
  TendProductUse use;

  if (self->product == NULL)
    return;

  use = tend_product_uses_get (self->uses, tend_entity_get_id (TEND_ENTITY (self->product)));
  /* Translators: a heading: the clients that have a product, and how many they are */
  has = g_strdup_printf (_("Has It (%'u)"), use.accounts);
  adw_toggle_set_label (self->has, has);
  adw_toggle_set_label (self->lacks, lacks);
  on_side (self);
}

static GMenuModel *
create_menu (const TendProductRecord *record)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) retire = g_menu_item_new (record->active ? _("No Longer _Sold") : _("_Sold Again"), NULL);
  g_autoptr (GMenuItem) delete = g_menu_item_new (_("_Delete"), NULL);

  g_menu_item_set_action_and_target (retire, "win.set-field", "(sxss)", "product", record->base.id, "active", record->active ? "no" : "yes");
  g_menu_item_set_action_and_target (delete, "win.delete-product", "x", record->base.id);
  g_menu_append_item (menu, retire);
  g_menu_append_item (menu, delete);

  return G_MENU_MODEL (menu);
}

static char *
dup_facts (TendProductPage         *self,
           const TendProductRecord *record)
{
  TendProductUse use = tend_product_uses_get (self->uses, record->base.id);
  g_autofree char *line = tend_product_dup_line (self->book, record);
  g_autofree char *fits = tend_product_dup_fits (use.fits);
  GString *facts = g_string_new (line);

  if (record->number != NULL)
    g_string_append_printf (facts, " · %s", record->number);
  if (!record->active)
    g_string_append_printf (facts, " · %s", _("no longer sold"));
  if (*fits != '\0')
    g_string_append_printf (facts, " · %s", fits);
  if (use.opportunities > 0)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%u open opportunity", "%u open opportunities", use.opportunities), use.opportunities);
    }

  return g_string_free_and_steal (facts);
}

static void
update (TendProductPage *self)
{
  const TendProductRecord *record;
  g_autofree char *name = NULL;
  g_autofree char *facts = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->product == NULL)
    return;
  if (tend_entity_get_deleted (TEND_ENTITY (self->product)))
    {
      tend_product_page_set_product (self, NULL);
      return;
    }

  record = tend_product_get (self->product);
  name = tend_words_one_line (record->name, 500);
  facts = dup_facts (self, record);
  menu = create_menu (record);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *name != '\0' ? name : _("Product"));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->description, record->description != NULL ? record->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), record->description != NULL);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "x", record->base.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "win.edit-product");
  show_counts (self);
}

static void
read_clients (TendProductPage *self,
              TendId           product)
{
  g_autoptr (TendQuery) purchases = tend_query_new (&tend_purchase_noun);
  g_autoptr (TendQuery) accounts = tend_query_new (&tend_account_noun);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  tend_query_add_int (purchases, "product", TEND_QUERY_IS, product);
  tend_query_set_sort (purchases, "yearly_value", TRUE);
  tend_query_set_product (accounts, product, TRUE, today);
  tend_query_set_sort (accounts, "name", FALSE);
  tend_matrix_cells_set_products (self->cells, &product, 1);
  tend_entity_list_model_set_query (self->purchases, purchases);
  tend_entity_list_model_set_query (self->accounts, accounts);
}

static void
tend_product_page_dispose (GObject *object)
{
  TendProductPage *self = TEND_PRODUCT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PRODUCT_PAGE);
  g_clear_object (&self->product);
  g_clear_object (&self->purchases);
  g_clear_object (&self->accounts);
  g_clear_object (&self->cells);
  g_clear_object (&self->uses);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_product_page_parent_class)->dispose (object);
}

static void
tend_product_page_finalize (GObject *object)
{
  g_hash_table_unref (TEND_PRODUCT_PAGE (object)->rows);
  G_OBJECT_CLASS (tend_product_page_parent_class)->finalize (object);
}

#define CHILDREN(X) X (menu_button) X (edit_button) X (stack) X (name) X (facts) X (description) X (side) X (has) X (lacks) X (lists) \
                    X (buyers) X (others)

static void
tend_product_page_class_init (TendProductPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_product_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_product_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/products/product-page.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendProductPage, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_side);
  gtk_widget_class_bind_template_callback (widget_class, on_buyer);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_buyer);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_other);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
tend_product_page_init (TendProductPage *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_list (TendProductPage     *self,
          GtkListView         *list,
          TendEntityListModel *model)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));

  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (model, "loaded", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
}

TendProductPage *
tend_product_page_new (TendBook        *book,
                       TendProductUses *uses)
{
  TendProductPage *self = g_object_new (TEND_TYPE_PRODUCT_PAGE, NULL);

  self->book = g_object_ref (book);
  self->uses = g_object_ref (uses);
  self->purchases = tend_entity_list_model_new (book, NULL);
  self->accounts = tend_entity_list_model_new (book, NULL);
  self->cells = tend_matrix_cells_new (book, TEND_ID_LIST (self->accounts));
  set_list (self, self->buyers, self->purchases);
  set_list (self, self->others, self->accounts);
  g_signal_connect_object (self->cells, "changed", G_CALLBACK (on_cells_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (uses, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

void
tend_product_page_set_product (TendProductPage *self,
                               TendProduct     *product)
{
  g_return_if_fail (TEND_IS_PRODUCT_PAGE (self));

  if (self->product == product)
    return;

  if (self->product != NULL)
    g_signal_handlers_disconnect_by_func (self->product, update, self);
  g_set_object (&self->product, product);
  gtk_widget_set_visible (self->edit_button, product != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), product != NULL);
  gtk_stack_set_visible_child_name (self->stack, product != NULL ? "product" : "none");
  if (product == NULL)
    {
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _("Product"));
      return;
    }

  g_signal_connect_object (product, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  read_clients (self, tend_entity_get_id (TEND_ENTITY (product)));
  update (self);
}
