/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/book.h"
#include "core/entities/interaction.h"
#include "core/entities/invoice.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "support/fake-clock.h"
#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

/* How an account stands, and that it does so day by day. */

typedef struct
{
  TendBook      *book;
  char          *path;
  TendFakeClock *clock;
  TendId         account;
  TendAccount   *live;
} Fixture;

static TendAccount *
load_account (TendBook *book,
              TendId    id)
{
  g_autoptr (GPtrArray) found = tend_book_load (book, &tend_account_noun, &id, 1, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static TendId G_GNUC_NULL_TERMINATED
add (Fixture        *fixture,
     const TendNoun *noun,
     ...)
{
  g_autoptr (TendRecord) record = tend_record_new (noun);
  const TendField *account = tend_noun_get_field (noun, "account");
  const char *field;
  va_list pairs;

  if (account != NULL)
    tend_record_set_int (record, account, fixture->account);
  va_start (pairs, noun);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      tend_record_parse (record, tend_noun_get_field (noun, field), va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (pairs);
  return tend_test_add (fixture->book, record);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->clock = tend_fake_clock_new ("2026-11-24T10:00", "Europe/Berlin");
  tend_book_set_clock (fixture->book, TEND_CLOCK (fixture->clock));
  fixture->account = add (fixture, &tend_account_noun, "name", "Brauhaus", "tier", "A", NULL);
  fixture->live = load_account (fixture->book, fixture->account);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->live);
  tend_temp_book_free (fixture->book, fixture->path);
  g_object_unref (fixture->clock);
}

static TendSituation *
get (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TendSituation *situation = tend_book_get_situation (fixture->book, fixture->account, &error);

  g_assert_no_error (error);
  return situation;
}

static void
test_bare (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendSituation) situation = get (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (situation->account, ==, fixture->account);
  g_assert_cmpint (situation->summary.health.score, ==, -1);
  g_assert_cmpint (situation->quiet, ==, TEND_QUIET_NO);
  g_assert_cmpuint (situation->n_history, ==, 1);
  g_assert_cmpint (situation->history[0].score, ==, -1);
  g_assert_cmpint (situation->fell_from, ==, -1);
  g_assert_false (situation->propose_at_risk);
  g_assert_cmpstr (situation->currency, ==, "EUR");
  g_assert_cmpint (situation->summary.cadence.days, ==, 14);
  g_assert_null (tend_book_get_situation (fixture->book, 4711, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendSituation) situation = NULL;
  g_autoptr (TendSituation) copy = NULL;
  g_autofree char *product = NULL;
  TendId pump, contract, promise;

  pump = add (fixture, &tend_product_noun, "name", "Pump", NULL);
  product = g_strdup_printf ("%" G_GINT64_FORMAT, pump);
  contract = add (fixture, &tend_purchase_noun, "product", product, "yearly_value", "120000", "bought_on", "2024-01-01",
                  "renews_on", "2026-12-20", "notice_days", "30", NULL);
  add (fixture, &tend_interaction_noun, "summary", "Called", "at", "2026-11-01T09:00:00Z", "two_way", "yes", NULL);
  add (fixture, &tend_invoice_noun, "issued_on", "2026-08-01", "due_on", "2026-08-31", "amount", "30000", NULL);
  add (fixture, &tend_need_noun, "title", "Leaks", "kind", "fault", NULL);
  promise = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Call back", "2026-11-20");
  tend_test_set (fixture->book, &tend_follow_up_noun, promise, "promised", "yes");
  tend_test_set (fixture->book, &tend_account_noun, fixture->account, "currency", "CHF");

  situation = get (fixture);
  g_assert_cmpint (situation->quiet, ==, TEND_QUIET_RED);
  g_assert_cmpint (situation->summary.cadence.due, ==, tend_day_parse ("2026-11-15"));
  g_assert_cmpint (situation->summary.cadence.amber, ==, tend_day_parse ("2026-11-20"));
  g_assert_cmpint (situation->summary.yearly_value, ==, 120000);
  g_assert_cmpint (situation->summary.yearly_value_ago, ==, 120000);
  g_assert_cmpint (situation->summary.balance.ages[TEND_AGE_OLDER], ==, 30000);
  g_assert_cmpuint (situation->summary.n_needs[TEND_HAT_TECHNICAL], ==, 1);
  g_assert_cmpuint (situation->summary.n_overdue_promises, ==, 1);
  g_assert_cmpint (situation->summary.next_follow_up_id, ==, promise);
  g_assert_cmpint (situation->summary.next_renewal, ==, tend_day_parse ("2026-12-20"));
  g_assert_cmpint (situation->summary.notice_by, ==, tend_day_parse ("2026-11-20"));
  g_assert_cmpint (situation->summary.renewal, ==, contract);
  g_assert_cmpint (situation->renewal_product, ==, pump);
  g_assert_cmpstr (situation->currency, ==, "CHF");
  g_assert_cmpint (situation->summary.health.score, ==, tend_account_get (fixture->live)->health);
  g_assert_cmpuint (situation->summary.health.n_reasons, ==, 3);
  copy = tend_situation_copy (situation);
  g_assert_cmpint (copy->history[copy->n_history - 1].score, ==, situation->summary.health.score);
}

static void
test_course (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *wall; const char *at; const char *score; } table[] = {
    { "2025-06-01T10:00", "2025-06-01T08:00:00Z", "8" },
    { "2025-10-01T10:00", "2025-10-01T08:00:00Z", "6" },
    { "2026-11-12T10:00", "2026-11-12T08:00:00Z", "7" },
    { "2026-11-24T10:00", "2026-11-24T08:00:00Z", "5" },
  };
  g_autoptr (TendSituation) situation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      tend_fake_clock_set (fixture->clock, table[i].wall);
      add (fixture, &tend_pulse_noun, "at", table[i].at, "score", table[i].score, "source", "impression", NULL);
    }
  situation = get (fixture);
  g_assert_cmpuint (situation->n_history, ==, 3);
  g_assert_cmpint (situation->history[0].day, ==, tend_day_parse ("2025-10-01"));
  g_assert_cmpint (situation->history[1].score, ==, 70);
  g_assert_cmpint (situation->history[2].day, ==, tend_day_parse ("2026-11-24"));
  g_assert_cmpint (situation->history[2].score, ==, 50);
  g_assert_cmpint (situation->fell_from, ==, 70);
  g_assert_cmpint (situation->summary.fell_on, ==, tend_day_parse ("2026-11-24"));
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NotifyCounter) changed = notify_counter_new (fixture->book, "changed");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  TendRules rules;

  add (fixture, &tend_interaction_noun, "summary", "Called", "at", "2026-11-03T09:00:00Z", "two_way", "yes", NULL);
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, 75);
  g_assert_false (tend_book_set_rule (fixture->book, "cadence-a", -1, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (tend_book_set_rule (fixture->book, "no-such-rule", 1, NULL));

  changed->n = 0;
  g_assert_true (tend_book_set_rule (fixture->book, "cadence-a", 30, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changed->n, ==, 1);
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, 100);
  g_assert_true (tend_book_get_rules (fixture->book, &rules, NULL));
  g_assert_cmpint (rules.cadence_days[TEND_TIER_A], ==, 30);
  g_assert_cmpint (rules.cadence_days[TEND_TIER_B], ==, 30);
  faults = tend_book_check (fixture->book, FALSE, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (tend_book_set_rule (fixture->book, "cadence-a", 14, NULL));
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, 75);
}

static TendRecord *
read_row (Fixture        *fixture,
          const TendNoun *noun,
          TendId          id)
{
  g_autoptr (GPtrArray) found = tend_book_load (fixture->book, noun, &id, 1, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return tend_record_copy (tend_entity_get_record (found->pdata[0]));
}

static TendId
manager_of (Fixture        *fixture,
            const TendNoun *noun,
            TendId          id)
{
  g_autoptr (TendRecord) record = read_row (fixture, noun, id);

  return tend_record_get_int (record, tend_noun_get_field (noun, "manager"));
}

static GPtrArray *
list_rows (Fixture        *fixture,
           const TendNoun *noun)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);

  return tend_book_find (fixture->book, query, NULL);
}

