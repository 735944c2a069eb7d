/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The invoices of the sample book: what the purchases bring in, every quarter or every year, and how it is paid. */

#include "sample-private.h"

#include "../entities/invoice.h"

#define YEARS_BACK 2
#define CREDIT_PERCENT 3

/* By mood: how often what is due was not paid, in per cent. */
static const guint late_percents[TEND_N_MOODS] = { 1, 4, 20, 45, 0 };

/* Late payers have not paid the newest that is due, and some not the one before. */
static void
set_paid (TendSample        *self,
          TendSampleLife    *life,
          TendInvoiceRecord *invoice,
          int                due,
          gboolean           unpaid)
{
  gboolean slow = life->mood == TEND_MOOD_WATCH || life->mood == TEND_MOOD_AT_RISK;
  int paid = due + (slow ? tend_sample_between (self, -3, 25) : tend_sample_between (self, -12, 4));

  if (unpaid)
    {
      if (!tend_sample_chance (self, 15))
        return;
      invoice->paid = invoice->amount / 200 * 100;
    }
  else if (paid >= 0)
    {
      if (due < 0 || !tend_sample_chance (self, 30))
        return;
      invoice->paid = invoice->amount;
    }
  else
    {
      invoice->paid = invoice->amount;
    }

  if (invoice->paid != 0)
    invoice->paid_on = g_strdup (tend_sample_day (self, MIN (paid, -1)));
}

static void
add_invoice (TendSample     *self,
             TendSampleLife *life,
             gint64          net,
             int             issued,
             gboolean        unpaid)
{
  TendInvoiceRecord *invoice = tend_invoice_record_new ();
  int due = issued + (life->account->tier == TEND_TIER_C ? 14 : 30);

  g_ptr_array_add (life->invoices, invoice);
  invoice->account = life->account->base.id;
  invoice->number = g_strdup_printf ("%s-%06u", self->life_words->invoice_prefix, ++self->next_invoice);
  invoice->issued_on = g_strdup (tend_sample_day (self, issued));
  invoice->due_on = g_strdup (tend_sample_day (self, due));
  invoice->amount = (net * (100 + (gint64) self->life_words->vat) + 50) / 100;
  set_paid (self, life, invoice, due, unpaid && due < 0);
}

/* What was returned is a credit, settled when it was written. */
static void
add_credit (TendSample     *self,
            TendSampleLife *life,
            gint64          net,
            int             issued)
{
  TendInvoiceRecord *credit = tend_invoice_record_new ();

  g_ptr_array_add (life->invoices, credit);
  credit->account = life->account->base.id;
  credit->number = g_strdup_printf ("%s-%06u", self->life_words->invoice_prefix, ++self->next_invoice);
  credit->issued_on = g_strdup (tend_sample_day (self, issued));
  credit->due_on = g_strdup (tend_sample_day (self, issued));
  credit->amount = -(net * (100 + (gint64) self->life_words->vat) + 50) / 100;
  credit->paid = credit->amount;
  credit->paid_on = g_strdup (tend_sample_day (self, issued));
}

/* What one period from @from brings in. */
static gint64
sum_period (TendSampleLife *life,
            int             from,
            guint           periods_a_year)
{
  gint64 sum = 0;

  for (guint i = 0; i < life->revenues->len; i++)
    {
      const TendSampleRevenue *revenue = &g_array_index (life->revenues, TendSampleRevenue, i);

      if (revenue->yearly && revenue->from <= from && revenue->to > from)
        sum += revenue->amount / periods_a_year;
    }

  return sum;
}

static void
add_once (TendSample     *self,
          TendSampleLife *life)
{
  for (guint i = 0; i < life->revenues->len; i++)
    {
      const TendSampleRevenue *revenue = &g_array_index (life->revenues, TendSampleRevenue, i);

      if (!revenue->yearly && revenue->from > -365 * YEARS_BACK)
        add_invoice (self, life, revenue->amount, revenue->from, FALSE);
    }
}

/*< private >
 * tend_sample_add_invoices:
 * @self: the book
 * @life: an account with its purchases
 *
 * Adds the invoices of the last two years.
 */
void
tend_sample_add_invoices (TendSample     *self,
                          TendSampleLife *life)
{
  guint periods_a_year = life->account->tier == TEND_TIER_C ? 1 : 4;
  int period = 365 / (int) periods_a_year;
  int first = -tend_sample_between (self, 1, period);
  gboolean is_late = tend_sample_chance (self, late_percents[life->mood]);
  gboolean is_very_late = is_late && tend_sample_chance (self, 30);

  add_once (self, life);

  for (int issued = first; issued > -365 * YEARS_BACK; issued -= period)
    {
      gint64 net = sum_period (life, issued, periods_a_year);
      gboolean newest = issued == first || (issued == first - period && is_very_late);

      if (net == 0)
        continue;

      add_invoice (self, life, net, issued, is_late && newest);
      if (tend_sample_chance (self, CREDIT_PERCENT))
        add_credit (self, life, net / 10, issued + 10 < 0 ? issued + 10 : issued);
    }
}
