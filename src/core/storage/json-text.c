/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

void
tend_json_append_text (GString    *json,
                       const char *text)
{
  const char *start = text;

  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text != '"' && *text != '\\' && (guchar) *text >= 0x20)
        continue;
      g_string_append_len (json, start, text - start);
      start = text + 1;
      if (*text == '"' || *text == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *text);
        }
      else if (*text == '\n')
        g_string_append (json, "\\n");
      else
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *text);
    }
  g_string_append_len (json, start, text - start);
  g_string_append_c (json, '"');
}

char *
tend_json_format_texts (const char *const *texts)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      tend_json_append_text (json, texts[i]);
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

/* The common case by far: one text without escapes. */
static GStrv
parse_single (const char *json)
{
  gsize length = strlen (json);
  GStrv texts;

  if (length < 4 || json[0] != '[' || json[1] != '"' || json[length - 2] != '"' || json[length - 1] != ']')
    return NULL;
  for (const char *p = json + 2; p < json + length - 2; p++)
    if (*p == '"' || *p == '\\')
      return NULL;
  texts = g_new0 (char *, 2);
  texts[0] = g_strndup (json + 2, length - 4);
  return texts;
}

static GStrv
texts_of (JsonNode *node)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = json_node_get_string (json_array_get_element (array, i));

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

GStrv
tend_json_parse_texts (const char *json)
{
  GStrv single = parse_single (json);
  g_autoptr(JsonNode) node = NULL;

  if (single != NULL)
    return single;
  node = json_from_string (json, NULL);
  return texts_of (node);
}

char *
tend_json_get_text (const char *json,
                    const char *member)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (root), member, NULL));
}

static void
append_value (GString          *json,
              const TendRecord *record,
              const TendField  *field)
{
  if (tend_record_is_unset (record, field))
    {
      g_string_append (json, "null");
      return;
    }
  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_WORD:
      tend_json_append_text (json, tend_record_get_text (record, field));
      break;
    case TEND_FIELD_TEXTS:
      {
        g_autofree char *texts = tend_json_format_texts (tend_record_get_texts (record, field));

        g_string_append (json, texts);
        break;
      }
    case TEND_FIELD_REFERENCE:
      g_string_append_printf (json, "\"%" G_GINT64_FORMAT "\"", tend_record_get_int (record, field));
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_INSTANT:
    default:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, tend_record_get_int (record, field));
      break;
    }
}

void
tend_json_append_fields (GString          *json,
                         const TendRecord *record,
                         const TendRecord *differs)
{
  char separator = '{';

  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];

      if (field->flags & TEND_FIELD_DERIVED)
        continue;
      if (differs != NULL ? tend_record_same (record, differs, field) : tend_record_is_unset (record, field))
        continue;
      g_string_append_c (json, separator);
      separator = ',';
      tend_json_append_text (json, field->name);
      g_string_append_c (json, ':');
      append_value (json, record, field);
    }
  if (differs == NULL)
    g_string_append_printf (json, "%c\"version\":%" G_GINT64_FORMAT ",\"created_at\":%" G_GINT64_FORMAT "}",
                            separator, record->version, record->created_at);
  else
    g_string_append (json, separator == '{' ? "{}" : "}");
}

static void
read_value (TendRecord      *record,
            const TendField *field,
            JsonNode        *node)
{
  g_auto(GStrv) texts = NULL;
  gboolean null = JSON_NODE_HOLDS_NULL (node);
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
      tend_record_set_text (record, field, null ? NULL : text);
      break;
    case TEND_FIELD_WORD:
      tend_record_set_int (record, field, text != NULL ? MAX (tend_word_find (field->words, text), 0) : 0);
      break;
    case TEND_FIELD_TEXTS:
      texts = texts_of (node);
      tend_record_set_texts (record, field, (const char *const *) texts);
      break;
    case TEND_FIELD_REFERENCE:
      tend_record_set_int (record, field, text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0);
      break;
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
    case TEND_FIELD_BOOLEAN:
    case TEND_FIELD_INSTANT:
    default:
      tend_record_set_int (record, field, !null ? json_node_get_int (node) : field->flags & TEND_FIELD_MAYBE ? -1 : 0);
      break;
    }
}

gboolean
tend_json_read_fields (const char *json,
                       TendRecord *record,
                       GPtrArray  *touched)
{
  g_autoptr(JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &node))
    {
      const TendField *field = tend_noun_get_field (record->noun, name);

      if (g_str_equal (name, "version"))
        record->version = json_node_get_int (node);
      else if (g_str_equal (name, "created_at"))
        record->created_at = json_node_get_int (node);
      if (field == NULL)
        continue;
      read_value (record, field, node);
      if (touched != NULL)
        g_ptr_array_add (touched, (gpointer) field);
    }
  return TRUE;
}
