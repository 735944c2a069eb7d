/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "support/form.h"
#include "support/keys.h"
#include "support/picture.h"
#include "support/rows.h"
#include "support/wait.h"
#include "ui/accounts/log-dialog.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"
#include "ui/widgets/when-row.h"

static void
open_new (TendForm *form,
          TendId   done)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();
  g_autoptr (TendFollowUpRecord) next = tend_follow_up_record_new ();

  record->account = form->sample.brauhaus;
  record->contact = form->sample.anna;
  record->manager = form->sample.jonas;
  record->at = g_get_real_time ();
  next->manager = form->sample.jonas;
  next->lead = TEND_LEAD_1_HOUR;
  tend_form_open (form, tend_log_dialog_new (form->sample.book, record, next, done));
}

static void
choose (TendForm   *form,
        const char *kind)
{
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (tend_form_find (form, ADW_TYPE_TOGGLE_GROUP, "kinds")), kind);
}

static TendInteractionRecord *
read_interaction (TendForm *form)
{
  return (TendInteractionRecord *) tend_sample_read (&form->sample, &tend_interaction_noun,
                                                     tend_log_operation_get_interaction (TEND_LOG_OPERATION (form->operation)));
}

/* The common case: a line of text, and Enter. */
static void
test_quick (TendForm      *form,
            gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) logged = NULL;

  open_new (form, 0);
  g_assert_false (tend_form_can_save (form));
  tend_test_point (form->window);
  tend_test_press ("t", "a", "p", "Return", NULL);
  wait_until (form->closed);

  logged = read_interaction (form);
  g_assert_cmpstr (logged->summary, ==, "tap");
  g_assert_cmpint (logged->kind, ==, TEND_INTERACTION_CALL);
  g_assert_true (logged->two_way);
  g_assert_cmpint (logged->contact, ==, form->sample.anna);
  g_assert_cmpint (logged->manager, ==, form->sample.jonas);
  g_assert_cmpint (logged->minutes, ==, 0);
  g_assert_cmpint (tend_log_operation_get_next (TEND_LOG_OPERATION (form->operation)), ==, 0);
}

static void
test_next_step (TendForm      *form,
                gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, 2);
  g_autofree char *wall = g_date_time_format (due, "%Y-%m-%d");
  g_autofree char *title = g_date_time_format (due, "_When: %a, %-d %b %Y");
  g_autoptr (TendFollowUpRecord) next = NULL;

  open_new (form, 0);
  tend_form_type (form, "summary", "Talked about the pressure fault");
  g_assert_true (tend_form_can_save (form));
  tend_form_type (form, "next_title", "Send the offer");
  g_assert_false (tend_form_can_save (form));
  g_assert_cmpstr (tend_form_get_title (form, "next_when"), ==, "_When, such as “tomorrow 15:00” – By when?");
  tend_form_type (form, "next_when", "some day");
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "next_when", "in 2 Tagen");
  g_assert_cmpstr (tend_form_get_title (form, "next_when"), ==, title);
  adw_switch_row_set_active (ADW_SWITCH_ROW (tend_form_find (form, ADW_TYPE_SWITCH_ROW, "next_promised")), TRUE);
  tend_test_picture (form->window, data != NULL ? "log-narrow" : "log");
  tend_form_type (form, "next_title", " ");
  g_assert_cmpstr (tend_form_get_title (form, "next_title"), ==, "To _Do Next – What is to be done?");
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "next_title", "Send the offer");
  tend_form_save (form);

  next = (TendFollowUpRecord *) tend_sample_read (&form->sample, &tend_follow_up_noun,
                                                  tend_log_operation_get_next (TEND_LOG_OPERATION (form->operation)));
  g_assert_cmpstr (next->title, ==, "Send the offer");
  g_assert_cmpstr (next->due_wall, ==, wall);
  g_assert_true (next->all_day);
  g_assert_true (next->promised);
  g_assert_cmpint (next->manager, ==, form->sample.jonas);
  g_assert_cmpint (next->contact, ==, form->sample.anna);
  g_assert_cmpint (next->lead, ==, TEND_LEAD_1_HOUR);
}

