/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pops up @popover, and gives the keyboard back to what has it now when it closes. GTK passes it on to whatever stands
 * behind the popover's parent, which is another part of the window. */
void tend_context_menu_popup (GtkPopover *popover);

/* Shows beside @item by which key it is done. Keys that text needs too are no accelerators of the application, from which GTK
 * would know them; they are bound where they work. */
void tend_menu_item_set_key  (GMenuItem  *item,
                              const char *accelerator);

G_END_DECLS
