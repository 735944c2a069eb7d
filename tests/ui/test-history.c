/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "core/book.h"
#include "core/entities/alert.h"
#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "ui/text/history.h"

typedef struct
{
  const TendNoun *noun;
  const char     *operation;
  const char     *before;
  const char     *after;
  const char     *sentence;
  const char     *details;
} Row;

/* 1 Vera, 2 Paul, 3 Jonas; 7 is gone; rows are "The Row". */
static char *
name_of (const TendNoun *noun,
         TendId          id,
         gpointer        data)
{
  static const char *const names[] = { NULL, "Vera", "Paul", "Jonas" };

  if (noun != &tend_manager_noun)
    return g_strdup ("The Row");

  return id < (TendId) G_N_ELEMENTS (names) ? g_strdup (names[id]) : NULL;
}

static const Row rows[] = {
  { &tend_account_noun, "insert", NULL, NULL, "Vera added this account", NULL },
  { &tend_account_noun, "update", "{\"owner\":\"2\"}", "{\"owner\":\"3\"}", "Vera handed this account over from Paul to Jonas", "moved north" },
  { &tend_account_noun, "update", "{\"owner\":null}", "{\"owner\":\"3\"}", "Vera gave this account to Jonas", "moved north" },
  { &tend_account_noun, "update", "{\"owner\":\"2\"}", "{\"owner\":null}", "Vera took this account from Paul", "moved north" },
  { &tend_account_noun, "update", "{\"owner\":\"7\"}", "{\"owner\":\"3\"}", "Vera handed this account over from Somebody to Jonas", "moved north" },
  { &tend_account_noun, "update", "{\"phone\":\"1\"}", "{\"phone\":\"2\"}", "Vera changed Phone from 1 to 2", NULL },
  { &tend_account_noun, "update", "{\"phone\":null}", "{\"phone\":\"2\"}", "Vera entered Phone: 2", NULL },
  { &tend_account_noun, "update", "{\"phone\":\"1\"}", "{\"phone\":null}", "Vera removed Phone: 1", NULL },
  { &tend_account_noun, "update", "{\"tier\":\"A\"}", "{\"tier\":\"B\"}", "Vera changed Tier from A to B", NULL },
  { &tend_account_noun, "update", "{\"status\":\"active\"}", "{\"status\":\"at-risk\"}", "Vera changed Status from Active to At Risk", NULL },
  { &tend_account_noun, "update", "{\"customer_since\":\"2019-03-01\"}", "{\"customer_since\":\"2020-03-01\"}", "Vera changed Customer Since from 1 March 2019 to 1 March 2020", NULL },
  { &tend_account_noun, "update", "{\"city\":\"Halle\",\"phone\":\"1\"}", "{\"city\":\"Jena\",\"phone\":null}", "Vera changed several details",
    "Phone: 1 removed\nCity: Halle → Jena" },
  { &tend_account_noun, "update", "{\"name\":\"<b>A</b>\"}", "{\"name\":\"A\\nB\"}", "Vera changed Name from <b>A</b> to A B", NULL },
  { &tend_account_noun, "delete", "{}", NULL, "Vera deleted this account", NULL },
  { &tend_contact_noun, "insert", NULL, NULL, "Vera added the contact The Row", NULL },
  { &tend_contact_noun, "delete", "{\"given\":\"Anna\",\"family\":\"Sommer\"}", NULL, "Vera deleted the contact Anna Sommer", NULL },
  { &tend_contact_noun, "update", "{\"emails\":[\"a@b.c\"]}", "{\"emails\":[\"a@b.c\",\"d@e.f\"]}", "Vera changed the contact The Row", "E-Mail: a@b.c → a@b.c, d@e.f" },
  { &tend_contact_noun, "update", "{\"main\":false}", "{\"main\":true}", "Vera changed the contact The Row", "Main Contact: No → Yes" },
  { &tend_follow_up_noun, "insert", NULL, NULL, "Vera planned “The Row”", NULL },
  { &tend_follow_up_noun, "update", "{\"state\":\"open\",\"done_at\":null}", "{\"state\":\"done\",\"done_at\":\"2026-11-24T10:00:00Z\",\"outcome\":\"all well\"}", "Vera marked “The Row” as done", "all well" },
  { &tend_follow_up_noun, "update", "{\"state\":\"open\",\"snoozed_until\":null}", "{\"state\":\"snoozed\",\"snoozed_until\":\"2026-11-25T08:00:00Z\",\"snooze_reason\":\"in a meeting\"}", "Vera snoozed “The Row” until Tomorrow, 09:00", "in a meeting" },
  { &tend_follow_up_noun, "update", "{\"state\":\"open\"}", "{\"state\":\"dropped\"}", "Vera dropped “The Row”", NULL },
  { &tend_follow_up_noun, "update", "{\"state\":\"done\"}", "{\"state\":\"open\"}", "Vera reopened “The Row”", NULL },
  { &tend_follow_up_noun, "update", "{\"manager\":\"2\"}", "{\"manager\":\"3\"}", "Vera passed “The Row” on to Jonas", NULL },
  { &tend_follow_up_noun, "update", "{\"due_wall\":\"2026-11-24T15:00\",\"all_day\":false}", "{\"due_wall\":\"2026-11-26\",\"all_day\":true}", "Vera changed “The Row”", "When: Today, 15:00 → 26 November 2026" },
  { &tend_follow_up_noun, "update", "{\"title\":\"Call\"}", "{\"title\":\"Write\"}", "Vera changed “Call”", "Title: Call → Write" },
  { &tend_follow_up_noun, "delete", "{\"title\":\"Call\"}", NULL, "Vera deleted “Call”", NULL },
  /* What belongs to an account. */
  { &tend_interaction_noun, "insert", NULL, NULL, "Vera logged “The Row”", NULL },
  { &tend_interaction_noun, "update", "{\"summary\":\"Call\",\"minutes\":0}", "{\"summary\":\"Talk\",\"minutes\":15}", "Vera changed “Call”",
    "Minutes: 0 → 15\nSummary: Call → Talk" },
  { &tend_interaction_noun, "delete", "{\"summary\":\"Call\"}", NULL, "Vera deleted “Call”", NULL },
  { &tend_need_noun, "insert", NULL, NULL, "Vera noted the need “The Row”", NULL },
  { &tend_need_noun, "update", "{\"state\":\"open\",\"resolved_at\":null,\"resolution\":null}",
    "{\"state\":\"resolved\",\"resolved_at\":\"2026-11-24T10:00:00Z\",\"resolution\":\"A new seal\"}", "Vera resolved “The Row”", "A new seal" },
  { &tend_need_noun, "update", "{\"state\":\"resolved\",\"resolved_at\":\"2026-11-24T10:00:00Z\"}", "{\"state\":\"open\",\"resolved_at\":null}",
    "Vera reopened “The Row”", NULL },
  { &tend_need_noun, "update", "{\"state\":\"open\",\"liaison\":null}", "{\"state\":\"waiting\",\"liaison\":\"5\"}", "Vera lets “The Row” wait for The Row", NULL },
  { &tend_need_noun, "update", "{\"state\":\"open\"}", "{\"state\":\"waiting\"}", "Vera lets “The Row” wait for others", NULL },
  { &tend_need_noun, "update", "{\"priority\":\"normal\"}", "{\"priority\":\"urgent\"}", "Vera changed the need “The Row”", "Priority: Normal → Urgent" },
  { &tend_need_noun, "delete", "{\"title\":\"The tap leaks\"}", NULL, "Vera deleted the need “The tap leaks”", NULL },
  { &tend_liaison_noun, "insert", NULL, NULL, "Vera added the liaison The Row", NULL },
  { &tend_liaison_noun, "update", "{\"team\":null}", "{\"team\":\"Support\"}", "Vera changed the liaison The Row", "Team: Support" },
  { &tend_liaison_noun, "delete", "{\"name\":\"Kim\"}", NULL, "Vera deleted the liaison Kim", NULL },
  { &tend_product_noun, "insert", NULL, NULL, "Vera added the product The Row", NULL },
  { &tend_product_noun, "update", "{\"list_price\":10000,\"currency\":\"USD\"}", "{\"list_price\":12050,\"currency\":\"USD\"}", "Vera changed the product The Row",
    "List Price: $\u00a0100.00 → $\u00a0120.50\nCurrency: USD → USD" },
  { &tend_product_noun, "delete", "{\"name\":\"Tap\"}", NULL, "Vera deleted the product Tap", NULL },
  { &tend_purchase_noun, "insert", NULL, NULL, "Vera entered the purchase of The Row", NULL },
  { &tend_purchase_noun, "update", "{\"yearly_value\":10000,\"fit\":\"fits\"}", "{\"yearly_value\":120000,\"fit\":\"partly\"}", "Vera changed the purchase of The Row",
    "Yearly Value: €\u00a0100.00 → €\u00a01,200.00\nFit: Fits → Fits Partly" },
  { &tend_purchase_noun, "delete", "{\"product\":\"4\"}", NULL, "Vera deleted the purchase of The Row", NULL },
  { &tend_opportunity_noun, "insert", NULL, NULL, "Vera noted the opportunity “The Row”", NULL },
  { &tend_opportunity_noun, "update", "{\"stage\":\"proposed\"}", "{\"stage\":\"won\",\"probability\":100}", "Vera won “The Row”", NULL },
  { &tend_opportunity_noun, "update", "{\"stage\":\"proposed\",\"lost_reason\":null}", "{\"stage\":\"lost\",\"lost_reason\":\"Too dear\"}", "Vera lost “The Row”", "Too dear" },
  { &tend_opportunity_noun, "update", "{\"stage\":\"lost\"}", "{\"stage\":\"identified\"}", "Vera reopened “The Row”", NULL },
  { &tend_opportunity_noun, "update", "{\"stage\":\"identified\"}", "{\"stage\":\"proposed\"}", "Vera moved “The Row” from the stage Identified to Proposed", NULL },
  { &tend_opportunity_noun, "update", "{\"amount\":0,\"probability\":10}", "{\"amount\":50000,\"probability\":50}", "Vera changed the opportunity “The Row”",
    "Amount: €\u00a00.00 → €\u00a0500.00\nProbability (%): 10 → 50" },
  { &tend_opportunity_noun, "delete", "{\"title\":\"More taps\"}", NULL, "Vera deleted the opportunity “More taps”", NULL },
  { &tend_invoice_noun, "insert", NULL, NULL, "Vera entered the invoice The Row", NULL },
  { &tend_invoice_noun, "update", "{\"paid\":0,\"paid_on\":null}", "{\"paid\":12000,\"paid_on\":\"2026-11-20\"}", "Vera noted a payment on the invoice The Row",
    "Paid: €\u00a00.00 → €\u00a0120.00\nPaid On: 20 November 2026" },
  { &tend_invoice_noun, "update", "{\"amount\":100,\"paid\":0}", "{\"amount\":200,\"paid\":200}", "Vera changed the invoice The Row",
    "Amount: €\u00a01.00 → €\u00a02.00\nPaid: €\u00a00.00 → €\u00a02.00" },
  { &tend_invoice_noun, "delete", "{\"number\":\"R-7\"}", NULL, "Vera deleted the invoice R-7", NULL },
  { &tend_pulse_noun, "insert", NULL, NULL, "Vera recorded a satisfaction of The Row", NULL },
  { &tend_pulse_noun, "update", "{\"score\":7}", "{\"score\":8}", "Vera changed a satisfaction of 7", "Score (0–10): 7 → 8" },
  { &tend_pulse_noun, "delete", "{\"score\":7}", NULL, "Vera deleted a satisfaction of 7", NULL },
  { &tend_whitespace_noun, "insert", NULL, NULL, "Vera noted why the account does not have The Row", NULL },
  { &tend_whitespace_noun, "update", "{\"stance\":\"unknown\",\"competitor\":null}", "{\"stance\":\"competitor\",\"competitor\":\"Zapf\"}",
    "Vera changed why the account does not have The Row", "Stance: Unknown → Competitor\nCompetitor: Zapf" },
  { &tend_whitespace_noun, "delete", "{\"product\":\"4\"}", NULL, "Vera deleted why the account does not have The Row", NULL },
  { &tend_follow_up_noun, "insert", NULL, "{\"title\":\"Taps\",\"purchase\":\"9\"}", "Vera planned “Renewal of Taps”", NULL },
  { &tend_follow_up_noun, "delete", "{\"title\":\"Taps\",\"purchase\":\"9\"}", NULL, "Vera deleted “Renewal of Taps”", NULL },
  { &tend_alert_noun, "insert", NULL, NULL, "Vera put a reminder of Today off until The Row", NULL },
  { &tend_alert_noun, "update", "{\"until\":\"2026-11-30\"}", "{\"until\":\"2026-12-07\"}", "Vera changed how long a reminder of Today waits, from 30 November 2026",
    "Until: 30 November 2026 → 7 December 2026" },
  { &tend_alert_noun, "delete", "{\"until\":\"2026-11-30\"}", NULL, "Vera took back that a reminder of Today waits until 30 November 2026", NULL },
  { &tend_alert_noun, "insert", NULL, "{\"kind\":\"quiet\",\"until\":\"2026-12-07\",\"reason\":\"On holiday\"}",
    "Vera put off until 7 December 2026: gone quiet", "On holiday" },
  { &tend_alert_noun, "update", "{\"kind\":\"need\",\"item\":\"5\",\"until\":\"2026-11-30\"}", "{\"until\":\"2026-12-07\",\"reason\":\"Parts\"}",
    "Vera put off until 7 December 2026: the need “The Row”", "Parts" },
  { &tend_alert_noun, "insert", NULL, "{\"kind\":\"renewal\",\"item\":\"5\",\"until\":\"2026-12-07\"}",
    "Vera put off until 7 December 2026: the renewal of The Row", NULL },
  { &tend_alert_noun, "insert", NULL, "{\"kind\":\"invoice\",\"until\":\"2026-12-07\"}", "Vera put off until 7 December 2026: invoices overdue", NULL },
  { &tend_alert_noun, "insert", NULL, "{\"kind\":\"band\",\"until\":\"2026-12-07\"}", "Vera put off until 7 December 2026: health fell", NULL },
  { &tend_alert_noun, "delete", "{\"kind\":\"next-step\",\"item\":\"5\",\"until\":\"2026-11-30\"}", NULL,
    "Vera brought back to Today: no next step for “The Row”", NULL },
  /* A journal that is no JSON, or other JSON, still gives a sentence. */
  { &tend_account_noun, "update", "[", "{\"phone\":{\"a\":1}}", "Vera entered Phone: ", NULL },
  { &tend_account_noun, "update", "7", "null", "Vera changed several details", NULL },
};

