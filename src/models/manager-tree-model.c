/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manager-tree-model.h"

#include "id-table.h"
#include "manager-node-private.h"
#include "weak-request.h"

#define NONE G_MAXUINT

/* One manager of the book, shown or not. */
typedef struct
{
  TendManager     *manager;
  TendManagerNode *node;    /* NULL: left out */
  guint            parent;  /* place of the next one above who is shown; NONE: a root */
  guint            own;
  guint            team;
} Place;

struct _TendManagerTreeModel
{
  GObject      parent_instance;

  TendBook    *book;
  GListStore  *roots;
  GArray      *places;    /* Place, by name */
  TendIdTable *indices;   /* manager's id → index in places */
  GHashTable  *counts;    /* as tend_book_count_accounts() gives them */

  gboolean     include_inactive;
  guint        total;
  guint        unassigned;

  gboolean     loading;
  gboolean     busy;           /* one question at a time: what changes meanwhile is asked for once, afterwards */
  gboolean     want_managers;
  gboolean     want_counts;
};

enum
{
  PROP_0,
  PROP_BOOK,
  PROP_INCLUDE_INACTIVE,
  PROP_LOADING,
  PROP_TOTAL,
  PROP_UNASSIGNED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TendManagerTreeModel, tend_manager_tree_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void ask (TendManagerTreeModel *self);

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_clear_object (&place->manager);
  g_clear_object (&place->node);
}

static Place *
get_place (GArray *places,
           guint   index)
{
  return &g_array_index (places, Place, index);
}

/* Where a manager reports to, past those who are left out. A ring (which a sound book does not have) ends at a root. */
static guint
find_parent (GArray            *places,
             const TendIdTable *indices,
             guint              index)
{
  guint at = index;

  for (guint steps = 0; steps <= places->len; steps++)
    {
      TendId above = tend_manager_get (get_place (places, at)->manager)->reports_to;

      if (!tend_id_table_lookup (indices, above, &at) || at == index)
        return NONE;
      if (get_place (places, at)->node != NULL)
        return at;
    }

  return NONE;
}

/* Whoever stands in a ring becomes a root, so that nobody is out of reach. */
static void
break_rings (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint at = i;

      for (guint steps = 0; at != NONE && steps <= places->len; steps++)
        at = get_place (places, at)->parent;
      if (at != NONE)
        get_place (places, i)->parent = NONE;
    }
}

static void
update_stores (TendManagerTreeModel *self)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    g_ptr_array_add (children, g_ptr_array_new ());

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self->places, i);

      if (place->node != NULL)
        g_ptr_array_add (place->parent == NONE ? roots : g_ptr_array_index (children, place->parent), place->node);
    }

  /* From the leaves up: whoever shows the tree hears of a new branch when it is whole, and not of every fork in it. */
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self->places, i);

      if (place->node != NULL)
        tend_manager_nodes_update (tend_manager_node_get_store (place->node), g_ptr_array_index (children, i));
    }
  tend_manager_nodes_update (self->roots, roots);
}

static TendManagerNode *
dup_node (TendManagerTreeModel *self,
          TendManager          *manager)
{
  TendManagerNode *node = tend_manager_tree_model_lookup (self, tend_entity_get_id (TEND_ENTITY (manager)));

  return node != NULL ? g_object_ref (node) : tend_manager_node_new (manager);
}

/* Places all managers anew; nodes stay the same as long as their managers do. */
static void
take_managers (TendManagerTreeModel *self,
               GPtrArray            *managers)
{
  g_autoptr (GArray) old_places = NULL;
  GArray *places = g_array_sized_new (FALSE, TRUE, sizeof (Place), managers->len);
  TendIdTable *indices = tend_id_table_new (managers->len);

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < managers->len; i++)
    {
      TendManager *manager = g_ptr_array_index (managers, i);
      Place place = { g_object_ref (manager), NULL, NONE, 0, 0 };

      if (self->include_inactive || tend_manager_get (manager)->active)
        place.node = dup_node (self, manager);
      g_array_append_val (places, place);
      tend_id_table_insert (indices, tend_entity_get_id (TEND_ENTITY (manager)), i);
    }

  for (guint i = 0; i < places->len; i++)
    get_place (places, i)->parent = find_parent (places, indices, i);
  break_rings (places);

  old_places = self->places;
  self->places = places;
  tend_id_table_free (self->indices);
  self->indices = indices;

  update_stores (self);
}

