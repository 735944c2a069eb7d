/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "keys-dialog.h"
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
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    tend_window_begin_search (self);
}

static void
reassign_account_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  TendId account = g_variant_get_int64 (parameter);

  tend_window_reassign (TEND_WINDOW (widget), &account, 1, 0);
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

/* A libadwaita that has a dialog of its own for the keys shows that. */
static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  if (!gtk_widget_activate_action (widget, "app.shortcuts", NULL))
    adw_dialog_present (tend_keys_dialog_new (), widget);
}

/* Keys that a text field needs for itself are no accelerators of the application, which take them before the focused
 * widget sees them. These come last, when nobody else wanted the key: but a field that has nothing left to undo wants
 * it still, and so does a dialog, which is not about the list behind it. */
static gboolean
wants_key_itself (TendWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
         || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

static gboolean
on_undo_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (wants_key_itself (TEND_WINDOW (widget)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, "win.undo", NULL);
}

static gboolean
on_redo_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (wants_key_itself (TEND_WINDOW (widget)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, "win.redo", NULL);
}

void
tend_window_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_help_overlay_action);
  gtk_widget_class_install_action (klass, "win.reassign-account", "x", reassign_account_action);
  gtk_widget_class_install_action (klass, "win.show-account", "x", show_account_action);
  gtk_widget_class_install_action (klass, "win.show-place", "s", show_place_action);

  gtk_widget_class_add_binding (klass, GDK_KEY_z, GDK_CONTROL_MASK, on_undo_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_redo_key, NULL);
}
