/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "purchase-dialog.h"

#include <glib/gi18n.h>

#include "core/entities/product.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"

struct _TendPurchaseDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *product;
  GtkWidget *quantity;
  GtkWidget *yearly_value;
  GtkWidget *bought_on;
  GtkWidget *renews_on;
  GtkWidget *ends_on;
  GtkWidget *notice_days;
  GtkWidget *fit;
  GtkWidget *fit_note;
  GtkWidget *sold_by;
};

G_DEFINE_FINAL_TYPE (TendPurchaseDialog, tend_purchase_dialog, TEND_TYPE_EDIT_DIALOG)

static void
tend_purchase_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PURCHASE_DIALOG);
  G_OBJECT_CLASS (tend_purchase_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (product) X (quantity) X (yearly_value) X (bought_on) X (renews_on) X (ends_on) X (notice_days) X (fit) X (fit_note) X (sold_by)

static void
tend_purchase_dialog_class_init (TendPurchaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_purchase_dialog_dispose;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/purchase-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendPurchaseDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_purchase_dialog_init (TendPurchaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_purchase_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_purchase_dialog_new (TendBook                 *book,
                          const TendPurchaseRecord *record,
                          const char               *currency)
{
  TendPurchaseDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_PURCHASE_DIALOG,
                       "title", record->base.id == 0 ? _("New Purchase") : _("Edit Purchase"),
                       NULL);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->product), book, &tend_product_noun, 0);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->sold_by), book, &tend_manager_noun, 0);
  tend_edit_dialog_set_currency (TEND_EDIT_DIALOG (self), currency);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->product);

  return ADW_DIALOG (self);
}
