/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first widget from @root on, itself and what is in it, that is called @name by gtk_widget_set_name(); NULL: none.
 * (transfer none) */
GtkWidget *tend_test_find_named (GtkWidget  *root,
                                 const char *name);

G_END_DECLS
