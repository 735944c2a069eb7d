/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "whitespace.h"

const char *const tend_stances[] = { "unknown", "in-house", "competitor", "not-needed", NULL };

#define F(member, type, flags) TEND_FIELD (TendWhitespaceRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendWhitespaceRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendWhitespaceRecord, product, "product", TEND_FIELD_REQUIRED),
  TEND_FIELD_WORDS (TendWhitespaceRecord, stance, tend_stances, 0),
  F (competitor, TEXT, 0),
  F (until, DATE, 0),
};

const TendNoun tend_whitespace_noun = {
  .name = "whitespace",
  .plural = "whitespace",
  .table = "whitespace",
  .record_size = sizeof (TendWhitespaceRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "competitor",
  .get_type = tend_whitespace_get_type,
};

TEND_DEFINE_ENTITY (TendWhitespace, tend_whitespace)
