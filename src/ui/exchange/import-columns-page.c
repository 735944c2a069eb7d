/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-columns-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/exchange/import-kind.h"
#include "ui/text/words.h"

#include "calculation-dialog.h"
#include "import-text.h"

#define MAX_SAMPLE 60

struct _TendImportColumnsPage
{
  AdwBin parent_instance;

  /* Borrowed References */
  const TendImportPreview *preview;
  GtkLabel                *unused;
};

G_DEFINE_FINAL_TYPE (TendImportColumnsPage, tend_import_columns_page, ADW_TYPE_BIN)

static const TendCsvColumn *
get_column (TendImportColumnsPage *self,
            guint                  index)
{
  return g_ptr_array_index (self->preview->dialect->columns, index);
}

/* Takes off what joins a cell with one that is blank, as the import does. */
static void
strip_joints (GString *text)
{
  gsize begin = strspn (text->str, " ,;");

  g_string_erase (text, 0, (gssize) begin);
  while (text->len > 0 && strchr (" ,;", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
}

/* A pattern with the cells of the first row in it. */
static char *
dup_pattern_sample (TendImportColumnsPage *self,
                    const char            *pattern)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GStrv cells = self->preview->rows->len > 0 ? g_ptr_array_index (self->preview->rows, 0) : NULL;
  g_autofree char *readable = NULL;

  while (cells != NULL && *pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (pattern + 1, (gsize) (end - pattern - 1)) : NULL;
      int column = name != NULL ? tend_csv_dialect_find_column (self->preview->dialect, name) : -1;

      if (column >= 0 && (guint) column < g_strv_length (cells))
        g_string_append (text, cells[column]);
      else
        g_string_append_c (text, *pattern);
      pattern = column >= 0 ? end + 1 : pattern + 1;
    }
  strip_joints (text);
  readable = tend_import_text_source (*text->str == '+' ? text->str + 1 : text->str);

  return tend_words_one_line (readable, MAX_SAMPLE);
}

static char *
dup_sample (TendImportColumnsPage *self,
            const char            *source)
{
  int column = source != NULL ? tend_csv_dialect_find_column (self->preview->dialect, source) : -1;

  if (column < 0 && source != NULL && strchr (source, '{') != NULL)
    return dup_pattern_sample (self, source);

  for (guint i = 0; column >= 0 && i < self->preview->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (self->preview->rows, i);

      if ((guint) column < g_strv_length (cells) && *g_strstrip (cells[column]) != '\0')
        return tend_words_one_line (cells[column], MAX_SAMPLE);
    }

  return g_strdup ("");
}

static void
show_unused (TendImportColumnsPage *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->preview->dialect->columns->len; i++)
    {
      g_autofree char *name = tend_words_one_line (get_column (self, i)->name, MAX_SAMPLE);

      if (tend_import_mapping_uses_column (self->preview->mapping, self->preview->dialect, i))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, name);
    }

  if (names->len > 0)
    /* Translators: %s are the names of columns of a file, with commas */
    text = g_strdup_printf (_("Not imported: %s"), names->str);
  gtk_label_set_label (self->unused, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unused), text != NULL);
}

/* What is calculated for the row, the last but one of its choices; NULL where nothing is. */
static void
set_pattern (AdwComboRow *row,
             const char  *pattern)
{
  g_object_set_data_full (G_OBJECT (row), "pattern", g_strdup (pattern), g_free);
}

static gboolean
is_calculated (TendImportColumnsPage *self,
               const char            *field)
{
  const TendField *found = tend_noun_get_field (tend_import_kind_get_noun (self->preview->kind), field);

  return found != NULL && found->type == TEND_FIELD_MONEY;
}

/* A calculation takes the place of the one before it in the list of choices. */
static void
on_chosen (AdwComboRow *row,
           const char  *source)
{
  GtkStringList *choices = GTK_STRING_LIST (adw_combo_row_get_model (row));
  guint columns = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "columns"));
  gboolean had = g_object_get_data (G_OBJECT (row), "pattern") != NULL;
  g_autofree char *readable = tend_import_text_source (source);
  const char *const added[] = { readable, NULL };

  g_object_set_data (G_OBJECT (row), "choosing", GUINT_TO_POINTER (TRUE));
  set_pattern (row, source);
  gtk_string_list_splice (choices, columns + 1, had ? 1 : 0, added);
  adw_combo_row_set_selected (row, GTK_INVALID_LIST_POSITION);
  g_object_set_data (G_OBJECT (row), "choosing", NULL);
  adw_combo_row_set_selected (row, columns + 1);
}