/* The row as it is now, where a sentence needs it: what goes by its product. */
static TendRecord *
new_record (const TendNoun *noun)
{
  TendRecord *record;

  if (noun != &tend_purchase_noun && noun != &tend_whitespace_noun)
    return NULL;

  record = tend_record_new (noun);
  tend_record_set_int (record, tend_noun_get_field (noun, "product"), 4);
  return record;
}

static void
test_sentences (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 24, 14, 30, 0);
  TendHandoverRecord handover = { .reason = (char *) "moved north" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TendChange change = { .by = 1, .noun = rows[i].noun, .id = 10, .operation = (char *) rows[i].operation,
                            .before = (char *) rows[i].before, .after = (char *) rows[i].after };
      g_autoptr (TendRecord) record = new_record (rows[i].noun);
      TendHistoryTelling telling = { &change, &handover, record, "EUR", g_date_time_to_unix_usec (now), zone, name_of, NULL };
      TendHistoryText text;

      tend_history_describe (&telling, &text);
      g_assert_cmpstr (text.sentence, ==, rows[i].sentence);
      g_assert_cmpstr (text.details, ==, rows[i].details);
      tend_history_text_clear (&text);
    }
}

/* An insertion keeps no copy of the row: what it is called is read from the row itself. */
static void
test_inserted (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (TendPulseRecord) pulse = tend_pulse_record_new ();
  g_autoptr (TendAlertRecord) alert = tend_alert_record_new ();
  TendChange change = { .by = 1, .noun = &tend_pulse_noun, .id = 10, .operation = (char *) "insert" };
  TendHistoryTelling telling = { &change, NULL, &pulse->base, "EUR", 0, zone, name_of, NULL };
  TendHistoryText text;

  pulse->score = 8;
  tend_history_describe (&telling, &text);
  g_assert_cmpstr (text.sentence, ==, "Vera recorded a satisfaction of 8");
  tend_history_text_clear (&text);

  alert->until = g_strdup ("2026-12-07");
  alert->kind = TEND_ALERT_QUIET;
  change.noun = &tend_alert_noun;
  telling.record = &alert->base;
  tend_history_describe (&telling, &text);
  g_assert_cmpstr (text.sentence, ==, "Vera put off until 7 December 2026: gone quiet");
  tend_history_text_clear (&text);
}

static void
test_somebody (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  TendChange change = { .by = 0, .noun = &tend_account_noun, .id = 10, .operation = (char *) "insert" };
  TendHistoryTelling telling = { &change, NULL, NULL, "EUR", 0, zone, name_of, NULL };
  TendHistoryText text;

  tend_history_describe (&telling, &text);
  g_assert_cmpstr (text.sentence, ==, "Somebody added this account");
  tend_history_text_clear (&text);
}

/* The owner's change tells of the handover; its own row would say it twice. */
static void
test_shown (void)
{
  TendChange change = { .noun = &tend_handover_noun };

  g_assert_false (tend_history_is_shown (&change));
  change.noun = &tend_interaction_noun;
  g_assert_true (tend_history_is_shown (&change));
  change.noun = &tend_follow_up_noun;
  g_assert_true (tend_history_is_shown (&change));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/sentences", test_sentences);
  g_test_add_func ("/history/inserted", test_inserted);
  g_test_add_func ("/history/somebody", test_somebody);
  g_test_add_func ("/history/shown", test_shown);

  return g_test_run ();
}
