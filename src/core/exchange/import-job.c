/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-job"

#include "config.h"

#include "import-job.h"

#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../error.h"
#include "import-kind.h"
#include "import-plan.h"

/* Between two calls of the progress callback. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)
/* So often it is looked whether that time has passed. */
#define PROGRESS_ROWS 256

/* Making the indexes anew costs some milliseconds, which a small file never wins back. */
#define MANY_BYTES (512 * 1024)

typedef struct
{
  /* Owned References */
  GFile              *file;
  char               *staged;           /* (nullable): the name of a copy of what can be read only once, while it has one */
  char               *source;
  char               *encoding;
  TendImportMapping  *mapping;
  TendImportResult   *result;
  GMainContext       *context;
  gpointer            user_data;

  GDestroyNotify      destroy;
  TendImportProgress  progress;
  TendImportKind      kind;
  TendCsvOverrides    overrides;
  goffset             size;
  int                 staged_fd;
  gint64              told;             /* when progress was told last */
  gboolean            source_is_given;
  gboolean            dry_run;
  gboolean            keep_going;
  gboolean            overwrite;
} TendImportJobPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TendImportJob, tend_import_job, TEND_TYPE_OPERATION)

/* A dry run is another class only because it needs no backup first. */
#define TEND_TYPE_IMPORT_TRIAL (tend_import_trial_get_type ())
G_DECLARE_FINAL_TYPE (TendImportTrial, tend_import_trial, TEND, IMPORT_TRIAL, TendImportJob)

struct _TendImportTrial
{
  TendImportJob parent_instance;
};

G_DEFINE_FINAL_TYPE (TendImportTrial, tend_import_trial, TEND_TYPE_IMPORT_JOB)

static TendImportJobPrivate *
get_private (TendImportJob *self)
{
  return tend_import_job_get_instance_private (self);
}

typedef struct
{
  TendImportJob *job;
  goffset        done;
  goffset        total;
  guint64        rows;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->job);
  g_free (progress);
}

static gboolean
on_progress (gpointer data)
{
  Progress *progress = data;
  TendImportJobPrivate *priv = get_private (progress->job);

  if (priv->progress != NULL)
    priv->progress (progress->job, progress->done, progress->total, progress->rows, priv->user_data);

  return G_SOURCE_REMOVE;
}

static void
tell_progress (TendImportJob *self,
               TendCsvReader *reader)
{
  TendImportJobPrivate *priv = get_private (self);
  gint64 now = g_get_monotonic_time ();
  Progress *progress;

  if (priv->progress == NULL || now - priv->told < PROGRESS_INTERVAL)
    return;
  priv->told = now;

  progress = g_new0 (Progress, 1);
  progress->job = g_object_ref (self);
  progress->done = tend_csv_reader_get_bytes_read (reader);
  progress->total = priv->size;
  progress->rows = priv->result->read;
  g_main_context_invoke_full (priv->context, G_PRIORITY_DEFAULT, on_progress, progress, progress_free);
}

static void
note (TendImportJob         *self,
      TendImportProblemCode  code,
      const char            *column,
      const char            *value)
{
  TendImportRow row = { .result = get_private (self)->result };

  tend_import_row_report (&row, code, TEND_REASON_NONE, column, NULL, value, NULL);
}

static void
note_column (TendImportJob       *self,
             const char          *name,
             const TendCsvColumn *column)
{
  const TendNoun *noun = tend_import_kind_get_noun (get_private (self)->kind);
  const TendField *field = tend_noun_get_field (noun, strcmp (name, "due") == 0 ? "due_wall" : name);

  if (field == NULL)
    return;
  if (column->date_ambiguous && (field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_INSTANT ||
                                 strcmp (field->name, "due_wall") == 0))
    note (self, TEND_IMPORT_DOUBTFUL_DATES, column->name, NULL);
  if (column->decimal_ambiguous && (field->type == TEND_FIELD_MONEY || field->type == TEND_FIELD_INTEGER))
    note (self, TEND_IMPORT_DOUBTFUL_NUMBERS, column->name, NULL);
}

