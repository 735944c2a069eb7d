/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "change.h"
#include "change-set.h"
#include "entities/account.h"
#include "entities/alert.h"
#include "entities/contact.h"
#include "entities/follow-up.h"
#include "entities/handover.h"
#include "entities/liaison.h"
#include "entities/manager.h"
#include "entities/need.h"
#include "entities/opportunity.h"
#include "entities/product.h"
#include "entities/purchase.h"
#include "error.h"
#include "id.h"
#include "operations/edit.h"
#include "operations/log.h"
#include "operations/put-off.h"
#include "operations/reassign.h"
#include "operations/resolve.h"
#include "operations/revert.h"
#include "operations/settle.h"
#include "query.h"
#include "reminders/clock.h"
#include "rules/rules.h"
#include "situation.h"
#include "timeline.h"
#include "today.h"
#include "matrix.h"

G_BEGIN_DECLS

#define TEND_TYPE_BOOK (tend_book_get_type ())
G_DECLARE_FINAL_TYPE (TendBook, tend_book, TEND, BOOK, GObject)

/**
 * TendBook:
 *
 * The storage service: everything Tend knows, in one file. Lives on the main thread; its writer and its readers are
 * threads of their own (architecture.md, Threads). What changes the book is a #TendOperation.
 *
 * Every use case has an asynchronous form for the window, and a blocking one for the command line, services and tests.
 *
 * Signals: `changed (TendChangeSet *)`: after every change by this or another process, when live objects are
 * already refreshed. `failed (GError *)`: something in the background (watching, backing up) went wrong,
 * or changes were found missing on opening (%TEND_ERROR_LOST).
 */

typedef enum
{
  TEND_BOOK_OPEN      = 0,       /* must exist */
  TEND_BOOK_CREATE    = 1 << 0,  /* made where there is nothing */
  TEND_BOOK_EXCLUSIVE = 1 << 1,  /* with CREATE: refuse where there is something */
  TEND_BOOK_WATCH     = 1 << 2,  /* follow other processes' changes and make the daily backups (needs a running main loop) */
  TEND_BOOK_READ_ONLY = 1 << 3,
} TendBookFlags;

/* Opening. Refuses with a code that says why (TendErrorCode) and leaves the file untouched. A book of an older schema is
 * backed up and migrated. */
TendBook   *tend_book_open              (const char           *path,
                                         TendBookFlags         flags,
                                         GError              **error);