static void
ask_for_calculation (TendImportColumnsPage *self,
                     AdwComboRow           *row)
{
  AdwDialog *dialog = tend_calculation_dialog_new (self->preview, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  /* Until it is known, what was chosen before stays chosen. */
  adw_combo_row_set_selected (row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "selected")));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen), row, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_selected (TendImportColumnsPage *self,
             GParamSpec            *pspec,
             AdwComboRow           *row)
{
  const char *field = g_object_get_data (G_OBJECT (row), "field");
  guint selected = adw_combo_row_get_selected (row);
  guint columns = self->preview->dialect->columns->len;
  const char *pattern = g_object_get_data (G_OBJECT (row), "pattern");
  const char *source = NULL;
  g_autofree char *sample = NULL;

  if (g_object_get_data (G_OBJECT (row), "choosing") != NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected > columns + (pattern != NULL ? 1 : 0))
    {
      ask_for_calculation (self, row);
      return;
    }

  if (selected > 0 && selected <= columns)
    source = get_column (self, selected - 1)->name;
  else if (selected > 0)
    source = pattern;

  g_object_set_data (G_OBJECT (row), "selected", GUINT_TO_POINTER (selected));
  tend_import_mapping_set (self->preview->mapping, field, source);
  sample = dup_sample (self, source);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
  show_unused (self);
}

static GtkStringList *
create_choices (TendImportColumnsPage *self,
                const char            *field,
                const char            *pattern)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, C_("column", "None"));
  for (guint i = 0; i < self->preview->dialect->columns->len; i++)
    {
      g_autofree char *name = tend_words_one_line (get_column (self, i)->name, MAX_SAMPLE);

      gtk_string_list_append (choices, name);
    }
  if (pattern != NULL)
    {
      g_autofree char *readable = tend_import_text_source (pattern);

      gtk_string_list_append (choices, readable);
    }
  if (is_calculated (self, field))
    gtk_string_list_append (choices, _("Calculation…"));

  return choices;
}

static GtkWidget *
create_row (TendImportColumnsPage *self,
            const char            *field)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *source = tend_import_mapping_get (self->preview->mapping, field);
  int column = source != NULL ? tend_csv_dialect_find_column (self->preview->dialect, source) : -1;
  const char *pattern = source != NULL && column < 0 ? source : NULL;
  g_autoptr (GtkStringList) choices = create_choices (self, field, pattern);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autofree char *title = tend_import_text_field (self->preview->kind, field);
  g_autofree char *sample = dup_sample (self, source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), self->preview->dialect->columns->len > 10);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  if (column >= 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) column + 1);
  else if (pattern != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->preview->dialect->columns->len + 1);

  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_object_set_data (G_OBJECT (row), "columns", GUINT_TO_POINTER (self->preview->dialect->columns->len));
  g_object_set_data (G_OBJECT (row), "selected", GUINT_TO_POINTER (adw_combo_row_get_selected (ADW_COMBO_ROW (row))));
  set_pattern (ADW_COMBO_ROW (row), pattern);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  return row;
}

static void
tend_import_columns_page_class_init (TendImportColumnsPageClass *klass)
{
}

static void
tend_import_columns_page_init (TendImportColumnsPage *self)
{
}

void
tend_import_columns_page_set_preview (TendImportColumnsPage   *self,
                                      const TendImportPreview *preview)
{
  const char *const *fields = tend_import_kind_get_fields (preview->kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *found = adw_preferences_group_new ();
  GtkWidget *others = adw_preferences_group_new ();
  GtkWidget *unfold = adw_expander_row_new ();

  g_return_if_fail (TEND_IS_IMPORT_COLUMNS_PAGE (self));

  self->preview = preview;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (found),
                                         _("Guessed from the names of the columns and what stands in them."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (unfold), _("More Fields"));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      GtkWidget *row = create_row (self, fields[i]);

      if (tend_import_mapping_get (preview->mapping, fields[i]) != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (found), row);
      else
        adw_expander_row_add_row (ADW_EXPANDER_ROW (unfold), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (others), unfold);

  self->unused = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->unused, TRUE);
  gtk_label_set_wrap_mode (self->unused, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->unused, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->unused), "dimmed");

  gtk_box_append (GTK_BOX (box), found);
  gtk_box_append (GTK_BOX (box), others);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unused));
  adw_bin_set_child (ADW_BIN (self), box);
  show_unused (self);
}
