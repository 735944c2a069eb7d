/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_OPPORTUNITY_UPSELL, TEND_OPPORTUNITY_CROSS_SELL, TEND_OPPORTUNITY_RENEWAL } TendOpportunityKind;
typedef enum
{
  TEND_STAGE_IDENTIFIED,
  TEND_STAGE_QUALIFIED,
  TEND_STAGE_PROPOSED,
  TEND_STAGE_NEGOTIATING,
  TEND_STAGE_WON,
  TEND_STAGE_LOST,
} TendStage;

extern const char *const tend_opportunity_kinds[];  /* upsell, cross-sell, renewal */
extern const char *const tend_stages[];  /* identified, qualified, proposed, negotiating, won, lost */

/**
 * TendOpportunityRecord:
 *
 * Something more that the client could use. Amounts are in the account's currency.
 */
typedef struct
{
  TendRecord   base;
  TendId       account;
  TendId       product;
  TendId       purchase;       /* what is renewed or extended */
  char        *title;
  int          kind;           /* TendOpportunityKind */
  int          stage;          /* TendStage; won and lost are closed */
  gint64       amount;         /* a year, minor units */
  gint64       probability;    /* per cent */
  char        *close_on;       /* when it should be decided; of a closed one: when it was */
  TendId       manager;
  char        *lost_reason;
  char        *notes;
} TendOpportunityRecord;

extern const TendNoun tend_opportunity_noun;
TEND_DECLARE_RECORD (TendOpportunityRecord, tend_opportunity)

#define TEND_TYPE_OPPORTUNITY (tend_opportunity_get_type ())
G_DECLARE_FINAL_TYPE (TendOpportunity, tend_opportunity, TEND, OPPORTUNITY, TendEntity)

const TendOpportunityRecord *tend_opportunity_get (TendOpportunity *self);
/* Whether it is still to be decided. */
gboolean tend_opportunity_record_is_open (const TendOpportunityRecord *record);

G_END_DECLS