/* What is open goes along, what was said of the client does not: the impression starts again, and undo takes all back. */
static void
test_handed_over (Fixture       *fixture,
                  gconstpointer  data)
{
  TendId old = tend_test_add_manager (fixture->book, "Old", 0);
  TendId other = tend_test_add_manager (fixture->book, "Other", 0);
  TendId new = tend_test_add_manager (fixture->book, "New", 0);
  g_autofree char *text_of_old = g_strdup_printf ("%" G_GINT64_FORMAT, old);
  g_autofree char *text_of_other = g_strdup_printf ("%" G_GINT64_FORMAT, other);
  g_autofree TendReassignPreview *preview = NULL;
  g_autoptr (TendOperation) operation = NULL;
  g_autoptr (TendOperation) back = NULL;
  g_autoptr (GPtrArray) handovers = NULL;
  g_autoptr (GPtrArray) pulses = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  const TendPulseRecord *restart = NULL;
  TendId need, nobodys, others, settled, chance, survey;

  tend_test_set (fixture->book, &tend_account_noun, fixture->account, "owner", text_of_old);
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, -1);
  need = add (fixture, &tend_need_noun, "title", "Leaks", "priority", "urgent", "manager", text_of_old, NULL);
  nobodys = add (fixture, &tend_need_noun, "title", "Drips", "priority", "urgent", NULL);
  others = add (fixture, &tend_need_noun, "title", "Hums", "manager", text_of_other, NULL);
  settled = add (fixture, &tend_need_noun, "title", "Was", "state", "resolved", "resolved_at", "2026-11-01T09:00:00Z", "manager", text_of_old, NULL);
  chance = add (fixture, &tend_opportunity_noun, "title", "More", "kind", "upsell", "manager", text_of_old, NULL);
  survey = add (fixture, &tend_pulse_noun, "at", "2026-11-20T09:00:00Z", "score", "3", "source", "survey", NULL);
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, 13);

  preview = tend_book_preview_reassign (fixture->book, &fixture->account, 1, new, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->needs, ==, 2);
  g_assert_cmpuint (preview->opportunities, ==, 1);
  g_assert_cmpuint (preview->follow_ups, ==, 0);
  g_assert_cmpuint (preview->others_open, ==, 1);
  g_assert_cmpuint (preview->closed, ==, 1);
  g_assert_cmpuint (preview->low_health, ==, 1);
  g_assert_cmpint (preview->health_limit, ==, 40);
  g_assert_cmpuint (preview->renewals, ==, 0);
  g_assert_true (tend_reassign_preview_asks (preview));

  operation = tend_reassign_operation_new (&fixture->account, 1, new, TEND_REASSIGN_DEFAULT, NULL);
  g_assert_true (tend_book_apply (fixture->book, operation, NULL, &error));
  g_assert_cmpint (manager_of (fixture, &tend_need_noun, need), ==, new);
  g_assert_cmpint (manager_of (fixture, &tend_need_noun, nobodys), ==, new);
  g_assert_cmpint (manager_of (fixture, &tend_need_noun, others), ==, other);
  g_assert_cmpint (manager_of (fixture, &tend_need_noun, settled), ==, old);
  g_assert_cmpint (manager_of (fixture, &tend_opportunity_noun, chance), ==, new);
  handovers = list_rows (fixture, &tend_handover_noun);
  g_assert_cmpuint (handovers->len, ==, 2);
  for (guint i = 0; i < handovers->len; i++)
    if (tend_handover_get (handovers->pdata[i])->to == new)
      g_assert_cmpstr (tend_handover_get (handovers->pdata[i])->moved, ==, "{\"follow-ups\":0,\"needs\":2,\"opportunities\":1}");
  pulses = list_rows (fixture, &tend_pulse_noun);
  g_assert_cmpuint (pulses->len, ==, 2);
  for (guint i = 0; i < pulses->len; i++)
    if (tend_pulse_get (pulses->pdata[i])->base.id != survey)
      restart = tend_pulse_get (pulses->pdata[i]);
  g_assert_cmpint (restart->score, ==, 4);
  g_assert_cmpint (restart->source, ==, TEND_PULSE_NEW_OWNER);
  g_assert_cmpint (restart->manager, ==, new);
  /* (30 × 40 + 20 × 0 + 15 × 30) / 65 */
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, 25);

  back = tend_revert_operation_new (tend_operation_get_batch (operation));
  g_assert_true (tend_book_apply (fixture->book, back, NULL, &error));
  g_assert_cmpint (manager_of (fixture, &tend_need_noun, need), ==, old);
  g_assert_cmpint (manager_of (fixture, &tend_need_noun, nobodys), ==, 0);
  g_assert_cmpint (manager_of (fixture, &tend_opportunity_noun, chance), ==, old);
  left = list_rows (fixture, &tend_pulse_noun);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (tend_account_get (fixture->live)->health, ==, 13);
}

