/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The follow-ups of the sample book: spread around now, some of them late, some settled. */

#include "sample-private.h"

#include "../reminders/schedule.h"

/* How many open ones an account has, in per cent: none, one, two. */
static const guint open_weights[] = { 42, 45, 13 };
#define SETTLED_PERCENT 30
#define RENEWAL_OPEN_DAYS 8
#define SNOOZED_PERCENT 25  /* of those that are late */

/* When they are due, in days from today; the weights are per cent. */
static const struct { int from, to; } spans[] = {
  { -15, -1 }, { 0, 0 }, { 1, 1 }, { 2, 6 }, { 7, 20 }, { 21, 90 },
};
static const guint span_weights[] = { 7, 7, 9, 26, 26, 25 };

static const guint hat_weights[] = { 34, 38, 14, 14 };
static const guint lead_weights[] = { 40, 20, 15, 20, 5 };

/* Off the weekend: what lies behind goes back to Friday, what lies ahead on to Monday. */
static void
leave_weekend (TendWall *wall,
               int       days)
{
  int weekday = tend_wall_get_weekday (wall);

  if (weekday >= 6 && days != 0)
    tend_wall_add_days (wall, days < 0 ? 5 - weekday : 8 - weekday);
}

static void
set_due (TendSample         *self,
         TendFollowUpRecord *record,
         int                 days)
{
  TendWall due = self->today;

  due.all_day = tend_random_chance (&self->random, 40);
  due.hour = due.all_day ? 0 : tend_random_between (&self->random, 8, 17);
  due.minute = due.all_day ? 0 : 15 * tend_random_between (&self->random, 0, 3);
  tend_wall_add_days (&due, days);
  leave_weekend (&due, days);

  record->due_wall = tend_wall_to_string (&due);
  record->due_zone = g_strdup (self->words->zone);
  record->all_day = due.all_day;
}

static TendFollowUpRecord *
new_follow_up (TendSample        *self,
               TendAccountRecord *account,
               TendId             contact,
               int                days)
{
  TendFollowUpRecord *record = tend_follow_up_record_new ();
  guint hat = tend_random_weighted (&self->random, hat_weights, G_N_ELEMENTS (hat_weights));

  record->account = account->base.id;
  record->contact = tend_random_chance (&self->random, 80) ? contact : 0;
  record->manager = account->owner;
  record->title = g_strdup (tend_sample_pick (self, &self->words->follow_ups[hat]));
  record->hat = (int) hat;
  record->promised = tend_random_chance (&self->random, 65);
  record->lead = (int) tend_random_weighted (&self->random, lead_weights, G_N_ELEMENTS (lead_weights));
  set_due (self, record, days);
  return record;
}

static void
prepare (TendFollowUpRecord *record)
{
  if (record->base.noun->prepare != NULL)
    record->base.noun->prepare (&record->base);
}

/* What should have reminded by now has done so: opening a sample book brings no flood of old reminders. */
static void
make_reminded (TendSample         *self,
               TendFollowUpRecord *record)
{
  if (record->remind_at != 0 && record->remind_at <= self->options->now)
    record->reminded_at = record->remind_at;
}

/* As the summary has it; what is snoozed here is so for longer than it is due. */
static void
note_next (TendAccountRecord        *account,
           const TendFollowUpRecord *record)
{
  TendInstant next = MAX (record->due_at, record->snoozed_until);

  if (account->next_follow_up == 0 || next < account->next_follow_up)
    account->next_follow_up = next;
}

static void
add_open (TendSample        *self,
          GPtrArray         *records,
          TendAccountRecord *account,
          TendId             contact)
{
  guint span = tend_random_weighted (&self->random, span_weights, G_N_ELEMENTS (span_weights));
  TendFollowUpRecord *record;

  record = new_follow_up (self, account, contact, tend_random_between (&self->random, spans[span].from, spans[span].to));
  g_ptr_array_add (records, record);
  prepare (record);

  if (record->due_at < self->options->now && tend_random_chance (&self->random, SNOOZED_PERCENT))
    {
      record->state = TEND_FOLLOW_UP_SNOOZED;
      record->snoozed_until = self->options->now + tend_random_between (&self->random, 2, 100) * G_TIME_SPAN_HOUR;
      record->snooze_reason = g_strdup (tend_sample_pick (self, &self->words->snooze_reasons));
      prepare (record);
    }

  make_reminded (self, record);

  note_next (account, record);
}

