/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/book.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/rules/renewal.h"
#include "support/fake-clock.h"
#include "support/rows.h"
#include "support/temp-book.h"

#define TODAY 20000
#define NONE TEND_DAY_NONE

static void
test_rule (void)
{
  static const struct { TendDay renews, ends; int notice; TendDay lead, due; } table[] = {
    { NONE, NONE, 30, NONE, NONE },
    { TODAY + 200, NONE, 30, TODAY + 80, TODAY + 80 },
    { TODAY + 121, NONE, 30, TODAY + 1, TODAY + 1 },
    { TODAY + 120, NONE, 30, TODAY, TODAY },
    { TODAY + 119, NONE, 30, TODAY - 1, TODAY },
    { TODAY + 1, NONE, 30, TODAY - 119, TODAY },
    { TODAY, NONE, 0, TODAY - 90, TODAY },
    { TODAY - 1, NONE, 0, TODAY - 91, NONE },
    { TODAY + 200, TODAY + 200, 30, NONE, NONE },
    { TODAY + 200, TODAY + 100, 30, NONE, NONE },
    { TODAY + 200, TODAY + 201, 30, TODAY + 80, TODAY + 80 },
  };
  TendRules rules;

  tend_rules_init (&rules);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpint (tend_renewal_lead_day (&rules, table[i].renews, table[i].ends, table[i].notice), ==, table[i].lead);
      g_assert_cmpint (tend_renewal_follow_up (&rules, table[i].renews, table[i].ends, table[i].notice, TODAY), ==, table[i].due);
    }
}

typedef struct
{
  TendBook      *book;
  char          *path;
  TendFakeClock *clock;
  TendId         account;
  TendId         product;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TendRecord) product = tend_record_new (&tend_product_noun);

  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->clock = tend_fake_clock_new ("2026-11-24T10:00", "Europe/Berlin");
  tend_book_set_clock (fixture->book, TEND_CLOCK (fixture->clock));
  fixture->account = tend_test_add_account (fixture->book, "Brauhaus", 0);
  tend_record_set_text (product, tend_noun_get_field (&tend_product_noun, "name"), "Pump care");
  fixture->product = tend_test_add (fixture->book, product);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_check (fixture->book);
  tend_temp_book_free (fixture->book, fixture->path);
  g_object_unref (fixture->clock);
}

static TendId
add_purchase (Fixture    *fixture,
              const char *renews_on)
{
  g_autoptr (TendPurchaseRecord) record = tend_purchase_record_new ();

  record->account = fixture->account;
  record->product = fixture->product;
  record->renews_on = g_strdup (renews_on);
  record->notice_days = 30;
  return tend_test_add (fixture->book, &record->base);
}

/* The follow-ups as one line each: "title due state", sorted by age. */
static char *
follow_ups (Fixture *fixture)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_follow_up_noun);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  tend_query_set_sort (query, "newest", FALSE);
  found = tend_book_find (fixture->book, query, NULL);
  for (guint i = found->len; i > 0; i--)
    {
      const TendFollowUpRecord *record = tend_follow_up_get (found->pdata[i - 1]);

      g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? ", " : "", record->title, record->due_wall,
                              tend_follow_up_states[record->state]);
      g_assert_cmpint (record->account, ==, fixture->account);
      g_assert_cmpint (record->hat, ==, TEND_HAT_SALES);
      g_assert_true ((record->purchase != 0) != (record->opportunity != 0));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define assert_follow_ups(fixture, expected) G_STMT_START { \
    g_autofree char *_found = follow_ups (fixture); g_assert_cmpstr (_found, ==, expected); } G_STMT_END

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TendOperation) operation = tend_revert_operation_new (tend_book_find_undo (fixture->book, NULL));

  tend_book_apply (fixture->book, operation, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TendOperation) operation = tend_revert_operation_new (tend_book_find_redo (fixture->book, NULL));

  tend_book_apply (fixture->book, operation, NULL, &error);
  g_assert_no_error (error);
}

