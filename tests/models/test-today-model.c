/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/today-model.h"

#include "support/fake-clock.h"
#include "support/fake-timer.h"
#include "support/model-checker.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  TendBook       *book;
  char           *path;
  TendFakeClock  *clock;
  TendTodayModel *model;
  TendId          anna;
  TendId          miller;
  TendId          smith;
} Fixture;

/* 2026-11-25 is a Wednesday. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->clock = tend_fake_clock_new ("2026-11-25T12:00", "Europe/Berlin");
  fixture->anna = tend_test_add_manager (fixture->book, "Anna Berg", 0);
  fixture->miller = tend_test_add_account (fixture->book, "Müller", fixture->anna);
  fixture->smith = tend_test_add_account (fixture->book, "Schmidt", fixture->anna);
  fixture->model = tend_today_model_new (fixture->book, TEND_CLOCK (fixture->clock));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  wait_idle ();
  g_assert_finalize_object (fixture->clock);
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendId
add (Fixture    *fixture,
     TendId      account,
     const char *title,
     const char *wall)
{
  return tend_test_add_follow_up (fixture->book, account, fixture->anna, title, wall);
}

static TendId
add_need (Fixture    *fixture,
          TendId      account,
          const char *title,
          const char *promised_for)
{
  g_autoptr (TendNeedRecord) record = tend_need_record_new ();

  record->account = account;
  record->title = g_strdup (title);
  record->promised_for = g_strdup (promised_for);
  record->priority = TEND_PRIORITY_NORMAL;

  return tend_test_add (fixture->book, (TendRecord *) record);
}

static void
wait_loaded (Fixture *fixture)
{
  wait_until (!tend_today_model_get_loading (fixture->model));
}

static void
settle (Fixture       *fixture,
        TendId         id,
        TendSettleAct  act)
{
  g_autoptr (TendOperation) operation = tend_settle_operation_new (&id, 1, act, 0, NULL);
  g_autoptr (GError) error = NULL;

  tend_book_apply (fixture->book, operation, NULL, &error);
  g_assert_no_error (error);
}

static const char *
get_title (TendEntity *entity)
{
  return TEND_IS_NEED (entity) ? tend_need_get (TEND_NEED (entity))->title : tend_follow_up_get (TEND_FOLLOW_UP (entity))->title;
}

/* The list as text: where a section begins the account's name, then the titles with their class. */
static void
assert_today (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  wait_loaded (fixture);
  n = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendTodayLine) line = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);
      TendEntity *entity = tend_today_line_get_entity (line);
      TendAccount *account = tend_today_line_get_account (line);
      guint start;
      guint end;

      wait_until (tend_entity_get_loaded (entity) && tend_entity_get_loaded (TEND_ENTITY (account)));
      tend_id_list_get_section (TEND_ID_LIST (fixture->model), i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      g_assert_cmpint (tend_id_list_get_id (TEND_ID_LIST (fixture->model), i), ==, tend_today_line_get_id (line));
      if (start == i)
        g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", tend_account_get (account)->name);
      g_string_append_printf (text, " %s%d", get_title (entity), tend_today_line_get_item (line)->reason);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_follows_the_book (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = NULL;
  TendId call;

  assert_today (fixture, "");
  g_assert_true (tend_today_model_get_known (fixture->model));
  checker = model_checker_new (G_LIST_MODEL (fixture->model));
  call = add (fixture, fixture->miller, "call", "2026-11-25T10:00");
  add (fixture, fixture->smith, "visit", "2026-11-20T10:00");
  assert_today (fixture, "Schmidt: visit3 Müller: call3");
  add_need (fixture, fixture->miller, "leak", "2026-11-24");
  assert_today (fixture, "Schmidt: visit3 Müller: call3 leak4");

  /* What is promised weighs more: the line stays the same object and moves with its account. */
  {
    g_autoptr (TendTodayLine) line = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);

    tend_test_set (fixture->book, &tend_follow_up_noun, call, "promised", "1");
    assert_today (fixture, "Müller: call0 leak4 Schmidt: visit3");
    g_assert_cmpint (tend_today_line_get_item (line)->reason, ==, TEND_URGENCY_PROMISE_OVERDUE);
    g_assert_true (g_list_model_get_item (G_LIST_MODEL (fixture->model), 0) == line);
    g_object_unref (line);
  }

  model_checker_reset (checker);
  settle (fixture, call, TEND_SETTLE_DONE);
  assert_today (fixture, "Schmidt: visit3 Müller: leak4");
  settle (fixture, call, TEND_SETTLE_REOPEN);
  assert_today (fixture, "Müller: call0 leak4 Schmidt: visit3");
  model_checker_check (checker);
}

static void
test_splices (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = NULL;
  TendId middle = 0;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *wall = g_strdup_printf ("2026-11-0%uT10:00", i + 1);
      TendId id = add (fixture, fixture->miller, "x", wall);

      if (i == 4)
        middle = id;
    }
  wait_loaded (fixture);
  checker = model_checker_new (G_LIST_MODEL (fixture->model));
  settle (fixture, middle, TEND_SETTLE_DONE);
  wait_loaded (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 8);
  g_assert_cmpuint (checker->n_signals, ==, 1);
  g_assert_cmpuint (checker->n_removed, ==, 1);
  g_assert_cmpuint (checker->n_added, ==, 0);
}

