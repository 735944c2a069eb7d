/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "core/book.h"
#include "ui/text/history.h"

typedef struct
{
  const TendNoun *noun;
  const char     *operation;
  const char     *before;
  const char     *after;
  const char     *sentence;
  const char     *details;
} Row;

/* 1 Vera, 2 Paul, 3 Jonas; 7 is gone; rows are "The Row". */
static char *
name_of (const TendNoun *noun,
         TendId          id,
         gpointer        data)
{
  static const char *const names[] = { NULL, "Vera", "Paul", "Jonas" };

  if (noun != &tend_manager_noun)
    return g_strdup ("The Row");

  return id < (TendId) G_N_ELEMENTS (names) ? g_strdup (names[id]) : NULL;
}

static const Row rows[] = {
  { &tend_account_noun, "insert", NULL, NULL, "Vera added this account", NULL },
  { &tend_account_noun, "update", "{\"owner\":\"2\"}", "{\"owner\":\"3\"}", "Vera handed this account over from Paul to Jonas", "moved north" },
  { &tend_account_noun, "update", "{\"owner\":null}", "{\"owner\":\"3\"}", "Vera gave this account to Jonas", "moved north" },
  { &tend_account_noun, "update", "{\"owner\":\"2\"}", "{\"owner\":null}", "Vera took this account from Paul", "moved north" },
  { &tend_account_noun, "update", "{\"owner\":\"7\"}", "{\"owner\":\"3\"}", "Vera handed this account over from Somebody to Jonas", "moved north" },
  { &tend_account_noun, "update", "{\"phone\":\"1\"}", "{\"phone\":\"2\"}", "Vera changed Phone from 1 to 2", NULL },
  { &tend_account_noun, "update", "{\"phone\":null}", "{\"phone\":\"2\"}", "Vera entered Phone: 2", NULL },
  { &tend_account_noun, "update", "{\"phone\":\"1\"}", "{\"phone\":null}", "Vera removed Phone: 1", NULL },
  { &tend_account_noun, "update", "{\"tier\":\"A\"}", "{\"tier\":\"B\"}", "Vera changed Tier from A to B", NULL },
  { &tend_account_noun, "update", "{\"status\":\"active\"}", "{\"status\":\"at-risk\"}", "Vera changed Status from Active to At Risk", NULL },
  { &tend_account_noun, "update", "{\"customer_since\":\"2019-03-01\"}", "{\"customer_since\":\"2020-03-01\"}", "Vera changed Customer Since from 1 March 2019 to 1 March 2020", NULL },
  { &tend_account_noun, "update", "{\"city\":\"Halle\",\"phone\":\"1\"}", "{\"city\":\"Jena\",\"phone\":null}", "Vera changed several details",
    "Phone: 1 removed\nCity: Halle → Jena" },
  { &tend_account_noun, "update", "{\"name\":\"<b>A</b>\"}", "{\"name\":\"A\\nB\"}", "Vera changed Name from <b>A</b> to A B", NULL },
  { &tend_account_noun, "delete", "{}", NULL, "Vera deleted this account", NULL },
  { &tend_contact_noun, "insert", NULL, NULL, "Vera added the contact The Row", NULL },
  { &tend_contact_noun, "delete", "{\"given\":\"Anna\",\"family\":\"Sommer\"}", NULL, "Vera deleted the contact Anna Sommer", NULL },
  { &tend_contact_noun, "update", "{\"emails\":[\"a@b.c\"]}", "{\"emails\":[\"a@b.c\",\"d@e.f\"]}", "Vera changed the contact The Row", "E-Mail: a@b.c → a@b.c, d@e.f" },
  { &tend_contact_noun, "update", "{\"main\":false}", "{\"main\":true}", "Vera changed the contact The Row", "Main Contact: No → Yes" },
  { &tend_follow_up_noun, "insert", NULL, NULL, "Vera planned “The Row”", NULL },
  { &tend_follow_up_noun, "update", "{\"state\":\"open\",\"done_at\":null}", "{\"state\":\"done\",\"done_at\":\"2026-11-24T10:00:00Z\",\"outcome\":\"all well\"}", "Vera marked “The Row” as done", "all well" },
  { &tend_follow_up_noun, "update", "{\"state\":\"open\",\"snoozed_until\":null}", "{\"state\":\"snoozed\",\"snoozed_until\":\"2026-11-25T08:00:00Z\",\"snooze_reason\":\"in a meeting\"}", "Vera snoozed “The Row” until Tomorrow, 09:00", "in a meeting" },
  { &tend_follow_up_noun, "update", "{\"state\":\"open\"}", "{\"state\":\"dropped\"}", "Vera dropped “The Row”", NULL },
  { &tend_follow_up_noun, "update", "{\"state\":\"done\"}", "{\"state\":\"open\"}", "Vera reopened “The Row”", NULL },
  { &tend_follow_up_noun, "update", "{\"manager\":\"2\"}", "{\"manager\":\"3\"}", "Vera passed “The Row” on to Jonas", NULL },
  { &tend_follow_up_noun, "update", "{\"due_wall\":\"2026-11-24T15:00\",\"all_day\":false}", "{\"due_wall\":\"2026-11-26\",\"all_day\":true}", "Vera changed “The Row”", "When: Today, 15:00 → 26 November 2026" },
  { &tend_follow_up_noun, "update", "{\"title\":\"Call\"}", "{\"title\":\"Write\"}", "Vera changed “Call”", "Title: Call → Write" },
  { &tend_follow_up_noun, "delete", "{\"title\":\"Call\"}", NULL, "Vera deleted “Call”", NULL },
  /* A journal that is no JSON, or other JSON, still gives a sentence. */
  { &tend_account_noun, "update", "[", "{\"phone\":{\"a\":1}}", "Vera entered Phone: ", NULL },
  { &tend_account_noun, "update", "7", "null", "Vera changed several details", NULL },
};

static void
test_sentences (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 24, 14, 30, 0);
  TendHandoverRecord handover = { .reason = (char *) "moved north" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TendChange change = { .by = 1, .noun = rows[i].noun, .id = 10, .operation = (char *) rows[i].operation,
                            .before = (char *) rows[i].before, .after = (char *) rows[i].after };
      TendHistoryText text;

      tend_history_describe (&change, &handover, g_date_time_to_unix_usec (now), zone, name_of, NULL, &text);
      g_assert_cmpstr (text.sentence, ==, rows[i].sentence);
      g_assert_cmpstr (text.details, ==, rows[i].details);
      tend_history_text_clear (&text);
    }
}

static void
test_somebody (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  TendChange change = { .by = 0, .noun = &tend_account_noun, .id = 10, .operation = (char *) "insert" };
  TendHistoryText text;

  tend_history_describe (&change, NULL, 0, zone, name_of, NULL, &text);
  g_assert_cmpstr (text.sentence, ==, "Somebody added this account");
  tend_history_text_clear (&text);
}

/* The owner's change tells of the handover; its own row would say it twice. */
static void
test_shown (void)
{
  TendChange change = { .noun = &tend_handover_noun };

  g_assert_false (tend_history_is_shown (&change));
  change.noun = &tend_follow_up_noun;
  g_assert_true (tend_history_is_shown (&change));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/sentences", test_sentences);
  g_test_add_func ("/history/somebody", test_somebody);
  g_test_add_func ("/history/shown", test_shown);

  return g_test_run ();
}
