/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "core/book.h"
#include "core/storage/database.h"
#include "core/storage/today-table.h"
#include "tests/support/temp-book.h"

/* Tuesday 24 November 2026, 10:00 in Berlin. */
#define NOW      G_GINT64_CONSTANT (1795510800000000)
#define MIDNIGHT (NOW - 10 * G_TIME_SPAN_HOUR)

typedef struct
{
  TendBook       *book;
  char           *path;
  TendDatabase   *database;
  TendRules       rules;
  TendTodayQuery  query;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GError) error = NULL;

  fixture->book = tend_temp_book_new (&fixture->path);
  fixture->database = tend_database_open (fixture->path, TEND_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  tend_rules_init (&fixture->rules);
  tend_today_query_init (&fixture->query, NOW, zone);
  g_assert_cmpint (fixture->query.midnight, ==, MIDNIGHT);
  g_assert_cmpint (fixture->query.tomorrow, ==, MIDNIGHT + 24 * G_TIME_SPAN_HOUR);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tend_database_close (fixture->database);
  tend_temp_book_free (fixture->book, fixture->path);
}

static void
run (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  tend_database_exec (fixture->database, sql, &error);
  g_assert_no_error (error);
}

static void
add_manager (Fixture    *fixture,
             TendId      id,
             const char *reports_to)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO manager (id, version, created_at, updated_at, name, name_key, role, reports_to, full_time_share, active)"
    " VALUES (%" G_GINT64_FORMAT ", 1, 0, 0, 'm', 'm', 'manager', %s, 100, 1)", id, reports_to);

  run (fixture, sql);
}

/* @rest: more columns, as "yearly_value = 5, …" */
static void
add_account (Fixture    *fixture,
             TendId      id,
             const char *owner,
             const char *rest)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO account (id, version, created_at, updated_at, name, name_key, kind, tier, status, owner)"
    " VALUES (%1$" G_GINT64_FORMAT ", 1, 0, 0, 'a', 'a', 'firm', 'A', 'active', %2$s);", id, owner);

  run (fixture, sql);
  if (rest != NULL)
    {
      g_autofree char *more = g_strdup_printf ("UPDATE account SET %s WHERE id = %" G_GINT64_FORMAT, rest, id);

      run (fixture, more);
    }
}

static void
add_follow_up (Fixture     *fixture,
               TendId       id,
               TendId       account,
               const char  *manager,
               TendInstant  due,
               const char  *rest)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO follow_up (id, version, created_at, updated_at, account, manager, title, hat, due_wall, due_zone, all_day,"
    " due_at, promised, lead, state) VALUES (%" G_GINT64_FORMAT ", 1, 0, 0, %" G_GINT64_FORMAT ", %s, 't', 'sales', 'w', 'UTC', 0,"
    " %" G_GINT64_FORMAT ", 0, 'at-time', 'open')", id, account, manager, due);

  run (fixture, sql);
  if (rest != NULL)
    {
      g_autofree char *more = g_strdup_printf ("UPDATE follow_up SET %s WHERE id = %" G_GINT64_FORMAT, rest, id);

      run (fixture, more);
    }
}

static void
add_need (Fixture    *fixture,
          TendId      id,
          TendId      account,
          const char *values)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO need (id, version, created_at, updated_at, account, title, kind, hat, priority, promised_for, state, manager)"
    " VALUES (%" G_GINT64_FORMAT ", 1, 0, 0, %" G_GINT64_FORMAT ", 't', %s)", id, account, values);

  run (fixture, sql);
}

static void
add_purchase (Fixture    *fixture,
              TendId      id,
              TendId      account,
              const char *renews,
              const char *ends)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO purchase (id, version, created_at, updated_at, account, product, quantity, yearly_value, renews_on, ends_on,"
    " notice_days, fit) VALUES (%" G_GINT64_FORMAT ", 1, 0, 0, %" G_GINT64_FORMAT ", 900, 1, 0, %s, %s, 0, 'fits')",
    id, account, renews, ends);

  run (fixture, "INSERT OR IGNORE INTO product (id, version, created_at, updated_at, name, name_key, kind, hat, list_price, active)"
                " VALUES (900, 1, 0, 0, 'p', 'p', 'product', 'sales', 0, 1)");
  run (fixture, sql);
}

