/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entities/account.h"
#include "core/situation.h"

G_BEGIN_DECLS

/* How an account stands, in whole sentences. Pure functions. All answers are (transfer full) and plain text. */

/**
 * TendSituationFacts:
 *
 * What the sentences are made of. Texts are borrowed; all but @situation and @account may be missing (NULL, 0).
 */
typedef struct
{
  const TendSituation     *situation;
  const TendAccountRecord *account;
  const char              *need;         /* the open need that is longest past its promise, else the most urgent one */
  TendDay                  need_promised; /* %TEND_DAY_NONE: it is promised for no day */
  const char              *need_waits_for;
  const char              *renewal;      /* the product that renews next */
  int                      renewal_fit;  /* TendFit */
  const char              *step;         /* the next follow-up */
  TendInstant              step_due;
  gboolean                 step_all_day;
  TendInstant              step_snoozed; /* until when it is snoozed; 0 = it is not */
} TendSituationFacts;

/* Four or five sentences, what matters most first; never none. */
GStrv  tend_situation_sentences    (const TendSituationFacts *facts,
                                    TendInstant               now,
                                    GTimeZone                *zone);

/* "43 · Watch"; "Unknown". */
char  *tend_situation_health       (gint64                    score,
                                    int                       band);
/* A reason of the health: "Contact", "41 days since both sides spoke, rhythm 14 days", "4 of 20", "Steady with contact within
 * 20 days". */
const char *tend_situation_reason_name (const TendHealthReason *reason);
char  *tend_situation_reason_value (const TendHealthReason   *reason);
char  *tend_situation_reason_points (const TendHealthReason  *reason);
/* NULL where there is nothing to lift. */
char  *tend_situation_reason_lift  (const TendHealthReason   *reason,
                                    const TendHealth         *health);
/* "12 % up on a year ago"; NULL where there was nothing then. */
char  *tend_situation_value_change (const TendSituation      *situation);

G_END_DECLS
