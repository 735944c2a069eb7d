/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets @button pop @menu up, but makes its popover only when it is first asked for: a popover of a dozen items takes longer
 * to make than the page around it. */
void tend_late_menu_set (GtkMenuButton *button,
                         GMenuModel    *menu);

G_END_DECLS