static void
add_opportunity (Fixture    *fixture,
                 TendId      id,
                 TendId      account,
                 const char *stage,
                 const char *close,
                 const char *manager)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO opportunity (id, version, created_at, updated_at, account, title, kind, stage, amount, probability, close_on,"
    " manager) VALUES (%" G_GINT64_FORMAT ", 1, 5, 5, %" G_GINT64_FORMAT ", 't', 'upsell', %s, 0, 50, %s, %s)",
    id, account, stage, close, manager);

  run (fixture, sql);
}

static void
add_alert (Fixture    *fixture,
           TendId      id,
           TendId      account,
           const char *kind,
           const char *item,
           const char *until)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO alert (id, version, created_at, updated_at, account, kind, item, until)"
    " VALUES (%" G_GINT64_FORMAT ", 1, 0, 0, %" G_GINT64_FORMAT ", '%s', %s, '%s')", id, account, kind, item, until);

  run (fixture, sql);
}

static TendToday *
read_today (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  TendToday *today = tend_today_table_read (fixture->database, &fixture->query, &fixture->rules, NULL, &error);

  g_assert_no_error (error);
  return today;
}

/* Each line as "account/item@reason". */
static char *
tell (Fixture *fixture)
{
  g_autoptr(TendToday) today = read_today (fixture);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < today->items->len; i++)
    {
      const TendUrgencyItem *item = &g_array_index (today->items, TendUrgencyItem, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "@%d", i > 0 ? " " : "", item->account, item->item,
                              item->reason);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check (Fixture    *fixture,
       const char *lines)
{
  g_autofree char *told = tell (fixture);

  g_assert_cmpstr (told, ==, lines);
}

static void
check_both (Fixture    *fixture,
            const char *lines)
{
  fixture->query.manager = 0;
  check (fixture, lines);
  fixture->query.manager = 1;
  check (fixture, lines);
}

static void
test_follow_ups (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TendToday) today = NULL;

  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", NULL);
  add_account (fixture, 11, "1", NULL);
  add_account (fixture, 12, "1", NULL);
  add_account (fixture, 13, "1", NULL);
  add_account (fixture, 14, "1", NULL);
  /* An hour ago, promised; in an hour, promised; tomorrow; all of today; all of yesterday, promised. */
  add_follow_up (fixture, 100, 10, "1", NOW - G_TIME_SPAN_HOUR, "promised = 1");
  add_follow_up (fixture, 101, 11, "1", NOW + G_TIME_SPAN_HOUR, "promised = 1, hat = 'technical'");
  add_follow_up (fixture, 102, 12, "NULL", MIDNIGHT + 24 * G_TIME_SPAN_HOUR, "promised = 1");
  add_follow_up (fixture, 103, 13, "NULL", MIDNIGHT + 9 * G_TIME_SPAN_HOUR, "promised = 1, all_day = 1");
  add_follow_up (fixture, 104, 14, "1", MIDNIGHT - 15 * G_TIME_SPAN_HOUR, "promised = 1, all_day = 1");
  /* Done, dropped, snoozed till later, snoozed till now. */
  add_follow_up (fixture, 105, 12, "1", NOW - G_TIME_SPAN_HOUR, "state = 'done', done_at = 1");
  add_follow_up (fixture, 106, 12, "1", NOW - G_TIME_SPAN_HOUR, "state = 'dropped'");
  run (fixture, "UPDATE follow_up SET state = 'open' WHERE id = 102");
  add_follow_up (fixture, 107, 12, "1", NOW - G_TIME_SPAN_HOUR, "state = 'snoozed', snoozed_until = 1795510800000001");
  add_follow_up (fixture, 108, 12, "1", NOW - 2 * G_TIME_SPAN_HOUR, "state = 'snoozed', snoozed_until = 1795510800000000");

  check_both (fixture, "14/104@0 10/100@0 12/108@3 13/103@3 11/101@3");

  today = read_today (fixture);
  g_assert_cmpuint (today->n_accounts, ==, 5);
  g_assert_cmpuint (today->n_put_off, ==, 1);
  g_assert_cmpuint (today->counts[TEND_HAT_SALES], ==, 4);
  g_assert_cmpuint (today->counts[TEND_HAT_TECHNICAL], ==, 1);
  g_assert_cmpuint (today->counts[TEND_HAT_SERVICE] + today->counts[TEND_HAT_FINANCE], ==, 0);
  g_assert_cmpint (today->next, ==, NOW + 1);  /* the snooze ends */
  g_assert_cmpint (g_array_index (today->items, TendUrgencyItem, 0).urgency, ==, 100000 + 10000 / 14);

  fixture->query.hat = TEND_HAT_TECHNICAL;
  check_both (fixture, "11/101@3");
  fixture->query.hat = -1;
  fixture->query.put_off = TRUE;
  check_both (fixture, "12/107@3");
}

