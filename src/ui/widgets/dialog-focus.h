/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Takes the keyboard out of every dialog of @window (an AdwWindow or AdwApplicationWindow) that begins to close, where
 * nobody else does. libadwaita gives it back to what had it before the dialog; where that is gone or was nothing, the
 * focus goes under with the dialog, and GTK before 4.24 then never frees what was around it: gtkwindow.c keeps the widget
 * that goes (move_focus_widget) and forgets it when a second one around it goes in the same frame. */
void tend_dialog_focus_watch (GtkWindow *window);

G_END_DECLS
