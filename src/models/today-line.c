/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today-line-private.h"

struct _TendTodayLine
{
  GObject          parent_instance;

  TendBook        *book;
  TendUrgencyItem  item;
  TendEntity      *account;
  TendEntity      *entity;
  TendEntity      *related;
  TendEntity      *alert;
};

G_DEFINE_FINAL_TYPE (TendTodayLine, tend_today_line, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

TendId
tend_today_line_make_id (const TendUrgencyItem *item)
{
  /* An account has a line for each of these at most. Ids of rows are positive, so these are not. */
  static const guint64 salts[TEND_N_URGENCIES] = {
    [TEND_URGENCY_INVOICE] = G_GUINT64_CONSTANT (0x15c3a5e1b7d92f86),
    [TEND_URGENCY_BAND_FELL] = G_GUINT64_CONSTANT (0x2e6b39d4f18c5a73),
  };

  if (item->item != 0)
    return item->item;

  return -(TendId) ((guint64) item->account ^ salts[item->reason]);
}

const TendNoun *
tend_today_line_noun (const TendUrgencyItem *item)
{
  switch ((TendUrgency) item->reason)
    {
    case TEND_URGENCY_PROMISE_OVERDUE:
    case TEND_URGENCY_FOLLOW_UP:
      return &tend_follow_up_noun;
    case TEND_URGENCY_NEED_URGENT:
    case TEND_URGENCY_NEED:
      return &tend_need_noun;
    case TEND_URGENCY_RENEWAL_AT_RISK:
    case TEND_URGENCY_RENEWAL:
      return &tend_purchase_noun;
    case TEND_URGENCY_NEXT_STEP:
      return &tend_opportunity_noun;
    case TEND_URGENCY_QUIET_RED:
    case TEND_URGENCY_INVOICE:
    case TEND_URGENCY_BAND_FELL:
    case TEND_URGENCY_QUIET_AMBER:
    case TEND_N_URGENCIES:
    case TEND_URGENCY_NONE:
    default:
      return NULL;
    }
}

const TendNoun *
tend_today_line_relation (TendEntity *entity,
                          TendId     *id)
{
  *id = 0;
  if (entity == NULL || !tend_entity_get_loaded (entity))
    return NULL;

  if (TEND_IS_PURCHASE (entity))
    *id = tend_purchase_get (TEND_PURCHASE (entity))->product;
  else if (TEND_IS_NEED (entity))
    *id = tend_need_get (TEND_NEED (entity))->liaison;

  if (*id == 0)
    return NULL;
  return TEND_IS_PURCHASE (entity) ? &tend_product_noun : &tend_liaison_noun;
}

static void
tell (TendTodayLine *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hold (TendTodayLine   *self,
      TendEntity     **place,
      const TendNoun  *noun,
      TendId           id,
      GCallback        on_changed)
{
  if (*place != NULL && (noun == NULL || tend_entity_get_id (*place) != id))
    {
      g_signal_handlers_disconnect_by_data (*place, self);
      g_clear_object (place);
    }
  if (*place != NULL || noun == NULL || id == 0)
    return;

  *place = tend_book_get (self->book, noun, id);
  g_signal_connect_object (*place, "changed", on_changed, self, G_CONNECT_SWAPPED);
}

static void
on_entity_changed (TendTodayLine *self)
{
  TendId id;
  const TendNoun *noun = tend_today_line_relation (self->entity, &id);

  hold (self, &self->related, noun, id, G_CALLBACK (tell));
  tell (self);
}

static void
tend_today_line_finalize (GObject *object)
{
  TendTodayLine *self = TEND_TODAY_LINE (object);

  g_clear_object (&self->account);
  g_clear_object (&self->entity);
  g_clear_object (&self->related);
  g_clear_object (&self->alert);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_today_line_parent_class)->finalize (object);
}

static void
tend_today_line_class_init (TendTodayLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_today_line_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tend_today_line_init (TendTodayLine *self)
{
}

static void
take_item (TendTodayLine         *self,
           const TendUrgencyItem *item)
{
  TendId id;
  const TendNoun *noun;

  self->item = *item;
  hold (self, &self->account, &tend_account_noun, item->account, G_CALLBACK (tell));
  hold (self, &self->entity, tend_today_line_noun (item), item->item, G_CALLBACK (on_entity_changed));
  hold (self, &self->alert, item->alert != 0 ? &tend_alert_noun : NULL, item->alert, G_CALLBACK (tell));
  noun = tend_today_line_relation (self->entity, &id);
  hold (self, &self->related, noun, id, G_CALLBACK (tell));
}

TendTodayLine *
tend_today_line_new (TendBook              *book,
                     const TendUrgencyItem *item)
{
  TendTodayLine *self = g_object_new (TEND_TYPE_TODAY_LINE, NULL);

  self->book = g_object_ref (book);
  take_item (self, item);

  return self;
}

void
tend_today_line_set_item (TendTodayLine         *self,
                          const TendUrgencyItem *item)
{
  gboolean same = self->item.reason == item->reason && self->item.since == item->since && self->item.value == item->value &&
                  self->item.alert == item->alert && self->item.hat == item->hat;

  take_item (self, item);
  if (!same)
    tell (self);
}

const TendUrgencyItem *
tend_today_line_get_item (TendTodayLine *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_LINE (self), NULL);

  return &self->item;
}

TendId
tend_today_line_get_id (TendTodayLine *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_LINE (self), 0);

  return tend_today_line_make_id (&self->item);
}

TendAccount *
tend_today_line_get_account (TendTodayLine *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_LINE (self), NULL);

  return TEND_ACCOUNT (self->account);
}

TendEntity *
tend_today_line_get_entity (TendTodayLine *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_LINE (self), NULL);

  return self->entity;
}

TendEntity *
tend_today_line_get_related (TendTodayLine *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_LINE (self), NULL);

  return self->related;
}

TendAlert *
tend_today_line_get_alert (TendTodayLine *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_LINE (self), NULL);

  return (TendAlert *) self->alert;
}
