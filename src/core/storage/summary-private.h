/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary-table.h"

G_BEGIN_DECLS

/* The summary columns of an account, days and words as numbers, so that comparing is cheap. */
typedef struct
{
  int         health;
  int         band;
  TendDay     fell_on;
  TendInstant last_contact;
  TendInstant quiet_from;
  TendInstant quiet_red_from;
  TendInstant next_follow_up;
  gint64      open_needs;
  gint64      yearly_value;
  gint64      balance;
  gint64      overdue;
  TendDay     overdue_since;
  TendDay     next_renewal;
  int         focus;
  TendDay     day;
} TendSummaryColumns;

/* An account while its summary is computed and written. */
typedef struct
{
  TendId             id;
  int                tier;
  int                cadence_days;
  int                status;
  TendDay            customer_since;
  TendInstant        last_contact;
  gboolean           has_needs;
  gboolean           has_invoices;
  TendSummaryColumns stored;
  TendSummaryColumns computed;
  gboolean           timeless;       /* nothing that could age */

  /* Of the course of its health: the point before today, today's, and whether there are some of days to come, which a
   * clock that was wrong has left. */
  TendHealthPoint    before;
  TendHealthPoint    present;
  gboolean           has_before;
  gboolean           has_present;
  gboolean           has_later;
  char              *reasons;        /* JSON; NULL where the band has not changed */
} TendSummaryRow;

/* One table of rows that a summary is computed from, while it is walked: the statement stands at a row of @account. */
typedef struct
{
  TendStatement *statement;
  TendId         account;
} TendSummarySource;

#define TEND_N_SUMMARY_SOURCES 7

/* All of them, walked side by side with the accounts in the order of their ids. What each row says goes into @summary. */
typedef struct
{
  /* Borrowed References */
  TendDatabase      *database;
  const TendRules   *rules;
  GTimeZone         *zone;
  TendDay            today;
  TendSummary       *summary;

  TendSummarySource  sources[TEND_N_SUMMARY_SOURCES];
  char               day[TEND_DAY_SIZE];
} TendSummarySweep;

/* Over the rows of the accounts from @first to @last. Whatever it returns, tend_summary_sweep_end() is called. */
gboolean      tend_summary_sweep_begin (TendSummarySweep  *self,
                                        TendId             first,
                                        TendId             last,
                                        GError           **error);
/* Takes the rows of @account, which comes after those that were taken. */
gboolean      tend_summary_sweep_take  (TendSummarySweep  *self,
                                        TendSummaryRow    *account,
                                        GError           **error);
void          tend_summary_sweep_end   (TendSummarySweep  *self);

/* Computes an account as it stood, or will stand, on another day, at the instant @now of it; borrowed until the next call.
 * NULL without an error where it is gone. */
const TendSummaryRow *tend_summary_table_compute_at (TendSummaryTable *self,
                                        TendId                    account,
                                        TendDay                   day,
                                        TendInstant               now,
                                        GError                  **error);
TendDatabase *tend_summary_table_get_database (TendSummaryTable *self);

/* What a row of the table `account` says, from the column @from on, in the order of TEND_SUMMARY_COLUMNS. */
#define TEND_SUMMARY_COLUMNS \
  "a.health, a.health_band, a.band_fell_on, a.last_contact, a.quiet_from, a.quiet_red_from, a.next_follow_up, a.open_needs," \
  " a.yearly_value, a.balance, a.overdue, a.overdue_since, a.next_renewal, a.focus, a.summary_day"
void      tend_summary_columns_read    (TendSummaryColumns       *columns,
                                        TendStatement            *statement,
                                        int                       from);
/* Calls @func for each column, summary_day left out, in which they differ. */
void      tend_summary_columns_compare (const TendSummaryColumns *a,
                                        const TendSummaryColumns *b,
                                        TendId                    account,
                                        TendSummaryFunc           func,
                                        gpointer                  data);
/* Writes what is computed and not stored, and the course of the health. @keep_timeless: not even the day, where nothing
 * else has changed and nothing ages. */
gboolean  tend_summary_row_write       (TendDatabase             *database,
                                        const TendSummaryRow     *row,
                                        const TendRules          *rules,
                                        gboolean                  keep_timeless,
                                        GError                  **error);
/* [{"input": "pulse", "score": 70, "weight": 30, "points": 21, "value": 7, "age_days": 10}, …] (transfer full) */
char     *tend_summary_make_reasons    (const TendHealth         *health);

/* Index of @word in @words; 0 where it is none of them. */
int       tend_summary_find_word       (const char *const        *words,
                                        const char               *word);

G_END_DECLS
