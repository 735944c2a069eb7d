/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "support/keys.h"
#include "support/picture.h"
#include "support/sample-book.h"
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
#include "ui/today/today-row.h"
#include "ui/window.h"

/* The window on a book that the test reads and writes through a connection of its own. */
typedef struct
{
  TendSample sample;
  TendWindow *window;
} Fixture;

static TendApplication *application;

static void
start (Fixture *fixture)
{
  fixture->window = tend_window_new (application);
}

static void
make_application (void)
{
  g_autoptr (GError) error = NULL;

  application = g_object_new (TEND_TYPE_APPLICATION,
                              "application-id", TEND_APPLICATION_ID,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/tendapp/Tend",
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  start (fixture);
  tend_window_open (fixture->window, fixture->sample.path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (tend_window_get_book (fixture->window) != NULL);
}

static gboolean
is_gone (GWeakRef *ref)
{
  g_autoptr (GObject) object = g_weak_ref_get (ref);

  return object == NULL;
}

/* Nothing may keep the window, or its book: what is still on its way through the book may for a moment. */
static void
destroy_window (TendWindow *window)
{
  GWeakRef book;
  GWeakRef self;

  g_weak_ref_init (&book, tend_window_get_book (window));
  g_weak_ref_init (&self, window);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (is_gone (&self));
  wait_until (is_gone (&book));
  g_weak_ref_clear (&book);
  g_weak_ref_clear (&self);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  destroy_window (fixture->window);
  tend_sample_clear (&fixture->sample);
}

static TendAccountListPage *
list_page (Fixture *fixture)
{
  return TEND_ACCOUNT_LIST_PAGE (tend_test_find (GTK_WIDGET (fixture->window), TEND_TYPE_ACCOUNT_LIST_PAGE, NULL));
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tend_account_list_page_get_model (list_page (fixture))));
}

