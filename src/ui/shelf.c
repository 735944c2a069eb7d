/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "shelf.h"

struct _TendShelf
{
  GObject parent_instance;

  /* Owned References */
  GHashTable *books;    /* path → GWeakRef of TendBook */
  GHashTable *waiting;  /* path → GPtrArray of GTask: those who asked while it is being opened */
};

G_DEFINE_FINAL_TYPE (TendShelf, tend_shelf, G_TYPE_OBJECT)

typedef struct
{
  TendShelf *shelf;
  char *path;
} Opening;

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
put_book (TendShelf  *self,
          const char *path,
          TendBook   *book)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, book);
  g_hash_table_replace (self->books, g_strdup (path), ref);
}

static TendBook *
dup_book (TendShelf  *self,
          const char *path)
{
  GWeakRef *ref = g_hash_table_lookup (self->books, path);

  return ref != NULL ? g_weak_ref_get (ref) : NULL;
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TendBook) book = tend_book_open_finish (result, &error);
  g_autoptr (GPtrArray) tasks = g_ptr_array_ref (g_hash_table_lookup (opening->shelf->waiting, opening->path));

  if (book != NULL)
    put_book (opening->shelf, opening->path, book);

  g_hash_table_remove (opening->shelf->waiting, opening->path);
  for (guint i = 0; i < tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (tasks, i);

      if (book != NULL)
        g_task_return_pointer (task, g_object_ref (book), g_object_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }

  g_object_unref (opening->shelf);
  g_free (opening->path);
  g_free (opening);
}

static void
tend_shelf_finalize (GObject *object)
{
  TendShelf *self = TEND_SHELF (object);

  g_hash_table_unref (self->books);
  g_hash_table_unref (self->waiting);
  G_OBJECT_CLASS (tend_shelf_parent_class)->finalize (object);
}

static void
tend_shelf_class_init (TendShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_shelf_finalize;
}

static void
tend_shelf_init (TendShelf *self)
{
  self->books = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_weak_ref);
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

TendShelf *
tend_shelf_new (void)
{
  return g_object_new (TEND_TYPE_SHELF, NULL);
}

void
tend_shelf_open_async (TendShelf           *self,
                       const char          *path,
                       TendBookFlags        flags,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autofree char *key = g_canonicalize_filename (path, NULL);
  GTask *task = g_task_new (self, NULL, callback, user_data);
  TendBook *book = dup_book (self, key);
  GPtrArray *tasks;
  Opening *opening;

  g_task_set_source_tag (task, tend_shelf_open_async);
  if (book != NULL)
    {
      g_task_return_pointer (task, book, g_object_unref);
      g_object_unref (task);
      return;
    }

  tasks = g_hash_table_lookup (self->waiting, key);
  if (tasks != NULL)
    {
      g_ptr_array_add (tasks, task);
      return;
    }

  tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (tasks, task);
  g_hash_table_insert (self->waiting, g_strdup (key), tasks);
  opening = g_new0 (Opening, 1);
  opening->shelf = g_object_ref (self);
  opening->path = g_steal_pointer (&key);
  tend_book_open_async (opening->path, flags, NULL, on_opened, opening);
}

TendBook *
tend_shelf_open_finish (TendShelf     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
