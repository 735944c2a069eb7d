/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "support/keys.h"
#include "support/picture.h"
#include "support/rows.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/products/matrix-chooser.h"
#include "ui/products/matrix-page.h"
#include "ui/products/matrix-popover.h"
#include "ui/products/matrix-row.h"
#include "ui/settings.h"

#define N_PRODUCTS 24

typedef struct
{
  TendSample          sample;
  GtkWidget          *window;
  TendMatrixPage     *page;
  GSimpleActionGroup *actions;
  GString            *activated;
  TendId              products[N_PRODUCTS];
} Fixture;

static void
on_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_autofree char *target = g_variant_print (parameter, FALSE);

  g_string_append_printf (((Fixture *) data)->activated, "%s %s\n", g_action_get_name (G_ACTION (action)), target);
}

static void
buy (Fixture *fixture,
     TendId   account,
     guint    product,
     TendFit  fit,
     gboolean offered)
{
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendOpportunityRecord) opportunity = tend_opportunity_record_new ();

  purchase->account = opportunity->account = account;
  purchase->product = opportunity->product = fixture->products[product];
  purchase->fit = fit;
  purchase->fit_note = g_strdup ("Too loud for the cellar");
  opportunity->title = g_strdup ("More of it");
  tend_sample_add (&fixture->sample, &purchase->base);
  if (offered)
    tend_sample_add (&fixture->sample, &opportunity->base);
}

static void
say (Fixture    *fixture,
     guint       product,
     TendStance  stance)
{
  g_autoptr (TendWhitespaceRecord) record = tend_whitespace_record_new ();

  record->account = fixture->sample.bare;
  record->product = fixture->products[product];
  record->stance = stance;
  record->competitor = stance == TEND_STANCE_COMPETITOR ? g_strdup ("Kessel & Co") : NULL;
  record->until = stance == TEND_STANCE_COMPETITOR ? g_strdup ("2031-12-03") : NULL;
  tend_sample_add (&fixture->sample, &record->base);
}

static void
add_rows (Fixture *fixture)
{
  for (guint i = 0; i < N_PRODUCTS; i++)
    {
      g_autoptr (TendProductRecord) record = tend_product_record_new ();

      record->name = g_strdup_printf ("%c %s", 'A' + (int) i, i % 3 == 0 ? "Maintenance of heat exchangers and pumps" : "Support");
      fixture->products[i] = tend_sample_add (&fixture->sample, &record->base);
    }
  for (int fit = TEND_FIT_UNKNOWN; fit <= TEND_FIT_DOES_NOT; fit++)
    buy (fixture, fixture->sample.brauhaus, (guint) fit, fit, fit == TEND_FIT_PARTLY);
  for (int stance = TEND_STANCE_IN_HOUSE; stance <= TEND_STANCE_NOT_NEEDED; stance++)
    say (fixture, (guint) stance, stance);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "show-account", .activate = on_action, .parameter_type = "x" },
    { .name = "edit-whitespace", .activate = on_action, .parameter_type = "(xx)" },
    { .name = "set-stance", .activate = on_action, .parameter_type = "(xxs)" },
    { .name = "new-opportunity", .activate = on_action, .parameter_type = "(xxx)" },
  };

  tend_sample_init (&fixture->sample);
  add_rows (fixture);
  tend_settings_set_matrix_products (tend_settings_get_default (), NULL, 0);
  fixture->activated = g_string_new (NULL);
  fixture->window = adw_window_new ();
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (fixture->actions));
  fixture->page = tend_matrix_page_new (fixture->sample.book);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), g_strcmp0 (data, "narrow") == 0 ? 360 : 900, 640);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  wait_until (G_OBJECT (page)->ref_count == 1);
  g_assert_finalize_object (page);
  g_object_unref (fixture->actions);
  g_string_free (fixture->activated, TRUE);
  tend_sample_clear (&fixture->sample);
}

