/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "database.h"

G_BEGIN_DECLS

/**
 * TendTransaction:
 *
 * One batch being written: rows, their journal, what is derived from them. Begun under the book's lock, on the writer
 * thread. What an operation does, it does through this, so that nothing is written without its journal.
 */

/* @at: the time of all that it writes, and whose day its summaries are for. */
TendTransaction *tend_transaction_begin        (TendDatabase      *database,
                                                TendId             by,
                                                TendInstant        at,
                                                GError           **error);
/* Recomputes what is derived, writes the head of the batch and commits, durably. Nothing written: no batch, and @batch 0.
 * @undoes: the batch that this one takes back, else 0. On failure the transaction is rolled back. Frees it. */
gboolean         tend_transaction_commit       (TendTransaction   *self,
                                                const char        *kind,
                                                const char        *label,
                                                guint              count,
                                                TendId             undoes,
                                                TendId            *batch,
                                                gint64            *sequence,
                                                GError           **error);
void             tend_transaction_rollback     (TendTransaction   *self);

TendDatabase    *tend_transaction_get_database (TendTransaction   *self);
TendId           tend_transaction_get_batch    (TendTransaction   *self);
TendInstant      tend_transaction_get_at       (TendTransaction   *self);
TendId           tend_transaction_get_by       (TendTransaction   *self);

/* Inserts @record: gives it an id (unless it has one), version, times and derived fields, checks it, journals it. */
gboolean         tend_transaction_insert       (TendTransaction   *self,
                                                TendRecord        *record,
                                                GError           **error);
/* Writes what differs between @before (as it stands in the book) and @after, whose version, times and derived fields are
 * set here. Nothing differs: nothing is written. */
gboolean         tend_transaction_update       (TendTransaction   *self,
                                                const TendRecord  *before,
                                                TendRecord        *after,
                                                GError           **error);
gboolean         tend_transaction_delete       (TendTransaction   *self,
                                                const TendRecord  *record,
                                                GError           **error);

/* What is taken back or brought back is so letter by letter: from now on nothing follows by itself (a renewal's follow-up). */
void             tend_transaction_set_literal  (TendTransaction   *self);
/* The rules, the day and the zone of all that it writes. Borrowed. */
struct _TendSummaryTable *tend_transaction_get_summaries (TendTransaction *self,
                                                GError           **error);

/* A new account holds for the day on which it is made: that spares writing it twice where nothing else follows from its rows. */
gboolean         tend_transaction_date_account (TendTransaction   *self,
                                                TendRecord        *record,
                                                GError           **error);

/* For bulk work that writes its rows by statements of its own. */

/* Journals a row that was written otherwise. @operation: insert, update, delete. */
gboolean         tend_transaction_journal      (TendTransaction   *self,
                                                const TendNoun    *noun,
                                                TendId             id,
                                                TendId             account,
                                                const char        *operation,
                                                const char        *before,
                                                const char        *after,
                                                GError           **error);
/* Rows were written without a journal of their own (a bulk load into an empty book): the head alone tells of them. */
void             tend_transaction_set_total    (TendTransaction   *self);
/* The account's summary is to be computed anew at the end. */
void             tend_transaction_touch        (TendTransaction   *self,
                                                TendId             account);
/* The account's searchable text is to be made anew at the end. */
void             tend_transaction_touch_text   (TendTransaction   *self,
                                                TendId             account);

G_END_DECLS
