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
