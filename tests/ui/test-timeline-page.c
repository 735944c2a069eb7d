/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "core/entities/interaction.h"
#include "core/entities/need.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "support/keys.h"
#include "support/picture.h"
#include "support/rows.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/history-row.h"
#include "ui/accounts/timeline-page.h"
#include "ui/accounts/timeline-row.h"

typedef struct
{
  TendSample          sample;
  GtkWidget          *window;
  GtkWidget          *stack;      /* of the page and another one */
  TendTimelinePage   *page;
  GSimpleActionGroup *actions;
  GString            *activated;   /* the window's actions that were asked for */
} Fixture;

static void
on_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_string_append_printf (((Fixture *) data)->activated, "%s ", g_action_get_name (G_ACTION (action)));
}

static TendInstant
days_ago (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);

  return g_date_time_to_unix_usec (then);
}

static TendId
add_interaction (TendSample          *sample,
                 TendInteractionKind  kind,
                 int                  days,
                 const char          *summary)
{
  g_autoptr (TendInteractionRecord) record = tend_interaction_record_new ();

  record->account = sample->brauhaus;
  record->contact = sample->anna;
  record->manager = sample->jonas;
  record->kind = kind;
  record->at = days_ago (days);
  record->minutes = kind == TEND_INTERACTION_CALL ? 15 : 0;
  record->summary = g_strdup (summary);
  return tend_sample_add (sample, &record->base);
}

static void
add_others (TendSample *sample)
{
  g_autoptr (TendNeedRecord) need = tend_need_record_new ();
  g_autoptr (TendPulseRecord) pulse = tend_pulse_record_new ();
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();

  need->account = sample->brauhaus;
  need->kind = TEND_NEED_FAULT;
  need->title = g_strdup ("The second tap loses pressure");
  need->priority = TEND_PRIORITY_URGENT;
  tend_sample_add (sample, &need->base);
  pulse->account = sample->brauhaus;
  pulse->contact = sample->anna;
  pulse->at = days_ago (33);
  pulse->score = 8;
  pulse->comment = g_strdup ("Quick help, friendly people");
  tend_sample_add (sample, &pulse->base);
  product->name = g_strdup ("Draught system");
  purchase->account = sample->brauhaus;
  purchase->product = tend_sample_add (sample, &product->base);
  purchase->quantity = 3;
  purchase->yearly_value = 1234500;
  purchase->bought_on = g_strdup ("2024-03-01");
  tend_sample_add (sample, &purchase->base);
}

static void
fill (TendSample *sample)
{
  add_interaction (sample, TEND_INTERACTION_CALL, 1, "Talked about the pressure fault; a technician comes on Friday");
  add_interaction (sample, TEND_INTERACTION_E_MAIL, 3, "Sent the offer for the maintenance contract");
  add_interaction (sample, TEND_INTERACTION_VISIT, 40, "Walked through the new brewhouse with the head brewer");
  add_others (sample);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "log-contact", .activate = on_action, .parameter_type = "x" },
    { .name = "edit-interaction", .activate = on_action, .parameter_type = "x" },
    { .name = "edit-need", .activate = on_action, .parameter_type = "x" },
    { .name = "delete-interaction", .activate = on_action, .parameter_type = "x" },
  };

  tend_sample_init (&fixture->sample);
  fixture->activated = g_string_new (NULL);
  fixture->window = adw_window_new ();
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (fixture->actions));
  fixture->page = tend_timeline_page_new (fixture->sample.book);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 360 : 700, 700);
  fixture->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (fixture->stack), GTK_WIDGET (fixture->page), "timeline");
  gtk_stack_add_named (GTK_STACK (fixture->stack), gtk_label_new ("Another page"), "other");
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->stack);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  g_assert_finalize_object (page);
  g_object_unref (fixture->actions);
  g_string_free (fixture->activated, TRUE);
  tend_sample_clear (&fixture->sample);
}

static const char *
visible (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, "stack")));
}

static GListModel *
get_model (Fixture *fixture)
{
  GtkWidget *list = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, "list");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (get_model (fixture));
}

/* The row that shows the entry at @position; NULL while it is not there. */
static GtkWidget *
find_row (GtkWidget        *root,
          TendTimelineItem *item)
{
  if (TEND_IS_TIMELINE_ROW (root))
    return tend_timeline_row_get_item (TEND_TIMELINE_ROW (root)) == item ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, item);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