/* What was guessed and could as well be otherwise, where it matters: columns that no field takes may be as they are. */
static void
note_doubts (TendImportJob *self)
{
  TendImportResult *result = get_private (self)->result;

  if (!result->dialect->encoding_certain)
    note (self, TEND_IMPORT_DOUBTFUL_ENCODING, NULL, result->dialect->encoding);

  for (guint i = 0; i < tend_import_mapping_get_n (result->mapping); i++)
    {
      const char *source = tend_import_mapping_get_source (result->mapping, i);
      g_autoptr (TendImportTemplate) template = tend_import_template_new (source, result->dialect, NULL);

      for (guint j = 0; template != NULL && j < result->dialect->columns->len; j++)
        if (tend_import_template_uses (template, j))
          note_column (self, tend_import_mapping_get_field (result->mapping, i),
                       tend_csv_dialect_get_column (result->dialect, j));
    }
}

/* A temporary file without a name: however this process ends, no client is left lying about. Where a file cannot be opened
 * by its descriptor (under proot), it keeps its name until the job goes. */
static GFile *
make_staged (TendImportJob  *self,
             GError        **error)
{
  TendImportJobPrivate *priv = get_private (self);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  priv->staged_fd = g_file_open_tmp ("tend-import-XXXXXX", &name, error);
  if (priv->staged_fd < 0)
    return NULL;
  path = g_strdup_printf ("/proc/self/fd/%d", priv->staged_fd);
  g_unlink (name);
  if (g_access (path, R_OK) == 0)
    return g_file_new_for_path (path);

  g_close (priv->staged_fd, NULL);
  priv->staged_fd = g_file_open_tmp ("tend-import-XXXXXX", &priv->staged, error);
  return priv->staged_fd >= 0 ? g_file_new_for_path (priv->staged) : NULL;
}

