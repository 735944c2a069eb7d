/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history-model.h"

#include "history-entry-private.h"
#include "list-diff.h"
#include "weak-request.h"

#define PAGE 50

struct _TendHistoryModel
{
  GObject    parent_instance;

  TendBook  *book;
  TendId     account;
  GPtrArray *entries;     /* TendHistoryEntry, newest first */
  guint      wanted;      /* how many entries there should be, as far as there are */
  gboolean   has_more;

  gboolean   busy;
  gboolean   stale;       /* what is under way is not enough any more */
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_BOOK,
  PROP_HAS_MORE,
  PROP_LOADING,
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

G_DEFINE_FINAL_TYPE_WITH_CODE (TendHistoryModel, tend_history_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void ask (TendHistoryModel *self);

static GArray *
list_sequences_of_entries (GPtrArray *entries)
{
  GArray *sequences = g_array_sized_new (FALSE, FALSE, sizeof (TendId), entries->len);

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (sequences, tend_history_entry_get (g_ptr_array_index (entries, i))->sequence);

  return sequences;
}

static GArray *
list_sequences_of_changes (GPtrArray *changes)
{
  GArray *sequences = g_array_sized_new (FALSE, FALSE, sizeof (TendId), changes->len);

  for (guint i = 0; i < changes->len; i++)
    g_array_append_val (sequences, ((TendChange *) g_ptr_array_index (changes, i))->sequence);

  return sequences;
}

/* Takes the change out of @changes. */
static TendHistoryEntry *
take_entry (GPtrArray *changes,
            guint      index)
{
  TendChange *change = g_ptr_array_index (changes, index);

  g_ptr_array_index (changes, index) = NULL;

  return tend_history_entry_new (change);
}

static void
splice_entries (TendHistoryModel *self,
                GPtrArray        *changes,
                TendSplice        splice)
{
  if (splice.removed > 0)
    g_ptr_array_remove_range (self->entries, splice.position, splice.removed);
  for (guint i = 0; i < splice.added; i++)
    g_ptr_array_insert (self->entries, (int) (splice.position + i), take_entry (changes, splice.source + i));

  g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed, splice.added);
}

/* A journal only grows, but what stood can be taken back meanwhile: that is noted at the entries that stay. */
static void
take_changes (TendHistoryModel *self,
              GPtrArray        *changes)
{
  g_autoptr (GArray) before = list_sequences_of_entries (self->entries);
  g_autoptr (GArray) after = list_sequences_of_changes (changes);
  g_autoptr (GArray) splices = tend_list_diff ((gint64 *) (gpointer) before->data, before->len,
                                               (gint64 *) (gpointer) after->data, after->len);

  for (guint i = splices->len; i-- > 0;)
    splice_entries (self, changes, g_array_index (splices, TendSplice, i));

  g_assert (self->entries->len == changes->len);
  for (guint i = 0; i < changes->len; i++)
    {
      TendChange *change = g_ptr_array_index (changes, i);

      if (change != NULL)
        tend_history_entry_set_undone (g_ptr_array_index (self->entries, i), change->undone);
    }
}

static void
set_has_more (TendHistoryModel *self,
              gboolean          has_more)
{
  if (self->has_more == has_more)
    return;

  self->has_more = has_more;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MORE]);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TendHistoryModel) self = tend_weak_request_take (user_data);
  g_autoptr (GPtrArray) changes = tend_book_list_changes_finish (TEND_BOOK (source), result, NULL);

  if (self == NULL)
    return;

  self->busy = FALSE;
  if (self->stale)
    {
      ask (self);
      return;
    }

  /* One more than wanted was asked for: whether there are older ones. */
  if (changes != NULL)
    {
      gboolean has_more = changes->len > self->wanted;

      if (has_more)
        g_ptr_array_set_size (changes, (int) self->wanted);
      take_changes (self, changes);
      set_has_more (self, has_more);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
ask (TendHistoryModel *self)
{
  if (self->busy)
    {
      self->stale = TRUE;
      return;
    }

  self->busy = TRUE;
  self->stale = FALSE;
  tend_book_list_changes_async (self->book, self->account, self->account == 0, 0, self->wanted + 1, NULL,
                                on_listed, tend_weak_request_new (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_book_changed (TendHistoryModel *self,
                 TendChangeSet    *changes)
{
  if (self->account == 0 || tend_change_set_touches_account (changes, self->account))
    ask (self);
}

static GType
tend_history_model_get_item_type (GListModel *model)
{
  return TEND_TYPE_HISTORY_ENTRY;
}

static guint
tend_history_model_get_n_items (GListModel *model)
{
  return TEND_HISTORY_MODEL (model)->entries->len;
}

static gpointer
tend_history_model_get_item (GListModel *model,
                             guint       position)
{
  TendHistoryModel *self = TEND_HISTORY_MODEL (model);

  if (position >= self->entries->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->entries, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_history_model_get_item_type;
  iface->get_n_items = tend_history_model_get_n_items;
  iface->get_item = tend_history_model_get_item;
}

static void
tend_history_model_constructed (GObject *object)
{
  TendHistoryModel *self = TEND_HISTORY_MODEL (object);

  G_OBJECT_CLASS (tend_history_model_parent_class)->constructed (object);

  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  ask (self);
}

static void
tend_history_model_finalize (GObject *object)
{
  TendHistoryModel *self = TEND_HISTORY_MODEL (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (tend_history_model_parent_class)->finalize (object);
}

static void
tend_history_model_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TendHistoryModel *self = TEND_HISTORY_MODEL (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_int64 (value, self->account);
      break;
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, self->has_more);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_history_model_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TendHistoryModel *self = TEND_HISTORY_MODEL (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      tend_history_model_set_account (self, g_value_get_int64 (value));
      break;
    case PROP_BOOK:
      self->book = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_history_model_class_init (TendHistoryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_history_model_constructed;
  object_class->finalize = tend_history_model_finalize;
  object_class->get_property = tend_history_model_get_property;
  object_class->set_property = tend_history_model_set_property;

  properties[PROP_ACCOUNT] =
    g_param_spec_int64 ("account", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_MORE] =
    g_param_spec_boolean ("has-more", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_history_model_init (TendHistoryModel *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->wanted = PAGE;
}

TendHistoryModel *
tend_history_model_new (TendBook *book,
                        TendId    account)
{
  TendHistoryModel *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_HISTORY_MODEL, "book", book, NULL);
  tend_history_model_set_account (self, account);

  return self;
}

void
tend_history_model_set_account (TendHistoryModel *self,
                                TendId            account)
{
  g_return_if_fail (TEND_IS_HISTORY_MODEL (self));

  if (self->account == account)
    return;

  self->account = account;
  self->wanted = PAGE;
  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

TendId
tend_history_model_get_account (TendHistoryModel *self)
{
  g_return_val_if_fail (TEND_IS_HISTORY_MODEL (self), 0);

  return self->account;
}

gboolean
tend_history_model_get_loading (TendHistoryModel *self)
{
  g_return_val_if_fail (TEND_IS_HISTORY_MODEL (self), FALSE);

  return self->busy;
}

gboolean
tend_history_model_get_has_more (TendHistoryModel *self)
{
  g_return_val_if_fail (TEND_IS_HISTORY_MODEL (self), FALSE);

  return self->has_more;
}

void
tend_history_model_load_more (TendHistoryModel *self)
{
  g_return_if_fail (TEND_IS_HISTORY_MODEL (self));

  if (!self->has_more || self->entries->len < self->wanted)
    return;

  self->wanted += PAGE;
  ask (self);
}
