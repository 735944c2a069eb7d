/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

#include <glib/gi18n.h>

#include "core/entities/saved-view.h"
#include "core/operations/edit.h"
#include "ui/text/words.h"
#include "ui/window.h"

/* Saved views: the menu beside the title opens them, saves the present state as one, and keeps them in order. The view
 * that was opened last gives the list its title until another place is shown. */

#define PLACE "accounts"
#define MAX_NAME 60

static TendWindow *
get_window (TendAccountListPage *self)
{
  return TEND_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const TendSavedViewRecord *
get_opened (TendAccountListPage *self)
{
  const TendSavedViewRecord *record = self->opened != NULL ? tend_saved_view_get (self->opened) : NULL;

  /* One that is only being saved has no name yet; one that was deleted may come back through undo. */
  return record != NULL && record->name != NULL && !tend_entity_get_deleted (TEND_ENTITY (self->opened)) ? record : NULL;
}

static gboolean
is_changed (TendAccountListPage       *self,
            const TendSavedViewRecord *record)
{
  g_autoptr (TendAccountView) saved = tend_account_view_from_json (record->query);

  return !tend_account_view_equal (saved, tend_account_list_model_get_view (self->model));
}

char *
tend_account_list_page_dup_view_title (TendAccountListPage *self)
{
  const TendSavedViewRecord *record = get_opened (self);
  g_autofree char *name = NULL;

  if (record == NULL)
    return NULL;
  name = tend_words_one_line (record->name, MAX_NAME);
  /* Translators: the title of a list whose saved view, %s, was opened and then changed */
  return is_changed (self, record) ? g_strdup_printf (_("%s (Changed)"), name) : g_steal_pointer (&name);
}

static void
append_view (GMenu                     *menu,
             const TendSavedViewRecord *record)
{
  g_autofree char *name = tend_words_one_line (record->name, MAX_NAME);
  g_autoptr (GString) label = g_string_new (name);
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0);  /* no mnemonic */
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "view.open", "x", record->base.id);
  g_menu_append_item (menu, item);
}

static void
append_changes (TendAccountListPage *self,
                GMenu               *menu)
{
  const TendSavedViewRecord *record = get_opened (self);

  g_menu_append (menu, _("_Save View…"), "accounts.save-view");
  if (record == NULL)
    return;
  if (is_changed (self, record))
    {
      g_menu_append (menu, _("Save _Changes"), "accounts.update-view");
      g_menu_append (menu, _("Re_vert"), "accounts.revert-view");
    }
  g_menu_append (menu, _("_Rename View…"), "accounts.rename-view");
  g_menu_append (menu, _("_Delete View"), "accounts.delete-view");
}

void
tend_account_list_page_update_views (TendAccountListPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();
  const TendSavedViewRecord *opened = get_opened (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->views));

  g_simple_action_set_state (self->view_action, g_variant_new_int64 (opened != NULL ? opened->base.id : 0));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendSavedView) view = g_list_model_get_item (G_LIST_MODEL (self->views), i);

      if (tend_entity_get_loaded (TEND_ENTITY (view)))
        append_view (views, tend_saved_view_get (view));
    }
  append_changes (self, changes);
  if (n > 0)
    g_menu_append_section (menu, _("Saved Views"), G_MENU_MODEL (views));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  gtk_menu_button_set_menu_model (self->views_button, G_MENU_MODEL (menu));
}

static void
on_opened_changed (TendAccountListPage *self)
{
  tend_account_list_page_update_views (self);
  tend_account_list_page_update (self);
}

static void
set_opened (TendAccountListPage *self,
            TendSavedView       *view)
{
  if (self->opened != NULL)
    g_signal_handlers_disconnect_by_func (self->opened, on_opened_changed, self);
  g_set_object (&self->opened, view);
  if (view != NULL)
    g_signal_connect_object (view, "changed", G_CALLBACK (on_opened_changed), self, G_CONNECT_SWAPPED);
}

void
tend_account_list_page_close_view (TendAccountListPage *self)
{
  if (self->opened == NULL)
    return;
  set_opened (self, NULL);
  tend_account_list_page_update_views (self);
}

static void
show_opened (TendAccountListPage *self)
{
  const TendSavedViewRecord *record = get_opened (self);
  g_autoptr (TendAccountView) view = record != NULL ? tend_account_view_from_json (record->query) : NULL;

  if (view != NULL)
    tend_account_list_page_set_view (self, view);
  on_opened_changed (self);
}

static void
on_view (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TendAccountListPage *self = user_data;
  g_autoptr (TendEntity) entity = tend_book_get (self->book, &tend_saved_view_noun, g_variant_get_int64 (parameter));

  set_opened (self, TEND_SAVED_VIEW (entity));
  show_opened (self);
}

static void
apply (TendAccountListPage *self,
       TendOperation       *operation,
       gboolean             deleted,
       const char          *name)
{
  g_autofree char *shown = tend_words_one_line (name, MAX_NAME);
  g_autofree char *message = deleted ? g_strdup_printf (_("View “%s” deleted"), shown)
                                     : g_strdup_printf (_("View “%s” saved"), shown);

  tend_window_apply (get_window (self), operation, message);
}

