/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/book.h"

#include "application.h"

G_BEGIN_DECLS

#define TEND_TYPE_WINDOW (tend_window_get_type ())
G_DECLARE_FINAL_TYPE (TendWindow, tend_window, TEND, WINDOW, AdwApplicationWindow)

/**
 * TendWindow:
 *
 * Three depths: places and managers | a list | one thing. Navigation (window-places.c), actions and keys beside it
 * (window-actions.c), how it comes by its book (window-book.c) and is filled with it (window-arrival.c), and the stack of this window's own changes
 * (window-undo.c).
 *
 * Feature folders reach it through gtk_widget_get_root() and the functions below. Its actions: `win.new-account`,
 * `win.search`, `win.import`, `win.reassign-account (x)`, `win.preferences`, `win.undo`, `win.redo`, `win.show-account (x)`, `win.show-place (s)`.
 */
TendWindow *tend_window_new             (TendApplication  *application);
/* Opens the book at @path and shows it, or says why it cannot. */
void        tend_window_open            (TendWindow       *self,
                                         const char       *path,
                                         TendBookFlags     flags);
/* gtk_window_present() as soon as there is something to be seen, or in a moment. */
void        tend_window_present_filled  (TendWindow       *self);
/* The book; NULL while none is open. (transfer none) */
TendBook   *tend_window_get_book        (TendWindow       *self);
/* Where its book is or should be; NULL at first. */
const char *tend_window_get_path        (TendWindow       *self);

/* "today", "accounts", "follow-ups", "products", "nobody" (accounts without owner) or "manager:<id>". Without a book yet, once it is open. */
void        tend_window_show_place      (TendWindow       *self,
                                         const char       *place);
/* Opens the dialog of a new account, unless another is open. Without a book yet, once it is open. */
void        tend_window_new_account     (TendWindow       *self);
void        tend_window_show_account    (TendWindow       *self,
                                         TendId            account);
/* The follow-up at its account. */
void        tend_window_show_follow_up  (TendWindow       *self,
                                         TendId            follow_up);

/* (transfer full) */
void        tend_window_add_toast       (TendWindow       *self,
                                         AdwToast         *toast);
/* An error as a sentence, by toast or dialog; a cancelled one is none. @error stays the caller's. */
void        tend_window_report          (TendWindow       *self,
                                         const GError     *error);
/* This window changed the book as @batch: a toast that says @message and offers Undo, and Ctrl+Z. A batch of 0 does
 * nothing; a @message of NULL gives no toast. */
void        tend_window_push_undo       (TendWindow       *self,
                                         TendId            batch,
                                         const char       *message);
/* Applies @operation (transfer none) to the book, then pushes its undo with @message, or reports why not. For a caller
 * that needs to know more, tend_book_apply_async() and the two above do the same. */
void        tend_window_apply           (TendWindow       *self,
                                         TendOperation    *operation,
                                         const char       *message);
/* Hands accounts to @manager: refuses, asks or does it (team/reassign.h). 0: the user chooses to whom. */
void        tend_window_reassign        (TendWindow       *self,
                                         const TendId     *accounts,
                                         gsize             n_accounts,
                                         TendId            manager);
void        tend_window_undo            (TendWindow       *self);
void        tend_window_redo            (TendWindow       *self);

G_END_DECLS