void        tend_book_open_async        (const char           *path,
                                         TendBookFlags         flags,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
TendBook   *tend_book_open_finish       (GAsyncResult         *result,
                                         GError              **error);
/* Ends the threads after what is under way; waits for them. Dropping the last reference does the same. */
void        tend_book_close             (TendBook             *self);
/* Whether a book at @path could be opened at all: %TEND_ERROR_ALONE where a sandbox sees the file without its folder. Asks no disk. */
gboolean    tend_book_check_place       (const char           *path,
                                         GError              **error);
/* $XDG_DATA_HOME/tend/book.tend. (transfer full) */
char       *tend_book_get_default_path  (void);
const char *tend_book_get_path          (TendBook             *self);
gboolean    tend_book_get_read_only     (TendBook             *self);
/* Changes that were durable once and were missing when it was opened: its log was lost. */
gint64      tend_book_get_lost          (TendBook             *self);
/* Who works with it (a manager's id; 0 = unknown): written to the journal as "by". A sample book has somebody from the start. */
void        tend_book_set_user          (TendBook             *self,
                                         TendId                manager);
TendId      tend_book_get_user          (TendBook             *self);
/* What time it is for all that is written from now on; another one for tests, which set it while nothing is under way. */
void        tend_book_set_clock         (TendBook             *self,
                                         TendClock            *clock);
/* The currency (ISO 4217) of the amounts of @account: its own, else the book's (setting `currency`, EUR by default);
 * that of the book where @account is NULL. Static. */
const char *tend_book_get_currency      (TendBook                *self,
                                         const TendAccountRecord *account);

/* Live objects. tend_book_get() hands out the object of a row at once, read or not (it fills itself; (transfer full)).
 * The load forms answer a #GPtrArray of #TendEntity in the order of @ids, rows that are gone left out. */
TendEntity *tend_book_get               (TendBook             *self,
                                         const TendNoun       *noun,
                                         TendId                id);
GPtrArray  *tend_book_load              (TendBook             *self,
                                         const TendNoun       *noun,
                                         const TendId         *ids,
                                         gsize                 n_ids,
                                         GError              **error);
void        tend_book_load_async        (TendBook             *self,
                                         const TendNoun       *noun,
                                         const TendId         *ids,
                                         gsize                 n_ids,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray  *tend_book_load_finish       (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* For list models: a page of live objects, one for each id, waiting at most @patience µs for the reader; those not
 * read by then fill themselves soon. (transfer full) (element-type TendEntity) */
GPtrArray  *tend_book_load_page         (TendBook             *self,
                                         const TendNoun       *noun,
                                         const TendId         *ids,
                                         gsize                 n_ids,
                                         gint64                patience);

/* Lists: the ids of the rows that a query asks for, in its order. (transfer full) (element-type TendId).
 * A cancelled query is interrupted (%G_IO_ERROR_CANCELLED). */
GArray     *tend_book_list              (TendBook             *self,
                                         const TendQuery      *query,
                                         GError              **error);
void        tend_book_list_async        (TendBook             *self,
                                         const TendQuery      *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GArray     *tend_book_list_finish       (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Has the texts that are searched read in the background, ahead of the first search. Only the first call does anything. */
void        tend_book_prepare_search    (TendBook             *self);
/* List and load in one round: live objects of all rows asked for. For short lists (contacts of an account, managers). */
GPtrArray  *tend_book_find              (TendBook             *self,
                                         const TendQuery      *query,
                                         GError              **error);
void        tend_book_find_async        (TendBook             *self,
                                         const TendQuery      *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray  *tend_book_find_finish       (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* How many accounts each manager owns: manager's id by GSIZE_TO_POINTER (0 = nobody's) → number by GUINT_TO_POINTER.
 * (transfer full) */
GHashTable *tend_book_count_accounts        (TendBook            *self,
                                             GError             **error);
void        tend_book_count_accounts_async  (TendBook            *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
GHashTable *tend_book_count_accounts_finish (TendBook            *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* How accounts stand to products: a TendCell for each pair, n_products an account, in the order given. @today is
 * YYYY-MM-DD. (transfer full) */
void        tend_book_list_cells_async  (TendBook             *self,
                                         const TendId         *accounts,
                                         gsize                 n_accounts,
                                         const TendId         *products,
                                         gsize                 n_products,
                                         const char           *today,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GBytes     *tend_book_list_cells_finish (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Who has what: product's id by GSIZE_TO_POINTER → TendProductUse; products without any are left out. (transfer full) */
GHashTable *tend_book_count_uses        (TendBook             *self,
                                         const char           *today,
                                         GError              **error);
void        tend_book_count_uses_async  (TendBook             *self,
                                         const char           *today,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GHashTable *tend_book_count_uses_finish (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Today: the lines that need somebody now, in their order (rules.md, Today's order). */
TendToday  *tend_book_get_today         (TendBook             *self,
                                         const TendTodayQuery *query,
                                         GError              **error);
void        tend_book_get_today_async   (TendBook             *self,
                                         const TendTodayQuery *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
TendToday  *tend_book_get_today_finish  (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Changing. The callback of apply comes after the signal `changed`. */
gboolean    tend_book_apply             (TendBook             *self,
                                         TendOperation        *operation,
                                         GCancellable         *cancellable,
                                         GError              **error);
void        tend_book_apply_async       (TendBook             *self,
                                         TendOperation        *operation,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    tend_book_apply_finish      (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Counts and warnings of a reassignment before it is done. Free with g_free(). */
TendReassignPreview *tend_book_preview_reassign        (TendBook            *self,
                                                        const TendId        *accounts,
                                                        gsize                n_accounts,
                                                        TendId               manager,
                                                        GError             **error);
void                 tend_book_preview_reassign_async  (TendBook            *self,
                                                        const TendId        *accounts,
                                                        gsize                n_accounts,
                                                        TendId               manager,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
TendReassignPreview *tend_book_preview_reassign_finish (TendBook            *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);

/* The journal, newest first: rows with a sequence below @before (0 = from the newest), of one account and what belongs
 * to it (0 = of all), or only heads of batches. (element-type TendChange) */
GPtrArray  *tend_book_list_changes        (TendBook            *self,
                                           TendId               account,
                                           gboolean             heads,
                                           gint64               before,
                                           guint                limit,
                                           GError             **error);
void        tend_book_list_changes_async  (TendBook            *self,
                                           TendId               account,
                                           gboolean             heads,
                                           gint64               before,
                                           guint                limit,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
GPtrArray  *tend_book_list_changes_finish (TendBook            *self,
                                           GAsyncResult        *result,
                                           GError             **error);
/* What happened on an account, newest first, of the kinds asked for; days begin at midnight in @zone. A hundred thousand
 * entries take some 20 ms on the reader. (transfer full) (element-type TendTimelineEntry) */
GArray     *tend_book_list_timeline        (TendBook             *self,
                                            TendId                account,
                                            TendTimelineKinds     kinds,
                                            GTimeZone            *zone,
                                            GError              **error);
void        tend_book_list_timeline_async  (TendBook             *self,
                                            TendId                account,
                                            TendTimelineKinds     kinds,
                                            GTimeZone            *zone,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GArray     *tend_book_list_timeline_finish (TendBook             *self,
                                            GAsyncResult         *result,
                                            GError              **error);
/* The batch that undo would take back next: the newest of the book's user that stands, imports, undos and redos left
 * out; 0 = none. The batch that redo would bring back: the newest undo, if nothing else was done since. */
TendId      tend_book_find_undo         (TendBook             *self,
                                         GError              **error);
TendId      tend_book_find_redo         (TendBook             *self,
                                         GError              **error);

/* Settings of the book. (transfer full) (nullable) */
char       *tend_book_get_setting       (TendBook             *self,
                                         const char           *key,
                                         GError              **error);
gboolean    tend_book_set_setting       (TendBook             *self,
                                         const char           *key,
                                         const char           *value,
                                         GError              **error);

/* The rules as they hold in the book, and one number of them (its name: rules/rules.h). After a change all summaries are
 * computed anew: in the background, unless the call waits. An unknown name or an impossible number: %TEND_ERROR_INPUT. */
gboolean    tend_book_get_rules         (TendBook             *self,
                                         TendRules            *rules,
                                         GError              **error);
gboolean    tend_book_set_rule          (TendBook             *self,
                                         const char           *name,
                                         int                   value,
                                         GError              **error);
void        tend_book_set_rule_async    (TendBook             *self,
                                         const char           *name,
                                         int                   value,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    tend_book_set_rule_finish   (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void        tend_book_get_rules_async   (TendBook             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
/* (transfer full): g_free() */
TendRules  *tend_book_get_rules_finish  (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Several numbers in one transaction: each field of @fields gets its value of @rules. */
void        tend_book_set_rules_async   (TendBook             *self,
                                         const TendRules      *rules,
                                         const TendRuleField *const *fields,
                                         gsize                 n_fields,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    tend_book_set_rules_finish  (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Reminders. Ids of follow-ups whose reminder is due at @now and was not sent, earliest first; and the next instant at
 * which there is one more (0 = none known). @manager 0: everyone's. */
GArray     *tend_book_list_due          (TendBook             *self,
                                         TendInstant           now,
                                         TendId                manager,
                                         TendInstant          *next,
                                         GError              **error);
void        tend_book_list_due_async    (TendBook             *self,
                                         TendInstant           now,
                                         TendId                manager,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GArray     *tend_book_list_due_finish   (TendBook             *self,
                                         GAsyncResult         *result,
                                         TendInstant          *next,
                                         GError              **error);
/* Marks reminders as sent at @at: derived, so no version and no journal. */
gboolean    tend_book_mark_reminded     (TendBook             *self,
                                         const TendId         *follow_ups,
                                         gsize                 n_follow_ups,
                                         TendInstant           at,
                                         GError              **error);
void        tend_book_mark_reminded_async  (TendBook            *self,
                                            const TendId        *follow_ups,
                                            gsize                n_follow_ups,
                                            TendInstant          at,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean    tend_book_mark_reminded_finish (TendBook            *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/* Backups. The folder "<book>.backups" beside the book, 0600, seven daily ones kept. A @path may hold an earlier copy, which
 * is replaced, and else nothing: %TEND_ERROR_EXISTS where a book that is in use or anything else stands. */
gboolean    tend_book_backup            (TendBook             *self,
                                         const char           *path,
                                         GError              **error);
void        tend_book_backup_async      (TendBook             *self,
                                         const char           *path,   /* NULL: the daily one, if it is due */
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    tend_book_backup_finish     (TendBook             *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Puts the book in @backup in place of the one at @path, which is kept aside as "<path>.before-restore-<time>" (its name
 * in @aside, transfer full). No process may have it open for writing. */
gboolean    tend_book_restore           (const char           *path,
                                         const char           *backup,
                                         char                **aside,
                                         GError              **error);

/* Facts for `tendctl info` and the debug information. */
typedef struct
{
  int         schema;
  gint64      size;             /* bytes, with the write-ahead log */
  gint64      sequence;         /* of the newest change */
  TendInstant last_backup;      /* 0 = none */
  gint64      lost;             /* changes once made durable that the file no longer knows: its log was lost */
  gint64      counts[24];       /* rows, in the order of tend_nouns() */
} TendBookInfo;

gboolean    tend_book_get_info          (TendBook             *self,
                                         TendBookInfo         *info,
                                         GError              **error);
void        tend_book_get_info_async    (TendBook             *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    tend_book_get_info_finish   (TendBook             *self,
                                         GAsyncResult         *result,
                                         TendBookInfo         *info,
                                         GError              **error);

/* An invariant of data.md that does not hold. */
typedef struct
{
  char       *invariant;        /* foreign-keys, reporting-forest, owner-exists, handover-chain, done-at, same-account,
                                 * journal-holes, summary, derived, integrity */
  char       *table;
  TendId      id;
  char       *detail;           /* for developers */
} TendFault;

void        tend_fault_free             (TendFault            *fault);
/* Proves the invariants; what fails, empty where all hold. With @repair what is derived is rebuilt first.
 * (transfer full) (element-type TendFault) */
GPtrArray  *tend_book_check             (TendBook             *self,
                                         gboolean              repair,
                                         GError              **error);

G_END_DECLS
