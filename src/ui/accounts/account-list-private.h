/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-list-page.h"
#include "account-row.h"
#include "ui/widgets/gradual-list.h"

G_BEGIN_DECLS

struct _TendAccountListPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *title;
  GtkMenuButton *view_button;
  GtkMenuButton *views_button;
  GMenuModel *view_menu;
  GtkSearchEntry *search;
  GtkRevealer *chips_revealer;
  AdwWrapBox *chips;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *empty_new;
  GtkWidget *empty_import;
  GtkWidget *empty_clear;
  GtkRevealer *bar;
  GtkLabel *bar_label;

  /* Owned References */
  TendBook *book;
  TendAccountListModel *model;
  TendSelection *selection;
  TendGradualList *gradual;   /* the selection as the list takes it */
  TendManager *manager;       /* whose accounts are listed; NULL: everyone's */
  GSimpleActionGroup *filter;
  TendEntity *product;        /* that is filtered by; NULL: none */
  TendEntityListModel *views; /* the saved ones */
  TendSavedView *opened;      /* the saved view that was opened last; NULL: none */
  GSimpleAction *view_action; /* `view.open (x)` */
  GPtrArray *rows;            /* borrowed: the rows that are bound */
  GtkWidget *menu;            /* context menu, made when first asked for */
  GCancellable *copying;
  guint clock;                /* source that keeps "5 minutes late" true while the list is seen */
  gboolean open_first;        /* Enter was pressed before the answer was there */
  TendId scroll_to;           /* an account that shall be seen once the list stands */
  gboolean to_top;            /* or its beginning */
  TendId scrolled_to;         /* what was scrolled to last, and how many frames it is still held there */
  guint scrolls;
};

/* account-list-page.c */
void    tend_account_list_page_update          (TendAccountListPage *self);
/* Shows @view: scope, filters, sort and words searched for. */
void    tend_account_list_page_set_view        (TendAccountListPage *self,
                                                const TendAccountView *view);

/* An account was asked for. */
void    tend_account_list_page_activate_id     (TendAccountListPage *self,
                                                TendId               id);

/* account-list-rows.c */
/* What makes the rows of the list. (transfer full) */
GtkListItemFactory *tend_account_list_page_create_rows (TendAccountListPage *self);
/* What rows show depends on the scope and the sort: those that are bound show it anew. */
void    tend_account_list_page_rebind_rows     (TendAccountListPage *self);

/* account-list-filter.c */
void    tend_account_list_page_init_filter     (TendAccountListPage *self);
void    tend_account_list_page_clear_filter    (TendAccountListPage *self);
gboolean tend_account_list_page_is_filtered    (TendAccountListPage *self);
/* Lets actions and buttons follow the view of the model. */
void    tend_account_list_page_show_filter     (TendAccountListPage *self);

/* account-list-search.c */
/* Binds what the template's entry calls. */
void    tend_account_list_page_bind_search     (GtkWidgetClass      *klass);
/* What was searched for is listed: Enter, if it was pressed before that, opens the first. */
void    tend_account_list_page_end_search      (TendAccountListPage *self);

/* account-list-views.c */
void    tend_account_list_page_init_views      (TendAccountListPage *self);
void    tend_account_list_page_install_view_actions (GtkWidgetClass *klass);
void    tend_account_list_page_update_views    (TendAccountListPage *self);
/* Another place is shown: what is listed is no saved view any more. */
void    tend_account_list_page_close_view      (TendAccountListPage *self);
/* What the saved view that is open is called; NULL where none is. (transfer full) */
char   *tend_account_list_page_dup_view_title  (TendAccountListPage *self);

/* account-list-actions.c */
void    tend_account_list_page_install_actions (GtkWidgetClass      *klass);
void    tend_account_list_page_update_actions  (TendAccountListPage *self);
/* Shows what can be done with the selection at @x, @y of @widget. */
void    tend_account_list_page_popup           (TendAccountListPage *self,
                                                GtkWidget           *widget,
                                                double               x,
                                                double               y);

/* account-list-drag.c */
void    tend_account_list_page_init_drag       (TendAccountListPage *self);
void    tend_account_list_page_add_drag        (TendAccountListPage *self,
                                                GtkListItem         *item,
                                                GtkWidget           *row);

G_END_DECLS
