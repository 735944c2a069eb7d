/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "alert.h"

const char *const tend_alert_kinds[] = { "need", "renewal", "quiet", "invoice", "band", "next-step", NULL };

#define F(member, type, flags) TEND_FIELD (TendAlertRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendAlertRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_WORDS (TendAlertRecord, kind, tend_alert_kinds, 0),
  TEND_FIELD_REFERS (TendAlertRecord, item, NULL, 0),
  F (until, DATE, TEND_FIELD_REQUIRED),
  F (reason, TEXT, TEND_FIELD_LINES),
};

const TendNoun tend_alert_noun = {
  .name = "alert",
  .plural = "alerts",
  .table = "alert",
  .record_size = sizeof (TendAlertRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "reason",
  .get_type = tend_alert_get_type,
};

TEND_DEFINE_ENTITY (TendAlert, tend_alert)

int
tend_alert_kind_of_urgency (TendUrgency reason)
{
  switch (reason)
    {
    case TEND_URGENCY_NEED_URGENT:
    case TEND_URGENCY_NEED:
      return TEND_ALERT_NEED;
    case TEND_URGENCY_RENEWAL_AT_RISK:
    case TEND_URGENCY_RENEWAL:
      return TEND_ALERT_RENEWAL;
    case TEND_URGENCY_QUIET_RED:
    case TEND_URGENCY_QUIET_AMBER:
      return TEND_ALERT_QUIET;
    case TEND_URGENCY_INVOICE:
      return TEND_ALERT_INVOICE;
    case TEND_URGENCY_BAND_FELL:
      return TEND_ALERT_BAND;
    case TEND_URGENCY_NEXT_STEP:
      return TEND_ALERT_NEXT_STEP;
    case TEND_URGENCY_PROMISE_OVERDUE:
    case TEND_URGENCY_FOLLOW_UP:
    case TEND_URGENCY_NONE:
    case TEND_N_URGENCIES:
    default:
      return -1;
    }
}
