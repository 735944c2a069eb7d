/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-cache.h"

/* GTK asks for some 205 rows around what the window shows; the rest is for turning back. */
#define MAX_PAGES 32

#define MAX_AHEAD 2

/* How long one frame may wait for pages, and how far apart two frames are at least; µs. */
#define PATIENCE   3000
#define FRAME_TIME 10000

typedef struct
{
  guint      index;
  guint64    used;
  GPtrArray *entities;
} Page;

struct _TendPageCache
{
  grefcount       ref_count;
  TendIdList     *list;
  TendBook       *book;
  const TendNoun *noun;

  GPtrArray      *pages;
  Page           *last;          /* the one asked for last; in pages */
  guint64         clock;         /* counts uses */

  guint           generation;    /* what is read ahead for another one is void */
  guint           ahead[MAX_AHEAD];
  guint           n_ahead;

  gint64          frame_start;
  gint64          patience;      /* what is left of it in this frame */
};

/* The rows of one noun that a page shows, each once. */
typedef struct
{
  const TendNoun *noun;
  TendId          ids[TEND_PAGE_SIZE];
  guint           n_ids;
} Group;

/* A page being read ahead, noun by noun. */
typedef struct
{
  TendPageCache *cache;
  guint          index;
  guint          generation;
  guint          n_pending;
  guint          n_wanted;
  GPtrArray     *read;       /* TendEntity */
} Ahead;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->entities);
  g_free (page);
}

static Page *
find_page (TendPageCache *self,
           guint          index)
{
  if (self->last != NULL && self->last->index == index)
    return self->last;

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      if (page->index == index)
        return page;
    }

  return NULL;
}

static void
drop_oldest (TendPageCache *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      if (page->used < ((Page *) g_ptr_array_index (self->pages, oldest))->used)
        oldest = i;
    }

  if (self->last == g_ptr_array_index (self->pages, oldest))
    self->last = NULL;
  g_ptr_array_remove_index_fast (self->pages, oldest);
}

static Page *
add_page (TendPageCache *self,
          guint          index,
          GPtrArray     *entities)
{
  Page *page;

  if (self->pages->len >= MAX_PAGES)
    drop_oldest (self);

  page = g_new (Page, 1);
  *page = (Page) { index, ++self->clock, entities };
  g_ptr_array_add (self->pages, page);

  return page;
}

typedef struct
{
  const TendNoun *noun;
  TendId          id;
} Row;

static guint
collect_rows (TendPageCache *self,
              guint          index,
              Row           *rows)
{
  guint n = 0;

  for (; n < TEND_PAGE_SIZE; n++)
    {
      rows[n].noun = self->noun;
      rows[n].id = tend_id_list_get_row (self->list, index * TEND_PAGE_SIZE + n, &rows[n].noun);
      if (rows[n].id == 0)
        break;
    }

  return n;
}

static guint
find_id (const Group *group,
         TendId       id)
{
  guint i = 0;

  while (i < group->n_ids && group->ids[i] != id)
    i++;

  return i;
}

/* Gathers the rows of one noun: of the first from @from on whose noun has not come before. FALSE: there is none. */
static gboolean
next_group (const Row *rows,
            guint      n_rows,
            guint     *from,
            Group     *group)
{
  for (; *from < n_rows; ++*from)
    {
      guint before = 0;

      while (before < *from && rows[before].noun != rows[*from].noun)
        before++;
      if (before == *from)
        break;
    }
  if (*from >= n_rows)
    return FALSE;

  group->noun = rows[*from].noun;
  group->n_ids = 0;
  for (guint i = (*from)++; i < n_rows; i++)
    {
      if (rows[i].noun == group->noun && find_id (group, rows[i].id) == group->n_ids)
        group->ids[group->n_ids++] = rows[i].id;
    }

  return TRUE;
}

/* The objects of a page, one for each of its rows, waiting @patience µs in all. */
static GPtrArray *
load_rows (TendPageCache *self,
           guint          index,
           gint64         patience)
{
  Row rows[TEND_PAGE_SIZE];
  guint n = collect_rows (self, index, rows);
  GPtrArray *entities = g_ptr_array_new_full (n, g_object_unref);
  gint64 end = g_get_monotonic_time () + patience;
  guint from = 0;
  Group group;

  g_ptr_array_set_size (entities, (int) n);
  while (next_group (rows, n, &from, &group))
    {
      g_autoptr (GPtrArray) of_noun = tend_book_load_page (self->book, group.noun, group.ids, group.n_ids,
                                                           MAX (end - g_get_monotonic_time (), 0));

      for (guint i = 0; i < n; i++)
        {
          if (rows[i].noun == group.noun)
            entities->pdata[i] = g_object_ref (g_ptr_array_index (of_noun, find_id (&group, rows[i].id)));
        }
    }

  return entities;
}

