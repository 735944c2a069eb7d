/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "change-output.h"
#include "cli.h"
#include "lookup.h"
#include "row-output.h"

#define DEFAULT_LIMIT 20

static int limit = DEFAULT_LIMIT;

static const GOptionEntry options[] = {
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("At most so many acts (20)"), N_("N") },
  { NULL }
};

static char *
name_of (TendCli *cli,
         TendId   manager)
{
  g_autoptr(TendRecord) record = manager == 0 ? NULL : tend_lookup_dup (cli, &tend_manager_noun, manager, NULL);

  return record == NULL ? NULL : tend_lookup_label (record);
}

static void
print_json (TendCli   *cli,
            GPtrArray *heads)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);

  for (guint i = 0; i < heads->len; i++)
    {
      const TendChange *head = g_ptr_array_index (heads, i);
      g_autofree char *by = name_of (cli, head->by);

      tend_change_output_json (builder, head, by);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
print_text (TendCli   *cli,
            GPtrArray *heads)
{
  g_autoptr(TendTable) table = tend_table_new ();

  for (guint i = 0; i < heads->len; i++)
    {
      const TendChange *head = g_ptr_array_index (heads, i);

      tend_table_take (table, tend_id_to_text (head->batch));
      tend_table_take (table, tend_row_format_instant (head->at));
      tend_table_take (table, name_of (cli, head->by));
      tend_table_take (table, g_strdup (head->undone ? _("taken back") : ""));
      tend_table_take (table, tend_change_output_act (head));
      tend_table_end_row (table);
    }

  tend_table_print (table);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(GPtrArray) heads = NULL;
  TendId account = 0;

  if (!tend_cli_check_count (args, 0, 1, error))
    return TEND_EXIT_ERROR;

  if (limit < 1)
    {
      tend_cli_usage_error (error, _("--limit must be at least 1."));
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_READ_ONLY, error)
      || (args[0] != NULL && !tend_lookup_find (cli, &tend_account_noun, args[0], &account, error))
      || (heads = tend_book_list_changes (cli->book, account, account == 0, 0, (guint) limit, error)) == NULL)
    return TEND_EXIT_ERROR;

  if (cli->json)
    print_json (cli, heads);
  else
    print_text (cli, heads);

  return TEND_EXIT_DONE;
}

const TendCommand tend_command_history = {
  .name = "history",
  .arguments = N_("[ACCOUNT]"),
  .summary = N_("Lists what was done to the book, newest first"),
  .description = N_("Of an account: every change of it and of what belongs to it."),
  .options = options,
  .run = run,
};
