/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-dialogs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "accounts/account-dialog.h"
#include "accounts/contact-dialog.h"
#include "follow-ups/follow-up-dialog.h"
#include "preferences/preferences-dialog.h"
#include "settings.h"
#include "team/manager-dialog.h"
#include "text/link.h"
#include "text/moment.h"
#include "text/words.h"
#include "window-private.h"

/* Names in a toast; the whole sentence must fit a line or two. */
#define MAX_LABEL 60

/* A row without a name of its own (a purchase, a pulse) goes by what it is; the name of a follow-up alone may be that of a
 * product which is to be renewed. */
static char *
dup_label (TendOperation  *operation,
           const TendNoun *noun)
{
  const char *label = tend_operation_get_label (operation);
  const TendRecord *row = TEND_IS_EDIT_OPERATION (operation) ? tend_edit_operation_get_row (TEND_EDIT_OPERATION (operation)) : NULL;

  if (row != NULL && row->noun == &tend_follow_up_noun)
    return tend_words_follow_up ((const TendFollowUpRecord *) row, MAX_LABEL);

  return tend_words_one_line (label == NULL || *label == '\0' ? tend_words_noun (noun) : label, MAX_LABEL);
}

void
tend_window_push_named (TendWindow     *self,
                        TendOperation  *operation,
                        const TendNoun *noun,
                        const char     *format)
{
  g_autofree char *label = dup_label (operation, noun);
  g_autofree char *message = NULL;

  /* The formats are those of this file, each with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, label);
#pragma GCC diagnostic pop
  tend_window_push_undo (self, tend_operation_get_batch (operation), message);
}

/* Dialogs. */

static void
on_applied (TendWindow     *self,
            TendOperation  *operation,
            TendEditDialog *dialog)
{
  tend_window_push_named (self, operation, tend_edit_dialog_get_before (dialog)->noun, tend_edit_dialog_is_creating (dialog) ? _("“%s” was added") : _("“%s” was changed"));
  if (TEND_IS_ACCOUNT_DIALOG (dialog) && tend_edit_dialog_is_creating (dialog))
    tend_window_show_account (self, tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation)));
}

static void
on_failed (TendWindow *self,
           GError     *error)
{
  tend_window_report (self, error);
}

void
tend_window_present_edit (TendWindow *self,
                          AdwDialog  *dialog)
{
  g_signal_connect_object (dialog, "applied", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
new_account (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  TendBook *book = tend_window_get_book (self);
  g_autoptr (TendAccountRecord) record = NULL;

  if (book == NULL || tend_book_get_read_only (book))
    return;

  record = tend_account_record_new ();
  record->owner = tend_book_get_user (book);
  tend_window_present_edit (self, tend_account_dialog_new (book, record));
}

static void
new_contact (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autoptr (TendContactRecord) record = tend_contact_record_new ();

  record->account = g_variant_get_int64 (parameter);
  tend_window_present_edit (self, tend_contact_dialog_new (tend_window_get_book (self), record));
}

static int
lead_of_minutes (int minutes)
{
  switch (minutes)
    {
    case 0: return TEND_LEAD_AT_TIME;
    case 60: return TEND_LEAD_1_HOUR;
    case 24 * 60: return TEND_LEAD_1_DAY;
    case 7 * 24 * 60: return TEND_LEAD_1_WEEK;
    default: return TEND_LEAD_10_MINUTES;
    }
}

/* Whoever promises is reminded: the user, else the account's owner. */
static TendId
find_promiser (TendBook *book,
               TendId    account)
{
  g_autoptr (TendEntity) entity = NULL;

  if (tend_book_get_user (book) != 0 || account == 0)
    return tend_book_get_user (book);

  entity = tend_book_get (book, &tend_account_noun, account);
  return tend_account_get (TEND_ACCOUNT (entity))->owner;
}

TendFollowUpRecord *
tend_window_begin_follow_up (TendWindow *self,
                             TendId      account)
{
  TendFollowUpRecord *record = tend_follow_up_record_new ();

  record->account = account;
  record->manager = find_promiser (tend_window_get_book (self), account);
  record->lead = lead_of_minutes (tend_settings_get_default_lead (tend_settings_get_default ()));

  return record;
}

static void
new_follow_up (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  TendBook *book = tend_window_get_book (self);
  g_autoptr (TendFollowUpRecord) record = NULL;

  if (book == NULL)
    return;

  record = tend_window_begin_follow_up (self, g_variant_get_int64 (parameter));
  tend_window_present_edit (self, tend_follow_up_dialog_new (book, record));
}

static void
new_manager (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  TendBook *book = tend_window_get_book (self);
  g_autoptr (TendManagerRecord) record = NULL;

  if (book == NULL)
    return;

  record = tend_manager_record_new ();
  record->reports_to = g_variant_get_int64 (parameter);
  tend_window_present_edit (self, tend_manager_dialog_new (book, record));
}

/* What is edited is read first: a dialog must not begin with an object that is still empty. */
static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  TendBook *book = TEND_BOOK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entities = tend_book_load_finish (book, result, &error);
  const TendRecord *record;

  if (entities == NULL)
    {
      tend_window_report (self, error);
      return;
    }
  if (entities->len == 0 || tend_window_get_book (self) != book)
    return;

  record = tend_entity_get_record (g_ptr_array_index (entities, 0));
  if (record->noun == &tend_account_noun)
    tend_window_present_edit (self, tend_account_dialog_new (book, (const TendAccountRecord *) record));
  else if (record->noun == &tend_contact_noun)
    tend_window_present_edit (self, tend_contact_dialog_new (book, (const TendContactRecord *) record));
  else if (record->noun == &tend_follow_up_noun)
    tend_window_present_edit (self, tend_follow_up_dialog_new (book, (const TendFollowUpRecord *) record));
  else if (record->noun == &tend_manager_noun)
    tend_window_present_edit (self, tend_manager_dialog_new (book, (const TendManagerRecord *) record));
}

static const TendNoun *
noun_of_action (const char *name)
{
  return tend_noun_from_name (strchr (name, '-') + 1);
}

static void
edit (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  TendId id = g_variant_get_int64 (parameter);

  tend_book_load_async (tend_window_get_book (self), noun_of_action (name), &id, 1, NULL, on_loaded, g_object_ref (self));
}

/* Changes without a dialog; each can be taken back. */

typedef struct
{
  TendWindow     *window;
  TendOperation  *operation;
  const TendNoun *noun;
  const char     *format;   /* static and translated, with one %s for the label */
} Change;

static void
on_changed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Change *change = user_data;
  g_autoptr (TendWindow) self = change->window;
  g_autoptr (TendOperation) operation = change->operation;
  g_autoptr (GError) error = NULL;

  if (tend_book_apply_finish (TEND_BOOK (source), result, &error))
    tend_window_push_named (self, operation, change->noun, change->format);
  else
    tend_window_report (self, error);

  g_free (change);
}

