/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/account-page.h"
#include "ui/accounts/contact-row.h"
#include "ui/accounts/history-row.h"
#include "ui/widgets/follow-up-row.h"

typedef struct
{
  TendSample       sample;
  GtkWidget       *window;
  TendAccountPage *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  fixture->page = tend_account_page_new (fixture->sample.book);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data != NULL ? 360 : 700, 1100);
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
  g_assert_finalize_object (page);
  tend_sample_clear (&fixture->sample);
}

static GtkListBoxRow *
row_of (Fixture    *fixture,
        const char *list,
        int         index)
{
  GtkWidget *box = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_BOX, list);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), index);
}

static const char *
text_of (GtkWidget  *root,
         const char *id)
{
  return gtk_label_get_label (GTK_LABEL (tend_test_find (root, GTK_TYPE_LABEL, id)));
}

static void
show (Fixture *fixture,
      TendId   account)
{
  g_autoptr (TendEntity) entity = tend_book_get (fixture->sample.book, &tend_account_noun, account);

  tend_account_page_set_account (fixture->page, TEND_ACCOUNT (entity));
  wait_until (tend_entity_get_loaded (entity));
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkListBoxRow *person;

  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL && row_of (fixture, "people", 1) != NULL && row_of (fixture, "history", 3) != NULL);
  wait_until (g_str_has_prefix (text_of (page, "owner"), "Jonas Brandt since "));

  g_assert_cmpstr (text_of (page, "name"), ==, "Brauhaus Weißenfels GmbH");
  g_assert_cmpstr (text_of (page, "tier"), ==, "Tier A");
  g_assert_cmpstr (text_of (page, "status"), ==, "Active");
  g_assert_cmpstr (text_of (GTK_WIDGET (row_of (fixture, "steps", 0)), "title"), ==, "Call about the pressure fault");
  g_assert_nonnull (strstr (text_of (page, "sentences_label"), "“Call about the pressure fault” is overdue"));
  g_assert_nonnull (strstr (text_of (page, "sentences_label"), "Never call before ten"));

  /* The main contact comes first, though another is earlier in the alphabet. */
  person = row_of (fixture, "people", 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (person)), ==, "Anna Sommer");
  g_assert_true (gtk_widget_get_visible (tend_test_find (GTK_WIDGET (person), GTK_TYPE_BUTTON, "mail_button")));
  person = row_of (fixture, "people", 1);
  g_assert_false (gtk_widget_get_visible (tend_test_find (GTK_WIDGET (person), GTK_TYPE_BUTTON, "mail_button")));
  tend_test_picture (fixture->window, "account");
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *views = tend_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_VIEW_STACK, "views");
  const char *sentence = NULL;

  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "history", 5) != NULL);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "history");
  for (int i = 0; row_of (fixture, "history", i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (row_of (fixture, "history", i));

      wait_until (strstr (text_of (row, "sentence"), "Vera Lindqvist") != NULL);
      if (strstr (text_of (row, "sentence"), "handed") != NULL)
        {
          wait_until (g_strcmp0 (text_of (row, "details"), "Paul moves to the north") == 0);
          sentence = text_of (row, "sentence");
          wait_until (g_strcmp0 (text_of (row, "sentence"), "Vera Lindqvist handed this account over from Paul Weiß to Jonas Brandt") == 0);
        }
    }
  g_assert_nonnull (sentence);
  tend_test_picture (fixture->window, "account-history");
}

/* What others do to it shows by itself. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendOperation) done = tend_settle_operation_new (&fixture->sample.overdue, 1, TEND_SETTLE_DONE, 0, NULL);
  g_autoptr (TendOperation) deleted = tend_edit_operation_new_delete (&tend_account_noun, &fixture->sample.brauhaus, 1);
  GtkWidget *stack = tend_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK, "stack");

  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL);
  tend_book_apply (fixture->sample.book, done, NULL, NULL);
  wait_until (row_of (fixture, "steps", 1) == NULL);
  g_assert_cmpstr (text_of (GTK_WIDGET (row_of (fixture, "steps", 0)), "title"), ==, "Renewal talk: maintenance contract");

  tend_book_apply (fixture->sample.book, deleted, NULL, NULL);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "gone") == 0);
}

static void
test_bare (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  show (fixture, fixture->sample.bare);
  wait_until (strstr (text_of (page, "sentences_label"), "Nobody looks after this account yet.") != NULL);
  g_assert_cmpstr (text_of (page, "owner"), ==, "Nobody is responsible");
  tend_test_picture (fixture->window, "account-bare");

  tend_account_page_set_account (fixture->page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (tend_test_find (page, GTK_TYPE_STACK, "stack"))), ==, "none");
}

/* Names that are markup, endless, written from right to left or full of pictures are shown as they are. */
static void
test_bad_names (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *endless = g_strnfill (1000, 'W');
  const char *const names[] = { "<b>Bold & Söhne</b>", "مصنع الجعة الكبير", "🍺 Brauhaus 👩‍👩‍👧 🏳️‍🌈", endless };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TendAccountRecord) account = tend_account_record_new ();
      g_autoptr (TendContactRecord) contact = tend_contact_record_new ();
      g_autoptr (TendFollowUpRecord) follow_up = tend_follow_up_record_new ();
      g_autofree char *picture = g_strdup_printf ("account-bad-%u", i);
      TendId id;

      account->name = g_strdup (names[i]);
      account->notes = g_strdup (names[i]);
      id = tend_sample_add (&fixture->sample, &account->base);
      contact->account = follow_up->account = id;
      contact->family = g_strdup (names[i]);
      contact->title = g_strdup (names[i]);
      follow_up->title = g_strdup (names[i]);
      follow_up->due_wall = g_strdup ("2026-01-01");
      follow_up->due_zone = g_strdup ("Europe/Berlin");
      tend_sample_add (&fixture->sample, &contact->base);
      tend_sample_add (&fixture->sample, &follow_up->base);
      show (fixture, id);
      wait_until (row_of (fixture, "people", 0) != NULL && row_of (fixture, "steps", 0) != NULL);
      wait_until (g_str_has_prefix (names[i], adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row_of (fixture, "people", 0)))) ||
                  i == 3);
      if (i != 3)
        g_assert_cmpstr (text_of (GTK_WIDGET (fixture->page), "name"), ==, names[i]);
      g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 700);
      tend_test_picture (fixture->window, picture);
    }
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  show (fixture, fixture->sample.brauhaus);
  wait_until (row_of (fixture, "steps", 1) != NULL && row_of (fixture, "people", 1) != NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  tend_test_picture (fixture->window, "account-narrow");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
#define ADD_NARROW(path, function) g_test_add (path, Fixture, "narrow", set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/account-page/whole", test_whole);
  ADD ("/account-page/history", test_history);
  ADD ("/account-page/follows", test_follows);
  ADD ("/account-page/bare", test_bare);
  ADD ("/account-page/bad-names", test_bad_names);
  ADD_NARROW ("/account-page/narrow", test_narrow);

  return g_test_run ();
}
