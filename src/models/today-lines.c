/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today-lines.h"

#include "core/ids.h"

/* Lines whose objects are read together, and how many such pages are kept: a view asks for some two hundred rows. */
#define PAGE_SIZE 64u
#define MAX_PAGES 6

/* How long a page may be waited for, µs, all nouns of it together. */
#define PATIENCE 4000

struct _TendTodayLines
{
  TendBook         *book;
  TendTodayGetItem  get_item;
  gpointer          list;
  GHashTable       *places;   /* id → Place */
  GQueue            pages;    /* GPtrArray of TendTodayLine, newest first */
};

/* Where a line is known, until it is finalised. */
typedef struct
{
  TendTodayLines *lines;
  TendTodayLine  *line;
  TendId          id;
} Place;

static void
on_line_gone (gpointer  data,
              GObject  *where_it_was)
{
  Place *place = data;

  g_hash_table_remove (place->lines->places, GSIZE_TO_POINTER (place->id));
}

static TendTodayLine *
peek (TendTodayLines *self,
      TendId          id)
{
  Place *place = g_hash_table_lookup (self->places, GSIZE_TO_POINTER (id));

  return place != NULL ? place->line : NULL;
}

static void
collect (GArray *ids,
         TendId  id)
{
  if (id != 0)
    g_array_append_val (ids, id);
}

/* Live objects of a noun, waited for until @end; they stay as long as @held. */
static void
hold (TendTodayLines *self,
      const TendNoun *noun,
      GArray         *ids,
      gint64          end,
      GPtrArray      *held)
{
  g_autoptr (GPtrArray) entities = NULL;

  if (ids->len == 0)
    return;

  entities = tend_book_load_page (self->book, noun, tend_ids_get (ids), ids->len,
                                  MAX (end - g_get_monotonic_time (), 0));
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (held, g_object_ref (g_ptr_array_index (entities, i)));
}

/* All that the lines from @first to @last are about, read together, so that they need not be read one by one. */
static GPtrArray *
hold_page (TendTodayLines *self,
           guint           first,
           guint           last)
{
  static const TendNoun *const nouns[] = {
    &tend_account_noun, &tend_follow_up_noun, &tend_need_noun, &tend_purchase_noun, &tend_opportunity_noun, &tend_alert_noun,
  };
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) products = tend_ids_new ();
  g_autoptr (GArray) liaisons = tend_ids_new ();

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      g_autoptr (GArray) ids = tend_ids_new ();

      for (guint position = first; position < last; position++)
        {
          const TendUrgencyItem *item = self->get_item (self->list, position);

          if (nouns[i] == &tend_account_noun)
            collect (ids, position > first && self->get_item (self->list, position - 1)->account == item->account ? 0 : item->account);
          else if (nouns[i] == &tend_alert_noun)
            collect (ids, item->alert);
          else if (nouns[i] == tend_today_line_noun (item))
            collect (ids, item->item);
        }
      hold (self, nouns[i], ids, end, held);
    }
  for (guint i = 0; i < held->len; i++)
    {
      TendId id;
      const TendNoun *noun = tend_today_line_relation (g_ptr_array_index (held, i), &id);

      collect (noun == &tend_liaison_noun ? liaisons : products, id);
    }
  hold (self, &tend_product_noun, products, end, held);
  hold (self, &tend_liaison_noun, liaisons, end, held);

  return held;
}

static TendTodayLine *
make_line (TendTodayLines        *self,
           const TendUrgencyItem *item)
{
  Place *place = g_new (Place, 1);

  place->lines = self;
  place->line = tend_today_line_new (self->book, item);
  place->id = tend_today_line_get_id (place->line);
  g_hash_table_insert (self->places, GSIZE_TO_POINTER (place->id), place);
  g_object_weak_ref (G_OBJECT (place->line), on_line_gone, place);

  return place->line;
}

static void
make_page (TendTodayLines *self,
           guint           position,
           guint           n_items)
{
  guint first = position / PAGE_SIZE * PAGE_SIZE;
  guint last = MIN (first + PAGE_SIZE, n_items);
  g_autoptr (GPtrArray) held = hold_page (self, first, last);
  GPtrArray *page = g_ptr_array_new_full (PAGE_SIZE, g_object_unref);

  for (guint i = first; i < last; i++)
    {
      const TendUrgencyItem *item = self->get_item (self->list, i);
      TendTodayLine *line = peek (self, tend_today_line_make_id (item));

      g_ptr_array_add (page, line != NULL ? g_object_ref (line) : make_line (self, item));
    }
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > MAX_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}

TendTodayLines *
tend_today_lines_new (TendBook         *book,
                      TendTodayGetItem  get_item,
                      gpointer          list)
{
  TendTodayLines *self = g_new0 (TendTodayLines, 1);

  self->book = g_object_ref (book);
  self->get_item = get_item;
  self->list = list;
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_queue_init (&self->pages);

  return self;
}

void
tend_today_lines_free (TendTodayLines *self)
{
  GHashTableIter iter;
  gpointer place;

  if (self == NULL)
    return;

  g_queue_clear_full (&self->pages, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_object_weak_unref (G_OBJECT (((Place *) place)->line), on_line_gone, place);
  g_hash_table_unref (self->places);
  g_object_unref (self->book);
  g_free (self);
}

TendTodayLine *
tend_today_lines_get (TendTodayLines *self,
                      guint           position,
                      guint           n_items)
{
  TendId id = tend_today_line_make_id (self->get_item (self->list, position));
  TendTodayLine *line = peek (self, id);

  if (line == NULL)
    {
      make_page (self, position, n_items);
      line = peek (self, id);
    }

  return g_object_ref (line);
}

void
tend_today_lines_update (TendTodayLines *self,
                         GArray         *items)
{
  if (g_hash_table_size (self->places) == 0)
    return;

  for (guint i = 0; i < items->len; i++)
    {
      const TendUrgencyItem *item = &g_array_index (items, TendUrgencyItem, i);
      TendTodayLine *line = peek (self, tend_today_line_make_id (item));

      if (line != NULL)
        tend_today_line_set_item (line, item);
    }
}
