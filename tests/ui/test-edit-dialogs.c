/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/account-dialog.h"
#include "ui/accounts/contact-dialog.h"
#include "ui/follow-ups/follow-up-dialog.h"
#include "ui/widgets/when-row.h"
#include "ui/team/manager-dialog.h"
#include "ui/widgets/conflict-page.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/texts-group.h"

typedef struct
{
  TendSample      sample;
  GtkWidget      *window;
  TendEditDialog *dialog;
  TendId          saved;      /* the row that was written */
  guint           failed;
  gboolean        closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), g_strcmp0 (data, "narrow") == 0 ? 360 : 700, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  wait_until (gtk_widget_get_parent (GTK_WIDGET (fixture->dialog)) == NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  wait_until (G_OBJECT (fixture->dialog)->ref_count == 1);
  g_assert_finalize_object (fixture->dialog);
  tend_sample_clear (&fixture->sample);
}

static void
on_applied (TendEditDialog *dialog,
            TendOperation  *operation,
            gpointer        data)
{
  ((Fixture *) data)->saved = tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation));
}

static void
on_failed (TendEditDialog *dialog,
           GError         *error,
           gpointer        data)
{
  ((Fixture *) data)->failed++;
}

static void
on_closed (TendEditDialog *dialog,
           gpointer        data)
{
  ((Fixture *) data)->closed = TRUE;
}

static void
open (Fixture   *fixture,
      AdwDialog *dialog)
{
  fixture->dialog = g_object_ref (TEND_EDIT_DIALOG (dialog));
  g_signal_connect (dialog, "applied", G_CALLBACK (on_applied), fixture);
  g_signal_connect (dialog, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (dialog, "closed", G_CALLBACK (on_closed), fixture);
  adw_dialog_present (dialog, fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  GtkWidget *widget = tend_test_find (GTK_WIDGET (fixture->dialog), type, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (Fixture    *fixture,
      const char *id,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, id)), text);
}

static const char *
title_of (Fixture    *fixture,
          const char *id)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find (fixture, ADW_TYPE_ENTRY_ROW, id)));
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "save_button"));
}

static void
save (Fixture *fixture)
{
  g_assert_true (can_save (fixture));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "save_button"), "clicked");
}

static void
edit_account (Fixture *fixture)
{
  g_autoptr (TendAccountRecord) record =
    (TendAccountRecord *) tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);

  open (fixture, tend_account_dialog_new (fixture->sample.book, record));
}

static void
test_create_account (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TendAccountRecord) fresh = tend_account_record_new ();
  g_autoptr (TendAccountRecord) written = NULL;

  fresh->owner = fixture->sample.jonas;
  open (fixture, tend_account_dialog_new (fixture->sample.book, fresh));
  g_assert_false (can_save (fixture));
  g_assert_cmpstr (title_of (fixture, "name"), ==, "Na_me");
  tend_test_picture (fixture->window, data != NULL ? "dialog-account-narrow" : "dialog-account-new");

  type (fixture, "name", "  Kranbau Nord AG ");
  type (fixture, "email", "not an address");
  g_assert_cmpstr (title_of (fixture, "email"), ==, "_E-Mail – Not an e-mail address");
  g_assert_false (can_save (fixture));
  tend_test_picture (fixture->window, "dialog-account-error");
  type (fixture, "email", "crane@kranbau.example");
  g_assert_cmpstr (title_of (fixture, "email"), ==, "_E-Mail");
  type (fixture, "customer_since", "24.12.2019");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "tier")), TEND_TIER_A);
  save (fixture);
  wait_until (fixture->closed);

  written = (TendAccountRecord *) tend_sample_read (&fixture->sample, &tend_account_noun, fixture->saved);
  g_assert_cmpstr (written->name, ==, "Kranbau Nord AG");
  g_assert_cmpstr (written->email, ==, "crane@kranbau.example");
  g_assert_cmpstr (written->customer_since, ==, "2019-12-24");
  g_assert_cmpint (written->tier, ==, TEND_TIER_A);
  g_assert_cmpint (written->owner, ==, fixture->sample.jonas);
}

static void
test_edit_account (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TendAccountRecord) written = NULL;

  edit_account (fixture);
  g_assert_false (can_save (fixture));
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  tend_test_picture (fixture->window, "dialog-account-edit");

  type (fixture, "name", "");
  g_assert_cmpstr (title_of (fixture, "name"), ==, "Na_me – Must be filled in");
  g_assert_false (can_save (fixture));
  type (fixture, "name", "Brauhaus <b>Weißenfels</b>");
  save (fixture);
  wait_until (fixture->closed);
  written = (TendAccountRecord *) tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);
  g_assert_cmpstr (written->name, ==, "Brauhaus <b>Weißenfels</b>");
  g_assert_cmpstr (written->city, ==, "Weißenfels");
}

