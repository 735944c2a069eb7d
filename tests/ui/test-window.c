/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "support/keys.h"
#include "support/picture.h"
#include "support/screen.h"
#include "support/wait.h"
#include "ui/accounts/account-list-page.h"
#include "ui/accounts/account-page.h"
#include "ui/sidebar.h"
#include "ui/team/manager-row.h"
#include "ui/team/reassign-dialog.h"
#include "ui/trouble-page.h"
#include "ui/welcome-page.h"
#include "ui/widgets/account-ids.h"
#include "ui/widgets/follow-up-row.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"
#include "ui/settings.h"
#include "ui/today/today-page.h"
#include "ui/today/today-row.h"
#include "ui/window.h"

static TendAccountListPage *
list_page (TendScreen *screen)
{
  return TEND_ACCOUNT_LIST_PAGE (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_LIST_PAGE, NULL));
}

static guint
count (TendScreen *screen)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tend_account_list_page_get_model (list_page (screen))));
}

static TendId
owner_of (TendScreen *screen,
          TendId      account)
{
  g_autoptr (TendRecord) record = tend_sample_read (&screen->sample, &tend_account_noun, account);

  return ((TendAccountRecord *) record)->owner;
}

static GtkWidget *
find_manager_row (GtkWidget *root,
                  TendId     manager)
{
  if (TEND_IS_MANAGER_ROW (root))
    {
      TendManager *shown = tend_manager_row_get_manager (TEND_MANAGER_ROW (root));

      return shown != NULL && tend_entity_get_id (TEND_ENTITY (shown)) == manager ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_manager_row (child, manager);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkDropTarget *
drop_target_of (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static gboolean
drop (TendScreen *screen,
      TendId      account,
      TendId      owner,
      TendId      manager)
{
  g_autoptr (TendAccountIds) accounts = tend_account_ids_new (&account, 1, owner);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  GtkWidget *row;

  wait_until (find_manager_row (GTK_WIDGET (screen->window), manager) != NULL);
  row = find_manager_row (GTK_WIDGET (screen->window), manager);
  g_value_init (&value, TEND_TYPE_ACCOUNT_IDS);
  g_value_set_boxed (&value, accounts);
  g_signal_emit_by_name (drop_target_of (row), "drop", &value, 5.0, 5.0, &taken);

  return taken;
}

static void
test_shows (TendScreen    *screen,
            gconstpointer  data)
{
  wait_until (count (screen) == 2);
  wait_until (find_manager_row (GTK_WIDGET (screen->window), screen->sample.paul) != NULL);
  /* The first account is shown without being asked for. */
  wait_until (tend_account_page_get_account (TEND_ACCOUNT_PAGE (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_PAGE, NULL))) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen->window));
  tend_test_picture (GTK_WIDGET (screen->window), "window");
}

/* Not a former client, however it begins. */
static void
set_up_former (TendScreen    *screen,
               gconstpointer  data)
{
  g_autoptr (TendAccountRecord) former = tend_account_record_new ();
  g_autoptr (TendAccountRecord) idle = tend_account_record_new ();

  tend_sample_init (&screen->sample);
  former->name = g_strdup ("Aal & Söhne");
  former->status = TEND_STATUS_FORMER;
  tend_sample_add (&screen->sample, &former->base);
  idle->name = g_strdup ("Aalto Möbel");
  tend_sample_add (&screen->sample, &idle->base);
  tend_screen_show (screen);
}

static void
test_first_sight (TendScreen    *screen,
                  gconstpointer  data)
{
  TendAccountPage *page;

  wait_until (count (screen) == 4);
  wait_until ((page = TEND_ACCOUNT_PAGE (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_PAGE, NULL))) != NULL &&
              tend_account_page_get_account (page) != NULL);
  g_assert_cmpint (tend_entity_get_id (TEND_ENTITY (tend_account_page_get_account (page))), ==, screen->sample.brauhaus);
}

