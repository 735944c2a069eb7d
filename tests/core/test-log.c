/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/book.h"
#include "core/entities/interaction.h"
#include "support/rows.h"
#include "support/temp-book.h"

#define NOON G_GINT64_CONSTANT (1795953600000000) /* 2026-11-29 12:00 UTC */

typedef struct
{
  TendBook *book;
  char     *path;
  TendId    account;
  TendId    other;
  TendId    promise;   /* an open follow-up of the account */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->account = tend_test_add_account (fixture->book, "Brauhaus", 0);
  fixture->other = tend_test_add_account (fixture->book, "Weber", 0);
  fixture->promise = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Call back", "2026-11-30");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendInteractionRecord *
new_interaction (Fixture *fixture)
{
  TendInteractionRecord *record = tend_interaction_record_new ();

  record->account = fixture->account;
  record->at = NOON;
  record->summary = g_strdup ("Talked about the tap");
  return record;
}

static TendFollowUpRecord *
new_next (const char *title)
{
  TendFollowUpRecord *record = tend_follow_up_record_new ();

  record->title = g_strdup (title);
  record->due_wall = g_strdup ("2026-12-01T15:00");
  record->due_zone = g_strdup ("Europe/Berlin");
  return record;
}

static guint
count (Fixture        *fixture,
       const TendNoun *noun)
{
  g_autoptr (TendQuery) query = tend_query_new (noun);
  g_autoptr (GArray) ids = tend_book_list (fixture->book, query, NULL);

  return ids->len;
}

static TendRecord *
read_row (Fixture        *fixture,
          const TendNoun *noun,
          TendId          id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tend_book_load (fixture->book, noun, &id, 1, &error);

  g_assert_no_error (error);
  return found->len == 1 ? tend_record_copy (tend_entity_get_record (found->pdata[0])) : NULL;
}

static void
apply (Fixture       *fixture,
       TendOperation *operation)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tend_book_apply (fixture->book, operation, NULL, &error));
  g_assert_no_error (error);
}

static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) interaction = new_interaction (fixture);
  g_autoptr (TendOperation) operation = tend_log_operation_new (interaction, NULL, 0, NULL);
  g_autoptr (TendRecord) logged = NULL;

  apply (fixture, operation);
  g_assert_cmpstr (tend_operation_get_kind (operation), ==, "log");
  g_assert_cmpstr (tend_operation_get_label (operation), ==, "Talked about the tap");
  g_assert_cmpuint (tend_operation_get_count (operation), ==, 1);
  g_assert_cmpint (tend_log_operation_get_next (TEND_LOG_OPERATION (operation)), ==, 0);

  logged = read_row (fixture, &tend_interaction_noun, tend_log_operation_get_interaction (TEND_LOG_OPERATION (operation)));
  g_assert_nonnull (logged);
  g_assert_cmpint (((TendInteractionRecord *) logged)->at, ==, NOON);
  g_assert_cmpuint (count (fixture, &tend_follow_up_noun), ==, 1);
}

static void
test_all_as_one (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) interaction = new_interaction (fixture);
  g_autoptr (TendFollowUpRecord) next = new_next ("Send the offer");
  g_autoptr (TendOperation) operation = tend_log_operation_new (interaction, next, fixture->promise, NULL);
  g_autoptr (TendOperation) undo = NULL;
  g_autoptr (TendRecord) planned = NULL;
  g_autoptr (TendRecord) done = NULL;
  g_autoptr (TendRecord) open = NULL;

  apply (fixture, operation);
  planned = read_row (fixture, &tend_follow_up_noun, tend_log_operation_get_next (TEND_LOG_OPERATION (operation)));
  done = read_row (fixture, &tend_follow_up_noun, fixture->promise);
  g_assert_cmpint (((TendFollowUpRecord *) planned)->account, ==, fixture->account);
  g_assert_cmpint (((TendFollowUpRecord *) done)->state, ==, TEND_FOLLOW_UP_DONE);
  g_assert_cmpstr (((TendFollowUpRecord *) done)->outcome, ==, "Talked about the tap");

  /* One undo takes all of it back. */
  undo = tend_revert_operation_new (tend_operation_get_batch (operation));
  apply (fixture, undo);
  open = read_row (fixture, &tend_follow_up_noun, fixture->promise);
  g_assert_cmpint (((TendFollowUpRecord *) open)->state, ==, TEND_FOLLOW_UP_OPEN);
  g_assert_null (((TendFollowUpRecord *) open)->outcome);
  g_assert_cmpuint (count (fixture, &tend_follow_up_noun), ==, 1);
  g_assert_cmpuint (count (fixture, &tend_interaction_noun), ==, 0);
}

