/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Real keys, through the X server, to the window under the pointer: pressed one after the other, in xdotool's words
 * ("ctrl+z", "Delete", "a"). Returns when the server has them all; what they do is waited for by the caller. */
void tend_test_press (const char *first,
                      ...) G_GNUC_NULL_TERMINATED;
/* Brings the pointer over @window, so that keys go there. */
void tend_test_point (GtkWidget  *window);
/* Does what @widget binds to a key (GDK_KEY_…), by whatever modifiers, without a key being pressed: for a widget that need not have
 * the focus. FALSE where it binds nothing, or did nothing. */
gboolean tend_test_activate_key (GtkWidget *widget,
                                 guint      key);

G_END_DECLS
