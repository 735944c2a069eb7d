/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/account-list-page.h"
#include "accounts/account-page.h"
#include "window.h"

G_BEGIN_DECLS

struct _TendWindow
{
  AdwApplicationWindow parent_instance;

  /* Template Widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationSplitView *outer;
  AdwNavigationSplitView *inner;
  AdwStatusPage *trouble;

  /* Owned References */
  TendBook *book;
  char *path;
  TendAccountListPage *accounts;
  TendAccountPage *account_page;
  GArray *undo;  /* batches of this window that stand, oldest first */
  GArray *redo;  /* batches that took one of them back */
};

/* window-actions.c */
void tend_window_class_install_actions (GtkWidgetClass *klass);
/* Whether a text field has the keyboard, which needs Ctrl+Z, Delete and letters for itself. */
gboolean tend_window_is_typing         (TendWindow     *self);

/* window-undo.c */
void tend_window_init_undo             (TendWindow     *self);
void tend_window_dispose_undo          (TendWindow     *self);

G_END_DECLS
