/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE (30 * G_USEC_PER_SEC)
#define PAUSE (5 * 1000)

struct _TendLock
{
  int fd;

  /* Which file the book is; no inode where there was none yet. */
  char *book;
  dev_t device;
  ino_t inode;
};

static gboolean
mark (int   fd,
      short type)
{
  struct flock range = { .l_type = type, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1 };

  return fcntl (fd, F_OFD_SETLK, &range) == 0;
}

/* In a process that was started with a standard stream closed, the next file would take its number, and whatever is said
 * there would be written over the sequence. */
static int
above_standard_streams (int fd)
{
  int higher;

  if (fd < 0 || fd > STDERR_FILENO)
    return fd;
  higher = fcntl (fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  close (fd);
  return higher;
}

TendLock *
tend_lock_new (const char  *book,
               gboolean     shared,
               GError     **error)
{
  g_autofree char *path = g_strconcat (book, ".lock", NULL);
  g_autoptr(TendLock) self = g_new0 (TendLock, 1);
  struct stat status;

  self->fd = above_standard_streams (open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (self->fd < 0)
    {
      tend_set_error (error, errno == ENOSPC ? TEND_ERROR_FULL : TEND_ERROR_READ_ONLY, TEND_REASON_NONE, NULL, NULL,
                      "%s: %s", path, g_strerror (errno));
      return NULL;
    }
  if (shared && !mark (self->fd, F_RDLCK) && (errno == EAGAIN || errno == EACCES))
    {
      tend_set_error (error, TEND_ERROR_BUSY, TEND_REASON_NONE, NULL, NULL, "the book is being restored");
      return NULL;
    }
  self->book = g_strdup (book);
  if (stat (book, &status) == 0)
    {
      self->device = status.st_dev;
      self->inode = status.st_ino;
    }
  return g_steal_pointer (&self);
}

void
tend_lock_free (TendLock *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->book);
  g_free (self);
}

gboolean
tend_lock_check (TendLock  *self,
                 GError   **error)
{
  struct stat status;

  if (self->inode == 0 ||
      (stat (self->book, &status) == 0 && status.st_dev == self->device && status.st_ino == self->inode))
    return TRUE;
  tend_set_error (error, TEND_ERROR_GONE, TEND_REASON_NONE, NULL, NULL, "%s is another file than before, or none", self->book);
  return FALSE;
}

gboolean
tend_lock_acquire (TendLock  *self,
                   GError   **error)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  /* flock cannot wait with a limit; pauses are short and happen only while another process writes. */
  while (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      if ((errno != EWOULDBLOCK && errno != EINTR) || g_get_monotonic_time () > end)
        {
          tend_set_error (error, TEND_ERROR_BUSY, TEND_REASON_NONE, NULL, NULL, "lock: %s", g_strerror (errno));
          return FALSE;
        }
      g_usleep (PAUSE);
    }
  if (tend_lock_check (self, error))
    return TRUE;
  tend_lock_release (self);
  return FALSE;
}

void
tend_lock_release (TendLock *self)
{
  flock (self->fd, LOCK_UN);
}

gboolean
tend_lock_acquire_alone (TendLock  *self,
                         GError   **error)
{
  if (!mark (self->fd, F_WRLCK))
    {
      tend_set_error (error, TEND_ERROR_BUSY, TEND_REASON_NONE, NULL, NULL, "the book is open elsewhere");
      return FALSE;
    }
  return tend_lock_acquire (self, error);
}

static gint64
read_sequence (int fd)
{
  char text[24] = "";
  gint64 sequence;

  if (pread (fd, text, sizeof text - 1, 0) <= 0)
    return 0;
  /* What stands behind the number is what a longer file of somebody else's left there. */
  sequence = g_ascii_strtoll (text, NULL, 10);
  return sequence == G_MAXINT64 ? 0 : MAX (sequence, 0);
}

gint64
tend_lock_get_sequence (TendLock *self)
{
  return read_sequence (self->fd);
}

gint64
tend_lock_peek_sequence (const char *book)
{
  g_autofree char *path = g_strconcat (book, ".lock", NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gint64 sequence;

  if (fd < 0)
    return 0;
  sequence = read_sequence (fd);
  close (fd);
  return sequence;
}

void
tend_lock_set_sequence (TendLock *self,
                        gint64    sequence)
{
  char text[24];

  /* Fixed width: never shorter than what it overwrites. A loss here costs a warning, so it needs no fsync. */
  g_snprintf (text, sizeof text, "%019" G_GINT64_FORMAT "\n", sequence);
  if (pwrite (self->fd, text, strlen (text), 0) < 0)
    g_debug ("lock: %s", g_strerror (errno));
}
