/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import-output.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "row-output.h"

#define MAX_SHOWN 50

/* Of a value within a sentence: enough to find it in its row. */
#define MAX_QUOTED 80

static char *
shorten (const char *value)
{
  g_autofree char *start = NULL;

  if (value == NULL || g_utf8_strlen (value, -1) <= MAX_QUOTED)
    return g_strdup (value != NULL ? value : "");

  start = g_utf8_substring (value, 0, MAX_QUOTED - 1);
  return g_strconcat (start, "…", NULL);
}

static char *
value_sentence (const TendImportProblem *problem)
{
  g_autofree char *value = shorten (problem->value);
  g_autoptr(GError) error = tend_error_new (TEND_ERROR_INPUT, problem->reason, problem->field,
                                            problem->value != NULL ? value : NULL, "value");

  if (problem->reason == TEND_REASON_NONE)
    return g_strdup_printf (_("“%s” cannot be used here."), value);

  return tend_problem_to_sentence (error);
}

/* The columns that no field takes. (transfer full) */
static GPtrArray *
list_unused (TendImportResult *result)
{
  GPtrArray *unused = g_ptr_array_new ();

  for (guint i = 0; result->mapping != NULL && result->dialect != NULL && i < result->dialect->columns->len; i++)
    if (!tend_import_mapping_uses_column (result->mapping, result->dialect, i))
      g_ptr_array_add (unused, tend_csv_dialect_get_column (result->dialect, i)->name);

  return unused;
}

/* Without a column for it the key is made of other values, and is nothing that a person ever saw. */
static char *
repeated_sentence (const TendImportProblem *problem,
                   const char              *value,
                   const char              *detail)
{
  if (problem->column == NULL)
    return g_strdup_printf (_("Row %s is called the same, and no key tells the two apart."), detail);

  return g_strdup_printf (_("The key “%s” stood in row %s already."), value, detail);
}

/* As it is said of a row that is written by hand. */
static char *
ring_sentence (const TendImportProblem *problem)
{
  g_autoptr(GError) error = tend_error_new (TEND_ERROR_INPUT, TEND_REASON_RING, problem->field, problem->value, "ring");

  return tend_problem_to_sentence (error);
}

