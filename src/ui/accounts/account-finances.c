/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-finances.h"

#include <glib/gi18n.h>

#include "core/entities/invoice.h"
#include "core/entities/pulse.h"
#include "models/entity-list-model.h"
#include "ui/text/moment.h"
#include "ui/text/money.h"
#include "ui/text/situation.h"
#include "ui/text/words.h"

#include "record-group.h"
#include "trend-plot.h"

/* The curve shows the newest so many readings. */
#define MAX_PULSES 100

struct _TendAccountFinances
{
  TendAccountSection parent_instance;

  /* Template Widgets */
  GtkScrolledWindow   *scroller;
  AdwWrapBox          *balance;
  TendRecordGroup     *invoices;
  TendRecordGroup     *paid;
  GtkWidget           *pulse_group;
  TendTrendPlot       *pulse_plot;
  TendRecordGroup     *pulses;
  GtkWidget           *health_group;
  TendTrendPlot       *health_plot;
  GtkLabel            *health_rows;

  /* Owned References */
  TendEntityListModel *readings;
};

G_DEFINE_FINAL_TYPE (TendAccountFinances, tend_account_finances, TEND_TYPE_ACCOUNT_SECTION)

static char *
dup_money (TendAccountFinances *self,
           gint64               minor)
{
  return tend_money_text (minor, tend_account_section_get_currency (TEND_ACCOUNT_SECTION (self)));
}

static TendDay
today (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return tend_day_of_instant (g_get_real_time (), zone);
}

/* Invoices. */

static char *
dup_due (const TendInvoiceRecord *record,
         gboolean                *late)
{
  g_autofree char *date = tend_moment_date (record->due_on != NULL ? record->due_on : record->issued_on);
  TendDay due = tend_day_parse (record->due_on != NULL ? record->due_on : record->issued_on);
  int days = today () - due;

  *late = due != TEND_DAY_NONE && days > 0 && record->amount > record->paid;
  if (*late)
    return g_strdup_printf (ngettext ("was due %1$s, %2$d day ago", "was due %1$s, %2$d days ago", days), date, days);

  return g_strdup_printf (_("due %s"), date);
}

static void
append_paid (TendAccountFinances     *self,
             const TendInvoiceRecord *record,
             GString                 *line)
{
  g_autofree char *amount = dup_money (self, record->paid);
  g_autofree char *date = record->paid_on != NULL ? tend_moment_date (record->paid_on) : NULL;

  if (record->paid == 0)
    return;
  if (date != NULL)
    tend_record_append_take (line, g_strdup_printf (_("%1$s paid %2$s"), amount, date));
  else
    tend_record_append_take (line, g_strdup_printf (_("%s paid"), amount));
}

static void
show_invoice (TendRecordRow *row,
              TendEntity    *entity,
              gpointer       data)
{
  TendAccountFinances *self = TEND_ACCOUNT_FINANCES (data);
  const TendInvoiceRecord *record = tend_invoice_get (TEND_INVOICE (entity));
  gboolean is_open = record->paid != record->amount;
  gboolean late = FALSE;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *issued = tend_moment_date (record->issued_on);
  g_autofree char *amount = dup_money (self, is_open ? record->amount - record->paid : record->amount);
  g_autoptr (GMenu) menu = g_menu_new ();
  TendId id = record->base.id;

  if (is_open)
    tend_record_append_take (line, dup_due (record, &late));
  else
    tend_record_append_take (line, g_strdup_printf (_("issued %s"), issued));
  append_paid (self, record, line);
  tend_record_row_set_text (row, record->number != NULL ? record->number : _("Invoice"), line->str, late);
  tend_record_row_set_value (row, amount);
  tend_record_row_set_button (row, is_open ? _("Paid") : NULL, "win.pay-invoice", g_variant_new_int64 (id));
  tend_record_menu_append (menu, _("_Edit…"), "win.edit-invoice", g_variant_new_int64 (id));
  tend_record_menu_append (menu, _("_Delete"), "win.delete-invoice", g_variant_new_int64 (id));
  tend_record_row_set_menu (row, G_MENU_MODEL (menu));
}

static GtkWidget *
create_invoice (gpointer item,
                gpointer data)
{
  return tend_record_row_new (TEND_ENTITY (item), show_invoice, data);
}

/* Pulses. */

