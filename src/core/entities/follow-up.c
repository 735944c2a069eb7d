/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "follow-up.h"

const char *const tend_follow_up_states[] = { "open", "snoozed", "done", "dropped", NULL };

#define F(member, type, flags) TEND_FIELD (TendFollowUpRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendFollowUpRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendFollowUpRecord, contact, "contact", 0),
  TEND_FIELD_REFERS (TendFollowUpRecord, manager, "manager", 0),
  TEND_FIELD_REFERS (TendFollowUpRecord, need, "need", 0),
  TEND_FIELD_REFERS (TendFollowUpRecord, opportunity, "opportunity", 0),
  TEND_FIELD_REFERS (TendFollowUpRecord, purchase, "purchase", 0),
  F (title, TEXT, TEND_FIELD_REQUIRED),
  F (notes, TEXT, TEND_FIELD_LINES),
  TEND_FIELD_WORDS (TendFollowUpRecord, hat, tend_hats, 0),
  F (due_wall, TEXT, TEND_FIELD_REQUIRED),
  F (due_zone, TEXT, TEND_FIELD_REQUIRED),
  F (all_day, BOOLEAN, 0),
  F (due_at, INSTANT, TEND_FIELD_DERIVED),
  F (promised, BOOLEAN, 0),
  TEND_FIELD_WORDS (TendFollowUpRecord, lead, tend_leads, 0),
  TEND_FIELD_WORDS (TendFollowUpRecord, state, tend_follow_up_states, 0),
  F (snoozed_until, INSTANT, 0),
  F (snooze_reason, TEXT, TEND_FIELD_LINES),
  F (remind_at, INSTANT, TEND_FIELD_DERIVED),
  F (reminded_at, INSTANT, TEND_FIELD_DERIVED),
  F (done_at, INSTANT, 0),
  F (outcome, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendFollowUpRecord *follow_up = (TendFollowUpRecord *) record;

  follow_up->hat = TEND_HAT_SERVICE;
}

/* The instants follow from wall time, zone, lead and state. A reminder whose time has changed is to be sent anew. */
static void
prepare (TendRecord *record)
{
  TendFollowUpRecord *follow_up = (TendFollowUpRecord *) record;
  g_autoptr(GTimeZone) zone = NULL;
  TendInstant remind_at = 0;
  TendWall wall;

  if (follow_up->due_wall == NULL || follow_up->due_zone == NULL || !tend_wall_parse (follow_up->due_wall, &wall))
    return;
  zone = tend_wall_dup_zone (follow_up->due_zone);
  if (zone == NULL)
    return;
  follow_up->all_day = wall.all_day;
  follow_up->due_at = tend_schedule_get_due (&wall, zone, TEND_SCHEDULE_DAY_START);
  if (follow_up->state == TEND_FOLLOW_UP_OPEN)
    remind_at = tend_schedule_get_reminder (&wall, zone, follow_up->lead, TEND_SCHEDULE_DAY_START);
  else if (follow_up->state == TEND_FOLLOW_UP_SNOOZED)
    remind_at = follow_up->snoozed_until;
  if (remind_at != follow_up->remind_at)
    follow_up->reminded_at = 0;
  follow_up->remind_at = remind_at;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendFollowUpRecord *follow_up = (const TendFollowUpRecord *) record;
  g_autoptr(GTimeZone) zone = tend_wall_dup_zone (follow_up->due_zone);
  TendWall wall;

  if (!tend_wall_parse (follow_up->due_wall, &wall))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, "due_wall", follow_up->due_wall, "not a wall time");
      return FALSE;
    }
  if (zone == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_ZONE, "due_zone", follow_up->due_zone, "not a time zone");
      return FALSE;
    }
  if ((follow_up->state == TEND_FOLLOW_UP_SNOOZED) != (follow_up->snoozed_until != 0))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "snoozed_until", NULL, "snoozed and until when go together");
      return FALSE;
    }
  if ((follow_up->state == TEND_FOLLOW_UP_DONE) != (follow_up->done_at != 0))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_REQUIRED, "done_at", NULL, "done and when go together");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_follow_up_noun = {
  .name = "follow-up",
  .plural = "follow-ups",
  .table = "follow_up",
  .record_size = sizeof (TendFollowUpRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "title",
  .get_type = tend_follow_up_get_type,
  .init = init_record,
  .prepare = prepare,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendFollowUp, tend_follow_up)

gboolean
tend_follow_up_record_is_open (const TendFollowUpRecord *record)
{
  return record->state == TEND_FOLLOW_UP_OPEN || record->state == TEND_FOLLOW_UP_SNOOZED;
}
