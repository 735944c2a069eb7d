/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "core/entities/product.h"
#include "core/entities/saved-view.h"
#include "support/picture.h"
#include "support/screen.h"
#include "support/wait.h"
#include "ui/accounts/account-list-page.h"
#include "ui/accounts/product-filter-dialog.h"
#include "ui/widgets/reference-row.h"
#include "ui/window.h"

/* Saved views of the list, in the real window. */
typedef struct
{
  TendScreen  screen;
  GtkWidget  *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_screen_set_up (&fixture->screen, data);
  wait_until ((fixture->page = tend_test_find (GTK_WIDGET (fixture->screen.window), TEND_TYPE_ACCOUNT_LIST_PAGE, NULL)) != NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_screen_tear_down (&fixture->screen, data);
}

static GMenuModel *
get_menu (Fixture *fixture)
{
  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (tend_test_find (fixture->page, GTK_TYPE_MENU_BUTTON, "views_button")));
}

/* Whether an item of the menu is called @label. */
static gboolean
offers (GMenuModel *menu,
        const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text);
      if (g_strcmp0 (text, label) == 0 || (section != NULL && offers (section, label)))
        return TRUE;
    }
  return FALSE;
}

static void
answer_name (Fixture    *fixture,
             const char *action,
             const char *name)
{
  AdwDialog *question;
  GtkWidget *entry;

  gtk_widget_activate_action (fixture->page, action, NULL);
  question = tend_screen_get_dialog (&fixture->screen);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  entry = tend_test_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, NULL);
  /* A view without a name could not be found again. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "save"));
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "save"));
  g_signal_emit_by_name (question, "response::save", "save");
  adw_dialog_force_close (question);
}

static const char *
get_title (Fixture *fixture)
{
  return adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page));
}

static TendAccountListModel *
get_model (Fixture *fixture)
{
  return tend_account_list_page_get_model (TEND_ACCOUNT_LIST_PAGE (fixture->page));
}

static TendId
only_view (Fixture *fixture)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_saved_view_noun);
  g_autoptr (GArray) ids = tend_book_list (fixture->screen.sample.book, query, NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, TendId, 0);
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  TendId id;

  gtk_widget_activate_action (fixture->page, "filter.A", NULL);
  gtk_widget_activate_action (fixture->page, "filter.health-unknown", NULL);
  gtk_widget_activate_action (fixture->page, "accounts.sort", "s", "yearly-value");
  answer_name (fixture, "accounts.save-view", " Key_Accounts ");
  wait_until (offers (get_menu (fixture), "Key__Accounts"));
  wait_until (g_strcmp0 (get_title (fixture), "Key_Accounts") == 0);
  id = only_view (fixture);

  /* Another place is no view; the view brings everything back. */
  tend_window_show_place (fixture->screen.window, "accounts");
  g_assert_cmpstr (get_title (fixture), ==, "Accounts");
  gtk_widget_activate_action (fixture->page, "accounts.clear-filter", NULL);
  gtk_widget_activate_action (fixture->page, "accounts.sort", "s", "name");
  gtk_widget_activate_action (fixture->page, "view.open", "x", id);
  g_assert_cmpstr (get_title (fixture), ==, "Key_Accounts");
  g_assert_cmpuint (tend_account_list_model_get_tiers (get_model (fixture)), ==, 1 << TEND_TIER_A);
  g_assert_cmpuint (tend_account_list_model_get_view (get_model (fixture))->bands, ==, 1 << TEND_BAND_UNKNOWN);
  g_assert_cmpstr (tend_account_list_model_get_sort (get_model (fixture)), ==, "yearly_value");
  g_assert_true (tend_account_list_model_get_descending (get_model (fixture)));
  g_assert_false (offers (get_menu (fixture), "Save _Changes"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->screen.window));
  tend_test_picture (GTK_WIDGET (fixture->screen.window), "saved-view");

  /* What is changed says so, can be taken back, and can be kept. */
  gtk_widget_activate_action (fixture->page, "filter.quiet", NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Key_Accounts (Changed)");
  g_assert_true (offers (get_menu (fixture), "Save _Changes"));
  gtk_widget_activate_action (fixture->page, "accounts.revert-view", NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Key_Accounts");
  gtk_widget_activate_action (fixture->page, "filter.quiet", NULL);
  gtk_widget_activate_action (fixture->page, "accounts.update-view", NULL);
  wait_until (g_strcmp0 (get_title (fixture), "Key_Accounts") == 0);
  g_assert_cmpint (tend_account_list_model_get_view (get_model (fixture))->quiet, ==, TEND_QUIET_AMBER);

  answer_name (fixture, "accounts.rename-view", "Silent Stars");
  wait_until (g_strcmp0 (get_title (fixture), "Silent Stars") == 0);
  gtk_widget_activate_action (fixture->page, "accounts.delete-view", NULL);
  wait_until (!offers (get_menu (fixture), "Silent Stars"));
  wait_until (g_strcmp0 (get_title (fixture), "Accounts") == 0);
  tend_window_undo (fixture->screen.window);
  wait_until (offers (get_menu (fixture), "Silent Stars"));
  wait_until (g_strcmp0 (get_title (fixture), "Silent Stars") == 0);
}

static void
test_product (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  AdwDialog *dialog;
  GtkWidget *chips;
  TendId id;

  product->name = g_strdup ("Heating & <Cooling>");
  id = tend_sample_add (&fixture->screen.sample, &product->base);
  gtk_widget_activate_action (fixture->page, "filter.product", NULL);
  dialog = tend_screen_get_dialog (&fixture->screen);
  g_assert_true (TEND_IS_PRODUCT_FILTER_DIALOG (dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->screen.window));
  tend_test_picture (GTK_WIDGET (fixture->screen.window), "product-filter");
  tend_reference_row_set_id (TEND_REFERENCE_ROW (tend_test_find (GTK_WIDGET (dialog), TEND_TYPE_REFERENCE_ROW, NULL)), id);
  adw_combo_row_set_selected (ADW_COMBO_ROW (tend_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL)), 1);
  g_signal_emit_by_name (tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "apply"), "clicked");
  g_assert_cmpint (tend_account_list_model_get_view (get_model (fixture))->product, ==, id);
  g_assert_true (tend_account_list_model_get_view (get_model (fixture))->without);
  chips = tend_test_find (fixture->page, ADW_TYPE_WRAP_BOX, "chips");
  wait_until (g_strcmp0 (adw_button_content_get_label (ADW_BUTTON_CONTENT (tend_test_find (chips, ADW_TYPE_BUTTON_CONTENT, NULL))),
                         "Without Heating & <Cooling>") == 0);
  g_signal_emit_by_name (tend_test_find (chips, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpint (tend_account_list_model_get_view (get_model (fixture))->product, ==, 0);
  g_assert_null (tend_test_find (chips, GTK_TYPE_BUTTON, NULL));
}

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  g_test_add ("/saved-views/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/saved-views/product", Fixture, NULL, set_up, test_product, tear_down);
  return g_test_run ();
}