static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendToday) nothing = NULL;
  g_autoptr(TendToday) something = NULL;

  nothing = read_today (fixture);
  g_assert_cmpint (nothing->next, ==, fixture->query.tomorrow);
  g_assert_cmpuint (nothing->items->len, ==, 0);

  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", NULL);
  add_follow_up (fixture, 100, 10, "1", NOW + G_TIME_SPAN_MINUTE, NULL);
  add_follow_up (fixture, 101, 10, "1", NOW, "all_day = 1");
  something = read_today (fixture);
  g_assert_cmpint (something->next, ==, NOW + G_TIME_SPAN_MINUTE + 1);
}

static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", NULL);
  add_account (fixture, 11, "1", NULL);
  add_need (fixture, 100, 10, "'request', 'service', 'normal', '2026-11-23', 'open', NULL");
  add_need (fixture, 101, 10, "'request', 'service', 'urgent', '2026-11-24', 'open', NULL");
  add_need (fixture, 102, 11, "'fault', 'technical', 'urgent', '2026-11-20', 'waiting', 1");
  add_need (fixture, 103, 11, "'fault', 'technical', 'urgent', NULL, 'open', 1");
  add_need (fixture, 104, 11, "'fault', 'technical', 'low', '2026-11-19', 'waiting', 1");
  run (fixture, "INSERT INTO need (id, version, created_at, updated_at, account, title, kind, hat, priority, promised_for, state,"
                " resolved_at) VALUES (105, 1, 0, 0, 11, 't', 'fault', 'technical', 'urgent', '2026-11-01', 'resolved', 5)");

  check_both (fixture, "11/102@1 11/104@4 10/100@4");
}

static void
test_renewals (Fixture       *fixture,
               gconstpointer  data)
{
  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", "health = 59");
  add_account (fixture, 11, "1", "health = 60");
  add_account (fixture, 12, "1", NULL);
  add_account (fixture, 13, "1", "status = 'former', health = 10");
  add_purchase (fixture, 100, 10, "'2026-12-24'", "NULL");          /* in 30 days */
  add_purchase (fixture, 101, 10, "'2026-12-25'", "NULL");          /* in 31 */
  add_purchase (fixture, 102, 11, "'2026-11-24'", "NULL");          /* today */
  add_purchase (fixture, 103, 11, "'2026-11-23'", "NULL");
  add_purchase (fixture, 104, 12, "'2027-02-22'", "'2027-02-23'");  /* in 90 */
  add_purchase (fixture, 105, 12, "'2027-02-23'", "NULL");
  add_purchase (fixture, 106, 12, "'2026-12-01'", "'2026-12-01'");  /* ends instead */
  add_purchase (fixture, 107, 13, "'2026-12-01'", "NULL");
  add_purchase (fixture, 108, 10, "NULL", "NULL");

  check_both (fixture, "10/100@2 10/101@8 11/102@8 12/104@8");
}

