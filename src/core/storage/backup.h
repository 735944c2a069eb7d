/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* Consistent copies of a book, 0600, in "<book>.backups/". */

/* Copies what @database (a reader) sees to @path: temporary file, integrity check, fsync, rename. */
gboolean    tend_backup_write       (TendDatabase  *database,
                                     const char    *path,
                                     GError       **error);
/* The daily one, unless there is one of today; then the oldest above seven are removed. */
gboolean    tend_backup_write_daily (TendDatabase  *database,
                                     const char    *book,
                                     GError       **error);
/* One of its own kind ("before-import", "before-schema-2"); seven of a kind are kept. */
gboolean    tend_backup_write_before (TendDatabase *database,
                                     const char    *book,
                                     const char    *kind,
                                     GError       **error);
/* When the newest was made; 0 = there is none. */
TendInstant tend_backup_get_last    (const char    *book);
/* See tend_book_restore(). */
gboolean    tend_backup_restore     (const char    *book,
                                     const char    *backup,
                                     char         **aside,
                                     GError       **error);

G_END_DECLS