static void
test_drop (TendScreen    *screen,
           gconstpointer  data)
{
  TendId bare = screen->sample.bare;

  g_assert_true (drop (screen, bare, 0, screen->sample.paul));
  wait_until (owner_of (screen, bare) == screen->sample.paul);
  /* The row is written a moment before the window knows that it can be undone. */
  wait_until ((tend_window_undo (screen->window), owner_of (screen, bare) == 0));
  wait_until ((tend_window_redo (screen->window), owner_of (screen, bare) == screen->sample.paul));
}

static void
test_drop_asks (TendScreen    *screen,
                gconstpointer  data)
{
  TendReassignDialog *dialog;
  GtkWidget *button;

  /* It has a settled follow-up or one of another: there is something to choose, or else it is done at once. */
  g_assert_true (drop (screen, screen->sample.brauhaus, screen->sample.jonas, screen->sample.paul));
  wait_until (tend_screen_get_dialog (screen) != NULL || owner_of (screen, screen->sample.brauhaus) == screen->sample.paul);
  if (tend_screen_get_dialog (screen) == NULL)
    return;

  g_assert_cmpint (owner_of (screen, screen->sample.brauhaus), ==, screen->sample.jonas);
  dialog = TEND_REASSIGN_DIALOG (tend_screen_get_dialog (screen));
  wait_until (strstr (gtk_label_get_text (GTK_LABEL (tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "ask_title"))),
                      "“Brauhaus Weißenfels GmbH”") != NULL);
  button = tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "reassign_button");
  g_signal_emit_by_name (button, "clicked");
  wait_until (owner_of (screen, screen->sample.brauhaus) == screen->sample.paul && tend_screen_get_dialog (screen) == NULL);
}

static void
test_drop_refused (TendScreen    *screen,
                   gconstpointer  data)
{
  g_assert_false (drop (screen, screen->sample.brauhaus, screen->sample.jonas, screen->sample.jonas));
  g_assert_cmpint (owner_of (screen, screen->sample.brauhaus), ==, screen->sample.jonas);
  /* Dropped as one of several, it is found out by the preview. */
  g_assert_true (drop (screen, screen->sample.brauhaus, 0, screen->sample.jonas));
  wait_idle ();
  g_assert_cmpint (owner_of (screen, screen->sample.brauhaus), ==, screen->sample.jonas);
}

static const char *
name_of (TendScreen *screen,
         TendId      account)
{
  g_autoptr (TendEntity) entity = tend_book_get (screen->sample.book, &tend_account_noun, account);

  wait_until (tend_entity_get_loaded (entity));
  return g_intern_string (tend_account_get (TEND_ACCOUNT (entity))->name);
}

static void
test_choose (TendScreen    *screen,
             gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *search;
  GtkWidget *list;

  tend_window_reassign (screen->window, &screen->sample.bare, 1, 0);
  dialog = GTK_WIDGET (tend_screen_wait_dialog (screen));
  list = tend_test_find (dialog, GTK_TYPE_LIST_BOX, "list");
  wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3) != NULL);
  /* Which account it is about. */
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (tend_test_find (dialog, ADW_TYPE_WINDOW_TITLE, "choose_title"))), ==,
                   name_of (screen, screen->sample.bare));
  tend_test_picture (GTK_WIDGET (screen->window), "reassign-choose");
  search = tend_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, "search");
  gtk_editable_set_text (GTK_EDITABLE (search), "weiss");
  g_signal_emit_by_name (search, "activate");
  wait_until (owner_of (screen, screen->sample.bare) == screen->sample.paul && tend_screen_get_dialog (screen) == NULL);
}

static void
test_manager_filters (TendScreen    *screen,
                      gconstpointer  data)
{
  g_autofree char *place = g_strdup_printf ("manager:%" G_GINT64_FORMAT, screen->sample.jonas);

  tend_window_show_place (screen->window, place);
  wait_until (count (screen) == 1);
  tend_window_show_place (screen->window, "nobody");
  wait_until (count (screen) == 1);
  tend_window_show_place (screen->window, "accounts");
  wait_until (count (screen) == 2);
}