static void
settle (TendSample         *self,
        TendFollowUpRecord *record)
{
  record->state = tend_random_chance (&self->random, 90) ? TEND_FOLLOW_UP_DONE : TEND_FOLLOW_UP_DROPPED;

  if (record->state == TEND_FOLLOW_UP_DONE)
    {
      record->done_at = record->due_at + tend_random_between (&self->random, -180, 600) * G_TIME_SPAN_MINUTE;
      record->outcome = g_strdup (tend_sample_pick (self, &self->words->outcomes));
    }

  record->reminded_at = record->remind_at;
  prepare (record);
}

static void
add_settled (TendSample        *self,
             GPtrArray         *records,
             TendAccountRecord *account,
             TendId             contact)
{
  TendFollowUpRecord *record = new_follow_up (self, account, contact, -tend_random_between (&self->random, 3, 120));

  g_ptr_array_add (records, record);
  prepare (record);
  settle (self, record);
}

/*< private >
 * tend_sample_make_follow_ups:
 * @self: the book
 * @account: whose they are; its next follow-up is set
 * @contact: the id of its main contact
 *
 * Returns: (transfer full) (element-type TendFollowUpRecord): its follow-ups, still without ids
 */
GPtrArray *
tend_sample_make_follow_ups (TendSample        *self,
                             TendAccountRecord *account,
                             TendId             contact)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_follow_up_record_free);

  if (account->owner == 0)
    return records;

  if (account->status != TEND_STATUS_FORMER)
    for (guint n = tend_random_weighted (&self->random, open_weights, G_N_ELEMENTS (open_weights)); n > 0; n--)
      add_open (self, records, account, contact);

  if (tend_random_chance (&self->random, SETTLED_PERCENT))
    add_settled (self, records, account, contact);

  return records;
}

/*< private >
 * tend_sample_add_next_step:
 * @self: the book
 * @life: an account
 * @pattern: what to do; its %s is @about
 * @about: a need or an opportunity
 * @hat: whose it is
 * @days: due so many days from today
 *
 * Returns: (transfer none) (nullable): an open follow-up, still without what it is about; %NULL when nobody would do it
 */
TendFollowUpRecord *
tend_sample_add_next_step (TendSample     *self,
                           TendSampleLife *life,
                           const char     *pattern,
                           const char     *about,
                           TendHat         hat,
                           int             days)
{
  TendFollowUpRecord *record;

  if (life->account->owner == 0)
    return NULL;

  record = new_follow_up (self, life->account, ((TendRecord *) g_ptr_array_index (life->contacts, 0))->id, days);
  g_ptr_array_add (life->follow_ups, record);
  g_free (record->title);
  record->title = tend_sample_fill_in (pattern, about);
  record->hat = (int) hat;
  prepare (record);
  make_reminded (self, record);

  note_next (life->account, record);

  return record;
}

/*< private >
 * tend_sample_add_renewal:
 * @self: the book
 * @life: an account
 * @purchase: one that renews
 * @product: what it is called
 * @days: days from today on which the renewal is to be talked about
 *
 * Adds the follow-up that a renewal makes by itself; of those that lie behind all but the latest have been settled.
 */
void
tend_sample_add_renewal (TendSample         *self,
                         TendSampleLife     *life,
                         TendPurchaseRecord *purchase,
                         const char         *product,
                         int                 days)
{
  TendFollowUpRecord *record;

  if (life->account->owner == 0)
    return;

  record = new_follow_up (self, life->account, ((TendRecord *) g_ptr_array_index (life->contacts, 0))->id, days);
  g_ptr_array_add (life->follow_ups, record);
  g_set_str (&record->title, product);
  record->purchase = purchase->base.id;
  record->hat = TEND_HAT_SALES;
  record->contact = 0;
  record->promised = FALSE;
  record->lead = TEND_LEAD_AT_TIME;
  prepare (record);

  if (days < -RENEWAL_OPEN_DAYS || (days < 0 && tend_random_chance (&self->random, 60)))
    settle (self, record);
  else
    make_reminded (self, record);

  if (tend_follow_up_record_is_open (record))
    note_next (life->account, record);
}
