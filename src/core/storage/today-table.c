/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-table.h"

#include <string.h>

#include "../entities/account.h"
#include "../entities/alert.h"
#include "../entities/need.h"
#include "../rules/day.h"
#include "../rules/hat.h"
#include "setting-table.h"
#include "today-sql.h"

#define DAY G_GINT64_CONSTANT (86400000000)

/* More managers than this, and reading everyone's lines is quicker than those of each. */
#define MAX_APART 64

typedef struct
{
  TendId  owner;
  guint32 currency;
  gint64  value;
} Top;

typedef struct
{
  TendId account;
  TendId item;
  int    kind;
  TendId id;
  gboolean holds;   /* its day has not yet come */
} Alert;

typedef struct
{
  TendDatabase         *database;
  const TendTodayQuery *query;
  const TendRules      *rules;
  GCancellable         *cancellable;
  TendToday            *today;
  GHashTable           *managers;   /* whose lines; NULL: everyone's */
  GHashTable           *alerts;     /* Alert */
  GHashTable           *tops;       /* Top: the highest value of an owner in a currency */
  GHashTable           *owners;     /* those whose tops are known; NULL: all are */
  char                  day[TEND_DAY_SIZE];
  char                  near_day[TEND_DAY_SIZE];
  char                  fall_day[TEND_DAY_SIZE];
} Run;

static guint
alert_hash (gconstpointer key)
{
  const Alert *alert = key;
  guint64 mixed = (guint64) alert->account * 31 + (guint64) alert->item * 7 + (guint64) alert->kind;

  return g_int64_hash (&mixed);
}

static gboolean
alert_equal (gconstpointer a,
             gconstpointer b)
{
  const Alert *one = a;
  const Alert *other = b;

  return one->account == other->account && one->item == other->item && one->kind == other->kind;
}

static guint
top_hash (gconstpointer key)
{
  const Top *top = key;
  guint64 mixed = (guint64) top->owner * 31 + top->currency;

  return g_int64_hash (&mixed);
}

static gboolean
top_equal (gconstpointer a,
           gconstpointer b)
{
  return ((const Top *) a)->owner == ((const Top *) b)->owner && ((const Top *) a)->currency == ((const Top *) b)->currency;
}

static int
find_word (const char *const *words,
           const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (word != NULL && strcmp (words[i], word) == 0)
      return i;
  return 0;
}

static guint32
pack_currency (Run        *run,
               const char *code)
{
  guint32 packed = 0;

  for (const char *c = code != NULL ? code : run->today->currency; *c != '\0'; c++)
    packed = packed << 8 | (guchar) *c;
  return packed;
}

static void
bind (Run           *run,
      TendStatement *statement,
      TendId         manager)
{
  tend_statement_bind_id (statement, 1, manager);
  tend_statement_bind_int (statement, 2, run->query->tomorrow);
  tend_statement_bind_text (statement, 3, run->day);
  tend_statement_bind_text (statement, 4, run->near_day);
  tend_statement_bind_int (statement, 5, run->query->now);
  tend_statement_bind_text (statement, 6, run->fall_day);
}

/* Each account's worth is seen against the owner's top account in its currency: what is in others is not compared. */

static void
take_top (Run           *run,
          TendStatement *row)
{
  Top top = { tend_statement_get_int (row, 0), pack_currency (run, tend_statement_get_text (row, 1)), tend_statement_get_int (row, 2) };
  Top *known = g_hash_table_lookup (run->tops, &top);

  if (known == NULL)
    g_hash_table_add (run->tops, g_memdup2 (&top, sizeof top));
  else if (known->value < top.value)
    known->value = top.value;
}

