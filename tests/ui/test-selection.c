/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/selection.h"

#include "models/entity-list-model.h"
#include "models/follow-up-list-model.h"
#include "support/fake-clock.h"
#include "support/notify-counter.h"
#include "support/rows.h"
#include "support/temp-book.h"
#include "support/wait.h"

/* Passes on a list and counts how often an object is asked for. */
#define COUNTED_TYPE_LIST (counted_list_get_type ())
G_DECLARE_FINAL_TYPE (CountedList, counted_list, COUNTED, LIST, GObject)

struct _CountedList
{
  GObject     parent_instance;

  TendIdList *list;
  guint       n_asked;
};

static GType
counted_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (COUNTED_LIST (model)->list));
}

static guint
counted_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (COUNTED_LIST (model)->list));
}

static gpointer
counted_list_get_item (GListModel *model,
                       guint       position)
{
  COUNTED_LIST (model)->n_asked++;

  return g_list_model_get_item (G_LIST_MODEL (COUNTED_LIST (model)->list), position);
}

static void
counted_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = counted_list_get_item_type;
  iface->get_n_items = counted_list_get_n_items;
  iface->get_item = counted_list_get_item;
}

static TendId
counted_list_get_id (TendIdList *list,
                     guint       position)
{
  return tend_id_list_get_id (COUNTED_LIST (list)->list, position);
}

static GArray *
counted_list_ref_ids (TendIdList *list)
{
  return tend_id_list_ref_ids (COUNTED_LIST (list)->list);
}

static void
counted_list_id_list_init (TendIdListInterface *iface)
{
  iface->get_id = counted_list_get_id;
  iface->ref_ids = counted_list_ref_ids;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CountedList, counted_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, counted_list_list_model_init)
                               G_IMPLEMENT_INTERFACE (TEND_TYPE_ID_LIST, counted_list_id_list_init))

static void
counted_list_dispose (GObject *object)
{
  g_clear_object (&COUNTED_LIST (object)->list);

  G_OBJECT_CLASS (counted_list_parent_class)->dispose (object);
}

static void
counted_list_class_init (CountedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = counted_list_dispose;
}

static void
counted_list_init (CountedList *self)
{
}

static CountedList *
counted_list_new (TendIdList *list)
{
  CountedList *self = g_object_new (COUNTED_TYPE_LIST, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);

  return self;
}

typedef struct
{
  TendBook            *book;
  char                *path;
  TendEntityListModel *model;
  CountedList         *counted;
  TendSelection       *selection;
} Fixture;

static void
wait_loaded (Fixture *fixture)
{
  wait_until (!tend_entity_list_model_get_loading (fixture->model));
  wait_idle ();
}

static void
set_query (Fixture    *fixture,
           const char *search,
           gboolean    descending)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_account_noun);

  tend_query_set_sort (query, "name", descending);
  tend_query_set_search (query, search);
  tend_entity_list_model_set_query (fixture->model, query);
  wait_loaded (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = tend_temp_book_new (&fixture->path);
  tend_test_add_accounts (fixture->book, GPOINTER_TO_UINT (data));
  fixture->model = tend_entity_list_model_new (fixture->book, NULL);
  set_query (fixture, NULL, FALSE);
  fixture->counted = counted_list_new (TEND_ID_LIST (fixture->model));
  fixture->selection = tend_selection_new (TEND_ID_LIST (fixture->counted));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->counted);
  g_assert_finalize_object (fixture->model);
  wait_idle ();
  tend_temp_book_free (fixture->book, fixture->path);
}

static TendId
get_id (Fixture *fixture,
        guint    position)
{
  return tend_id_list_get_id (TEND_ID_LIST (fixture->model), position);
}

static gboolean
is_selected (Fixture *fixture,
             guint    position)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->selection), position);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("An account"));
}

static GtkWidget *
show_list (Fixture *fixture)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (fixture->selection)), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 500);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  fixture->counted->n_asked = 0;

  return window;
}

static void
close_list (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  wait_idle ();
}

/* GTK asks for some 205 rows whatever a window shows, and for the first 256 once more when it looks where a row has gone. */
#define FEW 480

