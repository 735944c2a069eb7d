/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "tend-import-links"

#include "config.h"

#include "import-links.h"

#include <string.h>

#include "../entities/contact.h"
#include "../entities/manager.h"
#include "../id.h"
#include "../ids.h"
#include "../rules/fold.h"

/* A name that several rows of the file have. */
#define SEVERAL ((TendId) -1)

typedef struct
{
  TendId    id;
  char     *name;               /* folded */
  gboolean  dropped;
} Own;

struct _TendImportLinks
{
  TendImportStore *store;       /* borrowed */

  /* Owned References */
  GHashTable      *own_keys;    /* key → Own */
  GHashTable      *own_names;   /* folded name → TendId or SEVERAL */
  GHashTable      *dropped;     /* TendId of own rows that are left out */
  GHashTable      *found;       /* noun → text → TendId: many rows name the same managers, accounts and products */
  TendRecord      *invoice;     /* (nullable): the last one asked for; its lines stand together */
  GArray          *ids;

  const TendNoun  *own_noun;
  TendId           first_id;    /* rows that this import adds have ids from here on */
  gboolean         any_source;
};

static void
own_free (gpointer data)
{
  Own *own = data;

  g_free (own->name);
  g_free (own);
}

TendImportLinks *
tend_import_links_new (TendImportStore *store,
                       gboolean         any_source)
{
  TendImportLinks *self = g_new0 (TendImportLinks, 1);

  self->store = store;
  self->first_id = tend_id_new ();
  self->own_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, own_free);
  self->own_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->dropped = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->ids = tend_ids_new ();
  self->any_source = any_source;

  return self;
}

void
tend_import_links_free (TendImportLinks *self)
{
  g_hash_table_unref (self->own_keys);
  g_hash_table_unref (self->own_names);
  g_hash_table_unref (self->dropped);
  g_hash_table_unref (self->found);
  g_clear_pointer (&self->invoice, tend_record_free);
  g_array_unref (self->ids);
  g_free (self);
}

static void
put (GHashTable *table,
     char       *text,
     TendId      id)
{
  g_hash_table_replace (table, text, g_memdup2 (&id, sizeof id));
}

static TendId
get (GHashTable *table,
     const char *text)
{
  const TendId *id = g_hash_table_lookup (table, text);

  return id != NULL ? *id : 0;
}

void
tend_import_links_add_own (TendImportLinks *self,
                           const TendNoun  *noun,
                           const char      *key,
                           const char      *name,
                           TendId           id)
{
  Own *own = g_new0 (Own, 1);

  self->own_noun = noun;
  own->id = id;
  own->name = tend_fold_sort_key (name);
  g_hash_table_replace (self->own_keys, g_strdup (key), own);
  if (get (self->own_names, own->name) != 0)
    id = SEVERAL;
  put (self->own_names, g_strdup (own->name), id);
}

TendId
tend_import_links_get_own (TendImportLinks *self,
                           const char      *key)
{
  const Own *own = g_hash_table_lookup (self->own_keys, key);

  return own != NULL ? own->id : 0;
}

gboolean
tend_import_links_is_dropped (TendImportLinks *self,
                              TendId           id)
{
  return g_hash_table_contains (self->dropped, &id);
}

/* Whom a name means among the rows of the file: one that is left rather than one that is left out. */
static TendId
find_own_name (TendImportLinks *self,
               const char      *folded)
{
  GHashTableIter iter;
  gpointer value;
  TendId found = 0;

  g_hash_table_iter_init (&iter, self->own_keys);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Own *own = value;

      if (strcmp (own->name, folded) != 0)
        continue;
      if (found != 0 && !own->dropped && !tend_import_links_is_dropped (self, found))
        return SEVERAL;
      if (found == 0 || !own->dropped)
        found = own->id;
    }

  return found;
}

void
tend_import_links_drop_own (TendImportLinks *self,
                            const char      *key)
{
  Own *own = g_hash_table_lookup (self->own_keys, key);

  if (own == NULL || own->dropped)
    return;
  own->dropped = TRUE;
  g_hash_table_add (self->dropped, g_memdup2 (&own->id, sizeof own->id));
  put (self->own_names, g_strdup (own->name), find_own_name (self, own->name));
  g_hash_table_remove_all (self->found);
}

