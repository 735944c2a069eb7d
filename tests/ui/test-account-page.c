/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"

#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/account-facts.h"
#include "ui/accounts/account-page.h"
#include "ui/accounts/contact-row.h"
#include "ui/accounts/health-reasons.h"
#include "ui/accounts/page-switcher.h"
#include "ui/accounts/record-group.h"
#include "ui/accounts/timeline-page.h"
#include "ui/widgets/follow-up-row.h"

typedef struct
{
  TendSample       sample;
  GtkWidget       *window;
  TendAccountPage *page;
  TendId           service;      /* a liaison */
  TendId           need;         /* past its promise, waits for it */
  TendId           contract;     /* a product that it bought */
  TendId           gate;         /* one that it did not */
  TendId           purchase;
  TendId           opportunity;
  TendId           invoice;      /* overdue */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  fixture->page = tend_account_page_new (fixture->sample.book);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 360 : 700, 1100);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  g_assert_finalize_object (page);
  tend_sample_clear (&fixture->sample);
}

static GtkListBoxRow *
row_of (Fixture    *fixture,
        const char *group,
        int         index)
{
  GtkWidget *widget = tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_RECORD_GROUP, group);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (tend_record_group_get_list (TEND_RECORD_GROUP (widget))), index);
}

static int
count_rows (Fixture    *fixture,
            const char *group)
{
  int n = 0;

  while (row_of (fixture, group, n) != NULL)
    n++;
  return n;
}

static const char *
title_of (Fixture    *fixture,
          const char *group,
          int         index)
{
  GtkListBoxRow *row = row_of (fixture, group, index);

  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static const char *
subtitle_of (Fixture    *fixture,
             const char *group,
             int         index)
{
  GtkListBoxRow *row = row_of (fixture, group, index);

  return row != NULL ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static const char *
text_of (GtkWidget  *root,
         const char *id)
{
  return gtk_label_get_label (GTK_LABEL (tend_test_find (root, GTK_TYPE_LABEL, id)));
}

/* The sentences of the overview, a line each; borrowed until it is called again. */
static const char *
get_sentences (Fixture *fixture)
{
  static char *text;
  g_autoptr (GString) lines = g_string_new (NULL);
  GtkWidget *box = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BOX, "sentences");

  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (lines, "%s\n", gtk_label_get_label (GTK_LABEL (label)));
  g_free (text);
  text = g_string_free_and_steal (g_steal_pointer (&lines));
  return text;
}

static void
show (Fixture *fixture,
      TendId   account)
{
  g_autoptr (TendEntity) entity = tend_book_get (fixture->sample.book, &tend_account_noun, account);

  tend_account_page_set_account (fixture->page, TEND_ACCOUNT (entity));
  wait_until (tend_entity_get_loaded (entity));
}

static void
show_page (Fixture    *fixture,
           const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_VIEW_STACK, "views")), name);
}

/* A day so many days from now, as the book writes it. */
static char *
day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_format (then, "%Y-%m-%d");
}

/* The same as an instant: days of the calendar, whatever the clocks did meanwhile. */
static TendInstant
moment (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_to_unix_usec (then);
}

static void
add_needs (Fixture *fixture)
{
  g_autoptr (TendLiaisonRecord) liaison = tend_liaison_record_new ();
  g_autoptr (TendNeedRecord) late = tend_need_record_new ();
  g_autoptr (TendNeedRecord) bill = tend_need_record_new ();
  g_autoptr (TendNeedRecord) old = tend_need_record_new ();

  liaison->account = late->account = bill->account = old->account = fixture->sample.brauhaus;
  liaison->name = g_strdup ("Field Service");
  liaison->team = g_strdup ("Service");
  liaison->purpose = g_strdup ("Repairs");
  liaison->email = g_strdup ("service@firm.example");
  fixture->service = tend_sample_add (&fixture->sample, &liaison->base);
  bill->title = g_strdup ("Invoice went to the wrong address");
  bill->kind = TEND_NEED_BILLING;
  bill->priority = TEND_PRIORITY_URGENT;
  tend_sample_add (&fixture->sample, &bill->base);
  late->title = g_strdup ("Dispensing unit loses pressure");
  late->kind = TEND_NEED_FAULT;
  late->state = TEND_NEED_WAITING;
  late->liaison = fixture->service;
  late->promised_for = day (-3);
  fixture->need = tend_sample_add (&fixture->sample, &late->base);
  old->title = g_strdup ("Training for the new brewers");
  old->state = TEND_NEED_RESOLVED;
  old->resolved_at = moment (-20);
  old->resolution = g_strdup ("Held on site");
  tend_sample_add (&fixture->sample, &old->base);
}

