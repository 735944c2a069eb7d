/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/account-list-page.h"
#include "accounts/account-page.h"
#include "follow-ups/follow-ups-page.h"
#include "products/products-page.h"
#include "sidebar.h"
#include "today/today-page.h"
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
  AdwNavigationSplitView *outer;
  AdwNavigationPage *inner_page;
  AdwNavigationSplitView *inner;

  TendWelcomePage *welcome;       /* made when first seen */
  TendTroublePage *trouble;       /* the same */

  /* Owned References */
  TendBook *book;                 /* once its pages stand */
  TendBook *arriving;             /* until then */
  char *path;
  char *place;                    /* where she is; NULL without a book */
  char *begin;                    /* what to go on with once the book is open: "win.new-account", "win.import", "import:URI", "place:PLACE", "follow-up:ID" */
  TendSidebar *sidebar;
  TendAccountListPage *accounts;
  TendAccountPage *account_page;
  TendTodayPage *today;           /* made when first seen */
  TendFollowUpsPage *follow_ups;  /* made when first seen */
  TendProductsPage *products;     /* the same */
  guint walking;                  /* source that takes the steps of arrival, one after the other */
  guint n_steps;                  /* that it has taken */
  guint waiting;                  /* source that ends a wait between two of them */
  GdkFrameClock *frame_clock;     /* of the frame that is waited for; owned */
  guint presenting;               /* source that shows the window at the latest; 0: it is shown, or was not asked to be */
  GArray *undo;                   /* batches of this window that stand, oldest first */
  GArray *redo;                   /* batches that took one of them back */
  AdwToast *said;                 /* what was said last of what was done; nothing older is offered to be taken back */
  GListModel *toast_widgets;      /* the children of the overlay of toasts */
  guint placing;                  /* source that is going to place them anew */
};

/* window.c */
/* Whether what the user does here is remembered for the next start. */
gboolean tend_window_remembers         (TendWindow     *self);

/* window-book.c */
void tend_window_class_install_book    (GtkWidgetClass *klass);
/* From the welcome page: begins the book, then imports @file. FALSE where the window shows anything else. */
gboolean tend_window_begin_import      (TendWindow     *self,
                                        GFile          *file);

/* window-arrival.c */
/* Fills the window with @book, step by step. */
void tend_window_arrive                (TendWindow     *self,
                                        TendBook       *book);
/* There will be no book to fill it with: a window that waits to be presented need not. */
void tend_window_present_empty         (TendWindow     *self);
void tend_window_dispose_arrival       (TendWindow     *self);

/* window-places.c */
/* The pages that a book needs, made one by one, and then brought together: from then on what is selected is shown. */
void tend_window_make_list             (TendWindow     *self);
void tend_window_make_sidebar          (TendWindow     *self);
void tend_window_place_sidebar         (TendWindow     *self);
void tend_window_make_account_page     (TendWindow     *self);
void tend_window_join_pages            (TendWindow     *self);
gboolean tend_window_lists_today       (TendWindow     *self);
void tend_window_begin_search          (TendWindow     *self);

/* window-import.c */
void tend_window_class_install_import  (GtkWidgetClass *klass);

/* window-toasts.c */
void tend_window_init_toasts           (TendWindow     *self);
/* Once the list of accounts is made: toasts stand above the bar at its foot. */
void tend_window_watch_bar             (TendWindow     *self);
void tend_window_dispose_toasts        (TendWindow     *self);
/* Whether a toast takes the whole width of the window. */
gboolean   tend_window_is_narrow       (TendWindow     *self);
/* What a toast says, in lines where the window is narrow; @button: the label of its own button, or NULL. */
GtkWidget *tend_window_create_toast_text (TendWindow   *self,
                                        const char     *message,
                                        const char     *button);

/* window-actions.c */
void tend_window_class_install_actions (GtkWidgetClass *klass);

/* window-dialogs.c */
/* A dialog on a row: what it did can be taken back, what it could not do is reported. */
void tend_window_present_edit          (TendWindow     *self,
                                        AdwDialog      *dialog);
/* tend_window_push_undo() with the name of the row in the place of %s in @format (static and translated); a row without
 * a name goes by @noun. */
void tend_window_push_named            (TendWindow     *self,
                                        TendOperation  *operation,
                                        const TendNoun *noun,
                                        const char     *format);
/* Applies @operation (transfer full), then the same. */
void tend_window_apply_named           (TendWindow     *self,
                                        TendOperation  *operation,
                                        const TendNoun *noun,
                                        const char     *format);

/* What a follow-up begins with: who promises it, and when it reminds. (transfer full) */
TendFollowUpRecord *tend_window_begin_follow_up (TendWindow *self,
                                                 TendId      account);

/* window-log.c */
void tend_window_class_install_log     (GtkWidgetClass *klass);

/* window-products.c */
void tend_window_class_install_products (GtkWidgetClass *klass);

/* window-record.c, window-resolve.c */
void tend_window_class_install_record  (GtkWidgetClass *klass);
void tend_window_class_install_resolve (GtkWidgetClass *klass);

/* window-today.c */
void tend_window_class_install_today   (GtkWidgetClass *klass);

/* window-undo.c */
void tend_window_init_undo             (TendWindow     *self);
void tend_window_dispose_undo          (TendWindow     *self);
/* Shows @toast and has @message read out. It takes the place of an older one: in a queue it would be said late, and the older
 * would still offer to take back what is taken back already. */
void tend_window_say                  (TendWindow     *self,
                                       AdwToast       *toast,
                                       const char     *message);
/* As tend_window_push_undo(), and the toast has one more button: @label, which does @action (detailed). */
void tend_window_push_undo_offering    (TendWindow     *self,
                                        TendId          batch,
                                        const char     *message,
                                        const char     *label,
                                        const char     *action);

/* window-settle.c */
void tend_window_class_install_settle  (GtkWidgetClass *klass);

G_END_DECLS
