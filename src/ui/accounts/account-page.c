/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "account-page.h"

struct _TendAccountPage
{
  AdwNavigationPage parent_instance;

  /* Owned References */
  TendAccount *account;
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TendAccountPage, tend_account_page, ADW_TYPE_NAVIGATION_PAGE)

static GParamSpec *properties[N_PROPS];

static void
tend_account_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      tend_account_page_set_account (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_account_page_dispose (GObject *object)
{
  TendAccountPage *self = TEND_ACCOUNT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_ACCOUNT_PAGE);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (tend_account_page_parent_class)->dispose (object);
}

static void
tend_account_page_class_init (TendAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tend_account_page_get_property;
  object_class->set_property = tend_account_page_set_property;
  object_class->dispose = tend_account_page_dispose;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, TEND_TYPE_ACCOUNT,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/tendapp/Tend/accounts/account-page.ui");
}

static void
tend_account_page_init (TendAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TendAccountPage *
tend_account_page_new (void)
{
  return g_object_new (TEND_TYPE_ACCOUNT_PAGE, NULL);
}

TendAccount *
tend_account_page_get_account (TendAccountPage *self)
{
  return self->account;
}

void
tend_account_page_set_account (TendAccountPage *self,
                               TendAccount     *account)
{
  if (g_set_object (&self->account, account))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}
