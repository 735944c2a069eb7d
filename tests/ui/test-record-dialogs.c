/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "core/entities/invoice.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "core/entities/whitespace.h"
#include "support/picture.h"
#include "support/sample-book.h"
#include "support/wait.h"
#include "ui/accounts/contact-dialog.h"
#include "ui/accounts/invoice-dialog.h"
#include "ui/accounts/liaison-dialog.h"
#include "ui/accounts/need-dialog.h"
#include "ui/accounts/opportunity-dialog.h"
#include "ui/accounts/pulse-dialog.h"
#include "ui/accounts/purchase-dialog.h"
#include "ui/accounts/whitespace-dialog.h"
#include "ui/widgets/reference-row.h"

typedef struct
{
  TendSample      sample;
  GtkWidget      *window;
  TendEditDialog *dialog;
  TendId          saved;      /* the row that was written */
  guint           failed;
  gboolean        closed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  tend_sample_init (&fixture->sample);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), g_strcmp0 (data, "narrow") == 0 ? 360 : 700, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  wait_until (gtk_widget_get_parent (GTK_WIDGET (fixture->dialog)) == NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_idle ();
  wait_until (G_OBJECT (fixture->dialog)->ref_count == 1);
  g_assert_finalize_object (fixture->dialog);
  tend_sample_clear (&fixture->sample);
}

static void
on_applied (TendEditDialog *dialog,
            TendOperation  *operation,
            gpointer        data)
{
  ((Fixture *) data)->saved = tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation));
}

static void
on_failed (TendEditDialog *dialog,
           GError         *error,
           gpointer        data)
{
  ((Fixture *) data)->failed++;
}

static void
on_closed (TendEditDialog *dialog,
           gpointer        data)
{
  ((Fixture *) data)->closed = TRUE;
}

static void
open (Fixture   *fixture,
      AdwDialog *dialog)
{
  fixture->dialog = g_object_ref (TEND_EDIT_DIALOG (dialog));
  g_signal_connect (dialog, "applied", G_CALLBACK (on_applied), fixture);
  g_signal_connect (dialog, "failed", G_CALLBACK (on_failed), fixture);
  g_signal_connect (dialog, "closed", G_CALLBACK (on_closed), fixture);
  adw_dialog_present (dialog, fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *id)
{
  GtkWidget *widget = tend_test_find (GTK_WIDGET (fixture->dialog), type, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (Fixture    *fixture,
      const char *id,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, id)), text);
}

static const char *
title_of (Fixture    *fixture,
          const char *id)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find (fixture, ADW_TYPE_ENTRY_ROW, id)));
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "save_button"));
}

static void
save (Fixture *fixture)
{
  g_assert_true (can_save (fixture));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "save_button"), "clicked");
}

/* What a field says of each text that is typed, after its name and " – " or ": "; NULL where it says nothing. */
typedef struct { const char *field; const char *text; const char *says; } Row;

static void
check_says (Fixture   *fixture,
            const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, rows[i].field))));
      const char *title;

      type (fixture, rows[i].field, rows[i].text);
      title = title_of (fixture, rows[i].field);
      if (rows[i].says == NULL)
        g_assert_true (strstr (title, ": ") == NULL && strstr (title, " – ") == NULL);
      else if (!g_str_has_suffix (title, rows[i].says))
        g_error ("%s: “%s” says “%s”, not “%s”", rows[i].field, rows[i].text, title, rows[i].says);
      if (strstr (title, " – ") != NULL)
        g_assert_false (can_save (fixture));
      type (fixture, rows[i].field, before);
    }
}

static TendId
add_product (Fixture    *fixture,
             const char *name)
{
  g_autoptr (TendProductRecord) record = tend_product_record_new ();

  record->name = g_strdup (name);
  return tend_sample_add (&fixture->sample, &record->base);
}