row_at (Fixture *fixture,
        guint    position)
{
  g_autoptr (TendTimelineItem) item = g_list_model_get_item (get_model (fixture), position);

  return item != NULL ? find_row (GTK_WIDGET (fixture->page), item) : NULL;
}

static const char *
text_of (GtkWidget  *row,
         const char *css_class)
{
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  while (child != NULL && !gtk_widget_has_css_class (child, css_class))
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? gtk_inscription_get_text (GTK_INSCRIPTION (child)) : NULL;
}

/* The row that is called so. */
static GtkWidget *
row_of (Fixture    *fixture,
        const char *title)
{
  for (guint i = 0; i < count (fixture); i++)
    {
      if (g_strcmp0 (text_of (row_at (fixture, i), "title"), title) == 0)
        return row_at (fixture, i);
    }

  return NULL;
}

#define CALL     "Talked about the pressure fault; a technician comes on Friday"
#define HANDOVER "Handed over from Paul Weiß to Jonas Brandt"
#define NEED     "The second tap loses pressure"

static void
show (Fixture *fixture)
{
  fill (&fixture->sample);
  tend_timeline_page_set_account (fixture->page, fixture->sample.brauhaus);
  wait_until (count (fixture) == 8);
  wait_until (g_strcmp0 (text_of (row_of (fixture, CALL), "line"), "Call · Anna Sommer · Jonas Brandt · 15 min") == 0);
  wait_until (row_of (fixture, HANDOVER) != NULL);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  show (fixture);
  g_assert_cmpstr (visible (fixture), ==, "list");
  g_assert_cmpstr (text_of (row_at (fixture, 0), "title"), ==, NEED);
  g_assert_cmpstr (text_of (row_of (fixture, HANDOVER), "line"), ==, "Handover · Paul moves to the north");
  g_assert_true (g_str_has_prefix (text_of (row_of (fixture, CALL), "when"), "Yesterday "));
  g_assert_cmpstr (text_of (row_at (fixture, 7), "line"), ==, "Bought · €\u00a012,345.00 a year");
  tend_test_picture (fixture->window, data != NULL ? "timeline-narrow" : "timeline");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { TendTimelineFilter filter; guint n; } table[] = {
    { TEND_TIMELINE_FILTER_CONTACT, 3 },      { TEND_TIMELINE_FILTER_NEEDS, 1 },     { TEND_TIMELINE_FILTER_SATISFACTION, 2 },
    { TEND_TIMELINE_FILTER_PURCHASES, 1 },    { TEND_TIMELINE_FILTER_HANDOVERS, 1 }, { TEND_TIMELINE_FILTER_ALL, 8 },
  };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      tend_timeline_page_set_filter (fixture->page, table[i].filter);
      wait_until (count (fixture) == table[i].n);
      g_assert_cmpstr (visible (fixture), ==, "list");
    }

  /* Nothing was done yet: that is said, and all is one button away. */
  tend_timeline_page_set_filter (fixture->page, TEND_TIMELINE_FILTER_FOLLOW_UPS);
  wait_until (g_strcmp0 (visible (fixture), "none") == 0);
  tend_test_picture (fixture->window, "timeline-none");
  tend_timeline_page_set_filter (fixture->page, TEND_TIMELINE_FILTER_HISTORY);
  wait_until (tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_HISTORY_ROW, NULL) != NULL);
  g_assert_cmpstr (visible (fixture), ==, "history");
  tend_test_picture (fixture->window, "timeline-history");

  tend_timeline_page_set_filter (fixture->page, TEND_TIMELINE_FILTER_ALL);
  wait_until (count (fixture) == 8);
  g_assert_null (tend_test_find (GTK_WIDGET (fixture->page), TEND_TYPE_HISTORY_ROW, NULL));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  tend_timeline_page_set_account (fixture->page, fixture->sample.bare);
  wait_until (g_strcmp0 (visible (fixture), "empty") == 0);
  tend_test_picture (fixture->window, "timeline-empty");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline.log-contact", NULL));
  g_assert_cmpstr (fixture->activated->str, ==, "log-contact ");
}

static gboolean
is_seen (Fixture   *fixture,
         GtkWidget *row)
{
  GtkWidget *scroller = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SCROLLED_WINDOW, "scroller");
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, scroller, &bounds) &&
         bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* What is logged while one looks stands on top, in sight. */
