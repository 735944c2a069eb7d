/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison.h"

#define F(member, type, flags) TEND_FIELD (TendLiaisonRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendLiaisonRecord, account, "account", TEND_FIELD_REQUIRED),
  F (name, TEXT, TEND_FIELD_REQUIRED),
  F (team, TEXT, 0),
  F (email, TEXT, 0),
  F (phone, TEXT, 0),
  F (purpose, TEXT, 0),
};

const TendNoun tend_liaison_noun = {
  .name = "liaison",
  .plural = "liaisons",
  .table = "liaison",
  .record_size = sizeof (TendLiaisonRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "name",
  .get_type = tend_liaison_get_type,
};

TEND_DEFINE_ENTITY (TendLiaison, tend_liaison)
