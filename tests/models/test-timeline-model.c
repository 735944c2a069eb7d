/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/timeline-model.h"

#include "core/entities/interaction.h"
#include "core/entities/need.h"
#include "core/entities/pulse.h"

#include "support/model-checker.h"
#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

#define START G_GINT64_CONSTANT (1764590400000000) /* 2025-12-01 12:00 UTC */

typedef struct
{
  TendBook          *book;
  char              *path;
  TendId             account;
  TendId             other;
  TendTimelineModel *model;
} Fixture;

static void
wait_loaded (TendTimelineModel *model)
{
  wait_until (!tend_timeline_model_get_loading (model));
}

static void
set_resolved (Fixture  *fixture,
              TendId    need,
              gboolean  resolved)
{
  g_autoptr (GPtrArray) found = tend_book_load (fixture->book, &tend_need_noun, &need, 1, NULL);
  g_autoptr (TendNeedRecord) before = tend_need_record_copy (tend_need_get (found->pdata[0]));
  g_autoptr (TendNeedRecord) after = tend_need_record_copy (before);
  g_autoptr (TendOperation) operation = NULL;

  after->state = resolved ? TEND_NEED_RESOLVED : TEND_NEED_OPEN;
  after->resolved_at = resolved ? g_get_real_time () : 0;
  operation = tend_edit_operation_new_update (&before->base, &after->base);
  g_assert_true (tend_book_apply (fixture->book, operation, NULL, NULL));
}

static void
set_date (Fixture     *fixture,
          TendId       interaction,
          TendInstant  at)
{
  g_autoptr (GPtrArray) found = tend_book_load (fixture->book, &tend_interaction_noun, &interaction, 1, NULL);
  g_autoptr (TendInteractionRecord) before = tend_interaction_record_copy (tend_interaction_get (found->pdata[0]));
  g_autoptr (TendInteractionRecord) after = tend_interaction_record_copy (before);
  g_autoptr (TendOperation) operation = NULL;

  after->at = at;
  operation = tend_edit_operation_new_update (&before->base, &after->base);
  g_assert_true (tend_book_apply (fixture->book, operation, NULL, NULL));
}

/* @data: how many interactions the account has, a day apart. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->account = tend_test_add_account (fixture->book, "Brauhaus", 0);
  fixture->other = tend_test_add_account (fixture->book, "Weber", 0);
  tend_test_add_interactions (fixture->book, fixture->account, GPOINTER_TO_UINT (data), START, G_TIME_SPAN_DAY);

  fixture->model = tend_timeline_model_new (fixture->book, zone);
  g_assert_false (tend_timeline_model_get_loading (fixture->model));
  tend_timeline_model_set_account (fixture->model, fixture->account);
  g_assert_true (tend_timeline_model_get_loading (fixture->model));
  wait_loaded (fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  wait_idle ();
  tend_temp_book_free (fixture->book, fixture->path);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

static TendTimelineEntry
get_entry (Fixture *fixture,
           guint    position)
{
  TendTimelineEntry entry = { 0 };

  g_assert_true (tend_timeline_model_get_entry (fixture->model, position, &entry));
  return entry;
}

/* The same entries as the book has, each by an item that tells of the right row. */
static void
check_against_book (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) entries = tend_book_list_timeline (fixture->book, tend_timeline_model_get_account (fixture->model),
                                                        tend_timeline_model_get_kinds (fixture->model), zone, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, count (fixture));
  for (guint i = 0; i < entries->len; i++)
    {
      const TendTimelineEntry *expected = &g_array_index (entries, TendTimelineEntry, i);
      TendTimelineEntry entry = get_entry (fixture, i);
      g_autoptr (TendTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_assert_cmpint (entry.id, ==, expected->id);
      g_assert_cmpint (entry.at, ==, expected->at);
      g_assert_cmpint (entry.kind, ==, expected->kind);
      g_assert_cmpint (tend_timeline_item_get_kind (item), ==, expected->kind);
      g_assert_cmpint (tend_entity_get_id (tend_timeline_item_get_entity (item)), ==, expected->id);
      g_assert_true (tend_entity_get_noun (tend_timeline_item_get_entity (item)) == tend_timeline_noun (expected->kind));
    }
}

/* Every section is a month, and the next one begins where it ends. */
static void
check_sections (Fixture *fixture)
{
  guint n = count (fixture);
  guint at = 0;
  int last = -1;

  while (at < n)
    {
      guint start;
      guint end;
      int month = 0;

      tend_id_list_get_section (TEND_ID_LIST (fixture->model), at, &start, &end);
      g_assert_cmpuint (start, ==, at);
      g_assert_cmpuint (end, >, at);
      for (guint i = start; i < end; i++)
        {
          g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (get_entry (fixture, i).at);
          g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

          month = g_date_time_get_year (local) * 12 + g_date_time_get_month (local);
          g_assert_true (i == start || month == last);
          g_assert_true (i != start || month != last);
          last = month;
        }
      at = end;
    }
}

