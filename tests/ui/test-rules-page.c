/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "core/entities/account.h"
#include "support/find.h"
#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/preferences/rule-words.h"
#include "ui/preferences/rules-page.h"
#include "ui/widgets/dialog-focus.h"

typedef struct
{
  TendSample  sample;
  GtkWidget  *window;
  AdwDialog  *dialog;
} Fixture;

static GtkWidget *
find (Fixture    *fixture,
      const char *name)
{
  GtkWidget *found = tend_test_find_named (GTK_WIDGET (fixture->dialog), name);

  g_assert_nonnull (found);
  return found;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  tend_dialog_focus_watch (GTK_WINDOW (fixture->window));
  /* 360, and the border that a window has without a compositor. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 370 : 800, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = g_object_ref (tend_preferences_dialog_new (tend_settings_get_default (), fixture->sample.book));
  adw_dialog_present (fixture->dialog, fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  adw_preferences_dialog_set_visible_page (ADW_PREFERENCES_DIALOG (fixture->dialog),
                                           ADW_PREFERENCES_PAGE (tend_test_find (GTK_WIDGET (fixture->dialog), TEND_TYPE_RULES_PAGE, NULL)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (fixture->dialog);
  wait_until (G_OBJECT (fixture->dialog)->ref_count == 1);
  g_assert_finalize_object (fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  tend_sample_clear (&fixture->sample);
}

static void
open_section (Fixture    *fixture,
              const char *id)
{
  gtk_widget_activate (find (fixture, id));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
close_section (Fixture *fixture)
{
  adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (fixture->dialog));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static int
in_book (Fixture    *fixture,
         const char *name)
{
  TendRules rules;

  g_assert_true (tend_book_get_rules (fixture->sample.book, &rules, NULL));
  return tend_rules_get (&rules, tend_rules_find (name));
}

static void
type (GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkWidget *
group_of (GtkWidget *row)
{
  return gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* What is typed is checked while it is typed, and holds in the book once it is done. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  tend_test_picture (fixture->window, "rules");
  open_section (fixture, "contact");
  row = find (fixture, "cadence-a");
  wait_until (gtk_widget_get_sensitive (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "14 days");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");

  type (row, "9999");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "From 0 to 3650 days.");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  tend_test_picture (fixture->window, "rules-wrong");
  type (row, "two weeks");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  adw_spin_row_update (ADW_SPIN_ROW (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "14 days");
  g_assert_false (gtk_widget_has_css_class (row, "error"));

  type (row, "21 d");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  adw_spin_row_update (ADW_SPIN_ROW (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "21 days");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Usual: 14 days.");
  wait_until (in_book (fixture, "cadence-a") == 21);
}

/* A number that depends on its neighbours moves their borders; all healths are computed by it. */
static void
test_bands (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendRecord) before = tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);
  const TendField *band = tend_noun_get_field (&tend_account_noun, "health_band");
  GtkWidget *steady;
  GtkWidget *watch;

  g_assert_cmpint (tend_record_get_int (before, band), ==, TEND_BAND_WATCH);
  open_section (fixture, "bands");
  steady = find (fixture, "band-steady");
  watch = find (fixture, "band-watch");
  wait_until (gtk_widget_get_sensitive (watch));
  type (watch, "60");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (watch)), ==, "From 1 to 59 points.");
  type (watch, "59");
  adw_spin_row_update (ADW_SPIN_ROW (watch));
  type (steady, "59");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (steady)), ==, "From 60 to 79 points.");
  wait_until (in_book (fixture, "band-watch") == 59);
  for (;;)
    {
      g_autoptr (TendRecord) now = tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);

      if (tend_record_get_int (now, band) == TEND_BAND_AT_RISK)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* One group, and all; each can be taken back. */
