/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "migrations.h"

#include "tend-schema.h"

const char *
tend_migrations_get_sql (int number)
{
  g_autofree char *path = g_strdup_printf ("/io/github/tendapp/Tend/schema/%04d.sql", number);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tend_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  /* Resource data stands in the program itself, ends with a NUL and lives as long as it. */
  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}

static gboolean
run_steps (TendDatabase   *database,
           int             from,
           int             to,
           const char   *(*get_sql) (int number),
           GError        **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d", to, TEND_SCHEMA_APPLICATION);

  for (int number = from + 1; number <= to; number++)
    if (!tend_database_exec (database, get_sql (number), error))
      return FALSE;
  return tend_database_exec (database, stamp, error);
}

gboolean
tend_migrations_run (TendDatabase   *database,
                     int             from,
                     int             to,
                     const char   *(*get_sql) (int number),
                     GError        **error)
{
  if (!tend_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_steps (database, from, to, get_sql, error) && tend_database_exec (database, "COMMIT", error))
    return TRUE;
  tend_database_exec (database, "ROLLBACK", NULL);
  return FALSE;
}

static char *
describe (TendDatabase  *database,
          GError       **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name", error);
  TendStep step;

  if (statement == NULL)
    return NULL;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_string_append_printf (text, "%s %s %s\n", tend_statement_get_text (statement, 0), tend_statement_get_text (statement, 1),
                            tend_statement_get_text (statement, 2));
  return step == TEND_STEP_DONE ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

gboolean
tend_migrations_compare (TendDatabase  *database,
                         GError       **error)
{
  g_autoptr(TendDatabase) model = tend_database_open (NULL, TEND_DATABASE_MEMORY, error);
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  if (model == NULL || !tend_migrations_run (model, 0, TEND_SCHEMA_VERSION, tend_migrations_get_sql, error))
    return FALSE;
  ours = describe (model, error);
  theirs = ours != NULL ? describe (database, error) : NULL;
  if (theirs == NULL)
    return FALSE;
  if (g_str_equal (ours, theirs))
    return TRUE;
  tend_set_error (error, TEND_ERROR_CORRUPT, TEND_REASON_NONE, NULL, NULL, "the schema is not the one that Tend makes");
  return FALSE;
}
