/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "urgency.h"

G_BEGIN_DECLS

/* The inputs of an account's health, in the order of rules.md. */
typedef enum
{
  TEND_HEALTH_PULSE,       /* the manager's impression */
  TEND_HEALTH_CONTACT,
  TEND_HEALTH_NEEDS,
  TEND_HEALTH_SURVEY,      /* the client's answer */
  TEND_HEALTH_COMMERCIAL,
} TendHealthInput;

#define TEND_N_HEALTH_INPUTS (TEND_HEALTH_COMMERCIAL + 1)

extern const char *const tend_health_inputs[];  /* pulse, contact, needs, survey, commercial */

/**
 * TendRules:
 *
 * Every number in the rules: whole numbers all of them, made by tend_rules_init() as rules.md has them, and overruled by
 * the book's settings "rule.<name>" (tend_rules_set()). A rule gets them as an argument and has none of its own.
 */
struct _TendRules
{
  /* Contact and cadence. */
  int cadence_days[3];        /* A, B, C; 0 = off */
  int quiet_red_percent;      /* of the cadence */

  /* Health. */
  int weights[TEND_N_HEALTH_INPUTS];
  int pulse_days;             /* how long an impression counts */
  int survey_days;
  int contact_zero_percent;   /* of the cadence: where contact is worth 0 */
  int need_weights[4];        /* by priority, low first */
  int need_late_factor;       /* past its promise */
  int need_loads[3];          /* weight of the open needs at which the score is 80, 50, 20 … */
  int need_load_zero;         /* … and 0 */
  int fit_partly_score;
  int trend_flat_score;       /* of a yearly value as it was a year ago */
  int trend_fall_percent;     /* fall at which the score is 0 */
  int trend_rise_percent;     /* rise at which it is 100 */
  int overdue_score;          /* of invoices overdue for at most … */
  int overdue_days;           /* … so many days; older: 0 */
  int band_thriving;
  int band_steady;
  int band_watch;
  int fall_points;            /* a drop of so many points … */
  int fall_days;              /* … within so many days is told */
  int history_step;           /* a day is written down when the score moved by so much */
  int propose_days;           /* "at risk" is proposed after so many days in that band … */
  int propose_renewal_days;   /* … or with a renewal so near … */
  int propose_renewal_health; /* … and the health below that */

  /* Today. */
  int class_bases[TEND_N_URGENCIES];    /* by TendUrgency */
  int lateness_most;
  int lateness_days;          /* at which lateness is worth the most */
  int worth_most;
  int renewal_soon_days;
  int renewal_near_days;
  int renewal_soon_health;    /* below which a renewal soon is at risk */

  /* Follow-ups. */
  int renewal_lead_days;      /* a renewal's follow-up is due so long before the notice has to be given */
  int digest_from;            /* more than so many due at once: one digest */
  int lead_after_days;        /* working days overdue after which the owner's lead sees it */

  /* Workload, a quarter. */
  int tier_hours[3];
  int risk_percent;           /* at risk */
  int watch_percent;
  int renewal_percent;        /* a renewal within renewal_near_days */
  int need_minutes;           /* an open need */
  int week_hours;
  int quarter_weeks;
  int work_percent;           /* of the hours that are work … */
  int client_percent;         /* … and of those, that are the clients' */
  int amber_percent;
  int red_percent;

  /* Handing over. */
  int handover_health;        /* below which it warns */
  int handover_renewal_days;  /* within which it warns */
  int new_owner_score;        /* at which the impression starts again, of 10 */
  int cover_days;
};

/**
 * TendRuleField:
 *
 * One number of the rules, to everything that lists them: settings, tests.
 */
typedef struct
{
  const char *name;    /* "cadence-a" */
  gsize       offset;  /* of the int in TendRules */
  int         initial;
  int         least;
  int         most;
} TendRuleField;

void                 tend_rules_init       (TendRules           *rules);
const TendRuleField *tend_rules_get_fields (guint               *n_fields);
const TendRuleField *tend_rules_find       (const char          *name);
int                  tend_rules_get        (const TendRules     *rules,
                                            const TendRuleField *field);
gboolean             tend_rules_set        (TendRules           *rules,
                                            const TendRuleField *field,
                                            int                  value);
void                 tend_rules_get_range  (const TendRules     *rules,
                                            const TendRuleField *field,
                                            int                 *least,
                                            int                 *most);

G_END_DECLS
