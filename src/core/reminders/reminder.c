/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tend-reminder"

#include "reminder-private.h"

#include "schedule.h"

/* After the book could not be asked or marked. */
#define RETRY_AFTER (60 * G_TIME_SPAN_SECOND)

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS
};

enum
{
  DUE,
  WITHDRAW,
  WITHDRAW_DIGEST,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TendReminder, tend_reminder, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

void
tend_reminder_emit_withdraw (TendReminder *self,
                             TendId        follow_up)
{
  g_signal_emit (self, signals[WITHDRAW], 0, follow_up);
}

void
tend_reminder_emit_withdraw_digest (TendReminder *self)
{
  g_signal_emit (self, signals[WITHDRAW_DIGEST], 0);
}

static void
tend_reminder_set_next (TendReminder *self,
                        TendInstant   next)
{
  self->next = next;
  if (next != 0)
    tend_alarm_set (self->alarm, next);
  else
    tend_alarm_clear (self->alarm);
}

/* An error is told once, not again at every try. */
void
tend_reminder_fail (TendReminder *self,
                    GError       *error)
{
  gint64 retry = tend_clock_now (self->clock) + RETRY_AFTER;

  if (self->next == 0 || self->next > retry)
    tend_reminder_set_next (self, retry);
  if (!self->failing)
    {
      self->failing = TRUE;
      g_signal_emit (self, signals[FAILED], 0, error);
    }
}

/* The end of a scan, unless something happened meanwhile. */
static void
tend_reminder_rest (TendReminder *self)
{
  self->busy = FALSE;
  if (self->again)
    tend_reminder_scan (self);
}

static void
tend_reminder_book_changed (TendReminder  *self,
                            TendChangeSet *changes)
{
  g_autoptr(GArray) ids = NULL;
  const TendChangeItem *items;
  guint n_items;

  if (!self->active || !tend_change_set_touches (changes, &tend_follow_up_noun))
    return;

  if (tend_change_set_get_total (changes))
    {
      tend_reminder_check_all (self);
      tend_reminder_scan (self);
      return;
    }

  ids = tend_ids_new ();
  items = tend_change_set_get_items (changes, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].noun == &tend_follow_up_noun && tend_shown_contains (self->shown, items[i].id))
      g_array_append_val (ids, items[i].id);

  tend_reminder_check (self, ids);
  tend_reminder_scan (self);
}

/* Marking */

static void
tend_reminder_marked (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(TendReminder) self = user_data;
  g_autoptr(GPtrArray) sent = g_steal_pointer (&self->sending);
  g_autoptr(GError) error = NULL;
  gboolean marked = tend_book_mark_reminded_finish (TEND_BOOK (object), result, &error);

  self->marking = FALSE;
  if (!self->active)
    return;

  for (guint i = 0; i < sent->len; i++)
    {
      TendFollowUp *follow_up = g_ptr_array_index (sent, i);
      TendId id = tend_reminder_id (sent, i);

      if (marked)
        g_hash_table_remove (self->unmarked, &id);
      else
        g_hash_table_insert (self->unmarked, g_memdup2 (&id, sizeof id),
                             g_memdup2 (&tend_follow_up_get (follow_up)->remind_at, sizeof (TendInstant)));
    }

  if (!marked)
    {
      tend_reminder_fail (self, error);
      tend_reminder_rest (self);
      return;
    }

  /* It may have been settled between being asked for and being sent: then nobody heard of it since. */
  self->failing = FALSE;
  tend_reminder_check_all (self);
  self->again = TRUE;
  tend_reminder_rest (self);
}

static void
tend_reminder_mark (TendReminder *self)
{
  g_autoptr(GArray) ids = tend_ids_new ();

  self->marking = TRUE;
  for (guint i = 0; i < self->sending->len; i++)
    {
      TendId id = tend_reminder_id (self->sending, i);

      g_array_append_val (ids, id);
    }

  tend_book_mark_reminded_async (self->book, tend_reminder_ids (ids), ids->len, tend_clock_now (self->clock),
                                 tend_reminder_marked, g_object_ref (self));
}

