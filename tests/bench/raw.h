/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite with nothing in between: the other side of what is measured. It has the durability and caches that a book has, so
 * that only what Tend does besides is told apart. */
sqlite3      *raw_open      (const char   *path,
                             gboolean      writable);
void          raw_exec      (sqlite3      *database,
                             const char   *sql);
sqlite3_stmt *raw_prepare   (sqlite3      *database,
                             const char   *sql);
/* Steps a statement that answers no rows, and makes it ready again. */
void          raw_run       (sqlite3_stmt *statement);
/* Reads every column of the row that the statement stands at, and gives a sum that the compiler cannot leave out. */
gint64        raw_read_all  (sqlite3_stmt *statement);

G_END_DECLS
