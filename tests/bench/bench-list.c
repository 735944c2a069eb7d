/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-list query|memory|fling|open BOOK [SMALL-BOOK]: what the list of accounts costs, in a window of its own, with the
 * rows of the real one; and opening a book in the real window. bench-list plain COUNT: a GtkListView that is given as many
 * labels. */
#include <adwaita.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "models/account-list-model.h"
#include "ui/accounts/account-row.h"
#include "ui/application.h"
#include "ui/widgets/selection.h"
#include "ui/window.h"

#define FRAMES 60        /* a fling's */
#define STEP   2400.0    /* px between two frames of it: more than a window full */
#define RING   256

typedef struct
{
  TendBook             *book;
  TendAccountListModel *model;
  TendSelection        *selection;
  GtkWidget            *window;
  GtkWidget            *scrolled;
  GtkWidget            *list;
  gboolean              begun;   /* the rows of the newest query have begun to come */
} View;

/* Accounts that stand in for the rows of the list of strings. */
static GPtrArray *ring;

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, tend_account_row_new ());
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  TendAccount *account = gtk_list_item_get_item (item);

  tend_account_row_set_account (TEND_ACCOUNT_ROW (gtk_list_item_get_child (item)), account, NULL, FALSE, TEND_ACCOUNT_ROW_NEXT);
}

static void
on_bind_string (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  TendAccount *account = g_ptr_array_index (ring, gtk_list_item_get_position (item) % RING);

  tend_account_row_set_account (TEND_ACCOUNT_ROW (gtk_list_item_get_child (item)), account, NULL, FALSE, TEND_ACCOUNT_ROW_NEXT);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  tend_account_row_set_account (TEND_ACCOUNT_ROW (gtk_list_item_get_child (item)), NULL, NULL, FALSE, TEND_ACCOUNT_ROW_NEXT);
}

static void
show_view (View              *view,
           GtkSelectionModel *model,
           GCallback          bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  view->window = gtk_window_new ();
  view->scrolled = gtk_scrolled_window_new ();
  view->list = gtk_list_view_new (model, factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (view->scrolled), view->list);
  gtk_window_set_child (GTK_WINDOW (view->window), view->scrolled);
  gtk_window_set_default_size (GTK_WINDOW (view->window), 420, 800);
  gtk_window_present (GTK_WINDOW (view->window));
}

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
}

/* Runs until the view's next frame is painted. */
static void
wait_painted (View *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view->window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
rows_are_read (View *view)
{
  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (TendEntity) entity = g_list_model_get_item (G_LIST_MODEL (view->model), i);

      if (entity != NULL && !tend_entity_get_loaded (entity))
        return FALSE;
    }

  return TRUE;
}

static void
wait_shown (View *view)
{
  double start = bench_now ();
  double listed;
  guint n_frames = 0;

  while (!view->begun)
    g_main_context_iteration (NULL, TRUE);
  listed = bench_now ();
  do
    {
      wait_painted (view);
      n_frames++;
    }
  while (!rows_are_read (view));

  if (g_getenv ("TEND_BENCH_VERBOSE") != NULL)
    g_printerr ("%u rows: listed in %.1f ms, painted in %.1f (%u frames)\n", g_list_model_get_n_items (G_LIST_MODEL (view->model)),
                (listed - start) / 1e3, (bench_now () - listed) / 1e3, n_frames);
}

static void
on_rows_begin (View *view)
{
  view->begun = TRUE;
}

