/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application-private.h"
#include "notifier.h"

#include "core/reminders/reminder.h"

G_BEGIN_DECLS

struct _TendNotifier
{
  GObject parent_instance;

  /* Borrowed References */
  TendApplication *application; /* owns the notifier */

  /* Owned References */
  TendClock *clock;
  TendReminder *reminder;

  guint watches[3];
  guint desktops; /* a bit for each program on the bus that takes notifications */
};

/* notifier.c */
void tend_notifier_send     (TendNotifier *self,
                             TendFollowUp *follow_up,
                             const char   *account);
void tend_notifier_withdraw (TendNotifier *self,
                             TendId        follow_up);

/* notifier-actions.c */
void tend_notifier_install_actions (TendNotifier *self);

G_END_DECLS
