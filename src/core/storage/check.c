/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check.h"

#include <string.h>

#include "account-table.h"

/* Each invariant of data.md is a query for the rows that break it: table, id, detail. */
static const struct { const char *invariant; const char *sql; } checks[] = {
  { "integrity", "SELECT 'book', 0, integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
  { "foreign-keys", "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check" },
  { "reporting-forest",
    "WITH RECURSIVE below (id) AS (SELECT id FROM manager WHERE reports_to IS NULL"
    " UNION SELECT m.id FROM manager AS m JOIN below AS b ON m.reports_to = b.id)"
    " SELECT 'manager', id, name FROM manager WHERE id NOT IN (SELECT id FROM below)" },
  { "owner-exists",
    "SELECT 'account', id, owner FROM account WHERE owner IS NOT NULL AND owner NOT IN (SELECT id FROM manager)" },
  { "owner-active",
    "SELECT 'account', a.id, m.name FROM account AS a JOIN manager AS m ON m.id = a.owner WHERE m.active = 0" },
  { "handover-chain",
    "SELECT 'account', a.id, h.\"to\" FROM account AS a JOIN handover AS h ON h.id ="
    " (SELECT id FROM handover WHERE account = a.id AND undone_by IS NULL ORDER BY \"at\" DESC, id DESC LIMIT 1)"
    " WHERE a.owner IS NOT h.\"to\"" },
  { "done-at", "SELECT 'follow_up', id, state FROM follow_up WHERE (state = 'done') <> (done_at IS NOT NULL)" },
  { "journal-holes",
    "SELECT 'change', min(sequence), count(*) FROM change HAVING count(*) > 0 AND (count(*) <> max(sequence) OR min(sequence) <> 1)" },
  { "summary",
    "SELECT 'account', id, 'next_follow_up' FROM account WHERE next_follow_up IS NOT"
    " (SELECT min(due_at) FROM follow_up WHERE account = account.id AND state IN ('open', 'snoozed'))" },
};

static gboolean
add_faults (TendDatabase  *database,
            const char    *invariant,
            const char    *sql,
            GPtrArray     *faults,
            GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendFault *fault = g_new0 (TendFault, 1);

      fault->invariant = g_strdup (invariant);
      fault->table = g_strdup (tend_statement_get_text (statement, 0));
      fault->id = tend_statement_get_int (statement, 1);
      fault->detail = g_strdup (tend_statement_get_text (statement, 2));
      g_ptr_array_add (faults, fault);
    }
  return step == TEND_STEP_DONE;
}

typedef gboolean (*TextFunc) (TendDatabase  *database,
                              TendId         account,
                              const char    *stored,
                              gpointer       data,
                              GError       **error);

static gboolean
for_texts (TendDatabase  *database,
           TextFunc       func,
           gpointer       data,
           GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT a.id, t.text FROM account AS a LEFT JOIN account_text AS t ON t.account = a.id", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    if (!func (database, tend_statement_get_int (statement, 0), tend_statement_get_text (statement, 1), data, error))
      return FALSE;
  return step == TEND_STEP_DONE;
}

static gboolean
compare_text (TendDatabase  *database,
              TendId         account,
              const char    *stored,
              gpointer       data,
              GError       **error)
{
  g_autofree char *text = tend_account_table_make_text (database, account, error);
  TendFault *fault;

  if (text == NULL)
    return FALSE;
  if (g_strcmp0 (text, stored) == 0)
    return TRUE;
  fault = g_new0 (TendFault, 1);
  fault->invariant = g_strdup ("text");
  fault->table = g_strdup ("account");
  fault->id = account;
  fault->detail = g_strdup (stored != NULL ? "differs" : "missing");
  g_ptr_array_add (data, fault);
  return TRUE;
}

GPtrArray *
tend_check_run (TendDatabase  *database,
                GError       **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_fault_free);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!add_faults (database, checks[i].invariant, checks[i].sql, faults, error))
      return NULL;
  if (!for_texts (database, compare_text, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}

static gboolean
collect_id (TendDatabase  *database,
            TendId         account,
            const char    *stored,
            gpointer       data,
            GError       **error)
{
  g_array_append_val ((GArray *) data, account);
  return TRUE;
}

gboolean
tend_check_repair (TendDatabase  *database,
                   GError       **error)
{
  g_autoptr(GArray) accounts = g_array_new (FALSE, FALSE, sizeof (TendId));
  gint64 n_changed;

  if (!tend_account_table_summarise_all (database, &n_changed, error) || !for_texts (database, collect_id, accounts, error))
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    if (!tend_account_table_write_text (database, g_array_index (accounts, TendId, i), error))
      return FALSE;
  return TRUE;
}