static TendId
add_product (Fixture    *fixture,
             const char *name)
{
  g_autoptr (TendProductRecord) record = tend_product_record_new ();

  record->name = g_strdup (name);
  return tend_sample_add (&fixture->sample, &record->base);
}

static void
add_products (Fixture *fixture)
{
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendWhitespaceRecord) whitespace = tend_whitespace_record_new ();
  g_autoptr (TendOpportunityRecord) opportunity = tend_opportunity_record_new ();

  fixture->contract = add_product (fixture, "Maintenance contract");
  fixture->gate = add_product (fixture, "Second dispensing gate");
  add_product (fixture, "Water treatment");
  purchase->account = whitespace->account = opportunity->account = fixture->sample.brauhaus;
  purchase->product = fixture->contract;
  purchase->quantity = 2;
  purchase->yearly_value = 4820000;
  purchase->bought_on = g_strdup ("2023-01-01");
  purchase->renews_on = day (24);
  purchase->notice_days = 90;
  purchase->sold_by = fixture->sample.paul;
  purchase->fit = TEND_FIT_PARTLY;
  purchase->fit_note = g_strdup ("The evening shift is not covered");
  fixture->purchase = tend_sample_add (&fixture->sample, &purchase->base);
  whitespace->product = fixture->gate;
  whitespace->stance = TEND_STANCE_COMPETITOR;
  whitespace->competitor = g_strdup ("Zapf & Co");
  whitespace->until = g_strdup ("2027-06-30");
  tend_sample_add (&fixture->sample, &whitespace->base);
  opportunity->title = g_strdup ("Water treatment for the new hall");
  opportunity->stage = TEND_STAGE_PROPOSED;
  opportunity->amount = 1200000;
  opportunity->close_on = day (40);
  fixture->opportunity = tend_sample_add (&fixture->sample, &opportunity->base);
}

static void
add_invoice (Fixture    *fixture,
             const char *number,
             gint64      amount,
             gint64      paid,
             int         due)
{
  g_autoptr (TendInvoiceRecord) record = tend_invoice_record_new ();

  record->account = fixture->sample.brauhaus;
  record->number = g_strdup (number);
  record->issued_on = day (due - 30);
  record->due_on = day (due);
  record->amount = amount;
  record->paid = paid;
  fixture->invoice = tend_sample_add (&fixture->sample, &record->base);
}

static void
add_finances (Fixture *fixture)
{
  static const struct { int days, score, source; } pulses[] = {
    { -300, 8, TEND_PULSE_SURVEY }, { -200, 8, TEND_PULSE_IMPRESSION }, { -120, 7, TEND_PULSE_IMPRESSION },
    { -60, 7, TEND_PULSE_SURVEY }, { -12, 5, TEND_PULSE_IMPRESSION },
  };

  add_invoice (fixture, "2026-1240", 980000, 0, 20);
  add_invoice (fixture, "2026-1011", 250000, 250000, -40);
  add_invoice (fixture, "2026-1187", 415000, 100000, -19);
  for (guint i = 0; i < G_N_ELEMENTS (pulses); i++)
    {
      g_autoptr (TendPulseRecord) pulse = tend_pulse_record_new ();

      pulse->account = fixture->sample.brauhaus;
      pulse->at = moment (pulses[i].days);
      pulse->score = pulses[i].score;
      pulse->source = pulses[i].source;
      pulse->contact = pulse->source == TEND_PULSE_SURVEY ? fixture->sample.anna : 0;
      pulse->manager = pulse->source == TEND_PULSE_IMPRESSION ? fixture->sample.jonas : 0;
      tend_sample_add (&fixture->sample, &pulse->base);
    }
}

static void
add_contact (Fixture *fixture)
{
  g_autoptr (TendInteractionRecord) call = tend_interaction_record_new ();

  call->account = fixture->sample.brauhaus;
  call->two_way = TRUE;
  call->at = moment (-41);
  call->summary = g_strdup ("Spoke about the evening shift");
  tend_sample_add (&fixture->sample, &call->base);
}

