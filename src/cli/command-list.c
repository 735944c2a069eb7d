/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "change-output.h"
#include "cli.h"
#include "row-output.h"
#include "selection.h"

#define PAGE 500

static char **where;
static char *search;
static char *sort;
static gint64 limit;
static gint64 offset;
static gboolean count;

static const GOptionEntry options[] = {
  { "where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &where, N_("Only rows whose field has this value"), N_("FIELD=VALUE") },
  { "search", 's', 0, G_OPTION_ARG_FILENAME, &search, N_("Only rows that hold these beginnings of words"), N_("WORDS") },
  { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort, N_("Order by this field"), N_("FIELD[:desc]") },
  { "limit", 'n', 0, G_OPTION_ARG_INT64, &limit, N_("At most so many rows"), N_("N") },
  { "offset", 0, 0, G_OPTION_ARG_INT64, &offset, N_("Leave out the first rows"), N_("N") },
  { "count", 'c', 0, G_OPTION_ARG_NONE, &count, N_("Only say how many there are"), NULL },
  { NULL }
};

static void
print_count (TendCli *cli,
             guint64  total)
{
  if (cli->json)
    tend_output_line ("{ \"total\" : %" G_GUINT64_FORMAT " }", total);
  else
    tend_output_line ("%" G_GUINT64_FORMAT, total);
}

/* Items are printed as they are read: a million of them are one document all the same. */
static void
print_page_json (TendLinks *links,
                 GPtrArray *page,
                 gboolean   first)
{
  for (guint i = 0; i < page->len; i++)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();
      g_autoptr(JsonNode) node = NULL;
      g_autofree char *text = NULL;

      tend_row_add_json (builder, links, tend_entity_get_record (g_ptr_array_index (page, i)));
      node = json_builder_get_root (builder);
      text = tend_output_to_json (node, FALSE);
      tend_output_text (first && i == 0 ? "\n    " : ",\n    ");
      tend_output_text (text);
    }
}

static void
print_page_text (TendLinks      *links,
                 GPtrArray      *page,
                 const TendNoun *noun,
                 gboolean        first)
{
  g_autoptr(TendTable) table = tend_table_new ();

  if (first)
    tend_row_add_headers (table, tend_row_get_columns (noun));

  for (guint i = 0; i < page->len; i++)
    tend_row_add_table (table, links, tend_entity_get_record (g_ptr_array_index (page, i)), tend_row_get_columns (noun), NULL);

  tend_table_print (table);
}

static gboolean
print_rows (TendCli         *cli,
            const TendNoun  *noun,
            GArray          *ids,
            GError         **error)
{
  g_autoptr(TendLinks) links = tend_links_new (cli);

  for (guint at = 0; at < ids->len; at += PAGE)
    {
      g_autoptr(GPtrArray) page = tend_book_load (cli->book, noun, &g_array_index (ids, TendId, at), MIN (PAGE, ids->len - at), error);

      if (page == NULL || !tend_links_fetch (links, page, error))
        return FALSE;

      if (cli->json)
        print_page_json (links, page, at == 0);
      else
        print_page_text (links, page, noun, at == 0);
    }

  return TRUE;
}

static void
print_start (guint total)
{
  g_autofree char *text = g_strdup_printf ("{\n  \"total\" : %u,\n  \"items\" : [", total);

  tend_output_text (text);
}

static gboolean
set_sort (TendQuery       *query,
          const TendNoun  *noun,
          GError         **error)
{
  const char *field;
  gboolean descending;

  if (sort != NULL)
    return tend_selection_sort (query, sort, error);

  field = tend_row_get_sort (noun, &descending);
  return tend_query_set_sort (query, field, descending);
}

static TendExit
list_rows (TendCli         *cli,
           const TendNoun  *noun,
           GError         **error)
{
  g_autoptr(TendQuery) query = tend_selection_new (cli, noun, (const char * const *) where, search, error);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GArray) part = NULL;

  if (query == NULL || !set_sort (query, noun, error))
    return TEND_EXIT_ERROR;

  ids = tend_book_list (cli->book, query, error);

  if (ids == NULL)
    return TEND_EXIT_ERROR;

  if (count)
    {
      print_count (cli, ids->len);
      return TEND_EXIT_DONE;
    }

  part = tend_selection_range (ids, offset, limit);

  if (cli->json)
    print_start (ids->len);

  if (!print_rows (cli, noun, part, error))
    return TEND_EXIT_ERROR;

  if (cli->json)
    tend_output_text (part->len > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return TEND_EXIT_DONE;
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  const TendNoun *noun;

  if (!tend_cli_check_count (args, 1, 1, error))
    return TEND_EXIT_ERROR;

  noun = tend_noun_from_name (args[0]);

  if (noun == NULL && strcmp (args[0], "changes") != 0)
    {
      g_autofree char *known = tend_cli_list_nouns ();

      tend_cli_usage_error (error, _("“%s” cannot be listed; changes can, and %s."), args[0], known);
      return TEND_EXIT_ERROR;
    }

  if (limit < 0 || offset < 0)
    {
      tend_cli_usage_error (error, _("--limit and --offset must not be negative."));
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_READ_ONLY, error))
    return TEND_EXIT_ERROR;

  if (noun != NULL)
    return list_rows (cli, noun, error);

  return tend_change_output_list (cli, (const char * const *) where, offset, limit, count, error);
}

const TendCommand tend_command_list = {
  .name = "list",
  .arguments = N_("accounts|managers|contacts|follow-ups|needs|products|purchases|invoices|…|changes"),
  .summary = N_("Lists rows of the book"),
  .description = N_("Several --where of one field mean any of the values, those of different fields all of them.\n"
                    "FIELD!=VALUE means every other value; FIELD= means none. FIELD<VALUE and FIELD>=VALUE compare numbers, amounts,\n"
                    "dates and instants. For links the value is an id, a number or a name; for amounts it is as written: 1250.00."),
  .options = options,
  .run = run,
};
