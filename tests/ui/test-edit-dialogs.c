/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "support/form.h"
#include "support/picture.h"
#include "support/wait.h"
#include "ui/accounts/account-dialog.h"
#include "ui/accounts/contact-dialog.h"
#include "ui/follow-ups/follow-up-dialog.h"
#include "ui/widgets/when-row.h"
#include "ui/team/manager-dialog.h"
#include "ui/widgets/conflict-page.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/texts-group.h"

static void
edit_account (TendForm *form)
{
  g_autoptr (TendAccountRecord) record =
    (TendAccountRecord *) tend_sample_read (&form->sample, &tend_account_noun, form->sample.brauhaus);

  tend_form_open (form, tend_account_dialog_new (form->sample.book, record));
}

static void
test_create_account (TendForm      *form,
                     gconstpointer  data)
{
  g_autoptr (TendAccountRecord) fresh = tend_account_record_new ();
  g_autoptr (TendAccountRecord) written = NULL;

  fresh->owner = form->sample.jonas;
  tend_form_open (form, tend_account_dialog_new (form->sample.book, fresh));
  g_assert_false (tend_form_can_save (form));
  g_assert_cmpstr (tend_form_get_title (form, "name"), ==, "Na_me");
  tend_test_picture (form->window, data != NULL ? "dialog-account-narrow" : "dialog-account-new");

  tend_form_type (form, "name", "  Kranbau Nord AG ");
  tend_form_type (form, "email", "not an address");
  g_assert_cmpstr (tend_form_get_title (form, "email"), ==, "_E-Mail – Not an e-mail address");
  g_assert_false (tend_form_can_save (form));
  tend_test_picture (form->window, "dialog-account-error");
  tend_form_type (form, "email", "crane@kranbau.example");
  g_assert_cmpstr (tend_form_get_title (form, "email"), ==, "_E-Mail");
  tend_form_type (form, "customer_since", "24.12.2019");
  tend_form_select (form, "tier", TEND_TIER_A);
  tend_form_save (form);

  written = (TendAccountRecord *) tend_sample_read (&form->sample, &tend_account_noun, tend_form_get_saved (form));
  g_assert_cmpstr (written->name, ==, "Kranbau Nord AG");
  g_assert_cmpstr (written->email, ==, "crane@kranbau.example");
  g_assert_cmpstr (written->customer_since, ==, "2019-12-24");
  g_assert_cmpint (written->tier, ==, TEND_TIER_A);
  g_assert_cmpint (written->owner, ==, form->sample.jonas);
}

static void
test_edit_account (TendForm      *form,
                   gconstpointer  data)
{
  g_autoptr (TendAccountRecord) written = NULL;

  edit_account (form);
  g_assert_false (tend_form_can_save (form));
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));
  tend_test_picture (form->window, "dialog-account-edit");

  tend_form_type (form, "name", "");
  g_assert_cmpstr (tend_form_get_title (form, "name"), ==, "Na_me – Must be filled in");
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "name", "Brauhaus <b>Weißenfels</b>");
  tend_form_save (form);
  written = (TendAccountRecord *) tend_sample_read (&form->sample, &tend_account_noun, form->sample.brauhaus);
  g_assert_cmpstr (written->name, ==, "Brauhaus <b>Weißenfels</b>");
  g_assert_cmpstr (written->city, ==, "Weißenfels");
}

/* An unsaved dialog asks; one that was changed back does not. */
static void
test_asks (TendForm      *form,
           gconstpointer  data)
{
  GtkWidget *question;

  edit_account (form);
  tend_form_type (form, "city", "Leipzig");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));
  tend_form_type (form, "city", "Weißenfels");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));

  tend_form_type (form, "city", "Leipzig");
  adw_dialog_close (ADW_DIALOG (form->dialog));
  question = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (form->window)));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_false (form->closed);
  g_signal_emit_by_name (question, "response", "discard");
  wait_until (form->closed);
  g_assert_cmpint (tend_form_get_saved (form), ==, 0);
}

/* Someone else changes the same field and another one meanwhile. */
static void
change_meanwhile (TendForm *form)
{
  g_autoptr (TendRecord) before = tend_sample_read (&form->sample, &tend_account_noun, form->sample.brauhaus);
  g_autoptr (TendRecord) after = tend_record_copy (before);
  g_autoptr (TendOperation) operation = NULL;

  tend_record_set_text (after, tend_noun_get_field (&tend_account_noun, "city"), "Halle");
  tend_record_set_text (after, tend_noun_get_field (&tend_account_noun, "phone"), "+49 345 1");
  operation = tend_edit_operation_new_update (before, after);
  g_assert_true (tend_book_apply (form->sample.book, operation, NULL, NULL));
}

