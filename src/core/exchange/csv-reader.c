/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-csv-reader"

#include "config.h"

#include "csv-reader.h"

#include <string.h>

#include "core/error.h"
#include "text-decoder.h"

#define BLOCK_SIZE (128 * 1024)

/* Each of these costs reading the rest of the file once more. A file with more open quotes than this is made to hurt. */
#define MAX_REWINDS 16

/* Where a cell stands, counted from the beginning of its record: the buffer may move while the record grows. */
typedef struct
{
  gsize        begin;
  gsize        end;
  gsize        fold_end;        /* up to here two quotes mean one */
  TendCsvFlags flags;
} Span;

struct _TendCsvReader
{
  /* Owned References */
  TendTextDecoder *decoder;
  GArray          *spans;
  GArray          *cells;
  char            *buffer;
  GError          *failure;

  GCancellable    *cancellable; /* borrowed, during a call */
  gsize            capacity;    /* without the terminating NUL */
  gsize            start;       /* of the record, in buffer */
  gsize            pos;         /* from start */
  gsize            length;      /* from start */
  guint64          origin;      /* of buffer[0], in the decoded text */
  guint64          row;
  guint64          line;
  guint            rewinds;
  char             delimiter;
  gboolean         at_end;
  guint8           stops[256];        /* ends the run of plain text outside quotes */
  guint8           quoted_stops[256]; /* the same inside */
};

static void
fill_stops (TendCsvReader *self)
{
  for (guint i = 0; i < 256; i++)
    self->stops[i] = self->quoted_stops[i] = (i < 0x20 && i != '\t') || i == 0x7F;

  self->stops[(guint8) self->delimiter] = TRUE;
  self->quoted_stops['"'] = TRUE;
}

/**
 * tend_csv_reader_new:
 * @stream: the file's bytes; a reference is taken
 * @encoding: as for tend_text_decoder_new()
 * @delimiter: an ASCII character
 * @error: `TEND_ERROR_INPUT` when @encoding is unknown
 *
 * Returns: (transfer full) (nullable): the reader, standing before the first record
 */
TendCsvReader *
tend_csv_reader_new (GInputStream  *stream,
                     const char    *encoding,
                     char           delimiter,
                     GError       **error)
{
  TendTextDecoder *decoder;
  TendCsvReader *self;

  g_return_val_if_fail (delimiter != '\0' && delimiter != '"' && (guint8) delimiter < 0x80, NULL);

  decoder = tend_text_decoder_new (stream, encoding, error);
  if (decoder == NULL)
    return NULL;

  self = g_new0 (TendCsvReader, 1);
  self->decoder = decoder;
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->cells = g_array_new (FALSE, FALSE, sizeof (TendCsvCell));
  self->capacity = 2 * BLOCK_SIZE;
  self->buffer = g_malloc (self->capacity + 1);
  self->buffer[0] = '\0';
  self->delimiter = delimiter;
  self->line = 1;
  fill_stops (self);

  return self;
}

void
tend_csv_reader_free (TendCsvReader *self)
{
  tend_text_decoder_free (self->decoder);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_clear_error (&self->failure);
  g_free (self->buffer);
  g_free (self);
}

/* Gets more text behind the record's beginning. FALSE at the end of the file and on failure. The text always ends in a
 * NUL, which the decoder never hands out: so the scanning loops need no other test for the end. */
static gboolean
more (TendCsvReader *self)
{
  gssize n;

  if (self->at_end || self->failure != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure))
    return FALSE;

  if (self->length > TEND_CSV_MAX_RECORD)
    {
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, self->line);

      tend_set_error (&self->failure, TEND_ERROR_INPUT, TEND_REASON_TOO_LONG, NULL, line,
                      "the record at line %s is larger than %d bytes", line, TEND_CSV_MAX_RECORD);
      return FALSE;
    }

  if (self->start > 0 && self->start + self->length + BLOCK_SIZE > self->capacity)
    {
      memmove (self->buffer, self->buffer + self->start, self->length);
      self->origin += self->start;
      self->start = 0;
    }

  if (self->length + BLOCK_SIZE > self->capacity)
    {
      self->capacity *= 2;
      self->buffer = g_realloc (self->buffer, self->capacity + 1);
    }

  n = tend_text_decoder_read (self->decoder, self->buffer + self->start + self->length, BLOCK_SIZE,
                              self->cancellable, &self->failure);
  if (n > 0)
    self->length += n;
  self->buffer[self->start + self->length] = '\0';
  self->at_end = n == 0;

  return n > 0;
}

