/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "manager-node.h"

G_BEGIN_DECLS

/* The tree model's hand on a node. */
GListStore *tend_manager_node_get_store  (TendManagerNode *self);
void        tend_manager_node_set_counts (TendManagerNode *self,
                                          guint            accounts,
                                          guint            team_accounts);
/* Makes @store hold exactly @nodes, with the fewest splices; no node stands in it twice on the way. */
void        tend_manager_nodes_update    (GListStore      *store,
                                          GPtrArray       *nodes);

G_END_DECLS
