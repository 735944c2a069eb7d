/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entity-list-model.h"

#include "core/ids.h"
#include "listing.h"
#include "page-cache.h"
#include "weak-request.h"

typedef struct
{
  TendBook      *book;
  TendQuery     *query;
  TendListing   *listing;
  TendPageCache *cache;
  GError        *error;

  GCancellable  *cancellable;  /* of the newest request; NULL: none is under way */
  gboolean       of_head;      /* it asks for no more than the head of the list */
  gboolean       stale;        /* the book has changed since it was sent */
} TendEntityListModelPrivate;

/* How many rows of a new list are asked for first: what GTK makes widgets for. Of a million rows they are there, and drawn,
 * long before all the ids are. */
#define HEAD 256u

enum
{
  PROP_0,
  PROP_BOOK,
  PROP_ERROR,
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

G_DEFINE_TYPE_WITH_CODE (TendEntityListModel, tend_entity_list_model, G_TYPE_OBJECT,
                         G_ADD_PRIVATE (TendEntityListModel)
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                         G_IMPLEMENT_INTERFACE (TEND_TYPE_ID_LIST, id_list_init))

#define GET(self) ((TendEntityListModelPrivate *) tend_entity_list_model_get_instance_private (self))

static void ask (TendEntityListModel *self);

static void
tell (gpointer list,
      guint    position,
      guint    removed,
      guint    added)
{
  tend_page_cache_drop_from (GET (list)->cache, position);
  g_list_model_items_changed (G_LIST_MODEL (list), position, removed, added);
}

/* (transfer full) */
static void
take_ids (TendEntityListModel *self,
          GArray              *ids)
{
  g_autoptr (GArray) splices = tend_listing_compare (GET (self)->listing, ids);

  if (tend_listing_take (GET (self)->listing, ids, NULL, splices))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
take_error (TendEntityListModel *self,
            GError              *error)
{
  TendEntityListModelPrivate *priv = GET (self);

  if (priv->error == NULL && error == NULL)
    return;

  g_clear_error (&priv->error);
  priv->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendLatestRequest) request = user_data;
  g_autoptr (TendEntityListModel) self = g_weak_ref_get (&request->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tend_book_list_finish (TEND_BOOK (source), result, &error);
  TendEntityListModelPrivate *priv;

  if (self == NULL)
    return;

  priv = GET (self);
  if (priv->cancellable != request->cancellable)
    return;

  /* What follows the head is on its way before the head is drawn. */
  g_clear_object (&priv->cancellable);
  if (priv->of_head && ids != NULL && ids->len == HEAD)
    {
      ask (self);
      take_ids (self, g_steal_pointer (&ids));
      return;
    }

  if (ids != NULL)
    take_ids (self, g_steal_pointer (&ids));
  take_error (self, g_steal_pointer (&error));

  /* A listener may have set another query. */
  if (priv->cancellable != NULL)
    return;
  if (priv->stale)
    {
      ask (self);
      return;
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
withdraw (TendEntityListModel *self)
{
  TendEntityListModelPrivate *priv = GET (self);

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->stale = FALSE;
}

static void
send (TendEntityListModel *self,
      const TendQuery     *query,
      gboolean             of_head)
{
  TendEntityListModelPrivate *priv = GET (self);

  withdraw (self);
  priv->of_head = of_head;
  priv->cancellable = g_cancellable_new ();
  tend_book_list_async (priv->book, query, priv->cancellable, on_listed, tend_latest_request_new (self, priv->cancellable));
}

static void
ask (TendEntityListModel *self)
{
  send (self, GET (self)->query, FALSE);
}

/* For a query that is a new one. Where only some rows are asked for, there is no head to have before them; and words are looked
 * for in all rows, whatever is wanted of them. */
static void
ask_head (TendEntityListModel *self)
{
  g_autoptr (TendQuery) head = tend_query_copy (GET (self)->query);
  const char *words = tend_query_get_search (head);

  if (!tend_query_is_whole (head) || (words != NULL && *words != '\0'))
    {
      ask (self);
      return;
    }

  tend_query_set_range (head, 0, HEAD);
  send (self, head, TRUE);
}

/* What a change must touch to move, bring or take rows. Contacts are searched with their account; reporting lines decide
 * who is below whom. */
static gboolean
is_concerned (TendEntityListModelPrivate *priv,
              const TendChangeSet        *changes)
{
  const TendNoun *noun = tend_query_get_noun (priv->query);
  const char *words = tend_query_get_search (priv->query);

  if (tend_change_set_touches (changes, noun) || tend_change_set_touches (changes, &tend_manager_noun))
    return TRUE;

  return words != NULL && *words != '\0' && noun == &tend_account_noun
         && tend_change_set_touches (changes, &tend_contact_noun);
}

static void
on_book_changed (TendEntityListModel *self,
                 TendChangeSet       *changes)
{
  TendEntityListModelPrivate *priv = GET (self);

  if (priv->query == NULL || !is_concerned (priv, changes))
    return;

  /* One question at a time: under a stream of changes each is answered, and none is always withdrawn. */
  if (priv->cancellable != NULL)
    {
      priv->stale = TRUE;
      return;
    }

  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static GType
tend_entity_list_model_get_item_type (GListModel *model)
{
  TendEntityListModelPrivate *priv = GET (TEND_ENTITY_LIST_MODEL (model));

  return priv->query != NULL ? tend_query_get_noun (priv->query)->get_type () : TEND_TYPE_ENTITY;
}

static guint
tend_entity_list_model_get_n_items (GListModel *model)
{
  return tend_listing_count (GET (TEND_ENTITY_LIST_MODEL (model))->listing);
}

static gpointer
tend_entity_list_model_get_item (GListModel *model,
                                 guint       position)
{
  TendEntityListModelPrivate *priv = GET (TEND_ENTITY_LIST_MODEL (model));

  return priv->cache != NULL ? tend_page_cache_get (priv->cache, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_entity_list_model_get_item_type;
  iface->get_n_items = tend_entity_list_model_get_n_items;
  iface->get_item = tend_entity_list_model_get_item;
}

static TendId
tend_entity_list_model_get_id (TendIdList *list,
                               guint       position)
{
  return tend_listing_get_id (GET (TEND_ENTITY_LIST_MODEL (list))->listing, position);
}

static GArray *
tend_entity_list_model_ref_ids (TendIdList *list)
{
  return tend_listing_ref_ids (GET (TEND_ENTITY_LIST_MODEL (list))->listing);
}

static void
id_list_init (TendIdListInterface *iface)
{
  iface->get_id = tend_entity_list_model_get_id;
  iface->ref_ids = tend_entity_list_model_ref_ids;
}

static void
tend_entity_list_model_constructed (GObject *object)
{
  TendEntityListModel *self = TEND_ENTITY_LIST_MODEL (object);

  G_OBJECT_CLASS (tend_entity_list_model_parent_class)->constructed (object);

  g_signal_connect_object (GET (self)->book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
}

static void
tend_entity_list_model_dispose (GObject *object)
{
  TendEntityListModel *self = TEND_ENTITY_LIST_MODEL (object);
  TendEntityListModelPrivate *priv = GET (self);

  withdraw (self);
  if (priv->cache != NULL)
    tend_page_cache_clear (priv->cache);
  g_clear_pointer (&priv->cache, tend_page_cache_unref);

  G_OBJECT_CLASS (tend_entity_list_model_parent_class)->dispose (object);
}

static void
tend_entity_list_model_finalize (GObject *object)
{
  TendEntityListModelPrivate *priv = GET (TEND_ENTITY_LIST_MODEL (object));

  g_clear_error (&priv->error);
  g_clear_pointer (&priv->query, tend_query_free);
  g_clear_pointer (&priv->listing, tend_listing_free);
  g_clear_object (&priv->book);

  G_OBJECT_CLASS (tend_entity_list_model_parent_class)->finalize (object);
}

static void
tend_entity_list_model_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  TendEntityListModel *self = TEND_ENTITY_LIST_MODEL (object);
  TendEntityListModelPrivate *priv = GET (self);

  switch (prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, priv->book);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, priv->error);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, tend_entity_list_model_get_loading (self));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, tend_listing_count (priv->listing));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_entity_list_model_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  TendEntityListModelPrivate *priv = GET (TEND_ENTITY_LIST_MODEL (object));

  switch (prop_id)
    {
    case PROP_BOOK:
      priv->book = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_entity_list_model_class_init (TendEntityListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_entity_list_model_constructed;
  object_class->dispose = tend_entity_list_model_dispose;
  object_class->finalize = tend_entity_list_model_finalize;
  object_class->get_property = tend_entity_list_model_get_property;
  object_class->set_property = tend_entity_list_model_set_property;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_entity_list_model_init (TendEntityListModel *self)
{
  GET (self)->listing = tend_listing_new (tell, self);
}

TendEntityListModel *
tend_entity_list_model_new (TendBook        *book,
                            const TendQuery *query)
{
  TendEntityListModel *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_ENTITY_LIST_MODEL, "book", book, NULL);
  tend_entity_list_model_set_query (self, query);

  return self;
}

TendBook *
tend_entity_list_model_get_book (TendEntityListModel *self)
{
  g_return_val_if_fail (TEND_IS_ENTITY_LIST_MODEL (self), NULL);

  return GET (self)->book;
}

void
tend_entity_list_model_set_query (TendEntityListModel *self,
                                  const TendQuery     *query)
{
  TendEntityListModelPrivate *priv;
  gboolean was_loading;

  g_return_if_fail (TEND_IS_ENTITY_LIST_MODEL (self));

  priv = GET (self);
  if (query == priv->query || (query != NULL && priv->query != NULL && tend_query_equal (query, priv->query)))
    return;
  g_return_if_fail (query == NULL || priv->cache == NULL
                    || tend_query_get_noun (query)->get_type () == tend_entity_list_model_get_item_type (G_LIST_MODEL (self)));

  was_loading = priv->cancellable != NULL;
  g_clear_pointer (&priv->query, tend_query_free);

  if (query != NULL)
    {
      priv->query = tend_query_copy (query);
      if (priv->cache == NULL)
        priv->cache = tend_page_cache_new (TEND_ID_LIST (self), priv->book, tend_query_get_noun (query));
      ask_head (self);
    }
  else
    {
      withdraw (self);
      take_ids (self, tend_ids_new ());
      tend_page_cache_clear (priv->cache);
      g_clear_pointer (&priv->cache, tend_page_cache_unref);
    }

  if (was_loading != (priv->cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

const TendQuery *
tend_entity_list_model_get_query (TendEntityListModel *self)
{
  g_return_val_if_fail (TEND_IS_ENTITY_LIST_MODEL (self), NULL);

  return GET (self)->query;
}

gboolean
tend_entity_list_model_get_loading (TendEntityListModel *self)
{
  g_return_val_if_fail (TEND_IS_ENTITY_LIST_MODEL (self), FALSE);

  return GET (self)->cancellable != NULL;
}

const GError *
tend_entity_list_model_get_error (TendEntityListModel *self)
{
  g_return_val_if_fail (TEND_IS_ENTITY_LIST_MODEL (self), NULL);

  return GET (self)->error;
}

void
tend_entity_list_model_reload (TendEntityListModel *self)
{
  gboolean was_loading;

  g_return_if_fail (TEND_IS_ENTITY_LIST_MODEL (self));

  if (GET (self)->query == NULL)
    return;

  was_loading = tend_entity_list_model_get_loading (self);
  ask (self);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}
