/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* Looks at a file before SQLite does: a 0-byte file and a link to a device would open as an empty database, and a newer
 * book must not be touched. @schema gets its schema number. The codes are those of tend_book_open(). */
gboolean tend_file_check          (const char  *path,
                                   int         *schema,
                                   GError     **error);
/* The place itself, whatever links lead there: locks and logs stand beside it. (transfer full) */
char *   tend_file_resolve        (const char  *path);
/* Whether a copy of a book may be written there without anything being lost; %TEND_ERROR_EXISTS, %TEND_ERROR_FOLDER. */
gboolean tend_file_check_target   (const char  *path,
                                   GError     **error);
/* Whether a book can stand there; %TEND_ERROR_ALONE. It need not exist. */
gboolean tend_file_check_place    (const char  *path,
                                   GError     **error);
/* Whether the file and its folder can be written; %TEND_ERROR_READ_ONLY. */
gboolean tend_file_check_writable (const char  *path,
                                   GError     **error);
/* Takes away what lies under the names of the log of a book at @path that is no longer there: SQLite would write it into the
 * next book that comes to stand there. A log that holds anything is kept as "<path>.left-<time>-wal". */
gboolean tend_file_clear_log      (const char  *path,
                                   GError     **error);
/* Makes a folder's entries durable. */
void     tend_file_sync_folder    (const char  *path_in_it);

G_END_DECLS
