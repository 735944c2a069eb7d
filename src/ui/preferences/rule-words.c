/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-words.h"

#include <string.h>

#include <glib/gi18n.h>

#define GROUP(title, note, rules) { title, note, rules, G_N_ELEMENTS (rules) }
#define SECTION(id, title, note, groups) { id, title, note, groups, G_N_ELEMENTS (groups) }

/* Contact. */

static const TendRuleWords rhythm[] = {
  { "cadence-a", TEND_RULE_UNIT_DAYS, NULL, N_("Tier A"), NULL },
  { "cadence-b", TEND_RULE_UNIT_DAYS, NULL, N_("Tier B"), NULL },
  { "cadence-c", TEND_RULE_UNIT_DAYS, NULL, N_("Tier C"), NULL },
};

static const TendRuleWords quiet[] = {
  { "quiet-red-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("Red From"), N_("Of the rhythm. Amber begins when contact is due.") },
};

static const TendRuleGroup contact[] = {
  GROUP (N_("Rhythm of Contact"),
         N_("How long an account may go without two-way contact. 0 asks for none; an account may have a rhythm of its own."), rhythm),
  GROUP (N_("Gone Quiet"), NULL, quiet),
};

/* Health. */

static const TendRuleWords weights[] = {
  { "weight-pulse", TEND_RULE_UNIT_PLAIN, "reason of health", NC_("reason of health", "Impression"), NULL },
  { "weight-contact", TEND_RULE_UNIT_PLAIN, "reason of health", NC_("reason of health", "Contact"), NULL },
  { "weight-needs", TEND_RULE_UNIT_PLAIN, "reason of health", NC_("reason of health", "Needs"), NULL },
  { "weight-survey", TEND_RULE_UNIT_PLAIN, "reason of health", NC_("reason of health", "Survey"), NULL },
  { "weight-commercial", TEND_RULE_UNIT_PLAIN, "reason of health", NC_("reason of health", "Commercial"), NULL },
};

static const TendRuleWords satisfaction[] = {
  { "pulse-days", TEND_RULE_UNIT_DAYS, NULL, N_("An Impression Counts"), NULL },
  { "survey-days", TEND_RULE_UNIT_DAYS, NULL, N_("A Survey Counts"), NULL },
};

static const TendRuleWords contact_score[] = {
  { "contact-zero-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("No Points From"), N_("Of the rhythm. Contact in time is worth all 100 points.") },
};

static const TendRuleWords need_weights[] = {
  { "need-weight-low", TEND_RULE_UNIT_PLAIN, "priority", NC_("priority", "Low"), NULL },
  { "need-weight-normal", TEND_RULE_UNIT_PLAIN, "priority", NC_("priority", "Normal"), NULL },
  { "need-weight-high", TEND_RULE_UNIT_PLAIN, "priority", NC_("priority", "High"), NULL },
  { "need-weight-urgent", TEND_RULE_UNIT_PLAIN, "priority", NC_("priority", "Urgent"), NULL },
  { "need-late-factor", TEND_RULE_UNIT_TIMES, NULL, N_("Past Its Promise"), N_("Counts so many times as much.") },
};

static const TendRuleWords need_loads[] = {
  { "need-load-80", TEND_RULE_UNIT_PLAIN, NULL, N_("80 Points"), NULL },
  { "need-load-50", TEND_RULE_UNIT_PLAIN, NULL, N_("50 Points"), NULL },
  { "need-load-20", TEND_RULE_UNIT_PLAIN, NULL, N_("20 Points"), NULL },
  { "need-load-0", TEND_RULE_UNIT_PLAIN, NULL, N_("No Points"), NULL },
};

static const TendRuleWords commercial[] = {
  { "fit-partly-score", TEND_RULE_UNIT_POINTS, NULL, N_("Fits in Part"), N_("A product that fits is worth 100.") },
  { "trend-flat-score", TEND_RULE_UNIT_POINTS, NULL, N_("Value as a Year Ago"), NULL },
  { "trend-fall-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("No Points at a Fall Of"), N_("Of the yearly value.") },
  { "trend-rise-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("100 Points at a Rise Of"), N_("Of the yearly value.") },
  { "overdue-score", TEND_RULE_UNIT_POINTS, NULL, N_("Invoice Overdue"), NULL },
  { "overdue-days", TEND_RULE_UNIT_DAYS, NULL, N_("At Most"), N_("An invoice overdue for longer is worth no points.") },
};

static const TendRuleGroup health[] = {
  GROUP (N_("What Counts"), N_("Each weighs its share of those that have data. 0 leaves it out."), weights),
  GROUP (N_("Satisfaction"), NULL, satisfaction),
  GROUP (N_("Contact in Time"), NULL, contact_score),
  GROUP (N_("Open Needs"), N_("How heavy a need is, by its priority."), need_weights),
  GROUP (N_("Points for Open Needs"), N_("The weight of all open needs together at which so many points are left."), need_loads),
  GROUP (N_("Purchases and Payments"), NULL, commercial),
};

/* What health says. */

static const TendRuleWords bands[] = {
  { "band-thriving", TEND_RULE_UNIT_POINTS, "health band", NC_("health band", "Thriving"), NULL },
  { "band-steady", TEND_RULE_UNIT_POINTS, "health band", NC_("health band", "Steady"), NULL },
  { "band-watch", TEND_RULE_UNIT_POINTS, "health band", NC_("health band", "Watch"), NULL },
};

static const TendRuleWords falls[] = {
  { "fall-points", TEND_RULE_UNIT_POINTS, NULL, N_("Fall Of"), NULL },
  { "fall-days", TEND_RULE_UNIT_DAYS, NULL, N_("Within"), NULL },
};

static const TendRuleWords course[] = {
  { "history-step", TEND_RULE_UNIT_POINTS, NULL, N_("Smallest Step"), N_("A day is written down when health moved by so much.") },
};

static const TendRuleWords proposal[] = {
  { "propose-days", TEND_RULE_UNIT_DAYS, NULL, N_("At Risk For"), NULL },
  { "propose-renewal-days", TEND_RULE_UNIT_DAYS, NULL, N_("Or Renewal Within"), NULL },
  { "propose-renewal-health", TEND_RULE_UNIT_POINTS, NULL, N_("And Health Below"), NULL },
};

static const TendRuleGroup health_bands[] = {
  GROUP (N_("Bands"), N_("From how many points on. What is below them all is at risk."), bands),
  GROUP (N_("Falling Health"), N_("Shows on Today, as does a fall into a lower band."), falls),
  GROUP (N_("Course of the Health"), NULL, course),
  GROUP (N_("Status “At Risk”"), N_("When the page of an account proposes it."), proposal),
};

/* Today. */

static const TendRuleWords classes[] = {
  { "class-promise-overdue", TEND_RULE_UNIT_PLAIN, NULL, N_("Promise Overdue"), NULL },
  { "class-need-urgent", TEND_RULE_UNIT_PLAIN, NULL, N_("Urgent Need, Late"), NULL },
  { "class-renewal-at-risk", TEND_RULE_UNIT_PLAIN, NULL, N_("Renewal at Risk"), NULL },
  { "class-follow-up", TEND_RULE_UNIT_PLAIN, NULL, N_("Follow-Up Due"), NULL },
  { "class-need", TEND_RULE_UNIT_PLAIN, NULL, N_("Need, Late"), NULL },
  { "class-quiet-red", TEND_RULE_UNIT_PLAIN, NULL, N_("Gone Quiet, Red"), NULL },
  { "class-invoice", TEND_RULE_UNIT_PLAIN, NULL, N_("Invoice Overdue"), NULL },
  { "class-band-fell", TEND_RULE_UNIT_PLAIN, NULL, N_("Health Fell"), NULL },
  { "class-renewal", TEND_RULE_UNIT_PLAIN, NULL, N_("Renewal Near"), NULL },
  { "class-quiet-amber", TEND_RULE_UNIT_PLAIN, NULL, N_("Gone Quiet, Amber"), NULL },
  { "class-next-step", TEND_RULE_UNIT_PLAIN, NULL, N_("No Next Step"), NULL },
};

static const TendRuleWords added[] = {
  { "lateness-most", TEND_RULE_UNIT_PLAIN, NULL, N_("For Being Late"), N_("At most, growing day by day.") },
  { "lateness-days", TEND_RULE_UNIT_DAYS, NULL, N_("Reached After"), NULL },
  { "worth-most", TEND_RULE_UNIT_PLAIN, NULL, N_("For Its Worth"), N_("For the most valuable account of its owner, less for others.") },
};

static const TendRuleGroup today[] = {
  GROUP (N_("Urgency"), N_("The higher the number, the further up it stands."), classes),
  GROUP (N_("Added to It"), NULL, added),
};

/* Renewals. */

static const TendRuleWords renewals_today[] = {
  { "renewal-near-days", TEND_RULE_UNIT_DAYS, NULL, N_("Near Within"), N_("Shows on Today and counts in the workload.") },
  { "renewal-soon-days", TEND_RULE_UNIT_DAYS, NULL, N_("Soon Within"), NULL },
  { "renewal-soon-health", TEND_RULE_UNIT_POINTS, NULL, N_("At Risk Below"), N_("Health below which a renewal soon is at risk.") },
};

static const TendRuleWords renewals_ahead[] = {
  { "renewal-lead-days", TEND_RULE_UNIT_DAYS, NULL, N_("Follow-Up Ahead"), N_("So long before the notice has to be given.") },
};

static const TendRuleGroup renewals[] = {
  GROUP (N_("In Sight"), NULL, renewals_today),
  GROUP (N_("Preparation"), NULL, renewals_ahead),
};

/* Workload. */

static const TendRuleWords hours[] = {
  { "hours-a", TEND_RULE_UNIT_HOURS, NULL, N_("Tier A"), NULL },
  { "hours-b", TEND_RULE_UNIT_HOURS, NULL, N_("Tier B"), NULL },
  { "hours-c", TEND_RULE_UNIT_HOURS, NULL, N_("Tier C"), NULL },
  { "need-minutes", TEND_RULE_UNIT_MINUTES, NULL, N_("Every Open Need"), NULL },
};

static const TendRuleWords more_work[] = {
  { "risk-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("Health at Risk"), NULL },
  { "watch-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("Health on Watch"), NULL },
  { "renewal-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("Renewal Near"), NULL },
};

static const TendRuleWords capacity[] = {
  { "week-hours", TEND_RULE_UNIT_HOURS, NULL, N_("Week"), NULL },
  { "quarter-weeks", TEND_RULE_UNIT_WEEKS, NULL, N_("Quarter"), NULL },
  { "work-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("At Work"), N_("The rest is holidays and absence.") },
  { "client-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("For Clients"), N_("Of the time at work.") },
};

static const TendRuleWords load[] = {
  { "amber-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("Amber From"), NULL },
  { "red-percent", TEND_RULE_UNIT_PERCENT, NULL, N_("Red Above"), NULL },
};

static const TendRuleGroup workload[] = {
  GROUP (N_("Hours a Quarter"), N_("What an account asks for."), hours),
  GROUP (N_("More Work"), N_("Of these hours, where there is more to do."), more_work),
  GROUP (N_("A Manager’s Time"), N_("Of one who works full time."), capacity),
  GROUP (N_("Load"), N_("Of a manager’s time."), load),
};

/* Handing over. */

static const TendRuleWords warnings[] = {
  { "handover-health", TEND_RULE_UNIT_POINTS, NULL, N_("Health Below"), NULL },
  { "handover-renewal-days", TEND_RULE_UNIT_DAYS, NULL, N_("Renewal Within"), NULL },
};

static const TendRuleWords new_owner[] = {
  { "new-owner-score", TEND_RULE_UNIT_OF_TEN, NULL, N_("First Impression"), N_("Where the manager’s impression starts again.") },
};

static const TendRuleGroup handover[] = {
  GROUP (N_("Warnings"), N_("An account is handed over with a warning."), warnings),
  GROUP (N_("New Owner"), NULL, new_owner),
};

/* Three numbers of the rules have no place here, since nothing reads them yet: digest-from, lead-after-days, cover-days. */
static const TendRuleSection sections[] = {
  SECTION ("contact", N_("Staying in Contact"), N_("Rhythm by tier, and when an account has gone quiet"), contact),
  SECTION ("health", N_("Health"), N_("What counts, and how much"), health),
  SECTION ("bands", N_("Bands and Warnings"), N_("From thriving to at risk, and what is told"), health_bands),
  SECTION ("today", N_("Order of Today"), N_("What comes first"), today),
  SECTION ("renewals", N_("Renewals"), N_("When they come into sight"), renewals),
  SECTION ("workload", N_("Workload"), N_("Hours of accounts, and of managers"), workload),
  SECTION ("handover", N_("Handing Over"), N_("When it warns, and where a new owner starts"), handover),
};

const TendRuleSection *
tend_rule_words_get_sections (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

const char *
tend_rule_words_title (const TendRuleWords *words)
{
  return words->context != NULL ? g_dpgettext2 (NULL, words->context, words->title) : _(words->title);
}

char *
tend_rule_words_format (TendRuleUnit unit,
                        int          value)
{
  switch (unit)
    {
    case TEND_RULE_UNIT_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", value), value);
    case TEND_RULE_UNIT_HOURS:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", value), value);
    case TEND_RULE_UNIT_MINUTES:
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", value), value);
    case TEND_RULE_UNIT_WEEKS:
      return g_strdup_printf (ngettext ("%d week", "%d weeks", value), value);
    case TEND_RULE_UNIT_POINTS:
      return g_strdup_printf (ngettext ("%d point", "%d points", value), value);
    case TEND_RULE_UNIT_PERCENT:
      /* Translators: the number has to come first, here and in the units beside it */
      return g_strdup_printf (C_("unit", "%d%%"), value);
    case TEND_RULE_UNIT_TIMES:
      /* Translators: so many times as much: "2 ×" */
      return g_strdup_printf (C_("unit", "%d ×"), value);
    case TEND_RULE_UNIT_OF_TEN:
      return g_strdup_printf (C_("unit", "%d of 10"), value);
    case TEND_RULE_UNIT_PLAIN:
    default:
      return g_strdup_printf ("%d", value);
    }
}

/* @rest: what stands behind the number, without blanks around it and folded. */
static gboolean
begins_unit (TendRuleUnit  unit,
             const char   *rest,
             int           value)
{
  g_autofree char *shown = tend_rule_words_format (unit, value);
  g_autofree char *folded = g_utf8_casefold (shown, -1);
  const char *word = folded + strspn (folded, "-0123456789");

  return g_str_has_prefix (word + strspn (word, " "), rest);
}

gboolean
tend_rule_words_parse (TendRuleUnit  unit,
                       const char   *text,
                       int          *value)
{
  g_autofree char *typed = g_utf8_casefold (text, -1);
  char *end;
  gint64 number;

  g_strstrip (typed);
  if (!g_ascii_isdigit (*typed))
    return FALSE;

  number = g_ascii_strtoll (typed, &end, 10);
  if (number > G_MAXINT)
    return FALSE;

  *value = (int) number;
  g_strchug (end);
  /* "1 days" is on the way to "21 days". */
  return begins_unit (unit, end, 1) || begins_unit (unit, end, 2);
}
