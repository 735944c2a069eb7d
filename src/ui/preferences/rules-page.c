/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules-page.h"

#include <glib/gi18n.h>

#include "rules-section.h"
#include "ui/problem-reporter.h"

struct _TendRulesPage
{
  AdwPreferencesPage parent_instance;

  /* Borrowed References */
  GPtrArray         *marks;     /* a label a section: how much of it was changed */
  GtkWidget         *reset;

  /* Owned References */
  TendRuleValues    *values;
};

G_DEFINE_FINAL_TYPE (TendRulesPage, tend_rules_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_values (TendRulesPage *self)
{
  guint n_sections;
  guint all = 0;
  const TendRuleSection *sections = tend_rule_words_get_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *text = NULL;
      guint n = 0;

      for (guint j = 0; j < sections[i].n_groups; j++)
        n += tend_rules_count_changed (tend_rule_values_get (self->values), &sections[i].groups[j]);
      /* Translators: how many numbers of a part of the rules are not as usual */
      text = g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
      gtk_label_set_label (g_ptr_array_index (self->marks, i), n > 0 ? text : "");
      all += n;
    }
  gtk_widget_set_sensitive (self->reset, all > 0 && !tend_rule_values_get_read_only (self->values));
}

static void
on_section (TendRulesPage *self,
            GtkWidget     *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog),
                                       tend_rules_section_new (self->values, g_object_get_data (G_OBJECT (row), "section")));
}

static void
on_reset (TendRulesPage *self)
{
  guint n_sections;
  const TendRuleSection *sections = tend_rule_words_get_sections (&n_sections);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (TendRuleGroup));

  for (guint i = 0; i < n_sections; i++)
    g_array_append_vals (groups, sections[i].groups, sections[i].n_groups);
  tend_rules_reset (GTK_WIDGET (self), self->values, (const TendRuleGroup *) groups->data, groups->len);
}

static void
on_failed (TendRulesPage *self,
           GError        *error)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  g_autofree char *sentence = tend_problem_sentence (error);
  AdwToast *toast;

  if (dialog == NULL)
    return;

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, sentence);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

static GtkWidget *
create_section (TendRulesPage         *self,
                const TendRuleSection *section)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_label_new (NULL);

  gtk_widget_set_name (row, section->id);
  gtk_widget_add_css_class (mark, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(section->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(section->note));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "section", (gpointer) section);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_section), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->marks, mark);

  return row;
}

static void
tend_rules_page_dispose (GObject *object)
{
  TendRulesPage *self = TEND_RULES_PAGE (object);

  g_clear_object (&self->values);
  G_OBJECT_CLASS (tend_rules_page_parent_class)->dispose (object);
}

static void
tend_rules_page_finalize (GObject *object)
{
  g_ptr_array_unref (TEND_RULES_PAGE (object)->marks);
  G_OBJECT_CLASS (tend_rules_page_parent_class)->finalize (object);
}

static void
tend_rules_page_class_init (TendRulesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_rules_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_rules_page_finalize;
}

static void
tend_rules_page_init (TendRulesPage *self)
{
  AdwPreferencesGroup *parts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *all = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_sections;
  const TendRuleSection *sections = tend_rule_words_get_sections (&n_sections);

  self->marks = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Rules"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "accessories-calculator-symbolic");
  adw_preferences_group_set_description (parts, _("The numbers by which Tend computes. They hold for this book, and for everyone who opens it."));
  for (guint i = 0; i < n_sections; i++)
    adw_preferences_group_add (parts, create_section (self, &sections[i]));
  self->reset = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reset), _("_Reset All Rules"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->reset), TRUE);
  g_signal_connect_object (self->reset, "activated", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (all, self->reset);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), parts);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), all);
}

AdwPreferencesPage *
tend_rules_page_new (TendBook *book)
{
  TendRulesPage *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_RULES_PAGE, NULL);
  self->values = tend_rule_values_new (book);
  g_signal_connect_object (self->values, "changed", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->values, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  show_values (self);

  return ADW_PREFERENCES_PAGE (self);
}
