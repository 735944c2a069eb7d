/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interaction.h"

const char *const tend_interaction_kinds[] = { "call", "e-mail", "meeting", "visit", "letter", "note", NULL };
const char *const tend_directions[] = { "outgoing", "incoming", NULL };

#define F(member, type, flags) TEND_FIELD (TendInteractionRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendInteractionRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendInteractionRecord, contact, "contact", 0),
  TEND_FIELD_REFERS (TendInteractionRecord, manager, "manager", 0),
  TEND_FIELD_REFERS (TendInteractionRecord, on_behalf_of, "manager", 0),
  TEND_FIELD_WORDS (TendInteractionRecord, kind, tend_interaction_kinds, 0),
  TEND_FIELD_WORDS (TendInteractionRecord, direction, tend_directions, 0),
  F (two_way, BOOLEAN, 0),
  F (at, INSTANT, TEND_FIELD_REQUIRED),
  F (minutes, INTEGER, 0),
  F (summary, TEXT, TEND_FIELD_REQUIRED),
  F (body, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendInteractionRecord *interaction = (TendInteractionRecord *) record;

  interaction->two_way = TRUE;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendInteractionRecord *interaction = (const TendInteractionRecord *) record;

  if (interaction->at < TEND_INTERACTION_EARLIEST || interaction->at >= TEND_INTERACTION_LATEST)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "at", NULL, "not within 1970 and 2100");
      return FALSE;
    }
  if (interaction->minutes < 0 || interaction->minutes > 100000)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "minutes", NULL, "minutes out of range");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_interaction_noun = {
  .name = "interaction",
  .plural = "interactions",
  .table = "interaction",
  .record_size = sizeof (TendInteractionRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "summary",
  .get_type = tend_interaction_get_type,
  .init = init_record,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendInteraction, tend_interaction)