static gboolean
read_tops (Run         *run,
           const char  *sql,
           TendId       owner,
           GError     **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (run->database, sql, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_id (statement, 1, owner);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    take_top (run, statement);
  return step == TEND_STEP_DONE;
}

static gboolean
find_top (Run         *run,
          TendId       owner,
          guint32      currency,
          gint64      *value,
          GError     **error)
{
  Top key = { owner, currency, 0 };
  const Top *top;

  *value = 0;
  if (run->owners != NULL && g_hash_table_add (run->owners, g_memdup2 (&owner, sizeof owner)) &&
      !read_tops (run, TEND_TODAY_TOPS_OF_OWNER, owner, error))
    return FALSE;
  top = g_hash_table_lookup (run->tops, &key);
  if (top != NULL)
    *value = top->value;
  return TRUE;
}

/* What is put off. */

static gboolean
read_alerts (Run     *run,
             GError **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (run->database, TEND_TODAY_ALERTS, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      Alert *alert = g_new (Alert, 1);

      alert->id = tend_statement_get_int (statement, 0);
      alert->account = tend_statement_get_int (statement, 1);
      alert->kind = find_word (tend_alert_kinds, tend_statement_get_text (statement, 2));
      alert->item = tend_statement_get_int (statement, 3);
      alert->holds = g_strcmp0 (tend_statement_get_text (statement, 4), run->day) > 0;
      g_hash_table_add (run->alerts, alert);
    }
  return step == TEND_STEP_DONE;
}

/* A reason that is put off does not come back as a more urgent one before its day. */
static gboolean
look_for_alert (Run             *run,
                TendUrgencyItem *item)
{
  int kind = tend_alert_kind_of_urgency (item->reason);
  Alert key = { item->account, item->item, kind, 0, FALSE };
  const Alert *alert = kind >= 0 ? g_hash_table_lookup (run->alerts, &key) : NULL;

  item->alert = alert != NULL ? alert->id : 0;
  return alert != NULL && alert->holds;
}

/* The lines. */

static gboolean
is_asked_for (Run           *run,
              TendStatement *row)
{
  TendId manager = tend_statement_get_int (row, TEND_TODAY_MANAGER);

  if (manager == 0)
    manager = tend_statement_get_int (row, TEND_TODAY_OWNER);
  return run->managers == NULL || g_hash_table_contains (run->managers, &manager);
}

static gboolean
add (Run              *run,
     TendStatement    *row,
     TendUrgencyItem  *item,
     int               days_late,
     gboolean          put_off,
     GError          **error)
{
  gint64 value = tend_statement_get_int (row, TEND_TODAY_VALUE);
  gint64 top = 0;

  put_off = look_for_alert (run, item) || put_off;
  if (put_off)
    run->today->n_put_off++;
  if (put_off != run->query->put_off)
    return TRUE;
  run->today->counts[item->hat]++;
  if (run->query->hat >= 0 && item->hat != run->query->hat)
    return TRUE;
  if (value > 0 && !find_top (run, tend_statement_get_int (row, TEND_TODAY_OWNER),
                              pack_currency (run, tend_statement_get_text (row, TEND_TODAY_CURRENCY)), &top, error))
    return FALSE;
  item->urgency = tend_urgency_compute (run->rules, item->reason, days_late, value, top);
  g_array_append_val (run->today->items, *item);
  return TRUE;
}

static TendUrgencyItem
begin (TendStatement *row)
{
  return (TendUrgencyItem) {
    .account = tend_statement_get_int (row, TEND_TODAY_ACCOUNT),
    .item = tend_statement_get_int (row, TEND_TODAY_ITEM),
    .value = -1,
  };
}

static gboolean
concerns (TendStatement *row,
          int            reason)
{
  return tend_urgency_concerns (reason, find_word (tend_account_statuses, tend_statement_get_text (row, TEND_TODAY_STATUS)));
}

static TendDay
get_day (TendStatement *row)
{
  return tend_day_parse (tend_statement_get_text (row, TEND_TODAY_WHEN));
}

static int
days_since (Run         *run,
            TendInstant  since)
{
  return since >= run->query->midnight ? 0 : (int) ((run->query->midnight - 1 - since) / DAY) + 1;
}

static gboolean
take_follow_up (Run            *run,
                TendStatement  *row,
                GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendInstant now = run->query->now;
  TendInstant due = tend_statement_get_int (row, TEND_TODAY_WHEN);
  gboolean all_day = tend_statement_get_int (row, TEND_TODAY_FIRST) != 0;
  gboolean promised = tend_statement_get_int (row, TEND_TODAY_FIRST + 1) != 0;
  TendInstant snoozed = tend_statement_get_int (row, TEND_TODAY_FIRST + 3);
  gboolean overdue = all_day ? due < run->query->midnight : due < now;

  if (!all_day && !overdue)
    run->today->next = MIN (run->today->next, due + 1);
  if (snoozed > now)
    run->today->next = MIN (run->today->next, snoozed);
  item.since = due;
  item.reason = tend_urgency_of_follow_up (promised, TRUE, overdue);
  item.hat = find_word (tend_hats, tend_statement_get_text (row, TEND_TODAY_FIRST + 2));
  return add (run, row, &item, days_since (run, due), snoozed > now, error);
}

static gboolean
take_need (Run            *run,
           TendStatement  *row,
           GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendDay promised = get_day (row);
  int late = promised != TEND_DAY_NONE ? run->query->day - promised : 0;

  item.reason = tend_urgency_of_need (find_word (tend_priorities, tend_statement_get_text (row, TEND_TODAY_FIRST)), late);
  item.hat = find_word (tend_hats, tend_statement_get_text (row, TEND_TODAY_FIRST + 1));
  item.since = promised * DAY;
  return item.reason == TEND_URGENCY_NONE || add (run, row, &item, late, FALSE, error);
}

static gboolean
take_renewal (Run            *run,
              TendStatement  *row,
              GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendDay renews = get_day (row);
  int until = renews != TEND_DAY_NONE ? renews - run->query->day : -1;
  int health = tend_statement_is_null (row, TEND_TODAY_FIRST) ? -1 : (int) tend_statement_get_int (row, TEND_TODAY_FIRST);

  item.reason = tend_urgency_of_renewal (run->rules, until, health);
  item.hat = TEND_HAT_SALES;
  item.since = renews * DAY;
  return !concerns (row, item.reason) ||
         add (run, row, &item, tend_urgency_days_in_sight (run->rules, item.reason, until), FALSE, error);
}

static gboolean
take_opportunity (Run            *run,
                  TendStatement  *row,
                  GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendDay close = get_day (row);

  item.reason = TEND_URGENCY_NEXT_STEP;
  item.hat = TEND_HAT_SALES;
  item.since = close != TEND_DAY_NONE ? close * DAY : tend_statement_get_int (row, TEND_TODAY_FIRST);
  return !concerns (row, item.reason) ||
         add (run, row, &item, close != TEND_DAY_NONE ? run->query->day - close : 0, FALSE, error);
}

static gboolean
take_quiet (Run            *run,
            TendStatement  *row,
            GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendInstant amber = tend_statement_get_int (row, TEND_TODAY_WHEN);
  TendInstant red = tend_statement_get_int (row, TEND_TODAY_FIRST);

  item.reason = tend_urgency_of_quiet (amber, red, run->query->now);
  item.hat = TEND_HAT_SERVICE;
  item.since = item.reason == TEND_URGENCY_QUIET_RED ? red : amber;
  return !concerns (row, item.reason) || add (run, row, &item, days_since (run, item.since), FALSE, error);
}

static gboolean
take_invoice (Run            *run,
              TendStatement  *row,
              GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendDay since = get_day (row);

  if (since == TEND_DAY_NONE)
    return TRUE;
  item.reason = TEND_URGENCY_INVOICE;
  item.hat = TEND_HAT_FINANCE;
  item.since = since * DAY;
  return add (run, row, &item, run->query->day - since, FALSE, error);
}

static gboolean
take_fall (Run            *run,
           TendStatement  *row,
           GError        **error)
{
  TendUrgencyItem item = begin (row);
  TendDay fell = get_day (row);
  int since = fell != TEND_DAY_NONE ? run->query->day - fell : -1;

  item.reason = tend_urgency_of_fall (run->rules, since);
  item.hat = TEND_HAT_SERVICE;
  item.since = fell * DAY;
  item.value = tend_statement_is_null (row, TEND_TODAY_FIRST) ? -1 : (int) tend_statement_get_int (row, TEND_TODAY_FIRST);
  return !concerns (row, item.reason) || add (run, row, &item, since, FALSE, error);
}

static const struct
{
  const char *everyone;   /* along the index of what is due */
  const char *own;        /* of manager ?1, along her accounts and what is hers */
  gboolean  (*take)       (Run            *run,
                           TendStatement  *row,
                           GError        **error);
} sources[] = {
  { TEND_TODAY_FOLLOW_UPS, TEND_TODAY_OWN_FOLLOW_UPS, take_follow_up },
  { TEND_TODAY_NEEDS, TEND_TODAY_OWN_NEEDS, take_need },
  { TEND_TODAY_RENEWALS, TEND_TODAY_OWN_RENEWALS, take_renewal },
  { TEND_TODAY_OPPORTUNITIES, TEND_TODAY_OWN_OPPORTUNITIES, take_opportunity },
  { TEND_TODAY_QUIET, TEND_TODAY_OWN_QUIET, take_quiet },
  { TEND_TODAY_INVOICES, TEND_TODAY_OWN_INVOICES, take_invoice },
  { TEND_TODAY_FALLS, TEND_TODAY_OWN_FALLS, take_fall },
};

static gboolean
read_source (Run         *run,
             guint        source,
             TendId       manager,
             GError     **error)
{
  g_autoptr(TendStatement) statement =
    tend_database_prepare (run->database, manager != 0 ? sources[source].own : sources[source].everyone, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  bind (run, statement, manager);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    if ((manager != 0 || is_asked_for (run, statement)) && !sources[source].take (run, statement, error))
      return FALSE;
  return step == TEND_STEP_DONE && !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static gboolean
read_all (Run     *run,
          TendId   manager,
          GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!read_source (run, i, manager, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_managers (Run     *run,
               GError **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (run->database, TEND_TODAY_TEAM, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, run->query->manager);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendId id = tend_statement_get_int (statement, 0);

      g_hash_table_add (run->managers, g_memdup2 (&id, sizeof id));
      if (!run->query->team)
        break;
    }
  return step != TEND_STEP_ERROR;
}

static gboolean
read_lines (Run     *run,
            GError **error)
{
  GHashTableIter iter;
  gpointer manager;

  if (!read_alerts (run, error))
    return FALSE;
  if (run->query->manager == 0)
    return read_tops (run, TEND_TODAY_TOPS, 0, error) && read_all (run, 0, error);

  run->managers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  run->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_managers (run, error))
    return FALSE;
  if (g_hash_table_size (run->managers) > MAX_APART)
    {
      g_clear_pointer (&run->owners, g_hash_table_unref);
      return read_tops (run, TEND_TODAY_TOPS, 0, error) && read_all (run, 0, error);
    }
  g_hash_table_iter_init (&iter, run->managers);
  while (g_hash_table_iter_next (&iter, &manager, NULL))
    if (!read_all (run, *(TendId *) manager, error))
      return FALSE;
  return TRUE;
}

static void
rank (TendToday *today)
{
  TendUrgencyItem *items = (TendUrgencyItem *) (gpointer) today->items->data;

  tend_urgency_rank (items, today->items->len);
  for (guint i = 0; i < today->items->len; i++)
    if (i == 0 || items[i].account != items[i - 1].account)
      today->n_accounts++;
}

static gboolean
run_query (Run     *run,
           GError **error)
{
  g_autoptr(GError) local = NULL;
  gboolean ok;

  tend_day_format (run->query->day, run->day);
  tend_day_format (run->query->day + run->rules->renewal_near_days, run->near_day);
  tend_day_format (run->query->day - run->rules->fall_days, run->fall_day);
  run->alerts = g_hash_table_new_full (alert_hash, alert_equal, g_free, NULL);
  run->tops = g_hash_table_new_full (top_hash, top_equal, g_free, NULL);
  run->today->currency = tend_setting_table_get (run->database, "currency", &local);
  if (run->today->currency == NULL)
    run->today->currency = g_strdup ("EUR");

  ok = local == NULL && read_lines (run, &local);
  g_clear_pointer (&run->alerts, g_hash_table_unref);
  g_clear_pointer (&run->tops, g_hash_table_unref);
  g_clear_pointer (&run->owners, g_hash_table_unref);
  g_clear_pointer (&run->managers, g_hash_table_unref);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&local));
  return ok;
}

TendToday *
tend_today_table_read (TendDatabase          *database,
                       const TendTodayQuery  *query,
                       const TendRules       *rules,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr(TendToday) today = g_new0 (TendToday, 1);
  Run run = { .database = database, .query = query, .rules = rules, .cancellable = cancellable, .today = today };
  gboolean ok;

  today->items = g_array_new (FALSE, FALSE, sizeof (TendUrgencyItem));
  today->rules = *rules;
  today->next = query->tomorrow;
  /* One snapshot: a line that moves from one class to another is neither there twice nor missing. */
  if (!tend_database_exec (database, "BEGIN", error))
    return NULL;
  ok = run_query (&run, error);
  tend_database_exec (database, ok ? "COMMIT" : "ROLLBACK", NULL);
  if (!ok)
    return NULL;
  rank (today);
  return g_steal_pointer (&today);
}

gboolean
tend_today_table_find_alert (TendDatabase *database,
                             TendId        account,
                             int           kind,
                             TendId        item,
                             TendId       *alert,
                             GError      **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, TEND_TODAY_ALERT, error);
  TendStep step;

  *alert = 0;
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  tend_statement_bind_text (statement, 2, tend_alert_kinds[kind]);
  tend_statement_bind_int (statement, 3, item);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *alert = tend_statement_get_int (statement, 0);
  return step != TEND_STEP_ERROR;
}
