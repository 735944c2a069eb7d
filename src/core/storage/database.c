/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "database.h"

#include <sqlite3.h>
#include <string.h>

struct _TendDatabase
{
  sqlite3    *handle;
  char       *path;
  GHashTable *statements; /* SQL → TendStatement, kept */
};

struct _TendStatement
{
  TendDatabase *database; /* borrowed */
  sqlite3_stmt *handle;
  gboolean      kept;
  gboolean      busy;
};

static const struct { int code; TendErrorCode error; } codes[] = {
  { SQLITE_FULL, TEND_ERROR_FULL },
  { SQLITE_BUSY, TEND_ERROR_BUSY },
  { SQLITE_LOCKED, TEND_ERROR_BUSY },
  { SQLITE_READONLY, TEND_ERROR_READ_ONLY },
  { SQLITE_CORRUPT, TEND_ERROR_CORRUPT },
  { SQLITE_NOTADB, TEND_ERROR_NOT_A_BOOK },
  { SQLITE_CANTOPEN, TEND_ERROR_UNREADABLE },
  { SQLITE_PERM, TEND_ERROR_UNREADABLE },
  { SQLITE_IOERR, TEND_ERROR_UNREADABLE },
};

void
tend_database_set_error (gpointer     handle,
                         int          code,
                         const char  *doing,
                         GError     **error)
{
  TendErrorCode ours = TEND_ERROR_FAILED;
  int extended = handle != NULL ? sqlite3_extended_errcode (handle) : code;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "interrupted");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].code == (code & 0xff))
      ours = codes[i].error;
  /* A write that fails for want of space may surface as an input/output error of the log or its index. */
  if (extended == SQLITE_IOERR_SHMSIZE || (extended == SQLITE_IOERR_WRITE && sqlite3_system_errno (handle) == 28))
    ours = TEND_ERROR_FULL;
  if ((code & 0xff) == SQLITE_CONSTRAINT)
    ours = extended == SQLITE_CONSTRAINT_FOREIGNKEY ? TEND_ERROR_REFUSED : TEND_ERROR_INPUT;
  tend_set_error (error, ours, extended == SQLITE_CONSTRAINT_FOREIGNKEY ? TEND_REASON_MISSING : TEND_REASON_NONE, NULL, NULL,
                  "%s: %s (%d)", doing, handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code), extended);
}

static void
harden (sqlite3 *handle)
{
  sqlite3_busy_timeout (handle, 5000);
  sqlite3_extended_result_codes (handle, 0);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, 256 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
}

/* Where the settings come from: SQLite in measured.md. The cache sizes are KiB. */
static const char write_settings[] =
  "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
  "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;"
  "PRAGMA journal_size_limit = 67108864;";
static const char read_settings[] =
  "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA query_only = ON;"
  "PRAGMA cache_size = -32768;";

