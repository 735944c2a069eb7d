/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary.h"

#include "../entities/account.h"
#include "../entities/purchase.h"
#include "../ids.h"
#include "urgency.h"

#define DAYS_A_YEAR 365

/**
 * tend_summary_init:
 * @summary: (out caller-allocates): for one account after the other
 * @rules: the rules; must outlive it
 * @today: the day for which it computes
 */
void
tend_summary_init (TendSummary     *summary,
                   const TendRules *rules,
                   TendDay          today)
{
  *summary = (TendSummary) { .rules = rules, .today = today };
  summary->steps = tend_ids_new ();
  summary->debts = g_array_new (FALSE, FALSE, sizeof (TendDebt));
  summary->points = g_array_new (FALSE, FALSE, sizeof (TendHealthPoint));
}

void
tend_summary_clear (TendSummary *summary)
{
  g_clear_pointer (&summary->steps, g_array_unref);
  g_clear_pointer (&summary->debts, g_array_unref);
  g_clear_pointer (&summary->points, g_array_unref);
}

/**
 * tend_summary_begin:
 * @summary: one that was initialised
 * @tier: TendTier
 * @cadence_days: the account's own; 0 = the tier's
 * @status: TendAccountStatus
 * @customer_since: or %TEND_DAY_NONE
 *
 * Begins an account.
 */
void
tend_summary_begin (TendSummary *summary,
                    int          tier,
                    int          cadence_days,
                    int          status,
                    TendDay      customer_since)
{
  GArray *steps = summary->steps;
  GArray *debts = summary->debts;
  GArray *points = summary->points;

  *summary = (TendSummary) {
    .rules = summary->rules, .today = summary->today, .status = status,
    .cadence_inputs = { tier, cadence_days, status == TEND_STATUS_PAUSED || status == TEND_STATUS_FORMER,
                        TEND_DAY_NONE, customer_since, TEND_DAY_NONE },
    .next_renewal = TEND_DAY_NONE, .notice_by = TEND_DAY_NONE, .fell_on = TEND_DAY_NONE,
    .steps = steps, .debts = debts, .points = points,
  };
  g_array_set_size (steps, 0);
  g_array_set_size (debts, 0);
  g_array_set_size (points, 0);
  tend_health_inputs_init (&summary->inputs, summary->today);
  tend_balance_init (&summary->balance);
}

/**
 * tend_summary_set_contact:
 * @summary: an account's
 * @at: the newest two-way interaction that lies in the past
 * @day: the day of it
 */
void
tend_summary_set_contact (TendSummary *summary,
                          TendInstant  at,
                          TendDay      day)
{
  summary->last_contact = at;
  summary->cadence_inputs.last_contact = day;
  summary->inputs.last_contact = day;
}

/**
 * tend_summary_add_pulse:
 * @summary: an account's
 * @survey: whether the client answered; else it is an impression, or where it starts again with a new owner
 * @score: 0–10
 * @at: when
 * @day: the day of it
 *
 * Only the newest of each counts.
 */
void
tend_summary_add_pulse (TendSummary *summary,
                        gboolean     survey,
                        int          score,
                        TendInstant  at,
                        TendDay      day)
{
  TendInstant *newest = survey ? &summary->survey_at : &summary->pulse_at;

  if (day > summary->today || (*newest != 0 && at < *newest))
    return;

  *newest = at;
  *(survey ? &summary->inputs.survey : &summary->inputs.pulse) = score;
  *(survey ? &summary->inputs.survey_day : &summary->inputs.pulse_day) = day;
}

void
tend_summary_add_need (TendSummary           *summary,
                       const TendSummaryNeed *need)
{
  gboolean late = need->open && need->promised_for != TEND_DAY_NONE && need->promised_for < summary->today;

  summary->inputs.has_needs = TRUE;
  if (!need->open)
    return;

  summary->n_needs[need->hat]++;
  summary->n_late_needs[need->hat] += late;
  summary->inputs.n_needs++;
  summary->inputs.n_late_needs += late;
  summary->inputs.need_load += tend_health_need_load (summary->rules, need->priority, late);
  if (late)
    tend_focus_add (&summary->hats, summary->rules, need->hat,
                    tend_urgency_of_need (need->priority, summary->today - need->promised_for));
}

