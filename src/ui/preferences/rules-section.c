/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules-section.h"

#include <glib/gi18n.h>

#include "rule-row.h"

guint
tend_rules_count_changed (const TendRules     *rules,
                          const TendRuleGroup *group)
{
  guint n = 0;

  for (guint i = 0; i < group->n_rules; i++)
    {
      const TendRuleField *field = tend_rules_find (group->rules[i].name);

      n += tend_rules_get (rules, field) != field->initial;
    }

  return n;
}

/* Setting back. */

static void
on_undo (TendRuleValues *values,
         AdwToast       *toast)
{
  tend_rule_values_take (values, g_object_get_data (G_OBJECT (toast), "before"));
}

void
tend_rules_reset (GtkWidget           *widget,
                  TendRuleValues      *values,
                  const TendRuleGroup *groups,
                  guint                n_groups)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  TendRules rules = *tend_rule_values_get (values);
  guint n = 0;
  g_autofree char *message = NULL;
  AdwToast *toast;

  for (guint i = 0; i < n_groups; i++)
    {
      n += tend_rules_count_changed (&rules, &groups[i]);
      for (guint j = 0; j < groups[i].n_rules; j++)
        {
          const TendRuleField *field = tend_rules_find (groups[i].rules[j].name);

          tend_rules_set (&rules, field, field->initial);
        }
    }
  if (n == 0)
    return;

  message = g_strdup_printf (ngettext ("%u number is as usual again", "%u numbers are as usual again", n), n);
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "before", g_memdup2 (tend_rule_values_get (values), sizeof (TendRules)), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), values, G_CONNECT_SWAPPED);
  tend_rule_values_take (values, &rules);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

/* A group, whose header has a button where something in it was changed. */

typedef struct
{
  TendRuleValues      *values;
  const TendRuleGroup *group;
  GtkWidget           *button;
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_object_unref (self->values);
  g_free (self);
}

static void
show_group (GObject *widget)
{
  Group *self = g_object_get_data (widget, "group");

  gtk_widget_set_visible (self->button, !tend_rule_values_get_read_only (self->values) &&
                                        tend_rules_count_changed (tend_rule_values_get (self->values), self->group) > 0);
}

static void
on_reset (GtkWidget *widget)
{
  Group *self = g_object_get_data (G_OBJECT (widget), "group");

  tend_rules_reset (widget, self->values, self->group, 1);
}

static AdwPreferencesGroup *
create_group (TendRuleValues      *values,
              const TendRuleGroup *group)
{
  AdwPreferencesGroup *widget = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Group *self = g_new0 (Group, 1);

  self->values = g_object_ref (values);
  self->group = group;
  self->button = gtk_button_new_with_mnemonic (_("_Reset"));
  g_object_set_data_full (G_OBJECT (widget), "group", self, group_free);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _("Set Back to the Usual Numbers"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_reset), widget, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (widget, _(group->title));
  adw_preferences_group_set_description (widget, group->note != NULL ? _(group->note) : NULL);
  adw_preferences_group_set_header_suffix (widget, self->button);
  for (guint i = 0; i < group->n_rules; i++)
    adw_preferences_group_add (widget, tend_rule_row_new (values, &group->rules[i]));
  g_signal_connect_object (values, "changed", G_CALLBACK (show_group), widget, G_CONNECT_SWAPPED);
  show_group (G_OBJECT (widget));

  return widget;
}

/* As of a dialog (widgets/dialog-focus.h): what goes away with the keyboard in it is never freed. */
static void
on_hiding (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    gtk_root_set_focus (root, NULL);
}

AdwNavigationPage *
tend_rules_section_new (TendRuleValues        *values,
                        const TendRuleSection *section)
{
  AdwNavigationPage *self;
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  for (guint i = 0; i < section->n_groups; i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_group (values, &section->groups[i]));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  self = adw_navigation_page_new_with_tag (view, _(section->title), section->id);
  g_signal_connect (self, "hiding", G_CALLBACK (on_hiding), NULL);

  return self;
}