guint
tend_import_links_count_own (TendImportLinks *self)
{
  GHashTableIter iter;
  gpointer own;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->own_keys);
  while (g_hash_table_iter_next (&iter, NULL, &own))
    n += !((Own *) own)->dropped;

  return n;
}

void
tend_import_links_each_own (TendImportLinks *self,
                            GFunc            function,
                            gpointer         data)
{
  GHashTableIter iter;
  gpointer key, own;

  g_hash_table_iter_init (&iter, self->own_keys);
  while (g_hash_table_iter_next (&iter, &key, &own))
    if (!((Own *) own)->dropped)
      function (key, data);
}

/* Where a row came from is remembered when the row is gone. */
static gboolean
is_there (TendImportLinks  *self,
          const TendNoun   *noun,
          TendId            id,
          gboolean         *there,
          GError          **error)
{
  GError *failure = NULL;
  g_autoptr (TendRecord) record = tend_import_store_read (self->store, noun, id, &failure);

  *there = record != NULL;
  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
find_by_origin (TendImportLinks  *self,
                const TendNoun   *noun,
                const char       *text,
                GError          **error)
{
  const char *values;
  gboolean there;
  TendId id;

  if (!tend_import_store_find_origin (self->store, noun, text, &id, &values, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  if (!is_there (self, noun, id, &there, error))
    return FALSE;
  if (there)
    g_array_append_val (self->ids, id);

  return TRUE;
}

/* Rows that this import has just added are found by the file's own keys and names alone: else a trial run, which adds
 * none, would find others than the run. */
static void
drop_new (TendImportLinks *self,
          const TendNoun  *noun)
{
  for (guint i = self->ids->len; noun == self->own_noun && i > 0; i--)
    if (g_array_index (self->ids, TendId, i - 1) >= self->first_id)
      g_array_remove_index (self->ids, i - 1);
}

static gboolean
find_by_any_origin (TendImportLinks  *self,
                    const TendNoun   *noun,
                    const char       *text,
                    GError          **error)
{
  if (!tend_import_store_find_any_key (self->store, noun, text, self->ids, error))
    return FALSE;
  drop_new (self, noun);

  for (guint i = self->ids->len; i > 0; i--)
    {
      gboolean there;

      if (!is_there (self, noun, g_array_index (self->ids, TendId, i - 1), &there, error))
        return FALSE;
      if (!there)
        g_array_remove_index (self->ids, i - 1);
    }

  return TRUE;
}

static gboolean
list_names (TendImportLinks  *self,
            const TendNoun   *noun,
            char            **candidates,
            GError          **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const TendField *label = tend_noun_get_field (noun, noun->label_field);

  for (guint i = 0; i < self->ids->len; i++)
    {
      TendId id = g_array_index (self->ids, TendId, i);
      GError *failure = NULL;
      g_autoptr (TendRecord) record = tend_import_store_read (self->store, noun, id, &failure);
      g_autofree char *name = record != NULL ? tend_record_format (record, label) : NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name != NULL ? name : "");
    }
  *candidates = g_string_free (g_steal_pointer (&names), FALSE);

  return TRUE;
}

static gboolean
find_contact (TendImportLinks  *self,
              TendId            account,
              const char       *name,
              GError          **error)
{
  g_autoptr (GArray) all = tend_ids_new ();
  g_autofree char *folded = tend_fold_search (name);

  if (!tend_import_store_find_contacts (self->store, account, all, error))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      TendId id = g_array_index (all, TendId, i);
      g_autoptr (TendRecord) record = tend_import_store_read (self->store, &tend_contact_noun, id, error);
      g_autofree char *full = record != NULL ? tend_contact_dup_name ((TendContactRecord *) record) : NULL;
      g_autofree char *other = full != NULL ? tend_fold_search (full) : NULL;

      if (g_strcmp0 (other, folded) == 0)
        g_array_append_val (self->ids, id);
    }

  return TRUE;
}

/* The numbers of accounts and products are looked for, those of invoices are not: there is a key for them. */
static gboolean
has_numbers (const TendNoun *noun)
{
  return noun != &tend_invoice_noun && tend_noun_get_field (noun, "number") != NULL;
}

/* Tries one way after the other; the first that finds anyone decides. */
static gboolean
collect (TendImportLinks  *self,
         const TendNoun   *noun,
         const char       *text,
         TendId            account,
         GError          **error)
{
  const Own *own = noun == self->own_noun ? g_hash_table_lookup (self->own_keys, text) : NULL;
  TendId id;

  if (own != NULL)
    {
      g_array_append_val (self->ids, own->id);
      return TRUE;
    }
  if (!find_by_origin (self, noun, text, error))
    return FALSE;

  /* An invoice that came without a key of its own came by its number. */
  if (self->ids->len == 0 && noun == &tend_invoice_noun)
    {
      g_autofree char *key = g_strconcat ("number:", text, NULL);

      if (!find_by_origin (self, noun, key, error))
        return FALSE;
    }
  if (self->ids->len == 0 && has_numbers (noun))
    {
      if (!tend_import_store_find_number (self->store, noun, text, self->ids, error))
        return FALSE;
      drop_new (self, noun);
    }

  if (self->ids->len == 0 && noun == self->own_noun)
    {
      g_autofree char *folded = tend_fold_sort_key (text);

      id = get (self->own_names, folded);
      if (id != 0)
        g_array_append_val (self->ids, id);
      if (id == SEVERAL)
        return TRUE;
    }
  if (self->ids->len == 0 && noun == &tend_contact_noun && !find_contact (self, account, text, error))
    return FALSE;
  if (self->ids->len == 0 && tend_noun_get_field (noun, "name_key") != NULL)
    {
      if (!tend_import_store_find_name (self->store, noun, text, self->ids, error))
        return FALSE;
      drop_new (self, noun);
    }

  if (self->ids->len == 0 && self->any_source && !find_by_any_origin (self, noun, text, error))
    return FALSE;
  return TRUE;
}

/* What was found before. A contact's name means another one in every account; a row of the file's own noun may be dropped, and
 * only managers are few enough to be asked for again then. */
static GHashTable *
get_found (TendImportLinks *self,
           const TendNoun  *noun)
{
  GHashTable *found;

  if (noun == &tend_contact_noun || (noun == self->own_noun && noun != &tend_manager_noun))
    return NULL;
  found = g_hash_table_lookup (self->found, noun);
  if (found == NULL)
    {
      found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->found, (gpointer) noun, found);
    }

  return found;
}

