/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-csv-dialect"

#include "config.h"

#include "csv-dialect.h"

#include <string.h>
#include <sys/stat.h>

#include "core/error.h"
#include "csv-dialect-private.h"
#include "text-encoding.h"

/* What is looked at to tell delimiter, header and kinds of columns. */
#define SAMPLE_BYTES (1024 * 1024)
#define SAMPLE_ROWS  2000

static void
column_free (gpointer data)
{
  TendCsvColumn *column = data;

  g_free (column->name);
  g_free (column);
}

void
tend_csv_dialect_free (TendCsvDialect *self)
{
  g_free (self->encoding);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self);
}

static gboolean
translate_error (GFile   *file,
                 GError  *failure,
                 GError **error)
{
  TendErrorCode code = TEND_ERROR_UNREADABLE;
  g_autofree char *path = g_file_get_parse_name (file);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) || failure->domain == TEND_ERROR)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    code = TEND_ERROR_NOT_FOUND;
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    code = TEND_ERROR_FOLDER;
  tend_set_error (error, code, TEND_REASON_NONE, NULL, path, "%s", failure->message);
  g_error_free (failure);

  return FALSE;
}

/* A device has no end, or none of its own. */
static gboolean
is_folder_or_device (GFile        *file,
                     GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_UNIX_MODE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  guint32 mode;

  if (info == NULL)
    return FALSE;
  mode = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE);

  return g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY || S_ISCHR (mode) || S_ISBLK (mode);
}

/**
 * tend_csv_file_is_stream:
 *
 * Returns: whether @file is a pipe or a socket, which can be read only once
 */
gboolean
tend_csv_file_is_stream (GFile        *file,
                         GCancellable *cancellable)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL &&
         !is_folder_or_device (file, cancellable);
}

static GInputStream *
open_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  GError *failure = NULL;
  GFileInputStream *stream;

  /* A folder can be opened on some systems, and fails only when it is read. */
  if (is_folder_or_device (file, cancellable))
    {
      g_set_error (&failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "is a folder or a device");
      translate_error (file, failure, error);
      return NULL;
    }

  stream = g_file_read (file, cancellable, &failure);
  if (stream == NULL)
    translate_error (file, failure, error);

  return G_INPUT_STREAM (stream);
}

static GBytes *
read_sample (GFile         *file,
             gboolean      *whole,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GInputStream) stream = open_file (file, cancellable, error);
  g_autofree char *buffer = NULL;
  gsize n;
  GError *failure = NULL;

  if (stream == NULL)
    return NULL;

  buffer = g_malloc (SAMPLE_BYTES);
  if (!g_input_stream_read_all (stream, buffer, SAMPLE_BYTES, &n, cancellable, &failure))
    {
      translate_error (file, failure, error);
      return NULL;
    }
  *whole = n < SAMPLE_BYTES;

  return g_bytes_new_take (g_steal_pointer (&buffer), n);
}

/* An encoding given by a person does not make a picture a table: what is no text is refused in any case. */
static gboolean
settle_encoding (TendCsvDialect *self,
                 GFile          *file,
                 const char     *stated,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (GInputStream) stream = open_file (file, cancellable, error);
  TendTextEncoding found;
  GError *failure = NULL;

  if (stream == NULL)
    return FALSE;
  if (!tend_text_encoding_detect (stream, &found, cancellable, &failure))
    return translate_error (file, failure, error);

  self->encoding = g_strdup (stated != NULL ? stated : found.name);
  self->encoding_certain = stated != NULL || found.certain;

  return TRUE;
}

static char *
letter_name (guint index)
{
  GString *name = g_string_new (NULL);

  for (index++; index > 0; index = (index - 1) / 26)
    g_string_prepend_c (name, 'A' + (index - 1) % 26);

  return g_string_free (name, FALSE);
}

static void
add_column (TendCsvDialect *self,
            const char     *header)
{
  TendCsvColumn *column = g_new0 (TendCsvColumn, 1);
  g_autofree char *name = *header != '\0' ? g_strdup (header) : letter_name (self->columns->len);

  column->named = *header != '\0';
  column->name = g_strdup (name);
  for (guint n = 2; tend_csv_dialect_find_column (self, column->name) >= 0; n++)
    {
      column->duplicate = column->named;
      g_free (column->name);
      column->name = g_strdup_printf ("%s (%u)", name, n);
    }

  g_ptr_array_add (self->columns, column);
}

static guint
widest (GPtrArray *rows,
        guint      first)
{
  guint width = 0;

  for (guint i = first; i < rows->len; i++)
    width = MAX (width, ((TendCsvSampleRow *) g_ptr_array_index (rows, i))->cells->len);

  return width;
}

/* With a header, its last cells without a name are what a trailing delimiter leaves, and no columns. */
static void
name_columns (TendCsvDialect *self,
              GPtrArray      *rows)
{
  const TendCsvSampleRow *header;
  guint width;

  if (!self->has_header || self->n_skipped >= rows->len)
    {
      width = widest (rows, self->n_skipped);
      for (guint i = 0; i < width; i++)
        add_column (self, "");
      return;
    }

  header = g_ptr_array_index (rows, self->n_skipped);
  width = header->cells->len;
  while (width > 1 && *(char *) g_ptr_array_index (header->cells, width - 1) == '\0')
    width--;
  for (guint i = 0; i < width; i++)
    add_column (self, g_ptr_array_index (header->cells, i));
  for (guint i = 0; header->trimmed && i < width; i++)
    ((TendCsvColumn *) g_ptr_array_index (self->columns, i))->trimmed = TRUE;
}