static TendId
owner_of (Fixture *fixture,
          TendId   account)
{
  g_autoptr (TendRecord) record = tend_sample_read (&fixture->sample, &tend_account_noun, account);

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
drop (Fixture *fixture,
      TendId   account,
      TendId   owner,
      TendId   manager)
{
  g_autoptr (TendAccountIds) accounts = tend_account_ids_new (&account, 1, owner);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  GtkWidget *row;

  wait_until (find_manager_row (GTK_WIDGET (fixture->window), manager) != NULL);
  row = find_manager_row (GTK_WIDGET (fixture->window), manager);
  g_value_init (&value, TEND_TYPE_ACCOUNT_IDS);
  g_value_set_boxed (&value, accounts);
  g_signal_emit_by_name (drop_target_of (row), "drop", &value, 5.0, 5.0, &taken);

  return taken;
}

static AdwDialog *
dialog_of (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  wait_until (count (fixture) == 2);
  wait_until (find_manager_row (GTK_WIDGET (fixture->window), fixture->sample.paul) != NULL);
  /* The first account is shown without being asked for. */
  wait_until (tend_account_page_get_account (TEND_ACCOUNT_PAGE (tend_test_find (GTK_WIDGET (fixture->window), TEND_TYPE_ACCOUNT_PAGE, NULL))) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  tend_test_picture (GTK_WIDGET (fixture->window), "window");
}

/* Not a former client, however it begins. */
static void
set_up_former (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendAccountRecord) former = tend_account_record_new ();
  g_autoptr (TendAccountRecord) idle = tend_account_record_new ();

  tend_sample_init (&fixture->sample);
  former->name = g_strdup ("Aal & Söhne");
  former->status = TEND_STATUS_FORMER;
  tend_sample_add (&fixture->sample, &former->base);
  idle->name = g_strdup ("Aalto Möbel");
  tend_sample_add (&fixture->sample, &idle->base);
  start (fixture);
  tend_window_open (fixture->window, fixture->sample.path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (tend_window_get_book (fixture->window) != NULL);
}

static void
test_first_sight (Fixture       *fixture,
                  gconstpointer  data)
{
  TendAccountPage *page;

  wait_until (count (fixture) == 4);
  wait_until ((page = TEND_ACCOUNT_PAGE (tend_test_find (GTK_WIDGET (fixture->window), TEND_TYPE_ACCOUNT_PAGE, NULL))) != NULL &&
              tend_account_page_get_account (page) != NULL);
  g_assert_cmpint (tend_entity_get_id (TEND_ENTITY (tend_account_page_get_account (page))), ==, fixture->sample.brauhaus);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  TendId bare = fixture->sample.bare;

  g_assert_true (drop (fixture, bare, 0, fixture->sample.paul));
  wait_until (owner_of (fixture, bare) == fixture->sample.paul);
  /* The row is written a moment before the window knows that it can be undone. */
  wait_until ((tend_window_undo (fixture->window), owner_of (fixture, bare) == 0));
  wait_until ((tend_window_redo (fixture->window), owner_of (fixture, bare) == fixture->sample.paul));
}

static void
test_drop_asks (Fixture       *fixture,
                gconstpointer  data)
{
  TendReassignDialog *dialog;
  GtkWidget *button;

  /* It has a settled follow-up or one of another: there is something to choose, or else it is done at once. */
  g_assert_true (drop (fixture, fixture->sample.brauhaus, fixture->sample.jonas, fixture->sample.paul));
  wait_until (dialog_of (fixture) != NULL || owner_of (fixture, fixture->sample.brauhaus) == fixture->sample.paul);
  if (dialog_of (fixture) == NULL)
    return;

  g_assert_cmpint (owner_of (fixture, fixture->sample.brauhaus), ==, fixture->sample.jonas);
  dialog = TEND_REASSIGN_DIALOG (dialog_of (fixture));
  button = tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "reassign_button");
  g_signal_emit_by_name (button, "clicked");
  wait_until (owner_of (fixture, fixture->sample.brauhaus) == fixture->sample.paul && dialog_of (fixture) == NULL);
}

static void
test_drop_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_false (drop (fixture, fixture->sample.brauhaus, fixture->sample.jonas, fixture->sample.jonas));
  g_assert_cmpint (owner_of (fixture, fixture->sample.brauhaus), ==, fixture->sample.jonas);
  /* Dropped as one of several, it is found out by the preview. */
  g_assert_true (drop (fixture, fixture->sample.brauhaus, 0, fixture->sample.jonas));
  wait_idle ();
  g_assert_cmpint (owner_of (fixture, fixture->sample.brauhaus), ==, fixture->sample.jonas);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *search;
  GtkWidget *list;

  tend_window_reassign (fixture->window, &fixture->sample.bare, 1, 0);
  wait_until (dialog_of (fixture) != NULL);
  dialog = GTK_WIDGET (dialog_of (fixture));
  list = tend_test_find (dialog, GTK_TYPE_LIST_BOX, "list");
  wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3) != NULL);
  tend_test_picture (GTK_WIDGET (fixture->window), "reassign-choose");
  search = tend_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, "search");
  gtk_editable_set_text (GTK_EDITABLE (search), "weiss");
  g_signal_emit_by_name (search, "activate");
  wait_until (owner_of (fixture, fixture->sample.bare) == fixture->sample.paul && dialog_of (fixture) == NULL);
}

static void
test_manager_filters (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *place = g_strdup_printf ("manager:%" G_GINT64_FORMAT, fixture->sample.jonas);

  tend_window_show_place (fixture->window, place);
  wait_until (count (fixture) == 1);
  tend_window_show_place (fixture->window, "nobody");
  wait_until (count (fixture) == 1);
  tend_window_show_place (fixture->window, "accounts");
  wait_until (count (fixture) == 2);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  wait_until (count (fixture) == 2);
  tend_account_list_page_select (list_page (fixture), fixture->sample.brauhaus);
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (list_page (fixture)), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_point (GTK_WIDGET (fixture->window));
  tend_test_press ("Delete", NULL);
  wait_until (count (fixture) == 1);
  tend_test_press ("ctrl+z", NULL);
  wait_until (count (fixture) == 2);
  tend_test_press ("ctrl+shift+z", NULL);
  wait_until (count (fixture) == 1);
  tend_test_press ("ctrl+z", NULL);
  wait_until (count (fixture) == 2);
}

static void
test_select_all (Fixture       *fixture,
                 gconstpointer  data)
{
  wait_until (count (fixture) == 2);
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (list_page (fixture)), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_point (GTK_WIDGET (fixture->window));
  tend_test_press ("ctrl+a", NULL);
  wait_until (tend_selection_get_n_selected (tend_account_list_page_get_selection (list_page (fixture))) == 2);
}

