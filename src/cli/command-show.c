/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "core/entities/product.h"
#include "lookup.h"
#include "show.h"

/* What has no more to it than its fields. */
static TendExit
show_row (TendCli         *cli,
          const TendNoun  *noun,
          TendId           id,
          GError         **error)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, noun, id, error);
  g_autoptr(TendLinks) links = tend_links_new (cli);
  g_autoptr(JsonBuilder) builder = NULL;

  if (record == NULL || !tend_show_fetch (links, record, cli, error))
    return TEND_EXIT_ERROR;

  if (!cli->json)
    {
      tend_show_fields (links, record);
      return TEND_EXIT_DONE;
    }

  builder = json_builder_new ();
  tend_row_add_json (builder, links, record);
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

  if (noun == NULL)
    {
      g_autofree char *known = tend_cli_list_nouns ();

      tend_cli_usage_error (error, _("There is no “%s” in a book; there are %s."), args[0], known);
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_READ_ONLY, error)
      || !tend_lookup_find (cli, noun, args[1], &id, error))
    return TEND_EXIT_ERROR;

  if (noun == &tend_account_noun)
    return tend_show_account (cli, id, error);
  if (noun == &tend_manager_noun)
    return tend_show_manager (cli, id, error);
  if (noun == &tend_product_noun)
    return tend_show_product (cli, id, error);

  return show_row (cli, noun, id, error);
}

const TendCommand tend_command_show = {
  .name = "show",
  .arguments = N_("account|manager|product|… ID-OR-NUMBER-OR-NAME"),
  .summary = N_("Shows everything known of one account, manager or product"),
  .description = N_("Of anything else it shows the fields."),
  .run = run,
};
