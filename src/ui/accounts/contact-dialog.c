/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "contact-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/text-row.h"
#include "ui/widgets/texts-group.h"

struct _TendContactDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *given;
  GtkWidget *family;
  GtkWidget *title;
  GtkWidget *part;
  GtkWidget *main;
  GtkWidget *emails;
  GtkWidget *phones;
  GtkWidget *birthday;
  GtkWidget *left_on;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (TendContactDialog, tend_contact_dialog, TEND_TYPE_EDIT_DIALOG)

static void
tend_contact_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_CONTACT_DIALOG);
  G_OBJECT_CLASS (tend_contact_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (given) X (family) X (title) X (part) X (main) X (emails) X (phones) X (birthday) X (left_on) X (notes)

static void
tend_contact_dialog_class_init (TendContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_contact_dialog_dispose;

  g_type_ensure (TEND_TYPE_TEXT_ROW);
  g_type_ensure (TEND_TYPE_TEXTS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/contact-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendContactDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_contact_dialog_init (TendContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_contact_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_contact_dialog_new (TendBook                *book,
                         const TendContactRecord *record)
{
  TendContactDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL && record->account != 0, NULL);

  self = g_object_new (TEND_TYPE_CONTACT_DIALOG,
                       "title", record->base.id == 0 ? _("New Contact") : _("Edit Contact"),
                       NULL);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->given);

  return ADW_DIALOG (self);
}
