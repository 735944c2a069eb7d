/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The base letters of a text: compatibility decomposition without its marks, in lower case, with the letters that
 * Unicode does not decompose spelled out. Each character is taken by itself, never with what follows it, so that the
 * base of a beginning is the beginning of the base. */

#include "fold-private.h"

/* Lower-case letters that stand for others but have no decomposition. */
static const char *
spelled_out (gunichar ch)
{
  switch (ch)
    {
    case 0x00DF: return "ss"; /* ß */
    case 0x00E6: return "ae"; /* æ */
    case 0x00F0: return "d";  /* ð */
    case 0x00F8: return "o";  /* ø */
    case 0x00FE: return "th"; /* þ */
    case 0x0111: return "d";  /* đ */
    case 0x0127: return "h";  /* ħ */
    case 0x0131: return "i";  /* ı */
    case 0x0138: return "k";  /* ĸ */
    case 0x0142: return "l";  /* ł */
    case 0x014B: return "n";  /* ŋ */
    case 0x0153: return "oe"; /* œ */
    case 0x0167: return "t";  /* ŧ */
    case 0x0180: return "b";  /* ƀ */
    case 0x0192: return "f";  /* ƒ */
    case 0x01B6: return "z";  /* ƶ */
    case 0x0268: return "i";  /* ɨ */
    case 0x0289: return "u";  /* ʉ */
    case 0x03C2: return "σ";  /* ς at the end of a word */
    case 0x0587: return "եւ"; /* և */
    default:     return NULL;
    }
}

static gboolean
is_joiner (gunichar ch)
{
  return ch == '\'' || ch == '`' || ch == 0x00B4 || ch == 0x2018 || ch == 0x2019 || ch == 0x02BC;
}

static gboolean
is_ideograph (gunichar ch)
{
  GUnicodeScript script = g_unichar_get_script (ch);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
}

static TendFoldClass
classify (gunichar ch)
{
  if (is_joiner (ch))
    return TEND_FOLD_JOINER;

  switch ((int) g_unichar_type (ch))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:
      return TEND_FOLD_IGNORED;
    case G_UNICODE_OTHER_LETTER:
      return is_ideograph (ch) ? TEND_FOLD_SINGLE : TEND_FOLD_LETTER;
    case G_UNICODE_OTHER_SYMBOL:
      return TEND_FOLD_SINGLE;
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return TEND_FOLD_LETTER;
    default:
      return TEND_FOLD_BREAK;
    }
}

static void
emit_base (gunichar      ch,
           TendFoldEmit  emit,
           gpointer      data)
{
  TendFoldClass klass = classify (ch);
  int digit;

  if (klass == TEND_FOLD_LETTER && (digit = g_unichar_digit_value (ch)) >= 0)
    ch = '0' + (gunichar) digit;

  emit (data, klass, ch);
}

static void
emit_decomposed (gunichar      ch,
                 TendFoldEmit  emit,
                 gpointer      data)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  n_parts = g_unichar_fully_decompose (ch, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < MIN (n_parts, G_N_ELEMENTS (parts)); i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);
      const char *letters = spelled_out (lower);

      if (letters == NULL)
        emit_base (lower, emit, data);
      else
        for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
          emit (data, TEND_FOLD_LETTER, g_utf8_get_char (p));
    }
}

/*< private >
 * tend_fold_each:
 * @text: any bytes; what is not UTF-8 counts as a word break
 * @emit: called with each base character, in order
 * @data: for @emit
 */
void
tend_fold_each (const char   *text,
                TendFoldEmit  emit,
                gpointer      data)
{
  const char *p = text;

  while (*p != '\0')
    {
      gunichar ch;

      if ((guchar) *p < 0x80)
        {
          char c = *p++;

          if (g_ascii_isalnum (c))
            emit (data, TEND_FOLD_LETTER, (gunichar) g_ascii_tolower (c));
          else
            emit (data, c == '\'' || c == '`' ? TEND_FOLD_JOINER : TEND_FOLD_BREAK, (gunichar) c);

          continue;
        }

      ch = g_utf8_get_char_validated (p, -1);

      if (ch == (gunichar) -1 || ch == (gunichar) -2)
        {
          emit (data, TEND_FOLD_BREAK, ' ');
          p++;
        }
      else
        {
          emit_decomposed (ch, emit, data);
          p = g_utf8_next_char (p);
        }
    }
}
