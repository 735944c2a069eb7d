/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

#include <glib/gi18n.h>

#include "core/ids.h"
#include "ui/accounts/account-copy.h"
#include "ui/text/words.h"
#include "ui/widgets/context-menu.h"
#include "ui/window.h"

static TendWindow *
get_window (TendAccountListPage *self)
{
  return TEND_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);

  tend_window_show_account (get_window (self), tend_selection_get_selected_id (self->selection));
}

static void
reassign_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  g_autoptr (GArray) ids = tend_selection_dup_ids (self->selection);

  if (ids->len > 0)
    tend_window_reassign (get_window (self), tend_ids_get (ids), ids->len, 0);
}

static char *
deleted_message (TendAccountListPage *self,
                 guint                n)
{
  TendId id = tend_selection_get_selected_id (self->selection);
  g_autoptr (TendEntity) account = NULL;
  g_autofree char *name = NULL;

  if (id == 0)
    return g_strdup_printf (ngettext ("%'u account deleted", "%'u accounts deleted", n), n);

  account = tend_book_get (self->book, &tend_account_noun, id);
  name = tend_words_one_line (tend_account_get (TEND_ACCOUNT (account))->name, 60);
  /* Translators: %s is the name of an account */
  return g_strdup_printf (_("“%s” deleted"), name);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  g_autoptr (GArray) ids = tend_selection_dup_ids (self->selection);
  g_autoptr (TendOperation) operation = NULL;
  g_autofree char *message = NULL;

  if (ids->len == 0)
    return;

  operation = tend_edit_operation_new_delete (&tend_account_noun, tend_ids_get (ids), ids->len);
  message = deleted_message (self, ids->len);
  tend_window_apply (get_window (self), operation, message);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendAccountListPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!TEND_IS_WINDOW (root))
    return;  /* closed meanwhile */

  if (tend_account_copy_finish (result, &n, &error))
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u account copied", "%'u accounts copied", n), n);

      tend_window_add_toast (TEND_WINDOW (root), adw_toast_new (text));
    }
  else
    {
      tend_window_report (TEND_WINDOW (root), error);
    }
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  g_autoptr (GArray) ids = tend_selection_dup_ids (self->selection);

  if (ids->len == 0)
    return;

  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  self->copying = g_cancellable_new ();
  tend_account_copy_async (self->book, tend_ids_get (ids), ids->len, gtk_widget_get_clipboard (widget),
                           self->copying, on_copied, g_object_ref (self));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  tend_account_list_page_clear_filter (TEND_ACCOUNT_LIST_PAGE (widget));
}

/* By keyboard the menu stands at the row that has the focus. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL && tend_selection_get_n_selected (self->selection) > 0)
    tend_account_list_page_popup (self, row, 48, gtk_widget_get_height (row) / 2.0);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  tend_menu_item_set_key (item, key);
  g_menu_append_item (menu, item);
}

static GMenu *
build_menu (TendAccountListPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  append (first, _("_Open"), "accounts.open", "Return");
  append (first, _("_Reassign…"), "accounts.reassign", "<Control>r");
  append (first, _("_Copy"), "accounts.copy", "<Control>c");
  append (second, _("_Delete"), "accounts.delete", "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  return menu;
}

void
tend_account_list_page_popup (TendAccountListPage *self,
                              GtkWidget           *widget,
                              double               x,
                              double               y)
{
  graphene_point_t point;

  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = build_menu (self);

      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { point.x, point.y, 1, 1 });
  tend_context_menu_popup (GTK_POPOVER (self->menu));
}

void
tend_account_list_page_update_actions (TendAccountListPage *self)
{
  guint n = tend_selection_get_n_selected (self->selection);
  gboolean writable = !tend_book_get_read_only (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.open", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.copy", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.menu", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.reassign", n > 0 && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accounts.delete", n > 0 && writable);
}

void
tend_account_list_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "accounts.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "accounts.reassign", NULL, reassign_action);
  gtk_widget_class_install_action (klass, "accounts.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "accounts.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "accounts.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "accounts.clear-filter", NULL, clear_filter_action);
}
