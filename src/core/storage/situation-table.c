/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "situation-table.h"

#include "../entities/account.h"
#include "../rules/money.h"
#include "summary-table.h"

#define HISTORY_DAYS 365

static gboolean
fail_missing (TendId    account,
              GError  **error)
{
  tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, NULL, NULL, "no such account");
  if (error != NULL)
    tend_error_set_id (*error, account);
  return FALSE;
}

static gboolean
read_facts (TendDatabase   *database,
            TendSituation  *self,
            const char     *currency,
            GError        **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT currency, (SELECT max(\"at\") FROM handover WHERE account = a.id AND undone_by IS NULL AND \"to\" = a.owner),"
    " (SELECT product FROM purchase WHERE id = ?2) FROM account AS a WHERE id = ?1", error);
  const char *own;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, self->account);
  tend_statement_bind_id (statement, 2, self->summary.renewal);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return error != NULL && *error != NULL ? FALSE : fail_missing (self->account, error);
  own = tend_statement_get_text (statement, 0);
  self->currency = g_intern_string (tend_currency_get_digits (own) >= 0 ? own : currency);
  self->owner_since = tend_statement_get_int (statement, 1);
  self->renewal_product = tend_statement_get_int (statement, 2);
  return TRUE;
}

/* From which health it fell: the highest in the days in which a fall is told. */
static int
find_fell_from (const TendSituation *self,
                const TendRules     *rules)
{
  TendDay from = self->summary.today - rules->fall_days;
  int highest = -1;

  if (self->summary.fell_on == TEND_DAY_NONE)
    return -1;
  for (gsize i = self->n_history; i > 0 && self->history[i - 1].score >= 0; i--)
    {
      highest = MAX (highest, self->history[i - 1].score);
      if (self->history[i - 1].day <= from)
        break;
    }
  return highest;
}

static gboolean
read_history (TendDatabase     *database,
              TendSituation    *self,
              const TendRules  *rules,
              GError          **error)
{
  TendDay today = self->summary.today;
  TendHealthPoint now = { today, self->summary.health.score, self->summary.health.band };
  g_autoptr(GArray) points = tend_summary_table_list_days (database, self->account, today - HISTORY_DAYS, today, error);

  if (points == NULL)
    return FALSE;
  g_array_append_val (points, now);
  self->n_history = points->len;
  self->history = (TendHealthPoint *) (gpointer) g_array_free (g_steal_pointer (&points), FALSE);
  self->fell_from = find_fell_from (self, rules);
  self->propose_at_risk = self->summary.status != TEND_STATUS_AT_RISK && self->summary.status != TEND_STATUS_FORMER &&
                          tend_health_proposes_at_risk (rules, self->history, self->n_history, self->summary.next_renewal, today);
  return TRUE;
}

TendSituation *
tend_situation_table_read (TendDatabase  *database,
                           TendId         account,
                           TendInstant    now,
                           const char    *currency,
                           GError       **error)
{
  g_autoptr(TendSummaryTable) table = NULL;
  g_autoptr(TendSituation) self = g_new0 (TendSituation, 1);
  g_autoptr(GError) local = NULL;
  const TendSummary *summary;

  table = tend_summary_table_new (database, now, error);
  if (table == NULL)
    return NULL;
  summary = tend_summary_table_compute (table, account, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (summary == NULL)
    return fail_missing (account, error), NULL;
  self->account = account;
  self->summary = *summary;
  self->summary.rules = NULL;
  self->summary.steps = NULL;
  self->summary.points = NULL;
  self->quiet = tend_cadence_quiet (&self->summary.cadence, self->summary.today);
  if (!read_facts (database, self, currency, error) ||
      !read_history (database, self, tend_summary_table_get_rules (table), error))
    return NULL;
  return g_steal_pointer (&self);
}
