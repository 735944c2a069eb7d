/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "ids.h"
#include "storage/backup.h"
#include "storage/journal.h"
#include "storage/summary-pass.h"
#include "storage/table.h"
#include "storage/transaction.h"

/* Changing the book, and telling what has changed: by this process, or by another. */

/* More changes than this at once are told as "everything". */
#define TELL_MOST 5000
/* How long after the first sign of another process's change it is looked for, in ms. */
#define MONITOR_RATE 100

/* Telling: what has changed is read, then the rows of the live objects concerned, then all is told at once. */
typedef struct
{
  gint64         since;
  gint64         last;
  gint64         generation;  /* of the summaries */
  TendChangeSet *changes;
  GPtrArray     *tasks;     /* GTask: to be answered afterwards */
  GPtrArray     *ids;       /* a noun: GArray of TendId */
  GPtrArray     *records;   /* a noun: GPtrArray of TendRecord */
} Telling;

static Telling *
telling_new (TendBook *self)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->since = self->sequence;
  telling->generation = self->generation;
  telling->changes = tend_change_set_new ();
  telling->tasks = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  telling->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  telling->records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return telling;
}

static void
telling_free (Telling *telling)
{
  tend_change_set_unref (telling->changes);
  g_ptr_array_unref (telling->tasks);
  g_ptr_array_unref (telling->ids);
  g_ptr_array_unref (telling->records);
  g_free (telling);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Telling, telling_free)

static gpointer
collect_work (gpointer       context,
              TendDatabase  *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Telling *telling = data;
  gint64 generation = telling->generation;

  if (!tend_journal_collect (database, telling->since, TELL_MOST, telling->changes, &telling->last, error) ||
      !tend_summary_pass_get_generation (database, &telling->generation, error))
    return NULL;
  /* A new day, or new rules: no journal says which accounts stand otherwise now. */
  if (telling->generation != generation)
    tend_change_set_set_total (telling->changes);
  return TEND_DONE;
}

static gpointer
read_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Telling *telling = data;

  for (guint i = 0; tend_nouns ()[i] != NULL; i++)
    {
      GArray *ids = telling->ids->pdata[i];
      GPtrArray *records = tend_table_read_many (database, tend_nouns ()[i], tend_ids_get (ids), ids->len, error);

      if (records == NULL)
        return NULL;
      g_ptr_array_add (telling->records, records);
    }
  return TEND_DONE;
}

/* The touched rows that are live, each once. */
static GArray *
list_touched (TendBook       *self,
              Telling        *telling,
              const TendNoun *noun)
{
  g_autoptr(GHashTable) seen = NULL;
  const TendChangeItem *items;
  GArray *ids;
  guint n_items;

  if (tend_change_set_get_total (telling->changes))
    return tend_book_list_live (self, noun);
  ids = tend_ids_new ();
  seen = g_hash_table_new (NULL, NULL);
  items = tend_change_set_get_items (telling->changes, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].noun == noun && tend_book_peek (self, noun, items[i].id) != NULL &&
        g_hash_table_add (seen, GSIZE_TO_POINTER (items[i].id)))
      g_array_append_val (ids, items[i].id);
  return ids;
}

static void
list_all_touched (TendBook *self,
                  Telling  *telling)
{
  for (guint i = 0; tend_nouns ()[i] != NULL; i++)
    g_ptr_array_add (telling->ids, list_touched (self, telling, tend_nouns ()[i]));
}

static void
tell (TendBook *self,
      Telling  *telling)
{
  for (guint i = 0; i < telling->records->len; i++)
    {
      GArray *ids = telling->ids->pdata[i];

      tend_book_fill (self, tend_nouns ()[i], tend_ids_get (ids), ids->len, telling->records->pdata[i]);
    }
  self->sequence = telling->last;
  self->generation = telling->generation;
  if (!tend_change_set_is_empty (telling->changes))
    tend_book_emit_changed (self, telling->changes);
}

static void
answer_tasks (Telling *telling)
{
  for (guint i = 0; i < telling->tasks->len; i++)
    g_task_return_boolean (telling->tasks->pdata[i], TRUE);
}

static void
end_refresh (TendBook *self,
             Telling  *telling,
             GError   *error)
{
  if (error != NULL && !self->closed)
    tend_book_emit_failed (self, error);
  self->refreshing = FALSE;
  answer_tasks (telling);
  telling_free (telling);
  if (self->refresh_again || self->waiting->len > 0)
    tend_book_refresh (self);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TendBook) self = TEND_BOOK (g_object_ref (source));
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) != NULL)
    tell (self, user_data);
  end_refresh (self, user_data, error);
}

