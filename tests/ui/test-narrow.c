/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "support/language.h"
#include "support/picture.h"
#include "support/screen.h"
#include "support/temp-book.h"
#include "support/wait.h"
#include "ui/products/catalogue-page.h"
#include "ui/settings.h"
#include "ui/sidebar.h"
#include "ui/window-dialogs.h"

/* The narrowest window there is, in the language with the longer words as in the one that all is written in. */

typedef struct
{
  TendScreen  screen;
  const char *language;
  char       *path;      /* of a file that is imported; NULL: none */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  language)
{
  self->language = language;
  tend_test_speak (language);
  /* And the border that a window has without a compositor. */
  tend_settings_set_window (tend_settings_get_default (), 370, 720, FALSE);
  tend_screen_set_up (&self->screen, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  tend_screen_tear_down (&self->screen, NULL);
  if (self->path != NULL)
    g_remove (self->path);
  g_free (self->path);
  tend_test_speak ("en");
}

/* How many labels below @root that are on screen say less than they should. */
static guint
count_cut (GtkWidget *root)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (root))
    return 0;
  if (GTK_IS_LABEL (root) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (root))))
    {
      g_test_message ("cut: %s", gtk_label_get_text (GTK_LABEL (root)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_cut (child);

  return n;
}

static void
look (Fixture    *self,
      const char *name)
{
  g_autofree char *picture = g_strdup_printf ("narrow-%s-%s", self->language, name);
  GtkWidget *window = GTK_WIDGET (self->screen.window);
  AdwDialog *dialog = tend_screen_get_dialog (&self->screen);

  gtk_test_widget_wait_for_draw (window);
  gtk_test_widget_wait_for_draw (window);
  tend_test_picture (window, picture);
  g_test_message ("%s", picture);
  g_assert_cmpuint (count_cut (dialog != NULL ? GTK_WIDGET (dialog) : window), ==, 0);
}

static void
look_at_dialog (Fixture    *self,
                const char *action,
                GVariant   *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->screen.window), action, target));
  tend_screen_wait_dialog (&self->screen);
  look (self, action);
  tend_screen_close_dialog (&self->screen);
}

static TendId
add (Fixture        *self,
     const TendNoun *noun,
     const char     *name_field,
     const char     *name,
     TendId          product)
{
  g_autoptr (TendRecord) record = tend_record_new (noun);

  tend_record_set_int (record, tend_noun_get_field (noun, "account"), self->screen.sample.brauhaus);
  if (name_field != NULL)
    tend_record_set_text (record, tend_noun_get_field (noun, name_field), name);
  if (product != 0)
    tend_record_set_int (record, tend_noun_get_field (noun, "product"), product);
  return tend_sample_add (&self->screen.sample, record);
}

static TendId
add_product (Fixture *self)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();

  product->name = g_strdup ("Maintenance contract");
  return tend_sample_add (&self->screen.sample, &product->base);
}

static TendId
add_pulse (Fixture *self)
{
  g_autoptr (TendPulseRecord) pulse = tend_pulse_record_new ();

  pulse->account = self->screen.sample.brauhaus;
  pulse->manager = self->screen.sample.jonas;
  pulse->at = g_get_real_time ();
  return tend_sample_add (&self->screen.sample, &pulse->base);
}

static gboolean
is_mapped_button (GtkWidget  *root,
                  const char *action)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_mapped_button (child, action))
      return TRUE;

  return FALSE;
}

static gboolean
is_gone (GWeakRef *ref)
{
  g_autoptr (GObject) object = g_weak_ref_get (ref);

  return object == NULL;
}

#define ID(id) g_variant_new_int64 (id)

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  TendId account = self->screen.sample.brauhaus;
  TendId product = add_product (self);

  look_at_dialog (self, "win.new-account", NULL);
  look_at_dialog (self, "win.new-contact", ID (account));
  look_at_dialog (self, "win.new-follow-up", ID (account));
  look_at_dialog (self, "win.new-manager", ID (0));
  look_at_dialog (self, "win.new-product", NULL);
  look_at_dialog (self, "win.new-need", ID (account));
  look_at_dialog (self, "win.new-liaison", ID (account));
  look_at_dialog (self, "win.new-invoice", ID (account));
  look_at_dialog (self, "win.new-pulse", ID (account));
  look_at_dialog (self, "win.new-purchase", g_variant_new ("(xx)", account, product));
  look_at_dialog (self, "win.new-opportunity", g_variant_new ("(xxx)", account, product, (gint64) 0));
  look_at_dialog (self, "win.edit-whitespace", g_variant_new ("(xx)", account, product));
  look_at_dialog (self, "win.log-contact", ID (account));
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  TendId product = add_product (self);

  look_at_dialog (self, "win.edit-account", ID (self->screen.sample.brauhaus));
  look_at_dialog (self, "win.edit-contact", ID (self->screen.sample.anna));
  look_at_dialog (self, "win.edit-follow-up", ID (self->screen.sample.overdue));
  look_at_dialog (self, "win.edit-manager", ID (self->screen.sample.paul));
  look_at_dialog (self, "win.edit-product", ID (product));
  look_at_dialog (self, "win.edit-need", ID (add (self, &tend_need_noun, "title", "Loses pressure", 0)));
  look_at_dialog (self, "win.edit-liaison", ID (add (self, &tend_liaison_noun, "name", "Ute", 0)));
  look_at_dialog (self, "win.edit-invoice", ID (add (self, &tend_invoice_noun, "issued_on", "2026-11-01", 0)));
  look_at_dialog (self, "win.edit-pulse", ID (add_pulse (self)));
  look_at_dialog (self, "win.edit-purchase", ID (add (self, &tend_purchase_noun, NULL, NULL, product)));
  look_at_dialog (self, "win.edit-opportunity", ID (add (self, &tend_opportunity_noun, "title", "Second gate", 0)));
}

