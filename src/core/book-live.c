/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "ids.h"
#include "storage/table.h"

/* Live objects: one a row, as long as anyone holds it. Main thread. */

/* An object's place: found again when it goes and can no longer be asked. */
typedef struct
{
  TendEntity *entity;   /* borrowed: leaves with it */
  GHashTable *of_noun;
  TendId      id;
} Place;

static void
on_entity_gone (gpointer  data,
                GObject  *where)
{
  Place *place = data;

  g_hash_table_remove (place->of_noun, GSIZE_TO_POINTER (place->id));
}

void
tend_book_live_init (TendBook *self)
{
  self->live = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

void
tend_book_live_clear (TendBook *self)
{
  GHashTableIter nouns, places;
  gpointer of_noun, place;

  g_hash_table_iter_init (&nouns, self->live);
  while (g_hash_table_iter_next (&nouns, NULL, &of_noun))
    {
      g_hash_table_iter_init (&places, of_noun);
      while (g_hash_table_iter_next (&places, NULL, &place))
        g_object_weak_unref (G_OBJECT (((Place *) place)->entity), on_entity_gone, place);
    }
  g_clear_pointer (&self->live, g_hash_table_unref);
}

static GHashTable *
live_of (TendBook       *self,
         const TendNoun *noun)
{
  GHashTable *of_noun = g_hash_table_lookup (self->live, noun);

  if (of_noun == NULL)
    {
      of_noun = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->live, (gpointer) noun, of_noun);
    }
  return of_noun;
}

TendEntity *
tend_book_peek (TendBook       *self,
                const TendNoun *noun,
                TendId          id)
{
  Place *place = g_hash_table_lookup (live_of (self, noun), GSIZE_TO_POINTER (id));

  return place != NULL ? place->entity : NULL;
}

TendEntity *
tend_book_hold (TendBook       *self,
                const TendNoun *noun,
                TendId          id)
{
  TendEntity *entity = tend_book_peek (self, noun, id);
  Place *place;

  if (entity != NULL)
    return g_object_ref (entity);
  place = g_new0 (Place, 1);
  place->entity = entity = tend_entity_new (noun, id);
  place->of_noun = live_of (self, noun);
  place->id = id;
  g_hash_table_insert (place->of_noun, GSIZE_TO_POINTER (id), place);
  g_object_weak_ref (G_OBJECT (entity), on_entity_gone, place);
  return entity;
}

GArray *
tend_book_list_live (TendBook       *self,
                     const TendNoun *noun)
{
  GArray *ids = tend_ids_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, live_of (self, noun));
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      TendId id = (TendId) GPOINTER_TO_SIZE (key);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
fill_one (TendBook       *self,
          const TendNoun *noun,
          TendId          id,
          TendRecord     *record)
{
  TendEntity *live = tend_book_peek (self, noun, id);
  g_autoptr(TendEntity) entity = NULL;

  if (live == NULL)
    {
      tend_record_free (record);
      return;
    }
  entity = g_object_ref (live);
  /* Two threads read: an answer may overtake a newer one. */
  if (record != NULL && tend_entity_get_loaded (entity) && record->version < tend_entity_get_record (entity)->version)
    tend_record_free (record);
  else
    tend_entity_take_record (entity, record);
}

void
tend_book_fill (TendBook       *self,
                const TendNoun *noun,
                const TendId   *ids,
                gsize           n_ids,
                GPtrArray      *records)
{
  guint at = 0;

  /* The records come in the order of the ids, with gaps where a row is gone. */
  for (gsize i = 0; i < n_ids; i++)
    {
      TendRecord *record = at < records->len ? records->pdata[at] : NULL;

      if (record == NULL || record->id != ids[i])
        {
          fill_one (self, noun, ids[i], NULL);
          continue;
        }
      records->pdata[at++] = NULL;
      fill_one (self, noun, ids[i], record);
    }
}

typedef struct
{
  const TendNoun *noun;
  GArray         *ids;
  /* A page is waited for a moment. */
  GMutex          lock;
  GCond           read_cond;
  gboolean        read;
  gboolean        taken;
  GPtrArray      *records;
} LoadArgs;

static LoadArgs *
load_args_new (const TendNoun *noun,
               const TendId   *ids,
               gsize           n_ids)
{
  LoadArgs *args = g_atomic_rc_box_new0 (LoadArgs);

  args->noun = noun;
  args->ids = tend_ids_copy (ids, n_ids);
  g_mutex_init (&args->lock);
  g_cond_init (&args->read_cond);
  return args;
}

static void
load_args_clear (LoadArgs *args)
{
  g_array_unref (args->ids);
  g_clear_pointer (&args->records, g_ptr_array_unref);
  g_mutex_clear (&args->lock);
  g_cond_clear (&args->read_cond);
}

