/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bulk.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../rules/fold.h"
#include "account-table.h"
#include "table.h"

struct _TendBulk
{
  TendDatabase *database;   /* borrowed */
  GPtrArray    *indexes;    /* the statements that make them, as they stood in the schema */
  GString      *text;       /* the searchable text of the last account, so far */
  TendId        account;    /* whose it is; 0 = none yet */
};

void
tend_bulk_free (TendBulk *self)
{
  g_ptr_array_unref (self->indexes);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
is_of_noun (const char *table)
{
  const TendNoun *const *nouns = tend_nouns ();

  for (guint i = 0; nouns[i] != NULL; i++)
    if (g_str_equal (nouns[i]->table, table))
      return TRUE;
  return FALSE;
}

/* Remembers the indexes of the nouns' tables, and drops them. Their statements are kept letter by letter, since the
 * schema of a book is compared with what it should be. */
static gboolean
drop_indexes (TendBulk  *self,
              GError   **error)
{
  g_autoptr(GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TendStatement) statement = tend_database_prepare (self->database,
    "SELECT sql, name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      if (!is_of_noun (tend_statement_get_text (statement, 2)))
        continue;
      g_ptr_array_add (self->indexes, g_strdup (tend_statement_get_text (statement, 0)));
      g_ptr_array_add (drops, g_strdup_printf ("DROP INDEX \"%s\"", tend_statement_get_text (statement, 1)));
    }
  if (step == TEND_STEP_ERROR)
    return FALSE;
  tend_statement_reset (statement);
  for (guint i = 0; i < drops->len; i++)
    if (!tend_database_exec (self->database, g_ptr_array_index (drops, i), error))
      return FALSE;
  return TRUE;
}

TendBulk *
tend_bulk_begin (TendDatabase  *database,
                 GError       **error)
{
  g_autoptr(TendBulk) self = g_new0 (TendBulk, 1);

  self->database = database;
  self->indexes = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  if (!drop_indexes (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
write_text (TendBulk  *self,
            GError   **error)
{
  g_autoptr(TendStatement) statement = NULL;

  if (self->account == 0)
    return TRUE;
  statement = tend_database_prepare (self->database, "INSERT INTO account_text (account, text) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  tend_fold_compact (self->text);
  tend_statement_bind_int (statement, 1, self->account);
  tend_statement_bind_text (statement, 2, self->text->str);
  return tend_statement_run (statement, error);
}

static gboolean
begin_text (TendBulk                 *self,
            const TendAccountRecord  *account,
            GError                  **error)
{
  if (!write_text (self, error))
    return FALSE;
  self->account = account->base.id;
  g_string_truncate (self->text, 0);
  tend_account_table_append_account (self->text, account->name, account->number, account->city, account->website,
                                     account->email, account->phone);
  return TRUE;
}

gboolean
tend_bulk_put (TendBulk          *self,
               const TendRecord  *record,
               GError           **error)
{
  const TendContactRecord *contact = (const TendContactRecord *) record;

  if (record->noun == &tend_account_noun && !begin_text (self, (const TendAccountRecord *) record, error))
    return FALSE;
  if (record->noun == &tend_contact_noun)
    tend_account_table_append_contact (self->text, contact->given, contact->family,
                                       (const char *const *) contact->emails, (const char *const *) contact->phones);
  return tend_table_insert (self->database, record, error);
}

gboolean
tend_bulk_put_health (TendBulk               *self,
                      TendId                  account,
                      const TendHealthPoint  *points,
                      gsize                   n_points,
                      GError                **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (self->database,
    "INSERT INTO health_day (account, day, score, band) VALUES (?1, ?2, ?3, ?4)", error);
  char day[TEND_DAY_SIZE];

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_points; i++)
    {
      tend_statement_bind_int (statement, 1, account);
      tend_statement_bind_text (statement, 2, tend_day_format (points[i].day, day));
      if (points[i].score < 0)
        tend_statement_bind_null (statement, 3);
      else
        tend_statement_bind_int (statement, 3, points[i].score);
      tend_statement_bind_text (statement, 4, tend_bands[points[i].band]);
      if (!tend_statement_run (statement, error))
        return FALSE;
      tend_statement_reset (statement);
    }
  return TRUE;
}

gboolean
tend_bulk_finish (TendBulk  *self,
                  GError   **error)
{
  if (!write_text (self, error))
    return FALSE;
  self->account = 0;
  for (guint i = 0; i < self->indexes->len; i++)
    if (!tend_database_exec (self->database, g_ptr_array_index (self->indexes, i), error))
      return FALSE;
  return TRUE;
}
