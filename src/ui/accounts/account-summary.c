/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-summary.h"

#include <glib/gi18n.h>

#include "ui/text/moment.h"
#include "ui/text/words.h"
#include "ui/widgets/avatar.h"

#define MAX_NAME 300
#define MAX_FACT 40

typedef enum
{
  FACT_NEXT,
  FACT_OPEN,
  FACT_MAIN_CONTACT,
  FACT_CUSTOMER_SINCE,
  FACT_NUMBER,
  FACT_PLACE,
  N_FACTS
} Fact;

struct _TendAccountSummary
{
  GtkBox parent_instance;

  /* Template Widgets */
  AdwAvatar   *avatar;
  GtkLabel    *name;
  GtkLabel    *tier;
  GtkLabel    *status;
  GtkLabel    *owner;
  AdwWrapBox  *facts;
  GtkWidget   *sentences;
  GtkLabel    *sentences_label;

  /* Borrowed References */
  GtkWidget   *tiles[N_FACTS];
  GtkLabel    *values[N_FACTS];

  /* Owned References */
  TendBook    *book;
  TendAccount *account;
  TendManager *manager;      /* the owner */
  GListModel  *steps;
  GListModel  *contacts;
  GListModel  *handovers;
};

G_DEFINE_FINAL_TYPE (TendAccountSummary, tend_account_summary, GTK_TYPE_BOX)

/* Tiles. */

static void
add_fact (TendAccountSummary *self,
          Fact                fact,
          const char         *title)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *caption = gtk_label_new (title);
  GtkWidget *value = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (value, "heading");
  gtk_widget_add_css_class (tile, "fact");
  gtk_box_append (GTK_BOX (tile), caption);
  gtk_box_append (GTK_BOX (tile), value);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, value, NULL, -1);
  adw_wrap_box_append (self->facts, tile);

  self->tiles[fact] = tile;
  self->values[fact] = GTK_LABEL (value);
}

static void
show_fact (TendAccountSummary *self,
           Fact                fact,
           const char         *value,
           const char         *tooltip,
           gboolean            alarming)
{
  g_autofree char *shown = tend_words_one_line (value, MAX_FACT);

  gtk_widget_set_visible (self->tiles[fact], value != NULL && *value != '\0');
  gtk_label_set_label (self->values[fact], shown);
  gtk_widget_set_tooltip_text (self->tiles[fact], tooltip);
  if (alarming)
    gtk_widget_add_css_class (GTK_WIDGET (self->values[fact]), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->values[fact]), "error");
}

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

static TendFollowUp *
dup_step (TendAccountSummary *self,
          guint               index)
{
  return self->steps != NULL ? g_list_model_get_item (self->steps, index) : NULL;
}

static void
show_next (TendAccountSummary *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (TendFollowUp) next = dup_step (self, 0);
  const TendFollowUpRecord *record;
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;
  TendInstant now = g_get_real_time ();

  if (next == NULL || !is_read (self, next))
    {
      show_fact (self, FACT_NEXT, C_("next follow-up", "None"), NULL, FALSE);
      return;
    }

  record = tend_follow_up_get (next);
  text = tend_moment_short (record->due_at, record->all_day, now, zone, NULL);
  full = tend_moment_long (record->due_at, record->all_day, now, zone);
  show_fact (self, FACT_NEXT, text, full, tend_moment_is_overdue (record, now, zone));
}

static void
show_main_contact (TendAccountSummary *self)
{
  guint n = self->contacts != NULL ? g_list_model_get_n_items (self->contacts) : 0;
  g_autofree char *name = NULL;

  for (guint i = 0; i < n && name == NULL; i++)
    {
      g_autoptr (TendContact) contact = g_list_model_get_item (self->contacts, i);

      if (is_read (self, contact) && tend_contact_get (contact)->main)
        name = tend_contact_dup_name (tend_contact_get (contact));
    }

  show_fact (self, FACT_MAIN_CONTACT, name, name, FALSE);
}

static void
show_facts (TendAccountSummary      *self,
            const TendAccountRecord *record)
{
  guint n_steps = self->steps != NULL ? g_list_model_get_n_items (self->steps) : 0;
  g_autofree char *open = g_strdup_printf ("%u", n_steps);
  g_autofree char *since = record->customer_since != NULL ? tend_moment_date (record->customer_since) : NULL;
  g_autofree char *place = NULL;

  if (record->city != NULL && record->country != NULL)
    place = g_strdup_printf ("%s, %s", record->city, record->country);
  else
    place = g_strdup (record->city != NULL ? record->city : record->country);

  show_next (self);
  show_fact (self, FACT_OPEN, n_steps > 1 ? open : NULL, NULL, FALSE);
  show_main_contact (self);
  show_fact (self, FACT_CUSTOMER_SINCE, since, NULL, FALSE);
  show_fact (self, FACT_NUMBER, record->number, record->number, FALSE);
  show_fact (self, FACT_PLACE, place, place, FALSE);
}

