/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows as JSON, with the field names of the book's data, and as columns for people. */

#include "config.h"

#include "row-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/rules/money.h"
#include "lookup.h"

/* JSON */

void
tend_row_add_id (JsonBuilder *builder,
                 TendId       id)
{
  g_autofree char *text = id == 0 ? NULL : tend_id_to_text (id);

  if (text == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

void
tend_row_add_instant (JsonBuilder *builder,
                      TendInstant  instant)
{
  g_autoptr(GDateTime) date_time = instant == 0 ? NULL : g_date_time_new_from_unix_utc_usec (instant);
  g_autofree char *text = date_time == NULL ? NULL : g_date_time_format_iso8601 (date_time);

  if (text == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

/* A sum of money: minor units, and of what. */
void
tend_row_add_money (JsonBuilder *builder,
                    gint64       minor,
                    const char  *currency)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "amount");
  json_builder_add_int_value (builder, minor);
  json_builder_set_member_name (builder, "currency");
  json_builder_add_string_value (builder, currency);
  json_builder_end_object (builder);
}

void
tend_row_add_link (JsonBuilder    *builder,
                   TendLinks      *links,
                   const TendNoun *noun,
                   TendId          id)
{
  if (id == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  tend_row_add_id (builder, id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, tend_links_get (links, noun, id));
  json_builder_end_object (builder);
}

/* A text that is JSON itself. */
static void
add_document (JsonBuilder *builder,
              const char  *text)
{
  g_autoptr(JsonNode) node = text == NULL ? NULL : json_from_string (text, NULL);

  if (node == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_value (builder, g_steal_pointer (&node));
}

static void
add_value (JsonBuilder      *builder,
           TendLinks        *links,
           const TendRecord *record,
           const TendField  *field)
{
  const char * const *texts;

  switch (field->type)
    {
    case TEND_FIELD_INTEGER:
      if ((field->flags & TEND_FIELD_MAYBE) && tend_record_is_unset (record, field))
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, tend_record_get_int (record, field));
      break;
    case TEND_FIELD_MONEY:
      tend_row_add_money (builder, tend_record_get_int (record, field), tend_links_get_currency (links, record));
      break;
    case TEND_FIELD_BOOLEAN:
      json_builder_add_boolean_value (builder, tend_record_get_int (record, field) != 0);
      break;
    case TEND_FIELD_REFERENCE:
      if (field->refers != NULL)
        tend_row_add_link (builder, links, tend_noun_from_name (field->refers), tend_record_get_int (record, field));
      else
        tend_row_add_id (builder, tend_record_get_int (record, field));
      break;
    case TEND_FIELD_INSTANT:
      tend_row_add_instant (builder, tend_record_get_int (record, field));
      break;
    case TEND_FIELD_TEXTS:
      json_builder_begin_array (builder);
      texts = tend_record_get_texts (record, field);
      for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
        json_builder_add_string_value (builder, texts[i]);
      json_builder_end_array (builder);
      break;
    case TEND_FIELD_TEXT:
      if (strcmp (field->name, "moved") == 0)
        {
          add_document (builder, tend_record_get_text (record, field));
          break;
        }
      G_GNUC_FALLTHROUGH;
    case TEND_FIELD_DATE:
    case TEND_FIELD_WORD:
    default:
      json_builder_add_string_value (builder, tend_record_get_text (record, field));
      break;
    }
}

/* When a follow-up is due is one thing to whoever reads it. */
static void
add_due (JsonBuilder              *builder,
         const TendFollowUpRecord *record)
{
  json_builder_set_member_name (builder, "due");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "instant");
  tend_row_add_instant (builder, record->due_at);
  json_builder_set_member_name (builder, "wall");
  json_builder_add_string_value (builder, record->due_wall);
  json_builder_set_member_name (builder, "zone");
  json_builder_add_string_value (builder, record->due_zone);
  json_builder_set_member_name (builder, "all_day");
  json_builder_add_boolean_value (builder, record->all_day);
  json_builder_end_object (builder);
}

static gboolean
is_shown (const TendField *field)
{
  static const char * const hidden[] = { "due_at", "due_zone", "all_day", NULL };

  return !g_str_has_suffix (field->name, "_key") && !g_strv_contains (hidden, field->name);
}

/* The members of a row, into an object that was begun. */
void
tend_row_add_members (JsonBuilder      *builder,
                      TendLinks        *links,
                      const TendRecord *record)
{
  json_builder_set_member_name (builder, "id");
  tend_row_add_id (builder, record->id);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, record->version);
  json_builder_set_member_name (builder, "created_at");
  tend_row_add_instant (builder, record->created_at);
  json_builder_set_member_name (builder, "updated_at");
  tend_row_add_instant (builder, record->updated_at);

  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];

      if (strcmp (field->name, "due_wall") == 0)
        {
          add_due (builder, (const TendFollowUpRecord *) record);
          continue;
        }

      if (!is_shown (field))
        continue;

      json_builder_set_member_name (builder, field->name);
      add_value (builder, links, record, field);
    }
}

