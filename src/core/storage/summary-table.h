/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../rules/summary.h"
#include "database.h"

G_BEGIN_DECLS

/**
 * TendSummaryTable:
 *
 * The summary columns of accounts, and the course of their health: computed by rules/ from the rows of an account, or of
 * many accounts in one sweep along the indexes. Written without version and journal, since they follow from what is
 * written with both. Belongs to one thread, inside the caller's transaction.
 */
typedef struct _TendSummaryTable TendSummaryTable;

/* The zone in which the book's days are counted; without one, this computer's, which is kept at the first writing. */
#define TEND_SUMMARY_ZONE_SETTING "summary-zone"

/* For the day that @now is in the book's zone, by the book's rules. */
TendSummaryTable  *tend_summary_table_new       (TendDatabase      *database,
                                                 TendInstant        now,
                                                 GError           **error);
void               tend_summary_table_free      (TendSummaryTable  *self);
TendDay            tend_summary_table_get_today (TendSummaryTable  *self);
const TendRules   *tend_summary_table_get_rules (TendSummaryTable  *self);
GTimeZone         *tend_summary_table_get_zone  (TendSummaryTable  *self);
/* Whether the book knows its zone: not before its first summary. */
gboolean           tend_summary_table_has_zone  (TendSummaryTable  *self);
/* Computes and writes the summaries of @accounts; those that are gone are passed over. */
gboolean           tend_summary_table_write     (TendSummaryTable  *self,
                                                 const TendId      *accounts,
                                                 gsize              n_accounts,
                                                 GError           **error);
/* The same for all accounts. */
gboolean           tend_summary_table_write_all (TendSummaryTable  *self,
                                                 GError           **error);
/* For the pass over midnight: the same for at most @most accounts behind *@after that hold for another day, those
 * left as they are whose summary is the same on every day. *@after becomes the last of them, or 0 when there are no more. */
gboolean           tend_summary_table_write_stale (TendSummaryTable *self,
                                                 guint              most,
                                                 TendId            *after,
                                                 GError           **error);
/* How an account stands, from its rows; borrowed until the next call. NULL without an error where it is gone. */
const TendSummary *tend_summary_table_compute   (TendSummaryTable  *self,
                                                 TendId             account,
                                                 GError           **error);
/* The course of an account's health from what held on @since on, to the day before @until. (transfer full)
 * (element-type TendHealthPoint) */
GArray            *tend_summary_table_list_days (TendDatabase      *database,
                                                 TendId             account,
                                                 TendDay            since,
                                                 TendDay            until,
                                                 GError           **error);

typedef void (*TendSummaryFunc) (TendId      account,
                                 const char *column,
                                 gpointer    data);

/* Calls @func for each column that is not what the rules give for the day for which it holds. */
gboolean           tend_summary_table_compare   (TendSummaryTable  *self,
                                                 TendSummaryFunc    func,
                                                 gpointer           data,
                                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSummaryTable, tend_summary_table_free)

G_END_DECLS
