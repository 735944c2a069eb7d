/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

#include <glib/gi18n.h>

#include "core/ids.h"
#include "ui/text/words.h"
#include "ui/widgets/account-ids.h"

/* The owner that all of them are known to have: in a list of one manager's own, or of a single row. */
static TendId
common_owner (TendAccountListPage *self,
              TendAccount         *account,
              guint                n_ids)
{
  if (tend_account_list_model_get_scope (self->model) == TEND_SCOPE_OWN)
    return tend_account_list_model_get_manager (self->model);

  return n_ids == 1 ? tend_account_get (account)->owner : 0;
}

/* A selected row brings the whole selection along, another one comes alone. */
static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            GtkListItem   *item)
{
  TendAccountListPage *self = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "tend-page");
  TendAccount *account = gtk_list_item_get_item (item);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TendAccountIds) dragged = NULL;
  TendId id;

  if (account == NULL)
    return NULL;

  id = tend_entity_get_id (TEND_ENTITY (account));
  if (gtk_list_item_get_selected (item))
    ids = tend_selection_dup_ids (self->selection);
  if (ids == NULL || ids->len == 0)
    {
      g_clear_pointer (&ids, g_array_unref);
      ids = tend_ids_new ();
      g_array_append_val (ids, id);
    }
  dragged = tend_account_ids_new (tend_ids_get (ids), ids->len, common_owner (self, account, ids->len));
  g_object_set_data (G_OBJECT (source), "tend-count", GUINT_TO_POINTER (ids->len));

  return gdk_content_provider_new_typed (TEND_TYPE_ACCOUNT_IDS, dragged);
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               GtkListItem   *item)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (source), "tend-count"));
  TendAccount *account = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (n == 1 && account != NULL)
    text = tend_words_one_line (tend_account_get (account)->name, 40);
  else
    text = g_strdup_printf (ngettext ("%'u account", "%'u accounts", n), n);

  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "drag-card");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

/* On a row the pointer drags the row; only beside the rows it draws a band around some. GTK would do both at once. */
static void
on_list_pressed (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkListView     *list)
{
  GtkWidget *there = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);

  gtk_list_view_set_enable_rubberband (list, there == NULL || there == GTK_WIDGET (list));
}

void
tend_account_list_page_init_drag (TendAccountListPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_list_pressed), self->list);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

void
tend_account_list_page_add_drag (TendAccountListPage *self,
                                 GtkListItem         *item,
                                 GtkWidget           *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}
