/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "account-list-model.h"

struct _TendAccountListModel
{
  TendEntityListModel parent_instance;

  TendAccountView *view;
};

enum
{
  PROP_0,
  PROP_DESCENDING,
  PROP_MANAGER,
  PROP_SCOPE,
  PROP_SEARCH,
  PROP_SORT,
  PROP_STATUSES,
  PROP_TIERS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TendAccountListModel, tend_account_list_model, TEND_TYPE_ENTITY_LIST_MODEL)

static void
update_query (TendAccountListModel *self)
{
  g_autoptr (TendQuery) query = tend_account_view_to_query (self->view, g_get_real_time ());

  tend_entity_list_model_set_query (TEND_ENTITY_LIST_MODEL (self), query);
}

static void
tend_account_list_model_constructed (GObject *object)
{
  G_OBJECT_CLASS (tend_account_list_model_parent_class)->constructed (object);

  update_query (TEND_ACCOUNT_LIST_MODEL (object));
}

static void
tend_account_list_model_finalize (GObject *object)
{
  TendAccountListModel *self = TEND_ACCOUNT_LIST_MODEL (object);

  tend_account_view_free (self->view);

  G_OBJECT_CLASS (tend_account_list_model_parent_class)->finalize (object);
}

static void
tend_account_list_model_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TendAccountListModel *self = TEND_ACCOUNT_LIST_MODEL (object);

  switch (prop_id)
    {
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->view->descending);
      break;
    case PROP_MANAGER:
      g_value_set_int64 (value, self->view->manager);
      break;
    case PROP_SCOPE:
      g_value_set_uint (value, self->view->scope);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->view->search);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->view->sort);
      break;
    case PROP_STATUSES:
      g_value_set_uint (value, self->view->statuses);
      break;
    case PROP_TIERS:
      g_value_set_uint (value, self->view->tiers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_list_model_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TendAccountListModel *self = TEND_ACCOUNT_LIST_MODEL (object);

  switch (prop_id)
    {
    case PROP_DESCENDING:
      tend_account_list_model_set_sort (self, self->view->sort, g_value_get_boolean (value));
      break;
    case PROP_MANAGER:
      tend_account_list_model_set_scope (self, self->view->scope, g_value_get_int64 (value));
      break;
    case PROP_SCOPE:
      tend_account_list_model_set_scope (self, g_value_get_uint (value), self->view->manager);
      break;
    case PROP_SEARCH:
      tend_account_list_model_set_search (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      tend_account_list_model_set_sort (self, g_value_get_string (value), self->view->descending);
      break;
    case PROP_STATUSES:
      tend_account_list_model_set_statuses (self, g_value_get_uint (value));
      break;
    case PROP_TIERS:
      tend_account_list_model_set_tiers (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_list_model_class_init (TendAccountListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = tend_account_list_model_constructed;
  object_class->finalize = tend_account_list_model_finalize;
  object_class->get_property = tend_account_list_model_get_property;
  object_class->set_property = tend_account_list_model_set_property;

  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  properties[PROP_MANAGER] = g_param_spec_int64 ("manager", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SCOPE] = g_param_spec_uint ("scope", NULL, NULL, 0, TEND_SCOPE_NOBODY, TEND_SCOPE_ALL, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "name", flags);
  properties[PROP_STATUSES] = g_param_spec_uint ("statuses", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TIERS] = g_param_spec_uint ("tiers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tend_account_list_model_init (TendAccountListModel *self)
{
  self->view = tend_account_view_new ();
}

TendAccountListModel *
tend_account_list_model_new (TendBook *book)
{
  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  return g_object_new (TEND_TYPE_ACCOUNT_LIST_MODEL, "book", book, NULL);
}

void
tend_account_list_model_set_search (TendAccountListModel *self,
                                    const char           *words)
{
  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));

  if (words != NULL && *words == '\0')
    words = NULL;
  if (!g_set_str (&self->view->search, words))
    return;

  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

const char *
tend_account_list_model_get_search (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), NULL);

  return self->view->search;
}

void
tend_account_list_model_set_sort (TendAccountListModel *self,
                                  const char           *field,
                                  gboolean              descending)
{
  gboolean other_field;
  gboolean other_direction;

  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));
  g_return_if_fail (field != NULL);

  descending = !!descending;
  other_direction = self->view->descending != descending;
  other_field = g_set_str (&self->view->sort, field);
  self->view->descending = descending;
  if (!other_field && !other_direction)
    return;

  update_query (self);
  if (other_field)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  if (other_direction)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

const char *
tend_account_list_model_get_sort (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), NULL);

  return self->view->sort;
}

gboolean
tend_account_list_model_get_descending (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), FALSE);

  return self->view->descending;
}

void
tend_account_list_model_set_scope (TendAccountListModel *self,
                                   TendScope             scope,
                                   TendId                manager)
{
  gboolean other_scope;
  gboolean other_manager;

  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));

  other_scope = self->view->scope != scope;
  other_manager = self->view->manager != manager;
  if (!other_scope && !other_manager)
    return;

  self->view->scope = scope;
  self->view->manager = manager;

  update_query (self);
  if (other_scope)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCOPE]);
  if (other_manager)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MANAGER]);
}

TendScope
tend_account_list_model_get_scope (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), TEND_SCOPE_ALL);

  return self->view->scope;
}

TendId
tend_account_list_model_get_manager (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), 0);

  return self->view->manager;
}

static void
set_bits (TendAccountListModel *self,
          guint                *member,
          guint                 bits,
          guint                 prop_id)
{
  if (*member == bits)
    return;

  *member = bits;
  update_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

void
tend_account_list_model_set_statuses (TendAccountListModel *self,
                                      guint                 statuses)
{
  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));

  set_bits (self, &self->view->statuses, statuses, PROP_STATUSES);
}

guint
tend_account_list_model_get_statuses (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), 0);

  return self->view->statuses;
}

void
tend_account_list_model_set_tiers (TendAccountListModel *self,
                                   guint                 tiers)
{
  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));

  set_bits (self, &self->view->tiers, tiers, PROP_TIERS);
}

guint
tend_account_list_model_get_tiers (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), 0);

  return self->view->tiers;
}

void
tend_account_list_model_set_view (TendAccountListModel  *self,
                                  const TendAccountView *view)
{
  g_autoptr (TendAccountView) before = NULL;

  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));

  if (tend_account_view_equal (self->view, view))
    return;

  before = g_steal_pointer (&self->view);
  self->view = tend_account_view_copy (view);
  update_query (self);
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

const TendAccountView *
tend_account_list_model_get_view (TendAccountListModel *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self), NULL);

  return self->view;
}

void
tend_account_list_model_refresh (TendAccountListModel *self)
{
  g_return_if_fail (TEND_IS_ACCOUNT_LIST_MODEL (self));

  if (self->view->quiet != TEND_QUIET_NO || self->view->product != 0)
    update_query (self);
}
