/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "children.h"

#include "../entities/account.h"
#include "../entities/contact.h"
#include "../entities/follow-up.h"
#include "../entities/handover.h"
#include "table.h"

typedef gboolean (*ChildFunc) (TendTransaction   *transaction,
                               const TendRecord  *child,
                               GError           **error);

static GPtrArray *
read_children (TendDatabase    *database,
               const TendNoun  *noun,
               const char      *column,
               TendId           parent,
               GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE \"%s\" = ?1 ORDER BY id",
                                          tend_table_get_columns (noun), noun->table, column);
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql, error);
  g_autoptr(GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_record_free);
  TendStep step;

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, parent);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (children, tend_table_read_row (noun, statement, 0));
  return step == TEND_STEP_DONE ? g_steal_pointer (&children) : NULL;
}

static gboolean
for_children (TendTransaction  *transaction,
              const TendNoun   *noun,
              const char       *column,
              TendId            parent,
              ChildFunc         func,
              GError          **error)
{
  g_autoptr(GPtrArray) children = read_children (tend_transaction_get_database (transaction), noun, column, parent, error);

  if (children == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!func (transaction, children->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
untie_contact (TendTransaction   *transaction,
               const TendRecord  *child,
               GError           **error)
{
  g_autoptr(TendRecord) after = tend_record_copy (child);

  ((TendFollowUpRecord *) after)->contact = 0;
  return tend_transaction_update (transaction, child, after, error);
}

static gboolean
untie_parent (TendTransaction   *transaction,
              const TendRecord  *child,
              GError           **error)
{
  g_autoptr(TendRecord) after = tend_record_copy (child);

  ((TendAccountRecord *) after)->parent = 0;
  return tend_transaction_update (transaction, child, after, error);
}

gboolean
tend_children_release (TendTransaction   *transaction,
                       const TendRecord  *record,
                       GError           **error)
{
  TendId id = record->id;

  if (record->noun == &tend_contact_noun)
    return for_children (transaction, &tend_follow_up_noun, "contact", id, untie_contact, error);
  if (record->noun != &tend_account_noun)
    return TRUE;
  return for_children (transaction, &tend_account_noun, "parent", id, untie_parent, error) &&
         for_children (transaction, &tend_follow_up_noun, "account", id, tend_transaction_delete, error) &&
         for_children (transaction, &tend_contact_noun, "account", id, tend_transaction_delete, error) &&
         for_children (transaction, &tend_handover_noun, "account", id, tend_transaction_delete, error);
}