/* The row of an account; NULL where there is none. */
static TendMatrixRow *
find_row (GtkWidget  *widget,
          const char *name)
{
  if (TEND_IS_MATRIX_ROW (widget) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *description = tend_matrix_row_dup_description (TEND_MATRIX_ROW (widget));

      if (g_str_has_prefix (description, name))
        return TEND_MATRIX_ROW (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TendMatrixRow *row = find_row (child, name);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static gboolean
says (Fixture    *fixture,
      const char *name,
      const char *text)
{
  TendMatrixRow *row = find_row (GTK_WIDGET (fixture->page), name);
  g_autofree char *description = row != NULL ? tend_matrix_row_dup_description (row) : g_strdup ("");

  return g_str_has_suffix (description, text);
}

static void
test_squares (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const buyer[] = { "Has it, fit not judged", "Fits", "Fits partly · opportunity open", "Does not fit", "Not known" };
  static const char *const other[] = { "Not known", "Does it in-house", "Has it from a competitor", "Not needed", "Not known" };
  TendMatrixRow *row;

  wait_until (says (fixture, "Brauhaus", buyer[0]));
  row = find_row (GTK_WIDGET (fixture->page), "Brauhaus");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  for (guint i = 0; i < G_N_ELEMENTS (buyer); i++)
    {
      g_assert_true (says (fixture, "Brauhaus", buyer[i]));
      g_assert_true (says (fixture, "Hofladen", other[i]));
      g_assert_true (tend_test_activate_key (GTK_WIDGET (row), GDK_KEY_Right));
    }
  g_assert_true (tend_test_activate_key (GTK_WIDGET (row), GDK_KEY_Left));
  g_assert_true (says (fixture, "Brauhaus", "E Support: Not known"));
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (GTK_WIDGET (fixture->page), "matrix");

  /* The cursor stays in the last of the twenty columns, which is brought into sight. */
  for (guint i = 0; i < 30; i++)
    tend_test_activate_key (GTK_WIDGET (row), GDK_KEY_Right);
  g_assert_true (says (fixture, "Brauhaus", "T Support: Not known"));
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (GTK_WIDGET (fixture->page), "matrix-end");

  say (fixture, 19, TEND_STANCE_IN_HOUSE);
  wait_until (says (fixture, "Hofladen", "T Support: Does it in-house"));
}

static void
test_popover (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *opportunity = g_strdup_printf ("new-opportunity (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 0)",
                                                  fixture->sample.brauhaus, fixture->products[1]);
  g_autofree char *stance = g_strdup_printf ("set-stance (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 'not-needed')",
                                             fixture->sample.bare, fixture->products[2]);
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *popover;

  wait_until (says (fixture, "Brauhaus", "Has it, fit not judged"));
  gtk_widget_grab_focus (GTK_WIDGET (find_row (page, "Brauhaus")));
  tend_test_activate_key (GTK_WIDGET (find_row (page, "Brauhaus")), GDK_KEY_Right);
  g_assert_true (tend_test_activate_key (GTK_WIDGET (find_row (page, "Brauhaus")), GDK_KEY_Return));
  popover = tend_test_find (page, TEND_TYPE_MATRIX_POPOVER, NULL);
  g_assert_nonnull (popover);
  wait_until (tend_test_says (popover, "✓ Fits"));
  wait_until (tend_test_says (popover, "Too loud for the cellar"));
  /* What is bought is not in-house. */
  g_assert_null (tend_test_find_button (popover, "_In-House"));
  g_signal_emit_by_name (tend_test_find_button (popover, "New _Opportunity…"), "clicked");
  wait_until (strstr (fixture->activated->str, opportunity) != NULL);
  wait_until (tend_test_find (page, TEND_TYPE_MATRIX_POPOVER, NULL) == NULL);

  tend_test_activate_key (GTK_WIDGET (find_row (page, "Hofladen")), GDK_KEY_Right);
  g_assert_true (tend_test_activate_key (GTK_WIDGET (find_row (page, "Hofladen")), GDK_KEY_Return));
  popover = tend_test_find (page, TEND_TYPE_MATRIX_POPOVER, NULL);
  wait_until (tend_test_says (popover, "Kessel & Co, until 3 December 2031"));
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (popover, "matrix-popover");
  g_signal_emit_by_name (tend_test_find_button (popover, "Not _Needed"), "clicked");
  wait_until (strstr (fixture->activated->str, stance) != NULL);
}

static void
test_chooser (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree TendId *chosen = NULL;
  gsize n_chosen;
  AdwDialog *dialog;
  TendId two[2] = { fixture->products[3], fixture->products[1] };

  tend_settings_set_matrix_products (tend_settings_get_default (), two, 2);
  wait_until (says (fixture, "Brauhaus", "D Maintenance of heat exchangers and pumps: Does not fit"));
  dialog = tend_matrix_chooser_new (fixture->sample.book, two, 2);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  wait_until (tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, NULL) != NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  tend_test_picture (fixture->window, "matrix-chooser");
  /* The first by name is not chosen yet. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tend_test_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  chosen = tend_settings_dup_matrix_products (tend_settings_get_default (), &n_chosen);
  g_assert_cmpuint (n_chosen, ==, 3);
  g_assert_cmpint (chosen[0], ==, fixture->products[3]);
  g_assert_cmpint (chosen[2], ==, fixture->products[0]);

  /* Those of another book are not here: the first by name again. */
  two[0] = 12;
  two[1] = 13;
  tend_settings_set_matrix_products (tend_settings_get_default (), two, 2);
  wait_until (says (fixture, "Brauhaus", "A Maintenance of heat exchangers and pumps: Has it, fit not judged"));
  adw_dialog_force_close (dialog);
  wait_idle ();
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  TendMatrixRow *row;

  wait_until (says (fixture, "Brauhaus", "Has it, fit not judged"));
  row = find_row (GTK_WIDGET (fixture->page), "Brauhaus");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  for (guint i = 0; i < 6; i++)
    tend_test_activate_key (GTK_WIDGET (row), GDK_KEY_Right);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 360);
  tend_test_picture (GTK_WIDGET (fixture->page), "matrix-narrow");
}

int
main (int    argc,
      char **argv)
{
  tend_test_init_ui (&argc, &argv);
#define ADD(name, data, function) g_test_add ("/matrix-page/" name, Fixture, data, set_up, function, tear_down)
  ADD ("squares", NULL, test_squares);
  ADD ("popover", NULL, test_popover);
  ADD ("chooser", NULL, test_chooser);
  ADD ("narrow", "narrow", test_narrow);
#undef ADD
  return g_test_run ();
}
