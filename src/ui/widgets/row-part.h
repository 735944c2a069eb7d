/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Parts of a row of a long list, which lays most of them out itself. */

/* Its natural height, px. */
int  tend_row_part_get_height (GtkWidget *part);
/* Puts @part there, from the left or, where people write so, from the right of its row, which is @row_width wide.
 * @height: -1 for its natural one. */
void tend_row_part_allocate   (GtkWidget *part,
                               int        row_width,
                               int        x,
                               int        y,
                               int        width,
                               int        height);
/* A line of text at the end of @box, which is cut where it has no room. (transfer none) */
GtkWidget *tend_row_part_add_label (GtkWidget  *box,
                                    const char *css_class);

G_END_DECLS
