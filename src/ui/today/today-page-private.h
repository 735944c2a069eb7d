/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today-page.h"

#include "models/today-model.h"
#include "today-hats.h"
#include "ui/widgets/selection.h"

G_BEGIN_DECLS

struct _TendTodayPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *heading;
  AdwBanner      *banner;
  TendTodayHats  *hats;
  GtkStack       *stack;
  GtkListView    *list;

  /* Owned References */
  TendBook       *book;
  TendClock      *time;
  TendTodayModel *model;
  TendSelection  *selection;
  GHashTable     *rows;      /* GtkListItem that show a line */
  char           *scope;     /* "mine", "team", "all" */

  TendId          user;
  guint           minute;
  guint           place;     /* where the selected line stands, or stood */
  gboolean        has_accounts;
  gboolean        begun;     /* there have been lines */
};

/* today-page-rows.c */
/* Lets the list make its rows, and the headers above them. */
void tend_today_page_init_rows    (TendTodayPage *self);
/* Where cards end, after lines came or went. */
void tend_today_page_show_edges   (TendTodayPage *self);
/* The clock has moved on. */
void tend_today_page_refresh_rows (TendTodayPage *self);

G_END_DECLS
