/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

/**
 * TendHandoverRecord:
 *
 * One change of owner. Handovers are history: written by reassigning, marked by undoing it, never edited.
 */
typedef struct
{
  TendRecord   base;
  TendId       batch;
  TendId       account;
  TendId       from;       /* manager; 0 = nobody's before */
  TendId       to;         /* manager */
  TendId       by;         /* manager; 0 = unknown */
  TendInstant  at;
  char        *reason;
  char        *moved;      /* JSON: {"follow-ups": 2} */
  TendId       undone_by;  /* batch that took it back; 0 = stands */
} TendHandoverRecord;

extern const TendNoun tend_handover_noun;
TEND_DECLARE_RECORD (TendHandoverRecord, tend_handover)

#define TEND_TYPE_HANDOVER (tend_handover_get_type ())
G_DECLARE_FINAL_TYPE (TendHandover, tend_handover, TEND, HANDOVER, TendEntity)

const TendHandoverRecord *tend_handover_get (TendHandover *self);

G_END_DECLS
