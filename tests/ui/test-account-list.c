/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include <glib/gstdio.h>

#include "core/exchange/import-job.h"
#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/account-copy.h"
#include "ui/accounts/account-list-page.h"
#include "ui/accounts/account-row.h"

typedef struct
{
  TendSample sample;
  GtkWidget *window;
  TendAccountListPage *page;
  GtkWidget *list;
  GtkWidget *search;
} Fixture;

static TendId
add_account (Fixture    *fixture,
             const char *name,
             const char *city,
             int         tier,
             int         status,
             TendId      owner)
{
  g_autoptr (TendAccountRecord) record = tend_account_record_new ();

  record->name = g_strdup (name);
  record->city = g_strdup (city);
  record->tier = tier;
  record->status = status;
  record->owner = owner;
  return tend_sample_add (&fixture->sample, &record->base);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tend_account_list_page_get_model (fixture->page)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  add_account (fixture, "Çelik Lojistik A.Ş.", "Bursa", TEND_TIER_B, TEND_STATUS_ACTIVE, fixture->sample.jonas);
  add_account (fixture, "Übersee Handel", "Ulm", TEND_TIER_A, TEND_STATUS_PAUSED, fixture->sample.paul);
  add_account (fixture, "<b>Zed</b> & Söhne", "Aalen", TEND_TIER_C, TEND_STATUS_FORMER, fixture->sample.paul);
  fixture->window = adw_window_new ();
  fixture->page = tend_account_list_page_new (fixture->sample.book);
  fixture->list = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, "list");
  fixture->search = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY, "search");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (count (fixture) == 5);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  g_assert_finalize_object (page);
  tend_sample_clear (&fixture->sample);
}

static const char *
name_at (Fixture *fixture,
         guint    position)
{
  g_autoptr (TendAccount) account = g_list_model_get_item (G_LIST_MODEL (tend_account_list_page_get_model (fixture->page)), position);

  wait_until (tend_entity_get_loaded (TEND_ENTITY (account)));
  return tend_account_get (account)->name;
}

static const char *
stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, "stack")));
}

static const char *
subtitle (Fixture *fixture)
{
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_WINDOW_TITLE, "title")));
}

static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;
  g_autofree char *text = NULL;

  wait_until (tend_test_find (fixture->list, TEND_TYPE_ACCOUNT_ROW, NULL) != NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  row = tend_test_find (fixture->list, TEND_TYPE_ACCOUNT_ROW, NULL);
  text = tend_account_row_dup_description (TEND_ACCOUNT_ROW (row));
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, ", Tier "));
  g_assert_cmpstr (subtitle (fixture), ==, "5 accounts");
  g_assert_cmpstr (stack_page (fixture), ==, "list");
  tend_test_picture (fixture->window, "account-list");
}

static char *
describe (Fixture *fixture,
          TendId   account)
{
  for (GtkWidget *row = gtk_widget_get_first_child (fixture->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *found = tend_test_find (row, TEND_TYPE_ACCOUNT_ROW, NULL);
      TendAccount *shown = found != NULL ? tend_account_row_get_account (TEND_ACCOUNT_ROW (found)) : NULL;

      if (shown != NULL && tend_entity_get_id (TEND_ENTITY (shown)) == account)
        return tend_account_row_dup_description (TEND_ACCOUNT_ROW (found));
    }

  return g_strdup ("");
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  g_autofree char *description = describe (fixture, fixture->sample.brauhaus);

  return strstr (description, text) != NULL;
}

/* What is put off asks when that ends, and is not late before. */
static void
test_snoozed (Fixture       *fixture,
              gconstpointer  data)
{
  TendId ids[] = { fixture->sample.overdue, fixture->sample.tomorrow };
  g_autoptr (TendOperation) snooze = tend_settle_operation_new (ids, 2, TEND_SETTLE_SNOOZE, g_get_real_time () + 10 * G_TIME_SPAN_DAY, NULL);
  g_autoptr (GError) error = NULL;

  wait_until (says (fixture, "2 days late"));
  tend_book_apply (fixture->sample.book, snooze, NULL, &error);
  g_assert_no_error (error);
  wait_until (!says (fixture, "late") && !says (fixture, "Tomorrow"));
  g_assert_false (says (fixture, "No next step"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "CELIK");
  wait_until (count (fixture) == 1);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Çelik Lojistik A.Ş.");

  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "nothing of the kind");
  wait_until (count (fixture) == 0 && g_str_equal (stack_page (fixture), "empty"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.clear-filter", NULL);
  wait_until (count (fixture) == 5 && g_str_equal (stack_page (fixture), "list"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->search)), ==, "");
}

static void
on_activated (TendAccountListPage *page,
              gint64               account,
              gpointer             data)
{
  *(TendId *) data = account;
}

/* Enter right after the last letter opens what was typed, not what was listed before. */
static void
test_search_enter (Fixture       *fixture,
                   gconstpointer  data)
{
  TendId opened = 0;

  g_signal_connect (fixture->page, "activated", G_CALLBACK (on_activated), &opened);
  gtk_editable_set_text (GTK_EDITABLE (fixture->search), "brauhaus");
  g_signal_emit_by_name (fixture->search, "activate");
  wait_until (opened != 0);
  g_assert_cmpint (opened, ==, fixture->sample.brauhaus);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *chip;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "filter.A", NULL);
  wait_until (count (fixture) == 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "filter.paused", NULL);
  wait_until (count (fixture) == 1);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Übersee Handel");

  chip = tend_test_find (tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_WRAP_BOX, "chips"), GTK_TYPE_BUTTON, NULL);
  g_signal_emit_by_name (chip, "clicked");
  wait_until (g_str_equal (subtitle (fixture), "1 account") && count (fixture) == 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.clear-filter", NULL);
  wait_until (count (fixture) == 5);
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  tend_account_list_page_set_scope (fixture->page, TEND_SCOPE_OWN, fixture->sample.paul);
  wait_until (count (fixture) == 2);
  wait_until (g_strcmp0 (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), "Paul Weiß") == 0);

  tend_account_list_page_set_scope (fixture->page, TEND_SCOPE_TEAM, fixture->sample.aylin);
  wait_until (count (fixture) == 4);
  tend_account_list_page_set_scope (fixture->page, TEND_SCOPE_NOBODY, 0);
  wait_until (count (fixture) == 1);
  tend_account_list_page_set_scope (fixture->page, TEND_SCOPE_OWN, fixture->sample.vera);
  wait_until (count (fixture) == 0 && g_str_equal (stack_page (fixture), "empty"));
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "city");
  wait_until (g_strcmp0 (name_at (fixture, 0), "<b>Zed</b> & Söhne") == 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "newest");
  wait_until (g_strcmp0 (name_at (fixture, 2), "Çelik Lojistik A.Ş.") == 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "next-follow-up");
  wait_until (g_strcmp0 (name_at (fixture, 0), "Brauhaus Weißenfels GmbH") == 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "name");
  wait_until (g_strcmp0 (name_at (fixture, 0), "Brauhaus Weißenfels GmbH") != 0);
}

