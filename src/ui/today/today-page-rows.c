/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-page-private.h"

#include "today-header.h"
#include "today-row.h"

/* The rows of the list and the headers above them. The first and last line of an account make its card. */

static void
show_edges (TendTodayPage *self,
            GtkListItem   *item)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);
  guint start;
  guint end;

  if (row == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  tend_id_list_get_section (TEND_ID_LIST (self->model), position, &start, &end);
  if (position + 1 == end)
    gtk_widget_add_css_class (row, "last");
  else
    gtk_widget_remove_css_class (row, "last");
}

static void
on_described (GtkListItem *item,
              const char  *description)
{
  gtk_list_item_set_accessible_label (item, description);
}

static void
on_setup (TendTodayPage *self,
          GtkListItem   *item)
{
  GtkWidget *row = tend_today_row_new (self->book, self->model);

  g_signal_connect_object (row, "described", G_CALLBACK (on_described), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TendTodayPage *self,
         GtkListItem   *item)
{
  tend_today_row_set_line (TEND_TODAY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
  g_hash_table_add (self->rows, item);
  show_edges (self, item);
}

static void
on_unbind (TendTodayPage *self,
           GtkListItem   *item)
{
  g_hash_table_remove (self->rows, item);
  tend_today_row_set_line (TEND_TODAY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_header_setup (TendTodayPage *self,
                 GtkListHeader *header)
{
  gtk_list_header_set_child (header, tend_today_header_new ());
}

static void
on_header_bind (TendTodayPage *self,
                GtkListHeader *header)
{
  TendTodayLine *line = gtk_list_header_get_item (header);

  if (line != NULL)
    tend_today_header_set_account (TEND_TODAY_HEADER (gtk_list_header_get_child (header)), tend_today_line_get_account (line));
}

static void
on_header_unbind (TendTodayPage *self,
                  GtkListHeader *header)
{
  tend_today_header_set_account (TEND_TODAY_HEADER (gtk_list_header_get_child (header)), NULL);
}

void
tend_today_page_init_rows (TendTodayPage *self)
{
  g_autoptr (GtkListItemFactory) lines = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (lines, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lines, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, lines);

  g_signal_connect_object (headers, "setup", G_CALLBACK (on_header_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (on_header_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "unbind", G_CALLBACK (on_header_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (self->list, headers);
}

void
tend_today_page_show_edges (TendTodayPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_edges (self, item);
}

void
tend_today_page_refresh_rows (TendTodayPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    tend_today_row_refresh (TEND_TODAY_ROW (gtk_list_item_get_child (item)));
}
