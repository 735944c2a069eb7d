/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How an account of the sample book has fared. First comes a mood; what it bought, what it waits for, how often it is
 * spoken to and how it pays follow from that, so that healthy accounts look healthy through and through. */

#include "sample-private.h"

#include <string.h>

#include "../entities/interaction.h"
#include "../entities/invoice.h"
#include "../entities/liaison.h"
#include "../entities/need.h"
#include "../entities/opportunity.h"
#include "../entities/pulse.h"
#include "../entities/whitespace.h"

#define DAYS_BACK 4800   /* of TEND_SAMPLE_DAYS those that lie behind */
#define HANDED_OVER_PERCENT 3
#define MIN_MANAGERS 6

static const guint mood_weights[TEND_N_MOODS] = { 26, 38, 20, 10, 6 };
static const int cadences[] = { 14, 30, 90 };      /* by tier */
static const int own_cadences[] = { 7, 21, 45, 60 };

/* By place in the titles of contacts: what part such a person has in decisions. */
static const TendPart parts[] = {
  TEND_PART_DECISION_MAKER, TEND_PART_DECISION_MAKER, TEND_PART_CHAMPION, TEND_PART_OTHER, TEND_PART_CHAMPION, TEND_PART_FINANCE,
  TEND_PART_FINANCE, TEND_PART_TECHNICAL, TEND_PART_TECHNICAL, TEND_PART_OTHER, TEND_PART_USER, TEND_PART_USER, TEND_PART_USER,
  TEND_PART_CHAMPION, TEND_PART_OTHER,
};

/* The text of the day that lies @days from today; the book's, valid until it is written. */
const char *
tend_sample_day (TendSample *self,
                 int         days)
{
  char *text = self->days[CLAMP (days + DAYS_BACK, 0, TEND_SAMPLE_DAYS - 1)];

  if (*text == '\0')
    {
      TendWall day = self->today;
      g_autofree char *made = NULL;

      tend_wall_add_days (&day, days);
      day.all_day = TRUE;
      made = tend_wall_to_string (&day);
      g_strlcpy (text, made, sizeof self->days[0]);
    }

  return text;
}

/* A moment of the working day that lies @days from today (0 or less), off the weekend and never after now. */
TendInstant
tend_sample_moment (TendSample *self,
                    int         days)
{
  int weekday = ((tend_wall_get_weekday (&self->today) - 1 + days) % 7 + 7) % 7 + 1;
  TendInstant at = self->midnight + (days - MAX (weekday - 5, 0)) * G_TIME_SPAN_DAY
                   + tend_sample_between (self, 8 * 60, 18 * 60) * G_TIME_SPAN_MINUTE;

  return at < self->options->now ? at : self->options->now - tend_sample_between (self, 5, 240) * G_TIME_SPAN_MINUTE;
}

gboolean
tend_sample_chance (TendSample *self,
                    guint       percent)
{
  return tend_random_chance (&self->random, percent);
}

int
tend_sample_between (TendSample *self,
                     int         low,
                     int         high)
{
  return tend_random_between (&self->random, low, high);
}

/* @pattern with @word for its %s. (transfer full) */
char *
tend_sample_fill_in (const char *pattern,
                     const char *word)
{
  const char *hole = strstr (pattern, "%s");

  return g_strdup_printf ("%.*s%s%s", (int) (hole - pattern), pattern, word, hole + 2);
}

/* One of the account's people, mostly the main one. */
TendId
tend_sample_pick_contact (TendSample     *self,
                          TendSampleLife *life)
{
  guint at = tend_sample_chance (self, 60) ? 0 : tend_random_below (&self->random, life->contacts->len);

  return ((TendRecord *) g_ptr_array_index (life->contacts, at))->id;
}

/* Whether the firm works with it at present. */
gboolean
tend_sample_is_going (TendSampleLife *life)
{
  return life->account->status != TEND_STATUS_PAUSED && life->account->status != TEND_STATUS_FORMER;
}

static TendMood
pick_mood (TendSample     *self,
           TendSampleLife *life)
{
  TendMood mood = (TendMood) tend_random_weighted (&self->random, mood_weights, TEND_N_MOODS);

  if (life->account->status == TEND_STATUS_AT_RISK)
    return TEND_MOOD_AT_RISK;
  if (mood == TEND_MOOD_UNKNOWN && (life->account->tier != TEND_TIER_C || !tend_sample_is_going (life)))
    return TEND_MOOD_STEADY;

  return mood;
}

static TendPart
part_of (TendSample        *self,
         TendContactRecord *contact)
{
  const TendWords *titles = &self->words->contact_titles;

  g_assert (titles->n_words == G_N_ELEMENTS (parts));

  for (guint i = 0; i < titles->n_words; i++)
    if (g_strcmp0 (titles->words[i], contact->title) == 0)
      return parts[i];

  return TEND_PART_DECISION_MAKER;
}

