/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-up-list-model.h"

#include "agenda.h"
#include "core/ids.h"
#include "core/reminders/alarm.h"
#include "entity-list-model.h"

struct _TendFollowUpListModel
{
  GObject              parent_instance;

  TendBook            *book;
  TendClock           *clock;
  TendAlarm           *alarm;
  TendEntityListModel *parts[TEND_N_AGENDA_PARTS];
  TendEntity          *next;         /* the first that is still due today */
  GArray              *ids;          /* of all parts; NULL: not joined since the last change */
  TendAgendaBounds     bounds;

  TendId               manager;
  gboolean             show_done;
  gboolean             loading;
  guint                n_items;
};

enum
{
  PROP_0,
  PROP_BOOK,
  PROP_CLOCK,
  PROP_LOADING,
  PROP_MANAGER,
  PROP_N_ITEMS,
  PROP_SHOW_DONE,
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
static void id_list_init    (TendIdListInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TendFollowUpListModel, tend_follow_up_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (TEND_TYPE_ID_LIST, id_list_init))

static guint
count_part (TendFollowUpListModel *self,
            TendAgendaPart         part)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->parts[part]));
}

static void
set_queries (TendFollowUpListModel *self)
{
  for (guint part = 0; part < TEND_N_AGENDA_PARTS; part++)
    {
      g_autoptr (TendQuery) query = tend_agenda_new_query (part, &self->bounds, self->manager, self->show_done);

      tend_entity_list_model_set_query (self->parts[part], query);
    }
}

static void
on_alarm (gpointer user_data)
{
  tend_follow_up_list_model_refresh (user_data);
}

/* Wakes when the next one of today is due, at midnight at the latest. */
static void
set_alarm (TendFollowUpListModel *self)
{
  TendInstant at = self->bounds.tomorrow;

  if (self->next != NULL && tend_entity_get_loaded (self->next))
    {
      TendInstant due = tend_follow_up_get (TEND_FOLLOW_UP (self->next))->due_at;

      /* An instant after it: what is due now is not yet past. One that had passed before the parts were asked for is on its way
       * out of this one; an alarm for it would ring at once, and ask again before anything is answered, for ever. */
      if (due >= self->bounds.now)
        at = MIN (at, due + 1);
    }

  tend_alarm_set (self->alarm, at);
}

static void
watch_next (TendFollowUpListModel *self)
{
  g_autoptr (TendEntity) next = g_list_model_get_item (G_LIST_MODEL (self->parts[TEND_AGENDA_PART_STILL_TODAY]), 0);

  if (self->next != next)
    {
      if (self->next != NULL)
        g_signal_handlers_disconnect_by_func (self->next, set_alarm, self);
      g_set_object (&self->next, next);
      if (next != NULL)
        g_signal_connect_object (next, "changed", G_CALLBACK (set_alarm), self, G_CONNECT_SWAPPED);
    }

  set_alarm (self);
}

static guint
find_start (TendFollowUpListModel *self,
            TendAgendaPart         part)
{
  guint start = 0;

  for (guint i = 0; i < part; i++)
    start += count_part (self, i);

  return start;
}

static void
on_part_changed (TendEntityListModel   *model,
                 guint                  position,
                 guint                  removed,
                 guint                  added,
                 TendFollowUpListModel *self)
{
  TendAgendaPart part = 0;
  guint first;
  guint last;

  while (self->parts[part] != model)
    part++;

  position += find_start (self, part);
  self->n_items = self->n_items - removed + added;
  g_clear_pointer (&self->ids, g_array_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);

  /* A neighbour may be the first of its section now, or no longer. */
  first = position > 0 ? position - 1 : 0;
  last = MIN (position + added + 1, self->n_items);
  tend_id_list_sections_changed (TEND_ID_LIST (self), first, last - MIN (first, last));

  if (part == TEND_AGENDA_PART_STILL_TODAY)
    watch_next (self);
}