/* What counts as contact follows from the kind, until the user says otherwise. */
static void
test_two_way (TendForm      *form,
              gconstpointer  data)
{
  static const struct { const char *kind; guint direction; gboolean two_way; } table[] = {
    { "call", TEND_DIRECTION_OUTGOING, TRUE },   { "e-mail", TEND_DIRECTION_OUTGOING, FALSE },
    { "e-mail", TEND_DIRECTION_INCOMING, TRUE }, { "meeting", TEND_DIRECTION_OUTGOING, TRUE },
    { "visit", TEND_DIRECTION_OUTGOING, TRUE },  { "letter", TEND_DIRECTION_INCOMING, FALSE },
    { "note", TEND_DIRECTION_OUTGOING, FALSE },
  };
  AdwSwitchRow *two_way;
  g_autoptr (TendInteractionRecord) logged = NULL;

  open_new (form, 0);
  two_way = ADW_SWITCH_ROW (tend_form_find (form, ADW_TYPE_SWITCH_ROW, "two_way"));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      choose (form, table[i].kind);
      tend_form_select (form, "direction", table[i].direction);
      g_assert_cmpint (adw_switch_row_get_active (two_way), ==, table[i].two_way);
    }

  choose (form, "call");
  adw_switch_row_set_active (two_way, FALSE);
  choose (form, "meeting");
  choose (form, "call");
  g_assert_false (adw_switch_row_get_active (two_way));
  tend_form_type (form, "summary", "Nobody there");
  tend_form_save (form);
  logged = read_interaction (form);
  g_assert_false (logged->two_way);
}

static void
test_more (TendForm      *form,
           gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) logged = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *title = g_date_time_format (yesterday, "_When: %a, %-d %b %Y, 15:00");

  open_new (form, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (tend_form_find (form, ADW_TYPE_EXPANDER_ROW, "more")), TRUE);
  choose (form, "visit");
  tend_form_type (form, "summary", "Walked through the brewhouse");

  /* The year 2200 is refused at its field. */
  tend_form_type (form, "at", "1.1.2200");
  g_assert_false (tend_form_can_save (form));
  g_assert_true (gtk_widget_has_css_class (tend_form_find (form, TEND_TYPE_WHEN_ROW, "at"), "error"));
  tend_test_picture (form->window, "log-2200");

  tend_form_type (form, "at", "gestern 15 Uhr");
  g_assert_cmpstr (tend_form_get_title (form, "at"), ==, title);
  adw_spin_row_set_value (ADW_SPIN_ROW (tend_form_find (form, ADW_TYPE_SPIN_ROW, "minutes")), 45);
  tend_form_choose (form, "on_behalf_of", form->sample.paul);
  tend_text_row_set_text (TEND_TEXT_ROW (tend_form_find (form, TEND_TYPE_TEXT_ROW, "body")), "The second tap.\nAnd the cellar.");
  tend_test_picture (form->window, data != NULL ? "log-more-narrow" : "log-more");
  tend_form_save (form);

  logged = read_interaction (form);
  g_assert_cmpint (logged->kind, ==, TEND_INTERACTION_VISIT);
  g_assert_cmpint (logged->minutes, ==, 45);
  g_assert_cmpint (logged->on_behalf_of, ==, form->sample.paul);
  g_assert_cmpstr (logged->body, ==, "The second tap.\nAnd the cellar.");
  g_assert_cmpint (logged->at, <, g_get_real_time ());
}

/* Done, and logged, in one. */
static void
test_settles (TendForm      *form,
              gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) done = NULL;

  open_new (form, form->sample.overdue);
  g_assert_true (gtk_widget_get_visible (tend_form_find (form, TEND_TYPE_REFERENCE_ROW, "done")));
  g_assert_false (tend_edit_dialog_get_dirty (form->dialog));
  tend_form_type (form, "summary", "The fault is mended");
  tend_test_picture (form->window, "log-settles");
  tend_form_save (form);

  done = (TendFollowUpRecord *) tend_sample_read (&form->sample, &tend_follow_up_noun, form->sample.overdue);
  g_assert_cmpint (done->state, ==, TEND_FOLLOW_UP_DONE);
  g_assert_cmpstr (done->outcome, ==, "The fault is mended");
}

/* What was made for a renewal is called so, although its title is the product's name. */
static void
test_settles_renewal (TendForm      *form,
                      gconstpointer  data)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();

  product->name = g_strdup ("Maintenance contract");
  purchase->account = record->account = form->sample.brauhaus;
  purchase->product = tend_sample_add (&form->sample, &product->base);
  record->purchase = tend_sample_add (&form->sample, &purchase->base);
  record->title = g_strdup (product->name);
  record->all_day = TRUE;
  record->due_wall = g_strdup ("2026-11-30");
  record->due_zone = g_strdup ("Europe/Berlin");

  open_new (form, tend_sample_add (&form->sample, &record->base));
  wait_until (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (tend_form_find (form, TEND_TYPE_REFERENCE_ROW, "done"))), "Renewal of Maintenance contract") == 0);
  tend_test_picture (form->window, data != NULL ? "log-renewal-narrow" : "log-renewal");
}

