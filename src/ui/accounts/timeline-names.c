/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-names.h"

#include "ui/widgets/reference-row.h"

/* An account has a few dozen. */
#define MAX_HELD 2000

struct _TendTimelineNames
{
  GObject     parent_instance;

  TendBook   *book;
  TendEntity *account;
  GHashTable *entities;   /* id → TendEntity */
  guint       telling;    /* idle source that will emit "changed" */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TendTimelineNames, tend_timeline_names, G_TYPE_OBJECT)

static gboolean
tell (gpointer data)
{
  TendTimelineNames *self = TEND_TIMELINE_NAMES (data);

  self->telling = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Before the next frame, so that no row is seen without its names for longer than it must. */
static void
on_changed (TendTimelineNames *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell, self, NULL);
}

static void
let_go (TendTimelineNames *self)
{
  GHashTableIter iter;
  gpointer entity;

  g_hash_table_iter_init (&iter, self->entities);
  while (g_hash_table_iter_next (&iter, NULL, &entity))
    g_signal_handlers_disconnect_by_func (entity, on_changed, self);
  g_hash_table_remove_all (self->entities);
}

static void
tend_timeline_names_dispose (GObject *object)
{
  TendTimelineNames *self = TEND_TIMELINE_NAMES (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  let_go (self);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, on_changed, self);
  g_clear_object (&self->account);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_timeline_names_parent_class)->dispose (object);
}

static void
tend_timeline_names_finalize (GObject *object)
{
  g_hash_table_unref (TEND_TIMELINE_NAMES (object)->entities);

  G_OBJECT_CLASS (tend_timeline_names_parent_class)->finalize (object);
}

static void
tend_timeline_names_class_init (TendTimelineNamesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_timeline_names_dispose;
  object_class->finalize = tend_timeline_names_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tend_timeline_names_init (TendTimelineNames *self)
{
  self->entities = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

TendTimelineNames *
tend_timeline_names_new (TendBook *book)
{
  TendTimelineNames *self;

  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);

  self = g_object_new (TEND_TYPE_TIMELINE_NAMES, NULL);
  self->book = g_object_ref (book);

  return self;
}

void
tend_timeline_names_set_account (TendTimelineNames *self,
                                 TendId             account)
{
  g_return_if_fail (TEND_IS_TIMELINE_NAMES (self));

  let_go (self);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, on_changed, self);
  g_clear_object (&self->account);
  if (account == 0)
    return;

  self->account = tend_book_get (self->book, &tend_account_noun, account);
  g_signal_connect_object (self->account, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

const char *
tend_timeline_names_get_currency (TendTimelineNames *self)
{
  g_return_val_if_fail (TEND_IS_TIMELINE_NAMES (self), NULL);

  return tend_book_get_currency (self->book, self->account != NULL ? tend_account_get (TEND_ACCOUNT (self->account)) : NULL);
}

char *
tend_timeline_names_dup (const TendNoun *noun,
                         TendId          id,
                         gpointer        data)
{
  TendTimelineNames *self = TEND_TIMELINE_NAMES (data);
  TendEntity *entity = g_hash_table_lookup (self->entities, GSIZE_TO_POINTER (id));

  if (entity == NULL)
    {
      if (g_hash_table_size (self->entities) >= MAX_HELD)
        let_go (self);
      entity = tend_book_get (self->book, noun, id);
      g_hash_table_insert (self->entities, GSIZE_TO_POINTER (id), entity);
      g_signal_connect_object (entity, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }

  return tend_entity_get_loaded (entity) ? tend_reference_dup_label (entity) : NULL;
}
