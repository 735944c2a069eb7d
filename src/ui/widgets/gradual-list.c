/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gradual-list.h"

/* How long a step after the first shall take, in µs, and how many items it brings at first and at most. */
#define PATIENCE   2000
#define FIRST_STEP 8u
#define MAX_STEP   12u

/* In turn with frames, neither keeping the other from its place; and no more often than a frame can show it, in ms. */
#define PRIORITY   GDK_PRIORITY_REDRAW
#define INTERVAL   16

/* A GtkListView has widgets for no more than this at its beginning: the rest costs nothing and comes at once. */
#define MAX_SHOWN  224u

struct _TendGradualList
{
  GObject            parent_instance;

  GtkSelectionModel *model;
  guint              n_first;
  guint              n_shown;
  guint              step;
  gboolean           growing;
  guint              in_sight;   /* source that brings the rest of what is in sight */
};

/* All lists that grow, borrowed; one of them takes a step at a time. */
static GQueue growing = G_QUEUE_INIT;
static guint growing_source;

enum
{
  PROP_0,
  PROP_WHOLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init      (GListModelInterface *iface);
static void section_model_init   (GtkSectionModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TendGradualList, tend_gradual_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
count_model (TendGradualList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* Growing. */

static void
show_more (TendGradualList *self,
           guint            n_more)
{
  guint position = self->n_shown;

  self->n_shown += n_more;
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_more);
  /* The last section so far may go on. */
  if (position > 0 && GTK_IS_SECTION_MODEL (self->model))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position - 1, n_more + 1);
}

static void
leave_growing (TendGradualList *self)
{
  self->growing = FALSE;
  g_clear_handle_id (&self->in_sight, g_source_remove);
  g_queue_remove (&growing, self);
  if (g_queue_is_empty (&growing))
    g_clear_handle_id (&growing_source, g_source_remove);
}

static void
end_growing (TendGradualList *self)
{
  leave_growing (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
}

/* What one step has taken says how many items the next may bring. */
static void
adapt_step (TendGradualList *self,
            gint64           taken)
{
  gint64 fitting = taken > 0 ? (gint64) self->step * PATIENCE / taken : MAX_STEP;

  self->step = (guint) CLAMP (fitting, 1, MIN ((gint64) self->step * 2, MAX_STEP));
}

static void
grow (TendGradualList *self)
{
  guint n = count_model (self);
  guint limit = MIN (n, MAX_SHOWN);
  gint64 start = g_get_monotonic_time ();

  if (self->n_shown < limit)
    {
      show_more (self, MIN (self->step, limit - self->n_shown));
      adapt_step (self, g_get_monotonic_time () - start);
      return;
    }

  if (self->n_shown < n)
    show_more (self, n - self->n_shown);
  end_growing (self);
}

static gboolean
grow_one (gpointer user_data)
{
  g_autoptr (TendGradualList) self = g_object_ref (g_queue_pop_head (&growing));

  g_queue_push_tail (&growing, self);
  grow (self);

  return growing_source != 0;
}

static void
grow_later (TendGradualList *self)
{
  self->step = FIRST_STEP;
  g_queue_push_tail (&growing, self);
  if (growing_source == 0)
    growing_source = g_timeout_add_full (PRIORITY, INTERVAL, grow_one, NULL, NULL);
}

/* A third of what is in sight. */
static guint
count_turn (TendGradualList *self)
{
  return (self->n_first + 2) / 3;
}

static gboolean
show_in_sight (gpointer user_data)
{
  TendGradualList *self = user_data;
  guint n = MIN (self->n_first, count_model (self));

  if (self->n_shown < n)
    show_more (self, MIN (count_turn (self), n - self->n_shown));
  if (self->n_shown < n)
    return G_SOURCE_CONTINUE;

  self->in_sight = 0;
  grow_later (self);

  return G_SOURCE_REMOVE;
}

/* What is in sight comes before the next frame, but in three turns. */
static void
begin_growing (TendGradualList *self)
{
  self->growing = TRUE;
  self->in_sight = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_in_sight, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHOLE]);
  show_more (self, count_turn (self));
}

/* Following the model. */

static void
on_items_changed (TendGradualList *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  guint n = count_model (self);
  guint n_before = self->n_shown;

  if (!self->growing && n_before == 0 && n > self->n_first)
    {
      begin_growing (self);
      return;
    }

  if (!self->growing)
    {
      self->n_shown = n;
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
      return;
    }

  /* What comes into the middle of what is shown already: as many as before are, and the next step brings the others. */
  if (position >= n_before)
    return;
  self->n_shown = MIN (n_before, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_before - position, self->n_shown - MIN (position, self->n_shown));
}

static void
on_sections_changed (TendGradualList *self,
                     guint            position,
                     guint            n_items)
{
  if (position < self->n_shown)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, MIN (n_items, self->n_shown - position));
}

static void
on_selection_changed (TendGradualList *self,
                      guint            position,
                      guint            n_items)
{
  if (position < self->n_shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, MIN (n_items, self->n_shown - position));
}

/* Interfaces. */