/* An unsaved dialog asks; one that was changed back does not. */
static void
test_asks (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *question;

  edit_account (fixture);
  type (fixture, "city", "Leipzig");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  type (fixture, "city", "Weißenfels");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));

  type (fixture, "city", "Leipzig");
  adw_dialog_close (ADW_DIALOG (fixture->dialog));
  question = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_false (fixture->closed);
  g_signal_emit_by_name (question, "response", "discard");
  wait_until (fixture->closed);
  g_assert_cmpint (fixture->saved, ==, 0);
}

/* Someone else changes the same field and another one meanwhile. */
static void
change_meanwhile (Fixture *fixture)
{
  g_autoptr (TendRecord) before = tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);
  g_autoptr (TendRecord) after = tend_record_copy (before);
  g_autoptr (TendOperation) operation = NULL;

  tend_record_set_text (after, tend_noun_get_field (&tend_account_noun, "city"), "Halle");
  tend_record_set_text (after, tend_noun_get_field (&tend_account_noun, "phone"), "+49 345 1");
  operation = tend_edit_operation_new_update (before, after);
  g_assert_true (tend_book_apply (fixture->sample.book, operation, NULL, NULL));
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean own = g_strcmp0 (data, "own") == 0;
  g_autoptr (TendAccountRecord) written = NULL;
  TendConflictPage *page;

  edit_account (fixture);
  type (fixture, "city", "Leipzig");
  type (fixture, "street", "Markt 1");
  change_meanwhile (fixture);
  save (fixture);
  wait_until (tend_test_find (GTK_WIDGET (fixture->dialog), TEND_TYPE_CONFLICT_PAGE, NULL) != NULL);
  g_assert_cmpint (fixture->saved, ==, 0);
  page = TEND_CONFLICT_PAGE (find (fixture, TEND_TYPE_CONFLICT_PAGE, NULL));
  tend_test_picture (fixture->window, "dialog-conflict");

  /* Only the city is in dispute. */
  g_assert_cmpuint (tend_conflict_page_get_n (page), ==, 1);
  tend_conflict_page_choose (page, 0, own);
  save (fixture);
  wait_until (fixture->closed);
  written = (TendAccountRecord *) tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);
  g_assert_cmpstr (written->city, ==, own ? "Leipzig" : "Halle");
  g_assert_cmpstr (written->street, ==, "Markt 1");
  g_assert_cmpstr (written->phone, ==, "+49 345 1");
}

static void
test_contact (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const emails[] = { "eva@brauhaus.example", "wrong", NULL };
  static const char *const mended[] = { "eva@brauhaus.example", "eva@home.example", NULL };
  g_autoptr (TendContactRecord) fresh = tend_contact_record_new ();
  g_autoptr (TendContactRecord) written = NULL;
  TendTextsGroup *group;

  fresh->account = fixture->sample.brauhaus;
  open (fixture, tend_contact_dialog_new (fixture->sample.book, fresh));
  group = TEND_TEXTS_GROUP (find (fixture, TEND_TYPE_TEXTS_GROUP, "emails"));
  type (fixture, "given", "Eva");
  type (fixture, "family", "van der Berg");
  tend_texts_group_set_texts (group, emails);
  tend_edit_dialog_check (fixture->dialog);
  g_assert_false (can_save (fixture));
  tend_test_picture (fixture->window, "dialog-contact");
  tend_texts_group_set_texts (group, mended);
  tend_edit_dialog_check (fixture->dialog);
  adw_switch_row_set_active (ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "main")), TRUE);
  save (fixture);
  wait_until (fixture->closed);

  written = (TendContactRecord *) tend_sample_read (&fixture->sample, &tend_contact_noun, fixture->saved);
  g_assert_cmpstr (written->family, ==, "van der Berg");
  g_assert_true (g_strv_equal ((const char *const *) written->emails, mended));
  g_assert_true (written->main);
}

