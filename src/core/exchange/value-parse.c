/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-value-parse"

#include "config.h"

#include "value-parse.h"

#include <string.h>

static gboolean
take_number (const char **text,
             guint        max_digits,
             int         *value,
             guint       *digits)
{
  guint n = 0;

  *value = 0;
  while (n < max_digits && g_ascii_isdigit (**text))
    {
      *value = *value * 10 + (**text - '0');
      (*text)++;
      n++;
    }
  if (digits != NULL)
    *digits = n;

  return n > 0 && !g_ascii_isdigit (**text);
}

static gboolean
take_char (const char **text,
           char         c)
{
  if (**text != c)
    return FALSE;
  (*text)++;

  return TRUE;
}

static gboolean
parse_offset (const char     *text,
              TendParsedDate *date)
{
  int sign, hours, minutes = 0;
  guint digits;

  while (*text == ' ')
    text++;
  if (*text == '\0')
    return TRUE;

  date->has_offset = TRUE;
  if (g_ascii_strcasecmp (text, "Z") == 0 || g_ascii_strcasecmp (text, "UTC") == 0)
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;

  sign = *text++ == '-' ? -1 : 1;
  if (!take_number (&text, 4, &hours, &digits))
    return FALSE;
  if (digits == 4)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (take_char (&text, ':') && !take_number (&text, 2, &minutes, NULL))
    {
      return FALSE;
    }
  date->offset = sign * (hours * 3600 + minutes * 60);

  return *text == '\0' && hours <= 14 && minutes < 60;
}

/* hh:mm[:ss[.fraction]], with AM or PM behind, or an offset from UTC. */
static gboolean
parse_time (const char     *text,
            TendParsedDate *date)
{
  int fraction;

  date->has_time = TRUE;
  if (!take_number (&text, 2, &date->hour, NULL) || !take_char (&text, ':') ||
      !take_number (&text, 2, &date->minute, NULL))
    return FALSE;
  if (take_char (&text, ':'))
    {
      if (!take_number (&text, 2, &date->second, NULL))
        return FALSE;
      if ((take_char (&text, '.') || take_char (&text, ',')) && !take_number (&text, 9, &fraction, NULL))
        return FALSE;
    }

  while (*text == ' ')
    text++;
  if (g_ascii_strncasecmp (text, "am", 2) == 0 || g_ascii_strncasecmp (text, "pm", 2) == 0)
    {
      if (date->hour < 1 || date->hour > 12)
        return FALSE;
      date->hour = date->hour % 12 + (g_ascii_tolower (*text) == 'p' ? 12 : 0);
      text += 2;
    }
  else if (g_str_has_prefix (text, "Uhr"))
    {
      text += 3;
    }

  return date->hour < 24 && date->minute < 60 && date->second < 60 && parse_offset (text, date);
}

/* 20261231: eight digits are a date only where a date is expected, so the caller decides. */
static gboolean
parse_compact (const char     *text,
               TendParsedDate *date)
{
  int number;
  guint digits;

  if (!take_number (&text, 8, &number, &digits) || digits != 8 || *text != '\0')
    return FALSE;
  date->year = number / 10000;
  date->month = number / 100 % 100;
  date->day = number % 100;

  return TRUE;
}

static gboolean
parse_parts (const char    **text,
             TendDateOrder   order,
             TendParsedDate *date)
{
  int a, b, c;
  guint first, last;
  char separator;

  if (!take_number (text, 4, &a, &first))
    return FALSE;
  separator = **text;
  if (separator != '.' && separator != '/' && separator != '-')
    return FALSE;
  (*text)++;
  if (!take_number (text, 2, &b, NULL) || !take_char (text, separator) || !take_number (text, 4, &c, &last))
    return FALSE;

  if (first == 4 && last <= 2)
    {
      date->year = a;
      date->month = b;
      date->day = c;
      return TRUE;
    }

  if (first > 2 || (last != 2 && last != 4))
    return FALSE;

  /* A point is German, and never means the American order. */
  if (order == TEND_DATE_ORDER_MDY && separator != '.')
    {
      date->month = a;
      date->day = b;
    }
  else
    {
      date->day = a;
      date->month = b;
    }
  date->short_year = last == 2;
  date->year = last == 4 ? c : c + (c >= 70 ? 1900 : 2000);

  return TRUE;
}

/**
 * tend_value_parse_date:
 * @text: a date as people and programs write it, without blanks around it
 * @order: what 03/04/2026 means; where the text itself says it (a year in front, a point), @order is not asked.
 *   %TEND_DATE_ORDER_YMD also allows 20261231
 * @date: (out): its parts
 *
 * A year of two digits is read as 1970 to 2069, and @date says so. A time of day and an offset may follow.
 *
 * Returns: whether it is a date that the calendar has
 */
gboolean
tend_value_parse_date (const char     *text,
                       TendDateOrder   order,
                       TendParsedDate *date)
{
  *date = (TendParsedDate) { 0, };

  if (order == TEND_DATE_ORDER_YMD && parse_compact (text, date))
    return g_date_valid_dmy (date->day, date->month, date->year);

  if (!parse_parts (&text, order, date))
    return FALSE;
  if (date->month < 1 || date->month > 12 || date->day < 1 || date->year < 1 ||
      !g_date_valid_dmy (date->day, date->month, date->year))
    return FALSE;

  if (*text == '\0')
    return TRUE;
  if (*text != ' ' && *text != 'T' && *text != ',')
    return FALSE;
  while (*text == ' ' || *text == 'T' || *text == ',')
    text++;

  return parse_time (text, date);
}

