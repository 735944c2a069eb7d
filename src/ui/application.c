/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "application-private.h"

#include <glib/gi18n.h>

#include "background.h"
#include "notifier.h"
#include "settings.h"

struct _TendApplication
{
  AdwApplication parent_instance;

  /* Owned References */
  TendShelf *shelf;
  TendBook *book;
  TendNotifier *notifier;
  TendBackground *background;
  char *path;          /* set by --book or by opening another; NULL: what the settings say */
  char *early_path;    /* the same as it was given to this process, before it knows whether it is the first */
  gboolean keep_path;  /* the process was started for another book than the user's own: nothing of it is remembered */
};

enum
{
  PROP_0,
  PROP_BOOK,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TendApplication, tend_application, ADW_TYPE_APPLICATION)

static GParamSpec *properties[N_PROPS];

static const GOptionEntry options[] = {
  { "book", 'b', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the book at PATH"), N_("PATH") },
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("The book is a sample: remember nothing of it"), NULL },
  { "new-account", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new account"), NULL },
  { "follow-ups", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the follow-ups"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[BOOK]") },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

static TendWindow *
find_window (TendApplication *self,
             const char      *path)
{
  GList *l;

  for (l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (TEND_IS_WINDOW (l->data) && g_strcmp0 (tend_window_get_path (l->data), path) == 0)
        return l->data;
    }

  return NULL;
}

/* A window of the user's own book may begin with the welcome page; any other book must exist. */
static TendWindow *
present_path (TendApplication *self,
              const char      *path)
{
  TendWindow *window = find_window (self, path);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return window;
    }

  window = tend_window_new (self);
  tend_window_open (window, path, TEND_BOOK_OPEN);
  tend_window_present_filled (window);

  return window;
}

static void
tend_application_activate (GApplication *application)
{
  tend_application_present (TEND_APPLICATION (application));
}

static void
tend_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        present_path (TEND_APPLICATION (application), path);
    }
}

/* Beside the start of GTK: until that is through, the book is open. Who asks for it by then gets this one from the shelf; a
 * failure waits there for nobody, and is told to who asks. */
static void
open_early (TendApplication *self)
{
  g_autofree char *path = self->early_path != NULL ? g_strdup (self->early_path) : tend_application_dup_path (self);

  if (!(g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE))
    tend_shelf_open_async (self->shelf, path, TEND_BOOK_WATCH, NULL, NULL);
}

/* (transfer full) (nullable): the book that is named among the options, as it is written there. */
static char *
dup_path_option (GVariantDict *dict)
{
  g_auto (GStrv) rest = NULL;
  const char *given = NULL;

  if (g_variant_dict_lookup (dict, "book", "^&ay", &given))
    return g_strdup (given);

  return g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^aay", &rest) ? g_strdup (rest[0]) : NULL;
}

static char *
dup_path_of_command_line (GApplicationCommandLine *command_line)
{
  g_autofree char *given = dup_path_option (g_application_command_line_get_options_dict (command_line));
  g_autoptr (GFile) file = given != NULL ? g_application_command_line_create_file_for_arg (command_line, given) : NULL;

  return file != NULL ? g_file_get_path (file) : NULL;
}

static int
tend_application_command_line (GApplication            *application,
                               GApplicationCommandLine *command_line)
{
  TendApplication *self = TEND_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree char *path = dup_path_of_command_line (command_line);
  TendWindow *window;

  /* The first start decides which book is the process's own; a later one only opens a window beside it. */
  if (path != NULL && self->book == NULL && gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    {
      g_set_str (&self->path, path);
      self->keep_path = TRUE;
    }

  window = path != NULL ? present_path (self, path) : tend_application_present (self);
  if (g_variant_dict_contains (dict, "new-account"))
    tend_window_new_account (window);
  if (g_variant_dict_contains (dict, "follow-ups"))
    tend_window_show_place (window, "follow-ups");

  return EXIT_SUCCESS;
}

static int
tend_application_handle_local_options (GApplication *application,
                                       GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("tend %s\n", TEND_VERSION);
      return EXIT_SUCCESS;
    }

  /* Beside her running Tend: the sample may be gone as soon as this process ends. */
  if (g_variant_dict_contains (dict, "demo"))
    g_application_set_application_id (application, TEND_APPLICATION_ID ".Demo");

  TEND_APPLICATION (application)->early_path = dup_path_option (dict);

  return G_APPLICATION_CLASS (tend_application_parent_class)->handle_local_options (application, dict);
}

