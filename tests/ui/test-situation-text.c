/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/entities/purchase.h"
#include "support/language.h"
#include "ui/text/situation.h"

/* Tuesday 24 November 2026, 14:30 in Berlin. */
#define NOW "2026-11-24T14:30:00+01:00"

typedef struct
{
  TendAccountRecord  *account;
  TendSituation       situation;
  TendSituationFacts  facts;
  TendInstant         now;
  GTimeZone          *zone;
} Fixture;

static TendInstant
instant (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix_usec (date_time);
}

/* The Brauhaus of the sketch: gone quiet, two needs, a renewal that fits partly, an invoice overdue. */
static void
set_up (Fixture       *self,
        gconstpointer  language)
{
  TendSummary *summary = &self->situation.summary;

  tend_test_speak (language);
  self->now = instant (NOW);
  self->zone = g_time_zone_new_identifier ("Europe/Berlin");
  self->account = tend_account_record_new ();
  self->account->owner = 1;
  summary->today = tend_day_parse ("2026-11-24");
  summary->last_contact = instant ("2026-10-14T10:00:00+02:00");
  summary->cadence = (TendCadence) { 14, summary->today - 27, summary->today - 27, summary->today - 20 };
  summary->n_needs[TEND_HAT_TECHNICAL] = 1;
  summary->n_needs[TEND_HAT_FINANCE] = 1;
  summary->next_renewal = summary->today + 24;
  summary->balance.overdue = 315000;
  summary->balance.overdue_since = summary->today - 19;
  summary->yearly_value = 4820000;
  summary->yearly_value_ago = 4300000;
  summary->fell_on = TEND_DAY_NONE;
  summary->health.score = 43;
  self->situation.quiet = TEND_QUIET_RED;
  self->situation.currency = "EUR";
  self->situation.fell_from = -1;
  self->facts = (TendSituationFacts) {
    .situation = &self->situation, .account = self->account, .need = "Dispensing unit loses pressure",
    .need_promised = summary->today - 3, .need_waits_for = "Field Service", .renewal = "Maintenance contract",
    .renewal_fit = TEND_FIT_PARTLY,
  };
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  tend_account_record_free (self->account);
  g_time_zone_unref (self->zone);
  tend_test_speak ("en");
}

static void
check (Fixture    *self,
       const char *sentences)
{
  g_auto (GStrv) lines = tend_situation_sentences (&self->facts, self->now, self->zone);
  g_autofree char *text = g_strjoinv ("\n", lines);

  g_assert_cmpstr (text, ==, sentences);
}

static void
test_sketch (Fixture       *self,
             gconstpointer  data)
{
  check (self,
         "Gone quiet: last spoken to 41 days ago, agreed rhythm 14 days.\n"
         "2 needs are open; “Dispensing unit loses pressure” is 3 days past its promise and waits for Field Service.\n"
         "“Maintenance contract” renews in 24 days, and it was last judged to fit only partly.\n"
         "€\u00a03,150.00 are overdue, the oldest for 19 days.\n"
         "Nothing is planned next.");
}

static void
test_german (Fixture       *self,
             gconstpointer  data)
{
  self->account->to_avoid = g_strdup ("Vor zehn anrufen");
  check (self,
         "Still geworden: zuletzt vor 41 Tagen gesprochen, vereinbarter Rhythmus 14 Tage.\n"
         "2 Anliegen sind offen; »Dispensing unit loses pressure« ist seit 3 Tagen überfällig und wartet auf Field Service.\n"
         "»Maintenance contract« verlängert sich in 24 Tagen und passte zuletzt nur teilweise.\n"
         "3.150,00\u00a0€ sind überfällig, das Älteste seit 19 Tagen.\n"
         "Als Nächstes ist nichts geplant.\n"
         "Zu vermeiden: Vor zehn anrufen");
}

