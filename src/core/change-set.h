/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entities/noun.h"

G_BEGIN_DECLS

/**
 * TendChangeItem:
 *
 * One row that a change touched. A row whose derived fields may differ (an account whose follow-up was settled) counts
 * as updated.
 */
typedef enum { TEND_CHANGE_INSERTED, TEND_CHANGE_UPDATED, TEND_CHANGE_DELETED } TendChangeKind;

typedef struct
{
  const TendNoun *noun;
  TendId          id;
  TendId          account;  /* the account concerned; 0 = none */
  TendChangeKind  kind;
} TendChangeItem;

/**
 * TendChangeSet:
 *
 * What has changed in the book since the last one: by this process or another. Immutable, counted.
 */
#define TEND_TYPE_CHANGE_SET (tend_change_set_get_type ())
GType                 tend_change_set_get_type  (void);

TendChangeSet        *tend_change_set_new       (void);
TendChangeSet        *tend_change_set_ref       (TendChangeSet       *self);
void                  tend_change_set_unref     (TendChangeSet       *self);
void                  tend_change_set_add       (TendChangeSet       *self,
                                                 const TendNoun      *noun,
                                                 TendId               id,
                                                 TendId               account,
                                                 TendChangeKind       kind);
/* Everything may have changed (a bulk load, a restore): read anew instead of looking at items. */
void                  tend_change_set_set_total (TendChangeSet       *self);
gboolean              tend_change_set_get_total (const TendChangeSet *self);
const TendChangeItem *tend_change_set_get_items (const TendChangeSet *self,
                                                 guint               *n_items);
/* Whether any row of @noun is touched (always where total). */
gboolean              tend_change_set_touches   (const TendChangeSet *self,
                                                 const TendNoun      *noun);
/* Whether the row, or any row that belongs to the account @id, is touched. */
gboolean              tend_change_set_touches_account (const TendChangeSet *self,
                                                 TendId               account);
gboolean              tend_change_set_is_empty  (const TendChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendChangeSet, tend_change_set_unref)

G_END_DECLS
