/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../reminders/schedule.h"
#include "../rules/hat.h"
#include "entity.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_FOLLOW_UP_OPEN,
  TEND_FOLLOW_UP_SNOOZED,
  TEND_FOLLOW_UP_DONE,
  TEND_FOLLOW_UP_DROPPED,
} TendFollowUpState;

extern const char *const tend_follow_up_states[];  /* open, snoozed, done, dropped */

/**
 * TendFollowUpRecord:
 *
 * Something promised for a time; it reminds. The wall time and zone are what was promised; the instant is computed
 * from them (rules.md, Time).
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       contact;        /* 0 = none */
  TendId       manager;        /* who is reminded; 0 = nobody's */
  TendId       need;           /* what it is about; 0 = nothing special */
  TendId       opportunity;
  TendId       purchase;       /* made by itself before its renewal: the title is the product's name */
  char        *title;
  char        *notes;
  int          hat;            /* TendHat */
  char        *due_wall;       /* "2026-11-24T15:00", or "2026-11-24" for all day */
  char        *due_zone;       /* "Europe/Berlin" */
  gboolean     all_day;
  TendInstant  due_at;         /* derived from wall, zone and all_day */
  gboolean     promised;       /* promised to the client */
  int          lead;           /* TendLead */
  int          state;          /* TendFollowUpState */
  TendInstant  snoozed_until;
  char        *snooze_reason;
  TendInstant  remind_at;      /* derived: when it reminds; 0 = never (settled) */
  TendInstant  reminded_at;    /* derived: when that reminder was sent; 0 = not yet */
  TendInstant  done_at;
  char        *outcome;
} TendFollowUpRecord;

extern const TendNoun tend_follow_up_noun;
TEND_DECLARE_RECORD (TendFollowUpRecord, tend_follow_up)

#define TEND_TYPE_FOLLOW_UP (tend_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (TendFollowUp, tend_follow_up, TEND, FOLLOW_UP, TendEntity)

const TendFollowUpRecord *tend_follow_up_get (TendFollowUp *self);
/* Whether it still waits (open or snoozed). */
gboolean tend_follow_up_record_is_open (const TendFollowUpRecord *record);

G_END_DECLS
