/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shelf.h"

G_BEGIN_DECLS

#define TEND_TYPE_APPLICATION (tend_application_get_type ())
G_DECLARE_FINAL_TYPE (TendApplication, tend_application, TEND, APPLICATION, AdwApplication)

/**
 * TendApplication:
 *
 * The life of the process: command line, activation, open, service mode, and the actions that belong to no window
 * (application-actions.c). It has one book of the user's own, which windows and reminders share; a window of another
 * book may stand beside it.
 */
TendApplication *tend_application_new            (void);
TendShelf       *tend_application_get_shelf      (TendApplication      *self);
/* Where the user's own book is, or would be. (transfer full) */
char            *tend_application_dup_path       (TendApplication      *self);
/* From now on this is the user's own book; @remember: at the next start too, unless this process was started for another
 * by --book. */
void             tend_application_set_path       (TendApplication      *self,
                                                  const char           *path,
                                                  gboolean              remember);
/* Whether the process works with the user's own book; not when it was started for another. */
gboolean         tend_application_get_own        (TendApplication      *self);
/* The user's own book once it is open (property "book"); NULL before. (transfer none) */
TendBook        *tend_application_get_book       (TendApplication      *self);
/* Opens the user's own book, without a window; what is open already is handed out. */
void             tend_application_open_async     (TendApplication      *self,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
/* (transfer full) */
TendBook        *tend_application_open_finish    (TendApplication      *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
/* For the window that opened it. */
void             tend_application_take_book      (TendApplication      *self,
                                                  TendBook             *book);

G_END_DECLS