static void
load_args_unref (LoadArgs *args)
{
  g_atomic_rc_box_release_full (args, (GDestroyNotify) load_args_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoadArgs, load_args_unref)

/* The records go back through the arguments, so that a page can be taken before its callback comes. */
static gpointer
load_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  LoadArgs *args = data;
  GPtrArray *records = tend_table_read_many (database, args->noun, tend_ids_get (args->ids), args->ids->len, error);

  g_mutex_lock (&args->lock);
  args->records = records;
  args->read = TRUE;
  g_cond_signal (&args->read_cond);
  g_mutex_unlock (&args->lock);
  return records != NULL ? TEND_DONE : NULL;
}

static void
take_records (TendBook *self,
              LoadArgs *args)
{
  if (args->taken || args->records == NULL)
    return;
  args->taken = TRUE;
  tend_book_fill (self, args->noun, tend_ids_get (args->ids), args->ids->len, args->records);
}

/* Live objects of all ids that exist. Called when the records are taken. */
static GPtrArray *
collect (TendBook  *self,
         LoadArgs  *args)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < args->ids->len; i++)
    g_ptr_array_add (held, tend_book_hold (self, args->noun, g_array_index (args->ids, TendId, i)));
  take_records (self, args);
  for (guint i = 0; i < held->len; i++)
    if (tend_entity_get_loaded (held->pdata[i]) && !tend_entity_get_deleted (held->pdata[i]))
      g_ptr_array_add (entities, g_object_ref (held->pdata[i]));
  return entities;
}

GPtrArray *
tend_book_load (TendBook        *self,
                const TendNoun  *noun,
                const TendId    *ids,
                gsize            n_ids,
                GError         **error)
{
  g_autoptr(LoadArgs) args = load_args_new (noun, ids, n_ids);

  return tend_book_call (self, self->loader, load_work, args, error) != NULL ? collect (self, args) : NULL;
}

void
tend_book_load_async (TendBook            *self,
                      const TendNoun      *noun,
                      const TendId        *ids,
                      gsize                n_ids,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  tend_book_push (self, self->loader, load_work, load_args_new (noun, ids, n_ids), (GDestroyNotify) load_args_unref, NULL,
                  cancellable, callback, user_data);
}

GPtrArray *
tend_book_load_finish (TendBook      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  if (g_task_propagate_pointer (G_TASK (result), error) == NULL)
    return NULL;
  return collect (self, g_task_get_task_data (G_TASK (result)));
}

static void
on_late (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  TendBook *self = TEND_BOOK (source);
  g_autoptr(LoadArgs) args = user_data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    take_records (self, args);
  else if (!self->closed)
    tend_book_emit_failed (self, error);
}

static LoadArgs *
push_late (TendBook       *self,
           const TendNoun *noun,
           const TendId   *ids,
           gsize           n_ids)
{
  LoadArgs *args = load_args_new (noun, ids, n_ids);

  tend_book_push (self, self->loader, load_work, g_atomic_rc_box_acquire (args), (GDestroyNotify) load_args_unref, NULL, NULL,
                  on_late, g_atomic_rc_box_acquire (args));
  return args;
}

TendEntity *
tend_book_get (TendBook       *self,
               const TendNoun *noun,
               TendId          id)
{
  TendEntity *entity;

  g_return_val_if_fail (TEND_IS_BOOK (self), NULL);

  entity = tend_book_hold (self, noun, id);
  if (!tend_entity_get_loaded (entity))
    load_args_unref (push_late (self, noun, &id, 1));
  return entity;
}

static void
wait_for_page (LoadArgs *args,
               gint64    patience)
{
  gint64 end = g_get_monotonic_time () + patience;

  g_mutex_lock (&args->lock);
  while (!args->read && g_cond_wait_until (&args->read_cond, &args->lock, end))
    ;
  g_mutex_unlock (&args->lock);
}

GPtrArray *
tend_book_load_page (TendBook       *self,
                     const TendNoun *noun,
                     const TendId   *ids,
                     gsize           n_ids,
                     gint64          patience)
{
  GPtrArray *entities = g_ptr_array_new_full (n_ids, g_object_unref);
  g_autoptr(GArray) wanted = tend_ids_new ();
  g_autoptr(LoadArgs) args = NULL;
  gboolean read;

  for (gsize i = 0; i < n_ids; i++)
    {
      TendEntity *entity = tend_book_hold (self, noun, ids[i]);

      g_ptr_array_add (entities, entity);
      if (!tend_entity_get_loaded (entity))
        g_array_append_val (wanted, ids[i]);
    }
  if (wanted->len == 0)
    return entities;
  args = push_late (self, noun, tend_ids_get (wanted), wanted->len);
  if (self->loader != NULL && patience > 0)
    wait_for_page (args, patience);
  g_mutex_lock (&args->lock);
  read = args->read;
  g_mutex_unlock (&args->lock);
  if (read)
    take_records (self, args);
  return entities;
}
