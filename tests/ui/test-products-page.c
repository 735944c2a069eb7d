/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "support/picture.h"
#include "support/rows.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/products/catalogue-page.h"
#include "ui/products/client-row.h"
#include "ui/products/product-dialog.h"
#include "ui/products/product-page.h"
#include "ui/products/product-row.h"
#include "ui/products/products-page.h"

typedef struct
{
  TendSample          sample;
  GtkWidget          *window;
  TendProductsPage   *page;
  GSimpleActionGroup *actions;
  GString            *activated;   /* the window's actions that were asked for, with their targets */
  TendId              products[3]; /* Cleaning, Heating, and an old one */
} Fixture;

static void
on_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_autofree char *target = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_string_append_printf (((Fixture *) data)->activated, "%s %s\n", g_action_get_name (G_ACTION (action)), target);
}

static TendId
add_product (Fixture    *fixture,
             const char *name,
             gint64      price,
             gboolean    active)
{
  g_autoptr (TendProductRecord) record = tend_product_record_new ();

  record->name = g_strdup (name);
  record->list_price = price;
  record->kind = TEND_PRODUCT_SERVICE;
  record->active = active;
  return tend_sample_add (&fixture->sample, &record->base);
}

static void
add_rows (Fixture *fixture)
{
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendWhitespaceRecord) stance = tend_whitespace_record_new ();

  fixture->products[0] = add_product (fixture, "Cleaning", 120000, TRUE);
  fixture->products[1] = add_product (fixture, "Heating", 0, TRUE);
  fixture->products[2] = add_product (fixture, "Coal", 500, FALSE);
  purchase->account = fixture->sample.brauhaus;
  purchase->product = fixture->products[0];
  purchase->quantity = 3;
  purchase->yearly_value = 240000;
  purchase->renews_on = g_strdup ("2031-12-03");
  purchase->fit = TEND_FIT_PARTLY;
  tend_sample_add (&fixture->sample, &purchase->base);
  stance->account = fixture->sample.bare;
  stance->product = fixture->products[0];
  stance->stance = TEND_STANCE_IN_HOUSE;
  tend_sample_add (&fixture->sample, &stance->base);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "new-product", .activate = on_action },
    { .name = "edit-product", .activate = on_action, .parameter_type = "x" },
    { .name = "delete-product", .activate = on_action, .parameter_type = "x" },
    { .name = "show-account", .activate = on_action, .parameter_type = "x" },
    { .name = "set-field", .activate = on_action, .parameter_type = "(sxss)" },
    { .name = "edit-whitespace", .activate = on_action, .parameter_type = "(xx)" },
    { .name = "set-stance", .activate = on_action, .parameter_type = "(xxs)" },
    { .name = "new-opportunity", .activate = on_action, .parameter_type = "(xxx)" },
  };
  gboolean narrow = g_strcmp0 (data, "narrow") == 0;

  tend_sample_init (&fixture->sample);
  add_rows (fixture);
  fixture->activated = g_string_new (NULL);
  fixture->window = adw_window_new ();
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (fixture->actions));
  fixture->page = tend_products_page_new (fixture->sample.book);
  g_object_set (fixture->page, "collapsed", narrow, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), narrow ? 360 : 900, 640);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  g_assert_finalize_object (page);
  g_object_unref (fixture->actions);
  g_string_free (fixture->activated, TRUE);
  tend_sample_clear (&fixture->sample);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  return tend_test_find (GTK_WIDGET (fixture->page), type, id);
}

/* The row of that type below @widget whose description has @text in it; NULL where there is none. */
static GtkWidget *
find_row (GtkWidget  *widget,
          GType       type,
          const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    {
      const char *description = type == TEND_TYPE_PRODUCT_ROW ? tend_product_row_get_description (TEND_PRODUCT_ROW (widget))
                                                              : tend_client_row_get_description (TEND_CLIENT_ROW (widget));

      if (description != NULL && strstr (description, text) != NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, type, text);

      if (row != NULL)
        return row;
    }

  return NULL;
}

#define wait_row(fixture, type, text) wait_until (find_row (GTK_WIDGET ((fixture)->page), type, text) != NULL)

static void
test_catalogue (Fixture       *fixture,
                gconstpointer  data)
{
  AdwToggleGroup *scope;

  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "Cleaning, Service · € 1,200.00");
  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "1 client, 1 partly");
  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "Heating, Service, Nobody has it");
  g_assert_null (find_row (GTK_WIDGET (fixture->page), TEND_TYPE_PRODUCT_ROW, "Coal"));

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY, "search")), "heat");
  wait_until (find_row (GTK_WIDGET (fixture->page), TEND_TYPE_PRODUCT_ROW, "Cleaning") == NULL);
  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "Heating");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY, "search")), "");
  scope = ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, "scope"));
  adw_toggle_group_set_active_name (scope, "retired");
  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "Coal");
  g_assert_null (find_row (GTK_WIDGET (fixture->page), TEND_TYPE_PRODUCT_ROW, "Heating"));
}

