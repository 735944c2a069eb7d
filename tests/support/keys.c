/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "keys.h"

#include "wait.h"

static void
on_exited (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* The main loop runs meanwhile: the program under test is this one. */
static void
run (GPtrArray *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean exited = FALSE;

  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_exited, &exited);
  wait_until (exited);
}

void
tend_test_press (const char *first,
                 ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *key = first;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) "xdotool");
  g_ptr_array_add (arguments, (gpointer) "key");
  va_start (list, first);
  for (; key != NULL; key = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) key);
  va_end (list);
  run (arguments);
}

void
tend_test_point (GtkWidget *window)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  static const char *const words[] = { "xdotool", "mousemove", "200", "300" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (arguments, (gpointer) words[i]);
  run (arguments);
  wait_until (gtk_window_is_active (GTK_WINDOW (window)));
}

gboolean
tend_test_activate_key (GtkWidget *widget,
                        guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}
