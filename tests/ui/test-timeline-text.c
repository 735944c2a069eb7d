/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "core/entities/contact.h"
#include "core/entities/follow-up.h"
#include "core/entities/handover.h"
#include "core/entities/interaction.h"
#include "core/entities/manager.h"
#include "core/entities/need.h"
#include "core/entities/product.h"
#include "core/entities/pulse.h"
#include "core/entities/purchase.h"
#include "ui/text/timeline.h"
#include "ui/text/words.h"

/* Tuesday 24 November 2026, 14:30 in Berlin. */
#define NOW "2026-11-24T14:30:00+01:00"

static TendInstant
instant (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (date_time);
  return g_date_time_to_unix_usec (date_time);
}

/* Of each noun there is one row that is known, with the id 1; 2 is not read yet. */
static char *
name (const TendNoun *noun,
      TendId          id,
      gpointer        data)
{
  if (id != 1)
    return NULL;
  if (noun == &tend_contact_noun)
    return g_strdup ("Anna Sommer");
  if (noun == &tend_product_noun)
    return g_strdup ("Draught system");

  g_assert_true (noun == &tend_manager_noun);
  return g_strdup ("Jonas Brandt");
}

typedef struct
{
  TendTimelineKind  kind;
  const char       *fields;   /* "name=value;…" of the record */
  const char       *icon;
  const char       *title;
  const char       *line;
  const char       *when;
} Row;

static const Row table[] = {
  /* Interactions */
  { TEND_TIMELINE_INTERACTION, "summary=Talked about the tap;contact=1;manager=1;minutes=15;at=2026-11-24T10:00:00Z",
    "call-start-symbolic", "Talked about the tap", "Call · Anna Sommer · Jonas Brandt · 15 min", "Today 11:00" },
  { TEND_TIMELINE_INTERACTION, "summary=No one there;two_way=no;at=2026-11-23T10:00:00Z",
    "call-missed-symbolic", "No one there", "Call, not answered", "Yesterday 11:00" },
  { TEND_TIMELINE_INTERACTION, "summary=Offer;kind=e-mail;at=2026-11-20T10:00:00Z",
    "mail-send-symbolic", "Offer", "E-mail sent", "Fri 20 Nov" },
  { TEND_TIMELINE_INTERACTION, "summary=Thanks;kind=e-mail;direction=incoming;contact=2;at=2026-11-20T10:00:00Z",
    "mail-unread-symbolic", "Thanks", "E-mail received", "Fri 20 Nov" },
  { TEND_TIMELINE_INTERACTION, "summary=Yearly talk;kind=meeting;on_behalf_of=1;at=2026-11-26T10:00:00Z",
    "system-users-symbolic", "Yearly talk", "Meeting · to come · for Jonas Brandt", "Thu 26 Nov" },
  { TEND_TIMELINE_INTERACTION, "summary=Saw the brewery;kind=visit;at=2026-11-20T10:00:00Z;body=Two lines\nof it",
    "mark-location-symbolic", "Saw the brewery", "Visit · Two lines of it", "Fri 20 Nov" },
  { TEND_TIMELINE_INTERACTION, "summary=Contract;kind=letter;direction=incoming;at=2026-11-20T10:00:00Z",
    "mail-read-symbolic", "Contract", "Letter received", "Fri 20 Nov" },
  { TEND_TIMELINE_INTERACTION, "summary=Contract;kind=letter;at=2026-11-20T10:00:00Z",
    "mail-read-symbolic", "Contract", "Letter sent", "Fri 20 Nov" },
  { TEND_TIMELINE_INTERACTION, "summary=Likes tea;kind=note;at=2026-11-20T10:00:00Z",
    "document-edit-symbolic", "Likes tea", "Note", "Fri 20 Nov" },
  /* Follow-ups */
  { TEND_TIMELINE_FOLLOW_UP, "title=Call back;manager=1;outcome=All is well;done_at=2026-11-20T10:00:00Z",
    "object-select-symbolic", "Call back", "Follow-up done · Jonas Brandt · All is well", "Fri 20 Nov" },
  { TEND_TIMELINE_FOLLOW_UP, "title=Draught system;purchase=1;done_at=2026-11-20T10:00:00Z",
    "object-select-symbolic", "Renewal of Draught system", "Follow-up done", "Fri 20 Nov" },
  /* Needs */
  { TEND_TIMELINE_NEED_OPENED, "title=The tap leaks;kind=fault;priority=urgent;contact=1",
    "dialog-warning-symbolic", "The tap leaks", "New need · Fault · Urgent · Anna Sommer", "Sun 1 Nov" },
  { TEND_TIMELINE_NEED_OPENED, "title=A leaflet;kind=request",
    "dialog-question-symbolic", "A leaflet", "New need · Request", "Sun 1 Nov" },
  { TEND_TIMELINE_NEED_RESOLVED, "title=The tap leaks;state=resolved;resolved_at=2026-11-20T10:00:00Z;resolution=A new seal",
    "checkbox-checked-symbolic", "The tap leaks", "Need resolved · A new seal", "Fri 20 Nov" },
  /* Purchases */
  { TEND_TIMELINE_PURCHASE, "product=1;quantity=3;yearly_value=120000;bought_on=2026-11-20;sold_by=1",
    "package-x-generic-symbolic", "3 × Draught system", "Bought · €\u00a01,200.00 a year · Jonas Brandt", "Fri 20 Nov" },
  { TEND_TIMELINE_PURCHASE, "product=1;bought_on=2026-11-24",
    "package-x-generic-symbolic", "Draught system", "Bought", "Today" },
  /* Pulses */
  { TEND_TIMELINE_PULSE, "score=8;source=survey;contact=1;comment=Quick help;at=2026-11-20T10:00:00Z",
    "face-smile-symbolic", "Satisfaction: 8 of 10", "Survey · Anna Sommer · Quick help", "Fri 20 Nov" },
  { TEND_TIMELINE_PULSE, "score=4;source=new-owner;manager=1;at=2026-11-20T10:00:00Z",
    "face-plain-symbolic", "Satisfaction: 4 of 10", "New Owner · Jonas Brandt", "Fri 20 Nov" },
  { TEND_TIMELINE_PULSE, "score=3;source=impression;at=2026-11-20T10:00:00Z",
    "face-sad-symbolic", "Satisfaction: 3 of 10", "Impression", "Fri 20 Nov" },
  /* Handovers */
  { TEND_TIMELINE_HANDOVER, "from=1;to=1;reason=Moves away;at=2026-11-20T10:00:00Z",
    "system-switch-user-symbolic", "Handed over from Jonas Brandt to Jonas Brandt", "Handover · Moves away", "Fri 20 Nov" },
  { TEND_TIMELINE_HANDOVER, "to=1;at=2026-11-20T10:00:00Z",
    "system-switch-user-symbolic", "Handed over to Jonas Brandt", "Handover", "Fri 20 Nov" },
  { TEND_TIMELINE_HANDOVER, "to=2;at=2026-11-20T10:00:00Z",
    "system-switch-user-symbolic", "Handed over", "Handover", "Fri 20 Nov" },
};

