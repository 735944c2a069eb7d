/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-notifier"

#include "config.h"

#include "notifier-private.h"

#include <glib/gi18n.h>

#include "core/book.h"
#include "core/ids.h"
#include "notifier-text.h"
#include "sandbox.h"
#include "settings.h"
#include "ui/text/words.h"

#define DIGEST_ID "follow-ups"
#define DIGEST_LINES 3
#define MAX_TITLE 120

static const char * const desktop_names[] = { "org.gtk.Notifications", "org.freedesktop.Notifications", TEND_SANDBOX_PORTAL };

G_DEFINE_FINAL_TYPE (TendNotifier, tend_notifier, G_TYPE_OBJECT)

static char *
notification_id (TendId follow_up)
{
  return g_strdup_printf ("follow-up-%" G_GINT64_FORMAT, follow_up);
}

/* Sending */

void
tend_notifier_send (TendNotifier *self,
                    TendFollowUp *follow_up,
                    const char   *account)
{
  const TendFollowUpRecord *record = tend_follow_up_get (follow_up);
  TendId id = tend_entity_get_id (TEND_ENTITY (follow_up));
  g_autoptr(GTimeZone) zone = tend_clock_dup_zone (self->clock);
  g_autofree char *name = notification_id (id);
  g_autofree char *words = tend_words_follow_up (record, MAX_TITLE);
  g_autofree char *title = tend_notifier_text_line (words, MAX_TITLE);
  g_autofree char *body = tend_notifier_text_body (record, account, tend_clock_now (self->clock), zone);
  g_autoptr(GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-follow-up", "x", id);
  g_notification_add_button_with_target (notification, _("Done"), "app.follow-up-done", "x", id);
  g_notification_add_button_with_target (notification, _("Snooze 1 Hour"), "app.follow-up-snooze", "x", id);
  g_application_send_notification (G_APPLICATION (self->application), name, notification);
}

void
tend_notifier_withdraw (TendNotifier *self,
                        TendId        follow_up)
{
  g_autofree char *name = notification_id (follow_up);

  g_application_withdraw_notification (G_APPLICATION (self->application), name);
}

static void
tend_notifier_send_digest (TendNotifier *self,
                           GPtrArray    *follow_ups)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u Follow-Up Is Due", "%u Follow-Ups Are Due", follow_ups->len),
                                            follow_ups->len);
  g_autoptr(GNotification) notification = g_notification_new (title);
  char *titles[DIGEST_LINES + 1] = { NULL };
  g_autofree char *body = NULL;

  for (guint i = 0; i < MIN (follow_ups->len, DIGEST_LINES); i++)
    titles[i] = tend_words_follow_up (tend_follow_up_get (g_ptr_array_index (follow_ups, i)), MAX_TITLE);

  body = tend_notifier_text_digest ((const char *const *) titles, follow_ups->len);
  for (guint i = 0; titles[i] != NULL; i++)
    g_free (titles[i]);
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-today", "s", "due");
  g_notification_add_button_with_target (notification, _("Show Today"), "app.open-today", "s", "due");
  g_application_send_notification (G_APPLICATION (self->application), DIGEST_ID, notification);
}

static void
tend_notifier_delivered (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr(TendReminder) reminder = user_data;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  if (answer != NULL)
    tend_reminder_confirm (reminder);
}

/* A bus passes messages on in order: when it answers this, it has passed on what was sent before. Without that a process
 * that ends now would take along a notification that is marked as sent. */
static void
tend_notifier_confirm (TendNotifier *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self->application));

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, tend_notifier_delivered, g_object_ref (self->reminder));
}

typedef struct
{
  TendNotifier *notifier;
  TendReminder *reminder;
  GPtrArray *follow_ups;
} Batch;