static void
choose (Fixture    *fixture,
        const char *id,
        TendId      row)
{
  tend_reference_row_set_id (TEND_REFERENCE_ROW (find (fixture, TEND_TYPE_REFERENCE_ROW, id)), row);
}

static void
test_purchase (Fixture       *fixture,
               gconstpointer  data)
{
  static const Row rows[] = {
    { "quantity", "-3", " – Too large or too small" },
    { "quantity", "0", " – Too large or too small" },
    { "quantity", "three", " – Not a number" },
    { "quantity", "12", NULL },
    { "yearly_value", "1.234,56", ": € 1,234.56" },
    { "yearly_value", "1,234.56", ": € 1,234.56" },
    { "yearly_value", "€ 12", ": € 12.00" },
    { "yearly_value", "12 USD", " – Not the client’s currency" },
    { "yearly_value", "12 XYZ", " – Not a currency" },
    { "yearly_value", "a lot", " – Not an amount" },
    { "yearly_value", "12-", " – Too large or too small" },
    { "yearly_value", "(12.00)", " – Too large or too small" },
    { "bought_on", "31.02.2026", " – Not a date" },
    { "bought_on", "2026-02-30", " – Not a date" },
    { "bought_on", "3.12.26", ": 3 December 2026" },
    { "bought_on", "3 Dec 2026", ": 3 December 2026" },
    { "renews_on", "31.12.2019", " – Before the beginning" },
    { "ends_on", "31.12.2019", " – Before the beginning" },
    { "ends_on", "1.1.2020", ": 1 January 2020" },
    { "notice_days", "-1", " – Too large or too small" },
    { "notice_days", "4000", " – Too large or too small" },
  };
  g_autoptr (TendPurchaseRecord) fresh = tend_purchase_record_new ();
  g_autoptr (TendPurchaseRecord) written = NULL;
  TendId product = add_product (fixture, "Maintenance Contract");

  fresh->account = fixture->sample.brauhaus;
  open (fixture, tend_purchase_dialog_new (fixture->sample.book, fresh, "EUR"));
  type (fixture, "bought_on", "1.1.2020");
  g_assert_false (can_save (fixture));
  choose (fixture, "product", product);
  check_says (fixture, rows, G_N_ELEMENTS (rows));

  type (fixture, "quantity", "2");
  type (fixture, "yearly_value", "48.200");
  g_assert_cmpstr (title_of (fixture, "yearly_value"), ==, "_Yearly Value: € 48.20");
  type (fixture, "yearly_value", "48.200,00");
  type (fixture, "renews_on", "1.1.2027");
  type (fixture, "notice_days", "90");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "fit")), TEND_FIT_PARTLY);
  tend_test_picture (fixture->window, data != NULL ? "dialog-purchase-narrow" : "dialog-purchase");
  save (fixture);
  wait_until (fixture->closed);

  written = (TendPurchaseRecord *) tend_sample_read (&fixture->sample, &tend_purchase_noun, fixture->saved);
  g_assert_cmpint (written->product, ==, product);
  g_assert_cmpint (written->quantity, ==, 2);
  g_assert_cmpint (written->yearly_value, ==, 4820000);
  g_assert_cmpstr (written->bought_on, ==, "2020-01-01");
  g_assert_cmpstr (written->renews_on, ==, "2027-01-01");
  g_assert_cmpint (written->notice_days, ==, 90);
  g_assert_cmpint (written->fit, ==, TEND_FIT_PARTLY);
}

