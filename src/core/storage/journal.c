/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journal.h"

#include <string.h>

#include "../entities/account.h"

#define COLUMNS "sequence, batch, \"at\", \"by\", \"table\", id, account, operation, before, after"
/* How far back undo looks for a batch that it may take back. */
#define UNDO_REACH 500

gboolean
tend_journal_append (TendDatabase      *database,
                     const TendChange  *change,
                     GError           **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "INSERT INTO change (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, change->sequence);
  tend_statement_bind_int (statement, 2, change->batch);
  tend_statement_bind_int (statement, 3, change->at);
  tend_statement_bind_id (statement, 4, change->by);
  tend_statement_bind_text (statement, 5, change->noun != NULL ? change->noun->table : "batch");
  tend_statement_bind_int (statement, 6, change->id);
  tend_statement_bind_id (statement, 7, change->account);
  tend_statement_bind_text (statement, 8, change->operation);
  tend_statement_bind_text (statement, 9, change->before);
  tend_statement_bind_text (statement, 10, change->after);
  return tend_statement_run (statement, error);
}

gboolean
tend_journal_get_last (TendDatabase  *database,
                       gint64        *sequence,
                       GError       **error)
{
  return tend_database_get_int (database, "SELECT max(sequence) FROM change", sequence, error);
}

static const TendNoun *
noun_of_table (const char *table)
{
  const TendNoun *const *nouns = tend_nouns ();

  for (guint i = 0; nouns[i] != NULL; i++)
    if (strcmp (nouns[i]->table, table) == 0)
      return nouns[i];
  return NULL;
}

static TendChangeKind
kind_of (const char *operation)
{
  if (strcmp (operation, "insert") == 0)
    return TEND_CHANGE_INSERTED;
  return strcmp (operation, "delete") == 0 ? TEND_CHANGE_DELETED : TEND_CHANGE_UPDATED;
}

/* A row of an account's family also touches the account, whose summary and text may differ. */
static void
collect_row (TendChangeSet *changes,
             GHashTable    *accounts,
             TendStatement *statement)
{
  const TendNoun *noun = noun_of_table (tend_statement_get_text (statement, 4));
  TendId id = tend_statement_get_int (statement, 5);
  TendId account = tend_statement_get_int (statement, 6);

  /* A bulk load writes nothing but the head of its batch. */
  if (noun == NULL && strcmp (tend_statement_get_text (statement, 7), "generate") == 0)
    tend_change_set_set_total (changes);
  if (noun == NULL)
    return;
  tend_change_set_add (changes, noun, id, account, kind_of (tend_statement_get_text (statement, 7)));
  if (account != 0 && account != id && g_hash_table_add (accounts, GSIZE_TO_POINTER (account)))
    tend_change_set_add (changes, &tend_account_noun, account, account, TEND_CHANGE_UPDATED);
}

gboolean
tend_journal_collect (TendDatabase   *database,
                      gint64          since,
                      guint           most,
                      TendChangeSet  *changes,
                      gint64         *last,
                      GError        **error)
{
  g_autoptr(GHashTable) accounts = g_hash_table_new (NULL, NULL);
  g_autoptr(TendStatement) statement = NULL;
  TendStep step;

  if (!tend_journal_get_last (database, last, error))
    return FALSE;
  /* A book that was restored may know fewer changes than before. */
  if (*last < since || *last - since > most)
    {
      tend_change_set_set_total (changes);
      return TRUE;
    }
  if (*last == since)
    return TRUE;
  statement = tend_database_prepare (database, "SELECT " COLUMNS " FROM change WHERE sequence > ?1 ORDER BY sequence", error);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, since);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      collect_row (changes, accounts, statement);
      *last = tend_statement_get_int (statement, 0);
    }
  return step == TEND_STEP_DONE;
}

static TendChange *
read_change (TendStatement *statement)
{
  TendChange *change = g_new0 (TendChange, 1);

  change->sequence = tend_statement_get_int (statement, 0);
  change->batch = tend_statement_get_int (statement, 1);
  change->at = tend_statement_get_int (statement, 2);
  change->by = tend_statement_get_int (statement, 3);
  change->noun = noun_of_table (tend_statement_get_text (statement, 4));
  change->id = tend_statement_get_int (statement, 5);
  change->account = tend_statement_get_int (statement, 6);
  change->operation = g_strdup (tend_statement_get_text (statement, 7));
  change->before = g_strdup (tend_statement_get_text (statement, 8));
  change->after = g_strdup (tend_statement_get_text (statement, 9));
  return change;
}

static GPtrArray *
read_changes (TendStatement  *statement,
              GError        **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_change_free);
  TendStep step;

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (changes, read_change (statement));
  return step == TEND_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