/* The Brauhaus with everything that the sketch of the page has. */
static void
add_record (Fixture *fixture)
{
  add_contact (fixture);
  add_needs (fixture);
  add_products (fixture);
  add_finances (fixture);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  const char *text;

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL && row_of (fixture, "people", 1) != NULL && row_of (fixture, "liaisons", 0) != NULL);
  wait_until (g_str_has_prefix (text_of (page, "owner"), "Jonas Brandt since "));
  wait_until (strstr (get_sentences (fixture), "waits for Field Service") != NULL);
  wait_until (strstr (get_sentences (fixture), "Maintenance contract") != NULL);
  text = get_sentences (fixture);

  g_assert_cmpstr (text_of (page, "name"), ==, "Brauhaus Weißenfels GmbH");
  g_assert_cmpstr (text_of (page, "tier"), ==, "Tier A");
  g_assert_cmpstr (text_of (page, "status"), ==, "Active");
  g_assert_cmpstr (text_of (GTK_WIDGET (row_of (fixture, "steps", 0)), "title"), ==, "Call about the pressure fault");
  g_assert_nonnull (strstr (text, "Gone quiet: last spoken to 41 days ago, agreed rhythm 14 days."));
  g_assert_nonnull (strstr (text, "2 needs are open; “Dispensing unit loses pressure” is 3 days past its promise and waits for Field Service."));
  g_assert_nonnull (strstr (text, "“Maintenance contract” renews in 24 days, and it was last judged to fit only partly."));
  g_assert_nonnull (strstr (text, "€ 3,150.00 are overdue, the oldest for 19 days."));
  g_assert_nonnull (strstr (text, "Never call before ten"));

  /* The main contact comes first, though another is earlier in the alphabet; who it is has to be read. */
  wait_until (g_strcmp0 (title_of (fixture, "people", 0), "Anna Sommer") == 0);
  g_assert_cmpstr (title_of (fixture, "liaisons", 0), ==, "Field Service");
  g_assert_cmpstr (subtitle_of (fixture, "liaisons", 0), ==, "Service · Repairs");
  tend_test_picture (fixture->window, "account");
}

/* Nothing is read of a page that was not seen; each is filled when it is. */
static void
test_pages_are_lazy (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct { const char *page, *group; } table[] = {
    { "needs", "open" }, { "products", "purchases" }, { "finances", "paid" },
  };

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *view = adw_view_stack_get_child_by_name (
        ADW_VIEW_STACK (tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_VIEW_STACK, "views")), table[i].page);
      GtkWidget *group;

      /* It is not even made. */
      g_assert_null (tend_test_find (view, TEND_TYPE_RECORD_GROUP, table[i].group));
      show_page (fixture, table[i].page);
      group = tend_test_find (view, TEND_TYPE_RECORD_GROUP, table[i].group);
      wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (tend_record_group_get_list (TEND_RECORD_GROUP (group))), 0) != NULL);
    }

  /* Another account begins with its overview, and reads that alone. */
  show (fixture, fixture->sample.bare);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_VIEW_STACK, "views"))), ==, "overview");
  g_assert_null (row_of (fixture, "resolved", 0));
}

static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendOperation) resolve = NULL;

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  show_page (fixture, "needs");
  wait_until (row_of (fixture, "open", 1) != NULL && row_of (fixture, "resolved", 0) != NULL);

  /* What is past its promise comes before what is only urgent. */
  wait_until (g_strcmp0 (title_of (fixture, "open", 0), "Dispensing unit loses pressure") == 0);
  wait_until (strstr (subtitle_of (fixture, "open", 0), "waits for Field Service") != NULL);
  g_assert_nonnull (strstr (subtitle_of (fixture, "open", 0), "Fault · Technical"));
  g_assert_nonnull (strstr (subtitle_of (fixture, "open", 0), "3 days late"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row_of (fixture, "open", 0)), "late"));
  g_assert_nonnull (strstr (subtitle_of (fixture, "open", 1), "Billing · Urgent · Finance"));
  g_assert_nonnull (strstr (subtitle_of (fixture, "resolved", 0), "Held on site"));
  tend_test_picture (fixture->window, data != NULL ? "account-needs-narrow" : "account-needs");

  resolve = tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_RESOLVE, 0, "Seal changed");
  g_assert_true (tend_book_apply (fixture->sample.book, resolve, NULL, NULL));
  wait_until (row_of (fixture, "open", 1) == NULL && row_of (fixture, "resolved", 1) != NULL);
  g_assert_cmpstr (title_of (fixture, "resolved", 0), ==, "Dispensing unit loses pressure");
}

