/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-model.h"

#include "listing.h"
#include "page-cache.h"
#include "timeline-month.h"
#include "weak-request.h"

struct _TendTimelineModel
{
  GObject            parent_instance;

  TendBook          *book;
  GTimeZone         *zone;
  TendListing       *listing;      /* of TendTimelineEntry */
  TendPageCache     *cache;
  GHashTable        *items;        /* id → TendTimelineItem, which leaves it when finalised */

  TendId             account;
  TendTimelineKinds  kinds;
  GCancellable      *cancellable;  /* of the newest request; NULL: none is under way */
  gboolean           stale;        /* the book has changed since it was sent */
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_KINDS,
  PROP_LOADING,
  PROP_N_ITEMS,
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

G_DEFINE_FINAL_TYPE_WITH_CODE (TendTimelineModel, tend_timeline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (TEND_TYPE_ID_LIST, id_list_init))

static void ask (TendTimelineModel *self);

/* Within its list: a need's resolution is an entry of its own. */
static TendId
id_of (const TendTimelineEntry *entry)
{
  return entry->kind == TEND_TIMELINE_NEED_RESOLVED ? -entry->id : entry->id;
}

static guint
count (TendTimelineModel *self)
{
  return tend_listing_count (self->listing);
}

/* NULL past the end. */
static const TendTimelineEntry *
get_entry (TendTimelineModel *self,
           guint              position)
{
  return tend_listing_get (self->listing, position);
}

static void
tell (gpointer list,
      guint    position,
      guint    removed,
      guint    added)
{
  TendTimelineModel *self = list;
  guint first = position > 0 ? position - 1 : 0;

  tend_page_cache_drop_from (self->cache, position);
  g_list_model_items_changed (list, position, removed, added);

  /* A neighbour may be the first of its month now, or no longer. */
  tend_id_list_sections_changed (list, first, MIN (position + added + 1, count (self)) - MIN (first, count (self)));
}

/* (transfer full) */
static void
take_entries (TendTimelineModel *self,
              GArray            *entries)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (TendId), entries->len);
  g_autoptr (GArray) splices = NULL;
  gboolean moved;
  gboolean resized;

  for (guint i = 0; i < entries->len; i++)
    {
      TendId id = id_of (&g_array_index (entries, TendTimelineEntry, i));

      g_array_append_val (ids, id);
    }

  splices = tend_listing_compare (self->listing, ids);
  moved = tend_timeline_months_moved (tend_listing_get_rows (self->listing), entries, splices, self->zone);
  resized = tend_listing_take (self->listing, ids, entries, splices);

  if (moved)
    tend_id_list_sections_changed (TEND_ID_LIST (self), 0, count (self));
  if (resized)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Questions. */

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendLatestRequest) request = user_data;
  g_autoptr (TendTimelineModel) self = g_weak_ref_get (&request->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) entries = tend_book_list_timeline_finish (TEND_BOOK (source), result, &error);

  if (self == NULL || self->cancellable != request->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (entries != NULL)
    take_entries (self, g_steal_pointer (&entries));
  else
    g_message ("%s", error->message);

  /* A listener may have set another account. */
  if (self->cancellable != NULL)
    return;
  if (self->stale)
    {
      ask (self);
      return;
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
withdraw (TendTimelineModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
}

static void
ask (TendTimelineModel *self)
{
  withdraw (self);
  self->cancellable = g_cancellable_new ();
  tend_book_list_timeline_async (self->book, self->account, self->kinds, self->zone, self->cancellable,
                                 on_listed, tend_latest_request_new (self, self->cancellable));
}

static void
ask_anew (TendTimelineModel *self)
{
  gboolean was_loading = self->cancellable != NULL;

  if (self->account != 0)
    ask (self);
  else
    withdraw (self);

  if (was_loading != (self->cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_book_changed (TendTimelineModel *self,
                 TendChangeSet     *changes)
{
  if (self->account == 0 || !tend_change_set_touches_account (changes, self->account))
    return;

  /* One question at a time: under a stream of changes each is answered, and none is always withdrawn. */
  if (self->cancellable != NULL)
    self->stale = TRUE;
  else
    ask_anew (self);
}

/* The list. */

static GType
tend_timeline_model_get_item_type (GListModel *model)
{
  return TEND_TYPE_TIMELINE_ITEM;
}

static guint
tend_timeline_model_get_n_items (GListModel *model)
{
  return count (TEND_TIMELINE_MODEL (model));
}

/* An item's place among those that live: found again when it goes and can no longer be asked. */
typedef struct
{
  GHashTable *items;
  TendId      id;
} Place;

static void
on_item_gone (gpointer  data,
              GObject  *where)
{
  g_autofree Place *place = data;

  g_hash_table_remove (place->items, GSIZE_TO_POINTER (place->id));
  g_hash_table_unref (place->items);
}

static gpointer
tend_timeline_model_get_item (GListModel *model,
                              guint       position)
{
  TendTimelineModel *self = TEND_TIMELINE_MODEL (model);
  const TendTimelineEntry *entry = get_entry (self, position);
  g_autoptr (TendEntity) entity = NULL;
  TendTimelineItem *item;
  Place *place;

  if (entry == NULL)
    return NULL;

  /* The page is asked for each time: it is how it knows which way one scrolls. */
  entity = tend_page_cache_get (self->cache, position);
  item = g_hash_table_lookup (self->items, GSIZE_TO_POINTER (id_of (entry)));
  if (item != NULL)
    return g_object_ref (item);

  item = tend_timeline_item_new (entry->kind, entity);
  place = g_new (Place, 1);
  *place = (Place) { g_hash_table_ref (self->items), id_of (entry) };
  g_hash_table_insert (self->items, GSIZE_TO_POINTER (place->id), item);
  g_object_weak_ref (G_OBJECT (item), on_item_gone, place);

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_timeline_model_get_item_type;
  iface->get_n_items = tend_timeline_model_get_n_items;
  iface->get_item = tend_timeline_model_get_item;
}

static TendId
tend_timeline_model_get_id (TendIdList *list,
                            guint       position)
{
  return tend_listing_get_id (TEND_TIMELINE_MODEL (list)->listing, position);
}

static TendId
tend_timeline_model_get_row (TendIdList      *list,
                             guint            position,
                             const TendNoun **noun)
{
  const TendTimelineEntry *entry = get_entry (TEND_TIMELINE_MODEL (list), position);

  if (entry == NULL)
    return 0;

  *noun = tend_timeline_noun (entry->kind);
  return entry->id;
}

static GArray *
tend_timeline_model_ref_ids (TendIdList *list)
{
  return tend_listing_ref_ids (TEND_TIMELINE_MODEL (list)->listing);
}

static void
tend_timeline_model_get_section (TendIdList *list,
                                 guint       position,
                                 guint      *start,
                                 guint      *end)
{
  TendTimelineModel *self = TEND_TIMELINE_MODEL (list);
  const TendTimelineEntry *entry = get_entry (self, position);
  guint n = count (self);
  TendTimelineMonth month;

  if (entry == NULL)
    {
      *start = n;
      *end = G_MAXUINT;
      return;
    }

  month = tend_timeline_month_of (entry->at, self->zone);
  *start = position;
  while (*start > 0 && tend_timeline_month_has (&month, get_entry (self, *start - 1)))
    --*start;
  *end = position + 1;
  while (*end < n && tend_timeline_month_has (&month, get_entry (self, *end)))
    ++*end;
}

static void
id_list_init (TendIdListInterface *iface)
{
  iface->get_id = tend_timeline_model_get_id;
  iface->get_row = tend_timeline_model_get_row;
  iface->get_section = tend_timeline_model_get_section;
  iface->ref_ids = tend_timeline_model_ref_ids;
}

/* The object. */

static void
tend_timeline_model_dispose (GObject *object)
{
  TendTimelineModel *self = TEND_TIMELINE_MODEL (object);

  withdraw (self);
  if (self->cache != NULL)
    tend_page_cache_clear (self->cache);
  g_clear_pointer (&self->cache, tend_page_cache_unref);

  G_OBJECT_CLASS (tend_timeline_model_parent_class)->dispose (object);
}

static void
tend_timeline_model_finalize (GObject *object)
{
  TendTimelineModel *self = TEND_TIMELINE_MODEL (object);

  g_clear_pointer (&self->listing, tend_listing_free);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_timeline_model_parent_class)->finalize (object);
}

static void
tend_timeline_model_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TendTimelineModel *self = TEND_TIMELINE_MODEL (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_int64 (value, self->account);
      break;
    case PROP_KINDS:
      g_value_set_uint (value, self->kinds);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, count (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_timeline_model_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TendTimelineModel *self = TEND_TIMELINE_MODEL (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      tend_timeline_model_set_account (self, g_value_get_int64 (value));
      break;
    case PROP_KINDS:
      tend_timeline_model_set_kinds (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_timeline_model_class_init (TendTimelineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tend_timeline_model_dispose;
  object_class->finalize = tend_timeline_model_finalize;
  object_class->get_property = tend_timeline_model_get_property;
  object_class->set_property = tend_timeline_model_set_property;

  properties[PROP_ACCOUNT] =
    g_param_spec_int64 ("account", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_KINDS] =
    g_param_spec_uint ("kinds", NULL, NULL, 0, TEND_TIMELINE_ALL, TEND_TIMELINE_ALL, readable | G_PARAM_WRITABLE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_timeline_model_init (TendTimelineModel *self)
{
  self->kinds = TEND_TIMELINE_ALL;
  self->listing = tend_listing_new (tell, self);
  self->items = g_hash_table_new (NULL, NULL);
}

TendTimelineModel *
tend_timeline_model_new (TendBook  *book,
                         GTimeZone *zone)
{
  TendTimelineModel *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_object_new (TEND_TYPE_TIMELINE_MODEL, NULL);
  self->book = g_object_ref (book);
  self->zone = g_time_zone_ref (zone);
  self->cache = tend_page_cache_new (TEND_ID_LIST (self), book, NULL);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);

  return self;
}

void
tend_timeline_model_set_account (TendTimelineModel *self,
                                 TendId             account)
{
  g_return_if_fail (TEND_IS_TIMELINE_MODEL (self));

  if (self->account == account)
    return;

  self->account = account;
  take_entries (self, g_array_new (FALSE, FALSE, sizeof (TendTimelineEntry)));
  ask_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

TendId
tend_timeline_model_get_account (TendTimelineModel *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_MODEL (self), 0);

  return self->account;
}

void
tend_timeline_model_set_kinds (TendTimelineModel *self,
                               TendTimelineKinds  kinds)
{
  g_return_if_fail (TEND_IS_TIMELINE_MODEL (self));

  if (self->kinds == kinds)
    return;

  self->kinds = kinds;
  ask_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS]);
}

TendTimelineKinds
tend_timeline_model_get_kinds (TendTimelineModel *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_MODEL (self), 0);

  return self->kinds;
}

gboolean
tend_timeline_model_get_loading (TendTimelineModel *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_MODEL (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
tend_timeline_model_get_entry (TendTimelineModel *self,
                               guint              position,
                               TendTimelineEntry *entry)
{
  const TendTimelineEntry *found;

  g_return_val_if_fail (TEND_IS_TIMELINE_MODEL (self), FALSE);

  found = get_entry (self, position);
  if (found != NULL)
    *entry = *found;

  return found != NULL;
}
