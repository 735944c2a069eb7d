/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "follow-ups/follow-up-dialog.h"
#include "text/moment.h"
#include "window-dialogs.h"

/* What Today's lines do that no dialog is needed for. */

static void
put_off (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (TendOperation) operation = NULL;
  g_autofree char *date = NULL;
  g_autofree char *message = NULL;
  const char *reason;
  const char *until;
  gint64 account;
  gint64 item;
  int kind;

  g_variant_get (parameter, "(xix&s&s)", &account, &kind, &item, &until, &reason);
  date = tend_moment_date (until);
  message = g_strdup_printf (_("Put off until %s"), date);
  operation = tend_put_off_operation_new (account, kind, item, until, reason);
  tend_window_apply (TEND_WINDOW (widget), operation, message);
}

static void
bring_back (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendId alert = g_variant_get_int64 (parameter);
  g_autoptr (TendOperation) operation = tend_edit_operation_new_delete (&tend_alert_noun, &alert, 1);

  tend_window_apply (TEND_WINDOW (widget), operation, _("Back on Today"));
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = tend_book_load_finish (TEND_BOOK (source), result, &error);
  g_autoptr (TendFollowUpRecord) after = NULL;
  g_autoptr (TendOperation) operation = NULL;
  const TendRecord *before;

  if (self->book == NULL)
    return;
  if (rows == NULL)
    tend_window_report (self, error);
  if (rows == NULL || rows->len == 0)
    return;

  before = tend_entity_get_record (g_ptr_array_index (rows, 0));
  after = tend_follow_up_record_copy ((const TendFollowUpRecord *) before);
  after->state = TEND_FOLLOW_UP_OPEN;
  after->snoozed_until = 0;
  g_clear_pointer (&after->snooze_reason, g_free);
  operation = tend_edit_operation_new_update (before, (TendRecord *) after);
  tend_window_apply (self, operation, _("Back on Today"));
}

static void
wake_follow_up (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  TendId id = g_variant_get_int64 (parameter);

  if (self->book != NULL)
    tend_book_load_async (self->book, &tend_follow_up_noun, &id, 1, NULL, on_loaded, g_object_ref (self));
}

static void
plan_follow_up (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autoptr (TendFollowUpRecord) record = NULL;
  gint64 account;
  gint64 opportunity;
  int hat;

  if (self->book == NULL)
    return;

  g_variant_get (parameter, "(xxi)", &account, &opportunity, &hat);
  record = tend_window_begin_follow_up (self, account);
  record->opportunity = opportunity;
  record->hat = hat;
  tend_window_present_edit (self, tend_follow_up_dialog_new (self->book, record));
}

void
tend_window_class_install_today (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.put-off", "(xixss)", put_off);
  gtk_widget_class_install_action (klass, "win.bring-back", "x", bring_back);
  gtk_widget_class_install_action (klass, "win.wake-follow-up", "x", wake_follow_up);
  gtk_widget_class_install_action (klass, "win.plan-follow-up", "(xxi)", plan_follow_up);
}
