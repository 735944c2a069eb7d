/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lifelike book for trying Tend, for tests and for measuring it. Rows are made one account at a time and handed on, so
 * that a million of them take no more memory than ten. */

#include "sample-book.h"

#include <string.h>

#include "../entities/interaction.h"
#include "../entities/invoice.h"
#include "../entities/liaison.h"
#include "../entities/need.h"
#include "../entities/opportunity.h"
#include "../entities/pulse.h"
#include "../entities/whitespace.h"
#include "../ids.h"
#include "sample-private.h"

#define ID_EPOCH (G_GINT64_CONSTANT (1577836800) * 1000) /* 2020-01-01 in ms, see id.h */
#define ID_RANDOM_BITS 22
#define ID_HEAD_START (60 * 60 * 1000)                   /* ms: below every id that is made from now on */
#define FIRST_NUMBER 10001
#define HANDED_OVER_PERCENT 8
#define MIN_FOR_UNOWNED 100
#define LIFE_SEED G_GUINT64_CONSTANT (0x6C69666500000000)

static const guint tier_weights[] = { 10, 30, 60 };
static const guint status_weights[] = { 6, 81, 5, 4, 4 };
static const guint contact_weights[] = { 0, 45, 35, 20 };

static const struct { const TendSampleWords *words; const TendSampleLifeWords *life_words; } languages[] = {
  { &tend_sample_words_de, &tend_sample_life_words_de },
  { &tend_sample_words_en, &tend_sample_life_words_en },
};

/* Where the words of @language are; -1 where there are none. */
static int
find_words (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].words->code, language) == 0)
      return (int) i;

  return -1;
}

/* Gives @record its identity and hands it on. */
gboolean
tend_sample_emit (TendSample  *self,
                  TendRecord  *record,
                  GError     **error)
{
  if (record->id == 0)
    record->id = ++self->last_id;

  record->version = 1;
  if (record->created_at == 0)
    record->created_at = self->options->now;
  if (record->updated_at == 0)
    record->updated_at = record->created_at;

  /* A follow-up has been prepared, and then told when it reminded. */
  if (record->noun != &tend_follow_up_noun && record->noun->prepare != NULL)
    record->noun->prepare (record);

  return self->sink (record, self->sink_data, error);
}

const char *
tend_sample_pick (TendSample      *self,
                  const TendWords *words)
{
  return tend_random_pick (&self->random, words->words, words->n_words);
}

TendId
tend_sample_pick_manager (TendSample *self)
{
  return g_array_index (self->managers, TendSampleManager, tend_random_below (&self->random, self->managers->len)).id;
}

static TendId
pick_owner (TendSample *self,
            int         tier)
{
  GArray *owners = self->owners[tier];

  if (self->options->n_accounts >= MIN_FOR_UNOWNED && tend_random_chance (&self->random, 1))
    return 0;

  return g_array_index (owners, TendId, tend_random_below (&self->random, owners->len));
}

/* For how many days. */
static int
pick_customer_since (TendSample *self,
                     int         status)
{
  return status == TEND_STATUS_ONBOARDING ? tend_random_between (&self->random, 1, 60)
                                          : tend_random_between (&self->random, 90, 4400);
}

static void
set_address (TendSample        *self,
             TendAccountRecord *account,
             TendSampleFirm    *firm)
{
  account->street = g_steal_pointer (&firm->street);
  account->postcode = g_steal_pointer (&firm->postcode);
  account->city = g_strdup (firm->town->name);
  account->region = g_strdup (firm->town->region);
  account->country = g_strdup (self->words->country);
  account->phone = tend_sample_fill (firm->town->phone, &self->random);

  if (firm->person)
    {
      g_autofree char *slug = tend_sample_slug (firm->name);

      account->email = g_strdup_printf ("%s@%s", slug, firm->domain);
      return;
    }

  account->industry = g_strdup (firm->industry);
  account->email = g_strdup_printf ("%s@%s", tend_random_chance (&self->random, 60) ? "info" : "office", firm->domain);

  if (tend_random_chance (&self->random, 85))
    account->website = g_strdup_printf ("https://www.%s", firm->domain);
}

