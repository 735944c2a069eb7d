/* SPDX-License-Identifier: GPL-3.0-or-later */

/* backup and restore: the two ways a whole book goes. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "output.h"

static void
answer (TendCli    *cli,
        const char *sentence,
        const char *first,
        const char *first_value,
        const char *second,
        const char *second_value)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      tend_output_line ("%s", sentence);
      return;
    }

  json_builder_begin_object (builder);
  tend_output_add_path (builder, first, first_value);
  tend_output_add_path (builder, second, second_value);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

/* To back up, the place of the copy is an input: what is wrong with it is not the book's fault. */
static gboolean
blame_target (const GError  *failure,
              const char    *path,
              GError       **error)
{
  const char *sentence = NULL;

  if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_EXISTS))
    sentence = _("There is something here that is no earlier backup, or a book that is in use; nothing was changed.");
  else if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_FOLDER))
    sentence = _("This is a folder or a device, not a file.");
  else if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    sentence = _("There is no such folder.");
  else if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_READ_ONLY))
    sentence = _("A backup cannot be written here.");

  if (sentence != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, sentence);
  else
    g_propagate_error (error, g_error_copy (failure));
  return FALSE;
}

static TendExit
run_backup (TendCli             *cli,
            const char * const  *args,
            GError             **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *sentence = NULL;

  if (!tend_cli_check_count (args, 1, 1, error)
      || !tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || (!tend_book_backup (cli->book, args[0], &failure) && !blame_target (failure, args[0], error)))
    return TEND_EXIT_ERROR;

  sentence = g_strdup_printf (_("Backed up to %s"), args[0]);
  answer (cli, sentence, "book", tend_book_get_path (cli->book), "backup", args[0]);
  return TEND_EXIT_DONE;
}

/* To restore, the backup is an input: what is wrong with it is not the book's fault. */
static gboolean
blame_backup (const GError  *failure,
              const char    *path,
              GError       **error)
{
  g_autofree char *sentence = NULL;

  if (failure->domain != TEND_ERROR || failure->code == TEND_ERROR_READ_ONLY || failure->code == TEND_ERROR_FULL
      || failure->code == TEND_ERROR_BUSY || failure->code == TEND_ERROR_FAILED)
    {
      g_propagate_error (error, g_error_copy (failure));
      return FALSE;
    }

  sentence = failure->code == TEND_ERROR_NOT_FOUND ? g_strdup (_("There is no such file.")) : tend_problem_to_sentence (failure);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, sentence);
  return FALSE;
}

static TendExit
run_restore (TendCli             *cli,
             const char * const  *args,
             GError             **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *aside = NULL;

  if (!tend_cli_check_count (args, 1, 1, error) || !tend_cli_check_place (cli, error)
      || (!tend_book_restore (tend_cli_get_path (cli), args[0], &aside, &failure) && !blame_backup (failure, args[0], error)))
    return TEND_EXIT_ERROR;

  sentence = aside != NULL ? g_strdup_printf (_("Restored from %s; the book as it was is kept as %s"), args[0], aside)
                           : g_strdup_printf (_("Restored from %s"), args[0]);
  answer (cli, sentence, "book", tend_cli_get_path (cli), "aside", aside);
  return TEND_EXIT_DONE;
}

const TendCommand tend_command_backup = {
  .name = "backup",
  .arguments = N_("FILE"),
  .summary = N_("Copies the book, also while it is in use"),
  .description = N_("An earlier copy at FILE is replaced, and nothing else."),
  .takes_files = TRUE,
  .run = run_backup,
};

const TendCommand tend_command_restore = {
  .name = "restore",
  .arguments = N_("FILE"),
  .summary = N_("Puts a backup in place of the book"),
  .description = N_("The book as it was is kept beside it."),
  .takes_files = TRUE,
  .run = run_restore,
};
