/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-preview"

#include "config.h"

#include "import-preview.h"

static char **
copy_row (const TendCsvRecord *record,
          guint                n_columns)
{
  char **cells = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    cells[i] = g_strdup (i < record->n_cells ? record->cells[i].text : "");

  return cells;
}

static gboolean
read_rows (TendImportPreview  *self,
           GFile              *file,
           guint               max_rows,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (TendCsvReader) reader = tend_csv_dialect_open (self->dialect, file, cancellable, error);
  GError *failure = NULL;
  TendCsvRecord record;

  if (reader == NULL)
    return FALSE;

  while (self->rows->len < max_rows && tend_csv_reader_next (reader, &record, cancellable, &failure))
    g_ptr_array_add (self->rows, copy_row (&record, self->dialect->columns->len));

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

TendImportPreview *
tend_import_preview_new (GFile                   *file,
                         TendImportKind           kind,
                         const TendCsvOverrides  *overrides,
                         guint                    max_rows,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_autoptr (TendImportPreview) self = g_new0 (TendImportPreview, 1);
  g_autoptr (GFileInfo) info = NULL;

  self->kind = kind;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->dialect = tend_csv_dialect_detect (file, overrides, cancellable, error);
  if (self->dialect == NULL || !read_rows (self, file, max_rows, cancellable, error))
    return NULL;

  self->mapping = tend_import_mapping_guess (kind, self->dialect);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;

  return g_steal_pointer (&self);
}

typedef struct
{
  GFile            *file;
  TendImportKind    kind;
  TendCsvOverrides  overrides;
  char             *encoding;
  guint             max_rows;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_free (request->encoding);
  g_free (request);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  TendImportPreview *preview = tend_import_preview_new (request->file, request->kind, &request->overrides,
                                                        request->max_rows, cancellable, &error);

  if (preview == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, preview, (GDestroyNotify) tend_import_preview_free);
}

void
tend_import_preview_new_async (GFile                   *file,
                               TendImportKind           kind,
                               const TendCsvOverrides  *overrides,
                               guint                    max_rows,
                               GCancellable            *cancellable,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->kind = kind;
  request->max_rows = max_rows;
  if (overrides != NULL)
    request->overrides = *overrides;
  request->encoding = g_strdup (request->overrides.encoding);
  request->overrides.encoding = request->encoding;

  g_task_set_source_tag (task, tend_import_preview_new_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, run);
}

TendImportPreview *
tend_import_preview_new_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tend_import_preview_free (TendImportPreview *self)
{
  g_clear_pointer (&self->dialect, tend_csv_dialect_free);
  g_clear_pointer (&self->mapping, tend_import_mapping_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}
