/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opportunity-dialog.h"

#include <glib/gi18n.h>

#include "core/entities/product.h"
#include "ui/text/words.h"
#include "ui/widgets/field-error.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"

struct _TendOpportunityDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *product;
  GtkWidget *stage;
  GtkWidget *amount;
  GtkWidget *probability;
  GtkWidget *close_on;
  GtkWidget *manager;
  GtkWidget *notes;
  GtkWidget *lost_reason;
};

G_DEFINE_FINAL_TYPE (TendOpportunityDialog, tend_opportunity_dialog, TEND_TYPE_EDIT_DIALOG)

/* A loss has a reason; it is asked for where the stage says so. */
static gboolean
tend_opportunity_dialog_collect (TendEditDialog  *dialog,
                                 TendRecord      *record,
                                 GError         **error)
{
  TendOpportunityDialog *self = TEND_OPPORTUNITY_DIALOG (dialog);
  TendOpportunityRecord *opportunity = (TendOpportunityRecord *) record;
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->lost_reason))));
  gboolean lost = opportunity->stage == TEND_STAGE_LOST;

  gtk_widget_set_visible (self->lost_reason, lost);
  tend_record_set_text (record, tend_noun_get_field (record->noun, "lost_reason"), lost ? reason : NULL);
  tend_field_error_show (self->lost_reason, lost && *reason == '\0' ? tend_words_reason (TEND_REASON_REQUIRED) : NULL);

  return !lost || *reason != '\0';
}

static void
tend_opportunity_dialog_fill (TendEditDialog   *dialog,
                              const TendRecord *record)
{
  const TendOpportunityRecord *opportunity = (const TendOpportunityRecord *) record;
  g_autofree char *reason = tend_words_one_line (opportunity->lost_reason, 2000);

  gtk_editable_set_text (GTK_EDITABLE (TEND_OPPORTUNITY_DIALOG (dialog)->lost_reason), reason);
}

static void
tend_opportunity_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_OPPORTUNITY_DIALOG);
  G_OBJECT_CLASS (tend_opportunity_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (title) X (kind) X (product) X (stage) X (amount) X (probability) X (close_on) X (manager) X (notes)

static void
tend_opportunity_dialog_class_init (TendOpportunityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_opportunity_dialog_dispose;
  TEND_EDIT_DIALOG_CLASS (klass)->collect = tend_opportunity_dialog_collect;
  TEND_EDIT_DIALOG_CLASS (klass)->fill = tend_opportunity_dialog_fill;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/opportunity-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendOpportunityDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_child (widget_class, TendOpportunityDialog, lost_reason);
}

static void
tend_opportunity_dialog_init (TendOpportunityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_opportunity_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
  g_signal_connect_object (self->lost_reason, "changed", G_CALLBACK (tend_edit_dialog_check), self, G_CONNECT_SWAPPED);
}

AdwDialog *
tend_opportunity_dialog_new (TendBook                    *book,
                             const TendOpportunityRecord *record,
                             const char                  *currency)
{
  TendOpportunityDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_OPPORTUNITY_DIALOG,
                       "title", record->base.id == 0 ? _("New Opportunity") : _("Edit Opportunity"),
                       NULL);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->product), book, &tend_product_noun, 0);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->manager), book, &tend_manager_noun, 0);
  tend_edit_dialog_set_currency (TEND_EDIT_DIALOG (self), currency);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->title);

  return ADW_DIALOG (self);
}
