/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table.h"

#include "json-text.h"

#define N_COMMON 4

/* SQL of a noun, made once a thread's need arises and kept: nouns are few and constant. */
typedef struct
{
  char *columns;
  char *select;
  char *insert;
  char *remove;
  char *count;
} NounSql;

static NounSql *
make_sql (const TendNoun *noun)
{
  NounSql *sql = g_new0 (NounSql, 1);
  g_autoptr(GString) columns = g_string_new ("id, version, created_at, updated_at");
  g_autoptr(GString) values = g_string_new ("?1, ?2, ?3, ?4");

  for (guint i = 0; i < noun->n_fields; i++)
    {
      g_string_append_printf (columns, ", \"%s\"", noun->fields[i].name);
      g_string_append_printf (values, ", ?%u", i + N_COMMON + 1);
    }
  sql->columns = g_strdup (columns->str);
  sql->select = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", columns->str, noun->table);
  sql->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", noun->table, columns->str, values->str);
  sql->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", noun->table);
  sql->count = g_strdup_printf ("SELECT count(*) FROM %s", noun->table);
  return sql;
}

static const NounSql *
sql_of (const TendNoun *noun)
{
  static GMutex lock;
  static GHashTable *all;
  NounSql *sql;

  g_mutex_lock (&lock);
  if (all == NULL)
    all = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (all, noun);
  if (sql == NULL)
    {
      sql = make_sql (noun);
      g_hash_table_insert (all, (gpointer) noun, sql);
    }
  g_mutex_unlock (&lock);
  return sql;
}

const char *
tend_table_get_columns (const TendNoun *noun)
{
  return sql_of (noun)->columns;
}

static void
read_field (TendRecord      *record,
            const TendField *field,
            TendStatement   *statement,
            int              column)
{
  g_auto(GStrv) texts = NULL;
  int word;

  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      tend_record_set_text (record, field, tend_statement_get_text (statement, column));
      break;
    case TEND_FIELD_WORD:
      word = tend_word_find (field->words, tend_statement_get_text (statement, column));
      tend_record_set_int (record, field, MAX (word, 0));
      break;
    case TEND_FIELD_TEXTS:
      if (tend_statement_is_null (statement, column))
        break;
      texts = tend_json_parse_texts (tend_statement_get_text (statement, column));
      tend_record_set_texts (record, field, (const char *const *) texts);
      break;
    case TEND_FIELD_INTEGER:
      if ((field->flags & TEND_FIELD_MAYBE) && tend_statement_is_null (statement, column))
        {
          tend_record_set_int (record, field, -1);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
    default:
      tend_record_set_int (record, field, tend_statement_get_int (statement, column));
      break;
    }
}

TendRecord *
tend_table_read_row (const TendNoun *noun,
                     TendStatement  *statement,
                     int             column)
{
  TendRecord *record = g_malloc0 (noun->record_size);

  record->noun = noun;
  record->id = tend_statement_get_int (statement, column);
  record->version = tend_statement_get_int (statement, column + 1);
  record->created_at = tend_statement_get_int (statement, column + 2);
  record->updated_at = tend_statement_get_int (statement, column + 3);
  for (guint i = 0; i < noun->n_fields; i++)
    read_field (record, &noun->fields[i], statement, column + N_COMMON + (int) i);
  return record;
}

TendRecord *
tend_table_read (TendDatabase    *database,
                 const TendNoun  *noun,
                 TendId           id,
                 GError         **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql_of (noun)->select, error);

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, id);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return NULL;
  return tend_table_read_row (noun, statement, 0);
}

GPtrArray *
tend_table_read_many (TendDatabase    *database,
                      const TendNoun  *noun,
                      const TendId    *ids,
                      gsize            n_ids,
                      GError         **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_full (n_ids, (GDestroyNotify) tend_record_free);
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql_of (noun)->select, error);

  if (statement == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      TendStep step;

      tend_statement_bind_int (statement, 1, ids[i]);
      step = tend_statement_step (statement, error);
      if (step == TEND_STEP_ERROR)
        return NULL;
      if (step == TEND_STEP_ROW)
        g_ptr_array_add (records, tend_table_read_row (noun, statement, 0));
      tend_statement_reset (statement);
    }
  return g_steal_pointer (&records);
}

