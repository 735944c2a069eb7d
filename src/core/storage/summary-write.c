/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "summary-private.h"

#include <string.h>

#include "../entities/account.h"

/* The columns, and how each is read, compared and bound. */
typedef enum { COLUMN_NUMBER, COLUMN_MAYBE, COLUMN_INSTANT, COLUMN_DAY, COLUMN_BAND, COLUMN_FOCUS } ColumnType;

#define C(name, member, type) { name, G_STRUCT_OFFSET (TendSummaryColumns, member), COLUMN_##type, \
                                sizeof (((TendSummaryColumns *) NULL)->member) == sizeof (gint64) }

static const struct { const char *name; gsize offset; ColumnType type; gboolean wide; } columns[] = {
  C ("health", health, MAYBE),
  C ("health_band", band, BAND),
  C ("band_fell_on", fell_on, DAY),
  C ("last_contact", last_contact, INSTANT),
  C ("quiet_from", quiet_from, INSTANT),
  C ("quiet_red_from", quiet_red_from, INSTANT),
  C ("next_follow_up", next_follow_up, INSTANT),
  C ("open_needs", open_needs, NUMBER),
  C ("yearly_value", yearly_value, NUMBER),
  C ("balance", balance, NUMBER),
  C ("overdue", overdue, NUMBER),
  C ("overdue_since", overdue_since, DAY),
  C ("next_renewal", next_renewal, DAY),
  C ("focus", focus, FOCUS),
  C ("summary_day", day, DAY),
};

#define N_COLUMNS G_N_ELEMENTS (columns)
#define DAY_COLUMN (N_COLUMNS - 1)

static gint64
get_column (const TendSummaryColumns *self,
            guint                     at)
{
  return columns[at].wide ? G_STRUCT_MEMBER (gint64, self, columns[at].offset) : G_STRUCT_MEMBER (int, self, columns[at].offset);
}

static void
set_column (TendSummaryColumns *self,
            guint               at,
            gint64              value)
{
  if (columns[at].wide)
    G_STRUCT_MEMBER (gint64, self, columns[at].offset) = value;
  else
    G_STRUCT_MEMBER (int, self, columns[at].offset) = (int) value;
}

int
tend_summary_find_word (const char *const *words,
                        const char        *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (word != NULL && strcmp (words[i], word) == 0)
      return i;
  return 0;
}

static gint64
read_column (TendStatement *statement,
             int            column,
             ColumnType     type)
{
  switch (type)
    {
    case COLUMN_DAY:
      return tend_day_parse (tend_statement_get_text (statement, column));
    case COLUMN_BAND:
      return tend_summary_find_word (tend_bands, tend_statement_get_text (statement, column));
    case COLUMN_FOCUS:
      return tend_summary_find_word (tend_focus, tend_statement_get_text (statement, column));
    case COLUMN_MAYBE:
      return tend_statement_is_null (statement, column) ? -1 : tend_statement_get_int (statement, column);
    case COLUMN_NUMBER:
    case COLUMN_INSTANT:
    default:
      return tend_statement_get_int (statement, column);
    }
}

void
tend_summary_columns_read (TendSummaryColumns *self,
                           TendStatement      *statement,
                           int                 from)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    set_column (self, i, read_column (statement, from + (int) i, columns[i].type));
}

void
tend_summary_columns_compare (const TendSummaryColumns *a,
                              const TendSummaryColumns *b,
                              TendId                    account,
                              TendSummaryFunc           func,
                              gpointer                  data)
{
  for (guint i = 0; i < DAY_COLUMN; i++)
    if (get_column (a, i) != get_column (b, i))
      func (account, columns[i].name, data);
}

/* Binds a value; @text has to live until the statement was run. */
static void
bind_column (TendStatement *statement,
             int            index,
             ColumnType     type,
             gint64         value,
             char           text[TEND_DAY_SIZE])
{
  switch (type)
    {
    case COLUMN_DAY:
      tend_statement_bind_text (statement, index, tend_day_format ((TendDay) value, text));
      break;
    case COLUMN_BAND:
      tend_statement_bind_text (statement, index, tend_bands[value]);
      break;
    case COLUMN_FOCUS:
      tend_statement_bind_text (statement, index, tend_focus[value]);
      break;
    case COLUMN_MAYBE:
      if (value < 0)
        tend_statement_bind_null (statement, index);
      else
        tend_statement_bind_int (statement, index, value);
      break;
    case COLUMN_INSTANT:
      tend_statement_bind_id (statement, index, value);
      break;
    case COLUMN_NUMBER:
    default:
      tend_statement_bind_int (statement, index, value);
      break;
    }
}

