/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-facts.h"

#include <glib/gi18n.h>

#include "core/situation.h"
#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/situation.h"
#include "ui/text/words.h"

#include "health-reasons.h"

typedef enum
{
  FACT_HEALTH,
  FACT_FOCUS,
  FACT_LAST_CONTACT,
  FACT_NEXT_FOLLOW_UP,
  FACT_NEEDS,
  FACT_VALUE,
  FACT_BALANCE,
  FACT_RENEWAL,
  N_FACTS
} Fact;

struct _TendAccountFacts
{
  AdwBin parent_instance;

  /* Borrowed References */
  AdwWrapBox        *box;
  GtkWidget         *tiles[N_FACTS];
  GtkLabel          *values[N_FACTS];
  TendHealthReasons *reasons;

  /* Owned References */
  TendBook          *book;
  TendAccount       *account;
  GCancellable      *cancellable;
};

G_DEFINE_FINAL_TYPE (TendAccountFacts, tend_account_facts, ADW_TYPE_BIN)

static void
on_situation (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TendAccountFacts) self = user_data;
  g_autoptr (TendSituation) situation = tend_book_get_situation_finish (TEND_BOOK (source), result, NULL);

  if (situation != NULL && self->reasons != NULL && self->account != NULL &&
      situation->account == tend_entity_get_id (TEND_ENTITY (self->account)))
    tend_health_reasons_show (self->reasons, situation);
}

/* Made when first asked for; what it says is read each time. */
static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  TendAccountFacts *self = data;

  if (self->account == NULL)
    return;

  if (self->reasons == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();
      GtkWidget *scroller = gtk_scrolled_window_new ();

      self->reasons = TEND_HEALTH_REASONS (tend_health_reasons_new ());
      gtk_widget_set_size_request (GTK_WIDGET (self->reasons), 300, -1);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->reasons));
      gtk_popover_set_child (GTK_POPOVER (popover), scroller);
      gtk_menu_button_set_popover (button, popover);
    }

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tend_health_reasons_show (self->reasons, NULL);
  tend_book_get_situation_async (self->book, tend_entity_get_id (TEND_ENTITY (self->account)), self->cancellable,
                                 on_situation, g_object_ref (self));
}

static void
add_tile (TendAccountFacts *self,
          Fact              fact,
          const char       *title)
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
  gtk_box_append (GTK_BOX (tile), caption);
  gtk_box_append (GTK_BOX (tile), value);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, value, NULL, -1);
  self->values[fact] = GTK_LABEL (value);

  if (fact == FACT_HEALTH)
    {
      GtkWidget *button = gtk_menu_button_new ();

      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), tile);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover, self, NULL);
      gtk_widget_set_tooltip_text (button, _("Show the Reasons"));
      tile = button;
    }
  gtk_widget_add_css_class (tile, "fact");
  adw_wrap_box_append (self->box, tile);
  self->tiles[fact] = tile;
}

static void
show_fact (TendAccountFacts *self,
           Fact              fact,
           const char       *value,
           const char       *tooltip,
           gboolean          alarming)
{
  gtk_widget_set_visible (self->tiles[fact], value != NULL);
  gtk_label_set_label (self->values[fact], value != NULL ? value : "");
  if (fact != FACT_HEALTH)
    gtk_widget_set_tooltip_text (self->tiles[fact], tooltip);
  if (alarming)
    gtk_widget_add_css_class (GTK_WIDGET (self->values[fact]), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->values[fact]), "error");
}

static void
show_health (TendAccountFacts        *self,
             const TendAccountRecord *record)
{
  static const char *const classes[] = { NULL, "band-at-risk", "band-watch", "band-steady", "band-thriving" };
  g_autofree char *text = tend_situation_health (record->health, record->health_band);

  show_fact (self, FACT_HEALTH, text, NULL, FALSE);
  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    {
      if ((int) i == record->health_band)
        gtk_widget_add_css_class (GTK_WIDGET (self->values[FACT_HEALTH]), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->values[FACT_HEALTH]), classes[i]);
    }
}

