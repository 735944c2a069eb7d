/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "follow-up-row.h"

#include <glib/gi18n.h>

#include "ui/text/moment.h"
#include "ui/text/words.h"

#include "context-menu.h"
#include "snooze-popover.h"

#define MAX_TITLE 300

struct _TendFollowUpRow
{
  GtkBox parent_instance;

  /* Template Widgets */
  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *subtitle;
  GtkLabel      *hat;
  GtkWidget     *buttons;
  GtkWidget     *done_button;
  GtkMenuButton *snooze_button;
  GtkMenuButton *more_button;

  /* Owned References */
  TendFollowUp  *follow_up;
  TendAccount   *account;

  /* Children */
  GtkWidget     *menu;         /* at the pointer; made when first asked for */

  gboolean       icons;
};

G_DEFINE_FINAL_TYPE (TendFollowUpRow, tend_follow_up_row, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_ICONS,
  N_PROPS
};

enum
{
  DESCRIBED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static TendId
get_id (TendFollowUpRow *self)
{
  return self->follow_up != NULL ? tend_entity_get_id (TEND_ENTITY (self->follow_up)) : 0;
}

static gboolean
is_open (TendFollowUpRow *self)
{
  return self->follow_up != NULL && tend_follow_up_record_is_open (tend_follow_up_get (self->follow_up));
}

static void
set_button (GtkWidget  *button,
            const char *icon,
            const char *label,
            gboolean    icons)
{
  if (GTK_IS_MENU_BUTTON (button))
    {
      if (icons)
        gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
      else
        gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
    }
  else if (icons)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);

  gtk_widget_set_tooltip_text (button, icons ? label : NULL);
}

static void
show_buttons (TendFollowUpRow *self)
{
  gboolean open = is_open (self);

  set_button (self->done_button, open ? "object-select-symbolic" : "edit-undo-symbolic", open ? _("Done") : _("Reopen"), self->icons);
  gtk_widget_set_visible (GTK_WIDGET (self->snooze_button), open);
}

static const char *
get_icon (const TendFollowUpRecord *record)
{
  switch (record->state)
    {
    case TEND_FOLLOW_UP_DONE: return "object-select-symbolic";
    case TEND_FOLLOW_UP_DROPPED: return "edit-clear-symbolic";
    case TEND_FOLLOW_UP_SNOOZED: return "weather-clear-night-symbolic";
    case TEND_FOLLOW_UP_OPEN:
    default: return "alarm-symbolic";
    }
}

/* For a narrow line: what matters most about the time. */
static char *
dup_brief (const TendFollowUpRecord *record,
           TendInstant               now,
           GTimeZone                *zone)
{
  g_autofree char *due = NULL;
  g_autofree char *until = NULL;
  g_autofree char *snoozed = NULL;

  if (record->state == TEND_FOLLOW_UP_DONE || record->state == TEND_FOLLOW_UP_DROPPED)
    return tend_moment_stamp (record->done_at != 0 ? record->done_at : record->base.updated_at, now, zone);
  due = tend_moment_short (record->due_at, record->all_day, now, zone, NULL);
  if (record->state == TEND_FOLLOW_UP_OPEN || record->snoozed_until <= now)
    return g_steal_pointer (&due);

  /* What is put off stands where it is due: it must say both, or it would seem to be in the wrong place. */
  until = tend_moment_short (record->snoozed_until, FALSE, now, zone, NULL);
  snoozed = g_strdup_printf (_("snoozed: %s"), until);
  return g_strdup_printf ("%s · %s", due, snoozed);
}

static gboolean
is_alarming (const TendFollowUpRecord *record,
             TendInstant               now,
             GTimeZone                *zone)
{
  return tend_moment_is_overdue (record, now, zone) &&
         !(record->state == TEND_FOLLOW_UP_SNOOZED && record->snoozed_until > now);
}

static char *
dup_subtitle (TendFollowUpRow          *self,
              const TendFollowUpRecord *record)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  TendInstant now = g_get_real_time ();
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;

  if (!self->icons)
    when = tend_moment_follow_up (record, now, zone);
  else
    when = dup_brief (record, now, zone);
  if (self->account == NULL)
    return g_steal_pointer (&when);

  name = tend_words_one_line (tend_account_get (self->account)->name, MAX_TITLE);
  return g_strdup_printf ("%s · %s", when, name);
}

void
tend_follow_up_row_refresh (TendFollowUpRow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const TendFollowUpRecord *record;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *full = NULL;
  g_autofree char *all = NULL;

  g_return_if_fail (TEND_IS_FOLLOW_UP_ROW (self));

  if (self->follow_up == NULL)
    return;

  record = tend_follow_up_get (self->follow_up);
  title = tend_words_follow_up (record, MAX_TITLE);
  subtitle = dup_subtitle (self, record);
  full = tend_moment_follow_up (record, g_get_real_time (), zone);
  all = g_strdup_printf ("%s, %s", title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), self->icons ? full : NULL);
  gtk_image_set_from_icon_name (self->icon, get_icon (record));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !self->icons || record->state != TEND_FOLLOW_UP_OPEN);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->hat, tend_words_hat (record->hat));
  if (is_alarming (record, g_get_real_time (), zone))
    gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->subtitle), "error");
  show_buttons (self);
  g_signal_emit (self, signals[DESCRIBED], 0, all);
}

static void
on_done (TendFollowUpRow *self)
{
  tend_follow_up_row_done (self);
}

static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  TendFollowUpRow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, tend_snooze_popover_new ());
  tend_snooze_popover_set_follow_up (TEND_SNOOZE_POPOVER (gtk_menu_button_get_popover (button)), get_id (self));
}

