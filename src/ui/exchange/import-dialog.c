/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-dialog.h"

#include <glib/gi18n.h>

#include "core/exchange/import-preview.h"
#include "ui/problem-reporter.h"
#include "ui/text/words.h"
#include "ui/widgets/heading.h"

#include "import-columns-page.h"
#include "import-reading-page.h"
#include "import-report.h"

#define PREVIEW_ROWS 20

struct _TendImportDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView     *view;
  GtkWidget             *choose_status;
  GtkWidget             *choose_button;
  GtkLabel              *choose_problem;
  GtkLabel              *reading_problem;
  TendImportReadingPage *reading;
  GtkWidget             *reading_next;
  TendImportColumnsPage *columns;
  GtkWidget             *columns_next;
  GtkWidget             *check_waiting;
  GtkProgressBar        *check_progress;
  TendImportReport      *check_report;
  GtkWidget             *check_choices;
  AdwSwitchRow          *keep_going;
  AdwSwitchRow          *overwrite;
  GtkWidget             *check_next;
  GtkLabel              *running_label;
  GtkProgressBar        *running_progress;
  GtkWidget             *running_cancel;
  TendImportReport      *result_report;
  GtkWidget             *result_close;
  GtkWidget             *result_undo;

  /* Owned References */
  TendBook              *book;
  GFile                 *file;
  TendImportPreview     *preview;
  TendImportResult      *dry;       /* what would happen */
  TendImportResult      *done;
  GCancellable          *cancellable;
};

G_DEFINE_FINAL_TYPE (TendImportDialog, tend_import_dialog, ADW_TYPE_DIALOG)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
renew_cancellable (TendImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static gboolean
is_at (TendImportDialog *self,
       const char       *tag)
{
  return g_strcmp0 (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->view)), tag) == 0;
}

/* What leads on from the page that is seen: the keyboard begins there, and Ctrl+Return presses it from everywhere on the page. */
static GtkWidget *
get_way_on (TendImportDialog *self)
{
  const struct { const char *tag; GtkWidget *button; } ways[] = {
    { "choose", self->choose_button },
    { "reading", self->reading_next },
    { "columns", self->columns_next },
    { "check", self->check_next },
    { "result", self->result_close },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (is_at (self, ways[i].tag))
        return ways[i].button;
    }

  return NULL;
}

static void
go_on (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  GtkWidget *button = get_way_on (TEND_IMPORT_DIALOG (widget));

  if (button != NULL && gtk_widget_is_sensitive (button))
    g_signal_emit_by_name (button, "clicked");
}

/* Where nothing leads on yet, what may open the way, else the first thing on the page: the keyboard is never nowhere. */
static void
begin (TendImportDialog *self)
{
  GtkWidget *button = get_way_on (self);

  if (button != NULL && gtk_widget_is_sensitive (button))
    gtk_widget_grab_focus (button);
  else if (is_at (self, "check") && gtk_widget_is_visible (GTK_WIDGET (self->keep_going)))
    gtk_widget_grab_focus (GTK_WIDGET (self->keep_going));
  else
    gtk_widget_child_focus (GTK_WIDGET (adw_navigation_view_get_visible_page (self->view)), GTK_DIR_TAB_FORWARD);
}

static void
push (TendImportDialog *self,
      const char       *tag)
{
  adw_navigation_view_push_by_tag (self->view, tag);
  begin (self);
}

/* Reading. */

static void
show_problem (GtkLabel     *label,
              const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, TEND_ERROR, TEND_ERROR_EMPTY))
    sentence = g_strdup (_("This file is empty."));
  else if (error != NULL)
    sentence = tend_problem_sentence (error);

  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

/* Takes what the rows of a file just chosen seem to be; whether it is something else than they were read as. */
static gboolean
guess_kind (TendImportDialog *self,
            TendCsvDialect   *dialect)
{
  TendImportKind kind = tend_import_kind_guess (dialect);

  if (kind == tend_import_reading_page_get_kind (self->reading))
    return FALSE;

  tend_import_reading_page_set_kind (self->reading, kind);
  return TRUE;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TendImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TendImportPreview *preview = tend_import_preview_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->book == NULL)
    {
      g_clear_pointer (&preview, tend_import_preview_free);
      return;
    }

  gtk_widget_set_sensitive (self->reading_next, preview != NULL);
  show_problem (is_at (self, "choose") ? self->choose_problem : self->reading_problem, error);
  if (preview == NULL)
    return;

  if (is_at (self, "choose") && guess_kind (self, preview->dialect))
    {
      /* It is being read again. */
      tend_import_preview_free (preview);
      return;
    }

  g_clear_pointer (&self->preview, tend_import_preview_free);
  self->preview = preview;
  tend_import_reading_page_set_preview (self->reading, preview);
  show_problem (self->choose_problem, NULL);
  if (is_at (self, "choose"))
    push (self, "reading");
}

