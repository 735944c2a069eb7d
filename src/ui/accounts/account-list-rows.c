/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

/* The rows of the list: what each shows, and what a press on it does. */

/* A click without a modifier asks for the account: where the columns are folded, that is the way to it. */
static void
on_row_released (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkListItem     *item)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  GtkWidget *row = gtk_list_item_get_child (item);
  TendAccountListPage *self = g_object_get_data (G_OBJECT (row), "tend-page");
  TendAccount *account = gtk_list_item_get_item (item);

  if (n_press != 1 || account == NULL || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) || !gtk_widget_contains (row, x, y))
    return;

  /* GTK would select it a moment later; but where the columns are folded the list is out of sight by then. */
  tend_selection_select_id (self->selection, tend_entity_get_id (TEND_ENTITY (account)));
  tend_account_list_page_activate_id (self, tend_entity_get_id (TEND_ENTITY (account)));
}

static void
on_row_pressed_secondary (GtkGestureClick *click,
                          int              n_press,
                          double           x,
                          double           y,
                          GtkListItem     *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  TendAccountListPage *self = g_object_get_data (G_OBJECT (row), "tend-page");
  TendAccount *account = gtk_list_item_get_item (item);

  if (account == NULL)
    return;

  if (!gtk_list_item_get_selected (item))
    tend_selection_select_id (self->selection, tend_entity_get_id (TEND_ENTITY (account)));
  tend_account_list_page_popup (self, row, x, y);
}

static void
on_described (TendAccountRow *row,
              GtkListItem    *item)
{
  g_autofree char *text = tend_account_row_dup_description (row);

  gtk_list_item_set_accessible_label (item, text);
}

static void
add_clicks (GtkListItem *item,
            GtkWidget   *row)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect (primary, "released", G_CALLBACK (on_row_released), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (primary));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_row_pressed_secondary), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (secondary));
}

static void
on_setup (TendAccountListPage *self,
          GtkListItem         *item)
{
  GtkWidget *row = tend_account_row_new ();

  g_object_set_data (G_OBJECT (row), "tend-page", self);
  g_signal_connect (row, "described", G_CALLBACK (on_described), item);
  add_clicks (item, row);
  tend_account_list_page_add_drag (self, item, row);
  gtk_list_item_set_child (item, row);
}

/* Where one manager's own accounts are listed, her name in each row would say nothing. */
static void
set_row (TendAccountListPage *self,
         TendAccountRow      *row,
         TendAccount         *account)
{
  static const struct { const char *sort; TendAccountRowFact fact; } facts[] = {
    { "last_contact", TEND_ACCOUNT_ROW_CONTACT },
    { "yearly_value", TEND_ACCOUNT_ROW_VALUE },
    { "next_renewal", TEND_ACCOUNT_ROW_RENEWAL },
    { "balance", TEND_ACCOUNT_ROW_BALANCE },
  };
  const TendAccountView *view = tend_account_list_model_get_view (self->model);
  TendAccountRowFact fact = view->quiet != TEND_QUIET_NO ? TEND_ACCOUNT_ROW_CONTACT : TEND_ACCOUNT_ROW_NEXT;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].sort, view->sort))
      fact = facts[i].fact;
  tend_account_row_set_account (row, account, self->book, view->scope != TEND_SCOPE_OWN, fact);
}

static void
on_bind (TendAccountListPage *self,
         GtkListItem         *item)
{
  TendAccountRow *row = TEND_ACCOUNT_ROW (gtk_list_item_get_child (item));
  TendAccount *account = gtk_list_item_get_item (item);

  set_row (self, row, account);
  g_ptr_array_add (self->rows, row);
}

static void
on_unbind (TendAccountListPage *self,
           GtkListItem         *item)
{
  TendAccountRow *row = TEND_ACCOUNT_ROW (gtk_list_item_get_child (item));

  tend_account_row_set_account (row, NULL, NULL, FALSE, TEND_ACCOUNT_ROW_NEXT);
  g_ptr_array_remove_fast (self->rows, row);
}

GtkListItemFactory *
tend_account_list_page_create_rows (TendAccountListPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* Rows show the owner or not by the scope, so they are bound anew where that changes. */
void
tend_account_list_page_rebind_rows (TendAccountListPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TendAccountRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (TendAccount) account = g_object_ref (tend_account_row_get_account (row));

      set_row (self, row, account);
    }
}
