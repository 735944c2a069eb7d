/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "assign.h"
#include "cli.h"
#include "core/rules/when.h"
#include "lookup.h"
#include "row-output.h"
#include "values.h"

static char *kind;
static char *summary;
static char *body;
static char *at;
static char *minutes;
static char *contact;
static char *manager;
static char *on_behalf_of;
static gboolean one_way;
static gboolean incoming;
static char *next;
static char *due;
static gboolean promised;
static char *done;
static char *outcome;

static const GOptionEntry options[] = {
  { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &kind, N_("call (which it is if nobody says), e-mail, meeting, visit, letter or note"), N_("WORD") },
  { "summary", 's', 0, G_OPTION_ARG_FILENAME, &summary, N_("What it was about, in a line"), N_("TEXT") },
  { "body", 0, 0, G_OPTION_ARG_FILENAME, &body, N_("More about it"), N_("TEXT") },
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &at, N_("When it was, such as “yesterday 15:00”; else now"), N_("TIME") },
  { "minutes", 0, 0, G_OPTION_ARG_FILENAME, &minutes, N_("How long it took"), N_("N") },
  { "contact", 0, 0, G_OPTION_ARG_FILENAME, &contact, N_("With whom at the client"), N_("CONTACT") },
  { "manager", 0, 0, G_OPTION_ARG_FILENAME, &manager, N_("Who spoke, instead of the user or the owner"), N_("MANAGER") },
  { "on-behalf-of", 0, 0, G_OPTION_ARG_FILENAME, &on_behalf_of, N_("For whom she stood in"), N_("MANAGER") },
  { "one-way", 0, 0, G_OPTION_ARG_NONE, &one_way, N_("The client took no part: not answered, merely sent"), NULL },
  { "incoming", 0, 0, G_OPTION_ARG_NONE, &incoming, N_("It came from the client"), NULL },
  { "next", 0, 0, G_OPTION_ARG_FILENAME, &next, N_("A follow-up that was agreed on the way; needs --due"), N_("TEXT") },
  { "due", 0, 0, G_OPTION_ARG_FILENAME, &due, N_("When that is due"), N_("TIME") },
  { "promised", 0, 0, G_OPTION_ARG_NONE, &promised, N_("The client was promised it"), NULL },
  { "done", 0, 0, G_OPTION_ARG_FILENAME, &done, N_("An open follow-up that this settled"), N_("ID") },
  { "outcome", 0, 0, G_OPTION_ARG_FILENAME, &outcome, N_("What came of that; else the summary"), N_("TEXT") },
  { NULL }
};

static gboolean
check_options (GError **error)
{
  if (summary == NULL)
    tend_cli_usage_error (error, _("--summary TEXT is missing."));
  else if ((next == NULL) != (due == NULL))
    tend_cli_usage_error (error, _("--next and --due go together."));
  else if (outcome != NULL && done == NULL)
    tend_cli_usage_error (error, _("--outcome needs --done."));
  else
    return TRUE;

  return FALSE;
}

/* Of itself a note or a letter is not contact, and an e-mail only when it came from the client (rules.md, Contact). */
static gboolean
is_two_way (const TendInteractionRecord *record)
{
  switch ((TendInteractionKind) record->kind)
    {
    case TEND_INTERACTION_E_MAIL:
      return record->direction == TEND_DIRECTION_INCOMING;
    case TEND_INTERACTION_LETTER:
    case TEND_INTERACTION_NOTE:
      return FALSE;
    case TEND_INTERACTION_CALL:
    case TEND_INTERACTION_MEETING:
    case TEND_INTERACTION_VISIT:
    default:
      return TRUE;
    }
}

static TendInteractionRecord *
make_interaction (TendCli     *cli,
                  const char  *account,
                  GError     **error)
{
  g_autoptr(TendInteractionRecord) record = tend_interaction_record_new ();

  if (!tend_lookup_find (cli, &tend_account_noun, account, &record->account, error)
      || !tend_assign_field (cli, &record->base, "kind", kind, error)
      || !tend_assign_field (cli, &record->base, "summary", summary, error)
      || !tend_assign_field (cli, &record->base, "body", body, error)
      || !tend_assign_field (cli, &record->base, "at", at, error)
      || !tend_assign_field (cli, &record->base, "minutes", minutes, error)
      || !tend_assign_field (cli, &record->base, "contact", contact, error)
      || !tend_assign_field (cli, &record->base, "manager", manager, error)
      || !tend_assign_field (cli, &record->base, "on_behalf_of", on_behalf_of, error))
    return NULL;

  record->direction = incoming ? TEND_DIRECTION_INCOMING : TEND_DIRECTION_OUTGOING;
  record->two_way = !one_way && is_two_way (record);
  tend_assign_defaults (cli, &record->base);
  return g_steal_pointer (&record);
}

/* What was agreed on the way. */
static TendFollowUpRecord *
make_next (TendCli                      *cli,
           const TendInteractionRecord  *interaction,
           GError                      **error)
{
  g_autoptr(TendFollowUpRecord) record = tend_follow_up_record_new ();

  record->account = interaction->account;
  record->contact = interaction->contact;
  record->promised = promised;

  if (!tend_assign_field (cli, &record->base, "title", next, error) || !tend_assign_field (cli, &record->base, "due", due, error))
    return NULL;

  tend_assign_defaults (cli, &record->base);
  return g_steal_pointer (&record);
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(TendInteractionRecord) interaction = NULL;
  g_autoptr(TendFollowUpRecord) follow_up = NULL;
  g_autoptr(TendOperation) operation = NULL;
  TendId settled = 0;

  if (!tend_cli_check_count (args, 1, 1, error) || !check_options (error) || !tend_cli_open (cli, TEND_BOOK_OPEN, error)
      || (interaction = make_interaction (cli, args[0], error)) == NULL
      || (next != NULL && (follow_up = make_next (cli, interaction, error)) == NULL)
      || (done != NULL && !tend_lookup_of_account (cli, &tend_follow_up_noun, interaction->account, done, &settled, error)))
    return TEND_EXIT_ERROR;

  operation = tend_log_operation_new (interaction, follow_up, settled, outcome);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  return tend_answer_row (cli, &tend_interaction_noun, tend_log_operation_get_interaction (TEND_LOG_OPERATION (operation)), error);
}

const TendCommand tend_command_log = {
  .name = "log",
  .arguments = N_("ACCOUNT --kind call --summary TEXT"),
  .summary = N_("Logs what happened with a client"),
  .description = N_("A call, a meeting, a visit and an e-mail received count as contact; a note, a letter, an e-mail sent and whatever is\n"
                    "--one-way do not. All of it is one act, which one undo takes back."),
  .options = options,
  .run = run,
};