static void
show_pulse (TendRecordRow *row,
            TendEntity    *entity,
            gpointer       data)
{
  TendAccountFinances *self = TEND_ACCOUNT_FINANCES (data);
  TendBook *book = tend_account_section_get_book (TEND_ACCOUNT_SECTION (self));
  const TendPulseRecord *record = tend_pulse_get (TEND_PULSE (entity));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *who = record->contact != 0 ? tend_record_row_dup_name (row, book, &tend_contact_noun, record->contact)
                                              : tend_record_row_dup_name (row, book, &tend_manager_noun, record->manager);
  /* Translators: a reading of satisfaction: "7 of 10" */
  g_autofree char *score = g_strdup_printf (_("%d of 10"), (int) record->score);
  g_autoptr (GMenu) menu = g_menu_new ();

  tend_record_append (line, tend_words_of_field (tend_noun_get_field (&tend_pulse_noun, "source"), record->source));
  tend_record_append (line, who);
  tend_record_append_take (line, tend_moment_stamp (record->at, g_get_real_time (), zone));
  if (record->comment != NULL)
    {
      g_autofree char *comment = tend_words_one_line (record->comment, 300);

      g_string_append_printf (line, "\n%s", comment);
    }
  tend_record_row_set_text (row, score, line->str, FALSE);
  tend_record_menu_append (menu, _("_Edit…"), "win.edit-pulse", g_variant_new_int64 (record->base.id));
  tend_record_menu_append (menu, _("_Delete"), "win.delete-pulse", g_variant_new_int64 (record->base.id));
  tend_record_row_set_menu (row, G_MENU_MODEL (menu));
}

static GtkWidget *
create_pulse (gpointer item,
              gpointer data)
{
  return tend_record_row_new (TEND_ENTITY (item), show_pulse, data);
}

/* The model has the newest first, the curve the oldest. */
static void
draw_pulses (TendAccountFinances *self)
{
  guint n = self->readings != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->readings)) : 0;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TendTrendPoint));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *summary = NULL;

  for (guint i = n; i-- > 0;)
    {
      g_autoptr (TendEntity) entity = g_list_model_get_item (G_LIST_MODEL (self->readings), i);
      const TendPulseRecord *record = tend_pulse_get (TEND_PULSE (entity));
      TendTrendPoint point = { 0, (int) record->score, record->source == TEND_PULSE_SURVEY ? 1 : 0 };

      if (g_signal_handler_find (entity, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL, draw_pulses, self) == 0)
        g_signal_connect_object (entity, "changed", G_CALLBACK (draw_pulses), self, G_CONNECT_SWAPPED);
      if (!tend_entity_get_loaded (entity))
        continue;
      point.day = tend_day_of_instant (record->at, zone);
      g_array_append_val (points, point);
    }

  gtk_widget_set_visible (self->pulse_group, points->len > 1);
  if (points->len < 2)
    return;

  summary = g_strdup_printf (ngettext ("Satisfaction in %1$u reading, the last one %2$d of 10",
                                       "Satisfaction in %1$u readings, the last one %2$d of 10", points->len),
                             points->len, g_array_index (points, TendTrendPoint, points->len - 1).value);
  tend_trend_plot_set_points (self->pulse_plot, (const TendTrendPoint *) (gpointer) points->data, points->len, today (), summary);
}

/* The situation. */

static void
remove_tiles (TendAccountFinances *self)
{
  GtkWidget *tile;

  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (self->balance))) != NULL)
    adw_wrap_box_remove (self->balance, tile);
}

static void
add_tile (TendAccountFinances *self,
          const char          *title,
          const char          *value,
          const char          *detail,
          gboolean             alarming)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *caption = gtk_label_new (title);
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  if (alarming)
    gtk_widget_add_css_class (label, "error");
  gtk_box_append (GTK_BOX (tile), caption);
  gtk_box_append (GTK_BOX (tile), label);
  if (detail != NULL)
    {
      GtkWidget *below = gtk_label_new (detail);

      gtk_label_set_xalign (GTK_LABEL (below), 0);
      gtk_widget_add_css_class (below, "caption");
      gtk_box_append (GTK_BOX (tile), below);
    }
  gtk_widget_add_css_class (tile, "fact");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, label, NULL, -1);
  adw_wrap_box_append (self->balance, tile);
}

/* The balance and how old it is, and what the account is worth. */
static void
show_balance (TendAccountFinances *self,
              const TendSituation *situation)
{
  static const char *const ages[TEND_N_AGES] = { N_("Not Due"), N_("1–30 Days"), N_("31–60 Days"), N_("Over 60 Days") };
  const TendBalance *balance = &situation->summary.balance;
  g_autofree char *open = dup_money (self, balance->open);
  g_autofree char *value = dup_money (self, situation->summary.yearly_value);
  g_autofree char *ago = dup_money (self, situation->summary.yearly_value_ago);
  g_autofree char *change = tend_situation_value_change (situation);

  remove_tiles (self);
  add_tile (self, _("Balance"), open, NULL, FALSE);
  for (guint age = 0; age < TEND_N_AGES && balance->n_invoices > 0; age++)
    {
      g_autofree char *amount = dup_money (self, balance->ages[age]);

      if (balance->ages[age] != 0 || age == TEND_AGE_NOT_DUE)
        add_tile (self, _(ages[age]), amount, NULL, age != TEND_AGE_NOT_DUE && balance->ages[age] > 0);
    }
  add_tile (self, _("Yearly Value"), value, change, FALSE);
  if (situation->summary.yearly_value_ago > 0)
    add_tile (self, _("A Year Ago"), ago, NULL, FALSE);
}

