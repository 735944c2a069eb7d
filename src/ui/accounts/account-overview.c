/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-overview.h"

#include <glib/gi18n.h>

#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "models/entity-list-model.h"
#include "ui/text/link.h"
#include "ui/text/situation.h"
#include "ui/text/words.h"
#include "ui/widgets/follow-up-row.h"
#include "ui/widgets/reference-row.h"

#include "account-data.h"
#include "contact-row.h"
#include "health-reasons.h"
#include "record-group.h"

/* Among so many open needs the one is sought that is worth a sentence. */
#define MAX_NEEDS 50

#define MAX_TITLE 300

/* What a sentence names and may have to be read first. */
typedef enum { NAMED_RENEWAL, NAMED_PRODUCT, NAMED_LIAISON, N_NAMED } Named;

struct _TendAccountOverview
{
  TendAccountSection parent_instance;

  /* Template Widgets */
  GtkScrolledWindow   *scroller;
  GtkBox              *box;
  GtkBox              *sentences;
  TendRecordGroup     *steps;
  TendRecordGroup     *people;
  TendRecordGroup     *liaisons;
  GtkWidget           *reasons_group;
  TendHealthReasons   *reasons;
  TendAccountData     *data;

  /* Owned References */
  TendEntityListModel *needs;
  TendEntity          *named[N_NAMED];
  TendSituation       *situation;
};

G_DEFINE_FINAL_TYPE (TendAccountOverview, tend_account_overview, TEND_TYPE_ACCOUNT_SECTION)

static void show_sentences (TendAccountOverview *self);

/* Rows. */

static void
on_step_described (TendFollowUpRow *content,
                   const char      *description,
                   GtkWidget       *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static GtkWidget *
create_step (gpointer item,
             gpointer data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = tend_follow_up_row_new (FALSE);

  g_signal_connect_object (content, "described", G_CALLBACK (on_step_described), row, 0);
  tend_follow_up_row_set_follow_up (TEND_FOLLOW_UP_ROW (content), TEND_FOLLOW_UP (item), NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  return row;
}

static GtkWidget *
create_person (gpointer item,
               gpointer data)
{
  return tend_contact_row_new (TEND_CONTACT (item));
}

/* The main contact first, who left the firm last, the others as the book orders them (the sort is stable). */
static int
compare_contacts (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const TendContactRecord *first = tend_contact_get ((TendContact *) a);
  const TendContactRecord *second = tend_contact_get ((TendContact *) b);

  if ((first->left_on != NULL) != (second->left_on != NULL))
    return first->left_on != NULL ? 1 : -1;

  return second->main - first->main;
}

static void
show_liaison (TendRecordRow *row,
              TendEntity    *entity,
              gpointer       data)
{
  const TendLiaisonRecord *record = tend_liaison_get (TEND_LIAISON (entity));
  g_autofree char *mail = tend_link_make (TEND_LINK_MAIL, record->email);
  g_autofree char *call = tend_link_make (TEND_LINK_CALL, record->phone);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  tend_record_append_take (line, tend_words_one_line (record->team, 100));
  tend_record_append_take (line, tend_words_one_line (record->purpose, 200));
  tend_record_row_set_text (row, record->name, line->str, FALSE);
  tend_record_row_set_button (row, mail != NULL ? _("Write") : NULL, "win.open-link", mail != NULL ? g_variant_new_string (mail) : NULL);
  tend_record_menu_append (menu, _("_Edit…"), "win.edit-liaison", g_variant_new_int64 (record->base.id));
  if (call != NULL)
    tend_record_menu_append (menu, _("Ca_ll"), "win.open-link", g_variant_new_string (call));
  tend_record_menu_append (menu, _("_Delete"), "win.delete-liaison", g_variant_new_int64 (record->base.id));
  tend_record_row_set_menu (row, G_MENU_MODEL (menu));
}

static GtkWidget *
create_liaison (gpointer item,
                gpointer data)
{
  return tend_record_row_new (TEND_ENTITY (item), show_liaison, data);
}

/* How things stand. */

/* Holds the row that a sentence names; it is told anew when the row is read. */
static TendEntity *
hold (TendAccountOverview *self,
      Named                place,
      const TendNoun      *noun,
      TendId               id)
{
  TendBook *book = tend_account_section_get_book (TEND_ACCOUNT_SECTION (self));

  if (self->named[place] != NULL && tend_entity_get_id (self->named[place]) != id)
    {
      g_signal_handlers_disconnect_by_func (self->named[place], show_sentences, self);
      g_clear_object (&self->named[place]);
    }
  if (id == 0)
    return NULL;
  if (self->named[place] == NULL)
    {
      self->named[place] = tend_book_get (book, noun, id);
      g_signal_connect_object (self->named[place], "changed", G_CALLBACK (show_sentences), self, G_CONNECT_SWAPPED);
    }

  return tend_entity_get_loaded (self->named[place]) ? self->named[place] : NULL;
}

/* The one longest past its promise, else the most urgent: they come in the order of their promises. */
static const TendNeedRecord *
find_need (TendAccountOverview *self,
           TendDay              today)
{
  guint n = self->needs != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->needs)) : 0;
  const TendNeedRecord *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendNeed) need = g_list_model_get_item (G_LIST_MODEL (self->needs), i);
      const TendNeedRecord *record = tend_need_get (need);
      TendDay promised = tend_day_parse (record->promised_for);

      if (!tend_entity_get_loaded (TEND_ENTITY (need)))
        continue;
      if (promised != TEND_DAY_NONE && promised < today)
        return record;
      if (found == NULL || record->priority > found->priority)
        found = record;
    }

  return found;
}