static void
change_something (Fixture *fixture,
                  GArray  *needs)
{
  guint n = count (fixture);
  TendInstant at = START + g_test_rand_int_range (0, 300) * G_TIME_SPAN_DAY;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      tend_test_add_interaction (fixture->book, g_test_rand_bit () ? fixture->account : fixture->other, at);
      break;
    case 1:
      tend_test_add_pulse (fixture->book, fixture->account, at);
      break;
    case 2:
      {
        TendId need = tend_test_add_need (fixture->book, fixture->account);

        g_array_append_val (needs, need);
        break;
      }
    case 3:
      if (needs->len > 0)
        set_resolved (fixture, g_array_index (needs, TendId, g_test_rand_int_range (0, (gint32) needs->len)), g_test_rand_bit ());
      break;
    default:
      if (n > 0)
        {
          TendTimelineEntry entry = get_entry (fixture, (guint) g_test_rand_int_range (0, (gint32) n));

          if (entry.kind == TEND_TIMELINE_INTERACTION && g_test_rand_bit ())
            tend_test_delete (fixture->book, &tend_interaction_noun, entry.id);
          else if (entry.kind == TEND_TIMELINE_INTERACTION)
            set_date (fixture, entry.id, at);
        }
      break;
    }
}

/* Every items-changed is replayed and the list compared in the middle of it. */
static void
test_contract (Fixture       *fixture,
               gconstpointer  data)
{
  static const TendTimelineKinds kinds[] = { TEND_TIMELINE_ALL, TEND_TIMELINE_CONTACT, TEND_TIMELINE_NEEDS, 0 };
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (TendId));

  for (guint i = 0; i < 150; i++)
    {
      wait_loaded (fixture->model);
      change_something (fixture, needs);
      if (g_test_rand_int_range (0, 6) == 0)
        tend_timeline_model_set_kinds (fixture->model, kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
      if (g_test_rand_int_range (0, 12) == 0)
        tend_timeline_model_set_account (fixture->model, g_test_rand_bit () ? fixture->account : fixture->other);
      wait_loaded (fixture->model);
      model_checker_check (checker);
      check_against_book (fixture);
      check_sections (fixture);
    }

  g_assert_cmpuint (checker->n_signals, >, 0);
}

/* As few rows as possible are told of: that is what keeps focus and place. */
static void
test_smallest (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  TendTimelineEntry entry = get_entry (fixture, 10);

  tend_test_set (fixture->book, &tend_interaction_noun, entry.id, "summary", "Called again");
  wait_loaded (fixture->model);
  tend_test_add_interaction (fixture->book, fixture->other, START);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_signals, ==, 0);

  tend_test_add_interaction (fixture->book, fixture->account, START + 20 * G_TIME_SPAN_DAY + G_TIME_SPAN_HOUR);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_removed, ==, 0);
  g_assert_cmpuint (checker->n_added, ==, 1);

  model_checker_reset (checker);
  tend_test_delete (fixture->book, &tend_interaction_noun, entry.id);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_removed, ==, 1);
  g_assert_cmpuint (checker->n_added, ==, 0);
}

/* A need stands in it twice, by two items. */
static void
test_need (Fixture       *fixture,
           gconstpointer  data)
{
  TendId need = tend_test_add_need (fixture->book, fixture->account);
  g_autoptr (TendTimelineItem) opened = NULL;
  g_autoptr (TendTimelineItem) resolved = NULL;

  wait_loaded (fixture->model);
  set_resolved (fixture, need, TRUE);
  wait_loaded (fixture->model);
  resolved = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  opened = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);
  g_assert_true (resolved != opened);
  g_assert_true (tend_timeline_item_get_entity (resolved) == tend_timeline_item_get_entity (opened));
  g_assert_cmpint (tend_timeline_item_get_kind (resolved), ==, TEND_TIMELINE_NEED_RESOLVED);
  g_assert_cmpint (tend_timeline_item_get_kind (opened), ==, TEND_TIMELINE_NEED_OPENED);
  g_assert_cmpint (tend_id_list_get_id (TEND_ID_LIST (fixture->model), 0), ==, -need);
  g_assert_cmpint (tend_id_list_get_id (TEND_ID_LIST (fixture->model), 1), ==, need);
  wait_until (tend_entity_get_loaded (tend_timeline_item_get_entity (opened)));
  g_assert_false (tend_entity_get_deleted (tend_timeline_item_get_entity (opened)));

  set_resolved (fixture, need, FALSE);
  wait_loaded (fixture->model);
  g_assert_cmpint (tend_id_list_get_id (TEND_ID_LIST (fixture->model), 0), ==, need);
}

