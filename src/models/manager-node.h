/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

#define TEND_TYPE_MANAGER_NODE (tend_manager_node_get_type ())
G_DECLARE_FINAL_TYPE (TendManagerNode, tend_manager_node, TEND, MANAGER_NODE, GObject)

/**
 * TendManagerNode:
 *
 * A manager's place in the tree. Properties: manager (TendManager), accounts (guint: own), team-accounts (guint: own
 * and of everyone below), leaf (boolean: nobody reports to her).
 */
TendManagerNode *tend_manager_node_new               (TendManager     *manager);
TendManager     *tend_manager_node_get_manager       (TendManagerNode *self);
TendId           tend_manager_node_get_id            (TendManagerNode *self);
guint            tend_manager_node_get_accounts      (TendManagerNode *self);
guint            tend_manager_node_get_team_accounts (TendManagerNode *self);
gboolean         tend_manager_node_get_leaf          (TendManagerNode *self);
/* Those who report to her, by name; never NULL, the same list for as long as the node lives. Borrowed. */
GListModel      *tend_manager_node_get_children      (TendManagerNode *self);

G_END_DECLS