/* The one that asks next, which is not the first where that is snoozed. (transfer full) */
static TendEntity *
find_step (TendAccountOverview *self)
{
  GListModel *steps = tend_record_group_get_model (self->steps);
  guint n = steps != NULL ? g_list_model_get_n_items (steps) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TendEntity) step = g_list_model_get_item (steps, i);

      if (tend_entity_get_id (step) == self->situation->summary.next_follow_up_id)
        return g_steal_pointer (&step);
    }

  return n > 0 ? g_list_model_get_item (steps, 0) : NULL;
}

static void
take_step (TendAccountOverview *self,
           TendSituationFacts  *facts,
           char               **title)
{
  g_autoptr (TendEntity) step = find_step (self);
  const TendFollowUpRecord *record;

  if (step == NULL || !tend_entity_get_loaded (step))
    return;

  record = tend_follow_up_get (TEND_FOLLOW_UP (step));
  *title = tend_words_follow_up (record, MAX_TITLE);
  facts->step = *title;
  facts->step_due = record->due_at;
  facts->step_all_day = record->all_day;
  facts->step_snoozed = record->state == TEND_FOLLOW_UP_SNOOZED ? record->snoozed_until : 0;
}

/* A paragraph each. */
static void
say (TendAccountOverview *self,
     GStrv                lines)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->sentences));

  for (guint i = 0; lines[i] != NULL; i++, label = gtk_widget_get_next_sibling (label))
    {
      if (label == NULL)
        {
          label = gtk_label_new (NULL);
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_selectable (GTK_LABEL (label), TRUE);
          /* Read, not stopped at; and a label that may be selected but not have the focus would hold Tab for ever. */
          gtk_widget_set_can_focus (label, FALSE);
          gtk_box_append (self->sentences, label);
        }
      gtk_label_set_label (GTK_LABEL (label), lines[i]);
    }
  while (label != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (label);

      gtk_box_remove (self->sentences, label);
      label = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sentences), lines[0] != NULL);
}