static void
test_delete (TendScreen    *screen,
             gconstpointer  data)
{
  wait_until (count (screen) == 2);
  tend_account_list_page_select (list_page (screen), screen->sample.brauhaus);
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (list_page (screen)), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_point (GTK_WIDGET (screen->window));
  tend_test_press ("Delete", NULL);
  wait_until (count (screen) == 1);
  tend_test_press ("ctrl+z", NULL);
  wait_until (count (screen) == 2);
  tend_test_press ("ctrl+shift+z", NULL);
  wait_until (count (screen) == 1);
  tend_test_press ("ctrl+z", NULL);
  wait_until (count (screen) == 2);
}

static void
test_select_all (TendScreen    *screen,
                 gconstpointer  data)
{
  wait_until (count (screen) == 2);
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (list_page (screen)), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_point (GTK_WIDGET (screen->window));
  tend_test_press ("ctrl+a", NULL);
  wait_until (tend_selection_get_n_selected (tend_account_list_page_get_selection (list_page (screen))) == 2);
}

static void
test_search_keys (TendScreen    *screen,
                  gconstpointer  data)
{
  GtkWidget *search = tend_test_find (GTK_WIDGET (list_page (screen)), GTK_TYPE_SEARCH_ENTRY, "search");

  wait_until (count (screen) == 2);
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (list_page (screen)), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_point (GTK_WIDGET (screen->window));
  /* Letters typed at the list search. */
  tend_test_press ("b", "r", "a", "u", NULL);
  wait_until (count (screen) == 1);
  tend_test_press ("Escape", NULL);
  wait_until (count (screen) == 2);
  tend_test_press ("ctrl+f", NULL);
  wait_until (gtk_widget_has_focus (gtk_widget_get_first_child (search)) || gtk_widget_get_focus_child (search) != NULL);
}

static gboolean
has_focus (TendScreen *screen,
           GtkWidget  *field)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (screen->window));

  return widget != NULL && (widget == field || gtk_widget_is_ancestor (widget, field));
}

/* A dialog that comes up takes the keyboard to its first field when it is drawn: only then it can be brought elsewhere. */
static void
focus (TendScreen *screen,
       GtkWidget  *field)
{
  wait_until (gtk_widget_get_mapped (field));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen->window));
  tend_test_point (GTK_WIDGET (screen->window));
  wait_until ((gtk_widget_grab_focus (field), has_focus (screen, field)));
}

/* Types every key that a field needs into @editable and sees that it gets them all, and that nothing else did. */
static void
type_into (TendScreen *screen,
           GtkWidget  *field)
{
  g_autofree char *text = NULL;

  g_test_message ("typing into a %s", G_OBJECT_TYPE_NAME (field));
  gtk_editable_set_text (GTK_EDITABLE (field), "");
  focus (screen, field);
  tend_test_press ("a", "j", "d", "s", "e", "b", NULL);
  wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), "ajdseb"));
  tend_test_press ("Home", "Delete", NULL);
  wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), "jdseb"));
  tend_test_press ("ctrl+a", "Delete", NULL);
  wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), ""));
  tend_test_press ("ctrl+z", NULL);
  wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), "jdseb"));
  tend_test_press ("ctrl+shift+z", NULL);
  wait_until (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field)), ""));
  /* With nothing left to undo in the field, the book is not undone in its place. */
  tend_test_press ("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", NULL);
  gtk_editable_set_text (GTK_EDITABLE (field), "");
}

static void
test_keys (TendScreen    *screen,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  TendId bare = screen->sample.bare;
  GtkWidget *dialog;

  /* Something that a stray Ctrl+Z would take back, and a selection that a stray Delete would delete. */
  wait_until (count (screen) == 2);
  g_assert_true (drop (screen, bare, 0, screen->sample.paul));
  wait_until (owner_of (screen, bare) == screen->sample.paul);
  tend_account_list_page_select (list_page (screen), bare);

  type_into (screen, tend_test_find (GTK_WIDGET (list_page (screen)), GTK_TYPE_SEARCH_ENTRY, "search"));
  wait_until (count (screen) == 2);

  gtk_widget_activate_action (window, "win.edit-account", "x", bare);
  dialog = GTK_WIDGET (tend_screen_wait_dialog (screen));
  wait_until (tend_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL) != NULL);
  type_into (screen, tend_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL));
  tend_screen_close_dialog (screen);

  tend_window_reassign (screen->window, &bare, 1, 0);
  dialog = GTK_WIDGET (tend_screen_wait_dialog (screen));
  type_into (screen, tend_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, "search"));
  tend_screen_close_dialog (screen);

  g_assert_cmpint (owner_of (screen, bare), ==, screen->sample.paul);
  g_assert_cmpuint (count (screen), ==, 2);
}