/* Sending */

/* What was shown by itself and is in the digest now is withdrawn by itself. */
static void
tend_reminder_add_shown (TendReminder *self,
                         TendId        follow_up,
                         gboolean      digest)
{
  gboolean was_digest;

  if (tend_shown_remove (self->shown, follow_up, &was_digest) && digest && !was_digest)
    g_signal_emit (self, signals[WITHDRAW], 0, follow_up);
  tend_shown_add (self->shown, follow_up, digest);
}

static void
tend_reminder_send (TendReminder *self,
                    GPtrArray    *due,
                    GPtrArray    *earlier)
{
  gboolean digest = tend_schedule_is_digest (due->len);

  /* A digest takes the place of an earlier one, so it also names what waits from that. */
  if (digest)
    g_ptr_array_extend (due, earlier, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  for (guint i = 0; i < due->len; i++)
    tend_reminder_add_shown (self, tend_reminder_id (due, i), digest);

  tend_reminder_write_shown (self);
  self->sending = g_ptr_array_ref (due);
  g_signal_emit (self, signals[DUE], 0, due, digest);
}

/* Whether it was sent before: marked, or the book could not be told. */
static gboolean
tend_reminder_was_sent (TendReminder *self,
                        TendFollowUp *follow_up)
{
  TendId id = tend_entity_get_id (TEND_ENTITY (follow_up));
  const TendFollowUpRecord *record = tend_follow_up_get (follow_up);
  const TendInstant *unmarked = g_hash_table_lookup (self->unmarked, &id);

  return record->reminded_at >= record->remind_at || (unmarked != NULL && *unmarked == record->remind_at);
}

static void
tend_reminder_loaded (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(TendReminder) self = user_data;
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) sent = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = tend_book_load_finish (TEND_BOOK (object), result, &error);

  if (!self->active)
    return;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TendFollowUp *follow_up = g_ptr_array_index (rows, i);

      if (tend_reminder_holds (self, follow_up))
        g_ptr_array_add (tend_reminder_was_sent (self, follow_up) ? sent : due, g_object_ref (follow_up));
    }

  if (due->len > 0)
    {
      tend_reminder_send (self, due, sent);
      return;
    }

  /* What was sent and is listed all the same could not be marked. */
  if (sent->len > 0)
    {
      self->sending = g_steal_pointer (&sent);
      tend_reminder_mark (self);
      return;
    }

  if (rows == NULL)
    tend_reminder_fail (self, error);
  tend_reminder_rest (self);
}

/* Scanning */

static void
tend_reminder_listed (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(TendReminder) self = user_data;
  g_autoptr(GError) error = NULL;
  TendInstant next = 0;
  g_autoptr(GArray) ids = tend_book_list_due_finish (TEND_BOOK (object), result, &next, &error);

  if (!self->active)
    return;
  if (ids == NULL)
    {
      tend_reminder_fail (self, error);
      tend_reminder_rest (self);
      return;
    }

  tend_reminder_set_next (self, next);
  if (ids->len == 0)
    {
      self->failing = FALSE;
      tend_reminder_rest (self);
      return;
    }

  if (tend_schedule_is_digest (ids->len))
    tend_reminder_add_digest (self, ids);
  tend_book_load_async (self->book, &tend_follow_up_noun, tend_reminder_ids (ids), ids->len,
                        self->cancellable, tend_reminder_loaded, g_object_ref (self));
}

void
tend_reminder_scan (TendReminder *self)
{
  if (!self->active)
    return;

  self->again = self->busy;
  if (self->busy)
    return;

  self->busy = TRUE;
  tend_book_list_due_async (self->book, tend_clock_now (self->clock), self->manager, self->cancellable,
                            tend_reminder_listed, g_object_ref (self));
}