static GType
tend_gradual_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (TEND_GRADUAL_LIST (model)->model));
}

static guint
tend_gradual_list_get_n_items (GListModel *model)
{
  return TEND_GRADUAL_LIST (model)->n_shown;
}

static gpointer
tend_gradual_list_get_item (GListModel *model,
                            guint       position)
{
  TendGradualList *self = TEND_GRADUAL_LIST (model);

  return position < self->n_shown ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_gradual_list_get_item_type;
  iface->get_n_items = tend_gradual_list_get_n_items;
  iface->get_item = tend_gradual_list_get_item;
}

static void
tend_gradual_list_get_section (GtkSectionModel *model,
                               guint            position,
                               guint           *start,
                               guint           *end)
{
  TendGradualList *self = TEND_GRADUAL_LIST (model);

  if (position >= self->n_shown)
    {
      *start = self->n_shown;
      *end = G_MAXUINT;
    }
  else if (GTK_IS_SECTION_MODEL (self->model))
    {
      gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, start, end);
      *end = MIN (*end, self->n_shown);
    }
  else
    {
      *start = 0;
      *end = self->n_shown;
    }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tend_gradual_list_get_section;
}

static gboolean
tend_gradual_list_is_selected (GtkSelectionModel *model,
                               guint              position)
{
  return gtk_selection_model_is_selected (TEND_GRADUAL_LIST (model)->model, position);
}

static GtkBitset *
tend_gradual_list_get_selection_in_range (GtkSelectionModel *model,
                                          guint              position,
                                          guint              n_items)
{
  return gtk_selection_model_get_selection_in_range (TEND_GRADUAL_LIST (model)->model, position, n_items);
}

static gboolean
tend_gradual_list_select_item (GtkSelectionModel *model,
                               guint              position,
                               gboolean           unselect_rest)
{
  return gtk_selection_model_select_item (TEND_GRADUAL_LIST (model)->model, position, unselect_rest);
}

static gboolean
tend_gradual_list_unselect_item (GtkSelectionModel *model,
                                 guint              position)
{
  return gtk_selection_model_unselect_item (TEND_GRADUAL_LIST (model)->model, position);
}

static gboolean
tend_gradual_list_select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (TEND_GRADUAL_LIST (model)->model);
}

static gboolean
tend_gradual_list_unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (TEND_GRADUAL_LIST (model)->model);
}

static gboolean
tend_gradual_list_set_selection (GtkSelectionModel *model,
                                 GtkBitset         *selected,
                                 GtkBitset         *mask)
{
  return gtk_selection_model_set_selection (TEND_GRADUAL_LIST (model)->model, selected, mask);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = tend_gradual_list_is_selected;
  iface->get_selection_in_range = tend_gradual_list_get_selection_in_range;
  iface->select_item = tend_gradual_list_select_item;
  iface->unselect_item = tend_gradual_list_unselect_item;
  iface->select_all = tend_gradual_list_select_all;
  iface->unselect_all = tend_gradual_list_unselect_all;
  iface->set_selection = tend_gradual_list_set_selection;
}

static void
tend_gradual_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WHOLE:
      g_value_set_boolean (value, tend_gradual_list_get_whole (TEND_GRADUAL_LIST (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_gradual_list_dispose (GObject *object)
{
  TendGradualList *self = TEND_GRADUAL_LIST (object);

  if (self->growing)
    leave_growing (self);

  G_OBJECT_CLASS (tend_gradual_list_parent_class)->dispose (object);
}

static void
tend_gradual_list_finalize (GObject *object)
{
  g_clear_object (&TEND_GRADUAL_LIST (object)->model);

  G_OBJECT_CLASS (tend_gradual_list_parent_class)->finalize (object);
}

static void
tend_gradual_list_class_init (TendGradualListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tend_gradual_list_get_property;
  object_class->dispose = tend_gradual_list_dispose;
  object_class->finalize = tend_gradual_list_finalize;

  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_gradual_list_init (TendGradualList *self)
{
}

TendGradualList *
tend_gradual_list_new (GtkSelectionModel *model,
                       guint              n_first)
{
  TendGradualList *self = g_object_new (TEND_TYPE_GRADUAL_LIST, NULL);

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (model), self);

  self->model = model;
  self->n_first = n_first;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  if (GTK_IS_SECTION_MODEL (model))
    g_signal_connect_object (model, "sections-changed", G_CALLBACK (on_sections_changed), self, G_CONNECT_SWAPPED);
  if (count_model (self) > 0)
    on_items_changed (self, 0, 0, count_model (self));

  return self;
}

gboolean
tend_gradual_list_get_whole (TendGradualList *self)
{
  g_return_val_if_fail (TEND_IS_GRADUAL_LIST (self), TRUE);

  return !self->growing;
}

void
tend_gradual_list_finish (TendGradualList *self)
{
  guint n;

  g_return_if_fail (TEND_IS_GRADUAL_LIST (self));

  if (!self->growing)
    return;

  n = count_model (self);
  if (self->n_shown < n)
    show_more (self, n - self->n_shown);
  end_growing (self);
}