/* What is wrong with a row, in a sentence. (transfer full) */
char *
tend_import_output_sentence (const TendImportProblem *problem)
{
  g_autofree char *value = shorten (problem->value);
  const char *detail = problem->detail != NULL ? problem->detail : "";

  switch (problem->code)
    {
    case TEND_IMPORT_TOO_MANY_CELLS:
      return g_strdup_printf (_("The row has %s cells, but there are only %s columns."), value, detail);
    case TEND_IMPORT_TOO_FEW_CELLS:
      return g_strdup_printf (ngettext ("The row has only %s cell, but there are %s columns.",
                                        "The row has only %s cells, but there are %s columns.", strtoul (value, NULL, 10)),
                              value, detail);
    case TEND_IMPORT_OPEN_QUOTE:
      return g_strdup (_("A quotation mark opens here and is never closed."));
    case TEND_IMPORT_UNDECODABLE:
      return g_strdup (_("These bytes are no text in the file's encoding; --encoding states another."));
    case TEND_IMPORT_UNKNOWN_LINK:
      return g_strdup_printf (_("There is no “%s” that this could refer to."), value);
    case TEND_IMPORT_AMBIGUOUS_LINK:
      return g_strdup_printf (_("“%s” fits several."), value);
    case TEND_IMPORT_REPEATED_KEY:
      return repeated_sentence (problem, value, detail);
    case TEND_IMPORT_NUMBER_TAKEN:
      return g_strdup_printf (_("The number “%s” belongs to %s already: change it in the file or there, or map no column to the number."), value, detail);
    case TEND_IMPORT_SELF:
      return g_strdup (_("The row refers to itself."));
    case TEND_IMPORT_RING:
      return ring_sentence (problem);
    case TEND_IMPORT_NOTHING_NAMED:
      return g_strdup (_("The row has no name."));
    case TEND_IMPORT_OTHER_CURRENCY:
      return g_strdup_printf (_("The sum is in %s, but it should be in %s."), value, detail);
    case TEND_IMPORT_GROUP_LEFT_OUT:
      return g_strdup_printf (_("Rows with the key “%s” are added up, and row %s of them has a problem."), value, detail);
    case TEND_IMPORT_ROUNDED:
      return g_strdup_printf (_("“%s” was rounded to %s."), value, detail);
    case TEND_IMPORT_TRIMMED:
      return g_strdup (_("Blanks around the value were left out."));
    case TEND_IMPORT_CONTROL:
      return g_strdup (_("Control characters became blanks."));
    case TEND_IMPORT_STRAY_QUOTE:
      return g_strdup (_("There is text behind a closing quotation mark; it was kept."));
    case TEND_IMPORT_KEPT:
      return g_strdup_printf (_("This was changed in Tend since the last import, so it was kept; the file says “%s”."), value);
    case TEND_IMPORT_REPEATED_NAME:
      return g_strdup_printf (_("Another row is called “%s” too, and nothing tells them apart."), value);
    case TEND_IMPORT_UNUSUAL_LINE:
      return g_strdup (_("Reports to someone of the same or a lower role."));
    case TEND_IMPORT_DOUBTFUL_DATES:
      return g_strdup (_("Day and month could be the other way round; --date-format states it."));
    case TEND_IMPORT_DOUBTFUL_NUMBERS:
      return g_strdup (_("The numbers could be read with comma or point; --decimal states it."));
    case TEND_IMPORT_DOUBTFUL_ENCODING:
      return g_strdup_printf (_("The encoding is a guess: %s; --encoding states it."), value);
    case TEND_IMPORT_VALUE:
    default:
      return value_sentence (problem);
    }
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint64      n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) n);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_problems (JsonBuilder *builder,
              GPtrArray   *problems)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);

  for (guint i = 0; i < problems->len; i++)
    {
      const TendImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = tend_import_output_sentence (problem);

      json_builder_begin_object (builder);
      add_count (builder, "row", problem->row);
      add_string (builder, "column", problem->column);
      add_string (builder, "value", problem->value);
      add_string (builder, "message", sentence);
      json_builder_set_member_name (builder, "skipped");
      json_builder_add_boolean_value (builder, tend_import_problem_skips (problem));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_mapping (JsonBuilder       *builder,
             TendImportMapping *mapping)
{
  json_builder_set_member_name (builder, "mapping");
  json_builder_begin_object (builder);

  for (guint i = 0; mapping != NULL && i < tend_import_mapping_get_n (mapping); i++)
    add_string (builder, tend_import_mapping_get_field (mapping, i), tend_import_mapping_get_source (mapping, i));

  json_builder_end_object (builder);
}

static void
add_unused (JsonBuilder      *builder,
            TendImportResult *result)
{
  g_autoptr(GPtrArray) unused = list_unused (result);

  json_builder_set_member_name (builder, "unused");
  json_builder_begin_array (builder);
  for (guint i = 0; i < unused->len; i++)
    json_builder_add_string_value (builder, unused->pdata[i]);
  json_builder_end_array (builder);
}

/* Answers with the result of an import as cli.md states it. */
void
tend_import_output_json (TendImportResult *result)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_count (builder, "read", result->read);
  add_count (builder, "added", result->added);
  add_count (builder, "updated", result->updated);
  add_count (builder, "unchanged", result->unchanged);
  add_count (builder, "kept", result->kept);
  add_count (builder, "joined", result->joined);
  add_count (builder, "skipped", result->skipped);
  add_count (builder, "rounded", result->rounded);
  add_count (builder, "contacts_added", result->contacts_added);
  add_count (builder, "contacts_updated", result->contacts_updated);
  add_mapping (builder, result->mapping);
  add_unused (builder, result);
  add_string (builder, "source", result->source);
  add_string (builder, "encoding", result->dialect != NULL ? result->dialect->encoding : NULL);
  add_string (builder, "delimiter", result->dialect != NULL ? tend_csv_delimiter_to_string (result->dialect->delimiter) : NULL);
  add_count (builder, "n_problems", result->n_problems);
  add_problems (builder, result->problems);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, result->dry_run);
  json_builder_set_member_name (builder, "refused");
  json_builder_add_boolean_value (builder, result->refused);
  json_builder_set_member_name (builder, "batch");
  tend_row_add_id (builder, result->batch);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