/* A pipe cannot be looked at and then read: it is copied first. */
static gboolean
stage_file (TendImportJob  *self,
            GCancellable   *cancellable,
            GError        **error)
{
  TendImportJobPrivate *priv = get_private (self);
  g_autoptr (GFile) staged = NULL;
  g_autoptr (GFileInputStream) from = NULL;
  g_autoptr (GOutputStream) to = NULL;
  g_autoptr (GError) failure = NULL;

  if (!tend_csv_file_is_stream (priv->file, cancellable))
    return TRUE;

  staged = make_staged (self, error);
  from = staged != NULL ? g_file_read (priv->file, cancellable, error) : NULL;
  if (from == NULL)
    return FALSE;
  to = g_unix_output_stream_new (priv->staged_fd, FALSE);
  if (g_output_stream_splice (to, G_INPUT_STREAM (from), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable, &failure) < 0)
    {
      if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        tend_set_error (error, TEND_ERROR_FULL, TEND_REASON_NONE, NULL, NULL, "%s", failure->message);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_set_object (&priv->file, staged);

  return TRUE;
}

static gboolean
look_at_file (TendImportJob  *self,
              GCancellable   *cancellable,
              GError        **error)
{
  TendImportJobPrivate *priv = get_private (self);
  g_autoptr (GFileInfo) info = NULL;
  TendCsvDialect *dialect;

  if (!stage_file (self, cancellable, error))
    return FALSE;
  dialect = tend_csv_dialect_detect (priv->file, &priv->overrides, cancellable, error);
  if (dialect == NULL)
    return FALSE;

  info = g_file_query_info (priv->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  priv->size = info != NULL ? g_file_info_get_size (info) : 0;

  priv->result = tend_import_result_new ();
  priv->result->kind = priv->kind;
  priv->result->dialect = dialect;
  priv->result->dry_run = priv->dry_run;
  priv->result->source = g_strdup (priv->source);
  if (priv->mapping != NULL)
    priv->result->mapping = tend_import_mapping_ref (priv->mapping);
  else
    priv->result->mapping = tend_import_mapping_guess (priv->kind, dialect);

  return TRUE;
}

static gboolean
expects_many (TendImportJob  *self,
              TendImportPlan *plan)
{
  TendImportJobPrivate *priv = get_private (self);

  return priv->kind == TEND_IMPORT_ACCOUNTS && priv->size >= MANY_BYTES && !priv->dry_run &&
         !tend_import_plan_needs_scan (plan);
}

typedef gboolean (* TakeRow) (TendImportPlan       *plan,
                              const TendCsvRecord  *record,
                              GError              **error);

static gboolean
read_rows (TendImportJob   *self,
           TendImportPlan  *plan,
           TakeRow          take,
           GCancellable    *cancellable,
           GError         **error)
{
  TendImportJobPrivate *priv = get_private (self);
  g_autoptr (TendCsvReader) reader = tend_csv_dialect_open (priv->result->dialect, priv->file, cancellable, error);
  GError *failure = NULL;
  TendCsvRecord record;

  if (reader == NULL)
    return FALSE;

  while (tend_csv_reader_next (reader, &record, cancellable, &failure))
    {
      if (!take (plan, &record, error))
        return FALSE;
      if (priv->result->n_skipping > 0 && !priv->keep_going)
        tend_import_plan_stop_writing (plan);
      if (record.row % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          tell_progress (self, reader);
        }
    }
  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
prepare_rows (TendImportJob   *self,
              TendImportPlan  *plan,
              GCancellable    *cancellable,
              GError         **error)
{
  if (tend_import_plan_needs_sums (plan))
    {
      tend_import_plan_begin_sums (plan);
      if (!read_rows (self, plan, tend_import_plan_add_sums, cancellable, error))
        return FALSE;
      tend_import_plan_end_sums (plan);
    }
  if (!tend_import_plan_needs_scan (plan))
    return TRUE;
  if (!read_rows (self, plan, tend_import_plan_scan, cancellable, error))
    return FALSE;

  do
    {
      tend_import_plan_rehearse (plan);
      if (!read_rows (self, plan, tend_import_plan_take, cancellable, error))
        return FALSE;
    }
  while (tend_import_plan_learn (plan));

  return TRUE;
}

static gboolean
run_plan (TendImportJob    *self,
          TendImportStore  *store,
          GCancellable     *cancellable,
          GError          **error)
{
  TendImportJobPrivate *priv = get_private (self);
  const TendImportPlanOptions options = {
    .overwrite = priv->overwrite, .any_source = !priv->source_is_given, .write = !priv->dry_run,
  };
  g_autoptr (TendImportPlan) plan = tend_import_plan_new (priv->result, store, &options, error);

  if (plan == NULL)
    return FALSE;

  note_doubts (self);
  if (expects_many (self, plan) && !tend_import_store_expect_many (store, error))
    return FALSE;

  return prepare_rows (self, plan, cancellable, error) &&
         read_rows (self, plan, tend_import_plan_take, cancellable, error) && tend_import_plan_finish (plan, error) &&
         tend_import_store_finish (store, error);
}

static gboolean
tend_import_job_run (TendOperation    *operation,
                     TendTransaction  *transaction,
                     GCancellable     *cancellable,
                     GError          **error)
{
  TendImportJob *self = TEND_IMPORT_JOB (operation);
  TendImportJobPrivate *priv = get_private (self);
  g_autoptr (TendImportStore) store = tend_import_store_new (transaction, priv->source, error);
  TendImportResult *result;

  if (store == NULL || !look_at_file (self, cancellable, error) || !run_plan (self, store, cancellable, error))
    return FALSE;

  result = priv->result;
  tend_import_result_sort (result);
  if (result->n_skipping > 0 && !priv->keep_going)
    {
      result->refused = TRUE;
      if (!priv->dry_run)
        {
          g_set_error (error, TEND_ERROR, TEND_ERROR_INPUT, "%" G_GUINT64_FORMAT " problems in the file, nothing written",
                       result->n_skipping);
          return FALSE;
        }
    }
  tend_operation_set_count (operation, result->added + result->updated);

  return TRUE;
}

static void
tend_import_job_finalize (GObject *object)
{
  TendImportJobPrivate *priv = get_private (TEND_IMPORT_JOB (object));

  if (priv->staged != NULL)
    g_unlink (priv->staged);
  g_free (priv->staged);
  if (priv->staged_fd >= 0)
    g_close (priv->staged_fd, NULL);
  g_clear_object (&priv->file);
  g_free (priv->source);
  g_free (priv->encoding);
  g_clear_pointer (&priv->mapping, tend_import_mapping_unref);
  g_clear_pointer (&priv->result, tend_import_result_unref);
  g_clear_pointer (&priv->context, g_main_context_unref);
  if (priv->destroy != NULL)
    priv->destroy (priv->user_data);

  G_OBJECT_CLASS (tend_import_job_parent_class)->finalize (object);
}

static void
tend_import_job_class_init (TendImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_import_job_finalize;
  TEND_OPERATION_CLASS (klass)->kind = "import";
  TEND_OPERATION_CLASS (klass)->backup_first = TRUE;
  TEND_OPERATION_CLASS (klass)->run = tend_import_job_run;
}

static void
tend_import_job_init (TendImportJob *self)
{
  TendImportJobPrivate *priv = get_private (self);

  priv->context = g_main_context_ref_thread_default ();
  priv->staged_fd = -1;
}

static void
tend_import_trial_class_init (TendImportTrialClass *klass)
{
  TEND_OPERATION_CLASS (klass)->backup_first = FALSE;
}

static void
tend_import_trial_init (TendImportTrial *self)
{
}

/* "Customer" of /home/…/Customer.csv. */
static char *
name_source (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot != NULL && dot != name)
    *dot = '\0';
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    return g_strdup ("file");

  return g_steal_pointer (&name);
}

TendOperation *
tend_import_job_new (GFile                   *file,
                     TendImportKind           kind,
                     const TendImportOptions *options)
{
  static const TendImportOptions none = { NULL, };
  TendImportJobPrivate *priv;
  TendImportJob *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (options == NULL)
    options = &none;
  self = g_object_new (options->dry_run ? TEND_TYPE_IMPORT_TRIAL : TEND_TYPE_IMPORT_JOB, NULL);
  priv = get_private (self);
  priv->file = g_object_ref (file);
  priv->kind = kind;
  priv->source_is_given = options->source != NULL && *options->source != '\0';
  priv->source = priv->source_is_given ? g_strdup (options->source) : name_source (file);
  priv->overrides = options->overrides;
  priv->encoding = g_strdup (options->overrides.encoding);
  priv->overrides.encoding = priv->encoding;
  priv->mapping = options->mapping != NULL ? tend_import_mapping_ref (options->mapping) : NULL;
  priv->dry_run = options->dry_run;
  priv->keep_going = options->keep_going;
  priv->overwrite = options->overwrite;

  label = g_file_get_basename (file);
  if (label != NULL && g_utf8_validate (label, -1, NULL))
    tend_operation_set_label (TEND_OPERATION (self), label);

  return TEND_OPERATION (self);
}

void
tend_import_job_set_progress (TendImportJob      *self,
                              TendImportProgress  progress,
                              gpointer            user_data,
                              GDestroyNotify      destroy)
{
  TendImportJobPrivate *priv = get_private (self);

  g_return_if_fail (TEND_IS_IMPORT_JOB (self));

  if (priv->destroy != NULL)
    priv->destroy (priv->user_data);
  priv->progress = progress;
  priv->user_data = user_data;
  priv->destroy = destroy;
}

TendImportResult *
tend_import_job_get_result (TendImportJob *self)
{
  TendImportResult *result;

  g_return_val_if_fail (TEND_IS_IMPORT_JOB (self), NULL);

  result = get_private (self)->result;
  if (result != NULL && !result->dry_run)
    result->batch = tend_operation_get_batch (TEND_OPERATION (self));

  return result;
}
