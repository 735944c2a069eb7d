/* SPDX-License-Identifier: GPL-3.0-or-later */

/* add, edit and delete: the same for every noun, from its description. */

#include "config.h"

#include <glib/gi18n.h>

#include "assign.h"
#include "cli.h"
#include "core/ids.h"
#include "lookup.h"
#include "row-output.h"

/* The noun that is meant; handovers are history, which only reassigning makes. */
static const TendNoun *
find_noun (const char  *name,
           GError     **error)
{
  const TendNoun *noun = tend_noun_from_name (name);
  g_autofree char *known = NULL;

  if (noun != NULL && noun != &tend_handover_noun)
    return noun;

  known = tend_cli_list_nouns ();
  if (noun == NULL)
    tend_cli_usage_error (error, _("There is no “%s” in a book; there are %s."), name, known);
  else
    tend_cli_usage_error (error, _("Handovers are made by “tendctl reassign” alone."));

  return NULL;
}

static TendExit
run_add (TendCli             *cli,
         const char * const  *args,
         GError             **error)
{
  const TendNoun *noun;
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(TendOperation) operation = NULL;

  if (!tend_cli_check_count (args, 2, G_MAXUINT, error) || (noun = find_noun (args[0], error)) == NULL
      || !tend_cli_open (cli, TEND_BOOK_OPEN, error))
    return TEND_EXIT_ERROR;

  record = tend_record_new (noun);

  if (!tend_assign_words (cli, record, args + 1, error))
    return TEND_EXIT_ERROR;

  tend_assign_defaults (cli, record);
  operation = tend_edit_operation_new_create (record);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, noun, tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation)), error);
}

static TendExit
run_edit (TendCli             *cli,
          const char * const  *args,
          GError             **error)
{
  const TendNoun *noun;
  g_autoptr(TendRecord) before = NULL;
  g_autoptr(TendRecord) after = NULL;
  g_autoptr(TendOperation) operation = NULL;
  TendId id;

  if (!tend_cli_check_count (args, 3, G_MAXUINT, error) || (noun = find_noun (args[0], error)) == NULL
      || !tend_cli_open (cli, TEND_BOOK_OPEN, error) || !tend_lookup_find (cli, noun, args[1], &id, error)
      || (before = tend_lookup_dup (cli, noun, id, error)) == NULL)
    return TEND_EXIT_ERROR;

  after = tend_record_copy (before);

  if (!tend_assign_words (cli, after, args + 2, error))
    return TEND_EXIT_ERROR;

  operation = tend_edit_operation_new_update (before, after);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, noun, id, error);
}

static void
print_deleted (TendCli *cli,
               GArray  *ids,
               TendId   batch)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      tend_output_line (ngettext ("%u row was deleted.", "%u rows were deleted.", ids->len), ids->len);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "deleted");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    tend_row_add_id (builder, g_array_index (ids, TendId, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "batch");
  tend_row_add_id (builder, batch);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static TendExit
run_delete (TendCli             *cli,
            const char * const  *args,
            GError             **error)
{
  const TendNoun *noun;
  g_autoptr(GArray) ids = tend_ids_new ();
  g_autoptr(TendOperation) operation = NULL;

  if (!tend_cli_check_count (args, 2, G_MAXUINT, error) || (noun = find_noun (args[0], error)) == NULL
      || !tend_cli_open (cli, TEND_BOOK_OPEN, error))
    return TEND_EXIT_ERROR;

  for (guint i = 1; args[i] != NULL; i++)
    {
      TendId id;

      if (!tend_lookup_find (cli, noun, args[i], &id, error))
        return TEND_EXIT_ERROR;

      g_array_append_val (ids, id);
    }

  operation = tend_edit_operation_new_delete (noun, &g_array_index (ids, TendId, 0), ids->len);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  print_deleted (cli, ids, tend_operation_get_batch (operation));
  return TEND_EXIT_DONE;
}

const TendCommand tend_command_add = {
  .name = "add",
  .arguments = N_("NOUN FIELD=VALUE…"),
  .summary = N_("Adds a row of any noun"),
  .description = N_("Such as: add invoice account=K-10042 number=R-1 issued_on=2026-11-24 amount=1.250,00\n"
                    "The fields are those of “list”. Days, instants, sums and names are understood as people write them; what is said of\n"
                    "an account is looked for there."),
  .run = run_add,
};

const TendCommand tend_command_edit = {
  .name = "edit",
  .arguments = N_("NOUN ID-OR-NAME FIELD=VALUE…"),
  .summary = N_("Changes fields of a row"),
  .description = N_("FIELD= empties a field. A changed owner of an account is a handover."),
  .run = run_edit,
};

const TendCommand tend_command_delete = {
  .name = "delete",
  .arguments = N_("NOUN ID-OR-NAME…"),
  .summary = N_("Deletes rows, with what belongs to them"),
  .run = run_delete,
};
