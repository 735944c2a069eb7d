/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/list-diff.h"

static GArray *
ids_from (const char *letters)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TendId));

  for (const char *c = letters; *c != '\0'; c++)
    {
      TendId id = *c;

      g_array_append_val (ids, id);
    }

  return ids;
}

/* Applies as a list model does, from the last splice to the first, and proves that it leads to @after. */
static void
check_splices (GArray *before,
               GArray *after,
               GArray *splices)
{
  g_autoptr (GArray) list = g_array_copy (before);

  for (guint i = splices->len; i-- > 0;)
    {
      TendSplice splice = g_array_index (splices, TendSplice, i);

      g_assert_true (splice.removed > 0 || splice.added > 0);
      if (i > 0)
        {
          TendSplice above = g_array_index (splices, TendSplice, i - 1);

          g_assert_cmpuint (above.position + above.removed, <, splice.position);
        }

      if (splice.removed > 0)
        g_array_remove_range (list, splice.position, splice.removed);
      if (splice.added > 0)
        g_array_insert_vals (list, splice.position, &g_array_index (after, TendId, splice.source), splice.added);
    }

  g_assert_cmpmem (list->data, list->len * sizeof (TendId), after->data, after->len * sizeof (TendId));
}

static GArray *
diff (GArray *before,
      GArray *after)
{
  GArray *splices = tend_list_diff ((TendId *) (gpointer) before->data, before->len,
                                    (TendId *) (gpointer) after->data, after->len);

  check_splices (before, after, splices);

  return splices;
}

static guint
count_touched (GArray *splices)
{
  guint n = 0;

  for (guint i = 0; i < splices->len; i++)
    n += g_array_index (splices, TendSplice, i).removed + g_array_index (splices, TendSplice, i).added;

  return n;
}

static void
test_table (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint       n_splices;
    guint       n_touched;
  } rows[] = {
    { "", "", 0, 0 },
    { "abc", "abc", 0, 0 },
    { "", "abc", 1, 3 },
    { "abc", "", 1, 3 },
    { "abc", "abxc", 1, 1 },
    { "abxc", "abc", 1, 1 },
    { "abc", "axc", 1, 2 },
    { "abc", "xabcy", 2, 2 },
    { "xabcy", "abc", 2, 2 },
    { "abcdefgh", "acdefbgh", 2, 2 },
    { "abcdefgh", "hbcdefga", 2, 4 },
    { "abcdef", "acf", 2, 3 },
    { "abc", "xyz", 1, 6 },
    { "ab", "ba", 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) before = ids_from (rows[i].before);
      g_autoptr (GArray) after = ids_from (rows[i].after);
      g_autoptr (GArray) splices = diff (before, after);

      g_test_message ("%s to %s", rows[i].before, rows[i].after);
      g_assert_cmpuint (splices->len, ==, rows[i].n_splices);
      g_assert_cmpuint (count_touched (splices), ==, rows[i].n_touched);
    }
}

static GArray *
new_row (guint n)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (TendId), n);

  for (guint i = 0; i < n; i++)
    {
      TendId id = 1000 + i;

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
shuffle (GArray *ids)
{
  for (guint i = ids->len; i > 1; i--)
    {
      guint other = (guint) g_test_rand_int_range (0, (gint32) i);
      TendId id = g_array_index (ids, TendId, other);

      g_array_index (ids, TendId, other) = g_array_index (ids, TendId, i - 1);
      g_array_index (ids, TendId, i - 1) = id;
    }
}

static void
disturb (GArray *ids,
         guint   n_changes)
{
  static TendId next = 1000000;

  for (guint i = 0; i < n_changes; i++)
    {
      guint at = (guint) g_test_rand_int_range (0, (gint32) ids->len + 1);
      TendId id = next++;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          g_array_insert_val (ids, at, id);
          break;
        case 1:
          if (at < ids->len)
            g_array_remove_index (ids, at);
          break;
        default:
          if (at < ids->len)
            {
              id = g_array_index (ids, TendId, at);
              g_array_remove_index (ids, at);
              at = (guint) g_test_rand_int_range (0, (gint32) ids->len + 1);
              g_array_insert_val (ids, at, id);
            }
          break;
        }
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GArray) before = new_row ((guint) g_test_rand_int_range (0, 60));
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) splices = NULL;
      guint n_changes = (guint) g_test_rand_int_range (0, 12);

      shuffle (before);
      after = g_array_copy (before);
      disturb (after, n_changes);
      splices = diff (before, after);

      /* A move is one id going and one coming. */
      g_assert_cmpuint (count_touched (splices), <=, 2 * n_changes);
    }
}

/* More changes than the first way takes. */
static void
test_many (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GArray) before = new_row (4000);
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) splices = NULL;

      shuffle (before);
      after = g_array_copy (before);
      g_array_remove_range (after, 1000, 400);
      g_array_remove_range (after, 2000, 300);
      disturb (after, 20);
      splices = diff (before, after);

      g_assert_cmpuint (count_touched (splices), <=, 700 + 40);
      g_assert_cmpuint (splices->len, <=, 42);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GArray) before = new_row (5000);
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (TendId));
  g_autoptr (GArray) splices = NULL;

  for (guint i = 0; i < before->len; i++)
    {
      if (i % 8 != 1)
        g_array_append_vals (after, &g_array_index (before, TendId, i), 1);
    }
  splices = diff (before, after);
  g_assert_cmpuint (splices->len, ==, 1);
}

/* Another order altogether is one splice. */
static void
test_other_order (void)
{
  g_autoptr (GArray) before = new_row (5000);
  g_autoptr (GArray) after = g_array_copy (before);
  g_autoptr (GArray) splices = NULL;

  shuffle (after);
  splices = diff (before, after);
  g_assert_cmpuint (splices->len, ==, 1);
}

static void
test_million (void)
{
  g_autoptr (GArray) before = new_row (1000000);
  g_autoptr (GArray) after = g_array_copy (before);
  g_autoptr (GArray) splices = NULL;

  shuffle (before);
  g_array_set_size (after, 0);
  g_array_append_vals (after, before->data, before->len);
  disturb (after, 40);
  splices = diff (before, after);

  g_assert_cmpuint (count_touched (splices), <=, 80);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-diff/table", test_table);
  g_test_add_func ("/list-diff/random", test_random);
  g_test_add_func ("/list-diff/many", test_many);
  g_test_add_func ("/list-diff/too-many", test_too_many);
  g_test_add_func ("/list-diff/other-order", test_other_order);
  g_test_add_func ("/list-diff/million", test_million);

  return g_test_run ();
}
