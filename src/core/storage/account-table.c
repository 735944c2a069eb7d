/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-table.h"

#include "../rules/fold.h"
#include "json-text.h"

void
tend_account_table_append_account (GString    *text,
                                   const char *name,
                                   const char *number,
                                   const char *city,
                                   const char *website,
                                   const char *email,
                                   const char *phone)
{
  tend_fold_append (text, TEND_FOLD_TEXT, name);
  tend_fold_append (text, TEND_FOLD_TEXT, number);
  tend_fold_append (text, TEND_FOLD_TEXT, city);
  tend_fold_append (text, TEND_FOLD_WEBSITE, website);
  tend_fold_append (text, TEND_FOLD_EMAIL, email);
  tend_fold_append (text, TEND_FOLD_PHONE, phone);
}

void
tend_account_table_append_contact (GString           *text,
                                   const char        *given,
                                   const char        *family,
                                   const char *const *emails,
                                   const char *const *phones)
{
  tend_fold_append (text, TEND_FOLD_TEXT, given);
  tend_fold_append (text, TEND_FOLD_TEXT, family);
  for (guint i = 0; emails != NULL && emails[i] != NULL; i++)
    tend_fold_append (text, TEND_FOLD_EMAIL, emails[i]);
  for (guint i = 0; phones != NULL && phones[i] != NULL; i++)
    tend_fold_append (text, TEND_FOLD_PHONE, phones[i]);
}

static gboolean
append_contacts (GString       *text,
                 TendDatabase  *database,
                 TendId         account,
                 GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT given, family, emails, phones FROM contact WHERE account = ?1 ORDER BY id", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      const char *emails_json = tend_statement_get_text (statement, 2);
      const char *phones_json = tend_statement_get_text (statement, 3);
      g_auto(GStrv) emails = emails_json != NULL ? tend_json_parse_texts (emails_json) : NULL;
      g_auto(GStrv) phones = phones_json != NULL ? tend_json_parse_texts (phones_json) : NULL;

      tend_account_table_append_contact (text, tend_statement_get_text (statement, 0), tend_statement_get_text (statement, 1),
                                         (const char *const *) emails, (const char *const *) phones);
    }
  return step == TEND_STEP_DONE;
}

char *
tend_account_table_make_text (TendDatabase  *database,
                              TendId         account,
                              GError       **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT name, number, city, website, email, phone FROM account WHERE id = ?1", error);

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, account);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return NULL;
  tend_account_table_append_account (text, tend_statement_get_text (statement, 0), tend_statement_get_text (statement, 1),
                                     tend_statement_get_text (statement, 2), tend_statement_get_text (statement, 3),
                                     tend_statement_get_text (statement, 4), tend_statement_get_text (statement, 5));
  if (!append_contacts (text, database, account, error))
    return NULL;
  tend_fold_compact (text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

gboolean
tend_account_table_write_text (TendDatabase  *database,
                               TendId         account,
                               GError       **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *text = tend_account_table_make_text (database, account, &local);
  g_autoptr(TendStatement) statement = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (text == NULL)
    return TRUE; /* the account is gone, and its text with it */
  statement = tend_database_prepare (database,
    "INSERT INTO account_text (account, text) VALUES (?1, ?2) ON CONFLICT (account) DO UPDATE SET text = excluded.text", error);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  tend_statement_bind_text (statement, 2, text);
  return tend_statement_run (statement, error);
}

GHashTable *
tend_account_table_count (TendDatabase  *database,
                          GError       **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT owner, count(*) FROM account GROUP BY owner", error);
  TendStep step;

  if (statement == NULL)
    return NULL;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_hash_table_insert (counts, GSIZE_TO_POINTER (tend_statement_get_int (statement, 0)),
                         GUINT_TO_POINTER ((guint) tend_statement_get_int (statement, 1)));
  return step == TEND_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}