static void
test_follow_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) fresh = tend_follow_up_record_new ();
  g_autoptr (TendFollowUpRecord) written = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *wall = g_date_time_format (tomorrow, "%Y-%m-%dT15:00");
  g_autofree char *title = g_date_time_format (tomorrow, "_When: %A, %-d %B %Y, 15:00");

  fresh->account = fixture->sample.brauhaus;
  fresh->manager = fixture->sample.vera;
  open (fixture, tend_follow_up_dialog_new (fixture->sample.book, fresh));
  g_assert_false (can_save (fixture));
  type (fixture, "title", "Send the offer");
  g_assert_false (can_save (fixture));
  type (fixture, "when", "one fine day");
  g_assert_cmpstr (title_of (fixture, "when"), ==, "_When – Not a time that is understood");
  g_assert_false (can_save (fixture));
  type (fixture, "when", "morgen 15 Uhr");
  g_assert_cmpstr (title_of (fixture, "when"), ==, title);
  g_assert_false (gtk_widget_has_css_class (find (fixture, TEND_TYPE_WHEN_ROW, NULL), "error"));
  tend_test_picture (fixture->window, data != NULL ? "dialog-follow-up-narrow" : "dialog-follow-up");
  save (fixture);
  wait_until (fixture->closed);

  written = (TendFollowUpRecord *) tend_sample_read (&fixture->sample, &tend_follow_up_noun, fixture->saved);
  g_assert_cmpstr (written->title, ==, "Send the offer");
  g_assert_cmpstr (written->due_wall, ==, wall);
  g_assert_cmpstr (written->due_zone, ==, "Europe/Berlin");
  g_assert_cmpint (written->manager, ==, fixture->sample.vera);
}

/* What is opened and not touched is not changed: the text shown is no new time. */
static void
test_follow_up_untouched (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) record =
    (TendFollowUpRecord *) tend_sample_read (&fixture->sample, &tend_follow_up_noun, fixture->sample.overdue);

  open (fixture, tend_follow_up_dialog_new (fixture->sample.book, record));
  g_assert_false (tend_edit_dialog_get_dirty (fixture->dialog));
  g_assert_true (tend_edit_dialog_get_valid (fixture->dialog));
}

static void
test_manager (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendManagerRecord) record =
    (TendManagerRecord *) tend_sample_read (&fixture->sample, &tend_manager_noun, fixture->sample.aylin);
  g_autoptr (TendManagerRecord) written = NULL;
  TendReferenceRow *lead;
  GtkListBox *choices;

  open (fixture, tend_manager_dialog_new (fixture->sample.book, record));
  lead = TEND_REFERENCE_ROW (find (fixture, TEND_TYPE_REFERENCE_ROW, "reports_to"));
  wait_until (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (lead)), "Vera Lindqvist") == 0);

  /* Herself and those below her cannot be chosen: Vera and nobody are left. */
  wait_idle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (tend_test_find (GTK_WIDGET (lead), GTK_TYPE_MENU_BUTTON, "button")));
  choices = GTK_LIST_BOX (tend_test_find (GTK_WIDGET (lead), GTK_TYPE_LIST_BOX, "list"));
  wait_until (gtk_list_box_get_row_at_index (choices, 1) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (choices, 2));
  tend_test_picture (fixture->window, "dialog-manager");
  g_signal_emit_by_name (choices, "row-activated", gtk_list_box_get_row_at_index (choices, 0));
  g_assert_cmpint (tend_reference_row_get_id (lead), ==, 0);

  save (fixture);
  wait_until (fixture->closed);
  written = (TendManagerRecord *) tend_sample_read (&fixture->sample, &tend_manager_noun, fixture->sample.aylin);
  g_assert_cmpint (written->reports_to, ==, 0);
}

static void
test_manager_with_accounts (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (TendManagerRecord) record =
    (TendManagerRecord *) tend_sample_read (&fixture->sample, &tend_manager_noun, fixture->sample.jonas);
  GtkWidget *active;

  open (fixture, tend_manager_dialog_new (fixture->sample.book, record));
  active = find (fixture, ADW_TYPE_SWITCH_ROW, "active");
  wait_until (!gtk_widget_get_sensitive (active));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (active)), ==, "Still has 1 account. Hand it over first.");
}

/* A name of 20,001 characters is cut by nobody and ends in a word, not in silence. */
static void
test_endless_name (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *endless = g_strnfill (20001, 'x');

  edit_account (fixture);
  type (fixture, "name", endless);
  g_assert_cmpstr (title_of (fixture, "name"), ==, "Na_me – Too long");
  g_assert_false (can_save (fixture));
}

#define ADD(path, function, data) g_test_add (path, Fixture, data, set_up, function, tear_down)

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
  ADD ("/edit-dialogs/manager", test_manager, NULL);
  ADD ("/edit-dialogs/manager/with-accounts", test_manager_with_accounts, NULL);

  return g_test_run ();
}
