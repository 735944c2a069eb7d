/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "late-menu.h"

static void
make_popover (GtkMenuButton *button,
              gpointer       data)
{
  if (gtk_menu_button_get_menu_model (button) != data)
    gtk_menu_button_set_menu_model (button, data);
}

void
tend_late_menu_set (GtkMenuButton *button,
                    GMenuModel    *menu)
{
  /* A menu that is seen already is exchanged at once. */
  if (gtk_menu_button_get_menu_model (button) != NULL)
    gtk_menu_button_set_menu_model (button, menu);
  gtk_menu_button_set_create_popup_func (button, make_popover, g_object_ref (menu), g_object_unref);
}
