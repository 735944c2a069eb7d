/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli.h"
#include "core/exchange/import-job.h"
#include "import-output.h"

static char *as;
static char *source;
static char **maps;
static char *encoding;
static char *delimiter;
static char *decimal;
static char *date_format;
static gboolean no_header;
static gboolean dry_run;
static gboolean keep_going;
static gboolean overwrite;

static const GOptionEntry options[] = {
  { "as", 0, 0, G_OPTION_ARG_FILENAME, &as, N_("What the rows are: accounts, managers, contacts, products, purchases, invoices, …"), N_("NOUN") },
  { "source", 0, 0, G_OPTION_ARG_FILENAME, &source, N_("Whose keys the file's keys are; the file's name if not given"), N_("NAME") },
  { "map", 'm', 0, G_OPTION_ARG_FILENAME_ARRAY, &maps, N_("Which column makes this field"), N_("FIELD=COLUMN") },
  { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &encoding, N_("Instead of the one detected"), N_("NAME") },
  { "delimiter", 0, 0, G_OPTION_ARG_FILENAME, &delimiter, N_("Instead of the one detected"), N_("CHARACTER") },
  { "decimal", 0, 0, G_OPTION_ARG_FILENAME, &decimal, N_("Comma or point, instead of what was detected"), N_("CHARACTER") },
  { "date-format", 0, 0, G_OPTION_ARG_FILENAME, &date_format, N_("dmy, mdy or ymd, instead of what was detected; dd.mm.yy where years have two digits"), N_("ORDER") },
  { "no-header", 0, 0, G_OPTION_ARG_NONE, &no_header, N_("The first row is data; columns are called A, B, C"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would be done"), NULL },
  { "keep-going", 0, 0, G_OPTION_ARG_NONE, &keep_going, N_("Leave out rows with problems instead of taking none"), NULL },
  { "overwrite", 0, 0, G_OPTION_ARG_NONE, &overwrite, N_("Take the file's value also where it was changed in Tend since"), NULL },
  { NULL }
};

static gboolean
parse_maps (TendImportMapping **mapping,
            GError            **error)
{
  g_autoptr(TendImportMapping) parsed = NULL;

  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      const char *equals = strchr (maps[i], '=');
      g_autofree char *field = NULL;

      if (equals == NULL || equals == maps[i] || equals[1] == '\0')
        {
          tend_cli_usage_error (error, _("--map takes FIELD=COLUMN, not “%s”."), maps[i]);
          return FALSE;
        }

      if (parsed == NULL)
        parsed = tend_import_mapping_new ();

      field = g_strndup (maps[i], (gsize) (equals - maps[i]));
      tend_import_mapping_set (parsed, field, equals + 1);
    }

  *mapping = g_steal_pointer (&parsed);
  return TRUE;
}

static gboolean
parse_overrides (TendCsvOverrides  *overrides,
                 GError           **error)
{
  overrides->encoding = encoding;
  overrides->has_header = no_header ? -1 : 0;

  if (delimiter != NULL && !tend_csv_delimiter_parse (delimiter, &overrides->delimiter))
    tend_cli_usage_error (error, _("--delimiter takes comma, semicolon, tab or |, not “%s”."), delimiter);
  else if (decimal != NULL && strcmp (decimal, ",") != 0 && strcmp (decimal, ".") != 0)
    tend_cli_usage_error (error, _("--decimal takes a comma or a point, not “%s”."), decimal);
  else if (date_format != NULL && !tend_date_order_parse (date_format, &overrides->date_order, &overrides->short_years))
    tend_cli_usage_error (error, _("--date-format takes dmy, mdy or ymd, not “%s”."), date_format);
  else
    {
      overrides->decimal = decimal != NULL ? decimal[0] : '\0';
      return TRUE;
    }

  return FALSE;
}

/* What is wrong with the file itself; NULL where it is something else. */
static const char *
file_sentence (const GError *failure)
{
  if (failure->domain != TEND_ERROR)
    return NULL;

  switch (failure->code)
    {
    case TEND_ERROR_EMPTY:
      return _("The file is empty.");
    case TEND_ERROR_FOLDER:
      return _("This is a folder or a device, not a file.");
    case TEND_ERROR_UNREADABLE:
      return _("The file cannot be read.");
    case TEND_ERROR_NOT_FOUND:
      return _("There is no such file.");
    default:
      return NULL;
    }
}

/* To import, the file is an input: whatever is wrong with it, the book is not to blame. */
static void
blame_file (const GError  *failure,
            const char    *path,
            GError       **error)
{
  const char *sentence = file_sentence (failure);

  if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_NOT_FOUND) && g_strcmp0 (tend_error_get_field (failure), "column") == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file has no column “%s”."), tend_error_get_value (failure));
  else if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_INPUT) && tend_error_get_reason (failure) == TEND_REASON_REQUIRED)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("No column was found for “%s”; say which with --map %s=COLUMN."),
                 tend_error_get_field (failure), tend_error_get_field (failure));
  else if (sentence != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, sentence);
  else
    g_propagate_error (error, g_error_copy (failure));
}

