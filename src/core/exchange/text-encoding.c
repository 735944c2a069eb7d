/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-text-encoding"

#include "config.h"

#include "text-encoding.h"

#include <string.h>

#include "core/error.h"

#define BLOCK_SIZE (64 * 1024)

/* Reading on proves little more, and a file of this size is on a slow disk as likely as not. */
#define ENOUGH (256 * 1024 * 1024)

/* What is seen of a file while its blocks go by. */
typedef struct
{
  guint64 bytes;
  guint64 high;                 /* bytes from 0x80 on */
  guint64 letters;              /* of ASCII */
  guint64 broken;               /* bytes that are no UTF-8 */
  guint64 whole;                /* characters of several bytes that are */
  guint64 c1;                   /* bytes 0x80 to 0x9F: letters of Windows, control characters of ISO */
  guint64 euro;                 /* bytes that read far better in ISO-8859-15 than in -1 */
  guint64 crlf;
  guint8  last;
} Census;

static gboolean
is_letter (guint8 byte)
{
  return g_ascii_isalpha (byte) || byte >= 0xC0;
}

/* In ISO-8859-15 these are €, Š š Ž ž Œ œ Ÿ; in -1 they are signs that do not stand among letters or beside sums. */
static gboolean
reads_as_latin9 (guint8 before,
                 guint8 byte,
                 guint8 after)
{
  if (byte == 0xA4)
    return g_ascii_isdigit (before) || g_ascii_isdigit (after) || before == ' ';

  return strchr ("\xA6\xA8\xB4\xB8\xBC\xBD\xBE", byte) != NULL && is_letter (before) && is_letter (after);
}

static void
count_bytes (Census       *census,
             const guint8 *block,
             gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint8 byte = block[i];
      guint8 before = i > 0 ? block[i - 1] : census->last;

      if (byte >= 0x80)
        {
          census->high++;
          census->c1 += byte < 0xA0;
          if (reads_as_latin9 (before, byte, i + 1 < n ? block[i + 1] : ' '))
            census->euro++;
        }
      else
        {
          census->letters += g_ascii_isalpha (byte);
          census->crlf += byte == '\n' && before == '\r';
        }
    }

  census->bytes += n;
  if (n > 0)
    census->last = block[n - 1];
}

/* Counts what is and what is not UTF-8. Returns how many bytes at the end are the beginning of a character. */
static gsize
count_utf8 (Census     *census,
            const char *block,
            gsize       n,
            gboolean    last)
{
  const char *p = block;
  const char *limit = block + n;

  while (p < limit)
    {
      const char *end;
      gsize left;

      g_utf8_validate_len (p, limit - p, &end);
      for (; p < end; p++)
        census->whole += ((guint8) *p & 0xC0) == 0xC0;

      left = limit - p;
      if (left == 0)
        break;
      if (left < 4 && *p != '\0' && g_utf8_get_char_validated (p, left) == (gunichar) -2)
        {
          if (!last)
            return left;
          if (census->whole > 0)
            break;              /* a file cut within its last character is still UTF-8 */
        }
      census->broken += *p != '\0';
      p++;
    }

  return 0;
}

typedef struct
{
  const char *magic;
  guint       length;
  TendReason  reason;
} Magic;

static const Magic magics[] = {
  { "PK\x03\x04", 4, TEND_REASON_SPREADSHEET },         /* xlsx, ods; any other archive is no table either */
  { "\xD0\xCF\x11\xE0", 4, TEND_REASON_SPREADSHEET },   /* xls */
  { "%PDF", 4, TEND_REASON_BINARY },
  { "SQLite format 3", 15, TEND_REASON_BINARY },
  { "\x7F" "ELF", 4, TEND_REASON_BINARY },
  { "\x89PNG", 4, TEND_REASON_BINARY },
  { "\xFF\xD8\xFF", 3, TEND_REASON_BINARY },
  { "GIF8", 4, TEND_REASON_BINARY },
  { "\x1F\x8B", 2, TEND_REASON_BINARY },
};

/* Of bytes at random, one in nine is a control character; of a table with some dirt in it, one in a hundred. */
static gboolean
looks_binary (const guint8 *head,
              gsize         n)
{
  gsize odd = 0;

  for (gsize i = 0; i < n; i++)
    odd += (head[i] < 0x20 && strchr ("\t\n\r\f\v", head[i]) == NULL) || head[i] == 0x7F || head[i] == 0;

  return odd * 12 > n;
}

