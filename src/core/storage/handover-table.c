/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "handover-table.h"

#include "../entities/account.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../id.h"
#include "table.h"

typedef struct
{
  TendId   owner;
  gboolean tier_a;
  gboolean found;
} AccountState;

static gboolean
read_account (TendDatabase  *database,
              TendId         account,
              AccountState  *state,
              GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT owner, tier = 'A' FROM account WHERE id = ?1", error);
  TendStep step;

  *state = (AccountState) { 0, FALSE, FALSE };
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *state = (AccountState) { tend_statement_get_int (statement, 0), tend_statement_get_int (statement, 1) != 0, TRUE };
  return step != TEND_STEP_ERROR;
}

/* The follow-ups of an account, told apart as the rules do. */
typedef enum { PILE_OWNERS_OPEN, PILE_OTHERS_OPEN, PILE_OWNERS_CLOSED, PILE_OTHERS_CLOSED } Pile;

static Pile
pile_of (TendId      manager,
         TendId      owner,
         const char *state)
{
  gboolean open = g_str_equal (state, "open") || g_str_equal (state, "snoozed");

  /* What is nobody's is the owner's: it reminds her. */
  if (manager == owner || manager == 0)
    return open ? PILE_OWNERS_OPEN : PILE_OWNERS_CLOSED;
  return open ? PILE_OTHERS_OPEN : PILE_OTHERS_CLOSED;
}

static void
count_pile (TendReassignPreview *preview,
            Pile                 pile)
{
  preview->follow_ups += pile == PILE_OWNERS_OPEN;
  preview->others_open += pile == PILE_OTHERS_OPEN;
  preview->closed += pile == PILE_OWNERS_CLOSED;
}

static gboolean
moves (Pile                pile,
       TendReassignChoices choices)
{
  return pile == PILE_OWNERS_OPEN || (pile == PILE_OTHERS_OPEN && (choices & TEND_REASSIGN_OTHERS_OPEN)) ||
         (pile == PILE_OWNERS_CLOSED && (choices & TEND_REASSIGN_CLOSED));
}

static TendStatement *
prepare_follow_ups (TendDatabase  *database,
                    TendId         account,
                    GError       **error)
{
  TendStatement *statement = tend_database_prepare (database,
    "SELECT id, manager, state FROM follow_up WHERE account = ?1", error);

  if (statement != NULL)
    tend_statement_bind_int (statement, 1, account);
  return statement;
}

/* The manager, as the rules see her. @name (nullable) gets her name. */
static gboolean
read_target (TendDatabase        *database,
             TendId               manager,
             TendHandoverTarget  *target,
             char               **name,
             GError             **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(TendRecord) record = tend_table_read (database, &tend_manager_noun, manager, &local);
  const TendManagerRecord *found = (const TendManagerRecord *) record;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *target = (TendHandoverTarget) { manager, found != NULL, found != NULL && found->active,
                                   found != NULL ? (TendRole) found->role : TEND_ROLE_MANAGER };
  if (name != NULL)
    *name = found != NULL ? g_strdup (found->name) : NULL;
  return TRUE;
}

static gboolean
count_account (TendDatabase              *database,
               TendId                     account,
               const TendHandoverTarget  *target,
               TendReassignPreview       *preview,
               GError                   **error)
{
  g_autoptr(TendStatement) statement = NULL;
  AccountState state;
  TendStep step;

  if (!read_account (database, account, &state, error))
    return FALSE;
  preview->missing += !state.found;
  preview->present += state.found && state.owner == target->id;
  if (!state.found || state.owner == target->id)
    return TRUE;
  preview->accounts++;
  preview->tier_a += tend_handover_warns_of_tier (target, state.tier_a);
  statement = prepare_follow_ups (database, account, error);
  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    count_pile (preview, pile_of (tend_statement_get_int (statement, 1), state.owner, tend_statement_get_text (statement, 2)));
  return step == TEND_STEP_DONE;
}

gboolean
tend_handover_table_preview (TendDatabase         *database,
                             const TendId         *accounts,
                             gsize                 n_accounts,
                             TendId                manager,
                             TendReassignPreview  *preview,
                             GError              **error)
{
  TendHandoverTarget target;
  TendReason refusal;

  if (!read_target (database, manager, &target, NULL, error))
    return FALSE;
  refusal = tend_handover_refuse_target (&target);
  preview->unknown_target = refusal == TEND_REASON_MISSING;
  preview->inactive = refusal == TEND_REASON_INACTIVE;
  for (gsize i = 0; i < n_accounts; i++)
    if (!count_account (database, accounts[i], &target, preview, error))
      return FALSE;
  return TRUE;
}

static char *
owner_json (const char *field,
            TendId      owner)
{
  if (owner == 0)
    return g_strdup_printf ("{\"%s\":null}", field);
  return g_strdup_printf ("{\"%s\":\"%" G_GINT64_FORMAT "\"}", field, owner);
}

static gboolean
set_owner (TendHandoverJob     *job,
           TendId               account,
           const AccountState  *state,
           GError             **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (tend_transaction_get_database (job->transaction),
    "UPDATE account SET owner = ?1, version = version + 1, updated_at = ?2 WHERE id = ?3", error);
  g_autofree char *before = owner_json ("owner", state->owner);
  g_autofree char *after = owner_json ("owner", job->manager);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, job->manager);
  tend_statement_bind_int (statement, 2, tend_transaction_get_at (job->transaction));
  tend_statement_bind_int (statement, 3, account);
  return tend_statement_run (statement, error) &&
         tend_transaction_journal (job->transaction, &tend_account_noun, account, account, "update", before, after, error);
}

