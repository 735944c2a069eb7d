/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "support/keys.h"
#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/follow-ups/follow-ups-page.h"
#include "ui/widgets/follow-up-row.h"

typedef struct
{
  TendSample         sample;
  GtkWidget         *window;
  TendFollowUpsPage *page;
  GSimpleActionGroup *actions;
  GString           *activated;   /* the window's actions that were asked for */
  TendId             account;     /* that should be shown */
} Fixture;

static void
on_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_string_append_printf (((Fixture *) data)->activated, "%s ", g_action_get_name (G_ACTION (action)));
}

static void
on_activated (TendFollowUpsPage *page,
              gint64             account,
              gpointer           data)
{
  ((Fixture *) data)->account = account;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "done-follow-up", .activate = on_action, .parameter_type = "x" },
    { .name = "edit-follow-up", .activate = on_action, .parameter_type = "x" },
    { .name = "delete-follow-up", .activate = on_action, .parameter_type = "x" },
    { .name = "new-follow-up", .activate = on_action, .parameter_type = "x" },
    { .name = "snooze-follow-up", .activate = on_action, .parameter_type = "(xxs)" },
  };

  tend_sample_init (&fixture->sample);
  fixture->activated = g_string_new (NULL);
  fixture->window = adw_window_new ();
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (fixture->actions));
  fixture->page = tend_follow_ups_page_new (fixture->sample.book);
  g_signal_connect (fixture->page, "activated", G_CALLBACK (on_activated), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
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

static TendFollowUpRow *
find_row (Fixture *fixture)
{
  return (TendFollowUpRow *) tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_FOLLOW_UP_ROW, NULL);
}

static const char *
title_of (TendFollowUpRow *row)
{
  return gtk_label_get_label (GTK_LABEL (tend_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "title")));
}

static void
test_agenda (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *heading = tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_WINDOW_TITLE, "heading");

  tend_follow_ups_page_set_manager (fixture->page, 0);
  wait_until (find_row (fixture) != NULL && g_strcmp0 (title_of (find_row (fixture)), "Call about the pressure fault") == 0);
  wait_until (g_strcmp0 (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (heading)), "1 overdue") == 0);
  tend_test_picture (fixture->window, "follow-ups");
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *scope = tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_TOGGLE_GROUP, "scope");
  GtkWidget *stack = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, "stack");

  /* Vera, who works with this book, has promised nothing herself. */
  g_assert_cmpint (tend_follow_ups_page_get_manager (fixture->page), ==, fixture->sample.vera);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty") == 0);
  tend_test_picture (fixture->window, "follow-ups-empty");
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (scope), "all");
  g_assert_cmpint (tend_follow_ups_page_get_manager (fixture->page), ==, 0);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "list") == 0);
}

/* What a row has no buttons for is in its menu, by key as by the second button. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  tend_follow_ups_page_set_manager (fixture->page, 0);
  wait_until (find_row (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_row (fixture))));
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (find_row (fixture))));
  g_assert_true (tend_test_activate_key (GTK_WIDGET (fixture->page), GDK_KEY_Menu));
  wait_until (tend_test_says (GTK_WIDGET (find_row (fixture)), "Drop") && tend_test_says (GTK_WIDGET (find_row (fixture)), "Done with Outcome…"));
  tend_test_picture (fixture->window, "follow-ups-menu");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  tend_follow_ups_page_set_manager (fixture->page, 0);
  wait_until (find_row (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_row (fixture))));
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (find_row (fixture))));

  g_assert_true (tend_test_activate_key (GTK_WIDGET (fixture->page), GDK_KEY_d));
  g_assert_true (tend_test_activate_key (GTK_WIDGET (fixture->page), GDK_KEY_e));
  g_assert_true (tend_test_activate_key (GTK_WIDGET (fixture->page), GDK_KEY_Delete));
  g_assert_cmpstr (fixture->activated->str, ==, "done-follow-up edit-follow-up delete-follow-up ");

  g_assert_true (tend_test_activate_key (GTK_WIDGET (fixture->page), GDK_KEY_s));
  wait_until (tend_test_find (GTK_WIDGET (find_row (fixture)), GTK_TYPE_POPOVER, NULL) != NULL);
  tend_test_picture (tend_test_find (GTK_WIDGET (find_row (fixture)), GTK_TYPE_POPOVER, NULL), "snooze");
  g_signal_emit_by_name (tend_test_find (GTK_WIDGET (find_row (fixture)), GTK_TYPE_BUTTON, "hour_button"), "clicked");
  g_assert_true (g_str_has_suffix (fixture->activated->str, "snooze-follow-up "));
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  tend_follow_ups_page_set_manager (fixture->page, 0);
  wait_until (find_row (fixture) != NULL);
  wait_until (tend_entity_get_loaded (TEND_ENTITY (tend_follow_up_row_get_follow_up (find_row (fixture)))));
  g_signal_emit_by_name (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, "list"), "activate", 0);
  g_assert_cmpint (fixture->account, ==, fixture->sample.brauhaus);
}

static void
test_settled (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendOperation) done = tend_settle_operation_new (&fixture->sample.overdue, 1, TEND_SETTLE_DONE, 0, NULL);

  tend_follow_ups_page_set_manager (fixture->page, 0);
  wait_until (find_row (fixture) != NULL && g_strcmp0 (title_of (find_row (fixture)), "Call about the pressure fault") == 0);
  tend_book_apply (fixture->sample.book, done, NULL, NULL);
  wait_until (g_strcmp0 (title_of (find_row (fixture)), "Renewal talk: maintenance contract") == 0);
  tend_test_picture (fixture->window, "follow-ups-settled");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/follow-ups-page/agenda", test_agenda);
  ADD ("/follow-ups-page/scope", test_scope);
  ADD ("/follow-ups-page/keys", test_keys);
  ADD ("/follow-ups-page/menu", test_menu);
  ADD ("/follow-ups-page/activate", test_activate);
  ADD ("/follow-ups-page/settled", test_settled);

  return g_test_run ();
}