static void
test_other (Fixture       *self,
            gconstpointer  data)
{
  TendId need = add (self, &tend_need_noun, "title", "Loses pressure", 0);
  TendId opportunity = add (self, &tend_opportunity_noun, "title", "Second gate", 0);

  look_at_dialog (self, "win.finish-follow-up", ID (self->screen.sample.overdue));
  look_at_dialog (self, "win.log-follow-up", ID (self->screen.sample.overdue));
  look_at_dialog (self, "win.resolve-need", ID (need));
  look_at_dialog (self, "win.lose-opportunity", ID (opportunity));
  look_at_dialog (self, "win.wait-need", g_variant_new ("(xx)", need, self->screen.sample.brauhaus));
  look_at_dialog (self, "win.reassign-account", ID (self->screen.sample.brauhaus));
  look_at_dialog (self, "win.show-help-overlay", NULL);
  look_at_dialog (self, "win.preferences", NULL);
  look_at_dialog (self, "win.import", NULL);
}

static void
click (Fixture    *self,
       const char *id)
{
  GtkWidget *button = tend_test_find (GTK_WIDGET (tend_screen_get_dialog (&self->screen)), GTK_TYPE_BUTTON, id);

  wait_until (gtk_widget_is_sensitive (button) && gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
wait_page (Fixture    *self,
           const char *tag,
           const char *button)
{
  GtkWidget *dialog = GTK_WIDGET (tend_screen_wait_dialog (&self->screen));
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (tend_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW, "view"));

  wait_until (g_strcmp0 (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view)), tag) == 0);
  wait_until (gtk_widget_is_sensitive (tend_test_find (dialog, GTK_TYPE_BUTTON, button)));
  look (self, tag);
}

static void
test_import (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;

  self->path = g_build_filename (g_get_tmp_dir (), "tend-narrow.csv", NULL);
  g_assert_true (g_file_set_contents (self->path, "Name;City;Tier\nAltstadt Optik;Jena;A\nBäckerei Zorn;Gera;B\n", -1, NULL));
  file = g_file_new_for_path (self->path);
  g_assert_true (tend_window_import (self->screen.window, file));
  wait_page (self, "reading", "reading_next");
  click (self, "reading_next");
  wait_page (self, "columns", "columns_next");
  click (self, "columns_next");
  wait_page (self, "check", "check_next");
  click (self, "check_next");
  wait_page (self, "result", "result_close");
  click (self, "result_close");
  wait_until (tend_screen_get_dialog (&self->screen) == NULL);
}

/* The same of the header bars alone: rows of lists are cut where names are long. */
static guint
count_cut_titles (GtkWidget *root)
{
  guint n = 0;

  if (ADW_IS_HEADER_BAR (root))
    return count_cut (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_cut_titles (child);

  return n;
}

static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  static const char *const places[] = { "today", "accounts", "follow-ups", "products", "matrix" };
  GtkWidget *window = GTK_WIDGET (self->screen.window);

  add_product (self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_equal (places[i], "matrix"))
        gtk_widget_activate_action (tend_test_find (window, TEND_TYPE_CATALOGUE_PAGE, NULL), "products.matrix", NULL);
      else
        gtk_widget_activate_action (window, "win.show-place", "s", places[i]);
      gtk_test_widget_wait_for_draw (window);
      gtk_test_widget_wait_for_draw (window);
      g_test_message ("%s", places[i]);
      g_assert_cmpuint (count_cut_titles (window), ==, 0);
    }
}

/* A book with nothing in it yet, in a window whose sidebar is as narrow as it gets. */
static void
test_empty (gconstpointer language)
{
  Fixture fixture = { .language = language };
  TendScreen *screen = &fixture.screen;
  g_autofree char *path = NULL;
  TendBook *book = tend_temp_book_new (&path);
  GWeakRef kept;
  g_autofree char *picture = g_strdup_printf ("empty-%s", fixture.language);

  tend_test_speak (language);
  tend_settings_set_window (tend_settings_get_default (), 920, 640, FALSE);
  screen->window = tend_screen_new_window ();
  tend_window_open (screen->window, path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (screen->window));
  wait_until (tend_window_get_book (screen->window) != NULL);
  wait_until (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_SIDEBAR, NULL) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (screen->window), "win.show-place", "s", "accounts");
  wait_until (is_mapped_button (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_SIDEBAR, NULL), "sidebar.new-manager"));
  look (&fixture, picture);
  g_weak_ref_init (&kept, tend_window_get_book (screen->window));
  gtk_window_destroy (GTK_WINDOW (screen->window));
  wait_until (is_gone (&kept));
  g_weak_ref_clear (&kept);
  tend_temp_book_free (book, g_steal_pointer (&path));
  tend_test_speak ("en");
}

#define ADD(path, function) g_test_add ("/narrow/" path, Fixture, "C", set_up, function, tear_down); \
                            g_test_add ("/narrow/" path "/german", Fixture, "de", set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  ADD ("new", test_new);
  ADD ("edit", test_edit);
  ADD ("other", test_other);
  ADD ("import", test_import);
  ADD ("places", test_places);
  g_test_add_data_func ("/narrow/empty", "C", test_empty);
  g_test_add_data_func ("/narrow/empty/german", "de", test_empty);
  return g_test_run ();
}
