/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-claim"

#include "claim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Far more than any desktop keeps of the notifications of an application. */
#define MAX_TEXT (1024 * 1024)

/* Shared with the thread that waits. A thread in flock() cannot be called back; so one that waits for a claim that was
 * dropped is left behind with the descriptor, and lets go as soon as it gets the lock. */
struct _TendClaim
{
  gatomicrefcount references;
  int fd;
  int dropped; /* atomic */

  GMainContext *context;
  TendClaimFunc func;
  gpointer user_data;
};

static TendClaim *
tend_claim_ref (TendClaim *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
tend_claim_unref (TendClaim *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_fd (&self->fd, NULL);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

static gboolean
tend_claim_tell (gpointer user_data)
{
  TendClaim *self = user_data;

  if (!g_atomic_int_get (&self->dropped))
    self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

static void
tend_claim_schedule (TendClaim *self)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tend_claim_tell, tend_claim_ref (self), (GDestroyNotify) tend_claim_unref);
  g_source_attach (source, self->context);
}

static gpointer
tend_claim_wait (gpointer data)
{
  TendClaim *self = data;

  while (flock (self->fd, LOCK_EX) < 0 && errno == EINTR)
    ;

  if (!g_atomic_int_get (&self->dropped))
    tend_claim_schedule (self);

  tend_claim_unref (self);
  return NULL;
}

/* Takes the lock if it is free, else lets a thread wait for it. */
static gboolean
tend_claim_start (TendClaim  *self,
                  GError    **error)
{
  if (flock (self->fd, LOCK_EX | LOCK_NB) == 0)
    {
      tend_claim_schedule (self);
      return TRUE;
    }

  if (errno == EWOULDBLOCK)
    {
      g_thread_unref (g_thread_new ("tend-claim", tend_claim_wait, tend_claim_ref (self)));
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "No lock to be had: %s", g_strerror (errno));
  return FALSE;
}

/**
 * tend_claim_new:
 * @path: the file that stands for the claim; made where it does not exist
 * @func: called when the claim is held
 * @user_data: for @func
 * @error: where the file cannot be opened or locked at all
 *
 * Returns: (transfer full) (nullable): the claim, held or waited for
 */
TendClaim *
tend_claim_new (const char     *path,
                TendClaimFunc   func,
                gpointer        user_data,
                GError        **error)
{
  g_autoptr(TendClaim) self = g_new0 (TendClaim, 1);

  g_atomic_ref_count_init (&self->references);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  self->fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0600);
  if (self->fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return NULL;
    }

  if (!tend_claim_start (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_claim_drop (TendClaim *self)
{
  g_atomic_int_set (&self->dropped, TRUE);
  /* At once, though the news of it may still be on its way and keep the descriptor open. */
  if (self->fd >= 0)
    flock (self->fd, LOCK_UN);
  tend_claim_unref (self);
}

char *
tend_claim_read (TendClaim *self)
{
  g_autofree char *text = g_malloc0 (MAX_TEXT + 1);
  gssize length = pread (self->fd, text, MAX_TEXT, 0);

  return g_strndup (text, MAX (length, 0));
}

/* What is written here only helps to tidy up: a failure is no reason to trouble anyone. */
void
tend_claim_write (TendClaim  *self,
                  const char *text)
{
  gsize length = MIN (strlen (text), MAX_TEXT);

  if (pwrite (self->fd, text, length, 0) != (gssize) length || ftruncate (self->fd, (off_t) length) < 0)
    g_debug ("What is shown could not be written down: %s", g_strerror (errno));
}
