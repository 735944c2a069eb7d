/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "output.h"

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  if (!tend_cli_check_count (args, 0, 0, error)
      || !tend_cli_open (cli, TEND_BOOK_CREATE | TEND_BOOK_EXCLUSIVE, error))
    return TEND_EXIT_ERROR;

  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tend_output_add_path (builder, "book", tend_book_get_path (cli->book));
      json_builder_end_object (builder);
      tend_output_json (builder);
    }
  else
    {
      tend_output_line (_("Made an empty book: %s"), tend_book_get_path (cli->book));
    }

  return TEND_EXIT_DONE;
}

const TendCommand tend_command_init = {
  .name = "init",
  .arguments = "",
  .summary = N_("Makes an empty book"),
  .description = N_("Nothing that exists is touched. Only you can read the book."),
  .run = run,
};
