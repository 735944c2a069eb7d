/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The catalogue of the firm whose book this is, and what its clients bought of it. */

#include "sample-private.h"

#include "../entities/product.h"
#include "../entities/whitespace.h"

#define DAYS_A_MONTH_PERCENT 3044
#define OTHER_SELLER_PERCENT 25
#define OPEN_ENDED_PERCENT 12
#define NEVER_ENDS 5000
#define RENEWAL_LEAD_DAYS 90  /* before the notice, see TendRules */

typedef struct
{
  TendProductKind kind;
  TendHat hat;
  int price;       /* whole units of the currency: a year where @months, else once */
  int months;      /* until it renews; 0 = bought once */
  int notice;      /* days */
  int most[3];     /* how many of it an account has at most, by tier; 0 = it does not buy that */
  guint weight;
} Item;

/* By the names of TendSampleLifeWords. The last one is no longer sold. */
static const Item catalogue[] = {
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 3588, 24, 90, { 2, 1, 1 }, 8 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 5988, 36, 90, { 3, 1, 0 }, 6 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 168, 24, 90, { 120, 30, 8 }, 10 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_SALES, 276, 24, 90, { 60, 20, 6 }, 10 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 156, 36, 90, { 60, 16, 4 }, 7 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 1740, 36, 90, { 3, 1, 0 }, 5 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 264, 12, 30, { 90, 25, 6 }, 6 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 468, 12, 30, { 120, 20, 0 }, 3 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 588, 36, 90, { 80, 20, 5 }, 5 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 1188, 24, 30, { 8, 3, 1 }, 7 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 150, 12, 30, { 150, 40, 8 }, 9 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_SERVICE, 1428, 48, 90, { 8, 2, 1 }, 8 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_FINANCE, 2160, 24, 60, { 1, 1, 0 }, 4 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_SERVICE, 3000, 12, 90, { 1, 1, 0 }, 4 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 690, 24, 60, { 2, 1, 0 }, 4 },
  { TEND_PRODUCT_PRODUCT, TEND_HAT_FINANCE, 348, 24, 30, { 12, 4, 2 }, 6 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 588, 24, 30, { 2, 1, 1 }, 4 },
  { TEND_PRODUCT_PRODUCT, TEND_HAT_SALES, 3480, 0, 0, { 4, 1, 0 }, 4 },
  { TEND_PRODUCT_PRODUCT, TEND_HAT_SALES, 149, 0, 0, { 60, 15, 4 }, 6 },
  { TEND_PRODUCT_PRODUCT, TEND_HAT_SALES, 4900, 0, 0, { 2, 1, 0 }, 3 },
  { TEND_PRODUCT_PRODUCT, TEND_HAT_SALES, 1290, 0, 0, { 4, 2, 1 }, 4 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 6500, 0, 0, { 3, 1, 0 }, 3 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 4200, 0, 0, { 1, 1, 0 }, 3 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_SERVICE, 1650, 0, 0, { 3, 1, 1 }, 3 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 1190, 0, 0, { 6, 2, 1 }, 4 },
  { TEND_PRODUCT_SERVICE, TEND_HAT_TECHNICAL, 120, 12, 30, { 1, 1, 1 }, 1 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (catalogue) == TEND_SAMPLE_PRODUCTS);

static const int most_purchases[] = { 6, 4, 2 };
static const int least_purchases[] = { 3, 2, 0 };
static const int discounts[] = { 0, 0, 0, 5, 8, 10, 12, 15 };

/* By mood: unknown, fits, partly, does not. */
static const guint fit_weights[TEND_N_MOODS][4] = {
  { 20, 75, 5, 0 }, { 25, 42, 28, 5 }, { 25, 32, 33, 10 }, { 15, 20, 35, 30 }, { 100, 0, 0, 0 },
};

/*< private >
 * tend_sample_write_products:
 * @self: the book
 * @error: where to say why not
 *
 * Returns: whether all were taken
 */
gboolean
tend_sample_write_products (TendSample  *self,
                            GError     **error)
{
  g_assert (self->life_words->product_names.n_words == TEND_SAMPLE_PRODUCTS);

  for (guint i = 0; i < TEND_SAMPLE_PRODUCTS; i++)
    {
      g_autoptr(TendProductRecord) product = tend_product_record_new ();

      product->number = g_strdup_printf ("P-%u", 100 + 10 * i);
      product->name = g_strdup (self->life_words->product_names.words[i]);
      product->description = g_strdup (self->life_words->product_descriptions.words[i]);
      product->kind = (int) catalogue[i].kind;
      product->hat = (int) catalogue[i].hat;
      product->list_price = 100 * (gint64) catalogue[i].price;
      product->currency = g_strdup (self->words->currency);
      product->active = i + 1 < TEND_SAMPLE_PRODUCTS;

      if (!tend_sample_emit (self, &product->base, error))
        return FALSE;

      self->products[i] = product->base.id;
    }

  return TRUE;
}

static gboolean
has_product (TendSampleLife *life,
             TendId          product)
{
  for (guint i = 0; i < life->purchases->len; i++)
    if (((TendPurchaseRecord *) g_ptr_array_index (life->purchases, i))->product == product)
      return TRUE;

  for (guint i = 0; i < life->whitespace->len; i++)
    if (((TendWhitespaceRecord *) g_ptr_array_index (life->whitespace, i))->product == product)
      return TRUE;

  return FALSE;
}

