/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

#include "record-row.h"

G_BEGIN_DECLS

#define TEND_TYPE_RECORD_GROUP (tend_record_group_get_type ())
G_DECLARE_FINAL_TYPE (TendRecordGroup, tend_record_group, TEND, RECORD_GROUP, AdwPreferencesGroup)

/**
 * TendRecordGroup:
 *
 * A titled list of what belongs to an account: a few rows of a query, more on demand, so that thousands cost no more than
 * a screenful. Follows the book.
 *
 * Properties: `add-action` (of the button beside the title; its target is set by tend_record_group_set_add()), `add-label`
 * (what the button does), `empty-title`, `empty-subtitle` (what stands where there is nothing; without a title the whole
 * group is hidden then), `limit` (rows at first).
 */

/* Makes a row of an item. */
typedef GtkWidget *(*TendRecordCreate) (gpointer item,
                                        gpointer data);

/* The target of the button, consumed where it floats; NULL hides the button. */
void        tend_record_group_set_add    (TendRecordGroup      *self,
                                          GVariant             *target);
/* Shows the rows of @query (copied), ordered by @sorter (nullable, transfer none) within those read, without those that
 * @filter (nullable, transfer none) leaves out. @data belongs to the page, which calls tend_record_group_clear() before it goes. */
void        tend_record_group_show       (TendRecordGroup      *self,
                                          TendBook             *book,
                                          const TendQuery      *query,
                                          GtkSorter            *sorter,
                                          GtkFilter            *filter,
                                          TendRecordCreate      create,
                                          gpointer              data);
void        tend_record_group_clear      (TendRecordGroup      *self);
/* The clock has moved on. */
void        tend_record_group_refresh    (TendRecordGroup      *self);
/* The rows that are shown, for what sums them up. NULL while there are none. Borrowed. */
GListModel *tend_record_group_get_model  (TendRecordGroup      *self);
GtkWidget  *tend_record_group_get_list   (TendRecordGroup      *self);

G_END_DECLS
