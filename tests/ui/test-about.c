/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/preferences/about-dialog.h"
#include "ui/widgets/dialog-focus.h"

typedef struct
{
  TendSample  sample;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  tend_dialog_focus_watch (GTK_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tend_sample_clear (&fixture->sample);
}

static const char *
debug_of (AdwDialog *dialog)
{
  return adw_about_dialog_get_debug_info (ADW_ABOUT_DIALOG (dialog));
}

/* The dialog is there before the book has been read; what it says then has counts, and nobody's name. */
static void
test_debug (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TendRecord) account = tend_sample_read (&fixture->sample, &tend_account_noun, fixture->sample.brauhaus);
  AdwDialog *dialog = g_object_ref (tend_about_dialog_new (fixture->sample.book));

  g_assert_nonnull (strstr (debug_of (dialog), "Tend " TEND_VERSION));
  g_assert_nonnull (strstr (debug_of (dialog), "Book: being read"));
  adw_dialog_present (dialog, fixture->window);
  wait_until (strstr (debug_of (dialog), "Book: schema ") != NULL);
  g_assert_nonnull (strstr (debug_of (dialog), "  accounts: 2\n"));
  g_assert_nonnull (strstr (debug_of (dialog), "  managers: 4\n"));
  g_assert_null (strstr (debug_of (dialog), "being read"));
  g_assert_null (strstr (debug_of (dialog), ((TendAccountRecord *) account)->name));
  g_assert_null (strstr (debug_of (dialog), fixture->sample.path));
  tend_test_picture (fixture->window, "about");
  adw_dialog_force_close (dialog);
  wait_until (G_OBJECT (dialog)->ref_count == 1);
  g_assert_finalize_object (dialog);
}

/* Closed before the book has answered. */
static void
test_closed_early (Fixture       *fixture,
                   gconstpointer  data)
{
  AdwDialog *dialog = g_object_ref (tend_about_dialog_new (fixture->sample.book));

  adw_dialog_present (dialog, fixture->window);
  adw_dialog_force_close (dialog);
  wait_until (G_OBJECT (dialog)->ref_count == 1);
  g_assert_finalize_object (dialog);
}

static void
test_no_book (Fixture       *fixture,
              gconstpointer  data)
{
  AdwDialog *dialog = g_object_ref_sink (tend_about_dialog_new (NULL));

  g_assert_nonnull (strstr (debug_of (dialog), "Book: none open"));
  g_assert_finalize_object (dialog);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/about/debug", test_debug);
  ADD ("/about/closed-early", test_closed_early);
  ADD ("/about/no-book", test_no_book);

  return g_test_run ();
}
