/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today-model.h"

#include "core/reminders/alarm.h"
#include "listing.h"
#include "today-lines.h"
#include "weak-request.h"

struct _TendTodayModel
{
  GObject         parent_instance;

  TendBook       *book;
  TendClock      *clock;
  TendAlarm      *alarm;
  GError         *error;

  TendListing    *listing;      /* of TendUrgencyItem, as the book ranked them */
  TendTodayLines *lines;

  GCancellable   *cancellable;  /* of the newest request; NULL: none is under way */
  gboolean        stale;        /* the book has changed since it was sent */
  gboolean        known;
  gboolean        resting;      /* nobody looks: questions wait … */
  gboolean        outdated;     /* … and there is one */

  TendId          manager;
  gboolean        team;
  gboolean        put_off;
  int             hat;
  guint           counts[TEND_N_HATS];
  guint           n_put_off;
  TendRules       rules;
  char           *currency;
};

enum
{
  PROP_0,
  PROP_BOOK,
  PROP_CLOCK,
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

G_DEFINE_FINAL_TYPE_WITH_CODE (TendTodayModel, tend_today_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (TEND_TYPE_ID_LIST, id_list_init))

static void ask (TendTodayModel *self);

/* What stands in the list. */

static guint
count (TendTodayModel *self)
{
  return tend_listing_count (self->listing);
}

static const TendUrgencyItem *
get_item (gpointer list,
          guint    position)
{
  return tend_listing_get (TEND_TODAY_MODEL (list)->listing, position);
}

static TendId
tend_today_model_get_id (TendIdList *list,
                         guint       position)
{
  return tend_listing_get_id (TEND_TODAY_MODEL (list)->listing, position);
}

static GArray *
tend_today_model_ref_ids (TendIdList *list)
{
  return tend_listing_ref_ids (TEND_TODAY_MODEL (list)->listing);
}

/* An account has a handful of lines, so that its first and last are looked for. */
static void
tend_today_model_get_section (TendIdList *list,
                              guint       position,
                              guint      *start,
                              guint      *end)
{
  TendTodayModel *self = TEND_TODAY_MODEL (list);
  guint n = count (self);
  TendId account;

  if (position >= n)
    {
      *start = n;
      *end = G_MAXUINT;
      return;
    }

  account = get_item (self, position)->account;
  *start = position;
  *end = position + 1;
  while (*start > 0 && get_item (self, *start - 1)->account == account)
    (*start)--;
  while (*end < n && get_item (self, *end)->account == account)
    (*end)++;
}

static void
id_list_init (TendIdListInterface *iface)
{
  iface->get_id = tend_today_model_get_id;
  iface->ref_ids = tend_today_model_ref_ids;
  iface->get_section = tend_today_model_get_section;
}

static GType
tend_today_model_get_item_type (GListModel *model)
{
  return TEND_TYPE_TODAY_LINE;
}

static guint
tend_today_model_get_n_items (GListModel *model)
{
  return count (TEND_TODAY_MODEL (model));
}

static gpointer
tend_today_model_get_item (GListModel *model,
                           guint       position)
{
  TendTodayModel *self = TEND_TODAY_MODEL (model);

  return position < count (self) ? tend_today_lines_get (self->lines, position, count (self)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tend_today_model_get_item_type;
  iface->get_n_items = tend_today_model_get_n_items;
  iface->get_item = tend_today_model_get_item;
}

/* Answers. */

static void
tell (gpointer list,
      guint    position,
      guint    removed,
      guint    added)
{
  guint first = position > 0 ? position - 1 : 0;
  guint last;

  g_list_model_items_changed (list, position, removed, added);
  /* A neighbour may be the first of its account now, or no longer. */
  last = MIN (position + added + 1, count (list));
  if (last > first)
    tend_id_list_sections_changed (list, first, last - first);
}

/* (transfer full) */
static void
take_items (TendTodayModel *self,
            GArray         *items)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (TendId), items->len);
  g_autoptr (GArray) splices = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      TendId id = tend_today_line_make_id (&g_array_index (items, TendUrgencyItem, i));

      g_array_append_val (ids, id);
    }

  splices = tend_listing_compare (self->listing, ids);
  tend_today_lines_update (self->lines, items);
  if (tend_listing_take (self->listing, ids, items, splices))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
