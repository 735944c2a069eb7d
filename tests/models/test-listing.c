/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/listing.h"

/* What the book would say of a row: its id again, and in which answer. */
typedef struct
{
  TendId id;
  guint  answer;
} Row;

/* A list that shows a listing: what it was told so far. */
typedef struct
{
  TendListing *listing;
  GArray      *shadow;    /* TendId */
  guint        n_signals;
  guint        most;      /* brought by a signal that took something */
  gpointer     told;      /* the array of the ids at the last signal, borrowed */
} Fixture;

/* The listing reads as one who was told has it, and no id stands in it twice. */
static void
assert_reads (Fixture *fixture)
{
  guint n = tend_listing_count (fixture->listing);
  g_autoptr (GArray) ids = tend_listing_ref_ids (fixture->listing);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  fixture->told = ids;
  g_assert_cmpmem (ids->data, ids->len * sizeof (TendId), fixture->shadow->data, fixture->shadow->len * sizeof (TendId));
  g_assert_cmpuint (n, ==, ids->len);
  for (guint i = 0; i < n; i++)
    {
      const Row *row = tend_listing_get (fixture->listing, i);

      g_assert_cmpint (tend_listing_get_id (fixture->listing, i), ==, g_array_index (ids, TendId, i));
      g_assert_cmpint (row->id, ==, g_array_index (ids, TendId, i));
      g_assert_true (g_hash_table_add (seen, &g_array_index (ids, TendId, i)));
    }
  g_assert_cmpint (tend_listing_get_id (fixture->listing, n), ==, 0);
  g_assert_null (tend_listing_get (fixture->listing, n));
  g_assert_null (tend_listing_get (fixture->listing, G_MAXUINT));
}

static void
on_told (gpointer list,
         guint    position,
         guint    removed,
         guint    added)
{
  Fixture *fixture = list;

  fixture->n_signals++;
  if (removed > 0)
    {
      g_array_remove_range (fixture->shadow, position, removed);
      fixture->most = MAX (fixture->most, added);
    }
  for (guint i = position; i < position + added; i++)
    {
      TendId id = tend_listing_get_id (fixture->listing, i);

      g_array_insert_val (fixture->shadow, i, id);
    }
  assert_reads (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->listing = tend_listing_new (on_told, fixture);
  fixture->shadow = g_array_new (FALSE, FALSE, sizeof (TendId));
  assert_reads (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_listing_free (fixture->listing);
  g_array_unref (fixture->shadow);
}

static gboolean
take (Fixture *fixture,
      GArray  *ids,
      guint    answer)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) splices = tend_listing_compare (fixture->listing, ids);

  for (guint i = 0; i < ids->len; i++)
    {
      Row row = { g_array_index (ids, TendId, i), answer };

      g_array_append_val (rows, row);
    }

  return tend_listing_take (fixture->listing, g_array_ref (ids), rows, splices);
}

static GArray *
ids_from (TendId first,
          guint  n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TendId));

  for (TendId id = first; id < first + n; id++)
    g_array_append_val (ids, id);

  return ids;
}

/* Any ids in any order, of more than a signal both takes and brings. */
static GArray *
any_ids (void)
{
  g_autoptr (GArray) all = ids_from (1, 900);
  guint n = (guint) g_test_rand_int_range (0, 900);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TendId));

  while (ids->len < n)
    {
      guint at = (guint) g_test_rand_int_range (0, (int) all->len);

      g_array_append_val (ids, g_array_index (all, TendId, at));
      g_array_remove_index (all, at);
    }

  return ids;
}

/* The ids that are listed, but that some have moved, some are gone and some are new. */
static GArray *
changed_ids (Fixture *fixture,
             TendId  *next)
{
  GArray *ids = g_array_copy (fixture->shadow);

  for (int i = g_test_rand_int_range (1, 9); i > 0 && ids->len > 0; i--)
    {
      guint at = (guint) g_test_rand_int_range (0, (int) ids->len);
      guint to = (guint) g_test_rand_int_range (0, (int) ids->len);
      int what = g_test_rand_int_range (0, 4);
      TendId id = what == 0 ? (*next)++ : g_array_index (ids, TendId, at);

      if (what > 0)
        g_array_remove_index (ids, at);
      if (what < 3)
        g_array_insert_val (ids, to, id);
    }

  return ids;
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  TendId next = 1000;
  guint most = 0;

  for (guint answer = 0; answer < 300; answer++)
    {
      g_autoptr (GArray) ids = answer % 10 == 0 ? any_ids () : changed_ids (fixture, &next);
      guint n_before = tend_listing_count (fixture->listing);

      fixture->n_signals = 0;
      g_assert_cmpint (take (fixture, ids, answer), ==, ids->len != n_before);
      most = MAX (most, fixture->n_signals);
      g_assert_cmpmem (fixture->shadow->data, fixture->shadow->len * sizeof (TendId), ids->data, ids->len * sizeof (TendId));
      for (guint i = 0; i < ids->len; i++)
        g_assert_cmpuint (((const Row *) tend_listing_get (fixture->listing, i))->answer, ==, answer);
    }
  /* Rows have moved one by one. */
  g_assert_cmpuint (most, >, 4);
}

/* What is said of the rows is taken, and the ids stay the very array that others compare by its address. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GArray) ids = ids_from (1, 9);
  g_autoptr (GArray) again = ids_from (1, 9);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  g_assert_true (take (fixture, ids, 1));
  before = tend_listing_ref_ids (fixture->listing);
  fixture->n_signals = 0;
  g_assert_false (take (fixture, again, 2));
  after = tend_listing_ref_ids (fixture->listing);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_true (before == after);
  g_assert_cmpuint (g_array_index (tend_listing_get_rows (fixture->listing), Row, 8).answer, ==, 2);
}

/* Whoever asks for all ids while the last rows come is given those of the answer, and no copy of a million. */
static void
test_uncopied (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GArray) head = ids_from (1, 256);
  g_autoptr (GArray) whole = ids_from (1, 3000);
  g_autoptr (GArray) shorter = ids_from (1, 2000);
  g_autoptr (GArray) others = ids_from (5000, 10);

  take (fixture, head, 1);
  g_assert_true (fixture->told == head);
  take (fixture, whole, 2);
  g_assert_true (fixture->told == whole);
  take (fixture, shorter, 3);
  g_assert_true (fixture->told == shorter);
  take (fixture, others, 4);
  g_assert_true (fixture->told == others);
}

/* A long list that gives way to another one: as many as are seen come with the signal that takes the old ones. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GArray) ids = ids_from (1, 2000);
  g_autoptr (GArray) others = ids_from (5000, 3000);

  take (fixture, ids, 1);
  fixture->n_signals = 0;
  take (fixture, others, 2);
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  g_assert_cmpuint (fixture->most, >, 0);
  g_assert_cmpuint (fixture->most, <, 600);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/listing/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/listing/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/listing/uncopied", Fixture, NULL, set_up, test_uncopied, tear_down);
  g_test_add ("/listing/long", Fixture, NULL, set_up, test_long, tear_down);

  return g_test_run ();
}
