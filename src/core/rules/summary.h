/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../types.h"
#include "balance.h"
#include "cadence.h"
#include "focus.h"
#include "health.h"

G_BEGIN_DECLS

/**
 * TendSummary:
 *
 * How an account stands on a day. Begun by tend_summary_begin(), given the account's rows one by one (follow-ups before
 * opportunities; the course of its health before that day, oldest first), and computed by tend_summary_end(). What the account's summary columns and
 * Overview say comes out of the same code.
 */
typedef struct
{
  const TendRules   *rules;            /* borrowed */
  TendDay            today;

  /* The account. */
  int                status;           /* TendAccountStatus */
  TendCadenceInputs  cadence_inputs;

  /* Summed up from the rows. */
  TendHealthInputs   inputs;
  TendBalance        balance;
  gint64             yearly_value;
  gint64             yearly_value_ago; /* 365 days ago */
  TendInstant        last_contact;     /* 0 = never */
  TendInstant        next_follow_up;   /* when an open one asks next; 0 = none */
  TendId             next_follow_up_id;
  guint              n_overdue_promises;   /* open follow-ups promised to the client, past their day */
  guint              n_due_follow_ups;     /* the other open ones that are due */
  guint              n_needs[TEND_N_HATS]; /* open ones */
  guint              n_late_needs[TEND_N_HATS];
  TendDay            next_renewal;
  TendId             renewal;          /* the purchase that renews then; 0 = none */
  TendDay            notice_by;        /* the last day on which notice can be given for it */
  guint              n_opportunities;  /* open ones */

  /* Computed in the end. */
  TendCadence        cadence;
  TendHealth         health;
  TendFocus          hats;
  int                focus;            /* index in tend_focus */
  TendDay            fell_on;          /* when the health fell; %TEND_DAY_NONE = it stands */

  /* Private. */
  TendInstant        pulse_at;
  TendInstant        survey_at;
  guint              n_renewals_soon;
  guint              n_renewals_near;
  guint              n_without_step;
  gboolean           has_sales_step;
  GArray            *steps;            /* TendId: opportunities that an open follow-up is about */
  GArray            *debts;            /* TendDebt: what is overdue */
  GArray            *points;           /* TendHealthPoint: the course so far, in the end with today */
} TendSummary;

void tend_summary_init            (TendSummary           *summary,
                                   const TendRules       *rules,
                                   TendDay                today);
void tend_summary_clear           (TendSummary           *summary);
void tend_summary_begin           (TendSummary           *summary,
                                   int                    tier,
                                   int                    cadence_days,
                                   int                    status,
                                   TendDay                customer_since);
void tend_summary_set_contact     (TendSummary           *summary,
                                   TendInstant            at,
                                   TendDay                day);
void tend_summary_add_pulse       (TendSummary           *summary,
                                   gboolean               survey,
                                   int                    score,
                                   TendInstant            at,
                                   TendDay                day);

/* A need that waits, or (@open FALSE) is resolved. */
typedef struct
{
  gboolean open;
  int      priority;
  TendHat  hat;
  TendDay  promised_for;
} TendSummaryNeed;

void tend_summary_add_need        (TendSummary           *summary,
                                   const TendSummaryNeed *need);

typedef struct
{
  TendId   id;
  gint64   yearly_value;
  TendDay  bought_on;
  TendDay  ends_on;
  TendDay  renews_on;
  int      notice_days;
  int      fit;
} TendSummaryPurchase;

void tend_summary_add_purchase    (TendSummary               *summary,
                                   const TendSummaryPurchase *purchase);
void tend_summary_add_invoice     (TendSummary           *summary,
                                   gint64                 amount,
                                   gint64                 paid,
                                   TendDay                due);

/* What is not open need not be added: that there was some once is enough. */
void tend_summary_set_has_needs    (TendSummary          *summary);
void tend_summary_set_has_invoices (TendSummary          *summary);

/* One that is open or snoozed. */
typedef struct
{
  TendId      id;
  TendInstant due_at;
  TendDay     due;
  TendDay     snoozed_until;  /* %TEND_DAY_NONE = it is not */
  TendInstant snoozed_at;     /* the instant of it */
  gboolean    promised;
  gboolean    with_client;    /* promised to it, or planned with a contact */
  TendHat     hat;
  TendId      opportunity;
  gboolean    general;        /* about no need, opportunity or purchase */
} TendSummaryFollowUp;

void tend_summary_add_follow_up   (TendSummary               *summary,
                                   const TendSummaryFollowUp *follow_up);
void tend_summary_add_opportunity (TendSummary           *summary,
                                   TendId                 id);
void tend_summary_add_point       (TendSummary           *summary,
                                   const TendHealthPoint *point);
void tend_summary_end             (TendSummary           *summary);

G_END_DECLS
