/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "handover.h"

#define F(member, type, flags) TEND_FIELD (TendHandoverRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendHandoverRecord, batch, NULL, 0),
  TEND_FIELD_REFERS (TendHandoverRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendHandoverRecord, from, "manager", 0),
  TEND_FIELD_REFERS (TendHandoverRecord, to, "manager", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendHandoverRecord, by, "manager", 0),
  F (at, INSTANT, 0),
  F (reason, TEXT, TEND_FIELD_LINES),
  F (moved, TEXT, 0),
  TEND_FIELD_REFERS (TendHandoverRecord, undone_by, NULL, 0),
};

const TendNoun tend_handover_noun = {
  .name = "handover",
  .plural = "handovers",
  .table = "handover",
  .record_size = sizeof (TendHandoverRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "reason",
  .get_type = tend_handover_get_type,
};

TEND_DEFINE_ENTITY (TendHandover, tend_handover)
