/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "accounts/log-dialog.h"
#include "core/entities/interaction.h"
#include "window-dialogs.h"

/* Logging contact. What the dialog begins with (the account, its main contact, the follow-up that is settled) is read
 * before it opens. */

typedef struct
{
  TendWindow *window;
  TendId      account;
  TendId      done;       /* the follow-up that it settles; 0 = none */
  TendEntity *follow_up;  /* that follow-up, read */
  TendEntity *held;       /* the account, read */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_clear_object (&self->follow_up);
  g_clear_object (&self->held);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
on_failed (TendWindow *self,
           GError     *error)
{
  tend_window_report (self, error);
}

static void
on_applied (TendWindow    *self,
            TendOperation *operation)
{
  gboolean planned = TEND_IS_LOG_OPERATION (operation) && tend_log_operation_get_next (TEND_LOG_OPERATION (operation)) != 0;

  tend_window_push_named (self, operation, &tend_interaction_noun,
                          !TEND_IS_LOG_OPERATION (operation) ? _("“%s” was changed")
                          : planned                          ? _("“%s” was logged, the next step is planned")
                                                             : _("“%s” was logged"));
}

static void
present (TendWindow *self,
         AdwDialog  *dialog)
{
  g_signal_connect_object (dialog, "applied", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_dialog (Opening *self,
             TendId   main_contact)
{
  TendBook *book = tend_window_get_book (self->window);
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();
  g_autoptr (TendFollowUpRecord) next = tend_window_begin_follow_up (self->window, self->account);

  record->account = self->account;
  record->contact = main_contact;
  record->manager = next->manager;
  record->at = g_get_real_time ();
  if (self->follow_up != NULL)
    {
      const TendFollowUpRecord *follow_up = tend_follow_up_get (TEND_FOLLOW_UP (self->follow_up));

      next->hat = follow_up->hat;
      if (follow_up->contact != 0)
        record->contact = follow_up->contact;
    }

  present (self->window, tend_log_dialog_new (book, record, next, self->done));
}

static gboolean
is_void (Opening  *self,
         TendBook *book,
         GError   *error)
{
  if (error != NULL)
    tend_window_report (self->window, error);

  return error != NULL || tend_window_get_book (self->window) != book;
}

static void
on_contact_found (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tend_book_list_finish (TEND_BOOK (source), result, &error);

  if (!is_void (self, TEND_BOOK (source), error))
    open_dialog (self, ids->len > 0 ? g_array_index (ids, TendId, 0) : 0);
}

static void
on_account_loaded (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tend_book_load_finish (TEND_BOOK (source), result, &error);
  g_autoptr (TendQuery) query = tend_query_new (&tend_contact_noun);

  if (is_void (self, TEND_BOOK (source), error) || found->len == 0)
    return;

  self->held = g_object_ref (g_ptr_array_index (found, 0));
  tend_query_add_int (query, "account", TEND_QUERY_IS, self->account);
  tend_query_add_int (query, "main", TEND_QUERY_IS, TRUE);
  tend_query_add (query, "left_on", TEND_QUERY_IS, "", NULL);
  tend_book_list_async (TEND_BOOK (source), query, NULL, on_contact_found, g_steal_pointer (&self));
}

/* Takes @self. */
static void
read_account (Opening *self)
{
  tend_book_load_async (tend_window_get_book (self->window), &tend_account_noun, &self->account, 1, NULL, on_account_loaded, self);
}

static void
on_follow_up_loaded (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tend_book_load_finish (TEND_BOOK (source), result, &error);

  if (is_void (self, TEND_BOOK (source), error) || found->len == 0)
    return;

  self->follow_up = g_object_ref (g_ptr_array_index (found, 0));
  self->account = tend_follow_up_get (TEND_FOLLOW_UP (self->follow_up))->account;
  read_account (g_steal_pointer (&self));
}

/* NULL where nothing can be logged now. */
static Opening *
opening_new (TendWindow *window)
{
  TendBook *book = tend_window_get_book (window);
  Opening *self;

  if (book == NULL || tend_book_get_read_only (book))
    return NULL;

  self = g_new0 (Opening, 1);
  self->window = g_object_ref (window);

  return self;
}

static TendId
find_account_in_view (TendWindow *self)
{
  TendAccount *account = self->account_page != NULL ? tend_account_page_get_account (self->account_page) : NULL;

  if (adw_navigation_split_view_get_content (self->outer) != self->inner_page)
    return 0;

  return account != NULL && !tend_entity_get_deleted (TEND_ENTITY (account)) ? tend_entity_get_id (TEND_ENTITY (account)) : 0;
}

static void
log_contact (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendWindow *window = TEND_WINDOW (widget);
  TendId account = g_variant_get_int64 (parameter) != 0 ? g_variant_get_int64 (parameter) : find_account_in_view (window);
  Opening *self = account != 0 ? opening_new (window) : NULL;

  if (self == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  self->account = account;
  read_account (self);
}

static void
log_follow_up (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  Opening *self = opening_new (TEND_WINDOW (widget));

  if (self == NULL)
    return;

  self->done = g_variant_get_int64 (parameter);
  tend_book_load_async (tend_window_get_book (self->window), &tend_follow_up_noun, &self->done, 1, NULL, on_follow_up_loaded, self);
}

static void
on_interaction_loaded (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tend_book_load_finish (TEND_BOOK (source), result, &error);

  if (is_void (self, TEND_BOOK (source), error) || found->len == 0)
    return;

  present (self->window, tend_log_dialog_new (TEND_BOOK (source), tend_interaction_get (g_ptr_array_index (found, 0)), NULL, 0));
}

static void
edit_interaction (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  Opening *self = opening_new (TEND_WINDOW (widget));
  TendId id = g_variant_get_int64 (parameter);

  if (self != NULL)
    tend_book_load_async (tend_window_get_book (self->window), &tend_interaction_noun, &id, 1, NULL, on_interaction_loaded, self);
}

static void
delete_interaction (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TendId id = g_variant_get_int64 (parameter);

  tend_window_apply_named (TEND_WINDOW (widget), tend_edit_operation_new_delete (&tend_interaction_noun, &id, 1),
                           &tend_interaction_noun, _("“%s” was deleted"));
}

/* No text field has a use for this key; a dialog is not about the account behind it. */
static gboolean
on_log_key (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, "win.log-contact", "x", (gint64) 0);
}

void
tend_window_class_install_log (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.log-contact", "x", log_contact);
  gtk_widget_class_install_action (klass, "win.log-follow-up", "x", log_follow_up);
  gtk_widget_class_install_action (klass, "win.edit-interaction", "x", edit_interaction);
  gtk_widget_class_install_action (klass, "win.delete-interaction", "x", delete_interaction);
  gtk_widget_class_add_binding (klass, GDK_KEY_l, GDK_CONTROL_MASK, on_log_key, NULL);
}
