/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "ui/text/history.h"
#include "ui/text/moment.h"
#include "ui/widgets/reference-row.h"

struct _TendHistoryRow
{
  GtkListBoxRow parent_instance;

  /* Template Widgets */
  GtkLabel         *sentence;
  GtkLabel         *details;
  GtkLabel         *stamp;
  GtkWidget        *undo_button;

  /* Owned References */
  TendBook         *book;
  TendHistoryEntry *entry;
  GListModel       *handovers;
  GPtrArray        *entities;   /* those it tells of */
};

G_DEFINE_FINAL_TYPE (TendHistoryRow, tend_history_row, GTK_TYPE_LIST_BOX_ROW)

static void show_entry (TendHistoryRow *self);

static TendEntity *
find_entity (TendHistoryRow *self,
             const TendNoun *noun,
             TendId          id)
{
  TendEntity *entity;

  for (guint i = 0; i < self->entities->len; i++)
    {
      entity = g_ptr_array_index (self->entities, i);
      if (tend_entity_get_id (entity) == id && tend_entity_get_noun (entity) == noun)
        return entity;
    }

  entity = tend_book_get (self->book, noun, id);
  g_ptr_array_add (self->entities, entity);
  g_signal_connect_object (entity, "changed", G_CALLBACK (show_entry), self, G_CONNECT_SWAPPED);
  return entity;
}

static char *
dup_name (const TendNoun *noun,
          TendId          id,
          gpointer        data)
{
  TendEntity *entity = find_entity (TEND_HISTORY_ROW (data), noun, id);

  if (!tend_entity_get_loaded (entity))
    return NULL;
  /* A purchase has no name of its own. */
  if (noun == &tend_purchase_noun)
    return dup_name (&tend_product_noun, tend_purchase_get (TEND_PURCHASE (entity))->product, data);

  return tend_reference_dup_label (entity);
}

/* The row that it tells of, as it is now; NULL while it is not known, or gone. */
static const TendRecord *
find_record (TendHistoryRow *self,
             const TendNoun *noun,
             TendId          id)
{
  TendEntity *entity = find_entity (self, noun, id);

  return tend_entity_get_loaded (entity) ? tend_entity_get_record (entity) : NULL;
}

static const char *
find_currency (TendHistoryRow   *self,
               const TendChange *change)
{
  const TendRecord *account = change->account != 0 ? find_record (self, &tend_account_noun, change->account) : NULL;

  return tend_book_get_currency (self->book, (const TendAccountRecord *) account);
}

static TendHandover *
dup_handover (TendHistoryRow *self,
              TendId          batch)
{
  guint n = self->handovers != NULL ? g_list_model_get_n_items (self->handovers) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendHandover) handover = g_list_model_get_item (self->handovers, i);

      if (tend_handover_get (handover)->batch == batch)
        return g_steal_pointer (&handover);
    }

  return NULL;
}

static void
show_entry (TendHistoryRow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const TendChange *change = tend_history_entry_get (self->entry);
  gboolean undone = tend_history_entry_get_undone (self->entry);
  g_autoptr (TendHandover) handover = dup_handover (self, change->batch);
  g_autofree char *stamp = tend_moment_stamp (change->at, g_get_real_time (), zone);
  g_autofree char *taken_back = g_strdup_printf (_("%s · taken back"), stamp);
  TendHistoryTelling telling;
  TendHistoryText text;

  telling.change = change;
  telling.handover = handover != NULL ? tend_handover_get (handover) : NULL;
  telling.record = find_record (self, change->noun, change->id);
  telling.currency = find_currency (self, change);
  telling.now = g_get_real_time ();
  telling.zone = zone;
  telling.name = dup_name;
  telling.data = self;
  tend_history_describe (&telling, &text);
  gtk_label_set_label (self->sentence, text.sentence);
  gtk_label_set_label (self->details, text.details != NULL ? text.details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details), text.details != NULL);
  gtk_label_set_label (self->stamp, undone ? taken_back : stamp);
  gtk_widget_set_visible (self->undo_button, !undone && change->batch != 0);
  if (undone)
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence), "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text.sentence, -1);
  tend_history_text_clear (&text);
}

static void
on_answered (TendHistoryRow *self,
             const char     *response)
{
  if (g_strcmp0 (response, "undo") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.take-back", "x", tend_history_entry_get (self->entry)->batch);
}

/* A step may have touched more than this account (an import, a handover of forty), so this asks. */
static void
on_undo (TendHistoryRow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Take This Back?"),
                                            _("Everything done in the same step is taken back, in other accounts too. What has been changed since stays as it is."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "undo", _("_Take Back"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "undo");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
tend_history_row_dispose (GObject *object)
{
  TendHistoryRow *self = TEND_HISTORY_ROW (object);

  g_clear_object (&self->book);
  g_clear_object (&self->entry);
  g_clear_object (&self->handovers);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (tend_history_row_parent_class)->dispose (object);
}

static void
tend_history_row_class_init (TendHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_history_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendHistoryRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, TendHistoryRow, details);
  gtk_widget_class_bind_template_child (widget_class, TendHistoryRow, stamp);
  gtk_widget_class_bind_template_child (widget_class, TendHistoryRow, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
}

static void
tend_history_row_init (TendHistoryRow *self)
{
  self->entities = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_history_row_new (TendBook         *book,
                      TendHistoryEntry *entry,
                      GListModel       *handovers)
{
  TendHistoryRow *self = g_object_new (TEND_TYPE_HISTORY_ROW, NULL);

  self->book = g_object_ref (book);
  self->entry = g_object_ref (entry);
  if (handovers != NULL)
    {
      self->handovers = g_object_ref (handovers);
      g_signal_connect_object (handovers, "items-changed", G_CALLBACK (show_entry), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (entry, "notify::undone", G_CALLBACK (show_entry), self, G_CONNECT_SWAPPED);
  show_entry (self);

  return GTK_WIDGET (self);
}

TendHistoryEntry *
tend_history_row_get_entry (TendHistoryRow *self)
{
  g_return_val_if_fail (TEND_IS_HISTORY_ROW (self), NULL);

  return self->entry;
}
