/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "situation.h"

#include <glib/gi18n.h>

#include "core/entities/purchase.h"

#include "moment.h"
#include "money.h"
#include "words.h"

#define MAX_NAME 100
#define MAX_AVOID 300
#define MAX_SENTENCES 5

/* A renewal is worth a sentence when it is as near as Today counts it. */
#define RENEWAL_DAYS 90

typedef struct
{
  const TendSituationFacts *facts;
  const TendSummary        *summary;
  TendInstant               now;
  GTimeZone                *zone;
  TendDay                   today;
  GStrvBuilder             *lines;
  guint                     n;
} Telling;

static void
say (Telling *self,
     char    *sentence)
{
  if (sentence != NULL && self->n < MAX_SENTENCES)
    {
      g_strv_builder_add (self->lines, sentence);
      self->n++;
    }
  g_free (sentence);
}

/* Contact. */

static char *
gone_quiet (int days,
            int rhythm)
{
  if (days < 0)
    return g_strdup_printf (ngettext ("Gone quiet: never spoken to, agreed rhythm %d day.",
                                      "Gone quiet: never spoken to, agreed rhythm %d days.", rhythm), rhythm);

  return g_strdup_printf (ngettext ("Gone quiet: last spoken to %1$d day ago, agreed rhythm %2$d days.",
                                    "Gone quiet: last spoken to %1$d days ago, agreed rhythm %2$d days.", days), days, rhythm);
}

static char *
spoken_to (Telling *self,
           int      days)
{
  gboolean late = self->summary->cadence.due != TEND_DAY_NONE && self->summary->cadence.due <= self->today;

  if (days < 0)
    return NULL;
  if (late)
    return g_strdup_printf (ngettext ("Last spoken to %d day ago, and the next contact is planned.",
                                      "Last spoken to %d days ago, and the next contact is planned.", days), days);
  if (days == 0)
    return g_strdup (_("Last spoken to today."));
  if (self->summary->cadence.days == 0)
    return g_strdup_printf (ngettext ("Last spoken to %d day ago.", "Last spoken to %d days ago.", days), days);

  return g_strdup_printf (ngettext ("Last spoken to %1$d day ago, within the agreed rhythm of %2$d days.",
                                    "Last spoken to %1$d days ago, within the agreed rhythm of %2$d days.", days),
                          days, self->summary->cadence.days);
}

static int
days_since_contact (Telling *self)
{
  if (self->summary->last_contact == 0)
    return -1;

  return -tend_moment_days_until (self->summary->last_contact, self->now, self->zone);
}

static char *
contact_sentence (Telling *self)
{
  int days = days_since_contact (self);

  if (self->facts->situation->quiet != TEND_QUIET_NO)
    return gone_quiet (days, self->summary->cadence.days);

  return spoken_to (self, days);
}

/* Needs. */

static guint
count_needs (Telling *self)
{
  guint n = 0;

  for (guint hat = 0; hat < TEND_N_HATS; hat++)
    n += self->summary->n_needs[hat];

  return n;
}

/* The whole sentence of the need that is late, as the only one or as one of several. */
static char *
late_need (Telling    *self,
           guint       n,
           const char *title,
           int         days)
{
  const char *waits_for = self->facts->need_waits_for;

  if (n == 1 && waits_for == NULL)
    return g_strdup_printf (ngettext ("One need is open: “%1$s” is %2$d day past its promise.",
                                      "One need is open: “%1$s” is %2$d days past its promise.", days), title, days);
  if (n == 1)
    return g_strdup_printf (ngettext ("One need is open: “%1$s” is %2$d day past its promise and waits for %3$s.",
                                      "One need is open: “%1$s” is %2$d days past its promise and waits for %3$s.", days),
                            title, days, waits_for);
  if (waits_for == NULL)
    return g_strdup_printf (ngettext ("%1$u needs are open; “%2$s” is %3$d day past its promise.",
                                      "%1$u needs are open; “%2$s” is %3$d days past its promise.", days), n, title, days);

  return g_strdup_printf (ngettext ("%1$u needs are open; “%2$s” is %3$d day past its promise and waits for %4$s.",
                                    "%1$u needs are open; “%2$s” is %3$d days past its promise and waits for %4$s.", days),
                          n, title, days, waits_for);
}

