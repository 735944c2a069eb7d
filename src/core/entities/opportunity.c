/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opportunity.h"

const char *const tend_opportunity_kinds[] = { "upsell", "cross-sell", "renewal", NULL };
const char *const tend_stages[] = { "identified", "qualified", "proposed", "negotiating", "won", "lost", NULL };

#define F(member, type, flags) TEND_FIELD (TendOpportunityRecord, member, type, flags)

static const TendField fields[] = {
  TEND_FIELD_REFERS (TendOpportunityRecord, account, "account", TEND_FIELD_REQUIRED),
  TEND_FIELD_REFERS (TendOpportunityRecord, product, "product", 0),
  TEND_FIELD_REFERS (TendOpportunityRecord, purchase, "purchase", 0),
  F (title, TEXT, TEND_FIELD_REQUIRED),
  TEND_FIELD_WORDS (TendOpportunityRecord, kind, tend_opportunity_kinds, 0),
  TEND_FIELD_WORDS (TendOpportunityRecord, stage, tend_stages, 0),
  F (amount, MONEY, 0),
  F (probability, INTEGER, 0),
  F (close_on, DATE, 0),
  TEND_FIELD_REFERS (TendOpportunityRecord, manager, "manager", 0),
  F (lost_reason, TEXT, TEND_FIELD_LINES),
  F (notes, TEXT, TEND_FIELD_LINES),
};

static void
init_record (TendRecord *record)
{
  TendOpportunityRecord *opportunity = (TendOpportunityRecord *) record;

  opportunity->probability = 50;
}

static gboolean
validate (const TendRecord *record,
          GError          **error)
{
  const TendOpportunityRecord *opportunity = (const TendOpportunityRecord *) record;

  if (opportunity->probability < 0 || opportunity->probability > 100)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "probability", NULL, "a probability is 0 to 100");
      return FALSE;
    }
  if (opportunity->amount < 0)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, "amount", NULL, "an amount is never negative");
      return FALSE;
    }
  return TRUE;
}

const TendNoun tend_opportunity_noun = {
  .name = "opportunity",
  .plural = "opportunities",
  .table = "opportunity",
  .record_size = sizeof (TendOpportunityRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .label_field = "title",
  .get_type = tend_opportunity_get_type,
  .init = init_record,
  .validate = validate,
};

TEND_DEFINE_ENTITY (TendOpportunity, tend_opportunity)

gboolean
tend_opportunity_record_is_open (const TendOpportunityRecord *record)
{
  return record->stage != TEND_STAGE_WON && record->stage != TEND_STAGE_LOST;
}