/* Only the columns that change: an index is left alone whose columns a statement does not name. */
static gboolean
write_columns (TendDatabase          *database,
               const TendSummaryRow  *row,
               guint                  changed,
               GError               **error)
{
  g_autoptr(GString) sql = g_string_sized_new (400);
  g_autoptr(TendStatement) statement = NULL;
  char texts[N_COLUMNS][TEND_DAY_SIZE];

  g_string_append (sql, "UPDATE account SET ");
  for (guint i = 0; i < N_COLUMNS; i++)
    if (changed & (1u << i))
      g_string_append_printf (sql, "%s%s = ?%u", (changed & ((1u << i) - 1)) != 0 ? ", " : "", columns[i].name, i + 2);
  g_string_append (sql, " WHERE id = ?1");
  statement = tend_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, row->id);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (changed & (1u << i))
      bind_column (statement, (int) i + 2, columns[i].type, get_column (&row->computed, i), texts[i]);
  return tend_statement_run (statement, error);
}

static gboolean
write_day (TendDatabase          *database,
           const TendSummaryRow  *row,
           GError               **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "INSERT INTO health_day (account, day, score, band, reasons) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (account, day)"
    " DO UPDATE SET score = excluded.score, band = excluded.band, reasons = excluded.reasons", error);
  char day[TEND_DAY_SIZE];

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, row->id);
  tend_statement_bind_text (statement, 2, tend_day_format (row->computed.day, day));
  if (row->computed.health < 0)
    tend_statement_bind_null (statement, 3);
  else
    tend_statement_bind_int (statement, 3, row->computed.health);
  tend_statement_bind_text (statement, 4, tend_bands[row->computed.band]);
  tend_statement_bind_text (statement, 5, row->reasons);
  return tend_statement_run (statement, error);
}

static gboolean
remove_days (TendDatabase  *database,
             TendId         account,
             TendDay        from,
             GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "DELETE FROM health_day WHERE account = ?1 AND day >= ?2", error);
  char day[TEND_DAY_SIZE];

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_int (statement, 1, account);
  tend_statement_bind_text (statement, 2, tend_day_format (from, day));
  return tend_statement_run (statement, error);
}

/* What stands for today depends on the days before and on what holds now, not on the way there: taking a change back
 * takes its point away again. */
static gboolean
write_course (TendDatabase          *database,
              const TendSummaryRow  *row,
              const TendRules       *rules,
              GError               **error)
{
  TendHealthPoint now = { row->computed.day, row->computed.health, row->computed.band };
  gboolean moved = tend_health_moved (rules, row->has_before ? &row->before : NULL, &now);
  gboolean stands = row->has_present && row->present.score == now.score && row->present.band == now.band;

  if ((row->has_later || (row->has_present && !moved)) && !remove_days (database, row->id, moved ? now.day + 1 : now.day, error))
    return FALSE;
  return !moved || stands || write_day (database, row, error);
}

gboolean
tend_summary_row_write (TendDatabase          *database,
                        const TendSummaryRow  *row,
                        const TendRules       *rules,
                        gboolean               keep_timeless,
                        GError               **error)
{
  guint changed = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (get_column (&row->stored, i) != get_column (&row->computed, i))
      changed |= 1u << i;
  if (keep_timeless && row->timeless && changed == 1u << DAY_COLUMN)
    changed = 0;
  return (changed == 0 || write_columns (database, row, changed, error)) && write_course (database, row, rules, error);
}

char *
tend_summary_make_reasons (const TendHealth *health)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < health->n_reasons; i++)
    {
      const TendHealthReason *reason = &health->reasons[i];

      g_string_append_printf (json, "%s{\"input\":\"%s\",\"score\":%d,\"weight\":%d,\"points\":%d,\"value\":%d,\"age_days\":%d}",
                              i > 0 ? "," : "", tend_health_inputs[reason->input], reason->score, reason->weight,
                              reason->points, reason->value, reason->age_days);
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}
