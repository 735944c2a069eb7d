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

/* The fixture of tests that need no more than that: a new book, which is sound at the end. */
typedef struct
{
  char     *path;
  TendBook *book;
} TendTempBook;

void      tend_temp_book_set_up    (TendTempBook  *self,
                                    gconstpointer  data);
void      tend_temp_book_tear_down (TendTempBook  *self,
                                    gconstpointer  data);

G_END_DECLS
