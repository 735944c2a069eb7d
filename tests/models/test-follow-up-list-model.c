/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/follow-up-list-model.h"

#include "support/fake-clock.h"
#include "support/model-checker.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  TendBook              *book;
  char                  *path;
  TendFakeClock         *clock;
  TendFollowUpListModel *model;
  TendId                 anna;
  TendId                 account;
} Fixture;

/* 2026-11-25 is a Wednesday. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->clock = tend_fake_clock_new ("2026-11-25T12:00", "Europe/Berlin");
  fixture->anna = tend_test_add_manager (fixture->book, "Anna Berg", 0);
  fixture->account = tend_test_add_account (fixture->book, "Müller", fixture->anna);
  fixture->model = tend_follow_up_list_model_new (fixture->book, TEND_CLOCK (fixture->clock));
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
     const char *title,
     const char *wall)
{
  return tend_test_add_follow_up (fixture->book, fixture->account, fixture->anna, title, wall);
}

static void
wait_loaded (Fixture *fixture)
{
  wait_until (!tend_follow_up_list_model_get_loading (fixture->model));
}

static ModelChecker *
check (Fixture *fixture)
{
  ModelChecker *checker = model_checker_new (G_LIST_MODEL (fixture->model));

  checker->may_repeat = TRUE;
  return checker;
}

static void
assert_sections_fit (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
  guint start = 0;
  guint end = 0;

  for (guint i = 0; i < n; i++)
    {
      TendAgenda agenda = tend_follow_up_list_model_get_agenda (fixture->model, i);

      tend_id_list_get_section (TEND_ID_LIST (fixture->model), i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      g_assert_cmpuint (end - start, ==, tend_follow_up_list_model_count (fixture->model, agenda));
    }

  tend_id_list_get_section (TEND_ID_LIST (fixture->model), n, &start, &end);
  g_assert_cmpuint (start, ==, n);
  g_assert_cmpuint (end, ==, G_MAXUINT);
}

/* The list as text: a | where a section begins, its number, then the titles. */
static void
assert_agenda (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *list = G_LIST_MODEL (fixture->model);
  guint n;

  wait_loaded (fixture);
  n = g_list_model_get_n_items (list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendFollowUp) follow_up = g_list_model_get_item (list, i);
      TendAgenda agenda = tend_follow_up_list_model_get_agenda (fixture->model, i);

      wait_until (tend_entity_get_loaded (TEND_ENTITY (follow_up)));
      if (i == 0 || agenda != tend_follow_up_list_model_get_agenda (fixture->model, i - 1))
        g_string_append_printf (text, "%s%u:", i > 0 ? " " : "", agenda);
      g_string_append_printf (text, " %s", tend_follow_up_get (follow_up)->title);
    }

  g_assert_cmpstr (text->str, ==, expected);
  assert_sections_fit (fixture);
}

static void
add_some (Fixture *fixture)
{
  add (fixture, "later", "2026-12-01T10:00");
  add (fixture, "monday", "2026-11-30T00:00");
  add (fixture, "sunday", "2026-11-29T23:59");
  add (fixture, "friday", "2026-11-27T00:00");
  add (fixture, "tomorrow", "2026-11-26T00:00");
  add (fixture, "tonight", "2026-11-25T23:59");
  add (fixture, "soon", "2026-11-25T12:00");
  add (fixture, "whole-day", "2026-11-25");
  add (fixture, "morning", "2026-11-25T09:30");
  add (fixture, "yesterday", "2026-11-24T23:59");
  add (fixture, "last-year", "2025-11-24");
}

static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  add_some (fixture);
  assert_agenda (fixture, "0: last-year yesterday morning 1: whole-day soon tonight 2: tomorrow 3: friday sunday 4: monday later");
}

/* On a Saturday tomorrow is the week's last day. */
static void
test_weekend (Fixture       *fixture,
              gconstpointer  data)
{
  add (fixture, "sunday", "2026-11-29T10:00");
  add (fixture, "monday", "2026-11-30T10:00");
  add (fixture, "tuesday", "2026-12-01T10:00");

  tend_fake_clock_set (fixture->clock, "2026-11-28T08:00");
  tend_follow_up_list_model_refresh (fixture->model);
  assert_agenda (fixture, "2: sunday 4: monday tuesday");

  tend_fake_clock_set (fixture->clock, "2026-11-29T08:00");
  tend_follow_up_list_model_refresh (fixture->model);
  assert_agenda (fixture, "1: sunday 2: monday 4: tuesday");
}

