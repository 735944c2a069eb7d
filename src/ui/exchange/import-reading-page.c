/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-reading-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/text/words.h"

#include "import-text.h"

#define MAX_ROWS 6
#define MAX_COLUMNS 60
#define MAX_CELL 40

static const char *const encodings[] = { "UTF-8", "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16LE", "UTF-16BE", "MACINTOSH", NULL };
static const char delimiters[] = { ',', ';', '\t', '|' };
static const char decimals[] = { '.', ',' };
static const TendDateOrder orders[] = { TEND_DATE_ORDER_YMD, TEND_DATE_ORDER_DMY, TEND_DATE_ORDER_MDY };

struct _TendImportReadingPage
{
  AdwBin parent_instance;

  /* Template Widgets */
  AdwComboRow      *kind;
  GtkGrid          *rows;
  AdwComboRow      *encoding;
  AdwComboRow      *delimiter;
  AdwComboRow      *decimal;
  AdwComboRow      *dates;
  AdwSwitchRow     *short_years;
  AdwSwitchRow     *header;

  TendCsvOverrides  overrides;
  gboolean          showing;
};

G_DEFINE_FINAL_TYPE (TendImportReadingPage, tend_import_reading_page, ADW_TYPE_BIN)

enum
{
  READ_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_words (AdwComboRow       *row,
           const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_choices (TendImportReadingPage *self)
{
  const char *kinds[TEND_IMPORT_N_KINDS + 1] = { NULL, };
  const char *const delimiter_words[] = { _("Comma"), _("Semicolon"), _("Tab"), _("Vertical Bar"), NULL };
  const char *const decimal_words[] = { _("Point (1,234.5)"), _("Comma (1.234,5)"), NULL };
  const char *const date_words[] = { _("Year, Month, Day"), _("Day, Month, Year"), _("Month, Day, Year"), NULL };

  for (int i = 0; i < TEND_IMPORT_N_KINDS; i++)
    kinds[i] = tend_import_text_kind (i);

  self->showing = TRUE;
  set_words (self->kind, kinds);
  set_words (self->encoding, encodings);
  set_words (self->delimiter, delimiter_words);
  set_words (self->decimal, decimal_words);
  set_words (self->dates, date_words);
  self->showing = FALSE;
}

static void
on_kind (TendImportReadingPage *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind),
                               tend_import_text_kind_hint (tend_import_reading_page_get_kind (self)));
  if (!self->showing)
    g_signal_emit (self, signals[READ_AGAIN], 0);
}

static void
on_changed (TendImportReadingPage *self)
{
  if (self->showing)
    return;

  self->overrides.encoding = encodings[MIN (adw_combo_row_get_selected (self->encoding), G_N_ELEMENTS (encodings) - 2)];
  self->overrides.delimiter = delimiters[MIN (adw_combo_row_get_selected (self->delimiter), G_N_ELEMENTS (delimiters) - 1)];
  self->overrides.decimal = decimals[MIN (adw_combo_row_get_selected (self->decimal), G_N_ELEMENTS (decimals) - 1)];
  self->overrides.date_order = orders[MIN (adw_combo_row_get_selected (self->dates), G_N_ELEMENTS (orders) - 1)];
  self->overrides.short_years = adw_switch_row_get_active (self->short_years);
  self->overrides.has_header = adw_switch_row_get_active (self->header) ? 1 : -1;
  g_signal_emit (self, signals[READ_AGAIN], 0);
}

static guint
find_char (const char *chars,
           gsize       n_chars,
           char        ch)
{
  for (guint i = 0; i < n_chars; i++)
    {
      if (chars[i] == ch)
        return i;
    }

  return 0;
}