/* Who looks after it, and since when where that is on record. */

static char *
dup_owner_text (TendAccountSummary      *self,
                const TendAccountRecord *record)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (TendHandover) newest = self->handovers != NULL ? g_list_model_get_item (self->handovers, 0) : NULL;
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

/* What matters now. */

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

static guint
count_overdue (TendAccountSummary *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  guint n = self->steps != NULL ? g_list_model_get_n_items (self->steps) : 0;
  guint overdue = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendFollowUp) step = g_list_model_get_item (self->steps, i);

      overdue += tend_moment_is_overdue (tend_follow_up_get (step), g_get_real_time (), zone) ? 1 : 0;
    }

  return overdue;
}

static char *
dup_step_sentence (TendAccountSummary *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (TendFollowUp) next = dup_step (self, 0);
  guint overdue = count_overdue (self);
  g_autofree char *title = NULL;
  g_autofree char *moment = NULL;

  if (next == NULL || !is_read (self, next))
    return NULL;

  title = tend_words_one_line (tend_follow_up_get (next)->title, 100);
  moment = tend_moment_long (tend_follow_up_get (next)->due_at, tend_follow_up_get (next)->all_day, g_get_real_time (), zone);
  if (overdue > 1)
    return g_strdup_printf (ngettext ("%1$u follow-up is overdue; the oldest is “%2$s” (%3$s).",
                                      "%1$u follow-ups are overdue; the oldest is “%2$s” (%3$s).", overdue),
                            overdue, title, moment);
  if (overdue == 1)
    /* Translators: the title of a follow-up, and when it was due: "Today, 15:00" */
    return g_strdup_printf (_("“%1$s” is overdue (%2$s)."), title, moment);

  return NULL;
}

static void
show_sentences (TendAccountSummary      *self,
                const TendAccountRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *step = dup_step_sentence (self);

  if (record->owner == 0)
    append_sentence (text, _("Nobody looks after this account yet."));
  if (step != NULL && record->status != TEND_STATUS_FORMER)
    append_sentence (text, step);
  if (record->to_avoid != NULL)
    {
      g_autofree char *avoid = tend_words_one_line (record->to_avoid, 300);
      g_autofree char *sentence = g_strdup_printf (_("To avoid: %s"), avoid);

      append_sentence (text, sentence);
    }

  gtk_label_set_label (self->sentences_label, text->str);
  gtk_widget_set_visible (self->sentences, text->len > 0);
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
  show_facts (self, record);
  show_sentences (self, record);
}

static void
set_model (TendAccountSummary  *self,
           GListModel         **place,
           GListModel          *model)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, tend_account_summary_refresh, self);
  g_set_object (place, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (tend_account_summary_refresh), self, G_CONNECT_SWAPPED);
}

static void
tend_account_summary_dispose (GObject *object)
{
  TendAccountSummary *self = TEND_ACCOUNT_SUMMARY (object);

  g_clear_object (&self->book);
  g_clear_object (&self->account);
  g_clear_object (&self->manager);
  g_clear_object (&self->steps);
  g_clear_object (&self->contacts);
  g_clear_object (&self->handovers);
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
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, facts);
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, sentences);
  gtk_widget_class_bind_template_child (widget_class, TendAccountSummary, sentences_label);
}

static void
tend_account_summary_init (TendAccountSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_fact (self, FACT_NEXT, _("Next Follow-Up"));
  add_fact (self, FACT_OPEN, _("Open Follow-Ups"));
  add_fact (self, FACT_MAIN_CONTACT, _("Main Contact"));
  add_fact (self, FACT_CUSTOMER_SINCE, _("Customer Since"));
  add_fact (self, FACT_NUMBER, _("Number"));
  add_fact (self, FACT_PLACE, _("Place"));
}

GtkWidget *
tend_account_summary_new (void)
{
  return g_object_new (TEND_TYPE_ACCOUNT_SUMMARY, NULL);
}

void
tend_account_summary_set_account (TendAccountSummary *self,
                                  TendBook           *book,
                                  TendAccount        *account,
                                  GListModel         *steps,
                                  GListModel         *contacts,
                                  GListModel         *handovers)
{
  g_return_if_fail (TEND_IS_ACCOUNT_SUMMARY (self));

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, tend_account_summary_refresh, self);
  g_set_object (&self->book, book);
  g_set_object (&self->account, account);
  set_model (self, &self->steps, steps);
  set_model (self, &self->contacts, contacts);
  set_model (self, &self->handovers, handovers);
  if (account == NULL)
    return;

  g_signal_connect_object (account, "changed", G_CALLBACK (tend_account_summary_refresh), self, G_CONNECT_SWAPPED);
  tend_account_summary_refresh (self);
}
