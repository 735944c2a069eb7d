/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "core/operations/edit.h"
#include "support/picture.h"
#include "support/screen.h"
#include "support/wait.h"

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

  return g_test_run ();
}
