/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-table.h"

#include <string.h>

#include "setting-table.h"

#define PREFIX "rule."

static void
take_rule (TendRules  *rules,
           const char *key,
           const char *value)
{
  const TendRuleField *field = tend_rules_find (key + strlen (PREFIX));
  gint64 number;

  if (field != NULL && value != NULL && g_ascii_string_to_signed (value, 10, field->least, field->most, &number, NULL))
    tend_rules_set (rules, field, (int) number);
}

gboolean
tend_rule_table_read (TendDatabase  *database,
                      TendRules     *rules,
                      GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT key, value FROM setting WHERE key >= 'rule.' AND key < 'rule/'", error);
  TendStep step;

  tend_rules_init (rules);
  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    take_rule (rules, tend_statement_get_text (statement, 0), tend_statement_get_text (statement, 1));
  return step == TEND_STEP_DONE;
}

gboolean
tend_rule_table_write (TendDatabase         *database,
                       const TendRuleField  *field,
                       int                   value,
                       GError              **error)
{
  g_autofree char *key = g_strconcat (PREFIX, field->name, NULL);
  g_autofree char *text = value != field->initial ? g_strdup_printf ("%d", value) : NULL;

  return tend_setting_table_set (database, key, text, error);
}