static void
tend_application_startup (GApplication *application)
{
  TendApplication *self = TEND_APPLICATION (application);
  g_autoptr (TendClock) clock = tend_clock_new ();

  open_early (self);
  G_APPLICATION_CLASS (tend_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (TEND_APPLICATION_ID);
  tend_application_install_actions (self);
  self->notifier = tend_notifier_new (self, clock);
  self->background = tend_background_new (self);
}

static void
tend_application_shutdown (GApplication *application)
{
  TendApplication *self = TEND_APPLICATION (application);

  g_clear_object (&self->background);
  g_clear_object (&self->notifier);
  g_clear_object (&self->book);
  G_APPLICATION_CLASS (tend_application_parent_class)->shutdown (application);
}

static void
tend_application_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TendApplication *self = TEND_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_application_finalize (GObject *object)
{
  TendApplication *self = TEND_APPLICATION (object);

  g_clear_object (&self->book);
  g_clear_object (&self->shelf);
  g_free (self->path);
  g_free (self->early_path);
  G_OBJECT_CLASS (tend_application_parent_class)->finalize (object);
}

static void
tend_application_class_init (TendApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = tend_application_get_property;
  object_class->finalize = tend_application_finalize;
  application_class->activate = tend_application_activate;
  application_class->open = tend_application_open;
  application_class->command_line = tend_application_command_line;
  application_class->handle_local_options = tend_application_handle_local_options;
  application_class->startup = tend_application_startup;
  application_class->shutdown = tend_application_shutdown;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_application_init (TendApplication *self)
{
  self->shelf = tend_shelf_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
}

TendApplication *
tend_application_new (void)
{
  return g_object_new (TEND_TYPE_APPLICATION,
                       "application-id", TEND_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/tendapp/Tend",
                       NULL);
}

TendWindow *
tend_application_present (TendApplication *self)
{
  g_autofree char *path = tend_application_dup_path (self);

  return present_path (self, path);
}

TendShelf *
tend_application_get_shelf (TendApplication *self)
{
  return self->shelf;
}

char *
tend_application_dup_path (TendApplication *self)
{
  g_autofree char *path = g_strdup (self->path);

  if (path == NULL)
    path = tend_settings_dup_book (tend_settings_get_default ());
  if (path[0] == '\0')
    g_set_str (&path, NULL);

  return path != NULL ? g_canonicalize_filename (path, NULL) : tend_book_get_default_path ();
}

void
tend_application_set_path (TendApplication *self,
                           const char      *path,
                           gboolean         remember)
{
  g_set_str (&self->path, path);
  if (remember && !self->keep_path)
    tend_settings_set_book (tend_settings_get_default (), path);
}

gboolean
tend_application_get_own (TendApplication *self)
{
  return !self->keep_path;
}

TendBackground *
tend_application_get_background (TendApplication *self)
{
  return self->background;
}

TendBook *
tend_application_get_book (TendApplication *self)
{
  return self->book;
}

void
tend_application_take_book (TendApplication *self,
                            TendBook        *book)
{
  g_autofree char *path = tend_application_dup_path (self);

  if (g_strcmp0 (path, tend_book_get_path (book)) != 0)
    return;

  if (g_set_object (&self->book, book))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TendBook *book = tend_shelf_open_finish (TEND_SHELF (source), result, &error);

  if (book == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  tend_application_take_book (g_task_get_source_object (task), book);
  g_task_return_pointer (task, book, g_object_unref);
}

void
tend_application_open_async (TendApplication     *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *path = tend_application_dup_path (self);

  g_task_set_source_tag (task, tend_application_open_async);
  tend_shelf_open_async (self->shelf, path, TEND_BOOK_WATCH, on_opened, task);
}

TendBook *
tend_application_open_finish (TendApplication  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
