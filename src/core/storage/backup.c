/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file-check.h"
#include "lock.h"

#define KEPT 7

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  TendErrorCode code = errno == ENOSPC || errno == EDQUOT ? TEND_ERROR_FULL
                     : errno == EACCES || errno == EPERM || errno == EROFS ? TEND_ERROR_READ_ONLY
                     : errno == ENOENT || errno == ENOTDIR ? TEND_ERROR_NOT_FOUND : TEND_ERROR_FAILED;

  tend_set_error (error, code, TEND_REASON_NONE, NULL, NULL, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int fd = open (path, O_RDWR | O_CLOEXEC);
  gboolean ok = fd >= 0 && fchmod (fd, 0600) == 0 && fsync (fd) == 0;

  if (!ok)
    fail_errno (path, error);
  if (fd >= 0)
    close (fd);
  return ok;
}

static int
note_fault (void  *data,
            int    n_columns,
            char **values,
            char **names)
{
  gboolean *whole = data;

  *whole = *whole && n_columns == 1 && strcmp (values[0], "ok") == 0;
  return 0;
}

/* Copies all pages in one step: in small steps a writer would make it begin anew each time (measured.md). */
static gboolean
copy_pages (sqlite3     *from,
            const char  *path,
            GError     **error)
{
  sqlite3 *to = NULL;
  sqlite3_backup *backup;
  gboolean whole = TRUE;
  int code = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (to, "main", from, "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      code = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (to);
    }
  /* One file that needs no log beside it. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (to, "PRAGMA quick_check", note_fault, &whole, NULL);
  if (code == SQLITE_OK && !whole)
    code = SQLITE_CORRUPT;
  if (code != SQLITE_OK)
    tend_database_set_error (to, code, "backup", error);
  sqlite3_close (to);
  return code == SQLITE_OK;
}

/* Whether the file is still the one under that name: whoever had it before may have put it in its place meanwhile. */
static gboolean
is_named (int         fd,
          const char *path)
{
  struct stat open_one, named;

  return fstat (fd, &open_one) == 0 && stat (path, &named) == 0 && open_one.st_dev == named.st_dev && open_one.st_ino == named.st_ino;
}

/* An empty file of this process's alone: of two who copy to one place at the same time, one waits for the other. */
static int
open_part (const char *part)
{
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);

  for (;;)
    {
      int fd = open (part, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd < 0)
        return -1;
      while (flock (fd, LOCK_EX) != 0 && errno == EINTR)
        ;
      if (is_named (fd, part))
        {
          g_unlink (journal);
          if (ftruncate (fd, 0) == 0)
            return fd;
          close (fd);
          return -1;
        }
      close (fd);
    }
}

gboolean
tend_backup_write (TendDatabase  *database,
                   const char    *path,
                   GError       **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  gboolean ok;
  int fd = open_part (part);

  if (fd < 0)
    return fail_errno (path, error);
  ok = copy_pages (tend_database_get_handle (database), part, error) && sync_file (part, error) &&
       (g_rename (part, path) == 0 || fail_errno (path, error));
  if (ok)
    tend_file_sync_folder (path);
  else
    g_unlink (part);
  close (fd);
  return ok;
}

static char *
folder_of (const char *book)
{
  return g_strconcat (book, ".backups", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_daily (const char *name)
{
  return g_ascii_isdigit (name[0]);
}

static gboolean
is_of_kind (const char *name,
            const char *kind)
{
  return kind == NULL ? is_daily (name) : g_str_has_prefix (name, kind);
}

/* Keeps the newest of a kind (NULL: the daily ones); their names carry the date, so their order is that of age. */
static void
rotate (const char *folder,
        const char *kind)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tend") && is_of_kind (name, kind))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
}

static gboolean
write_named (TendDatabase  *database,
             const char    *book,
             const char    *kind,
             const char    *format,
             GError       **error)
{
  g_autofree char *folder = folder_of (book);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, format);
  g_autofree char *name = g_strconcat (kind != NULL ? kind : "", kind != NULL ? "-" : "", date, ".tend", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (kind == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (folder, error);
  if (!tend_backup_write (database, path, error))
    return FALSE;
  rotate (folder, kind);
  return TRUE;
}

gboolean
tend_backup_write_daily (TendDatabase  *database,
                         const char    *book,
                         GError       **error)
{
  return write_named (database, book, NULL, "%Y-%m-%d", error);
}

gboolean
tend_backup_write_before (TendDatabase  *database,
                          const char    *book,
                          const char    *kind,
                          GError       **error)
{
  return write_named (database, book, kind, "%Y-%m-%dT%H-%M-%S-%f", error);
}

TendInstant
tend_backup_get_last (const char *book)
{
  g_autofree char *folder = folder_of (book);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  TendInstant last = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_suffix (name, ".tend") && g_stat (path, &status) == 0)
        last = MAX (last, (TendInstant) status.st_mtime * G_USEC_PER_SEC);
    }
  return last;
}

/* Brings what stands in the log into the file itself, so that it can be moved by its name alone. */
static gboolean
settle_log (const char  *book,
            GError     **error)
{
  g_autoptr(TendDatabase) database = tend_database_open (book, TEND_DATABASE_WRITE, error);

  return database != NULL && tend_database_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static void
remove_log (const char *book)
{
  g_autofree char *wal = g_strconcat (book, "-wal", NULL);
  g_autofree char *shm = g_strconcat (book, "-shm", NULL);

  g_unlink (wal);
  g_unlink (shm);
}

/* To the microsecond: of two restores in one second, neither may take the other's book away. */
static char *
name_aside (const char *book)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S-%f");

  return g_strdup_printf ("%s.before-restore-%s", book, date);
}

static gboolean
move_aside (const char  *book,
            char       **aside,
            GError     **error)
{
  g_autofree char *name = name_aside (book);
  g_autoptr(GError) ignored = NULL;

  if (!g_file_test (book, G_FILE_TEST_EXISTS))
    return tend_file_clear_log (book, error);
  /* A damaged book may not open: it is kept as it is, with its log beside it. */
  if (!settle_log (book, &ignored))
    {
      g_autofree char *wal = g_strconcat (book, "-wal", NULL);
      g_autofree char *wal_name = g_strconcat (name, "-wal", NULL);

      g_rename (wal, wal_name);
    }
  if (g_rename (book, name) != 0)
    return fail_errno (name, error);
  remove_log (book);
  *aside = g_steal_pointer (&name);
  return TRUE;
}

gboolean
tend_backup_restore (const char  *book,
                     const char  *backup,
                     char       **aside,
                     GError     **error)
{
  g_autofree char *part = g_strconcat (book, ".restore", NULL);
  g_autoptr(TendDatabase) source = NULL;
  g_autoptr(TendLock) lock = NULL;
  int schema;

  *aside = NULL;
  if (!tend_file_check (backup, &schema, error) || !tend_file_check_writable (book, error))
    return FALSE;
  lock = tend_lock_new (book, FALSE, error);
  if (lock == NULL || !tend_lock_acquire_alone (lock, error))
    return FALSE;
  /* The copy is complete and checked before the present book is touched. */
  source = tend_database_open (backup, TEND_DATABASE_READ, error);
  if (source == NULL || !tend_backup_write (source, part, error))
    return FALSE;
  if (!move_aside (book, aside, error) || g_rename (part, book) != 0)
    {
      if (error != NULL && *error == NULL)
        fail_errno (book, error);
      g_unlink (part);
      return FALSE;
    }
  tend_file_sync_folder (book);
  tend_lock_set_sequence (lock, 0);
  return TRUE;
}
