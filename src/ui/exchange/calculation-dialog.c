/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calculation-dialog.h"

#include <glib/gi18n.h>

#include "ui/text/words.h"
#include "ui/widgets/heading.h"

#include "import-text.h"

#define MAX_NAME 60

struct _TendCalculationDialog
{
  AdwDialog                parent_instance;

  /* Borrowed References */
  const TendImportPreview *preview;
  AdwComboRow             *price;
  AdwComboRow             *quantity;
  AdwComboRow             *discount;
  AdwSwitchRow            *adds_up;
  AdwPreferencesGroup     *group;
  GtkWidget               *use;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendCalculationDialog, tend_calculation_dialog, ADW_TYPE_DIALOG)

static guint signals[N_SIGNALS];

static const char *
name_of (const TendImportPreview *preview,
         int                      column)
{
  return ((const TendCsvColumn *) g_ptr_array_index (preview->dialect->columns, (guint) column))->name;
}

/* A discount is written as 0.15 or as 15, which the first rows tell. */
static gboolean
is_percent (const TendImportPreview *preview,
            int                      column)
{
  for (guint i = 0; i < preview->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (preview->rows, i);

      if ((guint) column < g_strv_length (cells) && g_ascii_strtod (cells[column], NULL) > 1)
        return TRUE;
    }

  return FALSE;
}

char *
tend_calculation_dup_source (const TendImportPreview *preview,
                             int                      price,
                             int                      quantity,
                             int                      discount,
                             gboolean                 adds_up)
{
  g_autoptr (GString) source = g_string_new (adds_up ? "+" : NULL);

  /* A column alone is no calculation, and goes by its name. */
  if (quantity < 0 && discount < 0)
    {
      g_string_append (source, name_of (preview, price));
      return g_string_free_and_steal (g_steal_pointer (&source));
    }

  g_string_append_printf (source, "{%s}", name_of (preview, price));
  if (quantity >= 0)
    g_string_append_printf (source, " * {%s}", name_of (preview, quantity));
  if (discount >= 0)
    g_string_append_printf (source, is_percent (preview, discount) ? " * (1 - {%s} * 0.01)" : " * (1 - {%s})",
                            name_of (preview, discount));

  return g_string_free_and_steal (g_steal_pointer (&source));
}

/* All choices begin with "None". */
static int
get_column (AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - 1;
}

static char *
dup_source (TendCalculationDialog *self)
{
  int price = get_column (self->price);

  return price < 0 ? NULL : tend_calculation_dup_source (self->preview, price, get_column (self->quantity), get_column (self->discount),
                                                         adw_switch_row_get_active (self->adds_up));
}

static void
show_source (TendCalculationDialog *self)
{
  g_autofree char *source = dup_source (self);
  g_autofree char *readable = source != NULL ? tend_import_text_source (source) : NULL;
  g_autofree char *escaped = readable != NULL ? g_markup_escape_text (readable, -1) : NULL;

  adw_preferences_group_set_description (self->group, escaped != NULL ? escaped : _("Which column has the price?"));
  gtk_widget_set_sensitive (self->use, source != NULL);
}

static void
on_use (TendCalculationDialog *self)
{
  g_autofree char *source = dup_source (self);

  if (source != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, source);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (TendCalculationDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static AdwComboRow *
add_column_row (TendCalculationDialog *self,
                const char            *id,
                const char            *title)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, C_("column", "None"));
  for (guint i = 0; i < self->preview->dialect->columns->len; i++)
    {
      g_autofree char *name = tend_words_one_line (name_of (self->preview, (int) i), MAX_NAME);

      gtk_string_list_append (choices, name);
    }
  gtk_widget_set_name (row, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);

  return ADW_COMBO_ROW (row);
}

static GtkWidget *
create_header (TendCalculationDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->use = gtk_button_new_with_mnemonic (_("_Use"));
  gtk_widget_set_name (self->use, "use");
  gtk_widget_add_css_class (self->use, "suggested-action");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), tend_heading_new (adw_dialog_get_title (ADW_DIALOG (self))));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->use);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->use, "clicked", G_CALLBACK (on_use), self, G_CONNECT_SWAPPED);

  return header;
}

static void
tend_calculation_dialog_class_init (TendCalculationDialogClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tend_calculation_dialog_init (TendCalculationDialog *self)
{
}

AdwDialog *
tend_calculation_dialog_new (const TendImportPreview *preview,
                             const char              *field)
{
  TendCalculationDialog *self = g_object_new (TEND_TYPE_CALCULATION_DIALOG, "title", field, "content-width", 420, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->preview = preview;
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Calculation"));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self));
  self->price = add_column_row (self, "price", _("Price"));
  self->quantity = add_column_row (self, "quantity", _("Times the Quantity"));
  self->discount = add_column_row (self, "discount", _("Less the Discount"));
  self->adds_up = ADW_SWITCH_ROW (adw_switch_row_new ());
  gtk_widget_set_name (GTK_WIDGET (self->adds_up), "adds-up");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->adds_up), _("Add Up the Rows"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->adds_up), _("Those of one key, such as the lines of an invoice."));
  g_signal_connect_object (self->adds_up, "notify::active", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->adds_up));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  show_source (self);

  return ADW_DIALOG (self);
}
