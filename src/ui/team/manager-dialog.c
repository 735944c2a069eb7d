/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manager-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/reference-row.h"

struct _TendManagerDialog
{
  TendEditDialog parent_instance;

  /* Template Widgets */
  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *title;
  GtkWidget *reports_to;
  GtkWidget *email;
  GtkWidget *phone;
  GtkWidget *full_time_share;
  GtkWidget *active;

  /* Owned References */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TendManagerDialog, tend_manager_dialog, TEND_TYPE_EDIT_DIALOG)

static TendId
own_id (TendManagerDialog *self)
{
  const TendRecord *before = tend_edit_dialog_get_before (TEND_EDIT_DIALOG (self));

  return before != NULL ? before->id : 0;
}

/* Herself and all who report to her, near or far. */
static GHashTable *
collect_below (GPtrArray *managers,
               TendId     top)
{
  GHashTable *below = tend_reference_set_new ();
  gboolean grew = TRUE;

  tend_reference_set_add (below, top);
  while (grew)
    {
      grew = FALSE;
      for (guint i = 0; i < managers->len; i++)
        {
          TendManager *manager = g_ptr_array_index (managers, i);
          TendId id = tend_entity_get_id (TEND_ENTITY (manager));
          TendId lead = tend_manager_get (manager)->reports_to;

          if (lead != 0 && g_hash_table_contains (below, &lead) && !g_hash_table_contains (below, &id))
            {
              tend_reference_set_add (below, id);
              grew = TRUE;
            }
        }
    }

  return below;
}

static void
offer_leads (TendManagerDialog *self,
             TendBook          *book,
             GHashTable        *without)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_manager_noun);

  tend_query_add_int (query, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (query, "name", FALSE);
  tend_reference_row_set_choices (TEND_REFERENCE_ROW (self->reports_to), book, query, without);
}

static void
on_managers_found (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TendManagerDialog) self = user_data;
  g_autoptr (GPtrArray) managers = tend_book_find_finish (TEND_BOOK (source), result, NULL);

  if (managers != NULL)
    {
      g_autoptr (GHashTable) below = collect_below (managers, own_id (self));

      offer_leads (self, TEND_BOOK (source), below);
    }
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TendManagerDialog) self = user_data;
  g_autoptr (GHashTable) counts = tend_book_count_accounts_finish (TEND_BOOK (source), result, NULL);
  guint count = counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (own_id (self)))) : 0;
  g_autofree char *text = NULL;

  if (count == 0)
    return;

  text = g_strdup_printf (ngettext ("Still has %u account. Hand it over first.",
                                    "Still has %u accounts. Hand them over first.", count), count);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->active), text);
  if (adw_switch_row_get_active (ADW_SWITCH_ROW (self->active)))
    gtk_widget_set_sensitive (self->active, FALSE);
}

static void
tend_manager_dialog_dispose (GObject *object)
{
  TendManagerDialog *self = TEND_MANAGER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_MANAGER_DIALOG);

  G_OBJECT_CLASS (tend_manager_dialog_parent_class)->dispose (object);
}

#define CHILDREN(X) X (name) X (role) X (title) X (reports_to) X (email) X (phone) X (full_time_share) X (active)

static void
tend_manager_dialog_class_init (TendManagerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_manager_dialog_dispose;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/team/manager-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendManagerDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
}

static void
tend_manager_dialog_init (TendManagerDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
#define BIND_FIELD(child) tend_edit_dialog_bind (TEND_EDIT_DIALOG (self), &tend_manager_noun, #child, self->child);
  CHILDREN (BIND_FIELD)
#undef BIND_FIELD
}

AdwDialog *
tend_manager_dialog_new (TendBook                *book,
                         const TendManagerRecord *record)
{
  TendManagerDialog *self;
  gboolean creating;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  creating = record->base.id == 0;
  self = g_object_new (TEND_TYPE_MANAGER_DIALOG,
                       "title", creating ? _("New Manager") : _("Edit Manager"),
                       NULL);
  gtk_widget_set_visible (self->active, !creating);
  offer_leads (self, book, NULL);
  tend_edit_dialog_set_record (TEND_EDIT_DIALOG (self), book, &record->base);
  adw_dialog_set_focus (ADW_DIALOG (self), self->name);
  if (!creating)
    {
      g_autoptr (TendQuery) all = tend_query_new (&tend_manager_noun);

      tend_book_find_async (book, all, self->cancellable, on_managers_found, g_object_ref (self));
      tend_book_count_accounts_async (book, self->cancellable, on_counted, g_object_ref (self));
    }

  return ADW_DIALOG (self);
}
