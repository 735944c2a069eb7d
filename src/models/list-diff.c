/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-diff.h"

#include "id-table.h"

/* Up to this many ids coming and going are matched by Myers' algorithm: as no id is there twice, it walks each common
 * stretch once and takes time n + edits², however long the lists. */
#define MAX_EDITS 256

/* More than that are matched through a table of the ids, which takes the time of a frame from here on. */
#define MAX_HASHED 65536u

/* A view needs some 10 µs a splice; above this it is quicker with one. */
#define MAX_SPLICES 512u

typedef struct
{
  const TendId *before;
  const TendId *after;
  guint         n_before;
  guint         n_after;
  guint         offset;   /* of both within the whole lists */
  GArray       *splices;
} Diff;

static void
add_splice (Diff  *diff,
            guint  position,
            guint  removed,
            guint  added,
            guint  source)
{
  TendSplice splice = { diff->offset + position, removed, added, diff->offset + source };

  if (removed != 0 || added != 0)
    g_array_append_val (diff->splices, splice);
}

/* Turns "the old id at i stays, as the new one at kept[i]" (G_MAXUINT: it goes), ascending, into splices. */
static void
add_gaps (Diff        *diff,
          const guint *kept)
{
  guint position = 0;
  guint source = 0;

  for (guint i = 0; i < diff->n_before; i++)
    {
      if (kept[i] == G_MAXUINT)
        continue;

      add_splice (diff, position, i - position, kept[i] - source, source);
      position = i + 1;
      source = kept[i] + 1;
    }

  add_splice (diff, position, diff->n_before - position, diff->n_after - source, source);
}

/* How far the furthest path of @d edits reaches on diagonal @k, given those of d - 1. */
static int
furthest (const int *reach,
          int        d,
          int        k)
{
  if (k == -d || (k != d && reach[k - 1] < reach[k + 1]))
    return reach[k + 1];

  return reach[k - 1] + 1;
}

static int
follow_snake (const Diff *diff,
              int         x,
              int         k)
{
  while (x < (int) diff->n_before && x - k < (int) diff->n_after && diff->before[x] == diff->after[x - k])
    x++;

  return x;
}

/* Reads the path back from its end; @trace holds the diagonals -d … d of every step, one after the other. */
static void
read_path (const Diff *diff,
           GArray     *trace,
           int         n_edits,
           guint      *kept)
{
  int x = (int) diff->n_before;
  int k = (int) diff->n_before - (int) diff->n_after;

  for (int d = n_edits; d >= 0; d--)
    {
      /* The reaches of step d - 1 lie at (d - 1)² with 2d - 1 of them. */
      const int *reach = d == 0 ? NULL : &g_array_index (trace, int, (d - 1) * (d - 1) + d - 1);
      int start = 0;

      if (d > 0)
        {
          gboolean down = k == -d || (k != d && reach[k - 1] < reach[k + 1]);
          int previous = down ? k + 1 : k - 1;

          start = down ? reach[previous] : reach[previous] + 1;
          for (int i = start; i < x; i++)
            kept[i] = (guint) (i - k);
          x = reach[previous];
          k = previous;
        }
      else
        {
          for (int i = 0; i < x; i++)
            kept[i] = (guint) (i - k);
        }
    }
}

/* Myers, "An O(ND) difference algorithm and its variations" (1986), the greedy form. */
static gboolean
match_few (const Diff *diff,
           guint      *kept)
{
  g_autoptr (GArray) trace = g_array_new (FALSE, FALSE, sizeof (int));
  int all[2 * MAX_EDITS + 5];
  int *reach = all + MAX_EDITS + 2;
  int end = (int) diff->n_before - (int) diff->n_after;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = -1;
  reach[1] = 0;

  if (ABS (end) > MAX_EDITS)
    return FALSE;

  for (int d = 0; d <= MAX_EDITS; d++)
    {
      for (int k = -d; k <= d; k += 2)
        {
          /* A path may leave the lists; it never comes back sooner than one that did not. */
          reach[k] = follow_snake (diff, furthest (reach, d, k), k);
          if (k == end && reach[k] >= (int) diff->n_before)
            {
              read_path (diff, trace, d, kept);
              return TRUE;
            }
        }
      g_array_append_vals (trace, reach - d, 2 * d + 1);
    }

  return FALSE;
}