static gboolean
is_of_day (Fixture *fixture)
{
  return g_strcmp0 (tend_account_get (fixture->live)->summary_day, "2026-11-25") == 0;
}

/* Opened again, with a main loop that runs over midnight. */
static void
watch_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->live);
  g_assert_finalize_object (fixture->book);
  fixture->book = tend_book_open (fixture->path, TEND_BOOK_WATCH, &error);
  g_assert_no_error (error);
  tend_book_set_clock (fixture->book, TEND_CLOCK (fixture->clock));
  fixture->live = load_account (fixture->book, fixture->account);
}

/* What is due on the 24th is overdue on the 25th, though nobody did anything. */
static void
test_midnight (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (NotifyCounter) overdue = NULL;

  add (fixture, &tend_invoice_noun, "issued_on", "2026-11-01", "due_on", "2026-11-24", "amount", "30000", NULL);
  tend_fake_clock_set (fixture->clock, "2026-11-24T23:59");
  tend_fake_clock_advance (fixture->clock, 59 * G_TIME_SPAN_SECOND + 500 * G_TIME_SPAN_MILLISECOND);
  watch_again (fixture);
  g_assert_cmpint (tend_account_get (fixture->live)->overdue, ==, 0);
  overdue = notify_counter_new (fixture->live, "notify::overdue");
  /* The alarm counts on by this computer's clock; the book asks the other one. */
  g_main_context_iteration (NULL, FALSE);
  tend_fake_clock_set (fixture->clock, "2026-11-25T00:00");
  wait_until (is_of_day (fixture));
  g_assert_cmpint (tend_account_get (fixture->live)->overdue, ==, 30000);
  g_assert_cmpuint (overdue->n, ==, 1);
  g_assert_cmpint (tend_account_get (fixture->live)->base.version, ==, 1);
}

/* The first start of a day; and what another process computed is told here too. */
static void
test_first_start (Fixture       *fixture,
                  gconstpointer  data)
{
  TendBook *second;

  add (fixture, &tend_invoice_noun, "issued_on", "2026-11-01", "due_on", "2026-11-24", "amount", "30000", NULL);
  watch_again (fixture);
  tend_fake_clock_set (fixture->clock, "2026-11-25T08:00");
  second = tend_book_open (fixture->path, TEND_BOOK_WATCH, NULL);
  tend_book_set_clock (second, TEND_CLOCK (fixture->clock));
  wait_until (is_of_day (fixture));
  g_assert_cmpint (tend_account_get (fixture->live)->overdue, ==, 30000);
  tend_book_close (second);
  wait_idle ();
  g_assert_finalize_object (second);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/situation/bare", test_bare },
    { "/situation/whole", test_whole },
    { "/situation/course", test_course },
    { "/situation/rules", test_rules },
    { "/situation/handed-over", test_handed_over },
    { "/situation/midnight", test_midnight },
    { "/situation/first-start", test_first_start },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
