/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules.h"

#include <string.h>

const char *const tend_health_inputs[] = { "pulse", "contact", "needs", "survey", "commercial", NULL };

#define R(name, member, initial, least, most) { name, G_STRUCT_OFFSET (TendRules, member), initial, least, most }
#define MOST_DAYS 3650

static const TendRuleField fields[] = {
  R ("cadence-a", cadence_days[0], 14, 0, MOST_DAYS),
  R ("cadence-b", cadence_days[1], 30, 0, MOST_DAYS),
  R ("cadence-c", cadence_days[2], 90, 0, MOST_DAYS),
  R ("quiet-red-percent", quiet_red_percent, 150, 100, 1000),

  R ("weight-pulse", weights[TEND_HEALTH_PULSE], 30, 0, 1000),
  R ("weight-contact", weights[TEND_HEALTH_CONTACT], 20, 0, 1000),
  R ("weight-needs", weights[TEND_HEALTH_NEEDS], 20, 0, 1000),
  R ("weight-survey", weights[TEND_HEALTH_SURVEY], 15, 0, 1000),
  R ("weight-commercial", weights[TEND_HEALTH_COMMERCIAL], 15, 0, 1000),
  R ("pulse-days", pulse_days, 90, 1, MOST_DAYS),
  R ("survey-days", survey_days, 365, 1, MOST_DAYS),
  R ("contact-zero-percent", contact_zero_percent, 300, 101, 10000),
  R ("need-weight-low", need_weights[0], 1, 0, 100),
  R ("need-weight-normal", need_weights[1], 2, 0, 100),
  R ("need-weight-high", need_weights[2], 4, 0, 100),
  R ("need-weight-urgent", need_weights[3], 8, 0, 100),
  R ("need-late-factor", need_late_factor, 2, 1, 10),
  R ("need-load-80", need_loads[0], 2, 1, 1000),
  R ("need-load-50", need_loads[1], 5, 1, 1000),
  R ("need-load-20", need_loads[2], 10, 1, 1000),
  R ("need-load-0", need_load_zero, 16, 1, 1000),
  R ("fit-partly-score", fit_partly_score, 50, 0, 100),
  R ("trend-flat-score", trend_flat_score, 70, 0, 100),
  R ("trend-fall-percent", trend_fall_percent, 50, 1, 100),
  R ("trend-rise-percent", trend_rise_percent, 20, 1, 1000),
  R ("overdue-score", overdue_score, 50, 0, 100),
  R ("overdue-days", overdue_days, 30, 0, MOST_DAYS),
  R ("band-thriving", band_thriving, 80, 1, 100),
  R ("band-steady", band_steady, 60, 1, 100),
  R ("band-watch", band_watch, 40, 1, 100),
  R ("fall-points", fall_points, 10, 1, 100),
  R ("fall-days", fall_days, 14, 1, 365),
  R ("history-step", history_step, 2, 1, 100),
  R ("propose-days", propose_days, 28, 1, MOST_DAYS),
  R ("propose-renewal-days", propose_renewal_days, 90, 0, MOST_DAYS),
  R ("propose-renewal-health", propose_renewal_health, 60, 0, 100),

  R ("class-promise-overdue", class_bases[TEND_URGENCY_PROMISE_OVERDUE], 100, 0, 1000),
  R ("class-need-urgent", class_bases[TEND_URGENCY_NEED_URGENT], 95, 0, 1000),
  R ("class-renewal-at-risk", class_bases[TEND_URGENCY_RENEWAL_AT_RISK], 90, 0, 1000),
  R ("class-follow-up", class_bases[TEND_URGENCY_FOLLOW_UP], 80, 0, 1000),
  R ("class-need", class_bases[TEND_URGENCY_NEED], 75, 0, 1000),
  R ("class-quiet-red", class_bases[TEND_URGENCY_QUIET_RED], 70, 0, 1000),
  R ("class-invoice", class_bases[TEND_URGENCY_INVOICE], 60, 0, 1000),
  R ("class-band-fell", class_bases[TEND_URGENCY_BAND_FELL], 55, 0, 1000),
  R ("class-renewal", class_bases[TEND_URGENCY_RENEWAL], 50, 0, 1000),
  R ("class-quiet-amber", class_bases[TEND_URGENCY_QUIET_AMBER], 40, 0, 1000),
  R ("class-next-step", class_bases[TEND_URGENCY_NEXT_STEP], 30, 0, 1000),
  R ("lateness-most", lateness_most, 10, 0, 1000),
  R ("lateness-days", lateness_days, 14, 1, 365),
  R ("worth-most", worth_most, 10, 0, 1000),
  R ("renewal-soon-days", renewal_soon_days, 30, 0, MOST_DAYS),
  R ("renewal-near-days", renewal_near_days, 90, 0, MOST_DAYS),
  R ("renewal-soon-health", renewal_soon_health, 60, 0, 100),

  R ("renewal-lead-days", renewal_lead_days, 90, 0, MOST_DAYS),
  R ("digest-from", digest_from, 3, 1, 100),
  R ("lead-after-days", lead_after_days, 5, 0, 365),

  R ("hours-a", tier_hours[0], 16, 0, 1000),
  R ("hours-b", tier_hours[1], 5, 0, 1000),
  R ("hours-c", tier_hours[2], 1, 0, 1000),
  R ("risk-percent", risk_percent, 150, 0, 1000),
  R ("watch-percent", watch_percent, 125, 0, 1000),
  R ("renewal-percent", renewal_percent, 125, 0, 1000),
  R ("need-minutes", need_minutes, 30, 0, 6000),
  R ("week-hours", week_hours, 40, 1, 100),
  R ("quarter-weeks", quarter_weeks, 13, 1, 14),
  R ("work-percent", work_percent, 75, 1, 100),
  R ("client-percent", client_percent, 85, 1, 100),
  R ("amber-percent", amber_percent, 85, 1, 1000),
  R ("red-percent", red_percent, 100, 1, 1000),

  R ("handover-health", handover_health, 40, 0, 100),
  R ("handover-renewal-days", handover_renewal_days, 60, 0, MOST_DAYS),
  R ("new-owner-score", new_owner_score, 4, 0, 10),
  R ("cover-days", cover_days, 14, 1, 365),
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) * sizeof (int) == sizeof (TendRules));