static void
read_file (TendImportDialog *self)
{
  renew_cancellable (self);
  gtk_widget_set_sensitive (self->reading_next, FALSE);
  tend_import_preview_new_async (self->file, tend_import_reading_page_get_kind (self->reading),
                                 tend_import_reading_page_get_overrides (self->reading), PREVIEW_ROWS, self->cancellable,
                                 on_read, g_object_ref (self));
}

static void
on_read_again (TendImportDialog *self)
{
  if (self->file != NULL)
    read_file (self);
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TendImportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->book != NULL)
    tend_import_dialog_set_file (self, file);
}

static void
on_choose (TendImportDialog *self)
{
  g_autoptr (GtkFileDialog) chooser = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (tables, _("Lists (CSV, TSV, text)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "tab");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (chooser, _("Choose a File"));
  gtk_file_dialog_set_filters (chooser, G_LIST_MODEL (filters));
  gtk_file_dialog_open (chooser, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_file_chosen, g_object_ref (self));
}

static gboolean
on_drop (TendImportDialog *self,
         const GValue     *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  if (files == NULL)
    return FALSE;

  tend_import_dialog_set_file (self, files->data);
  return TRUE;
}

static void
on_columns (TendImportDialog *self)
{
  tend_import_columns_page_set_preview (self->columns, self->preview);
  push (self, "columns");
}

/* Comparing and importing: the same job, with and without writing. */

typedef struct
{
  TendImportDialog *dialog;
  TendOperation    *job;
  gboolean          dry;
} Run;

static void
on_progress (TendImportJob *job,
             goffset        done,
             goffset        total,
             guint64        rows,
             gpointer       user_data)
{
  TendImportDialog *self = user_data;
  GtkProgressBar *bar = is_at (self, "running") ? self->running_progress : self->check_progress;
  g_autofree char *text = NULL;

  if (total > 0)
    gtk_progress_bar_set_fraction (bar, MIN (1.0, (double) done / (double) total));
  else
    gtk_progress_bar_pulse (bar);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu row", "%lu rows", (gulong) rows), (gulong) rows);
  gtk_progress_bar_set_text (bar, text);
}

static void
show_check (TendImportDialog *self)
{
  gboolean there = self->dry != NULL;
  gboolean blocked = there && self->dry->n_skipping > 0 && !adw_switch_row_get_active (self->keep_going);

  gtk_widget_set_visible (self->check_waiting, !there);
  gtk_widget_set_visible (GTK_WIDGET (self->check_report), there);
  gtk_widget_set_visible (self->check_choices, there && (self->dry->n_skipping > 0 || self->dry->kept > 0 ||
                                                         adw_switch_row_get_active (self->overwrite)));
  gtk_widget_set_visible (GTK_WIDGET (self->keep_going), there && self->dry->n_skipping > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->overwrite), there && (self->dry->kept > 0 || adw_switch_row_get_active (self->overwrite)));
  gtk_widget_set_sensitive (self->check_next, there && !blocked && self->dry->added + self->dry->updated > 0);
}

static void
on_choice (TendImportDialog *self)
{
  show_check (self);
}

static void
show_done (TendImportDialog *self,
           TendImportResult *result)
{
  g_clear_pointer (&self->done, tend_import_result_unref);
  self->done = tend_import_result_ref (result);
  tend_import_report_set_result (self->result_report, result);
  gtk_widget_set_visible (self->result_undo, result->batch != 0);
  push (self, "result");
}

static void
finish_dry (TendImportDialog *self,
            TendImportResult *result,
            GError           *error)
{
  if (result != NULL && (error == NULL || g_error_matches (error, TEND_ERROR, TEND_ERROR_INPUT)))
    {
      self->dry = tend_import_result_ref (result);
      tend_import_report_set_result (self->check_report, result);
      show_check (self);
      if (is_at (self, "check"))
        begin (self);
      return;
    }

  g_signal_emit (self, signals[FAILED], 0, error);
  adw_navigation_view_pop_to_tag (self->view, "columns");
}

static void
finish_run (TendImportDialog *self,
            TendImportResult *result,
            GError           *error)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (error == NULL && result != NULL)
    {
      show_done (self, result);
      return;
    }

  adw_navigation_view_pop_to_tag (self->view, "check");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr (TendImportDialog) self = run->dialog;
  g_autoptr (TendOperation) job = run->job;
  g_autoptr (GError) error = NULL;
  gboolean dry = run->dry;

  g_free (run);
  tend_book_apply_finish (TEND_BOOK (source), result, &error);
  if (self->book == NULL || (dry && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    return;

  if (dry)
    finish_dry (self, tend_import_job_get_result (TEND_IMPORT_JOB (job)), error);
  else
    finish_run (self, tend_import_job_get_result (TEND_IMPORT_JOB (job)), error);
}

static void
start (TendImportDialog *self,
       gboolean          dry)
{
  TendImportOptions options = {
    .overrides = *tend_import_reading_page_get_overrides (self->reading),
    .mapping = self->preview->mapping,
    .dry_run = dry,
    .keep_going = dry || adw_switch_row_get_active (self->keep_going),
    .overwrite = adw_switch_row_get_active (self->overwrite),
  };
  Run *run = g_new (Run, 1);

  renew_cancellable (self);
  run->dialog = g_object_ref (self);
  run->dry = dry;
  run->job = tend_import_job_new (self->file, self->preview->kind, &options);
  tend_import_job_set_progress (TEND_IMPORT_JOB (run->job), on_progress, g_object_ref (self), g_object_unref);
  tend_book_apply_async (self->book, run->job, self->cancellable, on_applied, run);
}

static void
compare (TendImportDialog *self)
{
  g_clear_pointer (&self->dry, tend_import_result_unref);
  gtk_progress_bar_set_fraction (self->check_progress, 0);
  show_check (self);
  start (self, TRUE);
}

static void
on_check (TendImportDialog *self)
{
  push (self, "check");
  compare (self);
}

static void
on_overwrite (TendImportDialog *self)
{
  if (self->dry != NULL)
    compare (self);
}

static void
on_import (TendImportDialog *self)
{
  gtk_label_set_label (self->running_label, _("The book is backed up first."));
  gtk_progress_bar_set_fraction (self->running_progress, 0);
  gtk_progress_bar_set_text (self->running_progress, "");
  gtk_widget_set_sensitive (self->running_cancel, TRUE);
  push (self, "running");
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  start (self, FALSE);
}

static void
on_cancel (TendImportDialog *self)
{
  gtk_label_set_label (self->running_label, _("Taking back what was written…"));
  gtk_widget_set_sensitive (self->running_cancel, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
on_undo (TendImportDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.take-back", "x", self->done->batch);
  g_clear_pointer (&self->done, tend_import_result_unref);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_close (TendImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Escape while it runs is Cancel. */
static void
tend_import_dialog_close_attempt (AdwDialog *dialog)
{
  on_cancel (TEND_IMPORT_DIALOG (dialog));
}

static void
tend_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TEND_IMPORT_DIALOG (dialog)->cancellable);
}

static void
tend_import_dialog_dispose (GObject *object)
{
  TendImportDialog *self = TEND_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (tend_import_dialog_parent_class)->dispose (object);
}

static void
tend_import_dialog_finalize (GObject *object)
{
  TendImportDialog *self = TEND_IMPORT_DIALOG (object);

  g_clear_pointer (&self->preview, tend_import_preview_free);
  g_clear_pointer (&self->dry, tend_import_result_unref);
  g_clear_pointer (&self->done, tend_import_result_unref);

  G_OBJECT_CLASS (tend_import_dialog_parent_class)->finalize (object);
}

#define CHILDREN(X)                                                                                                  \
  X (view) X (choose_status) X (choose_button) X (choose_problem) X (reading_problem) X (reading) X (reading_next)   \
  X (columns) X (columns_next)                                                                                       \
  X (check_waiting) X (check_progress) X (check_report) X (check_choices) X (keep_going) X (overwrite)               \
  X (check_next) X (running_label) X (running_progress) X (running_cancel)                            \
  X (result_report) X (result_close) X (result_undo)

static void
tend_import_dialog_class_init (TendImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_import_dialog_dispose;
  object_class->finalize = tend_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = tend_import_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = tend_import_dialog_closed;

  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (TEND_TYPE_HEADING);
  g_type_ensure (TEND_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (TEND_TYPE_IMPORT_READING_PAGE);
  g_type_ensure (TEND_TYPE_IMPORT_REPORT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tendapp/Tend/exchange/import-dialog.ui");
#define BIND_CHILD(child) gtk_widget_class_bind_template_child (widget_class, TendImportDialog, child);
  CHILDREN (BIND_CHILD)
#undef BIND_CHILD
  gtk_widget_class_install_action (widget_class, "import.go-on", NULL, go_on);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.go-on", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "import.go-on", NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_read_again);
  gtk_widget_class_bind_template_callback (widget_class, on_columns);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_overwrite);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
tend_import_dialog_init (TendImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->choose_status, GTK_EVENT_CONTROLLER (target));
}

AdwDialog *
tend_import_dialog_new (TendBook *book,
                        GFile    *file)
{
  TendImportDialog *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_IMPORT_DIALOG, NULL);
  self->book = g_object_ref (book);
  if (file != NULL)
    tend_import_dialog_set_file (self, file);

  return ADW_DIALOG (self);
}

void
tend_import_dialog_set_file (TendImportDialog *self,
                             GFile            *file)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (TEND_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  name = g_file_get_basename (file);
  shown = tend_words_one_line (name, 80);
  adw_dialog_set_title (ADW_DIALOG (self), shown);
  tend_import_reading_page_reset (self->reading);
  read_file (self);
}

const TendImportResult *
tend_import_dialog_get_result (TendImportDialog *self)
{
  g_return_val_if_fail (TEND_IS_IMPORT_DIALOG (self), NULL);

  return self->done;
}