static char *
needs_sentence (Telling *self)
{
  guint n = count_needs (self);
  int days = self->facts->need_promised != TEND_DAY_NONE ? self->today - self->facts->need_promised : 0;
  g_autofree char *title = tend_words_one_line (self->facts->need, MAX_NAME);

  if (n == 0)
    return NULL;
  if (*title == '\0')
    return g_strdup_printf (ngettext ("%u need is open.", "%u needs are open.", n), n);
  if (days > 0)
    return late_need (self, n, title, days);
  if (n == 1)
    return g_strdup_printf (_("One need is open: “%s”."), title);

  return g_strdup_printf (ngettext ("%1$u need is open, “%2$s” first; none is past its promise.",
                                    "%1$u needs are open, “%2$s” first; none is past its promise.", n), n, title);
}

/* Renewal and money. */

static char *
renewal_sentence (Telling *self)
{
  int days = self->summary->next_renewal - self->today;
  g_autofree char *product = tend_words_one_line (self->facts->renewal, MAX_NAME);

  if (self->summary->next_renewal == TEND_DAY_NONE || days < 0 || days > RENEWAL_DAYS || *product == '\0')
    return NULL;
  if (self->facts->renewal_fit == TEND_FIT_PARTLY)
    return g_strdup_printf (ngettext ("“%1$s” renews in %2$d day, and it was last judged to fit only partly.",
                                      "“%1$s” renews in %2$d days, and it was last judged to fit only partly.", days), product, days);
  if (self->facts->renewal_fit == TEND_FIT_DOES_NOT)
    return g_strdup_printf (ngettext ("“%1$s” renews in %2$d day, and it was last judged not to fit.",
                                      "“%1$s” renews in %2$d days, and it was last judged not to fit.", days), product, days);

  return g_strdup_printf (ngettext ("“%1$s” renews in %2$d day.", "“%1$s” renews in %2$d days.", days), product, days);
}

static char *
overdue_sentence (Telling *self)
{
  const TendBalance *balance = &self->summary->balance;
  g_autofree char *amount = NULL;
  int days;

  if (balance->overdue <= 0 || balance->overdue_since == TEND_DAY_NONE)
    return NULL;

  amount = tend_money_text (balance->overdue, self->facts->situation->currency);
  days = self->today - balance->overdue_since;
  return g_strdup_printf (ngettext ("%1$s are overdue, the oldest for %2$d day.", "%1$s are overdue, the oldest for %2$d days.", days),
                          amount, days);
}

char *
tend_situation_value_change (const TendSituation *situation)
{
  int change = tend_health_value_change (situation->summary.yearly_value, situation->summary.yearly_value_ago);

  if (situation->summary.yearly_value_ago <= 0)
    return NULL;
  if (change == 0)
    return g_strdup (_("As much as a year ago"));
  if (change > 0)
    /* Translators: the yearly value of an account has risen by so many per cent */
    return g_strdup_printf (_("%d%% up on a year ago"), change);

  return g_strdup_printf (_("%d%% down on a year ago"), -change);
}

static char *
value_sentence (Telling *self)
{
  const TendSituation *situation = self->facts->situation;
  int change = tend_health_value_change (situation->summary.yearly_value, situation->summary.yearly_value_ago);
  g_autofree char *value = NULL;

  if (situation->summary.yearly_value <= 0)
    return NULL;

  value = tend_money_short (situation->summary.yearly_value, situation->currency);
  if (situation->summary.yearly_value_ago <= 0)
    return g_strdup_printf (_("Worth %s a year."), value);
  if (change == 0)
    return g_strdup_printf (_("Worth %s a year, as much as a year ago."), value);
  if (change > 0)
    return g_strdup_printf (_("Worth %1$s a year, %2$d%% more than a year ago."), value, change);

  return g_strdup_printf (_("Worth %1$s a year, %2$d%% less than a year ago."), value, -change);
}

/* Health and next step. */

static char *
health_sentence (Telling *self)
{
  const TendSituation *situation = self->facts->situation;

  if (situation->propose_at_risk)
    return g_strdup (_("Its health says that it is at risk; its status does not say so yet."));
  if (self->summary->fell_on != TEND_DAY_NONE && situation->fell_from > situation->summary.health.score)
    return g_strdup_printf (_("Health fell from %1$d to %2$d within two weeks."), situation->fell_from,
                            situation->summary.health.score);

  return NULL;
}

