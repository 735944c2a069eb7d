/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "support/keys.h"
#include "support/picture.h"
#include "support/rows.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/log-dialog.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"
#include "ui/widgets/when-row.h"

typedef struct
{
  TendSample      sample;
  GtkWidget      *window;
  TendEditDialog *dialog;
  TendOperation  *operation;   /* that was applied */
  guint           failed;
  gboolean        closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 360 : 700, 900);
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
  g_clear_object (&fixture->operation);
  tend_sample_clear (&fixture->sample);
}

static void
on_applied (TendEditDialog *dialog,
            TendOperation  *operation,
            gpointer        data)
{
  g_set_object (&((Fixture *) data)->operation, operation);
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
present (Fixture   *fixture,
         AdwDialog *dialog)
{
  fixture->dialog = g_object_ref (TEND_EDIT_DIALOG (dialog));
  g_signal_connect (dialog, "applied", G_CALLBACK (on_applied), fixture);
  g_signal_connect (dialog, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (dialog, "closed", G_CALLBACK (on_closed), fixture);
  adw_dialog_present (dialog, fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
open_new (Fixture *fixture,
          TendId   done)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();
  g_autoptr (TendFollowUpRecord) next = tend_follow_up_record_new ();

  record->account = fixture->sample.brauhaus;
  record->contact = fixture->sample.anna;
  record->manager = fixture->sample.jonas;
  record->at = g_get_real_time ();
  next->manager = fixture->sample.jonas;
  next->lead = TEND_LEAD_1_HOUR;
  present (fixture, tend_log_dialog_new (fixture->sample.book, record, next, done));
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

static void
choose (Fixture    *fixture,
        const char *kind)
{
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, "kinds")), kind);
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
  wait_until (fixture->closed);
  g_assert_cmpuint (fixture->failed, ==, 0);
}

static TendInteractionRecord *
read_interaction (Fixture *fixture)
{
  return (TendInteractionRecord *) tend_sample_read (&fixture->sample, &tend_interaction_noun,
                                                     tend_log_operation_get_interaction (TEND_LOG_OPERATION (fixture->operation)));
}

/* The common case: a line of text, and Enter. */
static void
test_quick (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) logged = NULL;

  open_new (fixture, 0);
  g_assert_false (can_save (fixture));
  tend_test_point (fixture->window);
  tend_test_press ("t", "a", "p", "Return", NULL);
  wait_until (fixture->closed);

  logged = read_interaction (fixture);
  g_assert_cmpstr (logged->summary, ==, "tap");
  g_assert_cmpint (logged->kind, ==, TEND_INTERACTION_CALL);
  g_assert_true (logged->two_way);
  g_assert_cmpint (logged->contact, ==, fixture->sample.anna);
  g_assert_cmpint (logged->manager, ==, fixture->sample.jonas);
  g_assert_cmpint (logged->minutes, ==, 0);
  g_assert_cmpint (tend_log_operation_get_next (TEND_LOG_OPERATION (fixture->operation)), ==, 0);
}