void
tend_window_apply_named (TendWindow     *self,
                         TendOperation  *operation,
                         const TendNoun *noun,
                         const char     *format)
{
  Change *change = g_new (Change, 1);

  change->window = g_object_ref (self);
  change->operation = operation;
  change->noun = noun;
  change->format = format;
  tend_book_apply_async (tend_window_get_book (self), operation, NULL, on_changed, change);
}

static void
delete (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TendId id = g_variant_get_int64 (parameter);

  tend_window_apply_named (TEND_WINDOW (widget), tend_edit_operation_new_delete (noun_of_action (name), &id, 1),
                           noun_of_action (name), _("“%s” was deleted"));
}

/* Takes a batch back that this window may not have made; that is a change like any other and can itself be undone. */
static void
take_back (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autoptr (TendOperation) operation = tend_revert_operation_new (g_variant_get_int64 (parameter));

  tend_window_apply (self, operation, _("Taken back"));
}

/* Out of the program. */

static void
on_link_opened (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!tend_link_open_finish (result, &error) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tend_window_add_toast (TEND_WINDOW (source), adw_toast_new (_("No program on this computer opens that")));
}

static void
open_link (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  tend_link_open (widget, g_variant_get_string (parameter, NULL), on_link_opened, NULL);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  g_autofree char *shown = tend_words_one_line (text, MAX_LABEL);
  g_autofree char *message = g_strdup_printf (_("“%s” copied"), shown);
  AdwToast *toast = adw_toast_new ("");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message);
  tend_window_add_toast (TEND_WINDOW (widget), toast);
}

/* The whole window and the program. */

static gboolean
on_drop (TendWindow   *self,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;

  return tend_window_get_book (self) != NULL ? tend_window_import (self, files->data)
                                             : tend_window_begin_import (self, files->data);
}

static void
preferences (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);

  adw_dialog_present (tend_preferences_dialog_new (tend_settings_get_default (), tend_window_get_book (self)), widget);
}

static gboolean
find_focus (gpointer user_data)
{
  TendWindow *self = user_data;
  AdwNavigationPage *page = self->inner != NULL ? adw_navigation_split_view_get_sidebar (self->inner) : NULL;

  if (page != NULL && gtk_widget_get_mapped (GTK_WIDGET (page)) && gtk_window_get_focus (GTK_WINDOW (self)) == NULL
      && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* What a dialog was opened from may have gone meanwhile, with the account that someone else deleted: then the list has the keyboard
 * rather than nothing. Once the dialog has given it back. */
static void
on_dialog_seen (TendWindow *self)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, find_focus, g_object_ref (self), g_object_unref);
}

void
tend_window_init_dialogs (TendWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (on_dialog_seen), NULL);
}

void
tend_window_class_install_dialogs (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-account", NULL, new_account);
  gtk_widget_class_install_action (klass, "win.new-contact", "x", new_contact);
  gtk_widget_class_install_action (klass, "win.new-follow-up", "x", new_follow_up);
  gtk_widget_class_install_action (klass, "win.new-manager", "x", new_manager);
  gtk_widget_class_install_action (klass, "win.edit-account", "x", edit);
  gtk_widget_class_install_action (klass, "win.edit-contact", "x", edit);
  gtk_widget_class_install_action (klass, "win.edit-follow-up", "x", edit);
  gtk_widget_class_install_action (klass, "win.edit-manager", "x", edit);
  gtk_widget_class_install_action (klass, "win.delete-account", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-contact", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-follow-up", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-need", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-liaison", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-purchase", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-opportunity", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-invoice", "x", delete);
  gtk_widget_class_install_action (klass, "win.delete-pulse", "x", delete);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, preferences);
  gtk_widget_class_install_action (klass, "win.take-back", "x", take_back);
  gtk_widget_class_install_action (klass, "win.open-link", "s", open_link);
  gtk_widget_class_install_action (klass, "win.copy", "s", copy);
}
