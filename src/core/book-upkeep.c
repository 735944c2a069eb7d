/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "book-private.h"
#include "ids.h"
#include "storage/backup.h"
#include "storage/check.h"
#include "storage/derived.h"
#include "storage/file-check.h"
#include "storage/follow-up-table.h"
#include "storage/journal.h"
#include "storage/setting-table.h"
#include "storage/table.h"

/* Seconds after opening when the first daily backup is looked after, and between the later looks. */
#define ATTEND_AFTER 20
#define ATTEND_EVERY 3600

/* What keeps the book in order: settings, marks, backups, facts, checks. */

gpointer
tend_book_write_quietly (TendBook        *self,
                         TendDatabase    *database,
                         TendQuietWrite   write,
                         gpointer         data,
                         GError         **error)
{
  gboolean ok;

  if (!tend_lock_acquire (self->lock, error))
    return NULL;
  ok = tend_database_exec (database, "BEGIN IMMEDIATE", error);
  if (ok && (!write (database, data, error) || !tend_database_exec (database, "COMMIT", error)))
    {
      tend_database_exec (database, "ROLLBACK", NULL);
      ok = FALSE;
    }
  tend_lock_release (self->lock);
  return ok ? TEND_DONE : NULL;
}

typedef struct
{
  const char *key;
  const char *value;
} SettingArgs;

static gpointer
get_setting_work (gpointer       context,
                  TendDatabase  *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  SettingArgs *args = data;

  return tend_setting_table_get (database, args->key, error);
}

static gboolean
write_setting (TendDatabase  *database,
               gpointer       data,
               GError       **error)
{
  SettingArgs *args = data;

  return tend_setting_table_set (database, args->key, args->value, error);
}

static gpointer
set_setting_work (gpointer       context,
                  TendDatabase  *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return tend_book_write_quietly (context, database, write_setting, data, error);
}

char *
tend_book_get_setting (TendBook    *self,
                       const char  *key,
                       GError     **error)
{
  SettingArgs args = { key, NULL };

  return tend_book_call (self, self->loader, get_setting_work, &args, error);
}

gboolean
tend_book_set_setting (TendBook    *self,
                       const char  *key,
                       const char  *value,
                       GError     **error)
{
  SettingArgs args = { key, value };

  if (tend_book_call (self, self->writer, set_setting_work, &args, error) == NULL)
    return FALSE;
  if (g_str_equal (key, "currency"))
    tend_book_take_currency (self, value);
  return TRUE;
}

typedef struct
{
  GArray      *ids;
  TendInstant  at;
} MarkArgs;

static MarkArgs *
mark_args_new (const TendId *follow_ups,
               gsize         n_follow_ups,
               TendInstant   at)
{
  MarkArgs *args = g_new0 (MarkArgs, 1);

  args->ids = tend_ids_copy (follow_ups, n_follow_ups);
  args->at = at;
  return args;
}

static void
mark_args_free (MarkArgs *args)
{
  g_array_unref (args->ids);
  g_free (args);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarkArgs, mark_args_free)

static gboolean
write_marks (TendDatabase  *database,
             gpointer       data,
             GError       **error)
{
  MarkArgs *args = data;

  return tend_follow_up_table_mark (database, tend_ids_get (args->ids), args->ids->len, args->at, error);
}

static gpointer
mark_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return tend_book_write_quietly (context, database, write_marks, data, error);
}

gboolean
tend_book_mark_reminded (TendBook      *self,
                         const TendId  *follow_ups,
                         gsize          n_follow_ups,
                         TendInstant    at,
                         GError       **error)
{
  g_autoptr(MarkArgs) args = mark_args_new (follow_ups, n_follow_ups, at);

  return tend_book_call (self, self->writer, mark_work, args, error) != NULL;
}

void
tend_book_mark_reminded_async (TendBook            *self,
                               const TendId        *follow_ups,
                               gsize                n_follow_ups,
                               TendInstant          at,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  tend_book_push (self, self->writer, mark_work, mark_args_new (follow_ups, n_follow_ups, at),
                  (GDestroyNotify) mark_args_free, NULL, NULL, callback, user_data);
}

