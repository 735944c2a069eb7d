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

typedef struct
{
  TendBook      *book;
  char          *path;
  TendFakeClock *clock;
  TendId         account;
  TendId         other;
  TendId         product;
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

/* Adds a row: pairs of field and value, NULL at the end. */
static TendId G_GNUC_NULL_TERMINATED
add (Fixture        *fixture,
     const TendNoun *noun,
     TendId          account,
     ...)
{
  g_autoptr (TendRecord) record = tend_record_new (noun);
  const char *field;
  va_list pairs;

  if (account != 0)
    tend_record_set_int (record, tend_noun_get_field (noun, "account"), account);
  va_start (pairs, account);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      tend_record_parse (record, tend_noun_get_field (noun, field), va_arg (pairs, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (pairs);
  return tend_test_add (fixture->book, record);
}

static char *
id_text (TendId id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->clock = tend_fake_clock_new ("2026-11-24T10:00", "Europe/Berlin");
  tend_book_set_clock (fixture->book, TEND_CLOCK (fixture->clock));
  fixture->product = add (fixture, &tend_product_noun, 0, "name", "Pump", NULL);
  fixture->account = add (fixture, &tend_account_noun, 0, "name", "Brauhaus", "tier", "A", NULL);
  fixture->other = add (fixture, &tend_account_noun, 0, "name", "Weber", NULL);
  fixture->live = load_account (fixture->book, fixture->account);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_check (fixture->book);
  g_object_unref (fixture->live);
  tend_temp_book_free (fixture->book, fixture->path);
  g_object_unref (fixture->clock);
}

static const TendAccountRecord *
now (Fixture *fixture)
{
  return tend_account_get (fixture->live);
}

static void
assert_instant (TendInstant  instant,
                const char  *wall)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *text = NULL;
  TendWall found;

  if (instant != 0)
    {
      tend_wall_from_instant (&found, instant, zone);
      text = tend_wall_to_string (&found);
    }
  g_assert_cmpstr (text, ==, wall);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TendOperation) operation = tend_revert_operation_new (tend_book_find_undo (fixture->book, NULL));

  tend_book_apply (fixture->book, operation, NULL, &error);
  g_assert_no_error (error);
}

/* An account with nothing has no health, which is not the worst. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  const TendAccountRecord *account = now (fixture);

  g_assert_cmpint (account->health, ==, -1);
  g_assert_cmpint (account->health_band, ==, TEND_BAND_UNKNOWN);
  g_assert_null (account->band_fell_on);
  g_assert_cmpint (account->quiet_from, ==, 0);
  g_assert_cmpint (account->focus, ==, 0);
  g_assert_cmpint (account->base.version, ==, 1);
  g_assert_cmpstr (account->summary_day, ==, "2026-11-24");
}

static void
test_contact (Fixture       *fixture,
              gconstpointer  data)
{
  const TendNoun *noun = &tend_interaction_noun;

  tend_test_set (fixture->book, &tend_account_noun, fixture->account, "customer_since", "2026-11-01");
  assert_instant (now (fixture)->quiet_from, "2026-11-15T00:00");
  assert_instant (now (fixture)->quiet_red_from, "2026-11-22T00:00");
  g_assert_cmpint (now (fixture)->health, ==, -1);
  g_assert_cmpint (now (fixture)->focus, ==, TEND_HAT_SERVICE + 1);

  /* Neither what was one-way nor what is still to come. */
  add (fixture, noun, fixture->account, "summary", "Mailed", "at", "2026-11-20T09:00:00Z", "two_way", "no", NULL);
  add (fixture, noun, fixture->account, "summary", "To meet", "at", "2026-11-26T09:00:00Z", "two_way", "yes", NULL);
  add (fixture, noun, fixture->other, "summary", "Another", "at", "2026-11-23T09:00:00Z", "two_way", "yes", NULL);
  g_assert_cmpint (now (fixture)->last_contact, ==, 0);
  add (fixture, noun, fixture->account, "summary", "Called", "at", "2026-11-03T22:30:00Z", "two_way", "yes", NULL);
  assert_instant (now (fixture)->last_contact, "2026-11-03T23:30");
  assert_instant (now (fixture)->quiet_from, "2026-11-17T00:00");
  g_assert_cmpint (now (fixture)->health, ==, 75);
  add (fixture, noun, fixture->account, "summary", "Met", "at", "2026-11-23T23:30:00Z", "two_way", "yes", NULL);
  assert_instant (now (fixture)->last_contact, "2026-11-24T00:30");
  assert_instant (now (fixture)->quiet_from, "2026-12-08T00:00");
  assert_instant (now (fixture)->quiet_red_from, "2026-12-15T00:00");
  g_assert_cmpint (now (fixture)->health, ==, 100);
  g_assert_cmpint (now (fixture)->focus, ==, 0);

  undo (fixture);
  assert_instant (now (fixture)->last_contact, "2026-11-03T23:30");
  g_assert_cmpint (now (fixture)->health, ==, 75);
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  TendId id;

  add (fixture, &tend_interaction_noun, fixture->account, "summary", "Called", "at", "2026-11-01T09:00:00Z", "two_way", "yes", NULL);
  assert_instant (now (fixture)->quiet_from, "2026-11-15T00:00");

  /* One's own work holds nothing, what is promised to the client does. */
  id = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Tidy the file", "2026-11-27T11:00");
  assert_instant (now (fixture)->quiet_from, "2026-11-15T00:00");
  assert_instant (now (fixture)->next_follow_up, "2026-11-27T11:00");
  tend_test_set (fixture->book, &tend_follow_up_noun, id, "promised", "yes");
  assert_instant (now (fixture)->quiet_from, "2026-11-27T00:00");
  assert_instant (now (fixture)->quiet_red_from, "2026-11-27T00:00");
  tend_test_set (fixture->book, &tend_account_noun, fixture->account, "status", "paused");
  g_assert_cmpint (now (fixture)->quiet_from, ==, 0);
}

