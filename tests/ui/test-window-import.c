/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "support/picture.h"
#include "support/screen.h"
#include "support/temp-book.h"
#include "support/wait.h"
#include "ui/accounts/account-list-page.h"
#include "ui/settings.h"
#include "ui/today/today-page.h"
#include "ui/today/today-row.h"
#include "ui/window-dialogs.h"

/* Where the window goes once a file is imported. */

#define ACCOUNTS "Name;City;Tier\nAltstadt Optik;Jena;A\nBäckerei Zorn;Gera;B\n"

typedef struct
{
  TendScreen screen;
  char      *file;
} Fixture;

static gboolean
is_seen (Fixture *self,
         GType    type)
{
  GtkWidget *page = tend_test_find (GTK_WIDGET (self->screen.window), type, NULL);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
show_today (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->screen.window), "win.show-place", "s", "today");
  wait_until (is_seen (self, TEND_TYPE_TODAY_PAGE));
}

static void
click (Fixture    *self,
       const char *id)
{
  GtkWidget *button = tend_test_find (GTK_WIDGET (tend_screen_wait_dialog (&self->screen)), GTK_TYPE_BUTTON, id);

  wait_until (gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Up to the page that says what was imported. */
static void
import (Fixture    *self,
        const char *contents)
{
  g_autoptr (GFile) file = NULL;

  self->file = g_build_filename (g_get_tmp_dir (), "tend-window-import.csv", NULL);
  g_assert_true (g_file_set_contents (self->file, contents, -1, NULL));
  file = g_file_new_for_path (self->file);
  g_assert_true (tend_window_import (self->screen.window, file));
  click (self, "reading_next");
  click (self, "columns_next");
  click (self, "check_next");
  wait_until (gtk_widget_get_mapped (tend_test_find (GTK_WIDGET (tend_screen_get_dialog (&self->screen)), GTK_TYPE_BUTTON, "result_close")));
}

static void
end (Fixture    *self,
     const char *id)
{
  click (self, id);
  wait_until (tend_screen_get_dialog (&self->screen) == NULL);
}

static guint
count_accounts (Fixture *self)
{
  GtkWidget *page = tend_test_find (GTK_WIDGET (self->screen.window), TEND_TYPE_ACCOUNT_LIST_PAGE, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (tend_account_list_page_get_model (TEND_ACCOUNT_LIST_PAGE (page))));
}

static void
set_up_empty (Fixture       *self,
              gconstpointer  data)
{
  self->screen.sample.book = tend_temp_book_new (&self->screen.sample.path);
  if (data != NULL)
    tend_settings_set_window (tend_settings_get_default (), 370, 640, FALSE);
  tend_screen_show (&self->screen);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  tend_screen_set_up (&self->screen, data);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  tend_screen_tear_down (&self->screen, data);
  tend_settings_set_window (tend_settings_get_default (), 1000, 700, FALSE);
  g_remove (self->file);
  g_free (self->file);
}

static void
test_first (Fixture       *self,
            gconstpointer  data)
{
  show_today (self);
  import (self, ACCOUNTS);
  end (self, "result_close");
  wait_until (is_seen (self, TEND_TYPE_ACCOUNT_LIST_PAGE) && count_accounts (self) == 2);
  g_assert_false (is_seen (self, TEND_TYPE_TODAY_PAGE));
  wait_until (tend_test_says (GTK_WIDGET (self->screen.window), "2 rows imported"));
  tend_test_picture (GTK_WIDGET (self->screen.window), data != NULL ? "imported-narrow" : "imported");

  g_signal_emit_by_name (tend_test_find_button (GTK_WIDGET (self->screen.window), "_Undo"), "clicked");
  wait_until (count_accounts (self) == 0);
}

/* What was taken back before it was looked at leads nowhere. */
static void
test_taken_back (Fixture       *self,
                 gconstpointer  data)
{
  show_today (self);
  import (self, ACCOUNTS);
  end (self, "result_undo");
  wait_until (tend_test_says (GTK_WIDGET (self->screen.window), "Taken back"));
  g_assert_true (is_seen (self, TEND_TYPE_TODAY_PAGE));
}

/* Who has a day's work before her stays at it. */
static void
test_stays (Fixture       *self,
            gconstpointer  data)
{
  show_today (self);
  wait_until (is_seen (self, TEND_TYPE_TODAY_ROW));
  import (self, ACCOUNTS);
  end (self, "result_close");
  wait_until (tend_test_says (GTK_WIDGET (self->screen.window), "2 rows imported"));
  g_assert_true (is_seen (self, TEND_TYPE_TODAY_PAGE));
}

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  g_test_add ("/window-import/first", Fixture, NULL, set_up_empty, test_first, tear_down);
  g_test_add ("/window-import/first/narrow", Fixture, "narrow", set_up_empty, test_first, tear_down);
  g_test_add ("/window-import/taken-back", Fixture, NULL, set_up_empty, test_taken_back, tear_down);
  g_test_add ("/window-import/stays", Fixture, NULL, set_up, test_stays, tear_down);
  return g_test_run ();
}
