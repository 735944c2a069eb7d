/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"

G_BEGIN_DECLS

/**
 * TendAlarm:
 *
 * Wakes the main loop at an instant of the wall clock. A timeout would count only the time that the computer is awake, and
 * would know nothing of a clock that is set: this one goes off at the instant whatever happened in between, and also
 * whenever the clock is set or the computer resumes, so that whoever waits can look anew.
 */
typedef struct _TendAlarm TendAlarm;

/* Something may be due: look at the clock, and set the alarm again. */
typedef void (*TendAlarmFunc) (gpointer user_data);

TendAlarm *tend_alarm_new   (TendClock     *clock,
                             TendAlarmFunc  func,
                             gpointer       user_data);
void       tend_alarm_free  (TendAlarm     *self);
void       tend_alarm_set   (TendAlarm     *self,
                             gint64         instant);
void       tend_alarm_clear (TendAlarm     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendAlarm, tend_alarm_free)

G_END_DECLS
