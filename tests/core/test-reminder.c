/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/book.h"
#include "core/reminders/reminder.h"
#include "support/fake-clock.h"
#include "support/fake-timer.h"
#include "support/temp-book.h"
#include "support/wait.h"

#define BERLIN "Europe/Berlin"

/* A book with one account, a clock, a reminder, and what it said. */
typedef struct
{
  char *path;
  TendBook *book;
  TendFakeClock *clock;
  TendReminder *reminder;
  TendId account;

  gboolean confirm;
  guint n_due;      /* times that something was due */
  GArray *due;      /* what it was the last time */
  gboolean digest;
  GArray *withdrawn;
  guint n_withdrawn_digests;
  guint n_failed;
} Fixture;

/* Every scan ends with setting the timer. */
static void
wait_for_scan (guint since)
{
  wait_until (fake_timer_get_count () > since);
  wait_idle ();
}

/* --- the book */

static TendId
apply (TendBook      *book,
       TendOperation *operation)
{
  g_autoptr(TendOperation) owned = operation;
  g_autoptr(GError) error = NULL;

  tend_book_apply (book, operation, NULL, &error);
  g_assert_no_error (error);
  return TEND_IS_EDIT_OPERATION (owned) ? tend_edit_operation_get_id (TEND_EDIT_OPERATION (owned)) : 0;
}

static TendId
add_manager (Fixture    *f,
             const char *name)
{
  g_autoptr(TendManagerRecord) record = tend_manager_record_new ();

  record->name = g_strdup (name);
  return apply (f->book, tend_edit_operation_new_create (&record->base));
}

static TendId
add_account (Fixture *f,
             TendId   owner)
{
  g_autoptr(TendAccountRecord) record = tend_account_record_new ();

  record->name = g_strdup ("Nordlicht GmbH");
  record->owner = owner;
  return apply (f->book, tend_edit_operation_new_create (&record->base));
}

static TendId
add_for (Fixture    *f,
         const char *wall,
         TendId      manager)
{
  g_autoptr(TendFollowUpRecord) record = tend_follow_up_record_new ();

  record->account = f->account;
  record->manager = manager;
  record->title = g_strdup_printf ("Call at %s", wall);
  record->due_wall = g_strdup (wall);
  record->due_zone = g_strdup (BERLIN);
  record->lead = TEND_LEAD_AT_TIME;
  return apply (f->book, tend_edit_operation_new_create (&record->base));
}

static TendId
add (Fixture    *f,
     const char *wall)
{
  return add_for (f, wall, 0);
}

static void
settle (TendBook      *book,
        TendId         follow_up,
        TendSettleAct  act,
        TendInstant    until)
{
  apply (book, tend_settle_operation_new (&follow_up, 1, act, until, NULL));
}

static TendInstant
reminded_at (Fixture *f,
             TendId   follow_up)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = tend_book_load (f->book, &tend_follow_up_noun, &follow_up, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  return tend_follow_up_get (g_ptr_array_index (rows, 0))->reminded_at;
}

/* --- what the reminder says */

static gboolean
has (GArray *ids,
     TendId  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, TendId, i) == id)
      return TRUE;

  return FALSE;
}

static void
on_due (TendReminder *reminder,
        GPtrArray    *follow_ups,
        gboolean      digest,
        Fixture      *f)
{
  f->n_due++;
  f->digest = digest;
  g_array_set_size (f->due, 0);
  for (guint i = 0; i < follow_ups->len; i++)
    {
      TendId id = tend_entity_get_id (g_ptr_array_index (follow_ups, i));

      g_assert_false (has (f->due, id));
      g_array_append_val (f->due, id);
    }

  if (f->confirm)
    tend_reminder_confirm (reminder);
}

static void
on_withdraw (TendReminder *reminder,
             TendId        follow_up,
             Fixture      *f)
{
  g_array_append_val (f->withdrawn, follow_up);
}

static void
on_withdraw_digest (TendReminder *reminder,
                    Fixture      *f)
{
  f->n_withdrawn_digests++;
}

static void
on_failed (TendReminder *reminder,
           GError       *error,
           Fixture      *f)
{
  f->n_failed++;
}

