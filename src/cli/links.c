/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "links.h"

#include "core/entities/liaison.h"
#include "core/entities/need.h"
#include "core/entities/opportunity.h"
#include "core/entities/product.h"
#include "core/entities/purchase.h"
#include "core/ids.h"
#include "lookup.h"

struct _TendLinks
{
  TendCli *cli;
  GHashTable *labels;      /* of TendId * to char *: ids are unique in the whole book */
  GHashTable *currencies;  /* of TendId * of an account to its currency, static */
};

TendLinks *
tend_links_new (TendCli *cli)
{
  TendLinks *self = g_new0 (TendLinks, 1);

  self->cli = cli;
  self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->currencies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
tend_links_free (TendLinks *self)
{
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->currencies);
  g_free (self);
}

static void
collect (TendLinks        *self,
         const TendRecord *record,
         const TendNoun   *wanted,
         GHashTable       *ids)
{
  for (guint i = 0; i < record->noun->n_fields; i++)
    {
      const TendField *field = &record->noun->fields[i];
      TendId id;

      if (field->type != TEND_FIELD_REFERENCE || field->refers == NULL || tend_noun_from_name (field->refers) != wanted)
        continue;

      id = tend_record_get_int (record, field);

      if (id != 0 && !g_hash_table_contains (self->labels, &id))
        g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
}

static void
keep (TendLinks        *self,
      const TendRecord *record)
{
  char *label;

  /* A purchase has no name of its own; its product has been read before. */
  if (record->noun == &tend_purchase_noun)
    label = g_strdup (g_hash_table_lookup (self->labels, &((const TendPurchaseRecord *) record)->product));
  else
    label = tend_lookup_label (record);

  g_hash_table_replace (self->labels, g_memdup2 (&record->id, sizeof record->id), label);

  if (record->noun == &tend_account_noun)
    g_hash_table_replace (self->currencies, g_memdup2 (&record->id, sizeof record->id),
                          (gpointer) tend_book_get_currency (self->cli->book, (const TendAccountRecord *) record));
}

static gboolean
fetch_noun (TendLinks       *self,
            GPtrArray       *entities,
            const TendNoun  *noun,
            GError         **error)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) ids = tend_ids_new ();
  g_autoptr(GPtrArray) found = NULL;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < entities->len; i++)
    collect (self, tend_entity_get_record (g_ptr_array_index (entities, i)), noun, wanted);

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  if (ids->len == 0)
    return TRUE;

  found = tend_book_load (self->cli->book, noun, (const TendId *) ids->data, ids->len, error);

  if (found == NULL || (noun == &tend_purchase_noun && !fetch_noun (self, found, &tend_product_noun, error)))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    keep (self, tend_entity_get_record (g_ptr_array_index (found, i)));

  return TRUE;
}

/* Reads the names of everything that @entities refer to. */
gboolean
tend_links_fetch (TendLinks  *self,
                  GPtrArray  *entities,
                  GError    **error)
{
  static const TendNoun * const nouns[] = {
    &tend_manager_noun, &tend_account_noun, &tend_contact_noun, &tend_liaison_noun, &tend_product_noun, &tend_purchase_noun,
    &tend_need_noun, &tend_opportunity_noun,
  };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (!fetch_noun (self, entities, nouns[i], error))
      return FALSE;

  return TRUE;
}

/* The name of a row; NULL where it was not fetched, is gone, or has none. Borrowed. */
const char *
tend_links_get (TendLinks      *self,
                const TendNoun *noun,
                TendId          id)
{
  return g_hash_table_lookup (self->labels, &id);
}

/* The currency of the amounts of @record, whose account has been fetched. Static, or the record's. */
const char *
tend_links_get_currency (TendLinks        *self,
                         const TendRecord *record)
{
  const TendField *field = tend_noun_get_field (record->noun, "account");
  const char *currency = NULL;
  TendId account;

  if (record->noun == &tend_account_noun)
    return tend_book_get_currency (self->cli->book, (const TendAccountRecord *) record);

  if (record->noun == &tend_product_noun)
    currency = ((const TendProductRecord *) record)->currency;

  if (field != NULL)
    {
      account = tend_record_get_int (record, field);
      currency = g_hash_table_lookup (self->currencies, &account);
    }

  return currency != NULL ? currency : tend_book_get_currency (self->cli->book, NULL);
}