/* What is said of a row needs room beside its buttons, or goes above them. */
static int
width_of_text (GtkListBoxRow *row)
{
  GtkWidget *part = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  while (part != NULL && !gtk_widget_has_css_class (part, "title"))
    part = gtk_widget_get_next_sibling (part);

  return part != NULL ? gtk_widget_get_width (part) : 0;
}

static void
test_products (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendOperation) win = NULL;

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  show_page (fixture, "products");
  wait_until (row_of (fixture, "purchases", 0) != NULL && row_of (fixture, "opportunities", 0) != NULL && row_of (fixture, "whitespace", 1) != NULL);
  wait_until (g_strcmp0 (title_of (fixture, "purchases", 0), "Maintenance contract") == 0);
  wait_until (strstr (subtitle_of (fixture, "purchases", 0), "sold by Paul Weiß") != NULL);
  g_assert_nonnull (strstr (subtitle_of (fixture, "purchases", 0), "2 × · € 48,200.00 a year · since 1 January 2023 · renews "));
  g_assert_nonnull (strstr (subtitle_of (fixture, "purchases", 0), "The evening shift is not covered"));
  g_assert_nonnull (strstr (subtitle_of (fixture, "opportunities", 0), "Proposed · € 12,000.00 a year · 50% likely"));

  /* The white space: not what it bought, and why not the rest. */
  wait_until (g_strcmp0 (subtitle_of (fixture, "whitespace", 0), "Competitor · Zapf & Co · until 30 June 2027") == 0);
  g_assert_cmpstr (title_of (fixture, "whitespace", 0), ==, "Second dispensing gate");
  g_assert_cmpstr (subtitle_of (fixture, "whitespace", 1), ==, "Unknown");
  g_assert_cmpint (count_rows (fixture, "whitespace"), ==, 2);
  tend_test_picture (fixture->window, data != NULL ? "account-products-narrow" : "account-products");
  wait_until (width_of_text (row_of (fixture, "purchases", 0)) >= 150);

  win = tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_WIN, "2026-11-24", NULL);
  g_assert_true (tend_book_apply (fixture->sample.book, win, NULL, NULL));
  wait_until (row_of (fixture, "opportunities", 0) == NULL && row_of (fixture, "closed", 0) != NULL);
  g_assert_cmpstr (subtitle_of (fixture, "closed", 0), ==, "Upsell · Won · € 12,000.00 a year · 24 November 2026");
}

static void
test_finances (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  show_page (fixture, "finances");
  wait_until (count_rows (fixture, "invoices") == 2 && row_of (fixture, "paid", 0) != NULL && count_rows (fixture, "pulses") == 5);
  wait_until (gtk_widget_get_first_child (tend_test_find (page, ADW_TYPE_WRAP_BOX, "balance")) != NULL);
  wait_until (gtk_widget_get_visible (tend_test_find (page, ADW_TYPE_PREFERENCES_GROUP, "pulse_group")));
  tend_test_picture (fixture->window, data != NULL ? "account-finances-narrow" : "account-finances");
}

static void
test_timeline (Fixture       *fixture,
               gconstpointer  data)
{
  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  show_page (fixture, "timeline");
  g_assert_cmpint (tend_timeline_page_get_account (TEND_TIMELINE_PAGE (tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_TIMELINE_PAGE, NULL))), ==, fixture->sample.brauhaus);
  gtk_test_widget_wait_for_draw (fixture->window);
  wait_idle ();
  tend_test_picture (fixture->window, "account-timeline");
}

/* What the focus asks for is suggested. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "focus_button");

  show (fixture, fixture->sample.bare);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "account.log-contact");
  g_assert_false (gtk_widget_get_visible (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "contact_button")));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TendNeedRecord) bill = tend_need_record_new ();

      bill->account = fixture->sample.brauhaus;
      bill->title = g_strdup ("Wrong sum");
      bill->kind = TEND_NEED_BILLING;
      bill->priority = TEND_PRIORITY_URGENT;
      bill->promised_for = day (-1);
      tend_sample_add (&fixture->sample, &bill->base);
    }
  show (fixture, fixture->sample.brauhaus);
  wait_until (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "account.invoices") == 0);
  g_assert_true (gtk_widget_get_visible (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "contact_button")));
}

/* Why the health is as it is stands one click away. */
static void
test_health (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *facts = tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_ACCOUNT_FACTS, NULL);
  GtkWidget *reasons;

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_account_facts_show_health (TEND_ACCOUNT_FACTS (facts));
  wait_until (tend_test_find (facts, TEND_TYPE_HEALTH_REASONS, NULL) != NULL);
  reasons = tend_test_find (tend_test_find (facts, TEND_TYPE_HEALTH_REASONS, NULL), GTK_TYPE_LIST_BOX, NULL);
  wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (reasons), 4) != NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (reasons), 0))), ==, "Contact");
}

