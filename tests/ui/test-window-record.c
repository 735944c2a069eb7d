/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/entities/invoice.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "support/keys.h"
#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/account-page.h"
#include "ui/accounts/need-dialog.h"
#include "ui/accounts/opportunity-dialog.h"
#include "ui/accounts/whitespace-dialog.h"
#include "ui/window-private.h"

/* The window on a book that the test reads and writes through a connection of its own. */
typedef struct
{
  TendSample sample;
  TendWindow *window;
} Fixture;

static TendApplication *application;

static void
start (Fixture *fixture)
{
  fixture->window = tend_window_new (application);
}

static void
make_application (void)
{
  g_autoptr (GError) error = NULL;

  application = g_object_new (TEND_TYPE_APPLICATION,
                              "application-id", TEND_APPLICATION_ID,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/tendapp/Tend",
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  start (fixture);
  tend_window_open (fixture->window, fixture->sample.path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (tend_window_get_book (fixture->window) != NULL);
}

static gboolean
is_gone (GWeakRef *ref)
{
  g_autoptr (GObject) object = g_weak_ref_get (ref);

  return object == NULL;
}

/* Nothing may keep the window, or its book: what is still on its way through the book may for a moment. */
static void
destroy_window (TendWindow *window)
{
  GWeakRef book;
  GWeakRef self;

  g_weak_ref_init (&book, tend_window_get_book (window));
  g_weak_ref_init (&self, window);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (is_gone (&self));
  wait_until (is_gone (&book));
  g_weak_ref_clear (&book);
  g_weak_ref_clear (&self);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  destroy_window (fixture->window);
  tend_sample_clear (&fixture->sample);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
act (Fixture    *fixture,
     const char *action,
     GVariant   *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target));
}

static void
answer (Fixture    *fixture,
        const char *text)
{
  AdwDialog *question;

  wait_until (ADW_IS_ALERT_DIALOG (get_dialog (fixture)));
  question = get_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (tend_test_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, NULL)), text);
  g_signal_emit_by_name (question, "response", "do");
  adw_dialog_force_close (question);
  wait_until (get_dialog (fixture) == NULL);
}

/* The row as this test reads it, through a connection of its own. */
static gint64
number_of (Fixture        *fixture,
           const TendNoun *noun,
           TendId          id,
           const char     *field)
{
  g_autoptr (TendRecord) record = tend_sample_read (&fixture->sample, noun, id);

  return tend_record_get_int (record, tend_noun_get_field (noun, field));
}

static void
undo_until (Fixture        *fixture,
            const TendNoun *noun,
            TendId          id,
            const char     *field,
            gint64          value)
{
  /* The book is written before its window knows. */
  wait_until (fixture->window->undo->len > 0);
  tend_window_undo (fixture->window);
  wait_until (number_of (fixture, noun, id, field) == value);
}

static void
test_need (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendNeedRecord) need = tend_need_record_new ();
  g_autoptr (TendRecord) resolved = NULL;
  TendId id;

  need->account = fixture->sample.brauhaus;
  need->title = g_strdup ("Loses pressure");
  id = tend_sample_add (&fixture->sample, &need->base);
  act (fixture, "win.resolve-need", g_variant_new_int64 (id));
  wait_until (get_dialog (fixture) != NULL);
  tend_test_picture (GTK_WIDGET (fixture->window), "question-resolve");
  answer (fixture, "Seal changed");
  wait_until (number_of (fixture, &tend_need_noun, id, "state") == TEND_NEED_RESOLVED);
  resolved = tend_sample_read (&fixture->sample, &tend_need_noun, id);
  g_assert_cmpstr (((TendNeedRecord *) resolved)->resolution, ==, "Seal changed");
  undo_until (fixture, &tend_need_noun, id, "state", TEND_NEED_OPEN);
}

static void
test_opportunity (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TendOpportunityRecord) opportunity = tend_opportunity_record_new ();
  TendId id;

  opportunity->account = fixture->sample.brauhaus;
  opportunity->title = g_strdup ("Second gate");
  id = tend_sample_add (&fixture->sample, &opportunity->base);

  /* Without a reason nothing is lost. */
  act (fixture, "win.lose-opportunity", g_variant_new_int64 (id));
  wait_until (ADW_IS_ALERT_DIALOG (get_dialog (fixture)));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (get_dialog (fixture)), "do"));
  answer (fixture, "Too dear");
  wait_until (number_of (fixture, &tend_opportunity_noun, id, "stage") == TEND_STAGE_LOST);
  undo_until (fixture, &tend_opportunity_noun, id, "stage", TEND_STAGE_IDENTIFIED);
  act (fixture, "win.win-opportunity", g_variant_new_int64 (id));
  wait_until (number_of (fixture, &tend_opportunity_noun, id, "stage") == TEND_STAGE_WON);
}

