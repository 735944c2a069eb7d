/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli.h"
#include "core/ids.h"
#include "lookup.h"
#include "output.h"
#include "row-output.h"
#include "selection.h"

static char *to;
static char *reason;
static char *also;
static char **where;
static gboolean dry_run;

static const GOptionEntry options[] = {
  { "to", 't', 0, G_OPTION_ARG_FILENAME, &to, N_("Who shall look after them"), N_("MANAGER") },
  { "reason", 'r', 0, G_OPTION_ARG_FILENAME, &reason, N_("Why, for the history"), N_("TEXT") },
  { "also", 0, 0, G_OPTION_ARG_FILENAME, &also, N_("What else goes along: others-open, closed"), N_("WORDS") },
  { "where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &where, N_("All accounts whose field has this value"), N_("FIELD=VALUE") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would move"), NULL },
  { NULL }
};

static gboolean
parse_choices (TendReassignChoices  *choices,
               GError              **error)
{
  g_auto(GStrv) words = g_strsplit (also != NULL ? also : "", ",", -1);

  *choices = TEND_REASSIGN_DEFAULT;

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], "others-open") == 0)
      *choices |= TEND_REASSIGN_OTHERS_OPEN;
    else if (strcmp (words[i], "closed") == 0)
      *choices |= TEND_REASSIGN_CLOSED;
    else
      {
        tend_cli_usage_error (error, _("--also takes others-open, closed or both with a comma, not “%s”."), words[i]);
        return FALSE;
      }

  return TRUE;
}

static GArray *
find_accounts (TendCli             *cli,
               const char * const  *args,
               GError             **error)
{
  g_autoptr(GArray) ids = NULL;

  if (where != NULL)
    {
      g_autoptr(TendQuery) query = tend_selection_new (cli, &tend_account_noun, (const char * const *) where, NULL, error);

      return query == NULL ? NULL : tend_book_list (cli->book, query, error);
    }

  ids = tend_ids_new ();

  for (guint i = 0; args[i] != NULL; i++)
    {
      TendId id;

      if (!tend_lookup_find (cli, &tend_account_noun, args[i], &id, error))
        return NULL;

      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gint64       n)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, n);
}

static void
add_warning (JsonBuilder *builder,
             const char  *warning,
             guint        n)
{
  if (n == 0)
    return;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "warning");
  json_builder_add_string_value (builder, warning);
  add_count (builder, "accounts", n);
  json_builder_end_object (builder);
}

static void
print_json (const TendReassignPreview *what,
            TendId                     batch)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, dry_run);
  add_count (builder, "accounts", what->accounts);
  add_count (builder, "present", what->present);
  add_count (builder, "follow_ups", what->follow_ups);
  add_count (builder, "needs", what->needs);
  add_count (builder, "opportunities", what->opportunities);
  add_count (builder, "others_open", what->others_open);
  add_count (builder, "closed", what->closed);
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);

  add_warning (builder, "tier-a-to-assistant", what->tier_a);
  add_warning (builder, "low-health", what->low_health);
  add_warning (builder, "renewal-soon", what->renewals);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "batch");
  tend_row_add_id (builder, batch);
  json_builder_end_object (builder);
  tend_output_json (builder);
}

static void
print_warnings (const TendReassignPreview *what)
{
  if (what->tier_a > 0)
    tend_output_note (ngettext ("Warning: %u account of tier A goes to an assistant.",
                                "Warning: %u accounts of tier A go to an assistant.", what->tier_a), what->tier_a);
  if (what->low_health > 0)
    tend_output_note (ngettext ("Warning: the health of %1$u account is below %2$d.",
                                "Warning: the health of %1$u accounts is below %2$d.", what->low_health),
                      what->low_health, what->health_limit);
  if (what->renewals > 0)
    tend_output_note (ngettext ("Warning: %1$u account has a renewal within %2$d days.",
                                "Warning: %1$u accounts have a renewal within %2$d days.", what->renewals),
                      what->renewals, what->renewal_days);
}

