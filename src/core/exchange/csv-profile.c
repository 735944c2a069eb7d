/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-csv-profile"

#include "config.h"

#include <string.h>

#include "../rules/money.h"
#include "csv-dialect-private.h"

/* What the cells of one column say for and against each reading. */
typedef struct
{
  guint points;
  guint commas;
  guint either;                 /* 1,234 and 1.234 */
  guint ymd;
  guint dmy;
  guint mdy;
  guint both;                   /* 03/04/2026 */
  guint short_years;            /* 03.04.26 */
} Votes;

/* Which mark a number is written with: '.', ',', '?' where either would do, '\0' where it has none. Signs and currencies may
 * stand around it. */
static char
decimal_of (const char *text)
{
  const char *digits = text + strcspn (text, "0123456789");
  gsize length = strspn (digits, "0123456789.,' ");
  g_autofree char *number = NULL;
  const char *point;
  const char *comma;
  const char *mark;

  if (digits > text && (digits[-1] == '.' || digits[-1] == ','))
    return digits[-1];
  while (length > 0 && !g_ascii_isdigit (digits[length - 1]))
    length--;
  number = g_strndup (digits, length);
  point = strrchr (number, '.');
  comma = strrchr (number, ',');
  mark = comma == NULL || (point != NULL && point > comma) ? point : comma;

  if (mark == NULL)
    return '\0';
  if (point != NULL && comma != NULL)
    return *mark;
  if (strchr (number, *mark) != mark)
    return *mark == '.' ? ',' : '.';    /* twice: it parts thousands */
  if (strlen (mark) != 4 || mark - number > 3 || *number == '0')
    return *mark;

  return '?';
}

static gboolean
is_number (const char *text)
{
  TendDecimal sum;
  gint64 value;
  char currency[4];

  return tend_value_parse_number (text, '.', &value) || tend_value_parse_number (text, ',', &value) ||
         tend_decimal_parse (text, '\0', &sum, currency) == TEND_REASON_NONE;
}

static void
vote_number (Votes      *votes,
             const char *text)
{
  char mark = decimal_of (text);

  votes->points += mark == '.';
  votes->commas += mark == ',';
  votes->either += mark == '?';
}

static gboolean
vote_date (Votes      *votes,
           const char *text)
{
  TendParsedDate date;
  gboolean dmy = tend_value_parse_date (text, TEND_DATE_ORDER_DMY, &date);
  gboolean mdy = tend_value_parse_date (text, TEND_DATE_ORDER_MDY, &date);
  gsize digits = strspn (text, "0123456789");

  if (!dmy && !mdy)
    return FALSE;

  votes->short_years += date.short_year;
  if (digits == 4)
    votes->ymd++;
  else if (text[digits] == '.' || !mdy)
    votes->dmy++;
  else if (!dmy)
    votes->mdy++;
  else
    votes->both++;

  return TRUE;
}

static void
look_at_column (TendCsvColumn *column,
                Votes         *votes,
                GPtrArray     *rows,
                guint          first,
                guint          index)
{
  for (guint i = first; i < rows->len; i++)
    {
      const TendCsvSampleRow *row = g_ptr_array_index (rows, i);
      const char *text;

      column->seen++;
      if (index >= row->cells->len)
        continue;
      text = g_ptr_array_index (row->cells, index);
      if (*text == '\0')
        continue;

      column->filled++;
      column->emails += strchr (text, '@') != NULL;
      if (vote_date (votes, text))
        {
          column->dates++;
        }
      else if (is_number (text))
        {
          column->numbers++;
          vote_number (votes, text);
        }
    }
}

/* Four of five: a date column with some dirt is still a date column. */
static gboolean
holds_dates (const TendCsvColumn *column)
{
  return column->dates > 0 && column->dates * 5 >= column->filled * 4;
}

static void
settle_decimal (TendCsvColumn *column,
                const Votes   *votes,
                const Votes   *all,
                char           decimal,
                char           delimiter)
{
  if (decimal != '\0')
    column->decimal = decimal;
  else if (votes->points != votes->commas)
    column->decimal = votes->commas > votes->points ? ',' : '.';
  else if (all->points != all->commas)
    column->decimal = all->commas > all->points ? ',' : '.';
  else
    column->decimal = delimiter == ';' ? ',' : '.';

  column->decimal_ambiguous = decimal == '\0' && votes->either > 0 && votes->points == 0 && votes->commas == 0;
}

static void
settle_dates (TendCsvColumn *column,
              const Votes   *votes,
              const Votes   *all,
              TendDateOrder  order)
{
  if (!holds_dates (column))
    {
      column->date_order = order;
      return;
    }

  if (order != TEND_DATE_ORDER_NONE)
    column->date_order = order;
  else if (votes->ymd > votes->dmy + votes->mdy + votes->both)
    column->date_order = TEND_DATE_ORDER_YMD;
  else if (votes->dmy != votes->mdy)
    column->date_order = votes->dmy > votes->mdy ? TEND_DATE_ORDER_DMY : TEND_DATE_ORDER_MDY;
  else
    column->date_order = all->mdy > all->dmy ? TEND_DATE_ORDER_MDY : TEND_DATE_ORDER_DMY;

  column->date_ambiguous = order == TEND_DATE_ORDER_NONE && votes->both > 0 && votes->dmy == 0 && votes->mdy == 0 &&
                           all->dmy == 0 && all->mdy == 0;
}

static void
add_votes (Votes       *all,
           const Votes *votes)
{
  all->points += votes->points;
  all->commas += votes->commas;
  all->dmy += votes->dmy;
  all->mdy += votes->mdy;
  all->ymd += votes->ymd;
}

static TendDateOrder
most_used_order (TendCsvDialect *dialect)
{
  guint n[4] = { 0, };
  TendDateOrder best = TEND_DATE_ORDER_NONE;

  for (guint i = 0; i < dialect->columns->len; i++)
    {
      const TendCsvColumn *column = tend_csv_dialect_get_column (dialect, i);

      if (holds_dates (column))
        n[column->date_order] += column->dates;
    }
  for (guint i = 1; i < G_N_ELEMENTS (n); i++)
    if (n[i] > n[best])
      best = i;

  return best;
}

/* Reads off the sample what kind of values each column holds. @overrides overrule, where they say something. */
void
tend_csv_profile_columns (TendCsvDialect         *dialect,
                          GPtrArray              *rows,
                          const TendCsvOverrides *overrides)
{
  g_autofree Votes *votes = g_new0 (Votes, dialect->columns->len + 1);
  Votes all = { 0, };
  guint first = dialect->n_skipped + dialect->has_header;
  guint commas = 0;

  for (guint i = 0; i < dialect->columns->len; i++)
    {
      look_at_column (g_ptr_array_index (dialect->columns, i), &votes[i], rows, first, i);
      add_votes (&all, &votes[i]);
    }

  for (guint i = 0; i < dialect->columns->len; i++)
    {
      TendCsvColumn *column = g_ptr_array_index (dialect->columns, i);

      settle_decimal (column, &votes[i], &all, overrides->decimal, dialect->delimiter);
      settle_dates (column, &votes[i], &all, overrides->date_order);
      column->short_years = overrides->short_years;
      dialect->short_dates |= holds_dates (column) && votes[i].short_years > 0;
      commas += column->decimal == ',';
    }

  dialect->decimal = commas * 2 > dialect->columns->len ? ',' : '.';
  dialect->date_order = overrides->date_order != TEND_DATE_ORDER_NONE ? overrides->date_order : most_used_order (dialect);
}