gboolean
tend_book_mark_reminded_finish (TendBook      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/* A backup has a thread and a connection of its own: copying a large book takes seconds, and lists must not wait. */
typedef struct
{
  char *book;
  char *path;   /* NULL: the daily one, if it is due */
} BackupArgs;

static void
backup_args_free (BackupArgs *args)
{
  g_free (args->book);
  g_free (args->path);
  g_free (args);
}

static gboolean
write_backup (const char  *book,
              const char  *path,
              GError     **error)
{
  g_autoptr(TendDatabase) database = NULL;

  if (path != NULL && !tend_file_check_target (path, error))
    return FALSE;
  database = tend_database_open (book, TEND_DATABASE_READ, error);
  if (database == NULL)
    return FALSE;
  return path != NULL ? tend_backup_write (database, path, error) : tend_backup_write_daily (database, book, error);
}

gboolean
tend_book_backup (TendBook    *self,
                  const char  *path,
                  GError     **error)
{
  return write_backup (self->path, path, error);
}

static void
backup_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  BackupArgs *args = data;
  GError *error = NULL;

  if (write_backup (args->book, args->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tend_book_backup_async (TendBook            *self,
                        const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  BackupArgs *args = g_new0 (BackupArgs, 1);

  args->book = g_strdup (self->path);
  args->path = g_strdup (path);
  g_task_set_task_data (task, args, (GDestroyNotify) backup_args_free);
  g_task_run_in_thread (task, backup_thread);
}

gboolean
tend_book_backup_finish (TendBook      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_backed_up (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!tend_book_backup_finish (TEND_BOOK (source), result, &error))
    tend_book_emit_failed (TEND_BOOK (source), error);
}

static gboolean
on_attend (gpointer user_data)
{
  TendBook *self = user_data;

  tend_book_backup_async (self, NULL, NULL, on_backed_up, NULL);
  self->attend_source = g_timeout_add_seconds (ATTEND_EVERY, on_attend, self);
  return G_SOURCE_REMOVE;
}

/* First what cannot wait: whoever opened the book listens by the time the main loop runs again. */
static gboolean
on_attend_first (gpointer user_data)
{
  TendBook *self = user_data;
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, self->lost);
  g_autoptr(GError) error = NULL;

  self->attend_source = g_timeout_add_seconds (ATTEND_AFTER, on_attend, self);
  tend_book_keep_day (self);
  if (self->lost == 0)
    return G_SOURCE_REMOVE;
  error = tend_error_new (TEND_ERROR_LOST, TEND_REASON_NONE, NULL, value, "%s changes are missing", value);
  tend_book_emit_failed (self, error);
  return G_SOURCE_REMOVE;
}

void
tend_book_attend (TendBook *self)
{
  if (!self->read_only)
    self->attend_source = g_idle_add (on_attend_first, self);
}

gboolean
tend_book_restore (const char  *path,
                   const char  *backup,
                   char       **aside,
                   GError     **error)
{
  g_autofree char *resolved = tend_file_resolve (path);

  return tend_backup_restore (resolved, backup, aside, error);
}

static gint64
size_of (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

static gpointer
info_work (gpointer       context,
           TendDatabase  *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  TendBook *self = context;
  TendBookInfo *info = data;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

  info->schema = self->schema;
  info->size = size_of (self->path) + size_of (wal);
  info->last_backup = tend_backup_get_last (self->path);
  info->lost = self->lost;
  for (guint i = 0; tend_nouns ()[i] != NULL; i++)
    if (!tend_table_count (database, tend_nouns ()[i], &info->counts[i], error))
      return NULL;
  return tend_journal_get_last (database, &info->sequence, error) ? TEND_DONE : NULL;
}

gboolean
tend_book_get_info (TendBook      *self,
                    TendBookInfo  *info,
                    GError       **error)
{
  *info = (TendBookInfo) { 0 };
  return tend_book_call (self, self->loader, info_work, info, error) != NULL;
}

static gpointer
new_info_work (gpointer       context,
               TendDatabase  *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree TendBookInfo *info = g_new0 (TendBookInfo, 1);

  return info_work (context, database, info, cancellable, error) != NULL ? g_steal_pointer (&info) : NULL;
}

void
tend_book_get_info_async (TendBook            *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  tend_book_push (self, self->loader, new_info_work, NULL, NULL, g_free, cancellable, callback, user_data);
}

gboolean
tend_book_get_info_finish (TendBook      *self,
                           GAsyncResult  *result,
                           TendBookInfo  *info,
                           GError       **error)
{
  g_autofree TendBookInfo *found = g_task_propagate_pointer (G_TASK (result), error);

  *info = found != NULL ? *found : (TendBookInfo) { 0 };
  return found != NULL;
}

void
tend_fault_free (TendFault *fault)
{
  g_free (fault->invariant);
  g_free (fault->table);
  g_free (fault->detail);
  g_free (fault);
}

static gboolean
write_repair (TendDatabase  *database,
              gpointer       data,
              GError       **error)
{
  return tend_derived_rebuild (database, error);
}

static gpointer
repair_work (gpointer       context,
             TendDatabase  *database,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return tend_book_write_quietly (context, database, write_repair, NULL, error);
}

static gpointer
check_work (gpointer       context,
            TendDatabase  *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return tend_check_run (database, error);
}

GPtrArray *
tend_book_check (TendBook  *self,
                 gboolean   repair,
                 GError   **error)
{
  if (repair && tend_book_call (self, self->writer, repair_work, NULL, error) == NULL)
    return NULL;
  return tend_book_call (self, self->reader, check_work, NULL, error);
}
