/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli.h"
#include "lookup.h"
#include "row-output.h"

/* What belongs to an account, in the order it is shown in. */
static const struct
{
  const TendNoun *noun;
  const char *member;
  const char *heading;
  const char *sort;
} parts[] = {
  { &tend_contact_noun, "contacts", N_("Contacts"), "family" },
  { &tend_follow_up_noun, "follow_ups", N_("Follow-Ups"), "due_at" },
  { &tend_handover_noun, "handovers", N_("Handovers"), "at" },
};

static GPtrArray *
find_part (TendCli    *cli,
           guint       part,
           TendId      account,
           GError    **error)
{
  g_autoptr(TendQuery) query = tend_query_new (parts[part].noun);

  tend_query_add_int (query, "account", TEND_QUERY_IS, account);
  tend_query_set_sort (query, parts[part].sort, FALSE);
  return tend_book_find (cli->book, query, error);
}

static gboolean
fetch_links (TendLinks       *links,
             TendCli         *cli,
             const TendNoun  *noun,
             TendId           id,
             GError         **error)
{
  g_autoptr(GPtrArray) self = tend_book_load (cli->book, noun, &id, 1, error);

  return self != NULL && tend_links_fetch (links, self, error);
}

static void
print_rows (TendLinks  *links,
            const char *heading,
            GPtrArray  *rows)
{
  g_autoptr(TendTable) table = NULL;

  if (rows->len == 0)
    return;

  table = tend_table_new ();
  tend_output_line ("\n%s", heading);

  for (guint i = 0; i < rows->len; i++)
    {
      const TendRecord *record = tend_entity_get_record (g_ptr_array_index (rows, i));

      tend_table_take (table, g_strdup (""));
      tend_row_add_table (table, links, record, tend_row_get_columns (record->noun));
    }

  tend_table_print (table);
}

/* Every field that has a value, a line each. */
static void
print_fields (TendLinks        *links,
              const TendRecord *record)
{
  g_autoptr(TendTable) table = tend_table_new ();

  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];
      g_autofree char *value = NULL;

      if (tend_record_is_unset (record, field) || g_str_has_suffix (field->name, "_key"))
        continue;

      value = tend_row_format (links, record, field->name);

      if (value == NULL || *value == '\0')
        continue;

      tend_table_take (table, g_strdup (field->name));
      tend_table_take (table, g_steal_pointer (&value));
      tend_table_end_row (table);
    }

  tend_table_take (table, g_strdup ("id"));
  tend_table_take (table, tend_id_to_text (record->id));
  tend_table_end_row (table);
  tend_table_print (table);
}

static TendExit
show_account (TendCli     *cli,
              TendId       id,
              GError     **error)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, &tend_account_noun, id, error);
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (record == NULL || !fetch_links (links, cli, &tend_account_noun, id, error))
    return TEND_EXIT_ERROR;

  json_builder_begin_object (builder);
  tend_row_add_members (builder, links, record);

  if (!cli->json)
    print_fields (links, record);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GPtrArray) rows = find_part (cli, i, id, error);

      if (rows == NULL || !tend_links_fetch (links, rows, error))
        return TEND_EXIT_ERROR;

      if (cli->json)
        tend_row_add_array (builder, links, parts[i].member, rows);
      else
        print_rows (links, _(parts[i].heading), rows);
    }

  json_builder_end_object (builder);
  if (cli->json)
    tend_output_json (builder);

  return TEND_EXIT_DONE;
}

/* How many accounts @manager has, and with everyone's below. */
static gboolean
count_accounts (TendCli  *cli,
                TendId    manager,
                guint    *own,
                guint    *team,
                GError  **error)
{
  const TendQueryMatch matches[] = { TEND_QUERY_IS, TEND_QUERY_UNDER };
  guint *counts[] = { own, team };

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autoptr(TendQuery) query = tend_query_new (&tend_account_noun);
      g_autoptr(GArray) ids = NULL;

      tend_query_add_int (query, "owner", matches[i], manager);
      ids = tend_book_list (cli->book, query, error);

      if (ids == NULL)
        return FALSE;

      *counts[i] = ids->len;
    }

  return TRUE;
}

static TendExit
show_manager (TendCli  *cli,
              TendId    id,
              GError  **error)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, &tend_manager_noun, id, error);
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(TendQuery) query = tend_query_new (&tend_manager_noun);
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint own, team;

  tend_query_add_int (query, "reports_to", TEND_QUERY_IS, id);
  tend_query_set_sort (query, "name", FALSE);

  if (record == NULL || !fetch_links (links, cli, &tend_manager_noun, id, error)
      || (reports = tend_book_find (cli->book, query, error)) == NULL
      || !tend_links_fetch (links, reports, error)
      || !count_accounts (cli, id, &own, &team, error))
    return TEND_EXIT_ERROR;

  if (!cli->json)
    {
      print_fields (links, record);
      tend_output_line (_("Accounts: %u, with the team: %u"), own, team);
      print_rows (links, _("Reports"), reports);
      return TEND_EXIT_DONE;
    }

  json_builder_begin_object (builder);
  tend_row_add_members (builder, links, record);
  json_builder_set_member_name (builder, "accounts");
  json_builder_add_int_value (builder, own);
  json_builder_set_member_name (builder, "team_accounts");
  json_builder_add_int_value (builder, team);
  tend_row_add_array (builder, links, "reports", reports);
  json_builder_end_object (builder);
  tend_output_json (builder);
  return TEND_EXIT_DONE;
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  const TendNoun *noun;
  TendId id;

  if (!tend_cli_check_count (args, 2, 2, error))
    return TEND_EXIT_ERROR;

  noun = tend_noun_from_name (args[0]);

  if (noun != &tend_account_noun && noun != &tend_manager_noun)
    {
      tend_cli_usage_error (error, _("“%s” cannot be shown; an account or a manager can."), args[0]);
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_READ_ONLY, error)
      || !tend_lookup_find (cli, noun, args[1], &id, error))
    return TEND_EXIT_ERROR;

  return noun == &tend_account_noun ? show_account (cli, id, error) : show_manager (cli, id, error);
}

const TendCommand tend_command_show = {
  .name = "show",
  .arguments = N_("account|manager ID-OR-NUMBER-OR-NAME"),
  .summary = N_("Shows everything known of one account or manager"),
  .run = run,
};