static void
test_purchase (Fixture       *fixture,
               gconstpointer  data)
{
  const TendNoun *noun = &tend_purchase_noun;
  TendId id = add_purchase (fixture, "2027-06-30");

  assert_follow_ups (fixture, "Pump care 2027-03-02 open");
  undo (fixture);
  assert_follow_ups (fixture, "");
  redo (fixture);
  assert_follow_ups (fixture, "Pump care 2027-03-02 open");

  /* It goes with the date, and what concerns no date leaves it alone. */
  tend_test_set (fixture->book, noun, id, "renews_on", "2027-07-31");
  assert_follow_ups (fixture, "Pump care 2027-04-02 open");
  undo (fixture);
  assert_follow_ups (fixture, "Pump care 2027-03-02 open");
  tend_test_set (fixture->book, noun, id, "notice_days", "60");
  assert_follow_ups (fixture, "Pump care 2027-01-31 open");
  tend_test_set (fixture->book, noun, id, "fit_note", "Too loud");
  assert_follow_ups (fixture, "Pump care 2027-01-31 open");

  /* What ends does not renew. */
  tend_test_set (fixture->book, noun, id, "ends_on", "2027-06-30");
  assert_follow_ups (fixture, "Pump care 2027-01-31 dropped");
  undo (fixture);
  assert_follow_ups (fixture, "Pump care 2027-01-31 open");
  tend_test_set (fixture->book, noun, id, "renews_on", "");
  assert_follow_ups (fixture, "Pump care 2027-01-31 dropped");
  /* The next one is a new one. */
  tend_test_set (fixture->book, noun, id, "renews_on", "2028-06-30");
  assert_follow_ups (fixture, "Pump care 2027-01-31 dropped, Pump care 2028-02-01 open");
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  TendId late;

  add_purchase (fixture, NULL);
  add_purchase (fixture, "2026-11-23");
  assert_follow_ups (fixture, "");
  late = add_purchase (fixture, "2026-12-31");
  assert_follow_ups (fixture, "Pump care 2026-11-24 open");
  /* Made for the day on which it was late, it still goes with the date. */
  tend_fake_clock_set (fixture->clock, "2026-11-26T10:00");
  tend_test_set (fixture->book, &tend_purchase_noun, late, "renews_on", "2027-12-31");
  assert_follow_ups (fixture, "Pump care 2027-09-02 open");
}

/* What a person has made her own stays hers. */
static void
test_touched (Fixture       *fixture,
              gconstpointer  data)
{
  TendId id = add_purchase (fixture, "2027-06-30");
  g_autoptr (TendQuery) query = tend_query_new (&tend_follow_up_noun);
  g_autoptr (GArray) ids = tend_book_list (fixture->book, query, NULL);

  tend_test_set (fixture->book, &tend_follow_up_noun, g_array_index (ids, TendId, 0), "due_wall", "2027-02-01");
  tend_test_set (fixture->book, &tend_purchase_noun, id, "renews_on", "2027-07-31");
  assert_follow_ups (fixture, "Pump care 2027-02-01 open");
  tend_test_set (fixture->book, &tend_purchase_noun, id, "renews_on", "");
  assert_follow_ups (fixture, "Pump care 2027-02-01 open");
}

/* Deleted with its purchase, and brought back as one. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  TendId id = add_purchase (fixture, "2027-06-30");

  tend_test_delete (fixture->book, &tend_purchase_noun, id);
  assert_follow_ups (fixture, "");
  undo (fixture);
  assert_follow_ups (fixture, "Pump care 2027-03-02 open");
}

static void
test_opportunity (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TendOpportunityRecord) record = tend_opportunity_record_new ();
  g_autoptr (TendOpportunityRecord) doubled = tend_opportunity_record_new ();
  TendId id;

  record->account = fixture->account;
  record->title = g_strdup ("Pump care again");
  record->kind = TEND_OPPORTUNITY_UPSELL;
  record->close_on = g_strdup ("2027-06-30");
  id = tend_test_add (fixture->book, &record->base);
  assert_follow_ups (fixture, "");
  tend_test_set (fixture->book, &tend_opportunity_noun, id, "kind", "renewal");
  assert_follow_ups (fixture, "Pump care again 2027-04-01 open");
  tend_test_set (fixture->book, &tend_opportunity_noun, id, "close_on", "2027-07-30");
  assert_follow_ups (fixture, "Pump care again 2027-05-01 open");
  tend_test_set (fixture->book, &tend_opportunity_noun, id, "stage", "won");
  assert_follow_ups (fixture, "Pump care again 2027-05-01 dropped");

  /* Its purchase has one already. */
  doubled->account = fixture->account;
  doubled->title = g_strdup ("Twice");
  doubled->kind = TEND_OPPORTUNITY_RENEWAL;
  doubled->close_on = g_strdup ("2027-06-30");
  doubled->purchase = add_purchase (fixture, "2027-06-30");
  tend_test_add (fixture->book, &doubled->base);
  assert_follow_ups (fixture, "Pump care again 2027-05-01 dropped, Pump care 2027-03-02 open");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/renewal/purchase", test_purchase },
    { "/renewal/dates", test_dates },
    { "/renewal/touched", test_touched },
    { "/renewal/deleted", test_deleted },
    { "/renewal/opportunity", test_opportunity },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renewal/rule", test_rule);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
