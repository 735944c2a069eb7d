/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-list-page.h"

struct _TendAccountListPage
{
  AdwNavigationPage parent_instance;

  /* Owned References */
  TendBook *book;
};

G_DEFINE_FINAL_TYPE (TendAccountListPage, tend_account_list_page, ADW_TYPE_NAVIGATION_PAGE)

static void
tend_account_list_page_dispose (GObject *object)
{
  TendAccountListPage *self = TEND_ACCOUNT_LIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_ACCOUNT_LIST_PAGE);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (tend_account_list_page_parent_class)->dispose (object);
}

static void
tend_account_list_page_class_init (TendAccountListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_account_list_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/tendapp/Tend/accounts/account-list-page.ui");
}

static void
tend_account_list_page_init (TendAccountListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TendAccountListPage *
tend_account_list_page_new (TendBook *book)
{
  TendAccountListPage *self = g_object_new (TEND_TYPE_ACCOUNT_LIST_PAGE, NULL);

  self->book = g_object_ref (book);
  return self;
}
