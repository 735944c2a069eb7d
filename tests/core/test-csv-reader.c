/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "core/error.h"
#include "core/exchange/csv-reader.h"

/* The same throws in every run. */
static GRand *dice;

static TendCsvReader *
reader_for (const char *bytes,
            gssize      length,
            const char *encoding,
            char        delimiter)
{
  g_autoptr (GBytes) block = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (block);
  g_autoptr (GError) error = NULL;
  TendCsvReader *reader = tend_csv_reader_new (stream, encoding, delimiter, &error);

  g_assert_no_error (error);

  return reader;
}

/* Writes what was read so that it can be compared: cells in <>, records in lines, faults behind their cell. */
static char *
read_all (TendCsvReader *reader)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TendCsvRecord record;

  while (tend_csv_reader_next (reader, &record, NULL, &error))
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT ":", record.row, record.line);
      for (guint i = 0; i < record.n_cells; i++)
        {
          const TendCsvCell *cell = &record.cells[i];

          g_assert_cmpuint (strlen (cell->text), ==, cell->length);
          g_string_append_printf (text, "<%s>", cell->text);
          if (cell->flags & TEND_CSV_STRAY_QUOTE)
            g_string_append (text, "stray");
          if (cell->flags & TEND_CSV_UNTERMINATED)
            g_string_append (text, "open");
          if (cell->flags & TEND_CSV_CONTROL)
            g_string_append (text, "control");
          if (cell->flags & TEND_CSV_UNDECODABLE)
            g_string_append (text, "bytes");
        }
      g_string_append_c (text, '|');
    }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static const struct { const char *what; const char *text; const char *expected; } cases[] = {
  { "plain", "a,b\nc,d\n", "1/1:<a><b>|2/2:<c><d>|" },
  { "no line end at the end", "a,b\nc,d", "1/1:<a><b>|2/2:<c><d>|" },
  { "crlf", "a,b\r\nc,d\r\n", "1/1:<a><b>|2/2:<c><d>|" },
  { "cr alone", "a,b\rc,d\r", "1/1:<a><b>|2/2:<c><d>|" },
  { "mixed ends", "a\r\nb\rc\nd", "1/1:<a>|2/2:<b>|3/3:<c>|4/4:<d>|" },
  { "empty cells", ",\n,,\n", "1/1:<><>|2/2:<><><>|" },
  { "delimiter at the end of the file", "a,", "1/1:<a><>|" },
  { "blank lines count", "a\n\n\nb\n", "1/1:<a>|4/4:<b>|" },
  { "an empty cell in quotes is a record", "a\n\"\"\nb\n", "1/1:<a>|2/2:<>|3/3:<b>|" },
  { "quotes", "\"a,b\",\"c\"\"d\"\n", "1/1:<a,b><c\"d>|" },
  { "nothing but quotes", "\"\"\"\",\"\"\"\"\"\"\n", "1/1:<\"><\"\">|" },
  { "newlines in a cell", "\"a\nb\",c\nd,\"e\r\nf\"\r\ng,h\n", "1/1:<a\nb><c>|2/3:<d><e\r\nf>|3/5:<g><h>|" },
  { "a cr in a cell is a line", "\"a\rb\"\nc\n", "1/1:<a\rb>|2/3:<c>|" },
  { "a quote inside plain text", "5\" pipe,b\n", "1/1:<5\" pipe><b>|" },
  { "blank before and after a quote", "a, \"b,c\" ,d\n", "1/1:<a><b,c><d>|" },
  { "blanks stay", " a ,\" b \"\n", "1/1:< a >< b >|" },
  { "text after a quote", "\"a\"b,c\nd,e\n", "1/1:<a\"b>stray<c>|2/2:<d><e>|" },
  { "folded and stray", "\"a\"\"b\"c\",d\n", "1/1:<a\"b\"c\">stray<d>|" },
  { "a quote that stays open", "a,\"b\nc,d\ne,f\n", "1/1:<a><b>open|2/2:<c><d>|3/3:<e><f>|" },
  { "cut in a quoted cell", "a,b\nc,\"de", "1/1:<a><b>|2/2:<c><de>open|" },
  { "a quote at the very end", "a,\"", "1/1:<a><>open|" },
  { "control characters", "a\x01,b\n\"c\x1F\",d\x7F\n", "1/1:<a\x01>control<b>|2/2:<c\x1F>control<d\x7F>control|" },
  { "tabs are text", "a\tb,c\n", "1/1:<a\tb><c>|" },
  { "nothing", "", "" },
  { "nothing but line ends", "\n\r\n\r", "" },
  { "byte order mark", "\xEF\xBB\xBF" "a,b\n", "1/1:<a><b>|" },
  { "bytes that are no text", "a,\xFC\nb,c\xC3\n", "1/1:<a><\xEF\xBF\xBD>bytes|2/2:<b><c\xEF\xBF\xBD>bytes|" },
  { "a character cut by the end", "a,\xE2\x82", "1/1:<a><\xEF\xBF\xBD\xEF\xBF\xBD>bytes|" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TendCsvReader) reader = reader_for (cases[i].text, -1, "UTF-8", ',');
      g_autofree char *read = read_all (reader);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (read, ==, cases[i].expected);
    }
}

