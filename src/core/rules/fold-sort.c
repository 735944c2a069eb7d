/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding for order: DIN 5007-1 as bytes.
 *
 * A key is the base letters of the words (ä is a, ß is ss, case does not count, leading blanks and punctuation are
 * not there), then, only for a text that is not plainly its base letters, the byte 1 and the text itself in lower
 * case, which breaks ties so that the plain form comes first: Muller, then Müller. The blank between words, the
 * digits and the letters stand in the order of ASCII. A number is written with its length before it, so that 2 comes
 * before 10. */

#include "fold.h"

#include <string.h>

#include "fold-private.h"

#define MAX_KEY_BYTES 240
#define MAX_SHORT_NUMBER 40
#define TIE_BREAK '\x01'

typedef struct
{
  GString  *out;
  GString  *number;
  gboolean  word_ended;
} SortFold;

static void
flush_number (SortFold *self)
{
  const char *digits = self->number->str;
  gsize length;

  if (self->number->len == 0)
    return;

  while (digits[0] == '0' && digits[1] != '\0')
    digits++;

  length = strlen (digits);

  /* '1' to 'X' for the usual lengths: above every blank and below every letter. */
  if (length <= MAX_SHORT_NUMBER)
    g_string_append_c (self->out, (char) ('0' + length));
  else
    g_string_append_printf (self->out, "Y%09" G_GSIZE_FORMAT, length);

  g_string_append (self->out, digits);
  g_string_truncate (self->number, 0);
}

static void
emit_sort (gpointer      data,
           TendFoldClass klass,
           gunichar      ch)
{
  SortFold *self = data;

  if (klass == TEND_FOLD_IGNORED || klass == TEND_FOLD_JOINER)
    return;

  if (klass == TEND_FOLD_BREAK)
    {
      flush_number (self);
      self->word_ended = self->out->len > 0;
      return;
    }

  if (self->word_ended)
    {
      g_string_append_c (self->out, ' ');
      self->word_ended = FALSE;
    }

  if (ch >= '0' && ch <= '9')
    {
      g_string_append_c (self->number, (char) ch);
      return;
    }

  flush_number (self);
  g_string_append_unichar (self->out, ch);
}

/* Whether @text is its own base letters but for case, so that nothing is left to break ties with. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean starts = p == text || p[-1] == ' ';

      if (g_ascii_isalpha (*p))
        continue;
      if (g_ascii_isdigit (*p) && (*p != '0' || (p > text && g_ascii_isdigit (p[-1]))))
        continue;
      if (*p == ' ' && !starts && p[1] != '\0')
        continue;
      return FALSE;
    }

  return TRUE;
}

/* Cuts @string to at most @bytes from @start on, between two characters. */
static void
cut (GString *string,
     gsize    start,
     gsize    bytes)
{
  gsize end = start + bytes;

  if (string->len <= end)
    return;

  while (end > start && ((guchar) string->str[end] & 0xC0) == 0x80)
    end--;

  g_string_truncate (string, end);
}

static void
append_tie_break (GString    *out,
                  const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  gsize start;

  g_string_append_c (out, TIE_BREAK);
  start = out->len;

  for (const char *p = composed; *p != '\0' && out->len < start + MAX_KEY_BYTES; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));

  cut (out, start, MAX_KEY_BYTES);
}

/**
 * tend_fold_sort_key:
 * @text: (nullable): any text
 *
 * The key by which @text is ordered: compare keys as bytes (strcmp(), `COLLATE "C"`). Texts that are equal in more
 * than their first 240 bytes are equal to it.
 *
 * Returns: (transfer full): a key in valid UTF-8; "" for an empty text
 */
char *
tend_fold_sort_key (const char *text)
{
  SortFold fold = { 0 };

  if (text == NULL || *text == '\0')
    return g_strdup ("");

  fold.out = g_string_sized_new (2 * strlen (text) + 4);
  fold.number = g_string_new (NULL);

  tend_fold_each (text, emit_sort, &fold);
  flush_number (&fold);
  g_string_free (fold.number, TRUE);
  cut (fold.out, 0, MAX_KEY_BYTES);

  if (!is_plain (text))
    append_tie_break (fold.out, text);

  return g_string_free (fold.out, FALSE);
}