static TendAccountRecord *
new_account (TendSample     *self,
             guint           index,
             TendSampleFirm *firm,
             int            *since)
{
  TendAccountRecord *account = tend_account_record_new ();

  account->base.id = ++self->last_id;
  account->number = g_strdup_printf ("%s-%u", self->words->account_prefix, FIRST_NUMBER + index);
  account->name = g_strdup (firm->name);
  account->kind = firm->person ? TEND_ACCOUNT_PERSON : TEND_ACCOUNT_FIRM;
  account->tier = firm->person ? TEND_TIER_C : (int) tend_random_weighted (&self->random, tier_weights, G_N_ELEMENTS (tier_weights));
  account->status = (int) tend_random_weighted (&self->random, status_weights, G_N_ELEMENTS (status_weights));
  account->owner = pick_owner (self, account->tier);
  account->language = g_strdup (self->words->code);
  account->zone = g_strdup (self->words->zone);
  account->currency = g_strdup (self->words->currency);
  *since = pick_customer_since (self, account->status);
  account->customer_since = g_strdup (tend_sample_day (self, -*since));

  if (tend_random_chance (&self->random, 15))
    account->notes = g_strdup (tend_sample_pick (self, &self->words->notes));

  set_address (self, account, firm);
  return account;
}

static TendContactRecord *
new_contact (TendSample        *self,
             TendAccountRecord *account,
             TendSampleFirm    *firm,
             gboolean           is_main)
{
  TendContactRecord *contact = tend_contact_record_new ();
  TendSamplePerson person = firm->client;
  g_autoptr(GStrvBuilder) phones = g_strv_builder_new ();
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  if (!firm->person)
    {
      tend_sample_person_init (&person, self->words, &self->random);
      contact->title = g_strdup (tend_sample_pick (self, &self->words->contact_titles));
    }

  given = tend_sample_slug (person.given);
  family = tend_sample_slug (person.family);
  g_strv_builder_take (phones, tend_sample_fill (firm->town->phone, &self->random));
  if (tend_random_chance (&self->random, 50))
    g_strv_builder_take (phones, tend_sample_fill (self->words->mobile, &self->random));

  contact->base.id = ++self->last_id;
  contact->account = account->base.id;
  contact->given = g_strdup (person.given);
  contact->family = g_strdup (person.family);
  contact->emails = g_new0 (char *, 2);
  contact->emails[0] = g_strdup_printf ("%s.%s@%s", given, family, firm->domain);
  contact->phones = g_strv_builder_end (phones);
  contact->main = is_main;
  return contact;
}

/* The way an account has gone from hand to hand, ending at its owner. */
static void
add_handovers (TendSample     *self,
               TendSampleLife *life)
{
  TendAccountRecord *account = life->account;
  TendId from = self->former_manager != 0 ? self->former_manager : tend_sample_pick_manager (self);
  int days_ago = tend_random_between (&self->random, 200, 700);

  if (account->owner == 0 || account->status == TEND_STATUS_ONBOARDING || !tend_random_chance (&self->random, HANDED_OVER_PERCENT))
    return;

  for (guint n = tend_random_chance (&self->random, 20) ? 2 : 1; n > 0; n--)
    {
      TendHandoverRecord *handover;
      TendId to = n == 1 ? account->owner : tend_sample_pick_manager (self);

      if (to == from)
        continue;

      handover = tend_handover_record_new ();
      g_ptr_array_add (life->handovers, handover);
      handover->base.id = ++self->last_id;
      handover->batch = handover->base.id;
      handover->account = account->base.id;
      handover->from = from;
      handover->to = to;
      handover->by = g_array_index (self->managers, TendSampleManager, 0).id;
      handover->at = self->options->now - days_ago * G_TIME_SPAN_DAY;
      handover->reason = g_strdup (tend_sample_pick (self, &self->words->handover_reasons));
      handover->moved = g_strdup_printf ("{\"follow-ups\":%u}", tend_random_below (&self->random, 4));
      from = to;
      days_ago /= 2;
    }
}

static void
life_init (TendSampleLife *life)
{
  GPtrArray **lists[] = {
    &life->contacts, &life->liaisons, &life->purchases, &life->whitespace, &life->opportunities, &life->needs,
    &life->interactions, &life->invoices, &life->pulses, &life->handovers,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_record_free);

  life->revenues = g_array_new (FALSE, FALSE, sizeof (TendSampleRevenue));
  life->health = g_array_new (FALSE, FALSE, sizeof (TendHealthPoint));
}

