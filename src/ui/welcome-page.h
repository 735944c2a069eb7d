/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TEND_TYPE_WELCOME_PAGE (tend_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TendWelcomePage, tend_welcome_page, TEND, WELCOME_PAGE, AdwBin)

/**
 * TendWelcomePage:
 *
 * What stands in the window while there is no book yet: the ways to begin. Each is an action of the window
 * (`win.begin`, with "new-account", "import" or "sample", and `win.open-book`).
 */
GtkWidget *tend_welcome_page_new      (void);
/* A book is being made: nothing can be pressed, and it is said which. NULL: it has been, or it failed. */
void       tend_welcome_page_set_busy (TendWelcomePage *self,
                                       const char      *what);

G_END_DECLS
