/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-timeline BOOK: flinging through the timeline of the account that has most interactions, on the real page with its
 * months, beside the same row over a GtkStringList. */
#include <adwaita.h>

#include "bench.h"
#include "fling.h"
#include "raw.h"
#include "ui/accounts/timeline-page.h"
#include "ui/accounts/timeline-row.h"

#define RING 256

/* Entries that stand in for the rows of the list of strings. */
static GPtrArray *ring;
static TendTimelineNames *names;

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, tend_timeline_row_new ());
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  tend_timeline_row_set_item (TEND_TIMELINE_ROW (gtk_list_item_get_child (item)),
                              g_ptr_array_index (ring, gtk_list_item_get_position (item) % RING), names);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  tend_timeline_row_set_item (TEND_TIMELINE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static TendId
find_busiest (const char *path)
{
  sqlite3 *database = raw_open (path, FALSE);
  sqlite3_stmt *statement =
    raw_prepare (database, "SELECT account FROM interaction GROUP BY account ORDER BY count(*) DESC LIMIT 1");
  TendId account;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  account = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return account;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
show (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  gtk_window_present (GTK_WINDOW (window));
  bench_wait_painted (window);

  return window;
}

/* The first entries, all read. */
static void
make_ring (GListModel *model)
{
  ring = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < RING; i++)
    {
      TendTimelineItem *item = g_list_model_get_item (model, i);

      g_ptr_array_add (ring, item);
      while (!tend_entity_get_loaded (tend_timeline_item_get_entity (item)))
        g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
make_plain (guint n)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (strings, "row");
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (strings))), factory);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "timeline");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

int
main (int   argc,
      char *argv[])
{
  GArray *ours = bench_samples ();
  GArray *baseline = bench_samples ();
  TendBook *book;
  TendId account;
  TendTimelinePage *page;
  GListModel *model;
  GtkWidget *windows[2];
  GtkWidget *scrolled;
  GtkWidget *plain;

  if (argc < 2)
    return 2;

  adw_init ();
  account = find_busiest (argv[1]);
  book = bench_open (argv[1], TEND_BOOK_READ_ONLY);
  names = tend_timeline_names_new (book);
  tend_timeline_names_set_account (names, account);
  page = tend_timeline_page_new (book);
  tend_timeline_page_set_account (page, account);
  windows[0] = show (GTK_WIDGET (page));
  /* Below the filter, which has a list of its own. */
  scrolled = find (gtk_widget_get_last_child (adw_bin_get_child (ADW_BIN (page))), GTK_TYPE_SCROLLED_WINDOW);
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (scrolled, GTK_TYPE_LIST_VIEW))));
  while (g_list_model_get_n_items (model) < 100000)
    g_main_context_iteration (NULL, TRUE);
  make_ring (model);
  plain = make_plain (g_list_model_get_n_items (model));
  windows[1] = show (plain);

  for (guint i = 0; i < bench_rounds () + 1; i++)
    {
      bench_fling (windows[0], GTK_SCROLLED_WINDOW (scrolled), i > 0 ? ours : NULL);
      bench_fling (windows[1], GTK_SCROLLED_WINDOW (plain), i > 0 ? baseline : NULL);
    }

  bench_report ("ours", "us", ours);
  bench_report ("baseline", "us", baseline);

  return 0;
}
