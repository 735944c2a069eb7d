/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pulse-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"
#include "ui/widgets/when-row.h"

struct _TendPulseDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *score;
  GtkWidget *source;
  GtkWidget *at;
  GtkWidget *contact;
  GtkWidget *manager;
  GtkWidget *comment;
};

G_DEFINE_FINAL_TYPE (TendPulseDialog, tend_pulse_dialog, TEND_TYPE_EDIT_DIALOG)

/* Who answered belongs to a survey, whose it is to an impression. */
static void
on_source_changed (TendPulseDialog *self)
{
  gboolean survey = adw_combo_row_get_selected (ADW_COMBO_ROW (self->source)) == TEND_PULSE_SURVEY;

  gtk_widget_set_visible (self->contact, survey);
  gtk_widget_set_visible (self->manager, !survey);
}

static gboolean
tend_pulse_dialog_collect (TendEditDialog  *dialog,
                           TendRecord      *record,
                           GError         **error)
{
  TendPulseDialog *self = TEND_PULSE_DIALOG (dialog);
  TendPulseRecord *pulse = (TendPulseRecord *) record;
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->score)) == '\0';

  if (pulse->source == TEND_PULSE_SURVEY)
    pulse->manager = 0;
  else
    pulse->contact = 0;

  /* Nothing typed is no reading, rather than the worst one. */
  return !empty;
}

static void
tend_pulse_dialog_fill (TendEditDialog   *dialog,
                        const TendRecord *record)
{
  if (tend_edit_dialog_is_creating (dialog))
    gtk_editable_set_text (GTK_EDITABLE (TEND_PULSE_DIALOG (dialog)->score), "");
  on_source_changed (TEND_PULSE_DIALOG (dialog));
}

static void
on_when_changed (TendPulseDialog *self)
{
  tend_edit_dialog_check (TEND_EDIT_DIALOG (self));
}

static void
tend_pulse_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PULSE_DIALOG);
  G_OBJECT_CLASS (tend_pulse_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (score) X (source) X (at) X (contact) X (manager) X (comment)

static void
tend_pulse_dialog_class_init (TendPulseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_pulse_dialog_dispose;
  TEND_EDIT_DIALOG_CLASS (klass)->collect = tend_pulse_dialog_collect;
  TEND_EDIT_DIALOG_CLASS (klass)->fill = tend_pulse_dialog_fill;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  g_type_ensure (TEND_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/pulse-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendPulseDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_pulse_dialog_init (TendPulseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_pulse_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
  g_signal_connect_object (self->source, "notify::selected", G_CALLBACK (on_source_changed), self, G_CONNECT_SWAPPED);
  /* The row knows what was meant only after its own handler. */
  g_signal_connect_object (self->at, "changed", G_CALLBACK (on_when_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

AdwDialog *
tend_pulse_dialog_new (TendBook              *book,
                       const TendPulseRecord *record)
{
  TendPulseDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_PULSE_DIALOG,
                       "title", record->base.id == 0 ? _("New Pulse") : _("Edit Pulse"),
                       NULL);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->contact), book, &tend_contact_noun, record->account);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->manager), book, &tend_manager_noun, 0);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->score);

  return ADW_DIALOG (self);
}