static void
tend_reminder_claimed (gpointer user_data)
{
  g_autoptr(TendReminder) self = g_object_ref (user_data);
  g_autofree char *text = tend_claim_read (self->claim);

  self->active = TRUE;
  self->alarm = tend_alarm_new (self->clock, (TendAlarmFunc) tend_reminder_scan, self);
  tend_shown_read (self->shown, text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  tend_reminder_check_all (self);
  tend_reminder_scan (self);
}

static void
tend_reminder_dispose (GObject *object)
{
  TendReminder *self = TEND_REMINDER (object);

  tend_reminder_stop (self);
  g_clear_object (&self->book);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (tend_reminder_parent_class)->dispose (object);
}

static void
tend_reminder_finalize (GObject *object)
{
  TendReminder *self = TEND_REMINDER (object);

  g_clear_pointer (&self->shown, tend_shown_free);
  g_clear_pointer (&self->unmarked, g_hash_table_unref);
  g_clear_pointer (&self->sending, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tend_reminder_parent_class)->finalize (object);
}

static void
tend_reminder_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, TEND_REMINDER (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_reminder_class_init (TendReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_reminder_dispose;
  object_class->finalize = tend_reminder_finalize;
  object_class->get_property = tend_reminder_get_property;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DUE] = g_signal_new ("due", TEND_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
  signals[WITHDRAW] = g_signal_new ("withdraw", TEND_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[WITHDRAW_DIGEST] = g_signal_new ("withdraw-digest", TEND_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", TEND_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tend_reminder_init (TendReminder *self)
{
  self->shown = tend_shown_new ();
  self->unmarked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * tend_reminder_new:
 * @book: the book
 * @manager: whose follow-ups are reminded of; 0 for everyone's
 * @clock: tells the time
 *
 * Returns: (transfer full): a reminder that is not started
 */
TendReminder *
tend_reminder_new (TendBook  *book,
                   TendId     manager,
                   TendClock *clock)
{
  TendReminder *self = g_object_new (TEND_TYPE_REMINDER, NULL);

  self->book = g_object_ref (book);
  self->clock = g_object_ref (clock);
  self->manager = manager;
  return self;
}

/**
 * tend_reminder_start:
 * @self: a reminder that was not started yet
 *
 * Takes part from now on. Needs a running main loop.
 */
void
tend_reminder_start (TendReminder *self)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self->claim == NULL);

  if (tend_book_get_read_only (self->book))
    return;

  path = g_strconcat (tend_book_get_path (self->book), ".reminders", NULL);
  self->cancellable = g_cancellable_new ();
  self->claim = tend_claim_new (path, tend_reminder_claimed, self, &error);
  if (self->claim == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    g_signal_connect_object (self->book, "changed", G_CALLBACK (tend_reminder_book_changed), self, G_CONNECT_SWAPPED);
}

/**
 * tend_reminder_stop:
 * @self: a reminder
 *
 * Lets another process remind. What was sent and not confirmed is left to it. Cannot be started again.
 */
void
tend_reminder_stop (TendReminder *self)
{
  self->active = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_func (self->book, tend_reminder_book_changed, self);
  g_clear_pointer (&self->alarm, tend_alarm_free);
  g_clear_pointer (&self->claim, tend_claim_drop);
}

/**
 * tend_reminder_confirm:
 * @self: a reminder whose signal `due` was emitted
 *
 * The desktop has what was due. May be called from within the signal.
 */
void
tend_reminder_confirm (TendReminder *self)
{
  if (self->active && self->sending != NULL && !self->marking)
    tend_reminder_mark (self);
}

/**
 * tend_reminder_rescan:
 * @self: a reminder
 *
 * Looks anew, where something may have become due that neither the alarm nor the book tells of.
 */
void
tend_reminder_rescan (TendReminder *self)
{
  tend_reminder_scan (self);
}

void
tend_reminder_set_manager (TendReminder *self,
                           TendId        manager)
{
  if (self->manager == manager)
    return;

  self->manager = manager;
  if (!self->active)
    return;

  tend_reminder_check_all (self);
  tend_reminder_scan (self);
}

gboolean
tend_reminder_get_active (TendReminder *self)
{
  return self->active;
}
