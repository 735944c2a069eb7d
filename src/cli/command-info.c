/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

#include "cli.h"
#include "lookup.h"
#include "output.h"
#include "row-output.h"

/* Somebody to be in a sample book; NULL in every other. (transfer full) */
static TendRecord *
dup_sample_user (TendCli *cli)
{
  g_autofree char *text = tend_book_get_setting (cli->book, "sample-user", NULL);
  TendId id;

  return text != NULL && tend_id_parse (text, &id) ? tend_lookup_dup (cli, &tend_manager_noun, id, NULL) : NULL;
}

static void
print_json (TendCli            *cli,
            const TendBookInfo *info,
            const TendRecord   *user)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const TendNoun * const *nouns = tend_nouns ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "engine");
  json_builder_add_string_value (builder, "sqlite");
  tend_output_add_path (builder, "place", tend_book_get_path (cli->book));
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, info->schema);
  json_builder_set_member_name (builder, "size");
  json_builder_add_int_value (builder, info->size);
  json_builder_set_member_name (builder, "sequence");
  json_builder_add_int_value (builder, info->sequence);
  json_builder_set_member_name (builder, "lost");
  json_builder_add_int_value (builder, info->lost);
  json_builder_set_member_name (builder, "last_backup");
  tend_row_add_instant (builder, info->last_backup);
  json_builder_set_member_name (builder, "sample_user");
  if (user == NULL)
    {
      json_builder_add_null_value (builder);
    }
  else
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      tend_row_add_id (builder, user->id);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, ((const TendManagerRecord *) user)->name);
      json_builder_end_object (builder);
    }
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);

  for (guint i = 0; nouns[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, nouns[i]->plural);
      json_builder_add_int_value (builder, info->counts[i]);
    }

  json_builder_end_object (builder);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
add_row (TendTable  *table,
         const char *label,
         char       *value)
{
  tend_table_take (table, g_strdup (label));
  tend_table_take (table, value);
  tend_table_end_row (table);
}

static void
print_text (TendCli            *cli,
            const TendBookInfo *info,
            const TendRecord   *user)
{
  g_autoptr(TendTable) table = tend_table_new ();
  const TendNoun * const *nouns = tend_nouns ();

  add_row (table, _("Place"), g_strdup (tend_book_get_path (cli->book)));
  add_row (table, _("Engine"), g_strdup_printf ("SQLite %s", sqlite3_libversion ()));
  add_row (table, _("Schema"), g_strdup_printf ("%d", info->schema));
  add_row (table, _("Size"), g_format_size ((guint64) info->size));
  add_row (table, _("Last Backup"), info->last_backup != 0 ? tend_row_format_instant (info->last_backup) : g_strdup (_("none")));

  if (user != NULL)
    add_row (table, _("User of the Sample"), g_strdup (((const TendManagerRecord *) user)->name));

  for (guint i = 0; nouns[i] != NULL; i++)
    add_row (table, nouns[i]->plural, g_strdup_printf ("%" G_GINT64_FORMAT, info->counts[i]));

  tend_table_print (table);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(TendRecord) user = NULL;
  TendBookInfo info = { 0 };

  if (!tend_cli_check_count (args, 0, 0, error)
      || !tend_cli_open (cli, TEND_BOOK_READ_ONLY, error)
      || !tend_book_get_info (cli->book, &info, error))
    return TEND_EXIT_ERROR;

  user = dup_sample_user (cli);
  if (cli->json)
    print_json (cli, &info, user);
  else
    print_text (cli, &info, user);

  return TEND_EXIT_DONE;
}

const TendCommand tend_command_info = {
  .name = "info",
  .arguments = "",
  .summary = N_("Says what the book is and holds"),
  .run = run,
};
