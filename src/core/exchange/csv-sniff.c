/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-csv-sniff"

#include "config.h"

#include <string.h>

#include "csv-dialect-private.h"

/* So many records show how many cells a record has. */
#define SNIFF_ROWS 100

/* No report has a longer preamble; below it, a single cell is data. */
#define MAX_TITLES 20

static const char delimiters[] = { ',', ';', '\t', '|' };

static void
sample_row_free (gpointer data)
{
  TendCsvSampleRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static TendCsvSampleRow *
sample_row_new (const TendCsvRecord *record)
{
  TendCsvSampleRow *row = g_new0 (TendCsvSampleRow, 1);

  row->cells = g_ptr_array_new_full (record->n_cells, g_free);
  row->flags = record->flags;
  for (guint i = 0; i < record->n_cells; i++)
    {
      char *text = g_strstrip (g_strdup (record->cells[i].text));

      row->trimmed |= strlen (text) != record->cells[i].length;
      g_ptr_array_add (row->cells, text);
    }

  return row;
}

/* The first @max_rows records of @bytes. Where these are not @whole, the last record may be cut and is left out. */
GPtrArray *
tend_csv_sample_read (GBytes      *bytes,
                      gboolean     whole,
                      const char  *encoding,
                      char         delimiter,
                      guint        max_rows,
                      GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (TendCsvReader) reader = tend_csv_reader_new (stream, encoding, delimiter, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (sample_row_free);
  g_autoptr (GError) failure = NULL;
  TendCsvRecord record;

  if (reader == NULL)
    return NULL;

  while (rows->len < max_rows && tend_csv_reader_next (reader, &record, NULL, &failure))
    g_ptr_array_add (rows, sample_row_new (&record));

  /* With the wrong delimiter a sample may hold a record without an end; what was read so far judges that. */
  if (!whole && rows->len < max_rows && rows->len > 1)
    g_ptr_array_set_size (rows, rows->len - 1);

  return g_steal_pointer (&rows);
}

static const TendCsvSampleRow *
row_at (GPtrArray *rows,
        guint      i)
{
  return g_ptr_array_index (rows, i);
}

/* The number of cells that most records have; of two, the one seen first. */
static guint
usual_width (GPtrArray *rows,
             guint     *n_usual)
{
  guint best = 0;

  *n_usual = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      guint width = row_at (rows, i)->cells->len;
      guint n = 0;

      if (width == best)
        continue;
      for (guint j = 0; j < rows->len; j++)
        n += row_at (rows, j)->cells->len == width;
      if (n > *n_usual)
        {
          best = width;
          *n_usual = n;
        }
    }

  return best;
}

/* How well the records fit together when parted there: above all the same number of cells in each, then more cells. */
static double
score (GPtrArray *rows)
{
  guint n_usual, strays = 0;
  guint width = usual_width (rows, &n_usual);

  if (width < 2)
    return 0;

  for (guint i = 0; i < rows->len; i++)
    strays += (row_at (rows, i)->flags & (TEND_CSV_STRAY_QUOTE | TEND_CSV_UNTERMINATED)) != 0;

  return (double) n_usual / rows->len * (1 - 0.5 * strays / rows->len) * (1 + 0.3 * width / (width + 4.0));
}

/* Excel's own way to say it: a first line of "sep=;". */
static char
stated_delimiter (GBytes     *bytes,
                  const char *encoding)
{
  g_autoptr (GPtrArray) rows = tend_csv_sample_read (bytes, TRUE, encoding, '\x01', 1, NULL);
  const char *text;

  if (rows == NULL || rows->len == 0)
    return '\0';
  text = g_ptr_array_index (row_at (rows, 0)->cells, 0);
  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || strlen (text) > 5)
    return '\0';

  return text[4] == '\0' ? '\t' : memchr (delimiters, text[4], sizeof delimiters) != NULL ? text[4] : '\0';
}

