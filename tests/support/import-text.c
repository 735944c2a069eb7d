/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-text.h"

#include <string.h>

TendImportResult *
tend_test_import_file (TendBook                *book,
                       GFile                   *file,
                       TendImportKind           kind,
                       const TendImportOptions *options,
                       gboolean                 succeeds)
{
  g_autoptr (TendOperation) job = tend_import_job_new (file, kind, options);
  g_autoptr (GError) error = NULL;
  TendImportResult *result;

  tend_book_apply (book, job, NULL, &error);
  if (succeeds)
    g_assert_no_error (error);
  else
    g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  result = tend_import_job_get_result (TEND_IMPORT_JOB (job));
  g_assert_nonnull (result);
  g_assert_true (succeeds || result->refused);

  return tend_import_result_ref (result);
}

GFile *
tend_test_import_write (const char *text)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_tmp ("tend-test-XXXXXX.csv", &stream, &error);

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

TendImportResult *
tend_test_import_text (TendBook                *book,
                       TendImportKind           kind,
                       const char              *text,
                       const TendImportOptions *options,
                       gboolean                 succeeds)
{
  TendImportOptions all = options != NULL ? *options : (TendImportOptions) { NULL, };
  g_autoptr (GFile) file = tend_test_import_write (text);
  TendImportResult *result;

  if (all.source == NULL)
    all.source = "test";
  result = tend_test_import_file (book, file, kind, &all, succeeds);
  g_file_delete (file, NULL, NULL);

  return result;
}

void
tend_test_import_assert_problems (TendImportResult *result,
                                  const char       *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < result->problems->len; i++)
    {
      const TendImportProblem *problem = g_ptr_array_index (result->problems, i);

      g_string_append_printf (found, "%s%" G_GUINT64_FORMAT " %d %s", i > 0 ? " | " : "", problem->row, problem->code,
                              problem->column != NULL ? problem->column : "-");
    }
  g_assert_cmpstr (found->str, ==, expected);
}
