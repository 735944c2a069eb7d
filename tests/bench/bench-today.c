/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-today BOOK: everyone's Today, ranked and grouped, to its first screen drawn, beside one query that yields the same
 * candidates sorted by class and date, on the same file. */
#include <adwaita.h>

#include "bench.h"
#include "fling.h"
#include "raw.h"
#include "ui/today/today-page.h"

#define NOT_PUT_OFF(kind, item) \
  " AND NOT EXISTS (SELECT 1 FROM alert AS l WHERE l.account = a.id AND l.kind = '" kind "' AND ifnull(l.item, 0) = " item \
  " AND l.until > date('now', 'localtime'))"
#define LOOKED_AFTER " AND a.status NOT IN ('former', 'paused')"
#define NOW "(CAST(strftime('%s', 'now') AS INTEGER) * 1000000)"
#define DAY_END "(CAST(strftime('%s', 'now', 'localtime', 'start of day', '+1 day', 'utc') AS INTEGER) * 1000000)"

static const char candidates[] =
  "SELECT CASE WHEN f.promised = 1 AND f.due_at < " NOW " THEN 0 ELSE 3 END AS class, f.due_at AS since, f.account, f.id"
  " FROM follow_up AS f JOIN account AS a ON a.id = f.account"
  " WHERE f.state IN ('open', 'snoozed') AND f.due_at < " DAY_END " AND ifnull(f.snoozed_until, 0) <= " NOW
  " UNION ALL"
  " SELECT CASE WHEN n.priority = 'urgent' THEN 1 ELSE 4 END, n.promised_for, n.account, n.id"
  " FROM need AS n JOIN account AS a ON a.id = n.account"
  " WHERE n.state <> 'resolved' AND n.promised_for < date('now', 'localtime')" NOT_PUT_OFF ("need", "n.id")
  " UNION ALL"
  " SELECT CASE WHEN p.renews_on <= date('now', 'localtime', '+30 days') AND a.health < 60 THEN 2 ELSE 8 END, p.renews_on, p.account, p.id"
  " FROM purchase AS p JOIN account AS a ON a.id = p.account"
  " WHERE p.renews_on BETWEEN date('now', 'localtime') AND date('now', 'localtime', '+90 days')"
  " AND (p.ends_on IS NULL OR p.ends_on > p.renews_on) AND a.status <> 'former'" NOT_PUT_OFF ("renewal", "p.id")
  " UNION ALL"
  " SELECT CASE WHEN a.quiet_red_from <= " NOW " THEN 5 ELSE 9 END, a.quiet_from, a.id, 0 FROM account AS a"
  " WHERE a.quiet_from <= " NOW LOOKED_AFTER NOT_PUT_OFF ("quiet", "0")
  " UNION ALL"
  " SELECT 6, a.overdue_since, a.id, 0 FROM account AS a WHERE a.overdue_since < date('now', 'localtime')" NOT_PUT_OFF ("invoice", "0")
  " UNION ALL"
  " SELECT 7, a.band_fell_on, a.id, 0 FROM account AS a WHERE a.band_fell_on > date('now', 'localtime', '-14 days')" LOOKED_AFTER
  NOT_PUT_OFF ("band", "0")
  " UNION ALL"
  " SELECT 10, o.close_on, o.account, o.id FROM opportunity AS o JOIN account AS a ON a.id = o.account"
  " WHERE o.stage NOT IN ('won', 'lost')" LOOKED_AFTER
  " AND NOT EXISTS (SELECT 1 FROM follow_up AS f WHERE f.account = o.account AND f.state IN ('open', 'snoozed')"
  " AND (f.opportunity = o.id OR (f.hat = 'sales' AND f.opportunity IS NULL AND f.need IS NULL AND f.purchase IS NULL)))"
  NOT_PUT_OFF ("next-step", "o.id")
  " ORDER BY class, since";

static guint n_candidates;

static double
query (sqlite3_stmt *statement)
{
  double start = bench_now ();
  gint64 sum = 0;

  n_candidates = 0;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      sum += raw_read_all (statement);
      n_candidates++;
    }
  sqlite3_reset (statement);
  g_assert_cmpint (sum, !=, 0);

  return bench_now () - start;
}

static GtkWidget *
find (GtkWidget  *widget,
      const char *name)
{
  if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* From asking to a frame that has lines. */
static double
show (GtkWidget *window,
      TendBook  *book)
{
  g_autoptr (TendClock) clock = tend_clock_new ();
  double start = bench_now ();
  TendTodayPage *page = tend_today_page_new (book, clock);
  double taken;

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  while (find (GTK_WIDGET (page), "TendTodayRow") == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_wait_painted (window);
  taken = bench_now () - start;
  adw_window_set_content (ADW_WINDOW (window), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return taken;
}

int
main (int   argc,
      char *argv[])
{
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();
  g_autoptr (TendBook) book = NULL;
  sqlite3_stmt *statement;
  GtkWidget *window;
  sqlite3 *raw;

  if (argc < 2)
    return 2;

  adw_init ();
  book = bench_open (argv[1], TEND_BOOK_READ_ONLY);
  tend_book_set_user (book, 0);
  raw = raw_open (argv[1], FALSE);
  statement = raw_prepare (raw, candidates);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 900);
  gtk_window_present (GTK_WINDOW (window));
  bench_wait_painted (window);

  /* The first fills the caches. */
  for (guint round = 0; round < bench_rounds () + 1; round++)
    {
      double a = show (window, book);
      double b = query (statement);

      if (round > 0)
        {
          bench_add (ours, a);
          bench_add (baseline, b);
        }
    }

  g_printerr ("%u lines\n", n_candidates);
  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
  sqlite3_finalize (statement);
  sqlite3_close (raw);

  return 0;
}