static gboolean
is_late (Telling *self)
{
  const TendSituationFacts *facts = self->facts;

  return facts->step_all_day ? tend_moment_days_until (facts->step_due, self->now, self->zone) < 0 : facts->step_due < self->now;
}

/* A snooze moves the reminder, never the due date: both are said. */
static char *
snoozed_sentence (Telling    *self,
                  const char *title,
                  const char *due)
{
  g_autofree char *until = tend_moment_long (self->facts->step_snoozed, FALSE, self->now, self->zone);

  if (is_late (self))
    /* Translators: the title of a follow-up, until when it is snoozed and when it was due: “Tomorrow, 09:00”, “Today, 15:00” */
    return g_strdup_printf (_("“%1$s” is snoozed: %2$s. It was due: %3$s."), title, until, due);

  /* Translators: the title of a follow-up, until when it is snoozed and when it is due: “Tomorrow, 09:00”, “Today, 15:00” */
  return g_strdup_printf (_("“%1$s” is snoozed: %2$s. It is due: %3$s."), title, until, due);
}

static char *
step_sentence (Telling *self)
{
  const TendSituationFacts *facts = self->facts;
  g_autofree char *title = tend_words_one_line (facts->step, MAX_NAME);
  g_autofree char *moment = NULL;

  if (facts->account->status == TEND_STATUS_FORMER)
    return NULL;
  if (*title == '\0')
    return g_strdup (_("Nothing is planned next."));

  moment = tend_moment_long (facts->step_due, facts->step_all_day, self->now, self->zone);
  if (facts->step_snoozed > MAX (self->now, facts->step_due))
    return snoozed_sentence (self, title, moment);

  if (is_late (self))
    /* Translators: the title of a follow-up, and when it was due: "Today, 15:00" */
    return g_strdup_printf (_("“%1$s” is overdue (%2$s)."), title, moment);

  /* Translators: the title of a follow-up, and when it is due: "Tomorrow, 15:00" */
  return g_strdup_printf (_("Next is “%1$s” (%2$s)."), title, moment);
}

GStrv
tend_situation_sentences (const TendSituationFacts *facts,
                          TendInstant               now,
                          GTimeZone                *zone)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  Telling self = { facts, &facts->situation->summary, now, zone, tend_day_of_instant (now, zone), lines, 0 };
  g_autofree char *avoid = NULL;

  if (facts->account->owner == 0)
    say (&self, g_strdup (_("Nobody looks after this account yet.")));
  say (&self, contact_sentence (&self));
  say (&self, needs_sentence (&self));
  say (&self, renewal_sentence (&self));
  say (&self, overdue_sentence (&self));
  say (&self, health_sentence (&self));
  say (&self, step_sentence (&self));
  say (&self, value_sentence (&self));

  /* What must not be done is never what is left out. */
  if (facts->account->to_avoid != NULL)
    {
      avoid = tend_words_one_line (facts->account->to_avoid, MAX_AVOID);
      self.n = 0;
      say (&self, g_strdup_printf (_("To avoid: %s"), avoid));
    }

  return g_strv_builder_end (lines);
}

/* Health and its reasons. */

static const char *
band_word (int band)
{
  return tend_words_of_field (tend_noun_get_field (&tend_account_noun, "health_band"), band);
}

char *
tend_situation_health (gint64 score,
                       int    band)
{
  if (score < 0)
    return g_strdup (band_word (TEND_BAND_UNKNOWN));

  /* Translators: the health of an account and its band: "43 · Watch" */
  return g_strdup_printf (_("%1$d · %2$s"), (int) score, band_word (band));
}

const char *
tend_situation_reason_name (const TendHealthReason *reason)
{
  switch (reason->input)
    {
    case TEND_HEALTH_PULSE: return C_("reason of health", "Impression");
    case TEND_HEALTH_CONTACT: return C_("reason of health", "Contact");
    case TEND_HEALTH_NEEDS: return C_("reason of health", "Needs");
    case TEND_HEALTH_SURVEY: return C_("reason of health", "Survey");
    case TEND_HEALTH_COMMERCIAL:
    default: return C_("reason of health", "Commercial");
    }
}

