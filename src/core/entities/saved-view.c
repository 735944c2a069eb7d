/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "saved-view.h"

#define F(member, type, flags) TEND_FIELD (TendSavedViewRecord, member, type, flags)

static const TendField fields[] = {
  F (place, TEXT, TEND_FIELD_REQUIRED),
  F (name, TEXT, TEND_FIELD_REQUIRED),
  F (query, TEXT, TEND_FIELD_REQUIRED),
  F (position, INTEGER, 0),
};

const TendNoun tend_saved_view_noun = {
  .name = "saved-view",
  .plural = "saved-views",
  .table = "saved_view",
  .record_size = sizeof (TendSavedViewRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "name",
  .get_type = tend_saved_view_get_type,
};

TEND_DEFINE_ENTITY (TendSavedView, tend_saved_view)
