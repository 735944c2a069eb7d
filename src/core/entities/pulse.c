/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pulse.h"

const char *const tend_pulse_sources[] = { "survey", "impression", "new-owner", NULL };

#define F(member, type, flags) TEND_FIELD (TendPulseRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendPulseRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendPulseRecord, contact, "contact", 0),
  TEND_FIELD_REFERS (TendPulseRecord, manager, "manager", 0),
  F (at, INSTANT, TEND_FIELD_REQUIRED),
  F (score, INTEGER, 0),
  TEND_FIELD_WORDS (TendPulseRecord, source, tend_pulse_sources, 0),
  F (comment, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendPulseRecord *pulse = (TendPulseRecord *) record;

  pulse->source = TEND_PULSE_IMPRESSION;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendPulseRecord *pulse = (const TendPulseRecord *) record;

  if (pulse->score < 0 || pulse->score > 10)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "score", NULL, "a score is 0 to 10");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_pulse_noun = {
  .name = "pulse",
  .plural = "pulses",
  .table = "pulse",
  .record_size = sizeof (TendPulseRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "comment",
  .get_type = tend_pulse_get_type,
  .init = init_record,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendPulse, tend_pulse)