/**
 * tend_csv_dialect_detect:
 * @file: the file; read from its beginning, several times
 * @overrides: (nullable): what is known already
 * @error: `TEND_ERROR_EMPTY` (0 bytes, or no record at all), `TEND_ERROR_INPUT` (reasons `TEND_REASON_SPREADSHEET`,
 *   `TEND_REASON_BINARY`, an unknown encoding), `TEND_ERROR_NOT_FOUND`, `TEND_ERROR_FOLDER`, `TEND_ERROR_UNREADABLE`
 *
 * Blocks on the file: not for the main thread.
 *
 * Returns: (transfer full) (nullable): how the file is written
 */
TendCsvDialect *
tend_csv_dialect_detect (GFile                   *file,
                         const TendCsvOverrides  *overrides,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  static const TendCsvOverrides none = { NULL, };
  g_autoptr (TendCsvDialect) self = g_new0 (TendCsvDialect, 1);
  g_autoptr (GBytes) sample = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gboolean whole;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (overrides == NULL)
    overrides = &none;
  self->columns = g_ptr_array_new_with_free_func (column_free);

  if (!settle_encoding (self, file, overrides->encoding, cancellable, error))
    return NULL;
  sample = read_sample (file, &whole, cancellable, error);
  if (sample == NULL)
    return NULL;

  if (overrides->delimiter != '\0')
    self->delimiter = overrides->delimiter;
  else
    self->delimiter = tend_csv_sniff_delimiter (sample, whole, self->encoding);

  rows = tend_csv_sample_read (sample, whole, self->encoding, self->delimiter, SAMPLE_ROWS, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0)
    {
      tend_set_error (error, TEND_ERROR_EMPTY, TEND_REASON_NONE, NULL, NULL, "the file holds nothing but line ends");
      return NULL;
    }

  tend_csv_sniff_header (self, rows, overrides->has_header, overrides->n_skipped);
  name_columns (self, rows);
  tend_csv_profile_columns (self, rows, overrides);

  return g_steal_pointer (&self);
}

/**
 * tend_csv_dialect_open:
 * @file: the file that @self was made for
 *
 * Returns: (transfer full) (nullable): a reader that stands before the first row of data
 */
TendCsvReader *
tend_csv_dialect_open (TendCsvDialect  *self,
                       GFile           *file,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr (GInputStream) stream = open_file (file, cancellable, error);
  g_autoptr (TendCsvReader) reader = NULL;
  TendCsvRecord record;
  GError *failure = NULL;

  if (stream == NULL)
    return NULL;
  reader = tend_csv_reader_new (stream, self->encoding, self->delimiter, error);
  if (reader == NULL)
    return NULL;

  for (guint i = 0; i < self->n_skipped + self->has_header; i++)
    if (!tend_csv_reader_next (reader, &record, cancellable, &failure))
      break;
  if (failure != NULL)
    {
      translate_error (file, failure, error);
      return NULL;
    }

  return g_steal_pointer (&reader);
}

const TendCsvColumn *
tend_csv_dialect_get_column (TendCsvDialect *self,
                             guint           index)
{
  return index < self->columns->len ? g_ptr_array_index (self->columns, index) : NULL;
}

/**
 * tend_csv_dialect_find_column:
 * @name: a column's name; where none is spelled so, case does not matter
 *
 * Returns: its index, or -1
 */
int
tend_csv_dialect_find_column (TendCsvDialect *self,
                              const char     *name)
{
  g_autofree char *folded = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (tend_csv_dialect_get_column (self, i)->name, name) == 0)
      return i;

  folded = g_utf8_casefold (name, -1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (tend_csv_dialect_get_column (self, i)->name, -1);

      if (strcmp (other, folded) == 0)
        return i;
    }

  return -1;
}

static const struct { const char *name; char delimiter; } delimiter_names[] = {
  { ",", ',' }, { ";", ';' }, { "\t", '\t' }, { "|", '|' },
  { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "\\t", '\t' }, { "pipe", '|' },
};

/* "," ";" "|", a tab, or the words comma, semicolon, tab, pipe. */
gboolean
tend_csv_delimiter_parse (const char *text,
                          char       *delimiter)
{
  for (guint i = 0; i < G_N_ELEMENTS (delimiter_names); i++)
    if (g_ascii_strcasecmp (delimiter_names[i].name, text) == 0)
      {
        *delimiter = delimiter_names[i].delimiter;
        return TRUE;
      }

  return FALSE;
}

/* (static): the delimiter as itself, a tab as a tab. */
const char *
tend_csv_delimiter_to_string (char delimiter)
{
  for (guint i = 0; i < G_N_ELEMENTS (delimiter_names); i++)
    if (delimiter_names[i].delimiter == delimiter)
      return delimiter_names[i].name;

  return "";
}