print_mapping (TendImportResult *result)
{
  g_autoptr(TendTable) table = tend_table_new ();

  for (guint i = 0; result->mapping != NULL && i < tend_import_mapping_get_n (result->mapping); i++)
    {
      tend_table_take (table, g_strdup (""));
      tend_table_take (table, g_strdup (tend_import_mapping_get_field (result->mapping, i)));
      tend_table_take (table, g_strdup (tend_import_mapping_get_source (result->mapping, i)));
      tend_table_end_row (table);
    }

  if (result->dialect != NULL)
    tend_output_line (_("Read as %s, columns parted by %s:"), result->dialect->encoding,
                      tend_csv_delimiter_to_string (result->dialect->delimiter));
  tend_table_print (table);
}

/* Columns that are left where they are may be just those that somebody counts on. */
static void
print_unused (TendImportResult *result)
{
  g_autoptr(GPtrArray) unused = list_unused (result);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (unused->len, MAX_SHOWN); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *) unused->pdata[i]);
  if (unused->len > MAX_SHOWN)
    g_string_append (names, ", …");
  if (unused->len > 0)
    tend_output_line (_("Not taken from the file: %s"), names->str);
}

static void
print_problems (TendImportResult *result)
{
  for (guint i = 0; i < MIN (result->problems->len, MAX_SHOWN); i++)
    {
      const TendImportProblem *problem = g_ptr_array_index (result->problems, i);
      g_autofree char *sentence = tend_import_output_sentence (problem);

      if (problem->row > 0 && problem->column != NULL)
        tend_output_note (_("Row %lu, %s: %s"), (gulong) problem->row, problem->column, sentence);
      else if (problem->row > 0)
        tend_output_note (_("Row %lu: %s"), (gulong) problem->row, sentence);
      else if (problem->column != NULL)
        tend_output_note ("%s: %s", problem->column, sentence);
      else
        tend_output_note ("%s", sentence);
    }

  if (result->n_problems > MAX_SHOWN)
    tend_output_note (_("… and %lu more; --json lists them."), (gulong) result->n_problems - MAX_SHOWN);
}

/* Says what came of an import: the counts on standard output, the problems on standard error. */
void
tend_import_output_text (TendImportResult *result)
{
  g_autofree char *batch = tend_id_to_text (result->batch);

  print_mapping (result);
  print_unused (result);
  print_problems (result);
  tend_output_line (_("Rows read: %lu"), (gulong) result->read);
  tend_output_line (_("Added: %lu, updated: %lu, unchanged: %lu, kept: %lu, left out: %lu"), (gulong) result->added,
                    (gulong) result->updated, (gulong) result->unchanged, (gulong) result->kept, (gulong) result->skipped);

  if (result->joined > 0)
    tend_output_line (ngettext ("%lu row was added up with an earlier one of its key.",
                                "%lu rows were added up with earlier ones of their keys.", (gulong) result->joined),
                      (gulong) result->joined);
  if (result->rounded > 0)
    tend_output_line (ngettext ("%lu sum had more decimals than its currency and was rounded half up.",
                                "%lu sums had more decimals than their currency and were rounded half up.",
                                (gulong) result->rounded), (gulong) result->rounded);

  if (result->refused)
    tend_output_note (_("Nothing was written, because of the problems above; --keep-going takes the other rows."));
  else if (result->dry_run)
    tend_output_line (_("This was a dry run; nothing was written."));
  else if (result->batch != 0)
    tend_output_line (_("“tendctl undo %s” takes it back."), batch);
}
