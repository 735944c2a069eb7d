/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "whitespace-dialog.h"

#include <glib/gi18n.h>

#include "core/entities/product.h"
#include "ui/widgets/reference-row.h"

struct _TendWhitespaceDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *product;
  GtkWidget *stance;
  GtkWidget *competitor;
  GtkWidget *until;
};

G_DEFINE_FINAL_TYPE (TendWhitespaceDialog, tend_whitespace_dialog, TEND_TYPE_EDIT_DIALOG)

/* A competitor and the end of its contract go with that stance alone; in-house has an end too. */
static void
on_stance_changed (TendWhitespaceDialog *self)
{
  guint stance = adw_combo_row_get_selected (ADW_COMBO_ROW (self->stance));

  gtk_widget_set_visible (self->competitor, stance == TEND_STANCE_COMPETITOR);
  gtk_widget_set_visible (self->until, stance == TEND_STANCE_COMPETITOR || stance == TEND_STANCE_IN_HOUSE);
}

static void
tend_whitespace_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_WHITESPACE_DIALOG);
  G_OBJECT_CLASS (tend_whitespace_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (product) X (stance) X (competitor) X (until)

static void
tend_whitespace_dialog_class_init (TendWhitespaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_whitespace_dialog_dispose;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/whitespace-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendWhitespaceDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_whitespace_dialog_init (TendWhitespaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_whitespace_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
  g_signal_connect_object (self->stance, "notify::selected", G_CALLBACK (on_stance_changed), self, G_CONNECT_SWAPPED);
}

AdwDialog *
tend_whitespace_dialog_new (TendBook                   *book,
                            const TendWhitespaceRecord *record)
{
  TendWhitespaceDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_WHITESPACE_DIALOG,
                       "title", _("What They Have Instead"),
                       NULL);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->product), book, &tend_product_noun, 0);
  gtk_widget_set_sensitive (self->product, record->product == 0);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  on_stance_changed (self);
  adw_dialog_set_focus (ADW_DIALOG (self), self->stance);

  return ADW_DIALOG (self);
}