static gboolean
check_binary (const guint8  *head,
              gsize          n,
              GError       **error)
{
  TendReason reason = TEND_REASON_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (magics) && reason == TEND_REASON_NONE; i++)
    if (n >= magics[i].length && memcmp (head, magics[i].magic, magics[i].length) == 0)
      reason = magics[i].reason;

  if (reason == TEND_REASON_NONE && looks_binary (head, n))
    reason = TEND_REASON_BINARY;

  if (reason != TEND_REASON_NONE)
    tend_set_error (error, TEND_ERROR_INPUT, reason, NULL, NULL, "the file is no text");

  return reason == TEND_REASON_NONE;
}

/* Every second byte of western text in UTF-16 is NUL. */
static const char *
guess_utf16 (const guint8 *head,
             gsize         n)
{
  gsize nuls[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    nuls[i % 2] += head[i] == 0;

  if (n < 4)
    return NULL;
  if (nuls[1] * 10 > n * 3 && nuls[0] * 20 < n)
    return "UTF-16LE";
  if (nuls[0] * 10 > n * 3 && nuls[1] * 20 < n)
    return "UTF-16BE";

  return NULL;
}

static gboolean
detect_by_head (const guint8     *head,
                gsize             n,
                TendTextEncoding *encoding)
{
  static const struct { const char *mark; guint length; const char *name; } marks[] = {
    { "\xEF\xBB\xBF", 3, "UTF-8" },
    { "\xFF\xFE\x00\x00", 4, "UTF-32LE" },
    { "\x00\x00\xFE\xFF", 4, "UTF-32BE" },
    { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
  };

  encoding->certain = TRUE;
  encoding->mark = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n >= marks[i].length && memcmp (head, marks[i].mark, marks[i].length) == 0)
      {
        encoding->mark = TRUE;
        encoding->name = marks[i].name;
        return TRUE;
      }

  encoding->name = guess_utf16 (head, n);

  return encoding->name != NULL;
}

static void
judge (const Census     *census,
       TendTextEncoding *encoding)
{
  /* One broken byte among many whole characters is damage, not another encoding: it will be reported at its row. */
  if (census->broken == 0 || census->whole >= 10 * census->broken)
    {
      encoding->name = "UTF-8";
      return;
    }

  /* Without C1 bytes Windows-1252 and ISO-8859-1 read the same; the line ends tell which kind of program wrote it. */
  if (census->c1 > 0)
    encoding->name = "WINDOWS-1252";
  else if (census->euro > 0)
    encoding->name = "ISO-8859-15";
  else
    encoding->name = census->crlf > 0 ? "WINDOWS-1252" : "ISO-8859-1";

  /* Greek, Cyrillic and the like in eight bits: most letters are not of ASCII. And what holds whole characters of UTF-8
   * was put together of two files. */
  encoding->certain = census->high * 2 < census->letters && census->whole * 10 < census->broken;
}

static gboolean
count_rest (GInputStream  *stream,
            char          *block,
            gsize          n,
            Census        *census,
            GCancellable  *cancellable,
            GError       **error)
{
  gsize kept = 0;

  for (;;)
    {
      gsize fresh;

      count_bytes (census, (const guint8 *) block + kept, n - kept);
      kept = count_utf8 (census, block, n, FALSE);
      memmove (block, block + n - kept, kept);
      if (census->bytes >= ENOUGH)
        return TRUE;

      if (!g_input_stream_read_all (stream, block + kept, BLOCK_SIZE - kept, &fresh, cancellable, error))
        return FALSE;
      n = kept + fresh;
      if (fresh == 0)
        {
          count_utf8 (census, block, n, TRUE);
          return TRUE;
        }
    }
}

/**
 * tend_text_encoding_detect:
 * @stream: the file from its beginning; read to its end
 * @encoding: (out): what it is written in
 * @error: `TEND_ERROR_EMPTY`, or `TEND_ERROR_INPUT` with the reason `TEND_REASON_SPREADSHEET` or `TEND_REASON_BINARY`
 *
 * The whole file is looked at, since the first umlaut may stand in its last row.
 *
 * Returns: FALSE when it is no text
 */
gboolean
tend_text_encoding_detect (GInputStream      *stream,
                           TendTextEncoding  *encoding,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  Census census = { 0, };
  gsize n;

  if (!g_input_stream_read_all (stream, block, BLOCK_SIZE, &n, cancellable, error))
    return FALSE;

  if (n == 0)
    {
      tend_set_error (error, TEND_ERROR_EMPTY, TEND_REASON_NONE, NULL, NULL, "the file has 0 bytes");
      return FALSE;
    }

  if (detect_by_head ((const guint8 *) block, n, encoding))
    return TRUE;
  if (!check_binary ((const guint8 *) block, n, error))
    return FALSE;
  if (!count_rest (stream, block, n, &census, cancellable, error))
    return FALSE;

  judge (&census, encoding);

  return TRUE;
}