static char *
commercial_value (const TendHealthReason *reason)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (reason->parts[TEND_COMMERCIAL_TREND] >= 0 && reason->value == 0)
    g_string_append (line, _("yearly value unchanged"));
  else if (reason->parts[TEND_COMMERCIAL_TREND] >= 0)
    g_string_append_printf (line, reason->value < 0 ? _("yearly value down by %d%%") : _("yearly value up by %d%%"),
                            ABS (reason->value));
  if (reason->parts[TEND_COMMERCIAL_FIT] >= 0)
    {
      g_string_append (line, line->len > 0 ? " · " : "");
      g_string_append_printf (line, _("fit %d of 100"), reason->parts[TEND_COMMERCIAL_FIT]);
    }
  if (reason->parts[TEND_COMMERCIAL_INVOICES] >= 0)
    {
      g_string_append (line, line->len > 0 ? " · " : "");
      if (reason->detail == 0)
        g_string_append (line, _("nothing overdue"));
      else
        g_string_append_printf (line, ngettext ("invoices overdue for %d day", "invoices overdue for %d days", reason->detail),
                                reason->detail);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static char *
scored (const TendHealthReason *reason)
{
  if (reason->age_days == 0)
    return g_strdup_printf (_("%d of 10, from today"), reason->value);

  return g_strdup_printf (ngettext ("%1$d of 10, %2$d day old", "%1$d of 10, %2$d days old", reason->age_days),
                          reason->value, reason->age_days);
}

static char *
needs_value (const TendHealthReason *reason)
{
  if (reason->value == 0)
    return g_strdup (_("none open"));
  if (reason->detail == 0)
    return g_strdup_printf (ngettext ("%d open", "%d open", reason->value), reason->value);

  return g_strdup_printf (ngettext ("%1$d open, %2$d of them past its promise", "%1$d open, %2$d of them past their promise",
                                    reason->detail), reason->value, reason->detail);
}

char *
tend_situation_reason_value (const TendHealthReason *reason)
{
  switch (reason->input)
    {
    case TEND_HEALTH_PULSE:
    case TEND_HEALTH_SURVEY:
      return scored (reason);
    case TEND_HEALTH_CONTACT:
      return g_strdup_printf (ngettext ("%1$d day since both sides spoke, rhythm %2$d days",
                                        "%1$d days since both sides spoke, rhythm %2$d days", reason->value),
                              reason->value, reason->detail);
    case TEND_HEALTH_NEEDS:
      return needs_value (reason);
    case TEND_HEALTH_COMMERCIAL:
    default:
      return commercial_value (reason);
    }
}

char *
tend_situation_reason_points (const TendHealthReason *reason)
{
  /* Translators: how many of the points that it can give a reason gives to the health: "4 of 20" */
  return g_strdup_printf (_("%1$d of %2$d"), reason->points, reason->share);
}

char *
tend_situation_reason_lift (const TendHealthReason *reason,
                            const TendHealth       *health)
{
  const char *band = band_word (health->next_band);

  if (reason->lost == 0 || health->next_band == health->band)
    return NULL;
  if (reason->lift < 0 || (reason->target < 0 && reason->input != TEND_HEALTH_COMMERCIAL))
    return g_strdup_printf (_("At its best, health would be %d."), reason->lifted);

  switch (reason->input)
    {
    case TEND_HEALTH_PULSE:
    case TEND_HEALTH_SURVEY:
      /* Translators: a health band, and the score of the pulse that would lift the account into it */
      return g_strdup_printf (_("“%1$s” from %2$d of 10 on."), band, reason->target);
    case TEND_HEALTH_CONTACT:
      return g_strdup_printf (ngettext ("“%1$s” if contact were not older than %2$d day.",
                                        "“%1$s” if contact were not older than %2$d days.", reason->target),
                              band, reason->target);
    case TEND_HEALTH_NEEDS:
      return g_strdup_printf (_("“%s” with fewer open needs."), band);
    case TEND_HEALTH_COMMERCIAL:
    default:
      return g_strdup_printf (_("“%1$s” from %2$d of 100 on."), band, reason->lift);
    }
}