/* Who left the firm is dimmed, at the end, with her part. */
static void
test_left (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendRecord) before = tend_sample_read (&fixture->sample, &tend_contact_noun, fixture->sample.anna);
  g_autoptr (TendRecord) after = tend_record_copy (before);
  g_autoptr (TendOperation) operation = NULL;

  show (fixture, fixture->sample.brauhaus);
  wait_until (g_strcmp0 (title_of (fixture, "people", 0), "Anna Sommer") == 0 && row_of (fixture, "people", 1) != NULL);
  ((TendContactRecord *) after)->part = TEND_PART_CHAMPION;
  ((TendContactRecord *) after)->left_on = g_strdup ("2026-10-01");
  operation = tend_edit_operation_new_update (before, after);
  g_assert_true (tend_book_apply (fixture->sample.book, operation, NULL, NULL));
  wait_until (g_strcmp0 (title_of (fixture, "people", 1), "Anna Sommer") == 0);
  g_assert_cmpstr (subtitle_of (fixture, "people", 1), ==, "Managing Director · Champion · main contact · left the firm 1 October 2026");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row_of (fixture, "people", 1)), "left"));
}

/* What others do to it shows by itself. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendOperation) done = tend_settle_operation_new (&fixture->sample.overdue, 1, TEND_SETTLE_DONE, 0, NULL);
  g_autoptr (TendOperation) deleted = tend_edit_operation_new_delete (&tend_account_noun, &fixture->sample.brauhaus, 1);
  GtkWidget *stack = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, "stack");

  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL);
  tend_book_apply (fixture->sample.book, done, NULL, NULL);
  wait_until (row_of (fixture, "steps", 1) == NULL);
  g_assert_cmpstr (text_of (GTK_WIDGET (row_of (fixture, "steps", 0)), "title"), ==, "Renewal talk: maintenance contract");
  wait_until (strstr (get_sentences (fixture), "Next is “Renewal talk: maintenance contract”") != NULL);

  tend_book_apply (fixture->sample.book, deleted, NULL, NULL);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "gone") == 0);
}

static void
settle (Fixture       *fixture,
        TendId         follow_up,
        TendSettleAct  act,
        TendInstant    until)
{
  g_autoptr (TendOperation) operation = tend_settle_operation_new (&follow_up, 1, act, until, NULL);
  g_autoptr (GError) error = NULL;

  tend_book_apply (fixture->sample.book, operation, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_error (GtkWidget *root)
{
  if (gtk_widget_has_css_class (root, "error"))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_error (child))
      return TRUE;

  return FALSE;
}

/* What is put off is late and says so, but alarms nobody; until it asks again another step is the next. */
static void
test_snoozed (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *facts;

  show (fixture, fixture->sample.brauhaus);
  facts = tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_ACCOUNT_FACTS, NULL);
  wait_until (strstr (get_sentences (fixture), "“Call about the pressure fault” is overdue (") != NULL);
  wait_until (tend_test_says (facts, "2 days late"));

  settle (fixture, fixture->sample.overdue, TEND_SETTLE_SNOOZE, g_get_real_time () + 10 * G_TIME_SPAN_DAY);
  wait_until (strstr (get_sentences (fixture), "Next is “Renewal talk: maintenance contract” (Tomorrow, 15:00).") != NULL);
  wait_until (tend_test_says (facts, "Tomorrow 15:00"));

  settle (fixture, fixture->sample.tomorrow, TEND_SETTLE_DONE, 0);
  wait_until (strstr (get_sentences (fixture), "“Call about the pressure fault” is snoozed: ") != NULL);
  g_assert_null (strstr (get_sentences (fixture), "is overdue"));
  wait_until (!tend_test_says (facts, "2 days late") && !tend_test_says (facts, "Tomorrow 15:00"));
  g_assert_nonnull (strstr (text_of (GTK_WIDGET (row_of (fixture, "steps", 0)), "subtitle"), "Was due: "));
  g_assert_false (has_error (GTK_WIDGET (row_of (fixture, "steps", 0))));
  tend_test_picture (fixture->window, "account-snoozed");
}