static void
settle (Fixture       *fixture,
        TendId         follow_up,
        TendSettleAct  act,
        const char    *until)
{
  g_autoptr (GDateTime) end = until != NULL ? g_date_time_new_from_iso8601 (until, NULL) : NULL;
  g_autoptr (TendOperation) operation = tend_settle_operation_new (&follow_up, 1, act,
                                                                   end != NULL ? g_date_time_to_unix_usec (end) : 0, NULL);
  g_autoptr (GError) error = NULL;

  tend_book_apply (fixture->book, operation, NULL, &error);
  g_assert_no_error (error);
}

/* What is put off does not ask before the end of that; its due date stays where it is, and comes back with the end. */
static void
test_snoozed (Fixture       *fixture,
              gconstpointer  data)
{
  TendId late = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Call", "2026-11-20T11:00");

  assert_instant (now (fixture)->next_follow_up, "2026-11-20T11:00");
  settle (fixture, late, TEND_SETTLE_SNOOZE, "2026-11-30T09:00:00+01:00");
  assert_instant (now (fixture)->next_follow_up, "2026-11-30T09:00");
  /* Another one asks before. */
  tend_test_add_follow_up (fixture->book, fixture->account, 0, "Write", "2026-11-27T11:00");
  assert_instant (now (fixture)->next_follow_up, "2026-11-27T11:00");
  settle (fixture, late, TEND_SETTLE_DROP, NULL);
  settle (fixture, late, TEND_SETTLE_REOPEN, NULL);
  assert_instant (now (fixture)->next_follow_up, "2026-11-20T11:00");
  /* A reminder that comes before it is due changes nothing. */
  tend_test_set (fixture->book, &tend_follow_up_noun, late, "due_wall", "2026-11-25T15:00");
  settle (fixture, late, TEND_SETTLE_SNOOZE, "2026-11-25T09:00:00+01:00");
  assert_instant (now (fixture)->next_follow_up, "2026-11-25T15:00");
}

