/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "snooze-popover.h"

#include <glib/gi18n.h>

#include "core/reminders/schedule.h"
#include "core/rules/day.h"
#include "core/rules/when.h"
#include "ui/settings.h"
#include "ui/text/moment.h"

struct _TendSnoozePopover
{
  GtkPopover parent_instance;

  /* Template Widgets */
  GtkWidget   *hour_button;
  GtkWidget   *tomorrow_button;
  GtkWidget   *month_button;
  GtkLabel    *tomorrow_title;
  GtkLabel    *hour_label;
  GtkLabel    *tomorrow_label;
  GtkLabel    *week_label;
  GtkLabel    *month_label;
  GtkEditable *when;
  GtkWidget   *when_button;
  GtkLabel    *understood;
  GtkEditable *reason;

  TendId       follow_up;   /* 0: a reason of Today, which is put off by days */
  TendId       account;
  TendId       item;
  int          kind;        /* TendAlertKind */
};

G_DEFINE_FINAL_TYPE (TendSnoozePopover, tend_snooze_popover, GTK_TYPE_POPOVER)

static TendInstant
get_until (TendSnooze snooze)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return tend_schedule_get_snooze (snooze, g_get_real_time (), zone,
                                   tend_settings_get_work_start (tend_settings_get_default ()));
}

static char *
dup_day (TendInstant instant)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return tend_day_dup_text (tend_day_of_instant (instant, zone));
}

static TendInstant
get_month (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return tend_day_to_instant (tend_day_of_instant (g_get_real_time (), zone) + 28, zone);
}

static void
snooze_until (TendSnoozePopover *self,
              TendInstant        until)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_autofree char *day = dup_day (until);
  TendId follow_up = self->follow_up;
  TendId account = self->account;
  TendId item = self->item;
  int kind = self->kind;

  /* The row may be gone when the popover is: what is needed is asked for first. */
  g_object_ref (parent);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (follow_up != 0)
    gtk_widget_activate_action (parent, "win.snooze-follow-up", "(xxs)", follow_up, until, reason);
  else
    gtk_widget_activate_action (parent, "win.put-off", "(xixss)", account, kind, item, day, reason);
  g_object_unref (parent);
}

static void
on_hour (TendSnoozePopover *self)
{
  snooze_until (self, get_until (TEND_SNOOZE_1_HOUR));
}

static void
on_tomorrow (TendSnoozePopover *self)
{
  snooze_until (self, get_until (TEND_SNOOZE_TOMORROW));
}

static void
on_week (TendSnoozePopover *self)
{
  snooze_until (self, get_until (TEND_SNOOZE_NEXT_WEEK));
}

static void
on_month (TendSnoozePopover *self)
{
  snooze_until (self, get_month ());
}

/* The instant that was written, 0 where it is none or not ahead. */
static TendInstant
get_written (TendSnoozePopover *self,
             gboolean          *past)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendInstant now = g_get_real_time ();
  TendInstant until;
  TendWall wall;

  *past = FALSE;
  if (!tend_when_parse (gtk_editable_get_text (self->when), now, zone, &wall))
    return 0;

  until = tend_schedule_get_due (&wall, zone, tend_settings_get_work_start (tend_settings_get_default ()));
  /* What is put off by days is put off to another day. */
  *past = until <= now || (self->follow_up == 0 && tend_moment_days_until (until, now, zone) < 1);
  return *past ? 0 : until;
}

static void
on_when_changed (TendSnoozePopover *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *text = NULL;
  gboolean past;
  TendInstant until = get_written (self, &past);

  if (until != 0)
    text = tend_moment_long (until, self->follow_up == 0, g_get_real_time (), zone);
  else
    text = g_strdup (past ? _("That time has passed.") : _("Not a time that is understood"));

  gtk_label_set_label (self->understood, text);
  gtk_widget_set_visible (GTK_WIDGET (self->understood), *gtk_editable_get_text (self->when) != '\0');
  gtk_widget_set_sensitive (self->when_button, until != 0);
}

static void
on_when (TendSnoozePopover *self)
{
  gboolean past;
  TendInstant until = get_written (self, &past);

  if (until != 0)
    snooze_until (self, until);
}

