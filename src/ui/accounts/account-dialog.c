/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"

struct _TendAccountDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *name;
  GtkWidget *tier;
  GtkWidget *status;
  GtkWidget *owner;
  GtkWidget *phone;
  GtkWidget *email;
  GtkWidget *website;
  GtkWidget *street;
  GtkWidget *postcode;
  GtkWidget *city;
  GtkWidget *country;
  GtkWidget *more_group;
  GtkWidget *more;
  GtkWidget *number;
  GtkWidget *kind;
  GtkWidget *industry;
  GtkWidget *parent;
  GtkWidget *customer_since;
  GtkWidget *vat_id;
  GtkWidget *region;
  GtkWidget *language;
  GtkWidget *zone;
  GtkWidget *currency;
  GtkWidget *to_avoid;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (TendAccountDialog, tend_account_dialog, TEND_TYPE_EDIT_DIALOG)

static void
on_more (TendAccountDialog *self)
{
  gtk_widget_set_visible (self->more, TRUE);
  gtk_widget_set_visible (self->more_group, FALSE);
  gtk_widget_grab_focus (self->number);
}

static void
tend_account_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_ACCOUNT_DIALOG);
  G_OBJECT_CLASS (tend_account_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X)                                                                                           \
  X (name) X (tier) X (status) X (owner) X (phone) X (email) X (website) X (street) X (postcode) X (city)     \
  X (country) X (number) X (kind) X (industry) X (parent) X (customer_since) X (vat_id) X (region)            \
  X (language) X (zone) X (currency) X (to_avoid) X (notes)

static void
tend_account_dialog_class_init (TendAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_dialog_dispose;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendAccountDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_child (widget_class, TendAccountDialog, more_group);
  gtk_widget_class_bind_template_child (widget_class, TendAccountDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
tend_account_dialog_init (TendAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_account_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

static void
offer_choices (TendAccountDialog       *self,
               TendBook                *book,
               const TendAccountRecord *record)
{
  g_autoptr (TendQuery) managers = tend_query_new (&tend_manager_noun);
  g_autoptr (TendQuery) accounts = tend_query_new (&tend_account_noun);
  g_autoptr (GHashTable) without = tend_reference_set_new ();

  tend_query_add_int (managers, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (managers, "name", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->owner), book, managers, NULL);

  tend_query_set_sort (accounts, "name", FALSE);
  tend_reference_set_add (without, record->base.id);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->parent), book, accounts, without);
}

AdwDialog *
tend_account_dialog_new (TendBook                *book,
                         const TendAccountRecord *record)
{
  TendAccountDialog *self;
  gboolean creating;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  creating = record->base.id == 0;
  self = g_object_new (TEND_TYPE_ACCOUNT_DIALOG,
                       "title", creating ? _("New Account") : _("Edit Account"),
                       NULL);
  gtk_widget_set_visible (self->owner, creating);
  offer_choices (self, book, record);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->name);

  return ADW_DIALOG (self);
}