static void
test_conflict (TendForm      *form,
               gconstpointer  data)
{
  gboolean own = g_strcmp0 (data, "own") == 0;
  g_autoptr (TendAccountRecord) written = NULL;
  TendConflictPage *page;

  edit_account (form);
  tend_form_type (form, "city", "Leipzig");
  tend_form_type (form, "street", "Markt 1");
  change_meanwhile (form);
  tend_form_press_save (form);
  wait_until (tend_test_find (GTK_WIDGET (form->dialog), TEND_TYPE_CONFLICT_PAGE, NULL) != NULL);
  g_assert_cmpint (tend_form_get_saved (form), ==, 0);
  page = TEND_CONFLICT_PAGE (tend_form_find (form, TEND_TYPE_CONFLICT_PAGE, NULL));
  tend_test_picture (form->window, "dialog-conflict");

  /* Only the city is in dispute. */
  g_assert_cmpuint (tend_conflict_page_get_n (page), ==, 1);
  tend_conflict_page_choose (page, 0, own);
  tend_form_save (form);
  written = (TendAccountRecord *) tend_sample_read (&form->sample, &tend_account_noun, form->sample.brauhaus);
  g_assert_cmpstr (written->city, ==, own ? "Leipzig" : "Halle");
  g_assert_cmpstr (written->street, ==, "Markt 1");
  g_assert_cmpstr (written->phone, ==, "+49 345 1");
}

static void
test_contact (TendForm      *form,
              gconstpointer  data)
{
  static const char *const emails[] = { "eva@brauhaus.example", "wrong", NULL };
  static const char *const mended[] = { "eva@brauhaus.example", "eva@home.example", NULL };
  g_autoptr (TendContactRecord) fresh = tend_contact_record_new ();
  g_autoptr (TendContactRecord) written = NULL;
  TendTextsGroup *group;

  fresh->account = form->sample.brauhaus;
  tend_form_open (form, tend_contact_dialog_new (form->sample.book, fresh));
  group = TEND_TEXTS_GROUP (tend_form_find (form, TEND_TYPE_TEXTS_GROUP, "emails"));
  tend_form_type (form, "given", "Eva");
  tend_form_type (form, "family", "van der Berg");
  tend_texts_group_set_texts (group, emails);
  tend_edit_dialog_check (form->dialog);
  g_assert_false (tend_form_can_save (form));
  tend_test_picture (form->window, "dialog-contact");
  tend_texts_group_set_texts (group, mended);
  tend_edit_dialog_check (form->dialog);
  adw_switch_row_set_active (ADW_SWITCH_ROW (tend_form_find (form, ADW_TYPE_SWITCH_ROW, "main")), TRUE);
  tend_form_save (form);

  written = (TendContactRecord *) tend_sample_read (&form->sample, &tend_contact_noun, tend_form_get_saved (form));
  g_assert_cmpstr (written->family, ==, "van der Berg");
  g_assert_true (g_strv_equal ((const char *const *) written->emails, mended));
  g_assert_true (written->main);
}

static void
test_follow_up (TendForm      *form,
                gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) fresh = tend_follow_up_record_new ();
  g_autoptr (TendFollowUpRecord) written = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *wall = g_date_time_format (tomorrow, "%Y-%m-%dT15:00");
  g_autofree char *title = g_date_time_format (tomorrow, "_When: %a, %-d %b %Y, 15:00");

  fresh->account = form->sample.brauhaus;
  fresh->manager = form->sample.vera;
  tend_form_open (form, tend_follow_up_dialog_new (form->sample.book, fresh));
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "title", "Send the offer");
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "when", "one fine day");
  g_assert_cmpstr (tend_form_get_title (form, "when"), ==, "_When – Not a time that is understood");
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "when", "morgen 15 Uhr");
  g_assert_cmpstr (tend_form_get_title (form, "when"), ==, title);
  g_assert_false (gtk_widget_has_css_class (tend_form_find (form, TEND_TYPE_WHEN_ROW, NULL), "error"));
  tend_test_picture (form->window, data != NULL ? "dialog-follow-up-narrow" : "dialog-follow-up");
  tend_form_save (form);

  written = (TendFollowUpRecord *) tend_sample_read (&form->sample, &tend_follow_up_noun, tend_form_get_saved (form));
  g_assert_cmpstr (written->title, ==, "Send the offer");
  g_assert_cmpstr (written->due_wall, ==, wall);
  g_assert_cmpstr (written->due_zone, ==, "Europe/Berlin");
  g_assert_cmpint (written->manager, ==, form->sample.vera);
}