static void
update_loading (TendFollowUpListModel *self)
{
  gboolean loading = FALSE;

  for (guint i = 0; i < TEND_N_AGENDA_PARTS; i++)
    loading = loading || tend_entity_list_model_get_loading (self->parts[i]);

  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  if (!loading)
    g_signal_emit (self, signals[LOADED], 0);
}

static GType
tend_follow_up_list_model_get_item_type (GListModel *model)
{
  return TEND_TYPE_FOLLOW_UP;
}

static guint
tend_follow_up_list_model_get_n_items (GListModel *model)
{
  return TEND_FOLLOW_UP_LIST_MODEL (model)->n_items;
}

/* Turns @position into one of a part; FALSE past the end. */
static gboolean
find_part (TendFollowUpListModel *self,
           guint                 *position,
           TendAgendaPart        *part)
{
  for (guint i = 0; i < TEND_N_AGENDA_PARTS; i++)
    {
      guint n = count_part (self, i);

      if (*position < n)
        {
          *part = i;
          return TRUE;
        }
      *position -= n;
    }

  return FALSE;
}

static gpointer
tend_follow_up_list_model_get_item (GListModel *model,
                                    guint       position)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (model);
  TendAgendaPart part;

  return find_part (self, &position, &part) ? g_list_model_get_item (G_LIST_MODEL (self->parts[part]), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_follow_up_list_model_get_item_type;
  iface->get_n_items = tend_follow_up_list_model_get_n_items;
  iface->get_item = tend_follow_up_list_model_get_item;
}

static TendId
tend_follow_up_list_model_get_id (TendIdList *list,
                                  guint       position)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (list);
  TendAgendaPart part;

  return find_part (self, &position, &part) ? tend_id_list_get_id (TEND_ID_LIST (self->parts[part]), position) : 0;
}

static GArray *
tend_follow_up_list_model_ref_ids (TendIdList *list)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (list);

  if (self->ids == NULL)
    {
      self->ids = tend_ids_new ();
      for (guint i = 0; i < TEND_N_AGENDA_PARTS; i++)
        {
          g_autoptr (GArray) ids = tend_id_list_ref_ids (TEND_ID_LIST (self->parts[i]));

          if (ids->len > 0)
            g_array_append_vals (self->ids, ids->data, ids->len);
        }
    }

  return g_array_ref (self->ids);
}

static void
tend_follow_up_list_model_get_section (TendIdList *list,
                                       guint       position,
                                       guint      *start,
                                       guint      *end)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (list);

  *start = 0;
  for (guint agenda = 0; agenda < TEND_N_AGENDA; agenda++)
    {
      *end = *start + tend_follow_up_list_model_count (self, agenda);
      if (position < *end)
        return;
      *start = *end;
    }

  *end = G_MAXUINT;
}

static void
id_list_init (TendIdListInterface *iface)
{
  iface->get_id = tend_follow_up_list_model_get_id;
  iface->ref_ids = tend_follow_up_list_model_ref_ids;
  iface->get_section = tend_follow_up_list_model_get_section;
}

static void
tend_follow_up_list_model_constructed (GObject *object)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (object);

  G_OBJECT_CLASS (tend_follow_up_list_model_parent_class)->constructed (object);

  self->alarm = tend_alarm_new (self->clock, on_alarm, self);
  for (guint i = 0; i < TEND_N_AGENDA_PARTS; i++)
    {
      self->parts[i] = tend_entity_list_model_new (self->book, NULL);
      g_signal_connect_object (self->parts[i], "items-changed", G_CALLBACK (on_part_changed), self, 0);
      g_signal_connect_object (self->parts[i], "notify::loading", G_CALLBACK (update_loading), self, G_CONNECT_SWAPPED);
    }

  tend_agenda_find_bounds (self->clock, &self->bounds);
  set_queries (self);
  set_alarm (self);
}

static void
tend_follow_up_list_model_dispose (GObject *object)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (object);

  g_clear_pointer (&self->alarm, tend_alarm_free);

  G_OBJECT_CLASS (tend_follow_up_list_model_parent_class)->dispose (object);
}

