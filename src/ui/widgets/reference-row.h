/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_REFERENCE_ROW (tend_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (TendReferenceRow, tend_reference_row, TEND, REFERENCE_ROW, AdwActionRow)

/**
 * TendReferenceRow:
 *
 * A row that refers to another row of the book (a manager, an account, a contact): shows its name, and a searchable
 * list to choose another from, read from the book as one types, so that it serves ten as it does a million.
 * Properties: `none-label` (what stands for nobody; NULL: one must be chosen). Signal: `changed`.
 */

/* What can be chosen: the rows of @query (copied), without those in @without (a set of ids, nullable, taken over by
 * reference). */
void        tend_reference_row_set_choices (TendReferenceRow *self,
                                            TendBook         *book,
                                            const TendQuery  *query,
                                            GHashTable       *without);
/* The common choice: the rows of @noun that belong to @account (0: all of them), by name; of managers and products only
 * those that still are. */
void        tend_reference_row_set_noun    (TendReferenceRow *self,
                                            TendBook         *book,
                                            const TendNoun   *noun,
                                            TendId            account);
TendId      tend_reference_row_get_id      (TendReferenceRow *self);
void        tend_reference_row_set_id      (TendReferenceRow *self,
                                            TendId            id);

/* A set of ids for tend_reference_row_set_choices(): tend_reference_set_add() into it. (transfer full) */
GHashTable *tend_reference_set_new         (void);
void        tend_reference_set_add         (GHashTable       *set,
                                            TendId            id);

/* The name that people know an entity by. (transfer full) */
char       *tend_reference_dup_label       (TendEntity       *entity);

G_END_DECLS
