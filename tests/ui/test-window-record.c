/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "core/entities/account.h"
#include "core/entities/invoice.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/operations/edit.h"
#include "support/keys.h"
#include "support/picture.h"
#include "support/screen.h"
#include "support/wait.h"
#include "ui/accounts/account-page.h"
#include "ui/accounts/need-dialog.h"
#include "ui/accounts/opportunity-dialog.h"
#include "ui/accounts/whitespace-dialog.h"
#include "ui/follow-ups/follow-up-dialog.h"
#include "ui/window-private.h"

static void
act (TendScreen *screen,
     const char *action,
     GVariant   *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (screen->window), action, target));
}

static void
answer (TendScreen *screen,
        const char *text)
{
  AdwDialog *question;

  wait_until (ADW_IS_ALERT_DIALOG (tend_screen_get_dialog (screen)));
  question = tend_screen_get_dialog (screen);
  gtk_editable_set_text (GTK_EDITABLE (tend_test_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, NULL)), text);
  g_signal_emit_by_name (question, "response", "do");
  tend_screen_close_dialog (screen);
}

/* The row as this test reads it, through a connection of its own. */
static gint64
number_of (TendScreen     *screen,
           const TendNoun *noun,
           TendId          id,
           const char     *field)
{
  g_autoptr (TendRecord) record = tend_sample_read (&screen->sample, noun, id);

  return tend_record_get_int (record, tend_noun_get_field (noun, field));
}

static void
undo_until (TendScreen     *screen,
            const TendNoun *noun,
            TendId          id,
            const char     *field,
            gint64          value)
{
  /* The book is written before its window knows. */
  wait_until (screen->window->undo->len > 0);
  tend_window_undo (screen->window);
  wait_until (number_of (screen, noun, id, field) == value);
}

static void
test_need (TendScreen    *screen,
           gconstpointer  data)
{
  g_autoptr (TendNeedRecord) need = tend_need_record_new ();
  g_autoptr (TendRecord) resolved = NULL;
  TendId id;

  need->account = screen->sample.brauhaus;
  need->title = g_strdup ("Loses pressure");
  id = tend_sample_add (&screen->sample, &need->base);
  act (screen, "win.resolve-need", g_variant_new_int64 (id));
  wait_until (tend_screen_get_dialog (screen) != NULL);
  tend_test_picture (GTK_WIDGET (screen->window), "question-resolve");
  answer (screen, "Seal changed");
  wait_until (number_of (screen, &tend_need_noun, id, "state") == TEND_NEED_RESOLVED);
  resolved = tend_sample_read (&screen->sample, &tend_need_noun, id);
  g_assert_cmpstr (((TendNeedRecord *) resolved)->resolution, ==, "Seal changed");
  undo_until (screen, &tend_need_noun, id, "state", TEND_NEED_OPEN);
}

static void
test_opportunity (TendScreen    *screen,
                  gconstpointer  data)
{
  g_autoptr (TendOpportunityRecord) opportunity = tend_opportunity_record_new ();
  TendId id;

  opportunity->account = screen->sample.brauhaus;
  opportunity->title = g_strdup ("Second gate");
  id = tend_sample_add (&screen->sample, &opportunity->base);

  /* Without a reason nothing is lost. */
  act (screen, "win.lose-opportunity", g_variant_new_int64 (id));
  wait_until (ADW_IS_ALERT_DIALOG (tend_screen_get_dialog (screen)));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (tend_screen_get_dialog (screen)), "do"));
  answer (screen, "Too dear");
  wait_until (number_of (screen, &tend_opportunity_noun, id, "stage") == TEND_STAGE_LOST);
  undo_until (screen, &tend_opportunity_noun, id, "stage", TEND_STAGE_IDENTIFIED);
  act (screen, "win.win-opportunity", g_variant_new_int64 (id));
  wait_until (number_of (screen, &tend_opportunity_noun, id, "stage") == TEND_STAGE_WON);
}