static TendReminder *
make_reminder (Fixture  *f,
               TendBook *book,
               TendId    manager)
{
  TendReminder *reminder = tend_reminder_new (book, manager, TEND_CLOCK (f->clock));

  g_signal_connect (reminder, "due", G_CALLBACK (on_due), f);
  g_signal_connect (reminder, "withdraw", G_CALLBACK (on_withdraw), f);
  g_signal_connect (reminder, "withdraw-digest", G_CALLBACK (on_withdraw_digest), f);
  g_signal_connect (reminder, "failed", G_CALLBACK (on_failed), f);
  return reminder;
}

/* Starts it and waits for its first look at the book. */
static void
start (Fixture *f,
       TendId   manager)
{
  guint count = fake_timer_get_count ();

  f->reminder = make_reminder (f, f->book, manager);
  tend_reminder_start (f->reminder);
  g_assert_false (tend_reminder_get_active (f->reminder));
  wait_for_scan (count);
  g_assert_true (tend_reminder_get_active (f->reminder));
}

static void
rescan (Fixture *f)
{
  guint count = fake_timer_get_count ();

  tend_reminder_rescan (f->reminder);
  wait_for_scan (count);
}

static void
go_to (Fixture    *f,
       const char *wall)
{
  guint count = fake_timer_get_count ();

  tend_fake_clock_set (f->clock, wall);
  fake_timer_ring ();
  wait_for_scan (count);
}

/* What it has asked of the book holds it until that is answered. */
static void
end_reminder (TendReminder *reminder)
{
  gpointer left = reminder;

  g_object_add_weak_pointer (G_OBJECT (reminder), &left);
  tend_reminder_stop (reminder);
  g_object_unref (reminder);
  wait_until (left == NULL);
}

static void
stop (Fixture *f)
{
  end_reminder (g_steal_pointer (&f->reminder));
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->book = tend_temp_book_new (&f->path);
  f->clock = tend_fake_clock_new ("2026-12-03T14:00", BERLIN);
  f->due = g_array_new (FALSE, FALSE, sizeof (TendId));
  f->withdrawn = g_array_new (FALSE, FALSE, sizeof (TendId));
  f->confirm = TRUE;
  f->account = add_account (f, 0);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_cmpuint (f->n_failed, ==, 0);
  if (f->reminder != NULL)
    stop (f);
  g_array_unref (f->due);
  g_array_unref (f->withdrawn);
  g_assert_finalize_object (f->clock);
  tend_temp_book_free (f->book, f->path);
}

/* --- tests */

static void
test_due (Fixture       *f,
          gconstpointer  data)
{
  TendId id = add (f, "2026-12-03T15:00");
  gint64 away;

  start (f, 0);
  g_assert_cmpuint (f->n_due, ==, 0);
  g_assert_true (fake_timer_get_proper ());
  /* The clock of the test stands an hour before; a minute is for slow machines. */
  away = fake_timer_get_at () - g_get_real_time ();
  g_assert_cmpint (away, <=, G_TIME_SPAN_HOUR);
  g_assert_cmpint (away, >, G_TIME_SPAN_HOUR - G_TIME_SPAN_MINUTE);

  go_to (f, "2026-12-03T14:59");
  g_assert_cmpuint (f->n_due, ==, 0);

  go_to (f, "2026-12-03T15:00");
  wait_until (f->n_due == 1 && reminded_at (f, id) != 0);
  g_assert_cmpuint (f->due->len, ==, 1);
  g_assert_true (has (f->due, id));
  g_assert_false (f->digest);

  rescan (f);
  go_to (f, "2026-12-04T09:00");
  g_assert_cmpuint (f->n_due, ==, 1);
  g_assert_cmpint (fake_timer_get_at (), ==, 0);
  g_assert_cmpuint (f->withdrawn->len, ==, 0);
}

static void
test_missed (Fixture       *f,
             gconstpointer  data)
{
  TendId late = add (f, "2026-12-01T10:00");
  TendId later = add (f, "2026-11-30T10:00");

  start (f, 0);
  wait_until (f->n_due == 1);
  g_assert_cmpuint (f->due->len, ==, 2);
  /* The earliest first. */
  g_assert_cmpint (g_array_index (f->due, TendId, 0), ==, later);
  g_assert_cmpint (g_array_index (f->due, TendId, 1), ==, late);
}