static TendRecord *
new_record (const Row *row)
{
  TendRecord *record = tend_record_new (tend_timeline_noun (row->kind));
  g_auto (GStrv) fields = g_strsplit (row->fields, ";", -1);

  record->created_at = instant ("2026-11-01T10:00:00Z");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (fields[i], "=", 2);
      g_autoptr (GError) error = NULL;

      tend_record_parse (record, tend_noun_get_field (record->noun, pair[0]), pair[1], &error);
      g_assert_no_error (error);
    }

  return record;
}

static void
test_table (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  TendTimelineTelling telling = { instant (NOW), zone, "EUR", name, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (TendRecord) record = new_record (&table[i]);
      TendTimelineText text;

      tend_timeline_describe (table[i].kind, record, &telling, &text);
      g_assert_cmpstr (text.icon, ==, table[i].icon);
      g_assert_cmpstr (text.title, ==, table[i].title);
      g_assert_cmpstr (text.line, ==, table[i].line);
      g_assert_cmpstr (text.when, ==, table[i].when);
      tend_timeline_text_clear (&text);
    }
}

/* The core writes no words: what a renewal made by itself has the name of the product alone. */
static void
test_follow_up_words (void)
{
  g_autoptr (TendFollowUpRecord) record = tend_follow_up_record_new ();
  g_autofree char *plain = NULL;
  g_autofree char *renewal = NULL;
  g_autofree char *cut = NULL;

  record->title = g_strdup ("Draught system");
  plain = tend_words_follow_up (record, 100);
  g_assert_cmpstr (plain, ==, "Draught system");
  record->purchase = 7;
  renewal = tend_words_follow_up (record, 100);
  g_assert_cmpstr (renewal, ==, "Renewal of Draught system");
  cut = tend_words_follow_up (record, 7);
  g_assert_cmpstr (cut, ==, "Renewal of Draught…");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-text/table", test_table);
  g_test_add_func ("/timeline-text/follow-up-words", test_follow_up_words);

  return g_test_run ();
}
