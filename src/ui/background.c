/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-background"

#include "config.h"

#include "background.h"

#include <glib/gi18n.h>

#include "sandbox.h"
#include "settings.h"

struct _TendBackground
{
  GObject parent_instance;

  /* Borrowed References */
  TendApplication *application; /* owns this */

  gboolean holding;
  gboolean asked;   /* the desktop, where it must be asked */
  gboolean telling; /* its words are on the screen */
};

G_DEFINE_FINAL_TYPE (TendBackground, tend_background, G_TYPE_OBJECT)

static gboolean
tend_background_is_wanted (TendBackground *self)
{
  return tend_application_get_own (self->application) &&
         tend_settings_get_background_reminders (tend_settings_get_default ());
}

/* Asked for each process: what was granted once is granted again without a question, unless she has taken it back. */
static void
tend_background_ask (TendBackground *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self->application));

  if (self->asked || bus == NULL || !tend_sandbox_is_on ())
    return;

  self->asked = TRUE;
  tend_sandbox_request_background (bus, _("Tend tells you when a follow-up is due, also with its window closed."));
}

static void
tend_background_update (TendBackground *self)
{
  gboolean hold = tend_background_is_wanted (self) && tend_application_get_book (self->application) != NULL;

  if (hold == self->holding)
    return;

  self->holding = hold;
  if (hold)
    {
      g_application_hold (G_APPLICATION (self->application));
      tend_background_ask (self);
    }
  else
    g_application_release (G_APPLICATION (self->application));
}

static void
tend_background_opened (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GApplication) application = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) book = tend_application_open_finish (TEND_APPLICATION (object), result, &error);

  /* Nobody looks at a service; the window says what is wrong with the book when it is opened. */
  if (book == NULL)
    g_message ("There is nothing to remind of: %s", error->message);
  g_application_release (application);
}

static void
tend_background_dispose (GObject *object)
{
  TendBackground *self = TEND_BACKGROUND (object);

  if (self->holding)
    g_application_release (G_APPLICATION (self->application));
  self->holding = FALSE;

  G_OBJECT_CLASS (tend_background_parent_class)->dispose (object);
}

static void
tend_background_class_init (TendBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_background_dispose;
}

static void
tend_background_init (TendBackground *self)
{
}

/**
 * tend_background_new:
 * @application: a registered application, which must hold this no longer than it lives
 *
 * Returns: (transfer full): what keeps it alive
 */
TendBackground *
tend_background_new (TendApplication *application)
{
  TendBackground *self = g_object_new (TEND_TYPE_BACKGROUND, NULL);

  self->application = application;
  g_signal_connect_object (application, "notify::book", G_CALLBACK (tend_background_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tend_settings_get_default (), "changed::background-reminders", G_CALLBACK (tend_background_update),
                           self, G_CONNECT_SWAPPED);

  if ((g_application_get_flags (G_APPLICATION (application)) & G_APPLICATION_IS_SERVICE) != 0 && tend_background_is_wanted (self))
    {
      g_application_hold (G_APPLICATION (application));
      tend_application_open_async (application, tend_background_opened, g_object_ref (application));
    }

  return self;
}

static void
tend_background_answered (AdwAlertDialog *dialog,
                          const char     *response)
{
  TendSettings *settings = tend_settings_get_default ();

  tend_settings_set_background_told (settings, TRUE);
  if (g_strcmp0 (response, "off") == 0)
    tend_settings_set_background_reminders (settings, FALSE);
}

typedef struct
{
  TendBackground *background;
  GtkWindow *window;
} Farewell;

static void
farewell_close (gpointer user_data)
{
  Farewell *farewell = user_data;

  farewell->background->telling = FALSE;
  gtk_window_close (farewell->window);
  g_object_unref (farewell->background);
  g_object_unref (farewell->window);
  g_free (farewell);
}

/* A window that still holds a dialog closes that instead of itself, so this waits until it is gone altogether. */
static void
tend_background_read (AdwDialog *dialog,
                      Farewell  *farewell)
{
  g_idle_add_once (farewell_close, farewell);
}

gboolean
tend_background_tell (TendBackground *self,
                      GtkWindow      *window)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self->application));
  Farewell *farewell;
  AdwDialog *dialog;

  if (self->telling)
    return TRUE;
  if (!self->holding || windows == NULL || windows->next != NULL ||
      tend_settings_get_background_told (tend_settings_get_default ()))
    return FALSE;

  farewell = g_new0 (Farewell, 1);
  farewell->background = g_object_ref (self);
  farewell->window = g_object_ref (window);
  dialog = adw_alert_dialog_new (_("Reminders Go On"),
                                 _("With its window closed, Tend still tells you when a follow-up is due. "
                                   "You can change that in the preferences."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "off", _("_Switch Off"), "close", _("_Close Window"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect (dialog, "response", G_CALLBACK (tend_background_answered), NULL);
  g_signal_connect (dialog, "closed", G_CALLBACK (tend_background_read), farewell);
  self->telling = TRUE;
  adw_dialog_present (dialog, GTK_WIDGET (window));
  return TRUE;
}
