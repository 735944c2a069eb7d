/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "core/generate/generate-operation.h"
#include "settings.h"
#include "window-dialogs.h"

/* How a window comes by its book: opened, begun, made from a sample, restored from a backup. */

static TendApplication *
get_application (TendWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return TEND_IS_APPLICATION (application) ? TEND_APPLICATION (application) : NULL;
}

static void
on_failed (TendWindow *self,
           GError     *error)
{
  tend_window_report (self, error);
}

/* A sample has somebody to be; in a book of one's own it is who the preferences say. */
static void
take_user (TendBook *book)
{
  TendSettings *settings = tend_settings_get_default ();

  tend_settings_set_sample_manager (settings, tend_book_get_user (book));
  tend_book_set_user (book, tend_settings_get_manager (settings));
}

static void
take_book (TendWindow *self,
           TendBook   *book)
{
  take_user (book);
  g_signal_connect_object (book, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  tend_application_take_book (get_application (self), book);
  tend_window_arrive (self, book);
}

/* Neither open nor about to be. */
static gboolean
has_no_book (TendWindow *self)
{
  return self->book == NULL && self->arriving == NULL;
}

/* Both are made when they are seen, which is seldom. */
static void
show_welcome (TendWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = g_object_new (TEND_TYPE_WELCOME_PAGE, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->welcome), "welcome");
    }
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

static TendTroublePage *
get_trouble (TendWindow *self)
{
  if (self->trouble == NULL)
    {
      self->trouble = g_object_new (TEND_TYPE_TROUBLE_PAGE, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->trouble), "trouble");
    }

  return self->trouble;
}

/* NULL: not busy any more. */
static void
show_busy (TendWindow *self,
           const char *with)
{
  if (self->welcome != NULL)
    tend_welcome_page_set_busy (self->welcome, with);
}

static void
show_trouble (TendWindow   *self,
              const GError *error)
{
  g_autofree char *usual = tend_book_get_default_path ();

  tend_window_present_empty (self);
  show_busy (self, NULL);
  if (g_error_matches (error, TEND_ERROR, TEND_ERROR_NOT_FOUND) && g_strcmp0 (usual, self->path) == 0)
    {
      show_welcome (self);
      return;
    }

  tend_trouble_page_set (get_trouble (self), error, self->path);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TendBook) book = tend_shelf_open_finish (TEND_SHELF (source), result, &error);

  if (get_application (self) == NULL || self->stack == NULL || !has_no_book (self))
    return;  /* closed meanwhile */

  if (book != NULL)
    take_book (self, book);
  else
    show_trouble (self, error);
}

void
tend_window_open (TendWindow    *self,
                  const char    *path,
                  TendBookFlags  flags)
{
  char *canonical = g_canonicalize_filename (path, NULL);

  g_free (self->path);
  self->path = canonical;
  tend_shelf_open_async (tend_application_get_shelf (get_application (self)), self->path, flags | TEND_BOOK_WATCH, on_opened,
                         g_object_ref (self));
}

/* The sample. */

/* A sample while it is made. */
typedef struct
{
  TendWindow    *window;
  TendOperation *operation;
} Sample;

static void
sample_free (Sample *sample)
{
  g_object_unref (sample->window);
  g_object_unref (sample->operation);
  g_free (sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static void
on_sample_made (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Sample) sample = user_data;
  g_autoptr (GError) error = NULL;
  TendWindow *self = sample->window;
  TendBook *book = TEND_BOOK (source);

  if (get_application (self) == NULL || self->stack == NULL || !has_no_book (self))
    return;

  if (tend_book_apply_finish (book, result, &error))
    tend_book_set_user (book, tend_generate_operation_get_user (TEND_GENERATE_OPERATION (sample->operation)));

  /* One that was made earlier is opened as she left it. */
  if (error == NULL || g_error_matches (error, TEND_ERROR, TEND_ERROR_EXISTS))
    take_book (self, book);
  else
    show_trouble (self, error);
}

static void
on_sample_opened (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TendBook) book = tend_shelf_open_finish (TEND_SHELF (source), result, &error);
  gboolean german;
  Sample *sample;

  if (get_application (self) == NULL || self->stack == NULL)
    return;

  if (book == NULL)
    {
      show_trouble (self, error);
      return;
    }

  /* Translators: the language of the sample book: de, or else en */
  german = g_str_equal (C_("language of the sample book", "en"), "de");
  sample = g_new0 (Sample, 1);
  sample->window = g_steal_pointer (&self);
  sample->operation = tend_generate_operation_new (&(TendSampleOptions) {
    .n_accounts = 400,
    /* As ./run demo: days of some twenty lines, which one can look over. */
    .seed = german ? 4 : 7,
    .language = german ? "de" : "en",
    .now = g_get_real_time (),
  });
  tend_book_apply_async (book, sample->operation, NULL, on_sample_made, sample);
}

void
tend_window_new_account (TendWindow *self)
{
  if (self->book == NULL)
    g_set_str (&self->begin, "win.new-account");
  else if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-account", NULL);
}