/* What it was bought from is unknown of many: those were there before anyone counted. */
static gboolean
runs_on (const TendSummaryPurchase *purchase,
         TendDay                    day)
{
  return (purchase->bought_on == TEND_DAY_NONE || purchase->bought_on <= day)
         && (purchase->ends_on == TEND_DAY_NONE || purchase->ends_on >= day);
}

static void
add_renewal (TendSummary               *summary,
             const TendSummaryPurchase *purchase)
{
  int days = purchase->renews_on - summary->today;

  /* What ends does not renew. */
  if (purchase->renews_on == TEND_DAY_NONE || days < 0
      || (purchase->ends_on != TEND_DAY_NONE && purchase->ends_on <= purchase->renews_on))
    return;

  summary->n_renewals_soon += days <= summary->rules->renewal_soon_days;
  summary->n_renewals_near += days > summary->rules->renewal_soon_days && days <= summary->rules->renewal_near_days;
  if (summary->next_renewal != TEND_DAY_NONE
      && (summary->next_renewal < purchase->renews_on
          || (summary->next_renewal == purchase->renews_on && summary->renewal < purchase->id)))
    return;

  summary->next_renewal = purchase->renews_on;
  summary->renewal = purchase->id;
  summary->notice_by = purchase->renews_on - purchase->notice_days;
}

void
tend_summary_add_purchase (TendSummary               *summary,
                           const TendSummaryPurchase *purchase)
{
  if (runs_on (purchase, summary->today))
    {
      summary->yearly_value += purchase->yearly_value;
      if (purchase->fit != TEND_FIT_UNKNOWN)
        summary->inputs.n_fits[purchase->fit - TEND_FIT_FITS]++;
    }
  if (runs_on (purchase, summary->today - DAYS_A_YEAR))
    summary->yearly_value_ago += purchase->yearly_value;
  add_renewal (summary, purchase);
}

/**
 * tend_summary_add_invoice:
 * @summary: an account's
 * @amount: of the invoice
 * @paid: of it so far
 * @due: when it is due: without a date of its own, when it was issued
 */
void
tend_summary_add_invoice (TendSummary *summary,
                          gint64       amount,
                          gint64       paid,
                          TendDay      due)
{
  TendDebt debt = { due, amount - paid };

  tend_balance_add (&summary->balance, amount, paid, due, summary->today);
  if (debt.open > 0 && due < summary->today)
    g_array_append_val (summary->debts, debt);
}

/**
 * tend_summary_set_has_needs:
 * @summary: an account's
 *
 * It has, or had, needs: without open ones that is the best it can be.
 */
void
tend_summary_set_has_needs (TendSummary *summary)
{
  summary->inputs.has_needs = TRUE;
}

/**
 * tend_summary_set_has_invoices:
 * @summary: an account's
 *
 * It has invoices, paid or not.
 */
void
tend_summary_set_has_invoices (TendSummary *summary)
{
  summary->inputs.has_invoices = TRUE;
}

/* A snooze never moves the due date (rules.md, Follow-ups), but what is put off does not ask before: it is the next step on
 * the day on which it asks again. A summary holds for a day, so one that ends in the course of today still counts today. */
static TendInstant
asks_at (const TendSummary         *summary,
         const TendSummaryFollowUp *follow_up)
{
  gboolean put_off = follow_up->snoozed_until != TEND_DAY_NONE && follow_up->snoozed_until >= summary->today;

  return put_off ? MAX (follow_up->due_at, follow_up->snoozed_at) : follow_up->due_at;
}

void
tend_summary_add_follow_up (TendSummary               *summary,
                            const TendSummaryFollowUp *follow_up)
{
  gboolean due = follow_up->due <= summary->today;
  gboolean overdue = follow_up->due < summary->today;
  TendInstant next = asks_at (summary, follow_up);

  if (summary->next_follow_up == 0 || next < summary->next_follow_up)
    {
      summary->next_follow_up = next;
      summary->next_follow_up_id = follow_up->id;
    }
  if (follow_up->with_client)
    summary->cadence_inputs.held_until = MAX (summary->cadence_inputs.held_until, follow_up->due);
  if (follow_up->opportunity != 0)
    g_array_append_val (summary->steps, follow_up->opportunity);
  summary->has_sales_step |= follow_up->general && follow_up->hat == TEND_HAT_SALES;

  summary->n_overdue_promises += follow_up->promised && overdue;
  summary->n_due_follow_ups += due && !(follow_up->promised && overdue);
  if (follow_up->snoozed_until == TEND_DAY_NONE || follow_up->snoozed_until <= summary->today)
    tend_focus_add (&summary->hats, summary->rules, follow_up->hat,
                    tend_urgency_of_follow_up (follow_up->promised, due, overdue));
}

