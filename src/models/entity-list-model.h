/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "id-list.h"

G_BEGIN_DECLS

#define TEND_TYPE_ENTITY_LIST_MODEL (tend_entity_list_model_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendEntityListModel, tend_entity_list_model, TEND, ENTITY_LIST_MODEL, GObject)

/**
 * TendEntityListModel:
 *
 * The rows that a query asks for, as a list of live objects of any length: it holds their ids and a few pages of
 * objects. It follows the book: what a change moves, brings or takes becomes the smallest items-changed; a row that
 * merely reads differently changes its object and not the list.
 *
 * Setting a query leaves the rows as they are until the new ones are there: first those at the head of the list, which are
 * seen, and then all ("loading" until then); the newest query set wins. An object may still be unread when it is handed out (#TendEntity:loaded); it fills itself and notifies.
 *
 * Properties: book, loading, error, n-items. Signal: `loaded ()`, after every answer of
 * the book to a query, good or bad, when the list stands.
 */
struct _TendEntityListModelClass
{
  GObjectClass parent_class;
  gpointer     padding[4];
};

/* @query may be NULL (empty list) and is copied. */
TendEntityListModel *tend_entity_list_model_new         (TendBook            *book,
                                                         const TendQuery     *query);
TendBook            *tend_entity_list_model_get_book    (TendEntityListModel *self);
/* Does nothing where the query is the same as before. */
void                 tend_entity_list_model_set_query   (TendEntityListModel *self,
                                                         const TendQuery     *query);
const TendQuery     *tend_entity_list_model_get_query   (TendEntityListModel *self);
gboolean             tend_entity_list_model_get_loading (TendEntityListModel *self);
/* Why the newest query brought nothing; NULL where it did. The rows are then those of the last good one. */
const GError        *tend_entity_list_model_get_error   (TendEntityListModel *self);
/* Asks the book again (after an error). */
void                 tend_entity_list_model_reload      (TendEntityListModel *self);

G_END_DECLS
