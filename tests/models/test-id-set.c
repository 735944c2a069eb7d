/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/id-set.h"

static GArray *
new_ids (TendId first,
         guint  n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TendId));

  for (guint i = 0; i < n; i++)
    {
      TendId id = first + (TendId) i;

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
test_single (void)
{
  g_autoptr (TendIdSet) set = tend_id_set_new ();

  g_assert_true (tend_id_set_is_empty (set));
  g_assert_true (tend_id_set_add (set, NULL, 5));
  g_assert_false (tend_id_set_add (set, NULL, 5));
  g_assert_true (tend_id_set_contains (set, NULL, 5));
  g_assert_cmpint (tend_id_set_get_only (set), ==, 5);
  g_assert_false (tend_id_set_contains (set, NULL, 6));
  g_assert_false (tend_id_set_is_empty (set));
  g_assert_true (tend_id_set_remove (set, NULL, 5));
  g_assert_false (tend_id_set_remove (set, NULL, 5));
  g_assert_true (tend_id_set_is_empty (set));
}

/* "All" means the rows of the moment: what comes into the list later is not selected. */
static void
test_all (void)
{
  g_autoptr (TendIdSet) set = tend_id_set_new ();
  g_autoptr (GArray) ids = new_ids (100, 50);
  g_autoptr (GArray) wider = new_ids (90, 100);
  g_autoptr (GArray) picked = NULL;

  tend_id_set_set_all (set, ids);
  g_assert_cmpuint (tend_id_set_count_in (set, ids), ==, 50);
  g_assert_cmpuint (tend_id_set_count_in (set, wider), ==, 50);
  g_assert_true (tend_id_set_contains (set, ids, 100));
  g_assert_false (tend_id_set_contains (set, wider, 99));
  g_assert_false (tend_id_set_contains (set, wider, 150));

  g_assert_true (tend_id_set_add (set, wider, 99));
  g_assert_true (tend_id_set_remove (set, wider, 101));
  g_assert_cmpuint (tend_id_set_count_in (set, ids), ==, 49);
  g_assert_cmpuint (tend_id_set_count_in (set, wider), ==, 50);

  picked = tend_id_set_pick (set, wider);
  g_assert_cmpuint (picked->len, ==, 50);
  g_assert_cmpint (g_array_index (picked, TendId, 0), ==, 99);
  g_assert_cmpint (g_array_index (picked, TendId, 2), ==, 102);

  g_assert_true (tend_id_set_remove (set, wider, 99));
  g_assert_true (tend_id_set_add (set, wider, 101));
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (tend_id_set_remove (set, wider, g_array_index (ids, TendId, i)));
  g_assert_true (tend_id_set_is_empty (set));
}

static void
test_all_of_nothing (void)
{
  g_autoptr (TendIdSet) set = tend_id_set_new ();
  g_autoptr (GArray) none = new_ids (1, 0);
  g_autoptr (GArray) ids = new_ids (1, 3);

  tend_id_set_set_all (set, none);
  g_assert_true (tend_id_set_is_empty (set));
  g_assert_cmpuint (tend_id_set_count_in (set, ids), ==, 0);
}

static guint
count_true (const gboolean *flags,
            guint           n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += flags[i];

  return count;
}

/* Against the plainest set there is. */
static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (TendIdSet) set = tend_id_set_new ();
      g_autoptr (GArray) world = new_ids (1 + ((TendId) round << 33), 300);
      gboolean expected[300] = { FALSE };

      for (guint step = 0; step < 400; step++)
        {
          guint at = (guint) g_test_rand_int_range (0, 300);
          TendId id = g_array_index (world, TendId, at);
          GArray *from = g_test_rand_bit () ? world : NULL;

          if (g_test_rand_int_range (0, 100) == 0)
            {
              guint n = (guint) g_test_rand_int_range (0, 301);
              g_autoptr (GArray) part = new_ids (g_array_index (world, TendId, 0), n);

              tend_id_set_set_all (set, n == 300 ? world : part);
              for (guint i = 0; i < 300; i++)
                expected[i] = i < n;
            }
          else if (g_test_rand_bit ())
            {
              g_assert_cmpint (tend_id_set_add (set, from, id), ==, !expected[at]);
              expected[at] = TRUE;
            }
          else
            {
              g_assert_cmpint (tend_id_set_remove (set, from, id), ==, expected[at]);
              expected[at] = FALSE;
            }

          if (step % 16 == 0)
            {
              g_assert_cmpuint (tend_id_set_count_in (set, world), ==, count_true (expected, 300));
              g_assert_cmpint (tend_id_set_is_empty (set), ==, count_true (expected, 300) == 0);
              for (guint i = 0; i < 300; i++)
                g_assert_cmpint (tend_id_set_contains (set, from, g_array_index (world, TendId, i)), ==, expected[i]);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-set/single", test_single);
  g_test_add_func ("/id-set/all", test_all);
  g_test_add_func ("/id-set/all-of-nothing", test_all_of_nothing);
  g_test_add_func ("/id-set/random", test_random);

  return g_test_run ();
}
