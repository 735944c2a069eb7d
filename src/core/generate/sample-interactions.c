/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The interactions of the sample book: a rhythm an account, as close or as far from the one agreed as its mood says. */

#include "sample-private.h"

#include "../entities/interaction.h"

#define BUSY_PERCENT 4
#define BODY_PERCENT 12
#define STAND_IN_PERCENT 3
#define MANY_YEARS 10

static const guint kind_weights[] = { 44, 29, 11, 6, 2, 8 };

/* By mood: the days since the last contact, in per cent of those agreed. */
static const struct { int low, high; } gaps[TEND_N_MOODS] = { { 4, 85 }, { 20, 135 }, { 75, 190 }, { 60, 290 }, { 0, 0 } };

static const TendWords *
words_of (TendSample            *self,
          TendInteractionRecord *record)
{
  const TendSampleLifeWords *words = self->life_words;

  switch ((TendInteractionKind) record->kind)
    {
    case TEND_INTERACTION_CALL:
      return record->two_way ? &words->calls : &words->missed_calls;
    case TEND_INTERACTION_E_MAIL:
      return record->direction == TEND_DIRECTION_INCOMING ? &words->e_mails_in : &words->e_mails_out;
    case TEND_INTERACTION_MEETING:
      return &words->meetings;
    case TEND_INTERACTION_VISIT:
      return &words->visits;
    case TEND_INTERACTION_LETTER:
      return &words->letters;
    case TEND_INTERACTION_NOTE:
    default:
      return &words->notes;
    }
}

/* Whether the client took part, and for how long. */
static void
set_course (TendSample            *self,
            TendInteractionRecord *record)
{
  switch ((TendInteractionKind) record->kind)
    {
    case TEND_INTERACTION_CALL:
      record->two_way = tend_sample_chance (self, 80);
      record->direction = record->two_way && tend_sample_chance (self, 35) ? TEND_DIRECTION_INCOMING : TEND_DIRECTION_OUTGOING;
      record->minutes = record->two_way ? tend_sample_between (self, 3, 35) : 0;
      break;
    case TEND_INTERACTION_E_MAIL:
      record->two_way = tend_sample_chance (self, 48);
      record->direction = record->two_way ? TEND_DIRECTION_INCOMING : TEND_DIRECTION_OUTGOING;
      break;
    case TEND_INTERACTION_MEETING:
    case TEND_INTERACTION_VISIT:
      record->two_way = TRUE;
      record->minutes = 15 * tend_sample_between (self, 2, 8);
      break;
    case TEND_INTERACTION_LETTER:
    case TEND_INTERACTION_NOTE:
    default:
      record->two_way = FALSE;
      break;
    }
}

/* Who looked after the account then. */
static TendId
get_manager_at (TendSampleLife *life,
                TendInstant     at)
{
  for (guint i = 0; i < life->handovers->len; i++)
    {
      const TendHandoverRecord *handover = g_ptr_array_index (life->handovers, i);

      if (at < handover->at)
        return handover->from;
    }

  return life->account->owner;
}

/* A @spoken one is a contact for certain. */
static void
add (TendSample          *self,
     TendSampleLife      *life,
     TendInteractionKind  kind,
     TendInstant          at,
     gboolean             spoken)
{
  TendInteractionRecord *record = tend_interaction_record_new ();

  g_ptr_array_add (life->interactions, record);
  record->account = life->account->base.id;
  record->kind = (int) kind;
  record->at = at;
  record->base.created_at = at;
  record->base.updated_at = at;
  set_course (self, record);

  while (spoken && !record->two_way)
    {
      record->kind = TEND_INTERACTION_CALL;
      set_course (self, record);
    }

  record->manager = get_manager_at (life, at);
  record->summary = g_strdup (tend_sample_pick (self, words_of (self, record)));

  if (kind != TEND_INTERACTION_NOTE)
    record->contact = tend_sample_pick_contact (self, life);
  if (record->two_way && tend_sample_chance (self, BODY_PERCENT))
    record->body = g_strdup (tend_sample_pick (self, &self->life_words->bodies));

  if (record->manager != 0 && tend_sample_chance (self, STAND_IN_PERCENT))
    {
      record->on_behalf_of = record->manager;
      record->manager = tend_sample_pick_manager (self);
      if (record->manager == record->on_behalf_of)
        record->on_behalf_of = 0;
    }
}

static TendInteractionKind
pick_kind (TendSample *self)
{
  return (TendInteractionKind) tend_random_weighted (&self->random, kind_weights, G_N_ELEMENTS (kind_weights));
}

/* So many, evenly over the years: for tests and measurements. */
static void
add_many (TendSample     *self,
          TendSampleLife *life)
{
  TendInstant step = MIN (5 * G_TIME_SPAN_DAY, 365 * MANY_YEARS * G_TIME_SPAN_DAY / life->n_interactions);
  TendInstant at = self->options->now - G_TIME_SPAN_HOUR;

  for (guint i = 0; i < life->n_interactions; i++, at -= step)
    add (self, life, pick_kind (self), at, FALSE);
}

/* What was tried since the client was last spoken to. */
static void
add_attempts (TendSample     *self,
              TendSampleLife *life,
              int             gap)
{
  if (life->mood < TEND_MOOD_WATCH || gap < 6)
    return;

  for (int n = tend_sample_between (self, 0, 2); n > 0; n--)
    {
      TendInteractionRecord *last;

      add (self, life, TEND_INTERACTION_NOTE, tend_sample_moment (self, -tend_sample_between (self, 1, gap - 3)), FALSE);
      last = g_ptr_array_index (life->interactions, life->interactions->len - 1);
      last->kind = tend_sample_chance (self, 60) ? TEND_INTERACTION_CALL : TEND_INTERACTION_E_MAIL;
      last->direction = TEND_DIRECTION_OUTGOING;
      g_free (last->summary);
      last->summary = g_strdup (tend_sample_pick (self, words_of (self, last)));
    }
}

/*< private >
 * tend_sample_add_interactions:
 * @self: the book
 * @life: an account with its contacts and handovers
 *
 * Adds what happened with the client.
 */
void
tend_sample_add_interactions (TendSample     *self,
                              TendSampleLife *life)
{
  int horizon = MIN (life->since, life->account->tier == TEND_TIER_C ? 600 : 400);
  int gap = life->cadence * tend_sample_between (self, gaps[life->mood].low, gaps[life->mood].high) / 100;
  gboolean busy = life->account->tier != TEND_TIER_C && tend_sample_chance (self, BUSY_PERCENT);
  gboolean newest = TRUE;

  if (life->n_interactions > 0)
    {
      add_many (self, life);
      return;
    }

  if (!tend_sample_is_going (life))
    gap = tend_sample_between (self, 150, 400);

  add_attempts (self, life, MIN (gap, life->since));

  for (int days = MAX (1, gap); days < horizon; newest = FALSE)
    {
      int step = life->cadence * tend_sample_between (self, 30, 110) / (busy ? 400 : 100);

      add (self, life, pick_kind (self), tend_sample_moment (self, -days), newest);
      days += MAX (1, step);
    }
}