static inline const char *
base (TendCsvReader *self)
{
  return self->buffer + self->start;
}

/* Runs over plain text from pos. Returns the byte that stops it, '\0' only at the end of the file. */
static char
run (TendCsvReader *self,
     const guint8  *stops)
{
  for (;;)
    {
      const char *p = base (self) + self->pos;

      while (!stops[(guint8) *p])
        p++;
      self->pos = p - base (self);

      if (*p != '\0' || !more (self))
        return *(base (self) + self->pos);
    }
}

/* The byte @ahead of pos, '\0' behind the end of the file. */
static char
peek (TendCsvReader *self,
      gsize          ahead)
{
  while (self->pos + ahead >= self->length && more (self))
    ;

  return self->pos + ahead < self->length ? *(base (self) + self->pos + ahead) : '\0';
}

static void
scan_plain (TendCsvReader *self,
            Span          *span)
{
  for (;;)
    {
      char c = run (self, self->stops);

      if (c == self->delimiter || c == '\n' || c == '\r' || c == '\0')
        break;
      span->flags |= TEND_CSV_CONTROL;
      self->pos++;
    }

  span->end = self->pos;
}

static gboolean
ends_cell (TendCsvReader *self,
           char           c)
{
  return c == self->delimiter || c == '\n' || c == '\r' || c == '\0';
}

/* No quote closes the cell before the file, or the largest cell, ends. Taking all of it as one cell would swallow the
 * rows that follow: read this one as if it had no quote, to the end of its line. */
static void
reread_unterminated (TendCsvReader *self,
                     Span          *span,
                     guint64        line)
{
  span->flags |= TEND_CSV_UNTERMINATED;

  if (self->rewinds++ < MAX_REWINDS)
    {
      self->pos = span->begin;
      self->line = line;
      scan_plain (self, span);
    }
  else
    {
      span->end = self->pos;
    }
}

/* A quote inside a quoted cell: doubled, the end, or a mistake. Returns FALSE when the cell is over. */
static gboolean
pass_quote (TendCsvReader *self,
            Span          *span)
{
  gsize blanks = 0;

  if (peek (self, 1) == '"')
    {
      self->pos += 2;
      span->fold_end = self->pos;
      return TRUE;
    }

  while (peek (self, 1 + blanks) == ' ')
    blanks++;

  if (ends_cell (self, peek (self, 1 + blanks)))
    {
      span->end = self->pos;
      self->pos += 1 + blanks;
    }
  else
    {
      span->flags |= TEND_CSV_STRAY_QUOTE;
      scan_plain (self, span);
    }

  return FALSE;
}

static void
scan_quoted (TendCsvReader *self,
             Span          *span)
{
  guint64 line = self->line;

  self->pos++;
  span->begin = self->pos;
  span->flags |= TEND_CSV_QUOTED;

  for (;;)
    {
      char c = run (self, self->quoted_stops);

      if (c == '\0' || self->pos - span->begin > TEND_CSV_MAX_CELL)
        {
          if (self->failure == NULL)
            reread_unterminated (self, span, line);
          return;
        }

      if (c == '"')
        {
          if (!pass_quote (self, span))
            return;
          continue;
        }

      if (c == '\n' || (c == '\r' && peek (self, 1) != '\n'))
        self->line++;
      else if (c != '\r')
        span->flags |= TEND_CSV_CONTROL;
      self->pos++;
    }
}

/* `1, "Smith, John"` is no RFC 4180, but is written; a blank before a quote means nothing else. */
static gboolean
opens_quote (TendCsvReader *self)
{
  gsize blanks = 0;

  while (peek (self, blanks) == ' ')
    blanks++;
  if (peek (self, blanks) != '"')
    return FALSE;
  self->pos += blanks;

  return TRUE;
}

