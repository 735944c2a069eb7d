/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "summary-private.h"

#include "../entities/account.h"

/* What stands in the book about summaries, read and compared. */

/* The end of a day, so far as it has come. */
static TendInstant
last_of_day (TendSummaryTable *self,
             TendDay           day)
{
  return tend_day_to_instant (day + 1, tend_summary_table_get_zone (self)) - 1;
}

static void
note_difference (TendId      account,
                 const char *column,
                 gpointer    data)
{
  *(gboolean *) data = TRUE;
}

/* What happens in the course of the day counts from the moment on at which the account was computed: a meeting of the
 * afternoon is none yet for a summary of the morning, which holds for the whole day all the same. */
static gboolean
compare_account (TendSummaryTable  *self,
                 TendId             account,
                 TendDay            day,
                 TendSummaryFunc    func,
                 gpointer           data,
                 GError           **error)
{
  TendInstant morning = tend_day_to_instant (day, tend_summary_table_get_zone (self)) - 1;
  const TendSummaryRow *row = tend_summary_table_compute_at (self, account, day, last_of_day (self, day), error);
  gboolean differs = FALSE;

  if (row == NULL)
    return error == NULL || *error == NULL;
  tend_summary_columns_compare (&row->stored, &row->computed, account, note_difference, &differs);
  if (!differs)
    return TRUE;
  row = tend_summary_table_compute_at (self, account, day, MAX (morning, row->stored.last_contact), error);
  if (row == NULL)
    return error == NULL || *error == NULL;
  tend_summary_columns_compare (&row->stored, &row->computed, account, func, data);
  return TRUE;
}

typedef struct
{
  TendId  account;
  TendDay day;
} Held;

gboolean
tend_summary_table_compare (TendSummaryTable  *self,
                            TendSummaryFunc    func,
                            gpointer           data,
                            GError           **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (tend_summary_table_get_database (self),
    "SELECT id, summary_day FROM account WHERE summary_day IS NOT NULL ORDER BY id", error);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Held));
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      Held held = { tend_statement_get_int (statement, 0), tend_day_parse (tend_statement_get_text (statement, 1)) };

      g_array_append_val (all, held);
    }
  if (step == TEND_STEP_ERROR)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!compare_account (self, g_array_index (all, Held, i).account, g_array_index (all, Held, i).day, func, data, error))
      return FALSE;
  return TRUE;
}

GArray *
tend_summary_table_list_days (TendDatabase  *database,
                              TendId         account,
                              TendDay        since,
                              TendDay        until,
                              GError       **error)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (TendHealthPoint));
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT day, score, band FROM health_day WHERE account = ?1 AND day < ?3 AND day >="
    " coalesce ((SELECT max(day) FROM health_day WHERE account = ?1 AND day <= ?2), '') ORDER BY day", error);
  char from[TEND_DAY_SIZE], to[TEND_DAY_SIZE];
  TendStep step;

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, account);
  tend_statement_bind_text (statement, 2, tend_day_format (since, from));
  tend_statement_bind_text (statement, 3, tend_day_format (until, to));
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendHealthPoint point = {
        .day = tend_day_parse (tend_statement_get_text (statement, 0)),
        .score = tend_statement_is_null (statement, 1) ? -1 : (int) tend_statement_get_int (statement, 1),
        .band = tend_summary_find_word (tend_bands, tend_statement_get_text (statement, 2)),
      };

      g_array_append_val (points, point);
    }
  return step == TEND_STEP_DONE ? g_steal_pointer (&points) : NULL;
}