static void
show_dialect (TendImportReadingPage *self,
              const TendCsvDialect  *dialect)
{
  self->showing = TRUE;
  for (guint i = 0; encodings[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (encodings[i], dialect->encoding) == 0)
        adw_combo_row_set_selected (self->encoding, i);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding),
                               dialect->encoding_certain ? "" : _("A guess: look at the letters in the first rows"));
  adw_combo_row_set_selected (self->delimiter, find_char (delimiters, G_N_ELEMENTS (delimiters), dialect->delimiter));
  adw_combo_row_set_selected (self->decimal, find_char (decimals, G_N_ELEMENTS (decimals), dialect->decimal));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (orders[i] == dialect->date_order)
        adw_combo_row_set_selected (self->dates, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->dates), dialect->date_order != TEND_DATE_ORDER_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->short_years), dialect->short_dates);
  adw_switch_row_set_active (self->short_years, self->overrides.short_years);
  adw_switch_row_set_active (self->header, dialect->has_header);
  self->showing = FALSE;
}

static void
add_cell (TendImportReadingPage *self,
          guint                  column,
          guint                  row,
          const char            *text,
          gboolean               heading)
{
  g_autofree char *shown = tend_words_one_line (text, MAX_CELL);
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, heading ? "caption-heading" : "caption");
  gtk_grid_attach (self->rows, label, (int) column, (int) row, 1, 1);
}

static void
show_rows (TendImportReadingPage   *self,
           const TendImportPreview *preview)
{
  guint n_columns = MIN (preview->dialect->columns->len, MAX_COLUMNS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);

  for (guint column = 0; column < n_columns; column++)
    {
      const TendCsvColumn *heading = g_ptr_array_index (preview->dialect->columns, column);

      add_cell (self, column, 0, heading->name, TRUE);
      for (guint row = 0; row < MIN (preview->rows->len, MAX_ROWS); row++)
        {
          GStrv cells = g_ptr_array_index (preview->rows, row);

          add_cell (self, column, row + 1, column < g_strv_length (cells) ? cells[column] : "", FALSE);
        }
    }
}

static void
tend_import_reading_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_IMPORT_READING_PAGE);
  G_OBJECT_CLASS (tend_import_reading_page_parent_class)->dispose (object);
}

static void
tend_import_reading_page_class_init (TendImportReadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_import_reading_page_dispose;
  signals[READ_AGAIN] =
    g_signal_new ("read-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/exchange/import-reading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, kind);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, rows);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, encoding);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, delimiter);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, decimal);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, dates);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, short_years);
  gtk_widget_class_bind_template_child (widget_class, TendImportReadingPage, header);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
tend_import_reading_page_init (TendImportReadingPage *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

void
tend_import_reading_page_set_preview (TendImportReadingPage   *self,
                                      const TendImportPreview *preview)
{
  g_return_if_fail (TEND_IS_IMPORT_READING_PAGE (self));
  g_return_if_fail (preview != NULL);

  show_dialect (self, preview->dialect);
  show_rows (self, preview);
}

const TendCsvOverrides *
tend_import_reading_page_get_overrides (TendImportReadingPage *self)
{
  g_return_val_if_fail (TEND_IS_IMPORT_READING_PAGE (self), NULL);

  return &self->overrides;
}

TendImportKind
tend_import_reading_page_get_kind (TendImportReadingPage *self)
{
  g_return_val_if_fail (TEND_IS_IMPORT_READING_PAGE (self), TEND_IMPORT_ACCOUNTS);

  return (TendImportKind) MIN (adw_combo_row_get_selected (self->kind), TEND_IMPORT_N_KINDS - 1);
}

void
tend_import_reading_page_set_kind (TendImportReadingPage *self,
                                   TendImportKind         kind)
{
  g_return_if_fail (TEND_IS_IMPORT_READING_PAGE (self));

  adw_combo_row_set_selected (self->kind, kind);
}

void
tend_import_reading_page_reset (TendImportReadingPage *self)
{
  g_return_if_fail (TEND_IS_IMPORT_READING_PAGE (self));

  memset (&self->overrides, 0, sizeof self->overrides);
}