static void
set_total (TendManagerTreeModel *self,
           guint                 total,
           guint                 unassigned)
{
  if (self->total != total)
    {
      self->total = total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    }

  if (self->unassigned != unassigned)
    {
      self->unassigned = unassigned;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNASSIGNED]);
    }
}

/* A left out manager's accounts count for the team of the next one above. */
static void
add_count (TendManagerTreeModel *self,
           TendId                manager,
           guint                 n)
{
  guint at;

  if (!tend_id_table_lookup (self->indices, manager, &at))
    return;

  get_place (self->places, at)->own = n;
  for (guint steps = 0; at != NONE && steps <= self->places->len; steps++)
    {
      Place *place = get_place (self->places, at);

      place->team += n;
      at = place->parent;
    }
}

static void
show_counts (TendManagerTreeModel *self)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  guint total = 0;
  guint unassigned = 0;

  if (self->counts == NULL)
    return;

  for (guint i = 0; i < self->places->len; i++)
    get_place (self->places, i)->own = get_place (self->places, i)->team = 0;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      TendId manager = (TendId) GPOINTER_TO_SIZE (key);

      total += GPOINTER_TO_UINT (value);
      if (manager == 0)
        unassigned = GPOINTER_TO_UINT (value);
      else
        add_count (self, manager, GPOINTER_TO_UINT (value));
    }

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self->places, i);

      if (place->node != NULL)
        tend_manager_node_set_counts (place->node, place->own, place->team);
    }
  set_total (self, total, unassigned);
}

static void
on_managers_found (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TendManagerTreeModel) self = tend_weak_request_take (user_data);
  g_autoptr (GPtrArray) managers = tend_book_find_finish (TEND_BOOK (source), result, NULL);

  if (self == NULL)
    return;

  self->busy = FALSE;
  if (managers != NULL)
    {
      take_managers (self, managers);
      show_counts (self);
    }
  ask (self);
}

static void
on_accounts_counted (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TendManagerTreeModel) self = tend_weak_request_take (user_data);
  g_autoptr (GHashTable) counts = tend_book_count_accounts_finish (TEND_BOOK (source), result, NULL);

  if (self == NULL)
    return;

  self->busy = FALSE;
  if (counts != NULL)
    {
      g_clear_pointer (&self->counts, g_hash_table_unref);
      self->counts = g_steal_pointer (&counts);
      show_counts (self);
    }
  ask (self);
}

static void
set_loading (TendManagerTreeModel *self,
             gboolean              loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (!loading)
    g_signal_emit (self, signals[LOADED], 0);
}

static void
ask (TendManagerTreeModel *self)
{
  if (self->busy)
    return;

  if (self->want_managers)
    {
      g_autoptr (TendQuery) query = tend_query_new (&tend_manager_noun);

      self->busy = TRUE;
      self->want_managers = FALSE;
      tend_query_set_sort (query, "name", FALSE);
      tend_book_find_async (self->book, query, NULL, on_managers_found, tend_weak_request_new (self));
    }
  else if (self->want_counts)
    {
      self->busy = TRUE;
      self->want_counts = FALSE;
      tend_book_count_accounts_async (self->book, NULL, on_accounts_counted, tend_weak_request_new (self));
    }

  set_loading (self, self->busy);
}

static void
on_book_changed (TendManagerTreeModel *self,
                 TendChangeSet        *changes)
{
  if (tend_change_set_touches (changes, &tend_manager_noun))
    self->want_managers = TRUE;
  if (tend_change_set_touches (changes, &tend_account_noun))
    self->want_counts = TRUE;

  ask (self);
}

static GType
tend_manager_tree_model_get_item_type (GListModel *model)
{
  return TEND_TYPE_MANAGER_NODE;
}

static guint
tend_manager_tree_model_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TEND_MANAGER_TREE_MODEL (model)->roots));
}

