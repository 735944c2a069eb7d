/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-notifier"

#include "config.h"

#include "notifier-private.h"

#include <glib/gi18n.h>

#include "core/book.h"
#include "core/reminders/schedule.h"

/* What was pressed, until it is done. The process lives so long. */
typedef struct
{
  TendNotifier *notifier;
  GApplication *application;
  TendId follow_up;
  TendSettleAct act;
} Press;

static Press *
press_new (TendNotifier  *notifier,
           TendId         follow_up,
           TendSettleAct  act)
{
  Press *press = g_new0 (Press, 1);

  press->notifier = g_object_ref (notifier);
  press->application = g_object_ref (G_APPLICATION (notifier->application));
  press->follow_up = follow_up;
  press->act = act;
  g_application_hold (press->application);
  return press;
}

static void
press_free (Press *press)
{
  g_object_unref (press->notifier);
  g_application_release (press->application);
  g_object_unref (press->application);
  g_free (press);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Press, press_free)

/* The desktop has taken the notification away when its button was pressed. Where that did not help it is put back, so that
 * what was promised stays in sight. */
static void
press_failed (Press        *press,
              const GError *error)
{
  g_autofree char *id = g_strdup_printf ("follow-up-%" G_GINT64_FORMAT, press->follow_up);
  g_autoptr(GNotification) notification = g_notification_new (_("The Follow-Up Could Not Be Settled"));

  g_warning ("Follow-up %" G_GINT64_FORMAT " could not be settled: %s", press->follow_up, error->message);
  g_notification_set_body (notification, _("The book could not be written. Open it to see why; the follow-up is still open."));
  g_notification_set_default_action_and_target (notification, "app.open-follow-up", "x", press->follow_up);
  g_application_send_notification (press->application, id, notification);
}

static void
press_applied (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Press) press = user_data;
  g_autoptr(GError) error = NULL;

  /* Settled already, or gone: then all is well, and only the notification was late. */
  if (tend_book_apply_finish (TEND_BOOK (object), result, &error) ||
      g_error_matches (error, TEND_ERROR, TEND_ERROR_REFUSED) ||
      g_error_matches (error, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    tend_notifier_withdraw (press->notifier, press->follow_up);
  else
    press_failed (press, error);
}

static void
press_opened (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Press) press = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendBook) book = tend_application_open_finish (TEND_APPLICATION (object), result, &error);
  g_autoptr(TendOperation) operation = NULL;
  TendClock *clock = press->notifier->clock;
  TendInstant until = 0;

  if (book == NULL)
    {
      press_failed (press, error);
      return;
    }

  if (press->act == TEND_SETTLE_SNOOZE)
    {
      g_autoptr(GTimeZone) zone = tend_clock_dup_zone (clock);

      until = tend_schedule_get_snooze (TEND_SNOOZE_1_HOUR, tend_clock_now (clock), zone, TEND_SCHEDULE_DAY_START);
    }

  operation = tend_settle_operation_new (&press->follow_up, 1, press->act, until, NULL);
  tend_book_apply_async (book, operation, NULL, press_applied, g_steal_pointer (&press));
}

static void
settle (TendNotifier  *self,
        GVariant      *parameter,
        TendSettleAct  act)
{
  tend_application_open_async (self->application, press_opened, press_new (self, g_variant_get_int64 (parameter), act));
}

static void
on_follow_up_done (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  settle (user_data, parameter, TEND_SETTLE_DONE);
}

static void
on_follow_up_snooze (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  settle (user_data, parameter, TEND_SETTLE_SNOOZE);
}

static void
on_open_follow_up (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TendNotifier *self = user_data;

  tend_window_show_follow_up (tend_application_present (self->application), g_variant_get_int64 (parameter));
}

static void
on_open_today (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TendNotifier *self = user_data;

  tend_window_show_place (tend_application_present (self->application), "today");
}

void
tend_notifier_install_actions (TendNotifier *self)
{
  static const GActionEntry entries[] = {
    { .name = "follow-up-done", .activate = on_follow_up_done, .parameter_type = "x" },
    { .name = "follow-up-snooze", .activate = on_follow_up_snooze, .parameter_type = "x" },
    { .name = "open-follow-up", .activate = on_open_follow_up, .parameter_type = "x" },
    { .name = "open-today", .activate = on_open_today, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->application), entries, G_N_ELEMENTS (entries), self);
}
