/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../book.h"
#include "../ids.h"
#include "alarm.h"
#include "claim.h"
#include "reminder.h"
#include "shown.h"

G_BEGIN_DECLS

struct _TendReminder
{
  GObject parent_instance;

  /* Owned References */
  TendBook *book;
  TendClock *clock;
  TendAlarm *alarm;
  TendClaim *claim;
  TendShown *shown;
  GCancellable *cancellable;
  GPtrArray *sending;   /* of TendFollowUp; what waits for being confirmed */
  GHashTable *unmarked; /* of TendId to the instant it reminded; sent, but the book could not be told */

  TendId manager;
  gboolean active;
  gboolean busy;  /* a scan is under way, up to its marks */
  gboolean again; /* asked for meanwhile */
  gboolean marking;
  gboolean failing;
  TendInstant next; /* when the alarm is set to; 0 = not */
};

static inline const TendId *
tend_reminder_ids (GArray *ids)
{
  return tend_ids_get (ids);
}

static inline TendId
tend_reminder_id (GPtrArray *follow_ups,
                  guint      i)
{
  return tend_entity_get_id (g_ptr_array_index (follow_ups, i));
}

/* reminder.c */
void     tend_reminder_scan          (TendReminder  *self);
void     tend_reminder_fail          (TendReminder  *self,
                                      GError        *error);
void     tend_reminder_emit_withdraw (TendReminder  *self,
                                      TendId         follow_up);
void     tend_reminder_emit_withdraw_digest (TendReminder *self);

/* reminder-shown.c: what is on the desktop, and whether it still holds */
gboolean tend_reminder_holds         (TendReminder  *self,
                                      TendFollowUp  *follow_up);
void     tend_reminder_write_shown   (TendReminder  *self);
void     tend_reminder_check         (TendReminder  *self,
                                      GArray        *ids);
void     tend_reminder_check_all     (TendReminder  *self);
void     tend_reminder_add_digest    (TendReminder  *self,
                                      GArray        *ids);

G_END_DECLS
