/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "ids.h"
#include "query-private.h"
#include "storage/account-table.h"
#include "storage/follow-up-table.h"
#include "storage/handover-table.h"
#include "storage/journal.h"
#include "storage/table.h"

/* What the book can be asked. Each question is a piece of work for the reader's thread, and is asked in two forms. */

static gpointer
list_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return tend_lister_list (((TendBook *) context)->lister, data, cancellable, error);
}

GArray *
tend_book_list (TendBook         *self,
                const TendQuery  *query,
                GError          **error)
{
  return tend_book_call (self, self->reader, list_work, (gpointer) query, error);
}

void
tend_book_list_async (TendBook            *self,
                      const TendQuery     *query,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  tend_book_push (self, self->reader, list_work, tend_query_copy (query), (GDestroyNotify) tend_query_free,
                  (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

GArray *
tend_book_list_finish (TendBook      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  TendQuery *query = data;
  g_autoptr(GArray) ids = tend_lister_list (((TendBook *) context)->lister, query, cancellable, error);

  if (ids == NULL)
    return NULL;
  return tend_table_read_many (database, query->noun, tend_ids_get (ids), ids->len, error);
}

/* Records to live objects. */
static GPtrArray *
enliven (TendBook  *self,
         GPtrArray *records)
{
  GPtrArray *entities = g_ptr_array_new_full (records->len, g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = g_steal_pointer (&records->pdata[i]);
      const TendNoun *noun = record->noun;
      TendId id = record->id;
      g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_record_free);

      g_ptr_array_add (entities, tend_book_hold (self, noun, id));
      g_ptr_array_add (one, record);
      tend_book_fill (self, noun, &id, 1, one);
    }
  g_ptr_array_unref (records);
  return entities;
}

static gpointer
prepare_work (gpointer       context,
              TendDatabase  *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  TendBook *self = context;

  tend_lister_prepare (self->lister, self->path);
  return TEND_DONE;
}

void
tend_book_prepare_search (TendBook *self)
{
  g_return_if_fail (TEND_IS_BOOK (self));

  if (!self->closed)
    tend_book_push (self, self->reader, prepare_work, NULL, NULL, NULL, NULL, NULL, NULL);
}

GPtrArray *
tend_book_find (TendBook         *self,
                const TendQuery  *query,
                GError          **error)
{
  GPtrArray *records = tend_book_call (self, self->reader, find_work, (gpointer) query, error);

  return records != NULL ? enliven (self, records) : NULL;
}

void
tend_book_find_async (TendBook            *self,
                      const TendQuery     *query,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  tend_book_push (self, self->reader, find_work, tend_query_copy (query), (GDestroyNotify) tend_query_free,
                  (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tend_book_find_finish (TendBook      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  GPtrArray *records = g_task_propagate_pointer (G_TASK (result), error);

  return records != NULL ? enliven (self, records) : NULL;
}

static gpointer
count_work (gpointer       context,
            TendDatabase  *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return tend_account_table_count (database, error);
}

GHashTable *
tend_book_count_accounts (TendBook  *self,
                          GError   **error)
{
  return tend_book_call (self, self->reader, count_work, NULL, error);
}

void
tend_book_count_accounts_async (TendBook            *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  tend_book_push (self, self->reader, count_work, NULL, NULL, (GDestroyNotify) g_hash_table_unref,
                  cancellable, callback, user_data);
}

GHashTable *
tend_book_count_accounts_finish (TendBook      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GArray *accounts;
  TendId  manager;
  TendInstant now;
} PreviewArgs;

static PreviewArgs *
preview_args_new (TendBook     *book,
                  const TendId *accounts,
                  gsize         n_accounts,
                  TendId        manager)
{
  PreviewArgs *args = g_new0 (PreviewArgs, 1);

  args->accounts = tend_ids_copy (accounts, n_accounts);
  args->manager = manager;
  args->now = tend_clock_now (book->clock);
  return args;
}

static void
preview_args_free (PreviewArgs *args)
{
  g_array_unref (args->accounts);
  g_free (args);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PreviewArgs, preview_args_free)

static gpointer
preview_work (gpointer       context,
              TendDatabase  *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  PreviewArgs *args = data;
  g_autofree TendReassignPreview *preview = g_new0 (TendReassignPreview, 1);

  if (!tend_handover_table_preview (database, tend_ids_get (args->accounts), args->accounts->len,
                                    args->manager, args->now, preview, error))
    return NULL;
  return g_steal_pointer (&preview);
}

TendReassignPreview *
tend_book_preview_reassign (TendBook      *self,
                            const TendId  *accounts,
                            gsize          n_accounts,
                            TendId         manager,
                            GError       **error)
{
  g_autoptr(PreviewArgs) args = preview_args_new (self, accounts, n_accounts, manager);

  return tend_book_call (self, self->reader, preview_work, args, error);
}

void
tend_book_preview_reassign_async (TendBook            *self,
                                  const TendId        *accounts,
                                  gsize                n_accounts,
                                  TendId               manager,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  tend_book_push (self, self->reader, preview_work, preview_args_new (self, accounts, n_accounts, manager),
                  (GDestroyNotify) preview_args_free, g_free, cancellable, callback, user_data);
}

TendReassignPreview *
tend_book_preview_reassign_finish (TendBook      *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TendId   account;
  gboolean heads;
  gint64   before;
  guint    limit;
} ChangesArgs;

static gpointer
changes_work (gpointer       context,
              TendDatabase  *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  ChangesArgs *args = data;

  return tend_journal_list (database, args->account, args->heads, args->before, args->limit, error);
}

GPtrArray *
tend_book_list_changes (TendBook  *self,
                        TendId     account,
                        gboolean   heads,
                        gint64     before,
                        guint      limit,
                        GError   **error)
{
  ChangesArgs args = { account, heads, before, limit };

  return tend_book_call (self, self->loader, changes_work, &args, error);
}

void
tend_book_list_changes_async (TendBook            *self,
                              TendId               account,
                              gboolean             heads,
                              gint64               before,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  ChangesArgs args = { account, heads, before, limit };

  tend_book_push (self, self->loader, changes_work, g_memdup2 (&args, sizeof args), g_free,
                  (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tend_book_list_changes_finish (TendBook      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
find_undo_work (gpointer       context,
                TendDatabase  *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  TendId *answer = data;

  *answer = tend_journal_find_undo (database, ((TendBook *) context)->user, error);
  return TEND_DONE;
}

static gpointer
find_redo_work (gpointer       context,
                TendDatabase  *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  TendId *answer = data;

  *answer = tend_journal_find_redo (database, ((TendBook *) context)->user, error);
  return TEND_DONE;
}

TendId
tend_book_find_undo (TendBook  *self,
                     GError   **error)
{
  TendId batch = 0;

  tend_book_call (self, self->loader, find_undo_work, &batch, error);
  return batch;
}

TendId
tend_book_find_redo (TendBook  *self,
                     GError   **error)
{
  TendId batch = 0;

  tend_book_call (self, self->loader, find_redo_work, &batch, error);
  return batch;
}

typedef struct
{
  TendInstant now;
  TendId      manager;
  TendInstant next;
} DueArgs;

static gpointer
due_work (gpointer       context,
          TendDatabase  *database,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  DueArgs *args = data;

  return tend_follow_up_table_list_due (database, args->now, args->manager, &args->next, error);
}

GArray *
tend_book_list_due (TendBook     *self,
                    TendInstant   now,
                    TendId        manager,
                    TendInstant  *next,
                    GError      **error)
{
  DueArgs args = { now, manager, 0 };
  GArray *ids = tend_book_call (self, self->loader, due_work, &args, error);

  *next = args.next;
  return ids;
}

void
tend_book_list_due_async (TendBook            *self,
                          TendInstant          now,
                          TendId               manager,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  DueArgs args = { now, manager, 0 };

  tend_book_push (self, self->loader, due_work, g_memdup2 (&args, sizeof args), g_free, (GDestroyNotify) g_array_unref,
                  cancellable, callback, user_data);
}

GArray *
tend_book_list_due_finish (TendBook      *self,
                           GAsyncResult  *result,
                           TendInstant   *next,
                           GError       **error)
{
  DueArgs *args = g_task_get_task_data (G_TASK (result));

  *next = args != NULL ? args->next : 0;
  return g_task_propagate_pointer (G_TASK (result), error);
}
