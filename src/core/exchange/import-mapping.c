/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-mapping"

#include "config.h"

#include "import-mapping.h"

#include <string.h>

#include "core/error.h"

typedef struct
{
  char *field;
  char *source;
} Entry;

struct _TendImportMapping
{
  GPtrArray *entries;           /* (element-type Entry) in the order they were set */
  gatomicrefcount ref_count;
};

typedef struct
{
  char *before;                 /* the fixed text before the column */
  int   column;                 /* -1: none, the piece is fixed text alone */
} Piece;

struct _TendImportTemplate
{
  GArray *pieces;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->field);
  g_free (entry->source);
  g_free (entry);
}

TendImportMapping *
tend_import_mapping_new (void)
{
  TendImportMapping *self = g_new0 (TendImportMapping, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

TendImportMapping *
tend_import_mapping_ref (TendImportMapping *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tend_import_mapping_unref (TendImportMapping *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static int
find (TendImportMapping *self,
      const char        *field)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (strcmp (tend_import_mapping_get_field (self, i), field) == 0)
      return i;

  return -1;
}

/**
 * tend_import_mapping_set:
 * @field: a field
 * @source: (nullable): where it comes from; %NULL or "" takes the field out
 */
void
tend_import_mapping_set (TendImportMapping *self,
                         const char        *field,
                         const char        *source)
{
  int index = find (self, field);
  Entry *entry;

  if (source == NULL || *source == '\0')
    {
      if (index >= 0)
        g_ptr_array_remove_index (self->entries, index);
      return;
    }

  if (index >= 0)
    {
      entry = g_ptr_array_index (self->entries, index);
      g_set_str (&entry->source, source);
      return;
    }

  entry = g_new0 (Entry, 1);
  entry->field = g_strdup (field);
  entry->source = g_strdup (source);
  g_ptr_array_add (self->entries, entry);
}

/* (nullable): the source of @field. */
const char *
tend_import_mapping_get (TendImportMapping *self,
                         const char        *field)
{
  int index = find (self, field);

  return index >= 0 ? tend_import_mapping_get_source (self, index) : NULL;
}

guint
tend_import_mapping_get_n (TendImportMapping *self)
{
  return self->entries->len;
}

const char *
tend_import_mapping_get_field (TendImportMapping *self,
                               guint              index)
{
  return ((Entry *) g_ptr_array_index (self->entries, index))->field;
}

const char *
tend_import_mapping_get_source (TendImportMapping *self,
                                guint              index)
{
  return ((Entry *) g_ptr_array_index (self->entries, index))->source;
}

/* Whether any field takes the column: what no field takes is not imported, and the person is told. */
gboolean
tend_import_mapping_uses_column (TendImportMapping *self,
                                 TendCsvDialect    *dialect,
                                 guint              column)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (TendImportTemplate) template = NULL;

      template = tend_import_template_new (tend_import_mapping_get_source (self, i), dialect, NULL);
      if (template != NULL && tend_import_template_uses (template, column))
        return TRUE;
    }

  return FALSE;
}

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_free (piece->before);
}

static void
add_piece (TendImportTemplate *self,
           const char         *before,
           gsize               length,
           int                 column)
{
  Piece piece = { g_strndup (before, length), column };

  g_array_append_val (self->pieces, piece);
}

static gboolean
no_such_column (const char  *name,
                GError     **error)
{
  tend_set_error (error, TEND_ERROR_NOT_FOUND, TEND_REASON_MISSING, "column", name, "no column %s", name);

  return FALSE;
}

static gboolean
parse_pattern (TendImportTemplate  *self,
               const char          *source,
               TendCsvDialect      *dialect,
               GError             **error)
{
  while (*source != '\0')
    {
      const char *open = strchr (source, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *name = NULL;
      int column;

      /* Nobody means a brace that is never closed as a text that every row shall have. */
      if (open != NULL && close == NULL)
        return no_such_column (open, error);
      if (close == NULL)
        {
          add_piece (self, source, strlen (source), -1);
          break;
        }

      name = g_strndup (open + 1, close - open - 1);
      column = tend_csv_dialect_find_column (dialect, name);
      if (column < 0)
        return no_such_column (name, error);
      add_piece (self, source, open - source, column);
      source = close + 1;
    }

  return TRUE;
}

/**
 * tend_import_template_new:
 * @source: a column, a pattern, or an equals sign and a text
 * @dialect: whose columns are meant
 * @error: `TEND_ERROR_NOT_FOUND` for a column that is not there; the value is its name
 *
 * Returns: (transfer full) (nullable): the template
 */
TendImportTemplate *
tend_import_template_new (const char      *source,
                          TendCsvDialect  *dialect,
                          GError         **error)
{
  g_autoptr (TendImportTemplate) self = g_new0 (TendImportTemplate, 1);
  int column = tend_csv_dialect_find_column (dialect, source);

  if (column < 0 && *source == '+')
    column = tend_csv_dialect_find_column (dialect, source + 1);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);

  if (column >= 0)
    add_piece (self, "", 0, column);
  else if (*source == '=')
    add_piece (self, source + 1, strlen (source + 1), -1);
  else if (strchr (source, '{') == NULL)
    {
      no_such_column (source, error);
      return NULL;
    }
  else if (!parse_pattern (self, source, dialect, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_import_template_free (TendImportTemplate *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

/* The column where the template is that column and nothing else, -1 for all other templates. */
int
tend_import_template_get_column (const TendImportTemplate *self)
{
  const Piece *piece = &g_array_index (self->pieces, Piece, 0);

  return self->pieces->len == 1 && *piece->before == '\0' ? piece->column : -1;
}

gboolean
tend_import_template_uses (const TendImportTemplate *self,
                           guint                     column)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (g_array_index (self->pieces, Piece, i).column == (int) column)
      return TRUE;

  return FALSE;
}

static gsize
trim (const TendCsvCell  *cell,
      const char        **text)
{
  gsize length = cell->length;

  *text = cell->text;
  while (length > 0 && g_ascii_isspace ((*text)[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (**text))
    {
      (*text)++;
      length--;
    }

  return length;
}

/**
 * tend_import_template_fill:
 * @record: a row of the file
 * @text: what the template makes of it replaces what was there; cells come without blanks around them
 */
void
tend_import_template_fill (const TendImportTemplate *self,
                           const TendCsvRecord      *record,
                           GString                  *text)
{
  g_string_truncate (text, 0);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const char *cell;
      gsize length;

      if (piece->column < 0)
        {
          g_string_append (text, piece->before);
          continue;
        }
      if ((guint) piece->column >= record->n_cells)
        continue;
      length = trim (&record->cells[piece->column], &cell);
      if (length == 0)
        continue;
      if (text->len > 0 || i == 0)
        g_string_append (text, piece->before);
      g_string_append_len (text, cell, length);
    }
}
