/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rules/rules.h"

G_BEGIN_DECLS

/* The numbers of the rules in the words of those who work with them: pages of groups of numbers. All texts are static and
 * not translated yet (gettext does). */

typedef enum
{
  TEND_RULE_UNIT_PLAIN,
  TEND_RULE_UNIT_DAYS,
  TEND_RULE_UNIT_HOURS,
  TEND_RULE_UNIT_MINUTES,
  TEND_RULE_UNIT_WEEKS,
  TEND_RULE_UNIT_PERCENT,
  TEND_RULE_UNIT_POINTS,   /* of health: 0–100 */
  TEND_RULE_UNIT_TIMES,
  TEND_RULE_UNIT_OF_TEN,
} TendRuleUnit;

typedef struct
{
  const char   *name;      /* of the TendRuleField */
  TendRuleUnit  unit;
  const char   *context;   /* of @title, where the word is used elsewhere; NULL = none */
  const char   *title;
  const char   *note;      /* NULL = the title says it */
} TendRuleWords;

typedef struct
{
  const char          *title;
  const char          *note;
  const TendRuleWords *rules;
  guint                n_rules;
} TendRuleGroup;

typedef struct
{
  const char          *id;
  const char          *title;
  const char          *note;   /* what it is about */
  const TendRuleGroup *groups;
  guint                n_groups;
} TendRuleSection;

const TendRuleSection *tend_rule_words_get_sections (guint               *n_sections);
const char            *tend_rule_words_title        (const TendRuleWords *words);

/* "14 days". (transfer full) */
char                  *tend_rule_words_format       (TendRuleUnit         unit,
                                                     int                  value);
/* Reads what a person types: a number, with its unit or without. */
gboolean               tend_rule_words_parse        (TendRuleUnit         unit,
                                                     const char          *text,
                                                     int                 *value);

G_END_DECLS
