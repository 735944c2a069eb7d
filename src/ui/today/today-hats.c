/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-hats.h"

#include <glib/gi18n.h>

#include "ui/text/words.h"

struct _TendTodayHats
{
  AdwBin          parent_instance;

  /* Borrowed References */
  GtkToggleButton *all;
  GtkToggleButton *buttons[TEND_N_HATS];

  /* Owned References */
  TendTodayModel  *model;

  gboolean         showing;   /* the program sets the buttons */
};

G_DEFINE_FINAL_TYPE (TendTodayHats, tend_today_hats, ADW_TYPE_BIN)

static GtkToggleButton *
get_button (TendTodayHats *self,
            int            hat)
{
  return hat < 0 ? self->all : self->buttons[hat];
}

static void
show (TendTodayHats *self)
{
  int shown = tend_today_model_get_hat (self->model);

  self->showing = TRUE;
  for (int hat = -1; hat < TEND_N_HATS; hat++)
    {
      guint n = tend_today_model_count (self->model, hat);
      /* Translators: a hat and how many lines ask for it: "Service 3" */
      g_autofree char *label = g_strdup_printf (_("%1$s %2$'u"), hat < 0 ? C_("hats", "All") : tend_words_hat (hat), n);
      GtkToggleButton *button = get_button (self, hat);

      gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_widget_set_visible (GTK_WIDGET (button), hat < 0 || n > 0 || hat == shown);
      if (hat == shown)
        gtk_toggle_button_set_active (button, TRUE);
    }
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), tend_today_model_count (self->model, -1) > 0);
}

static void
on_toggled (TendTodayHats   *self,
            GtkToggleButton *button)
{
  if (self->showing || self->model == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (int hat = -1; hat < TEND_N_HATS; hat++)
    if (button == get_button (self, hat))
      tend_today_model_set_hat (self->model, hat);
}

static GtkToggleButton *
add_button (TendTodayHats *self,
            AdwWrapBox    *box)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->all);
  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (box, button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
tend_today_hats_dispose (GObject *object)
{
  g_clear_object (&TEND_TODAY_HATS (object)->model);

  G_OBJECT_CLASS (tend_today_hats_parent_class)->dispose (object);
}

static void
tend_today_hats_class_init (TendTodayHatsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_today_hats_dispose;
}

static void
tend_today_hats_init (TendTodayHats *self)
{
  static const TendHat order[] = { TEND_HAT_SERVICE, TEND_HAT_SALES, TEND_HAT_TECHNICAL, TEND_HAT_FINANCE };
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  adw_wrap_box_set_align (box, 0.5);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hats"), -1);
  self->all = add_button (self, box);
  gtk_toggle_button_set_active (self->all, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    self->buttons[order[i]] = add_button (self, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

void
tend_today_hats_set_model (TendTodayHats  *self,
                           TendTodayModel *model)
{
  g_return_if_fail (TEND_IS_TODAY_HATS (self));
  g_return_if_fail (TEND_IS_TODAY_MODEL (model));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

void
tend_today_hats_show_all (TendTodayHats *self)
{
  g_return_if_fail (TEND_IS_TODAY_HATS (self));

  gtk_toggle_button_set_active (self->all, TRUE);
}
