/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "core/generate/generate-operation.h"
#include "output.h"

#define MAX_ACCOUNTS 10000000

static gint64 n_accounts = G_MININT64;
static gint64 seed = 1;
static char *language;
static char *around;
static gboolean lean;
static gint64 n_interactions;

static const GOptionEntry options[] = {
  { "accounts", 'n', 0, G_OPTION_ARG_INT64, &n_accounts, N_("How many accounts"), N_("N") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("Another number, another book"), N_("S") },
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("Of names and places: de or en"), N_("CODE") },
  { "around", 0, 0, G_OPTION_ARG_FILENAME, &around, N_("The instant around which follow-ups lie, instead of now"), N_("INSTANT") },
  { "lean", 0, 0, G_OPTION_ARG_NONE, &lean, N_("Only accounts, contacts and follow-ups: many accounts in little time"), NULL },
  { "interactions", 0, 0, G_OPTION_ARG_INT64, &n_interactions, N_("How many the first account has, for measuring"), N_("N") },
  { NULL }
};

static gboolean
parse_around (TendInstant  *instant,
              GError      **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) exact = around == NULL ? NULL : g_date_time_new_from_iso8601 (around, zone);

  if (around != NULL && exact == NULL)
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, "around", around, "not an instant");
      return FALSE;
    }

  *instant = exact != NULL ? g_date_time_to_unix_usec (exact) : g_get_real_time ();
  return TRUE;
}

/* What was not said is the language of whoever asks. */
static const char *
default_language (void)
{
  const char * const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    if (tend_sample_book_is_language (languages[i]))
      return languages[i];

  return "en";
}

static gboolean
check_options (GError **error)
{
  if (n_accounts == G_MININT64)
    tend_cli_usage_error (error, _("--accounts N is missing."));
  else if (n_accounts < 0 || n_accounts > MAX_ACCOUNTS)
    tend_cli_usage_error (error, _("--accounts can be 0 to %d."), MAX_ACCOUNTS);
  else if (n_interactions < 0 || n_interactions > MAX_ACCOUNTS)
    tend_cli_usage_error (error, _("--interactions can be 0 to %d."), MAX_ACCOUNTS);
  else if (language != NULL && !tend_sample_book_is_language (language))
    tend_cli_usage_error (error, _("There are sample books in de and en, not in “%s”."), language);
  else
    return TRUE;

  return FALSE;
}

static void
print (TendCli               *cli,
       TendGenerateOperation *operation)
{
  const TendNoun * const *nouns = tend_nouns ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);

  for (guint i = 0; nouns[i] != NULL; i++)
    {
      guint n = tend_generate_operation_get_rows (operation, nouns[i]);

      if (!cli->json)
        tend_output_line ("%s: %u", nouns[i]->plural, n);

      json_builder_set_member_name (builder, nouns[i]->plural);
      json_builder_add_int_value (builder, n);
    }

  json_builder_end_object (builder);
  if (cli->json)
    tend_output_json (builder);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  TendSampleOptions sample = { 0 };
  g_autoptr(TendOperation) operation = NULL;

  if (!tend_cli_check_count (args, 0, 0, error) || !check_options (error) || !parse_around (&sample.now, error)
      || !tend_cli_open (cli, TEND_BOOK_CREATE, error))
    return TEND_EXIT_ERROR;

  sample.n_accounts = (guint) n_accounts;
  sample.seed = (guint64) seed;
  sample.lean = lean;
  sample.n_interactions = (guint) n_interactions;
  sample.language = language != NULL ? language : default_language ();
  operation = tend_generate_operation_new (&sample);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  print (cli, TEND_GENERATE_OPERATION (operation));
  return TEND_EXIT_DONE;
}

const TendCommand tend_command_generate = {
  .name = "generate",
  .arguments = "--accounts N",
  .summary = N_("Makes a lifelike sample book"),
  .description = N_("The book is made where there is none, or filled where it is empty. The same numbers make the same book.\n"
                    "All of it is invented: the firms, the people, and phone numbers and addresses at which nobody is."),
  .options = options,
  .run = run,
};
