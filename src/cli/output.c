/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "output.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MAX_COLUMN 48
#define GAP 2

struct _TendTable
{
  GPtrArray *rows;   /* of GPtrArray of char * */
  GPtrArray *row;
  guint64 numbers;   /* a bit for each column whose cells end where it ends */
};

/* Prints @text as it is. */
void
tend_output_text (const char *text)
{
  fputs (text, stdout);
}

static void G_GNUC_PRINTF (2, 0)
print_line (FILE       *stream,
            const char *format,
            va_list     args)
{
  g_autofree char *line = g_strdup_vprintf (format, args);

  fprintf (stream, "%s\n", line);
}

/* Prints a line on standard output. */
void
tend_output_line (const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  print_line (stdout, format, args);
  va_end (args);
}

/* Prints a line on standard error: what a program that reads the answer need not know. */
void
tend_output_note (const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  print_line (stderr, format, args);
  va_end (args);
}

/* @node as JSON. (transfer full) */
char *
tend_output_to_json (JsonNode *node,
                     gboolean  pretty)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, pretty);
  return json_generator_to_data (generator, NULL);
}

/* Adds the name of a file, which need not be text; a JSON document has to be. @path may be NULL. */
void
tend_output_add_path (JsonBuilder *builder,
                      const char  *name,
                      const char  *path)
{
  g_autofree char *text = path != NULL ? g_filename_display_name (path) : NULL;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/* Prints what @builder has built as the answer. */
void
tend_output_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = tend_output_to_json (root, TRUE);

  fprintf (stdout, "%s\n", text);
}

TendTable *
tend_table_new (void)
{
  TendTable *self = g_new0 (TendTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->row = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tend_table_free (TendTable *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->row);
  g_free (self);
}

/* What would break the line or the terminal is not shown. */
static char *
make_printable (char *cell)
{
  for (char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));

  return cell;
}

/* The next cell of the row; NULL is an empty one. */
void
tend_table_take (TendTable *self,
                 char      *cell)
{
  g_ptr_array_add (self->row, make_printable (cell != NULL ? cell : g_strdup ("")));
}

/* The same of a number: its column ends in one line, digit below digit. */
void
tend_table_take_number (TendTable *self,
                        char      *cell)
{
  self->numbers |= G_GUINT64_CONSTANT (1) << self->row->len;
  tend_table_take (self, cell);
}

void
tend_table_end_row (TendTable *self)
{
  g_ptr_array_add (self->rows, self->row);
  self->row = g_ptr_array_new_with_free_func (g_free);
}

static int
width_of (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (ch))
        width += g_unichar_iswide (ch) ? 2 : 1;
    }

  return width;
}

/* Cuts off what is wider than a column may be; the last column may be as wide as it likes. */
static char *
shorten (const char *text,
         int         max)
{
  const char *p = text;
  int width = 0;

  if (width_of (text) <= max)
    return g_strdup (text);

  for (; *p != '\0' && width < max - 2; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return g_strdup_printf ("%.*s…", (int) (p - text), text);
}

static int
column_width (TendTable *self,
              guint      column)
{
  int widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);

      if (column < row->len)
        widest = MAX (widest, width_of (g_ptr_array_index (row, column)));
    }

  return MIN (widest, MAX_COLUMN);
}

void
tend_table_print (TendTable *self)
{
  g_autoptr(GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_columns = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *) g_ptr_array_index (self->rows, i))->len);

  for (guint c = 0; c < n_columns; c++)
    {
      int width = column_width (self, c);

      g_array_append_val (widths, width);
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint c = 0; c < row->len; c++)
        {
          gboolean last = c + 1 == row->len;
          gboolean number = (self->numbers >> c & 1) != 0;
          g_autofree char *cell = last ? g_strdup (g_ptr_array_index (row, c)) : shorten (g_ptr_array_index (row, c), MAX_COLUMN);
          int missing = MAX (g_array_index (widths, int, c) - width_of (cell), 0);

          g_string_append_printf (line, "%*s%s", number ? missing : 0, "", cell);
          if (!last)
            g_string_append_printf (line, "%*s", (number ? 0 : missing) + GAP, "");
        }

      fprintf (stdout, "%s\n", g_strchomp (line->str));
    }
}
