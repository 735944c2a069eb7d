/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"
#include "reminders/alarm.h"
#include "reminders/clock.h"
#include "storage/lister.h"
#include "storage/lock.h"
#include "storage/worker.h"

G_BEGIN_DECLS

struct _TendBook
{
  GObject        parent_instance;

  char          *path;
  gboolean       read_only;
  TendBookFlags  flags;
  int            schema;
  gint64         lost;             /* changes that the file does not know although they were made durable */
  TendId         user;
  TendClock     *clock;
  const char    *currency;         /* of accounts that name none; interned */

  /* Each belongs to its thread once that runs. */
  TendWorker    *writer;           /* NULL where read-only */
  TendWorker    *reader;           /* lists and searches */
  TendWorker    *loader;           /* rows: pages and details, never behind a long list */
  TendLock      *lock;             /* the writer's */
  TendLister    *lister;           /* the reader's */

  /* Main thread. */
  GHashTable    *live;             /* a noun → (id → TendEntity, which leaves it when finalised) */
  GFileMonitor  *monitors[2];
  guint          attend_source;    /* the next look at backups */
  TendAlarm     *midnight;         /* when the next day begins */
  gboolean       passing;          /* all summaries are being looked through */
  gboolean       pass_again;
  gint64         sequence;         /* of the newest change told */
  gint64         generation;       /* of the summaries told */
  gboolean       refreshing;
  gboolean       refresh_again;
  GPtrArray     *waiting;          /* GTask: applied, to be answered when told */
  gboolean       closed;
};

/* book.c */
/* @code: NULL, and what is no currency, stands for the default. */
void      tend_book_take_currency  (TendBook            *self,
                                    const char          *code);
void      tend_book_emit_changed   (TendBook            *self,
                                    TendChangeSet       *changes);
void      tend_book_emit_failed    (TendBook            *self,
                                    const GError        *error);
/* tend_worker_call() and tend_worker_push(), or an error where the book is closed or read-only (@worker NULL). */
gpointer  tend_book_call           (TendBook            *self,
                                    TendWorker          *worker,
                                    TendWork             work,
                                    gpointer             data,
                                    GError             **error);
void      tend_book_push           (TendBook            *self,
                                    TendWorker          *worker,
                                    TendWork             work,
                                    gpointer             data,
                                    GDestroyNotify       free_data,
                                    GDestroyNotify       free_result,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

/* book-live.c */
void      tend_book_live_init      (TendBook       *self);
void      tend_book_live_clear     (TendBook       *self);
/* The live object of a row, if anyone holds it. Borrowed. */
TendEntity *tend_book_peek         (TendBook       *self,
                                    const TendNoun *noun,
                                    TendId          id);
/* The live object of a row, made empty where there is none. (transfer full) */
TendEntity *tend_book_hold         (TendBook       *self,
                                    const TendNoun *noun,
                                    TendId          id);
/* Gives records (taken out of the array) to the live objects of @ids; those without one are gone. */
void      tend_book_fill           (TendBook       *self,
                                    const TendNoun *noun,
                                    const TendId   *ids,
                                    gsize           n_ids,
                                    GPtrArray      *records);
/* Ids of all live objects of a noun. (transfer full) */
GArray   *tend_book_list_live      (TendBook       *self,
                                    const TendNoun *noun);

/* book-changes.c */
/* Reads what has changed and tells it: asynchronously, or before it returns. */
void      tend_book_refresh        (TendBook       *self);
gboolean  tend_book_refresh_now    (TendBook       *self,
                                    GError        **error);
/* Follows other processes. */
void      tend_book_watch          (TendBook       *self);

/* book-summary.c */
/* Computes the summaries of all accounts that hold for another day than today: in the background, or before it returns. */
void      tend_book_pass           (TendBook       *self);
gboolean  tend_book_pass_now       (TendBook       *self,
                                    GError        **error);
/* The same now and whenever a day begins. */
void      tend_book_keep_day       (TendBook       *self);

/* book-upkeep.c */
/* Small writes that are no operation of a person: under the lock, in a transaction, without a journal. For work of the
 * writer's thread. */
typedef gboolean (*TendQuietWrite) (TendDatabase  *database,
                                    gpointer       data,
                                    GError       **error);
gpointer  tend_book_write_quietly  (TendBook       *self,
                                    TendDatabase   *database,
                                    TendQuietWrite  write,
                                    gpointer        data,
                                    GError        **error);
/* Daily backups, and a word about changes that were lost. */
void      tend_book_attend         (TendBook       *self);

/* For the threads: work whose success has no result answers this. */
#define TEND_DONE GINT_TO_POINTER (1)

G_END_DECLS