static void
test_accounts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *amber = g_strdup_printf ("quiet_from = %" G_GINT64_FORMAT ", quiet_red_from = %" G_GINT64_FORMAT, NOW, NOW + 1);
  g_autofree char *red = g_strdup_printf ("quiet_from = %" G_GINT64_FORMAT ", quiet_red_from = %" G_GINT64_FORMAT,
                                          NOW - 20 * G_TIME_SPAN_DAY, NOW - 7 * G_TIME_SPAN_DAY);
  g_autofree char *not_yet = g_strdup_printf ("quiet_from = %" G_GINT64_FORMAT ", band_fell_on = '2026-11-10'", NOW + 1);
  g_autofree char *paused = g_strdup_printf ("%s, status = 'paused', band_fell_on = '2026-11-20', overdue_since = '2026-11-23'", red);
  g_autoptr(TendToday) today = NULL;

  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", amber);
  add_account (fixture, 11, "1", red);
  add_account (fixture, 12, "1", not_yet);
  add_account (fixture, 13, "1", paused);
  add_account (fixture, 14, "1", "status = 'former', overdue_since = '2026-11-24'");
  add_account (fixture, 15, "1", "status = 'former', overdue_since = '2026-11-22'");
  add_account (fixture, 16, "1", "band_fell_on = '2026-11-11', health = 58");
  run (fixture, "INSERT INTO health_day (account, day, score, band) VALUES (16, '2026-10-01', 90, 'thriving'),"
                " (16, '2026-10-20', 70, 'steady'), (16, '2026-11-05', 66, 'steady'), (16, '2026-11-11', 58, 'watch')");

  check_both (fixture, "11/0@5 16/0@7 15/0@6 13/0@6 10/0@9");

  /* In two weeks it fell from what held when they began. */
  today = read_today (fixture);
  g_assert_cmpint (g_array_index (today->items, TendUrgencyItem, 1).value, ==, 70);
  g_assert_cmpint (g_array_index (today->items, TendUrgencyItem, 0).value, ==, -1);
}

static void
test_opportunities (Fixture       *fixture,
                    gconstpointer  data)
{
  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", NULL);
  add_account (fixture, 11, "1", NULL);
  add_account (fixture, 12, "1", "status = 'paused'");
  add_account (fixture, 13, "1", NULL);
  add_opportunity (fixture, 100, 10, "'proposed'", "'2026-11-10'", "NULL");
  add_opportunity (fixture, 101, 10, "'won'", "'2026-11-10'", "NULL");
  add_opportunity (fixture, 102, 11, "'identified'", "NULL", "1");
  add_opportunity (fixture, 103, 11, "'identified'", "NULL", "1");
  add_opportunity (fixture, 104, 12, "'identified'", "NULL", "1");
  add_opportunity (fixture, 105, 13, "'identified'", "NULL", "1");
  /* 103 has a follow-up of its own, and 13 one for sales that is about nothing else; what is done is no step. */
  add_follow_up (fixture, 200, 11, "1", NOW + 9 * G_TIME_SPAN_DAY, "opportunity = 103");
  add_follow_up (fixture, 201, 13, "1", NOW + 9 * G_TIME_SPAN_DAY, "state = 'snoozed', snoozed_until = 5");
  add_follow_up (fixture, 202, 10, "1", NOW + 9 * G_TIME_SPAN_DAY, "hat = 'service'");
  add_follow_up (fixture, 203, 11, "1", NOW - 9 * G_TIME_SPAN_DAY, "state = 'done', done_at = 5, opportunity = 102");

  check_both (fixture, "10/100@10 11/102@10");
}

