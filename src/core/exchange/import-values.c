/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-values"

#include "config.h"

#include "import-values.h"

#include <string.h>

#include "../rules/money.h"
#include "../storage/json-text.h"
#include "import-words.h"

static TendReason
set_integer (TendRecord          *record,
             const TendField     *field,
             const char          *text,
             const TendCsvColumn *column)
{
  g_autofree char *number = g_strdup (text);
  char *percent = strchr (number, '%');
  gint64 thousandths;

  if (percent != NULL)
    *percent = '\0';
  if (!tend_value_parse_number (g_strstrip (number), column != NULL ? column->decimal : '.', &thousandths))
    return TEND_REASON_NOT_A_NUMBER;

  /* A share of full time is written 80, 80 % and 0.8. */
  if (strcmp (field->name, "full_time_share") == 0 && percent == NULL && thousandths <= 1000)
    thousandths *= 100;
  if (thousandths % 1000 != 0)
    return TEND_REASON_NOT_A_NUMBER;
  tend_record_set_int (record, field, thousandths / 1000);

  return TEND_REASON_NONE;
}

TendReason
tend_import_value_parse_date (const char          *text,
                              const TendCsvColumn *column,
                              TendParsedDate      *date)
{
  if (!tend_value_parse_date (text, column != NULL ? column->date_order : TEND_DATE_ORDER_NONE, date))
    return TEND_REASON_NOT_A_DATE;

  return date->short_year && (column == NULL || !column->short_years) ? TEND_REASON_SHORT_YEAR : TEND_REASON_NONE;
}

static TendReason
set_date (TendRecord          *record,
          const TendField     *field,
          const char          *text,
          const TendCsvColumn *column)
{
  TendParsedDate date;
  TendReason reason = tend_import_value_parse_date (text, column, &date);
  char iso[32];

  if (reason != TEND_REASON_NONE)
    return reason;
  g_snprintf (iso, sizeof iso, "%04d-%02d-%02d", date.year, date.month, date.day);
  tend_record_set_text (record, field, iso);

  return TEND_REASON_NONE;
}

/* A sign that several countries use says nothing, and the book's currency stands. */
static TendReason
set_currency (TendRecord      *record,
              const TendField *field,
              const char      *text)
{
  const char *code = tend_currency_from_word (text);

  if (code == NULL)
    return TEND_REASON_NOT_A_CURRENCY;
  tend_record_set_text (record, field, code);

  return TEND_REASON_NONE;
}

static void
set_default (TendRecord      *record,
             const TendField *field)
{
  g_autoptr (TendRecord) fresh = tend_record_new (record->noun);

  tend_record_set_int (record, field, tend_record_get_int (fresh, field));
}

static TendReason
set_texts (TendRecord      *record,
           const TendField *field,
           const char      *text)
{
  g_auto (GStrv) texts = tend_import_part_texts (text);

  tend_record_set_texts (record, field, (const char * const *) texts);

  return TEND_REASON_NONE;
}

TendReason
tend_import_value_set (TendRecord          *record,
                       const TendField     *field,
                       const char          *text,
                       const TendCsvColumn *column)
{
  gboolean yes;
  int word;

  if (strcmp (field->name, "currency") == 0 && *text != '\0')
    return set_currency (record, field, text);
  if (field->type == TEND_FIELD_TEXT || (field->type == TEND_FIELD_DATE && *text == '\0'))
    {
      tend_record_set_text (record, field, text);
      return TEND_REASON_NONE;
    }
  if (field->type == TEND_FIELD_TEXTS)
    return set_texts (record, field, text);
  if (field->type == TEND_FIELD_DATE)
    return set_date (record, field, text, column);

  if (*text == '\0')
    {
      set_default (record, field);
      return TEND_REASON_NONE;
    }
  if (field->type == TEND_FIELD_INTEGER)
    return set_integer (record, field, text, column);

  if (field->type == TEND_FIELD_BOOLEAN)
    {
      if (!tend_value_parse_boolean (text, &yes))
        return TEND_REASON_UNKNOWN_WORD;
      tend_record_set_int (record, field, yes);
      return TEND_REASON_NONE;
    }

  g_return_val_if_fail (field->type == TEND_FIELD_WORD, TEND_REASON_UNKNOWN_FIELD);

  word = tend_import_find_word (field, text);
  if (word < 0)
    return TEND_REASON_UNKNOWN_WORD;
  tend_record_set_int (record, field, word);

  return TEND_REASON_NONE;
}