/* Who has left the firm is not spoken with any more. */
static void
test_left (TendForm      *form,
           gconstpointer  data)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_contact_noun);
  g_autoptr (GArray) ids = NULL;
  GtkWidget *contact;
  GtkListBox *choices;

  tend_query_add_int (query, "main", TEND_QUERY_IS, FALSE);
  ids = tend_book_list (form->sample.book, query, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  tend_test_set (form->sample.book, &tend_contact_noun, g_array_index (ids, TendId, 0), "left_on", "2026-01-31");

  /* Anna and nobody in particular are left. */
  open_new (form, 0);
  contact = tend_form_find (form, TEND_TYPE_REFERENCE_ROW, "contact");
  gtk_menu_button_popup (GTK_MENU_BUTTON (tend_test_find (contact, GTK_TYPE_MENU_BUTTON, "button")));
  choices = GTK_LIST_BOX (tend_test_find (contact, GTK_TYPE_LIST_BOX, "list"));
  wait_until (gtk_list_box_get_row_at_index (choices, 1) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (choices, 2));
  g_signal_emit_by_name (choices, "row-activated", gtk_list_box_get_row_at_index (choices, 0));
  g_assert_cmpint (tend_reference_row_get_id (TEND_REFERENCE_ROW (contact)), ==, 0);
}

/* A next step that was begun is not thrown away unasked. */
static void
test_unsaved (TendForm      *form,
              gconstpointer  data)
{
  open_new (form, 0);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));
  tend_form_type (form, "next_title", "Send the offer");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));
  tend_form_type (form, "next_title", "");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));
  tend_form_type (form, "summary", "x");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (form->dialog)));
}

static void
test_edit (TendForm      *form,
           gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();
  g_autoptr (TendInteractionRecord) before = NULL;
  g_autoptr (TendInteractionRecord) after = NULL;
  TendId id;

  record->account = form->sample.brauhaus;
  record->kind = TEND_INTERACTION_E_MAIL;
  record->two_way = TRUE;
  record->at = g_get_real_time () - 3 * G_TIME_SPAN_DAY;
  record->summary = g_strdup ("Sent the offer");
  id = tend_sample_add (&form->sample, &record->base);
  before = (TendInteractionRecord *) tend_sample_read (&form->sample, &tend_interaction_noun, id);

  tend_form_open (form, tend_log_dialog_new (form->sample.book, before, NULL, 0));
  g_assert_false (tend_edit_dialog_get_dirty (form->dialog));
  g_assert_true (tend_edit_dialog_get_valid (form->dialog));
  g_assert_false (gtk_widget_get_visible (tend_form_find (form, ADW_TYPE_PREFERENCES_GROUP, "next_group")));
  choose (form, "letter");
  tend_form_type (form, "summary", "Sent the offer and the leaflet");
  tend_form_save (form);

  after = (TendInteractionRecord *) tend_sample_read (&form->sample, &tend_interaction_noun, id);
  g_assert_cmpstr (after->summary, ==, "Sent the offer and the leaflet");
  g_assert_cmpint (after->kind, ==, TEND_INTERACTION_LETTER);
  /* What was once said is not decided anew, and the seconds stay. */
  g_assert_true (after->two_way);
  g_assert_cmpint (after->at, ==, before->at);
}

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
#define ADD(name, data, function) g_test_add ("/log-dialog/" name, TendForm, data, tend_form_set_up, function, tend_form_tear_down)
  ADD ("quick", NULL, test_quick);
  ADD ("next-step", NULL, test_next_step);
  ADD ("next-step-narrow", "narrow", test_next_step);
  ADD ("two-way", NULL, test_two_way);
  ADD ("more", NULL, test_more);
  ADD ("more-narrow", "narrow", test_more);
  ADD ("settles", NULL, test_settles);
  ADD ("settles-renewal", NULL, test_settles_renewal);
  ADD ("settles-renewal-narrow", "narrow", test_settles_renewal);
  ADD ("left", NULL, test_left);
  ADD ("unsaved", NULL, test_unsaved);
  ADD ("edit", NULL, test_edit);
#undef ADD

  return g_test_run ();
}