static void
test_in_place (TendScreen    *screen,
               gconstpointer  data)
{
  g_autoptr (TendInvoiceRecord) invoice = tend_invoice_record_new ();
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  TendId bill;
  TendId id;

  invoice->account = purchase->account = screen->sample.brauhaus;
  invoice->issued_on = g_strdup ("2026-11-01");
  invoice->amount = 315000;
  bill = tend_sample_add (&screen->sample, &invoice->base);
  act (screen, "win.pay-invoice", g_variant_new_int64 (bill));
  wait_until (number_of (screen, &tend_invoice_noun, bill, "paid") == 315000);
  undo_until (screen, &tend_invoice_noun, bill, "paid", 0);

  product->name = g_strdup ("Maintenance contract");
  purchase->product = tend_sample_add (&screen->sample, &product->base);
  id = tend_sample_add (&screen->sample, &purchase->base);
  act (screen, "win.set-field", g_variant_new ("(sxss)", "purchase", id, "fit", "partly"));
  wait_until (number_of (screen, &tend_purchase_noun, id, "fit") == TEND_FIT_PARTLY);
  undo_until (screen, &tend_purchase_noun, id, "fit", TEND_FIT_UNKNOWN);

  act (screen, "win.delete-invoice", g_variant_new_int64 (bill));
  wait_until (tend_sample_read (&screen->sample, &tend_invoice_noun, bill) == NULL);
}

/* A dialog begins with what is known: the account, the product's name, what is renewed. */
static void
test_dialogs (TendScreen    *screen,
              gconstpointer  data)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendOpportunityRecord) record = NULL;
  g_autoptr (TendRecord) whitespace = NULL;
  TendId id;

  product->name = g_strdup ("Maintenance contract");
  purchase->account = screen->sample.brauhaus;
  purchase->product = tend_sample_add (&screen->sample, &product->base);
  purchase->yearly_value = 4820000;
  id = tend_sample_add (&screen->sample, &purchase->base);

  act (screen, "win.new-need", g_variant_new_int64 (screen->sample.brauhaus));
  wait_until (TEND_IS_NEED_DIALOG (tend_screen_get_dialog (screen)));
  tend_screen_close_dialog (screen);

  act (screen, "win.new-opportunity", g_variant_new ("(xxx)", screen->sample.brauhaus, purchase->product, id));
  wait_until (TEND_IS_OPPORTUNITY_DIALOG (tend_screen_get_dialog (screen)));
  record = (TendOpportunityRecord *) tend_edit_dialog_dup_record (TEND_EDIT_DIALOG (tend_screen_get_dialog (screen)));
  g_assert_cmpstr (record->title, ==, "Maintenance contract");
  g_assert_cmpint (record->kind, ==, TEND_OPPORTUNITY_RENEWAL);
  g_assert_cmpint (record->amount, ==, 4820000);
  tend_screen_close_dialog (screen);

  act (screen, "win.edit-whitespace", g_variant_new ("(xx)", screen->sample.brauhaus, purchase->product));
  wait_until (TEND_IS_WHITESPACE_DIALOG (tend_screen_get_dialog (screen)));
  whitespace = tend_edit_dialog_dup_record (TEND_EDIT_DIALOG (tend_screen_get_dialog (screen)));
  g_assert_cmpint (whitespace->id, ==, 0);
  tend_screen_close_dialog (screen);
}

