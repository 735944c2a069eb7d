/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-page BOOK: a page of 64 accounts as live objects, beside stepping the same rows and reading every column. Pages lie
 * anywhere in the order by name, so that their rows lie anywhere in the table. */
#include "bench.h"

#include "raw.h"

#define PAGE  64
#define PAGES 16

static volatile gint64 sink;

static double
load_pages (TendBook     *book,
            const TendId *ids,
            const guint  *starts)
{
  double start = bench_now ();
  double end;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < PAGES; i++)
    g_ptr_array_add (pages, tend_book_load_page (book, &tend_account_noun, ids + starts[i], PAGE, G_USEC_PER_SEC));
  end = bench_now ();

  for (guint i = 0; i < PAGES; i++)
    {
      GPtrArray *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < PAGE; j++)
        g_assert_true (tend_entity_get_loaded (g_ptr_array_index (page, j)));
    }

  return (end - start) / PAGES;
}

static double
step_pages (sqlite3_stmt *statement,
            const TendId *ids,
            const guint  *starts)
{
  double start = bench_now ();

  for (guint i = 0; i < PAGES * PAGE; i++)
    {
      sqlite3_bind_int64 (statement, 1, ids[starts[i / PAGE] + i % PAGE]);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      sink += raw_read_all (statement);
      sqlite3_reset (statement);
    }

  return (bench_now () - start) / PAGES;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TendBook) book = bench_open (argv[1], TEND_BOOK_READ_ONLY);
  g_autoptr (GArray) array = bench_list (book, &tend_account_noun, "name");
  const TendId *ids = (const TendId *) (gpointer) array->data;
  sqlite3 *database = raw_open (argv[1], FALSE);
  sqlite3_stmt *statement = raw_prepare (database, "SELECT * FROM account WHERE id = ?1");
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();
  GRand *random = g_rand_new_with_seed (7);

  for (guint round = 0; round < bench_rounds () + 2; round++)
    {
      guint starts[PAGES];
      double a;
      double b;

      for (guint i = 0; i < PAGES; i++)
        starts[i] = (guint) g_rand_int_range (random, 0, (gint32) (array->len - PAGE));

      /* Each side comes first as often as the other. */
      if (round % 2 == 0)
        {
          a = load_pages (book, ids, starts);
          b = step_pages (statement, ids, starts);
        }
      else
        {
          b = step_pages (statement, ids, starts);
          a = load_pages (book, ids, starts);
        }

      /* The late answers that nobody waits for any more. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (round >= 2)
        {
          bench_add (ours, a);
          bench_add (baseline, b);
        }
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
  g_rand_free (random);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return 0;
}
