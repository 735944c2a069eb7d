/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "money.h"

#include <string.h>

/*
 * Sums as people, banks and spreadsheets write them. The number stands in the middle; around it may stand a sign (in front
 * or behind), parentheses (accountants' minus) and a currency. What is not understood whole is refused, never guessed at:
 * a sum that is half read is a wrong sum.
 */

#define LONGEST 100 /* bytes: a sum longer than this is a text */
#define MOST_PLACES 9

/* Signs and words for currencies; those that several currencies use say nothing. Lower case. */
static const struct { const char *word; const char *code; } words[] = {
  { "€", "EUR" }, { "euro", "EUR" }, { "euros", "EUR" }, { "£", "GBP" }, { "us$", "USD" }, { "$us", "USD" },
  { "fr", "CHF" }, { "sfr", "CHF" }, { "kč", "CZK" }, { "zł", "PLN" }, { "ft", "HUF" }, { "₺", "TRY" }, { "₹", "INR" },
  { "₴", "UAH" }, { "₽", "RUB" }, { "₩", "KRW" }, { "₪", "ILS" }, { "₫", "VND" }, { "a$", "AUD" }, { "c$", "CAD" },
  { "ca$", "CAD" }, { "nz$", "NZD" }, { "hk$", "HKD" }, { "r$", "BRL" }, { "$", "" }, { "¥", "" }, { "kr", "" },
};

typedef struct
{
  const char *number;           /* its first byte, and past its last */
  const char *end;
  guint       minuses;
  guint       opened;
  guint       closed;
  char        currency[4];
} Parts;

typedef struct
{
  char  text[LONGEST + 1];      /* digits and ASCII marks alone */
  gsize length;
  char  decimal;                /* '\0' = whole */
} Number;

const char *
tend_currency_from_word (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *upper = g_ascii_strup (word, -1);
  gsize length = strlen (lower);

  if (tend_currency_get_digits (upper) >= 0)
    return g_intern_string (upper);

  if (length > 1 && lower[length - 1] == '.')
    lower[length - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, lower) == 0)
      return words[i].code;

  return NULL;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F || c == 0x2007 || c == 0x2009 || c == 0x200B || c == 0xFEFF;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || (c >= 0x2010 && c <= 0x2014) || c == 0xFF0D;
}

/* The byte that stands for @c within a number; '\0' where it cannot stand there. */
static char
mark_of (gunichar c)
{
  if (c == '.' || c == ',')
    return c;
  if (c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x00B4)
    return '\'';

  return is_blank (c) ? ' ' : '\0';
}

static gboolean
find_number (const char *text,
             Parts      *parts)
{
  const char *first = text + strcspn (text, "0123456789");
  const char *last = first;

  if (*first == '\0')
    return FALSE;
  for (const char *p = first; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      last = p;

  /* ".50" is half a unit; the point of "Fr.50" is not. */
  if (first > text && (first[-1] == '.' || first[-1] == ',') &&
      (first - 1 == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (first - 1)))))
    first--;
  parts->number = first;
  parts->end = last + 1;
  if (*parts->end == '.' || *parts->end == ',')
    parts->end++;

  return TRUE;
}

/* "EUR", "Fr.", "US$". */
static TendReason
take_currency (const char **text,
               const char  *end,
               Parts       *parts)
{
  const char *p = *text;
  const char *code;
  g_autofree char *word = NULL;

  while (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) ||
                     g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL))
    p = g_utf8_next_char (p);
  if (p == *text)
    return TEND_REASON_NOT_AN_AMOUNT;
  if (p < end && *p == '.')
    p++;
  word = g_strndup (*text, p - *text);
  *text = p;

  code = tend_currency_from_word (word);
  if (code == NULL)
    return g_utf8_strlen (word, -1) == 3 ? TEND_REASON_NOT_A_CURRENCY : TEND_REASON_NOT_AN_AMOUNT;
  if (*code == '\0')
    return TEND_REASON_NONE;
  if (*parts->currency != '\0' && strcmp (parts->currency, code) != 0)
    return TEND_REASON_NOT_A_CURRENCY;
  g_strlcpy (parts->currency, code, sizeof parts->currency);

  return TEND_REASON_NONE;
}

