/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "support/picture.h"
#include "support/wait.h"
#include "ui/keys-dialog.h"

/* The keys of every row, as "Ctrl+F Search". */
static void
collect (GtkWidget *root,
         GString   *keys,
         GString   *all)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "keycap"))
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? "+" : "", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, keys, all);
  if (ADW_IS_ACTION_ROW (root))
    {
      g_string_append_printf (all, "%s %s\n", keys->str, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
      g_string_truncate (keys, 0);
    }
}

/* It fits wherever the window does, and says each key; a warning is fatal here. */
static void
test_shown (gconstpointer data)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = g_object_ref (tend_keys_dialog_new ());
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new ("\n");

  /* 360, and the border that a window has without a compositor. */
  gtk_window_set_default_size (GTK_WINDOW (window), data != NULL ? 370 : 800, 700);
  adw_window_set_content (ADW_WINDOW (window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  gtk_test_widget_wait_for_draw (window);
  tend_test_picture (window, data != NULL ? "keys-narrow" : "keys");
  g_assert_cmpint (gtk_widget_get_width (window), <=, data != NULL ? 370 : 800);

  collect (GTK_WIDGET (dialog), keys, all);
  g_assert_nonnull (strstr (all->str, "\nCtrl+F Search\n"));
  g_assert_nonnull (strstr (all->str, "\nShift+Ctrl+Z Redo\n"));
  g_assert_nonnull (strstr (all->str, "\nF10 Main Menu\n"));
  g_assert_nonnull (strstr (all->str, "\nDelete Delete\n"));
  g_assert_nonnull (strstr (all->str, "\nAlt+1+5 Overview, Timeline, Needs, Products, Finances\n"));
  g_assert_null (strstr (all->str, "\n "));

  adw_dialog_force_close (dialog);
  wait_until (G_OBJECT (dialog)->ref_count == 1);
  g_assert_finalize_object (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_idle ();
}

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  g_test_add_data_func ("/keys-dialog/shown", NULL, test_shown);
  g_test_add_data_func ("/keys-dialog/narrow", "narrow", test_shown);

  return g_test_run ();
}