static void
test_text_view_keys (TendScreen    *screen,
                     gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  GtkTextBuffer *buffer;
  GtkWidget *view;

  wait_until (count (screen) == 2);
  gtk_widget_activate_action (window, "win.new-follow-up", "x", screen->sample.bare);
  view = tend_test_find (GTK_WIDGET (tend_screen_wait_dialog (screen)), TEND_TYPE_TEXT_ROW, "notes");
  view = tend_test_find (view, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  focus (screen, view);
  tend_test_press ("a", "j", "d", "b", NULL);
  wait_until (gtk_text_buffer_get_char_count (buffer) == 4);
  tend_test_press ("ctrl+a", "Delete", NULL);
  wait_until (gtk_text_buffer_get_char_count (buffer) == 0);
  tend_test_press ("ctrl+z", NULL);
  wait_until (gtk_text_buffer_get_char_count (buffer) > 0);
  tend_screen_close_dialog (screen);
  g_assert_cmpuint (count (screen), ==, 2);
}

static void
on_widget_gone (gpointer  data,
                GObject  *where)
{
  --*(guint *) data;
}

static void
count_widgets (GtkWidget *widget,
               guint     *alive)
{
  ++*alive;
  g_object_weak_ref (G_OBJECT (widget), on_widget_gone, alive);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_widgets (child, alive);
}

/* A closed dialog leaves no frame of itself behind, though nothing had the keyboard before it. */
static void
test_dialog_gone (TendScreen    *screen,
                  gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  guint alive = 0;

  wait_until (count (screen) == 2);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (window, "win.new-account", NULL);
  wait_until (tend_screen_get_dialog (screen) != NULL);
  gtk_test_widget_wait_for_draw (window);
  wait_until (gtk_window_get_focus (GTK_WINDOW (window)) != NULL);
  count_widgets (GTK_WIDGET (tend_screen_get_dialog (screen)), &alive);
  g_assert_cmpuint (alive, >, 50);
  adw_dialog_force_close (tend_screen_get_dialog (screen));
  wait_until (alive == 0);
}

static TendFollowUpRecord *
read_follow_up (TendScreen *screen,
                TendId      id)
{
  return (TendFollowUpRecord *) tend_sample_read (&screen->sample, &tend_follow_up_noun, id);
}

static gboolean
has_state (TendScreen *screen,
           TendId      id,
           int         state)
{
  g_autoptr (TendFollowUpRecord) record = read_follow_up (screen, id);

  return record->state == state;
}

static TendId
new_promise (TendScreen *screen)
{
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();

  record->account = screen->sample.bare;
  record->title = g_strdup ("Ask for the drawings");
  record->due_wall = g_strdup ("2026-11-24T15:00");
  record->due_zone = g_strdup ("Europe/Berlin");
  return tend_sample_add (&screen->sample, &record->base);
}

/* Done offers to plan the next where the account has none left. */
static void
test_plan_next (TendScreen    *screen,
                gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  TendId promise = new_promise (screen);
  GtkWidget *account;

  gtk_widget_activate_action (window, "win.done-follow-up", "x", screen->sample.overdue);
  wait_until (tend_test_find_button (window, "_Undo") != NULL);
  /* Another one of this account waits still. */
  g_assert_null (tend_test_find_button (window, "_Plan Next…"));

  gtk_widget_activate_action (window, "win.done-follow-up", "x", promise);
  wait_until (tend_test_find_button (window, "_Plan Next…") != NULL);
  tend_test_picture (window, "done-plan-next");
  g_assert_true (has_state (screen, promise, TEND_FOLLOW_UP_DONE));
  g_signal_emit_by_name (tend_test_find_button (window, "_Plan Next…"), "clicked");
  account = tend_test_find (GTK_WIDGET (tend_screen_wait_dialog (screen)), TEND_TYPE_REFERENCE_ROW, "account");
  g_assert_cmpint (tend_reference_row_get_id (TEND_REFERENCE_ROW (account)), ==, screen->sample.bare);
  adw_dialog_force_close (tend_screen_get_dialog (screen));
  wait_until (tend_test_find_button (window, "_Plan Next…") == NULL);
  tend_window_undo (screen->window);
  wait_until (has_state (screen, promise, TEND_FOLLOW_UP_OPEN));
}

/* How it went is asked for where she wants to say it, and can be put right later. */
static void
test_outcome (TendScreen    *screen,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  GtkWidget *entry;

  wait_until (count (screen) == 2);
  gtk_widget_activate_action (window, "win.finish-follow-up", "x", screen->sample.overdue);
  entry = tend_test_find (GTK_WIDGET (tend_screen_wait_dialog (screen)), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "They want two more");
  tend_test_picture (window, "outcome");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (tend_screen_get_dialog (screen)), "done");
  adw_dialog_close (tend_screen_get_dialog (screen));
  wait_until (has_state (screen, screen->sample.overdue, TEND_FOLLOW_UP_DONE));
  wait_until (tend_screen_get_dialog (screen) == NULL);
  {
    g_autoptr (TendFollowUpRecord) record = read_follow_up (screen, screen->sample.overdue);

    g_assert_cmpstr (record->outcome, ==, "They want two more");
  }

  gtk_widget_activate_action (window, "win.edit-follow-up", "x", screen->sample.overdue);
  entry = tend_test_find (GTK_WIDGET (tend_screen_wait_dialog (screen)), TEND_TYPE_TEXT_ROW, "outcome");
  wait_until (gtk_widget_get_mapped (entry));
  {
    g_autofree char *text = tend_text_row_dup_text (TEND_TEXT_ROW (entry));

    g_assert_cmpstr (text, ==, "They want two more");
  }
  tend_test_picture (window, "outcome-edit");
  tend_screen_close_dialog (screen);

  gtk_widget_activate_action (window, "win.edit-follow-up", "x", screen->sample.tomorrow);
  entry = tend_test_find (GTK_WIDGET (tend_screen_wait_dialog (screen)), TEND_TYPE_TEXT_ROW, "outcome");
  g_assert_false (gtk_widget_get_mapped (entry));
  tend_screen_close_dialog (screen);
}

