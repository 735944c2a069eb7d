/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/gradual-list.h"

#include "support/wait.h"

/* A list of strings whose selection is a GtkMultiSelection, as it is seen through a TendGradualList; and a copy of it that
 * is kept by its signals alone, as a view keeps one. */
#define IN_SIGHT 4

typedef struct
{
  GtkStringList   *strings;
  TendGradualList *gradual;
  GPtrArray       *seen;
  guint            largest;  /* step from an empty list on */
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->seen->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->seen, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->seen, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (fixture->seen->len, ==, g_list_model_get_n_items (model));
  if (fixture->seen->len <= 224)
    fixture->largest = MAX (fixture->largest, added);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkSelectionModel *selection;

  fixture->strings = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (fixture->strings))));
  fixture->gradual = tend_gradual_list_new (selection, IN_SIGHT);
  fixture->seen = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->gradual, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->gradual);
  g_object_unref (fixture->strings);
  g_ptr_array_unref (fixture->seen);
}

static void
splice (Fixture *fixture,
        guint    position,
        guint    removed,
        guint    added,
        char     letter)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < added; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%c%u", letter, i));
  strings = g_strv_builder_end (builder);
  gtk_string_list_splice (fixture->strings, position, removed, (const char *const *) strings);
}

/* What is shown is a beginning of the list, and what was told of is what is shown. */
static void
check (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->gradual));

  g_assert_cmpuint (fixture->seen->len, ==, n);
  g_assert_cmpuint (n, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->strings)));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->gradual), i);

      g_assert_true (item == g_ptr_array_index (fixture->seen, i));
      g_assert_cmpstr (gtk_string_object_get_string (item), ==, gtk_string_list_get_string (fixture->strings, i));
    }
}

static void
finish (Fixture *fixture)
{
  wait_until (tend_gradual_list_get_whole (fixture->gradual));
  check (fixture);
  g_assert_cmpuint (fixture->seen->len, ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->strings)));
}

static void
test_fill (Fixture       *fixture,
           gconstpointer  data)
{
  splice (fixture, 0, 0, 100000, 'a');
  g_assert_false (tend_gradual_list_get_whole (fixture->gradual));
  g_assert_cmpuint (fixture->seen->len, ==, (IN_SIGHT + 2) / 3);

  while (!tend_gradual_list_get_whole (fixture->gradual))
    {
      g_main_context_iteration (NULL, TRUE);
      check (fixture);
    }

  finish (fixture);
  g_assert_cmpuint (fixture->largest, <=, 24);
  g_assert_cmpuint (fixture->largest, >, 0);
}

static void
test_few (Fixture       *fixture,
          gconstpointer  data)
{
  splice (fixture, 0, 0, 3, 'a');
  g_assert_true (tend_gradual_list_get_whole (fixture->gradual));
  check (fixture);
  g_assert_cmpuint (fixture->seen->len, ==, 3);

  /* Whatever comes to a list that stands comes at once. */
  splice (fixture, 1, 1, 500, 'b');
  g_assert_true (tend_gradual_list_get_whole (fixture->gradual));
  finish (fixture);
}

static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    guint position, removed, added;
  } changes[] = {
    { 0, 0, 1 }, { 2, 2, 0 }, { 1, 1, 40 }, { 0, 30, 2 }, { 300, 5, 5 }, { 0, 900, 0 }, { 0, 0, 700 }, { 3, 200, 1 },
  };

  for (guint n_steps = 0; n_steps < 5; n_steps++)
    {
      splice (fixture, 0, 0, 1000, 'a');
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          for (guint step = 0; step < n_steps; step++)
            g_main_context_iteration (NULL, FALSE);
          check (fixture);
          splice (fixture, changes[i].position, changes[i].removed, changes[i].added, (char) ('b' + i));
          check (fixture);
        }
      finish (fixture);
      splice (fixture, 0, g_list_model_get_n_items (G_LIST_MODEL (fixture->strings)), 0, 'a');
      finish (fixture);
    }
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  splice (fixture, 0, 0, 5000, 'a');
  tend_gradual_list_finish (fixture->gradual);
  g_assert_true (tend_gradual_list_get_whole (fixture->gradual));
  finish (fixture);
  tend_gradual_list_finish (fixture->gradual);
  finish (fixture);
}

/* The selection is of the whole list all the time. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSelectionModel *gradual = GTK_SELECTION_MODEL (fixture->gradual);
  g_autoptr (GtkBitset) all = NULL;

  splice (fixture, 0, 0, 1000, 'a');
  g_main_context_iteration (NULL, FALSE);
  g_assert_false (tend_gradual_list_get_whole (fixture->gradual));
  g_assert_true (gtk_selection_model_select_all (gradual));
  all = gtk_selection_model_get_selection (gradual);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 1000);
  g_assert_true (gtk_selection_model_select_item (gradual, 900, TRUE));
  finish (fixture);
  g_assert_true (gtk_selection_model_is_selected (gradual, 900));
  g_assert_false (gtk_selection_model_is_selected (gradual, 0));
}

static void
test_two_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  Fixture other = { 0 };

  set_up (&other, NULL);
  splice (fixture, 0, 0, 1000, 'a');
  splice (&other, 0, 0, 2000, 'b');
  g_main_context_iteration (NULL, FALSE);
  /* One that goes away leaves the other growing. */
  finish (fixture);
  splice (fixture, 0, 1000, 0, 'a');
  splice (fixture, 0, 0, 1000, 'c');
  tear_down (&other, NULL);
  finish (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, test) g_test_add ("/gradual-list/" name, Fixture, NULL, set_up, test, tear_down)
  add ("fill", test_fill);
  add ("few", test_few);
  add ("changed-meanwhile", test_changed_meanwhile);
  add ("finish", test_finish);
  add ("selection", test_selection);
  add ("two-at-once", test_two_at_once);
#undef add

  return g_test_run ();
}
