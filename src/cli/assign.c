/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assign.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/rules/when.h"
#include "lookup.h"
#include "row-output.h"
#include "values.h"

/* When a follow-up is due is one thing to whoever writes it: a wall time here. */
static gboolean
set_due (TendFollowUpRecord  *record,
         const char          *value,
         GError             **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TendWall wall;

  if (!tend_when_parse (value, g_get_real_time (), zone, &wall))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, "due", value, "not a time");
      return FALSE;
    }

  g_free (record->due_wall);
  record->due_wall = tend_wall_to_string (&wall);
  g_set_str (&record->due_zone, g_time_zone_get_identifier (zone));
  record->all_day = wall.all_day;
  return TRUE;
}

/**
 * tend_assign_field:
 * @cli: with an open book
 * @record: a row
 * @name: of one of its fields; "due" of a follow-up
 * @value: (nullable): as tend_value_set() takes it; %NULL leaves the field as it is
 * @error: where to say why not
 *
 * Returns: whether the field has the value now
 */
gboolean
tend_assign_field (TendCli     *cli,
                   TendRecord  *record,
                   const char  *name,
                   const char  *value,
                   GError     **error)
{
  const TendField *field = tend_noun_get_field (record->noun, name);

  if (value == NULL)
    return TRUE;

  if (record->noun == &tend_follow_up_noun && strcmp (name, "due") == 0)
    return set_due ((TendFollowUpRecord *) record, value, error);

  if (field == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_UNKNOWN_FIELD, name, value, "no field %s", name);
      return FALSE;
    }

  if (field->flags & TEND_FIELD_DERIVED)
    {
      tend_cli_usage_error (error, _("“%s” is computed and cannot be set."), field->name);
      return FALSE;
    }

  return tend_value_set (cli, record, field, value, error);
}

static gboolean
has_name (const char *word,
          const char *name)
{
  return g_str_has_prefix (word, name) && word[strlen (name)] == '=';
}

static gboolean
assign_word (TendCli     *cli,
             TendRecord  *record,
             const char  *word,
             GError     **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = NULL;

  if (equals == NULL || equals == word)
    {
      tend_cli_usage_error (error, _("A field is set by FIELD=VALUE, not by “%s”."), word);
      return FALSE;
    }

  name = g_strndup (word, (gsize) (equals - word));
  return tend_assign_field (cli, record, name, equals + 1, error);
}

/**
 * tend_assign_words:
 * @cli: with an open book
 * @record: a row
 * @words: FIELD=VALUE each
 * @error: where to say why not
 *
 * The account comes first wherever it stands, since names are looked for there, and then the currency, in which sums are.
 *
 * Returns: whether all fields have their values now
 */
gboolean
tend_assign_words (TendCli             *cli,
                   TendRecord          *record,
                   const char * const  *words,
                   GError             **error)
{
  static const char * const first[] = { "account", "currency" };

  for (guint i = 0; i <= G_N_ELEMENTS (first); i++)
    for (guint j = 0; words[j] != NULL; j++)
      {
        gboolean is_first = has_name (words[j], first[0]) || has_name (words[j], first[1]);
        gboolean now = i < G_N_ELEMENTS (first) ? has_name (words[j], first[i]) : !is_first;

        if (now && !assign_word (cli, record, words[j], error))
          return FALSE;
      }

  return TRUE;
}

static void
set_default (TendRecord *record,
             const char *name,
             gint64      value)
{
  const TendField *field = tend_noun_get_field (record->noun, name);

  if (field != NULL && tend_record_is_unset (record, field))
    tend_record_set_int (record, field, value);
}

/* What a new row is where nobody says: it happened now, and whoever works with the book did it, else the owner of the account.
 * A need is left to the owner, whoever that will be. */
void
tend_assign_defaults (TendCli    *cli,
                      TendRecord *record)
{
  const TendField *field = tend_noun_get_field (record->noun, "account");
  TendId account = field != NULL ? tend_record_get_int (record, field) : 0;
  TendId manager = tend_book_get_user (cli->book);
  g_autoptr(TendAccountRecord) owned = NULL;

  set_default (record, "at", g_get_real_time ());

  if (account != 0 && manager == 0)
    owned = (TendAccountRecord *) tend_lookup_dup (cli, &tend_account_noun, account, NULL);
  if (owned != NULL)
    manager = owned->owner;
  if (strcmp (record->noun->name, "need") != 0)
    set_default (record, "manager", manager);
}

/**
 * tend_answer_row:
 * @cli: with an open book
 * @noun: of the row
 * @id: of the row
 * @error: where to say why not
 *
 * Answers with the row as it is now.
 *
 * Returns: the exit status
 */
TendExit
tend_answer_row (TendCli         *cli,
                 const TendNoun  *noun,
                 TendId           id,
                 GError         **error)
{
  g_autoptr(GPtrArray) found = tend_book_load (cli->book, noun, &id, 1, error);
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(TendTable) table = NULL;

  if (found == NULL || !tend_links_fetch (links, found, error))
    return TEND_EXIT_ERROR;

  if (found->len == 0)
    return TEND_EXIT_DONE;

  if (cli->json)
    {
      builder = json_builder_new ();
      tend_row_add_json (builder, links, tend_entity_get_record (g_ptr_array_index (found, 0)));
      tend_output_json (builder);
      return TEND_EXIT_DONE;
    }

  table = tend_table_new ();
  tend_row_add_table (table, links, tend_entity_get_record (g_ptr_array_index (found, 0)), tend_row_get_columns (noun), NULL);
  tend_table_print (table);
  return TEND_EXIT_DONE;
}
