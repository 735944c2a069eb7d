/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"

#include "widgets/reference-row.h"
#include "window-dialogs.h"

/* What is settled in place: needs, opportunities, and single fields of a row. Each can be taken back. */

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* A question with one field: how, why, for whom. */

static AdwAlertDialog *
ask (TendWindow *self,
     const char *heading,
     const char *response,
     GtkWidget  *row)
{
  AdwDialog *question = adw_alert_dialog_new (heading, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (question), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _("_Cancel"), "do", response, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "do", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "do");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_dialog_set_focus (ADW_DIALOG (question), row);
  g_object_set_data (G_OBJECT (question), "row", row);
  adw_dialog_present (question, GTK_WIDGET (self));

  return ADW_ALERT_DIALOG (question);
}

static GtkWidget *
create_entry (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  return row;
}

static TendId
get_id (gpointer question)
{
  return *(TendId *) g_object_get_data (question, "id");
}

static void
set_id (gpointer question,
        TendId   id)
{
  g_object_set_data_full (question, "id", g_memdup2 (&id, sizeof id), g_free);
}

static char *
dup_answer (gpointer question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (g_object_get_data (question, "row")))));
}

static void
on_resolve_answered (TendWindow *self,
                     const char *response,
                     GObject    *question)
{
  TendId id = get_id (question);
  g_autofree char *how = dup_answer (question);

  if (g_strcmp0 (response, "do") == 0)
    tend_window_apply_named (self, tend_resolve_operation_new_need (&id, 1, TEND_RESOLVE_RESOLVE, 0, how), &tend_need_noun, _("“%s” is resolved"));
}

static void
resolve_need (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AdwAlertDialog *question = ask (TEND_WINDOW (widget), _("Resolve This Need?"), _("_Resolve"), create_entry (_("How it was resolved")));

  set_id (question, g_variant_get_int64 (parameter));
  g_signal_connect_object (question, "response", G_CALLBACK (on_resolve_answered), widget, G_CONNECT_SWAPPED);
}

static void
reopen_need (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendId id = g_variant_get_int64 (parameter);

  tend_window_apply_named (TEND_WINDOW (widget), tend_resolve_operation_new_need (&id, 1, TEND_RESOLVE_REOPEN, 0, NULL), &tend_need_noun,
                           _("“%s” is open again"));
}

static void
on_wait_answered (TendWindow *self,
                  const char *response,
                  GObject    *question)
{
  TendId id = get_id (question);
  TendId liaison = tend_reference_row_get_id (TEND_REFERENCE_ROW (g_object_get_data (question, "row")));

  if (g_strcmp0 (response, "do") == 0)
    tend_window_apply_named (self, tend_resolve_operation_new_need (&id, 1, TEND_RESOLVE_WAIT, liaison, NULL), &tend_need_noun, _("“%s” is waiting"));
}

static void
wait_need (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TendBook *book = tend_window_get_book (TEND_WINDOW (widget));
  GtkWidget *row = g_object_new (TEND_TYPE_REFERENCE_ROW, "title", _("Waits For"), "none-label", _("Somebody Else"), NULL);
  AdwAlertDialog *question;
  TendId account;
  TendId id;

  g_variant_get (parameter, "(xx)", &id, &account);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (row), book, &tend_liaison_noun, account);
  question = ask (TEND_WINDOW (widget), _("Who Is Waited For?"), _("_Wait"), row);
  set_id (question, id);
  g_signal_connect_object (question, "response", G_CALLBACK (on_wait_answered), widget, G_CONNECT_SWAPPED);
}

static void
close_opportunity (TendWindow     *self,
                   TendId          id,
                   TendResolveAct  act,
                   const char     *reason,
                   const char     *format)
{
  g_autofree char *today = dup_today ();

  tend_window_apply_named (self, tend_resolve_operation_new_opportunity (id, act, today, reason), &tend_opportunity_noun, format);
}

static void
win_opportunity (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  close_opportunity (TEND_WINDOW (widget), g_variant_get_int64 (parameter), TEND_RESOLVE_WIN, NULL, _("“%s” is won"));
}

static void
reopen_opportunity (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  close_opportunity (TEND_WINDOW (widget), g_variant_get_int64 (parameter), TEND_RESOLVE_REOPEN, NULL, _("“%s” is open again"));
}

