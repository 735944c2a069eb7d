/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "invariants.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/manager.h"
#include "table.h"

/* One number for one id; -1 on failure. */
static gint64
query_id (TendDatabase *database,
          const char   *sql,
          TendId        id,
          GError      **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql, error);
  TendStep step;

  if (statement == NULL)
    return -1;
  tend_statement_bind_int (statement, 1, id);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ERROR)
    return -1;
  return step == TEND_STEP_ROW ? tend_statement_get_int (statement, 0) : 0;
}

static const char *
exists_sql (const char *noun)
{
  if (g_str_equal (noun, "manager"))
    return "SELECT 1 FROM manager WHERE id = ?1";
  if (g_str_equal (noun, "account"))
    return "SELECT 1 FROM account WHERE id = ?1";
  return "SELECT 1 FROM contact WHERE id = ?1";
}

static gboolean
check_references (TendDatabase      *database,
                  const TendRecord  *before,
                  const TendRecord  *after,
                  GError           **error)
{
  for (guint i = 0; i < after->noun->n_fields; i++)
    {
      const TendField *field = &after->noun->fields[i];
      gint64 found;
      TendId id;

      if (field->type != TEND_FIELD_REFERENCE || field->refers == NULL || tend_record_is_unset (after, field))
        continue;
      id = tend_record_get_int (after, field);
      if (id == after->id || (before != NULL && tend_record_get_int (before, field) == id))
        continue;
      found = query_id (database, exists_sql (field->refers), id, error);
      if (found < 0)
        return FALSE;
      if (found == 0)
        {
          tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_MISSING, field->name, NULL, "%s: no such %s", field->name, field->refers);
          return FALSE;
        }
    }
  return TRUE;
}

static gint64
get_lead (gint64   manager,
          gpointer data)
{
  return MAX (query_id (data, "SELECT reports_to FROM manager WHERE id = ?1", manager, NULL), 0);
}

static gboolean
refuse_count (TendReason   reason,
              const char  *field,
              gint64       count,
              GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  if (count > 0)
    tend_set_error (error, TEND_ERROR_REFUSED, reason, field, value, "%s: %s rows stand against it", field, value);
  return count == 0;
}

static gboolean
check_manager (TendDatabase             *database,
               const TendManagerRecord  *before,
               const TendManagerRecord  *after,
               GError                  **error)
{
  if (after->reports_to != 0 && (before == NULL || before->reports_to != after->reports_to) &&
      tend_ladder_would_ring (after->base.id, after->reports_to, get_lead, database))
    {
      tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_RING, "reports_to", after->name, "reporting lines would form a ring");
      return FALSE;
    }
  if (before != NULL && before->active && !after->active)
    return refuse_count (TEND_REASON_HAS_ACCOUNTS, "active",
                         query_id (database, "SELECT count(*) FROM account WHERE owner = ?1", after->base.id, error), error);
  return TRUE;
}

static gboolean
check_manager_removal (TendDatabase  *database,
                       TendId         id,
                       GError       **error)
{
  return refuse_count (TEND_REASON_HAS_ACCOUNTS, "id",
                       query_id (database, "SELECT count(*) FROM account WHERE owner = ?1", id, error), error) &&
         refuse_count (TEND_REASON_HAS_REPORTS, "id",
                       query_id (database, "SELECT count(*) FROM manager WHERE reports_to = ?1", id, error), error) &&
         refuse_count (TEND_REASON_HAS_HISTORY, "id",
                       query_id (database, "SELECT (SELECT count(*) FROM handover WHERE \"from\" = ?1) +"
                                           " (SELECT count(*) FROM handover WHERE \"to\" = ?1) +"
                                           " (SELECT count(*) FROM follow_up WHERE manager = ?1)", id, error), error);
}

static gboolean
take_main (TendTransaction          *transaction,
           const TendContactRecord  *contact,
           GError                  **error)
{
  TendDatabase *database = tend_transaction_get_database (transaction);
  TendId main_id = query_id (database, "SELECT id FROM contact WHERE account = ?1 AND main = 1", contact->account, error);
  g_autoptr(TendRecord) before = NULL;
  g_autoptr(TendRecord) after = NULL;

  if (main_id < 0)
    return FALSE;
  if (main_id == 0 || main_id == contact->base.id)
    return TRUE;
  before = tend_table_read (database, &tend_contact_noun, main_id, error);
  if (before == NULL)
    return FALSE;
  after = tend_record_copy (before);
  ((TendContactRecord *) after)->main = FALSE;
  return tend_transaction_update (transaction, before, after, error);
}

static gboolean
check_follow_up (TendDatabase              *database,
                 const TendFollowUpRecord  *after,
                 GError                   **error)
{
  gint64 account;

  if (after->contact == 0)
    return TRUE;
  account = query_id (database, "SELECT account FROM contact WHERE id = ?1", after->contact, error);
  if (account == after->account)
    return TRUE;
  if (account >= 0)
    tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_MISSING, "contact", NULL, "the contact belongs to another account");
  return FALSE;
}

gboolean
tend_invariants_check (TendTransaction   *transaction,
                       const TendRecord  *before,
                       const TendRecord  *after,
                       GError           **error)
{
  TendDatabase *database = tend_transaction_get_database (transaction);

  if (after == NULL)
    return before->noun != &tend_manager_noun || check_manager_removal (database, before->id, error);
  if (!check_references (database, before, after, error))
    return FALSE;
  if (after->noun == &tend_manager_noun)
    return check_manager (database, (const TendManagerRecord *) before, (const TendManagerRecord *) after, error);
  if (after->noun == &tend_contact_noun && ((const TendContactRecord *) after)->main)
    return take_main (transaction, (const TendContactRecord *) after, error);
  if (after->noun == &tend_follow_up_noun)
    return check_follow_up (database, (const TendFollowUpRecord *) after, error);
  return TRUE;
}