/* Setting the clock, or waking from a suspend, cancels the timer. */
static void
test_clock_set (Fixture       *f,
                gconstpointer  data)
{
  guint count;

  add (f, "2026-12-03T15:00");
  start (f, 0);
  count = fake_timer_get_count ();
  tend_fake_clock_set (f->clock, "2026-12-03T18:00");
  fake_timer_set_clock ();
  wait_for_scan (count);
  wait_until (f->n_due == 1);
}

static void
test_book_changes (Fixture       *f,
                   gconstpointer  data)
{
  gint64 first;
  guint count;

  start (f, 0);
  g_assert_cmpint (fake_timer_get_at (), ==, 0);

  count = fake_timer_get_count ();
  add (f, "2026-12-03T16:00");
  wait_for_scan (count);
  first = fake_timer_get_at ();
  g_assert_cmpint (first, >, 0);

  count = fake_timer_get_count ();
  add (f, "2026-12-03T15:00");
  wait_for_scan (count);
  g_assert_cmpint (fake_timer_get_at (), <, first);
  g_assert_cmpuint (f->n_due, ==, 0);

  add (f, "2026-12-03T13:00");
  wait_until (f->n_due == 1);
}

static void
test_digest (Fixture       *f,
             gconstpointer  data)
{
  TendId ids[8];

  for (guint i = 0; i < 4; i++)
    ids[i] = add (f, "2026-12-03T15:00");
  for (guint i = 4; i < 8; i++)
    ids[i] = add (f, "2026-12-03T16:00");

  start (f, 0);
  go_to (f, "2026-12-03T15:00");
  wait_until (f->n_due == 1 && reminded_at (f, ids[3]) != 0);
  g_assert_true (f->digest);
  g_assert_cmpuint (f->due->len, ==, 4);

  /* One is settled, and four more are due: seven wait. */
  settle (f->book, ids[0], TEND_SETTLE_DONE, 0);
  rescan (f);
  go_to (f, "2026-12-03T16:00");
  wait_until (f->n_due == 2 && reminded_at (f, ids[7]) != 0);
  g_assert_true (f->digest);
  g_assert_cmpuint (f->due->len, ==, 7);
  g_assert_false (has (f->due, ids[0]));
  g_assert_true (has (f->due, ids[1]));

  for (guint i = 1; i < 8; i++)
    {
      g_assert_cmpuint (f->n_withdrawn_digests, ==, 0);
      settle (f->book, ids[i], TEND_SETTLE_DONE, 0);
      rescan (f);
    }
  wait_until (f->n_withdrawn_digests == 1);
  g_assert_cmpuint (f->withdrawn->len, ==, 0);
}

static void
test_withdraw (Fixture       *f,
               gconstpointer  data)
{
  TendId mine = add_manager (f, "Anna Berg");
  TendId other = add_manager (f, "Paul Weiß");
  TendId done = add_for (f, "2026-12-03T13:00", mine);
  TendId snoozed = add_for (f, "2026-12-03T13:10", mine);
  TendId handed = add_for (f, "2026-12-03T13:20", mine);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(TendFollowUpRecord) after = NULL;

  start (f, mine);
  wait_until (f->n_due == 1 && reminded_at (f, handed) != 0);
  g_assert_cmpuint (f->due->len, ==, 3);

  settle (f->book, done, TEND_SETTLE_DONE, 0);
  wait_until (f->withdrawn->len == 1);
  g_assert_true (has (f->withdrawn, done));

  settle (f->book, snoozed, TEND_SETTLE_SNOOZE, tend_clock_now (TEND_CLOCK (f->clock)) + G_TIME_SPAN_HOUR);
  wait_until (f->withdrawn->len == 2);
  g_assert_true (has (f->withdrawn, snoozed));

  rows = tend_book_load (f->book, &tend_follow_up_noun, &handed, 1, NULL);
  after = tend_follow_up_record_copy (tend_follow_up_get (g_ptr_array_index (rows, 0)));
  after->manager = other;
  apply (f->book, tend_edit_operation_new_update (tend_entity_get_record (g_ptr_array_index (rows, 0)), &after->base));
  wait_until (f->withdrawn->len == 3);
  g_assert_true (has (f->withdrawn, handed));

  /* A snoozed one comes again, once. */
  go_to (f, "2026-12-03T14:59");
  g_assert_cmpuint (f->n_due, ==, 1);
  go_to (f, "2026-12-03T15:00");
  wait_until (f->n_due == 2);
  g_assert_cmpuint (f->due->len, ==, 1);
  g_assert_true (has (f->due, snoozed));
  rescan (f);
  g_assert_cmpuint (f->n_due, ==, 2);

  apply (f->book, tend_edit_operation_new_delete (&tend_follow_up_noun, &snoozed, 1));
  wait_until (f->withdrawn->len == 4);
}

