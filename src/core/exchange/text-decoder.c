/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-text-decoder"

#include "config.h"

#include "text-decoder.h"

#include <string.h>

#include "core/error.h"

#define RAW_SIZE (64 * 1024)

/* More faults than this are not worth a place each: a file with so many was read in the wrong encoding. */
#define MAX_FAULTS 10000

static const char replacement[] = "\xEF\xBF\xBD";

typedef enum
{
  KIND_UTF8,
  KIND_UTF16_LE,
  KIND_UTF16_BE,
  KIND_TABLE,                   /* one byte is one character */
} Kind;

struct _TendTextDecoder
{
  /* Owned References */
  GInputStream *stream;
  GArray       *faults;
  char         *raw;

  Kind          kind;
  char          table[256][4];  /* UTF-8 of each byte; "" where it stands for nothing */
  guint8        lengths[256];
  gsize         raw_begin;
  gsize         raw_end;
  guint64       bytes_read;
  guint64       handed_out;
  guint         next_fault;
  gboolean      at_end;
  gboolean      begun;
};

/* Decodes each of the 256 bytes alone. FALSE for encodings in which a byte alone says nothing. */
static gboolean
fill_table (TendTextDecoder *self,
            const char      *encoding)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  guint known = 0;

  if (converter == (GIConv) -1)
    return FALSE;

  for (guint i = 1; i < 256; i++)
    {
      char byte = (char) i;
      char *in = &byte;
      char *out = self->table[i];
      gsize in_left = 1;
      gsize room = 4;

      g_iconv (converter, NULL, NULL, NULL, NULL);
      if (g_iconv (converter, &in, &in_left, &out, &room) == 0 && room < 4)
        {
          self->lengths[i] = 4 - room;
          known++;
        }
    }

  g_iconv_close (converter);

  /* Of Windows-1252, five bytes stand for nothing; of ASCII, half. Of Shift-JIS or UTF-16 nothing but fragments. */
  return known >= 127 && self->lengths['A'] == 1 && self->table['A'][0] == 'A' &&
         (self->lengths[0xE4] > 0 || g_ascii_strcasecmp (encoding, "US-ASCII") == 0);
}

/* Encodings of several bytes a character go through GLib's converter, which writes what it cannot read as \xx. */
static gboolean
wrap_in_converter (TendTextDecoder  *self,
                   const char       *encoding,
                   GError          **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", encoding, NULL);
  GInputStream *wrapped;

  if (converter == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_WORD, "encoding", encoding,
                      "no such encoding: %s", encoding);
      return FALSE;
    }

  g_charset_converter_set_use_fallback (converter, TRUE);
  wrapped = g_converter_input_stream_new (self->stream, G_CONVERTER (converter));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (wrapped), FALSE);
  g_object_unref (self->stream);
  self->stream = wrapped;
  self->kind = KIND_UTF8;

  return TRUE;
}

/**
 * tend_text_decoder_new:
 * @stream: the bytes; a reference is taken, the stream is not closed
 * @encoding: a name that iconv knows, such as "UTF-8" or "WINDOWS-1252"
 * @error: `TEND_ERROR_INPUT` when nobody knows @encoding
 *
 * A byte order mark at the beginning is swallowed.
 *
 * Returns: (transfer full) (nullable): the decoder
 */