static void
test_put_off (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendToday) today = NULL;

  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", "quiet_from = 5, quiet_red_from = 5, overdue_since = '2026-11-01', band_fell_on = '2026-11-20'");
  add_need (fixture, 100, 10, "'request', 'service', 'normal', '2026-11-23', 'open', NULL");
  add_need (fixture, 101, 10, "'request', 'service', 'normal', '2026-11-22', 'open', NULL");
  add_purchase (fixture, 110, 10, "'2026-11-30'", "NULL");
  add_opportunity (fixture, 120, 10, "'identified'", "NULL", "NULL");
  check_both (fixture, "10/0@5 10/101@4 10/100@4 10/0@6 10/110@8 10/0@7 10/120@10");

  add_alert (fixture, 50, 10, "quiet", "NULL", "2026-11-25");
  add_alert (fixture, 51, 10, "invoice", "NULL", "2026-11-24");  /* today it is back */
  add_alert (fixture, 52, 10, "need", "100", "2027-01-01");
  add_alert (fixture, 53, 10, "renewal", "110", "2026-11-25");
  check_both (fixture, "10/101@4 10/0@6 10/0@7 10/120@10");
  today = read_today (fixture);
  g_assert_cmpuint (today->n_put_off, ==, 3);
  g_assert_cmpuint (today->counts[TEND_HAT_SERVICE], ==, 2);
  g_assert_cmpint (g_array_index (today->items, TendUrgencyItem, 1).alert, ==, 51);
  fixture->query.put_off = TRUE;
  check_both (fixture, "10/0@5 10/100@4 10/110@8");
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  add_manager (fixture, 1, "NULL");
  add_manager (fixture, 2, "1");
  add_manager (fixture, 3, "2");
  add_manager (fixture, 4, "NULL");
  add_account (fixture, 10, "1", "overdue_since = '2026-11-01'");
  add_account (fixture, 20, "2", "overdue_since = '2026-11-02'");
  add_account (fixture, 30, "3", "overdue_since = '2026-11-03'");
  add_account (fixture, 40, "4", "overdue_since = '2026-11-04'");
  add_account (fixture, 50, "NULL", "overdue_since = '2026-11-05'");
  /* What a colleague has promised on another's account is hers to keep. */
  add_follow_up (fixture, 100, 10, "3", NOW - G_TIME_SPAN_HOUR, NULL);
  add_follow_up (fixture, 101, 50, "NULL", NOW - G_TIME_SPAN_HOUR, NULL);

  check (fixture, "10/100@3 10/0@6 50/101@3 50/0@6 20/0@6 30/0@6 40/0@6");
  fixture->query.manager = 1;
  check (fixture, "10/0@6");
  fixture->query.manager = 3;
  check (fixture, "10/100@3 30/0@6");
  fixture->query.manager = 2;
  check (fixture, "20/0@6");
  fixture->query.team = TRUE;
  check (fixture, "10/100@3 20/0@6 30/0@6");
  fixture->query.manager = 1;
  check (fixture, "10/100@3 10/0@6 20/0@6 30/0@6");

  /* A team of many is read with everyone's lines, to the same effect. */
  for (TendId id = 1000; id < 1100; id++)
    add_manager (fixture, id, "2");
  check (fixture, "10/100@3 10/0@6 20/0@6 30/0@6");
}

static void
test_worth (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendToday) own = NULL;
  g_autoptr(TendToday) all = NULL;
  static const struct { TendId account; int worth; } table[] = {
    { 11, 10000 }, { 21, 10000 }, { 12, 5000 }, { 13, 2500 }, { 14, 0 },
  };

  add_manager (fixture, 1, "NULL");
  add_manager (fixture, 2, "NULL");
  add_account (fixture, 10, "1", "yearly_value = 1000");                                     /* the top one, with nothing to do */
  add_account (fixture, 11, "1", "yearly_value = 90000, currency = 'JPY', overdue_since = '2026-11-01'");
  add_account (fixture, 12, "1", "yearly_value = 500, overdue_since = '2026-11-01'");
  add_account (fixture, 13, "1", "yearly_value = 250, currency = 'EUR', overdue_since = '2026-11-01'");
  add_account (fixture, 14, "1", "yearly_value = 0, overdue_since = '2026-11-01'");
  add_account (fixture, 21, "2", "yearly_value = 7, overdue_since = '2026-11-01'");

  all = read_today (fixture);
  g_assert_cmpuint (all->items->len, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const TendUrgencyItem *item = &g_array_index (all->items, TendUrgencyItem, i);

      g_assert_cmpint (item->account, ==, table[i].account);
      g_assert_cmpint (item->urgency, ==, 70000 + table[i].worth);
    }
  fixture->query.manager = 1;
  own = read_today (fixture);
  g_assert_cmpuint (own->items->len, ==, 4);
  g_assert_cmpint (g_array_index (own->items, TendUrgencyItem, 1).urgency, ==, 75000);
}

