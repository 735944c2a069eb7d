/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-row.h"

#include <glib/gi18n.h>

/* AdwSpinRow is final: what a row knows hangs on it. */
typedef struct
{
  AdwSpinRow          *row;
  TendRuleValues      *values;
  const TendRuleField *field;
  const TendRuleWords *words;
  gboolean             showing;
} Rule;

static void
rule_free (gpointer data)
{
  Rule *self = data;

  g_object_unref (self->values);
  g_free (self);
}

static int
get_value (Rule *self)
{
  return tend_rules_get (tend_rule_values_get (self->values), self->field);
}

/* Beneath the title: what is wrong, else what it is about and what is usual where it was changed. */
static void
show_note (Rule       *self,
           const char *problem)
{
  g_autoptr (GString) text = g_string_new (problem);

  if (problem == NULL)
    {
      if (self->words->note != NULL)
        g_string_append (text, _(self->words->note));
      if (get_value (self) != self->field->initial)
        {
          g_autofree char *usual = tend_rule_words_format (self->words->unit, self->field->initial);

          if (text->len > 0)
            g_string_append_c (text, ' ');
          /* Translators: what a number of the rules is as long as nobody changes it: "Usual: 14 days." */
          g_string_append_printf (text, _("Usual: %s."), usual);
        }
    }

  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (self->row)), text->str) != 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), text->str);
}

/* (transfer full) (nullable): what is wrong with what is typed; @value is set where nothing is */
static char *
dup_problem (Rule *self,
             int  *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int least, most;

  tend_rules_get_range (tend_rule_values_get (self->values), self->field, &least, &most);
  if (tend_rule_words_parse (self->words->unit, text, value) && *value >= least && *value <= most)
    return NULL;

  from = g_strdup_printf ("%d", least);
  to = tend_rule_words_format (self->words->unit, most);
  /* Translators: the least and the most that a number may be: "From 0 to 3650 days." */
  return g_strdup_printf (_("From %1$s to %2$s."), from, to);
}

static void
on_typed (Rule *self)
{
  g_autofree char *problem = NULL;
  int value;

  if (self->showing)
    return;

  problem = dup_problem (self, &value);
  show_note (self, problem);
}

/* Typing is over: what cannot be becomes again what it was. */
static int
on_input (Rule   *self,
          double *value)
{
  int typed;
  g_autofree char *problem = dup_problem (self, &typed);

  *value = problem == NULL ? typed : get_value (self);
  return TRUE;
}

static gboolean
on_output (Rule *self)
{
  g_autofree char *text = tend_rule_words_format (self->words->unit, (int) adw_spin_row_get_value (self->row));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  return TRUE;
}

static void
on_value (Rule *self)
{
  if (!self->showing)
    tend_rule_values_set (self->values, self->field, (int) adw_spin_row_get_value (self->row));
}

/* Its neighbours bound it, so that every change may move its borders. */
static void
show_value (Rule *self)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (self->row);
  int least, most;

  tend_rules_get_range (tend_rule_values_get (self->values), self->field, &least, &most);
  self->showing = TRUE;
  gtk_adjustment_configure (adjustment, get_value (self), least, most, 1, 10, 0);
  on_output (self);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->row),
                            tend_rule_values_get_loaded (self->values) && !tend_rule_values_get_read_only (self->values));
  show_note (self, NULL);
}

static void
on_values_changed (GObject *row)
{
  show_value (g_object_get_data (row, "rule"));
}

static void
set_width (Rule *self)
{
  g_autofree char *most = tend_rule_words_format (self->words->unit, MIN (self->field->most, 999));

  gtk_editable_set_width_chars (GTK_EDITABLE (self->row), (int) g_utf8_strlen (most, -1));
}

GtkWidget *
tend_rule_row_new (TendRuleValues      *values,
                   const TendRuleWords *words)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, 1, 1);
  Rule *self = g_new0 (Rule, 1);

  self->row = ADW_SPIN_ROW (row);
  self->values = g_object_ref (values);
  self->words = words;
  self->field = tend_rules_find (words->name);
  g_object_set_data_full (G_OBJECT (row), "rule", self, rule_free);
  gtk_widget_set_name (row, words->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tend_rule_words_title (words));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_spin_row_set_numeric (self->row, FALSE);
  adw_spin_row_set_update_policy (self->row, GTK_UPDATE_IF_VALID);
  set_width (self);
  g_signal_connect_swapped (row, "input", G_CALLBACK (on_input), self);
  g_signal_connect_swapped (row, "output", G_CALLBACK (on_output), self);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (row, "notify::value", G_CALLBACK (on_value), self);
  g_signal_connect_object (values, "changed", G_CALLBACK (on_values_changed), row, G_CONNECT_SWAPPED);
  show_value (self);

  return row;
}