static void
test_nul (void)
{
  g_autoptr (TendCsvReader) reader = reader_for ("a\0b,c\nd,e\n", 10, "UTF-8", ',');
  g_autofree char *read = read_all (reader);

  g_assert_cmpstr (read, ==, "1/1:<a\xEF\xBF\xBD" "b>bytes<c>|2/2:<d><e>|");
}

static void
test_encodings (void)
{
  static const struct { const char *encoding; const char *bytes; gsize length; const char *expected; } tests[] = {
    { "ISO-8859-1", "M\xFCller;\xC4rger", 12, "1/1:<Müller><Ärger>|" },
    { "WINDOWS-1252", "\x80 5;\x84Stra\xDF" "e\x93", 12, "1/1:<€ 5><„Straße“>|" },
    { "WINDOWS-1252", "a\x81;b", 4, "1/1:<a\xEF\xBF\xBD>bytes<b>|" },
    { "ISO-8859-15", "\xA4;\xBE", 3, "1/1:<€><Ÿ>|" },
    { "ISO-8859-7", "\xC1\xEB", 2, "1/1:<Αλ>|" },
    { "UTF-16LE", "\xFF\xFE" "a\0;\0\xFC\0\n\0", 10, "1/1:<a><ü>|" },
    { "UTF-16BE", "\0a\0;\xD8\x3D\xDE\x00", 8, "1/1:<a><😀>|" },
    { "UTF-16LE", "a\0\x3D\xD8;\0b\0x", 9, "1/1:<a\xEF\xBF\xBD>bytes<b\xEF\xBF\xBD>bytes|" },
    { "UTF-32LE", "a\0\0\0;\0\0\0\xFC\0\0\0", 12, "1/1:<a><ü>|" },
    { "SHIFT_JIS", "\x93\xFA\x96\x7B;a", 6, "1/1:<日本><a>|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (TendCsvReader) reader = reader_for (tests[i].bytes, tests[i].length, tests[i].encoding, ';');
      g_autofree char *read = read_all (reader);

      g_test_message ("%s", tests[i].encoding);
      g_assert_cmpstr (read, ==, tests[i].expected);
    }
}

static void
test_unknown_encoding (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tend_csv_reader_new (stream, "KLINGON", ',', &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  g_assert_cmpstr (tend_error_get_value (error), ==, "KLINGON");
}

static void
append_random_cell (GString *to)
{
  static const char * const pieces[] = {
    "a", "ü", "\"", "\n", "\r", ",", ";", " ", "\t", "x1", "😀", "|", "''", "\r\n", "=", "\\",
  };
  int n = g_rand_int_range (dice, 0, 8);

  for (int i = 0; i < n; i++)
    g_string_append (to, pieces[g_rand_int_range (dice, 0, G_N_ELEMENTS (pieces))]);
}

static void
append_quoted (GString    *to,
               const char *cell)
{
  g_string_append_c (to, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (to, '"');
      g_string_append_c (to, *cell);
    }
  g_string_append_c (to, '"');
}

/* Whatever cells hold, written by the rules they are read back as they were. Long enough for many blocks. */
static void
test_round_trip (void)
{
  const char delimiters[] = ",;\t|";
  const char * const ends[] = { "\n", "\r\n", "\r" };

  for (guint round = 0; round < 40; round++)
    {
      char delimiter = delimiters[round % 4];
      const char *end = ends[round % 3];
      int n_rows = round == 0 ? 40000 : g_rand_int_range (dice, 1, 50);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) file = g_string_new (NULL);
      g_autoptr (TendCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      TendCsvRecord record;
      guint next = 0;

      for (int row = 0; row < n_rows; row++)
        for (int column = 0; column < 5; column++)
          {
            GString *cell = g_string_new (NULL);

            append_random_cell (cell);
            append_quoted (file, cell->str);
            if (column < 4)
              g_string_append_c (file, delimiter);
            else
              g_string_append (file, end);
            g_ptr_array_add (cells, g_string_free (cell, FALSE));
          }

      reader = reader_for (file->str, file->len, "UTF-8", delimiter);
      while (tend_csv_reader_next (reader, &record, NULL, &error))
        {
          g_assert_cmpuint (record.n_cells, ==, 5);
          g_assert_cmpuint (record.flags & TEND_CSV_FAULTS, ==, 0);
          for (guint i = 0; i < 5; i++)
            g_assert_cmpstr (record.cells[i].text, ==, g_ptr_array_index (cells, next++));
        }
      g_assert_no_error (error);
      g_assert_cmpuint (next, ==, cells->len);
    }
}

/* Any bytes in any encoding are read to their end, and nothing but UTF-8 comes out. */
static void
test_random_bytes (void)
{
  const char * const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "ISO-8859-1", "UTF-32BE" };
  const char likely[] = "\",;\n\r\t |ab\xC3\xBC\xE2";

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (TendCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = g_rand_int_range (dice, 0, 300);
      g_autofree char *bytes = g_malloc (length + 1);
      TendCsvRecord record;
      guint64 line = 0;

      for (gsize i = 0; i < length; i++)
        bytes[i] = g_rand_int_range (dice, 0, 3) ? likely[g_rand_int_range (dice, 0, sizeof likely)]
                                                : (char) g_rand_int_range (dice, 0, 256);

      reader = reader_for (bytes, length, encodings[round % G_N_ELEMENTS (encodings)], ";,\t"[round % 3]);
      while (tend_csv_reader_next (reader, &record, NULL, &error))
        {
          g_assert_cmpuint (record.line, >, line);
          line = record.line;
          for (guint i = 0; i < record.n_cells; i++)
            {
              g_assert_cmpuint (strlen (record.cells[i].text), ==, record.cells[i].length);
              g_assert_true (g_utf8_validate (record.cells[i].text, record.cells[i].length, NULL));
            }
        }
      g_assert_no_error (error);
    }
}

/* Nothing is lost by a quote that stays open, and a file full of them is still read in one breath. */
static void
test_many_open_quotes (void)
{
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (TendCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  TendCsvRecord record;
  gsize bytes = 0;

  for (guint i = 0; i < 100000; i++)
    g_string_append (file, "a,\"\"\"b\n");

  reader = reader_for (file->str, file->len, "UTF-8", ',');
  while (tend_csv_reader_next (reader, &record, NULL, &error))
    for (guint i = 0; i < record.n_cells; i++)
      bytes += record.cells[i].length;

  g_assert_no_error (error);
  g_assert_cmpuint (bytes, >, 300000);
}

static void
test_limits (void)
{
  g_autoptr (GString) file = g_string_new ("a,b\n");
  g_autoptr (TendCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  TendCsvRecord record;

  for (guint i = 0; i < TEND_CSV_MAX_CELL / 64 + 2; i++)
    g_string_append (file, "0123456789012345678901234567890123456789012345678901234567890123");

  reader = reader_for (file->str, file->len, "UTF-8", ',');
  g_assert_true (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_false (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  g_assert_cmpint (tend_error_get_reason (error), ==, TEND_REASON_TOO_LONG);
  g_assert_cmpstr (tend_error_get_value (error), ==, "2");
}

static void
test_long_cell (void)
{
  g_autoptr (GString) file = g_string_new ("a,\"");
  g_autoptr (TendCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  TendCsvRecord record;

  for (guint i = 0; i < 100000; i++)
    g_string_append (file, "zwölf Boxkämpfer\n");
  g_string_append (file, "\"\nb,c\n");

  reader = reader_for (file->str, file->len, "UTF-8", ',');
  g_assert_true (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_cmpuint (record.cells[1].length, ==, 100000 * strlen ("zwölf Boxkämpfer\n"));
  g_assert_true (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_cmpuint (record.line, ==, 100002);
  g_assert_cmpstr (record.cells[1].text, ==, "c");
  g_assert_false (tend_csv_reader_next (reader, &record, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancel (void)
{
  g_autoptr (TendCsvReader) reader = reader_for ("a,b\n", -1, "UTF-8", ',');
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TendCsvRecord record;

  g_cancellable_cancel (cancellable);
  g_assert_false (tend_csv_reader_next (reader, &record, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) seeded = g_rand_new_with_seed (20261124);

  g_test_init (&argc, &argv, NULL);
  dice = seeded;

  g_test_add_func ("/csv-reader/cases", test_cases);
  g_test_add_func ("/csv-reader/nul", test_nul);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/unknown-encoding", test_unknown_encoding);
  g_test_add_func ("/csv-reader/round-trip", test_round_trip);
  g_test_add_func ("/csv-reader/random-bytes", test_random_bytes);
  g_test_add_func ("/csv-reader/many-open-quotes", test_many_open_quotes);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/long-cell", test_long_cell);
  g_test_add_func ("/csv-reader/cancel", test_cancel);

  return g_test_run ();
}
