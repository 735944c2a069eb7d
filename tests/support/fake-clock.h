/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/clock.h"

G_BEGIN_DECLS

#define TEND_TYPE_FAKE_CLOCK (tend_fake_clock_get_type ())

G_DECLARE_FINAL_TYPE (TendFakeClock, tend_fake_clock, TEND, FAKE_CLOCK, TendClock)

/* A clock that stands where it is set. */
TendFakeClock *tend_fake_clock_new     (const char    *wall,
                                        const char    *zone);
void           tend_fake_clock_set     (TendFakeClock *self,
                                        const char    *wall);
void           tend_fake_clock_advance (TendFakeClock *self,
                                        GTimeSpan      span);
/* How often it was read since it was made. */
guint          tend_fake_clock_get_reads (TendFakeClock *self);

G_END_DECLS
