/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-summary.h"

#include <glib/gi18n.h>

#include "models/entity-list-model.h"
#include "ui/text/moment.h"
#include "ui/text/words.h"
#include "ui/widgets/avatar.h"

#define MAX_NAME 300

struct _TendAccountSummary
{
  GtkBox parent_instance;

  /* Template Widgets */
  AdwAvatar           *avatar;
  GtkLabel            *name;
  GtkLabel            *tier;
  GtkLabel            *status;
  GtkLabel            *owner;

  /* Owned References */
  TendBook            *book;
  TendAccount         *account;
  TendManager         *manager;      /* the owner */
  TendEntityListModel *handovers;    /* the newest alone */
};

G_DEFINE_FINAL_TYPE (TendAccountSummary, tend_account_summary, GTK_TYPE_BOX)

/* What is not read yet tells when it is. */
static gboolean
is_read (TendAccountSummary *self,
         gpointer            entity)
{
  if (tend_entity_get_loaded (entity))
    return TRUE;
  if (g_signal_handler_find (entity, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, tend_account_summary_refresh, self) == 0)
    g_signal_connect_object (entity, "changed", G_CALLBACK (tend_account_summary_refresh), self, G_CONNECT_SWAPPED);

  return FALSE;
}

/* Who looks after it, and since when where that is on record. */

static char *
dup_owner_text (TendAccountSummary      *self,
                const TendAccountRecord *record)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (TendHandover) newest = self->handovers != NULL ? g_list_model_get_item (G_LIST_MODEL (self->handovers), 0) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *month = NULL;

  if (self->manager == NULL)
    return g_strdup (_("Nobody is responsible"));

  name = tend_words_one_line (tend_manager_get (self->manager)->name, 100);
  if (newest == NULL || !is_read (self, newest) || tend_handover_get (newest)->to != record->owner)
    return g_steal_pointer (&name);

  month = tend_moment_month (tend_handover_get (newest)->at, zone);
  /* Translators: the owner of an account, and since when: "Jonas Brandt since March 2024" */
  return g_strdup_printf (_("%1$s since %2$s"), name, month);
}

static void
follow_owner (TendAccountSummary *self,
              TendId              owner)
{
  g_autoptr (TendEntity) entity = NULL;
  TendId present = self->manager != NULL ? tend_entity_get_id (TEND_ENTITY (self->manager)) : 0;

  if (present == owner)
    return;
  if (self->manager != NULL)
    g_signal_handlers_disconnect_by_func (self->manager, tend_account_summary_refresh, self);
  g_clear_object (&self->manager);
  if (owner == 0)
    return;

  entity = tend_book_get (self->book, &tend_manager_noun, owner);
  self->manager = TEND_MANAGER (g_steal_pointer (&entity));
  g_signal_connect_object (self->manager, "changed", G_CALLBACK (tend_account_summary_refresh), self, G_CONNECT_SWAPPED);
}

static void
show_status (TendAccountSummary *self,
           int                 status)
{
  static const char *const classes[] = { "onboarding", NULL, "at-risk", "paused", "former" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (classes[i] != NULL && (int) i == status)
        gtk_widget_add_css_class (GTK_WIDGET (self->status), classes[i]);
      else if (classes[i] != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self->status), classes[i]);
    }
}

void
tend_account_summary_refresh (TendAccountSummary *self)
{
  const TendAccountRecord *record;
  g_autofree char *name = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *short_name = NULL;

  g_return_if_fail (TEND_IS_ACCOUNT_SUMMARY (self));

  if (self->account == NULL)
    return;

  record = tend_account_get (self->account);
  name = tend_words_one_line (record->name, MAX_NAME);
  follow_owner (self, record->owner);
  owner = dup_owner_text (self, record);
  short_name = tend_avatar_name (record->name);
  adw_avatar_set_text (self->avatar, short_name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->tier, tend_words_tier_long (record->tier));
  gtk_label_set_label (self->status, tend_words_account_status (record->status));
  show_status (self, record->status);
  gtk_label_set_label (self->owner, owner);
}

static void
follow_handovers (TendAccountSummary *self)
{
  g_autoptr (TendQuery) query = tend_query_new (&tend_handover_noun);

  tend_query_add_int (query, "account", TEND_QUERY_IS, tend_entity_get_id (TEND_ENTITY (self->account)));
  tend_query_set_sort (query, "at", TRUE);
  tend_query_set_range (query, 0, 1);
  self->handovers = tend_entity_list_model_new (self->book, query);
  g_signal_connect_object (self->handovers, "items-changed", G_CALLBACK (tend_account_summary_refresh), self, G_CONNECT_SWAPPED);
}

static void
tend_account_summary_dispose (GObject *object)
{
  TendAccountSummary *self = TEND_ACCOUNT_SUMMARY (object);

  g_clear_object (&self->handovers);
  g_clear_object (&self->manager);
  g_clear_object (&self->account);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_ACCOUNT_SUMMARY);

  G_OBJECT_CLASS (tend_account_summary_parent_class)->dispose (object);
}

static void
tend_account_summary_class_init (TendAccountSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_summary_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, avatar);
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, name);
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, tier);
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, status);
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, owner);
}

static void
tend_account_summary_init (TendAccountSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_account_summary_new (void)
{
  return g_object_new (TEND_TYPE_ACCOUNT_SUMMARY, NULL);
}

void
tend_account_summary_set_account (TendAccountSummary *self,
                                  TendBook           *book,
                                  TendAccount        *account)
{
  g_return_if_fail (TEND_IS_ACCOUNT_SUMMARY (self));

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, tend_account_summary_refresh, self);
  if (self->handovers != NULL)
    g_signal_handlers_disconnect_by_func (self->handovers, tend_account_summary_refresh, self);
  g_clear_object (&self->handovers);
  g_set_object (&self->book, book);
  g_set_object (&self->account, account);
  if (account == NULL)
    return;

  follow_handovers (self);
  g_signal_connect_object (account, "changed", G_CALLBACK (tend_account_summary_refresh), self, G_CONNECT_SWAPPED);
  tend_account_summary_refresh (self);
}
