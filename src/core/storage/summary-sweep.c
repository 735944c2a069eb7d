/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "summary-private.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/need.h"
#include "../entities/purchase.h"

/* The rows that a summary is computed from, along an index of each table; ordered by account, so that the accounts of a
 * range and their rows are walked side by side. Values: ?1 the account or the first, ?2 the last, ?3 an instant or day. */
typedef enum { SOURCE_FOLLOW_UP, SOURCE_NEED, SOURCE_PURCHASE, SOURCE_INVOICE, SOURCE_PULSE, SOURCE_OPPORTUNITY, SOURCE_DAY } SourceKind;

G_STATIC_ASSERT (SOURCE_DAY + 1 == TEND_N_SUMMARY_SOURCES);

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

static const struct { const char *one; const char *range; } sql[TEND_N_SUMMARY_SOURCES] = {
  [SOURCE_FOLLOW_UP] = { FOLLOW_UPS (ONE), FOLLOW_UPS (RANGE) },
  [SOURCE_NEED] = { NEEDS (ONE), NEEDS (RANGE) },
  [SOURCE_PURCHASE] = { PURCHASES (ONE), PURCHASES (RANGE) },
  [SOURCE_INVOICE] = { INVOICES (ONE), INVOICES (RANGE) },
  [SOURCE_PULSE] = { PULSES (ONE), PULSES (RANGE) },
  [SOURCE_OPPORTUNITY] = { OPPORTUNITIES (ONE), OPPORTUNITIES (RANGE) },
  [SOURCE_DAY] = { DAYS, DAYS },
};

static TendDay
day_of (TendSummarySweep *self,
        gint64            instant)
{
  return instant != 0 ? tend_day_of_instant (instant, self->zone) : TEND_DAY_NONE;
}

static gboolean
advance (TendSummarySource  *source,
         GError            **error)
{
  TendStep step = tend_statement_step (source->statement, error);

  source->account = step == TEND_STEP_ROW ? tend_statement_get_int (source->statement, 0) : G_MAXINT64;
  return step != TEND_STEP_ERROR;
}

static void
bind_source (TendSummarySweep *self,
             SourceKind        kind,
             TendId            first,
             TendId            last)
{
  TendStatement *statement = self->sources[kind].statement;
  int days = MAX (self->rules->pulse_days, self->rules->survey_days) + 2;

  tend_statement_bind_int (statement, 1, first);
  if (first != last || kind == SOURCE_DAY)
    tend_statement_bind_int (statement, 2, last);
  if (kind == SOURCE_PULSE)
    tend_statement_bind_int (statement, 3, (gint64) (self->today - days) * G_TIME_SPAN_DAY);
  if (kind == SOURCE_DAY)
    tend_statement_bind_text (statement, 3, tend_day_format (self->today - self->rules->fall_days, self->day));
}

static void
take_follow_up (TendSummarySweep *self,
                TendStatement    *row)
{
  gboolean promised = tend_statement_get_int (row, 4) != 0;
  TendSummaryFollowUp follow_up = {
    .id = tend_statement_get_int (row, 1),
    .due_at = tend_statement_get_int (row, 2),
    .due = day_of (self, tend_statement_get_int (row, 2)),
    .snoozed_until = day_of (self, tend_statement_get_int (row, 3)),
    .snoozed_at = tend_statement_get_int (row, 3),
    .promised = promised,
    .with_client = promised || tend_statement_get_int (row, 5) != 0,
    .hat = (TendHat) tend_summary_find_word (tend_hats, tend_statement_get_text (row, 6)),
    .opportunity = tend_statement_get_int (row, 7),
    .general = tend_statement_get_int (row, 8) != 0,
  };

  tend_summary_add_follow_up (self->summary, &follow_up);
}

static void
take_need (TendSummarySweep *self,
           TendStatement    *row)
{
  TendSummaryNeed need = {
    .open = TRUE,
    .priority = tend_summary_find_word (tend_priorities, tend_statement_get_text (row, 1)),
    .hat = (TendHat) tend_summary_find_word (tend_hats, tend_statement_get_text (row, 2)),
    .promised_for = tend_day_parse (tend_statement_get_text (row, 3)),
  };

  tend_summary_add_need (self->summary, &need);
}

static void
take_purchase (TendSummarySweep *self,
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

  tend_summary_add_purchase (self->summary, &purchase);
}

static void
take_invoice (TendSummarySweep *self,
              TendStatement    *row)
{
  TendDay due = tend_day_parse (tend_statement_get_text (row, tend_statement_is_null (row, 1) ? 2 : 1));

  tend_summary_add_invoice (self->summary, tend_statement_get_int (row, 3), tend_statement_get_int (row, 4), due);
}

static void
take_pulse (TendSummarySweep *self,
            TendStatement    *row)
{
  TendInstant at = tend_statement_get_int (row, 3);

  tend_summary_add_pulse (self->summary, strcmp (tend_statement_get_text (row, 1), "survey") == 0,
                          (int) tend_statement_get_int (row, 2), at, day_of (self, at));
}

static void
take_day (TendSummarySweep *self,
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
  tend_summary_add_point (self->summary, &point);
}

static void
take_row (TendSummarySweep *self,
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
      tend_summary_add_opportunity (self->summary, tend_statement_get_int (row, 1));
      break;
    case SOURCE_DAY:
    default:
      take_day (self, row, account);
      break;
    }
}

gboolean
tend_summary_sweep_begin (TendSummarySweep  *self,
                          TendId             first,
                          TendId             last,
                          GError           **error)
{
  for (guint i = 0; i < TEND_N_SUMMARY_SOURCES; i++)
    {
      self->sources[i].statement = tend_database_prepare (self->database, first == last ? sql[i].one : sql[i].range, error);
      if (self->sources[i].statement == NULL)
        return FALSE;
      bind_source (self, i, first, last);
      if (!advance (&self->sources[i], error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tend_summary_sweep_take (TendSummarySweep  *self,
                         TendSummaryRow    *account,
                         GError           **error)
{
  account->timeless = TRUE;
  for (guint i = 0; i < TEND_N_SUMMARY_SOURCES; i++)
    {
      TendSummarySource *source = &self->sources[i];

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

void
tend_summary_sweep_end (TendSummarySweep *self)
{
  for (guint i = 0; i < TEND_N_SUMMARY_SOURCES; i++)
    g_clear_pointer (&self->sources[i].statement, tend_statement_end);
}