/* Binds a field; what must outlive the binding is collected in @kept. */
static void
bind_field (TendStatement    *statement,
            int               index,
            const TendRecord *record,
            const TendField  *field,
            GPtrArray       **kept)
{
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_WORD:
      tend_statement_bind_text (statement, index, tend_record_get_text (record, field));
      break;
    case TEND_FIELD_TEXTS:
      if (tend_record_is_unset (record, field))
        {
          tend_statement_bind_null (statement, index);
          break;
        }
      if (*kept == NULL)
        *kept = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (*kept, tend_json_format_texts (tend_record_get_texts (record, field)));
      tend_statement_bind_text (statement, index, (*kept)->pdata[(*kept)->len - 1]);
      break;
    case TEND_FIELD_REFERENCE:
    case TEND_FIELD_INSTANT:
      tend_statement_bind_id (statement, index, tend_record_get_int (record, field));
      break;
    case TEND_FIELD_INTEGER:
      if (tend_record_is_unset (record, field))
        {
          tend_statement_bind_null (statement, index);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    default:
      tend_statement_bind_int (statement, index, tend_record_get_int (record, field));
      break;
    }
}

gboolean
tend_table_insert (TendDatabase      *database,
                   const TendRecord  *record,
                   GError           **error)
{
  const TendNoun *noun = record->noun;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql_of (noun)->insert, error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, record->id);
  tend_statement_bind_int (statement, 2, record->version);
  tend_statement_bind_int (statement, 3, record->created_at);
  tend_statement_bind_int (statement, 4, record->updated_at);
  for (guint i = 0; i < noun->n_fields; i++)
    bind_field (statement, (int) i + N_COMMON + 1, record, &noun->fields[i], &kept);
  return tend_statement_run (statement, error);
}

gboolean
tend_table_update (TendDatabase      *database,
                   const TendRecord  *before,
                   const TendRecord  *after,
                   GError           **error)
{
  const TendNoun *noun = before->noun;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(TendStatement) statement = NULL;
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET version = ?1, updated_at = ?2", noun->table);
  for (guint i = 0; i < noun->n_fields; i++)
    if (!tend_record_same (before, after, &noun->fields[i]))
      g_string_append_printf (sql, ", \"%s\" = ?%u", noun->fields[i].name, i + N_COMMON + 1);
  g_string_append (sql, " WHERE id = ?3 AND version = ?4");
  statement = tend_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, after->version);
  tend_statement_bind_int (statement, 2, after->updated_at);
  tend_statement_bind_int (statement, 3, before->id);
  tend_statement_bind_int (statement, 4, before->version);
  for (guint i = 0; i < noun->n_fields; i++)
    if (!tend_record_same (before, after, &noun->fields[i]))
      bind_field (statement, (int) i + N_COMMON + 1, after, &noun->fields[i], &kept);
  if (!tend_statement_run (statement, error))
    return FALSE;
  if (tend_database_get_changes (database) == 1)
    return TRUE;
  tend_set_error (error, TEND_ERROR_CONFLICT, TEND_REASON_NONE, NULL, NULL, "%s has another version by now", noun->name);
  if (error != NULL)
    tend_error_set_id (*error, before->id);
  return FALSE;
}

gboolean
tend_table_delete (TendDatabase    *database,
                   const TendNoun  *noun,
                   TendId           id,
                   GError         **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql_of (noun)->remove, error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, id);
  return tend_statement_run (statement, error);
}

gboolean
tend_table_count (TendDatabase    *database,
                  const TendNoun  *noun,
                  gint64          *count,
                  GError         **error)
{
  return tend_database_get_int (database, sql_of (noun)->count, count, error);
}