/* The menu of a row drops it, and Undo brings it back. */
static void
test_drop_promise (TendScreen    *screen,
                   gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  GtkWidget *row;
  GtkWidget *more;
  GtkWidget *drop;

  wait_until (count (screen) == 2);
  tend_window_show_account (screen->window, screen->sample.brauhaus);
  wait_until ((row = tend_test_find (window, TEND_TYPE_FOLLOW_UP_ROW, NULL)) != NULL && gtk_widget_get_mapped (row));
  more = tend_test_find (row, GTK_TYPE_MENU_BUTTON, "more_button");
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  wait_until (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)) != NULL);
  drop = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)));
  wait_until (gtk_widget_get_mapped (drop));
  tend_test_picture (window, "follow-up-menu");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (more));

  gtk_widget_activate_action (row, "win.drop-follow-up", "x", screen->sample.overdue);
  wait_until (has_state (screen, screen->sample.overdue, TEND_FOLLOW_UP_DROPPED));
  wait_until (tend_test_find_button (window, "_Undo") != NULL);
  g_signal_emit_by_name (tend_test_find_button (window, "_Undo"), "clicked");
  wait_until (has_state (screen, screen->sample.overdue, TEND_FOLLOW_UP_OPEN));
}

static gboolean
drop_file (TendScreen *screen,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (drop_target_of (GTK_WIDGET (screen->window)), "drop", &value, 5.0, 5.0, &taken);

  return taken;
}

