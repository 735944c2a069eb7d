/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands in for the kernel's timers on the wall clock (timerfd): linked into a test, it takes the place of the C library's
 * functions. A test can let one go off, and can say that the clock was set or the computer resumed, which nobody can do to
 * the clock of a shared machine. One timer at a time. */

/* How often the timer was set or cleared since the start of the test. */
guint    fake_timer_get_count  (void);
/* The instant it is set to, in microseconds since 1970 UTC; 0 when cleared. */
gint64   fake_timer_get_at     (void);
/* Whether it asked to be told of a clock that is set, and for an instant rather than a time from now. */
gboolean fake_timer_get_proper (void);
void     fake_timer_ring       (void);
void     fake_timer_set_clock  (void);

G_END_DECLS
