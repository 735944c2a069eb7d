/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../error.h"

G_BEGIN_DECLS

/* A connection to a book's file. Belongs to one thread at a time. Only `storage/` sees it. */

typedef enum
{
  TEND_DATABASE_WRITE,      /* the file must exist */
  TEND_DATABASE_READ,       /* never writes, never checkpoints */
  TEND_DATABASE_MEMORY,     /* a private empty one */
} TendDatabaseMode;

typedef enum { TEND_STEP_ERROR = -1, TEND_STEP_DONE = 0, TEND_STEP_ROW = 1 } TendStep;

/* Opens with all the settings of measured.md. */
TendDatabase  *tend_database_open         (const char        *path,
                                           TendDatabaseMode   mode,
                                           GError           **error);
void           tend_database_close        (TendDatabase      *self);
const char    *tend_database_get_path     (TendDatabase      *self);
/* Runs statements without values. */
gboolean       tend_database_exec         (TendDatabase      *self,
                                           const char        *sql,
                                           GError           **error);
/* One number; 0 where there is no row or it is NULL. */
gboolean       tend_database_get_int      (TendDatabase      *self,
                                           const char        *sql,
                                           gint64            *value,
                                           GError           **error);
/* Makes what is running on another thread end with %G_IO_ERROR_CANCELLED. Thread-safe. */
void           tend_database_interrupt    (TendDatabase      *self);
int            tend_database_get_changes  (TendDatabase      *self);
/* For backup alone: the sqlite3 handle. */
gpointer       tend_database_get_handle   (TendDatabase      *self);
/* Closing will not touch the file and its log again: another book may stand under their names now. */
void           tend_database_leave_log    (TendDatabase      *self);

/* A prepared statement, kept for the next time; end with tend_statement_end() (or g_autoptr). NULL with @error. */
TendStatement *tend_database_prepare      (TendDatabase      *self,
                                           const char        *sql,
                                           GError           **error);
void           tend_statement_bind_int    (TendStatement     *self,
                                           int                index,
                                           gint64             value);
void           tend_statement_bind_id     (TendStatement     *self,
                                           int                index,
                                           gint64             value);  /* 0 is NULL */
void           tend_statement_bind_null   (TendStatement     *self,
                                           int                index);
/* NULL is NULL. @text must live until the statement was run. */
void           tend_statement_bind_text   (TendStatement     *self,
                                           int                index,
                                           const char        *text);
TendStep       tend_statement_step        (TendStatement     *self,
                                           GError           **error);
/* Runs it to its end and makes it ready for other values. */
gboolean       tend_statement_run         (TendStatement     *self,
                                           GError           **error);
void           tend_statement_reset       (TendStatement     *self);
gint64         tend_statement_get_int     (TendStatement     *self,
                                           int                column);
const char    *tend_statement_get_text    (TendStatement     *self,
                                           int                column); /* borrowed until the next step */
gboolean       tend_statement_is_null     (TendStatement     *self,
                                           int                column);
void           tend_statement_end         (TendStatement     *self);

/* An error of ours from what SQLite last said on @handle (a sqlite3). */
void           tend_database_set_error    (gpointer           handle,
                                           int                code,
                                           const char        *doing,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendDatabase, tend_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendStatement, tend_statement_end)

G_END_DECLS