static GMenuModel *
create_menu (TendFollowUpRow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) settle = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  const struct { GMenu *section; const char *label; const char *action; gboolean open; } items[] = {
    { settle, _("Done with _Outcome…"), "win.finish-follow-up", TRUE },
    { settle, _("Done and _Log Contact…"), "win.log-follow-up", TRUE },
    { settle, _("D_rop"), "win.drop-follow-up", TRUE },
    { rest, _("_Edit…"), "win.edit-follow-up", FALSE },
    { rest, _("_Delete"), "win.delete-follow-up", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", get_id (self));
      if (is_open (self) || !items[i].open)
        g_menu_append_item (items[i].section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (settle));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (menu);
}

static void
create_more (GtkMenuButton *button,
             gpointer       data)
{
  g_autoptr (GMenuModel) menu = create_menu (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
on_secondary (TendFollowUpRow *self,
              int              n_press,
              double           x,
              double           y)
{
  tend_follow_up_row_popup (self, x, y);
}

static void
on_long_press (TendFollowUpRow *self,
               double           x,
               double           y)
{
  tend_follow_up_row_popup (self, x, y);
}

static void
tend_follow_up_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ICONS:
      g_value_set_boolean (value, TEND_FOLLOW_UP_ROW (object)->icons);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_follow_up_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ICONS:
      TEND_FOLLOW_UP_ROW (object)->icons = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_presses (TendFollowUpRow *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *lengthy = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (lengthy), TRUE);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lengthy, "pressed", G_CALLBACK (on_long_press), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (lengthy));
}

static void
tend_follow_up_row_constructed (GObject *object)
{
  TendFollowUpRow *self = TEND_FOLLOW_UP_ROW (object);

  G_OBJECT_CLASS (tend_follow_up_row_parent_class)->constructed (object);
  set_button (GTK_WIDGET (self->snooze_button), "alarm-symbolic", _("Snooze"), self->icons);
  gtk_menu_button_set_create_popup_func (self->snooze_button, create_popover, self, NULL);
  if (self->icons)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->hat), FALSE);
      /* A narrow list: the buttons stay in the line, and the text takes what is left. */
      gtk_label_set_max_width_chars (self->title, 12);
      gtk_label_set_max_width_chars (self->subtitle, 12);
      gtk_widget_add_css_class (self->done_button, "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->snooze_button), "flat");
      gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
    }
  gtk_menu_button_set_create_popup_func (self->more_button, create_more, self, NULL);
  add_presses (self);
  show_buttons (self);
}

static void
tend_follow_up_row_dispose (GObject *object)
{
  TendFollowUpRow *self = TEND_FOLLOW_UP_ROW (object);

  tend_follow_up_row_set_follow_up (self, NULL, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_FOLLOW_UP_ROW);

  G_OBJECT_CLASS (tend_follow_up_row_parent_class)->dispose (object);
}

static void
tend_follow_up_row_class_init (TendFollowUpRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_follow_up_row_get_property;
  object_class->set_property = tend_follow_up_row_set_property;
  object_class->constructed = tend_follow_up_row_constructed;
  object_class->dispose = tend_follow_up_row_dispose;

  properties[PROP_ICONS] =
    g_param_spec_boolean ("icons", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DESCRIBED] =
    g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/widgets/follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, title);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, hat);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, done_button);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, snooze_button);
  gtk_widget_class_bind_template_child (widget_class, TendFollowUpRow, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
tend_follow_up_row_init (TendFollowUpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_follow_up_row_new (gboolean icons)
{
  return g_object_new (TEND_TYPE_FOLLOW_UP_ROW, "icons", icons, NULL);
}

static void
unfollow (TendFollowUpRow *self,
          gpointer         entity)
{
  if (entity != NULL)
    g_signal_handlers_disconnect_by_func (entity, tend_follow_up_row_refresh, self);
}

void
tend_follow_up_row_set_follow_up (TendFollowUpRow *self,
                                  TendFollowUp    *follow_up,
                                  TendAccount     *account)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_ROW (self));

  unfollow (self, self->follow_up);
  unfollow (self, self->account);
  g_set_object (&self->follow_up, follow_up);
  g_set_object (&self->account, account);
  if (follow_up != NULL)
    g_signal_connect_object (follow_up, "changed", G_CALLBACK (tend_follow_up_row_refresh), self, G_CONNECT_SWAPPED);
  if (account != NULL)
    g_signal_connect_object (account, "changed", G_CALLBACK (tend_follow_up_row_refresh), self, G_CONNECT_SWAPPED);

  tend_follow_up_row_refresh (self);
}

TendFollowUp *
tend_follow_up_row_get_follow_up (TendFollowUpRow *self)
{
  g_return_val_if_fail (TEND_IS_FOLLOW_UP_ROW (self), NULL);

  return self->follow_up;
}

void
tend_follow_up_row_done (TendFollowUpRow *self)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), is_open (self) ? "win.done-follow-up" : "win.reopen-follow-up", "x", get_id (self));
}

void
tend_follow_up_row_snooze (TendFollowUpRow *self)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_ROW (self));

  if (is_open (self))
    gtk_menu_button_popup (self->snooze_button);
}

void
tend_follow_up_row_popup (TendFollowUpRow *self,
                          double           x,
                          double           y)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (TEND_IS_FOLLOW_UP_ROW (self));

  if (self->follow_up == NULL)
    return;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    }
  menu = create_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  tend_context_menu_popup (GTK_POPOVER (self->menu));
}

void
tend_follow_up_row_edit (TendFollowUpRow *self)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-follow-up", "x", get_id (self));
}