static void
begin_sample (TendWindow *self)
{
  g_autofree char *usual = tend_book_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);

  g_free (self->path);
  self->path = g_build_filename (folder, "sample.tend", NULL);
  g_clear_pointer (&self->begin, g_free);
  /* Not remembered: the next start offers the ways to begin again. */
  tend_application_set_path (get_application (self), self->path, FALSE);
  show_busy (self, _("Making a firm up…"));
  tend_shelf_open_async (tend_application_get_shelf (get_application (self)), self->path, TEND_BOOK_CREATE | TEND_BOOK_WATCH,
                         on_sample_opened, g_object_ref (self));
}

static void
begin_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  g_autofree char *path = NULL;

  if (!has_no_book (self))
    return;

  if (g_str_equal (what, "sample"))
    {
      begin_sample (self);
      return;
    }

  path = g_strdup (self->path);
  g_set_str (&self->begin, g_str_equal (what, "import") ? "win.import" : "win.new-account");
  tend_window_open (self, path, TEND_BOOK_CREATE);
}

gboolean
tend_window_begin_import (TendWindow *self,
                          GFile      *file)
{
  g_autofree char *path = g_strdup (self->path);
  g_autofree char *uri = g_file_get_uri (file);

  if (self->book != NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "welcome") != 0)
    return FALSE;

  g_free (self->begin);
  self->begin = g_strconcat ("import:", uri, NULL);
  tend_window_open (self, path, TEND_BOOK_CREATE);
  return TRUE;
}

/* Other books, and ways out of trouble. */

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  if (has_no_book (self) && path != NULL)
    tend_window_open (self, path, TEND_BOOK_OPEN);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  if (has_no_book (self) && path != NULL)
    tend_window_open (self, path, TEND_BOOK_CREATE);
}

static void
on_book_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  TendApplication *application = get_application (self);
  TendWindow *window;
  g_autoptr (GError) error = NULL;

  if (path == NULL || application == NULL)
    return;

  /* The book that is open stays, and so does what is remembered. */
  if (!tend_book_check_place (path, &error))
    {
      tend_window_report (self, error);
      return;
    }

  tend_application_set_path (application, path, TRUE);
  if (has_no_book (self))
    {
      tend_window_open (self, path, TEND_BOOK_OPEN);
      return;
    }

  /* Another window for another book; this one has served. */
  window = tend_window_new (application);
  tend_window_open (window, path, TEND_BOOK_OPEN);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (self));
}

static GListModel *
book_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) books = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (books, _("Books"));
  gtk_file_filter_add_suffix (books, "tend");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, books);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
open_book_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = book_filters ();

  gtk_file_dialog_set_title (dialog, _("Open Another Book"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_book_chosen, g_object_ref (widget));
}

/* Restoring. */

typedef struct
{
  char *path;
  char *backup;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore);
}

static void
restore_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Restore *restore = data;
  g_autofree char *aside = NULL;
  GError *error = NULL;

  if (tend_book_restore (restore->path, restore->backup, &aside, &error))
    g_task_return_pointer (task, g_steal_pointer (&aside), g_free);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TendWindow *self = TEND_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *path = g_strdup (self->path);

  if (self->stack == NULL || !has_no_book (self))
    return;

  if (error != NULL)
    {
      tend_window_report (self, error);
      return;
    }

  if (aside != NULL)
    {
      g_autofree char *name = g_filename_display_basename (aside);
      /* Translators: %s is the name of a file */
      g_autofree char *text = g_strdup_printf (_("The damaged book was kept as %s"), name);
      AdwToast *toast = adw_toast_new (text);

      adw_toast_set_use_markup (toast, FALSE);
      tend_window_add_toast (self, toast);
    }
  tend_window_open (self, path, TEND_BOOK_OPEN);
}

static void
on_backup_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TendWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Restore *restore;

  if (file == NULL || self->path == NULL || !has_no_book (self))
    return;

  restore = g_new0 (Restore, 1);
  restore->path = g_strdup (self->path);
  restore->backup = g_file_get_path (file);
  task = g_task_new (self, NULL, on_restored, NULL);
  g_task_set_task_data (task, restore, restore_free);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = NULL;

  if (self->path == NULL || !has_no_book (self))
    return;

  folder = g_strconcat (self->path, ".backups", NULL);
  file = g_file_new_for_path (folder);
  gtk_file_dialog_set_title (dialog, _("Restore Backup"));
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    gtk_file_dialog_set_initial_folder (dialog, file);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, on_backup_chosen, g_object_ref (self));
}

void
tend_window_class_install_book (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.begin", "s", begin_action);
  gtk_widget_class_install_action (klass, "win.retry", NULL, retry_action);
  gtk_widget_class_install_action (klass, "win.create-book", NULL, create_action);
  gtk_widget_class_install_action (klass, "win.open-book", NULL, open_book_action);
  gtk_widget_class_install_action (klass, "win.restore-backup", NULL, restore_backup_action);
}
