/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-page.h"

#include "account-facts.h"
#include "account-overview.h"
#include "page-switcher.h"
#include "account-summary.h"

G_BEGIN_DECLS

struct _TendAccountPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  GtkWidget           *actions;
  GtkWidget           *focus_button;
  GtkWidget           *contact_button;
  GtkWidget           *follow_up_button;
  GtkMenuButton       *menu_button;
  GMenuModel          *account_menu;
  GtkStack            *stack;
  GtkBox              *top;
  TendAccountSummary  *summary;
  TendAccountFacts    *facts;
  AdwViewStack        *views;
  AdwViewStackPage    *needs_page;
  TendPageSwitcher    *switcher;
  AdwBin              *overview_bin;  /* this and the following are empty until they are first seen */
  AdwBin              *timeline_bin;
  AdwBin              *needs_bin;
  AdwBin              *products_bin;
  AdwBin              *finances_bin;

  TendAccountOverview *overview;      /* in its bin; NULL until it is made */

  /* Owned References */
  TendBook            *book;
  TendAccount         *account;
  guint                n_prepared; /* parts */
  gboolean             narrow;
  guint                clock;      /* while it is on screen: what is late changes with the minute */
};

/* account-page-actions.c */
void tend_account_page_install_actions (GtkWidgetClass  *klass);
/* The keys of the pages. */
void tend_account_page_init_keys       (TendAccountPage *self);
/* @there: an account is shown, and not deleted; links are only on where it has one. */
void tend_account_page_enable_actions  (TendAccountPage *self,
                                        gboolean         there);

G_END_DECLS
