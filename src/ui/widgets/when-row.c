/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "when-row.h"

#include <glib/gi18n.h>

#include "core/rules/when.h"
#include "ui/text/moment.h"

#include "field-error.h"

struct _TendWhenRow
{
  AdwEntryRow parent_instance;

  /* Template Widgets */
  GtkPopover     *popover;
  GtkCalendar    *calendar;
  GtkCheckButton *at_time;
  GtkSpinButton  *hour;
  GtkSpinButton  *minute;

  /* Owned References */
  GTimeZone      *zone;

  TendWall        wall;
  gboolean        past;
  gboolean        understood;
  gboolean        showing;    /* the text or the popover is being set from the wall */
};

G_DEFINE_FINAL_TYPE (TendWhenRow, tend_when_row, ADW_TYPE_ENTRY_ROW)

static char *
describe (TendWhenRow *self)
{
  return tend_moment_long (tend_wall_to_instant (&self->wall, self->zone), self->wall.all_day, g_get_real_time (), self->zone);
}

/* The title says what was understood, so that nothing moves while one types. */
static void
show_understood (TendWhenRow *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0';
  const char *name = _("_When");
  g_autofree char *moment = NULL;
  g_autofree char *title = NULL;

  if (self->understood)
    moment = tend_moment_full (tend_wall_to_instant (&self->wall, self->zone), self->wall.all_day, self->zone);

  if (moment != NULL)
    /* Translators: the title of the field, and the date that was understood: "When: Tue, 1 Dec 2026, 15:00" */
    title = g_strdup_printf (_("%s: %s"), name, moment);
  else if (empty)
    /* Translators: the title of the field while it is empty; the time is one that can be typed like this */
    title = g_strdup_printf (self->past ? _("%s, such as “yesterday 15:00”") : _("%s, such as “tomorrow 15:00”"), name);
  else
    title = g_strdup (name);
  tend_field_error_set_title (GTK_WIDGET (self), title);
  tend_field_error_show (GTK_WIDGET (self), self->understood || empty ? NULL : _("Not a time that is understood"));
}

static void
on_changed (TendWhenRow *self)
{
  const char *text;

  if (self->showing)
    return;

  text = gtk_editable_get_text (GTK_EDITABLE (self));
  self->understood = self->past ? tend_when_parse_past (text, g_get_real_time (), self->zone, &self->wall)
                                : tend_when_parse (text, g_get_real_time (), self->zone, &self->wall);
  show_understood (self);
}

static void
show_text (TendWhenRow *self)
{
  g_autofree char *text = describe (self);

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->showing = FALSE;
  show_understood (self);
}

static void
on_picked (TendWhenRow *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->showing)
    return;

  date = gtk_calendar_get_date (self->calendar);
  self->wall.year = g_date_time_get_year (date);
  self->wall.month = g_date_time_get_month (date);
  self->wall.day = g_date_time_get_day_of_month (date);
  self->wall.all_day = !gtk_check_button_get_active (self->at_time);
  self->wall.hour = self->wall.all_day ? 0 : gtk_spin_button_get_value_as_int (self->hour);
  self->wall.minute = self->wall.all_day ? 0 : gtk_spin_button_get_value_as_int (self->minute);
  self->understood = TRUE;
  show_text (self);
}

static gboolean
on_output (TendWhenRow   *self,
           GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (button)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
on_popover_shown (TendWhenRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  gboolean timed = self->understood && !self->wall.all_day;

  if (self->understood)
    date = g_date_time_new (self->zone, self->wall.year, self->wall.month, self->wall.day, 0, 0, 0);
  if (date == NULL)
    date = g_date_time_new_now (self->zone);

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  gtk_check_button_set_active (self->at_time, timed);
  gtk_spin_button_set_value (self->hour, timed ? self->wall.hour : 9);
  gtk_spin_button_set_value (self->minute, timed ? self->wall.minute : 0);
  self->showing = FALSE;
}

static void
tend_when_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_WHEN_ROW);
  G_OBJECT_CLASS (tend_when_row_parent_class)->dispose (object);
}

static void
tend_when_row_finalize (GObject *object)
{
  TendWhenRow *self = TEND_WHEN_ROW (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (tend_when_row_parent_class)->finalize (object);
}

static void
tend_when_row_class_init (TendWhenRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_when_row_dispose;
  object_class->finalize = tend_when_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/widgets/when-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendWhenRow, popover);
  gtk_widget_class_bind_template_child (widget_class, TendWhenRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, TendWhenRow, at_time);
  gtk_widget_class_bind_template_child (widget_class, TendWhenRow, hour);
  gtk_widget_class_bind_template_child (widget_class, TendWhenRow, minute);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_output);
}

static void
tend_when_row_init (TendWhenRow *self)
{
  self->zone = g_time_zone_new_local ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_understood (self);
  g_signal_connect_object (self, "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_shown), self, G_CONNECT_SWAPPED);
}

gboolean
tend_when_row_get_wall (TendWhenRow *self,
                        TendWall    *wall)
{
  g_return_val_if_fail (TEND_IS_WHEN_ROW (self), FALSE);

  if (self->understood)
    *wall = self->wall;
  return self->understood;
}

void
tend_when_row_set_wall (TendWhenRow    *self,
                        const TendWall *wall)
{
  g_return_if_fail (TEND_IS_WHEN_ROW (self));
  g_return_if_fail (wall != NULL);

  self->wall = *wall;
  self->understood = TRUE;
  show_text (self);
}

void
tend_when_row_set_zone (TendWhenRow *self,
                        GTimeZone   *zone)
{
  g_return_if_fail (TEND_IS_WHEN_ROW (self));

  g_time_zone_ref (zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;
  if (self->understood)
    show_text (self);
}

void
tend_when_row_set_past (TendWhenRow *self,
                        gboolean     past)
{
  g_return_if_fail (TEND_IS_WHEN_ROW (self));

  self->past = past;
  show_understood (self);
}
