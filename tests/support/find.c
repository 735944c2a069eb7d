/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "find.h"

#include <string.h>

GtkWidget *
tend_test_find_named (GtkWidget  *root,
                      const char *name)
{
  GtkWidget *found = strcmp (gtk_widget_get_name (root), name) == 0 ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = tend_test_find_named (child, name);

  return found;
}