static void
life_clear (TendSampleLife *life)
{
  GPtrArray *lists[] = {
    life->contacts, life->liaisons, life->purchases, life->whitespace, life->opportunities, life->needs,
    life->interactions, life->invoices, life->pulses, life->follow_ups, life->handovers,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (&lists[i], g_ptr_array_unref);

  g_clear_pointer (&life->account, tend_account_record_free);
  g_array_unref (life->revenues);
  g_array_unref (life->health);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TendSampleLife, life_clear)

/* In an order in which every reference leads back. */
static gboolean
write_life (TendSample      *self,
            TendSampleLife  *life,
            GError         **error)
{
  GPtrArray *lists[] = {
    life->contacts, life->liaisons, life->purchases, life->whitespace, life->opportunities, life->needs,
    life->interactions, life->invoices, life->pulses, life->follow_ups, life->handovers,
  };

  if (!tend_sample_emit (self, &life->account->base, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (!tend_sample_emit (self, g_ptr_array_index (lists[i], j), error))
        return FALSE;

  if (life->health->len == 0 || self->health_sink == NULL)
    return TRUE;

  return self->health_sink (life->account->base.id, &g_array_index (life->health, TendHealthPoint, 0), life->health->len,
                            self->sink_data, error);
}

static gboolean
write_account (TendSample       *self,
               TendSampleFirms  *firms,
               guint             index,
               GError          **error)
{
  g_auto(TendSampleFirm) firm = { 0 };
  g_auto(TendSampleLife) life = { .n_interactions = index == 0 ? self->options->n_interactions : 0 };
  guint n_contacts;

  life_init (&life);
  tend_sample_firms_next (firms, &self->random, &firm);
  life.account = new_account (self, index, &firm, &life.since);
  n_contacts = firm.person ? 1 : tend_random_weighted (&self->random, contact_weights, G_N_ELEMENTS (contact_weights));

  for (guint i = 0; i < n_contacts; i++)
    g_ptr_array_add (life.contacts, new_contact (self, life.account, &firm, i == 0));

  /* The account comes first, but says when its next follow-up is. */
  life.follow_ups = tend_sample_make_follow_ups (self, life.account, ((TendRecord *) g_ptr_array_index (life.contacts, 0))->id);
  add_handovers (self, &life);

  if (!self->options->lean)
    tend_sample_live (self, &life);

  return write_life (self, &life, error);
}

static void
sample_init (TendSample              *self,
             const TendSampleOptions *options)
{
  TendWall midnight;

  tend_random_init (&self->random, options->seed);
  tend_random_init (&self->life_random, options->seed ^ LIFE_SEED);
  self->days = g_malloc0 (sizeof self->days[0] * TEND_SAMPLE_DAYS);
  self->last_id = ((options->now / 1000 - ID_EPOCH - ID_HEAD_START) << ID_RANDOM_BITS);
  self->zone = g_time_zone_new_identifier (self->words->zone);

  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();

  tend_wall_from_instant (&self->today, options->now, self->zone);
  midnight = self->today;
  midnight.all_day = TRUE;
  midnight.hour = 0;
  midnight.minute = 0;
  self->midnight = tend_wall_to_instant (&midnight, self->zone);
  self->managers = g_array_new (FALSE, FALSE, sizeof (TendSampleManager));

  for (guint i = 0; i < G_N_ELEMENTS (self->owners); i++)
    self->owners[i] = tend_ids_new ();
}

static void
sample_clear (TendSample *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->managers, g_array_unref);
  g_clear_pointer (&self->days, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (self->owners); i++)
    g_clear_pointer (&self->owners[i], g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TendSample, sample_clear)

/**
 * tend_sample_book_is_language:
 * @language: (nullable): a language code
 *
 * Returns: whether there are sample books in @language
 */
gboolean
tend_sample_book_is_language (const char *language)
{
  return find_words (language) >= 0;
}

/**
 * tend_sample_book_write:
 * @options: what the book shall be
 * @sink: takes its rows
 * @health_sink: (nullable): takes the course of each account's health
 * @data: for both
 * @error: where to say why not
 *
 * Makes a sample book of every noun but snoozed alerts and saved views, which are a person's own. All of it is invented:
 * firms have domains of the top-level domain "example", and nobody can be reached by the phone numbers. Derived columns
 * that ask for more than the row itself are left to the summaries.
 *
 * Returns: whether @sink took every row
 */
gboolean
tend_sample_book_write (const TendSampleOptions  *options,
                        TendSampleSink            sink,
                        TendSampleHealthSink      health_sink,
                        gpointer                  data,
                        GError                  **error)
{
  g_auto(TendSample) self = { .options = options, .sink = sink, .health_sink = health_sink, .sink_data = data };
  g_autoptr(TendSampleFirms) firms = NULL;
  int language = find_words (options->language);

  g_return_val_if_fail (language >= 0, FALSE);

  self.words = languages[language].words;
  self.life_words = languages[language].life_words;
  sample_init (&self, options);
  firms = tend_sample_firms_new (self.words);

  if (!tend_sample_write_managers (&self, error) || (!options->lean && !tend_sample_write_products (&self, error)))
    return FALSE;

  for (guint i = 0; i < options->n_accounts; i++)
    if (!write_account (&self, firms, i, error))
      return FALSE;

  return TRUE;
}
