/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/accounts/product-filter-dialog.h"
#include "ui/text/words.h"
#include "ui/widgets/reference-row.h"

/* Filters as check items of the menu, and each that is on as a button above the list which takes it off: a filter that
 * is not seen makes accounts look lost. The view of the model is the truth; actions and buttons follow it. */

static const struct { const char *prefix; const char *field; const char *const *words; gsize offset; } sets[] = {
  { "", "tier", tend_tiers, G_STRUCT_OFFSET (TendAccountView, tiers) },
  { "", "status", tend_account_statuses, G_STRUCT_OFFSET (TendAccountView, statuses) },
  { "health-", "health_band", tend_bands, G_STRUCT_OFFSET (TendAccountView, bands) },
  { "focus-", "focus", tend_focus, G_STRUCT_OFFSET (TendAccountView, focuses) },
};

static guint *
get_bits (TendAccountView *view,
          guint            set)
{
  return (guint *) (void *) ((char *) view + sets[set].offset);
}

/* Which bit of which set the action @name stands for. */
static gboolean
find_bit (const char *name,
          guint      *set,
          guint      *bit)
{
  for (*set = 0; *set < G_N_ELEMENTS (sets); (*set)++)
    {
      const char *prefix = sets[*set].prefix;
      int index = g_str_has_prefix (name, prefix) ? tend_word_find (sets[*set].words, name + strlen (prefix)) : -1;

      if (index >= 0)
        {
          *bit = 1u << index;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_on (const TendAccountView *view,
       const char            *name)
{
  guint set;
  guint bit;

  if (strcmp (name, "quiet") == 0)
    return view->quiet == TEND_QUIET_AMBER;
  if (strcmp (name, "quiet-red") == 0)
    return view->quiet == TEND_QUIET_RED;
  return find_bit (name, &set, &bit) && (*get_bits ((TendAccountView *) view, set) & bit) != 0;
}

static void
switch_filter (TendAccountView *view,
               const char      *name,
               gboolean         on)
{
  guint set;
  guint bit;

  if (strcmp (name, "product") == 0)
    {
      view->product = 0;
      view->without = FALSE;
    }
  else if (g_str_has_prefix (name, "quiet"))
    {
      view->quiet = !on ? TEND_QUIET_NO : strcmp (name, "quiet") == 0 ? TEND_QUIET_AMBER : TEND_QUIET_RED;
    }
  else if (find_bit (name, &set, &bit))
    {
      *get_bits (view, set) = on ? *get_bits (view, set) | bit : *get_bits (view, set) & ~bit;
    }
}

static void
on_chip_clicked (TendAccountListPage *self,
                 GtkButton           *chip)
{
  g_autoptr (TendAccountView) view = tend_account_view_copy (tend_account_list_model_get_view (self->model));

  switch_filter (view, g_object_get_data (G_OBJECT (chip), "tend-filter"), FALSE);
  tend_account_list_page_set_view (self, view);
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
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "tend-filter", g_strdup (name), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
}

static char *
get_label (guint set,
           int   index)
{
  const TendField *field = tend_noun_get_field (&tend_account_noun, sets[set].field);
  const char *word = tend_words_of_field (field, index);

  if (sets[set].words == tend_tiers)
    return g_strdup (tend_words_tier_long (index));
  if (sets[set].words == tend_bands)
    /* Translators: a filter on the health of accounts: "Health: Watch" */
    return g_strdup_printf (_("Health: %s"), word);
  if (sets[set].words == tend_focus)
    /* Translators: a filter on what accounts need most: "Focus: Sales" */
    return g_strdup_printf (_("Focus: %s"), word);
  return g_strdup (word);
}

static char *
get_product_label (TendAccountListPage   *self,
                   const TendAccountView *view)
{
  g_autofree char *label = self->product != NULL ? tend_reference_dup_label (self->product) : NULL;
  g_autofree char *name = tend_words_one_line (label, 60);

  /* Translators: a filter on the accounts that have a product, or have it not; %s is its name */
  return g_strdup_printf (view->without ? _("Without %s") : _("Has %s"), name);
}

static void
add_chips (TendAccountListPage   *self,
           const TendAccountView *view)
{
  for (guint set = 0; set < G_N_ELEMENTS (sets); set++)
    for (int i = 0; sets[set].words[i] != NULL; i++)
      {
        g_autofree char *name = g_strconcat (sets[set].prefix, sets[set].words[i], NULL);
        g_autofree char *label = get_label (set, i);

        if (is_on (view, name))
          add_chip (self, name, label);
      }
  if (view->quiet != TEND_QUIET_NO)
    add_chip (self, "quiet", view->quiet == TEND_QUIET_RED ? _("Quiet for Long") : _("Gone Quiet"));
  if (view->product != 0)
    {
      g_autofree char *label = get_product_label (self, view);

      add_chip (self, "product", label);
    }
}

static void
update_chips (TendAccountListPage *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  add_chips (self, tend_account_list_model_get_view (self->model));
  gtk_revealer_set_reveal_child (self->chips_revealer, gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

/* The name of the product that is asked for, which may come later or change. */
static void
watch_product (TendAccountListPage *self,
               TendId               product)
{
  if (self->product != NULL && tend_entity_get_id (self->product) == product)
    return;

  if (self->product != NULL)
    g_signal_handlers_disconnect_by_func (self->product, update_chips, self);
  g_clear_object (&self->product);
  if (product == 0)
    return;

  self->product = tend_book_get (self->book, tend_noun_from_name ("product"), product);
  g_signal_connect_object (self->product, "changed", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
}

void
tend_account_list_page_show_filter (TendAccountListPage *self)
{
  const TendAccountView *view = tend_account_list_model_get_view (self->model);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->filter));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->filter), names[i]);

      if (g_action_get_state_type (action) != NULL && strcmp (names[i], "team") != 0)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_on (view, names[i])));
    }
  watch_product (self, view->product);
  update_chips (self);
}

