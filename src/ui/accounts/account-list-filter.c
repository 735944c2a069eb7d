/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

#include <glib/gi18n.h>

#include "ui/text/words.h"

/* Tiers and statuses as check items of the menu, and each that is on as a button above the list which takes it off:
 * a filter that is not seen makes accounts look lost. */

static guint
get_bits (TendAccountListPage *self,
          const char *const   *words)
{
  guint bits = 0;

  for (int i = 0; words[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->filter), words[i]);
      g_autoptr (GVariant) state = g_action_get_state (action);

      if (g_variant_get_boolean (state))
        bits |= 1u << i;
    }

  return bits;
}

static void
on_chip_clicked (TendAccountListPage *self,
                 GtkButton           *chip)
{
  const char *name = g_object_get_data (G_OBJECT (chip), "tend-filter");

  g_action_group_change_action_state (G_ACTION_GROUP (self->filter), name, g_variant_new_boolean (FALSE));
}

static void
add_chip (TendAccountListPage *self,
          const char          *name,
          const char          *label)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *tooltip = g_strdup_printf (_("Take away the filter “%s”"), label);

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "tend-filter", g_strdup (name), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
}

static void
add_chips (TendAccountListPage *self,
           const char *const   *words,
           guint                bits,
           const char        *(*get_label) (int))
{
  for (int i = 0; words[i] != NULL; i++)
    {
      if (bits & (1u << i))
        add_chip (self, words[i], get_label (i));
    }
}

static void
apply (TendAccountListPage *self)
{
  guint tiers = get_bits (self, tend_tiers);
  guint statuses = get_bits (self, tend_account_statuses);
  GtkWidget *chip;

  tend_account_list_model_set_tiers (self->model, tiers);
  tend_account_list_model_set_statuses (self->model, statuses);

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  add_chips (self, tend_tiers, tiers, tend_words_tier_long);
  add_chips (self, tend_account_statuses, statuses, tend_words_account_status);
  gtk_revealer_set_reveal_child (self->chips_revealer, tiers != 0 || statuses != 0);
}

static void
on_toggled (GSimpleAction *action,
            GVariant      *state,
            gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  apply (user_data);
}

static void
on_team_toggled (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  TendAccountListPage *self = user_data;
  TendId manager = tend_account_list_model_get_manager (self->model);

  g_simple_action_set_state (action, state);
  tend_account_list_page_set_scope (self, g_variant_get_boolean (state) ? TEND_SCOPE_TEAM : TEND_SCOPE_OWN, manager);
}

static void
add_toggle (TendAccountListPage *self,
            const char          *name,
            GCallback            changed)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

  g_signal_connect (action, "change-state", changed, self);
  g_action_map_add_action (G_ACTION_MAP (self->filter), G_ACTION (action));
}

void
tend_account_list_page_init_filter (TendAccountListPage *self)
{
  self->filter = g_simple_action_group_new ();
  for (int i = 0; tend_tiers[i] != NULL; i++)
    add_toggle (self, tend_tiers[i], G_CALLBACK (on_toggled));
  for (int i = 0; tend_account_statuses[i] != NULL; i++)
    add_toggle (self, tend_account_statuses[i], G_CALLBACK (on_toggled));
  add_toggle (self, "team", G_CALLBACK (on_team_toggled));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->filter));
}

static void
switch_off (TendAccountListPage *self,
            const char *const   *words)
{
  for (int i = 0; words[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->filter), words[i]);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (FALSE));
    }
}

void
tend_account_list_page_clear_filter (TendAccountListPage *self)
{
  switch_off (self, tend_tiers);
  switch_off (self, tend_account_statuses);
  apply (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

gboolean
tend_account_list_page_is_filtered (TendAccountListPage *self)
{
  const char *search = tend_account_list_model_get_search (self->model);

  return (search != NULL && search[0] != '\0')
         || tend_account_list_model_get_tiers (self->model) != 0
         || tend_account_list_model_get_statuses (self->model) != 0;
}