static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendInteractionRecord) interaction = new_interaction (fixture);
  g_autoptr (TendOperation) operation = tend_log_operation_new (interaction, NULL, fixture->promise, "All is well");
  g_autoptr (TendRecord) done = NULL;

  apply (fixture, operation);
  done = read_row (fixture, &tend_follow_up_noun, fixture->promise);
  g_assert_cmpstr (((TendFollowUpRecord *) done)->outcome, ==, "All is well");
}

typedef enum { NOTHING, YEAR_2200, BEFORE_1970, NO_SUMMARY, NEGATIVE_MINUTES, NO_TITLE, BAD_ZONE, SETTLED, OTHERS, STRANGER } Fault;

static const struct
{
  const char *name;
  Fault       fault;
  int         code;
  TendReason  reason;
  const char *field;
} refusals[] = {
  { "year 2200", YEAR_2200, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "at" },
  { "before 1970", BEFORE_1970, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "at" },
  { "no summary", NO_SUMMARY, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "summary" },
  { "minutes", NEGATIVE_MINUTES, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "minutes" },
  { "no title", NO_TITLE, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "next.title" },
  { "zone", BAD_ZONE, TEND_ERROR_INPUT, TEND_REASON_NOT_A_ZONE, "next.due_zone" },
  { "settled", SETTLED, TEND_ERROR_REFUSED, TEND_REASON_SETTLED, "state" },
  { "another account's", OTHERS, TEND_ERROR_INPUT, TEND_REASON_MISSING, "done" },
  { "no such contact", STRANGER, TEND_ERROR_INPUT, TEND_REASON_MISSING, "contact" },
};

static void
spoil (Fixture               *fixture,
       Fault                  fault,
       TendInteractionRecord *interaction,
       TendFollowUpRecord    *next)
{
  if (fault == YEAR_2200)
    interaction->at = G_GINT64_CONSTANT (7258161600000000);
  else if (fault == BEFORE_1970)
    interaction->at = -1;
  else if (fault == NO_SUMMARY)
    g_clear_pointer (&interaction->summary, g_free);
  else if (fault == NEGATIVE_MINUTES)
    interaction->minutes = -1;
  else if (fault == NO_TITLE)
    g_clear_pointer (&next->title, g_free);
  else if (fault == BAD_ZONE)
    g_set_str (&next->due_zone, "Nowhere/At All");
  else if (fault == SETTLED)
    tend_test_set (fixture->book, &tend_follow_up_noun, fixture->promise, "state", "dropped");
  else if (fault == OTHERS)
    interaction->account = fixture->other;
  else if (fault == STRANGER)
    interaction->contact = 42;
}

/* Nothing of what is refused is kept. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      TendId promise = tend_test_add_follow_up (fixture->book, fixture->account, 0, "Again", "2026-11-30");
      g_autoptr (TendInteractionRecord) interaction = new_interaction (fixture);
      g_autoptr (TendFollowUpRecord) next = new_next ("Send the offer");
      g_autoptr (TendOperation) operation = NULL;
      g_autoptr (GError) error = NULL;
      guint n_before;

      g_test_message ("%s", refusals[i].name);
      fixture->promise = promise;
      spoil (fixture, refusals[i].fault, interaction, next);
      n_before = count (fixture, &tend_follow_up_noun);
      operation = tend_log_operation_new (interaction, next, promise, NULL);
      g_assert_false (tend_book_apply (fixture->book, operation, NULL, &error));
      g_assert_error (error, TEND_ERROR, refusals[i].code);
      g_assert_cmpint (tend_error_get_reason (error), ==, refusals[i].reason);
      g_assert_cmpstr (tend_error_get_field (error), ==, refusals[i].field);
      g_assert_cmpuint (count (fixture, &tend_interaction_noun), ==, 0);
      g_assert_cmpuint (count (fixture, &tend_follow_up_noun), ==, n_before);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/log/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("alone", test_alone);
  ADD ("all-as-one", test_all_as_one);
  ADD ("outcome", test_outcome);
  ADD ("refused", test_refused);
#undef ADD
  return g_test_run ();
}