static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  TendId urgent;

  add (fixture, &tend_need_noun, fixture->account, "title", "Leaks", "kind", "fault", "priority", "normal", NULL);
  g_assert_cmpint (now (fixture)->open_needs, ==, 1);
  g_assert_cmpint (now (fixture)->health, ==, 80);
  g_assert_cmpint (now (fixture)->focus, ==, 0);
  urgent = add (fixture, &tend_need_noun, fixture->account, "title", "Stands still", "kind", "fault", "priority", "urgent",
                "promised_for", "2026-11-24", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 20);
  g_assert_cmpint (now (fixture)->focus, ==, 0);
  g_assert_cmpint (now (fixture)->health_band, ==, TEND_BAND_AT_RISK);
  tend_test_set (fixture->book, &tend_need_noun, urgent, "promised_for", "2026-11-23");
  g_assert_cmpint (now (fixture)->health, ==, 0);
  g_assert_cmpint (now (fixture)->focus, ==, TEND_HAT_TECHNICAL + 1);
  g_assert_cmpint (now (fixture)->base.version, ==, 1);
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *product = id_text (fixture->product);

  add (fixture, &tend_purchase_noun, fixture->account, "product", product, "yearly_value", "120000", "bought_on", "2024-01-01",
       "renews_on", "2026-12-20", "fit", "fits", NULL);
  add (fixture, &tend_purchase_noun, fixture->account, "product", product, "yearly_value", "50000", "bought_on", "2024-01-01",
       "ends_on", "2026-11-23", NULL);
  add (fixture, &tend_purchase_noun, fixture->account, "product", product, "yearly_value", "70000", "bought_on", "2026-11-25",
       "renews_on", "2026-12-10", "ends_on", "2026-12-10", NULL);
  g_assert_cmpint (now (fixture)->yearly_value, ==, 120000);
  g_assert_cmpstr (now (fixture)->next_renewal, ==, "2026-12-20");
  g_assert_cmpint (now (fixture)->focus, ==, TEND_HAT_SALES + 1);
  /* It fits: 100; 1700 a year ago, 1200 now, −29.4 %: 28.8. */
  g_assert_cmpint (now (fixture)->health, ==, 64);

  add (fixture, &tend_invoice_noun, fixture->account, "issued_on", "2026-10-01", "due_on", "2026-10-31", "amount", "30000", "paid", "10000", NULL);
  add (fixture, &tend_invoice_noun, fixture->account, "issued_on", "2026-11-01", "amount", "5000", NULL);
  add (fixture, &tend_invoice_noun, fixture->account, "issued_on", "2026-11-20", "due_on", "2026-12-20", "amount", "7000", NULL);
  add (fixture, &tend_invoice_noun, fixture->account, "issued_on", "2026-09-20", "due_on", "2026-10-20", "amount", "9000", "paid", "9000", NULL);
  add (fixture, &tend_invoice_noun, fixture->account, "issued_on", "2026-11-21", "amount", "-1000", NULL);
  g_assert_cmpint (now (fixture)->balance, ==, 20000 + 5000 + 7000 - 1000);
  g_assert_cmpint (now (fixture)->overdue, ==, 25000 - 1000);
  g_assert_cmpstr (now (fixture)->overdue_since, ==, "2026-10-31");
  g_assert_cmpint (now (fixture)->health, ==, 60);

  /* A payment that names no invoice pays the oldest, and what is left of it the next. */
  add (fixture, &tend_invoice_noun, fixture->account, "issued_on", "2026-11-22", "paid", "20000", NULL);
  g_assert_cmpint (now (fixture)->balance, ==, 20000 + 5000 + 7000 - 1000 - 20000);
  g_assert_cmpint (now (fixture)->overdue, ==, 4000);
  g_assert_cmpstr (now (fixture)->overdue_since, ==, "2026-11-01");
}

static void
test_pulses (Fixture       *fixture,
             gconstpointer  data)
{
  const TendNoun *noun = &tend_pulse_noun;

  add (fixture, noun, fixture->account, "at", "2026-11-20T09:00:00Z", "score", "9", "source", "impression", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 90);
  /* An older one says nothing; a new owner starts again; a survey stands beside it. */
  add (fixture, noun, fixture->account, "at", "2026-11-19T09:00:00Z", "score", "1", "source", "impression", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 90);
  add (fixture, noun, fixture->account, "at", "2026-11-23T09:00:00Z", "score", "4", "source", "new-owner", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 40);
  add (fixture, noun, fixture->account, "at", "2026-02-23T09:00:00Z", "score", "10", "source", "survey", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 60);
}

/* A fall is told from the days before: within a day there is none. */
static void
test_fall (Fixture       *fixture,
           gconstpointer  data)
{
  const TendNoun *noun = &tend_pulse_noun;

  add (fixture, noun, fixture->account, "at", "2026-11-24T08:00:00Z", "score", "9", "source", "impression", NULL);
  add (fixture, noun, fixture->account, "at", "2026-11-24T08:30:00Z", "score", "7", "source", "impression", NULL);
  g_assert_null (now (fixture)->band_fell_on);
  tend_fake_clock_set (fixture->clock, "2026-11-27T10:00");
  add (fixture, noun, fixture->account, "at", "2026-11-27T08:00:00Z", "score", "5", "source", "impression", NULL);
  g_assert_cmpint (now (fixture)->health_band, ==, TEND_BAND_WATCH);
  g_assert_cmpstr (now (fixture)->band_fell_on, ==, "2026-11-27");
  g_assert_cmpstr (now (fixture)->summary_day, ==, "2026-11-27");
  g_assert_cmpint (now (fixture)->focus, ==, TEND_HAT_SERVICE + 1);

  /* Taken back, it never happened: no old summary comes back, and none stays. */
  undo (fixture);
  g_assert_cmpint (now (fixture)->health, ==, 70);
  g_assert_null (now (fixture)->band_fell_on);
  tend_fake_clock_set (fixture->clock, "2026-11-28T10:00");
  add (fixture, &tend_interaction_noun, fixture->account, "summary", "Note", "kind", "note", "at", "2026-11-28T08:00:00Z", NULL);
  g_assert_null (now (fixture)->band_fell_on);
}