static void
test_new_row (Fixture       *fixture,
              gconstpointer  data)
{
  TendId id;

  tend_test_add_interactions (fixture->sample.book, fixture->sample.brauhaus, 300, days_ago (400), G_TIME_SPAN_DAY);
  tend_timeline_page_set_account (fixture->page, fixture->sample.brauhaus);
  wait_until (count (fixture) == 302);
  wait_until (is_seen (fixture, row_at (fixture, 0)));

  id = add_interaction (&fixture->sample, TEND_INTERACTION_CALL, 0, "Just now");
  wait_until (count (fixture) == 303);
  wait_until (is_seen (fixture, row_at (fixture, 0)));
  wait_until (g_strcmp0 (text_of (row_at (fixture, 0), "title"), "Just now") == 0);

  tend_test_set (fixture->sample.book, &tend_interaction_noun, id, "summary", "Changed");
  wait_until (g_strcmp0 (text_of (row_at (fixture, 0), "title"), "Changed") == 0);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  show (fixture);
  tend_test_point (fixture->window);
  gtk_widget_grab_focus (gtk_widget_get_parent (row_of (fixture, CALL)));
  tend_test_press ("Return", "e", "Delete", NULL);
  wait_until (g_strcmp0 (fixture->activated->str, "edit-interaction edit-interaction delete-interaction ") == 0);

  /* A need is deleted where needs are looked after. */
  gtk_widget_grab_focus (gtk_widget_get_parent (row_at (fixture, 0)));
  g_string_truncate (fixture->activated, 0);
  tend_test_press ("Delete", "Return", NULL);
  wait_until (g_strcmp0 (fixture->activated->str, "edit-need ") == 0);
}

/* What can be done with an entry is one click, or one key, away. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *menu;

  show (fixture);
  tend_test_point (fixture->window);
  gtk_widget_grab_focus (gtk_widget_get_parent (row_of (fixture, CALL)));
  tend_test_press ("shift+F10", NULL);
  wait_until ((menu = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER_MENU, NULL)) != NULL && gtk_widget_get_mapped (menu));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu))), ==, 2);
  gtk_popover_popdown (GTK_POPOVER (menu));

  /* What was handed over cannot be edited. */
  gtk_widget_grab_focus (gtk_widget_get_parent (row_of (fixture, HANDOVER)));
  tend_test_press ("shift+F10", "Return", "e", NULL);
  wait_idle ();
  gtk_widget_grab_focus (gtk_widget_get_parent (row_of (fixture, CALL)));
  tend_test_press ("e", NULL);
  wait_until (g_strcmp0 (fixture->activated->str, "edit-interaction ") == 0);
  g_assert_false (gtk_widget_get_mapped (menu));
}

/* What is not seen costs nothing. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkStack *stack = GTK_STACK (fixture->stack);

  fill (&fixture->sample);
  /* A window holds what lost the focus by being hidden, for as long as it lives (GTK 4.18). */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_stack_set_visible_child_name (stack, "other");
  wait_until (!gtk_widget_get_mapped (page));
  tend_timeline_page_set_account (fixture->page, fixture->sample.brauhaus);
  wait_idle ();
  g_assert_cmpuint (count (fixture), ==, 0);
  gtk_stack_set_visible_child_name (stack, "timeline");
  wait_until (count (fixture) == 8);

  /* What was read stays while one looks at another page of the account. */
  gtk_stack_set_visible_child_name (stack, "other");
  wait_until (!gtk_widget_get_mapped (page));
  g_assert_cmpuint (count (fixture), ==, 8);

  tend_timeline_page_set_account (fixture->page, 0);
  g_assert_cmpuint (count (fixture), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
#define ADD(name, narrow, function) \
  g_test_add ("/timeline-page/" name, Fixture, GINT_TO_POINTER (narrow), set_up, function, tear_down)
  ADD ("rows", 0, test_rows);
  ADD ("narrow", 1, test_rows);
  ADD ("filter", 0, test_filter);
  ADD ("empty", 0, test_empty);
  ADD ("new-row", 0, test_new_row);
  ADD ("keys", 0, test_keys);
  ADD ("menu", 0, test_menu);
  ADD ("hidden", 0, test_hidden);
#undef ADD

  return g_test_run ();
}