char
tend_csv_sniff_delimiter (GBytes     *bytes,
                          gboolean    whole,
                          const char *encoding)
{
  char best = stated_delimiter (bytes, encoding);
  double best_score = 0;

  if (best != '\0')
    return best;

  best = ',';
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr (GPtrArray) rows = tend_csv_sample_read (bytes, whole, encoding, delimiters[i], SNIFF_ROWS, NULL);
      double s = rows != NULL && rows->len > 0 ? score (rows) : 0;

      if (s > best_score)
        {
          best_score = s;
          best = delimiters[i];
        }
    }

  return best;
}

static guint
count_filled (const TendCsvSampleRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += *(const char *) g_ptr_array_index (row->cells, i) != '\0';

  return n;
}

static gboolean
is_title (const TendCsvSampleRow *row,
          guint                   width)
{
  const char *first = g_ptr_array_index (row->cells, 0);
  guint filled = count_filled (row);

  if (*first == '#' || g_ascii_strncasecmp (first, "sep=", 4) == 0)
    return TRUE;
  if (width < 2)
    return FALSE;

  /* A short line with one word, or a line that a spreadsheet filled up with empty cells. */
  return filled <= 1 || (row->cells->len == width && filled * 3 <= width);
}

static guint
count_titles (GPtrArray *rows)
{
  guint n_usual;
  guint width = usual_width (rows, &n_usual);
  guint n = 0;

  while (n < rows->len && n < MAX_TITLES && is_title (row_at (rows, n), width))
    n++;

  /* All of the sample looks like titles: then none of it is. */
  return n < rows->len && n < MAX_TITLES ? n : 0;
}

/* A cell that no one would choose for a heading. */
static gboolean
is_value (const char *text)
{
  TendParsedDate date;
  gint64 number;

  if (strchr (text, '@') != NULL || g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://") ||
      g_str_has_prefix (text, "www.") || strchr (text, '\n') != NULL)
    return TRUE;
  if (tend_value_parse_date (text, TEND_DATE_ORDER_DMY, &date) ||
      tend_value_parse_date (text, TEND_DATE_ORDER_MDY, &date))
    return TRUE;

  /* Years do head columns. */
  if (tend_value_parse_number (text, '.', &number) || tend_value_parse_number (text, ',', &number))
    return number < 1900 * 1000 || number > 2100 * 1000;

  return strspn (text, "+-0123456789./() ") == strlen (text);
}

static gboolean
looks_like_header (const TendCsvSampleRow *row)
{
  guint words = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *text = g_ptr_array_index (row->cells, i);

      if (*text == '\0')
        continue;
      if (is_value (text))
        return FALSE;
      words += g_ascii_isdigit (*text) == 0;
    }

  return words > 0;
}

/* A heading does not stand in its own column again and again. */
static gboolean
recurs_below (GPtrArray *rows,
              guint      header)
{
  const TendCsvSampleRow *row = row_at (rows, header);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *text = g_ptr_array_index (row->cells, i);
      guint n = 0;

      for (guint j = header + 1; *text != '\0' && j < rows->len; j++)
        {
          GPtrArray *cells = row_at (rows, j)->cells;

          n += i < cells->len && strcmp (g_ptr_array_index (cells, i), text) == 0;
        }
      if (n > 1 && n * 2 >= rows->len - header - 1)
        return TRUE;
    }

  return FALSE;
}

/* Finds where the table begins: after titles and comments, and with or without a row of headings. */
void
tend_csv_sniff_header (TendCsvDialect *dialect,
                       GPtrArray      *rows,
                       int             has_header,
                       int             n_skipped)
{
  dialect->n_skipped = n_skipped > 0 ? (guint) n_skipped - 1 : count_titles (rows);

  if (has_header != 0)
    dialect->has_header = has_header > 0;
  else
    dialect->has_header = dialect->n_skipped < rows->len && looks_like_header (row_at (rows, dialect->n_skipped)) &&
                          !recurs_below (rows, dialect->n_skipped);
}