/* A clock that was wrong leaves nothing behind. */
static void
test_clock_back (Fixture       *fixture,
                 gconstpointer  data)
{
  const TendNoun *noun = &tend_pulse_noun;

  tend_fake_clock_set (fixture->clock, "2036-11-24T10:00");
  add (fixture, noun, fixture->account, "at", "2036-11-24T08:00:00Z", "score", "9", "source", "impression", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 90);
  tend_fake_clock_set (fixture->clock, "2026-11-24T10:00");
  add (fixture, noun, fixture->account, "at", "2026-11-24T08:00:00Z", "score", "3", "source", "impression", NULL);
  g_assert_cmpint (now (fixture)->health, ==, 30);
  g_assert_cmpstr (now (fixture)->summary_day, ==, "2026-11-24");
  g_assert_null (now (fixture)->band_fell_on);
}

/* Summaries raise no version, stand in no journal, and still every view learns of them. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NotifyCounter) health = notify_counter_new (fixture->live, "notify::health");
  g_autoptr (NotifyCounter) balance = notify_counter_new (fixture->live, "notify::balance");
  g_autoptr (GPtrArray) changes = NULL;

  add (fixture, &tend_pulse_noun, fixture->account, "at", "2026-11-20T09:00:00Z", "score", "9", "source", "impression", NULL);
  g_assert_cmpuint (health->n, ==, 1);
  g_assert_cmpuint (balance->n, ==, 0);
  g_assert_cmpint (now (fixture)->base.version, ==, 1);
  changes = tend_book_list_changes (fixture->book, 0, FALSE, 0, 2, NULL);
  g_assert_true (((TendChange *) changes->pdata[0])->noun == &tend_pulse_noun);
  g_assert_null (((TendChange *) changes->pdata[1])->noun);
}

/* Deleted and brought back, it stands as it stood. */
static void
test_brought_back (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TendOperation) operation = tend_edit_operation_new_delete (&tend_account_noun, &fixture->account, 1);
  const TendNoun *noun = &tend_pulse_noun;

  add (fixture, noun, fixture->account, "at", "2026-11-24T08:00:00Z", "score", "9", "source", "impression", NULL);
  tend_fake_clock_set (fixture->clock, "2026-11-27T10:00");
  add (fixture, noun, fixture->account, "at", "2026-11-27T08:00:00Z", "score", "5", "source", "impression", NULL);
  g_assert_cmpstr (now (fixture)->band_fell_on, ==, "2026-11-27");
  g_assert_true (tend_book_apply (fixture->book, operation, NULL, NULL));
  undo (fixture);
  g_assert_cmpint (now (fixture)->health, ==, 50);
  g_assert_cmpstr (now (fixture)->band_fell_on, ==, "2026-11-27");
}

/* What a hand with a SQLite tool broke is found, and mended. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *command = NULL;
  int status;

  add (fixture, &tend_pulse_noun, fixture->account, "at", "2026-11-20T09:00:00Z", "score", "9", "source", "impression", NULL);
  command = g_strdup_printf ("sqlite3 '%s' \"UPDATE account SET health = 12, focus = 'sales', balance = 5 WHERE name = 'Brauhaus'\"",
                             fixture->path);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  faults = tend_book_check (fixture->book, FALSE, NULL);
  g_assert_cmpuint (faults->len, ==, 3);
  for (guint i = 0; i < faults->len; i++)
    {
      TendFault *fault = faults->pdata[i];

      g_assert_cmpstr (fault->invariant, ==, "summary");
      g_assert_cmpint (fault->id, ==, fixture->account);
      g_assert_true (g_strv_contains ((const char *const[]) { "health", "focus", "balance", NULL }, fault->detail));
    }
  g_clear_pointer (&faults, g_ptr_array_unref);
  faults = tend_book_check (fixture->book, TRUE, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/summary/nothing", test_nothing },
    { "/summary/contact", test_contact },
    { "/summary/held", test_held },
    { "/summary/snoozed", test_snoozed },
    { "/summary/needs", test_needs },
    { "/summary/money", test_money },
    { "/summary/pulses", test_pulses },
    { "/summary/fall", test_fall },
    { "/summary/clock-back", test_clock_back },
    { "/summary/told", test_told },
    { "/summary/brought-back", test_brought_back },
    { "/summary/check", test_check },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