static void
show_sentences (TendAccountOverview *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendInstant now = g_get_real_time ();
  TendSituationFacts facts = { .situation = self->situation, .need_promised = TEND_DAY_NONE };
  g_autofree char *step = NULL;
  g_auto (GStrv) lines = NULL;
  const TendNeedRecord *need;
  TendEntity *entity;

  if (self->situation == NULL)
    return;

  facts.account = tend_account_get (tend_account_section_get_account (TEND_ACCOUNT_SECTION (self)));
  need = find_need (self, tend_day_of_instant (now, zone));
  if (need != NULL)
    {
      facts.need = need->title;
      facts.need_promised = tend_day_parse (need->promised_for);
    }
  entity = hold (self, NAMED_LIAISON, &tend_liaison_noun, need != NULL ? need->liaison : 0);
  if (entity != NULL)
    facts.need_waits_for = tend_liaison_get (TEND_LIAISON (entity))->name;
  entity = hold (self, NAMED_RENEWAL, &tend_purchase_noun, self->situation->summary.renewal);
  if (entity != NULL)
    facts.renewal_fit = tend_purchase_get (TEND_PURCHASE (entity))->fit;
  entity = hold (self, NAMED_PRODUCT, &tend_product_noun, self->situation->renewal_product);
  if (entity != NULL)
    facts.renewal = tend_product_get (TEND_PRODUCT (entity))->name;
  take_step (self, &facts, &step);

  lines = tend_situation_sentences (&facts, now, zone);
  say (self, lines);
}

static void
show_reasons (TendAccountOverview *self)
{
  const TendHealth *health = &self->situation->summary.health;
  g_autofree char *title = NULL;

  /* Translators: the title above the reasons of the health: "Why 43" */
  title = health->score >= 0 ? g_strdup_printf (_("Why %d"), health->score) : g_strdup (_("Health"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->reasons_group), title);
  tend_health_reasons_show (self->reasons, self->situation);
  gtk_widget_set_visible (self->reasons_group, TRUE);
}

static void
tend_account_overview_show_situation (TendAccountSection *section,
                                      TendSituation      *situation)
{
  TendAccountOverview *self = TEND_ACCOUNT_OVERVIEW (section);

  g_clear_pointer (&self->situation, tend_situation_free);
  self->situation = situation;
  show_sentences (self);
  show_reasons (self);
}

static void
tend_account_overview_refresh (TendAccountSection *section)
{
  TendAccountOverview *self = TEND_ACCOUNT_OVERVIEW (section);
  GtkWidget *list = tend_record_group_get_list (self->steps);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (GTK_IS_LIST_BOX_ROW (row) && TEND_IS_FOLLOW_UP_ROW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))))
        tend_follow_up_row_refresh (TEND_FOLLOW_UP_ROW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
    }
  tend_record_group_refresh (self->people);
  tend_account_section_read_situation (section);
}

static void
on_rows_changed (TendAccountOverview *self)
{
  show_sentences (self);
}

/* Filling. */

static void
fill_steps (TendAccountOverview *self)
{
  TendAccountSection *section = TEND_ACCOUNT_SECTION (self);
  g_autoptr (TendQuery) query = tend_account_section_create_query (section, &tend_follow_up_noun, "due_at", FALSE);

  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_OPEN);
  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_SNOOZED);
  tend_record_group_show (self->steps, tend_account_section_get_book (section), query, NULL, NULL, create_step, self);
  tend_record_group_set_add (self->steps, g_variant_new_int64 (tend_account_section_get_id (section)));
  g_signal_connect_object (tend_record_group_get_model (self->steps), "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_needs (TendAccountOverview *self)
{
  TendAccountSection *section = TEND_ACCOUNT_SECTION (self);
  g_autoptr (TendQuery) query = tend_account_section_create_query (section, &tend_need_noun, "promised_for", FALSE);

  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_NEED_OPEN);
  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_NEED_WAITING);
  tend_query_set_range (query, 0, MAX_NEEDS);
  self->needs = tend_entity_list_model_new (tend_account_section_get_book (section), query);
  g_signal_connect_object (self->needs, "items-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
}

static void
tend_account_overview_fill (TendAccountSection *section)
{
  TendAccountOverview *self = TEND_ACCOUNT_OVERVIEW (section);
  TendBook *book = tend_account_section_get_book (section);
  TendId id = tend_account_section_get_id (section);
  g_autoptr (TendQuery) people = tend_account_section_create_query (section, &tend_contact_noun, "family", FALSE);
  g_autoptr (TendQuery) liaisons = tend_account_section_create_query (section, &tend_liaison_noun, "name", FALSE);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_contacts, NULL, NULL));

  fill_steps (self);
  fill_needs (self);
  tend_record_group_show (self->people, book, people, sorter, NULL, create_person, self);
  tend_record_group_set_add (self->people, g_variant_new_int64 (id));
  tend_record_group_show (self->liaisons, book, liaisons, NULL, NULL, create_liaison, self);
  tend_record_group_set_add (self->liaisons, g_variant_new_int64 (id));
  tend_account_data_set_account (self->data, tend_account_section_get_account (section));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  tend_account_overview_refresh (section);
}