/**
 * tend_rules_init:
 * @rules: (out caller-allocates): the rules
 *
 * Sets every number as rules.md has it.
 */
void
tend_rules_init (TendRules *rules)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    G_STRUCT_MEMBER (int, rules, fields[i].offset) = fields[i].initial;
}

/**
 * tend_rules_get_fields:
 * @n_fields: (out): how many there are
 *
 * Returns: (array length=n_fields): every number of the rules
 */
const TendRuleField *
tend_rules_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * tend_rules_find:
 * @name: "cadence-a"
 *
 * Returns: (nullable): the number of that name
 */
const TendRuleField *
tend_rules_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

int
tend_rules_get (const TendRules     *rules,
                const TendRuleField *field)
{
  return G_STRUCT_MEMBER (int, rules, field->offset);
}

/**
 * tend_rules_set:
 * @rules: the rules
 * @field: a number of them
 * @value: what it shall be
 *
 * Returns: whether @value is possible; else it stays as it is
 */
gboolean
tend_rules_set (TendRules           *rules,
                const TendRuleField *field,
                int                  value)
{
  if (value < field->least || value > field->most)
    return FALSE;

  G_STRUCT_MEMBER (int, rules, field->offset) = value;
  return TRUE;
}

/* Ladders: each of its steps stands above the one before, by at least so much. */
static const struct
{
  const char *names[4];
  int         apart;
} ladders[] = {
  { { "band-watch", "band-steady", "band-thriving" }, 1 },
  { { "need-load-80", "need-load-50", "need-load-20", "need-load-0" }, 1 },
  { { "need-weight-low", "need-weight-normal", "need-weight-high", "need-weight-urgent" }, 0 },
  { { "renewal-soon-days", "renewal-near-days" }, 0 },
  { { "amber-percent", "red-percent" }, 0 },
};

static int
value_of (const TendRules *rules,
          const char      *name)
{
  return tend_rules_get (rules, tend_rules_find (name));
}

/**
 * tend_rules_get_range:
 * @rules: the rules as they are
 * @field: a number of them
 * @least: (out): the least that it can be …
 * @most: (out): … and the most
 *
 * Where it makes sense, beside what is possible at all: a band begins above the one below it, and soon is not later than
 * near. Numbers that are out of order already (tendctl takes them) are in their range too.
 */
void
tend_rules_get_range (const TendRules     *rules,
                      const TendRuleField *field,
                      int                 *least,
                      int                 *most)
{
  int value = tend_rules_get (rules, field);

  *least = field->least;
  *most = field->most;
  for (guint i = 0; i < G_N_ELEMENTS (ladders); i++)
    {
      const char *const *names = ladders[i].names;

      for (guint step = 0; step < G_N_ELEMENTS (ladders[i].names) && names[step] != NULL; step++)
        {
          if (strcmp (names[step], field->name) != 0)
            continue;
          if (step > 0)
            *least = MAX (*least, value_of (rules, names[step - 1]) + ladders[i].apart);
          if (step + 1 < G_N_ELEMENTS (ladders[i].names) && names[step + 1] != NULL)
            *most = MIN (*most, value_of (rules, names[step + 1]) - ladders[i].apart);
        }
    }
  *least = MIN (*least, value);
  *most = MAX (*most, value);
}