/* A product of the catalogue that such an account would buy, and has not; -1 when luck does not find one. */
static int
pick_product (TendSample     *self,
              TendSampleLife *life)
{
  guint weights[TEND_SAMPLE_PRODUCTS];

  for (guint i = 0; i < TEND_SAMPLE_PRODUCTS; i++)
    weights[i] = catalogue[i].most[life->account->tier] > 0 ? catalogue[i].weight : 0;

  for (guint tries = 0; tries < 4; tries++)
    {
      guint at = tend_random_weighted (&self->random, weights, TEND_SAMPLE_PRODUCTS);

      if (!has_product (life, self->products[at]))
        return (int) at;
    }

  return -1;
}

/* When it was bought and when it renews or ends. */
static void
set_term (TendSample         *self,
          TendSampleLife     *life,
          TendPurchaseRecord *purchase,
          const Item         *item,
          TendSampleRevenue  *revenue)
{
  gboolean grows = life->mood == TEND_MOOD_THRIVING && tend_sample_chance (self, 12);
  gboolean shrinks = life->mood == TEND_MOOD_AT_RISK && tend_sample_chance (self, 25);
  int bought = -tend_sample_between (self, 1, CLAMP (life->since, 2, grows ? 330 : 2200));
  int term = item->months * DAYS_A_MONTH_PERCENT / 100;
  int n_terms = term > 0 ? -bought / term + 1 : 0;
  TendWall day = self->today;
  int ahead;

  revenue->from = bought;
  revenue->to = NEVER_ENDS;
  purchase->bought_on = g_strdup (tend_sample_day (self, bought));

  if (item->months == 0 || tend_sample_chance (self, OPEN_ENDED_PERCENT))
    return;

  purchase->notice_days = item->notice;

  if (life->account->status == TEND_STATUS_FORMER || (shrinks && bought < -420))
    {
      revenue->to = -tend_sample_between (self, 5, 340);
      revenue->to = MAX (revenue->to, bought);
      purchase->ends_on = g_strdup (tend_sample_day (self, revenue->to));
      return;
    }

  if (bought + n_terms * term < 3)
    n_terms++;

  tend_wall_add_days (&day, bought);
  tend_wall_add_months (&day, n_terms * item->months);
  day.all_day = TRUE;
  purchase->renews_on = tend_wall_to_string (&day);
  ahead = bought + n_terms * term - item->notice - RENEWAL_LEAD_DAYS;
  if (tend_sample_is_going (life))
    tend_sample_add_renewal (self, life, purchase, self->life_words->product_names.words[item - catalogue], ahead);
}

static void
set_fit (TendSample         *self,
         TendSampleLife     *life,
         TendPurchaseRecord *purchase)
{
  purchase->fit = (int) tend_random_weighted (&self->random, fit_weights[life->mood], G_N_ELEMENTS (fit_weights[0]));

  if (purchase->fit == TEND_FIT_PARTLY)
    purchase->fit_note = g_strdup (tend_sample_pick (self, &self->life_words->partly_notes));
  else if (purchase->fit == TEND_FIT_DOES_NOT)
    purchase->fit_note = g_strdup (tend_sample_pick (self, &self->life_words->misfit_notes));
}

static void
add_purchase (TendSample     *self,
              TendSampleLife *life,
              guint           at)
{
  const Item *item = &catalogue[at];
  TendPurchaseRecord *purchase = tend_purchase_record_new ();
  TendSampleRevenue revenue = { .yearly = item->months > 0 };
  int most = item->most[life->account->tier];
  int discount = discounts[tend_random_below (&self->random, G_N_ELEMENTS (discounts))];

  g_ptr_array_add (life->purchases, purchase);
  purchase->base.id = ++self->last_id;
  purchase->account = life->account->base.id;
  purchase->product = self->products[at];
  purchase->quantity = tend_sample_between (self, MAX (1, most / 6), most);
  purchase->sold_by = tend_sample_chance (self, OTHER_SELLER_PERCENT) ? tend_sample_pick_manager (self) : life->account->owner;
  revenue.amount = purchase->quantity * item->price * (100 - discount);  /* per cent of a whole unit are minor units */
  purchase->yearly_value = revenue.yearly ? revenue.amount : 0;
  set_term (self, life, purchase, item, &revenue);
  set_fit (self, life, purchase);
  g_array_append_val (life->revenues, revenue);
}

/*< private >
 * tend_sample_add_purchases:
 * @self: the book
 * @life: an account, still without purchases
 *
 * Adds what it bought.
 */
void
tend_sample_add_purchases (TendSample     *self,
                           TendSampleLife *life)
{
  int tier = life->account->tier;

  for (int n = tend_sample_between (self, least_purchases[tier], most_purchases[tier]); n > 0; n--)
    {
      int at = pick_product (self, life);

      if (at >= 0)
        add_purchase (self, life, (guint) at);
    }
}

/*< private >
 * tend_sample_add_whitespace:
 * @self: the book
 * @life: an account with its purchases
 *
 * Adds what is known of products that it does not have.
 */
void
tend_sample_add_whitespace (TendSample     *self,
                            TendSampleLife *life)
{
  static const guint stances[] = { 20, 25, 35, 20 };
  static const int most[] = { 4, 2, 1 };

  for (int n = tend_sample_between (self, 0, most[life->account->tier]); n > 0; n--)
    {
      TendWhitespaceRecord *record;
      int at = pick_product (self, life);

      if (at < 0)
        continue;

      record = tend_whitespace_record_new ();
      g_ptr_array_add (life->whitespace, record);
      record->account = life->account->base.id;
      record->product = self->products[at];
      record->stance = (int) tend_random_weighted (&self->random, stances, G_N_ELEMENTS (stances));

      if (record->stance != TEND_STANCE_COMPETITOR)
        continue;

      record->competitor = g_strdup (tend_sample_pick (self, &self->life_words->competitors));
      if (tend_sample_chance (self, 70))
        record->until = g_strdup (tend_sample_day (self, tend_sample_between (self, 20, 700)));
    }
}
