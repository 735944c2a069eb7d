/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

#define TEND_TYPE_SHELF (tend_shelf_get_type ())
G_DECLARE_FINAL_TYPE (TendShelf, tend_shelf, TEND, SHELF, GObject)

/**
 * TendShelf:
 *
 * The books that are open in this process, one a path: the windows and the reminders that work with one book share its
 * live objects. A book leaves the shelf when nobody holds it any more.
 */
TendShelf *tend_shelf_new         (void);
/* As tend_book_open_async(); who asks for a book that is open, or being opened, gets the same. */
void       tend_shelf_open_async  (TendShelf            *self,
                                   const char           *path,
                                   TendBookFlags         flags,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* (transfer full) */
TendBook  *tend_shelf_open_finish (TendShelf            *self,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
