/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "handover-table.h"

#include "../entities/account.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "../entities/need.h"
#include "../entities/opportunity.h"
#include "../entities/pulse.h"
#include "../id.h"
#include "summary-table.h"
#include "table.h"

typedef struct
{
  TendId   owner;
  gboolean tier_a;
  int      health;        /* -1 = unknown */
  TendDay  next_renewal;
  gboolean found;
} AccountState;

static gboolean
read_account (TendDatabase  *database,
              TendId         account,
              AccountState  *state,
              GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT owner, tier = 'A', ifnull(health, -1), next_renewal FROM account WHERE id = ?1", error);
  TendStep step;

  *state = (AccountState) { 0, FALSE, -1, TEND_DAY_NONE, FALSE };
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *state = (AccountState) { tend_statement_get_int (statement, 0), tend_statement_get_int (statement, 1) != 0,
                              (int) tend_statement_get_int (statement, 2), tend_day_parse (tend_statement_get_text (statement, 3)), TRUE };
  return step != TEND_STEP_ERROR;
}

/* What hangs on an account and is somebody's: it may go along. */
typedef enum { ITEM_FOLLOW_UP, ITEM_NEED, ITEM_OPPORTUNITY } ItemKind;

#define N_ITEMS (ITEM_OPPORTUNITY + 1)

static const struct { const TendNoun *noun; const char *select; const char *update; } items[N_ITEMS] = {
  [ITEM_FOLLOW_UP] = { &tend_follow_up_noun, "SELECT id, manager, state IN ('open', 'snoozed') FROM follow_up WHERE account = ?1",
    "UPDATE follow_up SET manager = ?1, version = version + 1, updated_at = ?2 WHERE id = ?3" },
  [ITEM_NEED] = { &tend_need_noun, "SELECT id, manager, state <> 'resolved' FROM need WHERE account = ?1",
    "UPDATE need SET manager = ?1, version = version + 1, updated_at = ?2 WHERE id = ?3" },
  [ITEM_OPPORTUNITY] = { &tend_opportunity_noun, "SELECT id, manager, stage NOT IN ('won', 'lost') FROM opportunity WHERE account = ?1",
    "UPDATE opportunity SET manager = ?1, version = version + 1, updated_at = ?2 WHERE id = ?3" },
};

/* The items of an account, told apart as the rules do. */
typedef enum { PILE_OWNERS_OPEN, PILE_OTHERS_OPEN, PILE_OWNERS_CLOSED, PILE_OTHERS_CLOSED } Pile;

static Pile
pile_of (TendId   manager,
         TendId   owner,
         gboolean open)
{
  /* What is nobody's is the owner's: it reminds her. */
  if (manager == owner || manager == 0)
    return open ? PILE_OWNERS_OPEN : PILE_OWNERS_CLOSED;
  return open ? PILE_OTHERS_OPEN : PILE_OTHERS_CLOSED;
}

