/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of a row of the timeline: what one can do with the entry, as actions of the window (window-dialogs.h). It pops up
 * where a row is pressed with the secondary button or long, and by its keys at the row that has the keyboard. */

/* For class_init of a widget that shows rows: the keys. */
void tend_timeline_menu_install (GtkWidgetClass *klass);
/* For its init: the presses. The menu is a child of @widget, whose layout manager gives it its place, and made when it is
 * first asked for. */
void tend_timeline_menu_attach  (GtkWidget      *widget);

G_END_DECLS