static void
test_search_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *search = tend_test_find (GTK_WIDGET (list_page (fixture)), GTK_TYPE_SEARCH_ENTRY, "search");

  wait_until (count (fixture) == 2);
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (list_page (fixture)), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_point (GTK_WIDGET (fixture->window));
  /* Letters typed at the list search. */
  tend_test_press ("b", "r", "a", "u", NULL);
  wait_until (count (fixture) == 1);
  tend_test_press ("Escape", NULL);
  wait_until (count (fixture) == 2);
  tend_test_press ("ctrl+f", NULL);
  wait_until (gtk_widget_has_focus (gtk_widget_get_first_child (search)) || gtk_widget_get_focus_child (search) != NULL);
}

static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *field)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return widget != NULL && (widget == field || gtk_widget_is_ancestor (widget, field));
}

/* A dialog that comes up takes the keyboard to its first field when it is drawn: only then it can be brought elsewhere. */
static void
focus (Fixture   *fixture,
       GtkWidget *field)
{
  wait_until (gtk_widget_get_mapped (field));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  tend_test_point (GTK_WIDGET (fixture->window));
  wait_until ((gtk_widget_grab_focus (field), has_focus (fixture, field)));
}

/* Types every key that a field needs into @editable and sees that it gets them all, and that nothing else did. */
static void
type_into (Fixture   *fixture,
           GtkWidget *field)
{
  g_autofree char *text = NULL;

  g_test_message ("typing into a %s", G_OBJECT_TYPE_NAME (field));
  gtk_editable_set_text (GTK_EDITABLE (field), "");
  focus (fixture, field);
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
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  TendId bare = fixture->sample.bare;
  GtkWidget *dialog;

  /* Something that a stray Ctrl+Z would take back, and a selection that a stray Delete would delete. */
  wait_until (count (fixture) == 2);
  g_assert_true (drop (fixture, bare, 0, fixture->sample.paul));
  wait_until (owner_of (fixture, bare) == fixture->sample.paul);
  tend_account_list_page_select (list_page (fixture), bare);

  type_into (fixture, tend_test_find (GTK_WIDGET (list_page (fixture)), GTK_TYPE_SEARCH_ENTRY, "search"));
  wait_until (count (fixture) == 2);

  gtk_widget_activate_action (window, "win.edit-account", "x", bare);
  wait_until (dialog_of (fixture) != NULL);
  dialog = GTK_WIDGET (dialog_of (fixture));
  wait_until (tend_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL) != NULL);
  type_into (fixture, tend_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_until (dialog_of (fixture) == NULL);

  tend_window_reassign (fixture->window, &bare, 1, 0);
  wait_until (dialog_of (fixture) != NULL);
  dialog = GTK_WIDGET (dialog_of (fixture));
  type_into (fixture, tend_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, "search"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  wait_until (dialog_of (fixture) == NULL);

  g_assert_cmpint (owner_of (fixture, bare), ==, fixture->sample.paul);
  g_assert_cmpuint (count (fixture), ==, 2);
}

static void
test_text_view_keys (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkTextBuffer *buffer;
  GtkWidget *view;

  wait_until (count (fixture) == 2);
  gtk_widget_activate_action (window, "win.new-follow-up", "x", fixture->sample.bare);
  wait_until (dialog_of (fixture) != NULL);
  view = tend_test_find (tend_test_find (GTK_WIDGET (dialog_of (fixture)), TEND_TYPE_TEXT_ROW, "notes"), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  focus (fixture, view);
  tend_test_press ("a", "j", "d", "b", NULL);
  wait_until (gtk_text_buffer_get_char_count (buffer) == 4);
  tend_test_press ("ctrl+a", "Delete", NULL);
  wait_until (gtk_text_buffer_get_char_count (buffer) == 0);
  tend_test_press ("ctrl+z", NULL);
  wait_until (gtk_text_buffer_get_char_count (buffer) > 0);
  adw_dialog_force_close (dialog_of (fixture));
  wait_until (dialog_of (fixture) == NULL);
  g_assert_cmpuint (count (fixture), ==, 2);
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
test_dialog_gone (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  guint alive = 0;

  wait_until (count (fixture) == 2);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (window, "win.new-account", NULL);
  wait_until (dialog_of (fixture) != NULL);
  gtk_test_widget_wait_for_draw (window);
  wait_until (gtk_window_get_focus (GTK_WINDOW (window)) != NULL);
  count_widgets (GTK_WIDGET (dialog_of (fixture)), &alive);
  g_assert_cmpuint (alive, >, 50);
  adw_dialog_force_close (dialog_of (fixture));
  wait_until (alive == 0);
}

/* A button somewhere below, by what it says. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static TendFollowUpRecord *
read_follow_up (Fixture *fixture,
                TendId   id)
{
  return (TendFollowUpRecord *) tend_sample_read (&fixture->sample, &tend_follow_up_noun, id);
}

static gboolean
has_state (Fixture *fixture,
           TendId   id,
           int      state)
{
  g_autoptr (TendFollowUpRecord) record = read_follow_up (fixture, id);

  return record->state == state;
}

static TendId
new_promise (Fixture *fixture)
{
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();

  record->account = fixture->sample.bare;
  record->title = g_strdup ("Ask for the drawings");
  record->due_wall = g_strdup ("2026-11-24T15:00");
  record->due_zone = g_strdup ("Europe/Berlin");
  return tend_sample_add (&fixture->sample, &record->base);
}

/* Done offers to plan the next where the account has none left. */
static void
test_plan_next (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  TendId promise = new_promise (fixture);
  GtkWidget *account;

  gtk_widget_activate_action (window, "win.done-follow-up", "x", fixture->sample.overdue);
  wait_until (find_button (window, "_Undo") != NULL);
  /* Another one of this account waits still. */
  g_assert_null (find_button (window, "_Plan Next…"));

  gtk_widget_activate_action (window, "win.done-follow-up", "x", promise);
  wait_until (find_button (window, "_Plan Next…") != NULL);
  tend_test_picture (window, "done-plan-next");
  g_assert_true (has_state (fixture, promise, TEND_FOLLOW_UP_DONE));
  g_signal_emit_by_name (find_button (window, "_Plan Next…"), "clicked");
  wait_until (dialog_of (fixture) != NULL);
  account = tend_test_find (GTK_WIDGET (dialog_of (fixture)), TEND_TYPE_REFERENCE_ROW, "account");
  g_assert_cmpint (tend_reference_row_get_id (TEND_REFERENCE_ROW (account)), ==, fixture->sample.bare);
  adw_dialog_force_close (dialog_of (fixture));
  wait_until (find_button (window, "_Plan Next…") == NULL);
  tend_window_undo (fixture->window);
  wait_until (has_state (fixture, promise, TEND_FOLLOW_UP_OPEN));
}

/* How it went is asked for where she wants to say it, and can be put right later. */
static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *entry;

  wait_until (count (fixture) == 2);
  gtk_widget_activate_action (window, "win.finish-follow-up", "x", fixture->sample.overdue);
  wait_until (dialog_of (fixture) != NULL);
  entry = tend_test_find (GTK_WIDGET (dialog_of (fixture)), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "They want two more");
  tend_test_picture (window, "outcome");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog_of (fixture)), "done");
  adw_dialog_close (dialog_of (fixture));
  wait_until (has_state (fixture, fixture->sample.overdue, TEND_FOLLOW_UP_DONE));
  wait_until (dialog_of (fixture) == NULL);
  {
    g_autoptr (TendFollowUpRecord) record = read_follow_up (fixture, fixture->sample.overdue);

    g_assert_cmpstr (record->outcome, ==, "They want two more");
  }

  gtk_widget_activate_action (window, "win.edit-follow-up", "x", fixture->sample.overdue);
  wait_until (dialog_of (fixture) != NULL);
  entry = tend_test_find (GTK_WIDGET (dialog_of (fixture)), TEND_TYPE_TEXT_ROW, "outcome");
  wait_until (gtk_widget_get_mapped (entry));
  {
    g_autofree char *text = tend_text_row_dup_text (TEND_TEXT_ROW (entry));

    g_assert_cmpstr (text, ==, "They want two more");
  }
  tend_test_picture (window, "outcome-edit");
  adw_dialog_force_close (dialog_of (fixture));
  wait_until (dialog_of (fixture) == NULL);

  gtk_widget_activate_action (window, "win.edit-follow-up", "x", fixture->sample.tomorrow);
  wait_until (dialog_of (fixture) != NULL);
  entry = tend_test_find (GTK_WIDGET (dialog_of (fixture)), TEND_TYPE_TEXT_ROW, "outcome");
  g_assert_false (gtk_widget_get_mapped (entry));
  adw_dialog_force_close (dialog_of (fixture));
  wait_until (dialog_of (fixture) == NULL);
}