static void
count_pile (TendReassignPreview *preview,
            ItemKind             kind,
            Pile                 pile)
{
  guint *const open[N_ITEMS] = { &preview->follow_ups, &preview->needs, &preview->opportunities };

  *open[kind] += pile == PILE_OWNERS_OPEN;
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
prepare_items (TendDatabase  *database,
               ItemKind       kind,
               TendId         account,
               GError       **error)
{
  TendStatement *statement = tend_database_prepare (database, items[kind].select, error);

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

/* By which rules and on which day it is warned. */
static gboolean
read_rules (TendDatabase  *database,
            TendInstant    now,
            TendRules     *rules,
            TendDay       *today,
            GError       **error)
{
  g_autoptr(TendSummaryTable) table = tend_summary_table_new (database, now, error);

  if (table == NULL)
    return FALSE;
  *rules = *tend_summary_table_get_rules (table);
  *today = tend_summary_table_get_today (table);
  return TRUE;
}

static void
count_warnings (TendHandoverJob     *job,
                const AccountState  *state,
                TendReassignPreview *preview)
{
  preview->health_limit = job->rules.handover_health;
  preview->renewal_days = job->rules.handover_renewal_days;
  preview->accounts++;
  preview->tier_a += tend_handover_warns_of_tier (&job->target, state->tier_a);
  preview->low_health += tend_handover_warns_of_health (&job->rules, state->health);
  preview->renewals += tend_handover_warns_of_renewal (&job->rules, state->next_renewal, job->today);
}

static gboolean
count_items (TendDatabase         *database,
             TendId                account,
             ItemKind              kind,
             TendId                owner,
             TendReassignPreview  *preview,
             GError              **error)
{
  g_autoptr(TendStatement) statement = prepare_items (database, kind, account, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    count_pile (preview, kind, pile_of (tend_statement_get_int (statement, 1), owner, tend_statement_get_int (statement, 2) != 0));
  return step == TEND_STEP_DONE;
}

static gboolean
count_account (TendDatabase     *database,
               TendId            account,
               TendHandoverJob  *job,
               GError          **error)
{
  TendReassignPreview *preview = job->result;
  AccountState state;

  if (!read_account (database, account, &state, error))
    return FALSE;
  preview->missing += !state.found;
  preview->present += state.found && state.owner == job->manager;
  if (!state.found || state.owner == job->manager)
    return TRUE;
  count_warnings (job, &state, preview);
  for (int kind = 0; kind < N_ITEMS; kind++)
    if (!count_items (database, account, (ItemKind) kind, state.owner, preview, error))
      return FALSE;
  return TRUE;
}

gboolean
tend_handover_table_preview (TendDatabase         *database,
                             const TendId         *accounts,
                             gsize                 n_accounts,
                             TendId                manager,
                             TendInstant           now,
                             TendReassignPreview  *preview,
                             GError              **error)
{
  TendHandoverJob job = { .manager = manager, .result = preview };
  TendReason refusal;

  if (!read_target (database, manager, &job.target, NULL, error) ||
      !read_rules (database, now, &job.rules, &job.today, error))
    return FALSE;
  refusal = tend_handover_refuse_target (&job.target);
  preview->unknown_target = refusal == TEND_REASON_MISSING;
  preview->inactive = refusal == TEND_REASON_INACTIVE;
  for (gsize i = 0; i < n_accounts; i++)
    if (!count_account (database, accounts[i], &job, error))
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

typedef struct
{
  TendId id;
  TendId manager;
} ItemToMove;

static gboolean
move_item (TendHandoverJob   *job,
           TendId             account,
           ItemKind           kind,
           const ItemToMove  *item,
           GError           **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (tend_transaction_get_database (job->transaction), items[kind].update, error);
  g_autofree char *before = owner_json ("manager", item->manager);
  g_autofree char *after = owner_json ("manager", job->manager);

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, job->manager);
  tend_statement_bind_int (statement, 2, tend_transaction_get_at (job->transaction));
  tend_statement_bind_int (statement, 3, item->id);
  return tend_statement_run (statement, error) &&
         tend_transaction_journal (job->transaction, items[kind].noun, item->id, account, "update", before, after, error);
}

/* Read first, written after: the rows written must not be those still being walked. */
static gboolean
move_items (TendHandoverJob     *job,
            TendId               account,
            ItemKind             kind,
            TendId               owner,
            guint               *n_moved,
            GError             **error)
{
  g_autoptr(TendStatement) statement = prepare_items (tend_transaction_get_database (job->transaction), kind, account, error);
  g_autoptr(GArray) found = NULL;
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      ItemToMove item = { tend_statement_get_int (statement, 0), tend_statement_get_int (statement, 1) };
      Pile pile = pile_of (item.manager, owner, tend_statement_get_int (statement, 2) != 0);

      count_pile (job->result, kind, pile);
      if (!moves (pile, job->choices) || item.manager == job->manager)
        continue;
      if (found == NULL)
        found = g_array_new (FALSE, FALSE, sizeof (ItemToMove));
      g_array_append_val (found, item);
    }
  if (step == TEND_STEP_ERROR)
    return FALSE;
  *n_moved = found != NULL ? found->len : 0;
  for (guint i = 0; i < *n_moved; i++)
    if (!move_item (job, account, kind, &g_array_index (found, ItemToMove, i), error))
      return FALSE;
  return TRUE;
}

/* What the old owner thought of the client is not what the new one does: her impression starts again. Beside it a survey
 * stands as it was, and so does what was said before. */
static gboolean
restart_impression (TendHandoverJob  *job,
                    TendId            account,
                    GError          **error)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_pulse_noun);
  TendPulseRecord *pulse = (TendPulseRecord *) record;

  pulse->account = account;
  pulse->manager = job->manager;
  pulse->at = tend_transaction_get_at (job->transaction);
  pulse->score = job->rules.new_owner_score;
  pulse->source = TEND_PULSE_NEW_OWNER;
  return tend_transaction_insert (job->transaction, record, error);
}

/* Handovers are history themselves: the account's own row in the journal is enough to find and take them back. */
static gboolean
write_handover (TendHandoverJob     *job,
                TendId               account,
                const AccountState  *state,
                const guint          n_moved[N_ITEMS],
                GError             **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (tend_transaction_get_database (job->transaction),
    "INSERT INTO handover (id, version, created_at, updated_at, batch, account, \"from\", \"to\", \"by\", \"at\", reason, moved)"
    " VALUES (?1, 1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?2, ?8, ?9)", error);
  char moved[100];

  if (statement == NULL)
    return FALSE;
  g_snprintf (moved, sizeof moved, "{\"follow-ups\":%u,\"needs\":%u,\"opportunities\":%u}",
              n_moved[ITEM_FOLLOW_UP], n_moved[ITEM_NEED], n_moved[ITEM_OPPORTUNITY]);
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
  TendDatabase *database = tend_transaction_get_database (job->transaction);
  TendReason refusal;

  if (!read_target (database, job->manager, &job->target, &found, error) ||
      !read_rules (database, tend_transaction_get_at (job->transaction), &job->rules, &job->today, error))
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
  guint n_moved[N_ITEMS] = { 0 };

  if (!read_account (tend_transaction_get_database (job->transaction), account, &state, error))
    return FALSE;
  job->result->missing += !state.found;
  job->result->present += state.found && state.owner == job->manager;
  if (!state.found || state.owner == job->manager)
    return TRUE;
  count_warnings (job, &state, job->result);
  if (!set_owner (job, account, &state, error))
    return FALSE;
  for (int kind = 0; kind < N_ITEMS; kind++)
    if (!move_items (job, account, (ItemKind) kind, state.owner, &n_moved[kind], error))
      return FALSE;
  /* Nobody's client was in nobody's opinion. */
  return (state.owner == 0 || restart_impression (job, account, error)) &&
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
