/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_PULSE_SURVEY, TEND_PULSE_IMPRESSION, TEND_PULSE_NEW_OWNER } TendPulseSource;

extern const char *const tend_pulse_sources[];  /* survey, impression, new-owner */

/**
 * TendPulseRecord:
 *
 * One reading of satisfaction.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       contact;    /* of a survey: who answered */
  TendId       manager;    /* of an impression: whose */
  TendInstant  at;
  gint64       score;      /* 0–10 */
  int          source;     /* TendPulseSource */
  char        *comment;
} TendPulseRecord;

extern const TendNoun tend_pulse_noun;
TEND_DECLARE_RECORD (TendPulseRecord, tend_pulse)

#define TEND_TYPE_PULSE (tend_pulse_get_type ())
G_DECLARE_FINAL_TYPE (TendPulse, tend_pulse, TEND, PULSE, TendEntity)

const TendPulseRecord *tend_pulse_get (TendPulse *self);

G_END_DECLS
