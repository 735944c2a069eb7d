/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The readings of satisfaction in the sample book: they lead from a usual beginning to where the account is now. */

#include "sample-private.h"

#include "../entities/pulse.h"

#define USUAL 7
#define COMMENT_PERCENT 50

static const struct { int low, high; } scores[TEND_N_MOODS] = { { 8, 10 }, { 6, 8 }, { 4, 6 }, { 1, 4 }, { 7, 7 } };
static const guint survey_percents[] = { 75, 50, 22 };  /* by tier */

static void
add (TendSample      *self,
     TendSampleLife  *life,
     TendPulseSource  source,
     int              score,
     TendInstant      at)
{
  TendPulseRecord *pulse = tend_pulse_record_new ();
  const TendWords *comments = &self->life_words->middle_comments;

  g_ptr_array_add (life->pulses, pulse);
  pulse->account = life->account->base.id;
  pulse->source = (int) source;
  pulse->score = CLAMP (score, 0, 10);
  pulse->at = at;
  pulse->base.created_at = at;
  pulse->base.updated_at = at;

  if (source == TEND_PULSE_SURVEY)
    pulse->contact = tend_sample_pick_contact (self, life);
  else
    pulse->manager = life->account->owner;

  if (source == TEND_PULSE_NEW_OWNER)
    {
      pulse->comment = g_strdup (self->life_words->new_owner);
      return;
    }

  if (pulse->score <= 4)
    comments = &self->life_words->low_comments;
  else if (pulse->score >= 8)
    comments = &self->life_words->high_comments;
  if (tend_sample_chance (self, COMMENT_PERCENT))
    pulse->comment = g_strdup (tend_sample_pick (self, comments));
}

/* A new owner begins with a doubt (rules.md, Handing over). */
static void
add_new_owners (TendSample     *self,
                TendSampleLife *life)
{
  for (guint i = 0; i < life->handovers->len; i++)
    {
      const TendHandoverRecord *handover = g_ptr_array_index (life->handovers, i);

      add (self, life, TEND_PULSE_NEW_OWNER, 4, handover->at);
      ((TendPulseRecord *) g_ptr_array_index (life->pulses, life->pulses->len - 1))->manager = handover->to;
    }
}

/*< private >
 * tend_sample_add_pulses:
 * @self: the book
 * @life: an account with its contacts and handovers
 *
 * Adds its readings of satisfaction.
 */
void
tend_sample_add_pulses (TendSample     *self,
                        TendSampleLife *life)
{
  int horizon = MIN (life->since, 540);
  int score = tend_sample_between (self, scores[life->mood].low, scores[life->mood].high);
  int steps = 0;

  add_new_owners (self, life);

  /* Of small accounts many have never been thought about. */
  if (life->account->tier != TEND_TIER_C || tend_sample_chance (self, 40))
    for (int days = tend_sample_between (self, 2, 70); days < horizon; days += tend_sample_between (self, 30, 85), steps++)
      add (self, life, TEND_PULSE_IMPRESSION,
           score + (USUAL - score) * MIN (steps, 6) / 6 + (steps > 0 && tend_sample_chance (self, 40) ? tend_sample_between (self, -1, 1) : 0),
           tend_sample_moment (self, -days));

  if (tend_sample_chance (self, survey_percents[life->account->tier]))
    for (int days = tend_sample_between (self, 10, 340); days < horizon; days += 365)
      add (self, life, TEND_PULSE_SURVEY, score + tend_sample_between (self, -1, 1) + (days > 200 ? 1 : 0),
           tend_sample_moment (self, -days));
}
