/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "product-filter-dialog.h"

#include "core/entities/product.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/reference-row.h"

struct _TendProductFilterDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  TendReferenceRow *product;
  AdwComboRow *stance;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendProductFilterDialog, tend_product_filter_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

static void
on_apply (TendProductFilterDialog *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tend_product_filter_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PRODUCT_FILTER_DIALOG);
  G_OBJECT_CLASS (tend_product_filter_dialog_parent_class)->dispose (object);
}

static void
tend_product_filter_dialog_class_init (TendProductFilterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_product_filter_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/product-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendProductFilterDialog, product);
  gtk_widget_class_bind_template_child (widget_class, TendProductFilterDialog, stance);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
}

static void
tend_product_filter_dialog_init (TendProductFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tend_product_filter_dialog_new (TendBook *book,
                                TendId    product,
                                gboolean  without)
{
  TendProductFilterDialog *self = g_object_new (TEND_TYPE_PRODUCT_FILTER_DIALOG, NULL);

  tend_reference_row_set_noun (self->product, book, &tend_product_noun, 0);
  tend_reference_row_set_id (self->product, product);
  adw_combo_row_set_selected (self->stance, without ? 1 : 0);
  return ADW_DIALOG (self);
}

TendId
tend_product_filter_dialog_get_product (TendProductFilterDialog *self,
                                        gboolean                *without)
{
  TendId product = tend_reference_row_get_id (self->product);

  *without = product != 0 && adw_combo_row_get_selected (self->stance) == 1;
  return product;
}
