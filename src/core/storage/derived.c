/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "derived.h"

#include "../ids.h"
#include "../rules/fold.h"
#include "account-table.h"
#include "setting-table.h"
#include "summary-table.h"

#define FOLD_SETTING "fold-version"

/* The sort keys: which column each is made from. */
static const struct { const char *table; const char *key; const char *select; const char *update; } keys[] = {
  { "manager", "name_key", "SELECT id, name, name_key FROM manager", "UPDATE manager SET name_key = ?1 WHERE id = ?2" },
  { "account", "name_key", "SELECT id, name, name_key FROM account", "UPDATE account SET name_key = ?1 WHERE id = ?2" },
  { "account", "city_key", "SELECT id, city, city_key FROM account WHERE city IS NOT NULL",
    "UPDATE account SET city_key = ?1 WHERE id = ?2" },
  { "product", "name_key", "SELECT id, name, name_key FROM product", "UPDATE product SET name_key = ?1 WHERE id = ?2" },
};

gboolean
tend_derived_is_current (TendDatabase *database)
{
  g_autofree char *version = tend_setting_table_get (database, FOLD_SETTING, NULL);

  return g_strcmp0 (version, G_STRINGIFY (TEND_FOLD_VERSION)) == 0;
}

static gboolean
compare_key (TendDatabase     *database,
             guint             at,
             TendDerivedFunc   func,
             gpointer          data,
             GError          **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database, keys[at].select, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      g_autofree char *key = tend_fold_sort_key (tend_statement_get_text (statement, 1));

      if (g_strcmp0 (key, tend_statement_get_text (statement, 2)) != 0)
        func (keys[at].table, tend_statement_get_int (statement, 0), keys[at].key, data);
    }
  return step == TEND_STEP_DONE;
}

static gboolean
compare_texts (TendDatabase     *database,
               TendDerivedFunc   func,
               gpointer          data,
               GError          **error)
{
  g_autoptr(TendStatement) statement = tend_database_prepare (database,
    "SELECT a.id, t.text FROM account AS a LEFT JOIN account_text AS t ON t.account = a.id", error);
  TendStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendId account = tend_statement_get_int (statement, 0);
      g_autofree char *text = tend_account_table_make_text (database, account, error);

      if (text == NULL)
        return FALSE;
      if (g_strcmp0 (text, tend_statement_get_text (statement, 1)) != 0)
        func ("account", account, "text", data);
    }
  return step == TEND_STEP_DONE;
}

gboolean
tend_derived_compare (TendDatabase     *database,
                      TendDerivedFunc   func,
                      gpointer          data,
                      GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!compare_key (database, i, func, data, error))
      return FALSE;
  return compare_texts (database, func, data, error);
}

static void
collect (const char *table,
         TendId      id,
         const char *column,
         gpointer    data)
{
  g_array_append_val ((GArray *) data, id);
}

static char *
make_key (TendDatabase  *database,
          guint          at,
          TendId         id,
          GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("%s %s id = ?1", keys[at].select,
                                          g_str_has_suffix (keys[at].select, "NULL") ? "AND" : "WHERE");
  g_autoptr(TendStatement) statement = tend_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  tend_statement_bind_int (statement, 1, id);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return NULL;
  return tend_fold_sort_key (tend_statement_get_text (statement, 1));
}

static gboolean
write_key (TendDatabase  *database,
           guint          at,
           TendId         id,
           GError       **error)
{
  g_autofree char *key = make_key (database, at, id, error);
  g_autoptr(TendStatement) statement = key != NULL ? tend_database_prepare (database, keys[at].update, error) : NULL;

  if (statement == NULL)
    return FALSE;
  tend_statement_bind_text (statement, 1, key);
  tend_statement_bind_int (statement, 2, id);
  return tend_statement_run (statement, error);
}

/* What differs is listed first and written after: the rows written must not be those still being walked. */
static gboolean
rebuild_key (TendDatabase  *database,
             guint          at,
             GError       **error)
{
  g_autoptr(GArray) ids = tend_ids_new ();

  if (!compare_key (database, at, collect, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!write_key (database, at, g_array_index (ids, TendId, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
rebuild_texts (TendDatabase  *database,
               GError       **error)
{
  g_autoptr(GArray) ids = tend_ids_new ();

  if (!compare_texts (database, collect, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!tend_account_table_write_text (database, g_array_index (ids, TendId, i), error))
      return FALSE;
  return TRUE;
}

gboolean
tend_derived_rebuild (TendDatabase  *database,
                      GError       **error)
{
  g_autoptr(TendSummaryTable) summaries = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!rebuild_key (database, i, error))
      return FALSE;
  summaries = tend_summary_table_new (database, g_get_real_time (), error);
  return summaries != NULL && tend_summary_table_write_all (summaries, error) && rebuild_texts (database, error) &&
         tend_setting_table_set (database, FOLD_SETTING, G_STRINGIFY (TEND_FOLD_VERSION), error);
}
