/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-reassign BOOK COPY: hands 10,000 accounts from one manager to another and back, all that Tend writes, beside the
 * bare UPDATEs and INSERTs on a copy of the same book. Both files are written to. */
#include "bench.h"

#include "raw.h"

#define ACCOUNTS 10000

static GArray *
pick_accounts (TendBook *book)
{
  g_autoptr (GArray) all = bench_list (book, &tend_account_noun, "newest");
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (TendId));
  GRand *random = g_rand_new_with_seed (7);

  g_assert_cmpuint (all->len, >=, 2 * ACCOUNTS);
  for (guint i = 0; i < ACCOUNTS; i++)
    {
      guint at = (guint) g_rand_int_range (random, (gint32) i, (gint32) all->len);
      TendId id = g_array_index (all, TendId, at);

      g_array_index (all, TendId, at) = g_array_index (all, TendId, i);
      g_array_append_val (picked, id);
    }

  g_rand_free (random);

  return picked;
}

static GArray *
list_active_managers (TendBook *book)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_manager_noun);
  g_autoptr (GError) error = NULL;
  GArray *managers;

  tend_query_add_int (query, "active", TEND_QUERY_IS, TRUE);
  managers = tend_book_list (book, query, &error);
  bench_check (error, "managers");

  return managers;
}

static double
reassign (TendBook *book,
          GArray   *ids,
          TendId    manager)
{
  g_autoptr (TendOperation) operation = tend_reassign_operation_new ((const TendId *) (gpointer) ids->data, ids->len, manager,
                                                                     TEND_REASSIGN_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  double start = bench_now ();

  tend_book_apply (book, operation, NULL, &error);
  bench_check (error, "reassign");

  return bench_now () - start;
}

static double
update_bare (sqlite3      *database,
             sqlite3_stmt *update,
             sqlite3_stmt *insert,
             GArray       *ids,
             TendId        from,
             TendId        to)
{
  double start = bench_now ();
  TendId batch = tend_id_new ();
  gint64 at = g_get_real_time ();

  raw_exec (database, "BEGIN IMMEDIATE");
  for (guint i = 0; i < ids->len; i++)
    {
      TendId id = g_array_index (ids, TendId, i);

      sqlite3_bind_int64 (update, 1, to);
      sqlite3_bind_int64 (update, 2, id);
      raw_run (update);

      sqlite3_bind_int64 (insert, 1, tend_id_new ());
      sqlite3_bind_int64 (insert, 2, at);
      sqlite3_bind_int64 (insert, 3, batch);
      sqlite3_bind_int64 (insert, 4, id);
      if (from != 0)
        sqlite3_bind_int64 (insert, 5, from);
      else
        sqlite3_bind_null (insert, 5);
      sqlite3_bind_int64 (insert, 6, to);
      raw_run (insert);
    }
  raw_exec (database, "COMMIT");

  return bench_now () - start;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TendBook) book = bench_open (argv[1], TEND_BOOK_OPEN);
  g_autoptr (GArray) managers = list_active_managers (book);
  g_autoptr (GArray) ids = pick_accounts (book);
  sqlite3 *database = raw_open (argv[2], TRUE);
  sqlite3_stmt *update = raw_prepare (database, "UPDATE account SET owner = ?1 WHERE id = ?2");
  sqlite3_stmt *insert = raw_prepare (database,
    "INSERT INTO handover (id, version, created_at, updated_at, batch, account, \"from\", \"to\", \"at\")"
    " VALUES (?1, 1, ?2, ?2, ?3, ?4, ?5, ?6, ?2)");
  TendId targets[2] = { g_array_index (managers, TendId, 0), g_array_index (managers, TendId, 1) };
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();

  for (guint round = 0; round < bench_rounds () + 1; round++)
    {
      double a = reassign (book, ids, targets[round % 2]);
      double b = update_bare (database, update, insert, ids, round > 0 ? targets[(round + 1) % 2] : 0, targets[round % 2]);

      while (g_main_context_iteration (NULL, FALSE))
        ;
      /* The first comes from many owners. */
      if (round > 0)
        {
          bench_add (ours, a);
          bench_add (baseline, b);
        }
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
  sqlite3_finalize (update);
  sqlite3_finalize (insert);
  sqlite3_close (database);

  return 0;
}
