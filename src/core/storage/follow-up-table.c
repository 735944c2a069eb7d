/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "follow-up-table.h"

#include "../ids.h"

/* One that is nobody's reminds the owner of its account (rules.md). Both run along the partial index of what has not reminded yet: microseconds among a million. */
#define PENDING "remind_at IS NOT NULL AND reminded_at IS NULL AND (?2 IS NULL OR" \
  " coalesce (manager, (SELECT owner FROM account WHERE id = follow_up.account)) = ?2)"

static gboolean
read_next (TendDatabase  *database,
           TendInstant    now,
           TendId         manager,
           TendInstant   *next,
           GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT remind_at FROM follow_up WHERE " PENDING " AND remind_at > ?1 ORDER BY remind_at LIMIT 1", error);
  TendStep step;

  *next = 0;
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, now);
  tend_statement_bind_id (statement, 2, manager);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *next = tend_statement_get_int (statement, 0);
  return step != TEND_STEP_ERROR;
}

GArray *
tend_follow_up_table_list_due (TendDatabase  *database,
                               TendInstant    now,
                               TendId         manager,
                               TendInstant   *next,
                               GError       **error)
{
  g_autoptr(GArray) ids = tend_ids_new ();
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT id FROM follow_up WHERE " PENDING " AND remind_at <= ?1 ORDER BY remind_at, id", error);
  TendStep step;

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, now);
  tend_statement_bind_id (statement, 2, manager);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendId id = tend_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (step == TEND_STEP_ERROR || !read_next (database, now, manager, next, error))
    return NULL;
  return g_steal_pointer (&ids);
}

gboolean
tend_follow_up_table_mark (TendDatabase  *database,
                           const TendId  *follow_ups,
                           gsize          n_follow_ups,
                           TendInstant    at,
                           GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "UPDATE follow_up SET reminded_at = ?1 WHERE id = ?2 AND reminded_at IS NULL AND remind_at <= ?1", error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_follow_ups; i++)
    {
      tend_statement_bind_int (statement, 1, at);
      tend_statement_bind_int (statement, 2, follow_ups[i]);
      if (!tend_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