static void
test_next_step (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, 2);
  g_autofree char *wall = g_date_time_format (due, "%Y-%m-%d");
  g_autofree char *title = g_date_time_format (due, "_When: %A, %-d %B %Y");
  g_autoptr (TendFollowUpRecord) next = NULL;

  open_new (fixture, 0);
  type (fixture, "summary", "Talked about the pressure fault");
  g_assert_true (can_save (fixture));
  type (fixture, "next_title", "Send the offer");
  g_assert_false (can_save (fixture));
  g_assert_cmpstr (title_of (fixture, "next_when"), ==, "_When, such as “tomorrow 15:00” – By when?");
  type (fixture, "next_when", "some day");
  g_assert_false (can_save (fixture));
  type (fixture, "next_when", "in 2 Tagen");
  g_assert_cmpstr (title_of (fixture, "next_when"), ==, title);
  adw_switch_row_set_active (ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "next_promised")), TRUE);
  tend_test_picture (fixture->window, data != NULL ? "log-narrow" : "log");
  type (fixture, "next_title", " ");
  g_assert_cmpstr (title_of (fixture, "next_title"), ==, "To _Do Next – What is to be done?");
  g_assert_false (can_save (fixture));
  type (fixture, "next_title", "Send the offer");
  save (fixture);

  next = (TendFollowUpRecord *) tend_sample_read (&fixture->sample, &tend_follow_up_noun,
                                                  tend_log_operation_get_next (TEND_LOG_OPERATION (fixture->operation)));
  g_assert_cmpstr (next->title, ==, "Send the offer");
  g_assert_cmpstr (next->due_wall, ==, wall);
  g_assert_true (next->all_day);
  g_assert_true (next->promised);
  g_assert_cmpint (next->manager, ==, fixture->sample.jonas);
  g_assert_cmpint (next->contact, ==, fixture->sample.anna);
  g_assert_cmpint (next->lead, ==, TEND_LEAD_1_HOUR);
}

/* What counts as contact follows from the kind, until the user says otherwise. */
static void
test_two_way (Fixture       *fixture,
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

  open_new (fixture, 0);
  two_way = ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "two_way"));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      choose (fixture, table[i].kind);
      adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "direction")), table[i].direction);
      g_assert_cmpint (adw_switch_row_get_active (two_way), ==, table[i].two_way);
    }

  choose (fixture, "call");
  adw_switch_row_set_active (two_way, FALSE);
  choose (fixture, "meeting");
  choose (fixture, "call");
  g_assert_false (adw_switch_row_get_active (two_way));
  type (fixture, "summary", "Nobody there");
  save (fixture);
  logged = read_interaction (fixture);
  g_assert_false (logged->two_way);
}

static void
test_more (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) logged = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *title = g_date_time_format (yesterday, "_When: %A, %-d %B %Y, 15:00");

  open_new (fixture, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find (fixture, ADW_TYPE_EXPANDER_ROW, "more")), TRUE);
  choose (fixture, "visit");
  type (fixture, "summary", "Walked through the brewhouse");

  /* The year 2200 is refused at its field. */
  type (fixture, "at", "1.1.2200");
  g_assert_false (can_save (fixture));
  g_assert_true (gtk_widget_has_css_class (find (fixture, TEND_TYPE_WHEN_ROW, "at"), "error"));
  tend_test_picture (fixture->window, "log-2200");

  type (fixture, "at", "gestern 15 Uhr");
  g_assert_cmpstr (title_of (fixture, "at"), ==, title);
  adw_spin_row_set_value (ADW_SPIN_ROW (find (fixture, ADW_TYPE_SPIN_ROW, "minutes")), 45);
  tend_reference_row_set_id (TEND_REFERENCE_ROW (find (fixture, TEND_TYPE_REFERENCE_ROW, "on_behalf_of")), fixture->sample.paul);
  tend_text_row_set_text (TEND_TEXT_ROW (find (fixture, TEND_TYPE_TEXT_ROW, "body")), "The second tap.\nAnd the cellar.");
  tend_test_picture (fixture->window, data != NULL ? "log-more-narrow" : "log-more");
  save (fixture);

  logged = read_interaction (fixture);
  g_assert_cmpint (logged->kind, ==, TEND_INTERACTION_VISIT);
  g_assert_cmpint (logged->minutes, ==, 45);
  g_assert_cmpint (logged->on_behalf_of, ==, fixture->sample.paul);
  g_assert_cmpstr (logged->body, ==, "The second tap.\nAnd the cellar.");
  g_assert_cmpint (logged->at, <, g_get_real_time ());
}

