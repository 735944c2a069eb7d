/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/hat.h"
#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_NEED_REQUEST, TEND_NEED_QUESTION, TEND_NEED_CONCERN, TEND_NEED_FAULT, TEND_NEED_BILLING } TendNeedKind;
typedef enum { TEND_PRIORITY_LOW, TEND_PRIORITY_NORMAL, TEND_PRIORITY_HIGH, TEND_PRIORITY_URGENT } TendPriority;
typedef enum { TEND_NEED_OPEN, TEND_NEED_WAITING, TEND_NEED_RESOLVED } TendNeedState;

extern const char *const tend_need_kinds[];  /* request, question, concern, fault, billing */
extern const char *const tend_priorities[];  /* low, normal, high, urgent */
extern const char *const tend_need_states[];  /* open, waiting, resolved */

/**
 * TendNeedRecord:
 *
 * A need or concern of the client.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       contact;         /* who has it */
  TendId       manager;         /* who looks after it; 0 = the owner of the account */
  TendId       liaison;         /* the colleague whom it waits for */
  int          kind;            /* TendNeedKind */
  int          hat;             /* derived from the kind */
  int          priority;        /* TendPriority */
  char        *title;
  char        *body;
  char        *promised_for;    /* promised to the client for that day */
  int          state;           /* TendNeedState */
  TendInstant  resolved_at;
  char        *resolution;      /* how */
} TendNeedRecord;

extern const TendNoun tend_need_noun;
TEND_DECLARE_RECORD (TendNeedRecord, tend_need)

#define TEND_TYPE_NEED (tend_need_get_type ())
G_DECLARE_FINAL_TYPE (TendNeed, tend_need, TEND, NEED, TendEntity)

const TendNeedRecord *tend_need_get (TendNeed *self);
/* Whether it still waits (open or waiting). */
gboolean tend_need_record_is_open (const TendNeedRecord *record);

G_END_DECLS