static void
test_bare (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  show (fixture, fixture->sample.bare);
  wait_until (strstr (get_sentences (fixture), "Nobody looks after this account yet.") != NULL);
  wait_until (strstr (get_sentences (fixture), "Nothing is planned next.") != NULL);
  g_assert_cmpstr (text_of (page, "owner"), ==, "Nobody is responsible");
  tend_test_picture (fixture->window, "account-bare");

  tend_account_page_set_account (fixture->page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (tend_test_find (page, GTK_TYPE_STACK, "stack"))), ==, "none");
}

/* Names that are markup, endless, written from right to left or full of pictures are shown as they are. */
static void
test_bad_names (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *endless = g_strnfill (1000, 'W');
  const char *const names[] = { "<b>Bold & Söhne</b>", "مصنع الجعة الكبير", "🍺 Brauhaus 👩‍👩‍👧 🏳️‍🌈", endless };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TendAccountRecord) account = tend_account_record_new ();
      g_autoptr (TendContactRecord) contact = tend_contact_record_new ();
      g_autoptr (TendFollowUpRecord) follow_up = tend_follow_up_record_new ();
      g_autofree char *picture = g_strdup_printf ("account-bad-%u", i);
      TendId id;

      account->name = g_strdup (names[i]);
      account->notes = g_strdup (names[i]);
      id = tend_sample_add (&fixture->sample, &account->base);
      contact->account = follow_up->account = id;
      contact->family = g_strdup (names[i]);
      contact->title = g_strdup (names[i]);
      follow_up->title = g_strdup (names[i]);
      follow_up->due_wall = g_strdup ("2026-01-01");
      follow_up->due_zone = g_strdup ("Europe/Berlin");
      tend_sample_add (&fixture->sample, &contact->base);
      tend_sample_add (&fixture->sample, &follow_up->base);
      show (fixture, id);
      wait_until (row_of (fixture, "people", 0) != NULL && row_of (fixture, "steps", 0) != NULL);
      wait_until (g_str_has_prefix (names[i], adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_of (fixture, "people", 0)))) ||
                  i == 3);
      if (i != 3)
        g_assert_cmpstr (text_of (GTK_WIDGET (fixture->page), "name"), ==, names[i]);
      g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 700);
      tend_test_picture (fixture->window, picture);
    }
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *switcher = tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_PAGE_SWITCHER, NULL);
  int minimum;

  add_record (fixture);
  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL && row_of (fixture, "people", 1) != NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (tend_page_switcher_get_folded (TEND_PAGE_SWITCHER (switcher)));
  wait_until (strstr (get_sentences (fixture), "Maintenance contract") != NULL);
  tend_test_picture (fixture->window, "account-narrow");
}

/* Three actions in the longest language have room above the width from which on they are shown. */
static void
test_room_for_actions (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct { const char *id, *label; } words[] = {
    { "focus_button", "_Neues Anliegen" }, { "contact_button", "_Kontakt erfassen" }, { "edit_button", "_Bearbeiten" },
  };
  GtkWidget *header = tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_HEADER_BAR, NULL);
  int min;

  show (fixture, fixture->sample.brauhaus);
  wait_until (gtk_widget_get_mapped (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "edit_button")));
  gtk_widget_set_visible (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "contact_button"), TRUE);
  gtk_widget_set_visible (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "follow_up_button"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_button_set_label (GTK_BUTTON (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, words[i].id)), words[i].label);
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  g_assert_cmpint (min, <=, 597);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
#define ADD_NARROW(path, function) g_test_add (path, Fixture, "narrow", set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/account-page/whole", test_whole);
  ADD ("/account-page/room-for-actions", test_room_for_actions);
  ADD ("/account-page/pages-are-lazy", test_pages_are_lazy);
  ADD ("/account-page/needs", test_needs);
  ADD ("/account-page/products", test_products);
  ADD ("/account-page/finances", test_finances);
  ADD ("/account-page/timeline", test_timeline);
  ADD ("/account-page/focus", test_focus);
  ADD ("/account-page/health", test_health);
  ADD ("/account-page/left", test_left);
  ADD ("/account-page/follows", test_follows);
  ADD ("/account-page/snoozed", test_snoozed);
  ADD ("/account-page/bare", test_bare);
  ADD ("/account-page/bad-names", test_bad_names);
  ADD_NARROW ("/account-page/narrow", test_narrow);
  ADD_NARROW ("/account-page/narrow/needs", test_needs);
  ADD_NARROW ("/account-page/narrow/products", test_products);
  ADD_NARROW ("/account-page/narrow/finances", test_finances);

  return g_test_run ();
}