/* What is opened and not touched is not changed: the text shown is no new time. */
static void
test_follow_up_untouched (TendForm      *form,
                          gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) record =
    (TendFollowUpRecord *) tend_sample_read (&form->sample, &tend_follow_up_noun, form->sample.overdue);

  tend_form_open (form, tend_follow_up_dialog_new (form->sample.book, record));
  g_assert_false (tend_edit_dialog_get_dirty (form->dialog));
  g_assert_true (tend_edit_dialog_get_valid (form->dialog));
}

/* What was made for a renewal has the product's name for its title. */
static void
test_follow_up_renewal (TendForm      *form,
                        gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) record =
    (TendFollowUpRecord *) tend_sample_read (&form->sample, &tend_follow_up_noun, form->sample.overdue);

  record->purchase = 1;
  tend_form_open (form, tend_follow_up_dialog_new (form->sample.book, record));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (tend_form_find (form, ADW_TYPE_ENTRY_ROW, "title"))), ==, "Renewal _of");
  tend_test_picture (form->window, "follow-up-renewal");
}

static void
test_manager (TendForm      *form,
              gconstpointer  data)
{
  g_autoptr (TendManagerRecord) record =
    (TendManagerRecord *) tend_sample_read (&form->sample, &tend_manager_noun, form->sample.aylin);
  g_autoptr (TendManagerRecord) written = NULL;
  TendReferenceRow *lead;
  GtkListBox *choices;

  tend_form_open (form, tend_manager_dialog_new (form->sample.book, record));
  lead = TEND_REFERENCE_ROW (tend_form_find (form, TEND_TYPE_REFERENCE_ROW, "reports_to"));
  wait_until (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (lead)), "Vera Lindqvist") == 0);

  /* Herself and those below her cannot be chosen: Vera and nobody are left. */
  wait_idle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (tend_test_find (GTK_WIDGET (lead), GTK_TYPE_MENU_BUTTON, "button")));
  choices = GTK_LIST_BOX (tend_test_find (GTK_WIDGET (lead), GTK_TYPE_LIST_BOX, "list"));
  wait_until (gtk_list_box_get_row_at_index (choices, 1) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (choices, 2));
  tend_test_picture (form->window, "dialog-manager");
  g_signal_emit_by_name (choices, "row-activated", gtk_list_box_get_row_at_index (choices, 0));
  g_assert_cmpint (tend_reference_row_get_id (lead), ==, 0);

  tend_form_save (form);
  written = (TendManagerRecord *) tend_sample_read (&form->sample, &tend_manager_noun, form->sample.aylin);
  g_assert_cmpint (written->reports_to, ==, 0);
}

static void
test_manager_with_accounts (TendForm      *form,
                            gconstpointer  data)
{
  g_autoptr (TendManagerRecord) record =
    (TendManagerRecord *) tend_sample_read (&form->sample, &tend_manager_noun, form->sample.jonas);
  GtkWidget *active;

  tend_form_open (form, tend_manager_dialog_new (form->sample.book, record));
  active = tend_form_find (form, ADW_TYPE_SWITCH_ROW, "active");
  wait_until (!gtk_widget_get_sensitive (active));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (active)), ==, "Still has 1 account. Hand it over first.");
}

/* A name of 20,001 characters is cut by nobody and ends in a word, not in silence. */
static void
test_endless_name (TendForm      *form,
                   gconstpointer  data)
{
  g_autofree char *endless = g_strnfill (20001, 'x');

  edit_account (form);
  tend_form_type (form, "name", endless);
  g_assert_cmpstr (tend_form_get_title (form, "name"), ==, "Na_me – Too long");
  g_assert_false (tend_form_can_save (form));
}

#define ADD(path, function, data) g_test_add (path, TendForm, data, tend_form_set_up, function, tend_form_tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/edit-dialogs/account/create", test_create_account, NULL);
  ADD ("/edit-dialogs/account/narrow", test_create_account, "narrow");
  ADD ("/edit-dialogs/account/edit", test_edit_account, NULL);
  ADD ("/edit-dialogs/account/asks", test_asks, NULL);
  ADD ("/edit-dialogs/account/endless-name", test_endless_name, NULL);
  ADD ("/edit-dialogs/conflict/own", test_conflict, "own");
  ADD ("/edit-dialogs/conflict/theirs", test_conflict, "theirs");
  ADD ("/edit-dialogs/contact", test_contact, NULL);
  ADD ("/edit-dialogs/follow-up", test_follow_up, NULL);
  ADD ("/edit-dialogs/follow-up/narrow", test_follow_up, "narrow");
  ADD ("/edit-dialogs/follow-up/untouched", test_follow_up_untouched, NULL);
  ADD ("/edit-dialogs/follow-up/renewal", test_follow_up_renewal, NULL);
  ADD ("/edit-dialogs/manager", test_manager, NULL);
  ADD ("/edit-dialogs/manager/with-accounts", test_manager_with_accounts, NULL);

  return g_test_run ();
}