static void
test_in_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TendInvoiceRecord) invoice = tend_invoice_record_new ();
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  TendId bill;
  TendId id;

  invoice->account = purchase->account = fixture->sample.brauhaus;
  invoice->issued_on = g_strdup ("2026-11-01");
  invoice->amount = 315000;
  bill = tend_sample_add (&fixture->sample, &invoice->base);
  act (fixture, "win.pay-invoice", g_variant_new_int64 (bill));
  wait_until (number_of (fixture, &tend_invoice_noun, bill, "paid") == 315000);
  undo_until (fixture, &tend_invoice_noun, bill, "paid", 0);

  product->name = g_strdup ("Maintenance contract");
  purchase->product = tend_sample_add (&fixture->sample, &product->base);
  id = tend_sample_add (&fixture->sample, &purchase->base);
  act (fixture, "win.set-field", g_variant_new ("(sxss)", "purchase", id, "fit", "partly"));
  wait_until (number_of (fixture, &tend_purchase_noun, id, "fit") == TEND_FIT_PARTLY);
  undo_until (fixture, &tend_purchase_noun, id, "fit", TEND_FIT_UNKNOWN);

  act (fixture, "win.delete-invoice", g_variant_new_int64 (bill));
  wait_until (tend_sample_read (&fixture->sample, &tend_invoice_noun, bill) == NULL);
}

/* A dialog begins with what is known: the account, the product's name, what is renewed. */
static void
test_dialogs (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendOpportunityRecord) record = NULL;
  g_autoptr (TendRecord) whitespace = NULL;
  TendId id;

  product->name = g_strdup ("Maintenance contract");
  purchase->account = fixture->sample.brauhaus;
  purchase->product = tend_sample_add (&fixture->sample, &product->base);
  purchase->yearly_value = 4820000;
  id = tend_sample_add (&fixture->sample, &purchase->base);

  act (fixture, "win.new-need", g_variant_new_int64 (fixture->sample.brauhaus));
  wait_until (TEND_IS_NEED_DIALOG (get_dialog (fixture)));
  adw_dialog_force_close (get_dialog (fixture));
  wait_until (get_dialog (fixture) == NULL);

  act (fixture, "win.new-opportunity", g_variant_new ("(xxx)", fixture->sample.brauhaus, purchase->product, id));
  wait_until (TEND_IS_OPPORTUNITY_DIALOG (get_dialog (fixture)));
  record = (TendOpportunityRecord *) tend_edit_dialog_dup_record (TEND_EDIT_DIALOG (get_dialog (fixture)));
  g_assert_cmpstr (record->title, ==, "Maintenance contract");
  g_assert_cmpint (record->kind, ==, TEND_OPPORTUNITY_RENEWAL);
  g_assert_cmpint (record->amount, ==, 4820000);
  adw_dialog_force_close (get_dialog (fixture));
  wait_until (get_dialog (fixture) == NULL);

  act (fixture, "win.edit-whitespace", g_variant_new ("(xx)", fixture->sample.brauhaus, purchase->product));
  wait_until (TEND_IS_WHITESPACE_DIALOG (get_dialog (fixture)));
  whitespace = tend_edit_dialog_dup_record (TEND_EDIT_DIALOG (get_dialog (fixture)));
  g_assert_cmpint (whitespace->id, ==, 0);
  adw_dialog_force_close (get_dialog (fixture));
  wait_until (get_dialog (fixture) == NULL);
}

/* From wherever the keyboard is in the window, but not beneath a dialog. */
static void
test_page_keys (Fixture       *fixture,
                gconstpointer  data)
{
  AdwViewStack *views;

  tend_window_show_account (fixture->window, fixture->sample.brauhaus);
  wait_until (tend_test_find (GTK_WIDGET (fixture->window), TEND_TYPE_ACCOUNT_PAGE, NULL) != NULL);
  views = ADW_VIEW_STACK (tend_test_find (tend_test_find (GTK_WIDGET (fixture->window), TEND_TYPE_ACCOUNT_PAGE, NULL),
                                          ADW_TYPE_VIEW_STACK, "views"));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (views)));
  tend_test_point (GTK_WIDGET (fixture->window));
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_press ("alt+3", NULL);
  wait_until (g_strcmp0 (adw_view_stack_get_visible_child_name (views), "needs") == 0);

  act (fixture, "win.new-need", g_variant_new_int64 (fixture->sample.brauhaus));
  wait_until (TEND_IS_NEED_DIALOG (get_dialog (fixture)));
  tend_test_press ("alt+5", NULL);
  wait_idle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "needs");
  adw_dialog_force_close (get_dialog (fixture));
  wait_until (get_dialog (fixture) == NULL);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);
  make_application ();

  ADD ("/window-record/need", test_need);
  ADD ("/window-record/opportunity", test_opportunity);
  ADD ("/window-record/in-place", test_in_place);
  ADD ("/window-record/dialogs", test_dialogs);
  ADD ("/window-record/page-keys", test_page_keys);

  return g_test_run ();
}
