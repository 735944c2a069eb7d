/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/urgency.h"
#include "entity.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_ALERT_NEED,
  TEND_ALERT_RENEWAL,
  TEND_ALERT_QUIET,
  TEND_ALERT_INVOICE,
  TEND_ALERT_BAND,
  TEND_ALERT_NEXT_STEP,
} TendAlertKind;

extern const char *const tend_alert_kinds[];  /* need, renewal, quiet, invoice, band, next-step */

/**
 * TendAlertRecord:
 *
 * A reason for which an account stands on Today, put off until a day. One an account, kind and row (rules.md, Contact and
 * cadence). Follow-ups are snoozed themselves.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  int          kind;       /* TendAlertKind */
  TendId       item;       /* id of the need, purchase or opportunity concerned; 0 = the account itself */
  char        *until;      /* it does not show before that day */
  char        *reason;     /* why */
} TendAlertRecord;

extern const TendNoun tend_alert_noun;
TEND_DECLARE_RECORD (TendAlertRecord, tend_alert)

#define TEND_TYPE_ALERT (tend_alert_get_type ())
G_DECLARE_FINAL_TYPE (TendAlert, tend_alert, TEND, ALERT, TendEntity)

const TendAlertRecord *tend_alert_get (TendAlert *self);
/* The kind that puts off lines of Today for that reason; -1 for follow-ups, which are snoozed themselves. */
int tend_alert_kind_of_urgency (TendUrgency reason);

G_END_DECLS
