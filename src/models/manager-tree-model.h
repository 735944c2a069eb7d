/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"
#include "manager-node.h"

G_BEGIN_DECLS

#define TEND_TYPE_MANAGER_TREE_MODEL (tend_manager_tree_model_get_type ())
G_DECLARE_FINAL_TYPE (TendManagerTreeModel, tend_manager_tree_model, TEND, MANAGER_TREE_MODEL, GObject)

/**
 * TendManagerTreeModel:
 *
 * The managers by reporting line: a #GListModel of the #TendManagerNode of those who report to nobody, each with its
 * children, all sorted by name. Where an inactive manager is left out, those who report to her stand under the next
 * one above. Follows the book; numbers of accounts too.
 *
 * For GtkTreeListModel: tend_manager_tree_model_create_children() as its create function; rows are expandable always,
 * so bind GtkTreeExpander:hide-expander to TendManagerNode:leaf.
 *
 * Properties: include-inactive, total (guint: accounts of the book), unassigned (guint: accounts without owner),
 * loading. Signal: `loaded ()`.
 */
TendManagerTreeModel *tend_manager_tree_model_new                  (TendBook             *book);
void                  tend_manager_tree_model_set_include_inactive (TendManagerTreeModel *self,
                                                                    gboolean              include);
gboolean              tend_manager_tree_model_get_include_inactive (TendManagerTreeModel *self);
guint                 tend_manager_tree_model_get_total            (TendManagerTreeModel *self);
guint                 tend_manager_tree_model_get_unassigned       (TendManagerTreeModel *self);
gboolean              tend_manager_tree_model_get_loading          (TendManagerTreeModel *self);
/* The node of a manager; NULL where she is not in the tree. Borrowed. */
TendManagerNode      *tend_manager_tree_model_lookup               (TendManagerTreeModel *self,
                                                                    TendId                manager);
/* A GtkTreeListModelCreateModelFunc. @item is a #TendManagerNode. (transfer full) */
GListModel           *tend_manager_tree_model_create_children      (gpointer              item,
                                                                    gpointer              user_data);

G_END_DECLS
