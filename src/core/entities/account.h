/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entity.h"

G_BEGIN_DECLS

typedef enum { TEND_ACCOUNT_FIRM, TEND_ACCOUNT_PERSON } TendAccountKind;
typedef enum { TEND_TIER_A, TEND_TIER_B, TEND_TIER_C } TendTier;
typedef enum
{
  TEND_STATUS_ONBOARDING,
  TEND_STATUS_ACTIVE,
  TEND_STATUS_AT_RISK,
  TEND_STATUS_PAUSED,
  TEND_STATUS_FORMER,
} TendAccountStatus;

extern const char *const tend_account_kinds[];     /* firm, person */
extern const char *const tend_tiers[];             /* A, B, C */
extern const char *const tend_account_statuses[];  /* onboarding, active, at-risk, paused, former */

/**
 * TendAccountRecord:
 *
 * A client that is looked after.
 */
typedef struct
{
  TendRecord   base;
  char        *number;          /* the firm's own; two sources may use the same */
  char        *name;
  char        *name_key;        /* derived: sort key, DIN 5007-1 */
  int          kind;            /* TendAccountKind */
  int          tier;            /* TendTier */
  int          status;          /* TendAccountStatus */
  TendId       owner;           /* manager; 0 = nobody's */
  TendId       parent;          /* account */
  char        *industry;
  char        *website;
  char        *vat_id;
  char        *phone;
  char        *email;
  char        *street;
  char        *postcode;
  char        *city;
  char        *city_key;        /* derived */
  char        *region;
  char        *country;
  char        *language;
  char        *zone;
  char        *currency;        /* ISO 4217 */
  char        *customer_since;  /* date */
  gint64       cadence_days;    /* 0 = the tier's; used from the next issue on */
  char        *to_avoid;
  char        *notes;
  TendInstant  next_follow_up;  /* derived: due instant of the earliest open or snoozed follow-up; 0 = none */
} TendAccountRecord;

extern const TendNoun tend_account_noun;
TEND_DECLARE_RECORD (TendAccountRecord, tend_account)

#define TEND_TYPE_ACCOUNT (tend_account_get_type ())
G_DECLARE_FINAL_TYPE (TendAccount, tend_account, TEND, ACCOUNT, TendEntity)

/* The row's fields; borrowed until the main loop runs again. */
const TendAccountRecord *tend_account_get (TendAccount *self);

G_END_DECLS
