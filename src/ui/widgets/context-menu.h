/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pops up @popover, and gives the keyboard back to what has it now when it closes. GTK passes it on to whatever stands
 * behind the popover's parent, which is another part of the window. */
void tend_context_menu_popup (GtkPopover *popover);

G_END_DECLS
