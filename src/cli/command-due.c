/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "core/rules/when.h"
#include "row-output.h"

static char *at;
static gboolean mine;

static const GOptionEntry options[] = {
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &at, N_("At this instant instead of now"), N_("INSTANT") },
  { "mine", 0, 0, G_OPTION_ARG_NONE, &mine, N_("Only those of the manager given by --as-manager"), NULL },
  { NULL }
};

static gboolean
parse_instant (TendInstant  *instant,
               GError      **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) exact = NULL;
  TendWall wall;

  *instant = g_get_real_time ();

  if (at == NULL)
    return TRUE;

  /* To the second where it is given so. */
  exact = g_date_time_new_from_iso8601 (at, zone);

  if (exact != NULL)
    *instant = g_date_time_to_unix_usec (exact);
  else if (tend_when_parse (at, *instant, zone, &wall))
    *instant = tend_schedule_get_due (&wall, zone, TEND_SCHEDULE_DAY_START);
  else
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, "at", at, "not an instant");
      return FALSE;
    }

  return TRUE;
}

/* The open ones that have reminded by @instant. */
static GPtrArray *
find_reminded (TendCli      *cli,
               TendInstant   instant,
               GError      **error)
{
  g_autoptr(TendQuery) query = tend_query_new (&tend_follow_up_noun);

  tend_query_add_int (query, "reminded_at", TEND_QUERY_FROM, 1);
  tend_query_add_int (query, "reminded_at", TEND_QUERY_BEFORE, instant + 1);
  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_OPEN);
  tend_query_add_int (query, "state", TEND_QUERY_IS, TEND_FOLLOW_UP_SNOOZED);

  if (mine)
    tend_query_add_int (query, "manager", TEND_QUERY_IS, tend_book_get_user (cli->book));

  tend_query_set_sort (query, "reminded_at", FALSE);
  return tend_book_find (cli->book, query, error);
}

static void
print_rows (TendLinks  *links,
            const char *heading,
            GPtrArray  *rows)
{
  g_autoptr(TendTable) table = tend_table_new ();

  if (rows->len == 0)
    return;

  tend_output_line ("%s", heading);

  for (guint i = 0; i < rows->len; i++)
    {
      const TendRecord *record = tend_entity_get_record (g_ptr_array_index (rows, i));

      tend_table_take (table, g_strdup (""));
      tend_table_take (table, tend_row_format (links, record, "remind_at"));
      tend_row_add_table (table, links, record, tend_row_get_columns (record->noun), NULL);
    }

  tend_table_print (table);
}

static void
print (TendCli     *cli,
       TendLinks   *links,
       TendInstant  instant,
       GPtrArray   *due,
       GPtrArray   *reminded,
       TendInstant  next)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      if (due->len == 0)
        tend_output_line (_("Nothing would remind."));

      print_rows (links, _("Would remind:"), due);
      print_rows (links, _("Has reminded:"), reminded);
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "at");
  tend_row_add_instant (builder, instant);
  tend_row_add_array (builder, links, "due", due);
  tend_row_add_array (builder, links, "reminded", reminded);
  json_builder_set_member_name (builder, "next");
  tend_row_add_instant (builder, next);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) due = NULL;
  g_autoptr(GPtrArray) reminded = NULL;
  TendInstant instant, next = 0;

  if (!tend_cli_check_count (args, 0, 0, error) || !parse_instant (&instant, error))
    return TEND_EXIT_ERROR;

  if (mine && cli->as_manager == NULL)
    {
      tend_cli_usage_error (error, _("--mine needs --as-manager."));
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_READ_ONLY, error)
      || (ids = tend_book_list_due (cli->book, instant, mine ? tend_book_get_user (cli->book) : 0, &next, error)) == NULL
      || (due = tend_book_load (cli->book, &tend_follow_up_noun, (const TendId *) ids->data, ids->len, error)) == NULL
      || (reminded = find_reminded (cli, instant, error)) == NULL
      || !tend_links_fetch (links, due, error)
      || !tend_links_fetch (links, reminded, error))
    return TEND_EXIT_ERROR;

  print (cli, links, instant, due, reminded, next);
  return TEND_EXIT_DONE;
}

const TendCommand tend_command_due = {
  .name = "due",
  .arguments = "",
  .summary = N_("Says what would remind, and what has reminded"),
  .options = options,
  .run = run,
};
