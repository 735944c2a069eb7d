/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lookup.h"
#include "output.h"

/* The place of the book: given as a path or as a file: URI, or the default one. Borrowed. */
const char *
tend_cli_get_path (TendCli *cli)
{
  g_autofree char *from_uri = NULL;
  g_autofree char *host = NULL;

  if (cli->path == NULL)
    cli->path = tend_book_get_default_path ();

  if (g_str_has_prefix (cli->path, "file:") && (from_uri = g_filename_from_uri (cli->path, &host, NULL)) != NULL && host == NULL)
    {
      g_free (cli->path);
      cli->path = g_steal_pointer (&from_uri);
    }

  return cli->path;
}

/* Who goes on working with an older state of the book must know it. */
static void
note_lost (gint64 n)
{
  if (n > 0)
    tend_output_note (ngettext ("%u change that was written once is missing: the book's log was lost.",
                                "%u changes that were written once are missing: the book's log was lost.", (guint) n),
                      (guint) n);
}

/* Whether what was given as the book's place can be one. */
gboolean
tend_cli_check_place (TendCli  *cli,
                      GError  **error)
{
  const char *path = tend_cli_get_path (cli);
  const char *scheme = g_uri_peek_scheme (path);

  if (*path == '\0')
    {
      tend_cli_usage_error (error, _("--book needs a path; none was given."));
      return FALSE;
    }

  if (g_strcmp0 (scheme, "postgresql") == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("This Tend keeps books in files, not in a database server."));
  else if (g_strcmp0 (scheme, "file") == 0 || (scheme != NULL && g_str_has_prefix (path + strlen (scheme), "://")))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("This address does not lead to a file on this computer."));
  else
    return TRUE;

  cli->refused = TRUE;
  return FALSE;
}

/* Opens the book, and says in whose name it is used. */
gboolean
tend_cli_open (TendCli        *cli,
               TendBookFlags   flags,
               GError        **error)
{
  TendId user;

  if (!tend_cli_check_place (cli, error))
    return FALSE;

  cli->book = tend_book_open (tend_cli_get_path (cli), flags, error);

  if (cli->book == NULL)
    {
      cli->refused = TRUE;
      return FALSE;
    }

  note_lost (tend_book_get_lost (cli->book));

  /* A sample book's user is for the window: what a script does is nobody's unless it says whose. */
  tend_book_set_user (cli->book, 0);
  if (cli->as_manager == NULL)
    return TRUE;

  if (!tend_lookup_reference (cli, &tend_manager_noun, cli->as_manager, &user, error))
    return FALSE;

  tend_book_set_user (cli->book, user);
  return TRUE;
}

/* Runs @operation on the book. */
gboolean
tend_cli_apply (TendCli        *cli,
                TendOperation  *operation,
                GError        **error)
{
  return tend_book_apply (cli->book, operation, NULL, error);
}

/* The nouns of the book as a list for a sentence. (transfer full) */
char *
tend_cli_list_nouns (void)
{
  const TendNoun *const *nouns = tend_nouns ();
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; nouns[i] != NULL; i++)
    g_strv_builder_add (names, nouns[i]->plural);

  all = g_strv_builder_end (names);
  return g_strjoinv (", ", all);
}

/* A sentence of our own for what GOption cannot know to be wrong. */
void
tend_cli_usage_error (GError     **error,
                      const char  *format,
                      ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
}

/* Whether @args are as many as the command takes. */
gboolean
tend_cli_check_count (const char * const  *args,
                      guint                min,
                      guint                max,
                      GError             **error)
{
  guint n = g_strv_length ((char **) args);

  if (n < min)
    {
      tend_cli_usage_error (error, _("Something is missing on the command line; --help shows what."));
      return FALSE;
    }

  if (n > max)
    {
      tend_cli_usage_error (error, _("“%s” is one word too many on the command line."), args[max]);
      return FALSE;
    }

  return TRUE;
}
