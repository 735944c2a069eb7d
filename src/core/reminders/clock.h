/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TEND_TYPE_CLOCK (tend_clock_get_type ())

G_DECLARE_DERIVABLE_TYPE (TendClock, tend_clock, TEND, CLOCK, GObject)

/**
 * TendClockClass:
 * @now: microseconds since 1970 UTC
 * @dup_zone: (transfer full): the zone of the user
 *
 * Whatever asks for the time gets a clock, so that a test can set it.
 */
struct _TendClockClass
{
  GObjectClass parent_class;

  gint64      (*now)      (TendClock *self);
  GTimeZone * (*dup_zone) (TendClock *self);

  gpointer padding[4];
};

TendClock *tend_clock_new       (void);
gint64     tend_clock_now       (TendClock *self);
GTimeZone *tend_clock_dup_zone  (TendClock *self);

G_END_DECLS