static gboolean
move_follow_up (TendHandoverJob  *job,
                TendId            account,
                TendId            follow_up,
                TendId            from,
                GError          **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (tend_transaction_get_database (job->transaction),
    "UPDATE follow_up SET manager = ?1, version = version + 1, updated_at = ?2 WHERE id = ?3", error);
  g_autofree char *before = owner_json ("manager", from);
  g_autofree char *after = owner_json ("manager", job->manager);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, job->manager);
  tend_statement_bind_int (statement, 2, tend_transaction_get_at (job->transaction));
  tend_statement_bind_int (statement, 3, follow_up);
  return tend_statement_run (statement, error) &&
         tend_transaction_journal (job->transaction, &tend_follow_up_noun, follow_up, account, "update", before, after, error);
}

typedef struct
{
  TendId id;
  TendId manager;
} FollowUpToMove;

/* Read first, written after: the rows written must not be those still being walked. */
static gboolean
move_follow_ups (TendHandoverJob     *job,
                 TendId               account,
                 const AccountState  *state,
                 guint               *n_moved,
                 GError             **error)
{
  g_autoptr(TendStatement) statement = prepare_follow_ups (tend_transaction_get_database (job->transaction), account, error);
  g_autoptr(GArray) found = NULL;
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      FollowUpToMove item = { tend_statement_get_int (statement, 0), tend_statement_get_int (statement, 1) };
      Pile pile = pile_of (item.manager, state->owner, tend_statement_get_text (statement, 2));

      count_pile (job->result, pile);
      if (!moves (pile, job->choices) || item.manager == job->manager)
        continue;
      if (found == NULL)
        found = g_array_new (FALSE, FALSE, sizeof (FollowUpToMove));
      g_array_append_val (found, item);
    }
  if (step == TEND_STEP_ERROR)
    return FALSE;
  *n_moved = found != NULL ? found->len : 0;
  for (guint i = 0; i < *n_moved; i++)
    if (!move_follow_up (job, account, g_array_index (found, FollowUpToMove, i).id,
                         g_array_index (found, FollowUpToMove, i).manager, error))
      return FALSE;
  return TRUE;
}

/* Handovers are history themselves: the account's own row in the journal is enough to find and take them back. */
static gboolean
write_handover (TendHandoverJob     *job,
                TendId               account,
                const AccountState  *state,
                guint                n_moved,
                GError             **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (tend_transaction_get_database (job->transaction),
    "INSERT INTO handover (id, version, created_at, updated_at, batch, account, \"from\", \"to\", \"by\", \"at\", reason, moved)"
    " VALUES (?1, 1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?2, ?8, ?9)", error);
  char moved[40];

  if (statement == NULL)
    return FALSE;
  g_snprintf (moved, sizeof moved, "{\"follow-ups\":%u}", n_moved);
  tend_statement_bind_int (statement, 1, tend_id_new ());
  tend_statement_bind_int (statement, 2, tend_transaction_get_at (job->transaction));
  tend_statement_bind_int (statement, 3, tend_transaction_get_batch (job->transaction));
  tend_statement_bind_int (statement, 4, account);
  tend_statement_bind_id (statement, 5, state->owner);
  tend_statement_bind_int (statement, 6, job->manager);
  tend_statement_bind_id (statement, 7, tend_transaction_get_by (job->transaction));
  tend_statement_bind_text (statement, 8, job->reason);
  tend_statement_bind_text (statement, 9, moved);
  return tend_statement_run (statement, error);
}

gboolean
tend_handover_table_check_target (TendHandoverJob  *job,
                                  char            **name,
                                  GError          **error)
{
  g_autofree char *found = NULL;
  TendReason refusal;

  if (!read_target (tend_transaction_get_database (job->transaction), job->manager, &job->target, &found, error))
    return FALSE;
  refusal = tend_handover_refuse_target (&job->target);
  if (refusal != TEND_REASON_NONE)
    {
      tend_set_error (error, TEND_ERROR_REFUSED, refusal, "owner", found, "accounts cannot go to this manager");
      return FALSE;
    }
  if (name != NULL)
    *name = g_steal_pointer (&found);
  return TRUE;
}

gboolean
tend_handover_table_move (TendHandoverJob  *job,
                          TendId            account,
                          GError          **error)
{
  AccountState state;
  guint n_moved = 0;

  if (!read_account (tend_transaction_get_database (job->transaction), account, &state, error))
    return FALSE;
  job->result->missing += !state.found;
  job->result->present += state.found && state.owner == job->manager;
  if (!state.found || state.owner == job->manager)
    return TRUE;
  job->result->accounts++;
  job->result->tier_a += tend_handover_warns_of_tier (&job->target, state.tier_a);
  return set_owner (job, account, &state, error) &&
         move_follow_ups (job, account, &state, &n_moved, error) &&
         write_handover (job, account, &state, n_moved, error);
}

static gboolean
run_with_two (TendDatabase  *database,
              const char    *sql,
              TendId         first,
              TendId         second,
              GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, first);
  tend_statement_bind_int (statement, 2, second);
  return tend_statement_run (statement, error);
}

gboolean
tend_handover_table_mark (TendDatabase  *database,
                          TendId         batch,
                          TendId         by,
                          GError       **error)
{
  /* An account that was left alone, since it was changed since, keeps its handover standing. */
  return run_with_two (database,
                       "UPDATE handover SET undone_by = ?2 WHERE batch = ?1"
                       " AND (SELECT owner FROM account WHERE id = handover.account) IS NOT \"to\"", batch, by, error) &&
         run_with_two (database,
                       "UPDATE handover SET undone_by = NULL WHERE undone_by = ?1 AND undone_by <> ?2"
                       " AND (SELECT owner FROM account WHERE id = handover.account) IS \"to\"", batch, by, error);
}
