/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "summary-table.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/need.h"
#include "../entities/purchase.h"
#include "rule-table.h"
#include "setting-table.h"
#include "summary-private.h"

/* How many accounts are computed before they are written: the rows written must not be those still being walked. */
#define CHUNK 512
/* From so many accounts on, and a share of all, one sweep is cheaper than looking for the rows of each. */
#define MANY 64
#define SHARE 4

/* The rows that a summary is computed from, along an index of each table; ordered by account, so that the accounts of a
 * range and their rows are walked side by side. Values: ?1 the account or the first, ?2 the last, ?3 an instant or day. */
typedef enum { SOURCE_FOLLOW_UP, SOURCE_NEED, SOURCE_PURCHASE, SOURCE_INVOICE, SOURCE_PULSE, SOURCE_OPPORTUNITY, SOURCE_DAY } SourceKind;

#define N_SOURCES (SOURCE_DAY + 1)
#define ONE " WHERE account = ?1"
#define RANGE " WHERE account BETWEEN ?1 AND ?2"

#define FOLLOW_UPS(which) \
  "SELECT account, id, due_at, snoozed_until, promised, contact IS NOT NULL, hat, opportunity," \
  " need IS NULL AND opportunity IS NULL AND purchase IS NULL" \
  " FROM follow_up INDEXED BY follow_up_account" which " AND state IN ('open', 'snoozed') ORDER BY account"
#define NEEDS(which) \
  "SELECT account, priority, hat, promised_for FROM need INDEXED BY need_account" which \
  " AND state IN ('open', 'waiting') ORDER BY account"
#define PURCHASES(which) \
  "SELECT account, id, yearly_value, bought_on, ends_on, renews_on, notice_days, fit" \
  " FROM purchase INDEXED BY purchase_account" which " ORDER BY account"
#define INVOICES(which) \
  "SELECT account, due_on, issued_on, amount, paid FROM invoice INDEXED BY invoice_open" which \
  " AND amount <> paid ORDER BY account"
#define PULSES(which) \
  "SELECT account, source, score, \"at\" FROM pulse INDEXED BY pulse_account" which " AND \"at\" >= ?3 ORDER BY account"
#define OPPORTUNITIES(which) \
  "SELECT account, id FROM opportunity INDEXED BY opportunity_account" which \
  " AND stage NOT IN ('won', 'lost') ORDER BY account"
/* From the last point on that stood when the days began in which a fall is told. */
#define DAYS \
  "SELECT a.id, h.day, h.score, h.band FROM account AS a CROSS JOIN health_day AS h ON h.account = a.id AND h.day >=" \
  " coalesce ((SELECT max(e.day) FROM health_day AS e WHERE e.account = a.id AND e.day <= ?3), '')" \
  " WHERE a.id BETWEEN ?1 AND ?2 ORDER BY a.id, h.day"

static const struct { const char *one; const char *range; } sql[N_SOURCES] = {
  [SOURCE_FOLLOW_UP] = { FOLLOW_UPS (ONE), FOLLOW_UPS (RANGE) },
  [SOURCE_NEED] = { NEEDS (ONE), NEEDS (RANGE) },
  [SOURCE_PURCHASE] = { PURCHASES (ONE), PURCHASES (RANGE) },
  [SOURCE_INVOICE] = { INVOICES (ONE), INVOICES (RANGE) },
  [SOURCE_PULSE] = { PULSES (ONE), PULSES (RANGE) },
  [SOURCE_OPPORTUNITY] = { OPPORTUNITIES (ONE), OPPORTUNITIES (RANGE) },
  [SOURCE_DAY] = { DAYS, DAYS },
};

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

/* One of the sources while it is walked: the statement stands at a row of @account. */
typedef struct
{
  TendStatement *statement;
  TendId         account;
} Source;

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
  Source        sources[N_SOURCES];
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

/* Walking the sources. */

static TendDay
day_of (TendSummaryTable *self,
        gint64            instant)
{
  return instant != 0 ? tend_day_of_instant (instant, self->zone) : TEND_DAY_NONE;
}

static gboolean
advance (Source  *source,
         GError **error)
{
  TendStep step = tend_statement_step (source->statement, error);

  source->account = step == TEND_STEP_ROW ? tend_statement_get_int (source->statement, 0) : G_MAXINT64;
  return step != TEND_STEP_ERROR;
}

static void
close_sources (TendSummaryTable *self)
{
  for (guint i = 0; i < N_SOURCES; i++)
    g_clear_pointer (&self->sources[i].statement, tend_statement_end);
}

static void
bind_source (TendSummaryTable *self,
             SourceKind        kind,
             TendId            first,
             TendId            last,
             char              day[TEND_DAY_SIZE])
{
  TendStatement *statement = self->sources[kind].statement;
  int days = MAX (self->rules.pulse_days, self->rules.survey_days) + 2;

  tend_statement_bind_int (statement, 1, first);
  if (first != last || kind == SOURCE_DAY)
    tend_statement_bind_int (statement, 2, last);
  if (kind == SOURCE_PULSE)
    tend_statement_bind_int (statement, 3, (gint64) (self->today - days) * G_TIME_SPAN_DAY);
  if (kind == SOURCE_DAY)
    tend_statement_bind_text (statement, 3, tend_day_format (self->today - self->rules.fall_days, day));
}