static void
grab_first (TendSnoozePopover *self)
{
  gtk_widget_grab_focus (self->follow_up != 0 ? self->hour_button : self->tomorrow_button);
}

static void
on_reason_activated (TendSnoozePopover *self)
{
  gboolean past;
  TendInstant until = get_written (self, &past);

  if (until != 0)
    snooze_until (self, until);
  else
    grab_first (self);
}

static void
show_instant (TendSnoozePopover *self,
              GtkLabel          *label,
              TendSnooze         snooze)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendInstant now = g_get_real_time ();
  TendInstant until = get_until (snooze);
  g_autofree char *time = tend_moment_time (until, zone);
  g_autofree char *day = tend_moment_short (until, TRUE, now, zone, NULL);
  g_autofree char *both = g_strdup_printf ("%s %s", day, time);

  if (self->follow_up == 0)
    gtk_label_set_label (label, snooze == TEND_SNOOZE_NEXT_WEEK ? day : "");
  else
    gtk_label_set_label (label, snooze == TEND_SNOOZE_NEXT_WEEK ? both : time);
}

/* A follow-up has a time; another reason has a day. */
static void
show_kind (TendSnoozePopover *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *month = tend_moment_short (get_month (), TRUE, g_get_real_time (), zone, NULL);
  gboolean timed = self->follow_up != 0;

  gtk_widget_set_visible (self->hour_button, timed);
  gtk_widget_set_visible (self->month_button, !timed);
  gtk_label_set_label (self->month_label, month);
  gtk_label_set_label (self->tomorrow_title, timed ? _("_Tomorrow Morning") : _("_Tomorrow"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->when), timed ? _("Such as “Friday 10:00”") : _("Such as “Friday” or “3 Dec”"));
}

static void
tend_snooze_popover_show (GtkWidget *widget)
{
  TendSnoozePopover *self = TEND_SNOOZE_POPOVER (widget);

  show_instant (self, self->hour_label, TEND_SNOOZE_1_HOUR);
  show_instant (self, self->tomorrow_label, TEND_SNOOZE_TOMORROW);
  show_instant (self, self->week_label, TEND_SNOOZE_NEXT_WEEK);
  show_kind (self);
  gtk_editable_set_text (self->when, "");
  gtk_editable_set_text (self->reason, "");

  GTK_WIDGET_CLASS (tend_snooze_popover_parent_class)->show (widget);
  grab_first (self);
}

static void
tend_snooze_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_SNOOZE_POPOVER);
  G_OBJECT_CLASS (tend_snooze_popover_parent_class)->dispose (object);
}

static void
tend_snooze_popover_class_init (TendSnoozePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_snooze_popover_dispose;
  widget_class->show = tend_snooze_popover_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/widgets/snooze-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, hour_button);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, tomorrow_button);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, month_button);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, tomorrow_title);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, month_label);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, hour_label);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, tomorrow_label);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, week_label);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, when);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, when_button);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, understood);
  gtk_widget_class_bind_template_child (widget_class, TendSnoozePopover, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_hour);
  gtk_widget_class_bind_template_callback (widget_class, on_tomorrow);
  gtk_widget_class_bind_template_callback (widget_class, on_week);
  gtk_widget_class_bind_template_callback (widget_class, on_month);
  gtk_widget_class_bind_template_callback (widget_class, on_when_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_when);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_activated);
}

static void
tend_snooze_popover_init (TendSnoozePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_snooze_popover_new (void)
{
  return g_object_new (TEND_TYPE_SNOOZE_POPOVER, NULL);
}

void
tend_snooze_popover_set_follow_up (TendSnoozePopover *self,
                                   TendId             follow_up)
{
  g_return_if_fail (TEND_IS_SNOOZE_POPOVER (self));

  self->follow_up = follow_up;
}

void
tend_snooze_popover_set_reason (TendSnoozePopover *self,
                                TendId             account,
                                int                kind,
                                TendId             item)
{
  g_return_if_fail (TEND_IS_SNOOZE_POPOVER (self));

  self->follow_up = 0;
  self->account = account;
  self->kind = kind;
  self->item = item;
}
