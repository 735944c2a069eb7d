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
#include "support/form.h"
#include "support/picture.h"
#include "support/wait.h"
#include "ui/accounts/contact-dialog.h"
#include "ui/accounts/invoice-dialog.h"
#include "ui/accounts/liaison-dialog.h"
#include "ui/accounts/need-dialog.h"
#include "ui/accounts/opportunity-dialog.h"
#include "ui/accounts/pulse-dialog.h"
#include "ui/accounts/purchase-dialog.h"
#include "ui/accounts/whitespace-dialog.h"

/* What a field says of each text that is typed, after its name and " – " or ": "; NULL where it says nothing. */
typedef struct { const char *field; const char *text; const char *says; } Row;

static void
check_says (TendForm  *form,
            const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      GtkEditable *field = GTK_EDITABLE (tend_form_find (form, ADW_TYPE_ENTRY_ROW, rows[i].field));
      g_autofree char *before = g_strdup (gtk_editable_get_text (field));
      const char *title;

      gtk_editable_set_text (field, rows[i].text);
      title = tend_form_get_title (form, rows[i].field);
      if (rows[i].says == NULL)
        g_assert_true (strstr (title, ": ") == NULL && strstr (title, " – ") == NULL);
      else if (!g_str_has_suffix (title, rows[i].says))
        g_error ("%s: “%s” says “%s”, not “%s”", rows[i].field, rows[i].text, title, rows[i].says);
      if (strstr (title, " – ") != NULL)
        g_assert_false (tend_form_can_save (form));
      gtk_editable_set_text (field, before);
    }
}

static TendId
add_product (TendForm   *form,
             const char *name)
{
  g_autoptr (TendProductRecord) record = tend_product_record_new ();

  record->name = g_strdup (name);
  return tend_sample_add (&form->sample, &record->base);
}

static void
test_purchase (TendForm      *form,
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
  TendId product = add_product (form, "Maintenance Contract");

  fresh->account = form->sample.brauhaus;
  tend_form_open (form, tend_purchase_dialog_new (form->sample.book, fresh, "EUR"));
  tend_form_type (form, "bought_on", "1.1.2020");
  g_assert_false (tend_form_can_save (form));
  tend_form_choose (form, "product", product);
  check_says (form, rows, G_N_ELEMENTS (rows));

  tend_form_type (form, "quantity", "2");
  tend_form_type (form, "yearly_value", "48.200");
  g_assert_cmpstr (tend_form_get_title (form, "yearly_value"), ==, "_Yearly Value: € 48.20");
  tend_form_type (form, "yearly_value", "48.200,00");
  tend_form_type (form, "renews_on", "1.1.2027");
  tend_form_type (form, "notice_days", "90");
  tend_form_select (form, "fit", TEND_FIT_PARTLY);
  tend_test_picture (form->window, data != NULL ? "dialog-purchase-narrow" : "dialog-purchase");
  tend_form_save (form);

  written = (TendPurchaseRecord *) tend_sample_read (&form->sample, &tend_purchase_noun, tend_form_get_saved (form));
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
test_untouched (TendForm      *form,
                gconstpointer  data)
{
  g_autoptr (TendPurchaseRecord) fresh = tend_purchase_record_new ();
  g_autoptr (TendRecord) read = NULL;

  fresh->account = form->sample.brauhaus;
  fresh->product = add_product (form, "Maintenance Contract");
  fresh->quantity = 3;
  fresh->yearly_value = 123456;
  fresh->bought_on = g_strdup ("0999-12-31");
  fresh->renews_on = g_strdup ("2027-01-01");
  read = tend_sample_read (&form->sample, &tend_purchase_noun, tend_sample_add (&form->sample, &fresh->base));
  tend_form_open (form, tend_purchase_dialog_new (form->sample.book, (TendPurchaseRecord *) read, "EUR"));
  g_assert_false (tend_edit_dialog_get_dirty (form->dialog));
  g_assert_true (tend_edit_dialog_get_valid (form->dialog));
}

static void
test_opportunity (TendForm      *form,
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

  fresh->account = form->sample.brauhaus;
  tend_form_open (form, tend_opportunity_dialog_new (form->sample.book, fresh, "USD"));
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "title", "Second gate");
  check_says (form, rows, G_N_ELEMENTS (rows));
  tend_form_type (form, "amount", "1,500");
  g_assert_cmpstr (tend_form_get_title (form, "amount"), ==, "_Amount a Year: $ 1,500.00");

  /* A loss has a reason. */
  tend_form_select (form, "stage", TEND_STAGE_LOST);
  g_assert_false (tend_form_can_save (form));
  g_assert_cmpstr (tend_form_get_title (form, "lost_reason"), ==, "_Why Lost – Must be filled in");
  tend_form_type (form, "lost_reason", "Too dear");
  tend_test_picture (form->window, "dialog-opportunity");
  tend_form_save (form);

  written = (TendOpportunityRecord *) tend_sample_read (&form->sample, &tend_opportunity_noun, tend_form_get_saved (form));
  g_assert_cmpint (written->amount, ==, 150000);
  g_assert_cmpint (written->probability, ==, 50);
  g_assert_cmpstr (written->lost_reason, ==, "Too dear");
}

