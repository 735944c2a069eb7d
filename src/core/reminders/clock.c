/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "clock.h"

G_DEFINE_TYPE (TendClock, tend_clock, G_TYPE_OBJECT)

static gint64
tend_clock_real_now (TendClock *self)
{
  return g_get_real_time ();
}

static GTimeZone *
tend_clock_real_dup_zone (TendClock *self)
{
  return g_time_zone_new_local ();
}

static void
tend_clock_class_init (TendClockClass *klass)
{
  klass->now = tend_clock_real_now;
  klass->dup_zone = tend_clock_real_dup_zone;
}

static void
tend_clock_init (TendClock *self)
{
}

/**
 * tend_clock_new:
 *
 * Returns: (transfer full): the clock of this computer
 */
TendClock *
tend_clock_new (void)
{
  return g_object_new (TEND_TYPE_CLOCK, NULL);
}

/**
 * tend_clock_now:
 * @self: a clock
 *
 * Returns: the instant it shows, in microseconds since 1970 UTC
 */
gint64
tend_clock_now (TendClock *self)
{
  g_return_val_if_fail (TEND_IS_CLOCK (self), 0);

  return TEND_CLOCK_GET_CLASS (self)->now (self);
}

/**
 * tend_clock_dup_zone:
 * @self: a clock
 *
 * Returns: (transfer full): the zone in which its user reads it
 */
GTimeZone *
tend_clock_dup_zone (TendClock *self)
{
  g_return_val_if_fail (TEND_IS_CLOCK (self), NULL);

  return TEND_CLOCK_GET_CLASS (self)->dup_zone (self);
}
