/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "summary-pass.h"

#include "setting-table.h"
#include "summary-table.h"

/* How many accounts a step computes: some 10 ms. */
#define STEP 500
/* The day for which the last pass has computed all. */
#define DAY_SETTING "summary-day"

gboolean
tend_summary_pass_get_generation (TendDatabase  *database,
                                  gint64        *generation,
                                  GError       **error)
{
  return tend_database_get_int (database, "SELECT value FROM setting WHERE key = 'summary-generation'", generation, error);
}

static gboolean
count_up (TendDatabase  *database,
          GError       **error)
{
  return tend_database_exec (database,
    "INSERT INTO setting (key, value) VALUES ('summary-generation', '1')"
    " ON CONFLICT (key) DO UPDATE SET value = cast (value + 1 AS TEXT)", error);
}

gboolean
tend_summary_pass_require (TendDatabase  *database,
                           GError       **error)
{
  return tend_database_exec (database, "UPDATE account SET summary_day = NULL WHERE summary_day IS NOT NULL", error) &&
         tend_setting_table_set (database, DAY_SETTING, NULL, error);
}

static gboolean
is_of_zone (TendSummaryPass *self,
            TendDatabase    *database)
{
  g_autofree char *zone = tend_setting_table_get (database, TEND_SUMMARY_ZONE_SETTING, NULL);

  return g_strcmp0 (zone, self->zone) == 0;
}

static gboolean
is_of_day (TendDatabase *database,
           TendDay       day)
{
  g_autofree char *found = tend_setting_table_get (database, DAY_SETTING, NULL);

  return tend_day_parse (found) == day;
}

/* Whether some account holds for another day. */
static gboolean
find_stale (TendDatabase  *database,
            TendDay        day,
            gboolean      *stale,
            GError       **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT 1 FROM account WHERE summary_day IS NULL OR summary_day < ?1 OR summary_day > ?1 LIMIT 1", error);
  char text[TEND_DAY_SIZE];
  TendStep step;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, tend_day_format (day, text));
  step = tend_statement_step (statement, error);
  *stale = step == TEND_STEP_ROW;
  return step != TEND_STEP_ERROR;
}

/* Those whose summary is the same on every day keep theirs: the day of the last pass says that they were looked at. */
gboolean
tend_summary_pass_look (TendSummaryPass  *self,
                        TendDatabase     *database,
                        GError          **error)
{
  g_autoptr(TendSummaryTable) table = tend_summary_table_new (database, self->now, error);
  gboolean stale;

  if (table == NULL || !find_stale (database, tend_summary_table_get_today (table), &stale, error))
    return FALSE;
  self->day = TEND_DAY_NONE;
  self->after = 0;
  self->done = !stale || is_of_day (database, tend_summary_table_get_today (table));
  self->done = self->done && (is_of_zone (self, database) || !tend_summary_table_has_zone (table));
  return TRUE;
}

/* Somebody travels, or the book came from elsewhere. */
static gboolean
adopt_zone (TendSummaryPass  *self,
            TendDatabase     *database,
            GError          **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (self->zone);

  /* What has no name that can be told to others stays this computer's own. */
  if (zone == NULL || is_of_zone (self, database))
    return TRUE;
  return tend_setting_table_set (database, TEND_SUMMARY_ZONE_SETTING, self->zone, error) &&
         tend_summary_pass_require (database, error);
}

static gboolean
finish (TendSummaryPass  *self,
        TendDatabase     *database,
        GError          **error)
{
  char day[TEND_DAY_SIZE];

  self->done = TRUE;
  return tend_setting_table_set (database, DAY_SETTING, tend_day_format (self->day, day), error) && count_up (database, error);
}

gboolean
tend_summary_pass_step (TendSummaryPass  *self,
                        TendDatabase     *database,
                        GError          **error)
{
  g_autoptr(TendSummaryTable) table = NULL;

  if (!adopt_zone (self, database, error))
    return FALSE;
  table = tend_summary_table_new (database, self->now, error);
  if (table == NULL)
    return FALSE;
  /* Midnight came on the way: those that are done hold for yesterday. */
  if (self->day != tend_summary_table_get_today (table))
    self->after = 0;
  self->day = tend_summary_table_get_today (table);
  /* Another process has finished it meanwhile, and told. */
  self->done = is_of_day (database, self->day);
  if (self->done)
    return TRUE;
  if (!tend_summary_table_write_stale (table, STEP, &self->after, error))
    return FALSE;
  return self->after != 0 || finish (self, database, error);
}
