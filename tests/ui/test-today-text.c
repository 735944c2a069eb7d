/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "ui/text/today.h"

#define DAY G_GINT64_CONSTANT (86400000000)
/* Tuesday 24 November 2026, 10:00 in Berlin, and that day in days since 1970. */
#define NOW   G_GINT64_CONSTANT (1795510800000000)
#define TODAY G_GINT64_CONSTANT (20781)

typedef struct
{
  TendUrgencyItem    item;
  TendAccountRecord *account;
  TendTodayFacts     facts;
} Line;

static void
begin (Line        *line,
       TendUrgency  reason,
       TendInstant  since)
{
  *line = (Line) { .item = { .reason = reason, .since = since, .value = -1 }, .account = tend_account_record_new () };
  line->account->health = 58;
  line->facts = (TendTodayFacts) { .item = &line->item, .account = line->account, .currency = "EUR", .rhythm = 14, .now = NOW,
                                   .zone = g_time_zone_new_identifier ("Europe/Berlin") };
}

/* Ends with it. */
static void
check (Line       *line,
       const char *title,
       const char *why)
{
  g_autofree char *said_title = tend_today_title (&line->facts);
  g_autofree char *said_why = tend_today_why (&line->facts);

  g_assert_cmpstr (said_title, ==, title);
  g_assert_cmpstr (said_why, ==, why);
  g_assert_cmpstr (tend_today_icon (line->item.reason), !=, NULL);
  g_assert_cmpstr (tend_today_action (line->item.reason), !=, NULL);
  tend_account_record_free (line->account);
  g_time_zone_unref (line->facts.zone);
}

static void
test_follow_ups (void)
{
  static const struct { gboolean promised, all_day; gint64 minutes; const char *why; } table[] = {
    { TRUE, FALSE, -2 * 24 * 60, "2 days late. Promised: Sunday 22 November" },
    { FALSE, FALSE, -24 * 60, "1 day late. Was due: Yesterday" },
    { TRUE, TRUE, -60, "Promised for today" },
    { FALSE, TRUE, -60, "Due today" },
    { TRUE, FALSE, -30, "Overdue: it was promised for 09:30 today" },
    { FALSE, FALSE, -30, "Was due at 09:30 today" },
    { TRUE, FALSE, 300, "Promised for 15:00 today" },
    { FALSE, FALSE, 300, "Due at 15:00 today" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();
      Line line;

      record->title = g_strdup ("Call");
      record->due_at = NOW + table[i].minutes * G_TIME_SPAN_MINUTE;
      record->promised = table[i].promised;
      record->all_day = table[i].all_day;
      begin (&line, TEND_URGENCY_FOLLOW_UP, record->due_at);
      line.facts.entity = (TendRecord *) record;
      check (&line, "Call", table[i].why);
    }
}

static void
test_needs (void)
{
  g_autoptr (TendNeedRecord) record = tend_need_record_new ();
  Line line;

  record->title = g_strdup ("Loses\npressure");
  record->kind = TEND_NEED_FAULT;
  record->priority = TEND_PRIORITY_URGENT;
  begin (&line, TEND_URGENCY_NEED_URGENT, (TODAY - 1) * DAY);
  line.facts.entity = (TendRecord *) record;
  check (&line, "Loses pressure", "Fault, urgent, 1 day past its promise");

  begin (&line, TEND_URGENCY_NEED_URGENT, (TODAY - 3) * DAY);
  line.facts.entity = (TendRecord *) record;
  line.facts.related = "Field Service";
  check (&line, "Loses pressure", "Fault, 3 days past its promise, waits for Field Service");
}

static void
test_renewals (void)
{
  g_autoptr (TendPurchaseRecord) record = tend_purchase_record_new ();
  Line line;

  record->yearly_value = 9200000;
  begin (&line, TEND_URGENCY_RENEWAL_AT_RISK, (TODAY + 28) * DAY);
  line.facts.entity = (TendRecord *) record;
  line.facts.related = "Licence";
  check (&line, "Licence renews in 28 days", "€\u00a092,000 a year, at a health of 58");

  begin (&line, TEND_URGENCY_RENEWAL, TODAY * DAY);
  line.account->health = -1;
  line.facts.entity = (TendRecord *) record;
  line.facts.related = "Licence";
  check (&line, "Licence renews today", "€\u00a092,000 a year");
}

static void
test_account (void)
{
  Line line;

  begin (&line, TEND_URGENCY_QUIET_RED, NOW);
  line.account->last_contact = NOW - 41 * DAY;
  check (&line, "Gone quiet", "Last spoken to 41 days ago, agreed rhythm 14 days");
  begin (&line, TEND_URGENCY_QUIET_AMBER, NOW);
  check (&line, "Gone quiet", "Not spoken to yet, agreed rhythm 14 days");

  begin (&line, TEND_URGENCY_INVOICE, (TODAY - 19) * DAY);
  line.account->overdue = 315000;
  check (&line, "€\u00a03,150.00 overdue", "The oldest invoice was due 19 days ago");

  begin (&line, TEND_URGENCY_BAND_FELL, (TODAY - 1) * DAY);
  line.item.value = 70;
  check (&line, "Health fell from 70 to 58", "It fell 1 day ago");
  begin (&line, TEND_URGENCY_BAND_FELL, TODAY * DAY);
  check (&line, "Health fell to 58", "It fell today");
}

static void
test_opportunities (void)
{
  g_autoptr (TendOpportunityRecord) record = tend_opportunity_record_new ();
  Line line;

  record->title = g_strdup ("Two more gates");
  begin (&line, TEND_URGENCY_NEXT_STEP, 5);
  line.facts.entity = (TendRecord *) record;
  check (&line, "Two more gates", "No next step is planned");

  record->close_on = g_strdup ("2026-12-02");
  begin (&line, TEND_URGENCY_NEXT_STEP, (TODAY + 8) * DAY);
  line.facts.entity = (TendRecord *) record;
  check (&line, "Two more gates", "No next step; to be decided by 2 December 2026");
  begin (&line, TEND_URGENCY_NEXT_STEP, (TODAY - 5) * DAY);
  line.facts.entity = (TendRecord *) record;
  check (&line, "Two more gates", "No next step, and it should have been decided 5 days ago");
}

static void
test_put_off (void)
{
  g_autoptr (TendAlertRecord) alert = tend_alert_record_new ();
  g_autofree char *with_reason = NULL;
  g_autofree char *without = NULL;
  Line line;

  begin (&line, TEND_URGENCY_QUIET_RED, NOW);
  g_assert_null (tend_today_put_off (&line.facts));
  alert->until = g_strdup ("2026-12-03");
  line.facts.alert = alert;
  without = tend_today_put_off (&line.facts);
  g_assert_cmpstr (without, ==, "Put off until 3 December 2026");
  alert->reason = g_strdup ("On holiday");
  with_reason = tend_today_put_off (&line.facts);
  g_assert_cmpstr (with_reason, ==, "Put off until 3 December 2026: On holiday");
  check (&line, "Gone quiet", "Not spoken to yet, agreed rhythm 14 days");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/today-text/follow-ups", test_follow_ups);
  g_test_add_func ("/today-text/needs", test_needs);
  g_test_add_func ("/today-text/renewals", test_renewals);
  g_test_add_func ("/today-text/account", test_account);
  g_test_add_func ("/today-text/opportunities", test_opportunities);
  g_test_add_func ("/today-text/put-off", test_put_off);

  return g_test_run ();
}
