/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../types.h"
#include "clock.h"

G_BEGIN_DECLS

#define TEND_TYPE_REMINDER (tend_reminder_get_type ())
G_DECLARE_FINAL_TYPE (TendReminder, tend_reminder, TEND, REMINDER, GObject)

/**
 * TendReminder:
 *
 * Finds the follow-ups of a book that are due to be reminded of, when they are. Lives on the main thread of the process
 * that serves. The book is the truth: whatever wakes it (the alarm, a clock that was set, a resume, a change of the book),
 * it asks the book the same question, what is due and not yet reminded of.
 *
 * One process reminds for a book (#TendClaim); in another one it is quiet until the first ends. A book that cannot be
 * written reminds of nothing, since it could not remember having done so.
 *
 * Signals:
 *  - `due (GPtrArray *follow_ups, gboolean digest)`: loaded #TendFollowUp objects to remind of, earliest first; with
 *    @digest as one, and then with those of an earlier digest that still wait. Whoever listens calls
 *    tend_reminder_confirm() when the desktop has them: only then are they marked. A death in between means that they are
 *    sent again, under the same name, so that the second takes the place of the first.
 *  - `withdraw (gint64 follow_up)`: its reminder is shown and no longer true: settled, moved, deleted, handed over.
 *  - `withdraw-digest ()`: the same of the digest, when the last of it is.
 *  - `failed (GError *)`: the book could not be asked or marked. It is tried again in a minute, and nothing is sent twice.
 */
TendReminder *tend_reminder_new         (TendBook      *book,
                                         TendId         manager,
                                         TendClock     *clock);
void          tend_reminder_start       (TendReminder  *self);
void          tend_reminder_stop        (TendReminder  *self);
void          tend_reminder_confirm     (TendReminder  *self);
void          tend_reminder_rescan      (TendReminder  *self);
void          tend_reminder_set_manager (TendReminder  *self,
                                         TendId         manager);
/* Whether this process is the one that reminds for the book; property "active". */
gboolean      tend_reminder_get_active  (TendReminder  *self);

G_END_DECLS