static void
test_selection_stays (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TendAccountRecord) record = tend_account_record_new ();

  tend_account_list_page_select (fixture->page, fixture->sample.brauhaus);
  g_assert_cmpint (tend_account_list_page_get_selected_id (fixture->page), ==, fixture->sample.brauhaus);
  record->name = g_strdup ("Aardvark");
  tend_sample_add (&fixture->sample, &record->base);
  wait_until (count (fixture) == 6);
  g_assert_cmpint (tend_account_list_page_get_selected_id (fixture->page), ==, fixture->sample.brauhaus);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "city");
  wait_until (!tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (tend_account_list_page_get_model (fixture->page))));
  g_assert_cmpint (tend_account_list_page_get_selected_id (fixture->page), ==, fixture->sample.brauhaus);
}

static void
test_bar (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *bar = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_REVEALER, "bar");
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (tend_account_list_page_get_selection (fixture->page));

  gtk_selection_model_select_all (selection);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (tend_test_find (bar, GTK_TYPE_LABEL, "bar_label"))), ==, "5 selected");
  gtk_selection_model_unselect_all (selection);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;
  TendId id = add_account (fixture, "A, \"B\"", "Ulm", TEND_TIER_A, TEND_STATUS_ACTIVE, 0);
  TendEntity *entity = tend_book_get (fixture->sample.book, &tend_account_noun, id);

  wait_until (tend_entity_get_loaded (entity));
  g_ptr_array_add (accounts, entity);
  text = tend_account_copy_text (accounts);
  csv = tend_account_copy_csv (accounts);
  g_assert_cmpstr (text, ==, "A, \"B\"\tUlm\t\t\t");
  g_assert_nonnull (strstr (csv, "\r\n,\"A, \"\"B\"\"\",A,active,,,Ulm,,,,\r\n"));
}

#define MANY 1500

/* Cities run against the names. */
static void
import_many (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tend-many.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("Name,City\n");
  g_autoptr (TendOperation) job = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < MANY; i++)
    g_string_append_printf (text, "Firm %04d,City %04d\n", i, MANY - i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  job = tend_import_job_new (file, TEND_IMPORT_ACCOUNTS, &(TendImportOptions) { 0 });
  tend_book_apply (fixture->sample.book, job, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

static GtkWidget *
find_row (GtkWidget *root,
          TendId     account)
{
  if (TEND_IS_ACCOUNT_ROW (root))
    {
      TendAccount *shown = tend_account_row_get_account (TEND_ACCOUNT_ROW (root));

      return shown != NULL && tend_entity_get_id (TEND_ENTITY (shown)) == account ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, account);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_in_sight (Fixture *fixture,
             TendId   account)
{
  GtkWidget *scroller = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SCROLLED_WINDOW, "scroller");
  GtkWidget *row = find_row (scroller, account);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, scroller, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* In another order of many rows, what is selected is still in sight; with nothing selected the beginning is. */
static void
test_sort_many (Fixture       *fixture,
                gconstpointer  data)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list));
  TendId chosen;

  import_many (fixture);
  wait_until (count (fixture) == MANY + 5 && gtk_adjustment_get_upper (place) > 40 * MANY);
  chosen = tend_id_list_get_id (TEND_ID_LIST (tend_account_list_page_get_model (fixture->page)), 40);
  tend_account_list_page_select (fixture->page, chosen);
  wait_until (is_in_sight (fixture, chosen));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "city");
  wait_until (g_str_equal (tend_account_list_model_get_sort (tend_account_list_page_get_model (fixture->page)), "city") &&
              !tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (tend_account_list_page_get_model (fixture->page))));
  wait_until (gtk_adjustment_get_value (place) > 10000 && is_in_sight (fixture, chosen));

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (tend_account_list_page_get_selection (fixture->page)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "accounts.sort", "s", "name");
  wait_until (gtk_adjustment_get_value (place) == 0);
}

#define ADD(path, function) g_test_add ("/account-list/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  ADD ("shows", test_shows);
  ADD ("snoozed", test_snoozed);
  ADD ("search", test_search);
  ADD ("search-enter", test_search_enter);
  ADD ("filter", test_filter);
  ADD ("scope", test_scope);
  ADD ("sort", test_sort);
  ADD ("sort-many", test_sort_many);
  ADD ("selection-stays", test_selection_stays);
  ADD ("bar", test_bar);
  ADD ("copy", test_copy);
  return g_test_run ();
}