/* The menu of a row drops it, and Undo brings it back. */
static void
test_drop_promise (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *row;
  GtkWidget *more;
  GtkWidget *drop;

  wait_until (count (fixture) == 2);
  tend_window_show_account (fixture->window, fixture->sample.brauhaus);
  wait_until ((row = tend_test_find (window, TEND_TYPE_FOLLOW_UP_ROW, NULL)) != NULL && gtk_widget_get_mapped (row));
  more = tend_test_find (row, GTK_TYPE_MENU_BUTTON, "more_button");
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  wait_until (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)) != NULL);
  drop = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)));
  wait_until (gtk_widget_get_mapped (drop));
  tend_test_picture (window, "follow-up-menu");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (more));

  gtk_widget_activate_action (row, "win.drop-follow-up", "x", fixture->sample.overdue);
  wait_until (has_state (fixture, fixture->sample.overdue, TEND_FOLLOW_UP_DROPPED));
  wait_until (find_button (window, "_Undo") != NULL);
  g_signal_emit_by_name (find_button (window, "_Undo"), "clicked");
  wait_until (has_state (fixture, fixture->sample.overdue, TEND_FOLLOW_UP_OPEN));
}

static gboolean
drop_file (Fixture    *fixture,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (drop_target_of (GTK_WIDGET (fixture->window)), "drop", &value, 5.0, 5.0, &taken);

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
has_read_file (Fixture *fixture)
{
  GtkWidget *rows = dialog_of (fixture) != NULL ? tend_test_find (GTK_WIDGET (dialog_of (fixture)), GTK_TYPE_GRID, "rows") : NULL;

  return rows != NULL && gtk_widget_get_first_child (rows) != NULL;
}

/* A dropped file is read in the import dialog; while a dialog is open, none is taken. */
static void
test_drop_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = make_table ();

  wait_until (count (fixture) == 2);
  g_assert_true (drop_file (fixture, path));
  wait_until (has_read_file (fixture));
  g_assert_cmpstr (adw_dialog_get_title (dialog_of (fixture)), ==, "tend-dropped.csv");
  g_assert_false (drop_file (fixture, path));
  adw_dialog_force_close (dialog_of (fixture));
  wait_until (dialog_of (fixture) == NULL);
  g_unlink (path);
}

