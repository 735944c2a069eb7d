/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialog-focus.h"

static gboolean
is_open (GtkWindow *window,
         GtkWidget *dialog)
{
  g_autoptr (GListModel) dialogs = NULL;

  g_object_get (window, "dialogs", &dialogs, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) open = g_list_model_get_item (dialogs, i);

      if (open == dialog)
        return TRUE;
    }

  return FALSE;
}

static void
on_visible_dialog (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *dialog = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) : NULL;

  if (dialog != NULL && !is_open (window, dialog))
    gtk_window_set_focus (window, NULL);
}

void
tend_dialog_focus_watch (GtkWindow *window)
{
  g_return_if_fail (ADW_IS_WINDOW (window) || ADW_IS_APPLICATION_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (on_visible_dialog), NULL);
}