static void
complete_contacts (TendSample     *self,
                   TendSampleLife *life)
{
  for (guint i = 0; i < life->contacts->len; i++)
    {
      TendContactRecord *contact = g_ptr_array_index (life->contacts, i);

      contact->part = (int) part_of (self, contact);
      if (!contact->main && life->mood == TEND_MOOD_AT_RISK && tend_sample_chance (self, 40))
        contact->part = TEND_PART_BLOCKER;
      if (tend_sample_chance (self, 15))
        contact->birthday = g_strdup_printf ("%d-%02d-%02d", tend_sample_between (self, 1961, 1999),
                                             tend_sample_between (self, 1, 12), tend_sample_between (self, 1, 28));
      if (!contact->main && tend_sample_chance (self, 5))
        contact->left_on = g_strdup (tend_sample_day (self, -tend_sample_between (self, 10, 600)));
    }
}

static void
add_liaisons (TendSample     *self,
              TendSampleLife *life)
{
  static const int most[] = { 3, 2, 0 };
  int tier = life->account->tier;

  for (int n = tend_sample_between (self, tier == TEND_TIER_A ? 1 : 0, most[tier]); n > 0; n--)
    {
      TendLiaisonRecord *liaison = tend_liaison_record_new ();
      guint at = tend_random_below (&self->random, self->life_words->teams.n_words);
      TendSamplePerson person;
      g_autofree char *given = NULL;
      g_autofree char *family = NULL;

      tend_sample_person_init (&person, self->words, &self->random);
      given = tend_sample_slug (person.given);
      family = tend_sample_slug (person.family);
      g_ptr_array_add (life->liaisons, liaison);
      liaison->base.id = ++self->last_id;
      liaison->account = life->account->base.id;
      liaison->name = g_strdup_printf ("%s %s", person.given, person.family);
      liaison->team = g_strdup (self->life_words->teams.words[at]);
      liaison->purpose = g_strdup (self->life_words->purposes.words[at]);
      liaison->email = g_strdup_printf ("%s.%s@tend.example", given, family);
      liaison->phone = tend_sample_fill (self->words->towns[0].phone, &self->random);
    }
}

/* Some have come to their owner lately. */
static void
add_handover (TendSample     *self,
              TendSampleLife *life)
{
  TendHandoverRecord *handover;
  TendId from = tend_sample_pick_manager (self);

  if (life->handovers->len > 0 || life->account->owner == 0 || from == life->account->owner || life->since < 90
      || self->managers->len < MIN_MANAGERS || !tend_sample_is_going (life) || !tend_sample_chance (self, HANDED_OVER_PERCENT))
    return;

  handover = tend_handover_record_new ();
  g_ptr_array_add (life->handovers, handover);
  handover->base.id = ++self->last_id;
  handover->batch = handover->base.id;
  handover->account = life->account->base.id;
  handover->from = from;
  handover->to = life->account->owner;
  handover->by = g_array_index (self->managers, TendSampleManager, 0).id;
  handover->at = tend_sample_moment (self, -tend_sample_between (self, 2, 50));
  handover->reason = g_strdup (tend_sample_pick (self, &self->words->handover_reasons));
  handover->moved = g_strdup ("{\"follow-ups\":1}");
}

static void
complete_account (TendSample     *self,
                  TendSampleLife *life)
{
  if (tend_sample_chance (self, 6))
    life->account->to_avoid = g_strdup (tend_sample_pick (self, &self->life_words->to_avoid));
  if (tend_sample_chance (self, 6))
    life->account->cadence_days = own_cadences[tend_random_below (&self->random, G_N_ELEMENTS (own_cadences))];
  life->cadence = life->account->cadence_days > 0 ? (int) life->account->cadence_days : cadences[life->account->tier];

  if (life->mood == TEND_MOOD_UNKNOWN)
    g_clear_pointer (&life->account->customer_since, g_free);
}

/*< private >
 * tend_sample_live:
 * @self: the book
 * @life: an account with its contacts, follow-ups and handovers
 *
 * Gives the account everything that has happened to it.
 */
void
tend_sample_live (TendSample     *self,
                  TendSampleLife *life)
{
  TendRandom random = self->random;

  /* From numbers of its own, so that a lean book has the same accounts. */
  self->random = self->life_random;
  life->mood = pick_mood (self, life);
  complete_account (self, life);
  complete_contacts (self, life);

  if (life->mood != TEND_MOOD_UNKNOWN || life->n_interactions > 0)
    {
      add_handover (self, life);
      add_liaisons (self, life);
      tend_sample_add_purchases (self, life);
      tend_sample_add_whitespace (self, life);
      tend_sample_add_opportunities (self, life);
      tend_sample_add_needs (self, life);
      tend_sample_add_interactions (self, life);
      tend_sample_add_invoices (self, life);
      tend_sample_add_pulses (self, life);
    }

  if (self->health_sink != NULL)
    tend_sample_add_health (self, life);

  self->life_random = self->random;
  self->random = random;
}