/**
 * tend_summary_add_opportunity:
 * @summary: an account's, which has all its follow-ups
 * @id: an open opportunity
 *
 * Its next step is a follow-up about it, or one for sales that is about nothing else.
 */
void
tend_summary_add_opportunity (TendSummary *summary,
                              TendId       id)
{
  gboolean has_step = summary->has_sales_step;

  for (guint i = 0; i < summary->steps->len && !has_step; i++)
    has_step = g_array_index (summary->steps, TendId, i) == id;
  summary->n_opportunities++;
  summary->n_without_step += !has_step;
}

/**
 * tend_summary_add_point:
 * @summary: an account's
 * @point: its health from a day before today on, later than the one added last
 */
void
tend_summary_add_point (TendSummary           *summary,
                        const TendHealthPoint *point)
{
  g_array_append_val (summary->points, *point);
}

static void
add_reason (TendSummary *summary,
            TendHat      hat,
            TendUrgency  reason,
            guint        n)
{
  if (reason == TEND_URGENCY_NONE || !tend_urgency_concerns (reason, summary->status))
    return;

  for (guint i = 0; i < n; i++)
    tend_focus_add (&summary->hats, summary->rules, hat, reason);
}

static TendUrgency
urgency_of_quiet (TendQuiet quiet)
{
  static const TendUrgency reasons[] = { TEND_URGENCY_NONE, TEND_URGENCY_QUIET_AMBER, TEND_URGENCY_QUIET_RED };

  return reasons[quiet];
}

static void
add_account_reasons (TendSummary *summary)
{
  const TendRules *rules = summary->rules;

  add_reason (summary, TEND_HAT_SERVICE, urgency_of_quiet (tend_cadence_quiet (&summary->cadence, summary->today)), 1);
  add_reason (summary, TEND_HAT_SERVICE, TEND_URGENCY_BAND_FELL, summary->fell_on != TEND_DAY_NONE);
  add_reason (summary, TEND_HAT_FINANCE, TEND_URGENCY_INVOICE, summary->balance.overdue_since != TEND_DAY_NONE);
  add_reason (summary, TEND_HAT_SALES, tend_urgency_of_renewal (rules, 0, summary->health.score), summary->n_renewals_soon);
  add_reason (summary, TEND_HAT_SALES, TEND_URGENCY_RENEWAL, summary->n_renewals_near);
  add_reason (summary, TEND_HAT_SALES, TEND_URGENCY_NEXT_STEP, summary->n_without_step);
}

/**
 * tend_summary_end:
 * @summary: an account's, which has all its rows
 *
 * Computes what follows from them.
 */
void
tend_summary_end (TendSummary *summary)
{
  const TendRules *rules = summary->rules;
  TendHealthPoint now = { summary->today, 0, 0 };

  tend_cadence_compute (rules, &summary->cadence_inputs, &summary->cadence);
  tend_balance_set_off (&summary->balance, (TendDebt *) (gpointer) summary->debts->data, summary->debts->len, summary->today);

  summary->inputs.cadence_days = summary->cadence.days;
  summary->inputs.yearly_value = summary->yearly_value;
  summary->inputs.yearly_value_ago = summary->yearly_value_ago;
  summary->inputs.has_invoices |= summary->balance.n_invoices > 0;
  summary->inputs.overdue_since = summary->balance.overdue_since;
  tend_health_compute (rules, &summary->inputs, &summary->health);

  now.score = summary->health.score;
  now.band = summary->health.band;
  g_array_append_val (summary->points, now);
  summary->fell_on = tend_health_fell_on (rules, (const TendHealthPoint *) (gpointer) summary->points->data,
                                          summary->points->len, summary->today);

  add_account_reasons (summary);
  summary->focus = tend_focus_pick (&summary->hats);
}
