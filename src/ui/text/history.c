/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history.h"

#include <string.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "core/entities/account.h"
#include "core/entities/contact.h"
#include "core/entities/follow-up.h"
#include "core/entities/manager.h"

#include "moment.h"
#include "words.h"

/* Sentences are translated whole; what varies in them is numbered, so that a language may order it as it likes. */

#define MAX_NAME 80
#define MAX_VALUE 200

typedef struct
{
  const TendChange         *change;
  const TendHandoverRecord *handover;
  TendInstant               now;
  GTimeZone                *zone;
  TendHistoryNameFunc       name;
  gpointer                  data;

  JsonObject               *before;   /* owned; NULL where there is none */
  JsonObject               *after;
  char                     *who;
} Telling;

static JsonObject *
parse_object (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

static char *
name_of (const Telling  *self,
         const TendNoun *noun,
         TendId          id)
{
  g_autofree char *name = id != 0 ? self->name (noun, id, self->data) : NULL;

  if (name != NULL && *name != '\0')
    return tend_words_one_line (name, MAX_NAME);
  if (noun == &tend_manager_noun)
    return g_strdup (id != 0 ? _("Somebody") : C_("owner", "nobody"));

  return g_strdup ("…");
}

static gboolean
has (JsonObject *object,
     const char *member)
{
  return object != NULL && json_object_has_member (object, member);
}

static gboolean
is_null (JsonObject *object,
         const char *member)
{
  return !has (object, member) || json_object_get_null_member (object, member);
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = has (object, member) ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static TendId
get_id (JsonObject *object,
        const char *member)
{
  const char *text = get_text (object, member);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static TendInstant
get_instant (JsonObject *object,
             const char *member)
{
  const char *text = get_text (object, member);
  g_autoptr (GDateTime) date_time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return date_time != NULL ? g_date_time_to_unix_usec (date_time) : 0;
}

static char *
join_texts (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, json_array_get_string_element (array, i));
    }

  return tend_words_one_line (text->str, MAX_VALUE);
}

static char *
wall_text (const Telling *self,
           const char    *wall)
{
  g_autoptr (GDateTime) date_time = NULL;
  g_autofree char *full = NULL;

  if (strlen (wall) == strlen ("2026-11-24"))
    return tend_moment_date (wall);

  full = g_strconcat (wall, ":00", NULL);
  date_time = g_date_time_new_from_iso8601 (full, self->zone);
  return date_time != NULL ? tend_moment_long (g_date_time_to_unix_usec (date_time), FALSE, self->now, self->zone) : g_strdup (wall);
}

/* The value of a field as people read it; NULL where it has none. */
static char *
value_text (const Telling   *self,
            JsonObject      *object,
            const TendField *field)
{
  JsonNode *node;
  const char *text;

  if (is_null (object, field->name))
    return NULL;

  node = json_object_get_member (object, field->name);
  text = get_text (object, field->name);
  switch (field->type)
    {
    case TEND_FIELD_BOOLEAN:
      return g_strdup (JSON_NODE_HOLDS_VALUE (node) && (json_node_get_boolean (node) || json_node_get_int (node) != 0) ? _("Yes") : _("No"));
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_MONEY:
      return JSON_NODE_HOLDS_VALUE (node) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : NULL;
    case TEND_FIELD_WORD:
      return text != NULL ? g_strdup (tend_words_of_field (field, tend_word_find (field->words, text))) : NULL;
    case TEND_FIELD_REFERENCE:
      return name_of (self, tend_noun_from_name (field->refers), get_id (object, field->name));
    case TEND_FIELD_INSTANT:
      return tend_moment_long (get_instant (object, field->name), FALSE, self->now, self->zone);
    case TEND_FIELD_DATE:
      return tend_moment_date (text);
    case TEND_FIELD_TEXTS:
      return join_texts (node);
    case TEND_FIELD_TEXT:
    default:
      if (text != NULL && strcmp (field->name, "due_wall") == 0)
        return wall_text (self, text);
      return text != NULL ? tend_words_one_line (text, MAX_VALUE) : NULL;
    }
}

/* Fields that mean nothing by themselves: they follow from another one. */
static gboolean
is_told (const TendField *field)
{
  return (field->flags & TEND_FIELD_DERIVED) == 0 && strcmp (field->name, "due_zone") != 0 && strcmp (field->name, "all_day") != 0;
}

static gboolean
has_changed (const Telling   *self,
             const TendField *field)
{
  return is_told (field) && (has (self->before, field->name) || has (self->after, field->name));
}

static char *
change_text (const Telling   *self,
             const TendField *field)
{
  g_autofree char *from = value_text (self, self->before, field);
  g_autofree char *to = value_text (self, self->after, field);
  const char *word = tend_words_field (self->change->noun, field->name);

  if (from == NULL)
    /* Translators: a field that was empty, and its new value: "Phone: 030 123" */
    return g_strdup_printf (C_("history", "%1$s: %2$s"), word, to != NULL ? to : "");
  if (to == NULL)
    return g_strdup_printf (C_("history", "%1$s: %2$s removed"), word, from);

  return g_strdup_printf (C_("history", "%1$s: %2$s → %3$s"), word, from, to);
}

static char *
change_lines (const Telling *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->change->noun->n_fields; i++)
    {
      const TendField *field = &self->change->noun->fields[i];
      g_autofree char *line = NULL;

      if (!has_changed (self, field))
        continue;
      line = change_text (self, field);
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }

  return lines->len > 0 ? g_string_free_and_steal (g_steal_pointer (&lines)) : NULL;
}

