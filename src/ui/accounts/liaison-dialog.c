/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison-dialog.h"

#include <glib/gi18n.h>


struct _TendLiaisonDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *name;
  GtkWidget *team;
  GtkWidget *purpose;
  GtkWidget *email;
  GtkWidget *phone;
};

G_DEFINE_FINAL_TYPE (TendLiaisonDialog, tend_liaison_dialog, TEND_TYPE_EDIT_DIALOG)

static void
tend_liaison_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_LIAISON_DIALOG);
  G_OBJECT_CLASS (tend_liaison_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (name) X (team) X (purpose) X (email) X (phone)

static void
tend_liaison_dialog_class_init (TendLiaisonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_liaison_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/liaison-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendLiaisonDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_liaison_dialog_init (TendLiaisonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_liaison_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_liaison_dialog_new (TendBook                *book,
                         const TendLiaisonRecord *record)
{
  TendLiaisonDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_LIAISON_DIALOG,
                       "title", record->base.id == 0 ? _("New Liaison") : _("Edit Liaison"),
                       NULL);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->name);

  return ADW_DIALOG (self);
}
