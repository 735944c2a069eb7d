/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-check.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "migrations.h"

/* The file format of SQLite: magic at 0, user_version at 60, application_id at 68, both big-endian. */
#define HEADER_SIZE 100
#define USER_VERSION_AT 60
#define APPLICATION_ID_AT 68
static const char magic[16] = "SQLite format 3";

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  TendErrorCode code = errno == ENOENT || errno == ENOTDIR ? TEND_ERROR_NOT_FOUND : TEND_ERROR_UNREADABLE;

  tend_set_error (error, code, TEND_REASON_NONE, NULL, NULL, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

static gboolean
fail (TendErrorCode  code,
      const char    *path,
      GError       **error)
{
  tend_set_error (error, code, TEND_REASON_NONE, NULL, NULL, "%s", path);
  return FALSE;
}

static gint32
read_number (const guchar *at)
{
  return (gint32) ((guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3]);
}

static gboolean
check_header (const char  *path,
              int         *schema,
              GError     **error)
{
  guchar header[HEADER_SIZE];
  gssize n_read;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    return fail_errno (path, error);
  n_read = read (fd, header, sizeof header);
  close (fd);
  if (n_read < 0)
    return fail_errno (path, error);
  if (n_read < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0 ||
      read_number (header + APPLICATION_ID_AT) != TEND_SCHEMA_APPLICATION)
    return fail (TEND_ERROR_NOT_A_BOOK, path, error);
  *schema = read_number (header + USER_VERSION_AT);
  if (*schema > TEND_SCHEMA_VERSION)
    {
      g_autofree char *value = g_strdup_printf ("%d", *schema);

      tend_set_error (error, TEND_ERROR_NEWER, TEND_REASON_NONE, NULL, value, "%s: schema %s", path, value);
      return FALSE;
    }
  return *schema >= 1 ? TRUE : fail (TEND_ERROR_NOT_A_BOOK, path, error);
}

char *
tend_file_resolve (const char *path)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved);

  free (resolved);
  if (copy != NULL)
    return copy;
  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  resolved = realpath (folder, NULL);
  copy = resolved != NULL ? g_build_filename (resolved, name, NULL) : g_strdup (path);
  free (resolved);
  return copy;
}

gboolean
tend_file_check (const char  *path,
                 int         *schema,
                 GError     **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return fail_errno (path, error);
  if (!S_ISREG (status.st_mode))
    return fail (TEND_ERROR_FOLDER, path, error);
  if (status.st_size == 0)
    return fail (TEND_ERROR_EMPTY, path, error);
  if (status.st_nlink > 1)
    return fail (TEND_ERROR_LINKED, path, error);
  return check_header (path, schema, error);
}

/* A copy takes the place of an earlier copy, or of a file with nothing in it (as mktemp makes); never of a book that is in
 * use, which a lock stands beside, nor of anything that is not Tend's. */
gboolean
tend_file_check_target (const char  *path,
                        GError     **error)
{
  g_autofree char *lock = NULL;
  g_autofree char *resolved = NULL;
  struct stat status;
  int schema;

  if (*path == '\0')
    return fail (TEND_ERROR_NOT_FOUND, path, error);
  if (lstat (path, &status) != 0)
    return errno == ENOENT ? TRUE : fail_errno (path, error);
  if (S_ISDIR (status.st_mode))
    return fail (TEND_ERROR_FOLDER, path, error);
  resolved = tend_file_resolve (path);
  lock = g_strconcat (resolved, ".lock", NULL);
  if (!S_ISREG (status.st_mode) || g_file_test (lock, G_FILE_TEST_EXISTS) ||
      (status.st_size > 0 && !check_header (path, &schema, NULL)))
    return fail (TEND_ERROR_EXISTS, path, error);
  return TRUE;
}

/* A file that is chosen from within a sandbox comes through a file system of the desktop's, as one file: what is made beside
 * it stands under other names in the real folder, so a lock there locks nobody out, and a log is lost with the sandbox. */
gboolean
tend_file_check_place (const char  *path,
                       GError     **error)
{
  g_autofree char *documents = g_strconcat (g_get_user_runtime_dir (), "/doc/", NULL);

  if (g_str_has_prefix (path, documents) || g_str_has_prefix (path, "/run/flatpak/doc/"))
    return fail (TEND_ERROR_ALONE, path, error);
  return TRUE;
}

gboolean
tend_file_check_writable (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* SQLite needs the folder too: for the write-ahead log beside the book. */
  if ((g_file_test (path, G_FILE_TEST_EXISTS) && access (path, W_OK) != 0) || access (folder, W_OK | X_OK) != 0)
    {
      tend_set_error (error, errno == ENOENT ? TEND_ERROR_NOT_FOUND : TEND_ERROR_READ_ONLY, TEND_REASON_NONE, NULL, NULL,
                      "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

gboolean
tend_file_clear_log (const char  *path,
                     GError     **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S-%f");
  g_autofree char *kept = g_strdup_printf ("%s.left-%s-wal", path, date);
  struct stat status;

  if (lstat (wal, &status) == 0 && (status.st_size > 0 ? rename (wal, kept) : unlink (wal)) != 0)
    return fail_errno (wal, error);
  if (unlink (shm) != 0 && errno != ENOENT)
    return fail_errno (shm, error);
  return TRUE;
}

void
tend_file_sync_folder (const char *path_in_it)
{
  g_autofree char *folder = g_path_get_dirname (path_in_it);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}
