/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "health-reasons.h"

#include <glib/gi18n.h>

#include "ui/text/situation.h"

struct _TendHealthReasons
{
  AdwBin parent_instance;

  /* Borrowed References */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TendHealthReasons, tend_health_reasons, ADW_TYPE_BIN)

static void
append_row (TendHealthReasons *self,
            const char        *title,
            const char        *subtitle,
            const char        *points)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (points != NULL)
    {
      GtkWidget *label = gtk_label_new (points);

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_list_box_append (self->list, row);
}

static void
append_reason (TendHealthReasons      *self,
               const TendHealthReason *reason,
               const TendHealth       *health)
{
  g_autofree char *value = tend_situation_reason_value (reason);
  g_autofree char *points = tend_situation_reason_points (reason);
  g_autofree char *lift = tend_situation_reason_lift (reason, health);
  g_autofree char *subtitle = lift != NULL ? g_strdup_printf ("%s\n%s", value, lift) : g_strdup (value);

  append_row (self, tend_situation_reason_name (reason), subtitle, points);
}

static void
tend_health_reasons_class_init (TendHealthReasonsClass *klass)
{
}

static void
tend_health_reasons_init (TendHealthReasons *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reasons of the Health"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
tend_health_reasons_new (void)
{
  return g_object_new (TEND_TYPE_HEALTH_REASONS, NULL);
}

void
tend_health_reasons_show (TendHealthReasons   *self,
                          const TendSituation *situation)
{
  const TendHealth *health;

  g_return_if_fail (TEND_IS_HEALTH_REASONS (self));

  gtk_list_box_remove_all (self->list);
  if (situation == NULL)
    return;

  health = &situation->summary.health;
  for (guint i = 0; i < health->n_reasons; i++)
    append_reason (self, &health->reasons[i], health);
  if (health->n_reasons == 0)
    append_row (self, _("Nothing to judge by yet"), _("Log a contact, a need or an impression."), NULL);
}