static gboolean
has_keyboard (TendForm  *form,
              GtkWidget *field)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (form->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, field);
}

static void
test_need (TendForm      *form,
           gconstpointer  data)
{
  g_autoptr (TendNeedRecord) fresh = tend_need_record_new ();
  g_autoptr (TendLiaisonRecord) liaison = tend_liaison_record_new ();
  g_autoptr (TendNeedRecord) written = NULL;
  TendId service;

  fresh->account = liaison->account = form->sample.brauhaus;
  liaison->name = g_strdup ("Field Service");
  service = tend_sample_add (&form->sample, &liaison->base);
  tend_form_open (form, tend_need_dialog_new (form->sample.book, fresh));
  wait_until (has_keyboard (form, tend_form_find (form, ADW_TYPE_ENTRY_ROW, "title")));
  tend_form_type (form, "title", "Dispensing unit loses pressure");
  tend_form_type (form, "promised_for", "31.02.2026");
  g_assert_cmpstr (tend_form_get_title (form, "promised_for"), ==, "Promised _For – Not a date");
  tend_form_type (form, "promised_for", "24.12.2026");
  tend_form_select (form, "kind", TEND_NEED_FAULT);
  tend_form_choose (form, "contact", form->sample.anna);
  tend_form_choose (form, "liaison", service);
  tend_test_picture (form->window, data != NULL ? "dialog-need-narrow" : "dialog-need");
  tend_form_save (form);

  written = (TendNeedRecord *) tend_sample_read (&form->sample, &tend_need_noun, tend_form_get_saved (form));
  g_assert_cmpint (written->hat, ==, TEND_HAT_TECHNICAL);
  g_assert_cmpint (written->contact, ==, form->sample.anna);
  g_assert_cmpint (written->liaison, ==, service);
  g_assert_cmpint (written->state, ==, TEND_NEED_WAITING);
  g_assert_cmpstr (written->promised_for, ==, "2026-12-24");
}

static void
test_liaison (TendForm      *form,
              gconstpointer  data)
{
  g_autoptr (TendLiaisonRecord) fresh = tend_liaison_record_new ();
  g_autoptr (TendLiaisonRecord) written = NULL;

  fresh->account = form->sample.brauhaus;
  tend_form_open (form, tend_liaison_dialog_new (form->sample.book, fresh));
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "name", "Ines Roth");
  tend_form_type (form, "email", "nowhere");
  g_assert_cmpstr (tend_form_get_title (form, "email"), ==, "_E-Mail – Not an e-mail address");
  tend_form_type (form, "email", "ines@firm.example");
  tend_form_type (form, "purpose", "Repairs");
  tend_test_picture (form->window, "dialog-liaison");
  tend_form_save (form);
  written = (TendLiaisonRecord *) tend_sample_read (&form->sample, &tend_liaison_noun, tend_form_get_saved (form));
  g_assert_cmpstr (written->email, ==, "ines@firm.example");
}

static void
test_invoice (TendForm      *form,
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

  fresh->account = form->sample.brauhaus;
  fresh->issued_on = g_strdup ("2026-11-24");
  tend_form_open (form, tend_invoice_dialog_new (form->sample.book, fresh, "EUR"));
  check_says (form, rows, G_N_ELEMENTS (rows));
  tend_form_type (form, "number", "2026-1187");
  tend_form_type (form, "amount", "3.150,00");
  tend_form_type (form, "due_on", "24.12.2026");
  tend_test_picture (form->window, "dialog-invoice");
  tend_form_save (form);
  written = (TendInvoiceRecord *) tend_sample_read (&form->sample, &tend_invoice_noun, tend_form_get_saved (form));
  g_assert_cmpint (written->amount, ==, 315000);
  g_assert_cmpstr (written->due_on, ==, "2026-12-24");
}