static void
scan_cell (TendCsvReader *self)
{
  Span span = { .begin = self->pos };
  char c = peek (self, 0);

  if (c == '"' || (c == ' ' && opens_quote (self)))
    scan_quoted (self, &span);
  else
    scan_plain (self, &span);

  if (span.end - span.begin > TEND_CSV_MAX_CELL && self->failure == NULL)
    {
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, self->line);

      tend_set_error (&self->failure, TEND_ERROR_INPUT, TEND_REASON_TOO_LONG, NULL, line,
                      "the cell at line %s is larger than %d bytes", line, TEND_CSV_MAX_CELL);
    }

  g_array_append_val (self->spans, span);
}

/* Reads cells to the end of the line. FALSE when the file held nothing more. */
static gboolean
scan_record (TendCsvReader *self)
{
  g_array_set_size (self->spans, 0);
  self->start += self->pos;
  self->length -= self->pos;
  self->pos = 0;

  if (peek (self, 0) == '\0')
    return FALSE;

  for (;;)
    {
      char c;

      scan_cell (self);
      if (self->failure != NULL)
        return FALSE;

      c = peek (self, 0);
      if (c == '\0')
        break;
      self->pos++;
      if (c == '\r' && peek (self, 0) == '\n')
        self->pos++;
      if (c != self->delimiter)
        {
          self->line++;
          break;
        }
    }

  return TRUE;
}

static gsize
fold_quotes (char  *text,
             gsize  fold,
             gsize  length)
{
  gsize to = 0;

  for (gsize from = 0; from < fold; from++)
    {
      text[to++] = text[from];
      if (text[from] == '"')
        from++;
    }
  memmove (text + to, text + fold, length - fold);

  return to + length - fold;
}

/* Tells the cells of this record which of their bytes were none of this encoding. */
static void
place_undecodable (TendCsvReader *self)
{
  guint64 begin = self->origin + self->start;
  TendTextFault fault;

  while (tend_text_decoder_peek_fault (self->decoder, &fault) && fault.offset < begin + self->pos)
    {
      for (guint i = 0; i < self->spans->len; i++)
        {
          Span *span = &g_array_index (self->spans, Span, i);

          if (fault.offset >= begin + span->begin && fault.offset < begin + span->end)
            span->flags |= TEND_CSV_UNDECODABLE;
        }
      tend_text_decoder_drop_fault (self->decoder);
    }
}

static void
cut_cells (TendCsvReader *self,
           TendCsvRecord *record)
{
  char *text = self->buffer + self->start;

  g_array_set_size (self->cells, self->spans->len);
  record->flags = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);
      TendCsvCell *cell = &g_array_index (self->cells, TendCsvCell, i);
      gsize length = span->end - span->begin;

      if (span->fold_end > span->begin && (span->flags & TEND_CSV_UNTERMINATED) == 0)
        length = fold_quotes (text + span->begin, span->fold_end - span->begin, length);
      text[span->begin + length] = '\0';
      cell->text = text + span->begin;
      cell->length = length;
      cell->flags = span->flags;
      record->flags |= span->flags;
    }

  record->cells = (const TendCsvCell *) self->cells->data;
  record->n_cells = self->cells->len;
}

/**
 * tend_csv_reader_next:
 * @record: (out): the record; what it points to is valid until the next call
 * @error: `TEND_ERROR_INPUT` for a cell or record beyond the limits (the value is its line), or what the stream said
 *
 * Lines with nothing on them are no records, but are counted.
 *
 * Returns: FALSE at the end of the file and on an error
 */
gboolean
tend_csv_reader_next (TendCsvReader  *self,
                      TendCsvRecord  *record,
                      GCancellable   *cancellable,
                      GError        **error)
{
  guint64 line;
  const Span *first;

  self->cancellable = cancellable;

  do
    {
      line = self->line;
      if (!scan_record (self))
        {
          if (self->failure != NULL)
            g_propagate_error (error, g_steal_pointer (&self->failure));
          self->at_end = TRUE;
          return FALSE;
        }
      self->row++;
      first = &g_array_index (self->spans, Span, 0);
    }
  while (self->spans->len == 1 && first->end == first->begin && (first->flags & TEND_CSV_QUOTED) == 0);

  if (tend_text_decoder_peek_fault (self->decoder, NULL))
    place_undecodable (self);
  cut_cells (self, record);
  record->row = self->row;
  record->line = line;

  return TRUE;
}

/* How many bytes of the file were taken so far, for showing progress. */
guint64
tend_csv_reader_get_bytes_read (TendCsvReader *self)
{
  return tend_text_decoder_bytes_read (self->decoder);
}
