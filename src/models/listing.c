/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listing.h"

#include "core/ids.h"

/* One answer of the book. */
typedef struct
{
  GArray *ids;    /* TendId; never changed once made */
  GArray *rows;   /* as long as that, or NULL */
} Answer;

struct _TendListing
{
  TendListingFunc tell;
  gpointer        list;

  Answer          now;
  /* While rows come and go, splice by splice from the end: the list is before[0 … split), then the @n_first that stand in now
   * from @first on, and then now[source … end). */
  Answer          before;
  guint           split;
  guint           first;
  guint           n_first;
  guint           source;
  gboolean        is_last;   /* of the splices, the first by place: what stands before it is the same in before and in now */
};

/* What is both taken and brought by one signal makes GTK look for the row that it keeps in place, asking for every object
 * that was brought until it is found: good for a short list, and the whole book for a long one. So of many only as many as
 * a view shows are brought by the signal that takes the old ones, whose widgets it uses again. The rest comes after them:
 * before, a row would stand in the list twice. */
#define MAX_LOOKED_FOR 512u
#define SHOWN_AT_ONCE  256u

static void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
}

TendListing *
tend_listing_new (TendListingFunc tell,
                  gpointer        list)
{
  TendListing *self = g_new0 (TendListing, 1);

  self->tell = tell;
  self->list = list;
  self->now.ids = tend_ids_new ();

  return self;
}

void
tend_listing_free (TendListing *self)
{
  answer_clear (&self->now);
  answer_clear (&self->before);
  g_free (self);
}

guint
tend_listing_count (const TendListing *self)
{
  return self->split + self->n_first + self->now.ids->len - self->source;
}

/* Which answer the row at *@position is of, and where it stands there; NULL past the end. */
static const Answer *
find (const TendListing *self,
      guint             *position)
{
  guint at = *position;

  if (at >= tend_listing_count (self))
    return NULL;
  if (at < self->split)
    return &self->before;

  at -= self->split;
  *position = at < self->n_first ? self->first + at : self->source + at - self->n_first;

  return &self->now;
}

TendId
tend_listing_get_id (const TendListing *self,
                     guint              position)
{
  const Answer *answer = find (self, &position);

  return answer != NULL ? g_array_index (answer->ids, TendId, position) : 0;
}

gconstpointer
tend_listing_get (const TendListing *self,
                  guint              position)
{
  const Answer *answer = find (self, &position);

  return answer != NULL ? answer->rows->data + (gsize) position * g_array_get_element_size (answer->rows) : NULL;
}

/* Whether it is what it will be: whoever asks for all ids while the last rows come needs no copy of them, which would be
 * 8 MB for a million. */
static gboolean
stands_as_now (const TendListing *self)
{
  guint first = self->n_first > 0 ? self->first : self->source;

  return self->before.ids == NULL
         || (self->is_last && first == self->split && self->source == self->split + self->n_first);
}

GArray *
tend_listing_ref_ids (const TendListing *self)
{
  GArray *ids;

  if (stands_as_now (self))
    return g_array_ref (self->now.ids);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (TendId), tend_listing_count (self));
  g_array_append_vals (ids, self->before.ids->data, self->split);
  if (self->n_first > 0)
    g_array_append_vals (ids, &g_array_index (self->now.ids, TendId, self->first), self->n_first);
  if (self->source < self->now.ids->len)
    g_array_append_vals (ids, &g_array_index (self->now.ids, TendId, self->source), self->now.ids->len - self->source);

  return ids;
}

GArray *
tend_listing_get_rows (const TendListing *self)
{
  return self->now.rows;
}

GArray *
tend_listing_compare (const TendListing *self,
                      GArray            *ids)
{
  return tend_list_diff (tend_ids_get (self->now.ids), self->now.ids->len, tend_ids_get (ids), ids->len);
}

/* Everything after @splice stands already. */
static void
take_splice (TendListing *self,
             TendSplice   splice)
{
  guint n_first = splice.removed > 0 && splice.added > MAX_LOOKED_FOR ? SHOWN_AT_ONCE : splice.added;

  self->split = splice.position;
  self->first = splice.source;
  self->n_first = n_first;
  self->source = splice.source + splice.added;
  if (splice.removed > 0 || n_first > 0)
    self->tell (self->list, splice.position, splice.removed, n_first);

  self->n_first = 0;
  self->source = splice.source;
  if (n_first < splice.added)
    self->tell (self->list, splice.position + n_first, 0, splice.added - n_first);
}

/* Takes @after: from what the list is to that, splice by splice. */
static void
go_through (TendListing *self,
            Answer       after,
            GArray      *splices)
{
  self->before = self->now;
  self->split = self->before.ids->len;
  self->now = after;
  self->source = after.ids->len;
  for (guint i = splices->len; i-- > 0;)
    {
      self->is_last = i == 0;
      take_splice (self, g_array_index (splices, TendSplice, i));
    }
  self->is_last = FALSE;
  self->split = 0;
  self->source = 0;
  answer_clear (&self->before);
}

/* @rows without what @splices take. */
static GArray *
keep_rows (GArray *rows,
           GArray *splices)
{
  guint size = g_array_get_element_size (rows);
  GArray *kept = g_array_sized_new (FALSE, FALSE, size, rows->len);
  guint at = 0;

  for (guint i = 0; i <= splices->len; i++)
    {
      const TendSplice *splice = i < splices->len ? &g_array_index (splices, TendSplice, i) : NULL;
      guint end = splice != NULL ? splice->position : rows->len;

      if (end > at)
        g_array_append_vals (kept, rows->data + (gsize) at * size, end - at);
      at = splice != NULL ? end + splice->removed : end;
    }

  return kept;
}

/* Where rows move, all are taken before any is brought. */
gboolean
tend_listing_take (TendListing *self,
                   GArray      *ids,
                   GArray      *rows,
                   GArray      *splices)
{
  guint n_before = self->now.ids->len;
  guint n_after = ids->len;
  g_autoptr (GArray) bringing = NULL;
  GArray *kept;

  if (splices->len == 0)
    {
      g_array_unref (ids);
      ids = g_array_ref (self->now.ids);
    }

  kept = tend_list_diff_part (self->now.ids, ids, splices, &bringing);
  if (kept != NULL)
    go_through (self, (Answer) { kept, rows != NULL ? keep_rows (self->now.rows, splices) : NULL }, splices);
  go_through (self, (Answer) { ids, rows }, bringing != NULL ? bringing : splices);

  return n_after != n_before;
}
