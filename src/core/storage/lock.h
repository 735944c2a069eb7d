/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"

G_BEGIN_DECLS

/**
 * TendLock:
 *
 * "<book>.lock": every write transaction and checkpoint runs under an exclusive flock on it, so that two processes never
 * write or checkpoint at once (SQLite in measured.md says why). An open-file-description lock on its first byte tells
 * restore whether anyone has the book open. Its content is the sequence of the last durable change: if the book knows
 * fewer, its write-ahead log was lost.
 */
typedef struct _TendLock TendLock;

/* @shared: keep the mark that the book is open. %TEND_ERROR_BUSY while a restore is under way. */
TendLock *tend_lock_new           (const char  *book,
                                   gboolean     shared,
                                   GError     **error);
void      tend_lock_free          (TendLock    *self);
/* Waits for other processes' transactions, at most 30 seconds. %TEND_ERROR_GONE as tend_lock_check(). */
gboolean  tend_lock_acquire       (TendLock    *self,
                                   GError     **error);
void      tend_lock_release       (TendLock    *self);
/* Whether the book is still the file that it was when the lock was made; %TEND_ERROR_GONE. What is written to a file that
 * was moved or deleted meanwhile, by a person or by what keeps folders alike, nobody would ever see again. */
gboolean  tend_lock_check         (TendLock    *self,
                                   GError     **error);
/* For restore: whether nobody else has the book open, and none can open it until the lock is freed. */
gboolean  tend_lock_acquire_alone (TendLock    *self,
                                   GError     **error);
/* The last durable sequence; 0 = unknown. Under the lock. */
gint64    tend_lock_get_sequence  (TendLock    *self);
/* The same for who only reads: without the lock, so no later than what the book holds if it is read after this. */
gint64    tend_lock_peek_sequence (const char  *book);
void      tend_lock_set_sequence  (TendLock    *self,
                                   gint64       sequence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendLock, tend_lock_free)

G_END_DECLS