TendTextDecoder *
tend_text_decoder_new (GInputStream  *stream,
                       const char    *encoding,
                       GError       **error)
{
  g_autoptr (TendTextDecoder) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (encoding != NULL, NULL);

  self = g_new0 (TendTextDecoder, 1);
  self->stream = g_object_ref (stream);
  self->faults = g_array_new (FALSE, FALSE, sizeof (TendTextFault));
  self->raw = g_malloc (RAW_SIZE);

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0)
    self->kind = KIND_UTF8;
  else if (g_ascii_strcasecmp (encoding, "UTF-16LE") == 0)
    self->kind = KIND_UTF16_LE;
  else if (g_ascii_strcasecmp (encoding, "UTF-16BE") == 0)
    self->kind = KIND_UTF16_BE;
  else if (fill_table (self, encoding))
    self->kind = KIND_TABLE;
  else if (!wrap_in_converter (self, encoding, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_text_decoder_free (TendTextDecoder *self)
{
  g_clear_object (&self->stream);
  g_array_unref (self->faults);
  g_free (self->raw);
  g_free (self);
}

static gboolean
fill (TendTextDecoder  *self,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr (GError) failure = NULL;
  gssize n;

  memmove (self->raw, self->raw + self->raw_begin, self->raw_end - self->raw_begin);
  self->raw_end -= self->raw_begin;
  self->raw_begin = 0;

  n = g_input_stream_read (self->stream, self->raw + self->raw_end, RAW_SIZE - self->raw_end, cancellable, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      /* The file ends within a character. A byte that is no UTF-8 stands for it, and becomes the fault to be told. */
      self->raw[self->raw_end++] = '\xFF';
      n = 0;
    }
  else if (n < 0)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->at_end = n == 0;
  self->raw_end += n;
  self->bytes_read += n;

  return TRUE;
}

/* Puts U+FFFD for @n bytes that are no text. Room was made sure of by the caller. */
static gsize
replace_bytes (TendTextDecoder *self,
               gsize            n,
               char            *out,
               gsize            out_offset)
{
  TendTextFault fault = { self->handed_out + out_offset, (guint8) self->raw[self->raw_begin] };

  if (self->faults->len < MAX_FAULTS)
    g_array_append_val (self->faults, fault);

  memcpy (out, replacement, 3);
  self->raw_begin += n;

  return 3;
}

/* The decoders below fill @out as far as the raw bytes reach, stop before a unit that is not whole yet, and leave at
 * least 4 bytes of room. They return what they wrote. */

static gsize
decode_utf8 (TendTextDecoder *self,
             char            *out,
             gsize            room)
{
  gsize written = 0;

  while (self->raw_begin < self->raw_end && written + 4 <= room)
    {
      const char *begin = self->raw + self->raw_begin;
      gsize n = MIN (room - written, self->raw_end - self->raw_begin);
      gsize left;
      const char *end;

      g_utf8_validate_len (begin, n, &end);
      memcpy (out + written, begin, end - begin);
      written += end - begin;
      self->raw_begin += end - begin;
      left = n - (end - begin);

      if (left == 0 || written + 4 > room)
        break;
      if (left < 4 && !self->at_end && g_utf8_get_char_validated (end, left) == (gunichar) -2 && *end != '\0')
        break;                  /* the rest of the character comes with the next block */

      written += replace_bytes (self, 1, out + written, written);
    }

  return written;
}

static gsize
decode_utf16 (TendTextDecoder *self,
              char            *out,
              gsize            room)
{
  const guint high = self->kind == KIND_UTF16_BE ? 0 : 1;
  gsize written = 0;

  while (self->raw_end - self->raw_begin >= 2 && written + 4 <= room)
    {
      const guint8 *raw = (const guint8 *) self->raw + self->raw_begin;
      gunichar c = (gunichar) raw[high] << 8 | raw[1 - high];

      if (c >= 0xD800 && c < 0xDC00)
        {
          gunichar second;

          if (self->raw_end - self->raw_begin < 4 && !self->at_end)
            break;
          second = self->raw_end - self->raw_begin < 4 ? 0 : (gunichar) raw[2 + high] << 8 | raw[3 - high];
          if (second >= 0xDC00 && second < 0xE000)
            {
              c = 0x10000 + ((c - 0xD800) << 10) + (second - 0xDC00);
              self->raw_begin += 2;
            }
        }

      if (c == 0 || (c >= 0xD800 && c < 0xE000))
        {
          written += replace_bytes (self, 2, out + written, written);
          continue;
        }

      written += g_unichar_to_utf8 (c, out + written);
      self->raw_begin += 2;
    }

  if (self->at_end && self->raw_end - self->raw_begin == 1 && written + 4 <= room)
    written += replace_bytes (self, 1, out + written, written);

  return written;
}

static gsize
decode_table (TendTextDecoder *self,
              char            *out,
              gsize            room)
{
  gsize written = 0;

  while (self->raw_begin < self->raw_end && written + 4 <= room)
    {
      guint8 byte = self->raw[self->raw_begin];

      if (G_LIKELY (byte < 0x80 && self->lengths[byte] == 1))
        {
          out[written++] = self->table[byte][0];
          self->raw_begin++;
        }
      else if (self->lengths[byte] > 0)
        {
          memcpy (out + written, self->table[byte], 4);
          written += self->lengths[byte];
          self->raw_begin++;
        }
      else
        {
          written += replace_bytes (self, 1, out + written, written);
        }
    }

  return written;
}

static gsize
decode (TendTextDecoder *self,
        char            *out,
        gsize            room)
{
  switch (self->kind)
    {
    case KIND_UTF16_LE:
    case KIND_UTF16_BE:
      return decode_utf16 (self, out, room);
    case KIND_TABLE:
      return decode_table (self, out, room);
    case KIND_UTF8:
    default:
      return decode_utf8 (self, out, room);
    }
}

/**
 * tend_text_decoder_read:
 * @buffer: (out caller-allocates): where the UTF-8 goes
 * @size: room in @buffer, at least 16 bytes
 *
 * Reads on. Characters are never cut; nothing after the text is terminated.
 *
 * Returns: how many bytes were put into @buffer, 0 at the end, -1 on an error of the stream
 */
gssize
tend_text_decoder_read (TendTextDecoder  *self,
                        char             *buffer,
                        gsize             size,
                        GCancellable     *cancellable,
                        GError          **error)
{
  gsize written = 0;

  g_return_val_if_fail (size >= 16, -1);

  while (written == 0)
    {
      if (!self->at_end && self->raw_end - self->raw_begin < 4 && !fill (self, cancellable, error))
        return -1;

      written = decode (self, buffer, size);
      if (written == 0 && self->at_end)
        return 0;
      if (written == 0 && !fill (self, cancellable, error))
        return -1;

      if (written >= 3 && !self->begun && memcmp (buffer, "\xEF\xBB\xBF", 3) == 0)
        {
          written -= 3;
          memmove (buffer, buffer + 3, written);
          for (guint i = 0; i < self->faults->len; i++)
            g_array_index (self->faults, TendTextFault, i).offset -= 3;
        }
      self->begun |= written > 0;
    }

  self->handed_out += written;

  return written;
}

/**
 * tend_text_decoder_peek_fault:
 * @fault: (out) (optional): the first fault that was not dropped yet
 *
 * Returns: whether there is one
 */
gboolean
tend_text_decoder_peek_fault (TendTextDecoder *self,
                              TendTextFault   *fault)
{
  if (self->next_fault >= self->faults->len)
    return FALSE;
  if (fault != NULL)
    *fault = g_array_index (self->faults, TendTextFault, self->next_fault);

  return TRUE;
}

void
tend_text_decoder_drop_fault (TendTextDecoder *self)
{
  g_return_if_fail (self->next_fault < self->faults->len);

  self->next_fault++;
  if (self->next_fault == self->faults->len)
    {
      g_array_set_size (self->faults, 0);
      self->next_fault = 0;
    }
}

/* How many bytes of the file were taken so far, for showing progress. */
guint64
tend_text_decoder_bytes_read (TendTextDecoder *self)
{
  return self->bytes_read;
}
