/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "text/words.h"

/* How follow-ups are settled. Each can be taken back; one that is done offers to plan the next where its account would
 * be left without a next step (rules.md, Follow-ups). */

/* Names in a toast; the whole sentence must fit a line or two. */
#define MAX_LABEL 60

typedef struct
{
  TendWindow    *window;
  TendOperation *operation;
  TendId         follow_up;
  TendSettleAct  act;
  char          *message;    /* once the follow-up was read */
} Settling;

static void
settling_free (Settling *settling)
{
  g_object_unref (settling->window);
  g_object_unref (settling->operation);
  g_free (settling->message);
  g_free (settling);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Settling, settling_free)

/* @follow_up: NULL where it is gone again, then it goes by the name in the journal. */
static char *
dup_message (Settling                 *settling,
             const TendFollowUpRecord *follow_up)
{
  g_autofree char *title = follow_up != NULL ? tend_words_follow_up (follow_up, MAX_LABEL)
                                             : tend_words_one_line (tend_operation_get_label (settling->operation), MAX_LABEL);

  switch (settling->act)
    {
    case TEND_SETTLE_DONE: return g_strdup_printf (_("“%s” is done"), title);
    case TEND_SETTLE_SNOOZE: return g_strdup_printf (_("“%s” was snoozed"), title);
    case TEND_SETTLE_DROP: return g_strdup_printf (_("“%s” was dropped"), title);
    case TEND_SETTLE_REOPEN:
    default: return g_strdup_printf (_("“%s” is open again"), title);
    }
}

static void
on_account_loaded (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Settling) settling = user_data;
  g_autoptr (GPtrArray) accounts = tend_book_load_finish (TEND_BOOK (source), result, NULL);
  TendId batch = tend_operation_get_batch (settling->operation);
  const char *message = settling->message;
  const TendAccountRecord *account = accounts != NULL && accounts->len == 1 ? tend_account_get (g_ptr_array_index (accounts, 0)) : NULL;
  g_autofree char *action = NULL;

  if (account == NULL || account->next_follow_up != 0 || account->status == TEND_STATUS_FORMER)
    {
      tend_window_push_undo (settling->window, batch, message);
      return;
    }

  action = g_strdup_printf ("win.new-follow-up(int64 %" G_GINT64_FORMAT ")", account->base.id);
  tend_window_push_undo_offering (settling->window, batch, message, _("_Plan Next…"), action);
}

static void
on_follow_up_loaded (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Settling) settling = user_data;
  g_autoptr (GPtrArray) found = tend_book_load_finish (TEND_BOOK (source), result, NULL);
  const TendFollowUpRecord *follow_up = found != NULL && found->len == 1 ? tend_follow_up_get (g_ptr_array_index (found, 0)) : NULL;
  TendId account = follow_up != NULL ? follow_up->account : 0;

  settling->message = dup_message (settling, follow_up);
  if (settling->act == TEND_SETTLE_SNOOZE || settling->act == TEND_SETTLE_REOPEN)
    {
      tend_window_push_undo (settling->window, tend_operation_get_batch (settling->operation), settling->message);
      return;
    }
  tend_book_load_async (TEND_BOOK (source), &tend_account_noun, &account, 1, NULL, on_account_loaded, g_steal_pointer (&settling));
}

static void
on_settled (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Settling) settling = user_data;
  g_autoptr (GError) error = NULL;
  TendId follow_up = settling->follow_up;

  if (!tend_book_apply_finish (TEND_BOOK (source), result, &error))
    {
      tend_window_report (settling->window, error);
      return;
    }

  tend_book_load_async (TEND_BOOK (source), &tend_follow_up_noun, &follow_up, 1, NULL, on_follow_up_loaded,
                        g_steal_pointer (&settling));
}

static void
settle (TendWindow    *self,
        TendId         id,
        TendSettleAct  act,
        TendInstant    until,
        const char    *note)
{
  TendBook *book = tend_window_get_book (self);
  Settling *settling;

  if (book == NULL)
    return;

  settling = g_new0 (Settling, 1);
  settling->window = g_object_ref (self);
  settling->operation = tend_settle_operation_new (&id, 1, act, until, note);
  settling->follow_up = id;
  settling->act = act;
  tend_book_apply_async (book, settling->operation, NULL, on_settled, settling);
}

static void
done (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  settle (TEND_WINDOW (widget), g_variant_get_int64 (parameter), TEND_SETTLE_DONE, 0, NULL);
}

static void
drop (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  settle (TEND_WINDOW (widget), g_variant_get_int64 (parameter), TEND_SETTLE_DROP, 0, NULL);
}

static void
reopen (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  settle (TEND_WINDOW (widget), g_variant_get_int64 (parameter), TEND_SETTLE_REOPEN, 0, NULL);
}

static void
snooze (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  const char *reason;
  gint64 until;
  gint64 id;

  g_variant_get (parameter, "(xx&s)", &id, &until, &reason);
  settle (TEND_WINDOW (widget), id, TEND_SETTLE_SNOOZE, until, *reason != '\0' ? reason : NULL);
}

/* With its outcome. */

static void
on_outcome (TendWindow     *self,
            const char     *response,
            AdwAlertDialog *question)
{
  TendId *id = g_object_get_data (G_OBJECT (question), "follow-up");
  GtkEditable *entry = g_object_get_data (G_OBJECT (question), "outcome");
  g_autofree char *outcome = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_strcmp0 (response, "done") == 0)
    settle (self, *id, TEND_SETTLE_DONE, 0, outcome);
}

static AdwDialog *
create_question (const char *title)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("How Did It Go?"), title));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Outcome"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_alert_dialog_set_extra_child (question, list);
  adw_alert_dialog_add_responses (question, "cancel", _("_Cancel"), "done", _("_Done"), NULL);
  adw_alert_dialog_set_response_appearance (question, "done", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "done");
  adw_alert_dialog_set_close_response (question, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (question), entry);
  g_object_set_data (G_OBJECT (question), "outcome", entry);

  return ADW_DIALOG (question);
}

static void
on_asked_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tend_book_load_finish (TEND_BOOK (source), result, &error);
  const TendFollowUpRecord *record;
  g_autofree char *title = NULL;
  AdwDialog *question;

  if (error != NULL)
    tend_window_report (self, error);
  if (found == NULL || found->len == 0)
    return;

  record = tend_follow_up_get (g_ptr_array_index (found, 0));
  title = tend_words_follow_up (record, MAX_LABEL);
  question = create_question (title);
  g_object_set_data_full (G_OBJECT (question), "follow-up", g_memdup2 (&record->base.id, sizeof record->base.id), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (on_outcome), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
finish (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TendBook *book = tend_window_get_book (TEND_WINDOW (widget));
  TendId id = g_variant_get_int64 (parameter);

  if (book != NULL)
    tend_book_load_async (book, &tend_follow_up_noun, &id, 1, NULL, on_asked_loaded, g_object_ref (widget));
}

void
tend_window_class_install_settle (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.done-follow-up", "x", done);
  gtk_widget_class_install_action (klass, "win.finish-follow-up", "x", finish);
  gtk_widget_class_install_action (klass, "win.drop-follow-up", "x", drop);
  gtk_widget_class_install_action (klass, "win.reopen-follow-up", "x", reopen);
  gtk_widget_class_install_action (klass, "win.snooze-follow-up", "(xxs)", snooze);
}
