/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-detail BOOK: selecting the first account to its page drawn. Drawn is when the last of the frames that followed was
 * painted: nothing is waited for by name, so that whatever the page reads counts. */
#include <adwaita.h>

#include "bench.h"
#include "fling.h"
#include "ui/accounts/account-page.h"

/* µs without a frame, after which no more comes. */
#define QUIET 150000

typedef struct
{
  TendBook        *book;
  TendAccountPage *page;
  GtkWidget       *window;
  GPtrArray       *accounts;   /* the first, and one that stands between */
  double           painted;    /* when the last frame was */
} View;

static void
on_painted (View *view)
{
  view->painted = bench_now ();
}

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_quiet (View *view)
{
  double last = bench_now ();

  while (bench_now () - MAX (last, view->painted) < QUIET)
    g_main_context_iteration (NULL, TRUE);
}

/* µs from the choice to the last frame that it caused. */
static double
select_account (View *view,
                guint number)
{
  double start;

  wait_quiet (view);
  start = bench_now ();
  view->painted = start;
  tend_account_page_set_account (view->page, g_ptr_array_index (view->accounts, number));
  wait_quiet (view);

  return view->painted - start;
}

static void
open_view (View       *view,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);
  g_autoptr (GArray) ids = NULL;

  view->book = bench_open (path, TEND_BOOK_READ_ONLY);
  tend_query_set_sort (query, "newest", FALSE);
  ids = tend_book_list (view->book, query, &error);
  bench_check (error, "list");
  view->accounts = tend_book_load (view->book, &tend_account_noun, (const TendId *) (gpointer) ids->data, 2, &error);
  bench_check (error, "load");
  view->page = tend_account_page_new (view->book);
  view->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (view->window), GTK_WIDGET (view->page));
  gtk_window_set_default_size (GTK_WINDOW (view->window), 800, 900);
  gtk_window_present (GTK_WINDOW (view->window));
  bench_wait_painted (view->window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (view->window), "after-paint", G_CALLBACK (on_painted), view);
}

int
main (int   argc,
      char *argv[])
{
  GArray *ours = bench_samples ();
  View view = { 0 };

  if (argc < 2)
    return 2;

  adw_init ();
  g_timeout_add (5, wake, NULL);
  open_view (&view, argv[1]);
  for (guint i = 0; i < bench_rounds () + 2; i++)
    {
      double taken;

      select_account (&view, 1);
      taken = select_account (&view, 0);
      if (i >= 2)
        bench_add (ours, taken);
    }

  bench_report ("ours", "us", ours);

  return 0;
}