/* Done, and logged, in one. */
static void
test_settles (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendFollowUpRecord) done = NULL;

  open_new (fixture, fixture->sample.overdue);
  g_assert_true (gtk_widget_get_visible (find (fixture, TEND_TYPE_REFERENCE_ROW, "done")));
  g_assert_false (tend_edit_dialog_get_dirty (fixture->dialog));
  type (fixture, "summary", "The fault is mended");
  tend_test_picture (fixture->window, "log-settles");
  save (fixture);

  done = (TendFollowUpRecord *) tend_sample_read (&fixture->sample, &tend_follow_up_noun, fixture->sample.overdue);
  g_assert_cmpint (done->state, ==, TEND_FOLLOW_UP_DONE);
  g_assert_cmpstr (done->outcome, ==, "The fault is mended");
}

/* Who has left the firm is not spoken with any more. */
static void
test_left (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_contact_noun);
  g_autoptr (GArray) ids = NULL;
  GtkWidget *contact;
  GtkListBox *choices;

  tend_query_add_int (query, "main", TEND_QUERY_IS, FALSE);
  ids = tend_book_list (fixture->sample.book, query, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  tend_test_set (fixture->sample.book, &tend_contact_noun, g_array_index (ids, TendId, 0), "left_on", "2026-01-31");

  /* Anna and nobody in particular are left. */
  open_new (fixture, 0);
  contact = find (fixture, TEND_TYPE_REFERENCE_ROW, "contact");
  gtk_menu_button_popup (GTK_MENU_BUTTON (tend_test_find (contact, GTK_TYPE_MENU_BUTTON, "button")));
  choices = GTK_LIST_BOX (tend_test_find (contact, GTK_TYPE_LIST_BOX, "list"));
  wait_until (gtk_list_box_get_row_at_index (choices, 1) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (choices, 2));
  g_signal_emit_by_name (choices, "row-activated", gtk_list_box_get_row_at_index (choices, 0));
  g_assert_cmpint (tend_reference_row_get_id (TEND_REFERENCE_ROW (contact)), ==, 0);
}

/* A next step that was begun is not thrown away unasked. */
static void
test_unsaved (Fixture       *fixture,
              gconstpointer  data)
{
  open_new (fixture, 0);
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  type (fixture, "next_title", "Send the offer");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  type (fixture, "next_title", "");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  type (fixture, "summary", "x");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();
  g_autoptr (TendInteractionRecord) before = NULL;
  g_autoptr (TendInteractionRecord) after = NULL;
  TendId id;

  record->account = fixture->sample.brauhaus;
  record->kind = TEND_INTERACTION_E_MAIL;
  record->two_way = TRUE;
  record->at = g_get_real_time () - 3 * G_TIME_SPAN_DAY;
  record->summary = g_strdup ("Sent the offer");
  id = tend_sample_add (&fixture->sample, &record->base);
  before = (TendInteractionRecord *) tend_sample_read (&fixture->sample, &tend_interaction_noun, id);

  present (fixture, tend_log_dialog_new (fixture->sample.book, before, NULL, 0));
  g_assert_false (tend_edit_dialog_get_dirty (fixture->dialog));
  g_assert_true (tend_edit_dialog_get_valid (fixture->dialog));
  g_assert_false (gtk_widget_get_visible (find (fixture, ADW_TYPE_PREFERENCES_GROUP, "next_group")));
  choose (fixture, "letter");
  type (fixture, "summary", "Sent the offer and the leaflet");
  save (fixture);

  after = (TendInteractionRecord *) tend_sample_read (&fixture->sample, &tend_interaction_noun, id);
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
#define ADD(name, narrow, function) \
  g_test_add ("/log-dialog/" name, Fixture, GINT_TO_POINTER (narrow), set_up, function, tear_down)
  ADD ("quick", 0, test_quick);
  ADD ("next-step", 0, test_next_step);
  ADD ("next-step-narrow", 1, test_next_step);
  ADD ("two-way", 0, test_two_way);
  ADD ("more", 0, test_more);
  ADD ("more-narrow", 1, test_more);
  ADD ("settles", 0, test_settles);
  ADD ("left", 0, test_left);
  ADD ("unsaved", 0, test_unsaved);
  ADD ("edit", 0, test_edit);
#undef ADD

  return g_test_run ();
}
