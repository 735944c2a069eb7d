/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection.h"

#include "core/ids.h"
#include "models/id-set.h"

struct _TendSelection
{
  GObject     parent_instance;

  TendIdList *model;
  TendIdSet  *chosen;
  GArray     *ids;         /* the model's, as far as known; NULL: asked for when needed */
  guint       n_selected;
  TendId      selected_id; /* where it is one */
  gboolean    counted;     /* both are right */
  guint       telling;     /* source that tells of rows that came or went */
};

enum
{
  PROP_0,
  PROP_ITEM_TYPE,
  PROP_MODEL,
  PROP_N_ITEMS,
  PROP_N_SELECTED,
  PROP_SELECTED_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init      (GListModelInterface *iface);
static void section_model_init   (GtkSectionModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TendSelection, tend_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
count_items (TendSelection *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

/* Borrowed. */
static GArray *
get_ids (TendSelection *self)
{
  if (self->ids == NULL)
    self->ids = self->model != NULL ? tend_id_list_ref_ids (self->model) : tend_ids_new ();

  return self->ids;
}

static void
notify_selected (TendSelection *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/* Whoever listens asks anew; counting waits until somebody does. */
static void
selected_changed (TendSelection *self)
{
  self->counted = FALSE;
  notify_selected (self);
}

static gboolean
tell_selected (gpointer user_data)
{
  TendSelection *self = user_data;

  self->telling = 0;
  notify_selected (self);

  return G_SOURCE_REMOVE;
}

/* A change of the list is many splices, and none of them is the time to count. */
static void
on_items_changed (TendSelection *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  g_clear_pointer (&self->ids, g_array_unref);
  self->counted = FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (!tend_id_set_is_empty (self->chosen) && self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_DEFAULT, tell_selected, self, NULL);
}

static GType
tend_selection_get_item_type (GListModel *model)
{
  TendSelection *self = TEND_SELECTION (model);

  return self->model != NULL ? g_list_model_get_item_type (G_LIST_MODEL (self->model)) : G_TYPE_OBJECT;
}

static guint
tend_selection_get_n_items (GListModel *model)
{
  return count_items (TEND_SELECTION (model));
}

static gpointer
tend_selection_get_item (GListModel *model,
                         guint       position)
{
  TendSelection *self = TEND_SELECTION (model);

  return self->model != NULL ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_selection_get_item_type;
  iface->get_n_items = tend_selection_get_n_items;
  iface->get_item = tend_selection_get_item;
}

static void
tend_selection_get_section (GtkSectionModel *model,
                            guint            position,
                            guint           *start,
                            guint           *end)
{
  TendSelection *self = TEND_SELECTION (model);
  guint n = count_items (self);

  if (position < n)
    {
      tend_id_list_get_section (self->model, position, start, end);
      return;
    }

  *start = n;
  *end = G_MAXUINT;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tend_selection_get_section;
}

static gboolean
is_selected (TendSelection *self,
             guint          position)
{
  TendId id;

  if (tend_id_set_is_empty (self->chosen))
    return FALSE;

  /* Without asking for all ids: while a list is being spliced they would have to be joined for every row. */
  id = tend_id_list_get_id (self->model, position);

  return id != 0 && tend_id_set_contains (self->chosen, self->ids, id);
}

static gboolean
tend_selection_is_selected (GtkSelectionModel *model,
                            guint              position)
{
  TendSelection *self = TEND_SELECTION (model);

  return self->model != NULL && is_selected (self, position);
}

static GtkBitset *
tend_selection_get_selection_in_range (GtkSelectionModel *model,
                                       guint              position,
                                       guint              n_items)
{
  TendSelection *self = TEND_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint n = count_items (self);
  guint end = position < n ? position + MIN (n_items, n - position) : position;
  guint start = position;

  if (tend_id_set_is_empty (self->chosen))
    return selected;

  for (guint i = position; i <= end; i++)
    {
      if (i < end && is_selected (self, i))
        continue;

      if (i > start)
        gtk_bitset_add_range (selected, start, i - start);
      start = i + 1;
    }

  return selected;
}

/* Chooses or drops the rows of @selected within @mask; FALSE where nothing changed. */
static gboolean
apply_bitset (TendSelection *self,
              GtkBitset     *selected,
              GtkBitset     *mask,
              guint         *first,
              guint         *last)
{
  GArray *ids = get_ids (self);
  GtkBitsetIter iter;
  guint position;
  gboolean changed = FALSE;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      TendId id = position < ids->len ? g_array_index (ids, TendId, position) : 0;

      if (id == 0)
        break;
      if (gtk_bitset_contains (selected, position)
            ? !tend_id_set_add (self->chosen, ids, id)
            : !tend_id_set_remove (self->chosen, ids, id))
        continue;

      if (!changed)
        *first = position;
      *last = position;
      changed = TRUE;
    }

  return changed;
}

static void
emit_all_changed (TendSelection *self)
{
  guint n = count_items (self);

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  selected_changed (self);
}

static gboolean
tend_selection_unselect_all (GtkSelectionModel *model)
{
  TendSelection *self = TEND_SELECTION (model);

  if (!tend_id_set_is_empty (self->chosen))
    {
      tend_id_set_clear (self->chosen);
      emit_all_changed (self);
    }

  return TRUE;
}

static gboolean
tend_selection_select_all (GtkSelectionModel *model)
{
  TendSelection *self = TEND_SELECTION (model);

  tend_id_set_set_all (self->chosen, get_ids (self));
  emit_all_changed (self);

  return TRUE;
}

static gboolean
tend_selection_set_selection (GtkSelectionModel *model,
                              GtkBitset         *selected,
                              GtkBitset         *mask)
{
  TendSelection *self = TEND_SELECTION (model);
  guint n = count_items (self);
  guint first;
  guint last;

  /* Everything at once is a flag, and so is nothing. */
  if (n > 0 && gtk_bitset_get_size_in_range (mask, 0, n - 1) == n)
    {
      guint64 n_chosen = gtk_bitset_get_size_in_range (selected, 0, n - 1);

      if (n_chosen == n)
        return tend_selection_select_all (model);
      if (!tend_id_set_is_empty (self->chosen))
        {
          tend_id_set_clear (self->chosen);
          apply_bitset (self, selected, selected, &first, &last);
          emit_all_changed (self);
          return TRUE;
        }
      mask = selected;
    }

  if (apply_bitset (self, selected, mask, &first, &last))
    {
      gtk_selection_model_selection_changed (model, first, last - first + 1);
      selected_changed (self);
    }

  return TRUE;
}

/* Choosing one row alone is what happens at every step of the cursor: there is nothing to count. */
static gboolean
tend_selection_select_item (GtkSelectionModel *model,
                            guint              position,
                            gboolean           unselect_rest)
{
  TendSelection *self = TEND_SELECTION (model);
  TendId id = self->model != NULL ? tend_id_list_get_id (self->model, position) : 0;

  if (id == 0)
    return FALSE;

  if (unselect_rest)
    {
      tend_id_set_clear (self->chosen);
      tend_id_set_add (self->chosen, NULL, id);
      self->n_selected = 1;
      self->selected_id = id;
      self->counted = TRUE;
      gtk_selection_model_selection_changed (model, 0, count_items (self));
      notify_selected (self);
    }
  else if (tend_id_set_add (self->chosen, get_ids (self), id))
    {
      gtk_selection_model_selection_changed (model, position, 1);
      selected_changed (self);
    }

  return TRUE;
}

static gboolean
tend_selection_unselect_item (GtkSelectionModel *model,
                              guint              position)
{
  TendSelection *self = TEND_SELECTION (model);
  TendId id = self->model != NULL ? tend_id_list_get_id (self->model, position) : 0;

  if (id == 0)
    return FALSE;

  if (tend_id_set_remove (self->chosen, get_ids (self), id))
    {
      gtk_selection_model_selection_changed (model, position, 1);
      selected_changed (self);
    }

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = tend_selection_is_selected;
  iface->get_selection_in_range = tend_selection_get_selection_in_range;
  iface->select_item = tend_selection_select_item;
  iface->unselect_item = tend_selection_unselect_item;
  iface->select_all = tend_selection_select_all;
  iface->unselect_all = tend_selection_unselect_all;
  iface->set_selection = tend_selection_set_selection;
}

static void
tend_selection_dispose (GObject *object)
{
  TendSelection *self = TEND_SELECTION (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (tend_selection_parent_class)->dispose (object);
}

static void
tend_selection_finalize (GObject *object)
{
  tend_id_set_free (TEND_SELECTION (object)->chosen);

  G_OBJECT_CLASS (tend_selection_parent_class)->finalize (object);
}

static void
tend_selection_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TendSelection *self = TEND_SELECTION (object);

  switch (prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, tend_selection_get_item_type (G_LIST_MODEL (self)));
      break;
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, count_items (self));
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, tend_selection_get_n_selected (self));
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, tend_selection_get_selected_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_selection_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TendSelection *self = TEND_SELECTION (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      tend_selection_set_model (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_ID:
      tend_selection_select_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_selection_class_init (TendSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tend_selection_dispose;
  object_class->finalize = tend_selection_finalize;
  object_class->get_property = tend_selection_get_property;
  object_class->set_property = tend_selection_set_property;

  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, readable);
  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TEND_TYPE_ID_LIST, readable | G_PARAM_WRITABLE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_selection_init (TendSelection *self)
{
  self->chosen = tend_id_set_new ();
}

TendSelection *
tend_selection_new (TendIdList *model)
{
  return g_object_new (TEND_TYPE_SELECTION, "model", model, NULL);
}

void
tend_selection_set_model (TendSelection *self,
                          TendIdList    *model)
{
  guint n_before;

  g_return_if_fail (TEND_IS_SELECTION (self));
  g_return_if_fail (model == NULL || TEND_IS_ID_LIST (model));

  if (self->model == model)
    return;

  n_before = count_items (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  g_clear_pointer (&self->ids, g_array_unref);
  self->counted = FALSE;
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
      g_signal_connect_swapped (model, "sections-changed", G_CALLBACK (gtk_section_model_sections_changed), self);
    }

  if (n_before > 0 || count_items (self) > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, count_items (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  selected_changed (self);
}

TendIdList *
tend_selection_get_model (TendSelection *self)
{
  g_return_val_if_fail (TEND_IS_SELECTION (self), NULL);

  return self->model;
}

/* One account chosen is what there is nearly always, and is looked for without asking about every row. */
static void
count_selected (TendSelection *self)
{
  TendId only;

  if (self->counted)
    return;

  only = tend_id_set_get_only (self->chosen);
  self->selected_id = 0;
  if (only != 0)
    {
      self->n_selected = self->model != NULL && tend_id_list_find (self->model, only, NULL) ? 1 : 0;
      self->selected_id = self->n_selected == 1 ? only : 0;
    }
  else
    {
      self->n_selected = tend_id_set_count_in (self->chosen, get_ids (self));
      if (self->n_selected == 1)
        {
          g_autoptr (GArray) picked = tend_id_set_pick (self->chosen, get_ids (self));

          self->selected_id = g_array_index (picked, TendId, 0);
        }
    }
  self->counted = TRUE;
}

guint
tend_selection_get_n_selected (TendSelection *self)
{
  g_return_val_if_fail (TEND_IS_SELECTION (self), 0);

  count_selected (self);

  return self->n_selected;
}

GArray *
tend_selection_dup_ids (TendSelection *self)
{
  g_return_val_if_fail (TEND_IS_SELECTION (self), NULL);

  return tend_id_set_pick (self->chosen, get_ids (self));
}

TendId
tend_selection_get_selected_id (TendSelection *self)
{
  g_return_val_if_fail (TEND_IS_SELECTION (self), 0);

  count_selected (self);

  return self->selected_id;
}

gboolean
tend_selection_contains (TendSelection *self,
                         TendId         id)
{
  g_return_val_if_fail (TEND_IS_SELECTION (self), FALSE);

  return tend_id_set_contains (self->chosen, NULL, id);
}

void
tend_selection_select_id (TendSelection *self,
                          TendId         id)
{
  g_return_if_fail (TEND_IS_SELECTION (self));

  if (id == 0)
    {
      tend_selection_unselect_all (GTK_SELECTION_MODEL (self));
      return;
    }

  tend_id_set_clear (self->chosen);
  tend_id_set_add (self->chosen, NULL, id);
  emit_all_changed (self);
}