static void
on_collected (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TendBook) self = TEND_BOOK (g_object_ref (source));
  g_autoptr(GError) error = NULL;
  Telling *telling = user_data;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL || tend_change_set_is_empty (telling->changes))
    {
      end_refresh (self, telling, error);
      return;
    }
  list_all_touched (self, telling);
  tend_book_push (self, self->loader, read_work, telling, NULL, NULL, NULL, on_read, telling);
}

void
tend_book_refresh (TendBook *self)
{
  Telling *telling;

  if (self->refreshing)
    {
      self->refresh_again = TRUE;
      return;
    }
  self->refreshing = TRUE;
  self->refresh_again = FALSE;
  telling = telling_new (self);
  tend_book_push (self, self->loader, collect_work, telling, NULL, NULL, NULL, on_collected, telling);
}

gboolean
tend_book_refresh_now (TendBook  *self,
                       GError   **error)
{
  g_autoptr(Telling) telling = telling_new (self);

  if (tend_book_call (self, self->loader, collect_work, telling, error) == NULL)
    return FALSE;
  list_all_touched (self, telling);
  if (tend_book_call (self, self->loader, read_work, telling, error) == NULL)
    return FALSE;
  tell (self, telling);
  answer_tasks (telling);
  return TRUE;
}

static void
on_file_changed (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 TendBook          *self)
{
  if (!self->closed)
    tend_book_refresh (self);
}

void
tend_book_watch (TendBook *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  const char *paths[] = { self->path, wal };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i]);

      self->monitors[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] == NULL)
        continue;
      g_file_monitor_set_rate_limit (self->monitors[i], MONITOR_RATE);
      g_signal_connect_object (self->monitors[i], "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_DEFAULT);
    }
}

static gboolean
run_transaction (TendBook       *self,
                 TendDatabase   *database,
                 TendOperation  *operation,
                 GCancellable   *cancellable,
                 GError        **error)
{
  TendTransaction *transaction = tend_transaction_begin (database, tend_operation_get_by (operation),
                                                         tend_clock_now (self->clock), error);
  TendId batch;
  gint64 sequence;

  if (transaction == NULL)
    return FALSE;
  if (!tend_operation_run (operation, transaction, cancellable, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) || !tend_lock_check (self->lock, error))
    {
      tend_transaction_rollback (transaction);
      return FALSE;
    }
  if (!tend_transaction_commit (transaction, tend_operation_get_kind (operation), tend_operation_get_label (operation),
                                tend_operation_get_count (operation), tend_operation_get_undoes (operation),
                                &batch, &sequence, error))
    return FALSE;
  tend_operation_set_batch (operation, batch);
  tend_lock_set_sequence (self->lock, sequence);
  return TRUE;
}

static gpointer
apply_work (gpointer       context,
            TendDatabase  *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  TendBook *self = context;
  TendOperation *operation = data;
  gboolean ok;

  if (TEND_OPERATION_GET_CLASS (operation)->backup_first &&
      !tend_backup_write_before (database, self->path, "before-import", error))
    return NULL;
  if (!tend_lock_acquire (self->lock, error))
    return NULL;
  ok = run_transaction (self, database, operation, cancellable, error);
  tend_lock_release (self->lock);
  return ok ? TEND_DONE : NULL;
}

static void
adopt_user (TendBook      *self,
            TendOperation *operation)
{
  if (tend_operation_get_by (operation) == 0)
    tend_operation_set_by (operation, self->user);
}

gboolean
tend_book_apply (TendBook       *self,
                 TendOperation  *operation,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_return_val_if_fail (TEND_IS_BOOK (self), FALSE);

  adopt_user (self, operation);
  if (self->writer == NULL)
    return tend_book_call (self, NULL, NULL, NULL, error) != NULL;
  if (tend_worker_call (self->writer, apply_work, operation, cancellable, error) == NULL)
    return FALSE;
  return tend_book_refresh_now (self, error);
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TendBook *self = TEND_BOOK (source);
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_pointer (G_TASK (result), &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  tend_book_refresh (self);
}

void
tend_book_apply_async (TendBook            *self,
                       TendOperation       *operation,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  adopt_user (self, operation);
  tend_book_push (self, self->writer, apply_work, g_object_ref (operation), g_object_unref, NULL, cancellable, on_applied, task);
}

gboolean
tend_book_apply_finish (TendBook      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