static void
test_hats (Fixture       *fixture,
           gconstpointer  data)
{
  add (fixture, fixture->miller, "call", "2026-11-25T10:00");
  add_need (fixture, fixture->miller, "leak", "2026-11-24");
  wait_loaded (fixture);
  g_assert_cmpuint (tend_today_model_count (fixture->model, -1), ==, 2);
  g_assert_cmpuint (tend_today_model_count (fixture->model, TEND_HAT_SERVICE), >=, 1);

  tend_today_model_set_hat (fixture->model, TEND_HAT_FINANCE);
  assert_today (fixture, "");
  g_assert_cmpuint (tend_today_model_count (fixture->model, -1), ==, 2);
  tend_today_model_set_hat (fixture->model, -1);
  assert_today (fixture, "Müller: call3 leak4");
}

static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  TendId leak = add_need (fixture, fixture->miller, "leak", "2026-11-24");
  g_autoptr (TendOperation) operation = tend_put_off_operation_new (fixture->miller, TEND_ALERT_NEED, leak, "2026-11-27", "Parts");
  g_autoptr (TendTodayLine) line = NULL;
  g_autoptr (GError) error = NULL;

  assert_today (fixture, "Müller: leak4");
  tend_book_apply (fixture->book, operation, NULL, &error);
  g_assert_no_error (error);
  assert_today (fixture, "");
  g_assert_cmpuint (tend_today_model_count_put_off (fixture->model), ==, 1);

  tend_today_model_set_put_off (fixture->model, TRUE);
  assert_today (fixture, "Müller: leak4");
  line = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  wait_until (tend_entity_get_loaded (TEND_ENTITY (tend_today_line_get_alert (line))));
  g_assert_cmpstr (tend_alert_get (tend_today_line_get_alert (line))->reason, ==, "Parts");
  g_clear_object (&line);

  /* Its day has come. */
  tend_today_model_set_put_off (fixture->model, FALSE);
  assert_today (fixture, "");
  tend_fake_clock_set (fixture->clock, "2026-11-27T00:00");
  fake_timer_ring ();
  wait_idle ();
  assert_today (fixture, "Müller: leak4");
}

/* What the clock alone brings: the next item of today at its minute, and midnight. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  TendId call = add (fixture, fixture->miller, "call", "2026-11-25T15:00");
  const gint64 now = tend_clock_now (TEND_CLOCK (fixture->clock));
  gint64 away;

  tend_test_set (fixture->book, &tend_follow_up_noun, call, "promised", "1");
  add (fixture, fixture->smith, "tomorrow", "2026-11-26T15:00");
  assert_today (fixture, "Müller: call3");

  away = g_get_real_time () - now;
  g_assert_cmpint (ABS (fake_timer_get_at () - away - now - 3 * G_TIME_SPAN_HOUR), <, G_TIME_SPAN_MINUTE);
  tend_fake_clock_set (fixture->clock, "2026-11-25T15:01");
  fake_timer_ring ();
  wait_until (tend_today_model_get_loading (fixture->model));
  assert_today (fixture, "Müller: call0");

  tend_fake_clock_set (fixture->clock, "2026-11-26T00:00");
  fake_timer_ring ();
  wait_until (tend_today_model_get_loading (fixture->model));
  assert_today (fixture, "Müller: call0 Schmidt: tomorrow3");

  /* While nobody looks it asks nothing, and catches up afterwards. */
  tend_today_model_set_resting (fixture->model, TRUE);
  settle (fixture, call, TEND_SETTLE_DONE);
  g_assert_false (tend_today_model_get_loading (fixture->model));
  tend_today_model_set_resting (fixture->model, FALSE);
  assert_today (fixture, "Schmidt: tomorrow3");
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  TendId ben = tend_test_add_manager (fixture->book, "Ben", fixture->anna);
  TendId his = tend_test_add_account (fixture->book, "Weiß", ben);

  add (fixture, fixture->miller, "hers", "2026-11-25T10:00");
  tend_test_add_follow_up (fixture->book, his, ben, "his", "2026-11-25T11:00");
  assert_today (fixture, "Müller: hers3 Weiß: his3");
  tend_today_model_set_scope (fixture->model, fixture->anna, FALSE);
  assert_today (fixture, "Müller: hers3");
  tend_today_model_set_scope (fixture->model, ben, FALSE);
  assert_today (fixture, "Weiß: his3");
  tend_today_model_set_scope (fixture->model, fixture->anna, TRUE);
  assert_today (fixture, "Müller: hers3 Weiß: his3");
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  TendId accounts[6] = { fixture->miller, fixture->smith };

  for (guint i = 2; i < G_N_ELEMENTS (accounts); i++)
    accounts[i] = tend_test_add_account (fixture->book, "X", fixture->anna);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *wall = g_strdup_printf ("2026-11-%02dT%02d:30", g_test_rand_int_range (10, 27), g_test_rand_int_range (0, 24));
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
      TendId id = n > 0 ? tend_id_list_get_id (TEND_ID_LIST (fixture->model), (guint) g_test_rand_int_range (0, (gint32) n)) : 0;

      if (id == 0 || g_test_rand_int_range (0, 3) > 0)
        add (fixture, accounts[g_test_rand_int_range (0, G_N_ELEMENTS (accounts))], "x", wall);
      else if (g_test_rand_bit ())
        tend_test_set (fixture->book, &tend_follow_up_noun, id, "promised", "1");
      else
        settle (fixture, id, TEND_SETTLE_DONE);
      wait_loaded (fixture);
      model_checker_check (checker);
    }
}

#define ADD(name, func) g_test_add ("/today-model/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("follows-the-book", test_follows_the_book);
  ADD ("splices", test_splices);
  ADD ("hats", test_hats);
  ADD ("put-off", test_put_off);
  ADD ("clock", test_clock);
  ADD ("scope", test_scope);
  ADD ("random", test_random);

  return g_test_run ();
}
