/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today.h"

#include <glib/gi18n.h>

#include "core/rules/day.h"

#include "moment.h"
#include "money.h"
#include "words.h"

#define DAY G_GINT64_CONSTANT (86400000000)

/* What is longer than this is cut by any line. */
#define MAX_TEXT 200

/* Days from the day that a date of the book is to that of now: 3 = three days ago. */
static int
days_since (const TendTodayFacts *facts)
{
  return tend_day_of_instant (facts->now, facts->zone) - (int) (facts->item->since / DAY);
}

/* Follow-ups. */

static char *
dup_time (const TendTodayFacts *facts)
{
  return tend_moment_time (facts->item->since, facts->zone);
}

/* @days: how many days ago it was due. */
static char *
late_text (const TendFollowUpRecord *record,
           const TendTodayFacts     *facts,
           int                       days)
{
  g_autofree char *date = tend_moment_long (record->due_at, TRUE, facts->now, facts->zone);

  if (record->promised)
    /* Translators: %1$d is a number of days, %2$s a day as in "Sunday 22 November" or "Yesterday" */
    return g_strdup_printf (ngettext ("%1$d day late. Promised: %2$s", "%1$d days late. Promised: %2$s", days), days, date);

  return g_strdup_printf (ngettext ("%1$d day late. Was due: %2$s", "%1$d days late. Was due: %2$s", days), days, date);
}

static char *
follow_up_why (const TendTodayFacts *facts)
{
  const TendFollowUpRecord *record = (const TendFollowUpRecord *) facts->entity;
  int days = -tend_moment_days_until (facts->item->since, facts->now, facts->zone);
  g_autofree char *time = NULL;

  if (record == NULL)
    return g_strdup ("");
  if (days > 0)
    return late_text (record, facts, days);
  if (record->all_day)
    return g_strdup (record->promised ? _("Promised for today") : _("Due today"));

  time = dup_time (facts);
  if (record->due_at < facts->now)
    return record->promised ? g_strdup_printf (_("Overdue: it was promised for %s today"), time)
                            : g_strdup_printf (_("Was due at %s today"), time);

  return record->promised ? g_strdup_printf (_("Promised for %s today"), time) : g_strdup_printf (_("Due at %s today"), time);
}

static char *
follow_up_title (const TendTodayFacts *facts)
{
  const TendFollowUpRecord *record = (const TendFollowUpRecord *) facts->entity;

  return record != NULL ? tend_words_follow_up (record, MAX_TEXT) : g_strdup ("");
}

/* Needs. */

static char *
need_why (const TendTodayFacts *facts)
{
  const TendNeedRecord *record = (const TendNeedRecord *) facts->entity;
  int days = days_since (facts);
  const char *kind;

  if (record == NULL)
    return g_strdup ("");

  kind = tend_words_of_field (tend_noun_get_field (&tend_need_noun, "kind"), record->kind);
  if (facts->related != NULL)
    /* Translators: %1$s is a kind of need ("Fault"), %2$d days, %3$s a colleague */
    return g_strdup_printf (ngettext ("%1$s, %2$d day past its promise, waits for %3$s",
                                      "%1$s, %2$d days past its promise, waits for %3$s", days),
                            kind, days, facts->related);
  if (record->priority == TEND_PRIORITY_URGENT)
    return g_strdup_printf (ngettext ("%1$s, urgent, %2$d day past its promise",
                                      "%1$s, urgent, %2$d days past its promise", days), kind, days);

  return g_strdup_printf (ngettext ("%1$s, %2$d day past its promise", "%1$s, %2$d days past its promise", days), kind, days);
}

/* Renewals. */

static char *
renewal_title (const TendTodayFacts *facts)
{
  int days = -days_since (facts);
  const char *product = facts->related != NULL ? facts->related : _("Product");

  if (days <= 0)
    return g_strdup_printf (_("%s renews today"), product);

  return g_strdup_printf (ngettext ("%1$s renews in %2$d day", "%1$s renews in %2$d days", days), product, days);
}

static const char *
get_currency (const TendTodayFacts *facts)
{
  return facts->account->currency != NULL ? facts->account->currency : facts->currency;
}

