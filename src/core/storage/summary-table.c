/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "summary-table.h"

#include "../entities/account.h"
#include "rule-table.h"
#include "setting-table.h"
#include "summary-private.h"

/* How many accounts are computed before they are written: the rows written must not be those still being walked. */
#define CHUNK 512
/* From so many accounts on, and a share of all, one sweep is cheaper than looking for the rows of each. */
#define MANY 64
#define SHARE 4

#define ACCOUNTS \
  "SELECT a.id, a.tier, a.cadence_days, a.status, a.customer_since," \
  " (SELECT max(i.\"at\") FROM interaction AS i INDEXED BY interaction_two_way" \
  " WHERE i.account = a.id AND i.two_way = 1 AND i.\"at\" <= ?3)," \
  " EXISTS (SELECT 1 FROM need AS n INDEXED BY need_account WHERE n.account = a.id)," \
  " EXISTS (SELECT 1 FROM invoice AS v INDEXED BY invoice_account WHERE v.account = a.id), " TEND_SUMMARY_COLUMNS \
  " FROM account AS a WHERE a.id BETWEEN ?1 AND ?2"
#define FIRST_SUMMARY_COLUMN 8
#define STALE_ACCOUNTS ACCOUNTS " AND a.summary_day IS NOT ?5 ORDER BY a.id LIMIT ?4"
#define ALL_ACCOUNTS ACCOUNTS " ORDER BY a.id LIMIT ?4"

struct _TendSummaryTable
{
  TendDatabase *database;   /* borrowed */
  TendRules     rules;
  GTimeZone    *zone;
  gboolean      zone_kept;  /* the book knows it */
  TendInstant   now;
  TendDay       today;
  TendSummary   summary;
  GArray       *rows;       /* TendSummaryRow */
};

/* A day is one only in a zone: the book remembers in which its summaries were computed, so that another computer, or a
 * check, computes the same. */
static void
find_zone (TendSummaryTable *self)
{
  g_autofree char *name = tend_setting_table_get (self->database, TEND_SUMMARY_ZONE_SETTING, NULL);

  self->zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  self->zone_kept = self->zone != NULL;
  if (self->zone == NULL)
    self->zone = g_time_zone_new_local ();
}

static gboolean
keep_zone (TendSummaryTable  *self,
           GError           **error)
{
  if (self->zone_kept)
    return TRUE;
  self->zone_kept = TRUE;
  return tend_setting_table_set (self->database, TEND_SUMMARY_ZONE_SETTING, g_time_zone_get_identifier (self->zone), error);
}

static void
clear_row (TendSummaryRow *row)
{
  g_free (row->reasons);
}