/* The longest run of ids that keep their order: patience sorting over the new places of the old ids. */
static guint
keep_longest (const guint *places,
              guint        n,
              guint       *kept)
{
  g_autofree guint *tails = g_new (guint, n);    /* index of the smallest end of a run of length i + 1 */
  g_autofree guint *previous = g_new (guint, n);
  guint length = 0;
  guint at;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      if (places[i] == G_MAXUINT)
        continue;
      /* Mostly in order: the end is the likely place. */
      if (length > 0 && places[tails[length - 1]] < places[i])
        low = length;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (places[tails[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }

      previous[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  for (at = length > 0 ? tails[length - 1] : G_MAXUINT; at != G_MAXUINT; at = previous[at])
    kept[at] = places[at];

  return length;
}

static gboolean
match_many (const Diff *diff,
            guint      *kept)
{
  g_autoptr (TendIdTable) table = NULL;
  g_autofree guint *places = NULL;

  if (diff->n_before > MAX_HASHED || diff->n_after > MAX_HASHED)
    return FALSE;

  table = tend_id_table_new (diff->n_after);
  places = g_new (guint, diff->n_before);

  for (guint i = 0; i < diff->n_after; i++)
    tend_id_table_insert (table, diff->after[i], i);
  for (guint i = 0; i < diff->n_before; i++)
    {
      if (!tend_id_table_lookup (table, diff->before[i], &places[i]))
        places[i] = G_MAXUINT;
    }

  /* Where few keep their order it is another order, and nothing is gained by splicing around them. */
  return keep_longest (places, diff->n_before, kept) >= MIN (diff->n_before, diff->n_after) / 2;
}

static void
split_middle (Diff *diff)
{
  g_autofree guint *kept = g_new (guint, diff->n_before);
  guint n_splices = diff->splices->len;

  for (guint i = 0; i < diff->n_before; i++)
    kept[i] = G_MAXUINT;

  if (match_few (diff, kept) || match_many (diff, kept))
    add_gaps (diff, kept);

  if (diff->splices->len == n_splices || diff->splices->len - n_splices > MAX_SPLICES)
    {
      g_array_set_size (diff->splices, n_splices);
      add_splice (diff, 0, diff->n_before, diff->n_after, 0);
    }
}

GArray *
tend_list_diff (const TendId *before,
                guint         n_before,
                const TendId *after,
                guint         n_after)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (TendSplice));
  Diff diff = { before, after, n_before, n_after, 0, splices };

  while (diff.n_before > 0 && diff.n_after > 0 && *diff.before == *diff.after)
    {
      diff.before++;
      diff.after++;
      diff.n_before--;
      diff.n_after--;
      diff.offset++;
    }
  while (diff.n_before > 0 && diff.n_after > 0 && diff.before[diff.n_before - 1] == diff.after[diff.n_after - 1])
    {
      diff.n_before--;
      diff.n_after--;
    }

  if (diff.n_before == 0 || diff.n_after == 0)
    add_splice (&diff, 0, diff.n_before, diff.n_after, 0);
  else
    split_middle (&diff);

  return splices;
}

/* Whether an id goes from one splice to another. */
static gboolean
has_moved (GArray *before,
           GArray *after,
           GArray *splices)
{
  g_autoptr (GHashTable) taken = splices->len > 1 ? g_hash_table_new (g_int64_hash, g_int64_equal) : NULL;

  for (guint i = 0; taken != NULL && i < splices->len; i++)
    {
      TendSplice *splice = &g_array_index (splices, TendSplice, i);

      for (guint k = 0; k < splice->removed; k++)
        g_hash_table_insert (taken, &g_array_index (before, TendId, splice->position + k), splice);
    }
  for (guint i = 0; taken != NULL && i < splices->len; i++)
    {
      TendSplice *splice = &g_array_index (splices, TendSplice, i);

      for (guint k = 0; k < splice->added; k++)
        {
          TendSplice *from = g_hash_table_lookup (taken, &g_array_index (after, TendId, splice->source + k));

          if (from != NULL && from != splice)
            return TRUE;
        }
    }

  return FALSE;
}

GArray *
tend_list_diff_part (GArray  *before,
                     GArray  *after,
                     GArray  *splices,
                     GArray **bringing)
{
  GArray *kept;
  guint at = 0;

  if (!has_moved (before, after, splices))
    return NULL;

  kept = g_array_sized_new (FALSE, FALSE, sizeof (TendId), before->len);
  *bringing = g_array_new (FALSE, FALSE, sizeof (TendSplice));
  for (guint i = 0; i < splices->len; i++)
    {
      TendSplice *splice = &g_array_index (splices, TendSplice, i);
      TendSplice later = { .added = splice->added, .source = splice->source };

      if (splice->position > at)
        g_array_append_vals (kept, &g_array_index (before, TendId, at), splice->position - at);
      at = splice->position + splice->removed;
      later.position = kept->len;
      if (later.added > 0)
        g_array_append_val (*bringing, later);
      splice->added = 0;
      splice->source = kept->len;
    }
  if (at < before->len)
    g_array_append_vals (kept, &g_array_index (before, TendId, at), before->len - at);

  return kept;
}