static void
test_select_all_asks_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *window = show_list (fixture);

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->selection));
  gtk_test_widget_wait_for_draw (window);
  g_test_message ("select all: %u objects asked for", fixture->counted->n_asked);
  g_assert_cmpuint (fixture->counted->n_asked, ==, 0);
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, 3000);
  close_list (window);
}

static void
test_sort_asks_little (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *window = show_list (fixture);

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->selection));
  set_query (fixture, NULL, TRUE);
  gtk_test_widget_wait_for_draw (window);
  g_test_message ("sorting anew: %u objects asked for", fixture->counted->n_asked);
  g_assert_cmpuint (fixture->counted->n_asked, <=, FEW);
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, 3000);
  g_assert_true (is_selected (fixture, 0));
  close_list (window);
}

static void
test_change_asks_little (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *window = show_list (fixture);

  tend_test_set (fixture->book, &tend_account_noun, get_id (fixture, 3), "notes", "Likes tea");
  wait_loaded (fixture);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (fixture->counted->n_asked, ==, 0);

  tend_test_set (fixture->book, &tend_account_noun, get_id (fixture, 3), "name", "Account 0010 b");
  wait_loaded (fixture);
  gtk_test_widget_wait_for_draw (window);
  g_test_message ("one row moved: %u objects asked for", fixture->counted->n_asked);
  g_assert_cmpuint (fixture->counted->n_asked, <=, 10);
  close_list (window);
}

/* What is selected stays so wherever its row goes. */
static void
test_survives (Fixture       *fixture,
               gconstpointer  data)
{
  TendId first = get_id (fixture, 10);
  TendId second = get_id (fixture, 20);
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->selection), 10, TRUE);
  g_assert_cmpint (tend_selection_get_selected_id (fixture->selection), ==, first);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->selection), 20, FALSE);
  g_assert_cmpint (tend_selection_get_selected_id (fixture->selection), ==, 0);

  set_query (fixture, NULL, TRUE);
  g_assert_true (is_selected (fixture, 89));
  g_assert_true (is_selected (fixture, 79));
  g_assert_false (is_selected (fixture, 10));
  ids = tend_selection_dup_ids (fixture->selection);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, TendId, 0), ==, second);
  g_assert_cmpint (g_array_index (ids, TendId, 1), ==, first);

  set_query (fixture, "0010", FALSE);
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, 1);
  g_assert_cmpint (tend_selection_get_selected_id (fixture->selection), ==, first);
  set_query (fixture, NULL, FALSE);
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, 2);

  tend_test_delete (fixture->book, &tend_account_noun, first);
  wait_loaded (fixture);
  g_assert_cmpint (tend_selection_get_selected_id (fixture->selection), ==, second);
}

/* Whoever selects what a search found and then clears the search has not selected the book. */
static void
test_all_of_search (Fixture       *fixture,
                    gconstpointer  data)
{
  set_query (fixture, "account 001", FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 10);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->selection));
  set_query (fixture, NULL, FALSE);
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, 10);
  g_assert_true (is_selected (fixture, 10));
  g_assert_false (is_selected (fixture, 20));

  tend_test_add_account (fixture->book, "Account 0010 b", 0);
  wait_loaded (fixture);
  g_assert_false (is_selected (fixture, 11));
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, 10);
}

static void
assert_selected (Fixture        *fixture,
                 const gboolean *expected,
                 guint           n)
{
  g_autoptr (GtkBitset) whole = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (fixture->selection));
  g_autoptr (GtkBitset) part = gtk_selection_model_get_selection_in_range (GTK_SELECTION_MODEL (fixture->selection), 20, 30);
  guint n_selected = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (is_selected (fixture, i), ==, expected[i]);
      g_assert_cmpint (gtk_bitset_contains (whole, i), ==, expected[i]);
      g_assert_cmpint (gtk_bitset_contains (part, i), ==, expected[i] && i >= 20 && i < 50);
      n_selected += expected[i];
    }

  g_assert_cmpuint (gtk_bitset_get_size (whole), ==, n_selected);
  g_assert_cmpuint (tend_selection_get_n_selected (fixture->selection), ==, n_selected);
}

