/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows as JSON, with the field names of the book's data, and as columns for people. */

#include "config.h"

#include "row-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lookup.h"

struct _TendLinks
{
  TendCli *cli;
  GHashTable *labels;  /* of TendId * to char *: ids are unique in the whole book */
};

TendLinks *
tend_links_new (TendCli *cli)
{
  TendLinks *self = g_new0 (TendLinks, 1);

  self->cli = cli;
  self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
tend_links_free (TendLinks *self)
{
  g_hash_table_unref (self->labels);
  g_free (self);
}

static void
collect (TendLinks        *self,
         const TendRecord *record,
         const TendNoun   *wanted,
         GHashTable       *ids)
{
  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];
      TendId id;

      if (field->type != TEND_FIELD_REFERENCE || field->refers == NULL || tend_noun_from_name (field->refers) != wanted)
        continue;

      id = tend_record_get_int (record, field);

      if (id != 0 && !g_hash_table_contains (self->labels, &id))
        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
}

static gboolean
fetch_noun (TendLinks       *self,
            GPtrArray       *entities,
            const TendNoun  *noun,
            GError         **error)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (TendId));
  g_autoptr(GPtrArray) found = NULL;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < entities->len; i++)
    collect (self, tend_entity_get_record (g_ptr_array_index (entities, i)), noun, wanted);

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  if (ids->len == 0)
    return TRUE;

  found = tend_book_load (self->cli->book, noun, (const TendId *) ids->data, ids->len, error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const TendRecord *record = tend_entity_get_record (g_ptr_array_index (found, i));

      g_hash_table_replace (self->labels, g_memdup2 (&record->id, sizeof record->id), tend_lookup_label (record));
    }

  return TRUE;
}

/* Reads the names of everything that @entities refer to. */
gboolean
tend_links_fetch (TendLinks  *self,
                  GPtrArray  *entities,
                  GError    **error)
{
  static const TendNoun * const nouns[] = { &tend_manager_noun, &tend_account_noun, &tend_contact_noun };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (!fetch_noun (self, entities, nouns[i], error))
      return FALSE;

  return TRUE;
}

/* The name of a row; NULL where it was not fetched, or is gone. Borrowed. */
const char *
tend_links_get (TendLinks      *self,
                const TendNoun *noun,
                TendId          id)
{
  return g_hash_table_lookup (self->labels, &id);
}

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
    case TEND_FIELD_MONEY:
      json_builder_add_int_value (builder, tend_record_get_int (record, field));
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
    case TEND_FIELD_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, tend_record_get_int (record, field));
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

void
tend_row_add_table (TendTable        *table,
                    TendLinks        *links,
                    const TendRecord *record,
                    const TendColumn *columns)
{
  for (; columns->field != NULL; columns++)
    tend_table_take (table, tend_row_format (links, record, columns->field));

  tend_table_end_row (table);
}

static const TendColumn account_columns[] = {
  { N_("Number"), "number" },
  { N_("Name"), "name" },
  { N_("City"), "city" },
  { N_("Tier"), "tier" },
  { N_("Status"), "status" },
  { N_("Owner"), "owner" },
  { N_("Next Follow-Up"), "next_follow_up" },
  { NULL, NULL }
};

static const TendColumn manager_columns[] = {
  { N_("Name"), "name" },
  { N_("Role"), "role" },
  { N_("Title"), "title" },
  { N_("Reports To"), "reports_to" },
  { N_("Active"), "active" },
  { NULL, NULL }
};

static const TendColumn contact_columns[] = {
  { N_("Name"), "label" },
  { N_("Title"), "title" },
  { N_("Account"), "account" },
  { N_("E-Mail"), "emails" },
  { N_("Phone"), "phones" },
  { NULL, NULL }
};

static const TendColumn follow_up_columns[] = {
  { N_("ID"), "id" },
  { N_("Due"), "due_wall" },
  { N_("State"), "state" },
  { N_("Account"), "account" },
  { N_("Manager"), "manager" },
  { N_("Title"), "title" },
  { NULL, NULL }
};

static const TendColumn handover_columns[] = {
  { N_("At"), "at" },
  { N_("Account"), "account" },
  { N_("From"), "from" },
  { N_("To"), "to" },
  { N_("Batch"), "batch" },
  { N_("Reason"), "reason" },
  { NULL, NULL }
};

/* The columns of a list of @noun, ended by one without a field. */
const TendColumn *
tend_row_get_columns (const TendNoun *noun)
{
  if (noun == &tend_manager_noun)
    return manager_columns;
  if (noun == &tend_contact_noun)
    return contact_columns;
  if (noun == &tend_follow_up_noun)
    return follow_up_columns;
  if (noun == &tend_handover_noun)
    return handover_columns;

  return account_columns;
}
