/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/book.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/operations/resolve.h"
#include "support/rows.h"
#include "support/temp-book.h"

typedef struct
{
  char     *path;
  TendBook *book;
  TendId    account;
  TendId    other;
  TendId    need;
  TendId    liaison;
  TendId    stranger;   /* a liaison of the other account */
  TendId    opportunity;
} Fixture;

static TendId
add_liaison (Fixture *fixture,
             TendId   account)
{
  g_autoptr (TendLiaisonRecord) record = tend_liaison_record_new ();

  record->account = account;
  record->name = g_strdup ("Field Service");
  return tend_test_add (fixture->book, &record->base);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TendNeedRecord) need = tend_need_record_new ();
  g_autoptr (TendOpportunityRecord) opportunity = tend_opportunity_record_new ();

  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->account = tend_test_add_account (fixture->book, "Brauhaus", 0);
  fixture->other = tend_test_add_account (fixture->book, "Kranbau", 0);
  fixture->liaison = add_liaison (fixture, fixture->account);
  fixture->stranger = add_liaison (fixture, fixture->other);
  need->account = opportunity->account = fixture->account;
  need->title = g_strdup ("Loses pressure");
  fixture->need = tend_test_add (fixture->book, &need->base);
  opportunity->title = g_strdup ("Second gate");
  opportunity->probability = 70;
  fixture->opportunity = tend_test_add (fixture->book, &opportunity->base);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_temp_book_check (fixture->book);
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendId
apply (Fixture       *fixture,
       TendOperation *operation)
{
  g_autoptr (TendOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  tend_book_apply (fixture->book, owned, NULL, &error);
  g_assert_no_error (error);
  return tend_operation_get_batch (owned);
}

static void
refuse (Fixture       *fixture,
        TendOperation *operation,
        TendReason     reason)
{
  g_autoptr (TendOperation) owned = operation;
  g_autoptr (GError) error = NULL;

  g_assert_false (tend_book_apply (fixture->book, owned, NULL, &error));
  g_assert_cmpint (tend_error_get_reason (error), ==, reason);
}

static TendEntity *
load (Fixture        *fixture,
      const TendNoun *noun,
      TendId          id)
{
  g_autoptr (GPtrArray) entities = tend_book_load (fixture->book, noun, &id, 1, NULL);

  g_assert_cmpuint (entities->len, ==, 1);
  return g_object_ref (g_ptr_array_index (entities, 0));
}

static void
test_need (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendEntity) entity = load (fixture, &tend_need_noun, fixture->need);
  TendNeed *need = TEND_NEED (entity);
  TendId batch;

  refuse (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_REOPEN, 0, NULL), TEND_REASON_SETTLED);
  refuse (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_WAIT, fixture->stranger, NULL), TEND_REASON_MISSING);
  apply (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_WAIT, fixture->liaison, NULL));
  g_assert_cmpint (tend_need_get (need)->state, ==, TEND_NEED_WAITING);
  g_assert_cmpint (tend_need_get (need)->liaison, ==, fixture->liaison);

  batch = apply (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_RESOLVE, 0, "Seal changed"));
  g_assert_cmpint (tend_need_get (need)->state, ==, TEND_NEED_RESOLVED);
  g_assert_cmpint (tend_need_get (need)->resolved_at, >, 0);
  g_assert_cmpstr (tend_need_get (need)->resolution, ==, "Seal changed");
  refuse (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_RESOLVE, 0, NULL), TEND_REASON_SETTLED);
  refuse (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_WAIT, fixture->liaison, NULL), TEND_REASON_SETTLED);

  /* Taken back it waits again, as if nothing had been. */
  apply (fixture, tend_revert_operation_new (batch));
  g_assert_cmpint (tend_need_get (need)->state, ==, TEND_NEED_WAITING);
  g_assert_cmpint (tend_need_get (need)->resolved_at, ==, 0);
  g_assert_null (tend_need_get (need)->resolution);

  /* Reopening keeps how it was resolved. */
  apply (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_RESOLVE, 0, "Seal changed"));
  apply (fixture, tend_resolve_operation_new_need (&fixture->need, 1, TEND_RESOLVE_REOPEN, 0, NULL));
  g_assert_cmpint (tend_need_get (need)->state, ==, TEND_NEED_OPEN);
  g_assert_cmpint (tend_need_get (need)->liaison, ==, 0);
  g_assert_cmpstr (tend_need_get (need)->resolution, ==, "Seal changed");
}

static void
test_opportunity (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TendEntity) entity = load (fixture, &tend_opportunity_noun, fixture->opportunity);
  TendOpportunity *opportunity = TEND_OPPORTUNITY (entity);
  TendId batch;

  refuse (fixture, tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_LOSE, "2026-11-24", ""), TEND_REASON_REQUIRED);
  refuse (fixture, tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_REOPEN, "2026-11-24", NULL), TEND_REASON_SETTLED);
  batch = apply (fixture, tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_LOSE, "2026-11-24", "Too dear"));
  g_assert_cmpint (tend_opportunity_get (opportunity)->stage, ==, TEND_STAGE_LOST);
  g_assert_cmpint (tend_opportunity_get (opportunity)->probability, ==, 0);
  g_assert_cmpstr (tend_opportunity_get (opportunity)->close_on, ==, "2026-11-24");
  g_assert_cmpstr (tend_opportunity_get (opportunity)->lost_reason, ==, "Too dear");
  refuse (fixture, tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_WIN, "2026-11-24", NULL), TEND_REASON_SETTLED);

  apply (fixture, tend_revert_operation_new (batch));
  g_assert_cmpint (tend_opportunity_get (opportunity)->stage, ==, TEND_STAGE_IDENTIFIED);
  g_assert_cmpint (tend_opportunity_get (opportunity)->probability, ==, 70);

  apply (fixture, tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_WIN, "2026-11-24", NULL));
  g_assert_cmpint (tend_opportunity_get (opportunity)->stage, ==, TEND_STAGE_WON);
  g_assert_cmpint (tend_opportunity_get (opportunity)->probability, ==, 100);
  apply (fixture, tend_resolve_operation_new_opportunity (fixture->opportunity, TEND_RESOLVE_REOPEN, "2026-11-24", NULL));
  g_assert_cmpint (tend_opportunity_get (opportunity)->stage, ==, TEND_STAGE_NEGOTIATING);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/resolve/need", test_need);
  ADD ("/resolve/opportunity", test_opportunity);

  return g_test_run ();
}
