/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "children.h"

#include "../entities/manager.h"
#include "renewal.h"
#include "table.h"

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
untie (TendTransaction   *transaction,
       const TendRecord  *child,
       const TendField   *field,
       GError           **error)
{
  g_autoptr(TendRecord) after = tend_record_copy (child);

  tend_record_set_int (after, field, 0);
  return tend_transaction_update (transaction, child, after, error);
}

/* A row that must name @parent goes with it, one that may is untied. */
static gboolean
release (TendTransaction  *transaction,
         const TendNoun   *noun,
         const TendField  *field,
         TendId            parent,
         GError          **error)
{
  g_autoptr(GPtrArray) children = read_children (tend_transaction_get_database (transaction), noun, field->name, parent, error);

  if (children == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!(field->flags & TEND_FIELD_REQUIRED ? tend_transaction_delete (transaction, children->pdata[i], error)
                                             : untie (transaction, children->pdata[i], field, error)))
      return FALSE;
  return TRUE;
}

static gboolean
release_renewal (TendTransaction   *transaction,
                 const TendRecord  *record,
                 GError           **error)
{
  TendSummaryTable *summaries = tend_transaction_get_summaries (transaction, error);

  return summaries != NULL && tend_renewal_release (transaction, summaries, record, error);
}

gboolean
tend_children_release (TendTransaction   *transaction,
                       const TendRecord  *record,
                       GError           **error)
{
  const TendNoun *const *nouns = tend_nouns ();
  guint n_nouns = 0;

  /* Managers leave no rows behind: what names one keeps her in the book (invariants). */
  if (record->noun == &tend_manager_noun)
    return TRUE;
  if (!release_renewal (transaction, record, error))
    return FALSE;
  while (nouns[n_nouns] != NULL)
    n_nouns++;
  for (guint i = n_nouns; i > 0; i--)
    for (guint j = 0; j < nouns[i - 1]->n_fields; j++)
      {
        const TendField *field = &nouns[i - 1]->fields[j];

        if (g_strcmp0 (field->refers, record->noun->name) == 0 && !release (transaction, nouns[i - 1], field, record->id, error))
          return FALSE;
      }
  return TRUE;
}