/* What was made for a renewal is called so where it is settled, although its title is the product's name. */
static void
test_renewal (TendScreen    *screen,
              gconstpointer  data)
{
  g_autoptr (TendProductRecord) product = tend_product_record_new ();
  g_autoptr (TendPurchaseRecord) purchase = tend_purchase_record_new ();
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();
  TendId id;

  product->name = g_strdup ("Taps");
  purchase->account = record->account = screen->sample.brauhaus;
  purchase->product = tend_sample_add (&screen->sample, &product->base);
  record->purchase = tend_sample_add (&screen->sample, &purchase->base);
  record->title = g_strdup ("Taps");
  record->all_day = TRUE;
  record->due_wall = g_strdup ("2026-11-30");
  record->due_zone = g_strdup ("Europe/Berlin");
  id = tend_sample_add (&screen->sample, &record->base);

  act (screen, "win.finish-follow-up", g_variant_new_int64 (id));
  wait_until (tend_screen_get_dialog (screen) != NULL && tend_test_says (GTK_WIDGET (tend_screen_get_dialog (screen)), "Renewal of Taps"));
  adw_dialog_force_close (tend_screen_get_dialog (screen));
  wait_until (tend_screen_get_dialog (screen) == NULL);

  act (screen, "win.drop-follow-up", g_variant_new_int64 (id));
  wait_until (tend_test_says (GTK_WIDGET (screen->window), "“Renewal of Taps” was dropped"));
  act (screen, "win.reopen-follow-up", g_variant_new_int64 (id));
  wait_until (tend_test_says (GTK_WIDGET (screen->window), "“Renewal of Taps” is open again"));

  act (screen, "win.edit-follow-up", g_variant_new_int64 (id));
  wait_until (TEND_IS_FOLLOW_UP_DIALOG (tend_screen_get_dialog (screen)));
  gtk_editable_set_text (GTK_EDITABLE (tend_test_find (GTK_WIDGET (tend_screen_get_dialog (screen)), ADW_TYPE_ENTRY_ROW, "title")),
                         "Two taps");
  tend_edit_dialog_save (TEND_EDIT_DIALOG (tend_screen_get_dialog (screen)));
  wait_until (tend_test_says (GTK_WIDGET (screen->window), "“Renewal of Two taps” was changed"));
  act (screen, "win.delete-follow-up", g_variant_new_int64 (id));
  wait_until (tend_test_says (GTK_WIDGET (screen->window), "“Renewal of Two taps” was deleted"));
  tend_window_undo (screen->window);
  wait_until (tend_test_says (GTK_WIDGET (screen->window), "Undone: “Renewal of Two taps” was deleted"));
}

/* From wherever the keyboard is in the window, but not beneath a dialog. */
static void
test_page_keys (TendScreen    *screen,
                gconstpointer  data)
{
  AdwViewStack *views;

  tend_window_show_account (screen->window, screen->sample.brauhaus);
  wait_until (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_PAGE, NULL) != NULL);
  views = ADW_VIEW_STACK (tend_test_find (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_PAGE, NULL),
                                          ADW_TYPE_VIEW_STACK, "views"));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (views)));
  tend_test_point (GTK_WIDGET (screen->window));
  gtk_widget_grab_focus (tend_test_find (GTK_WIDGET (screen->window), GTK_TYPE_LIST_VIEW, "list"));
  tend_test_press ("alt+3", NULL);
  wait_until (g_strcmp0 (adw_view_stack_get_visible_child_name (views), "needs") == 0);

  act (screen, "win.new-need", g_variant_new_int64 (screen->sample.brauhaus));
  wait_until (TEND_IS_NEED_DIALOG (tend_screen_get_dialog (screen)));
  tend_test_press ("alt+5", NULL);
  wait_idle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "needs");
  tend_screen_close_dialog (screen);
}

/* A dialog that closes gives the keyboard back to something, also where what it was opened from is gone. */
static void
test_keyboard_after (TendScreen    *screen,
                     gconstpointer  data)
{
  g_autoptr (TendOperation) operation = tend_edit_operation_new_delete (&tend_account_noun, &screen->sample.brauhaus, 1);
  GtkWidget *edit;

  tend_window_show_account (screen->window, screen->sample.brauhaus);
  wait_until (tend_test_find (GTK_WIDGET (screen->window), TEND_TYPE_ACCOUNT_PAGE, NULL) != NULL);
  wait_until ((edit = tend_test_find (GTK_WIDGET (screen->window), GTK_TYPE_BUTTON, "edit_button")) != NULL);
  wait_until (gtk_widget_get_mapped (edit));
  gtk_widget_grab_focus (edit);
  act (screen, "win.edit-account", g_variant_new_int64 (screen->sample.brauhaus));
  tend_screen_wait_dialog (screen);
  tend_window_apply (screen->window, operation, "“Brauhaus” was deleted");
  wait_until (!gtk_widget_get_mapped (edit));
  tend_screen_close_dialog (screen);
  wait_until (gtk_window_get_focus (GTK_WINDOW (screen->window)) != NULL);
}

#define ADD(path, function) g_test_add (path, TendScreen, NULL, tend_screen_set_up, function, tend_screen_tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/window-record/need", test_need);
  ADD ("/window-record/opportunity", test_opportunity);
  ADD ("/window-record/in-place", test_in_place);
  ADD ("/window-record/dialogs", test_dialogs);
  ADD ("/window-record/renewal", test_renewal);
  ADD ("/window-record/page-keys", test_page_keys);
  ADD ("/window-record/keyboard-after", test_keyboard_after);

  return g_test_run ();
}