static void
change_randomly (GtkSelectionModel *model,
                 gboolean          *expected,
                 guint              n)
{
  guint at = (guint) g_test_rand_int_range (0, (gint32) n);
  guint length = (guint) g_test_rand_int_range (0, (gint32) (n - at) + 1);
  gboolean rest = g_test_rand_bit ();
  int act = g_test_rand_int_range (0, 12);

  if (((act == 0 || act == 1) && rest) || act == 6)
    memset (expected, 0, n * sizeof (gboolean));

  switch (act)
    {
    case 0:
      gtk_selection_model_select_item (model, at, rest);
      expected[at] = TRUE;
      break;
    case 1:
      gtk_selection_model_select_range (model, at, length, rest);
      for (guint i = at; i < at + length; i++)
        expected[i] = TRUE;
      break;
    case 2:
      gtk_selection_model_unselect_item (model, at);
      expected[at] = FALSE;
      break;
    case 3:
      gtk_selection_model_unselect_range (model, at, length);
      for (guint i = at; i < at + length; i++)
        expected[i] = FALSE;
      break;
    case 4:
      gtk_selection_model_select_all (model);
      for (guint i = 0; i < n; i++)
        expected[i] = TRUE;
      break;
    case 6:
      gtk_selection_model_unselect_all (model);
      break;
    default:
      gtk_selection_model_select_item (model, at, FALSE);
      expected[at] = TRUE;
      break;
    }
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  gboolean expected[100] = { FALSE };

  for (guint i = 0; i < 2000; i++)
    {
      change_randomly (GTK_SELECTION_MODEL (fixture->selection), expected, 100);
      assert_selected (fixture, expected, 100);
    }
}

static void
test_signals (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (NotifyCounter) changed = notify_counter_new (fixture->selection, "selection-changed");
  g_autoptr (NotifyCounter) n_selected = notify_counter_new (fixture->selection, "notify::n-selected");
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_item (model, 5, TRUE);
  gtk_selection_model_unselect_item (model, 6);
  gtk_selection_model_select_item (model, 5, FALSE);
  g_assert_cmpuint (changed->n, ==, 1);
  g_assert_cmpuint (n_selected->n, ==, 1);

  /* A change of the list tells once, however many splices it takes. */
  set_query (fixture, NULL, TRUE);
  g_assert_cmpuint (n_selected->n, ==, 2);

  tend_selection_select_id (fixture->selection, 0);
  tend_selection_select_id (fixture->selection, 0);
  g_assert_cmpuint (changed->n, ==, 2);
}

static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendFakeClock) clock = tend_fake_clock_new ("2026-11-25T12:00", "Europe/Berlin");
  g_autoptr (TendFollowUpListModel) agenda = NULL;
  g_autoptr (TendSelection) selection = NULL;
  guint start;
  guint end;

  tend_test_add_follow_up (fixture->book, get_id (fixture, 0), 0, "late", "2026-11-24T10:00");
  tend_test_add_follow_up (fixture->book, get_id (fixture, 0), 0, "today", "2026-11-25T18:00");
  agenda = tend_follow_up_list_model_new (fixture->book, TEND_CLOCK (clock));
  selection = tend_selection_new (TEND_ID_LIST (agenda));
  wait_until (!tend_follow_up_list_model_get_loading (agenda));

  gtk_section_model_get_section (GTK_SECTION_MODEL (selection), 1, &start, &end);
  g_assert_cmpuint (start, ==, 1);
  g_assert_cmpuint (end, ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (selection), 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, G_MAXUINT);
  g_clear_object (&selection);
  g_assert_finalize_object (g_steal_pointer (&agenda));
  wait_idle ();
}

static void
test_no_model (void)
{
  g_autoptr (TendSelection) selection = tend_selection_new (NULL);

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 0));
  g_assert_cmpuint (tend_selection_get_n_selected (selection), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (selection), 0));
}

#define ADD(name, n, func) \
  g_test_add ("/selection/" name, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("select-all-asks-nothing", 3000, test_select_all_asks_nothing);
  ADD ("sort-asks-little", 3000, test_sort_asks_little);
  ADD ("change-asks-little", 3000, test_change_asks_little);
  ADD ("survives", 100, test_survives);
  ADD ("all-of-search", 100, test_all_of_search);
  ADD ("random", 100, test_random);
  ADD ("signals", 100, test_signals);
  ADD ("sections", 10, test_sections);
  g_test_add_func ("/selection/no-model", test_no_model);

  return g_test_run ();
}