static char *
make_table (void)
{
  char *path = g_build_filename (g_get_tmp_dir (), "tend-dropped.csv", NULL);

  g_assert_true (g_file_set_contents (path, "Name;Ort\nKranbau Nord AG;Rostock\n", -1, NULL));

  return path;
}

static gboolean
has_read_file (TendScreen *screen)
{
  AdwDialog *dialog = tend_screen_get_dialog (screen);
  GtkWidget *rows = dialog != NULL ? tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_GRID, "rows") : NULL;

  return rows != NULL && gtk_widget_get_first_child (rows) != NULL;
}

/* A dropped file is read in the import dialog; while a dialog is open, none is taken. */
static void
test_drop_file (TendScreen    *screen,
                gconstpointer  data)
{
  g_autofree char *path = make_table ();

  wait_until (count (screen) == 2);
  g_assert_true (drop_file (screen, path));
  wait_until (has_read_file (screen));
  g_assert_cmpstr (adw_dialog_get_title (tend_screen_get_dialog (screen)), ==, "tend-dropped.csv");
  g_assert_false (drop_file (screen, path));
  tend_screen_close_dialog (screen);
  g_unlink (path);
}

/* Windows without a book. */

static const char *
stack_page (TendScreen *screen)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (tend_test_find (GTK_WIDGET (screen->window), GTK_TYPE_STACK, "stack")));
}

static void
test_welcome (void)
{
  TendScreen screen = { 0 };
  g_autofree char *path = tend_book_get_default_path ();

  screen.window = tend_screen_new_window ();
  tend_window_open (screen.window, path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (screen.window));
  wait_until (g_strcmp0 (stack_page (&screen), "welcome") == 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen.window));
  tend_test_picture (GTK_WIDGET (screen.window), "welcome");

  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.begin", "s", "new-account");
  wait_until (tend_window_get_book (screen.window) != NULL && tend_screen_get_dialog (&screen) != NULL);
  adw_dialog_force_close (tend_screen_get_dialog (&screen));
  gtk_window_destroy (GTK_WINDOW (screen.window));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A window that waits for its rows comes to the screen with them, or else in a moment. */
static void
test_presented (void)
{
  TendScreen screen = { 0 };

  tend_sample_init (&screen.sample);
  screen.window = tend_screen_new_window ();
  tend_window_open (screen.window, screen.sample.path, TEND_BOOK_OPEN);
  tend_window_present_filled (screen.window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (screen.window)));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (screen.window)));
  wait_until (tend_window_get_book (screen.window) != NULL);
  g_assert_cmpuint (count (&screen), ==, 2);
  tend_screen_tear_down (&screen, NULL);
}

/* So does one that has no book to wait for. */
static void
test_presented_without (void)
{
  TendScreen screen = { 0 };

  screen.window = tend_screen_new_window ();
  tend_window_open (screen.window, "/nowhere/at/all.tend", TEND_BOOK_OPEN);
  tend_window_present_filled (screen.window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (screen.window)));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (screen.window)));
  wait_until (g_strcmp0 (stack_page (&screen), "trouble") == 0);
  gtk_window_destroy (GTK_WINDOW (screen.window));
}

