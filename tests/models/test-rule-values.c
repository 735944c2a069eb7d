/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "models/rule-values.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

typedef struct
{
  char           *path;
  TendBook       *book;
  TendRuleValues *values;
  guint           failed;
} Fixture;

static void
on_failed (Fixture *fixture)
{
  fixture->failed++;
}

static void
begin (Fixture *fixture)
{
  fixture->values = tend_rule_values_new (fixture->book);
  g_signal_connect_swapped (fixture->values, "failed", G_CALLBACK (on_failed), fixture);
  wait_until (tend_rule_values_get_loaded (fixture->values));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  begin (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  wait_idle ();
  g_assert_finalize_object (fixture->values);
  tend_temp_book_free (fixture->book, g_steal_pointer (&fixture->path));
}

static int
in_book (Fixture    *fixture,
         const char *name)
{
  TendRules rules;

  g_assert_true (tend_book_get_rules (fixture->book, &rules, NULL));
  return tend_rules_get (&rules, tend_rules_find (name));
}

static int
here (Fixture    *fixture,
      const char *name)
{
  return tend_rules_get (tend_rule_values_get (fixture->values), tend_rules_find (name));
}

static void
set (Fixture    *fixture,
     const char *name,
     int         value)
{
  tend_rule_values_set (fixture->values, tend_rules_find (name), value);
}

/* At once here, a moment later in the book; what cannot be is left alone. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  set (fixture, "cadence-a", 20);
  set (fixture, "cadence-a", 21);
  set (fixture, "hours-b", 7);
  set (fixture, "hours-c", -1);
  g_assert_cmpint (here (fixture, "cadence-a"), ==, 21);
  g_assert_cmpint (here (fixture, "hours-c"), ==, 1);
  g_assert_cmpint (in_book (fixture, "cadence-a"), ==, 14);
  wait_until (in_book (fixture, "cadence-a") == 21);
  g_assert_cmpint (in_book (fixture, "hours-b"), ==, 7);
  g_assert_cmpuint (fixture->failed, ==, 0);
}

/* What is not written when the page closes is written then. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  set (fixture, "band-watch", 35);
  g_assert_finalize_object (fixture->values);
  wait_until (in_book (fixture, "band-watch") == 35);

  begin (fixture);
  g_assert_cmpint (here (fixture, "band-watch"), ==, 35);
}

/* Everything as usual, and back again. */
static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  TendRules before, usual;

  set (fixture, "cadence-b", 45);
  set (fixture, "weight-needs", 25);
  tend_rule_values_flush (fixture->values);
  wait_until (in_book (fixture, "weight-needs") == 25);

  before = *tend_rule_values_get (fixture->values);
  tend_rules_init (&usual);
  tend_rule_values_take (fixture->values, &usual);
  wait_until (in_book (fixture, "cadence-b") == 30);
  g_assert_cmpint (in_book (fixture, "weight-needs"), ==, 20);
  tend_rule_values_take (fixture->values, &before);
  wait_until (in_book (fixture, "cadence-b") == 45);
  g_assert_cmpint (in_book (fixture, "weight-needs"), ==, 25);
}

/* What others changed meanwhile stays: only what was changed here is written. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (tend_book_set_rule (fixture->book, "hours-a", 20, NULL));
  set (fixture, "hours-b", 6);
  wait_until (in_book (fixture, "hours-b") == 6);
  g_assert_cmpint (in_book (fixture, "hours-a"), ==, 20);
}

/* A book that is gone says so. */
static void
test_failed (Fixture       *fixture,
             gconstpointer  data)
{
  tend_book_close (fixture->book);
  set (fixture, "hours-b", 6);
  tend_rule_values_flush (fixture->values);
  wait_until (fixture->failed > 0);
}

#define ADD(name, function) g_test_add ("/rule-values/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("set", test_set);
  ADD ("closed", test_closed);
  ADD ("take", test_take);
  ADD ("others", test_others);
  ADD ("failed", test_failed);

  return g_test_run ();
}
