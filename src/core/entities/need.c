/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "need.h"

const char *const tend_need_kinds[] = { "request", "question", "concern", "fault", "billing", NULL };
const char *const tend_priorities[] = { "low", "normal", "high", "urgent", NULL };
const char *const tend_need_states[] = { "open", "waiting", "resolved", NULL };

#define F(member, type, flags) TEND_FIELD (TendNeedRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendNeedRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendNeedRecord, contact, "contact", 0),
  TEND_FIELD_REFERS (TendNeedRecord, manager, "manager", 0),
  TEND_FIELD_REFERS (TendNeedRecord, liaison, "liaison", 0),
  TEND_FIELD_WORDS (TendNeedRecord, kind, tend_need_kinds, 0),
  TEND_FIELD_WORDS (TendNeedRecord, hat, tend_hats, TEND_FIELD_DERIVED),
  TEND_FIELD_WORDS (TendNeedRecord, priority, tend_priorities, 0),
  F (title, TEXT, TEND_FIELD_REQUIRED),
  F (body, TEXT, TEND_FIELD_LINES),
  F (promised_for, DATE, 0),
  TEND_FIELD_WORDS (TendNeedRecord, state, tend_need_states, 0),
  F (resolved_at, INSTANT, 0),
  F (resolution, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendNeedRecord *need = (TendNeedRecord *) record;

  need->priority = TEND_PRIORITY_NORMAL;
}

static void
prepare (TendRecord *record)
{
  TendNeedRecord *need = (TendNeedRecord *) record;

  need->hat = tend_hat_of_need (need->kind);
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendNeedRecord *need = (const TendNeedRecord *) record;

  if ((need->state == TEND_NEED_RESOLVED) != (need->resolved_at != 0))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "resolved_at", NULL, "resolved and when go together");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_need_noun = {
  .name = "need",
  .plural = "needs",
  .table = "need",
  .record_size = sizeof (TendNeedRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "title",
  .get_type = tend_need_get_type,
  .init = init_record,
  .prepare = prepare,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendNeed, tend_need)

gboolean
tend_need_record_is_open (const TendNeedRecord *record)
{
  return record->state != TEND_NEED_RESOLVED;
}
