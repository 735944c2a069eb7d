/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What more the clients of the sample book could use. */

#include "sample-private.h"

#include <string.h>

#include "../entities/opportunity.h"

#define RENEWAL_DAYS 120
#define NEXT_STEP_PERCENT 85
#define NOTE_PERCENT 25

static const gint64 probabilities[] = { 10, 25, 50, 75, 100, 0 };  /* by stage */
static const guint stage_weights[] = { 30, 27, 28, 15 };

/* By tier: how many, in per cent: none, one, two, three. */
static const guint open_weights[3][4] = { { 25, 40, 25, 10 }, { 45, 38, 14, 3 }, { 65, 30, 5, 0 } };
static const guint closed_weights[3][4] = { { 30, 35, 25, 10 }, { 60, 30, 10, 0 }, { 85, 15, 0, 0 } };

static TendPurchaseRecord *
pick_purchase (TendSample     *self,
               TendSampleLife *life)
{
  if (life->purchases->len == 0)
    return NULL;

  return g_ptr_array_index (life->purchases, tend_random_below (&self->random, life->purchases->len));
}

static const char *
get_product_name (TendSample *self,
                  TendId      product)
{
  for (guint i = 0; i < TEND_SAMPLE_PRODUCTS; i++)
    if (self->products[i] == product)
      return self->life_words->product_names.words[i];

  g_assert_not_reached ();
}

static gboolean
renews_soon (TendSample         *self,
             TendPurchaseRecord *purchase)
{
  return purchase != NULL && purchase->renews_on != NULL
         && strcmp (purchase->renews_on, tend_sample_day (self, RENEWAL_DAYS)) <= 0;
}

static TendOpportunityRecord *
new_opportunity (TendSample     *self,
                 TendSampleLife *life,
                 TendStage       stage)
{
  TendOpportunityRecord *record = tend_opportunity_record_new ();
  TendPurchaseRecord *purchase = pick_purchase (self, life);

  record->base.id = ++self->last_id;
  record->account = life->account->base.id;
  record->manager = life->account->owner;
  record->stage = (int) stage;
  record->probability = probabilities[stage];

  if (stage < TEND_STAGE_WON && renews_soon (self, purchase))
    record->kind = TEND_OPPORTUNITY_RENEWAL;
  else if (purchase != NULL && purchase->ends_on == NULL && tend_sample_chance (self, 45))
    record->kind = TEND_OPPORTUNITY_UPSELL;
  else
    record->kind = TEND_OPPORTUNITY_CROSS_SELL;

  if (record->kind == TEND_OPPORTUNITY_CROSS_SELL)
    {
      record->product = self->products[tend_random_below (&self->random, TEND_SAMPLE_PRODUCTS - 1)];
      record->amount = 50000 * (gint64) tend_sample_between (self, 1, life->account->tier == TEND_TIER_A ? 40 : 12);
    }
  else
    {
      record->purchase = purchase->base.id;
      record->product = purchase->product;
      record->amount = record->kind == TEND_OPPORTUNITY_RENEWAL ? purchase->yearly_value
                                                                : MAX (purchase->yearly_value / 400 * 100, 24000);
    }

  record->title = tend_sample_fill_in (tend_sample_pick (self, &self->life_words->extensions[record->kind]),
                                       get_product_name (self, record->product));
  if (tend_sample_chance (self, NOTE_PERCENT))
    record->notes = g_strdup (tend_sample_pick (self, &self->life_words->bodies));

  return record;
}

static void
add_open (TendSample     *self,
          TendSampleLife *life)
{
  TendStage stage = (TendStage) tend_random_weighted (&self->random, stage_weights, G_N_ELEMENTS (stage_weights));
  TendOpportunityRecord *record = new_opportunity (self, life, stage);
  TendFollowUpRecord *next;
  int days = tend_random_below (&self->random, 100) < 6 ? -tend_sample_between (self, 1, 9) : tend_sample_between (self, 1, 55);

  g_ptr_array_add (life->opportunities, record);
  record->base.created_at = tend_sample_moment (self, -tend_sample_between (self, 1, CLAMP (life->since, 2, 150)));

  if (record->stage >= TEND_STAGE_QUALIFIED || tend_sample_chance (self, 60))
    record->close_on = g_strdup (tend_sample_day (self, tend_sample_between (self, 5, 180)));

  if (!tend_sample_chance (self, NEXT_STEP_PERCENT))
    return;

  next = tend_sample_add_next_step (self, life, self->life_words->opportunity_follow_up, record->title, TEND_HAT_SALES, days);
  if (next != NULL)
    next->opportunity = record->base.id;
}

static void
add_closed (TendSample     *self,
            TendSampleLife *life)
{
  TendStage stage = tend_sample_chance (self, life->mood == TEND_MOOD_AT_RISK ? 25 : 60) ? TEND_STAGE_WON : TEND_STAGE_LOST;
  TendOpportunityRecord *record = new_opportunity (self, life, stage);
  int closed = -tend_sample_between (self, 3, CLAMP (life->since, 4, 500));

  g_ptr_array_add (life->opportunities, record);
  record->base.created_at = tend_sample_moment (self, closed - tend_sample_between (self, 5, 90));
  record->base.updated_at = tend_sample_moment (self, closed);
  record->close_on = g_strdup (tend_sample_day (self, closed));
  if (stage == TEND_STAGE_LOST)
    record->lost_reason = g_strdup (tend_sample_pick (self, &self->life_words->lost_reasons));
}

/*< private >
 * tend_sample_add_opportunities:
 * @self: the book
 * @life: an account with its purchases
 *
 * Adds its opportunities, and the next steps of most that are open.
 */
void
tend_sample_add_opportunities (TendSample     *self,
                               TendSampleLife *life)
{
  const guint *open = open_weights[life->account->tier];
  const guint *closed = closed_weights[life->account->tier];

  if (tend_sample_is_going (life))
    for (guint n = tend_random_weighted (&self->random, open, G_N_ELEMENTS (open_weights[0])); n > 0; n--)
      add_open (self, life);

  for (guint n = tend_random_weighted (&self->random, closed, G_N_ELEMENTS (closed_weights[0])); n > 0; n--)
    add_closed (self, life);
}