/* What keeps its place but comes into another month is told of as such. */
static void
test_month_moves (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));
  g_autoptr (NotifyCounter) sections = notify_counter_new (fixture->model, "sections-changed");
  guint start;
  guint end;

  /* The newest of three in December goes to January. */
  set_date (fixture, get_entry (fixture, 0).id, START + 40 * G_TIME_SPAN_DAY);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_signals, ==, 0);
  g_assert_cmpuint (sections->n, ==, 1);
  tend_id_list_get_section (TEND_ID_LIST (fixture->model), 0, &start, &end);
  g_assert_cmpuint (end, ==, 1);
  check_sections (fixture);
}

static void
check_once (GListModel *model)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_assert_true (g_hash_table_add (seen, GSIZE_TO_POINTER (tend_id_list_get_id (TEND_ID_LIST (model), i))));
}

/* What moves never stands in the list twice, not even between two signals: GTK knows its rows by their objects. */
static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ModelChecker) checker = model_checker_new (G_LIST_MODEL (fixture->model));

  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (check_once), NULL);
  set_date (fixture, get_entry (fixture, 3).id, START - 5 * G_TIME_SPAN_DAY);
  wait_loaded (fixture->model);
  set_date (fixture, get_entry (fixture, 30).id, START + 300 * G_TIME_SPAN_DAY);
  wait_loaded (fixture->model);
  g_assert_cmpuint (checker->n_removed, ==, 2);
  g_assert_cmpuint (checker->n_added, ==, 2);
  check_sections (fixture);
  g_signal_handlers_disconnect_by_func (fixture->model, check_once, NULL);
}

/* Another account's entries never stand below this one's name. */
static void
test_account (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (NotifyCounter) loaded = notify_counter_new (fixture->model, "loaded");

  tend_test_add_interaction (fixture->book, fixture->other, START);
  wait_loaded (fixture->model);
  tend_timeline_model_set_account (fixture->model, fixture->other);
  g_assert_cmpuint (count (fixture), ==, 0);
  wait_loaded (fixture->model);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpuint (loaded->n, ==, 1);

  tend_timeline_model_set_account (fixture->model, fixture->account);
  tend_timeline_model_set_account (fixture->model, 0);
  g_assert_false (tend_timeline_model_get_loading (fixture->model));
  wait_idle ();
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* Up and down and across, with more pages than are kept, and every row is read. */
static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = count (fixture);

  for (guint i = 0; i < 2 * n; i++)
    {
      guint at = i < n ? i : 2 * n - 1 - i;
      g_autoptr (TendTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), at);
      TendEntity *entity = tend_timeline_item_get_entity (item);

      wait_until (tend_entity_get_loaded (entity));
      g_assert_cmpint (tend_interaction_get (TEND_INTERACTION (entity))->at, ==, get_entry (fixture, at).at);
      if (i % 50 == 0)
        wait_idle ();
    }
}

/* An item lives as long as somebody holds it, and outlives the model. */
static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendTimelineItem) held = NULL;
  g_autoptr (TendTimelineItem) again = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  TendTimelineModel *model = tend_timeline_model_new (fixture->book, zone);

  tend_timeline_model_set_account (model, fixture->account);
  wait_loaded (model);
  held = g_list_model_get_item (G_LIST_MODEL (model), 0);
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (held == again);
  g_clear_object (&again);
  g_assert_finalize_object (model);
  wait_idle ();
  g_assert_finalize_object (g_steal_pointer (&held));
}

/* It may go in the middle of a question. */
static void
test_finalize (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  TendTimelineModel *model = tend_timeline_model_new (fixture->book, zone);

  tend_timeline_model_set_account (model, fixture->account);
  g_assert_finalize_object (model);
  wait_idle ();
}

#define ADD(name, n, func) \
  g_test_add ("/timeline-model/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("contract", 60, test_contract);
  ADD ("smallest", 40, test_smallest);
  ADD ("need", 3, test_need);
  ADD ("month-moves", 3, test_month_moves);
  ADD ("moves", 40, test_moves);
  ADD ("account", 5, test_account);
  ADD ("scroll", 3000, test_scroll);
  ADD ("items", 5, test_items);
  ADD ("finalize", 5, test_finalize);

  return g_test_run ();
}