/* What is opened and not touched is not changed: a date, a number and an amount are written back as they were read. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TendPurchaseRecord) fresh = tend_purchase_record_new ();
  g_autoptr (TendRecord) read = NULL;

  fresh->account = fixture->sample.brauhaus;
  fresh->product = add_product (fixture, "Maintenance Contract");
  fresh->quantity = 3;
  fresh->yearly_value = 123456;
  fresh->bought_on = g_strdup ("0999-12-31");
  fresh->renews_on = g_strdup ("2027-01-01");
  read = tend_sample_read (&fixture->sample, &tend_purchase_noun, tend_sample_add (&fixture->sample, &fresh->base));
  open (fixture, tend_purchase_dialog_new (fixture->sample.book, (TendPurchaseRecord *) read, "EUR"));
  g_assert_false (tend_edit_dialog_get_dirty (fixture->dialog));
  g_assert_true (tend_edit_dialog_get_valid (fixture->dialog));
}

static void
test_opportunity (Fixture       *fixture,
                  gconstpointer  data)
{
  static const Row rows[] = {
    { "probability", "140", " – Too large or too small" },
    { "probability", "-1", " – Too large or too small" },
    { "probability", "50 %", NULL },
    { "probability", "half", " – Not a number" },
    { "amount", "-5", " – Too large or too small" },
    { "close_on", "31.02.2027", " – Not a date" },
    { "close_on", "24.12.2027", ": 24 December 2027" },
  };
  g_autoptr (TendOpportunityRecord) fresh = tend_opportunity_record_new ();
  g_autoptr (TendOpportunityRecord) written = NULL;

  fresh->account = fixture->sample.brauhaus;
  open (fixture, tend_opportunity_dialog_new (fixture->sample.book, fresh, "USD"));
  g_assert_false (can_save (fixture));
  type (fixture, "title", "Second gate");
  check_says (fixture, rows, G_N_ELEMENTS (rows));
  type (fixture, "amount", "1,500");
  g_assert_cmpstr (title_of (fixture, "amount"), ==, "_Amount a Year: $ 1,500.00");

  /* A loss has a reason. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "stage")), TEND_STAGE_LOST);
  g_assert_false (can_save (fixture));
  g_assert_cmpstr (title_of (fixture, "lost_reason"), ==, "_Why Lost – Must be filled in");
  type (fixture, "lost_reason", "Too dear");
  tend_test_picture (fixture->window, "dialog-opportunity");
  save (fixture);
  wait_until (fixture->closed);

  written = (TendOpportunityRecord *) tend_sample_read (&fixture->sample, &tend_opportunity_noun, fixture->saved);
  g_assert_cmpint (written->amount, ==, 150000);
  g_assert_cmpint (written->probability, ==, 50);
  g_assert_cmpstr (written->lost_reason, ==, "Too dear");
}

static void
test_need (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TendNeedRecord) fresh = tend_need_record_new ();
  g_autoptr (TendLiaisonRecord) liaison = tend_liaison_record_new ();
  g_autoptr (TendNeedRecord) written = NULL;
  TendId service;

  fresh->account = liaison->account = fixture->sample.brauhaus;
  liaison->name = g_strdup ("Field Service");
  service = tend_sample_add (&fixture->sample, &liaison->base);
  open (fixture, tend_need_dialog_new (fixture->sample.book, fresh));
  type (fixture, "title", "Dispensing unit loses pressure");
  type (fixture, "promised_for", "31.02.2026");
  g_assert_cmpstr (title_of (fixture, "promised_for"), ==, "Promised _For – Not a date");
  type (fixture, "promised_for", "24.12.2026");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "kind")), TEND_NEED_FAULT);
  choose (fixture, "contact", fixture->sample.anna);
  choose (fixture, "liaison", service);
  tend_test_picture (fixture->window, data != NULL ? "dialog-need-narrow" : "dialog-need");
  save (fixture);
  wait_until (fixture->closed);

  written = (TendNeedRecord *) tend_sample_read (&fixture->sample, &tend_need_noun, fixture->saved);
  g_assert_cmpint (written->hat, ==, TEND_HAT_TECHNICAL);
  g_assert_cmpint (written->contact, ==, fixture->sample.anna);
  g_assert_cmpint (written->liaison, ==, service);
  g_assert_cmpint (written->state, ==, TEND_NEED_WAITING);
  g_assert_cmpstr (written->promised_for, ==, "2026-12-24");
}

static void
test_liaison (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendLiaisonRecord) fresh = tend_liaison_record_new ();
  g_autoptr (TendLiaisonRecord) written = NULL;

  fresh->account = fixture->sample.brauhaus;
  open (fixture, tend_liaison_dialog_new (fixture->sample.book, fresh));
  g_assert_false (can_save (fixture));
  type (fixture, "name", "Ines Roth");
  type (fixture, "email", "nowhere");
  g_assert_cmpstr (title_of (fixture, "email"), ==, "_E-Mail – Not an e-mail address");
  type (fixture, "email", "ines@firm.example");
  type (fixture, "purpose", "Repairs");
  tend_test_picture (fixture->window, "dialog-liaison");
  save (fixture);
  wait_until (fixture->closed);
  written = (TendLiaisonRecord *) tend_sample_read (&fixture->sample, &tend_liaison_noun, fixture->saved);
  g_assert_cmpstr (written->email, ==, "ines@firm.example");
}

static void
test_invoice (Fixture       *fixture,
              gconstpointer  data)
{
  static const Row rows[] = {
    { "due_on", "1.1.2020", " – Before the beginning" },
    { "due_on", "24.12.2026", ": 24 December 2026" },
    { "amount", "(12.00)", ": € −12.00" },
    { "amount", "12-", ": € −12.00" },
    { "amount", "€ 12", ": € 12.00" },
    { "amount", "12 CHF", " – Not the client’s currency" },
    { "amount", "99999999999999999999", " – Too large or too small" },
  };
  g_autoptr (TendInvoiceRecord) fresh = tend_invoice_record_new ();
  g_autoptr (TendInvoiceRecord) written = NULL;

  fresh->account = fixture->sample.brauhaus;
  fresh->issued_on = g_strdup ("2026-11-24");
  open (fixture, tend_invoice_dialog_new (fixture->sample.book, fresh, "EUR"));
  check_says (fixture, rows, G_N_ELEMENTS (rows));
  type (fixture, "number", "2026-1187");
  type (fixture, "amount", "3.150,00");
  type (fixture, "due_on", "24.12.2026");
  tend_test_picture (fixture->window, "dialog-invoice");
  save (fixture);
  wait_until (fixture->closed);
  written = (TendInvoiceRecord *) tend_sample_read (&fixture->sample, &tend_invoice_noun, fixture->saved);
  g_assert_cmpint (written->amount, ==, 315000);
  g_assert_cmpstr (written->due_on, ==, "2026-12-24");
}

static void
test_pulse (Fixture       *fixture,
            gconstpointer  data)
{
  static const Row rows[] = {
    { "score", "11", " – Too large or too small" },
    { "score", "-1", " – Too large or too small" },
    { "score", "good", " – Not a number" },
    { "score", "0", NULL },
    { "score", "10", NULL },
  };
  g_autoptr (TendPulseRecord) fresh = tend_pulse_record_new ();
  g_autoptr (TendPulseRecord) written = NULL;

  fresh->account = fixture->sample.brauhaus;
  fresh->manager = fixture->sample.vera;
  fresh->at = g_get_real_time ();
  open (fixture, tend_pulse_dialog_new (fixture->sample.book, fresh));
  /* Nothing typed is no reading. */
  g_assert_false (can_save (fixture));
  check_says (fixture, rows, G_N_ELEMENTS (rows));
  type (fixture, "score", "7");
  g_assert_true (can_save (fixture));
  type (fixture, "at", "one fine day");
  g_assert_false (can_save (fixture));
  type (fixture, "at", "24.11.2026 15:00");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "source")), TEND_PULSE_SURVEY);
  choose (fixture, "contact", fixture->sample.anna);
  tend_test_picture (fixture->window, "dialog-pulse");
  save (fixture);
  wait_until (fixture->closed);

  written = (TendPulseRecord *) tend_sample_read (&fixture->sample, &tend_pulse_noun, fixture->saved);
  g_assert_cmpint (written->score, ==, 7);
  g_assert_cmpint (written->contact, ==, fixture->sample.anna);
  g_assert_cmpint (written->manager, ==, 0);
  g_assert_cmpint (written->at, ==, G_GINT64_CONSTANT (1795528800) * G_TIME_SPAN_SECOND);
}