TendSummaryTable *
tend_summary_table_new (TendDatabase  *database,
                        TendInstant    now,
                        GError       **error)
{
  g_autoptr(TendSummaryTable) self = g_new0 (TendSummaryTable, 1);

  self->database = database;
  self->now = now;
  find_zone (self);
  self->today = tend_day_of_instant (now, self->zone);
  self->rows = g_array_new (FALSE, TRUE, sizeof (TendSummaryRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
  tend_summary_init (&self->summary, &self->rules, self->today);
  return tend_rule_table_read (database, &self->rules, error) ? g_steal_pointer (&self) : NULL;
}

void
tend_summary_table_free (TendSummaryTable *self)
{
  if (self == NULL)
    return;
  tend_summary_clear (&self->summary);
  g_array_unref (self->rows);
  g_time_zone_unref (self->zone);
  g_free (self);
}

TendDay
tend_summary_table_get_today (TendSummaryTable *self)
{
  return self->today;
}

const TendRules *
tend_summary_table_get_rules (TendSummaryTable *self)
{
  return &self->rules;
}

TendDatabase *
tend_summary_table_get_database (TendSummaryTable *self)
{
  return self->database;
}

gboolean
tend_summary_table_has_zone (TendSummaryTable *self)
{
  return self->zone_kept;
}

GTimeZone *
tend_summary_table_get_zone (TendSummaryTable *self)
{
  return self->zone;
}

static void
pack (TendSummaryTable *self,
      TendSummaryRow   *row)
{
  const TendSummary *summary = &self->summary;

  row->computed = (TendSummaryColumns) {
    .health = summary->health.score,
    .band = summary->health.band,
    .fell_on = summary->fell_on,
    .last_contact = summary->last_contact,
    .quiet_from = tend_day_to_instant (summary->cadence.amber, self->zone),
    .quiet_red_from = tend_day_to_instant (summary->cadence.red, self->zone),
    .next_follow_up = summary->next_follow_up,
    .open_needs = summary->inputs.n_needs,
    .yearly_value = summary->yearly_value,
    .balance = summary->balance.open,
    .overdue = summary->balance.overdue,
    .overdue_since = summary->balance.overdue_since,
    .next_renewal = summary->next_renewal,
    .focus = summary->focus,
    .day = self->today,
  };
  row->timeless = row->timeless && row->last_contact == 0 && row->computed.health < 0 && row->computed.quiet_from == 0;
  if (row->computed.band != (row->has_before ? row->before.band : TEND_BAND_UNKNOWN))
    row->reasons = tend_summary_make_reasons (&summary->health);
}

static gboolean
compute_row (TendSummaryTable  *self,
             TendSummarySweep  *sweep,
             TendSummaryRow    *row,
             GError           **error)
{
  tend_summary_begin (&self->summary, row->tier, row->cadence_days, row->status, row->customer_since);
  if (row->last_contact != 0)
    tend_summary_set_contact (&self->summary, row->last_contact, tend_day_of_instant (row->last_contact, self->zone));
  if (row->has_needs)
    tend_summary_set_has_needs (&self->summary);
  if (row->has_invoices)
    tend_summary_set_has_invoices (&self->summary);
  if (!tend_summary_sweep_take (sweep, row, error))
    return FALSE;
  tend_summary_end (&self->summary);
  pack (self, row);
  return TRUE;
}

static gboolean
compute_rows (TendSummaryTable  *self,
              GError           **error)
{
  TendSummaryRow *rows = (TendSummaryRow *) (gpointer) self->rows->data;
  TendSummarySweep sweep = {
    .database = self->database, .rules = &self->rules, .zone = self->zone, .today = self->today, .summary = &self->summary,
  };
  gboolean ok;

  ok = self->rows->len == 0 || tend_summary_sweep_begin (&sweep, rows[0].id, rows[self->rows->len - 1].id, error);
  for (guint i = 0; ok && i < self->rows->len; i++)
    ok = compute_row (self, &sweep, &rows[i], error);
  tend_summary_sweep_end (&sweep);
  return ok;
}

static void
read_account (TendSummaryTable *self,
              TendStatement    *statement)
{
  TendSummaryRow row = { 0 };

  row.id = tend_statement_get_int (statement, 0);
  row.tier = tend_summary_find_word (tend_tiers, tend_statement_get_text (statement, 1));
  row.cadence_days = (int) tend_statement_get_int (statement, 2);
  row.status = tend_summary_find_word (tend_account_statuses, tend_statement_get_text (statement, 3));
  row.customer_since = tend_day_parse (tend_statement_get_text (statement, 4));
  row.last_contact = tend_statement_get_int (statement, 5);
  row.has_needs = tend_statement_get_int (statement, 6) != 0;
  row.has_invoices = tend_statement_get_int (statement, 7) != 0;
  tend_summary_columns_read (&row.stored, statement, FIRST_SUMMARY_COLUMN);
  g_array_append_val (self->rows, row);
}

/* Reads at most @most accounts from @first to @last into the rows; @stale: those that hold for another day. */
static gboolean
read_accounts (TendSummaryTable  *self,
               TendId             first,
               TendId             last,
               guint              most,
               gboolean           stale,
               GError           **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (self->database, stale ? STALE_ACCOUNTS : ALL_ACCOUNTS, error);
  char day[TEND_DAY_SIZE];
  TendStep step;

  g_array_set_size (self->rows, 0);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, first);
  tend_statement_bind_int (statement, 2, last);
  tend_statement_bind_int (statement, 3, self->now);
  tend_statement_bind_int (statement, 4, most);
  if (stale)
    tend_statement_bind_text (statement, 5, tend_day_format (self->today, day));
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    read_account (self, statement);
  return step == TEND_STEP_DONE;
}

static gboolean
write_rows (TendSummaryTable  *self,
            gboolean           keep_timeless,
            GError           **error)
{
  if (!keep_zone (self, error) || !compute_rows (self, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!tend_summary_row_write (self->database, &g_array_index (self->rows, TendSummaryRow, i), &self->rules, keep_timeless, error))
      return FALSE;
  return TRUE;
}

static TendId
last_row (TendSummaryTable *self)
{
  return g_array_index (self->rows, TendSummaryRow, self->rows->len - 1).id;
}

gboolean
tend_summary_table_write_all (TendSummaryTable  *self,
                              GError           **error)
{
  TendId after = 0;

  do
    {
      if (!read_accounts (self, after + 1, G_MAXINT64, CHUNK, FALSE, error) || !write_rows (self, FALSE, error))
        return FALSE;
      after = self->rows->len > 0 ? last_row (self) : 0;
    }
  while (self->rows->len == CHUNK);
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  TendId one = *(const TendId *) a;
  TendId other = *(const TendId *) b;

  return one < other ? -1 : one > other;
}

static gboolean
write_each (TendSummaryTable  *self,
            const TendId      *accounts,
            gsize              n_accounts,
            GError           **error)
{
  g_autofree TendId *sorted = g_memdup2 (accounts, n_accounts * sizeof (TendId));

  qsort (sorted, n_accounts, sizeof (TendId), compare_ids);
  for (gsize i = 0; i < n_accounts; i++)
    if (!read_accounts (self, sorted[i], sorted[i], 1, FALSE, error) || !write_rows (self, FALSE, error))
      return FALSE;
  return TRUE;
}

gboolean
tend_summary_table_write (TendSummaryTable  *self,
                          const TendId      *accounts,
                          gsize              n_accounts,
                          GError           **error)
{
  gint64 n_all = G_MAXINT64;

  if (n_accounts >= MANY && !tend_database_get_int (self->database, "SELECT count(*) FROM account", &n_all, error))
    return FALSE;
  return n_all / SHARE <= (gint64) n_accounts ? tend_summary_table_write_all (self, error)
                                              : write_each (self, accounts, n_accounts, error);
}

gboolean
tend_summary_table_write_stale (TendSummaryTable  *self,
                                guint              most,
                                TendId            *after,
                                GError           **error)
{
  if (!read_accounts (self, *after + 1, G_MAXINT64, most, TRUE, error) || !write_rows (self, TRUE, error))
    return FALSE;
  *after = self->rows->len == most ? last_row (self) : 0;
  return TRUE;
}

const TendSummary *
tend_summary_table_compute (TendSummaryTable  *self,
                            TendId             account,
                            GError           **error)
{
  if (!read_accounts (self, account, account, 1, FALSE, error) || !compute_rows (self, error))
    return NULL;
  return self->rows->len > 0 ? &self->summary : NULL;
}

const TendSummaryRow *
tend_summary_table_compute_at (TendSummaryTable  *self,
                               TendId             account,
                               TendDay            day,
                               TendInstant        now,
                               GError           **error)
{
  TendDay today = self->today;
  TendInstant then = self->now;
  const TendSummary *found;

  self->today = self->summary.today = day;
  self->now = now;
  found = tend_summary_table_compute (self, account, error);
  self->today = self->summary.today = today;
  self->now = then;
  return found != NULL ? &g_array_index (self->rows, TendSummaryRow, 0) : NULL;
}
