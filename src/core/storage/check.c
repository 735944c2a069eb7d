/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check.h"

#include <string.h>

#include "derived.h"
#include "summary-table.h"

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
};

static void
add_fault (GPtrArray  *faults,
           const char *invariant,
           const char *table,
           TendId      id,
           const char *detail)
{
  TendFault *fault = g_new0 (TendFault, 1);

  fault->invariant = g_strdup (invariant);
  fault->table = g_strdup (table);
  fault->id = id;
  fault->detail = g_strdup (detail);
  g_ptr_array_add (faults, fault);
}

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
    add_fault (faults, invariant, tend_statement_get_text (statement, 0), tend_statement_get_int (statement, 1),
               tend_statement_get_text (statement, 2));
  return step == TEND_STEP_DONE;
}

/* What is said of an account refers only to what is that account's too: its own contacts, needs, purchases. */
static gboolean
check_accounts (TendDatabase    *database,
                const TendNoun  *noun,
                GPtrArray       *faults,
                GError         **error)
{
  if (tend_noun_get_field (noun, "account") == NULL)
    return TRUE;
  for (guint i = 0; i < noun->n_fields; i++)
    {
      const TendNoun *referred = noun->fields[i].refers != NULL ? tend_noun_from_name (noun->fields[i].refers) : NULL;
      g_autofree char *sql = NULL;

      if (referred == NULL || tend_noun_get_field (referred, "account") == NULL)
        continue;
      sql = g_strdup_printf ("SELECT '%s', n.id, '%s' FROM %s AS n JOIN %s AS r ON r.id = n.\"%s\" WHERE r.account <> n.account",
                             noun->table, noun->fields[i].name, noun->table, referred->table, noun->fields[i].name);
      if (!add_faults (database, "same-account", sql, faults, error))
        return FALSE;
    }
  return TRUE;
}

static void
note_derived (const char *table,
              TendId      id,
              const char *column,
              gpointer    data)
{
  add_fault (data, "derived", table, id, column);
}

static void
note_summary (TendId      account,
              const char *column,
              gpointer    data)
{
  add_fault (data, "summary", "account", account, column);
}

GPtrArray *
tend_check_run (TendDatabase  *database,
                GError       **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_fault_free);
  g_autoptr(TendSummaryTable) summaries = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!add_faults (database, checks[i].invariant, checks[i].sql, faults, error))
      return NULL;
  for (guint i = 0; tend_nouns ()[i] != NULL; i++)
    if (!check_accounts (database, tend_nouns ()[i], faults, error))
      return NULL;
  if (!tend_derived_compare (database, note_derived, faults, error))
    return NULL;
  summaries = tend_summary_table_new (database, g_get_real_time (), error);
  if (summaries == NULL || !tend_summary_table_compare (summaries, note_summary, faults, error))
    return NULL;
  return g_steal_pointer (&faults);
}