static TendExit
import (TendCli                  *cli,
        const char               *path,
        TendImportKind            kind,
        const TendImportOptions  *job_options,
        GError                  **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(TendOperation) job = tend_import_job_new (file, kind, job_options);
  g_autoptr(GError) failure = NULL;
  gboolean done = tend_cli_apply (cli, job, &failure);
  TendImportResult *result = tend_import_job_get_result (TEND_IMPORT_JOB (job));

  if (!done && (result == NULL || !result->refused))
    {
      blame_file (failure, path, error);
      return TEND_EXIT_ERROR;
    }

  if (cli->json)
    tend_import_output_json (result);
  else
    tend_import_output_text (result);

  return done ? TEND_EXIT_DONE : TEND_EXIT_INPUT;
}

static void
refuse_kind (GError **error)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (int i = 0; i < TEND_IMPORT_N_KINDS; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", tend_import_kind_to_string (i));
  /* Translators: %2$s are what --as takes: "accounts, managers, contacts, …" */
  tend_cli_usage_error (error, _("Rows cannot be imported as “%1$s”; --as takes %2$s."), as, kinds->str);
}

static gboolean
check_arguments (const char * const  *args,
                 TendImportKind      *kind,
                 GError             **error)
{
  if (!tend_cli_check_count (args, 2, 2, error))
    return FALSE;

  if (strcmp (args[0], "csv") != 0)
    tend_cli_usage_error (error, _("“%s” cannot be imported; csv can."), args[0]);
  else if (as == NULL)
    tend_cli_usage_error (error, _("--as is missing: are the rows accounts, managers, contacts, products, purchases, invoices, …?"));
  else if (!tend_import_kind_parse (as, kind))
    refuse_kind (error);
  else
    return TRUE;

  return FALSE;
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(TendImportMapping) mapping = NULL;
  TendImportOptions job_options = {
    .source = source, .dry_run = dry_run, .keep_going = keep_going, .overwrite = overwrite,
  };
  TendImportKind kind;

  if (!check_arguments (args, &kind, error) || !parse_maps (&mapping, error) || !parse_overrides (&job_options.overrides, error)
      || !tend_cli_open (cli, TEND_BOOK_OPEN, error))
    return TEND_EXIT_ERROR;

  job_options.mapping = mapping;
  return import (cli, args[1], kind, &job_options, error);
}

const TendCommand tend_command_import = {
  .name = "import",
  .arguments = N_("csv FILE --as NOUN"),
  .summary = N_("Reads a file into the book"),
  .description = N_("NOUN is accounts, managers, contacts, follow-ups, products, purchases, invoices, interactions, needs, opportunities,\n"
                    "pulses, liaisons or whitespace. COLUMN is a column's name, or a pattern that joins columns: --map name='{FirstName} {LastName}',\n"
                    "or = and a fixed text. Sums and quantities may be calculated, and with + in front are added up over all rows of a\n"
                    "key: --map amount='+{Price} * {Quantity} * (1 - {Discount})'.\n"
                    "The field “key” is the source's own id; links (owner, reports_to, account, manager, parent, product, sold_by) take\n"
                    "the keys of the same source, a name or a number; a purchase's “invoice” gives it the account and the day of that\n"
                    "invoice; contact.FIELD makes an account's main contact.\n"
                    "Without --map the columns are guessed, and the guess is printed. Imported again, rows are updated, never doubled."),
  .options = options,
  .takes_files = TRUE,
  .run = run,
};
