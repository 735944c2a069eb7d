/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "invoice-dialog.h"

#include <glib/gi18n.h>


struct _TendInvoiceDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *number;
  GtkWidget *amount;
  GtkWidget *issued_on;
  GtkWidget *due_on;
  GtkWidget *paid;
  GtkWidget *paid_on;
};

G_DEFINE_FINAL_TYPE (TendInvoiceDialog, tend_invoice_dialog, TEND_TYPE_EDIT_DIALOG)

static void
tend_invoice_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_INVOICE_DIALOG);
  G_OBJECT_CLASS (tend_invoice_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (number) X (amount) X (issued_on) X (due_on) X (paid) X (paid_on)

static void
tend_invoice_dialog_class_init (TendInvoiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_invoice_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/invoice-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_invoice_dialog_init (TendInvoiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_invoice_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_invoice_dialog_new (TendBook                *book,
                         const TendInvoiceRecord *record,
                         const char              *currency)
{
  TendInvoiceDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_INVOICE_DIALOG,
                       "title", record->base.id == 0 ? _("New Invoice") : _("Edit Invoice"),
                       NULL);
  tend_edit_dialog_set_currency (TEND_EDIT_DIALOG (self), currency);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->number);

  return ADW_DIALOG (self);
}
