/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "follow-up-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/reference-row.h"
#include "ui/widgets/text-row.h"
#include "ui/widgets/when-row.h"

struct _TendFollowUpDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget   *title;
  TendWhenRow *when;
  GtkWidget   *account;
  GtkWidget   *lead;
  GtkWidget   *hat;
  GtkWidget   *promised;
  GtkWidget   *manager;
  GtkWidget   *contact;
  GtkWidget   *notes;
  GtkWidget   *outcome;
  GtkWidget   *outcome_group;
};

G_DEFINE_FINAL_TYPE (TendFollowUpDialog, tend_follow_up_dialog, TEND_TYPE_EDIT_DIALOG)

/* The promise keeps the zone it was made in; a new one is made in the zone where the user is. */
static char *
dup_local_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return g_strdup (g_time_zone_get_identifier (zone));
}

static GTimeZone *
dup_zone_of (const TendFollowUpRecord *record)
{
  GTimeZone *zone = record->due_zone != NULL ? g_time_zone_new_identifier (record->due_zone) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

static gboolean
tend_follow_up_dialog_collect (TendEditDialog  *dialog,
                               TendRecord      *record,
                               GError         **error)
{
  TendFollowUpDialog *self = TEND_FOLLOW_UP_DIALOG (dialog);
  TendFollowUpRecord *follow_up = (TendFollowUpRecord *) record;
  TendWall wall;

  if (!tend_when_row_get_wall (self->when, &wall))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, "due_wall", NULL, "not a time");
      return FALSE;
    }

  g_free (follow_up->due_wall);
  follow_up->due_wall = tend_wall_to_string (&wall);
  follow_up->all_day = wall.all_day;
  if (follow_up->due_zone == NULL)
    follow_up->due_zone = dup_local_zone ();

  return TRUE;
}

static void
tend_follow_up_dialog_fill (TendEditDialog   *dialog,
                            const TendRecord *record)
{
  TendFollowUpDialog *self = TEND_FOLLOW_UP_DIALOG (dialog);
  const TendFollowUpRecord *follow_up = (const TendFollowUpRecord *) record;
  g_autoptr (GTimeZone) zone = dup_zone_of (follow_up);
  TendWall wall;

  tend_when_row_set_zone (self->when, zone);
  if (follow_up->due_wall != NULL && tend_wall_parse (follow_up->due_wall, &wall))
    tend_when_row_set_wall (self->when, &wall);
}

static void
offer_contacts (TendFollowUpDialog *self)
{
  g_autoptr (TendQuery) contacts = tend_query_new (&tend_contact_noun);
  TendId account = tend_reference_row_get_id (TEND_REFERENCE_ROW (self->account));

  tend_query_add_int (contacts, "account", TEND_QUERY_IS, account);
  tend_query_set_sort (contacts, "family", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->contact), tend_edit_dialog_get_book (TEND_EDIT_DIALOG (self)),
                                  contacts, NULL);
  gtk_widget_set_sensitive (self->contact, account != 0);
}

static void
on_account_changed (TendFollowUpDialog *self)
{
  if (tend_edit_dialog_get_book (TEND_EDIT_DIALOG (self)) == NULL)
    return;

  offer_contacts (self);
  tend_reference_row_set_id (TEND_REFERENCE_ROW (self->contact), 0);
}

static void
on_when_changed (TendFollowUpDialog *self)
{
  tend_edit_dialog_check (TEND_EDIT_DIALOG (self));
}

static void
tend_follow_up_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_FOLLOW_UP_DIALOG);
  G_OBJECT_CLASS (tend_follow_up_dialog_parent_class)->dispose (object);
}

/* The account first: what stands in it clears the contact. */
#define CHILDREN(X) X (account) X (title) X (lead) X (hat) X (promised) X (manager) X (contact) X (notes) \
  X (outcome)

static void
tend_follow_up_dialog_class_init (TendFollowUpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_follow_up_dialog_dispose;
  TEND_EDIT_DIALOG_CLASS (klass)->collect = tend_follow_up_dialog_collect;
  TEND_EDIT_DIALOG_CLASS (klass)->fill = tend_follow_up_dialog_fill;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  g_type_ensure (TEND_TYPE_TEXT_ROW);
  g_type_ensure (TEND_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/follow-ups/follow-up-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendFollowUpDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpDialog, when);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpDialog, outcome_group);
}

static void
tend_follow_up_dialog_init (TendFollowUpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_follow_up_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
  g_signal_connect_object (self->account, "changed", G_CALLBACK (on_account_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->when, "changed", G_CALLBACK (on_when_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
offer_choices (TendFollowUpDialog       *self,
               TendBook                 *book,
               const TendFollowUpRecord *record)
{
  g_autoptr (TendQuery) managers = tend_query_new (&tend_manager_noun);
  g_autoptr (TendQuery) accounts = tend_query_new (&tend_account_noun);
  g_autoptr (TendQuery) contacts = tend_query_new (&tend_contact_noun);

  tend_query_add_int (managers, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (managers, "name", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->manager), book, managers, NULL);
  tend_query_set_sort (accounts, "name", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->account), book, accounts, NULL);
  tend_query_add_int (contacts, "account", TEND_QUERY_IS, record->account);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->contact), book, contacts, NULL);
}

AdwDialog *
tend_follow_up_dialog_new (TendBook                 *book,
                           const TendFollowUpRecord *record)
{
  TendFollowUpDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (TEND_TYPE_FOLLOW_UP_DIALOG,
                       "title", record->base.id == 0 ? _("New Follow-Up") : _("Edit Follow-Up"),
                       NULL);
  gtk_widget_set_visible (self->account, record->account == 0);
  /* Elsewhere it is called so: its title is the product's name. */
  if (record->purchase != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), C_("follow-up", "Renewal _of"));
  /* How it went is known once it is settled. */
  gtk_widget_set_visible (self->outcome_group, !tend_follow_up_record_is_open (record));
  offer_choices (self, book, record);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  if (record->account != 0)
    offer_contacts (self);
  adw_dialog_set_focus (ADW_DIALOG (self), self->title);

  return ADW_DIALOG (self);
}