/**
 * tend_value_parse_number:
 * @text: a number without blanks around it, such as "-1.234,50" or "1 234.5"
 * @decimal: the decimal mark: '.' or ','; the other, a blank and an apostrophe part thousands
 * @thousandths: (out): the number times 1,000, further digits rounded away
 *
 * Returns: whether it is a number that fits
 */
gboolean
tend_value_parse_number (const char *text,
                         char        decimal,
                         gint64     *thousandths)
{
  const char group = decimal == ',' ? '.' : ',';
  gboolean negative = FALSE;
  gboolean any = FALSE;
  gint64 value = 0;
  int places = -1;
  int since_group = -1;
  int next_digit = 0;

  if (*text == '-' || *text == '+')
    negative = *text++ == '-';

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        {
          any = TRUE;
          if (places == 3)
            next_digit = *text - '0';
          if (places >= 3)
            {
              places++;
              continue;
            }
          if (value > G_MAXINT64 / 20000)
            return FALSE;
          value = value * 10 + (*text - '0');
          if (places >= 0)
            places++;
          else if (since_group >= 0)
            since_group++;
        }
      else if (*text == decimal && places < 0)
        {
          places = 0;
        }
      else if ((*text == group || *text == ' ' || *text == '\'') && places < 0 && any &&
               (since_group < 0 || since_group == 3))
        {
          since_group = 0;
        }
      else
        {
          return FALSE;
        }
    }

  if (!any || (since_group >= 0 && since_group != 3))
    return FALSE;
  for (int i = MAX (places, 0); i < 3; i++)
    value *= 10;
  if (next_digit >= 5)
    value++;
  *thousandths = negative ? -value : value;

  return TRUE;
}

/**
 * tend_value_parse_boolean:
 * @text: yes, no, ja, nein, true, false, 1, 0, x and their like, in any case
 * @value: (out): which
 *
 * Returns: whether it is one of them
 */
gboolean
tend_value_parse_boolean (const char *text,
                          gboolean   *value)
{
  static const char * const yes[] = { "1", "yes", "y", "true", "t", "ja", "j", "wahr", "x", "on", "aktiv", "active", NULL };
  static const char * const no[] = { "0", "no", "n", "false", "f", "nein", "falsch", "off", "inaktiv", "inactive", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  *value = g_strv_contains (yes, lower);

  return *value || g_strv_contains (no, lower);
}

static gboolean
states_short_years (const char *text)
{
  guint n = 0;

  if (strstr (text, "%y") != NULL)
    return TRUE;
  for (; *text != '\0'; text++)
    n += *text != '\0' && strchr ("yYjJ", *text) != NULL;

  return n == 2;
}

/**
 * tend_date_order_parse:
 * @text: "iso", "german", "uk", "us", or a pattern such as YYYY-MM-DD, DD.MM.YYYY, TT.MM.JJJJ, %d.%m.%Y, m/d/y
 * @order: (out): the order it states
 * @short_years: (out) (nullable): whether it states that years have two digits (DD.MM.YY, %y)
 *
 * Returns: whether @text states one
 */
gboolean
tend_date_order_parse (const char    *text,
                       TendDateOrder *order,
                       gboolean      *short_years)
{
  static const struct { const char *name; TendDateOrder order; } names[] = {
    { "iso", TEND_DATE_ORDER_YMD }, { "german", TEND_DATE_ORDER_DMY }, { "de", TEND_DATE_ORDER_DMY },
    { "uk", TEND_DATE_ORDER_DMY }, { "eu", TEND_DATE_ORDER_DMY }, { "us", TEND_DATE_ORDER_MDY },
    { "ymd", TEND_DATE_ORDER_YMD }, { "dmy", TEND_DATE_ORDER_DMY }, { "mdy", TEND_DATE_ORDER_MDY },
  };
  GString *letters;
  g_autofree char *pattern = NULL;

  if (short_years != NULL)
    *short_years = states_short_years (text);
  letters = g_string_new (NULL);
  for (; *text != '\0'; text++)
    if (g_ascii_isalpha (*text))
      g_string_append_c (letters, g_ascii_tolower (*text));
  pattern = g_string_free (letters, FALSE);

  *order = TEND_DATE_ORDER_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (pattern, names[i].name) == 0)
      *order = names[i].order;
  if (*order != TEND_DATE_ORDER_NONE)
    return TRUE;

  letters = g_string_new (NULL);
  for (const char *p = pattern; *p != '\0'; p++)
    {
      char c = *p == 't' ? 'd' : *p == 'j' ? 'y' : *p;

      if (letters->len == 0 || letters->str[letters->len - 1] != c)
        g_string_append_c (letters, c);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strncmp (letters->str, names[i].name, 3) == 0)
      *order = names[i].order;
  g_string_free (letters, TRUE);

  return *order != TEND_DATE_ORDER_NONE;
}

/* (static): "YYYY-MM-DD" and so on, as tend_date_order_parse() takes it; "" for none. */
const char *
tend_date_order_to_string (TendDateOrder order)
{
  switch (order)
    {
    case TEND_DATE_ORDER_YMD:
      return "YYYY-MM-DD";
    case TEND_DATE_ORDER_DMY:
      return "DD.MM.YYYY";
    case TEND_DATE_ORDER_MDY:
      return "MM/DD/YYYY";
    case TEND_DATE_ORDER_NONE:
    default:
      return "";
    }
}
