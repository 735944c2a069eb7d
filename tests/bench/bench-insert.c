/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-insert MORE BOOK: inserts every row that the book MORE has beyond those of BOOK into the same tables of BOOK by
 * prepared statements, in one transaction. The rows stand in memory before the clock starts. */
#include "bench.h"

#include "raw.h"

/* In an order in which references lead back; what each import writes. Keys only grow, in all tables together. */
static const struct { const char *name, *key; } tables[] = {
  { "manager", "id" },
  { "account", "id" },
  { "account_text", "account" },
  { "contact", "id" },
  { "follow_up", "id" },
  { "handover", "id" },
  { "origin", "id" },
  { "change", "sequence" },
};

typedef struct
{
  const char     *table;
  int             n_columns;
  GPtrArray      *values;   /* sqlite3_value, row by row */
} Rows;

static gint64
read_newest (sqlite3    *database,
             const char *table,
             const char *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (\"%s\"), 0) FROM \"%s\"", key, table);
  sqlite3_stmt *statement = raw_prepare (database, sql);
  gint64 newest;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  newest = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return newest;
}

static void
read_table (sqlite3    *database,
            const char *table,
            const char *key,
            gint64      after,
            Rows       *rows)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" > %" G_GINT64_FORMAT, table, key, after);
  sqlite3_stmt *statement = raw_prepare (database, sql);

  rows->table = table;
  rows->n_columns = sqlite3_column_count (statement);
  rows->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < rows->n_columns; i++)
        g_ptr_array_add (rows->values, sqlite3_value_dup (sqlite3_column_value (statement, i)));
    }

  sqlite3_finalize (statement);
}

static void
insert_table (sqlite3    *database,
              const Rows *rows)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?1", rows->table);
  for (int i = 2; i <= rows->n_columns; i++)
    g_string_append_printf (sql, ", ?%d", i);
  g_string_append_c (sql, ')');
  statement = raw_prepare (database, sql->str);
  for (guint at = 0; at < rows->values->len; at += (guint) rows->n_columns)
    {
      for (int i = 0; i < rows->n_columns; i++)
        sqlite3_bind_value (statement, i + 1, g_ptr_array_index (rows->values, at + (guint) i));
      raw_run (statement);
    }

  sqlite3_finalize (statement);
}

int
main (int   argc,
      char *argv[])
{
  sqlite3 *from = raw_open (argv[1], FALSE);
  sqlite3 *to = raw_open (argv[2], TRUE);
  GArray *baseline = bench_samples ();
  Rows all[G_N_ELEMENTS (tables)];
  double start;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    read_table (from, tables[i].name, tables[i].key, read_newest (to, tables[i].name, tables[i].key), &all[i]);
  sqlite3_close (from);

  start = bench_now ();
  raw_exec (to, "BEGIN IMMEDIATE");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    insert_table (to, &all[i]);
  raw_exec (to, "COMMIT");
  bench_add (baseline, bench_now () - start);
  sqlite3_close (to);

  bench_report ("baseline", "us", baseline);

  return 0;
}
