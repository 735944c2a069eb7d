/* SPDX-License-Identifier: GPL-3.0-or-later */

/* undo and redo: the same act, of different batches. */

#include "config.h"

#include <glib/gi18n.h>

#include "change-output.h"
#include "cli.h"
#include "lookup.h"
#include "row-output.h"

static gboolean
parse_batch (const char  *text,
             TendId      *batch,
             GError     **error)
{
  if (tend_id_parse (text, batch) && *batch != 0)
    return TRUE;

  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_NUMBER, "batch", text, "not a batch");
  return FALSE;
}

/* How a row that was left alone is called; it may be gone. */
static char *
name_of (TendCli              *cli,
         const TendChangeItem *item)
{
  g_autoptr(TendRecord) record = tend_lookup_dup (cli, item->noun, item->id, NULL);

  return record != NULL ? tend_lookup_label (record) : tend_id_to_text (item->id);
}

static void
print_json (TendCli             *cli,
            TendId               reverted,
            TendOperation       *operation)
{
  GArray *left = tend_revert_operation_get_left (TEND_REVERT_OPERATION (operation));
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "reverted");
  tend_row_add_id (builder, reverted);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, tend_revert_operation_get_reverted (TEND_REVERT_OPERATION (operation)));
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, tend_operation_get_count (operation));
  json_builder_set_member_name (builder, "left");
  json_builder_begin_array (builder);

  for (guint i = 0; left != NULL && i < left->len; i++)
    {
      const TendChangeItem *item = &g_array_index (left, TendChangeItem, i);
      g_autofree char *name = name_of (cli, item);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "table");
      json_builder_add_string_value (builder, item->noun->table);
      json_builder_set_member_name (builder, "id");
      tend_row_add_id (builder, item->id);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, name);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "batch");
  tend_row_add_id (builder, tend_operation_get_batch (operation));
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
note_left (TendCli       *cli,
           TendOperation *operation)
{
  GArray *left = tend_revert_operation_get_left (TEND_REVERT_OPERATION (operation));

  for (guint i = 0; left != NULL && i < left->len; i++)
    {
      g_autofree char *name = name_of (cli, &g_array_index (left, TendChangeItem, i));

      tend_output_note (_("Changed since, so left alone: %s"), name);
    }
}

static void
print_text (TendCli       *cli,
            TendOperation *operation,
            gboolean       again)
{
  const char *kind = tend_revert_operation_get_reverted (TEND_REVERT_OPERATION (operation));

  if (again)
    tend_output_line (_("Done again."));
  else
    tend_output_line (_("Taken back: %s"), tend_change_output_kind (kind));
  note_left (cli, operation);
}

static TendExit
revert (TendCli   *cli,
        TendId     batch,
        gboolean   again,
        GError   **error)
{
  g_autoptr(TendOperation) operation = NULL;

  if (batch == 0)
    {
      tend_output_note ("tendctl: %s", again ? _("There is nothing to do again.") : _("There is nothing to take back."));
      return TEND_EXIT_NOT_SO;
    }

  operation = tend_revert_operation_new (batch);

  if (!tend_cli_apply (cli, operation, error))
    {
      note_left (cli, operation);
      return TEND_EXIT_ERROR;
    }

  if (cli->json)
    print_json (cli, batch, operation);
  else
    print_text (cli, operation, again);

  return TEND_EXIT_DONE;
}

/* What a find function did not fail with stands in @error, and 0 alone is no failure. */
static TendExit
revert_found (TendCli   *cli,
              TendId     batch,
              gboolean   again,
              GError    *failure,
              GError   **error)
{
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return TEND_EXIT_ERROR;
    }

  return revert (cli, batch, again, error);
}

static TendExit
run_undo (TendCli             *cli,
          const char * const  *args,
          GError             **error)
{
  GError *failure = NULL;
  TendId batch = 0;

  if (!tend_cli_check_count (args, 0, 1, error)
      || (args[0] != NULL && !parse_batch (args[0], &batch, error))
      || !tend_cli_open (cli, TEND_BOOK_OPEN, error))
    return TEND_EXIT_ERROR;

  if (args[0] == NULL)
    batch = tend_book_find_undo (cli->book, &failure);

  return revert_found (cli, batch, FALSE, failure, error);
}

static TendExit
run_redo (TendCli             *cli,
          const char * const  *args,
          GError             **error)
{
  GError *failure = NULL;
  TendId batch;

  if (!tend_cli_check_count (args, 0, 0, error) || !tend_cli_open (cli, TEND_BOOK_OPEN, error))
    return TEND_EXIT_ERROR;

  batch = tend_book_find_redo (cli->book, &failure);
  return revert_found (cli, batch, TRUE, failure, error);
}

const TendCommand tend_command_undo = {
  .name = "undo",
  .arguments = N_("[BATCH]"),
  .summary = N_("Takes the last act back, or the one of this batch"),
  .description = N_("What has been changed since is named and left alone. “tendctl history” lists the batches.\n"
                    "An import is taken back by its batch alone."),
  .run = run_undo,
};

const TendCommand tend_command_redo = {
  .name = "redo",
  .arguments = "",
  .summary = N_("Does again what was taken back last"),
  .run = run_redo,
};