static void
test_others (Fixture       *f,
             gconstpointer  data)
{
  TendId mine = add_manager (f, "Anna Berg");
  TendId other = add_manager (f, "Paul Weiß");

  add_for (f, "2026-12-03T13:00", other);
  start (f, mine);
  rescan (f);
  g_assert_cmpuint (f->n_due, ==, 0);

  tend_reminder_set_manager (f->reminder, other);
  wait_until (f->n_due == 1);
}

/* Sent and not marked: sent again, under the same name. */
static void
test_death_between (Fixture       *f,
                    gconstpointer  data)
{
  TendId id = add (f, "2026-12-03T13:00");

  f->confirm = FALSE;
  start (f, 0);
  wait_until (f->n_due == 1);
  stop (f);
  g_assert_cmpint (reminded_at (f, id), ==, 0);

  f->confirm = TRUE;
  start (f, 0);
  wait_until (f->n_due == 2 && reminded_at (f, id) != 0);
  g_assert_true (has (f->due, id));
  stop (f);

  start (f, 0);
  rescan (f);
  g_assert_cmpuint (f->n_due, ==, 2);
}

/* What another process showed, and what was settled while none ran. */
static void
test_shown_outlives (Fixture       *f,
                     gconstpointer  data)
{
  TendId kept = add (f, "2026-12-03T13:00");
  TendId settled = add (f, "2026-12-03T13:30");

  start (f, 0);
  wait_until (f->n_due == 1 && reminded_at (f, settled) != 0);
  stop (f);
  settle (f->book, settled, TEND_SETTLE_DROP, 0);

  start (f, 0);
  wait_until (f->withdrawn->len == 1);
  g_assert_true (has (f->withdrawn, settled));
  rescan (f);
  g_assert_false (has (f->withdrawn, kept));
  g_assert_cmpuint (f->n_due, ==, 1);
}

static void
test_one_reminds (Fixture       *f,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) second_book = tend_book_open (f->path, TEND_BOOK_OPEN, &error);
  TendReminder *second;
  TendReminder *third;

  g_assert_no_error (error);
  second = make_reminder (f, second_book, 0);
  third = make_reminder (f, second_book, 0);
  start (f, 0);
  tend_reminder_start (second);
  tend_reminder_start (third);
  add (f, "2026-12-03T13:00");
  wait_until (f->n_due == 1);
  rescan (f);
  g_assert_false (tend_reminder_get_active (second));
  g_assert_false (tend_reminder_get_active (third));

  /* One that stops waiting lets the others be. */
  tend_reminder_stop (third);
  stop (f);
  wait_until (tend_reminder_get_active (second));
  add (f, "2026-12-03T13:30");
  tend_reminder_rescan (second);
  wait_until (f->n_due == 2);
  g_assert_cmpuint (f->due->len, ==, 1);

  end_reminder (second);
  end_reminder (third);
}

static void
test_read_only (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) book = NULL;
  g_autoptr(TendReminder) reminder = NULL;
  g_autofree char *claim = g_strconcat (f->path, ".reminders", NULL);

  add (f, "2026-12-03T13:00");
  book = tend_book_open (f->path, TEND_BOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  reminder = make_reminder (f, book, 0);
  tend_reminder_start (reminder);
  wait_idle ();
  g_assert_false (tend_reminder_get_active (reminder));
  g_assert_false (g_file_test (claim, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/reminder/due", test_due },
    { "/reminder/missed", test_missed },
    { "/reminder/clock-set", test_clock_set },
    { "/reminder/book-changes", test_book_changes },
    { "/reminder/digest", test_digest },
    { "/reminder/withdraw", test_withdraw },
    { "/reminder/others", test_others },
    { "/reminder/death-between", test_death_between },
    { "/reminder/shown-outlives", test_shown_outlives },
    { "/reminder/one-reminds", test_one_reminds },
    { "/reminder/read-only", test_read_only },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
