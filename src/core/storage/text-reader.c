/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-reader.h"

#include "journal.h"

struct _TendTextReader
{
  GThread         *thread;
  char            *path;
  int              stop;       /* atomic */
  GMutex           lock;       /* of what follows */
  GCond            cond;
  gboolean         done;
  TendSearchIndex *index;
  gint64           sequence;
  GError          *error;
};

TendSearchIndex *
tend_text_reader_read (TendDatabase  *database,
                       int           *stop,
                       GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT account, text FROM account_text ORDER BY account", error);
  g_autoptr(TendSearchIndex) index = tend_search_index_new ();
  TendStep step;

  if (statement == NULL)
    return NULL;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      if (stop != NULL && g_atomic_int_get (stop))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
          return NULL;
        }
      tend_search_index_set (index, tend_statement_get_int (statement, 0), tend_statement_get_text (statement, 1));
    }
  return step == TEND_STEP_DONE ? g_steal_pointer (&index) : NULL;
}

static TendSearchIndex *
read_book (TendTextReader  *self,
           gint64          *sequence,
           GError         **error)
{
  g_autoptr(TendDatabase) database = tend_database_open (self->path, TEND_DATABASE_READ, error);

  /* One snapshot for the texts and the place in the journal; it ends with the connection. */
  if (database == NULL || !tend_database_exec (database, "BEGIN", error) || !tend_journal_get_last (database, sequence, error))
    return NULL;
  return tend_text_reader_read (database, &self->stop, error);
}

static gpointer
run (gpointer data)
{
  TendTextReader *self = data;
  GError *error = NULL;
  gint64 sequence = 0;
  TendSearchIndex *index = read_book (self, &sequence, &error);

  g_mutex_lock (&self->lock);
  self->index = index;
  self->sequence = sequence;
  self->error = error;
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
  return NULL;
}

TendTextReader *
tend_text_reader_new (const char *path)
{
  TendTextReader *self = g_new0 (TendTextReader, 1);

  self->path = g_strdup (path);
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("tend-texts", run, self);
  return self;
}

void
tend_text_reader_free (TendTextReader *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stop, 1);
  g_thread_join (self->thread);
  g_clear_pointer (&self->index, tend_search_index_free);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);
}

/* On any thread: whoever waits looks whether it still should. */
static void
wake (GCancellable   *cancellable,
      TendTextReader *self)
{
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
}

TendSearchIndex *
tend_text_reader_take (TendTextReader  *self,
                       gint64          *sequence,
                       GCancellable    *cancellable,
                       GError         **error)
{
  gulong handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (wake), self, NULL) : 0;
  TendSearchIndex *index = NULL;

  g_mutex_lock (&self->lock);
  while (!self->done && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&self->cond, &self->lock);
  if (self->done)
    {
      index = g_steal_pointer (&self->index);
      *sequence = self->sequence;
      if (index == NULL && self->error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->error));
    }
  g_mutex_unlock (&self->lock);
  g_cancellable_disconnect (cancellable, handler);
  if (index == NULL && error != NULL && *error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return index;
}