/* All is well: what is good is said too. */
static void
test_well (Fixture       *self,
           gconstpointer  data)
{
  TendSummary *summary = &self->situation.summary;

  summary->last_contact = instant ("2026-11-19T10:00:00+01:00");
  summary->cadence.due = summary->today + 9;
  summary->next_renewal = TEND_DAY_NONE;
  summary->balance.overdue = 0;
  memset (summary->n_needs, 0, sizeof summary->n_needs);
  self->situation.quiet = TEND_QUIET_NO;
  self->facts.step = "Call back";
  self->facts.step_due = instant ("2026-11-25T15:00:00+01:00");
  check (self,
         "Last spoken to 5 days ago, within the agreed rhythm of 14 days.\n"
         "Next is “Call back” (Tomorrow, 15:00).\n"
         "Worth €\u00a048,200 a year, 12% more than a year ago.");
}

/* Singulars, a rhythm that is held, a need that waits for nobody, a step that is late. */
static void
test_variants (Fixture       *self,
               gconstpointer  data)
{
  TendSummary *summary = &self->situation.summary;

  self->account->owner = 0;
  summary->n_needs[TEND_HAT_FINANCE] = 0;
  summary->next_renewal = summary->today + 1;
  summary->balance.overdue = 0;
  self->situation.quiet = TEND_QUIET_NO;
  self->facts.need_waits_for = NULL;
  self->facts.need_promised = summary->today - 1;
  self->facts.renewal_fit = TEND_FIT_DOES_NOT;
  self->facts.step = "Call back";
  self->facts.step_all_day = TRUE;
  self->facts.step_due = instant ("2026-11-23T09:00:00+01:00");
  check (self,
         "Nobody looks after this account yet.\n"
         "Last spoken to 41 days ago, and the next contact is planned.\n"
         "One need is open: “Dispensing unit loses pressure” is 1 day past its promise.\n"
         "“Maintenance contract” renews in 1 day, and it was last judged not to fit.\n"
         "“Call back” is overdue (Yesterday).");
}

static void
check_step (Fixture    *self,
            const char *sentence)
{
  g_auto (GStrv) lines = tend_situation_sentences (&self->facts, self->now, self->zone);
  gboolean found = g_strv_contains ((const char *const *) lines, sentence);

  if (!found)
    g_test_message ("%s", g_strjoinv ("\n", lines));
  g_assert_true (found);
}

/* A snooze moves the reminder and never the due date, so both are said; once it has ended the step is simply late. */
static void
test_snoozed (Fixture       *self,
              gconstpointer  language)
{
  gboolean german = g_str_equal (language, "de");

  self->situation.quiet = TEND_QUIET_NO;
  self->facts.step = "Call back";
  self->facts.step_due = instant ("2026-11-23T15:00:00+01:00");
  self->facts.step_snoozed = instant ("2026-11-25T09:00:00+01:00");
  check_step (self, german ? "»Call back« ist zurückgestellt: Morgen, 09:00. Fällig war: Gestern, 15:00."
                           : "“Call back” is snoozed: Tomorrow, 09:00. It was due: Yesterday, 15:00.");
  self->facts.step_due = instant ("2026-11-24T23:00:00+01:00");
  check_step (self, german ? "»Call back« ist zurückgestellt: Morgen, 09:00. Fällig ist: Heute, 23:00."
                           : "“Call back” is snoozed: Tomorrow, 09:00. It is due: Today, 23:00.");
  self->facts.step_due = instant ("2026-11-25T15:00:00+01:00");
  check_step (self, german ? "Als Nächstes: »Call back« (Morgen, 15:00)." : "Next is “Call back” (Tomorrow, 15:00).");
  self->facts.step_due = instant ("2026-11-22T15:00:00+01:00");
  self->facts.step_snoozed = instant ("2026-11-23T09:00:00+01:00");
  check_step (self, german ? "»Call back« ist überfällig (Sonntag, 22. November, 15:00)." : "“Call back” is overdue (Sunday 22 November, 15:00).");
}

