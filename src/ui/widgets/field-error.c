/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-error.h"

#include <glib/gi18n.h>

void
tend_field_error_set_title (GtkWidget  *row,
                            const char *title)
{
  g_object_set_data_full (G_OBJECT (row), "plain-title", g_strdup (title), g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
show (GtkWidget  *row,
      const char *message,
      const char *note)
{
  const char *title = g_object_get_data (G_OBJECT (row), "plain-title");
  g_autofree char *shown = NULL;

  if (title == NULL)
    {
      tend_field_error_set_title (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      title = g_object_get_data (G_OBJECT (row), "plain-title");
    }

  if (message != NULL)
    /* Translators: the name of a field, and what is wrong with its value: "E-Mail: not an e-mail address" */
    shown = g_strdup_printf (_("%s – %s"), title, message);
  else if (note != NULL)
    shown = g_strdup_printf (_("%s: %s"), title, note);
  else
    shown = g_strdup (title);
  if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), shown) == 0 &&
      gtk_widget_has_css_class (row, "error") == (message != NULL))
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  gtk_widget_set_tooltip_text (row, message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (message != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

void
tend_field_error_show (GtkWidget  *row,
                       const char *message)
{
  show (row, message, NULL);
}

void
tend_field_error_note (GtkWidget  *row,
                       const char *note)
{
  show (row, NULL, note);
}
