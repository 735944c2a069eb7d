/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"

#include <stdlib.h>

#include "rules/money.h"

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TendBook, tend_book, G_TYPE_OBJECT)

static void
tend_book_finalize (GObject *object)
{
  TendBook *self = TEND_BOOK (object);

  tend_book_close (self);
  tend_book_live_clear (self);
  g_ptr_array_unref (self->waiting);
  g_clear_object (&self->clock);
  g_free (self->path);
  G_OBJECT_CLASS (tend_book_parent_class)->finalize (object);
}

static void
tend_book_class_init (TendBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_book_finalize;

  /**
   * TendBook::changed:
   * @changes: what has changed
   *
   * Live objects are refreshed already.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TEND_TYPE_CHANGE_SET);
  /**
   * TendBook::failed:
   * @error: what went wrong in the background
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tend_book_init (TendBook *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->clock = tend_clock_new ();
  tend_book_live_init (self);
}

void
tend_book_emit_changed (TendBook      *self,
                        TendChangeSet *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
tend_book_emit_failed (TendBook     *self,
                       const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

void
tend_book_close (TendBook *self)
{
  g_return_if_fail (TEND_IS_BOOK (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  g_clear_handle_id (&self->attend_source, g_source_remove);
  g_clear_pointer (&self->midnight, tend_alarm_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] != NULL)
        g_file_monitor_cancel (self->monitors[i]);
      g_clear_object (&self->monitors[i]);
    }
  /* Readers first: the last connection to close, the writer's, may then empty the log. */
  g_clear_pointer (&self->loader, tend_worker_free);
  g_clear_pointer (&self->reader, tend_worker_free);
  g_clear_pointer (&self->writer, tend_worker_free);
  g_clear_pointer (&self->lock, tend_lock_free);
}

char *
tend_book_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tend", "book.tend", NULL);
}

const char *
tend_book_get_path (TendBook *self)
{
  g_return_val_if_fail (TEND_IS_BOOK (self), NULL);
  return self->path;
}

gint64
tend_book_get_lost (TendBook *self)
{
  g_return_val_if_fail (TEND_IS_BOOK (self), 0);

  return self->lost;
}

gboolean
tend_book_get_read_only (TendBook *self)
{
  g_return_val_if_fail (TEND_IS_BOOK (self), TRUE);
  return self->read_only;
}

void
tend_book_set_user (TendBook *self,
                    TendId    manager)
{
  g_return_if_fail (TEND_IS_BOOK (self));
  self->user = manager;
}

void
tend_book_take_currency (TendBook   *self,
                         const char *code)
{
  self->currency = g_intern_string (tend_currency_get_digits (code) >= 0 ? code : TEND_DEFAULT_CURRENCY);
}

const char *
tend_book_get_currency (TendBook                *self,
                        const TendAccountRecord *account)
{
  g_return_val_if_fail (TEND_IS_BOOK (self), NULL);

  if (account == NULL || tend_currency_get_digits (account->currency) < 0)
    return self->currency;
  return g_intern_string (account->currency);
}

void
tend_book_set_clock (TendBook  *self,
                     TendClock *clock)
{
  g_return_if_fail (TEND_IS_BOOK (self));
  if (!g_set_object (&self->clock, clock) || self->midnight == NULL)
    return;
  g_clear_pointer (&self->midnight, tend_alarm_free);
  tend_book_keep_day (self);
}

TendId
tend_book_get_user (TendBook *self)
{
  g_return_val_if_fail (TEND_IS_BOOK (self), 0);
  return self->user;
}

gpointer
tend_book_call (TendBook    *self,
                TendWorker  *worker,
                TendWork     work,
                gpointer     data,
                GError     **error)
{
  if (worker != NULL)
    return tend_worker_call (worker, work, data, NULL, error);
  tend_set_error (error, self->read_only && !self->closed ? TEND_ERROR_READ_ONLY : TEND_ERROR_FAILED, TEND_REASON_NONE,
                  NULL, NULL, "the book is %s", self->closed ? "closed" : "read-only");
  return NULL;
}

void
tend_book_push (TendBook            *self,
                TendWorker          *worker,
                TendWork             work,
                gpointer             data,
                GDestroyNotify       free_data,
                GDestroyNotify       free_result,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr(GError) error = NULL;

  if (worker != NULL)
    {
      tend_worker_push (worker, self, work, data, free_data, free_result, cancellable, callback, user_data);
      return;
    }
  tend_book_call (self, NULL, NULL, NULL, &error);
  g_task_report_error (self, callback, user_data, tend_book_push, g_steal_pointer (&error));
  if (data != NULL && free_data != NULL)
    free_data (data);
}
