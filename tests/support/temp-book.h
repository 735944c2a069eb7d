/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/book.h"

G_BEGIN_DECLS

/* A new, empty book in a folder of its own. @path (out) (transfer full): where it is. */
TendBook *tend_temp_book_new  (char     **path);
/* Ends with it: nothing may hold the book any more. Takes both, and removes the folder with all that is in it. */
void      tend_temp_book_free (TendBook  *book,
                               char      *path);
/* Fails where the book is not sound, and says in what. */
void      tend_temp_book_check (TendBook *book);

G_END_DECLS
