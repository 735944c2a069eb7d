/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

/* The entry above the list: what is typed there lists, Enter opens, Down goes on to the rows, Escape back to all. */

static void
open_first (TendAccountListPage *self)
{
  TendId first = tend_id_list_get_id (TEND_ID_LIST (self->model), 0);

  self->open_first = FALSE;
  if (first == 0)
    return;

  tend_selection_select_id (self->selection, first);
  tend_account_list_page_activate_id (self, first);
}

static void
on_search_changed (GtkSearchEntry      *entry,
                   TendAccountListPage *self)
{
  tend_account_list_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* What was typed at the list goes on in the entry. */
static void
on_search_started (GtkSearchEntry      *entry,
                   TendAccountListPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  if (GTK_IS_TEXT (text))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
focus_list (TendAccountListPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;

  tend_gradual_list_finish (self->gradual);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_stop_search (GtkSearchEntry      *entry,
                TendAccountListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  focus_list (self);
}

static void
on_search_activate (GtkSearchEntry      *entry,
                    TendAccountListPage *self)
{
  /* Who types and presses Enter at once means the first of what she typed, not of what is still listed. */
  on_search_changed (entry, self);
  if (tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (self->model)))
    self->open_first = TRUE;
  else
    open_first (self);
}

static gboolean
on_search_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               TendAccountListPage   *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  focus_list (self);
  /* A row that has the keyboard and is not selected would be nobody's: its page is not shown, and no key acts on it. */
  if (tend_selection_get_n_selected (self->selection) == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    tend_account_list_page_select (self, tend_id_list_get_id (TEND_ID_LIST (self->model), 0));
  return GDK_EVENT_STOP;
}

void
tend_account_list_page_end_search (TendAccountListPage *self)
{
  if (self->open_first)
    open_first (self);
}

void
tend_account_list_page_begin_search (TendAccountListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

void
tend_account_list_page_bind_search (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_search_changed);
  gtk_widget_class_bind_template_callback (klass, on_search_started);
  gtk_widget_class_bind_template_callback (klass, on_stop_search);
  gtk_widget_class_bind_template_callback (klass, on_search_activate);
  gtk_widget_class_bind_template_callback (klass, on_search_key);
}
