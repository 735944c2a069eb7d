/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/types.h"

G_BEGIN_DECLS

/**
 * TendAccountIds:
 *
 * What is dragged: accounts by id, and their owner where all of them are known to have the same one (0 = not known), so
 * that a target can refuse while they hover. Immutable, counted.
 */
typedef struct
{
  TendId *ids;
  guint   n_ids;
  TendId  owner;
} TendAccountIds;

#define TEND_TYPE_ACCOUNT_IDS (tend_account_ids_get_type ())
GType           tend_account_ids_get_type (void);
TendAccountIds *tend_account_ids_new      (const TendId   *ids,
                                           guint           n_ids,
                                           TendId          owner);
TendAccountIds *tend_account_ids_ref      (TendAccountIds *self);
void            tend_account_ids_unref    (TendAccountIds *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendAccountIds, tend_account_ids_unref)

G_END_DECLS
