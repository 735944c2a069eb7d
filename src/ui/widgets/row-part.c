/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-part.h"

int
tend_row_part_get_height (GtkWidget *part)
{
  int natural;

  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

void
tend_row_part_allocate (GtkWidget *part,
                        int        row_width,
                        int        x,
                        int        y,
                        int        width,
                        int        height)
{
  GtkAllocation allocation = { x, y, MAX (width, 0), height >= 0 ? height : tend_row_part_get_height (part) };

  if (gtk_widget_get_direction (gtk_widget_get_parent (part)) == GTK_TEXT_DIR_RTL)
    allocation.x = row_width - x - allocation.width;
  gtk_widget_size_allocate (part, &allocation, -1);
}

GtkWidget *
tend_row_part_add_label (GtkWidget  *box,
                         const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}