/* A line of Today may be chosen, or become the first by a change, at any moment while the other pages are made. */
static void
test_line_while_arriving (void)
{
  TendScreen screen = { 0 };
  GtkWidget *today, *page;

  tend_sample_init (&screen.sample);
  screen.window = tend_screen_new_window ();
  tend_window_open (screen.window, screen.sample.path, TEND_BOOK_OPEN);
  tend_window_show_place (screen.window, "today");
  while ((today = tend_test_find (GTK_WIDGET (screen.window), TEND_TYPE_TODAY_PAGE, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tend_test_find (GTK_WIDGET (screen.window), TEND_TYPE_ACCOUNT_PAGE, NULL));
  g_signal_emit_by_name (today, "activated", screen.sample.bare);
  while ((page = tend_test_find (GTK_WIDGET (screen.window), TEND_TYPE_ACCOUNT_PAGE, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tend_window_get_book (screen.window));
  g_signal_emit_by_name (today, "selected", screen.sample.bare);
  g_assert_cmpint (tend_entity_get_id (TEND_ENTITY (tend_account_page_get_account (TEND_ACCOUNT_PAGE (page)))), ==, screen.sample.bare);
  wait_until (tend_window_get_book (screen.window) != NULL);
  tend_screen_tear_down (&screen, NULL);
}

/* Quit while it waits to be shown: it never is. */
static void
test_quit_before_shown (void)
{
  TendScreen screen = { 0 };
  GtkApplication *application;
  gpointer left;

  tend_sample_init (&screen.sample);
  screen.window = tend_screen_new_window ();
  application = gtk_window_get_application (GTK_WINDOW (screen.window));
  tend_window_open (screen.window, screen.sample.path, TEND_BOOK_OPEN);
  tend_window_present_filled (screen.window);
  left = screen.window;
  g_object_add_weak_pointer (G_OBJECT (screen.window), &left);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  g_assert_null (gtk_application_get_windows (application));
  wait_until (left == NULL);
  tend_sample_clear (&screen.sample);
}

static gboolean
shows_today (TendScreen *screen)
{
  return tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_TODAY_ROW, NULL) != NULL;
}

/* The first start of a day begins with Today; in the sample somebody needs somebody. */
static void
test_sample (void)
{
  TendScreen screen = { 0 };

  tend_settings_set_last_day (tend_settings_get_default (), "2020-02-29");
  screen.window = tend_screen_new_window ();
  tend_window_open (screen.window, "/nowhere/at/all.tend", TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (screen.window));
  wait_until (g_strcmp0 (stack_page (&screen), "trouble") == 0);
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.begin", "s", "sample");
  wait_until (tend_window_get_book (screen.window) != NULL && shows_today (&screen));
  gtk_widget_activate_action (GTK_WIDGET (screen.window), "win.show-place", "s", "accounts");
  wait_until (list_page (&screen) != NULL && count (&screen) == 400);
  g_assert_false (shows_today (&screen));
  gtk_window_destroy (GTK_WINDOW (screen.window));
}

static void
test_trouble (void)
{
  TendScreen screen = { 0 };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tend-not-a-book.tend", NULL);
  g_autofree char *table = make_table ();

  g_assert_true (g_file_set_contents (path, "this is no book", -1, NULL));
  screen.window = tend_screen_new_window ();
  tend_window_open (screen.window, path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (screen.window));
  wait_until (g_strcmp0 (stack_page (&screen), "trouble") == 0);
  g_assert_null (tend_window_get_book (screen.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (screen.window));
  tend_test_picture (GTK_WIDGET (screen.window), "trouble");
  /* There is nothing here that a dropped file could go to. */
  g_assert_false (drop_file (&screen, table));
  gtk_window_destroy (GTK_WINDOW (screen.window));
  g_unlink (path);
  g_unlink (table);
}

#define ADD(path, function) g_test_add ("/window/" path, TendScreen, NULL, tend_screen_set_up, function, tend_screen_tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  ADD ("shows", test_shows);
  g_test_add ("/window/first-sight", TendScreen, NULL, set_up_former, test_first_sight, tend_screen_tear_down);
  ADD ("drop", test_drop);
  ADD ("drop-asks", test_drop_asks);
  ADD ("drop-refused", test_drop_refused);
  ADD ("choose", test_choose);
  ADD ("manager-filters", test_manager_filters);
  ADD ("delete", test_delete);
  ADD ("select-all", test_select_all);
  ADD ("search-keys", test_search_keys);
  ADD ("keys", test_keys);
  ADD ("text-view-keys", test_text_view_keys);
  ADD ("dialog-gone", test_dialog_gone);
  ADD ("drop-file", test_drop_file);
  ADD ("plan-next", test_plan_next);
  ADD ("outcome", test_outcome);
  ADD ("drop-promise", test_drop_promise);
  g_test_add_func ("/window/presented", test_presented);
  g_test_add_func ("/window/presented-without", test_presented_without);
  g_test_add_func ("/window/quit-before-shown", test_quit_before_shown);
  g_test_add_func ("/window/line-while-arriving", test_line_while_arriving);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/trouble", test_trouble);
  return g_test_run ();
}