/* Nothing is known: still no silence. */
static void
test_bare (Fixture       *self,
           gconstpointer  data)
{
  TendSummary *summary = &self->situation.summary;

  memset (summary->n_needs, 0, sizeof summary->n_needs);
  summary->last_contact = 0;
  summary->cadence = (TendCadence) { 0, TEND_DAY_NONE, TEND_DAY_NONE, TEND_DAY_NONE };
  summary->next_renewal = TEND_DAY_NONE;
  summary->balance.overdue = 0;
  summary->yearly_value = 0;
  self->situation.quiet = TEND_QUIET_NO;
  check (self, "Nothing is planned next.");

  self->situation.quiet = TEND_QUIET_AMBER;
  summary->cadence.days = 30;
  self->situation.propose_at_risk = TRUE;
  check (self,
         "Gone quiet: never spoken to, agreed rhythm 30 days.\n"
         "Its health says that it is at risk; its status does not say so yet.\n"
         "Nothing is planned next.");
}

static void
test_reasons (Fixture       *self,
              gconstpointer  data)
{
  static const struct { TendHealthReason reason; const char *name, *value, *points, *lift; } table[] = {
    { { .input = TEND_HEALTH_CONTACT, .points = 4, .share = 20, .lost = 16, .value = 41, .detail = 14, .lift = 80, .target = 20 },
      "Contact", "41 days since both sides spoke, rhythm 14 days", "4 of 20", "“Steady” if contact were not older than 20 days." },
    { { .input = TEND_HEALTH_NEEDS, .points = 12, .share = 20, .lost = 8, .value = 2, .detail = 1, .lift = -1, .target = -1, .lifted = 51 },
      "Needs", "2 open, 1 of them past its promise", "12 of 20", "At its best, health would be 51." },
    { { .input = TEND_HEALTH_PULSE, .points = 15, .share = 30, .lost = 15, .value = 5, .age_days = 12, .lift = 90, .target = 9 },
      "Impression", "5 of 10, 12 days old", "15 of 30", "“Steady” from 9 of 10 on." },
    { { .input = TEND_HEALTH_SURVEY, .points = 15, .share = 15, .lost = 0, .value = 10, .age_days = 0, .lift = -1, .target = -1 },
      "Survey", "10 of 10, from today", "15 of 15", NULL },
    { { .input = TEND_HEALTH_COMMERCIAL, .points = 8, .share = 15, .lost = 7, .value = -12, .detail = 19, .parts = { 50, 60, 50 }, .lift = 95, .target = 95 },
      "Commercial", "yearly value down by 12% · fit 50 of 100 · invoices overdue for 19 days", "8 of 15", "“Steady” from 95 of 100 on." },
  };
  TendHealth health = { .score = 43, .band = TEND_BAND_WATCH, .next_band = TEND_BAND_STEADY, .to_next = 17 };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *value = tend_situation_reason_value (&table[i].reason);
      g_autofree char *points = tend_situation_reason_points (&table[i].reason);
      g_autofree char *lift = tend_situation_reason_lift (&table[i].reason, &health);

      g_assert_cmpstr (tend_situation_reason_name (&table[i].reason), ==, table[i].name);
      g_assert_cmpstr (value, ==, table[i].value);
      g_assert_cmpstr (points, ==, table[i].points);
      g_assert_cmpstr (lift, ==, table[i].lift);
    }
}

#define ADD(path, function, language) g_test_add (path, Fixture, language, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/situation-text/sketch", test_sketch, "en");
  ADD ("/situation-text/german", test_german, "de");
  ADD ("/situation-text/well", test_well, "en");
  ADD ("/situation-text/variants", test_variants, "en");
  ADD ("/situation-text/snoozed", test_snoozed, "en");
  ADD ("/situation-text/snoozed/german", test_snoozed, "de");
  ADD ("/situation-text/bare", test_bare, "en");
  ADD ("/situation-text/reasons", test_reasons, "en");

  return g_test_run ();
}