static gpointer
tend_manager_tree_model_get_item (GListModel *model,
                                  guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (TEND_MANAGER_TREE_MODEL (model)->roots), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_manager_tree_model_get_item_type;
  iface->get_n_items = tend_manager_tree_model_get_n_items;
  iface->get_item = tend_manager_tree_model_get_item;
}

static void
tend_manager_tree_model_constructed (GObject *object)
{
  TendManagerTreeModel *self = TEND_MANAGER_TREE_MODEL (object);

  G_OBJECT_CLASS (tend_manager_tree_model_parent_class)->constructed (object);

  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  self->want_managers = TRUE;
  self->want_counts = TRUE;
  ask (self);
}

static void
tend_manager_tree_model_finalize (GObject *object)
{
  TendManagerTreeModel *self = TEND_MANAGER_TREE_MODEL (object);

  g_clear_object (&self->book);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->indices, tend_id_table_free);
  g_clear_pointer (&self->counts, g_hash_table_unref);

  G_OBJECT_CLASS (tend_manager_tree_model_parent_class)->finalize (object);
}

static void
tend_manager_tree_model_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TendManagerTreeModel *self = TEND_MANAGER_TREE_MODEL (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_INCLUDE_INACTIVE:
      g_value_set_boolean (value, self->include_inactive);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_UNASSIGNED:
      g_value_set_uint (value, self->unassigned);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_manager_tree_model_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TendManagerTreeModel *self = TEND_MANAGER_TREE_MODEL (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      self->book = g_value_dup_object (value);
      break;
    case PROP_INCLUDE_INACTIVE:
      tend_manager_tree_model_set_include_inactive (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_manager_tree_model_class_init (TendManagerTreeModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = tend_manager_tree_model_constructed;
  object_class->finalize = tend_manager_tree_model_finalize;
  object_class->get_property = tend_manager_tree_model_get_property;
  object_class->set_property = tend_manager_tree_model_set_property;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INCLUDE_INACTIVE] =
    g_param_spec_boolean ("include-inactive", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_UNASSIGNED] = g_param_spec_uint ("unassigned", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_manager_tree_model_init (TendManagerTreeModel *self)
{
  self->roots = g_list_store_new (TEND_TYPE_MANAGER_NODE);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
  self->indices = tend_id_table_new (0);
  g_signal_connect_object (self->roots, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
}

TendManagerTreeModel *
tend_manager_tree_model_new (TendBook *book)
{
  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  return g_object_new (TEND_TYPE_MANAGER_TREE_MODEL, "book", book, NULL);
}

void
tend_manager_tree_model_set_include_inactive (TendManagerTreeModel *self,
                                              gboolean              include)
{
  g_return_if_fail (TEND_IS_MANAGER_TREE_MODEL (self));

  include = !!include;
  if (self->include_inactive == include)
    return;

  self->include_inactive = include;
  self->want_managers = TRUE;
  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDE_INACTIVE]);
}

gboolean
tend_manager_tree_model_get_include_inactive (TendManagerTreeModel *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_TREE_MODEL (self), FALSE);

  return self->include_inactive;
}

guint
tend_manager_tree_model_get_total (TendManagerTreeModel *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_TREE_MODEL (self), 0);

  return self->total;
}

guint
tend_manager_tree_model_get_unassigned (TendManagerTreeModel *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_TREE_MODEL (self), 0);

  return self->unassigned;
}

gboolean
tend_manager_tree_model_get_loading (TendManagerTreeModel *self)
{
  g_return_val_if_fail (TEND_IS_MANAGER_TREE_MODEL (self), FALSE);

  return self->loading;
}

TendManagerNode *
tend_manager_tree_model_lookup (TendManagerTreeModel *self,
                                TendId                manager)
{
  guint index;

  g_return_val_if_fail (TEND_IS_MANAGER_TREE_MODEL (self), NULL);

  if (!tend_id_table_lookup (self->indices, manager, &index))
    return NULL;

  return get_place (self->places, index)->node;
}

GListModel *
tend_manager_tree_model_create_children (gpointer item,
                                         gpointer user_data)
{
  return g_object_ref (tend_manager_node_get_children (TEND_MANAGER_NODE (item)));
}
