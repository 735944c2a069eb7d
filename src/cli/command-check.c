/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "output.h"
#include "row-output.h"

static gboolean repair;

static const GOptionEntry options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_("Make anew what is derived from the rest"), NULL },
  { NULL }
};

static void
print_json (GPtrArray *faults)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, faults->len == 0);
  json_builder_set_member_name (builder, "repaired");
  json_builder_add_boolean_value (builder, repair);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);

  for (guint i = 0; i < faults->len; i++)
    {
      const TendFault *fault = g_ptr_array_index (faults, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "invariant");
      json_builder_add_string_value (builder, fault->invariant);
      json_builder_set_member_name (builder, "table");
      json_builder_add_string_value (builder, fault->table);
      json_builder_set_member_name (builder, "id");
      tend_row_add_id (builder, fault->id);
      json_builder_set_member_name (builder, "detail");
      json_builder_add_string_value (builder, fault->detail);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
print_text (GPtrArray *faults)
{
  g_autoptr(TendTable) table = tend_table_new ();

  if (faults->len == 0)
    {
      tend_output_line (_("The book is whole."));
      return;
    }

  for (guint i = 0; i < faults->len; i++)
    {
      const TendFault *fault = g_ptr_array_index (faults, i);

      tend_table_take (table, g_strdup (fault->invariant));
      tend_table_take (table, g_strdup (fault->table));
      tend_table_take (table, fault->id != 0 ? tend_id_to_text (fault->id) : NULL);
      tend_table_take (table, g_strdup (fault->detail));
      tend_table_end_row (table);
    }

  tend_table_print (table);
  tend_output_note (ngettext ("%u fault was found.", "%u faults were found.", faults->len), faults->len);
}

/* Changes that were durable once and are gone: a book that is whole, but not the one it was. */
static void
add_lost (TendCli   *cli,
          GPtrArray *faults)
{
  TendFault *fault;

  if (tend_book_get_lost (cli->book) == 0)
    return;

  fault = g_new0 (TendFault, 1);
  fault->invariant = g_strdup ("changes-lost");
  fault->table = g_strdup ("change");
  fault->detail = g_strdup_printf ("%" G_GINT64_FORMAT, tend_book_get_lost (cli->book));
  g_ptr_array_add (faults, fault);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(GPtrArray) faults = NULL;

  if (!tend_cli_check_count (args, 0, 0, error)
      || !tend_cli_open (cli, repair ? TEND_BOOK_OPEN : TEND_BOOK_READ_ONLY, error)
      || (faults = tend_book_check (cli->book, repair, error)) == NULL)
    return TEND_EXIT_ERROR;

  add_lost (cli, faults);

  if (cli->json)
    print_json (faults);
  else
    print_text (faults);

  return faults->len == 0 ? TEND_EXIT_DONE : TEND_EXIT_NOT_SO;
}

const TendCommand tend_command_check = {
  .name = "check",
  .arguments = "",
  .summary = N_("Proves that the book is whole"),
  .description = N_("Exits with 1 where something is not as it must be."),
  .options = options,
  .run = run,
};
