/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-private.h"
#include "storage/rule-table.h"
#include "storage/today-table.h"

static gpointer
today_work (gpointer       context,
            TendDatabase  *database,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  TendRules rules;

  if (!tend_rule_table_read (database, &rules, error))
    return NULL;
  return tend_today_table_read (database, data, &rules, cancellable, error);
}

TendToday *
tend_book_get_today (TendBook              *self,
                     const TendTodayQuery  *query,
                     GError               **error)
{
  return tend_book_call (self, self->reader, today_work, (gpointer) query, error);
}

void
tend_book_get_today_async (TendBook             *self,
                           const TendTodayQuery *query,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  tend_book_push (self, self->reader, today_work, g_memdup2 (query, sizeof *query), g_free, (GDestroyNotify) tend_today_free,
                  cancellable, callback, user_data);
}

TendToday *
tend_book_get_today_finish (TendBook      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