static void
test_buyers (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list;

  /* The first of the catalogue is shown from the start. */
  wait_row (fixture, TEND_TYPE_CLIENT_ROW, " a year · renews 3 December 2031, ≈ Fits partly");
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (GTK_WIDGET (fixture->page), "products");

  list = find (fixture, GTK_TYPE_LIST_VIEW, "buyers");
  g_signal_emit_by_name (list, "activate", 0);
  wait_until (strstr (fixture->activated->str, "show-account") != NULL);
}

static void
test_white_space (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autofree char *expected = g_strdup_printf ("new-opportunity (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 0)", fixture->sample.bare,
                                               fixture->products[0]);
  GtkWidget *row;

  wait_row (fixture, TEND_TYPE_CLIENT_ROW, "Fits partly");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, "side")), "lacks");
  wait_row (fixture, TEND_TYPE_CLIENT_ROW, "⌂ Does it in-house");
  row = find_row (GTK_WIDGET (fixture->page), TEND_TYPE_CLIENT_ROW, "⌂ Does it in-house");
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (GTK_WIDGET (fixture->page), "products-white-space");
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child))
        g_signal_emit_by_name (child, "clicked");
    }
  wait_until (strstr (fixture->activated->str, expected) != NULL);
  g_assert_nonnull (strstr (fixture->activated->str, "edit-whitespace"));

  /* What is bought is no white space any more. */
  purchase->account = fixture->sample.bare;
  purchase->product = fixture->products[0];
  tend_sample_add (&fixture->sample, &purchase->base);
  wait_until (find_row (GTK_WIDGET (fixture->page), TEND_TYPE_CLIENT_ROW, "Does it in-house") == NULL);
}

static void
test_selects (Fixture       *fixture,
              gconstpointer  data)
{
  wait_row (fixture, TEND_TYPE_CLIENT_ROW, "Fits partly");
  tend_products_page_select (fixture->page, fixture->products[1]);
  wait_until (find_row (GTK_WIDGET (fixture->page), TEND_TYPE_CLIENT_ROW, "Fits partly") == NULL);
  wait_until (g_strcmp0 (gtk_label_get_label (GTK_LABEL (find (fixture, GTK_TYPE_LABEL, "name"))), "Heating") == 0);

  /* A product that is gone is not shown any longer. */
  tend_test_delete (fixture->sample.book, &tend_product_noun, fixture->products[1]);
  wait_until (g_strcmp0 (gtk_label_get_label (GTK_LABEL (find (fixture, GTK_TYPE_LABEL, "name"))), "Heating") != 0
              || !gtk_widget_get_visible (find (fixture, GTK_TYPE_BUTTON, "edit_button")));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (find (fixture, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL));

  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "1 client, 1 partly");
  g_assert_false (adw_navigation_split_view_get_show_content (split));
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (GTK_WIDGET (fixture->page), "products-narrow");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_LIST_VIEW, "list"), "activate", 0);
  g_assert_true (adw_navigation_split_view_get_show_content (split));
  wait_row (fixture, TEND_TYPE_CLIENT_ROW, "Fits partly");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 360);
  tend_test_picture (GTK_WIDGET (fixture->page), "product-narrow");
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TendProductRecord) record = tend_product_record_new ();
  g_autoptr (TendEditDialog) dialog = g_object_ref_sink (TEND_EDIT_DIALOG (tend_product_dialog_new (fixture->sample.book, record)));
  g_autoptr (TendQuery) query = tend_query_new (&tend_product_noun);
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *price;

  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (tend_edit_dialog_get_valid (dialog));
  gtk_editable_set_text (GTK_EDITABLE (tend_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "name")), "Roofing");
  price = tend_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "list_price");
  gtk_editable_set_text (GTK_EDITABLE (price), "(5.00)");
  g_assert_false (tend_edit_dialog_get_valid (dialog));
  gtk_editable_set_text (GTK_EDITABLE (price), "1.234,50");
  g_assert_true (tend_edit_dialog_get_valid (dialog));
  tend_test_picture (fixture->window, "product-dialog");
  tend_edit_dialog_save (dialog);
  wait_row (fixture, TEND_TYPE_PRODUCT_ROW, "Roofing, Product · € 1,234.50");

  tend_query_set_search (query, "Roofing");
  found = tend_book_find (fixture->sample.book, query, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (tend_product_get (g_ptr_array_index (found, 0))->list_price, ==, 123450);
  wait_until (gtk_widget_get_parent (GTK_WIDGET (dialog)) == NULL);
}

int
main (int    argc,
      char **argv)
{
  tend_test_init_ui (&argc, &argv);
#define ADD(name, data, function) g_test_add ("/products-page/" name, Fixture, data, set_up, function, tear_down)
  ADD ("catalogue", NULL, test_catalogue);
  ADD ("buyers", NULL, test_buyers);
  ADD ("white-space", NULL, test_white_space);
  ADD ("selects", NULL, test_selects);
  ADD ("narrow", "narrow", test_narrow);
  ADD ("dialog", NULL, test_dialog);
#undef ADD
  return g_test_run ();
}