static void
print_text (const TendReassignPreview *what,
            TendReassignChoices        choices,
            TendId                     batch)
{
  g_autofree char *id = tend_id_to_text (batch);

  if (dry_run)
    tend_output_line (ngettext ("%u account would move.", "%u accounts would move.", what->accounts), what->accounts);
  else
    tend_output_line (ngettext ("%u account was handed over.", "%u accounts were handed over.", what->accounts), what->accounts);

  if (what->present > 0)
    tend_output_line (ngettext ("%u is looked after by this manager already.", "%u are looked after by this manager already.", what->present), what->present);
  if (what->follow_ups > 0)
    tend_output_line (ngettext ("With it: %u open follow-up.", "With them: %u open follow-ups.", what->follow_ups), what->follow_ups);
  if (what->needs > 0)
    tend_output_line (ngettext ("With it: %u open need.", "With them: %u open needs.", what->needs), what->needs);
  if (what->opportunities > 0)
    tend_output_line (ngettext ("With it: %u open opportunity.", "With them: %u open opportunities.", what->opportunities), what->opportunities);
  if (what->others_open > 0 && (choices & TEND_REASSIGN_OTHERS_OPEN))
    tend_output_line (ngettext ("And %u open item of another manager.", "And %u open items of other managers.", what->others_open), what->others_open);
  else if (what->others_open > 0)
    tend_output_line (ngettext ("%u open item of another manager stays (--also others-open).", "%u open items of other managers stay (--also others-open).", what->others_open), what->others_open);
  if (what->closed > 0 && (choices & TEND_REASSIGN_CLOSED))
    tend_output_line (ngettext ("And %u settled item.", "And %u settled items.", what->closed), what->closed);
  print_warnings (what);
  if (batch != 0)
    tend_output_line (_("“tendctl undo %s” takes it back."), id);
}

static gboolean
refuse (const TendReassignPreview  *preview,
        GError                    **error)
{
  TendReason refusal = TEND_REASON_NONE;

  if (preview->unknown_target)
    refusal = TEND_REASON_MISSING;
  else if (preview->inactive)
    refusal = TEND_REASON_INACTIVE;
  else if (preview->accounts == 0 && preview->present > 0)
    refusal = TEND_REASON_PRESENT_OWNER;

  if (refusal != TEND_REASON_NONE)
    tend_set_error (error, TEND_ERROR_REFUSED, refusal, "owner", to, "refused");

  return refusal != TEND_REASON_NONE;
}

static TendExit
reassign (TendCli              *cli,
          GArray               *ids,
          TendId                manager,
          TendReassignChoices   choices,
          GError              **error)
{
  const TendId *accounts = (const TendId *) ids->data;
  g_autoptr(TendOperation) operation = NULL;
  const TendReassignPreview *what;

  if (dry_run)
    {
      g_autofree TendReassignPreview *preview = tend_book_preview_reassign (cli->book, accounts, ids->len, manager, error);

      if (preview == NULL || refuse (preview, error))
        return TEND_EXIT_ERROR;

      if (cli->json)
        print_json (preview, 0);
      else
        print_text (preview, choices, 0);
      return TEND_EXIT_DONE;
    }

  operation = tend_reassign_operation_new (accounts, ids->len, manager, choices, reason);

  if (!tend_cli_apply (cli, operation, error))
    return TEND_EXIT_ERROR;

  what = tend_reassign_operation_get_result (TEND_REASSIGN_OPERATION (operation));

  if (cli->json)
    print_json (what, tend_operation_get_batch (operation));
  else
    print_text (what, choices, tend_operation_get_batch (operation));

  return TEND_EXIT_DONE;
}

static gboolean
check_arguments (const char * const  *args,
                 GError             **error)
{
  if (to == NULL)
    tend_cli_usage_error (error, _("--to MANAGER is missing."));
  else if (where == NULL && args[0] == NULL)
    tend_cli_usage_error (error, _("Which accounts? Name them, or choose them with --where."));
  else if (where != NULL && args[0] != NULL)
    tend_cli_usage_error (error, _("Name the accounts or choose them with --where, not both."));
  else
    return TRUE;

  return FALSE;
}

static TendExit
run (TendCli             *cli,
     const char * const  *args,
     GError             **error)
{
  g_autoptr(GArray) ids = NULL;
  TendReassignChoices choices;
  TendId manager;

  if (!check_arguments (args, error) || !parse_choices (&choices, error)
      || !tend_cli_open (cli, dry_run ? TEND_BOOK_READ_ONLY : TEND_BOOK_OPEN, error)
      || !tend_lookup_reference (cli, &tend_manager_noun, to, &manager, error)
      || (ids = find_accounts (cli, args, error)) == NULL)
    return TEND_EXIT_ERROR;

  if (ids->len == 0)
    {
      tend_output_note ("%s", _("No account fits."));
      return TEND_EXIT_NOT_SO;
    }

  return reassign (cli, ids, manager, choices, error);
}

const TendCommand tend_command_reassign = {
  .name = "reassign",
  .arguments = N_("ACCOUNT… --to MANAGER"),
  .summary = N_("Hands accounts over to a manager"),
  .description = N_("What the owner has open on them goes along: follow-ups, needs, opportunities. What others have open, and what is settled, only with --also. The manager’s impression starts again at 4 of 10."),
  .options = options,
  .run = run,
};
