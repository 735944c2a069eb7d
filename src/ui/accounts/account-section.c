/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "account-section.h"

typedef struct
{
  /* Owned References */
  TendBook     *book;
  TendAccount  *account;
  GCancellable *cancellable;  /* of the situation that is being read */

  guint         reading;      /* source: it is about to be read */
  gboolean      filled;
} TendAccountSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendAccountSection, tend_account_section, ADW_TYPE_BIN)

#define PRIVATE(self) ((TendAccountSectionPrivate *) tend_account_section_get_instance_private (TEND_ACCOUNT_SECTION (self)))
#define CLASS(self) TEND_ACCOUNT_SECTION_GET_CLASS (self)

static void
fill (TendAccountSection *self)
{
  TendAccountSectionPrivate *priv = PRIVATE (self);

  if (priv->filled || priv->account == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  priv->filled = TRUE;
  CLASS (self)->fill (self);
}

static void
stop_reading (TendAccountSection *self)
{
  TendAccountSectionPrivate *priv = PRIVATE (self);

  g_clear_handle_id (&priv->reading, g_source_remove);
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
}

static void
empty (TendAccountSection *self)
{
  stop_reading (self);
  if (PRIVATE (self)->filled)
    CLASS (self)->empty (self);
  PRIVATE (self)->filled = FALSE;
}

static void
tend_account_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tend_account_section_parent_class)->map (widget);
  fill (TEND_ACCOUNT_SECTION (widget));
  tend_account_section_refresh (TEND_ACCOUNT_SECTION (widget));
}

static void
tend_account_section_dispose (GObject *object)
{
  TendAccountSectionPrivate *priv = PRIVATE (object);

  empty (TEND_ACCOUNT_SECTION (object));
  g_clear_object (&priv->account);
  g_clear_object (&priv->book);

  G_OBJECT_CLASS (tend_account_section_parent_class)->dispose (object);
}

static void
tend_account_section_class_init (TendAccountSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_account_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = tend_account_section_map;
}

static void
tend_account_section_init (TendAccountSection *self)
{
}

void
tend_account_section_set_account (TendAccountSection *self,
                                  TendBook           *book,
                                  TendAccount        *account)
{
  TendAccountSectionPrivate *priv;

  g_return_if_fail (TEND_IS_ACCOUNT_SECTION (self));

  priv = PRIVATE (self);
  if (priv->account == account)
    return;

  empty (self);
  if (priv->account != NULL)
    g_signal_handlers_disconnect_by_func (priv->account, tend_account_section_refresh, self);
  g_set_object (&priv->book, book);
  g_set_object (&priv->account, account);
  if (account != NULL)
    g_signal_connect_object (account, "changed", G_CALLBACK (tend_account_section_refresh), self, G_CONNECT_SWAPPED);
  fill (self);
}

TendBook *
tend_account_section_get_book (TendAccountSection *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_SECTION (self), NULL);

  return PRIVATE (self)->book;
}

TendAccount *
tend_account_section_get_account (TendAccountSection *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_SECTION (self), NULL);

  return PRIVATE (self)->account;
}

TendId
tend_account_section_get_id (TendAccountSection *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_SECTION (self), 0);

  return PRIVATE (self)->account != NULL ? tend_entity_get_id (TEND_ENTITY (PRIVATE (self)->account)) : 0;
}

const char *
tend_account_section_get_currency (TendAccountSection *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_SECTION (self), NULL);
  g_return_val_if_fail (PRIVATE (self)->account != NULL, NULL);

  return tend_book_get_currency (PRIVATE (self)->book, tend_account_get (PRIVATE (self)->account));
}

gboolean
tend_account_section_get_filled (TendAccountSection *self)
{
  g_return_val_if_fail (TEND_IS_ACCOUNT_SECTION (self), FALSE);

  return PRIVATE (self)->filled;
}

void
tend_account_section_refresh (TendAccountSection *self)
{
  g_return_if_fail (TEND_IS_ACCOUNT_SECTION (self));

  if (PRIVATE (self)->filled && CLASS (self)->refresh != NULL)
    CLASS (self)->refresh (self);
}

static void
on_situation (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TendAccountSection) self = user_data;
  g_autoptr (TendSituation) situation = tend_book_get_situation_finish (TEND_BOOK (source), result, NULL);

  if (situation != NULL && situation->account == tend_account_section_get_id (self) && PRIVATE (self)->filled)
    CLASS (self)->show_situation (self, g_steal_pointer (&situation));
}

static gboolean
read_situation (gpointer data)
{
  TendAccountSectionPrivate *priv = PRIVATE (data);

  priv->reading = 0;
  stop_reading (data);
  priv->cancellable = g_cancellable_new ();
  tend_book_get_situation_async (priv->book, tend_account_section_get_id (data), priv->cancellable, on_situation,
                                 g_object_ref (data));
  return G_SOURCE_REMOVE;
}

void
tend_account_section_read_situation (TendAccountSection *self)
{
  g_return_if_fail (TEND_IS_ACCOUNT_SECTION (self));
  g_return_if_fail (CLASS (self)->show_situation != NULL);

  if (PRIVATE (self)->reading == 0)
    PRIVATE (self)->reading = g_idle_add (read_situation, self);
}

TendQuery *
tend_account_section_create_query (TendAccountSection *self,
                                   const TendNoun     *noun,
                                   const char         *sort,
                                   gboolean            descending)
{
  TendQuery *query = tend_query_new (noun);

  tend_query_add_int (query, "account", TEND_QUERY_IS, tend_account_section_get_id (self));
  tend_query_set_sort (query, sort, descending);
  return query;
}