const TendInvoiceRecord *
tend_import_links_get_invoice (TendImportLinks  *self,
                               TendId            id,
                               GError          **error)
{
  if (self->invoice == NULL || self->invoice->id != id)
    {
      g_clear_pointer (&self->invoice, tend_record_free);
      self->invoice = tend_import_store_read (self->store, &tend_invoice_noun, id, error);
    }

  return (const TendInvoiceRecord *) self->invoice;
}

gboolean
tend_import_links_find (TendImportLinks  *self,
                        const TendNoun   *noun,
                        const char       *text,
                        TendId            account,
                        TendLinkOutcome  *outcome,
                        TendId           *id,
                        char            **candidates,
                        GError          **error)
{
  GHashTable *found = get_found (self, noun);

  *candidates = NULL;
  *outcome = TEND_LINK_FOUND;
  if (found != NULL && (*id = get (found, text)) != 0)
    return TRUE;

  *id = 0;
  g_array_set_size (self->ids, 0);
  if (!collect (self, noun, text, account, error))
    return FALSE;

  if (self->ids->len == 0)
    {
      *outcome = TEND_LINK_UNKNOWN;
      return TRUE;
    }
  *id = g_array_index (self->ids, TendId, 0);
  if (self->ids->len > 1 || *id == SEVERAL)
    {
      *outcome = TEND_LINK_AMBIGUOUS;
      return *id == SEVERAL || list_names (self, noun, candidates, error);
    }

  if (found != NULL)
    put (found, g_strdup (text), *id);

  return TRUE;
}
