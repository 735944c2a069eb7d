/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/book.h"
#include "core/entities/interaction.h"
#include "core/entities/need.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "support/rows.h"
#include "support/temp-book.h"

#define DAY G_TIME_SPAN_DAY
#define START G_GINT64_CONSTANT (1764590400000000) /* 2025-12-01 12:00 UTC */

typedef struct
{
  TendBook  *book;
  char      *path;
  GTimeZone *zone;
  TendId     account;
  TendId     other;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->zone = g_time_zone_new_identifier ("Europe/Berlin");
  fixture->account = tend_test_add_account (fixture->book, "Brauhaus", 0);
  fixture->other = tend_test_add_account (fixture->book, "Weber", 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_time_zone_unref (fixture->zone);
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendId
add_purchase (Fixture    *fixture,
              const char *bought_on)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) record = tend_purchase_record_new ();

  product->name = g_strdup ("Tap");
  record->account = fixture->account;
  record->product = tend_test_add (fixture->book, &product->base);
  record->bought_on = g_strdup (bought_on);
  return tend_test_add (fixture->book, &record->base);
}

/* @expected: pairs of kind and id, ended by a kind that is none. */
static void
assert_timeline (Fixture           *fixture,
                 TendTimelineKinds  kinds,
                 ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) entries = tend_book_list_timeline (fixture->book, fixture->account, kinds, fixture->zone, &error);
  va_list expected;
  guint n = 0;
  int kind;

  g_assert_no_error (error);
  va_start (expected, kinds);
  while ((kind = va_arg (expected, int)) >= 0)
    {
      const TendTimelineEntry *entry = &g_array_index (entries, TendTimelineEntry, n);

      g_assert_cmpuint (n++, <, entries->len);
      g_assert_cmpint (entry->kind, ==, kind);
      g_assert_cmpint (entry->id, ==, va_arg (expected, TendId));
    }
  va_end (expected);
  g_assert_cmpuint (entries->len, ==, n);
}

static void
test_newest_first (Fixture       *fixture,
                   gconstpointer  data)
{
  TendId old = tend_test_add_interaction (fixture->book, fixture->account, START);
  TendId late = tend_test_add_interaction (fixture->book, fixture->account, START + 20 * DAY);
  TendId pulse = tend_test_add_pulse (fixture->book, fixture->account, START + 10 * DAY);
  TendId bought = add_purchase (fixture, "2025-12-05");
  TendId without = add_purchase (fixture, NULL);

  tend_test_add_interaction (fixture->book, fixture->other, START + DAY);
  g_assert_cmpint (without, !=, 0);
  assert_timeline (fixture, TEND_TIMELINE_ALL, TEND_TIMELINE_INTERACTION, late, TEND_TIMELINE_PULSE, pulse,
                   TEND_TIMELINE_PURCHASE, bought, TEND_TIMELINE_INTERACTION, old, -1);
  assert_timeline (fixture, TEND_TIMELINE_CONTACT, TEND_TIMELINE_INTERACTION, late, TEND_TIMELINE_INTERACTION, old, -1);
  assert_timeline (fixture, TEND_TIMELINE_PURCHASES | TEND_TIMELINE_SATISFACTION, TEND_TIMELINE_PULSE, pulse,
                   TEND_TIMELINE_PURCHASE, bought, -1);
  assert_timeline (fixture, 0, -1);
}

/* A day is a day of the zone: on the last of a month it is not yet the next one's. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  TendId bought = add_purchase (fixture, "2025-12-01");
  g_autoptr (GArray) entries = tend_book_list_timeline (fixture->book, fixture->account, TEND_TIMELINE_PURCHASES,
                                                        fixture->zone, NULL);

  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (g_array_index (entries, TendTimelineEntry, 0).id, ==, bought);
  /* Midnight in Berlin is eleven at night in London; START is noon there. */
  g_assert_cmpint (g_array_index (entries, TendTimelineEntry, 0).at, ==, START - 13 * G_TIME_SPAN_HOUR);
}

