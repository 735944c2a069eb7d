/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-dialog.h"

#include <glib/gi18n.h>

#include "rules-page.h"
#include "ui/text/words.h"
#include "ui/widgets/reference-row.h"

/* Hours are chosen to the half hour. */
#define STEP 30
#define N_STEPS (24 * 60 / STEP)

static const int leads[] = { 0, 10, 60, 24 * 60, 7 * 24 * 60 };

struct _TendPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Template Widgets */
  GtkWidget        *you;
  TendReferenceRow *manager;
  AdwComboRow      *start;
  AdwComboRow      *end;
  AdwWrapBox       *days;
  AdwComboRow      *lead;
  AdwSwitchRow     *background;

  /* Borrowed References */
  GtkToggleButton  *day_buttons[7];

  /* Owned References */
  TendSettings     *settings;
  TendBook         *book;

  gboolean          showing;
};

G_DEFINE_FINAL_TYPE (TendPreferencesDialog, tend_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
on_manager (TendPreferencesDialog *self)
{
  TendId manager = tend_reference_row_get_id (self->manager);

  if (self->showing || self->settings == NULL)
    return;

  tend_settings_set_manager (self->settings, manager);
  tend_book_set_user (self->book, manager);
}

static void
on_hours (TendPreferencesDialog *self)
{
  if (self->showing || self->settings == NULL)
    return;

  tend_settings_set_work_start (self->settings, (int) adw_combo_row_get_selected (self->start) * STEP);
  tend_settings_set_work_end (self->settings, (int) (adw_combo_row_get_selected (self->end) + 1) * STEP);
}

static void
on_days (TendPreferencesDialog *self)
{
  guint days = 0;

  if (self->showing || self->settings == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->day_buttons); i++)
    {
      if (gtk_toggle_button_get_active (self->day_buttons[i]))
        days |= 1u << (i + 1);
    }
  tend_settings_set_work_days (self->settings, days);
}

static void
on_lead (TendPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->lead);

  if (!self->showing && self->settings != NULL && selected < G_N_ELEMENTS (leads))
    tend_settings_set_default_lead (self->settings, leads[selected]);
}

/* @first: minutes of the first choice. */
static void
fill_hours (AdwComboRow *row,
            int          first)
{
  g_autoptr (GtkStringList) hours = gtk_string_list_new (NULL);

  for (int i = 0; i < N_STEPS; i++)
    {
      int minutes = first + i * STEP;
      g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

      gtk_string_list_append (hours, text);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (hours));
}

static void
fill_days (TendPreferencesDialog *self)
{
  for (int i = 0; i < 7; i++)
    {
      /* 1 June 2026 is a Monday. */
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 6, 1 + i, 0, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%a");
      g_autofree char *full = g_date_time_format (day, "%A");
      GtkWidget *button = gtk_toggle_button_new_with_label (name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_days), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->days, button);
      self->day_buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
fill_leads (TendPreferencesDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    gtk_string_list_append (words, tend_words_lead ((int) i));
  adw_combo_row_set_model (self->lead, G_LIST_MODEL (words));
}

static void
show_settings (TendPreferencesDialog *self)
{
  guint days = tend_settings_get_work_days (self->settings);

  self->showing = TRUE;
  adw_combo_row_set_selected (self->start, (guint) CLAMP (tend_settings_get_work_start (self->settings) / STEP, 0, N_STEPS - 1));
  adw_combo_row_set_selected (self->end, (guint) CLAMP (tend_settings_get_work_end (self->settings) / STEP - 1, 0, N_STEPS - 1));
  for (guint i = 0; i < G_N_ELEMENTS (self->day_buttons); i++)
    gtk_toggle_button_set_active (self->day_buttons[i], (days & (1u << (i + 1))) != 0);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      if (leads[i] == tend_settings_get_default_lead (self->settings))
        adw_combo_row_set_selected (self->lead, i);
    }
  self->showing = FALSE;
}

static void
show_user (TendPreferencesDialog *self)
{
  g_autoptr (TendQuery) managers = NULL;

  gtk_widget_set_visible (self->you, self->book != NULL);
  if (self->book == NULL)
    return;

  managers = tend_query_new (&tend_manager_noun);
  tend_query_add_int (managers, "active", TEND_QUERY_IS, TRUE);
  tend_query_set_sort (managers, "name", FALSE);
  self->showing = TRUE;
  tend_reference_row_set_choices (self->manager, self->book, managers, NULL);
  tend_reference_row_set_id (self->manager, tend_book_get_user (self->book));
  self->showing = FALSE;
}

static void
tend_preferences_dialog_dispose (GObject *object)
{
  TendPreferencesDialog *self = TEND_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (tend_preferences_dialog_parent_class)->dispose (object);
}

static void
tend_preferences_dialog_class_init (TendPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_preferences_dialog_dispose;

  g_type_ensure (TEND_TYPE_REFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/preferences/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, you);
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, manager);
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, start);
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, end);
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, days);
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, lead);
  gtk_widget_class_bind_template_child (widget_class, TendPreferencesDialog, background);
  gtk_widget_class_bind_template_callback (widget_class, on_manager);
  gtk_widget_class_bind_template_callback (widget_class, on_hours);
  gtk_widget_class_bind_template_callback (widget_class, on_lead);
}

static void
tend_preferences_dialog_init (TendPreferencesDialog *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_hours (self->start, 0);
  fill_hours (self->end, STEP);
  fill_days (self);
  fill_leads (self);
  self->showing = FALSE;
}

AdwDialog *
tend_preferences_dialog_new (TendSettings *settings,
                             TendBook     *book)
{
  TendPreferencesDialog *self;

  g_return_val_if_fail (TEND_IS_SETTINGS (settings), NULL);

  self = g_object_new (TEND_TYPE_PREFERENCES_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  g_set_object (&self->book, book);
  show_settings (self);
  show_user (self);
  if (book != NULL)
    adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), tend_rules_page_new (book));
  tend_settings_bind (settings, "background-reminders", self->background, "active");

  return ADW_DIALOG (self);
}
