/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "raw.h"

#include <stdlib.h>

static void
fail (sqlite3    *database,
      const char *what)
{
  g_printerr ("%s: %s\n", what, sqlite3_errmsg (database));
  exit (1);
}

sqlite3 *
raw_open (const char *path,
          gboolean    writable)
{
  sqlite3 *database;

  if (sqlite3_open_v2 (path, &database, writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    fail (database, path);

  raw_exec (database,
            "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
            "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
            "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;");
  raw_exec (database, writable ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -32768");

  return database;
}

void
raw_exec (sqlite3    *database,
          const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail (database, sql);
}

sqlite3_stmt *
raw_prepare (sqlite3    *database,
             const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (database, sql);

  return statement;
}

void
raw_run (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    fail (sqlite3_db_handle (statement), sqlite3_sql (statement));
  sqlite3_reset (statement);
}

gint64
raw_read_all (sqlite3_stmt *statement)
{
  gint64 sum = 0;

  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      switch (sqlite3_column_type (statement, i))
        {
        case SQLITE_INTEGER:
          sum += sqlite3_column_int64 (statement, i);
          break;
        case SQLITE_TEXT:
          sum += sqlite3_column_text (statement, i)[0] + sqlite3_column_bytes (statement, i);
          break;
        default:
          sum++;
          break;
        }
    }

  return sum;
}
