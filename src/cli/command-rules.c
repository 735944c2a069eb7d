/* SPDX-License-Identifier: GPL-3.0-or-later */

/* rules: the numbers by which Tend computes and promises, and those of them that this book has changed. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli.h"
#include "output.h"

#define USUAL "usual"

static void
add_int (JsonBuilder *builder,
         const char  *name,
         int          value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
print_json (const TendRules     *rules,
            const TendRuleField *fields,
            guint                n_fields)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (guint i = 0; i < n_fields; i++)
    {
      json_builder_set_member_name (builder, fields[i].name);
      json_builder_begin_object (builder);
      add_int (builder, "value", tend_rules_get (rules, &fields[i]));
      add_int (builder, "usual", fields[i].initial);
      add_int (builder, "least", fields[i].least);
      add_int (builder, "most", fields[i].most);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
print_text (const TendRules     *rules,
            const TendRuleField *fields,
            guint                n_fields)
{
  g_autoptr(TendTable) table = tend_table_new ();

  for (guint i = 0; i < n_fields; i++)
    {
      int value = tend_rules_get (rules, &fields[i]);

      tend_table_take (table, g_strdup (fields[i].name));
      tend_table_take_number (table, g_strdup_printf ("%d", value));
      tend_table_take (table, value != fields[i].initial ? g_strdup_printf (_("usual: %d"), fields[i].initial) : NULL);
      tend_table_end_row (table);
    }

  tend_table_print (table);
}

/* All of them, or the one called @name. */
static TendExit
print (TendCli     *cli,
       const char  *name,
       GError     **error)
{
  TendRules rules;
  guint n_fields;
  const TendRuleField *fields = tend_rules_get_fields (&n_fields);

  if (!tend_book_get_rules (cli->book, &rules, error))
    return TEND_EXIT_ERROR;

  if (name != NULL)
    {
      fields = tend_rules_find (name);
      n_fields = 1;
    }

  if (cli->json)
    print_json (&rules, fields, n_fields);
  else
    print_text (&rules, fields, n_fields);

  return TEND_EXIT_DONE;
}

static gboolean
parse_value (const TendRuleField  *field,
             const char           *text,
             int                  *value,
             GError              **error)
{
  gint64 number;

  if (strcmp (text, USUAL) == 0)
    {
      *value = field->initial;
      return TRUE;
    }

  if (g_ascii_string_to_signed (text, 10, field->least, field->most, &number, NULL))
    {
      *value = (int) number;
      return TRUE;
    }

  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_OUT_OF_RANGE, field->name, text, "%d to %d", field->least, field->most);
  return FALSE;
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  const TendRuleField *field = NULL;
  int value;

  if (!tend_cli_check_count (args, 0, 2, error))
    return TEND_EXIT_ERROR;

  if (args[0] != NULL && (field = tend_rules_find (args[0])) == NULL)
    {
      tend_cli_usage_error (error, _("There is no rule “%s”; “tendctl rules” lists them."), args[0]);
      return TEND_EXIT_ERROR;
    }

  if (args[0] == NULL || args[1] == NULL)
    return tend_cli_open (cli, TEND_BOOK_READ_ONLY, error) ? print (cli, args[0], error) : TEND_EXIT_ERROR;

  if (!parse_value (field, args[1], &value, error) || !tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || !tend_book_set_rule (cli->book, field->name, value, error))
    return TEND_EXIT_ERROR;

  return print (cli, args[0], error);
}

const TendCommand tend_command_rules = {
  .name = "rules",
  .arguments = N_("[NAME [VALUE]]"),
  .summary = N_("Shows the numbers of the rules, or changes one"),
  .description = N_("Weights of health, rhythms of contact, borders of the bands, hours of a tier: each holds for this book. “usual” as the\n"
                    "VALUE brings back what it was. After a change all healths are computed anew."),
  .run = run,
};
