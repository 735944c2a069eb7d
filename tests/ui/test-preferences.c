/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/widgets/dialog-focus.h"
#include "ui/widgets/reference-row.h"

typedef struct
{
  TendSample  sample;
  GtkWidget  *window;
  AdwDialog  *dialog;
} Fixture;

static void
open_dialog (Fixture  *fixture,
             TendBook *book)
{
  fixture->dialog = g_object_ref (tend_preferences_dialog_new (tend_settings_get_default (), book));
  adw_dialog_present (fixture->dialog, fixture->window);
}

static void
close_dialog (Fixture *fixture)
{
  adw_dialog_force_close (fixture->dialog);
  wait_until (G_OBJECT (fixture->dialog)->ref_count == 1);
  g_assert_finalize_object (fixture->dialog);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  tend_book_set_user (fixture->sample.book, 0);
  tend_settings_set_manager (tend_settings_get_default (), 0);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  tend_dialog_focus_watch (GTK_WINDOW (fixture->window));
  /* 360, and the border that a window has without a compositor. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 370 : 800, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  tend_sample_clear (&fixture->sample);
}

static gpointer
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  GtkWidget *widget = tend_test_find (GTK_WIDGET (fixture->dialog), type, id);

  g_assert_nonnull (widget);
  return widget;
}

static const char *
selected (AdwComboRow *row)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (adw_combo_row_get_selected_item (row)));
}

/* Every choice is kept at once, and the dialog shows it when it opens again. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  TendSettings *settings = tend_settings_get_default ();
  GtkWidget *monday;

  open_dialog (fixture, fixture->sample.book);
  tend_test_picture (fixture->window, data != NULL ? "preferences-narrow" : "preferences");
  g_assert_cmpstr (selected (find (fixture, ADW_TYPE_COMBO_ROW, "start")), ==, "09:00");
  adw_combo_row_set_selected (find (fixture, ADW_TYPE_COMBO_ROW, "start"), 15);
  adw_combo_row_set_selected (find (fixture, ADW_TYPE_COMBO_ROW, "end"), 31);
  g_assert_cmpstr (selected (find (fixture, ADW_TYPE_COMBO_ROW, "start")), ==, "07:30");
  g_assert_cmpstr (selected (find (fixture, ADW_TYPE_COMBO_ROW, "end")), ==, "16:00");
  g_assert_cmpint (tend_settings_get_work_start (settings), ==, 7 * 60 + 30);
  g_assert_cmpint (tend_settings_get_work_end (settings), ==, 16 * 60);

  monday = tend_test_find (find (fixture, ADW_TYPE_WRAP_BOX, "days"), GTK_TYPE_TOGGLE_BUTTON, NULL);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (monday)), ==, "Mon");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (monday), FALSE);
  g_assert_cmpuint (tend_settings_get_work_days (settings) & (1u << 1), ==, 0);

  adw_combo_row_set_selected (find (fixture, ADW_TYPE_COMBO_ROW, "lead"), 2);
  g_assert_cmpint (tend_settings_get_default_lead (settings), ==, 60);
  adw_switch_row_set_active (find (fixture, ADW_TYPE_SWITCH_ROW, "background"), FALSE);
  g_assert_false (tend_settings_get_background_reminders (settings));
  close_dialog (fixture);

  open_dialog (fixture, fixture->sample.book);
  g_assert_cmpstr (selected (find (fixture, ADW_TYPE_COMBO_ROW, "start")), ==, "07:30");
  g_assert_cmpstr (selected (find (fixture, ADW_TYPE_COMBO_ROW, "end")), ==, "16:00");
  g_assert_cmpuint (adw_combo_row_get_selected (find (fixture, ADW_TYPE_COMBO_ROW, "lead")), ==, 2);
  g_assert_false (adw_switch_row_get_active (find (fixture, ADW_TYPE_SWITCH_ROW, "background")));
  monday = tend_test_find (find (fixture, ADW_TYPE_WRAP_BOX, "days"), GTK_TYPE_TOGGLE_BUTTON, NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (monday)));

  tend_settings_set_work_start (settings, 9 * 60);
  tend_settings_set_work_end (settings, 17 * 60 + 30);
  tend_settings_set_work_days (settings, 0x3e);
  tend_settings_set_default_lead (settings, 10);
  tend_settings_set_background_reminders (settings, TRUE);
  close_dialog (fixture);
}

/* Who she is, is known to the settings and to the open book at once. */
static void
test_user (Fixture       *fixture,
           gconstpointer  data)
{
  open_dialog (fixture, fixture->sample.book);
  g_assert_cmpint (tend_reference_row_get_id (find (fixture, TEND_TYPE_REFERENCE_ROW, "manager")), ==, 0);
  tend_reference_row_set_id (find (fixture, TEND_TYPE_REFERENCE_ROW, "manager"), fixture->sample.paul);
  wait_until (tend_settings_get_manager (tend_settings_get_default ()) == fixture->sample.paul);
  g_assert_cmpint (tend_book_get_user (fixture->sample.book), ==, fixture->sample.paul);
  close_dialog (fixture);
}

/* Without a book there is nobody to be. */
static void
test_no_book (Fixture       *fixture,
              gconstpointer  data)
{
  open_dialog (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (find (fixture, ADW_TYPE_PREFERENCES_GROUP, "you")));
  close_dialog (fixture);
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/preferences/kept", NULL, test_kept);
  ADD ("/preferences/narrow", "narrow", test_kept);
  ADD ("/preferences/user", NULL, test_user);
  ADD ("/preferences/no-book", NULL, test_no_book);

  return g_test_run ();
}