static void
batch_free (Batch *batch)
{
  g_object_unref (batch->notifier);
  g_object_unref (batch->reminder);
  g_ptr_array_unref (batch->follow_ups);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static const char *
find_name (GPtrArray *accounts,
           TendId     id)
{
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (tend_entity_get_id (g_ptr_array_index (accounts, i)) == id)
      return tend_account_get (g_ptr_array_index (accounts, i))->name;

  return NULL;
}

static void
tend_notifier_accounts_loaded (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  g_autoptr(Batch) batch = user_data;
  TendNotifier *self = batch->notifier;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = tend_book_load_finish (TEND_BOOK (object), result, &error);

  if (self->reminder != batch->reminder)
    return;

  /* A reminder without its account's name is better than none. */
  if (accounts == NULL)
    g_debug ("Accounts of reminders could not be read: %s", error->message);

  for (guint i = 0; i < batch->follow_ups->len; i++)
    {
      TendFollowUp *follow_up = g_ptr_array_index (batch->follow_ups, i);

      tend_notifier_send (self, follow_up, find_name (accounts, tend_follow_up_get (follow_up)->account));
    }

  tend_notifier_confirm (self);
}

static void
tend_notifier_due (TendNotifier *self,
                   GPtrArray    *follow_ups,
                   gboolean      digest)
{
  g_autoptr(GArray) ids = tend_ids_new ();
  Batch *batch;

  if (digest)
    {
      tend_notifier_send_digest (self, follow_ups);
      tend_notifier_confirm (self);
      return;
    }

  for (guint i = 0; i < follow_ups->len; i++)
    g_array_append_val (ids, tend_follow_up_get (g_ptr_array_index (follow_ups, i))->account);

  batch = g_new0 (Batch, 1);
  batch->notifier = g_object_ref (self);
  batch->reminder = g_object_ref (self->reminder);
  batch->follow_ups = g_ptr_array_ref (follow_ups);
  tend_book_load_async (tend_application_get_book (self->application), &tend_account_noun,
                        tend_ids_get (ids), ids->len, NULL, tend_notifier_accounts_loaded, batch);
}

static void
tend_notifier_withdraw_digest (TendNotifier *self)
{
  g_application_withdraw_notification (G_APPLICATION (self->application), DIGEST_ID);
}

/* What cannot be reminded of is in the agenda all the same; the window tells of a book in trouble by itself. */
static void
tend_notifier_failed (TendNotifier *self,
                      GError       *error)
{
  g_message ("Reminders have to wait: %s", error->message);
}

/* Life */

static void
tend_notifier_stop (TendNotifier *self)
{
  if (self->reminder == NULL)
    return;

  tend_reminder_stop (self->reminder);
  g_signal_handlers_disconnect_by_data (self->reminder, self);
  g_clear_object (&self->reminder);
}

static void
tend_notifier_restart (TendNotifier *self)
{
  TendBook *book = tend_application_get_book (self->application);

  tend_notifier_stop (self);
  if (book == NULL || self->desktops == 0)
    return;

  self->reminder = tend_reminder_new (book, tend_settings_get_manager (tend_settings_get_default ()), self->clock);
  g_signal_connect_object (self->reminder, "due", G_CALLBACK (tend_notifier_due), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "withdraw", G_CALLBACK (tend_notifier_withdraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "withdraw-digest", G_CALLBACK (tend_notifier_withdraw_digest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "failed", G_CALLBACK (tend_notifier_failed), self, G_CONNECT_SWAPPED);
  tend_reminder_start (self->reminder);
}

static void
tend_notifier_manager_changed (TendNotifier *self)
{
  if (self->reminder != NULL)
    tend_reminder_set_manager (self->reminder, tend_settings_get_manager (tend_settings_get_default ()));
}

/* Called of each name at first, and whenever it comes or goes. */
static void
tend_notifier_set_desktop (TendNotifier *self,
                           const char   *name,
                           gboolean      there)
{
  guint before = self->desktops;

  for (guint i = 0; i < G_N_ELEMENTS (desktop_names); i++)
    if (g_str_equal (name, desktop_names[i]))
      self->desktops = there ? self->desktops | 1u << i : self->desktops & ~(1u << i);

  if ((before == 0) != (self->desktops == 0))
    tend_notifier_restart (self);
}

static void
tend_notifier_desktop_appeared (GDBusConnection *bus,
                                const char      *name,
                                const char      *owner,
                                gpointer         user_data)
{
  tend_notifier_set_desktop (user_data, name, TRUE);
}

static void
tend_notifier_desktop_vanished (GDBusConnection *bus,
                                const char      *name,
                                gpointer         user_data)
{
  tend_notifier_set_desktop (user_data, name, FALSE);
}

/* GLib chooses once, at the first notification, whom to send to, and what is sent to nobody is gone. So nothing is sent
 * before there is somebody. */
static void
tend_notifier_watch_desktop (TendNotifier *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self->application));
  gboolean sandboxed = tend_sandbox_is_on ();

  /* In a sandbox there is the portal alone; outside, the portal says nothing of who would show what it is given. */
  for (guint i = 0; bus != NULL && i < G_N_ELEMENTS (desktop_names); i++)
    if (sandboxed == g_str_equal (desktop_names[i], TEND_SANDBOX_PORTAL))
      self->watches[i] = g_bus_watch_name_on_connection (bus, desktop_names[i], G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                         tend_notifier_desktop_appeared, tend_notifier_desktop_vanished,
                                                         self, NULL);
}

static void
tend_notifier_dispose (GObject *object)
{
  TendNotifier *self = TEND_NOTIFIER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->watches); i++)
    g_clear_handle_id (&self->watches[i], g_bus_unwatch_name);
  tend_notifier_stop (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (tend_notifier_parent_class)->dispose (object);
}

static void
tend_notifier_class_init (TendNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_notifier_dispose;
}

static void
tend_notifier_init (TendNotifier *self)
{
}

/**
 * tend_notifier_new:
 * @application: a registered application, which must hold the notifier no longer than it lives
 * @clock: tells the time
 *
 * Returns: (transfer full): a notifier at work
 */
TendNotifier *
tend_notifier_new (TendApplication *application,
                   TendClock       *clock)
{
  TendNotifier *self = g_object_new (TEND_TYPE_NOTIFIER, NULL);

  self->application = application;
  self->clock = g_object_ref (clock);
  tend_notifier_install_actions (self);
  g_signal_connect_object (application, "notify::book", G_CALLBACK (tend_notifier_restart), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tend_settings_get_default (), "changed::manager", G_CALLBACK (tend_notifier_manager_changed), self,
                           G_CONNECT_SWAPPED);
  tend_notifier_watch_desktop (self);
  return self;
}