static void
tend_account_overview_empty (TendAccountSection *section)
{
  TendAccountOverview *self = TEND_ACCOUNT_OVERVIEW (section);

  g_clear_object (&self->needs);
  for (guint i = 0; i < N_NAMED; i++)
    hold (self, i, NULL, 0);
  g_clear_pointer (&self->situation, tend_situation_free);
  if (self->steps == NULL)
    return;

  tend_record_group_clear (self->steps);
  tend_record_group_clear (self->people);
  tend_record_group_clear (self->liaisons);
  tend_account_data_set_account (self->data, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sentences), FALSE);
  gtk_widget_set_visible (self->reasons_group, FALSE);
}

static void
on_step_activated (TendAccountOverview *self,
                   GtkListBoxRow       *row)
{
  if (TEND_IS_FOLLOW_UP_ROW (gtk_list_box_row_get_child (row)))
    tend_follow_up_row_edit (TEND_FOLLOW_UP_ROW (gtk_list_box_row_get_child (row)));
}

static void
tend_account_overview_dispose (GObject *object)
{
  tend_account_section_set_account (TEND_ACCOUNT_SECTION (object), NULL, NULL);
  /* The bin takes its child out itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_ACCOUNT_OVERVIEW);

  G_OBJECT_CLASS (tend_account_overview_parent_class)->dispose (object);
}

static void
tend_account_overview_class_init (TendAccountOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_overview_dispose;
  TEND_ACCOUNT_SECTION_CLASS (klass)->fill = tend_account_overview_fill;
  TEND_ACCOUNT_SECTION_CLASS (klass)->empty = tend_account_overview_empty;
  TEND_ACCOUNT_SECTION_CLASS (klass)->refresh = tend_account_overview_refresh;
  TEND_ACCOUNT_SECTION_CLASS (klass)->show_situation = tend_account_overview_show_situation;

  g_type_ensure (TEND_TYPE_ACCOUNT_DATA);
  g_type_ensure (TEND_TYPE_HEALTH_REASONS);
  g_type_ensure (TEND_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-overview.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TendAccountOverview, child)
  BIND (scroller);
  BIND (box);
  BIND (sentences);
  BIND (steps);
  BIND (people);
  BIND (liaisons);
  BIND (reasons_group);
  BIND (reasons);
  BIND (data);
#undef BIND
}

static void
tend_account_overview_init (TendAccountOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (tend_record_group_get_list (self->steps), "row-activated", G_CALLBACK (on_step_activated), self,
                           G_CONNECT_SWAPPED);
}

void
tend_account_overview_set_facts (TendAccountOverview *self,
                                 GtkWidget           *facts,
                                 gboolean             here)
{
  g_return_if_fail (TEND_IS_ACCOUNT_OVERVIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (facts));

  if (here)
    gtk_box_prepend (self->box, facts);
  else
    gtk_box_remove (self->box, facts);
}

gboolean
tend_account_overview_settle (TendAccountOverview *self,
                              GtkWidget           *focus,
                              gboolean             done)
{
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  GtkWidget *content = row != NULL ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : NULL;

  g_return_val_if_fail (TEND_IS_ACCOUNT_OVERVIEW (self), FALSE);

  if (!TEND_IS_FOLLOW_UP_ROW (content))
    return FALSE;

  if (done)
    tend_follow_up_row_done (TEND_FOLLOW_UP_ROW (content));
  else
    tend_follow_up_row_snooze (TEND_FOLLOW_UP_ROW (content));
  return TRUE;
}

void
tend_account_overview_prepare (TendAccountOverview *self)
{
  g_return_if_fail (TEND_IS_ACCOUNT_OVERVIEW (self));

  tend_account_data_prepare (self->data);
}
