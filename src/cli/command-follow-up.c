/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "assign.h"
#include "cli.h"
#include "core/rules/when.h"
#include "lookup.h"

static char *title;
static char *due;
static char *lead;
static char *manager;
static char *contact;
static char *hat;
static char *notes;
static gboolean promised;
static char *until;
static char *note;

static const GOptionEntry options[] = {
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("add: what is promised"), N_("TEXT") },
  { "due", 0, 0, G_OPTION_ARG_FILENAME, &due, N_("add: for when, such as “tomorrow 15:00” or 2026-12-03T15:00"), N_("TIME") },
  { "lead", 0, 0, G_OPTION_ARG_FILENAME, &lead, N_("add: remind at-time, or 10-minutes, 1-hour, 1-day, 1-week before"), N_("WORD") },
  { "manager", 0, 0, G_OPTION_ARG_FILENAME, &manager, N_("add: who is reminded instead of the owner"), N_("MANAGER") },
  { "contact", 0, 0, G_OPTION_ARG_FILENAME, &contact, N_("add: with whom at the client"), N_("CONTACT") },
  { "hat", 0, 0, G_OPTION_ARG_FILENAME, &hat, N_("add: sales, service, technical or finance"), N_("WORD") },
  { "notes", 0, 0, G_OPTION_ARG_FILENAME, &notes, N_("add: more about it"), N_("TEXT") },
  { "promised", 0, 0, G_OPTION_ARG_NONE, &promised, N_("add: the client was promised it"), NULL },
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("snooze: until when"), N_("TIME") },
  { "outcome", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("done: what came of it"), N_("TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("snooze, drop: why"), N_("TEXT") },
  { NULL }
};

static gboolean
parse_time (const char  *option,
            const char  *text,
            TendWall    *wall,
            GTimeZone   *zone,
            GError     **error)
{
  if (tend_when_parse (text, g_get_real_time (), zone, wall))
    return TRUE;

  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_NOT_A_DATE, option, text, "not a time");
  return FALSE;
}

/* Sets a field from the command line, if it was given. */
static gboolean
set_field (TendRecord  *record,
           const char  *name,
           const char  *text,
           GError     **error)
{
  return text == NULL || tend_record_parse (record, tend_noun_get_field (record->noun, name), text, error);
}

static TendFollowUpRecord *
make_record (TendCli     *cli,
             const char  *account_name,
             GError     **error)
{
  g_autoptr(TendFollowUpRecord) record = tend_follow_up_record_new ();
  g_autoptr(TendAccountRecord) account = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TendWall wall;

  if (!tend_lookup_find (cli, &tend_account_noun, account_name, &record->account, error)
      || (account = (TendAccountRecord *) tend_lookup_dup (cli, &tend_account_noun, record->account, error)) == NULL
      || !parse_time ("due", due, &wall, zone, error))
    return NULL;

  record->manager = account->owner;

  if ((manager != NULL && !tend_lookup_reference (cli, &tend_manager_noun, manager, &record->manager, error))
      || (contact != NULL && !tend_lookup_of_account (cli, &tend_contact_noun, record->account, contact, &record->contact, error))
      || !set_field (&record->base, "title", title, error)
      || !set_field (&record->base, "lead", lead, error)
      || !set_field (&record->base, "hat", hat, error)
      || !set_field (&record->base, "notes", notes, error))
    return NULL;

  g_free (record->due_wall);
  g_free (record->due_zone);
  record->due_wall = tend_wall_to_string (&wall);
  record->due_zone = g_strdup (g_time_zone_get_identifier (zone));
  record->all_day = wall.all_day;
  record->promised = promised;
  return g_steal_pointer (&record);
}

static TendExit
add (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(TendFollowUpRecord) record = NULL;
  g_autoptr(TendOperation) operation = NULL;

  if (!tend_cli_check_count (args, 1, 1, error))
    return TEND_EXIT_ERROR;

  if (title == NULL || due == NULL)
    {
      tend_cli_usage_error (error, _("A follow-up needs --title and --due."));
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_OPEN, error) || (record = make_record (cli, args[0], error)) == NULL)
    return TEND_EXIT_ERROR;

  operation = tend_edit_operation_new_create (&record->base);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, &tend_follow_up_noun, tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation)), error);
}

static TendExit
settle (TendCli             *cli,
        const char * const  *args,
        TendSettleAct        act,
        GError             **error)
{
  g_autoptr(TendOperation) operation = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  TendInstant snoozed_until = 0;
  TendWall wall;
  TendId id;

  if (!tend_cli_check_count (args, 1, 1, error))
    return TEND_EXIT_ERROR;

  if (act == TEND_SETTLE_SNOOZE && until == NULL)
    {
      tend_cli_usage_error (error, _("--until TIME is missing."));
      return TEND_EXIT_ERROR;
    }

  if (act == TEND_SETTLE_SNOOZE)
    {
      if (!parse_time ("until", until, &wall, zone, error))
        return TEND_EXIT_ERROR;

      snoozed_until = tend_schedule_get_due (&wall, zone, TEND_SCHEDULE_DAY_START);
    }

  if (!tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || !tend_lookup_find (cli, &tend_follow_up_noun, args[0], &id, error))
    return TEND_EXIT_ERROR;

  operation = tend_settle_operation_new (&id, 1, act, snoozed_until, note);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, &tend_follow_up_noun, id, error);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  static const struct { const char *verb; TendSettleAct act; } acts[] = {
    { "done", TEND_SETTLE_DONE },
    { "snooze", TEND_SETTLE_SNOOZE },
    { "drop", TEND_SETTLE_DROP },
    { "reopen", TEND_SETTLE_REOPEN },
  };

  if (g_strcmp0 (args[0], "add") == 0)
    return add (cli, args + 1, error);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (args[0], acts[i].verb) == 0)
      return settle (cli, args + 1, acts[i].act, error);

  if (args[0] == NULL)
    tend_cli_usage_error (error, _("What shall be done with a follow-up: add, done, snooze, drop or reopen?"));
  else
    tend_cli_usage_error (error, _("“%s” cannot be done with a follow-up; add, done, snooze, drop and reopen can."), args[0]);

  return TEND_EXIT_ERROR;
}

const TendCommand tend_command_follow_up = {
  .name = "follow-up",
  .arguments = N_("add ACCOUNT | done ID | snooze ID | drop ID | reopen ID"),
  .summary = N_("Promises something, or settles it"),
  .description = N_("A snooze moves the reminder, never the time it is due."),
  .options = options,
  .run = run,
};
