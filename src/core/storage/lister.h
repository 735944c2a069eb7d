/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../query.h"
#include "database.h"

G_BEGIN_DECLS

/**
 * TendLister:
 *
 * Turns queries into ids, on the reader thread. Keeps what makes the next keystroke fast: the texts of all accounts
 * (#TendSearchIndex), and the ordered ids of the last query without its words.
 */
typedef struct _TendLister TendLister;

TendLister *tend_lister_new     (TendDatabase     *database);
void        tend_lister_free    (TendLister       *self);
/* Has the texts of the book at @path read ahead of the first search. */
void        tend_lister_prepare (TendLister       *self,
                                 const char       *path);
/* (transfer full) (element-type TendId) */
GArray     *tend_lister_list    (TendLister       *self,
                                 const TendQuery  *query,
                                 GCancellable     *cancellable,
                                 GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendLister, tend_lister_free)

G_END_DECLS
