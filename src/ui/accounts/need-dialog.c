/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "need-dialog.h"

#include <glib/gi18n.h>

#include "core/entities/liaison.h"
#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"

struct _TendNeedDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *priority;
  GtkWidget *promised_for;
  GtkWidget *contact;
  GtkWidget *manager;
  GtkWidget *liaison;
  GtkWidget *body;
  GtkWidget *resolution;
  GtkWidget *resolved;
};

G_DEFINE_FINAL_TYPE (TendNeedDialog, tend_need_dialog, TEND_TYPE_EDIT_DIALOG)

/* Who waits for a colleague waits; who waits for nobody any more does not. */
static gboolean
tend_need_dialog_collect (TendEditDialog  *dialog,
                          TendRecord      *record,
                          GError         **error)
{
  TendNeedRecord *need = (TendNeedRecord *) record;
  const TendNeedRecord *before = (const TendNeedRecord *) tend_edit_dialog_get_before (dialog);

  if (need->state != TEND_NEED_RESOLVED && need->liaison != before->liaison)
    need->state = need->liaison != 0 ? TEND_NEED_WAITING : TEND_NEED_OPEN;

  return TRUE;
}

static void
tend_need_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_NEED_DIALOG);
  G_OBJECT_CLASS (tend_need_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (title) X (kind) X (priority) X (promised_for) X (contact) X (manager) X (liaison) X (body) X (resolution)

static void
tend_need_dialog_class_init (TendNeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_need_dialog_dispose;
  TEND_EDIT_DIALOG_CLASS (klass)->collect = tend_need_dialog_collect;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/need-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendNeedDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_child (widget_class, TendNeedDialog, resolved);
}

static void
tend_need_dialog_init (TendNeedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_need_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_need_dialog_new (TendBook             *book,
                      const TendNeedRecord *record)
{
  TendNeedDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_NEED_DIALOG,
                       "title", record->base.id == 0 ? _("New Need") : _("Edit Need"),
                       NULL);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->contact), book, &tend_contact_noun, record->account);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->manager), book, &tend_manager_noun, 0);
  tend_reference_row_set_noun (TEND_REFERENCE_ROW (self->liaison), book, &tend_liaison_noun, record->account);
  gtk_widget_set_visible (self->resolved, record->resolution != NULL || record->state == TEND_NEED_RESOLVED);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->title);

  return ADW_DIALOG (self);
}
