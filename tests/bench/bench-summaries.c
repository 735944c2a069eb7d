/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-summaries BOOK: computes the summaries of all accounts anew and writes them, as on a new day, beside stepping every
 * row once that they are computed from, on the same file. The file is written to. */
#include "bench.h"

#include "core/storage/summary-table.h"
#include "raw.h"

/* What a summary is computed from: the rows that count, and of them the columns that do. */
static const char *const sources[] = {
  "SELECT id, tier, cadence_days, status, customer_since FROM account",
  "SELECT account, \"at\" FROM interaction WHERE two_way = 1",
  "SELECT account, id, due_at, snoozed_until, promised, contact, hat, opportunity, need, purchase FROM follow_up"
  " WHERE state IN ('open', 'snoozed')",
  "SELECT account, state, priority, hat, promised_for FROM need",
  "SELECT account, id, yearly_value, bought_on, ends_on, renews_on, notice_days, fit FROM purchase",
  "SELECT account, due_on, issued_on, amount, paid FROM invoice",
  "SELECT account, source, score, \"at\" FROM pulse",
  "SELECT account, id FROM opportunity WHERE stage NOT IN ('won', 'lost')",
  "SELECT account, day, score, band FROM health_day",
};

static double
step_all (sqlite3_stmt **statements)
{
  double start = bench_now ();
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      while (sqlite3_step (statements[i]) == SQLITE_ROW)
        sum += raw_read_all (statements[i]);
      sqlite3_reset (statements[i]);
    }
  g_assert_cmpint (sum, !=, 0);

  return bench_now () - start;
}

static double
compute_all (TendDatabase *database,
             TendInstant   now)
{
  g_autoptr (TendSummaryTable) table = NULL;
  g_autoptr (GError) error = NULL;
  double start = bench_now ();

  tend_database_exec (database, "BEGIN IMMEDIATE", &error);
  bench_check (error, "begin");
  table = tend_summary_table_new (database, now, &error);
  bench_check (error, "rules");
  tend_summary_table_write_all (table, &error);
  bench_check (error, "summaries");
  tend_database_exec (database, "COMMIT", &error);
  bench_check (error, "commit");

  return bench_now () - start;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TendDatabase) database = tend_database_open (argv[1], TEND_DATABASE_WRITE, &error);
  sqlite3 *raw = raw_open (argv[1], FALSE);
  sqlite3_stmt *statements[G_N_ELEMENTS (sources)];
  TendInstant now = g_get_real_time ();
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();

  bench_check (error, "the book");
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    statements[i] = raw_prepare (raw, sources[i]);

  /* The first fills the caches, and begins the courses of the healths. */
  for (guint round = 0; round < bench_rounds () + 1; round++)
    {
      double a = compute_all (database, now + (gint64) round * G_TIME_SPAN_DAY);
      double b = step_all (statements);

      if (round > 0)
        {
          bench_add (ours, a);
          bench_add (baseline, b);
        }
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    sqlite3_finalize (statements[i]);
  sqlite3_close (raw);

  return 0;
}