/* The only field that was changed, NULL where there are several. */
static const TendField *
only_field (const Telling *self)
{
  const TendField *only = NULL;

  for (guint i = 0; i < self->change->noun->n_fields; i++)
    {
      const TendField *field = &self->change->noun->fields[i];

      if (!has_changed (self, field))
        continue;
      if (only != NULL)
        return NULL;
      only = field;
    }

  return only;
}

static void
tell_owner (const Telling   *self,
            TendHistoryText *text)
{
  TendId from = get_id (self->before, "owner");
  TendId to = get_id (self->after, "owner");
  g_autofree char *from_name = name_of (self, &tend_manager_noun, from);
  g_autofree char *to_name = name_of (self, &tend_manager_noun, to);

  if (to == 0)
    text->sentence = g_strdup_printf (_("%1$s took this account from %2$s"), self->who, from_name);
  else if (from == 0)
    text->sentence = g_strdup_printf (_("%1$s gave this account to %2$s"), self->who, to_name);
  else
    text->sentence = g_strdup_printf (_("%1$s handed this account over from %2$s to %3$s"), self->who, from_name, to_name);

  if (self->handover != NULL && self->handover->reason != NULL)
    text->details = tend_words_one_line (self->handover->reason, MAX_VALUE);
}

static void
tell_account_update (const Telling   *self,
                     TendHistoryText *text)
{
  const TendField *only = only_field (self);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *word;

  if (only == NULL)
    {
      text->sentence = g_strdup_printf (_("%1$s changed several details"), self->who);
      text->details = change_lines (self);
      return;
    }
  if (strcmp (only->name, "owner") == 0)
    {
      tell_owner (self, text);
      return;
    }

  word = tend_words_field (self->change->noun, only->name);
  from = value_text (self, self->before, only);
  to = value_text (self, self->after, only);
  if (from == NULL)
    /* Translators: who, the name of a field, its value */
    text->sentence = g_strdup_printf (_("%1$s entered %2$s: %3$s"), self->who, word, to != NULL ? to : "");
  else if (to == NULL)
    text->sentence = g_strdup_printf (_("%1$s removed %2$s: %3$s"), self->who, word, from);
  else
    /* Translators: who, the name of a field, its old and its new value */
    text->sentence = g_strdup_printf (_("%1$s changed %2$s from %3$s to %4$s"), self->who, word, from, to);
}

static void
tell_account (const Telling   *self,
              TendHistoryText *text)
{
  if (strcmp (self->change->operation, "insert") == 0)
    text->sentence = g_strdup_printf (_("%1$s added this account"), self->who);
  else if (strcmp (self->change->operation, "delete") == 0)
    text->sentence = g_strdup_printf (_("%1$s deleted this account"), self->who);
  else
    tell_account_update (self, text);
}

static void
tell_contact (const Telling   *self,
              TendHistoryText *text)
{
  const char *given = get_text (self->before, "given");
  const char *family = get_text (self->before, "family");
  g_autofree char *name = NULL;

  if (strcmp (self->change->operation, "delete") == 0 && (given != NULL || family != NULL))
    {
      g_autofree char *full = g_strjoin (given != NULL && family != NULL ? " " : "", given != NULL ? given : "",
                                         family != NULL ? family : "", NULL);

      name = tend_words_one_line (full, MAX_NAME);
    }
  else
    name = name_of (self, self->change->noun, self->change->id);

  if (strcmp (self->change->operation, "insert") == 0)
    text->sentence = g_strdup_printf (_("%1$s added the contact %2$s"), self->who, name);
  else if (strcmp (self->change->operation, "delete") == 0)
    text->sentence = g_strdup_printf (_("%1$s deleted the contact %2$s"), self->who, name);
  else
    {
      text->sentence = g_strdup_printf (_("%1$s changed the contact %2$s"), self->who, name);
      text->details = change_lines (self);
    }
}