static char *
renewal_why (const TendTodayFacts *facts)
{
  const TendPurchaseRecord *record = (const TendPurchaseRecord *) facts->entity;
  int health = (int) facts->account->health;
  g_autofree char *value = NULL;

  if (record != NULL && record->yearly_value > 0)
    value = tend_money_short (record->yearly_value, get_currency (facts));
  if (value != NULL && health >= 0)
    return g_strdup_printf (_("%1$s a year, at a health of %2$d"), value, health);
  if (value != NULL)
    return g_strdup_printf (_("%s a year"), value);
  if (health >= 0)
    return g_strdup_printf (_("At a health of %d"), health);

  return tend_moment_long (facts->item->since, TRUE, facts->now, facts->zone);
}

/* The account itself. */

static char *
quiet_why (const TendTodayFacts *facts)
{
  int days;

  if (facts->account->last_contact == 0)
    return g_strdup_printf (ngettext ("Not spoken to yet, agreed rhythm %d day", "Not spoken to yet, agreed rhythm %d days",
                                      facts->rhythm), facts->rhythm);

  days = -tend_moment_days_until (facts->account->last_contact, facts->now, facts->zone);
  return g_strdup_printf (ngettext ("Last spoken to %1$d day ago, agreed rhythm %2$d days",
                                    "Last spoken to %1$d days ago, agreed rhythm %2$d days", days), days, facts->rhythm);
}

static char *
invoice_title (const TendTodayFacts *facts)
{
  g_autofree char *amount = tend_money_text (facts->account->overdue, get_currency (facts));

  return g_strdup_printf (_("%s overdue"), amount);
}

static char *
invoice_why (const TendTodayFacts *facts)
{
  int days = days_since (facts);

  return g_strdup_printf (ngettext ("The oldest invoice was due %d day ago", "The oldest invoice was due %d days ago", days), days);
}

static char *
fall_title (const TendTodayFacts *facts)
{
  int health = (int) facts->account->health;

  if (health < 0)
    return g_strdup (_("Health fell"));
  if (facts->item->value > health)
    return g_strdup_printf (_("Health fell from %1$d to %2$d"), facts->item->value, health);

  return g_strdup_printf (_("Health fell to %d"), health);
}

static char *
fall_why (const TendTodayFacts *facts)
{
  int days = days_since (facts);

  if (days <= 0)
    return g_strdup (_("It fell today"));

  return g_strdup_printf (ngettext ("It fell %d day ago", "It fell %d days ago", days), days);
}

/* Opportunities. */

static char *
opportunity_title (const TendTodayFacts *facts)
{
  const TendOpportunityRecord *record = (const TendOpportunityRecord *) facts->entity;

  return tend_words_one_line (record != NULL ? record->title : NULL, MAX_TEXT);
}

static char *
opportunity_why (const TendTodayFacts *facts)
{
  const TendOpportunityRecord *record = (const TendOpportunityRecord *) facts->entity;
  g_autofree char *date = NULL;
  int days = days_since (facts);

  if (record == NULL)
    return g_strdup ("");
  if (record->close_on == NULL)
    return g_strdup (_("No next step is planned"));
  if (days > 0)
    return g_strdup_printf (ngettext ("No next step, and it should have been decided %d day ago",
                                      "No next step, and it should have been decided %d days ago", days), days);

  date = tend_moment_date (record->close_on);
  return g_strdup_printf (_("No next step; to be decided by %s"), date);
}

char *
tend_today_title (const TendTodayFacts *facts)
{
  switch ((TendUrgency) facts->item->reason)
    {
    case TEND_URGENCY_PROMISE_OVERDUE:
    case TEND_URGENCY_FOLLOW_UP:
      return follow_up_title (facts);
    case TEND_URGENCY_NEED_URGENT:
    case TEND_URGENCY_NEED:
      return tend_words_one_line (facts->entity != NULL ? ((const TendNeedRecord *) facts->entity)->title : NULL, MAX_TEXT);
    case TEND_URGENCY_RENEWAL_AT_RISK:
    case TEND_URGENCY_RENEWAL:
      return renewal_title (facts);
    case TEND_URGENCY_QUIET_RED:
    case TEND_URGENCY_QUIET_AMBER:
      return g_strdup (_("Gone quiet"));
    case TEND_URGENCY_INVOICE:
      return invoice_title (facts);
    case TEND_URGENCY_BAND_FELL:
      return fall_title (facts);
    case TEND_URGENCY_NEXT_STEP:
      return opportunity_title (facts);
    case TEND_N_URGENCIES:
    case TEND_URGENCY_NONE:
    default:
      return g_strdup ("");
    }
}

