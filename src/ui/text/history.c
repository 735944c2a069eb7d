/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/entities/account.h"
#include "core/entities/contact.h"
#include "core/entities/follow-up.h"
#include "core/entities/manager.h"
#include "core/rules/money.h"

#include "history-private.h"
#include "moment.h"
#include "money.h"
#include "words.h"

/* Sentences are translated whole; what varies in them is numbered, so that a language may order it as it likes. */

static JsonObject *
parse_object (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

char *
tend_history_dup_name (const TendHistoryWork *self,
         const TendNoun *noun,
         TendId          id)
{
  g_autofree char *name = id != 0 ? self->telling->name (noun, id, self->telling->data) : NULL;

  if (name != NULL && *name != '\0')
    return tend_words_one_line (name, TEND_HISTORY_MAX_NAME);
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

const char *
tend_history_get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = has (object, member) ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

TendId
tend_history_get_id (JsonObject *object,
        const char *member)
{
  const char *text = tend_history_get_text (object, member);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static TendInstant
get_instant (JsonObject *object,
             const char *member)
{
  const char *text = tend_history_get_text (object, member);
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

  return tend_words_one_line (text->str, TEND_HISTORY_MAX_VALUE);
}

static char *
wall_text (const TendHistoryWork *self,
           const char    *wall)
{
  g_autoptr (GDateTime) date_time = NULL;
  g_autofree char *full = NULL;

  if (strlen (wall) == strlen ("2026-11-24"))
    return tend_moment_date (wall);

  full = g_strconcat (wall, ":00", NULL);
  date_time = g_date_time_new_from_iso8601 (full, self->telling->zone);
  return date_time != NULL ? tend_moment_long (g_date_time_to_unix_usec (date_time), FALSE, self->telling->now, self->telling->zone) : g_strdup (wall);
}

/* A product may have a currency of its own. */
static const char *
currency_of (const TendHistoryWork *self)
{
  const TendField *field = tend_noun_get_field (self->change->noun, "currency");
  const char *currency = tend_history_get_text (self->before, "currency");

  if (currency == NULL)
    currency = tend_history_get_text (self->after, "currency");
  if (currency == NULL && field != NULL && self->telling->record != NULL)
    currency = tend_record_get_text (self->telling->record, field);

  return currency != NULL && tend_currency_get_digits (currency) >= 0 ? currency : self->telling->currency;
}

/* The value of a field as people read it; NULL where it has none. */
static char *
value_text (const TendHistoryWork *self,
            JsonObject      *object,
            const TendField *field)
{
  JsonNode *node;
  const char *text;

  if (is_null (object, field->name))
    return NULL;

  node = json_object_get_member (object, field->name);
  text = tend_history_get_text (object, field->name);
  switch (field->type)
    {
    case TEND_FIELD_BOOLEAN:
      return g_strdup (JSON_NODE_HOLDS_VALUE (node) && (json_node_get_boolean (node) || json_node_get_int (node) != 0) ? _("Yes") : _("No"));
    case TEND_FIELD_MONEY:
      return JSON_NODE_HOLDS_VALUE (node) ? tend_money_text (json_node_get_int (node), currency_of (self)) : NULL;
    case TEND_FIELD_INTEGER:
      return JSON_NODE_HOLDS_VALUE (node) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : NULL;
    case TEND_FIELD_WORD:
      return text != NULL ? g_strdup (tend_words_of_field (field, tend_word_find (field->words, text))) : NULL;
    case TEND_FIELD_REFERENCE:
      return tend_history_dup_name (self, tend_noun_from_name (field->refers), tend_history_get_id (object, field->name));
    case TEND_FIELD_INSTANT:
      return tend_moment_long (get_instant (object, field->name), FALSE, self->telling->now, self->telling->zone);
    case TEND_FIELD_DATE:
      return tend_moment_date (text);
    case TEND_FIELD_TEXTS:
      return join_texts (node);
    case TEND_FIELD_TEXT:
    default:
      if (text != NULL && strcmp (field->name, "due_wall") == 0)
        return wall_text (self, text);
      return text != NULL ? tend_words_one_line (text, TEND_HISTORY_MAX_VALUE) : NULL;
    }
}

static TendId
id_in_record (const TendHistoryWork *self,
              const TendField       *field)
{
  return self->telling->record != NULL ? tend_record_get_int (self->telling->record, field) : 0;
}

TendId
tend_history_find_reference (const TendHistoryWork *self,
                             const char            *field)
{
  TendId id = tend_history_get_id (self->before, field);

  if (id == 0)
    id = tend_history_get_id (self->after, field);

  return id != 0 ? id : id_in_record (self, tend_noun_get_field (self->change->noun, field));
}

/* What the row has now, for a field that the journal does not tell of. */
static char *
dup_present (const TendHistoryWork *self,
             const TendField       *field)
{
  const TendRecord *record = self->telling->record;
  g_autofree char *text = NULL;

  if (record == NULL || tend_record_is_unset (record, field))
    return NULL;
  if (field->type == TEND_FIELD_WORD)
    return g_strdup (tend_words_of_field (field, (int) tend_record_get_int (record, field)));
  if (field->type == TEND_FIELD_DATE)
    return tend_moment_date (tend_record_get_text (record, field));

  text = tend_record_format (record, field);
  return tend_words_one_line (text, TEND_HISTORY_MAX_NAME);
}

char *
tend_history_dup_field (const TendHistoryWork *self,
                        const char            *name)
{
  const TendField *field = tend_noun_get_field (self->change->noun, name);
  char *text = value_text (self, self->before, field);

  if (text == NULL)
    text = value_text (self, self->after, field);

  return text != NULL ? text : dup_present (self, field);
}

char *
tend_history_dup_note (const TendHistoryWork *self,
                       const char            *field)
{
  const char *text = tend_history_get_text (self->after, field);

  return text != NULL ? tend_words_one_line (text, TEND_HISTORY_MAX_VALUE) : NULL;
}

gboolean
tend_history_is (const TendHistoryWork *self,
                 const char            *operation)
{
  return strcmp (self->change->operation, operation) == 0;
}

/* Fields that mean nothing by themselves: they follow from another one. */
static gboolean
is_told (const TendField *field)
{
  return (field->flags & TEND_FIELD_DERIVED) == 0 && strcmp (field->name, "due_zone") != 0 && strcmp (field->name, "all_day") != 0;
}

static gboolean
has_changed (const TendHistoryWork *self,
             const TendField *field)
{
  return is_told (field) && (has (self->before, field->name) || has (self->after, field->name));
}

static char *
change_text (const TendHistoryWork *self,
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

char *
tend_history_dup_changes (const TendHistoryWork *self)
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
const TendField *
tend_history_get_only (const TendHistoryWork *self)
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
tell_owner (const TendHistoryWork *self,
            TendHistoryText *text)
{
  TendId from = tend_history_get_id (self->before, "owner");
  TendId to = tend_history_get_id (self->after, "owner");
  g_autofree char *from_name = tend_history_dup_name (self, &tend_manager_noun, from);
  g_autofree char *to_name = tend_history_dup_name (self, &tend_manager_noun, to);

  if (to == 0)
    text->sentence = g_strdup_printf (_("%1$s took this account from %2$s"), self->who, from_name);
  else if (from == 0)
    text->sentence = g_strdup_printf (_("%1$s gave this account to %2$s"), self->who, to_name);
  else
    text->sentence = g_strdup_printf (_("%1$s handed this account over from %2$s to %3$s"), self->who, from_name, to_name);

  if (self->telling->handover != NULL && self->telling->handover->reason != NULL)
    text->details = tend_words_one_line (self->telling->handover->reason, TEND_HISTORY_MAX_VALUE);
}

static void
tell_account_update (const TendHistoryWork *self,
                     TendHistoryText *text)
{
  const TendField *only = tend_history_get_only (self);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *word;

  if (only == NULL)
    {
      text->sentence = g_strdup_printf (_("%1$s changed several details"), self->who);
      text->details = tend_history_dup_changes (self);
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
tell_account (const TendHistoryWork *self,
              TendHistoryText *text)
{
  if (tend_history_is (self, "insert"))
    text->sentence = g_strdup_printf (_("%1$s added this account"), self->who);
  else if (tend_history_is (self, "delete"))
    text->sentence = g_strdup_printf (_("%1$s deleted this account"), self->who);
  else
    tell_account_update (self, text);
}

static void
tell_contact (const TendHistoryWork *self,
              TendHistoryText *text)
{
  const char *given = tend_history_get_text (self->before, "given");
  const char *family = tend_history_get_text (self->before, "family");
  g_autofree char *name = NULL;

  if (tend_history_is (self, "delete") && (given != NULL || family != NULL))
    {
      g_autofree char *full = g_strjoin (given != NULL && family != NULL ? " " : "", given != NULL ? given : "",
                                         family != NULL ? family : "", NULL);

      name = tend_words_one_line (full, TEND_HISTORY_MAX_NAME);
    }
  else
    name = tend_history_dup_name (self, self->change->noun, self->change->id);

  if (tend_history_is (self, "insert"))
    text->sentence = g_strdup_printf (_("%1$s added the contact %2$s"), self->who, name);
  else if (tend_history_is (self, "delete"))
    text->sentence = g_strdup_printf (_("%1$s deleted the contact %2$s"), self->who, name);
  else
    {
      text->sentence = g_strdup_printf (_("%1$s changed the contact %2$s"), self->who, name);
      text->details = tend_history_dup_changes (self);
    }
}

/* What became of a follow-up, told by its new state. */
static gboolean
tell_settled (const TendHistoryWork *self,
              const char      *title,
              TendHistoryText *text)
{
  const char *state = tend_history_get_text (self->after, "state");
  const char *note = NULL;

  if (g_strcmp0 (state, "done") == 0)
    {
      text->sentence = g_strdup_printf (_("%1$s marked “%2$s” as done"), self->who, title);
      note = tend_history_get_text (self->after, "outcome");
    }
  else if (g_strcmp0 (state, "dropped") == 0)
    {
      text->sentence = g_strdup_printf (_("%1$s dropped “%2$s”"), self->who, title);
      note = tend_history_get_text (self->after, "outcome");
    }
  else if (g_strcmp0 (state, "open") == 0)
    text->sentence = g_strdup_printf (_("%1$s reopened “%2$s”"), self->who, title);
  else if (g_strcmp0 (state, "snoozed") == 0 || has (self->after, "snoozed_until"))
    {
      g_autofree char *until = tend_moment_long (get_instant (self->after, "snoozed_until"), FALSE, self->telling->now, self->telling->zone);

      text->sentence = g_strdup_printf (_("%1$s snoozed “%2$s” until %3$s"), self->who, title, until);
      note = tend_history_get_text (self->after, "snooze_reason");
    }
  else
    return FALSE;

  if (note != NULL)
    text->details = tend_words_one_line (note, TEND_HISTORY_MAX_VALUE);
  return TRUE;
}

static void
tell_follow_up_update (const TendHistoryWork *self,
                       const char      *title,
                       TendHistoryText *text)
{
  const TendField *only = tend_history_get_only (self);

  if (tell_settled (self, title, text))
    return;
  if (only != NULL && strcmp (only->name, "manager") == 0)
    {
      g_autofree char *to = tend_history_dup_name (self, &tend_manager_noun, tend_history_get_id (self->after, "manager"));

      text->sentence = g_strdup_printf (_("%1$s passed “%2$s” on to %3$s"), self->who, title, to);
      return;
    }

  text->sentence = g_strdup_printf (_("%1$s changed “%2$s”"), self->who, title);
  text->details = tend_history_dup_changes (self);
}

static void
tell_follow_up (const TendHistoryWork *self,
                TendHistoryText *text)
{
  const char *written = tend_history_get_text (self->before, "title");
  g_autofree char *title = NULL;

  if (written == NULL)
    written = tend_history_get_text (self->after, "title");
  if (written != NULL)
    title = tend_words_follow_up_titled (written, tend_history_find_reference (self, "purchase") != 0, TEND_HISTORY_MAX_NAME);
  else
    title = tend_history_dup_name (self, self->change->noun, self->change->id);

  if (tend_history_is (self, "insert"))
    text->sentence = g_strdup_printf (_("%1$s planned “%2$s”"), self->who, title);
  else if (tend_history_is (self, "delete"))
    text->sentence = g_strdup_printf (_("%1$s deleted “%2$s”"), self->who, title);
  else
    tell_follow_up_update (self, title, text);
}

void
tend_history_describe (const TendHistoryTelling *telling,
                       TendHistoryText          *text)
{
  const TendChange *change = telling->change;
  TendHistoryWork self = { telling, change, NULL, NULL, NULL };

  g_return_if_fail (change != NULL && change->noun != NULL);

  text->sentence = NULL;
  text->details = NULL;
  self.before = parse_object (change->before);
  self.after = parse_object (change->after);
  self.who = change->by != 0 ? tend_history_dup_name (&self, &tend_manager_noun, change->by) : g_strdup (_("Somebody"));

  if (change->noun == &tend_contact_noun)
    tell_contact (&self, text);
  else if (change->noun == &tend_follow_up_noun)
    tell_follow_up (&self, text);
  else if (!tend_history_tell_record (&self, text))
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
  return change->noun != NULL && change->noun != &tend_handover_noun;
}
