/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample-book.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* What is on screen where the application shows the sample book: its window, and perhaps a dialog. The fixture of the tests of
 * the window; what they read and write themselves goes through a connection of their own. */
typedef struct
{
  TendSample  sample;
  TendWindow *window;
} TendScreen;

/* The window alone, without a book and not yet on screen. */
TendWindow *tend_screen_new_window   (void);
/* Shows the sample book, which is made already, and waits until it is open. */
void        tend_screen_show         (TendScreen    *self);
/* Makes the sample book and shows it. */
void        tend_screen_set_up       (TendScreen    *self,
                                      gconstpointer  data);
/* Closes the window and sees that nothing keeps it, or its book. */
void        tend_screen_tear_down    (TendScreen    *self,
                                      gconstpointer  data);
/* The dialog that is open; NULL: none. (transfer none) */
AdwDialog  *tend_screen_get_dialog   (TendScreen    *self);
/* The same, once one is. (transfer none) */
AdwDialog  *tend_screen_wait_dialog  (TendScreen    *self);
/* Closes it unasked, and waits until it is gone. */
void        tend_screen_close_dialog (TendScreen    *self);

G_END_DECLS
