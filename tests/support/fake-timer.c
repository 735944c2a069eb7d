/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fake-timer.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

static struct
{
  int fd;
  int flags;
  gint64 at;
  guint count;
  gboolean clock_was_set;
} timer = { .fd = -1 };

int
timerfd_create (clockid_t clock_id,
                int       flags)
{
  g_assert_cmpint (clock_id, ==, CLOCK_REALTIME);
  g_assert_cmpint (flags, ==, TFD_NONBLOCK | TFD_CLOEXEC);

  timer.fd = eventfd (0, EFD_NONBLOCK | EFD_CLOEXEC);
  timer.at = 0;
  return timer.fd;
}

int
timerfd_settime (int                      fd,
                 int                      flags,
                 const struct itimerspec *value,
                 struct itimerspec       *old)
{
  g_assert_cmpint (fd, ==, timer.fd);

  timer.count++;
  timer.flags = flags;
  timer.at = value->it_value.tv_sec * G_USEC_PER_SEC + value->it_value.tv_nsec / 1000;
  return 0;
}

/* Everybody's read(), also the libraries'. */
ssize_t
read (int     fd,
      void   *buffer,
      size_t  length)
{
  ssize_t result = syscall (SYS_read, fd, buffer, length);

  if (fd < 0 || fd != timer.fd || result < 0 || !timer.clock_was_set)
    return result;

  timer.clock_was_set = FALSE;
  errno = ECANCELED;
  return -1;
}

guint
fake_timer_get_count (void)
{
  return timer.count;
}

gint64
fake_timer_get_at (void)
{
  return timer.at;
}

gboolean
fake_timer_get_proper (void)
{
  return timer.flags == (TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET);
}

void
fake_timer_ring (void)
{
  g_assert_cmpint (eventfd_write (timer.fd, 1), ==, 0);
}

void
fake_timer_set_clock (void)
{
  timer.clock_was_set = TRUE;
  fake_timer_ring ();
}
