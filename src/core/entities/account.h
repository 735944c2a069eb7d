/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/hat.h"
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

typedef enum { TEND_BAND_UNKNOWN, TEND_BAND_AT_RISK, TEND_BAND_WATCH, TEND_BAND_STEADY, TEND_BAND_THRIVING } TendBand;

extern const char *const tend_account_kinds[];     /* firm, person */
extern const char *const tend_tiers[];             /* A, B, C */
extern const char *const tend_account_statuses[];  /* onboarding, active, at-risk, paused, former */
extern const char *const tend_bands[];             /* unknown, at-risk, watch, steady, thriving */

/**
 * TendAccountRecord:
 *
 * A client that is looked after. From @health on the fields are derived: the summary, which holds for @summary_day.
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
  gint64       cadence_days;    /* 0 = the tier's */
  char        *to_avoid;
  char        *notes;
  gint64       health;          /* 0–100; -1 = unknown, no input has data */
  int          health_band;     /* TendBand */
  char        *band_fell_on;    /* the day on which the band fell or the score dropped by 10 in 14 days; NULL = it stands */
  TendInstant  last_contact;    /* newest two-way interaction in the past; 0 = never */
  TendInstant  quiet_from;      /* when it counts, or will count, as quiet (amber); 0 = never */
  TendInstant  quiet_red_from;  /* the same for red */
  TendInstant  next_follow_up;  /* when the next step asks: the due instant of the earliest open follow-up, or the end of its
                                 * snooze where that is later; 0 = none */
  gint64       open_needs;
  gint64       yearly_value;    /* minor units of @currency */
  gint64       balance;         /* open sum of the invoices */
  gint64       overdue;         /* the part of it that is past its due date */
  char        *overdue_since;   /* date: the oldest due date of it; NULL = nothing is overdue */
  char        *next_renewal;    /* date */
  int          focus;           /* index in tend_focus: 0 = none, else TendHat + 1 */
  char        *summary_day;     /* date */
} TendAccountRecord;

extern const TendNoun tend_account_noun;
TEND_DECLARE_RECORD (TendAccountRecord, tend_account)

#define TEND_TYPE_ACCOUNT (tend_account_get_type ())
G_DECLARE_FINAL_TYPE (TendAccount, tend_account, TEND, ACCOUNT, TendEntity)

/* The row's fields; borrowed until the main loop runs again. */
const TendAccountRecord *tend_account_get (TendAccount *self);

G_END_DECLS
