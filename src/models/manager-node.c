/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manager-node-private.h"

#include "core/entities/manager.h"
#include "core/ids.h"
#include "list-diff.h"

struct _TendManagerNode
{
  GObject      parent_instance;

  TendManager *manager;
  GListStore  *children;
  guint        accounts;
  guint        team_accounts;
};

enum
{
  PROP_0,
  PROP_ACCOUNTS,
  PROP_LEAF,
  PROP_MANAGER,
  PROP_TEAM_ACCOUNTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TendManagerNode, tend_manager_node, G_TYPE_OBJECT)

static void
on_children_changed (TendManagerNode *self,
                     guint            position,
                     guint            removed,
                     guint            added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->children));

  if ((n == 0) != (n + removed - added == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEAF]);
}

static void
tend_manager_node_finalize (GObject *object)
{
  TendManagerNode *self = TEND_MANAGER_NODE (object);

  g_clear_object (&self->manager);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (tend_manager_node_parent_class)->finalize (object);
}

static void
tend_manager_node_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TendManagerNode *self = TEND_MANAGER_NODE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNTS:
      g_value_set_uint (value, self->accounts);
      break;
    case PROP_LEAF:
      g_value_set_boolean (value, tend_manager_node_get_leaf (self));
      break;
    case PROP_MANAGER:
      g_value_set_object (value, self->manager);
      break;
    case PROP_TEAM_ACCOUNTS:
      g_value_set_uint (value, self->team_accounts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_manager_node_class_init (TendManagerNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = tend_manager_node_finalize;
  object_class->get_property = tend_manager_node_get_property;

  properties[PROP_ACCOUNTS] = g_param_spec_uint ("accounts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LEAF] = g_param_spec_boolean ("leaf", NULL, NULL, TRUE, flags);
  properties[PROP_MANAGER] = g_param_spec_object ("manager", NULL, NULL, TEND_TYPE_MANAGER, flags);
  properties[PROP_TEAM_ACCOUNTS] = g_param_spec_uint ("team-accounts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_manager_node_init (TendManagerNode *self)
{
  self->children = g_list_store_new (TEND_TYPE_MANAGER_NODE);
  g_signal_connect_object (self->children, "items-changed", G_CALLBACK (on_children_changed), self, G_CONNECT_SWAPPED);
}

TendManagerNode *
tend_manager_node_new (TendManager *manager)
{
  TendManagerNode *self = g_object_new (TEND_TYPE_MANAGER_NODE, NULL);

  self->manager = g_object_ref (manager);

  return self;
}

TendManager *
tend_manager_node_get_manager (TendManagerNode *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_NODE (self), NULL);

  return self->manager;
}

TendId
tend_manager_node_get_id (TendManagerNode *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_NODE (self), 0);

  return tend_entity_get_id (TEND_ENTITY (self->manager));
}

guint
tend_manager_node_get_accounts (TendManagerNode *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_NODE (self), 0);

  return self->accounts;
}

guint
tend_manager_node_get_team_accounts (TendManagerNode *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_NODE (self), 0);

  return self->team_accounts;
}

gboolean
tend_manager_node_get_leaf (TendManagerNode *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_NODE (self), TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->children)) == 0;
}

GListModel *
tend_manager_node_get_children (TendManagerNode *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_NODE (self), NULL);

  return G_LIST_MODEL (self->children);
}

GListStore *
tend_manager_node_get_store (TendManagerNode *self)
{
  return self->children;
}

void
tend_manager_node_set_counts (TendManagerNode *self,
                              guint            accounts,
                              guint            team_accounts)
{
  if (self->accounts != accounts)
    {
      self->accounts = accounts;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNTS]);
    }

  if (self->team_accounts != team_accounts)
    {
      self->team_accounts = team_accounts;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEAM_ACCOUNTS]);
    }
}

static void
add_id (GArray          *ids,
        TendManagerNode *node)
{
  TendId id = tend_manager_node_get_id (node);

  g_array_append_val (ids, id);
}

static void
splice (GListStore *store,
        GPtrArray  *nodes,
        GArray     *splices)
{
  for (guint i = splices->len; i-- > 0;)
    {
      TendSplice at = g_array_index (splices, TendSplice, i);

      g_list_store_splice (store, at.position, at.removed, at.added > 0 ? nodes->pdata + at.source : NULL, at.added);
    }
}

void
tend_manager_nodes_update (GListStore *store,
                           GPtrArray  *nodes)
{
  g_autoptr (GArray) before = tend_ids_new ();
  g_autoptr (GArray) after = tend_ids_new ();
  g_autoptr (GArray) splices = NULL;
  g_autoptr (GArray) bringing = NULL;
  g_autoptr (GArray) kept = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (TendManagerNode) node = g_list_model_get_item (G_LIST_MODEL (store), i);

      add_id (before, node);
    }
  for (guint i = 0; i < nodes->len; i++)
    add_id (after, g_ptr_array_index (nodes, i));

  splices = tend_list_diff (tend_ids_get (before), before->len, tend_ids_get (after), after->len);
  kept = tend_list_diff_part (before, after, splices, &bringing);
  splice (store, nodes, splices);
  if (kept != NULL)
    splice (store, nodes, bringing);
}