char *
tend_today_why (const TendTodayFacts *facts)
{
  switch ((TendUrgency) facts->item->reason)
    {
    case TEND_URGENCY_PROMISE_OVERDUE:
    case TEND_URGENCY_FOLLOW_UP:
      return follow_up_why (facts);
    case TEND_URGENCY_NEED_URGENT:
    case TEND_URGENCY_NEED:
      return need_why (facts);
    case TEND_URGENCY_RENEWAL_AT_RISK:
    case TEND_URGENCY_RENEWAL:
      return renewal_why (facts);
    case TEND_URGENCY_QUIET_RED:
    case TEND_URGENCY_QUIET_AMBER:
      return quiet_why (facts);
    case TEND_URGENCY_INVOICE:
      return invoice_why (facts);
    case TEND_URGENCY_BAND_FELL:
      return fall_why (facts);
    case TEND_URGENCY_NEXT_STEP:
      return opportunity_why (facts);
    case TEND_N_URGENCIES:
    case TEND_URGENCY_NONE:
    default:
      return g_strdup ("");
    }
}

char *
tend_today_put_off (const TendTodayFacts *facts)
{
  const TendFollowUpRecord *follow_up = NULL;
  g_autofree char *until = NULL;
  g_autofree char *reason = NULL;

  if (facts->entity != NULL && facts->entity->noun == &tend_follow_up_noun)
    follow_up = (const TendFollowUpRecord *) facts->entity;

  if (facts->alert != NULL && facts->alert->until != NULL)
    {
      until = tend_moment_date (facts->alert->until);
      reason = tend_words_one_line (facts->alert->reason, MAX_TEXT);
    }
  else if (follow_up != NULL && follow_up->state == TEND_FOLLOW_UP_SNOOZED)
    {
      until = tend_moment_stamp (follow_up->snoozed_until, facts->now, facts->zone);
      if (follow_up->snoozed_until > facts->now)
        {
          g_free (until);
          until = tend_moment_short (follow_up->snoozed_until, FALSE, facts->now, facts->zone, NULL);
        }
      reason = tend_words_one_line (follow_up->snooze_reason, MAX_TEXT);
    }
  else
    return NULL;

  if (*reason != '\0')
    /* Translators: %1$s is a date, %2$s what the user gave as the reason */
    return g_strdup_printf (_("Put off until %1$s: %2$s"), until, reason);

  return g_strdup_printf (_("Put off until %s"), until);
}

static const struct
{
  const char *icon;
  const char *action_icon;
  const char *action;
} looks[TEND_N_URGENCIES] = {
  [TEND_URGENCY_PROMISE_OVERDUE] = { "alarm-symbolic", "object-select-symbolic", N_("Done") },
  [TEND_URGENCY_NEED_URGENT] = { "dialog-warning-symbolic", "object-select-symbolic", N_("Resolve") },
  [TEND_URGENCY_RENEWAL_AT_RISK] = { "view-refresh-symbolic", "list-add-symbolic", N_("Make Opportunity") },
  [TEND_URGENCY_FOLLOW_UP] = { "alarm-symbolic", "object-select-symbolic", N_("Done") },
  [TEND_URGENCY_NEED] = { "dialog-warning-symbolic", "object-select-symbolic", N_("Resolve") },
  [TEND_URGENCY_QUIET_RED] = { "audio-volume-muted-symbolic", "list-add-symbolic", N_("Plan Follow-Up") },
  [TEND_URGENCY_INVOICE] = { "x-office-document-symbolic", "list-add-symbolic", N_("Plan Follow-Up") },
  [TEND_URGENCY_BAND_FELL] = { "go-down-symbolic", "list-add-symbolic", N_("Plan Follow-Up") },
  [TEND_URGENCY_RENEWAL] = { "view-refresh-symbolic", "list-add-symbolic", N_("Make Opportunity") },
  [TEND_URGENCY_QUIET_AMBER] = { "audio-volume-muted-symbolic", "list-add-symbolic", N_("Plan Follow-Up") },
  [TEND_URGENCY_NEXT_STEP] = { "star-new-symbolic", "list-add-symbolic", N_("Plan Follow-Up") },
};

const char *
tend_today_icon (TendUrgency reason)
{
  g_return_val_if_fail (reason >= 0 && reason < TEND_N_URGENCIES, "");

  return looks[reason].icon;
}

const char *
tend_today_action (TendUrgency reason)
{
  g_return_val_if_fail (reason >= 0 && reason < TEND_N_URGENCIES, "");

  return _(looks[reason].action);
}

const char *
tend_today_action_icon (TendUrgency reason)
{
  g_return_val_if_fail (reason >= 0 && reason < TEND_N_URGENCIES, "");

  return looks[reason].action_icon;
}
