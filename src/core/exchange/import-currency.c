/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-currency"

#include "config.h"

#include "import-currency.h"

#include <string.h>

#include "../entities/account.h"

typedef struct
{
  char     code[4];
  gboolean settled;             /* the account has a currency of its own, or sums in the book's */
} Known;

struct _TendImportCurrency
{
  TendImportStore *store;       /* borrowed */

  /* Owned References */
  GHashTable      *accounts;    /* TendId → Known */
  char            *book;        /* (nullable): the book's currency, once it was asked for */
};

TendImportCurrency *
tend_import_currency_new (TendImportStore *store)
{
  TendImportCurrency *self = g_new0 (TendImportCurrency, 1);

  self->store = store;
  self->accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
tend_import_currency_free (TendImportCurrency *self)
{
  g_hash_table_unref (self->accounts);
  g_free (self->book);
  g_free (self);
}

void
tend_import_currency_clear (TendImportCurrency *self)
{
  g_hash_table_remove_all (self->accounts);
}

static gboolean
look_up (TendImportCurrency  *self,
         TendId               account,
         Known               *known,
         GError             **error)
{
  g_autoptr (TendRecord) record = NULL;
  GError *failure = NULL;
  const char *code;
  gint64 count;

  record = tend_import_store_read (self->store, &tend_account_noun, account, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  code = record != NULL ? ((TendAccountRecord *) record)->currency : NULL;
  if (code == NULL && !tend_import_store_count_money (self->store, account, &count, error))
    return FALSE;

  known->settled = code != NULL || count > 0;
  g_strlcpy (known->code, code != NULL ? code : self->book, sizeof known->code);

  return TRUE;
}

const char *
tend_import_currency_get (TendImportCurrency  *self,
                          TendId               account,
                          GError             **error)
{
  const Known *known;
  Known found;

  if (self->book == NULL)
    self->book = tend_import_store_get_currency (self->store, error);
  if (self->book == NULL || account == 0)
    return self->book;

  known = g_hash_table_lookup (self->accounts, &account);
  if (known != NULL)
    return known->code;
  if (!look_up (self, account, &found, error))
    return NULL;
  known = g_memdup2 (&found, sizeof found);
  g_hash_table_insert (self->accounts, g_memdup2 (&account, sizeof account), (gpointer) known);

  return known->code;
}

gboolean
tend_import_currency_allows (TendImportCurrency *self,
                             TendId              account,
                             const char         *code)
{
  const Known *known = g_hash_table_lookup (self->accounts, &account);

  return known != NULL && (!known->settled || strcmp (known->code, code) == 0);
}

gboolean
tend_import_currency_settle (TendImportCurrency  *self,
                             TendId               account,
                             const char          *code,
                             gboolean             write,
                             GError             **error)
{
  Known *known = g_hash_table_lookup (self->accounts, &account);
  g_autoptr (TendRecord) before = NULL;
  g_autoptr (TendRecord) after = NULL;

  if (known == NULL || known->settled)
    return TRUE;
  known->settled = TRUE;
  if (code == NULL || strcmp (known->code, code) == 0)
    return TRUE;
  g_strlcpy (known->code, code, sizeof known->code);
  if (!write)
    return TRUE;

  before = tend_import_store_read (self->store, &tend_account_noun, account, error);
  if (before == NULL)
    return FALSE;
  after = tend_record_copy (before);
  g_set_str (&((TendAccountRecord *) after)->currency, code);

  return tend_import_store_update (self->store, before, after, error);
}
