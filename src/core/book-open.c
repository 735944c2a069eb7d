/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "book-private.h"
#include "id.h"
#include "storage/backup.h"
#include "storage/derived.h"
#include "storage/file-check.h"
#include "storage/journal.h"
#include "storage/migrations.h"
#include "storage/setting-table.h"
#include "storage/summary-pass.h"

/* Opening takes place on whichever thread asks; the connections are handed to their threads at its end. */
typedef struct
{
  TendDatabase *writer;
  TendDatabase *reader;
  TendDatabase *loader;
  TendLock     *lock;
  char         *path;
  TendBookFlags flags;
  int           schema;
  gint64        lost;
  gint64        sequence;
  gint64        generation;
  char         *currency;
  char         *user;        /* of a sample */
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_pointer (&self->reader, tend_database_close);
  g_clear_pointer (&self->loader, tend_database_close);
  g_clear_pointer (&self->writer, tend_database_close);
  g_clear_pointer (&self->lock, tend_lock_free);
  g_free (self->path);
  g_free (self->currency);
  g_free (self->user);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      tend_set_error (error, TEND_ERROR_READ_ONLY, TEND_REASON_NONE, NULL, NULL, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      tend_set_error (error, errno == EEXIST ? TEND_ERROR_EXISTS : errno == ENOSPC ? TEND_ERROR_FULL : TEND_ERROR_READ_ONLY,
                      TEND_REASON_NONE, NULL, NULL, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* Under the lock, so that of two who make one at the same time the later does not take the log of the earlier away. */
static gboolean
put_in_place (const char  *part,
              const char  *path,
              GError     **error)
{
  g_autoptr(TendLock) lock = tend_lock_new (path, FALSE, error);

  if (lock == NULL || !tend_lock_acquire (lock, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !tend_file_clear_log (path, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    {
      tend_set_error (error, errno == EEXIST ? TEND_ERROR_EXISTS : TEND_ERROR_READ_ONLY, TEND_REASON_NONE, NULL, NULL,
                      "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  tend_lock_set_sequence (lock, 0);
  return TRUE;
}

/* An empty book, whole and durable in one file before anyone can see it under its name. */
static gboolean
create_book (const char  *path,
             GError     **error)
{
  g_autofree char *part = g_strdup_printf ("%s.new-%d", path, (int) getpid ());
  g_autoptr(TendDatabase) database = NULL;
  gboolean ok;

  if (!make_file (part, error))
    return FALSE;
  database = tend_database_open (part, TEND_DATABASE_WRITE, error);
  ok = database != NULL && tend_migrations_run (database, 0, TEND_SCHEMA_VERSION, tend_migrations_get_sql, error) &&
       tend_database_exec (database, "PRAGMA journal_mode = WAL", error);
  g_clear_pointer (&database, tend_database_close);
  ok = ok && put_in_place (part, path, error);
  g_unlink (part);
  tend_file_sync_folder (path);
  return ok;
}

/* Texts and keys that an older build folded by older rules would be looked for in vain. */
static gboolean
fold_anew (Opening  *self,
           GError  **error)
{
  if (tend_derived_is_current (self->writer))
    return TRUE;
  if (!tend_database_exec (self->writer, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (tend_derived_rebuild (self->writer, error) && tend_database_exec (self->writer, "COMMIT", error))
    return TRUE;
  tend_database_exec (self->writer, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
migrate (Opening  *self,
         GError  **error)
{
  g_autofree char *kind = NULL;

  if (self->schema == TEND_SCHEMA_VERSION)
    return TRUE;
  kind = g_strdup_printf ("before-schema-%d", TEND_SCHEMA_VERSION);
  return tend_backup_write_before (self->writer, self->path, kind, error) &&
         tend_migrations_run (self->writer, self->schema, TEND_SCHEMA_VERSION, tend_migrations_get_sql, error);
}

/* A deleted or cut log is silently a consistent older state: only a number kept elsewhere tells. */
static void
compare_sequence (Opening *self)
{
  gint64 known = tend_lock_get_sequence (self->lock);

  self->lost = MAX (known - self->sequence, 0);
  if (known != self->sequence)
    tend_lock_set_sequence (self->lock, self->sequence);
}

static gboolean
open_writer (Opening  *self,
             GError  **error)
{
  gboolean ok;

  self->lock = tend_lock_new (self->path, TRUE, error);
  if (self->lock == NULL || !tend_lock_acquire (self->lock, error))
    return FALSE;
  self->writer = tend_database_open (self->path, TEND_DATABASE_WRITE, error);
  ok = self->writer != NULL && tend_database_exec (self->writer, "PRAGMA journal_mode = WAL", error) &&
       migrate (self, error) && tend_migrations_compare (self->writer, error) &&
       fold_anew (self, error) && tend_journal_get_last (self->writer, &self->sequence, error);
  if (ok)
    compare_sequence (self);
  tend_lock_release (self->lock);
  return ok;
}

static gboolean
open_readers (Opening  *self,
              GError  **error)
{
  gint64 known = self->writer == NULL ? tend_lock_peek_sequence (self->path) : 0;

  self->reader = tend_database_open (self->path, TEND_DATABASE_READ, error);
  if (self->reader == NULL || (self->writer == NULL && !tend_migrations_compare (self->reader, error)))
    return FALSE;
  self->loader = tend_database_open (self->path, TEND_DATABASE_READ, error);
  if (self->loader == NULL || !tend_journal_get_last (self->loader, &self->sequence, error) ||
      !tend_summary_pass_get_generation (self->loader, &self->generation, error))
    return FALSE;
  self->currency = tend_setting_table_get (self->loader, "currency", NULL);
  self->user = tend_setting_table_get (self->loader, TEND_SAMPLE_USER_SETTING, NULL);
  self->lost = MAX (self->lost, known - self->sequence);
  return TRUE;
}

static gboolean
open_all (Opening  *self,
          GError  **error)
{
  gboolean exists = g_file_test (self->path, G_FILE_TEST_EXISTS);

  if (!tend_file_check_place (self->path, error))
    return FALSE;
  if (exists && (self->flags & TEND_BOOK_EXCLUSIVE))
    {
      tend_set_error (error, TEND_ERROR_EXISTS, TEND_REASON_NONE, NULL, NULL, "%s", self->path);
      return FALSE;
    }
  if (!exists && (self->flags & TEND_BOOK_CREATE) && !create_book (self->path, error))
    return FALSE;
  if (!tend_file_check (self->path, &self->schema, error))
    return FALSE;
  if (self->flags & TEND_BOOK_READ_ONLY)
    return open_readers (self, error);
  return tend_file_check_writable (self->path, error) && open_writer (self, error) && open_readers (self, error);
}

gboolean
tend_book_check_place (const char  *path,
                       GError     **error)
{
  return tend_file_check_place (path, error);
}

static Opening *
opening_run (const char     *path,
             TendBookFlags   flags,
             GError        **error)
{
  g_autoptr(Opening) self = g_new0 (Opening, 1);

  self->path = tend_file_resolve (path);
  self->flags = flags;
  return open_all (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Closing the last connection checkpoints: under the lock, as all writing. */
static void
close_writer (gpointer      context,
              TendDatabase *database)
{
  TendBook *self = context;
  g_autoptr(GError) error = NULL;

  if (!tend_lock_acquire (self->lock, &error))
    {
      if (g_error_matches (error, TEND_ERROR, TEND_ERROR_GONE))
        tend_database_leave_log (database);
      return;
    }
  tend_database_exec (database, "PRAGMA wal_checkpoint (PASSIVE)", NULL);
}

static void
close_reader (gpointer      context,
              TendDatabase *database)
{
  TendBook *self = context;

  g_clear_pointer (&self->lister, tend_lister_free);
}

static TendBook *
adopt (Opening *opening)
{
  TendBook *self = g_object_new (TEND_TYPE_BOOK, NULL);

  self->path = g_steal_pointer (&opening->path);
  self->flags = opening->flags;
  self->schema = TEND_SCHEMA_VERSION;
  self->lost = opening->lost;
  self->sequence = opening->sequence;
  self->generation = opening->generation;
  tend_book_take_currency (self, opening->currency);
  if (opening->user != NULL && !tend_id_parse (opening->user, &self->user))
    self->user = 0;
  self->lock = g_steal_pointer (&opening->lock);
  self->read_only = opening->writer == NULL;
  if (opening->writer != NULL)
    self->writer = tend_worker_new ("tend-writer", FALSE, g_steal_pointer (&opening->writer), self, close_writer);
  self->lister = tend_lister_new (opening->reader);
  self->reader = tend_worker_new ("tend-reader", TRUE, g_steal_pointer (&opening->reader), self, close_reader);
  self->loader = tend_worker_new ("tend-loader", FALSE, g_steal_pointer (&opening->loader), self, NULL);
  if (self->flags & TEND_BOOK_WATCH)
    {
      tend_book_watch (self);
      tend_book_attend (self);
    }
  return self;
}

TendBook *
tend_book_open (const char     *path,
                TendBookFlags   flags,
                GError        **error)
{
  g_autoptr(Opening) opening = opening_run (path, flags, error);

  return opening != NULL ? adopt (opening) : NULL;
}

typedef struct
{
  char          *path;
  TendBookFlags  flags;
} OpenArgs;

static void
open_args_free (OpenArgs *args)
{
  g_free (args->path);
  g_free (args);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  OpenArgs *args = data;
  GError *error = NULL;
  Opening *opening = opening_run (args->path, args->flags, &error);

  if (opening != NULL)
    g_task_return_pointer (task, opening, (GDestroyNotify) opening_free);
  else
    g_task_return_error (task, error);
}

void
tend_book_open_async (const char          *path,
                      TendBookFlags        flags,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenArgs *args = g_new0 (OpenArgs, 1);

  args->path = g_strdup (path);
  args->flags = flags;
  g_task_set_task_data (task, args, (GDestroyNotify) open_args_free);
  g_task_run_in_thread (task, open_thread);
}

TendBook *
tend_book_open_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_autoptr(Opening) opening = g_task_propagate_pointer (G_TASK (result), error);

  return opening != NULL ? adopt (opening) : NULL;
}