/* What stands before or behind the number. */
static TendReason
take_around (const char *text,
             const char *end,
             Parts      *parts)
{
  TendReason reason = TEND_REASON_NONE;

  while (text < end && reason == TEND_REASON_NONE)
    {
      gunichar c = g_utf8_get_char (text);

      if (is_blank (c) || c == '+' || c == '(' || c == ')' || is_minus (c))
        {
          parts->minuses += is_minus (c);
          parts->opened += c == '(';
          parts->closed += c == ')';
          text = g_utf8_next_char (text);
        }
      else
        {
          reason = take_currency (&text, end, parts);
        }
    }

  return reason;
}

/* "12,-" and "12.––" say that there are no cents; the stroke is no minus. Past the strokes. */
static const char *
skip_even (const Parts *parts)
{
  const char *p = parts->end;

  if (p[-1] != '.' && p[-1] != ',')
    return p;
  while (is_minus (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
copy_number (const Parts *parts,
             Number      *number)
{
  for (const char *p = parts->number; p < parts->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char byte = c < 0x80 && g_ascii_isdigit (c) ? (char) c : mark_of (c);

      if (byte == '\0')
        return FALSE;
      number->text[number->length++] = byte;
    }

  return TRUE;
}

/* Which mark parts the whole from its parts. Only a lone mark before exactly three digits leaves a doubt. */
static char
decide_decimal (const Number *number,
                int           digits,
                char          hint)
{
  const char *point = strrchr (number->text, '.');
  const char *comma = strrchr (number->text, ',');
  const char *mark = comma == NULL || (point != NULL && point > comma) ? point : comma;

  if (mark == NULL)
    return '\0';
  if (point != NULL && comma != NULL)
    return *mark;
  if (strchr (number->text, *mark) != mark)
    return '\0';                        /* twice: it parts thousands */
  if (strpbrk (number->text, " '") != NULL || strlen (mark) != 4 || mark == number->text ||
      mark - number->text > 3 || *number->text == '0')
    return *mark;
  if (hint != '\0')
    return *mark == hint ? *mark : '\0';

  return digits >= 3 ? *mark : '\0';
}

/* Thousands are parted by one mark, in threes, and only before the decimals. */
static gboolean
is_well_grouped (const Number *number)
{
  char group = '\0';
  guint run = 0;

  for (gsize i = 0; i < number->length; i++)
    {
      char c = number->text[i];

      if (g_ascii_isdigit (c))
        {
          run++;
          continue;
        }
      if (c == number->decimal)
        return (group == '\0' || run == 3) && strspn (number->text + i + 1, "0123456789") == number->length - i - 1;
      if (group == '\0' ? run < 1 || run > 3 : c != group || run != 3)
        return FALSE;
      group = c;
      run = 0;
    }

  return group == '\0' || run == 3;
}

/* More decimals than a sum can have are noise of a program's floating point numbers: "0.150000005960464". */
static TendReason
to_decimal (const Number *number,
            TendDecimal  *value)
{
  gboolean up = FALSE;
  int places = -1;              /* decimals seen; -1 before the mark */

  *value = (TendDecimal) { 0, 0 };
  for (gsize i = 0; i < number->length; i++)
    {
      char c = number->text[i];

      if (!g_ascii_isdigit (c))
        {
          places = c == number->decimal ? 0 : places;
          continue;
        }
      if (places >= MOST_PLACES)
        {
          up |= places++ == MOST_PLACES && c >= '5';
          continue;
        }
      if (__builtin_mul_overflow (value->mantissa, 10, &value->mantissa) ||
          __builtin_add_overflow (value->mantissa, c - '0', &value->mantissa))
        return TEND_REASON_OUT_OF_RANGE;
      places += places >= 0;
    }
  value->scale = CLAMP (places, 0, MOST_PLACES);
  value->mantissa += up;
  while (value->scale > 0 && value->mantissa % 10 == 0)
    {
      value->mantissa /= 10;
      value->scale--;
    }

  return TEND_REASON_NONE;
}

/* The number alone: which digits, which mark, which sign, which currency. */
static TendReason
read_number (const char *text,
             int         digits,
             char        hint,
             Number     *number,
             gboolean   *negative,
             char        currency[4])
{
  Parts parts = { NULL, };
  TendReason reason;

  *currency = '\0';
  *negative = FALSE;
  if (strlen (text) > LONGEST || !g_utf8_validate (text, -1, NULL) || !find_number (text, &parts))
    return TEND_REASON_NOT_AN_AMOUNT;

  reason = take_around (text, parts.number, &parts);
  if (reason == TEND_REASON_NONE)
    reason = take_around (skip_even (&parts), text + strlen (text), &parts);
  if (reason != TEND_REASON_NONE)
    return reason;
  if (parts.opened != parts.closed || parts.opened > 1 || parts.minuses + parts.opened > 1 ||
      !copy_number (&parts, number))
    return TEND_REASON_NOT_AN_AMOUNT;

  number->decimal = decide_decimal (number, digits, hint);
  if (!is_well_grouped (number))
    return TEND_REASON_NOT_AN_AMOUNT;
  *negative = parts.minuses + parts.opened == 1;
  memcpy (currency, parts.currency, sizeof parts.currency);

  return TEND_REASON_NONE;
}

/**
 * tend_decimal_parse:
 * @text: a number or sum as tend_money_parse() takes it
 * @decimal: as there
 * @value: (out): the number, exactly; decimals beyond the ninth are rounded away
 * @currency: (out): as there
 *
 * Returns: as tend_money_parse()
 */
TendReason
tend_decimal_parse (const char  *text,
                    char         decimal,
                    TendDecimal *value,
                    char         currency[4])
{
  Number number = { { 0, }, 0, 0 };
  gboolean negative;
  TendReason reason = read_number (text, 2, decimal, &number, &negative, currency);

  *value = (TendDecimal) { 0, 0 };
  if (reason == TEND_REASON_NONE)
    reason = to_decimal (&number, value);
  if (negative)
    value->mantissa = -value->mantissa;

  return reason;
}

/**
 * tend_money_parse:
 * @text: a sum as people write it: `1.234,56`, `1,234.56`, `1'234.50`, `1 234,56` (any blank that does not break),
 *   `-12`, `12-`, `(12.00)`, `€ 12`, `12 EUR`, `Fr. 12.-`
 * @digits: decimals of the minor unit of the currency that is expected, see tend_currency_get_digits()
 * @decimal: '.' or ',' where it is known how such sums are written; 0 leaves it to @text
 * @minor: (out): the sum in minor units, rounded half up on its magnitude (-0,005 is -0,01)
 * @rounded: (out): whether something was rounded away
 * @currency: (out): the code that @text names, "" where it names none or one that several countries use ("$")
 *
 * A text that can be read one way only is read so, whatever @decimal says: `1.234,5`, `12.50`, `0.125`. What is left
 * is one mark before exactly three digits (`1.234`): there @decimal decides; without it the mark parts thousands, but in
 * a currency of three decimals it parts the whole from these.
 *
 * Returns: %TEND_REASON_NONE; %TEND_REASON_NOT_AN_AMOUNT, %TEND_REASON_NOT_A_CURRENCY or %TEND_REASON_OUT_OF_RANGE
 *   (above %TEND_MONEY_MAX), and then *@minor is 0
 */
TendReason
tend_money_parse (const char *text,
                  int         digits,
                  char        decimal,
                  gint64     *minor,
                  gboolean   *rounded,
                  char        currency[4])
{
  Number number = { { 0, }, 0, 0 };
  TendDecimal value = { 0, 0 };
  gboolean negative;
  TendReason reason = read_number (text, digits, decimal, &number, &negative, currency);

  *minor = 0;
  *rounded = FALSE;
  if (reason == TEND_REASON_NONE)
    reason = to_decimal (&number, &value);
  if (reason == TEND_REASON_NONE && !tend_decimal_to_minor (&value, digits, minor, rounded))
    reason = TEND_REASON_OUT_OF_RANGE;
  if (negative)
    *minor = -*minor;

  return reason;
}
