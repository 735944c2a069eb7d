/* SPDX-License-Identifier: GPL-3.0-or-later */

/* tendctl: the book from the command line. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "output.h"

static const TendCommand * const commands[] = {
  &tend_command_init,
  &tend_command_info,
  &tend_command_check,
  &tend_command_generate,
  &tend_command_list,
  &tend_command_show,
  &tend_command_log,
  &tend_command_follow_up,
  &tend_command_need,
  &tend_command_opportunity,
  &tend_command_add,
  &tend_command_edit,
  &tend_command_delete,
  &tend_command_import,
  &tend_command_reassign,
  &tend_command_due,
  &tend_command_undo,
  &tend_command_redo,
  &tend_command_history,
  &tend_command_rules,
  &tend_command_backup,
  &tend_command_restore,
};

static TendCli cli;
static gboolean show_version;
static gboolean show_help;

/* Texts are taken as bytes: a UTF-8 name must come through under LC_ALL=C too. */
static const GOptionEntry common_options[] = {
  { "book", 'b', 0, G_OPTION_ARG_FILENAME, &cli.path, N_("The book to use instead of your own"), N_("PATH-OR-URI") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &cli.json, N_("Answer with one JSON document"), NULL },
  { "as-manager", 0, 0, G_OPTION_ARG_FILENAME, &cli.as_manager, N_("In whose name the book is used"), N_("NAME-OR-ID") },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &show_help, N_("Say how it is used"), NULL },
  { NULL }
};

static const GOptionEntry version_options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_("Say which version this is"), NULL },
  { NULL }
};

static const TendCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

static void
translate (GOptionContext *context)
{
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
}

static GOptionContext *
new_main_context (void)
{
  GOptionContext *context = g_option_context_new (_("COMMAND …"));
  g_autoptr(GString) text = g_string_new (NULL);

  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, version_options, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE);
  translate (context);

  g_string_append_printf (text, "%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-11s %s\n", commands[i]->name, _(commands[i]->summary));
  g_string_append_printf (text, "\n%s", _("“tendctl COMMAND --help” tells more about each."));
  g_option_context_set_description (context, text->str);
  g_option_context_set_summary (context, _("The book of Tend from the command line."));
  return context;
}

static GOptionContext *
new_command_context (const TendCommand *command)
{
  g_autofree char *usage = g_strdup_printf ("%s", _(command->arguments));
  GOptionContext *context = g_option_context_new (*command->arguments != '\0' ? usage : NULL);

  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  translate (context);
  g_option_context_set_summary (context, _(command->summary));

  if (command->description != NULL)
    g_option_context_set_description (context, _(command->description));

  return context;
}

static int
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  tend_output_text (help);
  return TEND_EXIT_DONE;
}

/* GOption ends its sentences without a full stop. */
static const char *
full_stop (const char *sentence)
{
  gsize length = strlen (sentence);

  return length == 0 || strchr (".?)\n", sentence[length - 1]) != NULL || g_str_has_suffix (sentence, "…") ? "" : ".";
}

static int
report (const GError *error)
{
  g_autofree char *sentence = tend_problem_to_sentence (error);

  if (cli.refused && g_error_matches (error, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    g_set_str (&sentence, _("There is no book here; “tendctl init” makes one."));

  if (cli.refused)
    fprintf (stderr, "tendctl: %s: %s\n", tend_cli_get_path (&cli), sentence);
  else
    fprintf (stderr, "tendctl: %s%s\n", sentence, full_stop (sentence));

  return cli.refused ? TEND_EXIT_BOOK : tend_problem_to_exit (error);
}

static gboolean
check_word (const char  *word,
            GError     **error)
{
  g_autofree char *shown = NULL;

  if (word == NULL || g_utf8_validate (word, -1, NULL))
    return TRUE;

  shown = g_utf8_make_valid (word, -1);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("“%s” on the command line is not written in UTF-8."), shown);
  return FALSE;
}

/* What goes into the book is UTF-8; the name of a file may be anything. */
static gboolean
check_utf8 (const TendCommand   *command,
            char               **words,
            GError             **error)
{
  for (const GOptionEntry *option = command->options; option != NULL && option->long_name != NULL; option++)
    {
      char **values = option->arg == G_OPTION_ARG_FILENAME_ARRAY ? *(char ***) option->arg_data : NULL;

      if (option->arg == G_OPTION_ARG_FILENAME && !check_word (*(char **) option->arg_data, error))
        return FALSE;
      for (guint i = 0; values != NULL && values[i] != NULL; i++)
        if (!check_word (values[i], error))
          return FALSE;
    }

  for (guint i = 1; !command->takes_files && words[i] != NULL; i++)
    if (!check_word (words[i], error))
      return FALSE;

  return check_word (cli.as_manager, error);
}

static int
run_command (const TendCommand  *command,
             char              **argv)
{
  g_autoptr(GOptionContext) context = new_command_context (command);
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("tendctl %s", command->name);
  g_auto(GStrv) words = NULL;
  TendExit status;

  /* GOption drops the "--" of what it has read; names may begin with "-" behind it. */
  g_set_prgname (program);
  words = g_strdupv (argv);

  if (!g_option_context_parse_strv (context, &words, &error) || !check_utf8 (command, words, &error))
    return report (error);

  if (show_help)
    return print_help (context);

  for (guint i = 1; words[i] != NULL; i++)
    if (strcmp (words[i], "--") == 0)
      {
        g_free (words[i]);
        memmove (&words[i], &words[i + 1], g_strv_length (&words[i + 1]) * sizeof (char *) + sizeof (char *));
        break;
      }

  status = command->run (&cli, (const char * const *) words + 1, &error);
  return status == TEND_EXIT_ERROR ? report (error) : (int) status;
}

static int
run (int    argc,
     char **argv)
{
  g_autoptr(GOptionContext) context = new_main_context ();
  g_autoptr(GError) error = NULL;
  const TendCommand *command;

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return report (error);

  if (show_version)
    {
      tend_output_line ("tendctl %s", TEND_VERSION);
      return TEND_EXIT_DONE;
    }

  if (argc > 1 && strcmp (argv[1], "help") == 0)
    {
      show_help = TRUE;
      argv++;
      argc--;
    }

  if (argc < 2)
    {
      if (show_help)
        return print_help (context);

      tend_cli_usage_error (&error, _("A command is missing; “tendctl --help” lists them."));
      return report (error);
    }

  command = find_command (argv[1]);

  if (command == NULL)
    {
      tend_cli_usage_error (&error, _("“%s” is not a command; “tendctl --help” lists them."), argv[1]);
      return report (error);
    }

  return run_command (command, argv + 1);
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TEND_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("tendctl");

  status = run (argc, argv);

  g_clear_object (&cli.book);
  g_clear_pointer (&cli.path, g_free);
  g_clear_pointer (&cli.as_manager, g_free);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, "tendctl: %s\n", _("The answer could not be written."));
      return status == TEND_EXIT_DONE ? TEND_EXIT_NOT_SO : status;
    }

  return status;
}
