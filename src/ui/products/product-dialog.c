/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "product-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/text-row.h"

struct _TendProductDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *name;
  GtkWidget *number;
  GtkWidget *kind;
  GtkWidget *hat;
  GtkWidget *list_price;
  GtkWidget *active;
  GtkWidget *description;
};

G_DEFINE_FINAL_TYPE (TendProductDialog, tend_product_dialog, TEND_TYPE_EDIT_DIALOG)

static void
tend_product_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PRODUCT_DIALOG);
  G_OBJECT_CLASS (tend_product_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (name) X (number) X (kind) X (hat) X (list_price) X (active) X (description)

static void
tend_product_dialog_class_init (TendProductDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_product_dialog_dispose;

  g_type_ensure (TEND_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/products/product-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendProductDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_product_dialog_init (TendProductDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_product_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_product_dialog_new (TendBook                *book,
                         const TendProductRecord *record)
{
  TendProductDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (TEND_TYPE_PRODUCT_DIALOG,
                       "title", record->base.id == 0 ? _("New Product") : _("Edit Product"),
                       NULL);
  tend_edit_dialog_set_currency (TEND_EDIT_DIALOG (self),
                                 record->currency != NULL ? record->currency : tend_book_get_currency (book, NULL));
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->name);

  return ADW_DIALOG (self);
}
