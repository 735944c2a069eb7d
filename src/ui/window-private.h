/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/account-list-page.h"
#include "accounts/account-page.h"
#include "follow-ups/follow-ups-page.h"
#include "sidebar.h"
#include "trouble-page.h"
#include "welcome-page.h"
#include "window.h"

G_BEGIN_DECLS

struct _TendWindow
{
  AdwApplicationWindow parent_instance;

  /* Template Widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  TendWelcomePage *welcome;
  TendTroublePage *trouble;
  AdwNavigationSplitView *outer;
  AdwNavigationSplitView *inner;

  /* Owned References */
  TendBook *book;
  char *path;
  char *begin;                    /* what to go on with once the book is open: "new-account", "import", "import:URI" */
  TendSidebar *sidebar;
  TendAccountListPage *accounts;
  TendAccountPage *account_page;
  TendFollowUpsPage *follow_ups;  /* made when first seen */
  GArray *undo;                   /* batches of this window that stand, oldest first */
  GArray *redo;                   /* batches that took one of them back */
};

/* window.c */
/* Whether what the user does here is remembered for the next start. */
gboolean tend_window_remembers         (TendWindow     *self);

/* window-book.c */
void tend_window_class_install_book    (GtkWidgetClass *klass);
/* From the welcome page: begins the book, then imports @file. FALSE where the window shows anything else. */
gboolean tend_window_begin_import      (TendWindow     *self,
                                        GFile          *file);

/* window-places.c */
/* Fills the window with the book that it has now. */
void tend_window_show_book             (TendWindow     *self);
void tend_window_begin_search          (TendWindow     *self);

/* window-actions.c */
void tend_window_class_install_actions (GtkWidgetClass *klass);

/* window-undo.c */
void tend_window_init_undo             (TendWindow     *self);
void tend_window_dispose_undo          (TendWindow     *self);

G_END_DECLS
