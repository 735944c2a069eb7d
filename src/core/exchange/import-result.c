/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-result"

#include "config.h"

#include "import-result-private.h"

/* Enough to know a value by. */
#define MAX_VALUE 200

static void
problem_free (gpointer data)
{
  TendImportProblem *problem = data;

  g_free (problem->column);
  g_free (problem->field);
  g_free (problem->value);
  g_free (problem->detail);
  g_free (problem);
}

static void
result_clear (gpointer data)
{
  TendImportResult *self = data;

  g_free (self->source);
  g_clear_pointer (&self->dialect, tend_csv_dialect_free);
  g_clear_pointer (&self->mapping, tend_import_mapping_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}

TendImportResult *
tend_import_result_new (void)
{
  TendImportResult *self = g_atomic_rc_box_new0 (TendImportResult);

  self->problems = g_ptr_array_new_with_free_func (problem_free);

  return self;
}

TendImportResult *
tend_import_result_ref (TendImportResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tend_import_result_unref (TendImportResult *self)
{
  g_atomic_rc_box_release_full (self, result_clear);
}

gboolean
tend_import_problem_skips (const TendImportProblem *problem)
{
  return problem->code < TEND_IMPORT_NOTE;
}

static char *
cut (const char *text)
{
  const char *end;
  g_autofree char *start = NULL;

  if (text == NULL || strlen (text) <= MAX_VALUE)
    return g_strdup (text);

  g_utf8_validate_len (text, MAX_VALUE, &end);
  start = g_strndup (text, end - text);

  return g_strconcat (start, "…", NULL);
}

/* Counts @problem, and keeps a copy of it while there are not too many. */
void
tend_import_result_add (TendImportResult        *self,
                        const TendImportProblem *problem)
{
  TendImportProblem *copy;

  self->n_problems++;
  self->n_skipping += tend_import_problem_skips (problem);
  if (self->problems->len >= TEND_IMPORT_MAX_PROBLEMS)
    return;

  copy = g_memdup2 (problem, sizeof *problem);
  copy->column = g_strdup (problem->column);
  copy->field = g_strdup (problem->field);
  copy->value = cut (problem->value);
  copy->detail = g_strdup (problem->detail);
  g_ptr_array_add (self->problems, copy);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TendImportProblem *x = *(TendImportProblem * const *) a;
  const TendImportProblem *y = *(TendImportProblem * const *) b;

  return x->row < y->row ? -1 : x->row > y->row;
}

void
tend_import_result_sort (TendImportResult *self)
{
  g_ptr_array_sort (self->problems, compare_rows);
}

void
tend_import_row_report (TendImportRow         *row,
                        TendImportProblemCode  code,
                        TendReason             reason,
                        const char            *column,
                        const char            *field,
                        const char            *value,
                        const char            *detail)
{
  const TendImportProblem problem = {
    .code = code, .reason = reason, .row = row->row, .line = row->line, .column = (char *) column,
    .field = (char *) field, .value = (char *) value, .detail = (char *) detail,
  };

  tend_import_result_add (row->result, &problem);
  row->skipped |= tend_import_problem_skips (&problem);
}
