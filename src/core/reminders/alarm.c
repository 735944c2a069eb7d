/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-alarm"

#include "alarm.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _TendAlarm
{
  TendClock *clock;
  TendAlarmFunc func;
  gpointer user_data;

  int fd;
  guint source;
};

static gboolean
tend_alarm_rang (int          fd,
                 GIOCondition condition,
                 gpointer     user_data)
{
  TendAlarm *self = user_data;
  guint64 expirations;

  /* ECANCELED says that the clock was set or the computer resumed: as good a reason to look as the instant itself. Either
   * way the answer is the same, so that no state is kept of what was expected. */
  if (read (fd, &expirations, sizeof expirations) < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;

  self->func (self->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * tend_alarm_new:
 * @clock: the clock by which instants are meant
 * @func: called on the main thread when the alarm goes off
 * @user_data: for @func
 *
 * Returns: (transfer full): an alarm that is not set
 */
TendAlarm *
tend_alarm_new (TendClock     *clock,
                TendAlarmFunc  func,
                gpointer       user_data)
{
  TendAlarm *self = g_new0 (TendAlarm, 1);

  self->clock = g_object_ref (clock);
  self->func = func;
  self->user_data = user_data;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd >= 0)
    self->source = g_unix_fd_add (self->fd, G_IO_IN, tend_alarm_rang, self);
  else
    g_warning ("No timer to be had: %s", g_strerror (errno));

  return self;
}

void
tend_alarm_free (TendAlarm *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_fd (&self->fd, NULL);
  g_clear_object (&self->clock);
  g_free (self);
}

/**
 * tend_alarm_set:
 * @self: an alarm
 * @instant: when it goes off, in microseconds since 1970 UTC; one in the past goes off at once
 *
 * Takes the place of what was set before.
 */
void
tend_alarm_set (TendAlarm *self,
                gint64     instant)
{
  /* Zero for the clock of this computer; a clock of a test runs elsewhere. Read in this order it is never early. */
  gint64 here = tend_clock_now (self->clock);
  gint64 away = G_OBJECT_TYPE (self->clock) == TEND_TYPE_CLOCK ? 0 : g_get_real_time () - here;
  gint64 at = MAX (instant + away, 1);
  struct itimerspec when = {
    .it_value = { .tv_sec = at / G_USEC_PER_SEC, .tv_nsec = (at % G_USEC_PER_SEC) * 1000 },
  };

  if (self->fd < 0)
    return;

  /* Cancelled at once where the clock was set just now; the descriptor is readable then, and tells. */
  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) < 0 && errno != ECANCELED)
    g_warning ("The timer could not be set: %s", g_strerror (errno));
}

void
tend_alarm_clear (TendAlarm *self)
{
  struct itimerspec never = { 0 };

  if (self->fd >= 0)
    timerfd_settime (self->fd, 0, &never, NULL);
}
