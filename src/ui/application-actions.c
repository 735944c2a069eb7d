/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "application-private.h"

#include "preferences/about-dialog.h"

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GApplication *application = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  /* Windows are closed rather than dropped, so that one with an unsaved dialog can object; a service goes on. */
  for (GList *l = windows; l != NULL; l = l->next)
    {
      /* GTK closes none that was not on the screen yet. */
      if (gtk_widget_get_realized (l->data))
        gtk_window_close (l->data);
      else
        gtk_window_destroy (l->data);
    }
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (tend_about_dialog_new (TEND_IS_WINDOW (window) ? tend_window_get_book (TEND_WINDOW (window)) : NULL),
                      GTK_WIDGET (window));
}

static void
on_new_account (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tend_window_new_account (tend_application_present (user_data));
}

static void
on_follow_ups (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  tend_window_show_place (tend_application_present (user_data), "follow-ups");
}

/* "new-account" and "follow-ups" are the actions of the desktop entry: what the bus may start is not started by the Exec
 * lines there, but asked for these. */
static const GActionEntry entries[] = {
  { .name = "about", .activate = on_about },
  { .name = "follow-ups", .activate = on_follow_ups },
  { .name = "new-account", .activate = on_new_account },
  { .name = "quit", .activate = on_quit },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new-account", { "<Control>n" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.search", { "<Control>f" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

void
tend_application_install_actions (TendApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, (const char *const *) accels[i].accels);
}