static void
draw_health (TendAccountFinances *self,
             const TendSituation *situation)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TendTrendPoint));
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *now = tend_situation_health (situation->summary.health.score, situation->summary.health.band);
  g_autofree char *summary = g_strdup_printf (_("Health over the last year, now %s"), now);

  for (gsize i = 0; i < situation->n_history; i++)
    {
      TendTrendPoint point = { situation->history[i].day, situation->history[i].score, 0 };
      g_autofree char *day = tend_day_dup_text (point.day);
      g_autofree char *date = tend_moment_date (day);
      g_autofree char *health = tend_situation_health (situation->history[i].score, situation->history[i].band);

      g_array_append_val (points, point);
      g_string_append_printf (table, "%s%s: %s", i > 0 ? "\n" : "", date, health);
    }

  gtk_widget_set_visible (self->health_group, points->len > 1);
  gtk_label_set_label (self->health_rows, table->str);
  tend_trend_plot_set_points (self->health_plot, (const TendTrendPoint *) (gpointer) points->data, points->len, today (), summary);
}

static void
tend_account_finances_show_situation (TendAccountSection *section,
                                      TendSituation      *situation)
{
  TendAccountFinances *self = TEND_ACCOUNT_FINANCES (section);

  show_balance (self, situation);
  draw_health (self, situation);
  tend_situation_free (situation);
}

/* Filling. */

static void
tend_account_finances_refresh (TendAccountSection *section)
{
  TendAccountFinances *self = TEND_ACCOUNT_FINANCES (section);

  tend_record_group_refresh (self->invoices);
  tend_account_section_read_situation (section);
}

static void
fill_pulses (TendAccountFinances *self)
{
  TendAccountSection *section = TEND_ACCOUNT_SECTION (self);
  g_autoptr (TendQuery) query = tend_account_section_create_query (section, &tend_pulse_noun, "at", TRUE);

  tend_record_group_show (self->pulses, tend_account_section_get_book (section), query, NULL, NULL, create_pulse, self);
  tend_record_group_set_add (self->pulses, g_variant_new_int64 (tend_account_section_get_id (section)));
  tend_query_set_range (query, 0, MAX_PULSES);
  self->readings = tend_entity_list_model_new (tend_account_section_get_book (section), query);
  g_signal_connect_object (self->readings, "items-changed", G_CALLBACK (draw_pulses), self, G_CONNECT_SWAPPED);
}

static void
tend_account_finances_fill (TendAccountSection *section)
{
  TendAccountFinances *self = TEND_ACCOUNT_FINANCES (section);
  TendBook *book = tend_account_section_get_book (section);
  g_autoptr (TendQuery) open = tend_account_section_create_query (section, &tend_invoice_noun, "due_on", FALSE);
  g_autoptr (TendQuery) paid = tend_account_section_create_query (section, &tend_invoice_noun, "issued_on", TRUE);

  tend_query_add_fields (open, "paid", TEND_QUERY_DIFFERS, "amount");
  tend_query_add_fields (paid, "paid", TEND_QUERY_SAME, "amount");
  tend_record_group_show (self->invoices, book, open, NULL, NULL, create_invoice, self);
  tend_record_group_set_add (self->invoices, g_variant_new_int64 (tend_account_section_get_id (section)));
  tend_record_group_show (self->paid, book, paid, NULL, NULL, create_invoice, self);
  fill_pulses (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  tend_account_finances_refresh (section);
}

static void
tend_account_finances_empty (TendAccountSection *section)
{
  TendAccountFinances *self = TEND_ACCOUNT_FINANCES (section);

  g_clear_object (&self->readings);
  tend_record_group_clear (self->invoices);
  tend_record_group_clear (self->paid);
  tend_record_group_clear (self->pulses);
  remove_tiles (self);
  gtk_widget_set_visible (self->pulse_group, FALSE);
  gtk_widget_set_visible (self->health_group, FALSE);
}

static void
tend_account_finances_dispose (GObject *object)
{
  tend_account_section_set_account (TEND_ACCOUNT_SECTION (object), NULL, NULL);
  /* The bin takes its child out itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_ACCOUNT_FINANCES);

  G_OBJECT_CLASS (tend_account_finances_parent_class)->dispose (object);
}

static void
tend_account_finances_class_init (TendAccountFinancesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_account_finances_dispose;
  TEND_ACCOUNT_SECTION_CLASS (klass)->fill = tend_account_finances_fill;
  TEND_ACCOUNT_SECTION_CLASS (klass)->empty = tend_account_finances_empty;
  TEND_ACCOUNT_SECTION_CLASS (klass)->refresh = tend_account_finances_refresh;
  TEND_ACCOUNT_SECTION_CLASS (klass)->show_situation = tend_account_finances_show_situation;

  g_type_ensure (TEND_TYPE_RECORD_GROUP);
  g_type_ensure (TEND_TYPE_TREND_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/accounts/account-finances.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TendAccountFinances, child)
  BIND (scroller);
  BIND (balance);
  BIND (invoices);
  BIND (paid);
  BIND (pulse_group);
  BIND (pulse_plot);
  BIND (pulses);
  BIND (health_group);
  BIND (health_plot);
  BIND (health_rows);
#undef BIND
}

static void
tend_account_finances_init (TendAccountFinances *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