static void
on_toggled (GSimpleAction *action,
            GVariant      *state,
            gpointer       user_data)
{
  TendAccountListPage *self = user_data;
  g_autoptr (TendAccountView) view = tend_account_view_copy (tend_account_list_model_get_view (self->model));

  switch_filter (view, g_action_get_name (G_ACTION (action)), g_variant_get_boolean (state));
  tend_account_list_page_set_view (self, view);
}

static void
on_team_toggled (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  TendAccountListPage *self = user_data;
  TendId manager = tend_account_list_model_get_manager (self->model);

  tend_account_list_page_set_scope (self, g_variant_get_boolean (state) ? TEND_SCOPE_TEAM : TEND_SCOPE_OWN, manager);
}

static void
on_product_chosen (TendAccountListPage     *self,
                   TendProductFilterDialog *dialog)
{
  g_autoptr (TendAccountView) view = tend_account_view_copy (tend_account_list_model_get_view (self->model));

  view->product = tend_product_filter_dialog_get_product (dialog, &view->without);
  tend_account_list_page_set_view (self, view);
}

static void
on_product (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TendAccountListPage *self = user_data;
  const TendAccountView *view = tend_account_list_model_get_view (self->model);
  AdwDialog *dialog = tend_product_filter_dialog_new (self->book, view->product, view->without);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_product_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
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
  g_autoptr (GSimpleAction) product = g_simple_action_new ("product", NULL);

  self->filter = g_simple_action_group_new ();
  for (guint set = 0; set < G_N_ELEMENTS (sets); set++)
    for (int i = 0; sets[set].words[i] != NULL; i++)
      {
        g_autofree char *name = g_strconcat (sets[set].prefix, sets[set].words[i], NULL);

        add_toggle (self, name, G_CALLBACK (on_toggled));
      }
  add_toggle (self, "quiet", G_CALLBACK (on_toggled));
  add_toggle (self, "quiet-red", G_CALLBACK (on_toggled));
  add_toggle (self, "team", G_CALLBACK (on_team_toggled));
  g_signal_connect (product, "activate", G_CALLBACK (on_product), self);
  g_action_map_add_action (G_ACTION_MAP (self->filter), G_ACTION (product));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->filter));
}

void
tend_account_list_page_clear_filter (TendAccountListPage *self)
{
  const TendAccountView *now = tend_account_list_model_get_view (self->model);
  g_autoptr (TendAccountView) view = tend_account_view_new ();

  g_set_str (&view->sort, now->sort);
  view->descending = now->descending;
  view->scope = now->scope;
  view->manager = now->manager;
  tend_account_list_page_set_view (self, view);
}

gboolean
tend_account_list_page_is_filtered (TendAccountListPage *self)
{
  return tend_account_view_is_narrow (tend_account_list_model_get_view (self->model));
}
