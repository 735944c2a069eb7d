/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "core/operations/edit.h"
#include "support/picture.h"
#include "support/screen.h"
#include "support/wait.h"
#include "ui/accounts/account-list-page.h"
#include "ui/sidebar.h"

#define MANY 40

static gboolean
says (TendScreen *screen,
      const char *text)
{
  return tend_test_says (GTK_WIDGET (screen->window), text);
}

/* What was done last is said at once; a queue of MANY toasts would say it minutes later, long after the deadline. */
static void
test_newest (TendScreen    *screen,
             gconstpointer  data)
{
  for (TendId batch = 1; batch <= MANY; batch++)
    {
      g_autofree char *message = g_strdup_printf ("Change %d", (int) batch);

      tend_window_push_undo (screen->window, batch, message);
    }

  wait_until (says (screen, "Change 40"));
  g_assert_false (says (screen, "Change 39"));
}

/* What is taken back is no longer offered to be taken back. */
static void
test_taken_back (TendScreen    *screen,
                 gconstpointer  data)
{
  g_autoptr (TendOperation) operation = tend_edit_operation_new_delete (&tend_account_noun, &screen->sample.bare, 1);

  tend_window_apply (screen->window, operation, "“Zeder GmbH” was deleted");
  wait_until (says (screen, "“Zeder GmbH” was deleted"));
  for (guint i = 0; i < MANY / 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.undo", NULL);
      wait_until (says (screen, "Undone: “Zeder GmbH” was deleted"));
      g_assert_false (says (screen, "Undo"));
      gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.redo", NULL);
      wait_until (says (screen, "Done again: “Zeder GmbH” was deleted"));
    }
}

/* The menus say by which keys it is done. */
static void
test_menus (TendScreen    *screen,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (screen->window);
  GtkWidget *list;
  GtkMenuButton *button;

  wait_until (tend_test_find (window, TEND_TYPE_SIDEBAR, NULL) != NULL);
  button = GTK_MENU_BUTTON (tend_test_find (window, GTK_TYPE_MENU_BUTTON, "main_button"));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (button)));
  gtk_menu_button_popup (button);
  wait_until (says (screen, "Ctrl+Z") && says (screen, "Shift+Ctrl+Z"));
  gtk_menu_button_popdown (button);

  list = tend_test_find (tend_test_find (window, TEND_TYPE_ACCOUNT_LIST_PAGE, NULL), GTK_TYPE_LIST_VIEW, "list");
  gtk_widget_grab_focus (list);
  wait_until (gtk_widget_get_focus_child (list) != NULL);
  gtk_widget_activate_action (list, "accounts.menu", NULL);
  wait_until (says (screen, "Ctrl+R") && says (screen, "Ctrl+C") && says (screen, "Delete"));
}

#define ADD(path, function) \
  g_test_add (path, TendScreen, NULL, tend_screen_set_up, function, tend_screen_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window-undo/newest", test_newest);
  ADD ("/window-undo/taken-back", test_taken_back);
  ADD ("/window-undo/menus", test_menus);

  return g_test_run ();
}