static void
test_reset (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;
  GtkWidget *reset;

  open_section (fixture, "workload");
  row = find (fixture, "hours-a");
  wait_until (gtk_widget_get_sensitive (row));
  reset = find_button (group_of (row), "_Reset");
  g_assert_false (gtk_widget_get_visible (reset));
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 20);
  adw_spin_row_set_value (ADW_SPIN_ROW (find (fixture, "red-percent")), 110);
  g_assert_true (gtk_widget_get_visible (reset));
  tend_test_picture (fixture->window, "rules-changed");
  wait_until (in_book (fixture, "red-percent") == 110);

  g_signal_emit_by_name (reset, "clicked");
  wait_until (in_book (fixture, "hours-a") == 16);
  g_assert_cmpint (in_book (fixture, "red-percent"), ==, 110);
  tend_test_picture (fixture->window, "rules-reset");
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->dialog), "_Undo"), "clicked");
  wait_until (in_book (fixture, "hours-a") == 20);

  close_section (fixture);
  tend_test_picture (fixture->window, data != NULL ? "rules-marked-narrow" : "rules-marked");
  gtk_widget_activate (tend_test_find (GTK_WIDGET (fixture->dialog), ADW_TYPE_BUTTON_ROW, NULL));
  wait_until (in_book (fixture, "hours-a") == 16);
  g_assert_cmpint (in_book (fixture, "red-percent"), ==, 100);
}

/* Every part of it, as wide as it is and narrow: it must fit. */
static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  guint n_sections;
  const TendRuleSection *sections = tend_rule_words_get_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *name = g_strconcat ("rules-", sections[i].id, data != NULL ? "-narrow" : "", NULL);

      open_section (fixture, sections[i].id);
      wait_until (gtk_widget_get_sensitive (find (fixture, sections[i].groups[0].rules[0].name)));
      tend_test_picture (fixture->window, name);
      g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, data != NULL ? 370 : 800);
      close_section (fixture);
    }
}

static guint
count_named (const char *name)
{
  guint n_sections;
  guint n = 0;
  const TendRuleSection *sections = tend_rule_words_get_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    for (guint j = 0; j < sections[i].n_groups; j++)
      for (guint k = 0; k < sections[i].groups[j].n_rules; k++)
        n += strcmp (sections[i].groups[j].rules[k].name, name) == 0;

  return n;
}

/* Every number that something reads can be found, once. */
static void
test_complete (void)
{
  static const char *const unread[] = { "digest-from", "lead-after-days", "cover-days", NULL };
  guint n_fields;
  const TendRuleField *fields = tend_rules_get_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (count_named (fields[i].name) != (g_strv_contains (unread, fields[i].name) ? 0u : 1u))
        g_error ("%s stands on the page %u times", fields[i].name, count_named (fields[i].name));
    }
}

static void
test_parse (void)
{
  static const struct { TendRuleUnit unit; const char *text; int value; } table[] = {
    { TEND_RULE_UNIT_DAYS, "14", 14 },         { TEND_RULE_UNIT_DAYS, " 14 days ", 14 }, { TEND_RULE_UNIT_DAYS, "1 days", 1 },
    { TEND_RULE_UNIT_DAYS, "14 Day", 14 },     { TEND_RULE_UNIT_DAYS, "14d", 14 },       { TEND_RULE_UNIT_DAYS, "14 weeks", -1 },
    { TEND_RULE_UNIT_DAYS, "", -1 },           { TEND_RULE_UNIT_DAYS, "-1", -1 },        { TEND_RULE_UNIT_DAYS, "1.5", -1 },
    { TEND_RULE_UNIT_DAYS, "99999999999", -1 }, { TEND_RULE_UNIT_DAYS, "days", -1 },     { TEND_RULE_UNIT_PERCENT, "85%", 85 },
    { TEND_RULE_UNIT_PERCENT, "85 %", 85 },    { TEND_RULE_UNIT_PERCENT, "85 points", -1 }, { TEND_RULE_UNIT_OF_TEN, "4 of 10", 4 },
    { TEND_RULE_UNIT_TIMES, "2 ×", 2 },        { TEND_RULE_UNIT_PLAIN, "7", 7 },         { TEND_RULE_UNIT_PLAIN, "7 days", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      int value = -1;

      if (!tend_rule_words_parse (table[i].unit, table[i].text, &value))
        value = -1;
      if (value != table[i].value)
        g_error ("“%s”: %d", table[i].text, value);
    }
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/rules-page/typed", NULL, test_typed);
  ADD ("/rules-page/bands", NULL, test_bands);
  ADD ("/rules-page/reset", NULL, test_reset);
  ADD ("/rules-page/reset/narrow", "narrow", test_reset);
  ADD ("/rules-page/sections", NULL, test_sections);
  ADD ("/rules-page/sections/narrow", "narrow", test_sections);
  g_test_add_func ("/rules-page/complete", test_complete);
  g_test_add_func ("/rules-page/parse", test_parse);

  return g_test_run ();
}
