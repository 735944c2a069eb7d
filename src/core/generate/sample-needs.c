/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The needs and concerns of the sample book: how many wait, how badly, and for how long follows from the mood. */

#include "sample-private.h"

#include "../entities/liaison.h"
#include "../entities/need.h"

#define PROMISED_PERCENT 65
#define WAITING_PERCENT 30
#define BODY_PERCENT 35
#define NEW_PERCENT 20   /* of the open ones: of the last days */
#define NEXT_STEP_PERCENT 55

/* By mood: how many are open, in per cent: none, one, two … */
static const guint open_weights[TEND_N_MOODS][5] = {
  { 70, 24, 6, 0, 0 }, { 34, 40, 20, 6, 0 }, { 10, 36, 34, 20, 0 }, { 4, 20, 34, 28, 14 }, { 100, 0, 0, 0, 0 },
};
static const guint priority_weights[TEND_N_MOODS][4] = {
  { 40, 55, 5, 0 }, { 25, 60, 13, 2 }, { 10, 50, 32, 8 }, { 5, 35, 38, 22 }, { 100, 0, 0, 0 },
};
static const guint late_percents[TEND_N_MOODS] = { 0, 6, 14, 28, 0 };
static const guint kind_weights[] = { 26, 16, 16, 24, 18 };
static const int most_resolved[] = { 5, 3, 1 };  /* by tier */

static gboolean
is_said (TendSampleLife *life,
         const char     *title)
{
  for (guint i = 0; i < life->needs->len; i++)
    if (g_str_equal (((TendNeedRecord *) g_ptr_array_index (life->needs, i))->title, title))
      return TRUE;

  return FALSE;
}

static TendNeedRecord *
add_need (TendSample     *self,
          TendSampleLife *life,
          int             opened)
{
  TendNeedRecord *need = tend_need_record_new ();
  const TendWords *titles;
  const char *title;

  need->base.id = ++self->last_id;
  need->base.created_at = tend_sample_moment (self, opened);
  need->account = life->account->base.id;
  need->contact = tend_sample_pick_contact (self, life);
  need->manager = tend_sample_chance (self, 70) ? life->account->owner : 0;
  need->kind = (int) tend_random_weighted (&self->random, kind_weights, G_N_ELEMENTS (kind_weights));
  need->priority = (int) tend_random_weighted (&self->random, priority_weights[life->mood], G_N_ELEMENTS (priority_weights[0]));
  titles = &self->life_words->needs[need->kind];
  title = tend_sample_pick (self, titles);

  /* A client does not complain of the same thing twice. */
  for (guint tries = 0; tries < 4 && is_said (life, title); tries++)
    title = tend_sample_pick (self, titles);

  need->title = g_strdup (title);
  if (tend_sample_chance (self, BODY_PERCENT))
    need->body = g_strdup (tend_sample_pick (self, &self->life_words->need_bodies));

  g_ptr_array_add (life->needs, need);
  return need;
}

static void
set_waiting (TendSample     *self,
             TendSampleLife *life,
             TendNeedRecord *need)
{
  guint at;

  need->state = TEND_NEED_WAITING;
  if (life->liaisons->len == 0)
    return;

  at = tend_random_below (&self->random, life->liaisons->len);
  need->liaison = ((TendRecord *) g_ptr_array_index (life->liaisons, at))->id;
}

static void
add_open (TendSample     *self,
          TendSampleLife *life)
{
  gboolean promised = tend_sample_chance (self, PROMISED_PERCENT);
  gboolean late = promised && tend_sample_chance (self, late_percents[life->mood]);
  int promise = late ? -tend_sample_between (self, 1, 14) : tend_sample_between (self, 0, 14);
  int age = tend_sample_chance (self, NEW_PERCENT) ? tend_sample_between (self, 0, 12) : tend_sample_between (self, 14, 75);
  int opened = MIN (promise, 0) - age;
  TendNeedRecord *need = add_need (self, life, opened);
  TendFollowUpRecord *next;

  if (promised)
    need->promised_for = g_strdup (tend_sample_day (self, promise));
  if (tend_sample_chance (self, WAITING_PERCENT))
    set_waiting (self, life, need);

  /* What is past its promise says so by itself. */
  if (late || !tend_sample_chance (self, NEXT_STEP_PERCENT))
    return;

  next = tend_sample_add_next_step (self, life, self->life_words->need_follow_up, need->title, tend_hat_of_need (need->kind),
                                    promised ? promise : tend_sample_between (self, 1, 20));
  if (next == NULL)
    return;

  next->need = need->base.id;
  next->contact = need->contact;
}

static void
add_resolved (TendSample     *self,
              TendSampleLife *life)
{
  int resolved = -tend_sample_between (self, 1, CLAMP (life->since, 2, 420));
  int took = tend_sample_between (self, 0, 15);
  TendNeedRecord *need = add_need (self, life, resolved - took);

  need->state = TEND_NEED_RESOLVED;
  need->resolved_at = tend_sample_moment (self, resolved);
  need->resolved_at = MAX (need->resolved_at, need->base.created_at + G_TIME_SPAN_MINUTE);
  need->base.updated_at = need->resolved_at;
  need->resolution = g_strdup (tend_sample_pick (self, &self->life_words->resolutions[need->kind]));
  if (tend_sample_chance (self, PROMISED_PERCENT))
    need->promised_for = g_strdup (tend_sample_day (self, resolved + tend_sample_between (self, -3, 5)));
}

/*< private >
 * tend_sample_add_needs:
 * @self: the book
 * @life: an account with its contacts and liaisons
 *
 * Adds what it needs, what it needed, and follow-ups for some of that.
 */
void
tend_sample_add_needs (TendSample     *self,
                       TendSampleLife *life)
{
  const guint *weights = open_weights[life->mood];

  if (tend_sample_is_going (life))
    for (guint n = tend_random_weighted (&self->random, weights, G_N_ELEMENTS (open_weights[0])); n > 0; n--)
      add_open (self, life);

  for (int n = tend_sample_between (self, 0, most_resolved[life->account->tier]); n > 0; n--)
    add_resolved (self, life);
}