static void
write_value (GString          *json,
             const TendRecord *record,
             const TendField  *field)
{
  g_autofree char *text = NULL;

  if (field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_WORD)
    {
      const char *value = tend_record_get_text (record, field);

      tend_json_append_text (json, value != NULL ? value : "");
      return;
    }

  text = tend_record_format (record, field);
  tend_json_append_text (json, text != NULL ? text : "");
}

void
tend_import_values_write (GString          *json,
                          const TendRecord *record,
                          const TendField **fields,
                          guint             n_fields)
{
  g_string_truncate (json, 0);
  g_string_append_c (json, '{');
  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append (json, i > 0 ? ",\"" : "\"");
      g_string_append (json, fields[i]->name);
      g_string_append (json, "\":");
      write_value (json, record, fields[i]);
    }
  g_string_append_c (json, '}');
}

/* Reads one string of a flat JSON object, from wherever it begins behind @json. NULL where there is none. */
static const char *
read_string (const char *json,
             GString    *text)
{
  static const char from[] = "nrtbf";
  static const char to[] = "\n\r\t\b\f";

  g_string_truncate (text, 0);
  while (*json == ' ' || *json == ',' || *json == ':' || *json == '{')
    json++;
  if (*json++ != '"')
    return NULL;

  for (; *json != '"'; json++)
    {
      const char *short_escape;
      guint64 code;

      if (*json == '\0')
        return NULL;
      if (*json != '\\')
        {
          g_string_append_c (text, *json);
          continue;
        }
      json++;
      if (*json == 'u')
        {
          g_autofree char *hex = g_strndup (json + 1, 4);

          if (!g_ascii_string_to_unsigned (hex, 16, 1, 0xFFFF, &code, NULL))
            return NULL;
          g_string_append_unichar (text, code);
          json += 4;
        }
      else if ((short_escape = *json != '\0' ? strchr (from, *json) : NULL) != NULL)
        g_string_append_c (text, to[short_escape - from]);
      else
        g_string_append_c (text, *json);
    }

  return json + 1;
}

void
tend_import_values_read (const char       *json,
                         TendRecord       *record,
                         const TendField **fields,
                         guint             n_fields,
                         gboolean         *known)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);

  memset (known, 0, n_fields * sizeof *known);
  while (json != NULL && (json = read_string (json, name)) != NULL && (json = read_string (json, value)) != NULL)
    for (guint i = 0; i < n_fields; i++)
      if (strcmp (fields[i]->name, name->str) == 0)
        known[i] = tend_record_parse (record, fields[i], value->str, NULL);
}

void
tend_import_values_keep_others (GString          *json,
                                const char       *before,
                                const TendField **fields,
                                guint             n_fields)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);

  g_string_truncate (json, json->len - 1);
  while (before != NULL && (before = read_string (before, name)) != NULL && (before = read_string (before, value)) != NULL)
    {
      gboolean said = FALSE;

      for (guint i = 0; i < n_fields && !said; i++)
        said = strcmp (fields[i]->name, name->str) == 0;
      if (said)
        continue;
      if (json->len > 1)
        g_string_append_c (json, ',');
      tend_json_append_text (json, name->str);
      g_string_append_c (json, ':');
      tend_json_append_text (json, value->str);
    }
  g_string_append_c (json, '}');
}