/* The indexes are named in the questions, so that one that is dropped from the schema is missed here. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TendToday) today = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  today = tend_today_table_read (fixture->database, &fixture->query, &fixture->rules, cancellable, &error);
  g_assert_null (today);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Nothing is left open. */
  g_clear_error (&error);
  today = read_today (fixture);
}

static void
apply (Fixture       *fixture,
       TendOperation *operation)
{
  g_autoptr(TendOperation) owned = operation;
  g_autoptr(GError) error = NULL;

  tend_book_apply (fixture->book, owned, NULL, &error);
  g_assert_no_error (error);
}

static void
test_operation (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendOperation) again = NULL;
  g_autoptr(TendOperation) endless = NULL;
  g_autoptr(TendOperation) nobody = NULL;
  g_autoptr(TendOperation) senseless = NULL;
  g_autoptr(TendToday) today = NULL;
  g_autoptr(GPtrArray) alerts = NULL;
  g_autoptr(GPtrArray) restored = NULL;
  g_autoptr(TendQuery) query = tend_query_new (&tend_alert_noun);
  g_autoptr(GError) error = NULL;

  add_manager (fixture, 1, "NULL");
  add_account (fixture, 10, "1", "quiet_from = 5, quiet_red_from = 5");
  today = tend_book_get_today (fixture->book, &fixture->query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->items->len, ==, 1);
  tend_today_free (g_steal_pointer (&today));

  apply (fixture, tend_put_off_operation_new (10, TEND_ALERT_QUIET, 0, "2026-12-01", "On holiday"));
  again = tend_put_off_operation_new (10, TEND_ALERT_QUIET, 0, "2026-12-24", "");
  apply (fixture, g_object_ref (again));
  alerts = tend_book_find (fixture->book, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (alerts->len, ==, 1);
  g_assert_cmpstr (tend_alert_get (alerts->pdata[0])->until, ==, "2026-12-24");
  g_assert_null (tend_alert_get (alerts->pdata[0])->reason);
  today = tend_book_get_today (fixture->book, &fixture->query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->items->len, ==, 0);
  g_assert_cmpuint (today->n_put_off, ==, 1);
  tend_today_free (g_steal_pointer (&today));

  /* Undone one by one: first the new day, then all of it. */
  apply (fixture, tend_revert_operation_new (tend_operation_get_batch (again)));
  restored = tend_book_find (fixture->book, query, &error);
  g_assert_cmpstr (tend_alert_get (restored->pdata[0])->until, ==, "2026-12-01");
  g_assert_cmpstr (tend_alert_get (restored->pdata[0])->reason, ==, "On holiday");
  apply (fixture, tend_revert_operation_new (tend_book_find_undo (fixture->book, NULL)));
  today = tend_book_get_today (fixture->book, &fixture->query, &error);
  g_assert_cmpuint (today->items->len, ==, 1);

  endless = tend_put_off_operation_new (10, TEND_ALERT_QUIET, 0, "", "Why not");
  g_assert_false (tend_book_apply (fixture->book, endless, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  g_clear_error (&error);
  senseless = tend_put_off_operation_new (10, TEND_ALERT_QUIET, 0, "2026-02-30", NULL);
  g_assert_false (tend_book_apply (fixture->book, senseless, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INPUT);
  g_clear_error (&error);
  nobody = tend_put_off_operation_new (77, TEND_ALERT_QUIET, 0, "2026-12-01", NULL);
  g_assert_false (tend_book_apply (fixture->book, nobody, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/today/follow-ups", test_follow_ups);
  ADD ("/today/next", test_next);
  ADD ("/today/needs", test_needs);
  ADD ("/today/renewals", test_renewals);
  ADD ("/today/accounts", test_accounts);
  ADD ("/today/opportunities", test_opportunities);
  ADD ("/today/put-off", test_put_off);
  ADD ("/today/scope", test_scope);
  ADD ("/today/worth", test_worth);
  ADD ("/today/cancelled", test_cancelled);
  ADD ("/today/operation", test_operation);

  return g_test_run ();
}
