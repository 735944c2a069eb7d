/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"
#include "core/reminders/clock.h"

G_BEGIN_DECLS

#define TEND_TYPE_NOTIFIER (tend_notifier_get_type ())
G_DECLARE_FINAL_TYPE (TendNotifier, tend_notifier, TEND, NOTIFIER, GObject)

/**
 * TendNotifier:
 *
 * Shows on the desktop what #TendReminder finds due in the application's own book, and does what is pressed there. It
 * reminds while there is a book, a desktop that takes notifications, and nobody else who reminds for that book.
 *
 * It adds these actions to the application (notifier-actions.c). Any program of the session can call them, with anything:
 * each may be done twice, and none destroys anything.
 *  - `app.follow-up-done (x)`, `app.follow-up-snooze (x)`: settle it, with no window, also in a process started for this.
 *  - `app.open-follow-up (x)`: shows it at its account.
 *  - `app.open-today (s)`: shows Today. The text is not used: some desktops ignore an action without one.
 */
TendNotifier *tend_notifier_new (TendApplication *application,
                                 TendClock       *clock);

G_END_DECLS