static void
tend_follow_up_list_model_finalize (GObject *object)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (object);

  for (guint i = 0; i < TEND_N_AGENDA_PARTS; i++)
    g_clear_object (&self->parts[i]);
  g_clear_object (&self->next);
  g_clear_object (&self->clock);
  g_clear_object (&self->book);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (tend_follow_up_list_model_parent_class)->finalize (object);
}

static void
tend_follow_up_list_model_get_property (GObject    *object,
                                        guint       prop_id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_MANAGER:
      g_value_set_int64 (value, self->manager);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_SHOW_DONE:
      g_value_set_boolean (value, self->show_done);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_follow_up_list_model_set_property (GObject      *object,
                                        guint         prop_id,
                                        const GValue *value,
                                        GParamSpec   *pspec)
{
  TendFollowUpListModel *self = TEND_FOLLOW_UP_LIST_MODEL (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      self->book = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_MANAGER:
      tend_follow_up_list_model_set_manager (self, g_value_get_int64 (value));
      break;
    case PROP_SHOW_DONE:
      tend_follow_up_list_model_set_show_done (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_follow_up_list_model_class_init (TendFollowUpListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = tend_follow_up_list_model_constructed;
  object_class->dispose = tend_follow_up_list_model_dispose;
  object_class->finalize = tend_follow_up_list_model_finalize;
  object_class->get_property = tend_follow_up_list_model_get_property;
  object_class->set_property = tend_follow_up_list_model_set_property;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK, once);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, TEND_TYPE_CLOCK, once);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_MANAGER] =
    g_param_spec_int64 ("manager", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SHOW_DONE] =
    g_param_spec_boolean ("show-done", NULL, NULL, TRUE, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_follow_up_list_model_init (TendFollowUpListModel *self)
{
  self->show_done = TRUE;
}

TendFollowUpListModel *
tend_follow_up_list_model_new (TendBook  *book,
                               TendClock *clock)
{
  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (TEND_IS_CLOCK (clock), NULL);

  return g_object_new (TEND_TYPE_FOLLOW_UP_LIST_MODEL, "book", book, "clock", clock, NULL);
}

void
tend_follow_up_list_model_set_manager (TendFollowUpListModel *self,
                                       TendId                 manager)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self));

  if (self->manager == manager)
    return;

  self->manager = manager;
  set_queries (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MANAGER]);
}

TendId
tend_follow_up_list_model_get_manager (TendFollowUpListModel *self)
{
  g_return_val_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self), 0);

  return self->manager;
}

void
tend_follow_up_list_model_set_show_done (TendFollowUpListModel *self,
                                         gboolean               show_done)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self));

  show_done = !!show_done;
  if (self->show_done == show_done)
    return;

  self->show_done = show_done;
  set_queries (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DONE]);
}

gboolean
tend_follow_up_list_model_get_show_done (TendFollowUpListModel *self)
{
  g_return_val_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self), FALSE);

  return self->show_done;
}

gboolean
tend_follow_up_list_model_get_loading (TendFollowUpListModel *self)
{
  g_return_val_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self), FALSE);

  return self->loading;
}

TendAgenda
tend_follow_up_list_model_get_agenda (TendFollowUpListModel *self,
                                      guint                  position)
{
  TendAgendaPart part;

  g_return_val_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self), TEND_AGENDA_DONE);
  g_return_val_if_fail (find_part (self, &position, &part), TEND_AGENDA_DONE);

  return tend_agenda_of_part (part);
}

guint
tend_follow_up_list_model_count (TendFollowUpListModel *self,
                                 TendAgenda             agenda)
{
  guint n = 0;

  g_return_val_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self), 0);

  for (guint i = 0; i < TEND_N_AGENDA_PARTS; i++)
    {
      if (tend_agenda_of_part (i) == agenda)
        n += count_part (self, i);
    }

  return n;
}

void
tend_follow_up_list_model_refresh (TendFollowUpListModel *self)
{
  g_return_if_fail (TEND_IS_FOLLOW_UP_LIST_MODEL (self));

  tend_agenda_find_bounds (self->clock, &self->bounds);
  set_queries (self);
  set_alarm (self);
}
