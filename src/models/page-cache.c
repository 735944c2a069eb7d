/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-cache.h"

/* GTK asks for some 205 rows around what the window shows; the rest is for turning back. */
#define MAX_PAGES 32

#define MAX_AHEAD 2

/* How long one frame may wait for pages, and how far apart two frames are at least; µs. */
#define PATIENCE   4000
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

/* A page being read ahead. */
typedef struct
{
  TendPageCache *cache;
  guint          index;
  guint          generation;
  guint          n_ids;
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

static guint
collect_ids (TendPageCache *self,
             guint          index,
             TendId        *ids)
{
  guint n = 0;

  while (n < TEND_PAGE_SIZE && (ids[n] = tend_id_list_get_id (self->list, index * TEND_PAGE_SIZE + n)) != 0)
    n++;

  return n;
}

/* Waiting is counted over all pages of a frame: a jump asks for several at once. */
static Page *
read_page (TendPageCache *self,
           guint          index)
{
  TendId ids[TEND_PAGE_SIZE];
  guint n = collect_ids (self, index, ids);
  gint64 start = g_get_monotonic_time ();
  GPtrArray *entities;

  if (start - self->frame_start > FRAME_TIME)
    {
      self->frame_start = start;
      self->patience = PATIENCE;
    }

  entities = tend_book_load_page (self->book, self->noun, ids, n, MAX (self->patience, 0));
  self->patience -= g_get_monotonic_time () - start;

  return add_page (self, index, entities);
}

static void
on_read_ahead (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Ahead *ahead = user_data;
  g_autoptr (TendPageCache) self = ahead->cache;
  g_autoptr (GPtrArray) entities = tend_book_load_finish (TEND_BOOK (source), result, NULL);

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

  /* Where rows are gone the list will hear of it, and ask anew. */
  if (entities != NULL && entities->len == ahead->n_ids && find_page (self, ahead->index) == NULL)
    add_page (self, ahead->index, g_steal_pointer (&entities));
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
  TendId ids[TEND_PAGE_SIZE];
  Ahead *ahead;
  guint n;

  if (self->n_ahead == MAX_AHEAD || is_read_ahead (self, index) || find_page (self, index) != NULL)
    return;

  n = collect_ids (self, index, ids);
  if (n == 0)
    return;

  self->ahead[self->n_ahead++] = index;
  ahead = g_new (Ahead, 1);
  *ahead = (Ahead) { self, index, self->generation, n };
  g_ref_count_inc (&self->ref_count);
  tend_book_load_async (self->book, self->noun, ids, n, NULL, on_read_ahead, ahead);
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