static gboolean
open_sources (TendSummaryTable  *self,
              TendId             first,
              TendId             last,
              char               day[TEND_DAY_SIZE],
              GError           **error)
{
  for (guint i = 0; i < N_SOURCES; i++)
    {
      self->sources[i].statement = tend_database_prepare (self->database, first == last ? sql[i].one : sql[i].range, error);
      if (self->sources[i].statement == NULL)
        return FALSE;
      bind_source (self, i, first, last, day);
      if (!advance (&self->sources[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
take_follow_up (TendSummaryTable *self,
                TendStatement    *row)
{
  gboolean promised = tend_statement_get_int (row, 4) != 0;
  TendSummaryFollowUp follow_up = {
    .id = tend_statement_get_int (row, 1),
    .due_at = tend_statement_get_int (row, 2),
    .due = day_of (self, tend_statement_get_int (row, 2)),
    .snoozed_until = day_of (self, tend_statement_get_int (row, 3)),
    .promised = promised,
    .with_client = promised || tend_statement_get_int (row, 5) != 0,
    .hat = (TendHat) tend_summary_find_word (tend_hats, tend_statement_get_text (row, 6)),
    .opportunity = tend_statement_get_int (row, 7),
    .general = tend_statement_get_int (row, 8) != 0,
  };

  tend_summary_add_follow_up (&self->summary, &follow_up);
}

static void
take_need (TendSummaryTable *self,
           TendStatement    *row)
{
  TendSummaryNeed need = {
    .open = TRUE,
    .priority = tend_summary_find_word (tend_priorities, tend_statement_get_text (row, 1)),
    .hat = (TendHat) tend_summary_find_word (tend_hats, tend_statement_get_text (row, 2)),
    .promised_for = tend_day_parse (tend_statement_get_text (row, 3)),
  };

  tend_summary_add_need (&self->summary, &need);
}

static void
take_purchase (TendSummaryTable *self,
               TendStatement    *row)
{
  TendSummaryPurchase purchase = {
    .id = tend_statement_get_int (row, 1),
    .yearly_value = tend_statement_get_int (row, 2),
    .bought_on = tend_day_parse (tend_statement_get_text (row, 3)),
    .ends_on = tend_day_parse (tend_statement_get_text (row, 4)),
    .renews_on = tend_day_parse (tend_statement_get_text (row, 5)),
    .notice_days = (int) tend_statement_get_int (row, 6),
    .fit = tend_summary_find_word (tend_fits, tend_statement_get_text (row, 7)),
  };

  tend_summary_add_purchase (&self->summary, &purchase);
}

static void
take_invoice (TendSummaryTable *self,
              TendStatement    *row)
{
  TendDay due = tend_day_parse (tend_statement_get_text (row, tend_statement_is_null (row, 1) ? 2 : 1));

  tend_summary_add_invoice (&self->summary, tend_statement_get_int (row, 3), tend_statement_get_int (row, 4), due);
}

static void
take_pulse (TendSummaryTable *self,
            TendStatement    *row)
{
  TendInstant at = tend_statement_get_int (row, 3);

  tend_summary_add_pulse (&self->summary, strcmp (tend_statement_get_text (row, 1), "survey") == 0,
                          (int) tend_statement_get_int (row, 2), at, day_of (self, at));
}

static void
take_day (TendSummaryTable *self,
          TendStatement    *row,
          TendSummaryRow   *account)
{
  TendHealthPoint point = {
    .day = tend_day_parse (tend_statement_get_text (row, 1)),
    .score = tend_statement_is_null (row, 2) ? -1 : (int) tend_statement_get_int (row, 2),
    .band = tend_summary_find_word (tend_bands, tend_statement_get_text (row, 3)),
  };

  account->has_later |= point.day > self->today;
  if (point.day == self->today)
    {
      account->present = point;
      account->has_present = TRUE;
    }
  if (point.day >= self->today)
    return;
  account->before = point;
  account->has_before = TRUE;
  tend_summary_add_point (&self->summary, &point);
}

static void
take_row (TendSummaryTable *self,
          SourceKind        kind,
          TendStatement    *row,
          TendSummaryRow   *account)
{
  switch (kind)
    {
    case SOURCE_FOLLOW_UP:
      take_follow_up (self, row);
      break;
    case SOURCE_NEED:
      take_need (self, row);
      break;
    case SOURCE_PURCHASE:
      take_purchase (self, row);
      break;
    case SOURCE_INVOICE:
      take_invoice (self, row);
      break;
    case SOURCE_PULSE:
      take_pulse (self, row);
      break;
    case SOURCE_OPPORTUNITY:
      tend_summary_add_opportunity (&self->summary, tend_statement_get_int (row, 1));
      break;
    case SOURCE_DAY:
    default:
      take_day (self, row, account);
      break;
    }
}

static gboolean
take_rows (TendSummaryTable  *self,
           TendSummaryRow    *account,
           GError           **error)
{
  account->timeless = TRUE;
  for (guint i = 0; i < N_SOURCES; i++)
    {
      Source *source = &self->sources[i];

      while (source->account < account->id)
        if (!advance (source, error))
          return FALSE;
      while (source->account == account->id)
        {
          account->timeless = FALSE;
          take_row (self, i, source->statement, account);
          if (!advance (source, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Computing. */

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
             TendSummaryRow    *row,
             GError           **error)
{
  tend_summary_begin (&self->summary, row->tier, row->cadence_days, row->status, row->customer_since);
  if (row->last_contact != 0)
    tend_summary_set_contact (&self->summary, row->last_contact, day_of (self, row->last_contact));
  if (row->has_needs)
    tend_summary_set_has_needs (&self->summary);
  if (row->has_invoices)
    tend_summary_set_has_invoices (&self->summary);
  if (!take_rows (self, row, error))
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
  char day[TEND_DAY_SIZE];
  gboolean ok;

  ok = self->rows->len == 0 || open_sources (self, rows[0].id, rows[self->rows->len - 1].id, day, error);
  for (guint i = 0; ok && i < self->rows->len; i++)
    ok = compute_row (self, &rows[i], error);
  close_sources (self);
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
