/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

#define TEND_TYPE_ID_LIST (tend_id_list_get_type ())
G_DECLARE_INTERFACE (TendIdList, tend_id_list, TEND, ID_LIST, GListModel)

/**
 * TendIdList:
 *
 * A list model of live objects that knows the id of every row without making the object. It is what a selection over
 * ids needs. A list with sections also tells where they lie; it emits #TendIdList::sections-changed (position, n_items)
 * when boundaries move without rows coming or going.
 */
struct _TendIdListInterface
{
  GTypeInterface parent_iface;

  TendId   (*get_id)      (TendIdList *self,
                           guint       position);
  GArray * (*ref_ids)     (TendIdList *self);
  void     (*get_section) (TendIdList *self,
                           guint       position,
                           guint      *start,
                           guint      *end);
  /* For a list of rows of several nouns, whose ids are its own. May be NULL: the ids are those of the rows. */
  TendId   (*get_row)     (TendIdList      *self,
                           guint            position,
                           const TendNoun **noun);
};

/* The id of a row; 0 past the end. */
TendId   tend_id_list_get_id      (TendIdList *self,
                                   guint       position);
/* All ids in order. Never changed afterwards by the list, so that holding it costs nothing until the list changes; the
 * caller does not change it either. (transfer full) (element-type TendId) */
GArray  *tend_id_list_ref_ids     (TendIdList *self);
/* Where the row of @id stands. */
gboolean tend_id_list_find        (TendIdList *self,
                                   TendId      id,
                                   guint      *position);
/* The section that @position lies in: [start, end). A list without sections is one. */
void     tend_id_list_get_section (TendIdList *self,
                                   guint       position,
                                   guint      *start,
                                   guint      *end);
/* The row of the book that is shown at @position, 0 past the end. @noun: set by a list that mixes nouns. */
TendId   tend_id_list_get_row     (TendIdList       *self,
                                   guint             position,
                                   const TendNoun  **noun);
void     tend_id_list_sections_changed (TendIdList *self,
                                        guint       position,
                                        guint       n_items);

G_END_DECLS