void
tend_row_add_json (JsonBuilder      *builder,
                   TendLinks        *links,
                   const TendRecord *record)
{
  json_builder_begin_object (builder);
  tend_row_add_members (builder, links, record);
  json_builder_end_object (builder);
}

/* A member of an object that was begun: an array of rows. */
void
tend_row_add_array (JsonBuilder *builder,
                    TendLinks   *links,
                    const char  *member,
                    GPtrArray   *entities)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);

  for (guint i = 0; i < entities->len; i++)
    tend_row_add_json (builder, links, tend_entity_get_record (g_ptr_array_index (entities, i)));

  json_builder_end_array (builder);
}

/* Text */

/* An instant as the clock on the user's wall showed it. (transfer full) */
char *
tend_row_format_instant (TendInstant instant)
{
  g_autoptr(GDateTime) utc = instant == 0 ? NULL : g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr(GDateTime) local = utc == NULL ? NULL : g_date_time_to_local (utc);

  return local == NULL ? g_strdup ("") : g_date_time_format (local, "%Y-%m-%d %H:%M");
}

/* "1234.56 EUR". (transfer full) */
char *
tend_row_format_money (gint64      minor,
                       const char *currency)
{
  g_autofree char *plain = tend_money_format_plain (minor, MAX (tend_currency_get_digits (currency), 0));

  return g_strdup_printf ("%s %s", plain, currency);
}

/* A field as people read it; "id" and "label" are fields too. (transfer full) */
char *
tend_row_format (TendLinks        *links,
                 const TendRecord *record,
                 const char       *name)
{
  const TendField *field;
  const char * const *texts;

  if (strcmp (name, "id") == 0)
    return tend_id_to_text (record->id);
  if (strcmp (name, "label") == 0)
    return tend_lookup_label (record);

  field = tend_noun_get_field (record->noun, name);

  switch (field->type)
    {
    case TEND_FIELD_INTEGER:
      if ((field->flags & TEND_FIELD_MAYBE) && tend_record_is_unset (record, field))
        return g_strdup ("");
      return g_strdup_printf ("%" G_GINT64_FORMAT, tend_record_get_int (record, field));
    case TEND_FIELD_MONEY:
      return tend_row_format_money (tend_record_get_int (record, field), tend_links_get_currency (links, record));
    case TEND_FIELD_BOOLEAN:
      return g_strdup (tend_record_get_int (record, field) ? _("yes") : _("no"));
    case TEND_FIELD_REFERENCE:
      if (tend_record_get_int (record, field) == 0)
        return g_strdup ("");
      if (field->refers == NULL)
        return tend_id_to_text (tend_record_get_int (record, field));
      return g_strdup (tend_links_get (links, tend_noun_from_name (field->refers), tend_record_get_int (record, field)));
    case TEND_FIELD_INSTANT:
      return tend_row_format_instant (tend_record_get_int (record, field));
    case TEND_FIELD_TEXTS:
      texts = tend_record_get_texts (record, field);
      return texts == NULL ? g_strdup ("") : g_strjoinv (", ", (char **) texts);
    case TEND_FIELD_TEXT:
    case TEND_FIELD_DATE:
    case TEND_FIELD_WORD:
    default:
      break;
    }

  if (strcmp (name, "due_wall") == 0 && tend_record_get_text (record, field) != NULL)
    return g_strdelimit (g_strdup (tend_record_get_text (record, field)), "T", ' ');

  return g_strdup (tend_record_get_text (record, field));
}

void
tend_row_add_headers (TendTable        *table,
                      const TendColumn *columns)
{
  for (; columns->field != NULL; columns++)
    tend_table_take (table, g_utf8_strup (_(columns->header), -1));

  tend_table_end_row (table);
}

/* A row of the table; the column of the field @without is left out, if it has one. */
void
tend_row_add_table (TendTable        *table,
                    TendLinks        *links,
                    const TendRecord *record,
                    const TendColumn *columns,
                    const char       *without)
{
  for (; columns->field != NULL; columns++)
    {
      const TendField *field = tend_noun_get_field (record->noun, columns->field);
      char *cell;

      if (g_strcmp0 (columns->field, without) == 0)
        continue;

      cell = tend_row_format (links, record, columns->field);
      if (field != NULL && (field->type == TEND_FIELD_MONEY || field->type == TEND_FIELD_INTEGER))
        tend_table_take_number (table, cell);
      else
        tend_table_take (table, cell);
    }

  tend_table_end_row (table);
}
