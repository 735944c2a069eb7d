/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "invariants.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/manager.h"
#include "../entities/product.h"
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

/* Whether @id is a row of @noun; of an account's own things only those of @account count. */
static gint64
find_referred (TendDatabase    *database,
               const TendNoun  *noun,
               TendId           id,
               TendId           account,
               GError         **error)
{
  gboolean owned = account != 0 && tend_noun_get_field (noun, "account") != NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", owned ? "account" : "1", noun->table);
  gint64 found = query_id (database, sql, id, error);

  return owned && found > 0 ? found == account : found;
}

static TendId
account_of (const TendRecord *record)
{
  const TendField *field = record != NULL ? tend_noun_get_field (record->noun, "account") : NULL;

  return field != NULL ? tend_record_get_int (record, field) : 0;
}

static gboolean
check_references (TendDatabase      *database,
                  const TendRecord  *before,
                  const TendRecord  *after,
                  GError           **error)
{
  TendId account = account_of (after);
  gboolean moved = before != NULL && account_of (before) != account;

  for (guint i = 0; i < after->noun->n_fields; i++)
    {
      const TendField *field = &after->noun->fields[i];
      gint64 found;
      TendId id;

      if (field->type != TEND_FIELD_REFERENCE || field->refers == NULL || tend_record_is_unset (after, field))
        continue;
      id = tend_record_get_int (after, field);
      if (id == after->id || (!moved && before != NULL && tend_record_get_int (before, field) == id))
        continue;
      found = find_referred (database, tend_noun_from_name (field->refers), id, account, error);
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

static gint64
get_parent (gint64   account,
            gpointer data)
{
  return MAX (query_id (data, "SELECT parent FROM account WHERE id = ?1", account, NULL), 0);
}

/* Whoever walks up from an account would never come to an end. */
static gboolean
check_account (TendDatabase             *database,
               const TendAccountRecord  *before,
               const TendAccountRecord  *after,
               GError                  **error)
{
  if (after->parent == 0 || (before != NULL && before->parent == after->parent) ||
      !tend_ladder_would_ring (after->base.id, after->parent, get_parent, database))
    return TRUE;
  tend_set_error (error, TEND_ERROR_INPUT, TEND_REASON_RING, "parent", after->name, "accounts would belong to each other in a ring");
  return FALSE;
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
                                           " (SELECT count(*) FROM follow_up WHERE manager = ?1) +"
                                           " (SELECT count(*) FROM need WHERE manager = ?1) +"
                                           " (SELECT count(*) FROM opportunity WHERE manager = ?1) +"
                                           " (SELECT count(*) FROM purchase WHERE sold_by = ?1) +"
                                           " (SELECT count(*) FROM pulse WHERE manager = ?1) +"
                                           " (SELECT count(*) FROM interaction WHERE manager = ?1) +"
                                           " (SELECT count(*) FROM interaction WHERE on_behalf_of = ?1)", id, error), error);
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
check_product_removal (TendDatabase  *database,
                       TendId         id,
                       GError       **error)
{
  return refuse_count (TEND_REASON_HAS_PURCHASES, "id",
                       query_id (database, "SELECT count(*) FROM purchase WHERE product = ?1", id, error), error);
}

gint64
tend_invariants_count_money (TendDatabase  *database,
                             TendId         account,
                             GError       **error)
{
  return query_id (database, "SELECT (SELECT count(*) FROM purchase WHERE account = ?1 AND yearly_value <> 0) +"
                             " (SELECT count(*) FROM opportunity WHERE account = ?1 AND amount <> 0) +"
                             " (SELECT count(*) FROM invoice WHERE account = ?1)", account, error);
}

/* Amounts carry no currency of their own: changing the account's would change what they are worth. */
static gboolean
check_currency (TendDatabase             *database,
                const TendAccountRecord  *before,
                const TendAccountRecord  *after,
                GError                  **error)
{
  if (before == NULL || before->currency == NULL || g_strcmp0 (before->currency, after->currency) == 0)
    return TRUE;
  return refuse_count (TEND_REASON_HAS_MONEY, "currency",
                       tend_invariants_count_money (database, after->base.id, error), error);
}

static gboolean
check_removal (TendDatabase      *database,
               const TendRecord  *record,
               GError           **error)
{
  if (record->noun == &tend_manager_noun)
    return check_manager_removal (database, record->id, error);
  return record->noun != &tend_product_noun || check_product_removal (database, record->id, error);
}

gboolean
tend_invariants_check (TendTransaction   *transaction,
                       const TendRecord  *before,
                       const TendRecord  *after,
                       GError           **error)
{
  TendDatabase *database = tend_transaction_get_database (transaction);

  if (after == NULL)
    return check_removal (database, before, error);
  if (!check_references (database, before, after, error))
    return FALSE;
  if (after->noun == &tend_manager_noun)
    return check_manager (database, (const TendManagerRecord *) before, (const TendManagerRecord *) after, error);
  if (after->noun == &tend_contact_noun && ((const TendContactRecord *) after)->main)
    return take_main (transaction, (const TendContactRecord *) after, error);
  if (after->noun == &tend_account_noun)
    return check_account (database, (const TendAccountRecord *) before, (const TendAccountRecord *) after, error) &&
           check_currency (database, (const TendAccountRecord *) before, (const TendAccountRecord *) after, error);
  return TRUE;
}
