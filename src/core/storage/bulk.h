/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../entities/noun.h"
#include "../rules/health.h"
#include "database.h"

G_BEGIN_DECLS

/**
 * TendBulk:
 *
 * Fills an empty book: complete rows without journal or checks, and the indexes when all are there, which takes a
 * fraction of the time. Inside a transaction, whose rollback also brings the indexes back.
 */
typedef struct _TendBulk TendBulk;

/* @database is a book without rows, inside a transaction. (transfer full) */
TendBulk *tend_bulk_begin  (TendDatabase      *database,
                            GError           **error);
/* Writes a row, complete with its derived fields. Contacts come right behind their account, in the order of ids. */
gboolean  tend_bulk_put    (TendBulk          *self,
                            const TendRecord  *record,
                            GError           **error);
/* Writes the course of an account's health until yesterday, behind the account. */
gboolean  tend_bulk_put_health (TendBulk              *self,
                                TendId                 account,
                                const TendHealthPoint *points,
                                gsize                  n_points,
                                GError               **error);
/* Writes what is left, and makes the indexes. */
gboolean  tend_bulk_finish (TendBulk          *self,
                            GError           **error);
void      tend_bulk_free   (TendBulk          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendBulk, tend_bulk_free)

G_END_DECLS
