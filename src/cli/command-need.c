/* SPDX-License-Identifier: GPL-3.0-or-later */

/* need and opportunity: what is done with a row of these nouns. */

#include "config.h"

#include <glib/gi18n.h>

#include "assign.h"
#include "cli.h"
#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "lookup.h"

static char *kind;
static char *priority;
static char *title;
static char *body;
static char *promised_for;
static char *contact;
static char *manager;
static char *liaison;
static char *resolution;
static char *reason;
static char *on;

static const GOptionEntry need_options[] = {
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("add: what it is, in a line"), N_("TEXT") },
  { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &kind, N_("add: request, question, concern, fault or billing"), N_("WORD") },
  { "priority", 0, 0, G_OPTION_ARG_FILENAME, &priority, N_("add: low, normal, high or urgent"), N_("WORD") },
  { "body", 0, 0, G_OPTION_ARG_FILENAME, &body, N_("add: more about it"), N_("TEXT") },
  { "promised-for", 0, 0, G_OPTION_ARG_FILENAME, &promised_for, N_("add: the day for which it was promised to the client"), N_("DAY") },
  { "contact", 0, 0, G_OPTION_ARG_FILENAME, &contact, N_("add: who at the client has it"), N_("CONTACT") },
  { "manager", 0, 0, G_OPTION_ARG_FILENAME, &manager, N_("add: who looks after it instead of the owner"), N_("MANAGER") },
  { "for", 0, 0, G_OPTION_ARG_FILENAME, &liaison, N_("wait: the colleague whom it waits for"), N_("LIAISON") },
  { "resolution", 0, 0, G_OPTION_ARG_FILENAME, &resolution, N_("resolve: how"), N_("TEXT") },
  { NULL }
};

static const GOptionEntry opportunity_options[] = {
  { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("win, lose: on which day; else today"), N_("DAY") },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("lose: why"), N_("TEXT") },
  { NULL }
};

static TendExit
add_need (TendCli             *cli,
          const char * const  *args,
          GError             **error)
{
  g_autoptr(TendNeedRecord) record = tend_need_record_new ();
  g_autoptr(TendOperation) operation = NULL;

  if (!tend_cli_check_count (args, 1, 1, error))
    return TEND_EXIT_ERROR;

  if (title == NULL)
    {
      tend_cli_usage_error (error, _("A need needs a --title."));
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || !tend_lookup_find (cli, &tend_account_noun, args[0], &record->account, error)
      || !tend_assign_field (cli, &record->base, "title", title, error)
      || !tend_assign_field (cli, &record->base, "kind", kind, error)
      || !tend_assign_field (cli, &record->base, "priority", priority, error)
      || !tend_assign_field (cli, &record->base, "body", body, error)
      || !tend_assign_field (cli, &record->base, "promised_for", promised_for, error)
      || !tend_assign_field (cli, &record->base, "contact", contact, error)
      || !tend_assign_field (cli, &record->base, "manager", manager, error))
    return TEND_EXIT_ERROR;

  operation = tend_edit_operation_new_create (&record->base);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, &tend_need_noun, tend_edit_operation_get_id (TEND_EDIT_OPERATION (operation)), error);
}

static TendExit
settle_need (TendCli             *cli,
             const char * const  *args,
             TendResolveAct       act,
             GError             **error)
{
  g_autoptr(TendNeedRecord) need = NULL;
  g_autoptr(TendOperation) operation = NULL;
  TendId colleague = 0;
  TendId id;

  if (!tend_cli_check_count (args, 1, 1, error) || !tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || !tend_lookup_find (cli, &tend_need_noun, args[0], &id, error)
      || (need = (TendNeedRecord *) tend_lookup_dup (cli, &tend_need_noun, id, error)) == NULL
      || (act == TEND_RESOLVE_WAIT && liaison != NULL
          && !tend_lookup_of_account (cli, &tend_liaison_noun, need->account, liaison, &colleague, error)))
    return TEND_EXIT_ERROR;

  operation = tend_resolve_operation_new_need (&id, 1, act, colleague, resolution);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, &tend_need_noun, id, error);
}

static TendExit
run_need (TendCli             *cli,
          const char * const  *args,
          GError             **error)
{
  static const struct { const char *verb; TendResolveAct act; } acts[] = {
    { "resolve", TEND_RESOLVE_RESOLVE }, { "wait", TEND_RESOLVE_WAIT }, { "reopen", TEND_RESOLVE_REOPEN },
  };

  if (g_strcmp0 (args[0], "add") == 0)
    return add_need (cli, args + 1, error);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (args[0], acts[i].verb) == 0)
      return settle_need (cli, args + 1, acts[i].act, error);

  tend_cli_usage_error (error, _("A need can be added (add), resolved (resolve), set waiting (wait) and reopened (reopen)."));
  return TEND_EXIT_ERROR;
}

/* The day on which an opportunity was decided, as the book writes it. */
static char *
parse_day (TendCli  *cli,
           GError  **error)
{
  g_autoptr(TendOpportunityRecord) scratch = tend_opportunity_record_new ();

  if (!tend_assign_field (cli, &scratch->base, "close_on", on != NULL ? on : "today", error))
    return NULL;

  return g_strdup (scratch->close_on);
}

static TendExit
run_opportunity (TendCli             *cli,
                 const char * const  *args,
                 GError             **error)
{
  static const struct { const char *verb; TendResolveAct act; } acts[] = {
    { "win", TEND_RESOLVE_WIN }, { "lose", TEND_RESOLVE_LOSE }, { "reopen", TEND_RESOLVE_REOPEN },
  };
  g_autoptr(TendOperation) operation = NULL;
  g_autofree char *day = NULL;
  TendId id;
  guint at = 0;

  while (at < G_N_ELEMENTS (acts) && g_strcmp0 (args[0], acts[at].verb) != 0)
    at++;

  if (at == G_N_ELEMENTS (acts))
    {
      tend_cli_usage_error (error, _("An opportunity can be won (win), lost (lose) and reopened (reopen)."));
      return TEND_EXIT_ERROR;
    }

  if (!tend_cli_check_count (args, 2, 2, error) || !tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || !tend_lookup_find (cli, &tend_opportunity_noun, args[1], &id, error) || (day = parse_day (cli, error)) == NULL)
    return TEND_EXIT_ERROR;

  operation = tend_resolve_operation_new_opportunity (id, acts[at].act, day, reason);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, &tend_opportunity_noun, id, error);
}

const TendCommand tend_command_need = {
  .name = "need",
  .arguments = N_("add ACCOUNT | resolve ID | wait ID | reopen ID"),
  .summary = N_("Notes what a client needs, or resolves it"),
  .options = need_options,
  .run = run_need,
};

const TendCommand tend_command_opportunity = {
  .name = "opportunity",
  .arguments = N_("win ID | lose ID | reopen ID"),
  .summary = N_("Closes an opportunity, or opens it again"),
  .options = opportunity_options,
  .run = run_opportunity,
};
