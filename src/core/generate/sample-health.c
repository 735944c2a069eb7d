/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The course of an account's health, as if Tend had been there all the time: computed by the rule itself from what the
 * account had on those days. */

#include "sample-private.h"

#include "../entities/interaction.h"
#include "../entities/invoice.h"
#include "../entities/need.h"
#include "../entities/pulse.h"
#include "../rules/summary.h"

#define WEEKS 30

static TendDay
day_of (TendSample  *self,
        TendInstant  at)
{
  return tend_day_of_instant (at, self->zone);
}

static TendDay
parse (const char *day)
{
  return day != NULL ? tend_day_parse (day) : TEND_DAY_NONE;
}

static void
add_contact (TendSample     *self,
             TendSampleLife *life,
             TendSummary    *summary,
             TendInstant     until)
{
  TendInstant last = 0;

  for (guint i = 0; i < life->interactions->len; i++)
    {
      const TendInteractionRecord *record = g_ptr_array_index (life->interactions, i);

      if (record->two_way && record->at <= until && record->at > last)
        last = record->at;
    }

  if (last != 0)
    tend_summary_set_contact (summary, last, day_of (self, last));
}

static void
add_pulses (TendSample     *self,
            TendSampleLife *life,
            TendSummary    *summary,
            TendInstant     until)
{
  for (guint i = 0; i < life->pulses->len; i++)
    {
      const TendPulseRecord *record = g_ptr_array_index (life->pulses, i);

      if (record->at <= until)
        tend_summary_add_pulse (summary, record->source == TEND_PULSE_SURVEY, (int) record->score, record->at, day_of (self, record->at));
    }
}

static void
add_needs (TendSampleLife *life,
           TendSummary    *summary,
           TendInstant     until)
{
  for (guint i = 0; i < life->needs->len; i++)
    {
      const TendNeedRecord *record = g_ptr_array_index (life->needs, i);
      TendSummaryNeed need = {
        .open = record->resolved_at == 0 || record->resolved_at > until,
        .priority = record->priority,
        .hat = tend_hat_of_need (record->kind),
        .promised_for = parse (record->promised_for),
      };

      if (record->base.created_at <= until)
        tend_summary_add_need (summary, &need);
    }
}

static void
add_purchases (TendSampleLife *life,
               TendSummary    *summary)
{
  for (guint i = 0; i < life->purchases->len; i++)
    {
      const TendPurchaseRecord *record = g_ptr_array_index (life->purchases, i);
      TendSummaryPurchase purchase = {
        .yearly_value = record->yearly_value,
        .bought_on = parse (record->bought_on),
        .ends_on = parse (record->ends_on),
        .renews_on = parse (record->renews_on),
        .fit = record->fit,
      };

      if (purchase.bought_on <= summary->today)
        tend_summary_add_purchase (summary, &purchase);
    }
}

static void
add_invoices (TendSampleLife *life,
              TendSummary    *summary)
{
  for (guint i = 0; i < life->invoices->len; i++)
    {
      const TendInvoiceRecord *record = g_ptr_array_index (life->invoices, i);
      TendDay paid_on = parse (record->paid_on);

      if (parse (record->issued_on) <= summary->today)
        tend_summary_add_invoice (summary, record->amount, paid_on != TEND_DAY_NONE && paid_on <= summary->today ? record->paid : 0,
                                  parse (record->due_on));
    }
}

static void
compute (TendSample      *self,
         TendSampleLife  *life,
         TendSummary     *summary,
         TendDay          day,
         TendHealthPoint *point)
{
  TendInstant until = tend_day_to_instant (day + 1, self->zone) - 1;

  summary->today = day;
  tend_summary_begin (summary, life->account->tier, (int) life->account->cadence_days, life->account->status,
                      parse (life->account->customer_since));
  add_contact (self, life, summary, until);
  add_pulses (self, life, summary, until);
  add_needs (life, summary, until);
  add_purchases (life, summary);
  add_invoices (life, summary);
  tend_summary_end (summary);
  *point = (TendHealthPoint) { day, summary->health.score, summary->health.band };
}

/*< private >
 * tend_sample_add_health:
 * @self: the book
 * @life: an account with everything that has happened to it
 *
 * Adds the days of the last months on which its health moved.
 */
void
tend_sample_add_health (TendSample     *self,
                        TendSampleLife *life)
{
  TendDay today = day_of (self, self->options->now);
  TendSummary summary;
  TendRules rules;
  TendHealthPoint before = { TEND_DAY_NONE, -1, TEND_BAND_UNKNOWN };

  tend_rules_init (&rules);
  tend_summary_init (&summary, &rules, today);

  for (TendDay day = today - 7 * MIN (WEEKS, life->since / 7); day < today; day += 7)
    {
      TendHealthPoint point;

      compute (self, life, &summary, day, &point);
      if (!tend_health_moved (&rules, life->health->len > 0 ? &before : NULL, &point))
        continue;
      g_array_append_val (life->health, point);
      before = point;
    }

  tend_summary_clear (&summary);
}