/* The day changes at midnight of the user's zone, and what was due passes at its minute. */
static void
test_time (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = NULL;

  add_some (fixture);
  wait_loaded (fixture);
  checker = check (fixture);

  tend_fake_clock_set (fixture->clock, "2026-11-25T12:01");
  tend_follow_up_list_model_refresh (fixture->model);
  assert_agenda (fixture, "0: last-year yesterday morning soon 1: whole-day tonight 2: tomorrow 3: friday sunday 4: monday later");

  tend_fake_clock_set (fixture->clock, "2026-11-26T00:00");
  tend_follow_up_list_model_refresh (fixture->model);
  assert_agenda (fixture, "0: last-year yesterday whole-day morning soon tonight 1: tomorrow 2: friday 3: sunday 4: monday later");

  tend_fake_clock_set (fixture->clock, "2026-11-25T12:00");
  tend_follow_up_list_model_refresh (fixture->model);
  assert_agenda (fixture, "0: last-year yesterday morning 1: whole-day soon tonight 2: tomorrow 3: friday sunday 4: monday later");
}

/* Once what is due has passed, it is asked once what stands where now: an alarm that rings for what has passed would ask again
 * before it is answered, without end. */
static void
test_alarm (Fixture       *fixture,
            gconstpointer  data)
{
  guint reads;

  add (fixture, "soon", "2026-11-25T12:30");
  assert_agenda (fixture, "1: soon");

  tend_fake_clock_set (fixture->clock, "2026-11-25T12:31");
  reads = tend_fake_clock_get_reads (fixture->clock);
  tend_follow_up_list_model_refresh (fixture->model);
  for (guint i = 0; i < 1000; i++)
    g_main_context_iteration (NULL, FALSE);
  assert_agenda (fixture, "0: soon");
  g_assert_cmpuint (tend_fake_clock_get_reads (fixture->clock) - reads, <, 6);
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

static void
test_settle (Fixture       *fixture,
             gconstpointer  data)
{
  TendId first = add (fixture, "first", "2026-11-25T09:30");
  TendId second = add (fixture, "second", "2026-11-25T14:30");
  g_autoptr (ModelChecker) checker = NULL;

  assert_agenda (fixture, "0: first 1: second");
  checker = check (fixture);
  settle (fixture, first, TEND_SETTLE_DONE);
  assert_agenda (fixture, "1: second 5: first");
  settle (fixture, second, TEND_SETTLE_DONE);
  assert_agenda (fixture, "5: second first");
  /* What was dropped stands by its time among what was done. */
  settle (fixture, second, TEND_SETTLE_REOPEN);
  settle (fixture, second, TEND_SETTLE_DROP);
  assert_agenda (fixture, "5: second first");
  settle (fixture, first, TEND_SETTLE_REOPEN);
  settle (fixture, first, TEND_SETTLE_DONE);
  assert_agenda (fixture, "5: first second");
  settle (fixture, second, TEND_SETTLE_REOPEN);
  settle (fixture, second, TEND_SETTLE_DONE);
  assert_agenda (fixture, "5: second first");

  tend_follow_up_list_model_set_show_done (fixture->model, FALSE);
  assert_agenda (fixture, "");
  tend_follow_up_list_model_set_show_done (fixture->model, TRUE);
  settle (fixture, first, TEND_SETTLE_REOPEN);
  assert_agenda (fixture, "0: first 5: second");
}

static void
test_manager (Fixture       *fixture,
              gconstpointer  data)
{
  TendId ben = tend_test_add_manager (fixture->book, "Ben", 0);
  g_autoptr (GArray) ids = NULL;

  add (fixture, "hers", "2026-11-25T15:00");
  tend_test_add_follow_up (fixture->book, fixture->account, ben, "his", "2026-11-25T16:00");
  assert_agenda (fixture, "1: hers his");
  tend_follow_up_list_model_set_manager (fixture->model, ben);
  assert_agenda (fixture, "1: his");
  tend_follow_up_list_model_set_manager (fixture->model, 0);
  assert_agenda (fixture, "1: hers his");

  ids = tend_id_list_ref_ids (TEND_ID_LIST (fixture->model));
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, TendId, 1), ==, tend_id_list_get_id (TEND_ID_LIST (fixture->model), 1));
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = check (fixture);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *wall = g_strdup_printf ("2026-11-%02dT%02d:30", g_test_rand_int_range (20, 31), g_test_rand_int_range (0, 24));
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
      TendId id = n > 0 ? tend_id_list_get_id (TEND_ID_LIST (fixture->model), (guint) g_test_rand_int_range (0, (gint32) n)) : 0;

      if (id == 0 || g_test_rand_bit ())
        add (fixture, "x", wall);
      else if (g_test_rand_bit ())
        tend_test_set (fixture->book, &tend_follow_up_noun, id, "due_wall", wall);
      else
        tend_test_delete (fixture->book, &tend_follow_up_noun, id);

      if (g_test_rand_int_range (0, 5) == 0)
        {
          tend_fake_clock_set (fixture->clock, wall);
          tend_follow_up_list_model_refresh (fixture->model);
        }

      wait_loaded (fixture);
      assert_sections_fit (fixture);
    }
}

#define ADD(name, func) g_test_add ("/follow-up-list-model/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sections", test_sections);
  ADD ("weekend", test_weekend);
  ADD ("time", test_time);
  ADD ("alarm", test_alarm);
  ADD ("settle", test_settle);
  ADD ("manager", test_manager);
  ADD ("random", test_random);

  return g_test_run ();
}