static void
create_view (TendAccountListPage *self,
             const char          *name)
{
  g_autoptr (TendSavedViewRecord) record = tend_saved_view_record_new ();
  g_autoptr (TendOperation) operation = NULL;
  g_autoptr (TendEntity) entity = NULL;

  record->place = g_strdup (PLACE);
  record->name = g_strdup (name);
  record->query = tend_account_view_to_json (tend_account_list_model_get_view (self->model));
  record->position = g_list_model_get_n_items (G_LIST_MODEL (self->views));
  operation = tend_edit_operation_new_create (&record->base);
  apply (self, operation, FALSE, name);
  entity = tend_book_get (self->book, &tend_saved_view_noun, tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation)));
  set_opened (self, TEND_SAVED_VIEW (entity));
}

static void
write_view (TendAccountListPage *self,
            const char          *name,
            const char          *query)
{
  const TendSavedViewRecord *before = get_opened (self);
  g_autoptr (TendSavedViewRecord) after = NULL;
  g_autoptr (TendOperation) operation = NULL;

  if (before == NULL)
    return;
  after = tend_saved_view_record_copy (before);
  g_set_str (&after->name, name != NULL ? name : before->name);
  g_set_str (&after->query, query != NULL ? query : before->query);
  operation = tend_edit_operation_new_update (&before->base, &after->base);
  apply (self, operation, FALSE, after->name);
}

static void
on_name_typed (AdwAlertDialog *question,
               GParamSpec     *pspec,
               GtkEditable    *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (question, "save", *name != '\0');
}

static void
on_named (AdwAlertDialog *question,
          const char     *response,
          gpointer        user_data)
{
  TendAccountListPage *self = user_data;
  GtkEditable *entry = g_object_get_data (G_OBJECT (question), "tend-entry");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (!g_str_equal (response, "save") || *name == '\0' || !TEND_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    return;
  if (g_object_get_data (G_OBJECT (question), "tend-rename") != NULL)
    write_view (self, name, NULL);
  else
    create_view (self, name);
}

/* Asks for a name, the present one of @rename at first. */
static void
ask_name (TendAccountListPage *self,
          const char          *title,
          const char          *name,
          gboolean             rename)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (title, NULL));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_alert_dialog_set_extra_child (question, list);
  adw_alert_dialog_add_responses (question, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (question, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "save");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_object_set_data (G_OBJECT (question), "tend-entry", entry);
  g_object_set_data (G_OBJECT (question), "tend-rename", rename ? question : NULL);
  g_signal_connect_object (entry, "notify::text", G_CALLBACK (on_name_typed), question, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "response", G_CALLBACK (on_named), self, 0);
  on_name_typed (question, NULL, GTK_EDITABLE (entry));
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ask_name (TEND_ACCOUNT_LIST_PAGE (widget), _("Save View"), "", FALSE);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  const TendSavedViewRecord *record = get_opened (self);

  if (record != NULL)
    ask_name (self, _("Rename View"), record->name, TRUE);
}

static void
update_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  g_autofree char *query = tend_account_view_to_json (tend_account_list_model_get_view (self->model));

  write_view (self, NULL, query);
}

static void
revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  show_opened (TEND_ACCOUNT_LIST_PAGE (widget));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (widget);
  const TendSavedViewRecord *record = get_opened (self);
  g_autoptr (TendOperation) operation = NULL;

  if (record == NULL)
    return;
  operation = tend_edit_operation_new_delete (&tend_saved_view_noun, &record->base.id, 1);
  apply (self, operation, TRUE, record->name);
}

void
tend_account_list_page_install_view_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "accounts.save-view", NULL, save_action);
  gtk_widget_class_install_action (klass, "accounts.rename-view", NULL, rename_action);
  gtk_widget_class_install_action (klass, "accounts.update-view", NULL, update_action);
  gtk_widget_class_install_action (klass, "accounts.revert-view", NULL, revert_action);
  gtk_widget_class_install_action (klass, "accounts.delete-view", NULL, delete_action);
}

void
tend_account_list_page_init_views (TendAccountListPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (TendQuery) query = tend_query_new (&tend_saved_view_noun);

  self->view_action = g_simple_action_new_stateful ("open", G_VARIANT_TYPE_INT64, g_variant_new_int64 (0));
  g_signal_connect_object (self->view_action, "activate", G_CALLBACK (on_view), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->view_action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (group));
  tend_query_add (query, "place", TEND_QUERY_IS, PLACE, NULL);
  tend_query_set_sort (query, "position", FALSE);
  self->views = tend_entity_list_model_new (self->book, query);
  g_signal_connect_object (self->views, "loaded", G_CALLBACK (tend_account_list_page_update_views), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "items-changed", G_CALLBACK (tend_account_list_page_update_views), self, G_CONNECT_SWAPPED);
  tend_account_list_page_update_views (self);
}