/* What became of a follow-up, told by its new state. */
static gboolean
tell_settled (const Telling   *self,
              const char      *title,
              TendHistoryText *text)
{
  const char *state = get_text (self->after, "state");
  const char *note = NULL;

  if (g_strcmp0 (state, "done") == 0)
    {
      text->sentence = g_strdup_printf (_("%1$s marked “%2$s” as done"), self->who, title);
      note = get_text (self->after, "outcome");
    }
  else if (g_strcmp0 (state, "dropped") == 0)
    {
      text->sentence = g_strdup_printf (_("%1$s dropped “%2$s”"), self->who, title);
      note = get_text (self->after, "outcome");
    }
  else if (g_strcmp0 (state, "open") == 0)
    text->sentence = g_strdup_printf (_("%1$s reopened “%2$s”"), self->who, title);
  else if (g_strcmp0 (state, "snoozed") == 0 || has (self->after, "snoozed_until"))
    {
      g_autofree char *until = tend_moment_long (get_instant (self->after, "snoozed_until"), FALSE, self->now, self->zone);

      text->sentence = g_strdup_printf (_("%1$s snoozed “%2$s” until %3$s"), self->who, title, until);
      note = get_text (self->after, "snooze_reason");
    }
  else
    return FALSE;

  if (note != NULL)
    text->details = tend_words_one_line (note, MAX_VALUE);
  return TRUE;
}

static void
tell_follow_up_update (const Telling   *self,
                       const char      *title,
                       TendHistoryText *text)
{
  const TendField *only = only_field (self);

  if (tell_settled (self, title, text))
    return;
  if (only != NULL && strcmp (only->name, "manager") == 0)
    {
      g_autofree char *to = name_of (self, &tend_manager_noun, get_id (self->after, "manager"));

      text->sentence = g_strdup_printf (_("%1$s passed “%2$s” on to %3$s"), self->who, title, to);
      return;
    }

  text->sentence = g_strdup_printf (_("%1$s changed “%2$s”"), self->who, title);
  text->details = change_lines (self);
}

static void
tell_follow_up (const Telling   *self,
                TendHistoryText *text)
{
  const char *before = get_text (self->before, "title");
  g_autofree char *title = NULL;

  if (before != NULL)
    title = tend_words_one_line (before, MAX_NAME);
  else if (get_text (self->after, "title") != NULL)
    title = tend_words_one_line (get_text (self->after, "title"), MAX_NAME);
  else
    title = name_of (self, self->change->noun, self->change->id);

  if (strcmp (self->change->operation, "insert") == 0)
    text->sentence = g_strdup_printf (_("%1$s planned “%2$s”"), self->who, title);
  else if (strcmp (self->change->operation, "delete") == 0)
    text->sentence = g_strdup_printf (_("%1$s deleted “%2$s”"), self->who, title);
  else
    tell_follow_up_update (self, title, text);
}

void
tend_history_describe (const TendChange         *change,
                       const TendHandoverRecord *handover,
                       TendInstant               now,
                       GTimeZone                *zone,
                       TendHistoryNameFunc       name,
                       gpointer                  data,
                       TendHistoryText          *text)
{
  Telling self = { change, handover, now, zone, name, data, NULL, NULL, NULL };

  g_return_if_fail (change != NULL && change->noun != NULL);

  text->sentence = NULL;
  text->details = NULL;
  self.before = parse_object (change->before);
  self.after = parse_object (change->after);
  self.who = change->by != 0 ? name_of (&self, &tend_manager_noun, change->by) : g_strdup (_("Somebody"));

  if (change->noun == &tend_contact_noun)
    tell_contact (&self, text);
  else if (change->noun == &tend_follow_up_noun)
    tell_follow_up (&self, text);
  else
    tell_account (&self, text);

  g_clear_pointer (&self.before, json_object_unref);
  g_clear_pointer (&self.after, json_object_unref);
  g_free (self.who);
}

void
tend_history_text_clear (TendHistoryText *self)
{
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->details, g_free);
}

gboolean
tend_history_is_shown (const TendChange *change)
{
  return change->noun == &tend_account_noun || change->noun == &tend_contact_noun || change->noun == &tend_follow_up_noun;
}