static void
show_times (TendAccountFacts        *self,
            const TendAccountRecord *record)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendInstant now = g_get_real_time ();
  g_autofree char *last = NULL;
  g_autofree char *last_full = NULL;
  g_autofree char *next = NULL;
  g_autofree char *next_full = NULL;
  gboolean overdue = FALSE;

  if (record->last_contact != 0)
    {
      last = tend_moment_distance (record->last_contact, now, zone);
      last_full = tend_moment_long (record->last_contact, FALSE, now, zone);
    }
  show_fact (self, FACT_LAST_CONTACT, last != NULL ? last : C_("last contact", "Never"), last_full,
             record->quiet_from != 0 && record->quiet_from <= now);

  if (record->next_follow_up != 0)
    {
      next = tend_moment_next_step (record->next_follow_up, now, zone, &overdue);
      next_full = tend_moment_long (record->next_follow_up, FALSE, now, zone);
    }
  show_fact (self, FACT_NEXT_FOLLOW_UP, next != NULL ? next : C_("next follow-up", "None"), next_full, overdue);
}

static void
show_money (TendAccountFacts        *self,
            const TendAccountRecord *record)
{
  const char *currency = tend_book_get_currency (self->book, record);
  g_autofree char *value = record->yearly_value != 0 ? tend_money_short (record->yearly_value, currency) : NULL;
  g_autofree char *overdue = record->overdue > 0 ? tend_money_short (record->overdue, currency) : NULL;
  g_autofree char *balance = record->balance != 0 ? tend_money_short (record->balance, currency) : NULL;
  g_autofree char *full = tend_money_text (record->balance, currency);
  g_autofree char *late = NULL;

  if (overdue != NULL)
    /* Translators: an amount of money whose due date has passed: "€ 3,150 overdue" */
    late = g_strdup_printf (_("%s overdue"), overdue);
  show_fact (self, FACT_VALUE, value, NULL, FALSE);
  show_fact (self, FACT_BALANCE, late != NULL ? late : balance, full, late != NULL);
}

static void
show_renewal (TendAccountFacts        *self,
              const TendAccountRecord *record)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendDay day = tend_day_parse (record->next_renewal);
  g_autofree char *date = record->next_renewal != NULL ? tend_moment_date (record->next_renewal) : NULL;
  g_autofree char *distance = NULL;

  if (day != TEND_DAY_NONE)
    distance = tend_moment_distance (tend_day_to_instant (day, zone), g_get_real_time (), zone);
  show_fact (self, FACT_RENEWAL, distance, date, FALSE);
}

void
tend_account_facts_refresh (TendAccountFacts *self)
{
  const TendAccountRecord *record;
  g_autofree char *needs = NULL;

  g_return_if_fail (TEND_IS_ACCOUNT_FACTS (self));

  if (self->account == NULL)
    return;

  record = tend_account_get (self->account);
  needs = record->open_needs > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, record->open_needs) : NULL;
  show_health (self, record);
  show_fact (self, FACT_FOCUS, record->focus > 0 ? tend_words_hat (record->focus - 1) : NULL, NULL, FALSE);
  show_times (self, record);
  show_fact (self, FACT_NEEDS, needs, NULL, FALSE);
  show_money (self, record);
  show_renewal (self, record);
}

static void
tend_account_facts_dispose (GObject *object)
{
  TendAccountFacts *self = TEND_ACCOUNT_FACTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);
  g_clear_object (&self->book);
  self->reasons = NULL;

  G_OBJECT_CLASS (tend_account_facts_parent_class)->dispose (object);
}

static void
tend_account_facts_class_init (TendAccountFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_account_facts_dispose;
}

static void
tend_account_facts_init (TendAccountFacts *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 8);
  adw_wrap_box_set_line_spacing (self->box, 8);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  add_tile (self, FACT_HEALTH, _("Health"));
  add_tile (self, FACT_FOCUS, _("Focus Now"));
  add_tile (self, FACT_LAST_CONTACT, _("Last Spoke"));
  add_tile (self, FACT_NEXT_FOLLOW_UP, _("Next Follow-Up"));
  add_tile (self, FACT_NEEDS, _("Open Needs"));
  add_tile (self, FACT_VALUE, _("Yearly Value"));
  add_tile (self, FACT_BALANCE, _("Balance"));
  add_tile (self, FACT_RENEWAL, _("Renewal"));
}

void
tend_account_facts_set_account (TendAccountFacts *self,
                                TendBook         *book,
                                TendAccount      *account)
{
  g_return_if_fail (TEND_IS_ACCOUNT_FACTS (self));

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, tend_account_facts_refresh, self);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->book, book);
  g_set_object (&self->account, account);
  if (account == NULL)
    return;

  g_signal_connect_object (account, "changed", G_CALLBACK (tend_account_facts_refresh), self, G_CONNECT_SWAPPED);
  tend_account_facts_refresh (self);
}

void
tend_account_facts_show_health (TendAccountFacts *self)
{
  g_return_if_fail (TEND_IS_ACCOUNT_FACTS (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->tiles[FACT_HEALTH]));
}