/* Waiting is counted over all pages of a frame: a jump asks for several at once. */
static Page *
read_page (TendPageCache *self,
           guint          index)
{
  gint64 start = g_get_monotonic_time ();
  GPtrArray *entities;

  if (start - self->frame_start > FRAME_TIME)
    {
      self->frame_start = start;
      self->patience = PATIENCE;
    }

  entities = load_rows (self, index, MAX (self->patience, 0));
  self->patience -= g_get_monotonic_time () - start;

  return add_page (self, index, entities);
}

static void
finish_ahead (TendPageCache *self,
              Ahead         *ahead)
{
  if (ahead->generation != self->generation)
    return;

  for (guint i = 0; i < self->n_ahead; i++)
    {
      if (self->ahead[i] == ahead->index)
        {
          self->ahead[i] = self->ahead[--self->n_ahead];
          break;
        }
    }

  /* Where rows are gone the list will hear of it, and ask anew. All that is wanted is held, so nothing is waited for. */
  if (ahead->read->len == ahead->n_wanted && find_page (self, ahead->index) == NULL)
    add_page (self, ahead->index, load_rows (self, ahead->index, 0));
}

static void
on_read_ahead (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Ahead *ahead = user_data;
  g_autoptr (GPtrArray) entities = tend_book_load_finish (TEND_BOOK (source), result, NULL);

  if (entities != NULL)
    g_ptr_array_extend_and_steal (ahead->read, g_steal_pointer (&entities));
  if (--ahead->n_pending > 0)
    return;

  finish_ahead (ahead->cache, ahead);
  tend_page_cache_unref (ahead->cache);
  g_ptr_array_unref (ahead->read);
  g_free (ahead);
}

static gboolean
is_read_ahead (TendPageCache *self,
               guint          index)
{
  for (guint i = 0; i < self->n_ahead; i++)
    {
      if (self->ahead[i] == index)
        return TRUE;
    }

  return FALSE;
}

static void
read_ahead (TendPageCache *self,
            guint          index)
{
  Row rows[TEND_PAGE_SIZE];
  Ahead *ahead;
  Group group;
  guint from = 0;
  guint n;

  if (self->n_ahead == MAX_AHEAD || is_read_ahead (self, index) || find_page (self, index) != NULL)
    return;

  n = collect_rows (self, index, rows);
  if (n == 0)
    return;

  self->ahead[self->n_ahead++] = index;
  ahead = g_new0 (Ahead, 1);
  ahead->cache = self;
  ahead->index = index;
  ahead->generation = self->generation;
  ahead->read = g_ptr_array_new_with_free_func (g_object_unref);
  g_ref_count_inc (&self->ref_count);
  while (next_group (rows, n, &from, &group))
    {
      ahead->n_pending++;
      ahead->n_wanted += group.n_ids;
      tend_book_load_async (self->book, group.noun, group.ids, group.n_ids, NULL, on_read_ahead, ahead);
    }
}

static void
look_ahead (TendPageCache *self,
            guint          from,
            guint          to)
{
  if (to > from)
    {
      read_ahead (self, to + 1);
      read_ahead (self, to + 2);
    }
  else
    {
      if (to >= 1)
        read_ahead (self, to - 1);
      if (to >= 2)
        read_ahead (self, to - 2);
    }
}

TendPageCache *
tend_page_cache_new (TendIdList     *list,
                     TendBook       *book,
                     const TendNoun *noun)
{
  TendPageCache *self = g_new0 (TendPageCache, 1);

  g_ref_count_init (&self->ref_count);
  self->list = list;
  self->book = g_object_ref (book);
  self->noun = noun;
  self->pages = g_ptr_array_new_with_free_func (page_free);

  return self;
}

void
tend_page_cache_unref (TendPageCache *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_object_unref (self->book);
  g_free (self);
}

TendEntity *
tend_page_cache_get (TendPageCache *self,
                     guint          position)
{
  guint index = position / TEND_PAGE_SIZE;
  guint from = self->last != NULL ? self->last->index : index;
  Page *page;

  if (tend_id_list_get_id (self->list, position) == 0)
    return NULL;

  page = find_page (self, index);
  if (page == NULL)
    page = read_page (self, index);

  page->used = ++self->clock;
  self->last = page;
  if (index != from)
    look_ahead (self, from, index);

  return g_object_ref (g_ptr_array_index (page->entities, position % TEND_PAGE_SIZE));
}

void
tend_page_cache_drop_from (TendPageCache *self,
                           guint          position)
{
  guint first = position / TEND_PAGE_SIZE;

  self->generation++;
  self->n_ahead = 0;
  if (self->last != NULL && self->last->index >= first)
    self->last = NULL;

  for (guint i = self->pages->len; i-- > 0;)
    {
      if (((Page *) g_ptr_array_index (self->pages, i))->index >= first)
        g_ptr_array_remove_index_fast (self->pages, i);
    }
}

void
tend_page_cache_clear (TendPageCache *self)
{
  tend_page_cache_drop_from (self, 0);
}