GPtrArray *
tend_journal_list (TendDatabase  *database,
                   TendId         account,
                   gboolean       heads,
                   gint64         before,
                   guint          limit,
                   GError       **error)
{
  const char *sql = "SELECT " COLUMNS " FROM change WHERE sequence < ?1 ORDER BY sequence DESC LIMIT ?2";
  g_autoptr(TendStatement) statement = NULL;
  GPtrArray *changes;

  if (account != 0)
    sql = "SELECT " COLUMNS " FROM change WHERE sequence < ?1 AND account = ?3 ORDER BY sequence DESC LIMIT ?2";
  else if (heads)
    sql = "SELECT " COLUMNS " FROM change WHERE sequence < ?1 AND \"table\" = 'batch' ORDER BY sequence DESC LIMIT ?2";
  statement = tend_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, before > 0 ? before : G_MAXINT64);
  tend_statement_bind_int (statement, 2, limit);
  if (account != 0)
    tend_statement_bind_int (statement, 3, account);
  changes = read_changes (statement, error);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      TendChange *change = changes->pdata[i];

      change->undone = tend_journal_is_undone (database, change->batch);
    }
  return changes;
}

GPtrArray *
tend_journal_read_batch (TendDatabase  *database,
                         TendId         batch,
                         GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT " COLUMNS " FROM change WHERE batch = ?1 AND \"table\" <> 'batch' ORDER BY sequence DESC", error);

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, batch);
  return read_changes (statement, error);
}

TendChange *
tend_journal_read_head (TendDatabase  *database,
                        TendId         batch,
                        GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT " COLUMNS " FROM change WHERE batch = ?1 ORDER BY sequence LIMIT 1", error);

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, batch);
  return tend_statement_step (statement, error) == TEND_STEP_ROW ? read_change (statement) : NULL;
}

gboolean
tend_journal_is_undone (TendDatabase *database,
                        TendId        batch)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT batch FROM change WHERE id = ?1 AND \"table\" = 'batch' ORDER BY sequence DESC LIMIT 1", NULL);
  TendId by;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, batch);
  if (tend_statement_step (statement, NULL) != TEND_STEP_ROW)
    return FALSE;
  by = tend_statement_get_int (statement, 0);
  tend_statement_reset (statement);
  /* Undone, unless what undid it has itself been taken back. */
  return !tend_journal_is_undone (database, by);
}

gboolean
tend_journal_changed_since (TendDatabase *database,
                            TendId        id,
                            gint64        sequence,
                            TendId        batch)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT c.batch FROM change AS c WHERE c.id = ?1 AND c.sequence > ?2 AND c.batch <> ?3 AND c.\"table\" <> 'batch'"
    /* The head is the first of its batch; the others, thousands perhaps, are not looked through for each row of another. */
    " AND (SELECT operation FROM change WHERE batch = c.batch ORDER BY sequence LIMIT 1) NOT IN ('undo', 'redo')", NULL);
  gboolean changed = FALSE;

  if (statement == NULL)
    return TRUE;
  tend_statement_bind_int (statement, 1, id);
  tend_statement_bind_int (statement, 2, sequence);
  tend_statement_bind_int (statement, 3, batch);
  while (!changed && tend_statement_step (statement, NULL) == TEND_STEP_ROW)
    changed = !tend_journal_is_undone (database, tend_statement_get_int (statement, 0));
  return changed;
}

static gboolean
is_one_of (const char        *operation,
           const char *const *set)
{
  return g_strv_contains (set, operation);
}

TendId
tend_journal_find_undo (TendDatabase  *database,
                        TendId         by,
                        GError       **error)
{
  static const char *const not_undone[] = { "undo", "redo", "import", "generate", NULL };
  g_autoptr(GPtrArray) heads = tend_journal_list (database, 0, TRUE, 0, UNDO_REACH, error);

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      TendChange *head = heads->pdata[i];

      if ((by == 0 || head->by == by) && !head->undone && !is_one_of (head->operation, not_undone))
        return head->batch;
    }
  return 0;
}

TendId
tend_journal_find_redo (TendDatabase  *database,
                        TendId         by,
                        GError       **error)
{
  static const char *const passed[] = { "undo", "redo", NULL };
  g_autoptr(GPtrArray) heads = tend_journal_list (database, 0, TRUE, 0, UNDO_REACH, error);

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      TendChange *head = heads->pdata[i];

      if (by != 0 && head->by != by)
        continue;
      if (!is_one_of (head->operation, passed))
        return 0;
      if (strcmp (head->operation, "undo") == 0 && !head->undone)
        return head->batch;
    }
  return 0;
}