static void
test_needs_and_follow_ups (Fixture       *fixture,
                           gconstpointer  data)
{
  TendId need = tend_test_add_need (fixture->book, fixture->account);
  TendId open = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Open", "2025-12-01");
  TendId dropped = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Dropped", "2025-12-01");
  TendId done = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Done", "2025-12-01");
  g_autoptr (TendOperation) settle = tend_settle_operation_new (&done, 1, TEND_SETTLE_DONE, 0, NULL);
  g_autoptr (TendOperation) drop = tend_settle_operation_new (&dropped, 1, TEND_SETTLE_DROP, 0, NULL);
  g_autoptr (TendNeedRecord) before = NULL;
  g_autoptr (TendNeedRecord) after = NULL;
  g_autoptr (TendOperation) resolve = NULL;
  g_autoptr (GPtrArray) found = tend_book_load (fixture->book, &tend_need_noun, &need, 1, NULL);

  g_assert_cmpint (open, !=, 0);
  assert_timeline (fixture, TEND_TIMELINE_ALL, TEND_TIMELINE_NEED_OPENED, need, -1);
  g_assert_true (tend_book_apply (fixture->book, settle, NULL, NULL));
  g_assert_true (tend_book_apply (fixture->book, drop, NULL, NULL));

  before = tend_need_record_copy (tend_need_get (found->pdata[0]));
  after = tend_need_record_copy (before);
  after->state = TEND_NEED_RESOLVED;
  after->resolved_at = g_get_real_time ();
  resolve = tend_edit_operation_new_update (&before->base, &after->base);
  g_assert_true (tend_book_apply (fixture->book, resolve, NULL, NULL));
  assert_timeline (fixture, TEND_TIMELINE_ALL, TEND_TIMELINE_NEED_RESOLVED, need, TEND_TIMELINE_FOLLOW_UP, done,
                   TEND_TIMELINE_NEED_OPENED, need, -1);
  assert_timeline (fixture, TEND_TIMELINE_NEEDS, TEND_TIMELINE_NEED_RESOLVED, need, TEND_TIMELINE_NEED_OPENED, need, -1);
}

static void
test_handovers (Fixture       *fixture,
                gconstpointer  data)
{
  TendId aylin = tend_test_add_manager (fixture->book, "Aylin", 0);
  g_autoptr (TendOperation) reassign = tend_reassign_operation_new (&fixture->account, 1, aylin, TEND_REASSIGN_DEFAULT, NULL);
  g_autoptr (TendOperation) undo = NULL;
  g_autoptr (GArray) entries = NULL;

  g_assert_true (tend_book_apply (fixture->book, reassign, NULL, NULL));
  entries = tend_book_list_timeline (fixture->book, fixture->account, TEND_TIMELINE_HANDOVERS, fixture->zone, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (g_array_index (entries, TendTimelineEntry, 0).kind, ==, TEND_TIMELINE_HANDOVER);

  /* One that was taken back did not happen. */
  undo = tend_revert_operation_new (tend_operation_get_batch (reassign));
  g_assert_true (tend_book_apply (fixture->book, undo, NULL, NULL));
  assert_timeline (fixture, TEND_TIMELINE_HANDOVERS, -1);
}

static void
test_nouns (void)
{
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_INTERACTION) == &tend_interaction_noun);
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_FOLLOW_UP) == &tend_follow_up_noun);
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_NEED_OPENED) == &tend_need_noun);
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_NEED_RESOLVED) == &tend_need_noun);
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_PURCHASE) == &tend_purchase_noun);
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_PULSE) == &tend_pulse_noun);
  g_assert_true (tend_timeline_noun (TEND_TIMELINE_HANDOVER) == &tend_handover_noun);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/timeline/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("newest-first", test_newest_first);
  ADD ("days", test_days);
  ADD ("needs-and-follow-ups", test_needs_and_follow_ups);
  ADD ("handovers", test_handovers);
#undef ADD
  g_test_add_func ("/timeline/nouns", test_nouns);
  return g_test_run ();
}