/* Statements are long, and are looked up for every row of a bulk change: their length and three places tell them apart. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql);
  guint hash = (guint) length;

  for (gsize i = 0; i < MIN (length, 8); i++)
    hash = hash * 31 + (guchar) sql[i] + 7 * (guchar) sql[length / 2 + i / 2] + 13 * (guchar) sql[length - 1 - i];
  return hash;
}

TendDatabase *
tend_database_open (const char        *path,
                    TendDatabaseMode   mode,
                    GError           **error)
{
  g_autoptr(TendDatabase) self = g_new0 (TendDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, g_free, NULL);
  flags |= mode == TEND_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  flags |= mode == TEND_DATABASE_MEMORY ? SQLITE_OPEN_MEMORY | SQLITE_OPEN_CREATE : 0;
  code = sqlite3_open_v2 (mode == TEND_DATABASE_MEMORY ? ":memory:" : path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      tend_database_set_error (self->handle, code, "open", error);
      return NULL;
    }
  harden (self->handle);
  if (!tend_database_exec (self, mode == TEND_DATABASE_READ ? read_settings : write_settings, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
tend_database_close (TendDatabase *self)
{
  GHashTableIter iter;
  gpointer statement;

  if (self == NULL)
    return;
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    {
      sqlite3_finalize (((TendStatement *) statement)->handle);
      g_free (statement);
    }
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

const char *
tend_database_get_path (TendDatabase *self)
{
  return self->path;
}

gboolean
tend_database_exec (TendDatabase  *self,
                    const char    *sql,
                    GError       **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    tend_database_set_error (self->handle, code, "exec", error);
  return code == SQLITE_OK;
}

gboolean
tend_database_get_int (TendDatabase  *self,
                       const char    *sql,
                       gint64        *value,
                       GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (self, sql, error);
  TendStep step;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *value = tend_statement_get_int (statement, 0);
  return step != TEND_STEP_ERROR;
}

void
tend_database_interrupt (TendDatabase *self)
{
  sqlite3_interrupt (self->handle);
}

int
tend_database_get_changes (TendDatabase *self)
{
  return sqlite3_changes (self->handle);
}

gpointer
tend_database_get_handle (TendDatabase *self)
{
  return self->handle;
}

void
tend_database_leave_log (TendDatabase *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

TendStatement *
tend_database_prepare (TendDatabase  *self,
                       const char    *sql,
                       GError       **error)
{
  TendStatement *statement = g_hash_table_lookup (self->statements, sql);
  gboolean kept = statement == NULL;
  int code;

  if (statement != NULL && !statement->busy)
    {
      statement->busy = TRUE;
      return statement;
    }
  statement = g_new0 (TendStatement, 1);
  statement->database = self;
  statement->busy = TRUE;
  statement->kept = kept;
  code = sqlite3_prepare_v3 (self->handle, sql, -1, kept ? SQLITE_PREPARE_PERSISTENT : 0, &statement->handle, NULL);
  if (code != SQLITE_OK)
    {
      tend_database_set_error (self->handle, code, "prepare", error);
      g_free (statement);
      return NULL;
    }
  if (kept)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

void
tend_statement_bind_int (TendStatement *self,
                         int            index,
                         gint64         value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

void
tend_statement_bind_id (TendStatement *self,
                        int            index,
                        gint64         value)
{
  if (value != 0)
    sqlite3_bind_int64 (self->handle, index, value);
  else
    sqlite3_bind_null (self->handle, index);
}

void
tend_statement_bind_null (TendStatement *self,
                          int            index)
{
  sqlite3_bind_null (self->handle, index);
}

void
tend_statement_bind_text (TendStatement *self,
                          int            index,
                          const char    *text)
{
  if (text != NULL)
    sqlite3_bind_text (self->handle, index, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (self->handle, index);
}

TendStep
tend_statement_step (TendStatement  *self,
                     GError        **error)
{
  int code = sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return TEND_STEP_ROW;
  if (code == SQLITE_DONE)
    return TEND_STEP_DONE;
  tend_database_set_error (self->database->handle, code, sqlite3_sql (self->handle), error);
  return TEND_STEP_ERROR;
}

gboolean
tend_statement_run (TendStatement  *self,
                    GError        **error)
{
  TendStep step;

  do
    step = tend_statement_step (self, error);
  while (step == TEND_STEP_ROW);
  sqlite3_reset (self->handle);
  return step == TEND_STEP_DONE;
}

void
tend_statement_reset (TendStatement *self)
{
  sqlite3_reset (self->handle);
}

gint64
tend_statement_get_int (TendStatement *self,
                        int            column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
tend_statement_get_text (TendStatement *self,
                         int            column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gboolean
tend_statement_is_null (TendStatement *self,
                        int            column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

void
tend_statement_end (TendStatement *self)
{
  if (self == NULL)
    return;
  if (!self->kept)
    {
      sqlite3_finalize (self->handle);
      g_free (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->busy = FALSE;
}
