/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-log BOOK COPY: logs an interaction, with all that Tend does then (checks, journal, summary of the account, telling
 * who shows it), beside the bare INSERT of such a row in a copy of the book; both durable. Both files are written to. */
#include "bench.h"

#include "core/entities/interaction.h"
#include "raw.h"

/* How many one after the other, a round. */
#define MANY 50

static double
log_one (TendBook *book,
         TendId    account)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();
  g_autoptr (TendOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  double start;

  record->account = account;
  record->two_way = TRUE;
  record->at = g_get_real_time ();
  record->summary = g_strdup ("Called about the delivery");
  operation = tend_log_operation_new (record, NULL, 0, NULL);

  start = bench_now ();
  tend_book_apply (book, operation, NULL, &error);
  bench_check (error, "log");

  return bench_now () - start;
}

static double
insert_one (sqlite3      *database,
            sqlite3_stmt *insert,
            TendId        account)
{
  double start = bench_now ();
  gint64 now = g_get_real_time ();

  raw_exec (database, "BEGIN IMMEDIATE");
  sqlite3_bind_int64 (insert, 1, tend_id_new ());
  sqlite3_bind_int64 (insert, 2, now);
  sqlite3_bind_int64 (insert, 3, account);
  raw_run (insert);
  raw_exec (database, "COMMIT");

  return bench_now () - start;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TendBook) book = bench_open (argv[1], TEND_BOOK_OPEN);
  g_autoptr (GArray) accounts = bench_list (book, &tend_account_noun, "newest");
  sqlite3 *database = raw_open (argv[2], TRUE);
  sqlite3_stmt *insert = raw_prepare (database,
    "INSERT INTO interaction (id, version, created_at, updated_at, account, kind, direction, two_way, \"at\", minutes, summary)"
    " VALUES (?1, 1, ?2, ?2, ?3, 'call', 'outgoing', 1, ?2, 0, 'Called about the delivery')");
  GRand *random = g_rand_new_with_seed (7);
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();

  for (guint i = 0; i < (bench_rounds () + 1) * MANY; i++)
    {
      TendId account = g_array_index (accounts, TendId, (guint) g_rand_int_range (random, 0, (gint32) accounts->len));
      double a = log_one (book, account);
      double b = insert_one (database, insert, account);

      if (i >= MANY)
        {
          bench_add (ours, a);
          bench_add (baseline, b);
        }
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
  g_rand_free (random);
  sqlite3_finalize (insert);
  sqlite3_close (database);

  return 0;
}