take_answer (TendTodayModel *self,
             TendToday      *today)
{
  for (guint i = 0; i < TEND_N_HATS; i++)
    self->counts[i] = today->counts[i];
  self->n_put_off = today->n_put_off;
  self->rules = today->rules;
  g_set_str (&self->currency, today->currency);
  self->known = TRUE;
  tend_alarm_set (self->alarm, today->next);
  take_items (self, g_steal_pointer (&today->items));
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TendLatestRequest) request = user_data;
  g_autoptr (TendTodayModel) self = g_weak_ref_get (&request->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (TendToday) today = tend_book_get_today_finish (TEND_BOOK (source), result, &error);

  if (self == NULL || self->cancellable != request->cancellable)
    return;

  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (today != NULL)
    take_answer (self, today);

  /* A listener may have asked for something else. */
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
withdraw (TendTodayModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
}

static void
ask (TendTodayModel *self)
{
  g_autoptr (GTimeZone) zone = tend_clock_dup_zone (self->clock);
  TendTodayQuery query;

  withdraw (self);
  tend_today_query_init (&query, tend_clock_now (self->clock), zone);
  query.manager = self->manager;
  query.team = self->team;
  query.put_off = self->put_off;
  query.hat = self->hat;
  self->cancellable = g_cancellable_new ();
  tend_book_get_today_async (self->book, &query, self->cancellable, on_answered, tend_latest_request_new (self, self->cancellable));
}

void
tend_today_model_refresh (TendTodayModel *self)
{
  gboolean was_loading;

  g_return_if_fail (TEND_IS_TODAY_MODEL (self));

  was_loading = self->cancellable != NULL;
  ask (self);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Something may read differently. */
static void
attend (TendTodayModel *self)
{
  if (self->resting)
    self->outdated = TRUE;
  else if (self->cancellable != NULL)
    self->stale = TRUE;
  else
    tend_today_model_refresh (self);
}

static void
on_alarm (gpointer user_data)
{
  attend (user_data);
}

/* Nearly everything that is written about an account may move it. One question at a time: under a stream of changes each
 * is answered, and none is always withdrawn. */
static void
on_book_changed (TendTodayModel *self,
                 TendChangeSet  *changes)
{
  attend (self);
}

static void
tend_today_model_constructed (GObject *object)
{
  TendTodayModel *self = TEND_TODAY_MODEL (object);

  G_OBJECT_CLASS (tend_today_model_parent_class)->constructed (object);

  self->lines = tend_today_lines_new (self->book, get_item, self);
  self->alarm = tend_alarm_new (self->clock, on_alarm, self);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  ask (self);
}

static void
tend_today_model_dispose (GObject *object)
{
  TendTodayModel *self = TEND_TODAY_MODEL (object);

  withdraw (self);
  g_clear_pointer (&self->alarm, tend_alarm_free);

  G_OBJECT_CLASS (tend_today_model_parent_class)->dispose (object);
}

static void
tend_today_model_finalize (GObject *object)
{
  TendTodayModel *self = TEND_TODAY_MODEL (object);

  g_clear_pointer (&self->listing, tend_listing_free);
  tend_today_lines_free (self->lines);
  g_clear_error (&self->error);
  g_free (self->currency);
  g_clear_object (&self->clock);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tend_today_model_parent_class)->finalize (object);
}

static void
tend_today_model_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TendTodayModel *self = TEND_TODAY_MODEL (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
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
tend_today_model_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TendTodayModel *self = TEND_TODAY_MODEL (object);

  switch (prop_id)
    {
    case PROP_BOOK:
      self->book = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_today_model_class_init (TendTodayModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = tend_today_model_constructed;
  object_class->dispose = tend_today_model_dispose;
  object_class->finalize = tend_today_model_finalize;
  object_class->get_property = tend_today_model_get_property;
  object_class->set_property = tend_today_model_set_property;

  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, TEND_TYPE_BOOK, once);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, TEND_TYPE_CLOCK, once);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_today_model_init (TendTodayModel *self)
{
  self->hat = -1;
  tend_rules_init (&self->rules);
  self->listing = tend_listing_new (tell, self);
}

TendTodayModel *
tend_today_model_new (TendBook  *book,
                      TendClock *clock)
{
  g_return_val_if_fail (TEND_IS_BOOK (book), NULL);
  g_return_val_if_fail (TEND_IS_CLOCK (clock), NULL);

  return g_object_new (TEND_TYPE_TODAY_MODEL, "book", book, "clock", clock, NULL);
}

void
tend_today_model_set_scope (TendTodayModel *self,
                            TendId          manager,
                            gboolean        team)
{
  g_return_if_fail (TEND_IS_TODAY_MODEL (self));

  if (self->manager == manager && self->team == !!team)
    return;

  self->manager = manager;
  self->team = !!team;
  tend_today_model_refresh (self);
}

TendId
tend_today_model_get_manager (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), 0);

  return self->manager;
}

gboolean
tend_today_model_get_team (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), FALSE);

  return self->team;
}

void
tend_today_model_set_hat (TendTodayModel *self,
                          int             hat)
{
  g_return_if_fail (TEND_IS_TODAY_MODEL (self));

  if (self->hat == hat)
    return;

  self->hat = hat;
  tend_today_model_refresh (self);
}

int
tend_today_model_get_hat (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), -1);

  return self->hat;
}

void
tend_today_model_set_put_off (TendTodayModel *self,
                              gboolean        put_off)
{
  g_return_if_fail (TEND_IS_TODAY_MODEL (self));

  if (self->put_off == !!put_off)
    return;

  self->put_off = !!put_off;
  tend_today_model_refresh (self);
}

gboolean
tend_today_model_get_put_off (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), FALSE);

  return self->put_off;
}

void
tend_today_model_set_resting (TendTodayModel *self,
                              gboolean        resting)
{
  g_return_if_fail (TEND_IS_TODAY_MODEL (self));

  self->resting = !!resting;
  if (self->resting || !self->outdated)
    return;

  self->outdated = FALSE;
  attend (self);
}

gboolean
tend_today_model_get_loading (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
tend_today_model_get_known (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), FALSE);

  return self->known;
}

const GError *
tend_today_model_get_error (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), NULL);

  return self->error;
}

guint
tend_today_model_count (TendTodayModel *self,
                        int             hat)
{
  guint n = 0;

  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), 0);

  for (int i = 0; i < TEND_N_HATS; i++)
    if (hat < 0 || hat == i)
      n += self->counts[i];

  return n;
}

guint
tend_today_model_count_put_off (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), 0);

  return self->n_put_off;
}

const TendRules *
tend_today_model_get_rules (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), NULL);

  return &self->rules;
}

const char *
tend_today_model_get_currency (TendTodayModel *self)
{
  g_return_val_if_fail (TEND_IS_TODAY_MODEL (self), NULL);

  return self->currency;
}