static void
wait_listed (TendAccountListModel *model)
{
  while (tend_entity_list_model_get_loading (TEND_ENTITY_LIST_MODEL (model)))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_view (View       *view,
           const char *path)
{
  view->book = bench_open (path, TEND_BOOK_READ_ONLY);
  view->model = tend_account_list_model_new (view->book);
  view->selection = tend_selection_new (TEND_ID_LIST (view->model));
  g_signal_connect_swapped (view->model, "items-changed", G_CALLBACK (on_rows_begin), view);
  show_view (view, GTK_SELECTION_MODEL (g_object_ref (view->selection)), G_CALLBACK (on_bind));
  wait_shown (view);
  wait_listed (view->model);
}

static double
sort_anew (View *view,
           guint number)
{
  static const char *const orders[] = { "city", "name", "tier" };
  double start = bench_now ();
  double taken;

  view->begun = FALSE;
  tend_account_list_model_set_sort (view->model, orders[number % G_N_ELEMENTS (orders)], number % 2 == 0);
  wait_shown (view);
  taken = bench_now () - start;
  /* The rows past those in sight come meanwhile; the next round is not to wait for them. */
  wait_listed (view->model);

  return taken;
}

static void
measure_query (const char *large,
               const char *small)
{
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();
  View views[2];

  open_view (&views[0], large);
  open_view (&views[1], small);
  for (guint i = 0; i < bench_rounds () + 3; i++)
    {
      double a = sort_anew (&views[0], i);
      double b = sort_anew (&views[1], i);

      if (i >= 3)
        {
          bench_add (ours, a);
          bench_add (baseline, b);
        }
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
}

/* Private dirty memory of the process, in bytes. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  malloc_trim (0);
  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "Private_Dirty:");

  return line != NULL ? atof (line + strlen ("Private_Dirty:")) * 1024 : 0;
}

/* All selected and sorted anew, which is when it holds most: the ids listed, those selected, and those in their own order. */
static void
measure_memory (const char *path)
{
  g_autoptr (TendBook) book = NULL;
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();

  /* What is given back goes back to the system: else the C library keeps it for the thread that listed, it is not missed
   * here, and what comes next is not seen to need any. */
  mallopt (M_MMAP_THRESHOLD, 1 << 20);
  book = bench_open (path, TEND_BOOK_READ_ONLY);
  for (guint i = 0; i < bench_rounds () + 1; i++)
    {
      double before;
      double n;

      /* The database's own cache fills once and is no part of the model; the ids are listed here for that alone. */
      g_array_unref (bench_list (book, &tend_account_noun, "city"));
      {
        g_autoptr (GArray) ids = bench_list (book, &tend_account_noun, "name");
        double with = get_memory ();

        n = ids->len;
        g_clear_pointer (&ids, g_array_unref);
        before = get_memory ();
        if (i > 0)
          bench_add (baseline, (with - before) / n);
      }
      {
        g_autoptr (TendAccountListModel) model = tend_account_list_model_new (book);
        g_autoptr (TendSelection) selection = tend_selection_new (TEND_ID_LIST (model));

        wait_listed (model);
        gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
        tend_account_list_model_set_sort (model, "city", FALSE);
        wait_listed (model);
        g_assert_cmpuint (tend_selection_get_n_selected (selection), ==, (guint) n);
        if (i > 0)
          bench_add (ours, (get_memory () - before) / n);
      }
    }

  bench_report ("ours", "B", ours);
  bench_report ("baseline", "B", baseline);
}

typedef struct
{
  View    *view;
  GArray  *samples;
  guint    n_left;
} Fling;

/* A frame takes from the time that GTK counts it from to the end of its painting. */
static void
on_frame_painted (GdkFrameClock *clock,
                  Fling         *fling)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fling->view->scrolled));
  double upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + STEP;

  if (fling->samples != NULL)
    bench_add (fling->samples, (double) (g_get_monotonic_time () - gdk_frame_clock_get_frame_time (clock)));
  if (fling->n_left > 0)
    fling->n_left--;
  gtk_adjustment_set_value (adjustment, value < upper ? value : 0);
}

static void
fling_view (View   *view,
            GArray *samples)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view->window);
  Fling fling = { view, samples, FRAMES };
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_painted), &fling);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (fling.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
make_ring (TendBook *book)
{
  g_autoptr (GArray) ids = bench_list (book, &tend_account_noun, "newest");
  g_autoptr (GError) error = NULL;

  ring = tend_book_load (book, &tend_account_noun, (const TendId *) (gpointer) ids->data, RING, &error);
  bench_check (error, "load");
}

static GtkStringList *
make_strings (guint n)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (strings, "row");

  return strings;
}

static void
measure_fling (const char *path)
{
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();
  View views[2];
  guint n;

  open_view (&views[0], path);
  make_ring (views[0].book);
  n = g_list_model_get_n_items (G_LIST_MODEL (views[0].model));
  show_view (&views[1], GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (make_strings (n)))),
             G_CALLBACK (on_bind_string));
  wait_painted (&views[1]);
  for (guint i = 0; i < bench_rounds () + 1; i++)
    {
      fling_view (&views[0], i > 0 ? ours : NULL);
      fling_view (&views[1], i > 0 ? baseline : NULL);
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);
}

/* A trace of the main thread: a stretch is what lies between two waits for something to happen; what a frame takes, from
 * the beginning of its update to the end of its painting, is drawing. Where other processes want the processors too, a
 * stretch is longer than the processor time that it took. */
static struct
{
  gboolean tracing;
  double   awake;
  double   drawing;
  double   frame_start;
  double   longest;
  double   awake_cpu;
  double   drawing_cpu;
  double   frame_start_cpu;
  double   longest_cpu;
} trace;

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void
begin_stretch (void)
{
  trace.awake = bench_now ();
  trace.awake_cpu = get_cpu ();
  trace.drawing = 0;
  trace.drawing_cpu = 0;
}

