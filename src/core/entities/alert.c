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
