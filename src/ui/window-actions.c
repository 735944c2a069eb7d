/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tend_window_undo (TEND_WINDOW (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tend_window_redo (TEND_WINDOW (widget));
}

static void
show_account_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  tend_window_show_account (TEND_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
show_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tend_window_show_place (TEND_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
tend_window_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (klass, "win.show-account", "x", show_account_action);
  gtk_widget_class_install_action (klass, "win.show-place", "s", show_place_action);
}

gboolean
tend_window_is_typing (TendWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}
