/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "setting-table.h"

char *
tend_setting_table_get (TendDatabase  *database,
                        const char    *key,
                        GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, "SELECT value FROM setting WHERE key = ?1", error);

  if (statement == NULL)
    return NULL;
  tend_statement_bind_text (statement, 1, key);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return NULL;
  return g_strdup (tend_statement_get_text (statement, 0));
}

gboolean
tend_setting_table_set (TendDatabase  *database,
                        const char    *key,
                        const char    *value,
                        GError       **error)
{
  const char *sql = value != NULL
    ? "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    : "DELETE FROM setting WHERE key = ?1";
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, key);
  if (value != NULL)
    tend_statement_bind_text (statement, 2, value);
  return tend_statement_run (statement, error);
}
