/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "context-menu.h"

#include <adwaita.h>

#define KEY "tend-context-menu-focus"

static void
on_closed (GtkPopover *popover)
{
  GWeakRef *ref = g_object_get_data (G_OBJECT (popover), KEY);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (popover));
  GtkWidget *now = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GtkWidget) before = g_weak_ref_get (ref);

  g_weak_ref_set (ref, NULL);
  if (before == NULL || gtk_widget_get_root (before) != root || !gtk_widget_get_mapped (before))
    return;
  /* An item may have opened a dialog already. */
  if (now != NULL && gtk_widget_get_ancestor (now, ADW_TYPE_DIALOG) != gtk_widget_get_ancestor (before, ADW_TYPE_DIALOG))
    return;

  gtk_widget_grab_focus (before);
}

static void
ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
tend_context_menu_popup (GtkPopover *popover)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (popover));
  GWeakRef *ref = g_object_get_data (G_OBJECT (popover), KEY);

  g_return_if_fail (GTK_IS_POPOVER (popover));

  if (ref == NULL)
    {
      ref = g_new0 (GWeakRef, 1);
      g_weak_ref_init (ref, NULL);
      g_object_set_data_full (G_OBJECT (popover), KEY, ref, ref_free);
      g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
    }
  if (root != NULL && !gtk_widget_get_visible (GTK_WIDGET (popover)))
    g_weak_ref_set (ref, gtk_root_get_focus (root));
  gtk_popover_popup (popover);
}

void
tend_menu_item_set_key (GMenuItem  *item,
                        const char *accelerator)
{
  g_menu_item_set_attribute (item, "accel", "s", accelerator);
}