static void
on_lose_answered (TendWindow *self,
                  const char *response,
                  GObject    *question)
{
  g_autofree char *why = dup_answer (question);

  if (g_strcmp0 (response, "do") == 0 && *why != '\0')
    close_opportunity (self, get_id (question), TEND_RESOLVE_LOSE, why, _("“%s” is lost"));
}

static void
on_why_changed (AdwAlertDialog *question)
{
  g_autofree char *why = dup_answer (question);

  adw_alert_dialog_set_response_enabled (question, "do", *why != '\0');
}

static void
lose_opportunity (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GtkWidget *row = create_entry (_("Why it was lost"));
  AdwAlertDialog *question = ask (TEND_WINDOW (widget), _("Lose This Opportunity?"), _("_Lose"), row);

  set_id (question, g_variant_get_int64 (parameter));
  adw_alert_dialog_set_response_enabled (question, "do", FALSE);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_why_changed), question, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "response", G_CALLBACK (on_lose_answered), widget, G_CONNECT_SWAPPED);
}

/* Single fields. */

typedef struct
{
  TendWindow *window;
  char       *field;
  char       *text;
} Setting;

static void
setting_free (Setting *self)
{
  g_object_unref (self->window);
  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Setting, setting_free)

/* Paid is the whole sum, today. */
static gboolean
pay (TendInvoiceRecord *record)
{
  g_autofree char *today = dup_today ();

  record->paid = record->amount;
  g_set_str (&record->paid_on, today);
  return TRUE;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Setting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entities = tend_book_load_finish (TEND_BOOK (source), result, &error);
  g_autoptr (TendRecord) after = NULL;
  const TendRecord *before;
  const TendField *field;

  if (entities == NULL)
    tend_window_report (self->window, error);
  if (entities == NULL || entities->len == 0 || tend_window_get_book (self->window) != TEND_BOOK (source))
    return;

  before = tend_entity_get_record (g_ptr_array_index (entities, 0));
  after = tend_record_copy (before);
  field = tend_noun_get_field (before->noun, self->field);
  if (self->text == NULL ? pay ((TendInvoiceRecord *) after) : tend_record_parse (after, field, self->text, &error))
    tend_window_apply_named (self->window, tend_edit_operation_new_update (before, after), before->noun,
                             self->text == NULL ? _("“%s” is paid") : _("“%s” was changed"));
  else
    tend_window_report (self->window, error);
}

static void
set_field (GtkWidget      *widget,
           const TendNoun *noun,
           TendId          id,
           const char     *field,
           const char     *text)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->window = g_object_ref (TEND_WINDOW (widget));
  setting->field = g_strdup (field);
  setting->text = g_strdup (text);
  tend_book_load_async (tend_window_get_book (TEND_WINDOW (widget)), noun, &id, 1, NULL, on_loaded, setting);
}

static void
pay_invoice (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  set_field (widget, &tend_invoice_noun, g_variant_get_int64 (parameter), "paid", NULL);
}

/* Sets a field of a row to what tend_record_parse() makes of the text: for what is chosen in place. */
static void
set_any (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  const char *noun;
  const char *field;
  const char *text;
  TendId id;

  g_variant_get (parameter, "(&sx&s&s)", &noun, &id, &field, &text);
  g_return_if_fail (tend_noun_from_name (noun) != NULL && tend_noun_get_field (tend_noun_from_name (noun), field) != NULL);
  set_field (widget, tend_noun_from_name (noun), id, field, text);
}

void
tend_window_class_install_resolve (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.resolve-need", "x", resolve_need);
  gtk_widget_class_install_action (klass, "win.reopen-need", "x", reopen_need);
  gtk_widget_class_install_action (klass, "win.wait-need", "(xx)", wait_need);
  gtk_widget_class_install_action (klass, "win.win-opportunity", "x", win_opportunity);
  gtk_widget_class_install_action (klass, "win.lose-opportunity", "x", lose_opportunity);
  gtk_widget_class_install_action (klass, "win.reopen-opportunity", "x", reopen_opportunity);
  gtk_widget_class_install_action (klass, "win.pay-invoice", "x", pay_invoice);
  gtk_widget_class_install_action (klass, "win.set-field", "(sxss)", set_any);
}