static void
test_pulse (TendForm      *form,
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

  fresh->account = form->sample.brauhaus;
  fresh->manager = form->sample.vera;
  fresh->at = g_get_real_time ();
  tend_form_open (form, tend_pulse_dialog_new (form->sample.book, fresh));
  /* Nothing typed is no reading. */
  g_assert_false (tend_form_can_save (form));
  check_says (form, rows, G_N_ELEMENTS (rows));
  tend_form_type (form, "score", "7");
  g_assert_true (tend_form_can_save (form));
  tend_form_type (form, "at", "one fine day");
  g_assert_false (tend_form_can_save (form));
  tend_form_type (form, "at", "24.11.2026 15:00");
  tend_form_select (form, "source", TEND_PULSE_SURVEY);
  tend_form_choose (form, "contact", form->sample.anna);
  tend_test_picture (form->window, "dialog-pulse");
  tend_form_save (form);

  written = (TendPulseRecord *) tend_sample_read (&form->sample, &tend_pulse_noun, tend_form_get_saved (form));
  g_assert_cmpint (written->score, ==, 7);
  g_assert_cmpint (written->contact, ==, form->sample.anna);
  g_assert_cmpint (written->manager, ==, 0);
  g_assert_cmpint (written->at, ==, G_GINT64_CONSTANT (1795528800) * G_TIME_SPAN_SECOND);
}

static void
test_whitespace (TendForm      *form,
                 gconstpointer  data)
{
  g_autoptr (TendWhitespaceRecord) fresh = tend_whitespace_record_new ();
  g_autoptr (TendWhitespaceRecord) written = NULL;

  fresh->account = form->sample.brauhaus;
  fresh->product = add_product (form, "Gate");
  tend_form_open (form, tend_whitespace_dialog_new (form->sample.book, fresh));
  g_assert_false (gtk_widget_get_visible (tend_form_find (form, ADW_TYPE_ENTRY_ROW, "competitor")));
  tend_form_select (form, "stance", TEND_STANCE_COMPETITOR);
  g_assert_true (gtk_widget_get_visible (tend_form_find (form, ADW_TYPE_ENTRY_ROW, "competitor")));
  tend_form_type (form, "competitor", "Acme");
  tend_form_type (form, "until", "30.06.2027");
  tend_test_picture (form->window, "dialog-whitespace");
  tend_form_save (form);
  written = (TendWhitespaceRecord *) tend_sample_read (&form->sample, &tend_whitespace_noun, tend_form_get_saved (form));
  g_assert_cmpint (written->stance, ==, TEND_STANCE_COMPETITOR);
  g_assert_cmpstr (written->until, ==, "2027-06-30");
}

static void
test_contact (TendForm      *form,
              gconstpointer  data)
{
  g_autoptr (TendContactRecord) record =
    (TendContactRecord *) tend_sample_read (&form->sample, &tend_contact_noun, form->sample.anna);
  g_autoptr (TendContactRecord) written = NULL;

  tend_form_open (form, tend_contact_dialog_new (form->sample.book, record));
  tend_form_select (form, "part", TEND_PART_DECISION_MAKER);
  tend_form_type (form, "birthday", "29.02.1979");
  g_assert_cmpstr (tend_form_get_title (form, "birthday"), ==, "_Birthday – Not a date");
  tend_form_type (form, "birthday", "28.02.1979");
  tend_form_type (form, "left_on", "some day");
  g_assert_cmpstr (tend_form_get_title (form, "left_on"), ==, "_Left the Firm – Not a date");
  tend_form_type (form, "left_on", "2026-10-01");
  tend_test_picture (form->window, "dialog-contact-part");
  tend_form_save (form);
  written = (TendContactRecord *) tend_sample_read (&form->sample, &tend_contact_noun, tend_form_get_saved (form));
  g_assert_cmpint (written->part, ==, TEND_PART_DECISION_MAKER);
  g_assert_cmpstr (written->birthday, ==, "1979-02-28");
  g_assert_cmpstr (written->left_on, ==, "2026-10-01");
}

#define ADD(path, function, data) g_test_add (path, TendForm, data, tend_form_set_up, function, tend_form_tear_down)

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