/* Windows without a book. */

static const char *
stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (tend_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_STACK, "stack")));
}

static void
test_welcome (void)
{
  Fixture fixture = { 0 };
  g_autofree char *path = tend_book_get_default_path ();

  start (&fixture);
  tend_window_open (fixture.window, path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (fixture.window));
  wait_until (g_strcmp0 (stack_page (&fixture), "welcome") == 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  tend_test_picture (GTK_WIDGET (fixture.window), "welcome");

  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.begin", "s", "new-account");
  wait_until (tend_window_get_book (fixture.window) != NULL && dialog_of (&fixture) != NULL);
  adw_dialog_force_close (dialog_of (&fixture));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gboolean
shows_today (Fixture *fixture)
{
  return tend_test_find (GTK_WIDGET (fixture->window), TEND_TYPE_TODAY_ROW, NULL) != NULL;
}

/* The first start of a day begins with Today; in the sample somebody needs somebody. */
static void
test_sample (void)
{
  Fixture fixture = { 0 };

  tend_settings_set_last_day (tend_settings_get_default (), "2020-02-29");
  start (&fixture);
  tend_window_open (fixture.window, "/nowhere/at/all.tend", TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (fixture.window));
  wait_until (g_strcmp0 (stack_page (&fixture), "trouble") == 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.begin", "s", "sample");
  wait_until (tend_window_get_book (fixture.window) != NULL && shows_today (&fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.show-place", "s", "accounts");
  wait_until (list_page (&fixture) != NULL && count (&fixture) == 400);
  g_assert_false (shows_today (&fixture));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
test_trouble (void)
{
  Fixture fixture = { 0 };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tend-not-a-book.tend", NULL);
  g_autofree char *table = make_table ();

  g_assert_true (g_file_set_contents (path, "this is no book", -1, NULL));
  start (&fixture);
  tend_window_open (fixture.window, path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (fixture.window));
  wait_until (g_strcmp0 (stack_page (&fixture), "trouble") == 0);
  g_assert_null (tend_window_get_book (fixture.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  tend_test_picture (GTK_WIDGET (fixture.window), "trouble");
  /* There is nothing here that a dropped file could go to. */
  g_assert_false (drop_file (&fixture, table));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_unlink (path);
  g_unlink (table);
}

#define ADD(path, function) g_test_add ("/window/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  make_application ();
  ADD ("shows", test_shows);
  g_test_add ("/window/first-sight", Fixture, NULL, set_up_former, test_first_sight, tear_down);
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
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/trouble", test_trouble);
  return g_test_run ();
}