static void
end_stretch (void)
{
  double stretch = bench_now () - trace.awake - trace.drawing;
  double cpu = get_cpu () - trace.awake_cpu - trace.drawing_cpu;

  if (g_getenv ("TEND_BENCH_VERBOSE") != NULL && stretch > 2000)
    g_printerr ("stretch %.1f ms (%.1f of the processor; and %.1f drawing)\n", stretch / 1e3, cpu / 1e3, trace.drawing / 1e3);
  trace.longest = MAX (trace.longest, stretch);
  trace.longest_cpu = MAX (trace.longest_cpu, cpu);
}

static int
trace_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int n;

  if (trace.tracing)
    end_stretch ();
  n = g_poll (fds, n_fds, timeout);
  begin_stretch ();

  return n;
}

static void
on_frame_starts (void)
{
  trace.frame_start = bench_now ();
  trace.frame_start_cpu = get_cpu ();
}

static void
on_frame_ends (void)
{
  trace.drawing += bench_now () - trace.frame_start;
  trace.drawing_cpu += get_cpu () - trace.frame_start_cpu;
}

static void
begin_trace (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_frame_starts), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_frame_ends), NULL);
  begin_stretch ();
  trace.tracing = TRUE;
}

static void
end_trace (void)
{
  GArray *ours = bench_samples ();
  GArray *cpu = bench_samples ();

  trace.tracing = FALSE;
  bench_add (ours, trace.longest);
  bench_add (cpu, trace.longest_cpu);
  bench_report ("ours", "us", ours);
  bench_report ("cpu", "us", cpu);
}

static GtkWidget *
find_list (GtkWidget *widget,
           guint      n_items)
{
  if (GTK_IS_LIST_VIEW (widget))
    {
      GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (widget));

      return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) == n_items ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child, n_items);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Looking for the list is no work of the window's. */
static gboolean
is_open (GtkWidget *window,
         guint      n_accounts)
{
  double start = bench_now ();
  double start_cpu = get_cpu ();
  gboolean found = find_list (window, n_accounts) != NULL;

  trace.drawing += bench_now () - start;
  trace.drawing_cpu += get_cpu () - start_cpu;

  return found;
}

/* The real window, shown and idle; then it is told to open the book, until its list is whole and painted. */
static void
measure_open (const char *path,
              guint       n_accounts)
{
  g_autoptr (TendApplication) application = tend_application_new ();
  View view = { 0 };

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_main_context_set_poll_func (NULL, trace_poll);
  view.window = GTK_WIDGET (tend_window_new (application));
  gtk_window_present (GTK_WINDOW (view.window));
  wait_painted (&view);
  begin_trace (view.window);
  tend_window_open (TEND_WINDOW (view.window), path, TEND_BOOK_OPEN);
  while (!is_open (view.window, n_accounts))
    g_main_context_iteration (NULL, TRUE);
  wait_painted (&view);
  end_trace ();

  gtk_window_destroy (GTK_WINDOW (view.window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_setup_label (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind_label (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* What GTK alone does in one go for a list that nobody spreads: the same trace of a list of labels. */
static void
measure_plain (guint n)
{
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (make_strings (n))));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  View view = { 0 };

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_label), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_label), NULL);
  view.window = gtk_window_new ();
  view.list = gtk_list_view_new (NULL, factory);
  view.scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (view.scrolled), view.list);
  gtk_window_set_child (GTK_WINDOW (view.window), view.scrolled);
  gtk_window_set_default_size (GTK_WINDOW (view.window), 420, 800);
  g_main_context_set_poll_func (NULL, trace_poll);
  gtk_window_present (GTK_WINDOW (view.window));
  wait_painted (&view);
  begin_trace (view.window);
  gtk_list_view_set_model (GTK_LIST_VIEW (view.list), model);
  wait_painted (&view);
  end_trace ();
}

int
main (int   argc,
      char *argv[])
{
  const char *mode = argc > 2 ? argv[1] : "";

  adw_init ();
  if (g_str_equal (mode, "query") && argc > 3)
    measure_query (argv[2], argv[3]);
  else if (g_str_equal (mode, "memory"))
    measure_memory (argv[2]);
  else if (g_str_equal (mode, "fling"))
    measure_fling (argv[2]);
  else if (g_str_equal (mode, "open"))
    measure_open (argv[2], argc > 3 ? (guint) atoi (argv[3]) : 1000000);
  else if (g_str_equal (mode, "plain"))
    measure_plain ((guint) atoi (argv[2]));
  else
    return 2;

  return 0;
}