static void
test_whitespace (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TendWhitespaceRecord) fresh = tend_whitespace_record_new ();
  g_autoptr (TendWhitespaceRecord) written = NULL;

  fresh->account = fixture->sample.brauhaus;
  fresh->product = add_product (fixture, "Gate");
  open (fixture, tend_whitespace_dialog_new (fixture->sample.book, fresh));
  g_assert_false (gtk_widget_get_visible (find (fixture, ADW_TYPE_ENTRY_ROW, "competitor")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "stance")), TEND_STANCE_COMPETITOR);
  g_assert_true (gtk_widget_get_visible (find (fixture, ADW_TYPE_ENTRY_ROW, "competitor")));
  type (fixture, "competitor", "Acme");
  type (fixture, "until", "30.06.2027");
  tend_test_picture (fixture->window, "dialog-whitespace");
  save (fixture);
  wait_until (fixture->closed);
  written = (TendWhitespaceRecord *) tend_sample_read (&fixture->sample, &tend_whitespace_noun, fixture->saved);
  g_assert_cmpint (written->stance, ==, TEND_STANCE_COMPETITOR);
  g_assert_cmpstr (written->until, ==, "2027-06-30");
}

static void
test_contact (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TendContactRecord) record =
    (TendContactRecord *) tend_sample_read (&fixture->sample, &tend_contact_noun, fixture->sample.anna);
  g_autoptr (TendContactRecord) written = NULL;

  open (fixture, tend_contact_dialog_new (fixture->sample.book, record));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "part")), TEND_PART_DECISION_MAKER);
  type (fixture, "birthday", "29.02.1979");
  g_assert_cmpstr (title_of (fixture, "birthday"), ==, "_Birthday – Not a date");
  type (fixture, "birthday", "28.02.1979");
  type (fixture, "left_on", "some day");
  g_assert_cmpstr (title_of (fixture, "left_on"), ==, "_Left the Firm – Not a date");
  type (fixture, "left_on", "2026-10-01");
  tend_test_picture (fixture->window, "dialog-contact-part");
  save (fixture);
  wait_until (fixture->closed);
  written = (TendContactRecord *) tend_sample_read (&fixture->sample, &tend_contact_noun, fixture->saved);
  g_assert_cmpint (written->part, ==, TEND_PART_DECISION_MAKER);
  g_assert_cmpstr (written->birthday, ==, "1979-02-28");
  g_assert_cmpstr (written->left_on, ==, "2026-10-01");
}

#define ADD(path, function, data) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tend_test_init_ui (&argc, &argv);

  ADD ("/record-dialogs/purchase", test_purchase, NULL);
  ADD ("/record-dialogs/purchase/narrow", test_purchase, "narrow");
  ADD ("/record-dialogs/untouched", test_untouched, NULL);
  ADD ("/record-dialogs/opportunity", test_opportunity, NULL);
  ADD ("/record-dialogs/need", test_need, NULL);
  ADD ("/record-dialogs/need/narrow", test_need, "narrow");
  ADD ("/record-dialogs/liaison", test_liaison, NULL);
  ADD ("/record-dialogs/invoice", test_invoice, NULL);
  ADD ("/record-dialogs/pulse", test_pulse, NULL);
  ADD ("/record-dialogs/whitespace", test_whitespace, NULL);
  ADD ("/record-dialogs/contact", test_contact, NULL);

  return g_test_run ();
}
